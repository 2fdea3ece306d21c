//! What comes piece by piece: the events of an answer, or the bytes of a body.

use bytes::Bytes;
use serde_json::{Map, Value};
use std::fmt;
use std::task::{Context, Poll};

type Next<T> = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<T>> + Send>;

/// Pieces in their order, asked for one by one. Whoever does not ask makes the other end wait.
pub struct Flow<T> {
    next: Next<T>,
    live: bool,
    abandoned: Option<Box<dyn FnOnce() + Send>>,
}

impl<T> Flow<T> {
    /// From what gives the next piece, `None` at the end; it is not asked again then.
    pub fn new(next: impl FnMut(&mut Context<'_>) -> Poll<Option<T>> + Send + 'static) -> Self {
        Self { next: Box::new(next), live: false, abandoned: None }
    }

    /// The same of pieces that are for whoever reads them now: when nobody does, the flow is dropped, and not read to its end.
    pub fn live(next: impl FnMut(&mut Context<'_>) -> Poll<Option<T>> + Send + 'static) -> Self {
        Self { live: true, ..Self::new(next) }
    }

    /// Does something when it is known that what still comes is read for nobody.
    #[must_use]
    pub fn when_abandoned(self, does: impl FnOnce() + Send + 'static) -> Self {
        Self { abandoned: Some(Box::new(does)), ..self }
    }

    /// Says that what still comes is for nobody.
    pub fn abandon(&mut self) {
        if let Some(does) = self.abandoned.take() {
            does();
        }
    }

    /// Whether it is over when nobody reads.
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// The next piece.
    pub fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        (self.next)(cx)
    }

    /// The same pieces, each changed.
    pub fn map<U>(mut self, mut change: impl FnMut(T) -> U + Send + 'static) -> Flow<U>
    where
        T: 'static,
    {
        let (live, abandoned) = (self.live, self.abandoned.take());
        let next = move |cx: &mut Context<'_>| self.poll_next(cx).map(|next| next.map(&mut change));
        Flow { live, abandoned, ..Flow::new(next) }
    }

    /// Another piece before all of them.
    pub fn after(mut self, first: T) -> Self
    where
        T: Send + 'static,
    {
        let (live, abandoned, mut first) = (self.live, self.abandoned.take(), Some(first));
        let next = move |cx: &mut Context<'_>| match first.take() {
            Some(first) => Poll::Ready(Some(first)),
            None => self.poll_next(cx),
        };
        Self { live, abandoned, ..Self::new(next) }
    }
}

impl<T> fmt::Debug for Flow<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Flow")
    }
}

/// An answer ended before its end. The connection is cut, since its status is sent already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answer broke off")]
pub struct BrokenOff;

/// An event of an answer: a member of the union that the operation's model calls its event stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The member's name.
    pub name: &'static str,
    /// What it says.
    pub content: Content,
}

/// The content of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Its payload blob.
    Bytes(Bytes),
    /// Its members.
    Members(Map<String, Value>),
    /// The members of an error, by which the answer ends.
    Exception(Map<String, Value>),
}
