//! What functions have used, to be counted and paid for.

use crate::clock::Timestamp;
use crate::function::FunctionConfig;
use crate::invocation::Report;
use crate::limits;
use crate::name::{FunctionName, Qualifier};
use crate::scope::Scope;
use std::ops::AddAssign;
use std::sync::Arc;

const DAY_MS: i64 = 86_400_000;
/// Provisioned concurrency is paid for "from the time you enable it on your function until it is disabled, rounded up to
/// the nearest five minutes" (<https://aws.amazon.com/lambda/pricing/>).
const BLOCK_MS: i64 = 300_000;
/// What a streamed response may have without being paid for, bytes ("the first 6MB per request", the same page).
const FREE_STREAM: u64 = 6 << 20;
/// What an asynchronous event may have as one request, and what each further request has, bytes ("1 request per each
/// asynchronous Event for first 256 KB … 1 additional request for each 64 KB of chunk", the same page).
const EVENT_BYTES: u64 = 256 << 10;
const CHUNK_BYTES: u64 = 64 << 10;

/// Whose use, and when.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MeterKey {
    /// Account and region.
    pub scope: Scope,
    /// The function.
    pub function: FunctionName,
    /// The version that ran. Of events that were accepted: what their caller's qualifier meant then; which version of an alias
    /// with weights runs is drawn later.
    pub qualifier: Qualifier,
    /// `x86_64` or `arm64`: their prices differ.
    pub architecture: Arc<str>,
    /// The day on which invocations ended, and events were accepted, UTC, counted from 1970-01-01.
    pub day: i64,
}

/// How much. Every amount only grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Invocations that ended, whichever way.
    pub requests: u64,
    /// Billed time, ms: what the REPORT lines say.
    pub billed_ms: u64,
    /// Billed time by memory, ms × MB.
    pub memory_mb_ms: u64,
    /// Billed time by what `/tmp` has beyond the [`limits::DEFAULT_EPHEMERAL_MB`] that cost nothing, ms × MB.
    pub storage_mb_ms: u64,
    /// The part of `memory_mb_ms` that ran in provisioned environments, which has a lower price.
    pub provisioned_run_mb_ms: u64,
    /// Memory of environments that were provisioned, whether or not anything ran in them, by time, ms × MB.
    pub provisioned_mb_ms: u64,
    /// Asynchronous events that were accepted. They become requests when they run.
    pub events: u64,
    /// Pieces of 64 KB, begun or whole, that those had beyond 256 KB: each is paid for like a request.
    pub event_chunks: u64,
    /// Bytes that streamed responses had beyond the first 6 MB of each.
    pub streamed_bytes: u64,
}

/// What is provisioned during one of the blocks of five minutes by which that is paid. Saying it again, or saying less,
/// changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocated {
    /// Whose; the day is that of the block's beginning.
    pub key: MeterKey,
    /// When it was asked for: where the first block begins.
    pub since: Timestamp,
    /// Which block, from 0.
    pub block: i64,
    /// Memory of all environments, MB.
    pub memory_mb: u64,
}

/// An amount and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metered {
    /// Whose.
    pub key: MeterKey,
    /// How much.
    pub amounts: Amounts,
}

/// The day of a moment, UTC, counted from 1970-01-01.
pub fn day(at: Timestamp) -> i64 {
    at.0.div_euclid(DAY_MS)
}

impl MeterKey {
    /// A function's, for the day 0.
    pub fn of(function: &FunctionConfig) -> Self {
        Self {
            scope: function.scope.clone(),
            function: function.name.clone(),
            qualifier: function.version.into(),
            architecture: function.architecture.as_str().into(),
            day: 0,
        }
    }
}

impl Metered {
    /// What one invocation used that ended at `now`, in an environment with so much memory and `/tmp`, MB, which was or was
    /// not provisioned.
    pub fn invocation(
        key: &MeterKey,
        memory_mb: u32,
        tmp_mb: u32,
        provisioned: bool,
        report: &Report,
        now: Timestamp,
    ) -> Self {
        let billed_ms = report.billed_ms;
        let beyond = tmp_mb.saturating_sub(limits::DEFAULT_EPHEMERAL_MB);
        let key = MeterKey { day: day(now), ..key.clone() };
        let memory_mb_ms = billed_ms.saturating_mul(memory_mb.into());
        let amounts = Amounts {
            requests: 1,
            billed_ms,
            memory_mb_ms,
            storage_mb_ms: billed_ms.saturating_mul(beyond.into()),
            provisioned_run_mb_ms: if provisioned { memory_mb_ms } else { 0 },
            streamed_bytes: report.streamed_bytes.saturating_sub(FREE_STREAM),
            ..Amounts::default()
        };
        Self { key, amounts }
    }
}

impl Amounts {
    /// An asynchronous event that was accepted, with a payload of so many bytes.
    pub fn event(payload_bytes: u64) -> Self {
        let event_chunks = payload_bytes.saturating_sub(EVENT_BYTES).div_ceil(CHUNK_BYTES);
        Self { events: 1, event_chunks, ..Self::default() }
    }

    /// So much memory, MB, for one block of five minutes.
    pub fn provisioned(memory_mb: u64) -> Self {
        Self { provisioned_mb_ms: memory_mb.saturating_mul(BLOCK_MS.unsigned_abs()), ..Self::default() }
    }
}

impl Allocated {
    /// What is provisioned at `now`, and when the next block begins.
    pub fn now(
        function: &FunctionConfig,
        since: Timestamp,
        environments: u64,
        now: Timestamp,
    ) -> (Self, Timestamp) {
        // A clock that was set back begins no block before the first.
        let block = now.0.saturating_sub(since.0).max(0) / BLOCK_MS;
        let begin = |block: i64| Timestamp(since.0.saturating_add(block.saturating_mul(BLOCK_MS)));
        let key = MeterKey { day: day(begin(block)), ..MeterKey::of(function) };
        let memory_mb = environments.saturating_mul(function.memory_mb.into());
        (Self { key, since, block, memory_mb }, begin(block.saturating_add(1)))
    }
}

impl AddAssign for Amounts {
    fn add_assign(&mut self, more: Self) {
        for (sum, more) in [
            (&mut self.requests, more.requests),
            (&mut self.billed_ms, more.billed_ms),
            (&mut self.memory_mb_ms, more.memory_mb_ms),
            (&mut self.storage_mb_ms, more.storage_mb_ms),
            (&mut self.provisioned_run_mb_ms, more.provisioned_run_mb_ms),
            (&mut self.provisioned_mb_ms, more.provisioned_mb_ms),
            (&mut self.events, more.events),
            (&mut self.event_chunks, more.event_chunks),
            (&mut self.streamed_bytes, more.streamed_bytes),
        ] {
            *sum = sum.saturating_add(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_beyond_256_kb_are_more_requests() {
        for (bytes, chunks) in
            [(0, 0), (262_144, 0), (262_145, 1), (327_680, 1), (327_681, 2), (1_048_576, 12)]
        {
            let amounts = Amounts { events: 1, event_chunks: chunks, ..Amounts::default() };
            assert_eq!(Amounts::event(bytes), amounts, "{bytes}");
        }
    }
}
