//! A connection: its near end is spoken by `smoltcp`, its far end is a socket of this process.

use crate::memory::Reserved;
use crate::{Destination, dial};
use bytes::{Buf, Bytes};
use smoltcp::socket::tcp::{Socket, SocketBuffer, State};
use smoltcp::wire::IpListenEndpoint;
use std::any::Any;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;

/// Pieces that are on their way between the two ends, in each direction.
const PIECES: usize = 2;

/// What a connection may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    /// Bytes at the near end, for each direction; a packet fits.
    buffer: usize,
    /// Bytes of a piece.
    piece: usize,
}

impl Size {
    /// Of the first ones of a sandbox, which most have no more than.
    const LARGE: Self = Self { buffer: 64 << 10, piece: 16 << 10 };
    const SMALL: Self = Self { buffer: 16 << 10, piece: 4 << 10 };
    const MANY: usize = 16;

    /// Where so many are open already.
    pub(crate) fn after(open: usize) -> Self {
        if open < Self::MANY { Self::LARGE } else { Self::SMALL }
    }

    /// Bytes altogether, at most.
    pub(crate) fn bytes(self) -> u64 {
        // In each direction the buffer, and of pieces those between, one that is read or written, and the rest of one.
        (2 * (self.buffer + (PIECES + 2) * self.piece)) as u64
    }
}

/// From the far end.
enum Event {
    Connected,
    Data(Bytes),
    /// No more will come.
    End,
    /// It failed: the near end is to hear of that as a reset.
    Lost,
}

/// The far end of a connection, and what is between.
pub(crate) struct Far {
    /// Until the near end has said that it has said all.
    to: Option<mpsc::Sender<Bytes>>,
    from: mpsc::Receiver<Event>,
    /// What the near end has not taken yet.
    rest: Bytes,
    /// The far end is there, which the near end has been told; it may not have said yet that it knows.
    connected: bool,
    /// The near end is to be closed when it has taken it all.
    ended: bool,
    piece: usize,
    task: JoinHandle<()>,
    _memory: Reserved,
}

impl Drop for Far {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The near end, which waits for its first packet and does not answer it until the far end is there.
pub(crate) fn near(at: SocketAddr, size: Size) -> Option<Socket<'static>> {
    let buffer = || SocketBuffer::new(vec![0; size.buffer]);
    let mut socket = Socket::new(buffer(), buffer());
    socket.pause_synack(true);
    socket.set_nagle_enabled(false);
    // What is collected to be acknowledged later makes a sender wait who sends little.
    socket.set_ack_delay(None);
    // One that the sandbox has forgotten is answered with a reset, and is no longer in the way of others.
    socket.set_keep_alive(Some(smoltcp::time::Duration::from_secs(60)));
    socket.listen(IpListenEndpoint { addr: Some(at.ip().into()), port: at.port() }).ok()?;
    Some(socket)
}

impl Far {
    /// Begins to connect. `wake` is told whenever there is something new.
    pub(crate) fn begin(
        to: Destination,
        size: Size,
        wake: Arc<Notify>,
        (descriptor, memory): (Box<dyn Any + Send>, Reserved),
    ) -> Self {
        let (sender, receiver) = mpsc::channel(PIECES);
        let (events, from) = mpsc::channel(PIECES);
        let task = tokio::spawn(async move {
            let _descriptor = descriptor;
            if let Err(error) = talk(to, size, receiver, &events, &wake).await {
                tracing::debug!(to = %to.address, %error, "a function's connection failed");
                let _ = events.send(Event::Lost).await;
            }
            wake.notify_one();
        });
        Self {
            to: Some(sender),
            from,
            rest: Bytes::new(),
            connected: false,
            ended: false,
            piece: size.piece,
            task,
            _memory: memory,
        }
    }

    /// Moves what can be moved in both directions. False when nothing is left to do.
    pub(crate) fn shuttle(&mut self, near: &mut Socket<'_>) -> bool {
        self.deliver(near);
        self.collect(near);
        !matches!(near.state(), State::Closed | State::TimeWait | State::Listen)
    }

