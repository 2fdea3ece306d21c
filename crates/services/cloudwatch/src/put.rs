//! PutMetricData.

use crate::errors::{combination, explain, invalid, missing};
use crate::metric::{id, timestamp, unit};
use crate::service::CloudWatchService;
use aws_wire::generated::cloudwatch as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use metrics::{Datum, Resolution, Statistics};

/// Data of one request (API reference of PutMetricData).
const MOST: usize = 1_000;
/// Values of one datum.
const VALUES: usize = 150;
/// How far back and ahead times may be, ms.
const BACK: i64 = 14 * 86_400_000;
const AHEAD: i64 = 2 * 3_600_000;

pub(crate) async fn put_metric_data(
    service: &CloudWatchService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::PutMetricDataInput = input.parse()?;
    if request.namespace.starts_with("AWS/") {
        return Err(invalid("The value AWS/ for parameter Namespace is invalid."));
    }
    let given = request.metric_data.unwrap_or_default();
    let entities = request.entity_metric_data.unwrap_or_default();
    let of_entities = entities.into_iter().flat_map(|entity| entity.metric_data.unwrap_or_default());
    let given: Vec<_> = given.into_iter().chain(of_entities).collect();
    if given.is_empty() {
        return Err(missing("MetricData"));
    }
    if given.len() > MOST {
        return Err(invalid(format!("The collection MetricData must not have a size greater than {MOST}.")));
    }
    let read = |(at, datum)| read(context, &request.namespace, at + 1, datum);
    let data = given.into_iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    let refused = service.store.record(data).await.map_err(|e| explain(&e))?;
    if refused > 0 {
        return Err(ApiError::new(
            400,
            "LimitExceeded",
            format!(
                "There are {} metrics already; {refused} data of new ones were not taken.",
                store::metric::METRICS_OF_SCOPE
            ),
        ));
    }
    Ok(Output::empty())
}

fn read(
    context: &RequestContext,
    namespace: &str,
    number: usize,
    datum: wire::MetricDatum,
) -> Result<Datum, ApiError> {
    let named = |member: &str| format!("MetricData.member.{number}.{member}");
    let at = datum.timestamp.map_or(context.now, timestamp);
    let after = at.0.saturating_sub(context.now.0);
    if !(-BACK..=AHEAD).contains(&after) {
        let name = named("Timestamp");
        return Err(invalid(if after < 0 {
            format!("The parameter {name} must specify a time within the past two weeks.")
        } else {
            format!("The parameter {name} must specify a time no more than two hours in the future.")
        }));
    }
    let resolution = match datum.storage_resolution {
        None | Some(60) => Resolution::Minute,
        Some(1) => Resolution::Second,
        Some(other) => {
            return Err(invalid(format!(
                "The value {other} for parameter {} is invalid.",
                named("StorageResolution")
            )));
        }
    };
    let values = values(&datum, &named)?;
    let dimensions = datum.dimensions.unwrap_or_default();
    for (index, wire::Dimension { name, value }) in dimensions.iter().enumerate() {
        for (part, text) in [("Name", name), ("Value", value)] {
            let whole = text.trim().len() == text.len()
                && text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control());
            if !whole || part == "Name" && text.starts_with(':') {
                let name = named(&format!("Dimensions.member.{}.{part}", index + 1));
                return Err(invalid(format!("The value {text} for parameter {name} is invalid.")));
            }
        }
    }
    Ok(Datum {
        id: id(&context.scope, namespace, &datum.metric_name, &dimensions)?,
        unit: unit(datum.unit.as_deref()).unwrap_or_default(),
        resolution,
        at,
        values,
    })
}

/// The greatest value, and the least without its sign: 2^360.
fn in_range(value: f64) -> bool {
    value.is_finite() && value.abs() <= 2_f64.powi(360)
}

fn values(datum: &wire::MetricDatum, named: &dyn Fn(&str) -> String) -> Result<Statistics, ApiError> {
    let given = [
        ("Value", datum.value.is_some()),
        ("StatisticValues", datum.statistic_values.is_some()),
        ("Values", datum.values.is_some()),
    ];
    let given: Vec<_> = given.iter().filter(|(_, given)| *given).map(|(name, _)| named(name)).collect();
    if let [one, other, ..] = &given[..] {
        return Err(combination(format!(
            "The parameters {one} and {other} are mutually exclusive and you have specified both."
        )));
    }
    let check = |name: &str, value: f64| {
        if in_range(value) {
            Ok(value)
        } else {
            Err(invalid(format!("The value {value} for parameter {} is invalid.", named(name))))
        }
    };
    if let Some(value) = datum.value {
        return Ok(Statistics::of(check("Value", value)?));
    }
    if let Some(set) = &datum.statistic_values {
        let wire::StatisticSet { sample_count, sum, minimum, maximum } = *set;
        for (name, value) in
            [("SampleCount", sample_count), ("Sum", sum), ("Minimum", minimum), ("Maximum", maximum)]
        {
            check(&format!("StatisticValues.{name}"), value)?;
        }
        if sample_count <= 0.0 {
            let name = named("StatisticValues.SampleCount");
            return Err(invalid(format!("The parameter {name} must be greater than 0.")));
        }
        if minimum > maximum {
            let (least, most) = (named("StatisticValues.Minimum"), named("StatisticValues.Maximum"));
            return Err(invalid(format!("The parameter {most} must be greater than or equal to {least}.")));
        }
        return Ok(Statistics::of_set(sample_count, sum, minimum, maximum));
    }
    let Some(list) = &datum.values else {
        return Err(missing(&format!(
            "{} or {} or {}",
            named("Value"),
            named("Values"),
            named("StatisticValues")
        )));
    };
    if list.is_empty() || list.len() > VALUES {
        return Err(invalid(format!(
            "The collection {} must have a size between 1 and {VALUES}.",
            named("Values")
        )));
    }
    let counts = match &datum.counts {
        Some(counts) if counts.len() != list.len() => {
            return Err(invalid(format!(
                "The parameters {} and {} must be of the same size.",
                named("Values"),
                named("Counts")
            )));
        }
        Some(counts) => counts.clone(),
        None => vec![1.0; list.len()],
    };
    let mut all = Statistics::default();
    for (at, (value, times)) in list.iter().zip(counts).enumerate() {
        let value = check(&format!("Values.member.{}", at + 1), *value)?;
        let times = check(&format!("Counts.member.{}", at + 1), times)?;
        if times < 0.0 {
            return Err(invalid(format!("The value {times} for parameter {} is invalid.", named("Counts"))));
        }
        if times > 0.0 {
            all.add(value, times);
        }
    }
    if all.count == 0.0 {
        return Err(invalid(format!("The parameter {} has no count above 0.", named("Counts"))));
    }
    Ok(all)
}
