//! The body of an answer: whole, or as it comes.

use crate::budget::Share;
use crate::running::Guard;
use aws_wire::flow::{BrokenOff, Flow};
use bytes::Bytes;
use http_body_util::Full;
use hyper::body::{Frame, SizeHint};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// See the module's documentation.
pub(crate) enum AnswerBody {
    Whole(Full<Bytes>),
    Streamed(Streamed),
}

impl From<Bytes> for AnswerBody {
    fn from(whole: Bytes) -> Self {
        Self::Whole(Full::new(whole))
    }
}

impl hyper::body::Body for AnswerBody {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        match &mut *self {
            Self::Whole(whole) => {
                let frame = ready!(Pin::new(whole).poll_frame(cx));
                Poll::Ready(frame.map(|frame| frame.map_err(|never| match never {})))
            }
            Self::Streamed(streamed) => streamed.poll_next(cx).map(|next| Some(next?.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Whole(whole) => whole.is_end_stream(),
            Self::Streamed(streamed) => streamed.is_over(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(whole) => whole.size_hint(),
            Self::Streamed(_) => SizeHint::default(),
        }
    }
}

/// What keeps the server from ending, and the memory of the request, while an operation runs.
pub(crate) struct Hold {
    pub(crate) _running: Guard,
    pub(crate) _share: Option<Share>,
}

/// A body as it comes. Dropped before its end, since the client is gone, the rest is taken and thrown away: the work
/// behind it goes on and is waited for as any other. What is for nobody else ends there.
pub(crate) struct Streamed {
    /// Comes before the rest.
    ahead: Bytes,
    rest: Option<(Flow<Result<Bytes, BrokenOff>>, Hold)>,
}

impl Streamed {
    pub(crate) fn new(rest: Flow<Result<Bytes, BrokenOff>>, hold: Hold) -> Self {
        Self { ahead: Bytes::new(), rest: Some((rest, hold)) }
    }

    /// Puts back what was taken.
    pub(crate) fn put_back(&mut self, ahead: Bytes) {
        self.ahead = ahead;
    }

    /// The next bytes.
    pub(crate) async fn next(&mut self) -> Option<Result<Bytes, BrokenOff>> {
        poll_fn(|cx| self.poll_next(cx)).await
    }

    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, BrokenOff>>> {
        if !self.ahead.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.ahead))));
        }
        let Some((flow, _)) = &mut self.rest else { return Poll::Ready(None) };
        let next = ready!(flow.poll_next(cx));
        if !matches!(next, Some(Ok(_))) {
            self.rest = None;
        }
        Poll::Ready(next)
    }

    fn is_over(&self) -> bool {
        self.ahead.is_empty() && self.rest.is_none()
    }
}

impl Drop for Streamed {
    fn drop(&mut self) {
        let Some((mut flow, hold)) = self.rest.take() else { return };
        if flow.is_live() {
            return;
        }
        flow.abandon();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                let _until_done = hold;
                while let Some(Ok(_)) = poll_fn(|cx| flow.poll_next(cx)).await {}
            });
        }
    }
}
