//! The device: packets from and to the kernel of the sandbox, and queues of them for `smoltcp`.

use smoltcp::phy::{Checksum, Device, DeviceCapabilities, Medium, RxToken, TxToken};
use smoltcp::time::Instant;
use std::collections::VecDeque;
use std::io;
use std::os::fd::OwnedFd;
use tokio::net::unix::pipe::Receiver;
use tokio::task::spawn_blocking;

/// Bytes of the longest packet: what the device is set to.
pub(crate) const MTU: usize = crate::MTU as usize;
/// Packets that wait to be written.
const MAX_WAITING: usize = 256;

/// Room for a packet, and to see that one is too long.
pub(crate) fn buffer() -> Vec<u8> {
    vec![0; MTU + 1]
}

/// The device's file.
pub(crate) struct Tunnel {
    /// Until it is dropped.
    file: Option<Receiver>,
}

impl Tunnel {
    pub(crate) fn new(tunnel: OwnedFd) -> io::Result<Self> {
        // As of a pipe, it is waited for and read, one packet at a time.
        let file = Receiver::from_owned_fd_unchecked(tunnel)?;
        Ok(Self { file: Some(file) })
    }

    /// Waits until there is something to read.
    pub(crate) async fn readable(&self) -> io::Result<()> {
        match &self.file {
            Some(file) => file.readable().await,
            None => Err(io::ErrorKind::NotConnected.into()),
        }
    }

    /// The next packet, if there is one. `buffer` has room for one that is too long.
    pub(crate) fn read<'a>(&self, buffer: &'a mut [u8]) -> io::Result<Option<&'a [u8]>> {
        let Some(file) = &self.file else { return Err(io::ErrorKind::NotConnected.into()) };
        match file.try_read(buffer) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => Ok(buffer.get(..length)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes a packet. One that the kernel does not take is lost, as packets may be.
    pub(crate) fn write(&self, packet: &[u8]) {
        if let Some(file) = &self.file {
            let _ = rustix::io::write(file, packet);
        }
    }
}

impl Drop for Tunnel {
    /// Closing waits for the kernel, some milliseconds on a busy machine.
    fn drop(&mut self) {
        let Some(Ok(file)) = self.file.take().map(Receiver::into_nonblocking_fd) else { return };
        if tokio::runtime::Handle::try_current().is_ok() {
            spawn_blocking(move || drop(file));
        }
    }
}

/// What `smoltcp` reads from and writes to.
#[derive(Default)]
pub(crate) struct Queues {
    pub(crate) incoming: Option<Vec<u8>>,
    pub(crate) outgoing: VecDeque<Vec<u8>>,
}

impl Device for Queues {
    type RxToken<'a> = Received;
    type TxToken<'a> = Sending<'a>;

    fn receive(&mut self, _: Instant) -> Option<(Received, Sending<'_>)> {
        let packet = self.incoming.take()?;
        Some((Received(packet), Sending(&mut self.outgoing)))
    }

    fn transmit(&mut self, _: Instant) -> Option<Sending<'_>> {
        (self.outgoing.len() < MAX_WAITING).then_some(Sending(&mut self.outgoing))
    }

    fn capabilities(&self) -> DeviceCapabilities {
        let mut capabilities = DeviceCapabilities::default();
        capabilities.medium = Medium::Ip;
        capabilities.max_transmission_unit = MTU;
        capabilities.checksum.ipv4 = Checksum::Both;
        capabilities
    }
}

pub(crate) struct Received(Vec<u8>);

impl RxToken for Received {
    fn consume<R, F: FnOnce(&[u8]) -> R>(self, read: F) -> R {
        read(&self.0)
    }
}

pub(crate) struct Sending<'a>(&'a mut VecDeque<Vec<u8>>);

impl TxToken for Sending<'_> {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, length: usize, write: F) -> R {
        let mut packet = vec![0; length];
        let result = write(&mut packet);
        self.0.push_back(packet);
        result
    }
}
