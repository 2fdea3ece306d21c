//! What a function sees and may do: a program inside reports, the outside asserts.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;

use sandbox::{Driver as _, ExitStatus, Sandbox, SandboxSpec};

use crate::harness::Mode;
use crate::world::{
    World, keeper_pid, marked, parent_of, python, read_line, run, shell, sleeper, spec, unique,
};

const HIDDEN: &str = "
    config.gz kallsyms kcore key-users keys kmsg kpagecgroup kpagecount kpageflags latency_stats sched_debug slabinfo
    sysrq-trigger timer_list timer_stats vmallocinfo cmdline diskstats interrupts iomem ioports mdstat modules partitions
    swaps consoles dma fb mtrr softirqs buddyinfo pagetypeinfo zoneinfo schedstat locks
    acpi asound bus driver dynamic_debug fs irq scsi tty";

pub(crate) async fn sees_only_its_own_processes(world: World) {
    let sandbox = world.sandbox().await;
    let said = run(
        &*sandbox,
        python("import os; print(os.getpid(), *[p for p in os.listdir('/proc') if p.isdigit()])"),
    );
    let said = said.await.ok();
    let mut numbers = said.split_whitespace();
    let own = numbers.next().unwrap();
    assert_eq!(numbers.collect::<Vec<_>>(), [own], "even the first process is hidden");
}

pub(crate) async fn sees_nothing_of_the_host(world: World) {
    let secret = tempfile::NamedTempFile::new().unwrap();
    let path = secret.path().to_str().unwrap();
    let sandbox = world.sandbox().await;
    let listed = run(&*sandbox, shell("ls -A /")).await.ok();
    assert_eq!(
        listed.split_whitespace().collect::<Vec<_>>(),
        ["bin", "dev", "etc", "lib", "lib64", "mnt", "opt", "proc", "sbin", "tmp", "usr", "var"]
    );
    let outside = format!(
        "ls -A /mnt /opt /tmp; cat {path}; ls /proc/1/root /sys /proc/self/root/../home; cd -P /proc/self/cwd/../..; pwd; \
         cat /proc/kcore /proc/keys /proc/cmdline /proc/sysrq-trigger /proc/partitions /proc/diskstats /proc/swaps \
         /proc/modules /proc/interrupts /proc/iomem /proc/ioports /proc/mdstat /proc/softirqs /proc/locks /proc/zoneinfo 2>/dev/null | wc -c; ls /dev; hostname; cat /proc/self/cgroup"
    );
    let said = run(&*sandbox, shell(&outside)).await;
    let lines: Vec<&str> = said.stdout.lines().collect();
    assert_eq!(lines[..7], ["/mnt:", "", "/opt:", "", "/tmp:", "/", "0"], "{said:?}");
    assert_eq!(
        lines[7..17],
        ["fd", "full", "null", "random", "shm", "stderr", "stdin", "stdout", "urandom", "zero"]
    );
    assert_eq!(lines[17], "inside");
    assert!(
        lines[18..].iter().filter(|line| line.starts_with("0::")).all(|line| *line == "0::/"),
        "{said:?}"
    );
    assert_eq!(said.stderr.matches("No such file").count(), 4, "{said:?}");
    // Only these mounts are there, each but /tmp, /dev/shm and /proc read-only.
    let mounts = run(&*sandbox, shell("cat /proc/self/mounts")).await.ok();
    for mount in mounts.lines() {
        let [_, target, kind, options, ..] = mount.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{mount}")
        };
        let options: Vec<&str> = options.split(',').collect();
        let writable = ["/tmp", "/dev/shm", "/proc"].contains(&target);
        assert!(options.contains(&"nosuid"), "{mount}");
        assert!(options.contains(&"nodev") || kind == "devtmpfs", "{mount}");
        assert_eq!(options[0], if writable { "rw" } else { "ro" }, "{mount}");
    }
    // Of what `/proc` tells of the host, all that this kernel has is covered.
    for hidden in HIDDEN.split_whitespace().map(|name| format!("/proc/{name}")) {
        let cover = mounts.lines().find(|mount| mount.split(' ').nth(1) == Some(&*hidden));
        let is_data = |mount: &str| mount.split(' ').nth(3).is_some_and(|options| options.contains("noexec"));
        assert!(cover.is_some_and(is_data) || !Path::new(&hidden).exists(), "{hidden}: {cover:?}");
    }
}

