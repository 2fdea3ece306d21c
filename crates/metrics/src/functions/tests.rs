use super::*;
use crate::datum::Datum;
use std::sync::atomic::AtomicI64;

const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:f";

#[derive(Default)]
struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

fn metrics() -> (Arc<Hand>, FunctionMetrics) {
    let clock = Arc::new(Hand::default());
    (Arc::clone(&clock), FunctionMetrics::new(clock))
}

fn run(metrics: &FunctionMetrics, arn: &str, version: Version, ms: u64, failed: bool) {
    let one = Concurrency { account: 1, unreserved: 1, claimed: 1, function: 1, provisioned: None };
    let (begun, _running) = metrics.begin(arn, version, &one);
    begun.ended(Duration::from_millis(ms), failed);
}

/// Sum and count, by name, dimensions' values and minute.
fn found(data: &[Datum], name: &str, dimensions: &[&str], minute: i64) -> Option<(f64, f64)> {
    let mut fitting = data.iter().filter(|datum| {
        let values: Vec<_> = datum.id.dimensions.pairs().iter().map(|(_, value)| &**value).collect();
        *datum.id.name == *name && values == dimensions && datum.at.0 == minute * 60_000
    });
    let found = fitting.next().map(|datum| (datum.values.sum, datum.values.count));
    assert_eq!(fitting.next(), None);
    found
}

#[test]
fn an_invocation_has_metrics_at_each_level() {
    let (_, metrics) = metrics();
    let alias = format!("{ARN}:live");
    run(&metrics, &alias, Version::Number(7), 20, false);
    run(&metrics, &alias, Version::Number(8), 30, true);
    run(&metrics, ARN, Version::Latest, 50, false);
    let data = metrics.drain();
    // Dimensions are sorted by name: ExecutedVersion, FunctionName, Resource.
    for (dimensions, invocations, errors, ms) in [
        (&[][..], 3.0, 1.0, 100.0),
        (&["f"], 3.0, 1.0, 100.0),
        (&["f", "f"], 1.0, 0.0, 50.0),
        (&["f", "f:live"], 2.0, 1.0, 50.0),
        (&["7", "f", "f:live"], 1.0, 0.0, 20.0),
        (&["8", "f", "f:live"], 1.0, 1.0, 30.0),
    ] {
        assert_eq!(found(&data, "Invocations", dimensions, 0), Some((invocations, invocations)));
        assert_eq!(found(&data, "Errors", dimensions, 0), Some((errors, invocations)));
        assert_eq!(found(&data, "Duration", dimensions, 0), Some((ms, invocations)));
        assert_eq!(found(&data, "Throttles", dimensions, 0), Some((0.0, invocations)));
    }
    assert_eq!(found(&data, "ConcurrentExecutions", &[], 0), Some((3.0, 3.0)));
    assert_eq!(found(&data, "UnreservedConcurrentExecutions", &["f"], 0), None);
    assert_eq!(metrics.drain(), []);
    let totals = metrics.totals();
    let (of, totals) = &totals[0];
    assert_eq!((of.1.as_str(), totals.invocations, totals.errors, totals.duration_ms), ("f", 3, 1, 100.0));
    assert_eq!(totals.durations.iter().sum::<u64>(), 3);
}

#[test]
fn the_minute_is_that_of_the_beginning() {
    let (clock, metrics) = metrics();
    let two = Concurrency { function: 2, account: 5, ..Concurrency::default() };
    let (begun, running) = metrics.begin(ARN, Version::Latest, &two);
    clock.0.store(150_000, Ordering::Relaxed);
    run(&metrics, ARN, Version::Latest, 1, false);
    let data = metrics.drain();
    assert_eq!(found(&data, "Invocations", &["f"], 0), None);
    assert_eq!(found(&data, "ConcurrentExecutions", &["f"], 0), Some((2.0, 1.0)));
    assert_eq!(found(&data, "Invocations", &["f"], 2), Some((1.0, 1.0)));
    // It still runs in a minute in which nothing began.
    clock.0.store(200_000, Ordering::Relaxed);
    let data = metrics.drain();
    for dimensions in [&[][..], &["f"], &["f", "f"]] {
        assert_eq!(found(&data, "ConcurrentExecutions", dimensions, 3), Some((1.0, 1.0)));
    }
    begun.ended(Duration::from_secs(200), false);
    drop(running);
    let data = metrics.drain();
    assert_eq!(found(&data, "Invocations", &["f"], 0), Some((1.0, 1.0)));
    assert_eq!(found(&data, "ConcurrentExecutions", &["f"], 3), None);
}

