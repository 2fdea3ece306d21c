use crate::metric::{KEPT, METRICS_OF_SCOPE};
use crate::sqlite::RowKey;
use crate::{MetricQuery, MetricStore, Sqlite};
use ::metrics::{Datum, Dimensions, MetricId, Resolution, Statistics, Unit};
use domain::{AccountId, Region, Scope, Timestamp};

fn id(name: &str) -> MetricId {
    let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
    let dimensions = Dimensions::new([("FunctionName".into(), "f".into())]);
    MetricId { scope, namespace: "AWS/Lambda".into(), name: name.into(), dimensions }
}

/// What a function has of each metric in a minute: some twenty runs, of different lengths.
fn minute(at: i64) -> Vec<Datum> {
    let runs = 10 + at.div_euclid(60) * 7_919 % 20;
    let same = |name: &str, value: f64| {
        let mut values = Statistics::default();
        values.add(value, runs as f64);
        Datum {
            id: id(name),
            unit: Unit::COUNT,
            resolution: Resolution::Minute,
            at: Timestamp(at * 1_000),
            values,
        }
    };
    let mut data = vec![same("Invocations", 1.0), same("Errors", 0.0), same("Throttles", 0.0)];
    let (mut durations, mut running) = (same("Duration", 1.0), same("ConcurrentExecutions", 1.0));
    (durations.values, running.values) = (Statistics::default(), Statistics::default());
    durations.unit = Unit::MILLISECONDS;
    for run in 0..runs {
        let mixed = (at + run * 104_729).wrapping_mul(2_654_435_761) % 10_000;
        durations.values.add(40.0 + mixed as f64 / 100.0, 1.0);
        running.values.add((1 + mixed % 4) as f64, 1.0);
    }
    data.extend([durations, running]);
    data
}

/// A day of a function, as it is kept after an hour, a month and a year, in bytes of rows.
#[tokio::test]
async fn what_a_day_of_a_function_takes() {
    let directory = tempfile::tempdir().unwrap();
    let store = Sqlite::open(directory.path(), &RowKey::new([0; 32])).unwrap();
    let day = 20_000 * 86_400;
    for hour in (day..day + 86_400).step_by(3_600) {
        let data = (hour..hour + 3_600).step_by(60).flat_map(minute).collect();
        store.record(data).await.unwrap();
    }
    let size = async || {
        let size = store.metrics.read(|db| {
            let sql = "SELECT (SELECT ifnull(sum(length(data)) + 20 * count(*), 0) FROM metric_point)
                + (SELECT ifnull(sum(length(data)) + 20 * count(*), 0) FROM metric_pack)";
            Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?)
        });
        size.await.unwrap()
    };
    let mut found = vec![size().await];
    for days in [2, 20, 100] {
        store.age_metrics(Timestamp((day + days * 86_400) * 1_000), None, 100).await.unwrap();
        found.push(size().await);
    }
    println!("bytes of a day of a function: {found:?}");
    let [_, minutes, fives, hours] = found[..] else { panic!("{found:?}") };
    // ADR 36: of a year, 15 days are kept by the minute, 48 by five, and the rest by the hour.
    let year = 15 * minutes + 48 * fives + (365 - 63) * hours;
    println!("bytes of a year of a function, one set of dimensions: {year}");
    assert!(minutes < 38_000 && fives < 4_500 && hours < 1_500, "{found:?}");
    // What is promised.
    assert!(year < 1_200_000, "{year}");
    assert_eq!(KEPT[1].keep_s, 15 * 86_400);
}

#[tokio::test]
async fn there_are_so_many_metrics_and_no_more() {
    let store = Sqlite::in_memory().unwrap();
    let one = |n: usize| Datum { id: id(&n.to_string()), ..minute(60).remove(0) };
    assert_eq!(store.record((0..4).map(one).collect()).await, Ok(0));
    *store.known_metrics.lock().unwrap().of_scope.get_mut(&id("").scope).unwrap() = METRICS_OF_SCOPE - 1;
    assert_eq!(store.record(vec![one(METRICS_OF_SCOPE), one(METRICS_OF_SCOPE + 1)]).await, Ok(1));
    assert_eq!(store.record(vec![one(3)]).await, Ok(0), "those that there are go on");
    let other = Scope { region: Region::new("us-west-2").unwrap(), ..id("").scope };
    let elsewhere = Datum { id: MetricId { scope: other, ..id("x") }, ..one(0) };
    assert_eq!(store.record(vec![elsewhere]).await, Ok(0));
}

/// Opened again, numbers and values are those of before.
#[tokio::test]
async fn what_was_recorded_is_there_again() {
    let directory = tempfile::tempdir().unwrap();
    let open = || Sqlite::open(directory.path(), &RowKey::new([0; 32])).unwrap();
    for _ in 0..2 {
        open().record(minute(600)).await.unwrap();
    }
    let query = MetricQuery {
        id: id("Invocations"),
        from: Timestamp(0),
        to: Timestamp(1_000_000),
        period_ms: 60_000,
    };
    let found = open().read_metric(&query).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].values.sum, 2.0 * minute(600)[0].values.sum);
}
