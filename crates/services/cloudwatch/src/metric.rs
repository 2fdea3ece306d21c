//! Metrics, times and tokens, as requests spell them.

use crate::errors::{bad_token, invalid};
use aws_wire::ApiError;
use aws_wire::generated::cloudwatch as wire;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use domain::{Scope, Timestamp};
use metrics::{Dimensions, MetricId, Unit};
use std::collections::BTreeSet;

/// The metric of a request.
pub(crate) fn id(
    scope: &Scope,
    namespace: &str,
    name: &str,
    dimensions: &[wire::Dimension],
) -> Result<MetricId, ApiError> {
    let mut names = BTreeSet::new();
    if let Some(twice) = dimensions.iter().find(|dimension| !names.insert(&dimension.name)) {
        return Err(invalid(format!("The dimension {} is given twice.", twice.name)));
    }
    let pairs = dimensions.iter().map(|of| (of.name.as_str().into(), of.value.as_str().into()));
    Ok(MetricId {
        scope: scope.clone(),
        namespace: namespace.into(),
        name: name.into(),
        dimensions: Dimensions::new(pairs),
    })
}

/// A unit of a request, which the model has checked.
pub(crate) fn unit(name: Option<&str>) -> Option<Unit> {
    name.and_then(Unit::named)
}

/// Dimensions for an answer.
pub(crate) fn dimensions(of: &Dimensions) -> Vec<wire::Dimension> {
    let pair = |(name, value): &(std::sync::Arc<str>, std::sync::Arc<str>)| wire::Dimension {
        name: name.to_string(),
        value: value.to_string(),
    };
    of.pairs().iter().map(pair).collect()
}

/// Seconds since 1970, as requests and answers have them.
pub(crate) fn seconds(at: Timestamp) -> f64 {
    at.0 as f64 / 1_000.0
}

/// The other way.
pub(crate) fn timestamp(seconds: f64) -> Timestamp {
    Timestamp((seconds * 1_000.0).round() as i64)
}

/// Text that clients hand back.
pub(crate) fn write_token(text: &str) -> String {
    BASE64.encode(text)
}

/// The other way.
pub(crate) fn read_token(token: &str) -> Result<String, ApiError> {
    let bytes = BASE64.decode(token).ok();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(bad_token)
}
