//! Starts one process of the function, from the sandbox's first process.
//!
//! Between `fork` and `execve` lies the last step of confinement, each part in the only place where it can be:
//! descriptors, then limits, then the user, then the filter, then the program. The parent waits until the program runs:
//! a pipe that closes on `execve` tells, or brings the step that failed. All but the program can be done before it is known:
//! see `ready`.

use std::ffi::{CString, NulError};
use std::io;
use std::os::fd::{AsFd, AsRawFd as _, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::ptr::null;

use rustix::fs::{Gid, Mode, OFlags, Uid};
use rustix::pipe::{PipeFlags, pipe_with};
use rustix::process::{
    DumpableBehavior, Pid, Signal, WaitOptions, kill_process, set_dumpable_behavior, waitpid,
};

use crate::driver::{LATE_FD, Process, RECORDS_FD, SANDBOX_GID, SANDBOX_UID};
use crate::features::Privilege;
use crate::linux::confine;
use crate::linux::init::owned;
use crate::linux::seccomp::Filters;
use crate::linux::snapshot::{Given, Restoring};
use crate::linux::step::{Failure, Step as _};

/// What every process of a sandbox is limited by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) nofile: u32,
    pub(crate) pids_max: u32,
    pub(crate) privilege: Privilege,
}

/// A started process, and the server's ends of what it was given.
pub(crate) struct Spawned {
    pub(crate) pid: Pid,
    pub(crate) outlets: Outlets,
}

/// The reading ends of a process's outputs, and the writing end of its late input.
pub(crate) struct Outlets {
    pub(crate) stdout: OwnedFd,
    pub(crate) stderr: OwnedFd,
    pub(crate) records: Option<OwnedFd>,
    pub(crate) late: Option<OwnedFd>,
    pub(crate) given: Given,
}

/// The function's ends of the same. What gets a number of its own in the function has a greater one until then.
pub(super) struct Ends {
    stdout: OwnedFd,
    stderr: OwnedFd,
    records: Option<OwnedFd>,
    late: Option<OwnedFd>,
}

/// The descriptors that a process of the function may be given are below this one.
pub(super) const FIRST_PRIVATE_FD: i32 = LATE_FD + 1;

/// The steps after `fork`, in order. Their numbers travel through the pipe.
const STEPS: [&str; 9] = [
    "start a session",
    "connect the descriptors",
    "prefer for OOM",
    "set limits",
    "become the function's user",
    "be traced for a moment",
    "apply seccomp",
    "enter the working directory",
    "execute",
];
const ENTER: usize = 7;
pub(super) const EXECUTE: usize = 8;

/// Which step failed, and why.
pub(super) type Failed = (usize, io::Error);

/// Out of memory, the kernel takes a process of the function before the first one. A function may lower its own score
/// again, down to what the first one has: then size decides, and should it ever hit the first one, which is small, the
/// function has ended its own sandbox and nothing else. Giving the first one a lower score changes nothing: whatever it
/// has, its children may reach.
const OOM_SCORE: &str = "1000";

/// Starts the program and returns when it runs, or with what prevented it; then nothing is left. With an image, what
/// runs is that, behind the same walls.
pub(crate) fn spawn(
    process: &Process,
    limits: &Limits,
    filters: &Filters,
    restoring: Option<Restoring>,
) -> Result<Spawned, Failure> {
    let program = Program::prepare(process, restoring.as_ref());
    let program = program.map_err(io::Error::from).step("prepare the program")?;
    let first_private = restoring.as_ref().map_or(FIRST_PRIVATE_FD, Restoring::first_free_fd);
    let (outlets, ends) = open((process.records, process.late), limits.privilege, first_private)?;
    let (told, tell) = pipe_with(PipeFlags::CLOEXEC).step("make a pipe")?;
    let tell = out_of_the_way(tell, first_private).step("move a pipe")?;
    if let Some(restoring) = &restoring {
        restoring.spend_numbers().step("take a process number")?;
    }
    let pid = fork(&tell, || {
        confine(&ends, limits, filters, restoring.as_ref()).err().unwrap_or_else(|| program.run())
    })?;
    drop(tell);
    until_it_runs(pid, &told, &program.path.to_string_lossy())?;
    if let Some(Err(error)) = restoring.map(|restoring| restoring.finish(pid)) {
        let _ = kill_process(pid, Signal::KILL);
        let _ = waitpid(Some(pid), WaitOptions::empty());
        let step = format!("restore an image: {error}");
        return Err(error).step_with(|| step);
    }
    Ok(Spawned { pid, outlets })
}

