//! One attempt, its process, and its answer.

use std::io::{Read as _, Write as _};
use std::os::fd::{AsRawFd as _, FromRawFd as _};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::facts::Facts;

/// How an attempt ended: the name of an error, `contained` (it went, but nowhere), `shown` (what is known and written
/// down to be visible), or `won`; and more words about it.
pub(crate) struct Outcome {
    pub(crate) got: String,
    pub(crate) detail: String,
}

impl Outcome {
    pub(crate) fn won(detail: impl Into<String>) -> Self {
        Self { got: "won".to_owned(), detail: detail.into() }
    }

    pub(crate) fn contained(detail: impl Into<String>) -> Self {
        Self { got: "contained".to_owned(), detail: detail.into() }
    }

    pub(crate) fn shown(detail: impl Into<String>) -> Self {
        Self { got: "shown".to_owned(), detail: detail.into() }
    }

    pub(crate) fn errno(number: i32) -> Self {
        Self { got: name_of(number), detail: String::new() }
    }

    /// The last system call's error.
    pub(crate) fn last() -> Self {
        Self::errno(errno())
    }

    pub(crate) fn of_io(error: &std::io::Error) -> Self {
        Self::errno(error.raw_os_error().unwrap_or(0))
    }
}

#[derive(Clone, Copy)]
pub(crate) enum Run {
    /// A system call by its number. That it does not fail is a win.
    Call(libc::c_long, [usize; 6]),
    Code(fn(&Facts) -> Outcome),
}

/// An attempt: what it tries and which ends are right.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    pub(crate) name: &'static str,
    pub(crate) does: &'static str,
    pub(crate) expects: &'static [&'static str],
    pub(crate) run: Run,
}

pub(crate) const fn call(
    name: &'static str,
    does: &'static str,
    number: libc::c_long,
    arguments: [usize; 6],
    expects: &'static [&'static str],
) -> Attempt {
    Attempt { name, does, expects, run: Run::Call(number, arguments) }
}

pub(crate) const fn code(
    name: &'static str,
    does: &'static str,
    run: fn(&Facts) -> Outcome,
    expects: &'static [&'static str],
) -> Attempt {
    Attempt { name, does, expects, run: Run::Code(run) }
}

#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    name: &'static str,
    does: &'static str,
    expects: &'static [&'static str],
    got: String,
    detail: String,
    held: bool,
    /// Milliseconds until it was told.
    took: u64,
}

/// So many run at the same time.
const WIDTH: usize = 12;
/// An attempt that takes longer is no answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs them, some side by side. The answers are in the attempts' order.
pub(crate) fn run_all(attempts: &[Attempt], facts: &Facts) -> Vec<Answer> {
    let mut answers = Vec::new();
    for batch in attempts.chunks(WIDTH) {
        let mut started: Vec<Started> = Vec::new();
        for attempt in batch {
            started.push(start(attempt, facts, &started));
        }
        answers.extend(batch.iter().zip(started).map(|(attempt, started)| {
            let begun = started.begun;
            let (got, detail) = finish(started);
            let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            let held = attempt.expects.contains(&got.as_str());
            Answer { name: attempt.name, does: attempt.does, expects: attempt.expects, got, detail, held, took }
        }));
    }
    answers
}

struct Started {
    child: i32,
    answer: Option<std::fs::File>,
    begun: Instant,
}

/// `others` run already: what they answer is none of this one's business.
fn start(attempt: &Attempt, facts: &Facts, others: &[Started]) -> Started {
    let mut ends = [0; 2];
    // SAFETY: the array takes two descriptors; the child makes no use of what other threads have locked but the
    // allocator, which the C library leaves usable.
    unsafe {
        libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC);
        let child = libc::fork();
        if child == 0 {
            libc::close(ends[0]);
            for other in others.iter().filter_map(|other| other.answer.as_ref()) {
                libc::close(other.as_raw_fd());
            }
            let outcome = perform(attempt, facts);
            let mut answer = std::fs::File::from_raw_fd(ends[1]);
            let _ = answer.write_all(format!("{}\n{}", outcome.got, outcome.detail).as_bytes());
            libc::_exit(0);
        }
        libc::close(ends[1]);
        Started { child, answer: (child > 0).then(|| std::fs::File::from_raw_fd(ends[0])), begun: Instant::now() }
    }
}

