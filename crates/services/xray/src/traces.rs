//! Segments in, traces out.

use crate::analyses::Analysis;
use crate::document::{self, Refused};
use crate::errors::{invalid, store as explain};
use crate::filter::{self, Filter};
use crate::graph::{Counts, Graph};
use crate::groups::{filter_of, filters};
use crate::service::{XRayService, source};
use crate::services::visits;
use crate::settings::seconds;
use crate::summary::{Trace, millis};
use aws_wire::generated::xray::{
    BatchGetTracesRequest, BatchGetTracesResult, GetServiceGraphRequest, GetServiceGraphResult,
    GetTimeSeriesServiceStatisticsRequest, GetTimeSeriesServiceStatisticsResult, GetTraceGraphRequest,
    GetTraceGraphResult, GetTraceSummariesRequest, GetTraceSummariesResult, Group,
    PutTelemetryRecordsRequest, PutTelemetryRecordsResult, PutTraceSegmentsRequest, PutTraceSegmentsResult,
    Segment as SegmentDocument, TimeSeriesServiceStatistics, Trace as TraceDocument, TraceSummary,
    UnprocessedTraceSegment,
};
use aws_wire::{ApiError, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use domain::{Scope, Timestamp, TraceId};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Page, StoredTrace, TracePlace, TraceQuery, TraceTime};

/// Traces on one page of summaries.
const PAGE: usize = 200;
/// Traces that one page looks at, whether or not they match.
const LOOKS: usize = 2_000;
/// Traces that a graph is made of.
const GRAPH: usize = 10_000;
/// Bytes of documents that are read at once.
const BYTES: u64 = 8 << 20;
/// The longest span of GetTraceSummaries and of the graphs, seconds (API reference: 24 and 6 hours).
const SUMMARIES: f64 = 86_400.0;
const GRAPHS: f64 = 21_600.0;

pub(crate) fn put_trace_segments(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: PutTraceSegmentsRequest = input.parse()?;
    let mut refused = Vec::new();
    let source = source(&context.scope, "");
    for text in &request.trace_segment_documents {
        match document::read(text) {
            Ok(segment) => {
                let id = format!("{:016x}", segment.id);
                if !service.writer.offer(&context.scope, segment, &source) {
                    refused.push(UnprocessedTraceSegment {
                        id: Some(id),
                        error_code: Some("ThrottledException".to_owned()),
                        message: Some(
                            "More segments come than can be written. Send it again later.".to_owned(),
                        ),
                    });
                }
            }
            Err(Refused { id, code }) => refused.push(UnprocessedTraceSegment {
                id,
                error_code: Some(code.to_owned()),
                message: Some(format!("Invalid segment. ErrorCode: {code}")),
            }),
        }
    }
    Output::of(&PutTraceSegmentsResult { unprocessed_trace_segments: Some(refused) })
}

/// What daemons say of themselves is looked at by nobody; it only has to have its form.
pub(crate) fn put_telemetry_records(input: Input) -> Result<Output, ApiError> {
    let request: PutTelemetryRecordsRequest = input.parse()?;
    tracing::debug!(records = request.telemetry_records.len(), "a daemon of X-Ray reports");
    Output::of(&PutTelemetryRecordsResult {})
}

fn trace_id(text: &str) -> Result<TraceId, ApiError> {
    TraceId::parse(text).ok_or_else(|| invalid(format!("Invalid trace id: {text}")))
}

/// What is kept of the traces of these ids, and the ids of which nothing is.
async fn load(
    service: &XRayService,
    scope: &Scope,
    ids: &[String],
) -> Result<(Vec<StoredTrace>, Vec<String>), ApiError> {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for id in ids {
        match service.traces.trace(scope, trace_id(id)?).await.map_err(|e| explain(&e))? {
            Some(stored) => found.push(stored),
            None => missing.push(id.clone()),
        }
    }
    Ok((found, missing))
}