/// What a process is given, with `records` and a `late` input or without.
pub(super) fn open(
    (records, late): (bool, bool),
    privilege: Privilege,
    first_private: i32,
) -> Result<(Outlets, Ends), Failure> {
    let (stdout, stdout_write) = output(privilege).step("make a pipe")?;
    let (stderr, stderr_write) = output(privilege).step("make a pipe")?;
    let records = records.then(|| output(privilege)).transpose().step("make a pipe")?;
    let (records, records_write) = records.unzip();
    let late = late.then(late_input).transpose().step("make a pipe")?;
    let (late_read, late) = late.unzip();
    let moved = |end: Option<OwnedFd>| end.map(|end| out_of_the_way(end, first_private)).transpose();
    let ends = Ends {
        stdout: stdout_write,
        stderr: stderr_write,
        records: moved(records_write).step("move a pipe")?,
        late: moved(late_read).step("move a pipe")?,
    };
    let given = given(&stdout, &stderr, records.as_ref(), late.as_ref()).step("look at a pipe")?;
    Ok((Outlets { stdout, stderr, records, late, given }, ends))
}

fn out_of_the_way(fd: OwnedFd, first_private: i32) -> io::Result<OwnedFd> {
    Ok(rustix::io::fcntl_dupfd_cloexec(fd, first_private)?)
}

/// Forks a process that does what ends with a program in its place, or tells which step failed.
pub(super) fn fork(tell: &OwnedFd, become_it: impl FnOnce() -> Failed) -> Result<Pid, Failure> {
    // SAFETY: this process has one thread, so the child may do all that the parent may.
    // JUSTIFICATION: the confinement between fork and execve is more than any wrapper offers.
    match unsafe { libc::fork() } {
        -1 => Err(Failure::new("fork", &io::Error::last_os_error())),
        0 => {
            let (step, error) = become_it();
            let errno = error.raw_os_error().unwrap_or(0).to_ne_bytes();
            let _ = rustix::io::write(tell, &[step as u8, errno[0], errno[1], errno[2], errno[3]]);
            // SAFETY: ends this process without running what the parent has registered for its own end.
            unsafe { libc::_exit(127) }
        }
        raw => Pid::from_raw(raw).ok_or_else(|| Failure::new("fork", &io::ErrorKind::InvalidData.into())),
    }
}

/// Returns when the program runs, or with what prevented it.
pub(super) fn until_it_runs(pid: Pid, told: &OwnedFd, path: &str) -> Result<(), Failure> {
    let mut message = [0; 5];
    match rustix::io::retry_on_intr(|| rustix::io::read(told, &mut message)) {
        // Closed by execve: the program runs. (A child killed before that reads the same, and is reaped soon.)
        Ok(0) => Ok(()),
        _ => {
            let _ = waitpid(Some(pid), WaitOptions::empty());
            let [step, errno @ ..] = message;
            let name = STEPS.get(usize::from(step)).copied().unwrap_or("start");
            Err(io::Error::from_raw_os_error(i32::from_ne_bytes(errno)))
                .step_with(|| format!("{name} {path}"))
        }
    }
}

/// In the child: what is the same for every program.
pub(super) fn confine(
    ends: &Ends,
    limits: &Limits,
    filters: &Filters,
    restoring: Option<&Restoring>,
) -> Result<(), Failed> {
    let steps: [&dyn Fn() -> io::Result<()>; ENTER] = [
        &start_session,
        &|| connect(ends).and_then(|()| restoring.map_or(Ok(()), Restoring::connect)),
        &prefer_for_oom,
        &|| confine::limit_resources(limits.nofile, limits.pids_max),
        &|| confine::become_function(limits.privilege),
        // The filter forbids it, to the function for ever.
        &|| restoring.map_or(Ok(()), Restoring::be_traced),
        &|| filters.apply(),
    ];
    steps.iter().enumerate().try_for_each(|(number, step)| step().map_err(|error| (number, error)))
}

/// What `execve` takes, made before it.
pub(super) struct Program {
    path: CString,
    argv: Vec<CString>,
    env: Vec<CString>,
    cwd: CString,
}

