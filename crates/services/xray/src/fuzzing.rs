//! For fuzz targets only: what strangers send and ask, without a store.

use crate::document;
use crate::filter;
use crate::graph::Graph;
use crate::summary::Trace;
use aws_wire::Output;
use aws_wire::generated::xray::{GetServiceGraphResult, GetTraceSummariesResult};
use domain::Segment;
use std::sync::Arc;
use store::StoredTrace;

const ACCOUNT: &str = "123456789012";

/// Segments of one trace, as they were sent: those that are taken.
fn taken<'a>(documents: impl IntoIterator<Item = &'a str>) -> Vec<Segment> {
    documents.into_iter().filter_map(|text| document::read(text).ok()).collect()
}

/// The trace of these documents, as it would be read again.
fn trace<'a>(documents: impl IntoIterator<Item = &'a str>) -> Option<Trace> {
    let segments = taken(documents);
    let id = segments.first()?.trace;
    let documents: Vec<Arc<str>> = segments.into_iter().map(|segment| segment.document).collect();
    Some(Trace::new(StoredTrace { id, documents, is_cut: false, revision: 1 }, ACCOUNT))
}

/// Documents of one trace, taken, put together, summed up and drawn; whether all of that can be answered. `None` where none is taken.
pub fn segments<'a>(documents: impl IntoIterator<Item = &'a str>) -> Option<bool> {
    let trace = trace(documents)?;
    let summaries = GetTraceSummariesResult {
        trace_summaries: Some(vec![trace.summary()]),
        ..GetTraceSummariesResult::default()
    };
    let mut graph = Graph::default();
    graph.add(&trace);
    let graph =
        GetServiceGraphResult { services: Some(graph.services(ACCOUNT)), ..GetServiceGraphResult::default() };
    let segments = trace.segments.iter().all(|segment| document::read(&segment.document()).is_ok());
    Some(Output::of(&summaries).is_ok() && Output::of(&graph).is_ok() && segments)
}

/// What a datagram to the daemon's address brings: the number of a segment and the length of its document.
pub fn datagram(bytes: &[u8]) -> Option<(u64, usize)> {
    let segment = document::read(document::of_datagram(bytes)?).ok()?;
    Some((segment.id, segment.document.len()))
}

/// Whether a trace of these documents matches an expression; `None` where that is none, or there is no trace. Every group is one of traces
/// that failed.
pub fn filter<'a>(expression: &str, documents: impl IntoIterator<Item = &'a str>) -> Option<bool> {
    let (expression, trace) = (filter::parse(expression).ok()?, trace(documents)?);
    // Groups that are this expression themselves end somewhere, whatever that says.
    expression.matches(&trace, ACCOUNT, &|_, _: &str| Some(expression.clone()));
    Some(expression.matches(&trace, ACCOUNT, &|_, _: &str| filter::parse("fault").ok()))
}