pub(crate) async fn batch_get_traces(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: BatchGetTracesRequest = input.parse()?;
    if request.trace_ids.len() > 5 {
        return Err(invalid("At most 5 trace ids are allowed."));
    }
    let analysis = service.analyses.begin(&context.scope.account)?;
    let (found, unprocessed) = load(service, &context.scope, &request.trace_ids).await?;
    let account = context.scope.account.clone();
    let traces = analysis.step(move || {
        let told = |stored| told_of(&Trace::new(stored, account.as_str()));
        found.into_iter().map(told).collect()
    });
    Output::of(&BatchGetTracesResult {
        traces: Some(traces.await?),
        unprocessed_trace_ids: Some(unprocessed),
        next_token: None,
    })
}

fn told_of(trace: &Trace) -> TraceDocument {
    let segments = trace.segments.iter().map(|segment| SegmentDocument {
        id: Some(segment.id().to_owned()),
        document: Some(segment.document()),
    });
    TraceDocument {
        id: Some(trace.stored.id.to_string()),
        duration: Some(millis(trace.duration())),
        limit_exceeded: Some(trace.stored.is_cut),
        segments: Some(segments.collect()),
    }
}

/// A span of time that may be asked for.
fn span(start: f64, end: f64, longest: f64) -> Result<(Timestamp, Timestamp), ApiError> {
    if start > end {
        return Err(invalid("Start time must be before end time."));
    }
    if end - start > longest {
        return Err(invalid(format!("Time range cannot be longer than {} hours.", longest / 3_600.0)));
    }
    Ok((Timestamp((start * 1_000.0).floor() as i64), Timestamp((end * 1_000.0).ceil() as i64)))
}

fn read_token(token: Option<&str>) -> Result<Option<TracePlace>, ApiError> {
    let Some(token) = token else { return Ok(None) };
    let text = BASE64.decode(token).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let place = text.as_deref().and_then(|text| text.split_once('/')).and_then(|(at, number)| {
        Some(TracePlace { at: Timestamp(at.parse().ok()?), number: number.parse().ok()? })
    });
    place.map(Some).ok_or_else(|| invalid("The specified NextToken is invalid."))
}

fn write_token(place: TracePlace) -> String {
    BASE64.encode(format!("{}/{}", place.at.0, place.number))
}

/// What chooses traces: an expression, and the groups that it may name.
struct Chooser {
    filter: Option<Filter>,
    groups: Vec<(Group, Option<Filter>)>,
    account: String,
}

impl Chooser {
    async fn new(service: &XRayService, scope: &Scope, filter: Option<Filter>) -> Result<Self, ApiError> {
        let groups = if filter.is_some() { filters(service, scope).await? } else { Vec::new() };
        Ok(Self { filter, groups, account: scope.account.to_string() })
    }

    /// That of a group.
    async fn of_group(
        service: &XRayService,
        scope: &Scope,
        name: Option<&str>,
        arn: Option<&str>,
    ) -> Result<Self, ApiError> {
        let wanted = match (name, arn) {
            (None, None) => return Self::new(service, scope, None).await,
            (Some(name), _) => (filter::GroupBy::Name, name),
            (None, Some(arn)) => (filter::GroupBy::Arn, arn),
        };
        let groups = filters(service, scope).await?;
        let is = |group: &Group| {
            let told = if wanted.0 == filter::GroupBy::Name { &group.group_name } else { &group.group_arn };
            told.as_deref() == Some(wanted.1)
        };
        if !groups.iter().any(|(group, _)| is(group)) {
            return Err(invalid("Group not found."));
        }
        let filter = filter_of(&groups, wanted.0, wanted.1);
        Ok(Self { filter, groups, account: scope.account.to_string() })
    }

    fn trace(&self, stored: StoredTrace) -> Trace {
        Trace::new(stored, &self.account)
    }

    /// Of the first of these that are chosen.
    fn summaries(&self, items: Vec<(TracePlace, StoredTrace)>, room: usize) -> Searched {
        let mut searched = Searched { chosen: Vec::new(), looked: 0, last: None, is_cut: false };
        for (place, stored) in items {
            if searched.chosen.len() == room {
                searched.is_cut = true;
                break;
            }
            searched.looked += 1;
            searched.last = Some(place);
            let trace = self.trace(stored);
            if self.chooses(&trace) {
                searched.chosen.push(trace.summary());
            }
        }
        searched
    }

