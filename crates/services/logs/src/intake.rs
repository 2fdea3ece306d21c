//! What looks at events on their way to the store: filters that make metrics of them or send them on, and sessions that
//! watch them live.
//!
//! Never here: a wait for whoever the events are for. What is to be sent is kept together with the events (`LogOutbox`), so
//! that it is sent also after the process was killed; metrics and live sessions are told once the events are kept.

use crate::live::{Sessions, Shown};
use crate::metrics::{Measurement, MetricRule, MetricSink};
use crate::pattern::Pattern;
use async_trait::async_trait;
use aws_wire::generated::logs as wire;
use domain::log::LogStreamName;
use domain::meter::Metered;
use domain::{Scope, Timestamp};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use store::{
    Appended, EVENT_OVERHEAD, IfMissing, LogBatch, LogIntake, LogSetting, LogSettingKind, LogsStore,
    Selected, StoreError,
};
use tokio::sync::Notify;

/// Bytes that may wait to be sent; what filters select beyond them is lost, and said in the server's log.
const MOST_WAITING: u64 = 512 * 1024 * 1024;

/// The filters of one group.
#[derive(Debug, Default)]
pub(crate) struct Filters {
    metrics: Vec<MetricRule>,
    subscriptions: Vec<Subscription>,
}

#[derive(Debug)]
struct Subscription {
    name: Arc<str>,
    pattern: Pattern,
    destination: Arc<str>,
}

/// See the module's documentation.
pub struct Intake {
    pub(crate) store: Arc<dyn LogsStore>,
    /// Of groups that have any.
    filters: RwLock<HashMap<(Scope, String), Arc<Filters>>>,
    pub(crate) sessions: Sessions,
    metrics: Arc<dyn MetricSink>,
    /// Something waits to be sent.
    pub(crate) work: Notify,
    waiting: AtomicU64,
}

/// What was found in batches.
#[derive(Default)]
struct Found {
    selected: Vec<Selected>,
    bytes: u64,
    measured: Vec<Measurement>,
    shown: Shown,
}

impl Intake {
    /// With the filters that the store has.
    pub async fn load(
        store: Arc<dyn LogsStore>,
        metrics: Arc<dyn MetricSink>,
    ) -> Result<Arc<Self>, StoreError> {
        let mut settings: HashMap<(Scope, String), Vec<LogSetting>> = HashMap::new();
        for kind in [LogSettingKind::MetricFilter, LogSettingKind::SubscriptionFilter] {
            for (scope, setting) in store.all_settings(kind).await? {
                settings.entry((scope, setting.group.clone())).or_default().push(setting);
            }
        }
        let filters = settings.into_iter().map(|(key, list)| (key, Arc::new(compile(list)))).collect();
        let waiting = AtomicU64::new(store.waiting_bytes().await?);
        Ok(Arc::new(Self {
            store,
            filters: RwLock::new(filters),
            sessions: Sessions::default(),
            metrics,
            work: Notify::new(),
            waiting,
        }))
    }

    /// Ends all live sessions, and lets none begin: the server stops.
    pub fn close(&self) {
        self.sessions.close();
    }

    /// Reads a group's filters again, after they have changed.
    pub(crate) async fn reload(&self, scope: &Scope, group: &str) -> Result<(), StoreError> {
        let mut settings = Vec::new();
        for kind in [LogSettingKind::MetricFilter, LogSettingKind::SubscriptionFilter] {
            settings.extend(self.store.settings(scope, kind, Some(group)).await?);
        }
        let key = (scope.clone(), group.to_owned());
        let mut filters = self.filters.write().unwrap_or_else(PoisonError::into_inner);
        match settings.is_empty() {
            true => filters.remove(&key),
            false => filters.insert(key, Arc::new(compile(settings))),
        };
        Ok(())
    }

    fn filters(&self, scope: &Scope, group: &str) -> Option<Arc<Filters>> {
        let filters = self.filters.read().unwrap_or_else(PoisonError::into_inner);
        if filters.is_empty() {
            return None;
        }
        filters.get(&(scope.clone(), group.to_owned())).cloned()
    }

    /// How many metric filters a group has.
    pub(crate) fn metric_filters(&self, scope: &Scope, group: &str) -> usize {
        self.filters(scope, group).map_or(0, |filters| filters.metrics.len())
    }

    /// Where a filter sends events.
    pub(crate) fn destination(&self, scope: &Scope, group: &str, filter: &str) -> Option<Arc<str>> {
        let filters = self.filters(scope, group)?;
        let found = filters.subscriptions.iter().find(|known| *known.name == *filter)?;
        Some(Arc::clone(&found.destination))
    }

    /// Events that a filter selected are not sent: counted as AWS does (user guide, "Monitoring with CloudWatch metrics").
    pub(crate) fn dropped(&self, scope: &Scope, group: &str, filter: &str, events: usize, at: Timestamp) {
        let pairs = [("LogGroupName", group), ("DestinationType", "Lambda"), ("FilterName", filter)];
        self.metrics.put(vec![Measurement {
            scope: scope.clone(),
            namespace: "AWS/Logs".to_owned(),
            name: "DeliveryErrors".to_owned(),
            dimensions: pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            value: events as f64,
            unit: None,
            at,
        }]);
    }

