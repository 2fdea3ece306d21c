#!/bin/sh
# The first process of the virtual machine: mounts what a system mounts, runs the tests, and switches the machine off.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mount -t tmpfs -o mode=755 tmpfs /run
# As systemd mounts it.
mount -t cgroup2 -o nsdelegate,memory_recursiveprot cgroup2 /sys/fs/cgroup
for module in loop overlay tun veth; do
    insmod "/lib/modules/$module.ko"
done
# As udev does.
chmod 666 /dev/net/tun
ip link set lo up
hostname vm
chown tenfold:tenfold /home/tenfold
mount -o ro /dev/nvme1n1 /mnt
python3 -I -u /mnt/guest.py >/dev/ttyS1 2>&1
echo "guest: status $?" >/dev/ttyS1
sync
echo o >/proc/sysrq-trigger
while :; do sleep 1; done
