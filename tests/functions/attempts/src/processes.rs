//! Other processes: of the sandbox's first one, of other sandboxes, of the host.

use crate::attempt::{Attempt, Outcome, call, code, errno, system_call};
use crate::facts::Facts;

const BAD: usize = 8;
const REFUSED: &[&str] = &["EPERM"];
const NOT_THERE: &[&str] = &["ESRCH"];

pub(crate) const ATTEMPTS: &[Attempt] = &[
    call("ptrace attach", "traces the first process", libc::SYS_ptrace, [16, 1, 0, 0, 0, 0], REFUSED),
    call("ptrace seize", "traces it without a stop", libc::SYS_ptrace, [0x4206, 1, 0, 0, 0, 0], REFUSED),
    code("ptrace child", "traces even a child of one's own", trace_child, REFUSED),
    call("process_vm_readv", "reads the first process's memory", libc::SYS_process_vm_readv, [1, BAD, 0, BAD, 0, 0], REFUSED),
    call("process_vm_writev", "writes it", libc::SYS_process_vm_writev, [1, BAD, 0, BAD, 0, 0], REFUSED),
    call("process_madvise", "has its pages taken", libc::SYS_process_madvise, [usize::MAX, BAD, 0, 0, 0, 0], REFUSED),
    call("process_mrelease", "has its memory taken", 448, [usize::MAX, 0, 0, 0, 0, 0], &["ENOSYS"]),
    call("kcmp", "compares its descriptors with ours", libc::SYS_kcmp, [1, 1, 0, 0, 0, 0], REFUSED),
    code("pidfd_getfd", "takes a descriptor of the first process", get_descriptor, &["EPERM", "ESRCH"]),
    call("move_pages", "moves its pages", libc::SYS_move_pages, [1, 0, 0, 0, 0, 0], REFUSED),
    call("migrate_pages", "moves all of them", libc::SYS_migrate_pages, [1, 0, 0, 0, 0, 0], REFUSED),
    code("kill first process", "SIGKILL, SIGSTOP and SIGSEGV for process 1", kill_first, &["contained"]),
    code("signal by descriptor", "the same by a descriptor", signal_by_descriptor, &["EPERM", "ESRCH", "EINVAL", "contained"]),
    code("queued signal", "a signal with a value for process 1", queued_signal, &["EPERM", "contained"]),
    code("limits of the first process", "lowers its limit of descriptors", limits_of_first, &["EPERM", "ESRCH", "shown"]),
    code("scheduling of the first process", "has it wait for everybody", schedule_first, &["EPERM", "ESRCH", "shown"]),
    code("told processes", "signals processes of the host by their numbers", told_processes, NOT_THERE),
    code("told processes in /proc", "looks at them", told_in_proc, &["ENOENT"]),
    code("told processes by descriptor", "opens them", told_by_descriptor, NOT_THERE),
    code("processes that are hidden", "finds others than its own by trying all numbers", hidden, &["contained"]),
    code("processes in /proc", "finds others than its own", listed, &["contained"]),
    code("trace level", "is closed to its own children only as long as it wants", traced_by_nobody, &["contained"]),
];

fn trace_child(_: &Facts) -> Outcome {
    // SAFETY: the child waits to be killed; numbers only.
    unsafe {
        let child = libc::fork();
        if child == 0 {
            libc::pause();
            libc::_exit(0);
        }
        let traced = system_call(libc::SYS_ptrace, [16, child as usize, 0, 0, 0, 0]);
        libc::kill(child, libc::SIGKILL);
        libc::waitpid(child, std::ptr::null_mut(), 0);
        traced
    }
}

/// A descriptor of a process, by its number.
fn descriptor_of(process: i32) -> Result<usize, Outcome> {
    // SAFETY: numbers only.
    let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, process, 0) };
    usize::try_from(fd).map_err(|_| Outcome::last())
}

fn get_descriptor(_: &Facts) -> Outcome {
    match descriptor_of(1) {
        Ok(fd) => system_call(libc::SYS_pidfd_getfd, [fd, 0, 0, 0, 0, 0]),
        Err(outcome) => outcome,
    }
}

/// In the kernel's eyes it has none of these signals' handlers: they are lost, even where they may be sent.
fn kill_first(_: &Facts) -> Outcome {
    let mut answers = Vec::new();
    for signal in [libc::SIGKILL, libc::SIGSTOP, libc::SIGSEGV, libc::SIGTERM] {
        // SAFETY: numbers only.
        let result = unsafe { libc::kill(1, signal) };
        answers.push(if result == 0 { 0 } else { errno() });
    }
    // Had it ended, so had this process.
    Outcome::contained(format!("still here after {answers:?}"))
}