pub(crate) async fn writes_nowhere_but_in_tmp(world: World) {
    let sandbox = world.sandbox().await;
    for path in [
        "/x",
        "/usr/x",
        "/etc/x",
        "/etc/passwd",
        "/dev/x",
        "/mnt/x",
        "/opt/x",
        "/bin/sh",
        "/proc/sys/kernel/hostname",
    ] {
        let said = run(&*sandbox, shell(&format!("echo x > {path}"))).await;
        assert_ne!(said.status, ExitStatus::Exited(0), "{path}: {said:?}");
    }
    let said = run(
        &*sandbox,
        shell("echo x > /tmp/x && echo y > /dev/shm/y && cat /tmp/x /dev/shm/y; stat -c %a /tmp"),
    );
    assert_eq!(said.await.ok(), "x\ny\n1777\n");
    let said = run(
        &*sandbox,
        shell("cp /usr/bin/true /tmp/t && /tmp/t && cd /tmp && mkdir d && mv t d/u && ln -s d e"),
    );
    said.await.ok();
}

pub(crate) async fn is_an_ordinary_user_without_rights(world: World) {
    let sandbox = world.sandbox().await;
    let said = run(&*sandbox, shell("id -u; id -g; id -un; umask; cat /proc/self/status")).await.ok();
    assert!(said.starts_with("993\n990\nsbx_user1051\n0022\n"), "{said}");
    for line in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
        assert!(said.contains(&format!("{line}:\t0000000000000000\n")), "{said}");
    }
    for line in
        ["NoNewPrivs:\t1\n", "Seccomp:\t2\n", "SigIgn:\t0000000000000000\n", "SigBlk:\t0000000000000000\n"]
    {
        assert!(said.contains(line), "{line} not in {said}");
    }
}

pub(crate) async fn has_host_ids_of_its_own(world: World) {
    let (one, other) = (world.sandbox().await, world.sandbox().await);
    let mut maps = Vec::new();
    for sandbox in [&one, &other] {
        let map = run(&**sandbox, shell("cat /proc/self/uid_map")).await.ok();
        maps.push(map.split_whitespace().map(|word| word.parse::<u64>().unwrap()).collect::<Vec<_>>());
    }
    match world.mode {
        Mode::Root => {
            assert!(
                maps.iter().all(|map| map[0] == 0 && map[1] >= 0x7000_0000 && map[2] == 1024),
                "{maps:?}"
            );
            assert_eq!(maps[0][1] + 1024, maps[1][1]);
        }
        Mode::Rootless => assert!(maps.iter().all(|map| map[0] == 993 && map[2] == 1), "{maps:?}"),
    }
}

/// What the kernel reckons to a user, it reckons also to whoever owns the user's namespace: that must not be the same one
/// for all. Rootless it is, and that is said.
pub(crate) async fn uses_up_nothing_of_others(world: World) {
    if world.mode == Mode::Rootless {
        assert!(world.driver.features().missing.iter().any(|missing| missing.what == "root"));
        return;
    }
    let (one, other) = (world.sandbox().await, world.sandbox().await);
    let script = "import ctypes, signal\n\
         libc = ctypes.CDLL(None)\n\
         count = 0\n\
         while libc.inotify_init1(0) >= 0: count += 1\n\
         print(count, flush=True)\n\
         signal.pause()\n";
    let taking = one.spawn(python(script)).await.unwrap();
    let (_output, taken) = read_line(taking.stdout).await;
    assert!(taken.parse::<u32>().unwrap() > 8, "{taken}");
    let said = run(&*other, python("import ctypes; print(ctypes.CDLL(None).inotify_init1(0) >= 0)")).await;
    assert_eq!(said.ok(), "True\n");
    // Nor of root's own.
    let root = rustix::fs::inotify::init(rustix::fs::inotify::CreateFlags::CLOEXEC);
    root.unwrap();
}

