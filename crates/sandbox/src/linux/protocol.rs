//! The messages between server, keeper and the first process of each sandbox, and how they travel.
//!
//! Every message is one packet on a `SOCK_SEQPACKET` socket pair: postcard bytes, with file descriptors alongside.
//! A packet is read whole or refused: one that is too long is an error. Its descriptors are there all or not at all: where
//! the receiver has none left for them, or they are more than expected, it is told what the message says, without any.
//! Nothing here comes from outside; the limits keep a mistake small, and a sandbox from hurting the server.

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::PathBuf;

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, ReturnFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::driver::{ChildId, Furniture, Process, SandboxSpec, Signal};
use crate::features::Features;
use crate::linux::step::Failure;

/// The longest packet to the keeper or into a sandbox, in bytes. The kernel's default send buffer holds it.
pub(crate) const MAX_REQUEST: usize = 128 * 1024;
/// The longest packet back, in bytes.
pub(crate) const MAX_REPLY: usize = 8 * 1024;
/// The longest packet to a furnisher, in bytes: some paths.
pub(crate) const MAX_ERRAND: usize = 40 * 1024;
/// The most descriptors in one packet.
const MAX_FDS: usize = 16;

/// From the server to the keeper.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Request {
    /// Build a sandbox. Answered when its first process has begun, which then reports [`Report::Ready`] by itself. If
    /// its `/tmp` is to be on disk, two descriptors come along: the directory of scratch files and the template.
    Create { request: u64, spec: SandboxSpec },
    /// Bring the function's own into one. Answered when that is under way; the sandbox then reports [`Report::Furnished`] by
    /// itself.
    Furnish { request: u64, sandbox: SandboxNumber, furniture: Furniture },
    /// Destroy one. Answered when nothing is left of it; one that is gone already is fine.
    Destroy { request: u64, sandbox: SandboxNumber },
    /// Try whether a `/tmp` on disk can be had, with descriptors as above.
    TryScratch { request: u64 },
    /// Say something.
    Ping { request: u64 },
}

/// The keeper's own name for a sandbox; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct SandboxNumber(pub(crate) u64);

/// From the keeper to the server.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// The first packet: the keeper is ready.
    Hello(Features),
    /// The descriptors' meanings are listed in their order.
    Created {
        request: u64,
        sandbox: SandboxNumber,
        /// The first process's number on the host.
        first: u32,
        fds: Vec<FdRole>,
        files: Vec<(GroupFile, PathBuf)>,
    },
    Furnishing {
        request: u64,
    },
    Destroyed {
        request: u64,
    },
    /// It can.
    ScratchWorks {
        request: u64,
    },
    Pong {
        request: u64,
    },
    Failed {
        request: u64,
        failure: Failure,
    },
}

/// What a descriptor that comes with [`Reply::Created`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum FdRole {
    /// The socket to the sandbox's first process.
    Control,
    /// Write here to freeze and thaw.
    Freeze,
}

/// A file of a sandbox's cgroup that is opened when it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum GroupFile {
    /// Read here whether it is frozen, where that is another file.
    FreezeState,
    /// Write here to change the CPU share.
    CpuQuota,
    /// Write here when what it is for has started.
    CpuWeight,
    MemoryPeak,
    /// Read here what the memory is used for.
    MemoryStat,
    OomKills,
}

/// From the keeper to a sandbox's furnisher: mounts come along, and where each goes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Errand {
    pub(crate) targets: Vec<PathBuf>,
}

/// From the server (the first one from the keeper) to a sandbox's first process.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Order {
    /// The keeper has mapped your users: build the sandbox.
    Begin,
    Spawn {
        child: ChildId,
        process: Process,
    },
    /// The same of the image that comes along.
    Restore {
        child: ChildId,
        process: Process,
    },
    /// Take an image of a child with at most that many bytes of its own. Answered with [`Report::Capturing`].
    Capture {
        request: u64,
        child: ChildId,
        most_bytes: u64,
    },
    Signal {
        child: ChildId,
        signal: Signal,
    },
    /// A socket of the sandbox's network, neither bound nor connected. Answered with [`Report::Socket`].
    Socket {
        request: u64,
        kind: SocketKind,
    },
    /// Wait until somebody connects to the listener that comes along. Answered with [`Report::Called`].
    Watch {
        port: u16,
    },
    /// A signal to every process but the first. Answered with [`Report::Done`]; for `Kill` when all are gone.
    All {
        request: u64,
        broadcast: Broadcast,
    },
}

