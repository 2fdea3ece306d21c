//! A response on its way while the runtime still makes it: a short queue between the runtime's connection and whoever
//! invoked the function. When the queue is full the runtime's connection is not read, so a slow client costs no more
//! memory than the queue.

use crate::rate::StreamRate;
use bytes::Bytes;
use tokio::sync::mpsc;

/// Pieces that the queue holds. Each is what one read of the connection gave, at most its buffer of 64 KiB.
const QUEUED: usize = 8;

/// A piece of a streamed response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// It begins; comes once, before all others.
    Head {
        /// What the runtime says that it is.
        content_type: Option<String>,
    },
    /// The next bytes, at least one.
    Chunk(Bytes),
}

/// Where a response that streams goes. Once all receivers are gone, what comes is thrown away and the function ends as
/// if somebody listened.
#[derive(Clone, Debug)]
pub struct ResponseSink {
    queue: mpsc::Sender<Part>,
    rate: StreamRate,
}

impl ResponseSink {
    /// Waits for a place in the queue; false where nobody listens any more.
    pub async fn send(&self, part: Part) -> bool {
        self.queue.send(part).await.is_ok()
    }

    /// How fast it may be sent to.
    pub(crate) fn rate(&self) -> StreamRate {
        self.rate
    }
}

/// The pieces of a response, in their order.
pub type ResponseParts = mpsc::Receiver<Part>;

/// Both ends of a queue for a response that may be so fast.
pub fn response_stream(rate: StreamRate) -> (ResponseSink, ResponseParts) {
    let (queue, receiver) = mpsc::channel(QUEUED);
    (ResponseSink { queue, rate }, receiver)
}
