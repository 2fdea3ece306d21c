//! Traces: the segments that were sent for each, and what is set for tracing.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{Scope, Segment, Timestamp, TraceId};
use std::sync::Arc;

/// Bytes of documents that are kept of one trace (X-Ray's quota, "trace document size"); further ones are dropped.
pub const MAX_TRACE: u64 = 500 * 1024;

/// All that is kept of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTrace {
    /// Its name.
    pub id: TraceId,
    /// The documents of its segments, by when they began.
    pub documents: Vec<Arc<str>>,
    /// Documents were dropped, since there were more than [`MAX_TRACE`] bytes.
    pub is_cut: bool,
    /// How often segments came.
    pub revision: u32,
}

/// Which time of a trace is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceTime {
    /// When its first segment began.
    Start,
    /// When a segment of it came last.
    Update,
}

/// Traces of an account and region in a span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceQuery {
    /// Whose.
    pub scope: Scope,
    /// By which time.
    pub by: TraceTime,
    /// From this on.
    pub from: Timestamp,
    /// Until this, included.
    pub to: Timestamp,
}

/// A place in the list of traces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TracePlace {
    /// The time that the query is by.
    pub at: Timestamp,
    /// Tells those of one time apart.
    pub number: i64,
}

/// What is set by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// A group of traces.
    Group,
    /// A sampling rule.
    SamplingRule,
    /// How traces are encrypted; it has no name.
    Encryption,
}

/// A setting, in the words of whoever sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it is.
    pub kind: SettingKind,
    /// Its own name.
    pub name: String,
    /// JSON.
    pub value: String,
}

/// Traces. What was put survives the end of the process; a power cut may cost the last moments.
#[async_trait]
pub trait TraceStore: Send + Sync {
    /// Adds segments. One of an id that is there already takes its place, but none in progress the place of one that has ended.
    async fn put_segments(&self, segments: Vec<(Scope, Segment)>, now: Timestamp) -> Result<(), StoreError>;

    /// A trace.
    async fn trace(&self, scope: &Scope, id: TraceId) -> Result<Option<StoredTrace>, StoreError>;

    /// Up to `limit` traces in the order of their time, from the first after `after`; fewer where they are more than `most_bytes`.
    async fn traces(
        &self,
        query: TraceQuery,
        after: Option<TracePlace>,
        limit: usize,
        most_bytes: u64,
    ) -> Result<Page<(TracePlace, StoredTrace)>, StoreError>;

    /// Removes up to `limit` traces that nothing came for since `before`, and while all together are more than
    /// `most_bytes`, the oldest ones of the account that has most. Returns how many.
    async fn expire_traces(
        &self,
        before: Timestamp,
        most_bytes: u64,
        limit: usize,
    ) -> Result<usize, StoreError>;

    /// Adds a setting, or changes one, as `is_new` says. Returns whether that was possible: a new one has a name that is not
    /// taken, and at most `most` of its kind are there afterwards; one that is changed is there.
    async fn put_setting(
        &self,
        scope: &Scope,
        setting: Setting,
        is_new: bool,
        most: usize,
    ) -> Result<bool, StoreError>;

    /// All settings of a kind, by name.
    async fn settings(&self, scope: &Scope, kind: SettingKind) -> Result<Vec<Setting>, StoreError>;

    /// Removes a setting; returns whether it was there.
    async fn delete_setting(&self, scope: &Scope, kind: SettingKind, name: &str) -> Result<bool, StoreError>;
}
