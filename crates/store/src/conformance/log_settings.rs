//! Cases for [`LogSettings`] and [`LogOutbox`](crate::LogOutbox).

use super::{home, scope};
use crate::{
    Appended, EVENT_OVERHEAD, IfMissing, LogBatch, LogSetting, LogSettingKind, LogsStore, Selected,
    StoreError, Thing,
};
use domain::Timestamp;
use domain::log::{LogEvent, LogStreamName};

const NOW: Timestamp = Timestamp(1_000_000);

pub(super) async fn all<S: LogsStore>(mut new: impl FnMut() -> S) {
    settings(&new()).await;
    parcels(&new()).await;
}

fn setting(kind: LogSettingKind, group: &str, name: &str, value: &str, created: i64) -> LogSetting {
    let text = str::to_owned;
    LogSetting { kind, group: text(group), name: text(name), created: Timestamp(created), value: text(value) }
}

async fn settings(store: &impl LogsStore) {
    use LogSettingKind::{MetricFilter, QueryDefinition, SubscriptionFilter};
    let here = home();
    let put = |setting| store.put_setting(&here, setting, 2);
    let missing = put(setting(MetricFilter, "g", "a", "1", 1)).await;
    assert_eq!(missing, Err(StoreError::NotFound(Thing::LogGroup)));
    for group in ["g", "h"] {
        store.create_group(&home(), group, NOW).await.unwrap();
    }
    put(setting(MetricFilter, "g", "b", "1", 1)).await.unwrap();
    put(setting(MetricFilter, "g", "a", "2", 2)).await.unwrap();
    assert_eq!(put(setting(MetricFilter, "g", "c", "3", 3)).await, Err(StoreError::LimitExceeded(2)));
    put(setting(MetricFilter, "g", "b", "4", 4)).await.unwrap();
    put(setting(MetricFilter, "h", "c", "5", 5)).await.unwrap();
    put(setting(SubscriptionFilter, "g", "a", "6", 6)).await.unwrap();
    put(setting(QueryDefinition, "", "q", "7", 7)).await.unwrap();
    let of = |kind, group: Option<&'static str>| async move {
        let found = store.settings(&home(), kind, group).await.unwrap();
        found.into_iter().map(|s| format!("{}/{}={}@{}", s.group, s.name, s.value, s.created.0)).collect()
    };
    let found: Vec<String> = of(MetricFilter, None).await;
    assert_eq!(found, ["g/a=2@2", "g/b=4@1", "h/c=5@5"]);
    let found: Vec<String> = of(MetricFilter, Some("h")).await;
    assert_eq!(found, ["h/c=5@5"]);
    let elsewhere = store.settings(&scope("999999999999", "us-east-1"), MetricFilter, None).await.unwrap();
    assert_eq!(elsewhere, []);
    let everywhere = store.all_settings(MetricFilter).await.unwrap();
    assert_eq!(everywhere.len(), 3);
    assert!(everywhere.iter().all(|(scope, _)| *scope == home()));
    assert!(store.delete_setting(&home(), MetricFilter, "g", "a").await.unwrap());
    assert!(!store.delete_setting(&home(), MetricFilter, "g", "a").await.unwrap());
    store.delete_group(&home(), "g").await.unwrap();
    let found: Vec<String> = of(MetricFilter, None).await;
    assert_eq!(found, ["h/c=5@5"]);
    let found: Vec<String> = of(QueryDefinition, Some("")).await;
    assert_eq!(found, ["/q=7@7"]);
}

async fn parcels(store: &impl LogsStore) {
    let stream = |group: &str, stream: &str| LogStreamName {
        scope: home(),
        group: group.into(),
        stream: stream.into(),
    };
    let batch = |group: &str, name: &str, texts: &[&str]| LogBatch {
        stream: stream(group, name),
        events: texts
            .iter()
            .enumerate()
            .map(|(at, text)| LogEvent { timestamp: Timestamp(10 - at as i64), message: (*text).to_owned() })
            .collect(),
    };
    let selected = |batch, filter: &str, events: &[usize]| Selected {
        batch,
        filter: filter.into(),
        events: events.to_vec(),
    };
    let append = |batches, missing, selected| {
        store.append_all(Appended { batches, missing, selected, metered: Vec::new() }, NOW)
    };
    let refused =
        append(vec![batch("none", "s", &["x"])], IfMissing::Refuse, vec![selected(0, "f", &[0])]).await;
    assert_eq!(refused, Err(StoreError::NotFound(Thing::LogGroup)));
    assert_eq!(store.parcels(0, 9, u64::MAX).await.unwrap(), []);
    let batches = vec![batch("g", "s", &["one", "two", "three"]), batch("h", "t", &["four"])];
    let picked = vec![
        selected(0, "f", &[0, 2]),
        selected(1, "f", &[0]),
        selected(0, "e", &[1]),
        selected(7, "x", &[0]),
    ];
    append(batches, IfMissing::Create, picked).await.unwrap();
    let found = store.parcels(0, 9, u64::MAX).await.unwrap();
    let said: Vec<_> = found
        .iter()
        .map(|p| {
            let texts: Vec<_> = p.events.iter().map(|e| e.message.as_str()).collect();
            format!("{} {} {} {}", p.stream.group, p.stream.stream, p.filter, texts.join(","))
        })
        .collect();
    assert_eq!(said, ["g s f one,three", "h t f four", "g s e two"]);
    assert!(found.iter().all(|p| p.stream.scope == home()));
    // They are the events that are read elsewhere.
    let query = crate::EventQuery {
        start: None,
        end: None,
        from: crate::ReadFrom::Head,
        limit: 9,
        max_bytes: 1 << 20,
    };
    let kept = store.get_events(&home(), "g", "s", query).await.unwrap();
    let mut sent = found[0].events.clone();
    sent.sort_by_key(|event| event.position);
    assert_eq!(sent, [kept[0].clone(), kept[2].clone()]);
    assert_eq!(store.waiting_bytes().await.unwrap(), 4 * EVENT_OVERHEAD + 3 + 5 + 4 + 3);
    assert_eq!(store.parcels(0, 2, u64::MAX).await.unwrap(), found[..2]);
    assert_eq!(store.parcels(0, 9, 1).await.unwrap(), found[..1]);
    assert_eq!(store.parcels(found[0].number, 9, u64::MAX).await.unwrap(), found[1..]);
    store.forget_parcels(vec![found[0].number]).await.unwrap();
    assert_eq!(store.parcels(0, 9, u64::MAX).await.unwrap(), found[1..]);
    store.delete_group(&home(), "g").await.unwrap();
    assert_eq!(store.parcels(0, 9, u64::MAX).await.unwrap(), found[1..2]);
}
