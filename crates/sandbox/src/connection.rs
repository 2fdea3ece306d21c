//! A connection into a sandbox.

use std::any::Any;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::driver::MAX_CONNECTIONS;
use crate::error::SandboxError;

/// A TCP connection to a process in a sandbox. While it is open, it counts among the sandbox's
/// [`MAX_CONNECTIONS`].
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    _slot: Slot,
    /// What was set aside for it.
    _descriptor: Box<dyn Any + Send + Sync>,
}

impl Connection {
    /// Keeps `descriptor` as long as it is open.
    pub(crate) fn new(stream: TcpStream, slot: Slot, descriptor: impl Any + Send + Sync) -> Self {
        // Batches are written whole: nothing is gained by waiting for more.
        let _ = stream.set_nodelay(true);
        Self { stream, _slot: slot, _descriptor: Box::new(descriptor) }
    }
}

/// How many connections a sandbox may have.
#[derive(Debug, Clone)]
pub(crate) struct Slots(Arc<Semaphore>);

/// One of them.
pub(crate) type Slot = OwnedSemaphorePermit;

impl Slots {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(MAX_CONNECTIONS)))
    }

    /// A place for a connection to `port`, unless that is a port that the server itself listens on.
    pub(crate) fn take(&self, port: u16, listen_ports: &[u16]) -> Result<Slot, SandboxError> {
        if port == 0 || listen_ports.contains(&port) {
            return Err(SandboxError::Refused(format!("port {port} is not the function's")));
        }
        let slot = Arc::clone(&self.0).try_acquire_owned();
        slot.map_err(|_| SandboxError::Refused("too many connections into the sandbox".to_owned()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
