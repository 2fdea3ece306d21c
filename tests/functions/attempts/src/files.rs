//! Files of the host, of others, and those of `/proc`, `/sys` and `/dev` that reach further.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::Path;

use crate::attempt::{Attempt, Outcome, code};
use crate::facts::Facts;

const NOT_THERE: &[&str] = &["ENOENT"];
const CLOSED: &[&str] = &["ENOENT", "EACCES", "EPERM"];
const READ_ONLY: &[&str] = &["EROFS", "EACCES"];
const CONTAINED: &[&str] = &["contained"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    code("passwords of the host", "reads /etc/shadow and what else has secrets", passwords, NOT_THERE),
    code("homes of the host", "looks into /home, /root, /srv, /boot, /media", homes, NOT_THERE),
    code("state of the host", "looks into /run, /var/lib, /var/log, /var/run", state, NOT_THERE),
    code("sockets of daemons", "connects to Docker's, containerd's, systemd's and D-Bus's sockets", daemons, NOT_THERE),
    code("told paths", "reads what the server, its data and other functions have, by their paths", told, NOT_THERE),
    code("told paths by links", "the same through a symbolic link in /tmp", told_by_links, NOT_THERE),
    code("told paths by /proc/self/root", "the same past the own root", told_by_root, NOT_THERE),
    code("told paths by descriptors", "the same from every directory that is open", told_by_descriptors, CONTAINED),
    code("descriptors left open", "looks for directories, devices and sockets of others among them", descriptors, CONTAINED),
    code("others in /tmp", "files that this function has not made", others_in_tmp, CONTAINED),
    code("others in /dev/shm", "memory that this function has not shared", others_in_shm, CONTAINED),
    code("write the code", "changes what the next environment would run", write_code, READ_ONLY),
    code("write the runtime", "changes interpreters, libraries and layers", write_runtime, READ_ONLY),
    code("write the root", "makes files in directories of the root", write_root, READ_ONLY),
    code("write programs that run", "opens what runs for writing", write_programs, READ_ONLY),
    code("hard link out", "a link in /tmp to a file of the system", hard_link, &["EXDEV", "EPERM", "EACCES"]),
    code("first process's files", "root, memory, environment, descriptors of process 1", first_process, CLOSED),
    code("first process's score", "has the kernel kill another one", first_score, CLOSED),
    code("memory of the kernel", "reads kcore, kallsyms, kmsg and the page tables' files", kernel_files, CONTAINED),
    code("devices of the machine", "reads interrupts, disks, modules, maps of ports and memory", machine_files, CONTAINED),
    code("keys of others", "reads /proc/keys and /proc/key-users", key_files, CONTAINED),
    code("command line of the kernel", "reads /proc/cmdline", kernel_command, CONTAINED),
    code("sysrq", "opens the trigger that ends machines", sysrq, CONTAINED),
    code("core_pattern", "a program of ours as the host's handler of crashes", core_pattern, READ_ONLY),
    code("modprobe path", "a program of ours as the loader of modules", modprobe, CLOSED_OR_READ_ONLY),
    code("sysctls", "writes to every file in /proc/sys", sysctls, CONTAINED),
    code("binfmt_misc", "a program of ours for others' programs", binfmt, CLOSED_OR_READ_ONLY),
    code("maps of ids", "maps root of the host into the own namespace", id_maps, &["EPERM", "EACCES", "EROFS"]),
    code("setgroups file", "allows what maps of groups need", setgroups_file, &["EPERM", "EACCES", "EROFS", "EINVAL"]),
    code("sys", "hardware and kernel by /sys", sys, NOT_THERE),
    code("cgroup release agent", "a program of ours that the host runs when a group is empty", release_agent, NOT_THERE),
    code("cgroup limits", "raises the own limits", cgroup_limits, NOT_THERE),
    code("cgroup paths", "the group's place on the host", cgroup_paths, CONTAINED),
    code("mount table", "where mounts come from on the host", mount_table, &["shown", "contained"]),
    code("memory devices", "makes a node for /dev/mem", make_memory_node, &["EPERM"]),
    code("disk devices", "makes a node for a loop device", make_loop_node, &["EPERM"]),
    code("device nodes in /dev", "makes a node there", make_node_in_dev, &["EPERM", "EROFS", "EACCES"]),
    code("devices that are there", "opens mem, kmsg, port, disks, loop-control, fuse, tun, kvm, vhost, console, ptmx", devices, NOT_THERE),
];