fn perform(attempt: &Attempt, facts: &Facts) -> Outcome {
    match attempt.run {
        Run::Code(run) => run(facts),
        Run::Call(number, arguments) => system_call(number, arguments),
    }
}

/// Waits for the answer, but not for ever, and ends the process with whatever it has started in its group.
fn finish(started: Started) -> (String, String) {
    let Some(mut answer) = started.answer else { return ("nofork".to_owned(), String::new()) };
    let left = PATIENCE.saturating_sub(started.begun.elapsed()).as_millis();
    let mut text = String::new();
    // SAFETY: one structure for a descriptor that is open.
    let ready = unsafe {
        let mut poll = libc::pollfd {
            fd: answer.as_raw_fd(),
            events: libc::POLLIN,
            revents: 0,
        };
        libc::poll(&raw mut poll, 1, i32::try_from(left).unwrap_or(1))
    };
    let mut status = 0;
    if ready != 1 {
        text = "timeout\n".to_owned();
    } else {
        let _ = answer.read_to_string(&mut text);
    }
    // SAFETY: numbers only, and room for the status.
    unsafe {
        if ready != 1 {
            libc::kill(started.child, libc::SIGKILL);
        }
        libc::waitpid(started.child, &raw mut status, 0);
    }
    if text.is_empty() {
        return (format!("signal {}", libc::WTERMSIG(status)), String::new());
    }
    let (got, detail) = text.split_once('\n').unwrap_or((text.as_str(), ""));
    (got.to_owned(), detail.to_owned())
}

/// One system call with these arguments.
pub(crate) fn system_call(number: libc::c_long, arguments: [usize; 6]) -> Outcome {
    let [a, b, c, d, e, f] = arguments;
    // SAFETY: addresses among the arguments are null or invalid, which the kernel answers with an error.
    let result = unsafe { libc::syscall(number, a, b, c, d, e, f) };
    if result < 0 { Outcome::last() } else { Outcome::won(format!("answered {result}")) }
}

pub(crate) fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// The errors that attempts end with, by their names.
fn name_of(number: i32) -> String {
    let name = match number {
        libc::EPERM => "EPERM",
        libc::ENOENT => "ENOENT",
        libc::ESRCH => "ESRCH",
        libc::EIO => "EIO",
        libc::ENXIO => "ENXIO",
        libc::E2BIG => "E2BIG",
        libc::EBADF => "EBADF",
        libc::EAGAIN => "EAGAIN",
        libc::ENOMEM => "ENOMEM",
        libc::EACCES => "EACCES",
        libc::EFAULT => "EFAULT",
        libc::EBUSY => "EBUSY",
        libc::EEXIST => "EEXIST",
        libc::EXDEV => "EXDEV",
        libc::ENODEV => "ENODEV",
        libc::ENOTDIR => "ENOTDIR",
        libc::EINVAL => "EINVAL",
        libc::EMFILE => "EMFILE",
        libc::ENOTTY => "ENOTTY",
        libc::ETXTBSY => "ETXTBSY",
        libc::EFBIG => "EFBIG",
        libc::ENOSPC => "ENOSPC",
        libc::EROFS => "EROFS",
        libc::EMLINK => "EMLINK",
        libc::ENOSYS => "ENOSYS",
        libc::ELOOP => "ELOOP",
        libc::ENOTSUP => "ENOTSUP",
        libc::EPROTONOSUPPORT => "EPROTONOSUPPORT",
        libc::EAFNOSUPPORT => "EAFNOSUPPORT",
        libc::EADDRINUSE => "EADDRINUSE",
        libc::EADDRNOTAVAIL => "EADDRNOTAVAIL",
        libc::ENETUNREACH => "ENETUNREACH",
        libc::ECONNREFUSED => "ECONNREFUSED",
        libc::EDESTADDRREQ => "EDESTADDRREQ",
        libc::EHOSTUNREACH => "EHOSTUNREACH",
        libc::ETIMEDOUT => "ETIMEDOUT",
        other => return format!("errno {other}"),
    };
    name.to_owned()
}
