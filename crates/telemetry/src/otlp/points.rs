//! Families of metrics as OTLP has them: the same names, sums since the process began.

use super::message::{
    CUMULATIVE, Data, Gauge, Histogram, HistogramPoint, KeyValue, Metric, Metrics, Number, NumberPoint,
    Resource, ResourceMetrics, ScopeMetrics, Sum, scope,
};
use crate::family::{Family, Kind, Value};
use prost::Message;

/// A whole request, and how many points are in it. Times are nanoseconds since 1970.
pub(crate) fn encode(families: &[Family], resource: Resource, began: u64, now: u64) -> (Vec<u8>, u64) {
    let metrics: Vec<_> =
        families.iter().filter(|family| !family.points.is_empty()).map(|f| metric(f, began, now)).collect();
    let count = families.iter().map(|family| family.points.len() as u64).sum();
    let scopes = vec![ScopeMetrics { scope: scope(), metrics }];
    (Metrics { resources: vec![ResourceMetrics { resource: Some(resource), scopes }] }.encode_to_vec(), count)
}

fn metric(family: &Family, began: u64, now: u64) -> Metric {
    let Family { name, help, kind, labels, points } = family;
    let attributes = |values: &[std::borrow::Cow<'static, str>]| {
        labels.iter().zip(values).map(|(key, value)| KeyValue::new(key, &**value)).collect()
    };
    let number = |(values, value): &(Vec<_>, Value)| {
        let value = match value {
            Value::Whole(number) => Some(Number::Whole(i64::try_from(*number).unwrap_or(i64::MAX))),
            Value::Real(number) => Some(Number::Real(*number)),
            Value::Spread(_) => None,
        };
        NumberPoint {
            attributes: attributes(values),
            start_time_unix_nano: began,
            time_unix_nano: now,
            value,
        }
    };
    let data = match kind {
        Kind::Gauge => {
            let points =
                points.iter().map(number).map(|point| NumberPoint { start_time_unix_nano: 0, ..point });
            Data::Gauge(Gauge { points: points.collect() })
        }
        Kind::Counter => {
            let points = points.iter().map(number).collect();
            Data::Sum(Sum { points, temporality: CUMULATIVE, is_monotonic: true })
        }
        Kind::Histogram => {
            let point = |(values, value): &(Vec<_>, Value)| match value {
                Value::Spread(spread) => Some(HistogramPoint {
                    attributes: attributes(values),
                    start_time_unix_nano: began,
                    time_unix_nano: now,
                    count: spread.count(),
                    sum: Some(spread.sum),
                    bucket_counts: spread.counts.clone(),
                    explicit_bounds: spread.bounds.to_vec(),
                }),
                _ => None,
            };
            let points = points.iter().filter_map(point).collect();
            Data::Histogram(Histogram { points, temporality: CUMULATIVE })
        }
    };
    // Whoever makes Prometheus's names of them adds `_total` and the unit, unless they are there.
    Metric {
        name: (*name).to_owned(),
        description: (*help).to_owned(),
        unit: unit(name).to_owned(),
        data: Some(data),
    }
}

/// In UCUM.
fn unit(name: &str) -> &'static str {
    let bare = name.strip_suffix("_total").unwrap_or(name);
    match bare.rsplit_once('_').map(|(_, last)| last) {
        Some("seconds") => "s",
        Some("bytes") => "By",
        _ => "1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::Spread;

    #[test]
    fn sums_gauges_and_histograms() {
        let spread = Spread { bounds: &[0.1, 1.0], counts: vec![1, 2, 3], sum: 9.5 };
        let families = [
            Family {
                name: "a_total",
                help: "A.",
                kind: Kind::Counter,
                labels: &["x"],
                points: vec![(vec!["1".into()], Value::Whole(7)), (vec!["2".into()], Value::Whole(u64::MAX))],
            },
            Family::single("b_bytes", "B.", Kind::Gauge, Value::Real(1.5)),
            Family::single("c_seconds", "C.", Kind::Histogram, Value::Spread(spread)),
            Family { name: "none", help: "", kind: Kind::Gauge, labels: &[], points: Vec::new() },
        ];
        let (bytes, count) = encode(&families, Resource::default(), 5, 9);
        let decoded = Metrics::decode(&*bytes).unwrap();
        let metrics = &decoded.resources[0].scopes[0].metrics;
        assert_eq!((metrics.len(), count), (3, 4));
        let Some(Data::Sum(sum)) = &metrics[0].data else { panic!() };
        assert!(sum.is_monotonic && sum.temporality == CUMULATIVE);
        assert_eq!(sum.points[0].attributes, [KeyValue::new("x", "1")]);
        assert_eq!(sum.points[0].value, Some(Number::Whole(7)));
        assert_eq!(sum.points[1].value, Some(Number::Whole(i64::MAX)));
        assert_eq!((sum.points[0].start_time_unix_nano, sum.points[0].time_unix_nano), (5, 9));
        let Some(Data::Gauge(gauge)) = &metrics[1].data else { panic!() };
        assert_eq!(
            (gauge.points[0].value.clone(), metrics[1].unit.as_str()),
            (Some(Number::Real(1.5)), "By")
        );
        let Some(Data::Histogram(histogram)) = &metrics[2].data else { panic!() };
        let point = &histogram.points[0];
        assert_eq!((point.count, point.sum, &point.bucket_counts[..]), (6, Some(9.5), &[1, 2, 3][..]));
        assert_eq!((&point.explicit_bounds[..], metrics[2].unit.as_str()), (&[0.1, 1.0][..], "s"));
    }
}