const CLOSED_OR_READ_ONLY: &[&str] = &["ENOENT", "EACCES", "EPERM", "EROFS"];

/// The first path that can be opened wins; otherwise what the last one answered.
fn none_opens<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>, options: &fs::OpenOptions) -> Outcome {
    let mut last = Outcome::errno(libc::ENOENT);
    for path in paths {
        match options.open(path.as_ref()) {
            Ok(_) => return Outcome::won(path.as_ref().display().to_string()),
            // What is more than absence is told.
            Err(error) if error.raw_os_error() != Some(libc::ENOENT) => {
                last = Outcome { detail: path.as_ref().display().to_string(), ..Outcome::of_io(&error) };
            }
            Err(_) => {}
        }
    }
    last
}

fn reading() -> fs::OpenOptions {
    fs::OpenOptions::new().read(true).clone()
}

/// Opens and writes nothing.
fn writing() -> fs::OpenOptions {
    fs::OpenOptions::new().write(true).clone()
}

/// The first that is there wins.
fn none_exists<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Outcome {
    for path in paths {
        match fs::symlink_metadata(path.as_ref()) {
            Ok(_) => return Outcome::won(path.as_ref().display().to_string()),
            Err(error) if error.raw_os_error() != Some(libc::ENOENT) => return Outcome::of_io(&error),
            Err(_) => {}
        }
    }
    Outcome::errno(libc::ENOENT)
}

fn passwords(_: &Facts) -> Outcome {
    none_opens(["/etc/shadow", "/etc/gshadow", "/etc/sudoers", "/etc/ssh/sshd_config", "/etc/machine-id", "/etc/fstab"], &reading())
}

fn homes(_: &Facts) -> Outcome {
    none_exists(["/home", "/root", "/srv", "/boot", "/media", "/work", "/.dockerenv"])
}

fn state(_: &Facts) -> Outcome {
    none_exists(["/run", "/var/lib", "/var/log", "/var/run/secrets", "/var/spool", "/var/cache"])
}

fn daemons(_: &Facts) -> Outcome {
    for path in ["/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/systemd/private", "/run/dbus/system_bus_socket"] {
        if let Err(error) = std::os::unix::net::UnixStream::connect(path) {
            if error.raw_os_error() != Some(libc::ENOENT) {
                return Outcome::of_io(&error);
            }
        } else {
            return Outcome::won(path);
        }
    }
    Outcome::errno(libc::ENOENT)
}

fn told(facts: &Facts) -> Outcome {
    none_exists(&facts.paths)
}

fn told_by_links(facts: &Facts) -> Outcome {
    for (number, path) in facts.paths.iter().enumerate() {
        let link = format!("/tmp/link-{number}");
        let _ = std::os::unix::fs::symlink(path, &link);
        let found = fs::metadata(&link);
        let _ = fs::remove_file(&link);
        if found.is_ok() {
            return Outcome::won(path.clone());
        }
    }
    Outcome::errno(libc::ENOENT)
}

fn told_by_root(facts: &Facts) -> Outcome {
    none_exists(facts.paths.iter().map(|path| format!("/proc/self/root/..{path}")))
}

