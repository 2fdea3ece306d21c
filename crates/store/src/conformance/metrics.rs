//! Cases for [`MetricStore`] and [`AlarmStore`].

use super::identity::account;
use crate::{
    Alarm, AlarmEvent, AlarmStore, Dashboard, MetricFilter, MetricPoint, MetricQuery, MetricStore, Page,
};
use ::metrics::{Datum, Dimensions, MetricId, Resolution, Statistics, Unit};
use domain::{Region, Scope, Timestamp};

/// A whole day, some years after 1970.
const DAY: i64 = 20_000 * 86_400_000;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

pub(super) async fn all<S: MetricStore + AlarmStore>(mut new: impl FnMut() -> S) {
    values_add_up(&new()).await;
    lists(&new()).await;
    values_age(&new()).await;
    late_values(&new()).await;
    dashboards(&new()).await;
    alarms(&new()).await;
}

fn scope() -> Scope {
    Scope::new(account(), Region::new("us-east-1").unwrap())
}

fn id(name: &str, dimensions: &[(&str, &str)]) -> MetricId {
    let dimensions =
        Dimensions::new(dimensions.iter().map(|(name, value)| ((*name).into(), (*value).into())));
    MetricId { scope: scope(), namespace: "n".into(), name: name.into(), dimensions }
}

fn datum(id: &MetricId, resolution: Resolution, at: i64, value: f64) -> Datum {
    let values = Statistics::of(value);
    Datum { id: id.clone(), unit: Unit::COUNT, resolution, at: Timestamp(at), values }
}

async fn read(
    store: &impl MetricStore,
    id: &MetricId,
    from: i64,
    to: i64,
    period_ms: i64,
) -> Vec<MetricPoint> {
    let query = MetricQuery { id: id.clone(), from: Timestamp(from), to: Timestamp(to), period_ms };
    store.read_metric(&query).await.unwrap()
}

/// Time, count and sum.
fn brief(points: &[MetricPoint]) -> Vec<(i64, f64, f64)> {
    points.iter().map(|point| (point.at.0, point.values.count, point.values.sum)).collect()
}

async fn values_add_up(store: &impl MetricStore) {
    let (one, other) = (id("m", &[]), id("m", &[("d", "1")]));
    assert_eq!(read(store, &one, 0, DAY, MINUTE).await, []);
    let minute = |at, value| datum(&one, Resolution::Minute, at, value);
    let data = vec![minute(DAY + 1_000, 1.0), minute(DAY + 59_999, 2.0), minute(DAY + MINUTE, 4.0)];
    assert_eq!(store.record(data).await, Ok(0));
    assert_eq!(
        store.record(vec![minute(DAY + 5, 8.0), datum(&other, Resolution::Minute, DAY, 99.0)]).await,
        Ok(0)
    );
    let found = read(store, &one, DAY, DAY + HOUR, MINUTE).await;
    assert_eq!(brief(&found), [(DAY, 3.0, 11.0), (DAY + MINUTE, 1.0, 4.0)]);
    assert_eq!((found[0].values.min, found[0].values.max, found[0].unit), (1.0, 8.0, Unit::COUNT));
    assert_eq!(found[0].values.percentile(50.0), Some(2.0));
    assert_eq!(
        brief(&read(store, &one, DAY, DAY + MINUTE, MINUTE).await),
        [(DAY, 3.0, 11.0)],
        "the end is out"
    );
    assert_eq!(brief(&read(store, &one, DAY - MINUTE, DAY + HOUR, HOUR).await), [(DAY - MINUTE, 4.0, 15.0)]);
    // Other units are other values; sets have no percentiles.
    let bytes = Datum { unit: Unit::named("Bytes").unwrap(), ..minute(DAY, 3.0) };
    let set = Datum { values: Statistics::of_set(5.0, 10.0, 1.0, 4.0), ..minute(DAY + MINUTE, 0.0) };
    store.record(vec![bytes, set]).await.unwrap();
    let found = read(store, &one, DAY, DAY + HOUR, MINUTE).await;
    assert_eq!(brief(&found), [(DAY, 1.0, 3.0), (DAY, 3.0, 11.0), (DAY + MINUTE, 6.0, 14.0)]);
    assert_eq!(found[2].values.percentile(50.0), None);
    // High resolution is in the same place.
    let second = |at, value| datum(&one, Resolution::Second, at, value);
    store.record(vec![second(DAY + HOUR + 1_500, 1.0), second(DAY + HOUR + 2_000, 2.0)]).await.unwrap();
    let found = read(store, &one, DAY + HOUR, DAY + 2 * HOUR, 1_000).await;
    assert_eq!(brief(&found), [(DAY + HOUR + 1_000, 1.0, 1.0), (DAY + HOUR + 2_000, 1.0, 2.0)]);
    assert_eq!(brief(&read(store, &one, DAY, DAY + 2 * HOUR, HOUR).await)[2], (DAY + HOUR, 2.0, 3.0));
}

