//! The server's own counters and gauges, for whoever scrapes them.
//!
//! Each is a family by name, with labels whose names are fixed; values of labels make its series, of which there is a
//! bound: what is beyond it is counted together, as `other`. Counting is one atomic operation.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Series of one family at most, the one for the others included.
pub const SERIES: usize = 1_000;
/// The label value of what is beyond.
const OTHER: &str = "other";

/// What a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only grows, while the process lives.
    Counter,
    /// Goes up and down.
    Gauge,
}

/// A number that anybody may change at any time.
#[derive(Clone, Debug, Default)]
pub struct Cell(Arc<AtomicU64>);

impl Cell {
    /// More of it.
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// Less of it: of a gauge.
    pub fn subtract(&self, less: u64) {
        self.0.fetch_sub(less, Ordering::Relaxed);
    }

    /// As much from now on: of a gauge.
    pub fn set(&self, value: u64) {
        self.0.store(value, Ordering::Relaxed);
    }

    /// How much it is.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Numbers of one name, told apart by labels.
pub struct Family {
    name: &'static str,
    help: &'static str,
    kind: Kind,
    labels: &'static [&'static str],
    series: RwLock<HashMap<Vec<String>, Cell>>,
}

impl Family {
    /// The number of these label values, in the order of the labels. Keep it where it is used often.
    pub fn with(&self, values: &[&str]) -> Cell {
        let key = |value: &dyn Fn(usize) -> String| (0..self.labels.len()).map(value).collect::<Vec<_>>();
        let wanted = key(&|at| values.get(at).copied().unwrap_or_default().to_owned());
        if let Some(cell) = self.series.read().unwrap_or_else(PoisonError::into_inner).get(&wanted) {
            return cell.clone();
        }
        let mut series = self.series.write().unwrap_or_else(PoisonError::into_inner);
        let full = series.len() + 1 >= SERIES && !series.contains_key(&wanted);
        series.entry(if full { key(&|_| OTHER.to_owned()) } else { wanted }).or_default().clone()
    }
}

/// What a family is at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Such as `tenfold_log_events_dropped_total`.
    pub name: &'static str,
    /// What it counts.
    pub help: &'static str,
    /// What sort of number.
    pub kind: Kind,
    /// Names of the labels.
    pub labels: &'static [&'static str],
    /// Values of the labels, in their order, and the number; sorted.
    pub series: Series,
}

/// Values of labels, and the number of that series.
pub type Series = Vec<(Vec<String>, u64)>;

/// What somebody else counts.
struct Source {
    help: &'static str,
    kind: Kind,
    labels: &'static [&'static str],
    read: Box<dyn Fn() -> Series + Send + Sync>,
}

/// All of them.
#[derive(Default)]
pub struct Registry {
    families: RwLock<BTreeMap<&'static str, Arc<Family>>>,
    sources: Mutex<BTreeMap<&'static str, Source>>,
}

impl Registry {
    /// The family of that name, made where it is not there yet.
    pub fn family(
        &self,
        name: &'static str,
        help: &'static str,
        kind: Kind,
        labels: &'static [&'static str],
    ) -> Arc<Family> {
        let mut families = self.families.write().unwrap_or_else(PoisonError::into_inner);
        let made = || Arc::new(Family { name, help, kind, labels, series: RwLock::default() });
        Arc::clone(families.entry(name).or_insert_with(made))
    }

    /// A counter without labels.
    pub fn counter(&self, name: &'static str, help: &'static str) -> Cell {
        self.family(name, help, Kind::Counter, &[]).with(&[])
    }

    /// A gauge without labels.
    pub fn gauge(&self, name: &'static str, help: &'static str) -> Cell {
        self.family(name, help, Kind::Gauge, &[]).with(&[])
    }

    /// A number that somebody else counts already, asked whenever all are read. It must not wait.
    pub fn read_from(
        &self,
        name: &'static str,
        help: &'static str,
        kind: Kind,
        source: impl Fn() -> u64 + Send + Sync + 'static,
    ) {
        self.read_all_from(name, help, kind, &[], move || vec![(Vec::new(), source())]);
    }

    /// The same of a family with labels, whose series are as many as their source bounds them to.
    pub fn read_all_from(
        &self,
        name: &'static str,
        help: &'static str,
        kind: Kind,
        labels: &'static [&'static str],
        source: impl Fn() -> Series + Send + Sync + 'static,
    ) {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        sources.insert(name, Source { help, kind, labels, read: Box::new(source) });
    }

    /// All of them as they are now, by name.
    pub fn read(&self) -> Vec<Reading> {
        let families = self.families.read().unwrap_or_else(PoisonError::into_inner);
        let mut readings: Vec<_> = families
            .values()
            .map(|family| {
                let series = family.series.read().unwrap_or_else(PoisonError::into_inner);
                let mut series: Vec<_> =
                    series.iter().map(|(labels, cell)| (labels.clone(), cell.get())).collect();
                series.sort();
                let Family { name, help, kind, labels, .. } = **family;
                Reading { name, help, kind, labels, series }
            })
            .collect();
        drop(families);
        let sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        readings.extend(sources.iter().map(|(name, source)| {
            let mut series = (source.read)();
            series.sort();
            Reading { name, help: source.help, kind: source.kind, labels: source.labels, series }
        }));
        readings.sort_by_key(|reading| reading.name);
        readings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_name() {
        let registry = Registry::default();
        let requests = registry.family("b_total", "Requests.", Kind::Counter, &["code"]);
        requests.with(&["200"]).add(2);
        registry.family("b_total", "Requests.", Kind::Counter, &["code"]).with(&["200"]).add(1);
        requests.with(&["500"]).add(1);
        let gauge = registry.gauge("c", "Now.");
        gauge.add(5);
        gauge.subtract(2);
        registry.read_from("a", "Elsewhere.", Kind::Gauge, || 7);
        let read = registry.read();
        let of = |at: usize| (read[at].name, read[at].series.clone());
        assert_eq!(of(0), ("a", vec![(vec![], 7)]));
        assert_eq!(of(1), ("b_total", vec![(vec!["200".to_owned()], 3), (vec!["500".to_owned()], 1)]));
        assert_eq!(of(2), ("c", vec![(vec![], 3)]));
    }

    #[test]
    fn series_are_bounded() {
        let registry = Registry::default();
        let family = registry.family("f", "", Kind::Counter, &["name"]);
        (0..SERIES + 50).for_each(|n| family.with(&[&n.to_string()]).add(1));
        let series = &registry.read()[0].series;
        assert_eq!(series.len(), SERIES);
        assert_eq!(series.iter().find(|(labels, _)| labels[0] == OTHER).unwrap().1, 51);
    }
}