/// Calls by their numbers on x86-64 and elsewhere; the arguments would be harmless if a call got through.
pub(crate) async fn forbidden_calls_are_refused(world: World) {
    let calls: [(i64, &str, &str); 30] = [
        (libc::SYS_mount, "0,0,0,0,0", "EPERM"),
        (libc::SYS_umount2, "0,0", "EPERM"),
        (libc::SYS_unshare, "0x10000000", "EPERM"),
        (libc::SYS_setns, "0,0", "EPERM"),
        (libc::SYS_pivot_root, "0,0", "EPERM"),
        (libc::SYS_chroot, "0", "EPERM"),
        (libc::SYS_ptrace, "0,0,0,0", "EPERM"),
        (libc::SYS_process_vm_readv, "1,0,0,0,0,0", "EPERM"),
        (libc::SYS_bpf, "0,0,0", "EPERM"),
        (libc::SYS_keyctl, "0,0,0,0,0", "EPERM"),
        (libc::SYS_add_key, "0,0,0,0,0", "EPERM"),
        (libc::SYS_userfaultfd, "0", "EPERM"),
        (libc::SYS_perf_event_open, "0,0,0,0,0", "EPERM"),
        (libc::SYS_kexec_load, "0,0,0,0", "EPERM"),
        (libc::SYS_init_module, "0,0,0", "EPERM"),
        (libc::SYS_open_by_handle_at, "0,0,0", "EPERM"),
        (libc::SYS_syslog, "3,0,0", "EPERM"),
        (libc::SYS_sethostname, "0,0", "EPERM"),
        (libc::SYS_clone, "0x10000011,0,0,0,0", "EPERM"),
        (libc::SYS_clone, "0x40000011,0,0,0,0", "EPERM"),
        (libc::SYS_socket, "40,1,0", "EPERM"),
        (libc::SYS_socket, "17,3,0", "EPERM"),
        (libc::SYS_socket, "16,3,9", "EPERM"),
        (libc::SYS_socket, "16,3,15", "EPERM"),
        (libc::SYS_ioctl, "0,0x5412,0", "EPERM"),
        (libc::SYS_ioctl, "0,0xc028660f,0", "EPERM"),
        (libc::SYS_ioctl, "0,0x40086602,0", "EPERM"),
        (libc::SYS_clone3, "0,0", "ENOSYS"),
        (libc::SYS_io_uring_setup, "1,0", "ENOSYS"),
        (9999, "0", "ENOSYS"),
    ];
    let mut script = String::from(
        "import ctypes, errno\n\
         libc = ctypes.CDLL(None, use_errno=True)\n\
         def call(*arguments):\n\
         \x20 result = libc.syscall(*[ctypes.c_long(a) for a in arguments])\n\
         \x20 print(errno.errorcode[ctypes.get_errno()] if result == -1 else result)\n",
    );
    for (number, arguments, _) in calls {
        script.push_str(&format!("call({number},{arguments})\n"));
    }
    let sandbox = world.sandbox().await;
    let said = run(&*sandbox, python(&script)).await.ok();
    let answers: Vec<(i64, &str)> = calls.iter().map(|call| call.0).zip(said.lines()).collect();
    let expected: Vec<(i64, &str)> = calls.iter().map(|call| (call.0, call.2)).collect();
    assert_eq!(answers, expected);
}

/// The kernel lets a process stack 16 Landlock layers: whoever can add only 15 is in one already.
pub(crate) async fn is_behind_a_second_wall(world: World) {
    let Some(_) = world.driver.features().landlock_abi else {
        assert!(world.driver.features().missing.iter().any(|missing| missing.what == "landlock"));
        return;
    };
    let script = format!(
        "import ctypes, struct\n\
         libc = ctypes.CDLL(None, use_errno=True)\n\
         layer = ctypes.create_string_buffer(struct.pack('Q', 1 << 7))\n\
         for count in range(20):\n\
         \x20 rules = libc.syscall({}, layer, ctypes.c_long(8), ctypes.c_long(0))\n\
         \x20 if libc.syscall({}, ctypes.c_long(rules), ctypes.c_long(0)) != 0: break\n\
         print(count)\n",
        libc::SYS_landlock_create_ruleset,
        libc::SYS_landlock_restrict_self
    );
    let sandbox = world.sandbox().await;
    assert_eq!(run(&*sandbox, python(&script)).await.ok(), "15\n");
}

/// Seen from the host: what our own processes beside the function may still do.
pub(crate) async fn our_own_processes_keep_little(world: World) {
    let id = unique();
    let sandbox = world.driver.create(spec(&id)).await.unwrap();
    let child = sandbox.spawn(sleeper(&id)).await.unwrap();
    read_line(child.stdout).await;
    let first = status(parent_of(marked(&id)[0]));
    // CAP_CHOWN, CAP_KILL, CAP_SETGID and CAP_SETUID, over the sandbox's own ids only.
    let little = if world.mode == Mode::Root { "00000000000000e1" } else { "0000000000000000" };
    assert!(first.contains(&format!("CapEff:\t{little}\n")), "{first}");
    assert!(first.contains("CapBnd:\t0000000000000000\n"), "{first}");
    assert!(first.contains("NoNewPrivs:\t1\n"), "{first}");
    if world.mode == Mode::Root {
        let keeper = status(keeper_pid());
        // Exactly these, of those that the machine gives at all: mounts and namespaces (SYS_ADMIN), others' ids (SETUID,
        // SETGID, CHOWN), files (DAC_OVERRIDE, DAC_READ_SEARCH), processes (KILL) and limits (SYS_RESOURCE).
        let wanted = [21, 7, 6, 0, 1, 2, 5, 24].iter().fold(0_u64, |set, number| set | 1 << number);
        for line in ["CapPrm", "CapEff"] {
            let rights = keeper.lines().find_map(|found| found.strip_prefix(&format!("{line}:\t"))).unwrap();
            let rights = u64::from_str_radix(rights, 16).unwrap();
            assert_eq!(rights, wanted & own_rights(), "{line}: {keeper}");
        }
        assert!(
            keeper.contains("CapInh:\t0000000000000000\n") && keeper.contains("CapAmb:\t0000000000000000\n")
        );
    }
}

