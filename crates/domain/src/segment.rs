//! Segments of traces on their way to whoever keeps them.

use crate::clock::Timestamp;
use crate::scope::Scope;
use crate::trace::TraceId;
use std::sync::Arc;

/// A segment, or a subsegment that was sent by itself: X-Ray's document, and what it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The trace that it is part of.
    pub trace: TraceId,
    /// 64 bits, unique in the trace.
    pub id: u64,
    /// When its work began.
    pub start: Timestamp,
    /// Its end is not known yet; the same segment comes again with it.
    pub in_progress: bool,
    /// JSON, at most [`MAX_DOCUMENT`] bytes.
    pub document: Arc<str>,
}

/// The longest document, bytes (X-Ray, "segment documents").
pub const MAX_DOCUMENT: usize = 64 * 1024;

/// Where segments go. Never blocks and never fails: what it has no room for is dropped and counted.
pub trait SegmentSink: Send + Sync {
    /// Hands over segments of an account and region.
    fn put(&self, scope: &Scope, segments: Vec<Segment>);
}