async fn lists(store: &impl MetricStore) {
    let all =
        [id("a", &[("f", "1")]), id("a", &[("f", "2"), ("r", "x")]), id("b", &[]), id("c", &[("f", "1")])];
    for (n, id) in (0..).zip(&all) {
        store.record(vec![datum(id, Resolution::Minute, DAY + n * HOUR, 1.0)]).await.unwrap();
    }
    let filter = MetricFilter {
        scope: scope(),
        namespace: None,
        name: None,
        dimensions: Vec::new(),
        since: Timestamp(DAY),
    };
    let list = async |filter: &MetricFilter| {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let (page, next) = store.list_metrics(filter, after, 1).await.unwrap();
            assert!(page.items.len() <= 1 && page.more == next.is_some());
            found.extend(page.items);
            after = next;
            if after.is_none() {
                return found;
            }
        }
    };
    assert_eq!(list(&filter).await, all);
    let of = |name: &str, value: Option<&str>| MetricFilter {
        dimensions: vec![(name.to_owned(), value.map(str::to_owned))],
        ..filter.clone()
    };
    assert_eq!(list(&of("f", Some("1"))).await, [all[0].clone(), all[3].clone()]);
    assert_eq!(list(&of("f", None)).await, [all[0].clone(), all[1].clone(), all[3].clone()]);
    assert_eq!(list(&MetricFilter { name: Some("b".to_owned()), ..filter.clone() }).await, [all[2].clone()]);
    assert_eq!(list(&MetricFilter { namespace: Some("o".to_owned()), ..filter.clone() }).await, []);
    let since = Timestamp(DAY + 2 * HOUR);
    assert_eq!(list(&MetricFilter { since, ..filter.clone() }).await, [all[2].clone(), all[3].clone()]);
    let west = Scope { region: Region::new("us-west-2").unwrap(), ..scope() };
    assert_eq!(list(&MetricFilter { scope: west, ..filter }).await, []);
}

async fn age(store: &impl MetricStore, now: i64) {
    let mut after = None;
    loop {
        after = store.age_metrics(Timestamp(now), after, 1).await.unwrap();
        if after.is_none() {
            return;
        }
    }
}

async fn values_age(store: &impl MetricStore) {
    let (one, other) = (id("m", &[]), id("o", &[]));
    let mut data = Vec::new();
    for minute in 0..24 * 60 {
        for value in [1.0, minute as f64] {
            data.push(datum(&one, Resolution::Minute, DAY + minute * MINUTE, value));
        }
    }
    data.push(datum(&other, Resolution::Second, DAY + 61_000, 7.0));
    store.record(data).await.unwrap();
    let by_hour = read(store, &one, DAY, DAY + 24 * HOUR, HOUR).await;
    assert_eq!(by_hour.len(), 24);
    let days = |days: i64| DAY + days * 24 * HOUR;
    // Whatever it is kept as, an hour is the same.
    for (now, finest, second) in [
        (DAY + 4 * HOUR, MINUTE, MINUTE),
        (days(2), MINUTE, MINUTE),
        (days(20), 5 * MINUTE, 0),
        (days(100), HOUR, 0),
        (days(400), HOUR, 0),
    ] {
        age(store, now).await;
        assert_eq!(read(store, &one, DAY, days(1), HOUR).await, by_hour, "{now}");
        let finest_found = read(store, &one, DAY, days(1), MINUTE).await;
        assert_eq!(finest_found.len() as i64, 24 * HOUR / finest, "{now}");
        assert_eq!(
            brief(&read(store, &other, DAY, days(1), 1_000).await),
            [(DAY + second, 1.0, 7.0)],
            "{now}"
        );
    }
    age(store, days(500)).await;
    assert_eq!(read(store, &one, DAY, days(1), HOUR).await, []);
    let filter = MetricFilter {
        scope: scope(),
        namespace: None,
        name: None,
        dimensions: Vec::new(),
        since: Timestamp(0),
    };
    assert_eq!(store.list_metrics(&filter, None, 10).await.unwrap().0.items, []);
    // It may come back.
    store.record(vec![datum(&one, Resolution::Minute, days(500), 1.0)]).await.unwrap();
    assert_eq!(read(store, &one, DAY, days(501), HOUR).await.len(), 1);
}

