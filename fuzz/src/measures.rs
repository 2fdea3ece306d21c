//! What is asked of metrics, and what is sent and asked of traces.

use domain::{AccountId, Region, Scope};
use metrics::{Dimensions, MetricId};
use std::str::from_utf8;

/// An expression makes no more than it may, whatever it asks for.
pub(crate) fn math(data: &[u8]) {
    let Ok(text) = from_utf8(data) else { return };
    let made = service_cloudwatch::fuzzing::math(text);
    assert!(made.is_none_or(|made| made <= 2_000_000), "{made:?} values");
}

/// The first line is a search, the rest the names and values that a metric has. What was found is found without its schema, too.
pub(crate) fn searches(data: &[u8]) {
    let Ok(text) = from_utf8(data) else { return };
    let (search, metric) = text.split_once('\n').unwrap_or((text, "AWS/Lambda\nErrors\nFunctionName\nf"));
    let mut parts = metric.lines();
    let (namespace, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mut pairs = Vec::new();
    while let (Some(name), Some(value), true) = (parts.next(), parts.next(), pairs.len() < 30) {
        pairs.push((name.into(), value.into()));
    }
    let scope = Scope::new(
        AccountId::new("123456789012").expect("it is one"),
        Region::new("us-east-1").expect("it is one"),
    );
    let id = MetricId {
        scope,
        namespace: namespace.into(),
        name: name.into(),
        dimensions: Dimensions::new(pairs),
    };
    let found = service_cloudwatch::fuzzing::search(search, &id);
    if found == Some(true)
        && let Some(("{", rest)) = search.trim().split_at_checked(1)
    {
        let words = rest.split_once('}').map_or("", |(_, words)| words);
        // A search that begins with another schema has that one.
        if !words.trim().starts_with('{') {
            assert_eq!(service_cloudwatch::fuzzing::search(words, &id), Some(true), "{search:?}");
        }
    }
}

/// Lines are documents of one trace; all of it also is a datagram. What is taken can be told.
pub(crate) fn segments(data: &[u8]) {
    if let Some((_, length)) = service_xray::fuzzing::datagram(data) {
        assert!(length < data.len());
    }
    let Ok(text) = from_utf8(data) else { return };
    let told = service_xray::fuzzing::segments(text.lines());
    assert!(told != Some(false), "what was taken cannot be answered");
}

/// The first line is an expression, the others documents of a trace. What does not match matches its opposite.
pub(crate) fn filters(data: &[u8]) {
    let Ok(text) = from_utf8(data) else { return };
    let (expression, documents) = text.split_once('\n').unwrap_or((text, ""));
    let Some(matches) = service_xray::fuzzing::filter(expression, documents.lines()) else { return };
    let opposite = service_xray::fuzzing::filter(&format!("!({expression})"), documents.lines());
    // One that is deeper or longer than one may be is none.
    assert!(opposite.is_none_or(|opposite| opposite != matches), "{expression:?} and its opposite");
}
