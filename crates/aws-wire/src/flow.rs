//! What comes piece by piece: the events of an answer, or the bytes of a body.

use bytes::Bytes;
use serde_json::{Map, Value};
use std::fmt;
use std::task::{Context, Poll};

type Next<T> = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<T>> + Send>;

/// Pieces in their order, asked for one by one. Whoever does not ask makes the other end wait.
pub struct Flow<T>(Next<T>);

impl<T> Flow<T> {
    /// From what gives the next piece, `None` at the end; it is not asked again then.
    pub fn new(next: impl FnMut(&mut Context<'_>) -> Poll<Option<T>> + Send + 'static) -> Self {
        Self(Box::new(next))
    }

    /// The next piece.
    pub fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        (self.0)(cx)
    }

    /// The same pieces, each changed.
    pub fn map<U>(mut self, mut change: impl FnMut(T) -> U + Send + 'static) -> Flow<U>
    where
        T: 'static,
    {
        Flow::new(move |cx| self.poll_next(cx).map(|next| next.map(&mut change)))
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
}
