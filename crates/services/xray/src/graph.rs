//! The graph of services that traces pass through: who calls whom, how often, how long and how it ends.

use crate::entity::Entity;
use crate::services::{ServiceKey, Verdict, Visit, visits};
use crate::summary::{Trace, millis};
use aws_wire::generated::xray::{
    Edge, EdgeStatistics, ErrorStatistics, FaultStatistics, HistogramEntry, Service, ServiceStatistics,
};
use std::collections::BTreeMap;

/// Services that a graph has at most; a tracer that makes up names must not make it any size.
const MAX_SERVICES: usize = 1_000;
/// Times that a histogram tells apart.
const MAX_BARS: usize = 100;

/// What was counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    ok: i64,
    throttle: i64,
    error: i64,
    fault: i64,
    total: i64,
    seconds: f64,
    /// By milliseconds.
    times: BTreeMap<i64, i32>,
}

impl Counts {
    pub(crate) fn add(&mut self, entity: &Entity) {
        let verdict = Verdict::of(entity);
        self.total += 1;
        self.ok += i64::from(verdict.is_ok());
        self.throttle += i64::from(verdict.throttle);
        self.error += i64::from(verdict.error);
        self.fault += i64::from(verdict.fault);
        self.seconds += entity.duration();
        *self.times.entry((entity.duration() * 1_000.0).round() as i64).or_default() += 1;
    }

    fn errors(&self) -> (ErrorStatistics, FaultStatistics) {
        let errors = ErrorStatistics {
            throttle_count: Some(self.throttle),
            other_count: Some(self.error - self.throttle),
            total_count: Some(self.error),
        };
        (errors, FaultStatistics { other_count: Some(self.fault), total_count: Some(self.fault) })
    }

    pub(crate) fn of_service(&self) -> ServiceStatistics {
        let (errors, faults) = self.errors();
        ServiceStatistics {
            ok_count: Some(self.ok),
            error_statistics: Some(errors),
            fault_statistics: Some(faults),
            total_count: Some(self.total),
            total_response_time: Some(millis(self.seconds)),
        }
    }

    pub(crate) fn of_edge(&self) -> EdgeStatistics {
        let (errors, faults) = self.errors();
        EdgeStatistics {
            ok_count: Some(self.ok),
            error_statistics: Some(errors),
            fault_statistics: Some(faults),
            total_count: Some(self.total),
            total_response_time: Some(millis(self.seconds)),
        }
    }

    /// As many bars as may be: neighbours share one where there are more.
    pub(crate) fn histogram(&self) -> Vec<HistogramEntry> {
        let share = self.times.len().div_ceil(MAX_BARS).max(1);
        let bars: Vec<_> = self.times.iter().collect();
        let bar = |bars: &[(&i64, &i32)]| HistogramEntry {
            value: bars.first().map(|(time, _)| **time as f64 / 1_000.0),
            count: Some(bars.iter().map(|(_, count)| **count).sum()),
        };
        bars.chunks(share).map(bar).collect()
    }
}

#[derive(Default)]
struct Node {
    counts: Counts,
    edges: BTreeMap<ServiceKey, (Counts, Span)>,
    span: Span,
    is_root: bool,
    is_inferred: bool,
}

#[derive(Clone, Copy)]
struct Span {
    start: f64,
    end: f64,
}

impl Default for Span {
    fn default() -> Self {
        Self { start: f64::INFINITY, end: 0.0 }
    }
}

impl Span {
    fn add(&mut self, entity: &Entity) {
        self.start = self.start.min(entity.start());
        self.end = self.end.max(entity.end().unwrap_or(entity.start()));
    }
}

/// A graph that is being drawn.
#[derive(Default)]
pub(crate) struct Graph(BTreeMap<ServiceKey, Node>);

impl Graph {
    /// Adds a trace.
    pub(crate) fn add(&mut self, trace: &Trace) {
        let found = visits(&trace.segments);
        for visit in &found {
            let caller =
                visit.caller.and_then(|caller| found.get(caller)).map(|caller| caller.service.clone());
            let client = || ServiceKey { name: visit.service.name.clone(), kind: Some("client".to_owned()) };
            let caller = caller.unwrap_or_else(client);
            if !self.has_room(&visit.service) || !self.has_room(&caller) {
                continue;
            }
            self.visit(visit);
            let from = self.0.entry(caller).or_default();
            from.span.add(visit.entity);
            let (counts, span) = from.edges.entry(visit.service.clone()).or_default();
            counts.add(visit.entity);
            span.add(visit.entity);
        }
    }

    fn has_room(&self, service: &ServiceKey) -> bool {
        self.0.len() < MAX_SERVICES || self.0.contains_key(service)
    }