/// What this process, which has forked the keeper, is permitted.
fn own_rights() -> u64 {
    let own = status(std::process::id());
    u64::from_str_radix(own.lines().find_map(|line| line.strip_prefix("CapPrm:\t")).unwrap(), 16).unwrap()
}

fn status(pid: u32) -> String {
    std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap()
}

pub(crate) async fn has_no_network_but_loopback(world: World) {
    let host = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = host.local_addr().unwrap().port();
    let sandbox = world.sandbox().await;
    let script = format!(
        "import socket, errno\n\
         print(*[name for _, name in socket.if_nameindex()])\n\
         def connect(address):\n\
         \x20 s = socket.socket()\n\
         \x20 print(errno.errorcode[s.connect_ex(address)])\n\
         connect(('127.0.0.1', {port}))\n\
         connect(('192.0.2.1', 80))\n\
         s = socket.create_server(('127.0.0.1', 8080)); socket.create_connection(('127.0.0.1', 8080)); print('own')\n"
    );
    assert_eq!(run(&*sandbox, python(&script)).await.ok(), "lo\nECONNREFUSED\nENETUNREACH\nown\n");
}

pub(crate) async fn reaches_the_servers_listener(world: World) {
    let sandbox = world.sandbox().await;
    let listener = sandbox.take_listener(9001).unwrap();
    assert!(sandbox.take_listener(9001).is_none());
    assert!(sandbox.take_listener(9002).is_none());
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let script = "import socket; s = socket.create_connection(('127.0.0.1', 9001)); s.sendall(b'ping'); print(s.recv(9))";
    let serve = async {
        let (stream, peer) = listener.accept().await.unwrap();
        assert!(peer.ip().is_loopback());
        let mut stream = stream.into_std().unwrap();
        stream.set_nonblocking(false).unwrap();
        let mut buffer = [0; 4];
        stream.read_exact(&mut buffer).unwrap();
        stream.write_all(b"pong").unwrap();
        buffer
    };
    let (said, received) = tokio::join!(run(&*sandbox, python(script)), serve);
    assert_eq!(&received, b"ping");
    assert_eq!(said.ok(), "b'pong'\n");
}

pub(crate) async fn inherits_nothing(world: World) {
    for process_ahead in [false, true] {
        let spec = SandboxSpec { process_ahead, ..spec(&unique()) };
        has_nothing(&*world.driver.create(spec).await.unwrap()).await;
    }
}

async fn has_nothing(sandbox: &dyn Sandbox) {
    let mut process = python(
        "import os, sys\n\
         print(sys.argv, sorted(os.environ.items()), os.getcwd(), repr(sys.stdin.read()))\n\
         print(sorted(int(fd) for fd in os.listdir('/proc/self/fd'))[:-1], os.getsid(0) == os.getpid())\n",
    );
    process.argv.push("a b".to_owned());
    process.env = vec![("A".to_owned(), "1=2".to_owned())];
    process.cwd = "/usr".into();
    // Python adds LC_CTYPE to its own environment when there is no locale.
    let said = run(sandbox, process).await.ok().replace(", ('LC_CTYPE', 'C.UTF-8')", "");
    assert_eq!(said, "['-c', 'a b'] [('A', '1=2')] /usr ''\n[0, 1, 2] True\n");
}

pub(crate) async fn cannot_harm_the_first_process(world: World) {
    let sandbox = world.sandbox().await;
    let script = "import os, signal\n\
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP, signal.SIGSEGV):\n\
        \x20 try: os.kill(1, number)\n\
        \x20 except PermissionError: pass\n\
        for name in ('mem', 'environ', 'maps', 'fd', 'root', 'cwd', 'exe'):\n\
        \x20 try: open(f'/proc/1/{name}', 'rb').read(1); print(name)\n\
        \x20 except OSError: pass\n";
    assert_eq!(run(&*sandbox, python(script)).await.ok(), "");
    assert_eq!(run(&*sandbox, shell("echo still here")).await.ok(), "still here\n");
    // Another sandbox of the same server is as far away.
    let other = world.driver.create(spec(&unique())).await.unwrap();
    let alone =
        python("import os; print([int(p) for p in os.listdir('/proc') if p.isdigit()] == [os.getpid()])");
    assert_eq!(run(&*other, alone).await.ok(), "True\n");
}
