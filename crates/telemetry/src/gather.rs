//! All metrics of a server at a moment.
//!
//! Functions are many and come and go; so only so many have series of their own, the first that something happened to.
//! What happens to others is summed: a function never moves from one to the other, and no counter falls.

use crate::family::{Family, Kind, Spread, Value};
use crate::process;
use domain::{FunctionName, Scope};
use metrics::FunctionMetrics;
use metrics::functions::{DURATION_BOUNDS_MS, FunctionTotals};
use metrics::server::{self, Registry};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The label values of functions without series of their own. No account is called so: those are numbers.
const OTHER: &str = "other";
const LABELS: &[&str] = &["account", "region", "function"];

/// [`DURATION_BOUNDS_MS`], s.
const DURATION_BOUNDS_S: [f64; DURATION_BOUNDS_MS.len()] = {
    let mut bounds = DURATION_BOUNDS_MS;
    let mut at = 0;
    while at < bounds.len() {
        bounds[at] /= 1_000.0;
        at += 1;
    }
    bounds
};

/// See the module's documentation.
pub struct Exposed {
    registry: Arc<Registry>,
    functions: Arc<FunctionMetrics>,
    /// Functions that have series of their own, and how many may.
    named: Mutex<HashSet<(Scope, FunctionName)>>,
    most: usize,
}

impl Exposed {
    /// With at most so many functions told apart.
    pub fn new(registry: Arc<Registry>, functions: Arc<FunctionMetrics>, most: usize) -> Self {
        Self { registry, functions, named: Mutex::default(), most }
    }

    /// All of them, by name. Blocks for some milliseconds where there are thousands of functions.
    pub fn families(&self) -> Vec<Family> {
        let mut families: Vec<_> = self.registry.read().into_iter().map(of_server).collect();
        families.extend(of_functions(&self.told_apart()));
        let help = "Events of functions that were not measured, since there were too many functions.";
        let unmeasured = Value::Whole(self.functions.unmeasured());
        families.push(Family::single(
            "tenfold_function_events_unmeasured_total",
            help,
            Kind::Counter,
            unmeasured,
        ));
        families.extend(process::families());
        families.sort_by_key(|family| family.name);
        families
    }

    /// The functions with series of their own, and the others as one.
    fn told_apart(&self) -> Vec<(Vec<Cow<'static, str>>, FunctionTotals)> {
        let mut others = self.functions.totals_of_others();
        let mut are_others = others != FunctionTotals::default();
        let mut apart = Vec::new();
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        for (of, totals) in self.functions.totals() {
            if named.contains(&of) || named.len() < self.most {
                let (scope, name) = &of;
                let labels = [scope.account.as_str(), scope.region.as_str(), name.as_str()];
                apart.push((labels.map(|label| label.to_owned().into()).to_vec(), totals));
                named.insert(of);
            } else {
                others.merge(&totals);
                are_others = true;
            }
        }
        if are_others {
            apart.push((vec![OTHER.into(); LABELS.len()], others));
        }
        apart
    }
}

fn of_server(reading: server::Reading) -> Family {
    let server::Reading { name, help, kind, labels, series } = reading;
    let kind = match kind {
        server::Kind::Counter => Kind::Counter,
        server::Kind::Gauge => Kind::Gauge,
    };
    let point = |(labels, number): (Vec<String>, u64)| {
        (labels.into_iter().map(Cow::from).collect(), Value::Whole(number))
    };
    Family { name, help, kind, labels, points: series.into_iter().map(point).collect() }
}

fn of_functions(totals: &[(Vec<Cow<'static, str>>, FunctionTotals)]) -> Vec<Family> {
    let family = |name, help, kind, value: &dyn Fn(&FunctionTotals) -> Value| {
        let points = totals.iter().map(|(labels, totals)| (labels.clone(), value(totals))).collect();
        Family { name, help, kind, labels: LABELS, points }
    };
    vec![
        family(
            "tenfold_function_invocations_total",
            "Runs of functions that ended.",
            Kind::Counter,
            &|totals| Value::Whole(totals.invocations),
        ),
        family(
            "tenfold_function_errors_total",
            "Runs that ended in an error of the function.",
            Kind::Counter,
            &|totals| Value::Whole(totals.errors),
        ),
        family(
            "tenfold_function_throttles_total",
            "Invocations that were refused for their number.",
            Kind::Counter,
            &|totals| Value::Whole(totals.throttles),
        ),
        family(
            "tenfold_function_concurrent_executions",
            "Runs of functions at the moment.",
            Kind::Gauge,
            &|totals| Value::Whole(totals.running.into()),
        ),
        family(
            "tenfold_function_duration_seconds",
            "What runs of functions took.",
            Kind::Histogram,
            &|totals| Value::Spread(spread(totals)),
        ),
    ]
}

fn spread(totals: &FunctionTotals) -> Spread {
    let within: u64 = totals.durations.iter().sum();
    let beyond = totals.invocations.saturating_sub(within);
    let counts = totals.durations.iter().copied().chain([beyond]).collect();
    Spread { bounds: &DURATION_BOUNDS_S, counts, sum: totals.duration_ms / 1_000.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Version;
    use metrics::Concurrency;
    use std::time::Duration;

    fn run(metrics: &FunctionMetrics, name: &str, ms: u64) {
        let arn = format!("arn:aws:lambda:us-east-1:123456789012:function:{name}");
        let (begun, _running) = metrics.begin(&arn, Version::Latest, &Concurrency::default());
        begun.ended(Duration::from_millis(ms), false);
    }

    fn points(exposed: &Exposed, name: &str) -> Vec<(String, Value)> {
        let families = exposed.families();
        let family = families.iter().find(|family| family.name == name).unwrap();
        family.points.iter().map(|(labels, value)| (labels[2].to_string(), value.clone())).collect()
    }

    #[test]
    fn the_first_functions_are_told_apart_and_stay_so() {
        let functions = Arc::new(FunctionMetrics::default());
        let exposed = Exposed::new(Arc::default(), Arc::clone(&functions), 2);
        assert_eq!(points(&exposed, "tenfold_function_invocations_total"), []);
        for name in ["m", "z"] {
            run(&functions, name, 1);
        }
        functions.drain();
        let whole = |name: &str, number| (name.to_owned(), Value::Whole(number));
        let invocations = |exposed: &Exposed| points(exposed, "tenfold_function_invocations_total");
        assert_eq!(invocations(&exposed), [whole("m", 1), whole("z", 1)]);
        for name in ["a", "b", "m", "z"] {
            run(&functions, name, 1);
        }
        functions.drain();
        assert_eq!(invocations(&exposed), [whole("m", 2), whole("z", 2), whole("other", 2)]);
        let families = exposed.families();
        let others = families.iter().find(|family| family.name == "tenfold_function_errors_total").unwrap();
        assert_eq!(others.points[2].0, ["other"; 3]);
        assert!(families.is_sorted_by_key(|family| family.name));
    }

    #[test]
    fn durations_are_seconds() {
        let functions = Arc::new(FunctionMetrics::default());
        let exposed = Exposed::new(Arc::default(), Arc::clone(&functions), 9);
        for ms in [1, 200, 90_000] {
            run(&functions, "f", ms);
        }
        functions.drain();
        let [(_, Value::Spread(spread))] = &points(&exposed, "tenfold_function_duration_seconds")[..] else {
            panic!()
        };
        assert_eq!((spread.bounds[0], spread.bounds[11]), (0.001, 60.0));
        assert_eq!(spread.counts, [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
        assert!((spread.sum - 90.201).abs() < 1e-9 && spread.count() == 3);
    }
}