fn signal_by_descriptor(_: &Facts) -> Outcome {
    match descriptor_of(1) {
        Ok(fd) => {
            let sent = system_call(libc::SYS_pidfd_send_signal, [fd, libc::SIGKILL as usize, 0, 0, 0, 0]);
            if sent.got == "won" { Outcome::contained("lost") } else { sent }
        }
        Err(outcome) => outcome,
    }
}

fn queued_signal(_: &Facts) -> Outcome {
    let value = libc::sigval { sival_ptr: std::ptr::null_mut() };
    // SAFETY: numbers and a null value.
    let result = unsafe { libc::sigqueue(1, libc::SIGTERM, value) };
    if result == 0 { Outcome::contained("lost") } else { Outcome::last() }
}

/// Where the server is an ordinary user's, there is one user only, and the first process is its too. Whoever harms that
/// ends its own sandbox and nothing else.
fn own_first() -> Outcome {
    let map = std::fs::read_to_string("/proc/self/uid_map").unwrap_or_default();
    match map.split_whitespace().last() {
        Some("1") => Outcome::shown("of its own sandbox, which has one user"),
        _ => Outcome::won("of another user"),
    }
}

fn limits_of_first(_: &Facts) -> Outcome {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: room for a limit, and no new one.
    let result = unsafe { libc::prlimit(1, libc::RLIMIT_NOFILE, std::ptr::null(), &raw mut limit) };
    if result == 0 { own_first() } else { Outcome::last() }
}

fn schedule_first(_: &Facts) -> Outcome {
    // SAFETY: numbers only. The value is what it has.
    let result = unsafe { libc::setpriority(libc::PRIO_PROCESS, 1, 0) };
    if result == 0 { own_first() } else { Outcome::last() }
}

/// Signal 0 asks whether one might.
fn told_processes(facts: &Facts) -> Outcome {
    for process in &facts.processes {
        // SAFETY: numbers only.
        if unsafe { libc::kill(*process, 0) } == 0 {
            return Outcome::won(process.to_string());
        }
        if errno() != libc::ESRCH {
            return Outcome::last();
        }
    }
    Outcome::errno(libc::ESRCH)
}

fn told_in_proc(facts: &Facts) -> Outcome {
    let there = facts.processes.iter().find(|process| std::fs::metadata(format!("/proc/{process}")).is_ok());
    there.map_or_else(|| Outcome::errno(libc::ENOENT), |process| Outcome::won(process.to_string()))
}

fn told_by_descriptor(facts: &Facts) -> Outcome {
    for process in &facts.processes {
        match descriptor_of(*process) {
            Ok(_) => return Outcome::won(process.to_string()),
            Err(outcome) if outcome.got != "ESRCH" => return outcome,
            Err(_) => {}
        }
    }
    Outcome::errno(libc::ESRCH)
}

/// Numbers of a namespace begin at 1: within the first 32768 there is everything that is there. Whoever is not of this
/// user's answers `EPERM` to a signal: the first process, as root. All others must be this user's.
fn hidden(_: &Facts) -> Outcome {
    // SAFETY: numbers only.
    let foreign: Vec<i32> = (1..32768)
        .filter(|process| unsafe { libc::kill(*process, 0) } != 0 && errno() == libc::EPERM)
        .collect();
    if foreign.iter().all(|process| *process == 1) {
        Outcome::contained("the first process at most")
    } else {
        Outcome::won(format!("{foreign:?}"))
    }
}

fn listed(_: &Facts) -> Outcome {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers: Vec<i32> = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let foreign: Vec<&i32> = numbers
        .iter()
        .filter(|process| {
            let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
            let parent = text.lines().find_map(|line| line.strip_prefix("PPid:\t")?.parse::<i32>().ok());
            // Parents outside are 0: whoever has one other than the first process came from elsewhere.
            parent == Some(0) && **process != 1
        })
        .collect();
    if foreign.is_empty() {
        Outcome::contained(format!("{} of the sandbox's own", numbers.len()))
    } else {
        Outcome::won(format!("{foreign:?}"))
    }
}

/// `TracerPid` says that nobody watches this process, whichever way it started.
fn traced_by_nobody(_: &Facts) -> Outcome {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if text.contains("TracerPid:\t0\n") { Outcome::contained("by nobody") } else { Outcome::won(text) }
}