    fn deliver(&mut self, near: &mut Socket<'_>) {
        loop {
            // A far end that hangs up at once does so after the near end has heard that it was there: closed before that, it never would.
            if self.connected && near.state() == State::SynReceived {
                return;
            }
            if !self.rest.is_empty() {
                if !near.may_send() {
                    return;
                }
                let taken = near.send_slice(&self.rest).unwrap_or(0);
                self.rest.advance(taken);
                if !self.rest.is_empty() {
                    return;
                }
            }
            match self.from.try_recv() {
                Ok(Event::Connected) => {
                    near.pause_synack(false);
                    self.connected = true;
                }
                Ok(Event::Data(data)) => self.rest = data,
                Ok(Event::End) => {
                    self.ended = true;
                    near.close();
                    return;
                }
                Ok(Event::Lost) => return near.abort(),
                Err(mpsc::error::TryRecvError::Empty) => return,
                Err(mpsc::error::TryRecvError::Disconnected) if self.ended => return,
                // It ended without a word.
                Err(mpsc::error::TryRecvError::Disconnected) => return near.abort(),
            }
        }
    }

    fn collect(&mut self, near: &mut Socket<'_>) {
        while near.can_recv() {
            let Some(to) = &self.to else { return };
            // Without a permit it stays where it is, and the window closes.
            let permit = match to.try_reserve() {
                Ok(permit) => permit,
                Err(mpsc::error::TrySendError::Full(())) => return,
                // The far end takes no more: what still comes goes nowhere.
                Err(mpsc::error::TrySendError::Closed(())) => {
                    let _ = near.recv(|data| (data.len(), ()));
                    continue;
                }
            };
            let data = near.recv(|data| {
                let piece = data.get(..data.len().min(self.piece)).unwrap_or_default();
                (piece.len(), Bytes::copy_from_slice(piece))
            });
            if let Ok(data) = data {
                permit.send(data);
            }
        }
        let has_ended = matches!(
            near.state(),
            State::CloseWait | State::LastAck | State::Closing | State::TimeWait | State::Closed
        );
        if has_ended {
            self.to = None;
        }
    }
}

async fn talk(
    to: Destination,
    size: Size,
    from_near: mpsc::Receiver<Bytes>,
    to_near: &mpsc::Sender<Event>,
    wake: &Notify,
) -> io::Result<()> {
    let stream: TcpStream = dial::tcp(to).await?;
    if to_near.send(Event::Connected).await.is_err() {
        return Ok(());
    }
    wake.notify_one();
    let (reading, writing) = stream.into_split();
    tokio::try_join!(read(reading, size, to_near, wake), write(writing, from_near, wake)).map(|_| ())
}

async fn read(
    mut from: OwnedReadHalf,
    size: Size,
    to_near: &mpsc::Sender<Event>,
    wake: &Notify,
) -> io::Result<()> {
    let mut piece = vec![0; size.piece];
    loop {
        let length = from.read(&mut piece).await?;
        let event = match piece.get(..length) {
            Some(data) if length > 0 => Event::Data(Bytes::copy_from_slice(data)),
            _ => Event::End,
        };
        // Nobody there: the near end was reset, and this task is ended soon.
        let sent = to_near.send(event).await;
        wake.notify_one();
        if sent.is_err() || length == 0 {
            return Ok(());
        }
    }
}

async fn write(
    mut to: OwnedWriteHalf,
    mut from_near: mpsc::Receiver<Bytes>,
    wake: &Notify,
) -> io::Result<()> {
    while let Some(data) = from_near.recv().await {
        // There is room for more.
        wake.notify_one();
        to.write_all(&data).await?;
    }
    to.shutdown().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_fits_and_all_of_a_sandbox_are_bounded() {
        for size in [Size::LARGE, Size::SMALL] {
            assert!(size.buffer >= crate::device::MTU);
        }
        let all: u64 = (0..crate::MAX_CONNECTIONS).map(|open| Size::after(open).bytes()).sum();
        assert!(all < 20 << 20, "{all}");
    }
}
