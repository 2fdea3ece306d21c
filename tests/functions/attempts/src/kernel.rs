//! The kernel's less walked ways, and rights that nobody gave.

use crate::attempt::{Attempt, Outcome, call, code, system_call};
use crate::facts::Facts;

const BAD: usize = 8;
const REFUSED: &[&str] = &["EPERM"];
const UNKNOWN: &[&str] = &["ENOSYS"];
const EITHER: &[&str] = &["EPERM", "ENOSYS"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    call("bpf", "a program in the kernel", libc::SYS_bpf, [5, BAD, 0, 0, 0, 0], REFUSED),
    call("perf_event_open", "counts what others do", libc::SYS_perf_event_open, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("userfaultfd", "serves page faults", libc::SYS_userfaultfd, [usize::MAX, 0, 0, 0, 0, 0], REFUSED),
    call("io_uring_setup", "a ring of requests that no filter sees", libc::SYS_io_uring_setup, [1, BAD, 0, 0, 0, 0], UNKNOWN),
    call("io_uring_enter", "rings", libc::SYS_io_uring_enter, [usize::MAX, 0, 0, 0, 0, 0], UNKNOWN),
    call("io_uring_register", "rings", libc::SYS_io_uring_register, [usize::MAX, 0, 0, 0, 0, 0], UNKNOWN),
    call("keyctl", "keys of whoever started the server", libc::SYS_keyctl, [0, usize::MAX - 3, 0, 0, 0, 0], REFUSED),
    call("add_key", "a key that outlives the sandbox", libc::SYS_add_key, [BAD, BAD, 0, 0, 0, 0], REFUSED),
    call("request_key", "has the kernel start a program of the host", libc::SYS_request_key, [BAD, BAD, 0, 0, 0, 0], REFUSED),
    call("init_module", "a kernel module", libc::SYS_init_module, [BAD, 0, BAD, 0, 0, 0], REFUSED),
    call("finit_module", "one from a file", libc::SYS_finit_module, [usize::MAX, BAD, 0, 0, 0, 0], REFUSED),
    call("delete_module", "takes a module away", libc::SYS_delete_module, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("kexec_load", "another kernel", libc::SYS_kexec_load, [0, usize::MAX, 0, usize::MAX, 0, 0], REFUSED),
    call("kexec_file_load", "another kernel from a file", libc::SYS_kexec_file_load, [usize::MAX, usize::MAX, 0, 0, usize::MAX, 0], EITHER),
    call("reboot", "ends the machine", libc::SYS_reboot, [0, 0, 0, 0, 0, 0], REFUSED),
    call("syslog", "the kernel's log", libc::SYS_syslog, [3, 0, 0, 0, 0, 0], REFUSED),
    call("acct", "the accounting of processes", libc::SYS_acct, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("swapon", "memory on a file", libc::SYS_swapon, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("swapoff", "takes swap away", libc::SYS_swapoff, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("clock_settime", "sets the clock", libc::SYS_clock_settime, [0, BAD, 0, 0, 0, 0], REFUSED),
    call("settimeofday", "sets the clock the old way", libc::SYS_settimeofday, [BAD, BAD, 0, 0, 0, 0], REFUSED),
    call("adjtimex", "tunes the clock", libc::SYS_adjtimex, [BAD, 0, 0, 0, 0, 0], REFUSED),
    call("clock_adjtime", "tunes another clock", libc::SYS_clock_adjtime, [0, BAD, 0, 0, 0, 0], REFUSED),
    call("vhangup", "hangs up a terminal", libc::SYS_vhangup, [0; 6], REFUSED),
    call("lookup_dcookie", "paths by the profiler's number", libc::SYS_lookup_dcookie, [0, BAD, 0, 0, 0, 0], EITHER),
    call("memfd_secret", "memory out of the kernel's sight", libc::SYS_memfd_secret, [0, 0, 0, 0, 0, 0], UNKNOWN),
    call("map_shadow_stack", "a shadow stack", 453, [0, 4096, 0, 0, 0, 0], UNKNOWN),
    call("mseal", "memory that cannot be taken back", 462, [0, 0, usize::MAX, 0, 0, 0], UNKNOWN),
    call("uretprobe", "a call that only probes make", 335, [0; 6], &["ENOSYS", "signal 4"]),
    call("a call of the future", "a number that no kernel has yet", 9999, [0; 6], UNKNOWN),
    call("vmsplice to nowhere", "pages into a pipe that is none", libc::SYS_vmsplice, [usize::MAX, BAD, 1, 0, 0, 0], &["EBADF"]),
    call("ioctl TIOCSTI", "types into the terminal of whoever started the server", libc::SYS_ioctl, [0, 0x5412, BAD, 0, 0, 0], REFUSED),
    call("ioctl TIOCSTI, high bits", "the same with bits that the kernel ignores", libc::SYS_ioctl, [0, 0x1_0000_5412, BAD, 0, 0, 0], REFUSED),
    call("ioctl TIOCLINUX", "pastes into a console", libc::SYS_ioctl, [0, 0x541C, BAD, 0, 0, 0], REFUSED),
    code("ioctl TIOCSCTTY", "takes a terminal", take_terminal, &["ENXIO", "ENOENT"]),
    call("ioctl FS_IOC_SETFLAGS", "flags of files", libc::SYS_ioctl, [0, 0x4008_6602, BAD, 0, 0, 0], REFUSED),
    code("ioctl FIFREEZE", "freezes the file system", freeze_tmp, REFUSED),
    call("setuid 0", "becomes root", libc::SYS_setuid, [0; 6], &["EPERM", "EINVAL"]),
    call("setresuid 0", "becomes root, thrice", libc::SYS_setresuid, [0; 6], &["EPERM", "EINVAL"]),
    call("setgid 0", "becomes root's group", libc::SYS_setgid, [0; 6], &["EPERM", "EINVAL"]),
    call("setgroups", "takes groups", libc::SYS_setgroups, [1, BAD, 0, 0, 0, 0], REFUSED),
    call("setuid neighbour", "becomes the next sandbox's user", libc::SYS_setuid, [0x7000_07e1, 0, 0, 0, 0, 0], &["EPERM", "EINVAL"]),
    call("capset", "takes capabilities", libc::SYS_capset, [BAD, BAD, 0, 0, 0, 0], REFUSED),
    call("ambient capability", "keeps one for programs", libc::SYS_prctl, [47, 2, 21, 0, 0, 0], &["EPERM", "EINVAL"]),
    call("no_new_privs off", "takes the lock off", libc::SYS_prctl, [38, 0, 0, 0, 0, 0], &["EINVAL"]),
    call("securebits", "changes what root means", libc::SYS_prctl, [28, 0x2f, 0, 0, 0, 0], REFUSED),
    call("bounding set", "drops from a set that is empty", libc::SYS_prctl, [24, 21, 0, 0, 0, 0], REFUSED),
    call("seccomp off", "another mode of the filter", libc::SYS_prctl, [22, 0, 0, 0, 0, 0], &["EINVAL"]),
    code("seccomp stays", "a program that is started anew has the filter, no rights and no way to any", walls_stay, &["contained"]),
    code("seccomp by 32-bit calls", "the calls of the other architecture", old_calls, &["signal 31", "ENOSYS", "ENOTSUP", "EFAULT"]),
    code("seccomp by x32 calls", "mount by its number of the third architecture", x32_mount, &["ENOSYS"]),
    call("priority", "before everybody else", libc::SYS_setpriority, [0, 0, (-20_isize) as usize, 0, 0, 0], &["EACCES", "EPERM"]),
    code("real time", "a class that nobody interrupts", real_time, REFUSED),
    call("IO priority", "the disk before everybody else", libc::SYS_ioprio_set, [1, 0, 1 << 13, 0, 0, 0], REFUSED),
    code("raise limits", "more descriptors and processes than given", raise_limits, REFUSED),
    code("lock memory", "more memory than may be locked", lock_memory, &["EPERM", "ENOMEM", "EAGAIN"]),
    code("core dump", "a crash that starts the host's handler or leaves a file", core_dump, &["contained"]),
    code("address layout", "the same addresses in every program", address_layout, &["contained"]),
];

/// `/dev/console` and `/dev/ptmx` are not there; `/dev/tty` is nobody's.
fn take_terminal(_: &Facts) -> Outcome {
    // SAFETY: a terminated path.
    let fd = unsafe { libc::open(c"/dev/tty".as_ptr(), libc::O_RDWR) };
    if fd < 0 { Outcome::last() } else { system_call(libc::SYS_ioctl, [fd as usize, 0x540E, 0, 0, 0, 0]) }
}

fn freeze_tmp(_: &Facts) -> Outcome {
    // SAFETY: a terminated path, then numbers. What was frozen is thawed at once.
    unsafe {
        let fd = libc::open(c"/tmp".as_ptr(), libc::O_RDONLY);
        let frozen = system_call(libc::SYS_ioctl, [fd as usize, 0xC004_5877, 0, 0, 0, 0]);
        libc::ioctl(fd, 0xC004_5878_u64 as _, 0);
        frozen
    }
}

fn walls_stay(_: &Facts) -> Outcome {
    let Ok(done) = std::process::Command::new("/usr/bin/cat").arg("/proc/self/status").output() else {
        return Outcome::contained("no program starts");
    };
    let text = String::from_utf8_lossy(&done.stdout);
    let has = |line: &str| text.lines().any(|found| found == line);
    let empty = ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"];
    let wrong: Vec<String> = empty
        .iter()
        .map(|set| format!("{set}:\t0000000000000000"))
        .chain(["NoNewPrivs:\t1".to_owned(), "Seccomp:\t2".to_owned()])
        .filter(|line| !has(line))
        .collect();
    if wrong.is_empty() { Outcome::contained("as before") } else { Outcome::won(wrong.join(" ")) }
}

/// `getpid` by the interrupt of old: with a filter that knows one architecture only, it would say a number.
#[cfg(target_arch = "x86_64")]
fn old_calls(_: &Facts) -> Outcome {
    let result: i32;
    // SAFETY: the number of a call that touches no memory.
    unsafe {
        std::arch::asm!("int 0x80", inlateout("eax") 20_i32 => result);
    }
    if result > 0 { Outcome::won(format!("answered {result}")) } else { Outcome::errno(-result) }
}

#[cfg(not(target_arch = "x86_64"))]
fn old_calls(_: &Facts) -> Outcome {
    Outcome::errno(libc::ENOSYS)
}

fn x32_mount(_: &Facts) -> Outcome {
    system_call(0x4000_0000 | 165, [BAD, BAD, BAD, 0, 0, 0])
}

fn real_time(_: &Facts) -> Outcome {
    let parameters = libc::sched_param { sched_priority: 1 };
    // SAFETY: one structure, only read.
    let result = unsafe { libc::sched_setscheduler(0, libc::SCHED_FIFO, &raw const parameters) };
    if result < 0 { Outcome::last() } else { Outcome::won("first in first out") }
}

fn raise_limits(_: &Facts) -> Outcome {
    for resource in [libc::RLIMIT_NOFILE, libc::RLIMIT_NPROC, libc::RLIMIT_MEMLOCK, libc::RLIMIT_CORE] {
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: room for one limit.
        let raised = unsafe {
            libc::getrlimit(resource, &raw mut limit);
            limit.rlim_max = limit.rlim_max.saturating_add(1);
            libc::setrlimit(resource, &raw const limit)
        };
        if raised == 0 {
            return Outcome::won(format!("limit {resource}"));
        }
    }
    Outcome::last()
}

fn lock_memory(_: &Facts) -> Outcome {
    let memory = vec![1_u8; 1 << 20];
    // SAFETY: memory of our own.
    let result = unsafe { libc::mlock(memory.as_ptr().cast(), memory.len()) };
    if result < 0 { Outcome::last() } else { Outcome::won("1 MiB") }
}

fn core_dump(_: &Facts) -> Outcome {
    let mut status = 0;
    // SAFETY: the child crashes at once; room for its status.
    unsafe {
        let child = libc::fork();
        if child == 0 {
            libc::prctl(libc::PR_SET_DUMPABLE, 1);
            libc::chdir(c"/tmp".as_ptr());
            libc::raise(libc::SIGSEGV);
            libc::_exit(0);
        }
        libc::waitpid(child, &raw mut status, 0);
    }
    let file = ["/tmp/core", "core"].into_iter().find(|path| std::fs::metadata(path).is_ok());
    match file {
        Some(file) => Outcome::won(file),
        None if libc::WCOREDUMP(status) => Outcome::won("dumped somewhere"),
        None => Outcome::contained("no dump"),
    }
}

/// Where a program has its stack, twice.
fn address_layout(_: &Facts) -> Outcome {
    let stack = || {
        let done = std::process::Command::new("/usr/bin/cat").arg("/proc/self/maps").output().ok()?;
        let text = String::from_utf8_lossy(&done.stdout).into_owned();
        text.lines().find(|line| line.ends_with("[stack]")).map(str::to_owned)
    };
    match (stack(), stack(), stack()) {
        (Some(one), Some(two), Some(three)) if one == two && two == three => Outcome::won(one),
        (Some(_), Some(_), Some(_)) => Outcome::contained("another each time"),
        _ => Outcome::errno(libc::ENOENT),
    }
}
