//! A process of the function that is forked before it is known what it will run.
//!
//! It has gone through all of its confinement (`spawn::confine`), as every process does, and waits for its program: then all
//! that is left to do is `execve`. Until then it is our own code, with no more rights than the function has, and nothing of the
//! function runs beside it: it becomes the first process that is asked for.

use std::io;
use std::os::fd::OwnedFd;

use rustix::net::{AddressFamily, SocketFlags, SocketType, socketpair};
use rustix::pipe::{PipeFlags, pipe_with};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use crate::driver::Process;
use crate::linux::protocol::{self, MAX_REQUEST};
use crate::linux::seccomp::Filters;
use crate::linux::spawn::{
    self, FIRST_PRIVATE_FD, Failed, Limits, Outlets, Program, Spawned, confine, until_it_runs,
};
use crate::linux::step::{Failure, Step as _};

/// See the module's documentation.
pub(crate) struct Ready {
    pid: Pid,
    outlets: Outlets,
    /// It hears what to run, and ends if this is closed before.
    orders: OwnedFd,
    /// Closed when it runs that.
    told: OwnedFd,
}

impl Ready {
    /// Forks one.
    pub(crate) fn fork(limits: &Limits, filters: &Filters) -> Result<Self, Failure> {
        let (outlets, ends) = spawn::open((false, false), limits.privilege, FIRST_PRIVATE_FD)?;
        let (told, tell) = pipe_with(PipeFlags::CLOEXEC).step("make a pipe")?;
        let pair = socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, SocketFlags::CLOEXEC, None);
        let (orders, ordered) = pair.step("make a socket pair")?;
        let orders = std::cell::Cell::new(Some(orders));
        let pid = spawn::fork(&tell, || {
            // Its own copy would keep it from hearing that nobody will say anything any more.
            drop(orders.take());
            confine(&ends, limits, filters, None).err().unwrap_or_else(|| wait(&ordered))
        })?;
        let orders = orders.take().ok_or_else(|| Failure::new("fork", &io::ErrorKind::InvalidData.into()))?;
        Ok(Self { pid, outlets, orders, told })
    }

    /// Whether it can become this one.
    pub(crate) fn fits(process: &Process) -> bool {
        !process.records && !process.late
    }

    pub(crate) fn is(&self, pid: Pid) -> bool {
        self.pid == pid
    }

    /// Tells it what to run.
    pub(crate) fn tell(&self, process: &Process) -> io::Result<()> {
        protocol::send(&self.orders, &protocol::encode(process)?, &[])?;
        // Where it was stopped with all others, whoever waits for it would not hear that it may go on.
        Ok(kill_process(self.pid, Signal::CONT)?)
    }

    /// Ends it; then nothing is left.
    pub(crate) fn end(self) {
        let _ = kill_process(self.pid, Signal::KILL);
        let _ = rustix::io::retry_on_intr(|| waitpid(Some(self.pid), WaitOptions::empty()));
    }

    /// Returns when it runs what it was told, or with what prevented it; then nothing is left.
    pub(crate) fn started(self, process: &Process) -> Result<Spawned, Failure> {
        until_it_runs(self.pid, &self.told, process.argv.first().map_or("", String::as_str))?;
        Ok(Spawned { pid: self.pid, outlets: self.outlets })
    }
}

/// Hears of a process and prepares its program once, for nobody: what is done for the first time after a fork copies pages, which
/// so happens before somebody waits.
pub(crate) fn rehearse(buffer: &mut [u8]) {
    let text = |length: usize| "_".repeat(length);
    let process = Process {
        argv: vec![text(32)],
        env: (0..32).map(|_| (text(24), text(48))).collect(),
        cwd: text(16).into(),
        records: false,
        late: false,
    };
    let pair = socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, SocketFlags::CLOEXEC, None);
    // It need not succeed.
    if let (Ok((there, here)), Ok(packet)) = (pair, protocol::encode(&process))
        && protocol::send(&there, &packet, &[]).is_ok()
        && let Ok(Some((process, _))) = protocol::receive::<Process>(&here, buffer)
    {
        let _ = Program::prepare(&process, None);
    }
}

/// In the child, confined: runs what it is told.
fn wait(ordered: &OwnedFd) -> Failed {
    let mut buffer = vec![0; MAX_REQUEST];
    rehearse(&mut buffer);
    match protocol::receive::<Process>(ordered, &mut buffer) {
        Ok(Some((process, _))) => match Program::prepare(&process, None) {
            Ok(program) => program.run(),
            Err(_) => (spawn::EXECUTE, io::Error::from_raw_os_error(libc::EINVAL)),
        },
        // SAFETY: ends this process without running what the parent has registered for its own end.
        Ok(None) => unsafe { libc::_exit(0) },
        Err(error) => (spawn::EXECUTE, error),
    }
}