impl Program {
    pub(super) fn prepare(process: &Process, restoring: Option<&Restoring>) -> Result<Self, NulError> {
        let argv: Vec<CString> = match restoring {
            // What it is given now is replaced by what the image's was given.
            Some(restoring) => vec![CString::new(restoring.executable())?],
            None => process.argv.iter().map(|text| CString::new(text.as_str())).collect::<Result<_, _>>()?,
        };
        Ok(Self {
            path: argv.first().cloned().unwrap_or_default(),
            argv,
            env: process
                .env
                .iter()
                .map(|(name, value)| CString::new(format!("{name}={value}")))
                .collect::<Result<_, _>>()?,
            cwd: CString::new(process.cwd.as_os_str().as_bytes())?,
        })
    }

    /// In the child, confined. Returns only if something failed.
    pub(super) fn run(&self) -> Failed {
        // As the function's user: what it may not enter, it does not start in.
        if let Err(error) = rustix::process::chdir(&self.cwd) {
            return (ENTER, error.into());
        }
        (EXECUTE, self.execute())
    }

    fn execute(&self) -> io::Error {
        let pointers = |texts: &[CString]| -> Vec<*const libc::c_char> {
            texts.iter().map(|text| text.as_ptr()).chain([null()]).collect()
        };
        let (argv, env) = (pointers(&self.argv), pointers(&self.env));
        // SAFETY: both arrays end with a null pointer and point to terminated strings that live in `self`.
        // JUSTIFICATION: std's exec would search the path and undo none of what we need undone.
        unsafe { libc::execve(self.path.as_ptr(), argv.as_ptr(), env.as_ptr()) };
        io::Error::last_os_error()
    }
}

/// Signals as a new program expects them, and a session of its own.
fn start_session() -> io::Result<()> {
    reset_signals()?;
    rustix::process::setsid()?;
    Ok(())
}