    fn chooses(&self, trace: &Trace) -> bool {
        let groups = |by, name: &str| filter_of(&self.groups, by, name);
        self.filter.as_ref().is_none_or(|filter| filter.matches(trace, &self.account, &groups))
    }
}

/// What was found among some traces.
struct Searched {
    chosen: Vec<TraceSummary>,
    looked: usize,
    /// The last one that was looked at.
    last: Option<TracePlace>,
    /// There was room for no more of them.
    is_cut: bool,
}

async fn page(
    service: &XRayService,
    query: &TraceQuery,
    after: Option<TracePlace>,
    limit: usize,
) -> Result<Page<(TracePlace, StoredTrace)>, ApiError> {
    let page = service.traces.traces(query.clone(), after, limit, BYTES).await;
    page.map_err(|e| explain(&e))
}

pub(crate) async fn get_trace_summaries(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetTraceSummariesRequest = input.parse()?;
    let (from, to) = span(request.start_time, request.end_time, SUMMARIES)?;
    let expression = request.filter_expression.as_deref().filter(|text| !text.trim().is_empty());
    let filter = expression.map(filter::parse).transpose();
    let filter = filter.map_err(|why| invalid(format!("Invalid filter expression: {why}.")))?;
    let analysis = service.analyses.begin(&context.scope.account)?;
    let chooser = Arc::new(Chooser::new(service, &context.scope, filter).await?);
    let by = match request.time_range_type.as_deref() {
        Some("Event") => TraceTime::Start,
        // Also by service, whose own times no index knows.
        _ => TraceTime::Update,
    };
    let query = TraceQuery { scope: context.scope.clone(), by, from, to };
    let mut after = read_token(request.next_token.as_deref())?;
    let (mut summaries, mut looked, mut more) = (Vec::new(), 0, true);
    while more && summaries.len() < PAGE && looked < LOOKS {
        let found = page(service, &query, after, PAGE.min(LOOKS - looked)).await?;
        more = found.more;
        let (chooser, room) = (Arc::clone(&chooser), PAGE - summaries.len());
        let searched = analysis.step(move || chooser.summaries(found.items, room)).await?;
        summaries.extend(searched.chosen);
        looked += searched.looked;
        after = searched.last.or(after);
        more |= searched.is_cut;
    }
    Output::of(&GetTraceSummariesResult {
        trace_summaries: Some(summaries),
        approximate_time: Some(seconds(context.now)),
        traces_processed_count: i64::try_from(looked).ok(),
        next_token: after.filter(|_| more).map(write_token),
    })
}

pub(crate) async fn get_trace_graph(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetTraceGraphRequest = input.parse()?;
    if request.trace_ids.len() > 500 {
        return Err(invalid("At most 500 trace ids are allowed."));
    }
    let analysis = service.analyses.begin(&context.scope.account)?;
    let account = context.scope.account.clone();
    let mut graph = Graph::default();
    for ids in request.trace_ids.chunks(5) {
        let found = load(service, &context.scope, ids).await?.0;
        let account = account.clone();
        let added = analysis.step(move || {
            found.into_iter().for_each(|stored| graph.add(&Trace::new(stored, account.as_str())));
            graph
        });
        graph = added.await?;
    }
    let services = analysis.step(move || graph.services(account.as_str())).await?;
    Output::of(&GetTraceGraphResult { services: Some(services), next_token: None })
}