#[test]
fn other_things_that_happen() {
    let (_, metrics) = metrics();
    metrics.count(ARN, Some(Version::Latest), What::Throttles);
    let FunctionRef { region, account, name, .. } = FunctionRef::parse(ARN).unwrap();
    let function = FunctionArn::unqualified(Scope::new(account.unwrap(), region.unwrap()), name);
    metrics.time_of(&function, What::AsyncEventAge, Duration::from_millis(1_500));
    metrics.count_of(&function, What::AsyncEventsReceived);
    metrics.count("no ARN", None, What::Errors);
    let data = metrics.drain();
    assert_eq!(found(&data, "Throttles", &["f"], 0), Some((1.0, 1.0)));
    assert_eq!(found(&data, "Invocations", &["f"], 0), None);
    assert_eq!(found(&data, "AsyncEventAge", &["f", "f"], 0), Some((1_500.0, 1.0)));
    assert_eq!(found(&data, "AsyncEventsReceived", &[], 0), Some((1.0, 1.0)));
    assert_eq!(metrics.unmeasured(), 1);
}

#[test]
fn provisioned_environments() {
    let (_, metrics) = metrics();
    let arn = format!("{ARN}:3");
    for provisioned in [(1, 2), (2, 2), (3, 2)] {
        let running = Concurrency { provisioned: Some(provisioned), ..Concurrency::default() };
        metrics.begin(&arn, Version::Number(3), &running).0.ended(Duration::ZERO, false);
    }
    let data = metrics.drain();
    let of = |name: &str| found(&data, name, &["f", "f:3"], 0).unwrap();
    assert_eq!(of("ProvisionedConcurrencyInvocations"), (2.0, 3.0));
    assert_eq!(of("ProvisionedConcurrencySpilloverInvocations"), (1.0, 3.0));
    assert_eq!(of("ProvisionedConcurrentExecutions"), (5.0, 3.0));
    assert_eq!(of("ProvisionedConcurrencyUtilization"), (2.5, 3.0));
    assert_eq!(found(&data, "ProvisionedConcurrencyUtilization", &[], 0), None);
}

#[test]
fn what_nothing_happens_to_is_forgotten() {
    let (_, metrics) = metrics();
    run(&metrics, ARN, Version::Latest, 1, false);
    let (begun, running) = metrics.begin(&format!("{ARN}:1"), Version::Number(1), &Concurrency::default());
    (0..200).for_each(|_| drop(metrics.drain()));
    assert_eq!(metrics.leaves.load(Ordering::Relaxed), 1, "the one that runs");
    begun.ended(Duration::ZERO, false);
    drop(running);
    // Whatever is forgotten, totals never fall.
    for _ in 0..200 {
        drop(metrics.drain());
        assert_eq!(metrics.totals()[0].1.invocations, 2);
    }
    assert_eq!(metrics.leaves.load(Ordering::Relaxed), 0);
    run(&metrics, ARN, Version::Latest, 1, false);
    assert_eq!(found(&metrics.drain(), "Invocations", &["f"], 0), Some((1.0, 1.0)));
    assert_eq!((metrics.totals()[0].1.invocations, metrics.totals_of_others().invocations), (3, 0));
}

#[test]
fn minutes_that_nobody_drains_are_bounded() {
    let (clock, metrics) = metrics();
    for minute in 0..100 {
        clock.0.store(minute * 60_000, Ordering::Relaxed);
        run(&metrics, ARN, Version::Latest, 1, false);
    }
    let data = metrics.drain();
    let counts: Vec<_> = (0..100).filter_map(|minute| found(&data, "Invocations", &["f"], minute)).collect();
    assert!(counts.len() <= 20);
    assert_eq!(counts.iter().map(|(sum, _)| sum).sum::<f64>(), 100.0);
}