/// Of times that are packed already.
async fn late_values(store: &impl MetricStore) {
    let one = id("m", &[]);
    let minute = |at, value| datum(&one, Resolution::Minute, at, value);
    store.record(vec![minute(DAY, 1.0), minute(DAY + MINUTE, 2.0)]).await.unwrap();
    let now = DAY + 2 * 24 * HOUR;
    age(store, now).await;
    store.record(vec![minute(DAY, 4.0), minute(DAY + 2 * MINUTE, 8.0)]).await.unwrap();
    let wanted = [(DAY, 2.0, 5.0), (DAY + MINUTE, 1.0, 2.0), (DAY + 2 * MINUTE, 1.0, 8.0)];
    assert_eq!(brief(&read(store, &one, DAY, DAY + HOUR, MINUTE).await), wanted);
    age(store, now).await;
    assert_eq!(brief(&read(store, &one, DAY, DAY + HOUR, MINUTE).await), wanted);
}

async fn dashboards(store: &impl AlarmStore) {
    let me = account();
    let dashboard = |name: &str, body: &str| Dashboard {
        name: name.to_owned(),
        body: body.to_owned(),
        modified: Timestamp(DAY),
    };
    assert_eq!(store.dashboard(&me, "a").await, Ok(None));
    for (name, body) in [("b", "{}"), ("a", "1"), ("a", "2"), ("ab", "{}")] {
        store.put_dashboard(&me, dashboard(name, body)).await.unwrap();
    }
    assert_eq!(store.dashboard(&me, "a").await, Ok(Some(dashboard("a", "2"))));
    let page = |names: &[&str], more| {
        let items = names.iter().map(|name| dashboard(name, if *name == "a" { "2" } else { "{}" })).collect();
        Ok(Page { items, more })
    };
    assert_eq!(store.dashboards(&me, "", None, 2).await, page(&["a", "ab"], true));
    assert_eq!(store.dashboards(&me, "", Some("ab"), 2).await, page(&["b"], false));
    assert_eq!(store.dashboards(&me, "a", None, 9).await, page(&["a", "ab"], false));
    let names = vec!["a".to_owned(), "x".to_owned()];
    assert_eq!(store.delete_dashboards(&me, names).await, Ok(Err(vec!["x".to_owned()])));
    assert!(store.dashboard(&me, "a").await.unwrap().is_some());
    assert_eq!(store.delete_dashboards(&me, vec!["a".to_owned()]).await, Ok(Ok(())));
    assert_eq!(store.dashboard(&me, "a").await, Ok(None));
}

async fn alarms(store: &impl AlarmStore) {
    let alarm = |name: &str, state: &str| Alarm {
        scope: scope(),
        name: name.to_owned(),
        configuration: "{}".to_owned(),
        state: state.to_owned(),
    };
    let event = |alarm: &str, at: i64| AlarmEvent {
        alarm: alarm.to_owned(),
        alarm_type: "MetricAlarm".to_owned(),
        at: Timestamp(at),
        kind: "StateUpdate".to_owned(),
        summary: "s".to_owned(),
        data: "{}".to_owned(),
    };
    store.put_alarm(alarm("b", "1"), vec![event("b", 1)]).await.unwrap();
    store.put_alarm(alarm("a", "1"), vec![]).await.unwrap();
    store.put_alarm(alarm("b", "2"), vec![event("b", 2), event("b", 2)]).await.unwrap();
    assert_eq!(store.alarm(&scope(), "b").await, Ok(Some(alarm("b", "2"))));
    assert_eq!(store.alarms(&scope()).await, Ok(vec![alarm("a", "1"), alarm("b", "2")]));
    assert_eq!(store.all_alarms().await.unwrap().len(), 2);
    store.delete_alarms(&scope(), vec!["b".to_owned(), "x".to_owned()], vec![event("b", 3)]).await.unwrap();
    assert_eq!(store.alarm(&scope(), "b").await, Ok(None));
    let times = async |alarm: Option<&str>, since, until| {
        let found = store.alarm_events(&scope(), alarm, Timestamp(since), Timestamp(until)).await.unwrap();
        found.iter().map(|event| event.at.0).collect::<Vec<_>>()
    };
    assert_eq!(times(None, 0, 9).await, [3, 2, 2, 1]);
    assert_eq!(times(Some("b"), 2, 2).await, [2, 2]);
    assert_eq!(times(Some("a"), 0, 9).await, [0_i64; 0]);
    store.expire_alarm_events(Timestamp(2)).await.unwrap();
    assert_eq!(times(None, 0, 9).await, [3, 2, 2]);
}