/// Hands over all traces of a span that are chosen, [`GRAPH`] at most.
async fn each<T: Send + 'static>(
    service: &XRayService,
    analysis: &Analysis<'_>,
    query: &TraceQuery,
    chooser: Chooser,
    mut counted: T,
    visit: impl Fn(&mut T, &Trace) + Send + Sync + 'static,
) -> Result<T, ApiError> {
    let (chooser, visit) = (Arc::new(chooser), Arc::new(visit));
    let (mut after, mut looked, mut more) = (None, 0, true);
    while more && looked < GRAPH {
        let Page { items, more: further } = page(service, query, after, PAGE).await?;
        more = further;
        looked += items.len();
        after = items.last().map(|(place, _)| *place).or(after);
        let (chooser, visit) = (Arc::clone(&chooser), Arc::clone(&visit));
        let visited = analysis.step(move || {
            for (_, stored) in items {
                let trace = chooser.trace(stored);
                if chooser.chooses(&trace) {
                    visit(&mut counted, &trace);
                }
            }
            counted
        });
        counted = visited.await?;
    }
    Ok(counted)
}

pub(crate) async fn get_service_graph(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetServiceGraphRequest = input.parse()?;
    let (from, to) = span(request.start_time, request.end_time, GRAPHS)?;
    let (name, arn) = (request.group_name.as_deref(), request.group_arn.as_deref());
    let analysis = service.analyses.begin(&context.scope.account)?;
    let chooser = Chooser::of_group(service, &context.scope, name, arn).await?;
    let query = TraceQuery { scope: context.scope.clone(), by: TraceTime::Start, from, to };
    let graph = each(service, &analysis, &query, chooser, Graph::default(), Graph::add).await?;
    let account = context.scope.account.clone();
    let services = analysis.step(move || graph.services(account.as_str())).await?;
    Output::of(&GetServiceGraphResult {
        start_time: Some(request.start_time),
        end_time: Some(request.end_time),
        services: Some(services),
        contains_old_group_versions: Some(false),
        next_token: None,
    })
}

/// By periods of 60 or 300 seconds, of the services that the expression selects.
pub(crate) async fn get_time_series_service_statistics(
    service: &XRayService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: GetTimeSeriesServiceStatisticsRequest = input.parse()?;
    let (from, to) = span(request.start_time, request.end_time, GRAPHS)?;
    let period = match request.period {
        None | Some(60) => 60_i64,
        Some(300) => 300,
        Some(_) => return Err(invalid("Period must be 60 or 300 seconds.")),
    };
    if request.forecast_statistics == Some(true) {
        return Err(invalid("ForecastStatistics is not built in Tenfold."));
    }
    let (name, arn) = (request.group_name.as_deref(), request.group_arn.as_deref());
    let analysis = service.analyses.begin(&context.scope.account)?;
    let mut chooser = Chooser::of_group(service, &context.scope, name, arn).await?;
    let entity = request.entity_selector_expression.as_deref().filter(|text| !text.trim().is_empty());
    if let Some(text) = entity {
        let filter =
            filter::parse(text).map_err(|why| invalid(format!("Invalid entity selector: {why}.")))?;
        let before = chooser.filter.take();
        chooser.filter = Some(match before {
            Some(before) => Filter::And(Box::new(before), Box::new(filter)),
            None => filter,
        });
    }
    let query = TraceQuery { scope: context.scope.clone(), by: TraceTime::Start, from, to };
    let count = move |periods: &mut BTreeMap<i64, Counts>, trace: &Trace| {
        for visit in visits(&trace.segments).iter().filter(|visit| !visit.is_inferred) {
            let at = (visit.entity.start() as i64).div_euclid(period) * period;
            periods.entry(at).or_default().add(visit.entity);
        }
    };
    let periods = each(service, &analysis, &query, chooser, BTreeMap::new(), count).await?;
    let series = periods.into_iter().map(|(at, counts)| TimeSeriesServiceStatistics {
        timestamp: Some(at as f64),
        edge_summary_statistics: None,
        service_summary_statistics: Some(counts.of_service()),
        service_forecast_statistics: None,
        response_time_histogram: Some(counts.histogram()),
    });
    Output::of(&GetTimeSeriesServiceStatisticsResult {
        time_series_service_statistics: Some(series.collect()),
        contains_old_group_versions: Some(false),
        next_token: None,
    })
}
