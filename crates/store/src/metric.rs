//! Metrics over time, and what watches and shows them.

use crate::{Page, StoreError};
use async_trait::async_trait;
use domain::{AccountId, Scope, Timestamp};
use metrics::{Datum, Dimensions, MetricId, Statistics, Unit};
use std::sync::Arc;

/// How long values are kept, by how finely (Amazon CloudWatch user guide, "Metrics retention"). A moment is kept in one
/// of these only: the finest that has not ended.
pub const KEPT: [Kept; 4] = [
    Kept { resolution_s: 1, keep_s: 3 * 3_600 },
    Kept { resolution_s: 60, keep_s: 15 * 86_400 },
    Kept { resolution_s: 300, keep_s: 63 * 86_400 },
    Kept { resolution_s: 3_600, keep_s: 455 * 86_400 },
];

/// One line of [`KEPT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Seconds that values are added up over.
    pub resolution_s: i64,
    /// Seconds that they are kept.
    pub keep_s: i64,
}

/// Metrics of one account and region at most: data of further ones are refused.
pub const METRICS_OF_SCOPE: usize = 100_000;

/// What of a metric is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricQuery {
    /// The metric.
    pub id: MetricId,
    /// From here, included; periods are counted from here.
    pub from: Timestamp,
    /// To here, not included.
    pub to: Timestamp,
    /// What values are added up over, ms: at least 1,000.
    pub period_ms: i64,
}

/// What a metric was in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricPoint {
    /// When the period began.
    pub at: Timestamp,
    /// Of the values; a period has one point for each.
    pub unit: Unit,
    /// The values.
    pub values: Statistics,
}

/// Which metrics are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricFilter {
    /// Whose.
    pub scope: Scope,
    /// Only of this namespace.
    pub namespace: Option<String>,
    /// Only of this name.
    pub name: Option<String>,
    /// Only those that have these dimensions, with this value where one is given.
    pub dimensions: Vec<(String, Option<String>)>,
    /// Only those that had values since.
    pub since: Timestamp,
}

/// Where a list of metrics goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricCursor(pub i64);

/// A dashboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dashboard {
    /// Its name.
    pub name: String,
    /// JSON.
    pub body: String,
    /// When it was written.
    pub modified: Timestamp,
}

/// An alarm, as the service spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// Account and region.
    pub scope: Scope,
    /// Its name.
    pub name: String,
    /// What it watches and does: JSON.
    pub configuration: String,
    /// How it is: JSON.
    pub state: String,
}

/// Something that happened to an alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmEvent {
    /// The alarm.
    pub alarm: String,
    /// `MetricAlarm` or `CompositeAlarm`.
    pub alarm_type: String,
    /// When.
    pub at: Timestamp,
    /// `StateUpdate`, `ConfigurationUpdate`, `Action`.
    pub kind: String,
    /// A sentence.
    pub summary: String,
    /// JSON.
    pub data: String,
}

/// Metrics; durable against the end of the process, not of power.
#[async_trait]
pub trait MetricStore: Send + Sync {
    /// Adds data to what is kept of their metrics, which are made where they are not there yet; all of them or none. How many
    /// were refused, since there were too many metrics.
    async fn record(&self, data: Vec<Datum>) -> Result<usize, StoreError>;

    /// What is kept of a metric, by period in ascending order; periods without values are left out.
    async fn read_metric(&self, query: &MetricQuery) -> Result<Vec<MetricPoint>, StoreError>;

    /// Metrics that fit, in an order that does not change. The cursor is behind the last one that was looked at.
    async fn list_metrics(
        &self,
        filter: &MetricFilter,
        after: Option<MetricCursor>,
        limit: usize,
    ) -> Result<(Page<MetricId>, Option<MetricCursor>), StoreError>;