/// What a socket is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SocketKind {
    /// TCP.
    Stream,
    /// UDP.
    Datagram,
}

/// The signals that go to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Broadcast {
    Kill,
    Stop,
    Continue,
}

/// From a sandbox's first process to the server; or, about furnishing, from its furnisher.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Report {
    /// The sandbox is built. The listeners come along, in the order of the specification, and the server's end of the interface.
    Ready,
    /// It could not be built; the process ends.
    Broken(Failure),
    /// All that the keeper brought is in its place, and the furnisher has no right left.
    Furnished,
    /// It is not; the sandbox is of no use.
    Unfurnished(Failure),
    /// Standard output and error come along, and then those of the third output and the late input that it has.
    Spawned {
        child: ChildId,
        records: bool,
        late: bool,
    },
    SpawnFailed {
        child: ChildId,
        failure: Failure,
    },
    Exited {
        child: ChildId,
        end: End,
    },
    /// What the image, or the reason why there is none, can be read from comes along.
    Capturing {
        request: u64,
    },
    CaptureFailed {
        request: u64,
        failure: Failure,
    },
    /// Somebody has connected to this port; its listener comes along.
    Called {
        port: u16,
    },
    /// The socket comes along.
    Socket {
        request: u64,
    },
    SocketFailed {
        request: u64,
        failure: Failure,
    },
    Done {
        request: u64,
    },
}

/// How a process ended, as the kernel tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum End {
    Code(i32),
    Signal(i32),
}

/// Encodes a message, refusing one that is too long to send.
pub(crate) fn encode(message: &impl Serialize) -> io::Result<Vec<u8>> {
    let bytes = postcard::to_stdvec(message).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    if bytes.len() > MAX_REQUEST {
        return Err(io::Error::from_raw_os_error(libc::E2BIG));
    }
    Ok(bytes)
}

/// Sends one packet. Blocks or not as the socket does.
pub(crate) fn send(socket: impl AsFd, packet: &[u8], fds: &[BorrowedFd<'_>]) -> io::Result<()> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FDS))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    if !fds.is_empty() && !ancillary.push(SendAncillaryMessage::ScmRights(fds)) {
        return Err(io::Error::from_raw_os_error(libc::E2BIG));
    }
    // NOSIGNAL: the other side's death is an answer, not a reason to die too.
    rustix::net::sendmsg(socket, &[IoSlice::new(packet)], &mut ancillary, SendFlags::NOSIGNAL)?;
    Ok(())
}

/// Receives one packet into `buffer`. `None` means that the other side is gone. Blocks or not as the socket does.
pub(crate) fn receive<T: DeserializeOwned>(
    socket: impl AsFd,
    buffer: &mut [u8],
) -> io::Result<Option<(T, Vec<OwnedFd>)>> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(MAX_FDS))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let received = rustix::net::recvmsg(
        socket,
        &mut [IoSliceMut::new(buffer)],
        &mut ancillary,
        RecvFlags::CMSG_CLOEXEC,
    )?;
    let mut fds = Vec::new();
    for message in ancillary.drain() {
        if let RecvAncillaryMessage::ScmRights(received) = message {
            fds.extend(received);
        }
    }
    if received.bytes == 0 {
        return Ok(None);
    }
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    if received.flags.contains(ReturnFlags::TRUNC) {
        return Err(invalid());
    }
    if received.flags.contains(ReturnFlags::CTRUNC) {
        fds.clear();
    }
    let packet = buffer.get(..received.bytes).ok_or_else(invalid)?;
    let message = postcard::from_bytes(packet).map_err(|_| invalid())?;
    Ok(Some((message, fds)))
}