fn own_descriptors() -> Vec<i32> {
    let entries = fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn told_by_descriptors(facts: &Facts) -> Outcome {
    for fd in own_descriptors() {
        let up = format!("/proc/self/fd/{fd}/../../../../../../../..");
        if let Some(path) = facts.paths.iter().find(|path| fs::metadata(up.clone() + path).is_ok()) {
            return Outcome::won(format!("descriptor {fd}: {path}"));
        }
    }
    Outcome::contained("none leads out")
}

/// What a function may have: its streams, what its own runtime has opened, and files that are inside.
fn descriptors(_: &Facts) -> Outcome {
    let mut seen = Vec::new();
    for fd in own_descriptors() {
        let link = format!("/proc/self/fd/{fd}");
        let (Ok(about), Ok(target)) = (fs::metadata(&link), fs::read_link(&link)) else { continue };
        let kind = about.file_type();
        let listing = target.starts_with("/proc");
        let harmless = ["/dev/null", "/dev/urandom", "/dev/random"].iter().any(|path| target == Path::new(path));
        let suspicious = (kind.is_dir() && !listing)
            || kind.is_block_device()
            || (kind.is_char_device() && !harmless)
            || (kind.is_file() && !target.starts_with("/memfd:") && fs::metadata(&target).is_err())
            || (kind.is_socket() && socket_family(fd) == Some(libc::AF_UNIX) && has_other_end_outside(fd));
        if suspicious {
            return Outcome::won(format!("{fd}: {}", target.display()));
        }
        seen.push(format!("{fd}:{}", target.display().to_string().split(':').next().unwrap_or_default()));
    }
    Outcome::contained(seen.join(" "))
}

fn socket_family(fd: i32) -> Option<i32> {
    let mut family = 0_i32;
    let mut length = 4;
    // SAFETY: room for one number and its length.
    let result = unsafe {
        libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_DOMAIN, (&raw mut family).cast(), &raw mut length)
    };
    (result == 0).then_some(family)
}

/// Whether who made the other end of this Unix socket is no process of this sandbox's user: its number is 0 then, for it
/// is not in this namespace, or its user another one.
fn has_other_end_outside(fd: i32) -> bool {
    let mut peer = libc::ucred { pid: 0, uid: 0, gid: 0 };
    let mut length = u32::try_from(size_of::<libc::ucred>()).unwrap_or(0);
    // SAFETY: room for the credentials.
    let result = unsafe {
        libc::getsockopt(fd, libc::SOL_SOCKET, libc::SO_PEERCRED, (&raw mut peer).cast(), &raw mut length)
    };
    // SAFETY: asks for a number.
    result == 0 && (peer.pid == 0 || peer.uid != unsafe { libc::getuid() })
}

/// Everything but the attempts' own, and what the test's function has put there by agreement.
fn others_in_tmp(_: &Facts) -> Outcome {
    let names: Vec<String> = entries("/tmp").filter(|n| !["lost+found", "below"].contains(&n.as_str())).collect();
    let others: Vec<String> = names.into_iter().filter(|name| !name.starts_with("link-") && !name.starts_with("probe-")).collect();
    if others.is_empty() { Outcome::contained("empty") } else { Outcome::won(others.join(" ")) }
}

fn others_in_shm(_: &Facts) -> Outcome {
    let names: Vec<String> = entries("/dev/shm").collect();
    if names.is_empty() { Outcome::contained("empty") } else { Outcome::won(names.join(" ")) }
}

fn entries(directory: &str) -> impl Iterator<Item = String> {
    fs::read_dir(directory).into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok())
}

/// Nothing is truncated nor written; what should be made is taken away again.
fn none_takes(paths: &[&str]) -> Outcome {
    let mut last = Outcome::errno(libc::ENOENT);
    for path in paths {
        match fs::OpenOptions::new().write(true).create(true).truncate(false).open(path) {
            Ok(_) => {
                let _ = fs::remove_file(path);
                return Outcome::won(*path);
            }
            Err(error) => last = Outcome::of_io(&error),
        }
        if !["EROFS", "EACCES"].contains(&last.got.as_str()) {
            last.detail = (*path).to_owned();
            return last;
        }
    }
    last
}

fn write_code(_: &Facts) -> Outcome {
    none_takes(&["/var/task/probe-new"])
}

fn write_runtime(_: &Facts) -> Outcome {
    none_takes(&["/usr/probe-new", "/usr/bin/probe-new", "/usr/lib/probe-new", "/opt/probe-new"])
}

fn write_root(_: &Facts) -> Outcome {
    none_takes(&["/probe-new", "/etc/probe-new", "/dev/probe-new", "/mnt/probe-new", "/var/probe-new"])
}

fn write_programs(_: &Facts) -> Outcome {
    let own = fs::read_link("/proc/self/exe").unwrap_or_default();
    none_opens([own, "/usr/bin/env".into(), "/etc/passwd".into(), "/etc/resolv.conf".into(), "/etc/ld.so.cache".into()], &writing())
}