    /// Makes values coarser and deletes them as they age ([`KEPT`]), of so many metrics after a place; where to go on, `None`
    /// after the last.
    async fn age_metrics(
        &self,
        now: Timestamp,
        after: Option<MetricCursor>,
        metrics: usize,
    ) -> Result<Option<MetricCursor>, StoreError>;
}

/// Dashboards, of an account whatever the region; and alarms.
#[async_trait]
pub trait AlarmStore: Send + Sync {
    /// Writes a dashboard, new or instead of the one of that name.
    async fn put_dashboard(&self, account: &AccountId, dashboard: Dashboard) -> Result<(), StoreError>;

    /// A dashboard.
    async fn dashboard(&self, account: &AccountId, name: &str) -> Result<Option<Dashboard>, StoreError>;

    /// Dashboards by name, those with a prefix, after a name.
    async fn dashboards(
        &self,
        account: &AccountId,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<Dashboard>, StoreError>;

    /// Deletes dashboards, all or none: `Err` has the names that there are none of.
    async fn delete_dashboards(
        &self,
        account: &AccountId,
        names: Vec<String>,
    ) -> Result<Result<(), Vec<String>>, StoreError>;

    /// Writes an alarm with what is said of it, new or instead of the one of that name.
    async fn put_alarm(&self, alarm: Alarm, events: Vec<AlarmEvent>) -> Result<(), StoreError>;

    /// An alarm.
    async fn alarm(&self, scope: &Scope, name: &str) -> Result<Option<Alarm>, StoreError>;

    /// Alarms of an account and region by name.
    async fn alarms(&self, scope: &Scope) -> Result<Vec<Alarm>, StoreError>;

    /// All alarms.
    async fn all_alarms(&self) -> Result<Vec<Alarm>, StoreError>;

    /// Deletes alarms, those that are there.
    async fn delete_alarms(
        &self,
        scope: &Scope,
        names: Vec<String>,
        events: Vec<AlarmEvent>,
    ) -> Result<(), StoreError>;

    /// What happened to alarms of an account and region since then, newest first, after so many.
    async fn alarm_events(
        &self,
        scope: &Scope,
        alarm: Option<&str>,
        since: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<AlarmEvent>, StoreError>;

    /// Adds to what happened to alarms.
    async fn note_alarm_events(&self, scope: &Scope, events: Vec<AlarmEvent>) -> Result<(), StoreError>;

    /// Forgets what happened before then.
    async fn expire_alarm_events(&self, before: Timestamp) -> Result<(), StoreError>;
}

/// Names and values of dimensions in one text, as they are kept.
pub(crate) fn dimensions_text(dimensions: &Dimensions) -> String {
    let mut text = String::new();
    for (name, value) in dimensions.pairs() {
        for part in [name, value] {
            text.push_str(&part.len().to_string());
            text.push(':');
            text.push_str(part);
        }
    }
    text
}

/// The other way.
pub(crate) fn dimensions_of(mut text: &str) -> Option<Dimensions> {
    let mut part = || -> Option<Option<Arc<str>>> {
        if text.is_empty() {
            return Some(None);
        }
        let (length, rest) = text.split_once(':')?;
        let length: usize = length.parse().ok()?;
        let (taken, after) = rest.split_at_checked(length)?;
        text = after;
        Some(Some(taken.into()))
    };
    let mut pairs = Vec::new();
    while let Some(name) = part()? {
        pairs.push((name, part()??));
    }
    Some(Dimensions::new(pairs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_are_kept_as_text() {
        for pairs in [vec![], vec![("a", "b")], vec![("a:1", "ü:"), ("FunctionName", "f")]] {
            let dimensions = Dimensions::new(pairs.into_iter().map(|(a, b)| (a.into(), b.into())));
            assert_eq!(dimensions_of(&dimensions_text(&dimensions)), Some(dimensions));
        }
        for wrong in ["1", "1:", "1:a", "2:a1:b", "x:a1:b"] {
            assert_eq!(dimensions_of(wrong), None, "{wrong}");
        }
    }
}