/// The function's descriptors, and besides them none that survives `execve`.
fn connect(ends: &Ends) -> io::Result<()> {
    let null = rustix::fs::open("/dev/null", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?;
    rustix::stdio::dup2_stdin(&null)?;
    // Now, not at the end: its number may be one of the function's by then.
    drop(null);
    rustix::stdio::dup2_stdout(&ends.stdout)?;
    rustix::stdio::dup2_stderr(&ends.stderr)?;
    // SAFETY: marks descriptors, and closes none before execve.
    let marked = unsafe { libc::syscall(libc::SYS_close_range, 3, i32::MAX, libc::CLOSE_RANGE_CLOEXEC) };
    if marked != 0 {
        return Err(io::Error::last_os_error());
    }
    // Their copies are not marked.
    for (end, number) in [(&ends.records, RECORDS_FD), (&ends.late, LATE_FD)] {
        if let Some(end) = end {
            put(end, number)?;
        }
    }
    Ok(())
}

/// Puts a descriptor where the function finds it, to survive `execve`.
fn put(end: &OwnedFd, number: i32) -> io::Result<()> {
    // SAFETY: what was there is a copy of what the first process has; this process, which drops nothing and ends by
    // execve or `_exit`, needs of those only the ones that were moved out of the way.
    let result = unsafe { libc::dup2(end.as_raw_fd(), number) };
    if result == number { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Pipes by their inodes, which both ends have in common.
fn given(
    stdout: &OwnedFd,
    stderr: &OwnedFd,
    records: Option<&OwnedFd>,
    late: Option<&OwnedFd>,
) -> io::Result<Given> {
    let inode = |fd: &OwnedFd| Ok::<_, io::Error>(rustix::fs::fstat(fd)?.st_ino);
    Ok(Given {
        stdout: inode(stdout)?,
        stderr: inode(stderr)?,
        records: records.map(inode).transpose()?,
        late: late.map(inode).transpose()?,
    })
}

/// Raising one's own score needs no right, but `/proc/self` must be one's own: it is not while we refuse tracing. The
/// process still has its builder's user then, whom the function cannot trace.
fn prefer_for_oom() -> io::Result<()> {
    set_dumpable_behavior(DumpableBehavior::Dumpable)?;
    let written = std::fs::write("/proc/self/oom_score_adj", OOM_SCORE);
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    written
}

/// A pipe for an output. The reading end does not block; the writing end belongs to the function's user, so that it
/// can open `/dev/stdout` anew.
fn output(privilege: Privilege) -> io::Result<(OwnedFd, OwnedFd)> {
    let (read, write) = pipe_with(PipeFlags::CLOEXEC)?;
    rustix::io::ioctl_fionbio(&read, true)?;
    if privilege == Privilege::Root {
        let (uid, gid) = (Uid::from_raw(SANDBOX_UID), Gid::from_raw(SANDBOX_GID));
        rustix::fs::fchown(&write, Some(uid), Some(gid))?;
    }
    Ok((read, write))
}

/// A pipe for the late input: the function's end, and the server's, which does not block.
fn late_input() -> io::Result<(OwnedFd, OwnedFd)> {
    let (read, write) = pipe_with(PipeFlags::CLOEXEC)?;
    rustix::io::ioctl_fionbio(&write, true)?;
    Ok((read, write))
}

/// Every signal back to its default, none blocked. The keeper ignores some, and ignoring survives `execve`.
pub(super) fn reset_signals() -> io::Result<()> {
    /// At least as long as the kernel's `struct sigaction`; all zero, it says: the default, nothing else.
    const DEFAULT: [u64; 8] = [0; 8];
    /// The kernel's set of 64 signals, in bytes.
    const SET_SIZE: usize = 8;
    for signal in 1..=64 {
        // SAFETY: the kernel reads one structure and writes none; the default action runs no code of ours. Signals that
        // cannot be set answer with an error, which is fine.
        // JUSTIFICATION: the C library hides two signals, which then would stay as whoever started us has set them.
        unsafe {
            let nothing = std::ptr::null_mut::<u8>();
            libc::syscall(libc::SYS_rt_sigaction, signal, DEFAULT.as_ptr(), nothing, SET_SIZE);
        }
    }
    set_mask(libc::SIG_SETMASK, &[])
}

/// Turns the ends of children into something to poll, and puts signals in order for a first process.
pub(super) fn child_events() -> io::Result<OwnedFd> {
    reset_signals()?;
    set_mask(libc::SIG_BLOCK, &[libc::SIGCHLD])?;
    let set = signal_set(&[libc::SIGCHLD]);
    // SAFETY: makes a new descriptor; the set outlives the call.
    owned(unsafe { libc::signalfd(-1, &raw const set, libc::SFD_CLOEXEC | libc::SFD_NONBLOCK) })
}

/// Reads what has been told; several ends may be one event.
pub(super) fn clear_child_events(events: impl AsFd) {
    let mut buffer = [0; size_of::<libc::signalfd_siginfo>()];
    while rustix::io::read(&events, &mut buffer).is_ok_and(|length| length > 0) {}
}

/// Sends a signal to every process of this namespace but the first, us. The kernel lets none slip through by forking.
pub(super) fn signal_all(signal: libc::c_int) {
    // SAFETY: passes two numbers. In the first process of a namespace, -1 means all the others in it.
    unsafe { libc::kill(-1, signal) };
}

fn set_mask(how: libc::c_int, signals: &[libc::c_int]) -> io::Result<()> {
    let set = signal_set(signals);
    // SAFETY: reads one set and writes none.
    let result = unsafe { libc::sigprocmask(how, &raw const set, std::ptr::null_mut()) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

fn signal_set(signals: &[libc::c_int]) -> libc::sigset_t {
    // SAFETY: an all-zero set is a valid one, and sigemptyset and sigaddset write only to it.
    unsafe {
        let mut set = std::mem::zeroed();
        libc::sigemptyset(&raw mut set);
        for signal in signals {
            libc::sigaddset(&raw mut set, *signal);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_with_a_nul_are_refused() {
        let process = Process {
            argv: vec!["/bin/\0".to_owned()],
            env: Vec::new(),
            cwd: "/".into(),
            records: false,
            late: false,
        };
        assert!(Program::prepare(&process, None).is_err());
    }

    #[test]
    fn outputs_do_not_block_the_reader() {
        let (read, write) = output(Privilege::Rootless).unwrap();
        assert!(read.as_raw_fd() != write.as_raw_fd());
        assert_eq!(rustix::io::read(&read, &mut [0; 1]), Err(rustix::io::Errno::AGAIN));
    }
}