fn hard_link(_: &Facts) -> Outcome {
    match fs::hard_link("/usr/bin/env", "/tmp/probe-link") {
        Ok(()) => {
            let _ = fs::remove_file("/tmp/probe-link");
            Outcome::won("/usr/bin/env")
        }
        Err(error) => Outcome::of_io(&error),
    }
}

fn first_process(_: &Facts) -> Outcome {
    let names = ["root/etc/shadow", "mem", "environ", "maps", "fd", "fdinfo", "exe", "cwd", "mountinfo", "syscall", "stack", "auxv"];
    none_opens(names.map(|name| format!("/proc/1/{name}")), &reading())
}

fn first_score(_: &Facts) -> Outcome {
    none_opens(["/proc/1/oom_score_adj", "/proc/1/clear_refs", "/proc/1/attr/current"], &writing())
}

/// Masked files say nothing: the first that says something wins.
fn none_says(paths: &[&str]) -> Outcome {
    for path in paths {
        let mut buffer = [0; 1];
        let read = fs::File::open(path).and_then(|mut file| std::io::Read::read(&mut file, &mut buffer));
        if let Ok(1) = read {
            return Outcome::won(*path);
        }
    }
    Outcome::contained("nothing")
}

fn kernel_files(_: &Facts) -> Outcome {
    none_says(&[
        "/proc/kcore", "/proc/kallsyms", "/proc/kmsg", "/proc/kpagecount", "/proc/kpageflags", "/proc/kpagecgroup",
        "/proc/vmallocinfo", "/proc/slabinfo", "/proc/timer_list", "/proc/sched_debug", "/proc/config.gz",
        "/proc/pagetypeinfo", "/proc/self/stack",
    ])
}

fn machine_files(_: &Facts) -> Outcome {
    none_says(&[
        "/proc/interrupts", "/proc/softirqs", "/proc/iomem", "/proc/ioports", "/proc/modules", "/proc/partitions",
        "/proc/diskstats", "/proc/swaps", "/proc/mdstat", "/proc/dma", "/proc/fb", "/proc/locks", "/proc/mtrr",
        "/proc/consoles", "/proc/zoneinfo", "/proc/buddyinfo", "/proc/schedstat",
        "/proc/dynamic_debug/control", "/proc/bus/pci/devices", "/proc/scsi/scsi", "/proc/tty/drivers",
    ])
}

fn key_files(_: &Facts) -> Outcome {
    none_says(&["/proc/keys", "/proc/key-users"])
}

fn kernel_command(_: &Facts) -> Outcome {
    none_says(&["/proc/cmdline", "/proc/bootconfig"])
}

/// It is covered by a device that swallows everything: what it is decides.
fn sysrq(_: &Facts) -> Outcome {
    match fs::metadata("/proc/sysrq-trigger") {
        Ok(about) if about.file_type().is_char_device() && about.rdev() == libc::makedev(1, 3) => {
            Outcome::contained("is /dev/null")
        }
        Ok(_) => match writing().open("/proc/sysrq-trigger") {
            Ok(_) => Outcome::won("opens"),
            Err(_) => Outcome::contained("does not open"),
        },
        Err(_) => Outcome::contained("is not there"),
    }
}

fn core_pattern(_: &Facts) -> Outcome {
    none_opens(["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/core_pipe_limit"], &writing())
}

fn modprobe(_: &Facts) -> Outcome {
    none_opens(["/proc/sys/kernel/modprobe", "/proc/sys/kernel/hotplug", "/proc/sys/kernel/poweroff_cmd"], &writing())
}

fn sysctls(_: &Facts) -> Outcome {
    fn walk(directory: &Path, found: &mut Vec<String>, looked: &mut usize) {
        for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                walk(&path, found, looked);
            } else {
                *looked += 1;
                if writing().open(&path).is_ok() {
                    found.push(path.display().to_string());
                }
            }
        }
    }
    let (mut found, mut looked) = (Vec::new(), 0);
    walk(Path::new("/proc/sys"), &mut found, &mut looked);
    if found.is_empty() { Outcome::contained(format!("none of {looked} opens")) } else { Outcome::won(found.join(" ")) }
}

