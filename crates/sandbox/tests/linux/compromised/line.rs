//! The keeper's socket in the hands of somebody else.

use std::cell::RefCell;
use std::fs;
use std::io::{IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{BorrowedFd, OwnedFd};

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage,
    SendFlags, SocketType,
};
use sandbox::linux::Keeper;
use sandbox::{Furniture, SandboxSpec};
use serde::{Deserialize, Serialize};

use crate::harness::Mode;
use crate::world::keeper_pid;

/// What the keeper understands, as its bytes are.
#[derive(Serialize)]
pub(super) enum Asked {
    Create { request: u64, spec: SandboxSpec },
    Furnish { request: u64, sandbox: u64, furniture: Furniture },
    Destroy { request: u64, sandbox: u64 },
    TryScratch { request: u64 },
    Ping { request: u64 },
}

/// What it answers. Of what is not looked at, only where it begins.
#[derive(Debug, Deserialize)]
pub(super) enum Told {
    Hello(()),
    Created { request: u64, sandbox: u64, first: u32 },
    Furnishing { request: u64 },
    Destroyed { request: u64 },
    ScratchWorks { request: u64 },
    Pong { request: u64 },
    Failed { request: u64, failure: Failed },
}

#[derive(Debug, Deserialize)]
pub(super) struct Failed {
    pub(super) step: String,
    pub(super) errno: i32,
}

/// The keeper's socket in the attacker's hands.
pub(super) struct Line {
    pub(super) socket: OwnedFd,
    pub(super) keeper: u32,
    /// What came along with answers: a sandbox whose line is closed ends.
    held: RefCell<Vec<OwnedFd>>,
    _keeper: Keeper,
}

/// Longer than the longest packet.
pub(super) const TOO_LONG: usize = 129 * 1024;

impl Line {
    /// Found as an attacker finds it: among the descriptors of the process, by its kind.
    pub(super) fn steal() -> Self {
        let before = packet_sockets();
        let keeper = Keeper::fork_before_threads().unwrap();
        let socket = packet_sockets().into_iter().find(|fd| !before.contains(fd)).unwrap();
        // SAFETY: borrowed for a moment: the keeper's handle holds it.
        let socket = unsafe { BorrowedFd::borrow_raw(socket) }.try_clone_to_owned().unwrap();
        let mut line = Self { socket, keeper: 0, held: RefCell::default(), _keeper: keeper };
        assert!(matches!(line.hear(), Some(Told::Hello(()))));
        line.keeper = keeper_pid();
        line
    }

    pub(super) fn send(
        &self,
        packet: &[u8],
        fds: &[BorrowedFd<'_>],
        flags: SendFlags,
    ) -> rustix::io::Result<()> {
        let mut space = vec![MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(64))];
        let mut ancillary = SendAncillaryBuffer::new(&mut space);
        assert!(fds.is_empty() || ancillary.push(SendAncillaryMessage::ScmRights(fds)));
        let flags = flags | SendFlags::NOSIGNAL;
        rustix::net::sendmsg(&self.socket, &[IoSlice::new(packet)], &mut ancillary, flags).map(|_| ())
    }

    /// `None` if the keeper is gone.
    pub(super) fn hear(&self) -> Option<Told> {
        let mut buffer = vec![0; 64 * 1024];
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(16))];
        let mut ancillary = RecvAncillaryBuffer::new(&mut space);
        let slices = &mut [IoSliceMut::new(&mut buffer)];
        let received = rustix::net::recvmsg(&self.socket, slices, &mut ancillary, RecvFlags::CMSG_CLOEXEC);
        for message in ancillary.drain() {
            if let RecvAncillaryMessage::ScmRights(fds) = message {
                self.held.borrow_mut().extend(fds);
            }
        }
        let bytes = received.ok().map(|received| received.bytes).filter(|bytes| *bytes > 0)?;
        Some(postcard::from_bytes(&buffer[..bytes]).unwrap())
    }

    pub(super) fn ask(&self, asked: &Asked, fds: &[BorrowedFd<'_>]) -> Told {
        self.send(&postcard::to_stdvec(asked).unwrap(), fds, SendFlags::empty()).unwrap();
        self.hear().expect("the keeper lives")
    }

    pub(super) fn create(&self, spec: SandboxSpec, fds: &[BorrowedFd<'_>]) -> Result<u64, Failed> {
        match self.ask(&Asked::Create { request: 1, spec }, fds) {
            Told::Created { request: 1, sandbox, first } if first > 0 => Ok(sandbox),
            Told::Failed { request: 1, failure } => Err(failure),
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn furnish(&self, sandbox: u64, furniture: Furniture) -> Result<(), i32> {
        match self.ask(&Asked::Furnish { request: 2, sandbox, furniture }, &[]) {
            Told::Furnishing { request: 2 } => Ok(()),
            Told::Failed { request: 2, failure } => Err(failure.errno),
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn destroy(&self, sandbox: u64) {
        let told = self.ask(&Asked::Destroy { request: 3, sandbox }, &[]);
        assert!(matches!(told, Told::Destroyed { request: 3 }), "{told:?}");
    }

    pub(super) fn descriptors_of_the_keeper(&self) -> usize {
        // It answers before it lets go of what it has sent: what comes next finds it without.
        assert!(matches!(self.ask(&Asked::Ping { request: 4 }, &[]), Told::Pong { request: 4 }));
        fs::read_dir(format!("/proc/{}/fd", self.keeper)).unwrap().count()
    }

    pub(super) fn memory_of_the_keeper(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.keeper)).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
    }

    /// Only root looks into the keeper.
    pub(super) fn descriptors_of_the_keeper_if(&self, mode: Mode) -> Option<usize> {
        (mode == Mode::Root).then(|| self.descriptors_of_the_keeper())
    }
}

fn packet_sockets() -> Vec<i32> {
    let all = fs::read_dir("/proc/self/fd").unwrap().flatten();
    let numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    let is_one = |fd: &i32| {
        // SAFETY: borrowed for one question; a number that is closed by now answers with an error.
        let kind = rustix::net::sockopt::socket_type(unsafe { BorrowedFd::borrow_raw(*fd) });
        kind == Ok(SocketType::SEQPACKET)
    };
    numbers.filter(is_one).collect()
}