    /// So many bytes wait no more.
    pub(crate) fn sent(&self, bytes: u64) {
        let less = |waiting: u64| Some(waiting.saturating_sub(bytes));
        let _ = self.waiting.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
    }

    /// Keeps events and what was used. Errors, with [`IfMissing::Refuse`]: `NotFound(LogGroup)`, `NotFound(LogStream)`.
    pub(crate) async fn append(
        &self,
        batches: Vec<LogBatch>,
        missing: IfMissing,
        metered: Vec<Metered>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for batch in &batches {
            batch.events.iter().for_each(|event| self.metrics.look(&batch.stream.scope, &event.message));
        }
        let filters: Vec<_> =
            batches.iter().map(|batch| self.filters(&batch.stream.scope, &batch.stream.group)).collect();
        let watching = self.sessions.watching();
        if watching.is_empty() && filters.iter().all(Option::is_none) {
            let selected = Vec::new();
            return self.store.append_all(Appended { batches, missing, selected, metered }, now).await;
        }
        // Patterns take as long as the messages are.
        let looked = tokio::task::spawn_blocking(move || {
            let mut found = Found::default();
            for (at, (batch, filters)) in batches.iter().zip(&filters).enumerate() {
                if let Some(filters) = filters {
                    found.look(at, batch, filters);
                }
            }
            found.shown = watching.look(&batches, now);
            (batches, found)
        });
        let stopped =
            |_| StoreError::Unavailable("the threads that look at log events have stopped".to_owned());
        let (batches, mut found) = looked.await.map_err(stopped)?;
        if self.waiting.load(Ordering::Relaxed).saturating_add(found.bytes) > MOST_WAITING {
            let events: usize = found.selected.iter().map(|selected| selected.events.len()).sum();
            if events > 0 {
                tracing::error!(events, "log events are not sent on: too many wait for that already");
            }
            for Selected { batch, filter, events } in &found.selected {
                if let Some(LogBatch { stream, .. }) = batches.get(*batch) {
                    self.dropped(&stream.scope, &stream.group, filter, events.len(), now);
                }
            }
            (found.selected, found.bytes) = (Vec::new(), 0);
        }
        let selected = std::mem::take(&mut found.selected);
        self.store.append_all(Appended { batches, missing, selected, metered }, now).await?;
        if found.bytes > 0 {
            self.waiting.fetch_add(found.bytes, Ordering::Relaxed);
            self.work.notify_one();
        }
        if !found.measured.is_empty() {
            self.metrics.put(found.measured);
        }
        found.shown.show();
        Ok(())
    }
}

#[async_trait]
impl LogIntake for Intake {
    async fn take_in(
        &self,
        batches: Vec<LogBatch>,
        metered: Vec<Metered>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.append(batches, IfMissing::Create, metered, now).await
    }
}

impl Found {
    fn look(&mut self, at: usize, batch: &LogBatch, filters: &Filters) {
        let LogBatch { stream: LogStreamName { scope, .. }, events } = batch;
        for rule in &filters.metrics {
            self.measured.extend(rule.measure(scope, events));
        }
        for Subscription { name, pattern, .. } in &filters.subscriptions {
            let matching = events.iter().enumerate().filter(|(_, event)| pattern.matches(&event.message));
            let places: Vec<usize> = matching.map(|(place, _)| place).collect();
            let sizes = places.iter().filter_map(|place| events.get(*place));
            self.bytes += sizes.map(|event| event.message.len() as u64 + EVENT_OVERHEAD).sum::<u64>();
            if !places.is_empty() {
                self.selected.push(Selected { batch: at, filter: Arc::clone(name), events: places });
            }
        }
    }
}

/// Filters as they are kept, ready to work. What cannot be read is said and left out.
fn compile(settings: Vec<LogSetting>) -> Filters {
    let mut filters = Filters::default();
    for setting in settings {
        let read = match setting.kind {
            LogSettingKind::MetricFilter => read_metric(&setting).map(|rules| filters.metrics.extend(rules)),
            _ => read_subscription(&setting).map(|found| filters.subscriptions.push(found)),
        };
        if read.is_none() {
            tracing::error!(group = setting.group, filter = setting.name, "a stored filter cannot be read");
        }
    }
    filters
}

fn read_metric(setting: &LogSetting) -> Option<Vec<MetricRule>> {
    let said: wire::MetricFilter = serde_json::from_str(&setting.value).ok()?;
    let pattern = Pattern::parse(said.filter_pattern.as_deref().unwrap_or_default()).ok()?;
    let rule =
        |transformation| MetricRule { pattern: pattern.clone(), transformation: Arc::new(transformation) };
    Some(said.metric_transformations.unwrap_or_default().into_iter().map(rule).collect())
}

fn read_subscription(setting: &LogSetting) -> Option<Subscription> {
    let said: wire::SubscriptionFilter = serde_json::from_str(&setting.value).ok()?;
    Some(Subscription {
        name: setting.name.as_str().into(),
        pattern: Pattern::parse(said.filter_pattern.as_deref().unwrap_or_default()).ok()?,
        destination: said.destination_arn?.into(),
    })
}
