//! The keeper's helper: makes file systems for `/tmp`, which takes the disk, the loop driver's threads and their turns on the
//! processors. Meanwhile the keeper serves others, for instance who waits for a sandbox to be furnished.
//!
//! It is forked from the keeper, has one of its rights, gets what the keeper has got from the server, and gives mounts back
//! in the order in which they were asked for. Nothing of a function is ever in it. It ends with the keeper; should it end
//! before, the keeper does its work by itself.

use std::collections::VecDeque;
use std::io;
use std::os::fd::{AsFd, OwnedFd};

use rustix::process::{DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal};
use rustix::thread::{CapabilitySet, set_no_new_privs};
use serde::{Deserialize, Serialize};

use crate::linux::confine::keep_capabilities;
use crate::linux::init::close_all_but;
use crate::linux::protocol::{self, MAX_REPLY};
use crate::linux::scratch::{self, Scratch};
use crate::linux::step::{Failure, Step as _};

/// What it has not answered yet, at most: all of it fits into its sockets, so that neither side ever waits for the other.
const MAX_ASKED: usize = 8;

/// A mount and its root.
pub(crate) type Tmp = (OwnedFd, OwnedFd);
/// What was asked for, and what came of it.
pub(crate) type Answered<T> = Vec<(T, Result<Tmp, Failure>)>;

/// From the helper to the keeper.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    /// The two come along.
    Mounted,
    Failed(Failure),
}

/// From the keeper to the helper; what a [`Scratch`] is made of comes along.
#[derive(Debug, Serialize, Deserialize)]
enum Wanted {
    /// Has a number, and so a byte: an empty packet would say that the keeper is gone.
    Tmp,
}

/// The keeper's side. Each thing that is asked for has a `T`.
pub(crate) struct Mounter<T> {
    /// `None` where there is no helper.
    socket: Option<OwnedFd>,
    waiting: VecDeque<(T, Scratch)>,
    /// How many of those, from the first on, the helper has been told of.
    asked: usize,
}

impl<T> Mounter<T> {
    /// Forks the helper. Without one, everything is done at once.
    pub(crate) fn start(with_helper: bool) -> Self {
        let socket = if with_helper { fork().ok() } else { None };
        Self { socket, waiting: VecDeque::new(), asked: 0 }
    }

    /// Lets the helper go: it ends when nobody can ask it any more.
    pub(crate) fn dismiss(&mut self) {
        self.socket = None;
    }

    /// Readable when there is something for [`Self::answer`].
    pub(crate) fn socket(&self) -> Option<&OwnedFd> {
        self.socket.as_ref()
    }

    /// Asks for a mount. What is answered at once comes back, in order.
    pub(crate) fn ask(&mut self, what: T, scratch: Scratch) -> Answered<T> {
        self.waiting.push_back((what, scratch));
        self.tell()
    }

    /// What the helper says.
    pub(crate) fn answer(&mut self) -> Answered<T> {
        let Some(socket) = &self.socket else { return Vec::new() };
        let mut answered = Vec::new();
        match (protocol::receive::<Answer>(socket, &mut [0; MAX_REPLY]), self.waiting.pop_front()) {
            (Ok(Some((answer, fds))), Some((what, _))) if self.asked > 0 => {
                self.asked -= 1;
                answered.push((what, tmp_from(answer, fds)));
            }
            // It is gone, or says what it never says.
            (_, unanswered) => {
                self.socket = None;
                if let Some(unanswered) = unanswered {
                    self.waiting.push_front(unanswered);
                }
            }
        }
        answered.extend(self.tell());
        answered
    }

    /// Tells the helper of what it does not know yet; does it here if there is none.
    fn tell(&mut self) -> Answered<T> {
        while let Some(socket) = &self.socket {
            let Some((_, scratch)) = self.waiting.get(self.asked).filter(|_| self.asked < MAX_ASKED) else {
                return Vec::new();
            };
            let fds = [scratch.directory.as_fd(), scratch.template.as_fd()];
            let told =
                protocol::encode(&Wanted::Tmp).and_then(|packet| protocol::send(socket, &packet, &fds));
            match told {
                Ok(()) => self.asked += 1,
                Err(_) => self.socket = None,
            }
        }
        self.asked = 0;
        self.waiting.drain(..).map(|(what, scratch)| (what, scratch::mount(&scratch))).collect()
    }
}

fn tmp_from(answer: Answer, fds: Vec<OwnedFd>) -> Result<Tmp, Failure> {
    match (answer, <[OwnedFd; 2]>::try_from(fds)) {
        (Answer::Mounted, Ok([mount, root])) => Ok((mount, root)),
        (Answer::Mounted, Err(_)) => {
            Err(Failure::new("take /tmp", &io::Error::from_raw_os_error(libc::EMFILE)))
        }
        (Answer::Failed(failure), _) => Err(failure),
    }
}

/// Forks it; the keeper's end of the line.
fn fork() -> io::Result<OwnedFd> {
    let (keepers, own) = protocol::socket_pair()?;
    let keeper = rustix::process::getpid();
    // SAFETY: the keeper has one thread, so the child may do all that the parent may.
    // JUSTIFICATION: only fork makes a process that is our own code with our own rights.
    match unsafe { libc::fork() } {
        -1 => Err(io::Error::last_os_error()),
        0 => {
            let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| live(&own, keeper)));
            // SAFETY: ends this process without running what the keeper has registered for its own end.
            unsafe { libc::_exit(i32::from(!matches!(lived, Ok(Ok(()))))) }
        }
        _ => Ok(keepers),
    }
}

/// Until the keeper is gone.
fn live(socket: &OwnedFd, keeper: rustix::process::Pid) -> io::Result<()> {
    close_all_but([socket.as_fd()])?;
    rustix::thread::set_name(c"tenfold-mounter")?;
    // It executes nothing, and could gain nothing by it.
    set_no_new_privs(true)?;
    keep_capabilities(CapabilitySet::SYS_ADMIN)?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    set_parent_process_death_signal(Some(Signal::KILL))?;
    if rustix::process::getppid() != Some(keeper) {
        return Ok(());
    }
    let mut buffer = [0; 64];
    while let Some((Wanted::Tmp, fds)) = protocol::receive(socket, &mut buffer)? {
        let mounted = Scratch::of(fds).ok_or_else(|| io::Error::from_raw_os_error(libc::EMFILE));
        let mounted = mounted.step("hear of a template").and_then(|scratch| scratch::mount(&scratch));
        match &mounted {
            Ok((mount, root)) => {
                protocol::send(socket, &protocol::encode(&Answer::Mounted)?, &[mount.as_fd(), root.as_fd()])?;
            }
            Err(failure) => {
                protocol::send(socket, &protocol::encode(&Answer::Failed(failure.clone()))?, &[])?;
            }
        }
    }
    Ok(())
}
