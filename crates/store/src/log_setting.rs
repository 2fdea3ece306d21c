//! What is configured about logs beside groups and streams: filters, tags, saved queries, policies.

use crate::StoreError;
use async_trait::async_trait;
use domain::{Scope, Timestamp};

/// What a setting is. The numbers are what files have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogSettingKind {
    /// What makes metrics of events.
    MetricFilter = 1,
    /// What sends events to a function.
    SubscriptionFilter = 2,
    /// A group's tags, all in one.
    Tags = 3,
    /// A group that may not be deleted.
    DeletionProtection = 4,
    /// A saved query.
    QueryDefinition = 5,
    /// A policy of the account, or of a group.
    ResourcePolicy = 6,
}

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSetting {
    /// What it is.
    pub kind: LogSettingKind,
    /// The group that it belongs to, and goes with; empty for the account's.
    pub group: String,
    /// Its name, unique among those of its kind and group.
    pub name: String,
    /// When it was first put.
    pub created: Timestamp,
    /// What it says, in its owner's spelling.
    pub value: String,
}

/// Settings of logs.
#[async_trait]
pub trait LogSettings: Send + Sync {
    /// Adds a setting, or gives one that is there another value; then the time of its creation stays. Errors:
    /// `NotFound(LogGroup)`; `LimitExceeded` where the group (or the account) has `most` others of this kind.
    async fn put_setting(&self, scope: &Scope, setting: LogSetting, most: usize) -> Result<(), StoreError>;

    /// Removes a setting, and says whether there was one.
    async fn delete_setting(
        &self,
        scope: &Scope,
        kind: LogSettingKind,
        group: &str,
        name: &str,
    ) -> Result<bool, StoreError>;

    /// Settings of a kind, of a group or (`None`) of all of them; by group and name in byte order.
    async fn settings(
        &self,
        scope: &Scope,
        kind: LogSettingKind,
        group: Option<&str>,
    ) -> Result<Vec<LogSetting>, StoreError>;

    /// Settings of a kind in all scopes.
    async fn all_settings(&self, kind: LogSettingKind) -> Result<Vec<(Scope, LogSetting)>, StoreError>;
}