/// A connected pair of packet sockets, closed on exec.
pub(crate) fn socket_pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let (one, other) = rustix::net::socketpair(
        rustix::net::AddressFamily::UNIX,
        rustix::net::SocketType::SEQPACKET,
        rustix::net::SocketFlags::CLOEXEC,
        None,
    )?;
    Ok((one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_arrives_whole_with_its_descriptors() {
        let (one, other) = socket_pair().unwrap();
        let (read, _write) = rustix::pipe::pipe().unwrap();
        let packet = encode(&Order::Signal { child: ChildId(7), signal: Signal::Term }).unwrap();
        send(&one, &packet, &[read.as_fd()]).unwrap();
        let (order, fds) = receive::<Order>(&other, &mut [0; 64]).unwrap().unwrap();
        assert!(matches!(order, Order::Signal { child: ChildId(7), signal: Signal::Term }));
        assert_eq!(fds.len(), 1);
        drop(one);
        assert!(receive::<Order>(&other, &mut [0; 64]).unwrap().is_none());
    }

    #[test]
    fn too_many_descriptors_are_none_and_the_next_packet_arrives() {
        let (one, other) = socket_pair().unwrap();
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2 * MAX_FDS))];
        let mut ancillary = SendAncillaryBuffer::new(&mut space);
        let fds = [one.as_fd(); 2 * MAX_FDS];
        assert!(ancillary.push(SendAncillaryMessage::ScmRights(&fds)));
        let packet = encode(&Order::Socket { request: 1, kind: SocketKind::Stream }).unwrap();
        let slices = [IoSlice::new(&packet)];
        rustix::net::sendmsg(&one, &slices, &mut ancillary, SendFlags::NOSIGNAL).unwrap();
        send(&one, &packet, &[one.as_fd()]).unwrap();
        for expected in [0, 1] {
            let (order, fds) = receive::<Order>(&other, &mut [0; 64]).unwrap().unwrap();
            assert!(matches!(order, Order::Socket { request: 1, .. }));
            assert_eq!(fds.len(), expected);
        }
    }

    #[test]
    fn a_packet_that_is_too_long_is_refused() {
        let (one, other) = socket_pair().unwrap();
        let process = Process {
            argv: vec!["x".repeat(100)],
            env: Vec::new(),
            cwd: "/".into(),
            records: false,
            late: false,
        };
        let packet = encode(&Order::Spawn { child: ChildId(1), process }).unwrap();
        send(&one, &packet, &[]).unwrap();
        assert!(receive::<Order>(&other, &mut [0; 64]).is_err());
        assert!(encode(&"x".repeat(MAX_REQUEST + 1)).is_err());
    }

    /// Whatever says so claims to be this long, and is not.
    fn liar(variant: u8, claimed: u64) -> Vec<u8> {
        let mut bytes = vec![variant, 1];
        bytes.extend(postcard::to_stdvec(&claimed).unwrap());
        bytes
    }

    proptest::proptest! {
        /// Of bytes that nobody encoded, none makes decoding panic; and what is decoded is no longer than they are.
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..512)) {
            let length = bytes.len();
            if let Ok(Request::Create { spec, .. }) = postcard::from_bytes::<Request>(&bytes) {
                proptest::prop_assert!(spec.id.len() + spec.binds.len() + spec.listen_ports.len() <= length);
                let _ = crate::linux::validate::spec(&spec);
            }
            let _ = postcard::from_bytes::<Reply>(&bytes);
            let _ = postcard::from_bytes::<Report>(&bytes);
            let _ = postcard::from_bytes::<Errand>(&bytes);
            if let Ok(Order::Spawn { process, .. }) = postcard::from_bytes::<Order>(&bytes) {
                let _ = crate::linux::validate::process(&process);
            }
        }

        /// The same of packets that were whole once: with some bytes changed, or without their end.
        #[test]
        fn spoilt_packets_are_decoded_or_refused(
            at in 0_usize..200, byte in proptest::prelude::any::<u8>(), kept in 0_usize..200, claimed in proptest::prelude::any::<u64>(),
        ) {
            let spec = SandboxSpec {
                id: "one".to_owned(),
                hostname: "inside".to_owned(),
                binds: vec![crate::driver::Bind { source: "/usr".into(), target: "/usr".into() }],
                symlinks: Vec::new(),
                mount_points: vec!["/var/task".into(), "/opt".into()],
                memory_bytes: 96 << 20,
                cpu_millis: 1000,
                pids_max: 32,
                tmp_bytes: 1 << 20,
                tmp_inodes: 64,
                nofile: 1024,
                listen_ports: vec![9001, 9002],
                tunnel: None,
                process_ahead: false,
            };
            let mut packet = encode(&Request::Create { request: 1, spec }).unwrap();
            let length = packet.len();
            packet[at % length] = byte;
            packet.truncate(kept.max(1));
            let _ = postcard::from_bytes::<Request>(&packet);
            for variant in 0..8 {
                // A length that is a lie is no reason to set memory aside: of 2^64 bytes there would be none.
                let bytes = liar(variant, claimed | 1 << 40);
                let _ = postcard::from_bytes::<Request>(&bytes);
                let _ = postcard::from_bytes::<Order>(&bytes);
                let _ = postcard::from_bytes::<Errand>(&bytes[1..]);
            }
        }
    }
}
