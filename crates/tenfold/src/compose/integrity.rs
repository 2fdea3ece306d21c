//! What was found changed on disk, as a metric that alarms can watch: `IntegrityFailures` of the namespace `Tenfold`, in the server's
//! own account and region.

use domain::integrity::{Kept, failures};
use domain::{Clock, Scope};
use metrics::{Datum, Dimensions, MetricId, Resolution, Statistics, Unit};
use std::sync::Arc;
use std::time::Duration;
use store::MetricWriter;
use tokio::time::{MissedTickBehavior, interval};

/// Between two looks.
const EVERY: Duration = Duration::from_secs(1);

/// Adds to the metric what is found from now on: once for all, and once for what it was.
pub(super) async fn tell(writer: Arc<MetricWriter>, scope: Scope, clock: Arc<dyn Clock>) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut told = failures();
    loop {
        ticks.tick().await;
        let now = failures();
        for ((kept, count), (_, before)) in now.into_iter().zip(told) {
            let more = count.saturating_sub(before);
            if more > 0 {
                let of = |kept: Option<Kept>| datum(&scope, kept, more, &*clock);
                writer.add(vec![of(None), of(Some(kept))]);
            }
        }
        told = now;
    }
}

fn datum(scope: &Scope, kept: Option<Kept>, count: u64, clock: &dyn Clock) -> Datum {
    let dimensions = kept.map(|kept| ("Kept".into(), kept.word().into()));
    Datum {
        id: MetricId {
            scope: scope.clone(),
            namespace: "Tenfold".into(),
            name: "IntegrityFailures".into(),
            dimensions: Dimensions::new(dimensions),
        },
        unit: Unit::named("Count").unwrap_or(Unit::NONE),
        resolution: Resolution::Minute,
        at: clock.now(),
        values: Statistics::of(count as f64),
    }
}