    fn visit(&mut self, visit: &Visit<'_>) {
        let node = self.0.entry(visit.service.clone()).or_default();
        node.counts.add(visit.entity);
        node.span.add(visit.entity);
        node.is_root |= visit.is_root;
        node.is_inferred = visit.is_inferred;
    }

    /// As it is answered. `account` is whose services these are.
    pub(crate) fn services(self, account: &str) -> Vec<Service> {
        let number = |index: usize| i32::try_from(index).unwrap_or(i32::MAX);
        let numbers: BTreeMap<ServiceKey, i32> =
            self.0.keys().cloned().enumerate().map(|(index, key)| (key, number(index))).collect();
        let service = |(key, node): (ServiceKey, Node)| {
            let is_client = key.kind.as_deref() == Some("client");
            let edges = node.edges.iter().map(|(to, (counts, span))| Edge {
                reference_id: numbers.get(to).copied(),
                start_time: Some(span.start),
                end_time: Some(span.end),
                summary_statistics: Some(counts.of_edge()),
                response_time_histogram: Some(counts.histogram()),
                aliases: Some(Vec::new()),
                edge_type: None,
                received_event_age_histogram: None,
            });
            Service {
                reference_id: numbers.get(&key).copied(),
                name: Some(key.name.clone()),
                names: Some(vec![key.name]),
                root: node.is_root.then_some(true),
                account_id: (!is_client && !node.is_inferred).then(|| account.to_owned()),
                r#type: key.kind,
                state: Some(if is_client || node.is_inferred { "unknown" } else { "active" }.to_owned()),
                start_time: Some(node.span.start),
                end_time: Some(node.span.end),
                edges: Some(edges.collect()),
                summary_statistics: (!is_client).then(|| node.counts.of_service()),
                duration_histogram: (!is_client).then(|| node.counts.histogram()),
                response_time_histogram: (!is_client).then(|| node.counts.histogram()),
            }
        };
        self.0.into_iter().map(service).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::TraceId;
    use store::StoredTrace;

    fn trace(documents: &[&str]) -> Trace {
        let documents = documents.iter().map(|document| (*document).into()).collect();
        let id = TraceId { seconds: 1, unique: 2 };
        Trace::new(StoredTrace { id, documents, is_cut: false, revision: 1 }, "123456789012")
    }

    #[test]
    fn services_and_edges_are_counted() {
        let web = r#"{"name":"web","id":"0000000000000001","start_time":1,"end_time":3,"origin":"AWS::Lambda","subsegments":[
            {"name":"back","id":"0000000000000002","start_time":1,"end_time":2,"namespace":"remote","error":true}]}"#;
        let fault = web.replace(r#""origin""#, r#""fault":true,"origin""#);
        let mut graph = Graph::default();
        graph.add(&trace(&[web]));
        graph.add(&trace(&[&fault]));
        let services = graph.services("123456789012");
        let told: Vec<_> = services
            .iter()
            .map(|s| {
                (
                    s.reference_id,
                    s.name.as_deref(),
                    s.r#type.as_deref(),
                    s.root,
                    s.edges.as_ref().map(Vec::len),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some(0), Some("back"), Some("remote"), None, Some(0)),
                (Some(1), Some("web"), Some("AWS::Lambda"), Some(true), Some(1)),
                (Some(2), Some("web"), Some("client"), None, Some(1)),
            ]
        );
        let web = services[1].summary_statistics.clone().unwrap();
        assert_eq!((web.ok_count, web.total_count, web.total_response_time), (Some(1), Some(2), Some(4.0)));
        assert_eq!(web.fault_statistics.unwrap().total_count, Some(1));
        let edge = &services[1].edges.as_ref().unwrap()[0];
        assert_eq!(edge.reference_id, Some(0));
        let statistics = edge.summary_statistics.clone().unwrap();
        assert_eq!(statistics.error_statistics.unwrap().other_count, Some(2));
        assert_eq!(edge.response_time_histogram.as_ref().unwrap()[0].count, Some(2));
    }

    #[test]
    fn made_up_names_make_no_endless_graph() {
        let mut graph = Graph::default();
        for name in 0..2 * MAX_SERVICES {
            graph.add(&trace(&[&format!(
                r#"{{"name":"{name}","id":"0000000000000001","start_time":1,"end_time":3}}"#
            )]));
        }
        assert!(graph.services("123456789012").len() <= MAX_SERVICES + 1);
    }

    #[test]
    fn histograms_have_a_bound() {
        let mut counts = Counts::default();
        for time in 0..1_000 {
            let text = format!(r#"{{"id":"1","start_time":0,"end_time":{}}}"#, f64::from(time) / 1_000.0);
            counts.add(&crate::entity::assemble([text.as_str()])[0]);
        }
        let histogram = counts.histogram();
        assert_eq!(histogram.len(), MAX_BARS);
        assert_eq!(histogram.iter().filter_map(|bar| bar.count).sum::<i32>(), 1_000);
    }
}