fn binfmt(_: &Facts) -> Outcome {
    none_opens(["/proc/sys/fs/binfmt_misc/register", "/proc/sys/fs/binfmt_misc/status"], &writing())
}

/// A line that no kernel accepts: written, should it open.
fn none_writes(paths: &[&str]) -> Outcome {
    for path in paths {
        match writing().open(path).and_then(|mut file| std::io::Write::write(&mut file, b"x")) {
            Ok(_) => return Outcome::won(*path),
            Err(error) if error.raw_os_error() != Some(libc::ENOENT) => return Outcome::of_io(&error),
            Err(_) => {}
        }
    }
    Outcome::errno(libc::ENOENT)
}

fn id_maps(_: &Facts) -> Outcome {
    for path in ["/proc/self/uid_map", "/proc/self/gid_map", "/proc/self/projid_map"] {
        match fs::write(path, "0 0 1\n") {
            Ok(()) => return Outcome::won(path),
            Err(error) if error.raw_os_error() == Some(libc::ENOENT) => {}
            Err(error) => return Outcome::of_io(&error),
        }
    }
    Outcome::last()
}

fn setgroups_file(_: &Facts) -> Outcome {
    none_writes(&["/proc/self/setgroups"])
}

fn sys(_: &Facts) -> Outcome {
    none_exists(["/sys/class/dmi/id", "/sys/kernel/security", "/sys/kernel/debug", "/sys/firmware", "/sys/block", "/sys/devices", "/sys"])
}

fn release_agent(_: &Facts) -> Outcome {
    let hierarchies = ["", "memory/", "cpu/", "cpu,cpuacct/", "pids/", "rdma/", "freezer/", "systemd/", "unified/"];
    none_exists(hierarchies.map(|name| format!("/sys/fs/cgroup/{name}release_agent")))
}

fn cgroup_limits(_: &Facts) -> Outcome {
    none_exists(["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/cgroup.procs", "/cgroup"])
}

fn cgroup_paths(_: &Facts) -> Outcome {
    let text = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let told: Vec<&str> = text.lines().filter(|line| line.contains("tenfold")).collect();
    if told.is_empty() { Outcome::contained("the group is the root") } else { Outcome::won(told.join(" ")) }
}

fn mount_table(facts: &Facts) -> Outcome {
    let text = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let told = facts.paths.iter().filter(|path| text.contains(path.as_str())).count();
    if told == 0 { Outcome::contained("no told path") } else { Outcome::shown(format!("{told} told paths")) }
}

/// A node that is made is looked at by nobody, and is gone at once.
fn make_node(path: &str, kind: libc::mode_t, major: u32, minor: u32) -> Outcome {
    let Ok(name) = std::ffi::CString::new(path) else { return Outcome::errno(0) };
    // SAFETY: a terminated path, and numbers.
    let made = unsafe { libc::mknod(name.as_ptr(), kind | 0o600, libc::makedev(major, minor)) };
    if made != 0 {
        return Outcome::last();
    }
    let opened = reading().open(path);
    let _ = fs::remove_file(path);
    match opened {
        Ok(_) => Outcome::won("made and opened"),
        Err(error) => Outcome::won(format!("made, but does not open: {error}")),
    }
}

fn make_memory_node(_: &Facts) -> Outcome {
    make_node("/tmp/probe-node-mem", libc::S_IFCHR, 1, 1)
}

fn make_loop_node(_: &Facts) -> Outcome {
    make_node("/tmp/probe-node-loop", libc::S_IFBLK, 7, 0)
}

fn make_node_in_dev(_: &Facts) -> Outcome {
    make_node("/dev/shm/probe-node", libc::S_IFCHR, 1, 1)
}

fn devices(_: &Facts) -> Outcome {
    let names = [
        "mem", "kmem", "port", "kmsg", "sda", "vda", "nvme0n1", "loop0", "loop-control", "fuse", "net/tun", "kvm", "vhost-net",
        "vhost-vsock", "vsock", "console", "tty0", "tty", "ptmx", "pts/0", "mapper/control", "uinput", "dri/card0", "rtc0",
        "watchdog", "hwrng", "userfaultfd", "btrfs-control", "autofs", "snapshot", "cpu_dma_latency",
    ];
    none_exists(names.map(|name| format!("/dev/{name}")))
}
