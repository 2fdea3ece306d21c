//! GetMetricStatistics.

use crate::errors::{combination, explain, invalid};
use crate::metric::{id, seconds, timestamp, unit};
use crate::period;
use crate::service::CloudWatchService;
use crate::statistic::Stat;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use store::{MetricPoint, MetricQuery};

/// Points of one answer (API reference of GetMetricStatistics).
const MOST: i64 = 1_440;

pub(crate) async fn get_metric_statistics(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::GetMetricStatisticsInput = input.parse()?;
    let plain = request.statistics.unwrap_or_default();
    let extended = request.extended_statistics.unwrap_or_default();
    if plain.is_empty() && extended.is_empty() {
        return Err(combination("Must specify either Statistics or ExtendedStatistics"));
    }
    let period_ms = period::period_ms(request.period, "Period")?;
    let (from, to) = (timestamp(request.start_time), timestamp(request.end_time));
    period::range(from, to)?;
    let from = period::start(from, period_ms, context.now);
    let points = (to.0 - from.0).div_euclid(period_ms);
    if points > MOST {
        return Err(combination(format!(
            "You have requested up to {points} datapoints, which exceeds the limit of {MOST}. You may reduce the \
             datapoints requested by increasing Period, or decreasing the time range."
        )));
    }
    let mut stats = Vec::with_capacity(plain.len() + extended.len());
    for name in plain.iter().chain(&extended) {
        let stat = Stat::parse(name).filter(|stat| stat.is_extended() == extended.contains(name));
        let refused =
            || invalid(format!("The value {name} for parameter ExtendedStatistics is not supported."));
        stats.push((name, stat.ok_or_else(refused)?));
    }
    let id = id(
        &context.scope,
        &request.namespace,
        &request.metric_name,
        &request.dimensions.unwrap_or_default(),
    )?;
    service.fresh().await;
    let found = service.store.read_metric(&MetricQuery { id, from, to, period_ms }).await;
    let mut found = found.map_err(|e| explain(&e))?;
    if let Some(unit) = unit(request.unit.as_deref()) {
        found.retain(|point| point.unit == unit);
    }
    Output::of(&wire::GetMetricStatisticsOutput {
        label: Some(request.metric_name),
        datapoints: Some(found.iter().map(|point| datapoint(point, &stats)).collect()),
    })
}

fn datapoint(point: &MetricPoint, stats: &[(&String, Stat)]) -> wire::Datapoint {
    let plain = |wanted: Stat| {
        stats.iter().find(|(_, stat)| *stat == wanted).and_then(|(_, stat)| stat.of(&point.values))
    };
    let extended = stats.iter().filter(|(_, stat)| stat.is_extended());
    let extended: std::collections::BTreeMap<_, _> =
        extended.filter_map(|(name, stat)| Some(((*name).clone(), stat.of(&point.values)?))).collect();
    wire::Datapoint {
        timestamp: Some(seconds(point.at)),
        sample_count: plain(Stat::Count),
        average: plain(Stat::Average),
        sum: plain(Stat::Sum),
        minimum: plain(Stat::Minimum),
        maximum: plain(Stat::Maximum),
        unit: Some(point.unit.name().to_owned()),
        extended_statistics: Some(extended).filter(|extended| !extended.is_empty()),
    }
}
