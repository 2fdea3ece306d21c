//! The suite that every implementation of the traits passes. Each case gets an empty store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a suite of tests")]

mod accounts;
mod attachments;
mod code_signing;
mod event_sources;
mod events;
mod functions;
mod iam_items;
mod identity;
mod layers;
mod log_settings;
mod logs;
mod managed_policies;
mod memory_events;
mod metrics;
mod sequences;
mod tags;
mod traces;
mod users;
mod versions;

use crate::{
    AlarmStore, AliasStore, AttachmentStore, CodeSigningStore, EventQueue, EventSourceMappingStore,
    FunctionStore, IamStore, LayerStore, LogsStore, MetricStore, TagStore, TraceStore,
};
use domain::{
    AccountId, CodeRef, FunctionConfig, FunctionName, FunctionState, Region, Scope, Sha256, Timestamp,
};
use std::collections::BTreeMap;

pub use memory_events::MemoryEvents;

/// All cases for functions, their versions and aliases, their tags and what is attached to them; `new` makes an empty
/// store.
pub async fn function_store<S>(mut new: impl FnMut() -> S)
where
    S: FunctionStore + AliasStore + AttachmentStore + TagStore,
{
    functions::all(&mut new).await;
    tags::all(&mut new).await;
    versions::all(&mut new).await;
    attachments::all(&mut new).await;
    sequences::all(&mut new).await;
}

/// All cases for event source mappings; `new` makes an empty store.
pub async fn event_source_mapping_store<S: EventSourceMappingStore + TagStore>(new: impl FnMut() -> S) {
    event_sources::all(new).await;
}

/// All cases for code signing configurations; `new` makes an empty store.
pub async fn code_signing_store<S>(new: impl FnMut() -> S)
where
    S: CodeSigningStore + TagStore + AttachmentStore + FunctionStore,
{
    code_signing::all(new).await;
}

/// All cases for traces; `new` makes an empty store.
pub async fn trace_store<S: TraceStore>(new: impl FnMut() -> S) {
    traces::all(new).await;
}

/// All cases for the queue of events; `new` makes an empty one.
pub async fn event_queue<Q: EventQueue>(new: impl FnMut() -> Q) {
    events::all(new).await;
}

/// All cases for metrics, dashboards and alarms; `new` makes an empty store.
pub async fn metric_store<S: MetricStore + AlarmStore>(new: impl FnMut() -> S) {
    metrics::all(new).await;
}

/// All cases for identities and managed policies; `new` makes an empty store.
pub async fn identity_store<S: IamStore>(mut new: impl FnMut() -> S) {
    identity::all(&mut new).await;
    users::all(&mut new).await;
    iam_items::all(&mut new).await;
    accounts::all(&mut new).await;
    managed_policies::all(new).await;
}

/// All cases for layers; `new` makes an empty store.
pub async fn layer_store<S: LayerStore + FunctionStore>(new: impl FnMut() -> S) {
    layers::all(new).await;
}

/// All cases for logs; `new` makes an empty store.
pub async fn log_store<S: LogsStore>(mut new: impl FnMut() -> S) {
    logs::all(&mut new).await;
    log_settings::all(new).await;
}

/// Tags of these keys and values.
pub(crate) fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

/// An account and region for tests.
pub fn scope(account: &str, region: &str) -> Scope {
    Scope::new(AccountId::new(account).unwrap(), Region::new(region).unwrap())
}

/// The usual one.
pub fn home() -> Scope {
    scope("123456789012", "us-east-1")
}

/// An active function with all that is optional left out.
pub fn function(scope: &Scope, name: &str) -> FunctionConfig {
    FunctionConfig {
        runtime: Some("python3.11".to_owned()),
        handler: Some("app.handler".to_owned()),
        role: "arn:aws:iam::123456789012:role/r".to_owned(),
        code: CodeRef { sha256: Sha256([1; 32]), size: 1_000 },
        last_modified: Timestamp(1_795_544_521_123),
        revision_id: "r1".to_owned(),
        state: FunctionState::Active,
        ..FunctionConfig::new(scope.clone(), FunctionName::new(name).unwrap())
    }
}
