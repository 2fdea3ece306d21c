//! Which services a trace passes through, and who calls whom.

use crate::entity::Entity;
use std::collections::{BTreeMap, HashMap};

/// A service: X-Ray tells them apart by name and type.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ServiceKey {
    pub(crate) name: String,
    /// `AWS::Lambda`, `remote`, `client`; `None` where the segment does not say.
    pub(crate) kind: Option<String>,
}

/// How a segment or call ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) error: bool,
    pub(crate) throttle: bool,
    pub(crate) fault: bool,
}

impl Verdict {
    /// As it says, or as its status says.
    pub(crate) fn of(entity: &Entity) -> Self {
        let status = status(entity).unwrap_or(0);
        let throttle = entity.flag("throttle") || status == 429;
        Self {
            error: entity.flag("error") || throttle || (400..500).contains(&status),
            throttle,
            fault: entity.flag("fault") || (500..600).contains(&status),
        }
    }

    pub(crate) fn is_ok(self) -> bool {
        !self.error && !self.fault
    }
}

/// `http.response.status`.
pub(crate) fn status(entity: &Entity) -> Option<i64> {
    entity.at(&["http", "response", "status"])?.as_i64()
}

/// The service that a segment is of.
pub(crate) fn of_segment(segment: &Entity) -> ServiceKey {
    ServiceKey { name: segment.name().to_owned(), kind: segment.text("origin").map(str::to_owned) }
}

/// The service that a call goes to, as far as the caller knows: names of the resource where AWS's SDK told them.
pub(crate) fn of_call(call: &Entity) -> ServiceKey {
    let resource = |key: &str| call.at(&["aws", key]).and_then(serde_json::Value::as_str);
    if call.text("namespace") != Some("aws") {
        return ServiceKey { name: call.name().to_owned(), kind: Some("remote".to_owned()) };
    }
    let last = |text: &str| text.rsplit(['/', ':']).next().unwrap_or(text).to_owned();
    let known = match call.name().to_ascii_lowercase().as_str() {
        "dynamodb" => resource("table_name").map(|name| (name.to_owned(), "AWS::DynamoDB::Table")),
        "s3" => resource("bucket_name").map(|name| (name.to_owned(), "AWS::S3::Bucket")),
        "sqs" => resource("queue_url").map(|url| (url.to_owned(), "AWS::SQS::Queue")),
        "sns" => resource("topic_arn").map(|arn| (last(arn), "AWS::SNS::Topic")),
        "lambda" => resource("function_name").map(|name| (last(name), "AWS::Lambda")),
        _ => None,
    };
    match known {
        Some((name, kind)) => ServiceKey { name, kind: Some(kind.to_owned()) },
        None => ServiceKey { name: call.name().to_owned(), kind: Some(format!("AWS::{}", call.name())) },
    }
}

/// What happened at a service in a trace.
pub(crate) struct Visit<'a> {
    pub(crate) service: ServiceKey,
    pub(crate) entity: &'a Entity,
    /// The service is known from its caller only.
    pub(crate) is_inferred: bool,
    /// Nobody in the trace called it.
    pub(crate) is_root: bool,
    /// Who called it, as an index into the visits.
    pub(crate) caller: Option<usize>,
}

/// All visits of a trace: its segments, and the calls that no segment answers.
pub(crate) fn visits(segments: &[Entity]) -> Vec<Visit<'_>> {
    let mut found: Vec<Visit<'_>> = Vec::new();
    // By the id of a segment or subsegment: whose it is.
    let mut owner: HashMap<&str, usize> = HashMap::new();
    for (index, segment) in segments.iter().enumerate() {
        segment.walk(&mut |entity| {
            owner.insert(entity.id(), index);
        });
        let service = of_segment(segment);
        found.push(Visit { service, entity: segment, is_inferred: false, is_root: false, caller: None });
    }
    let mut answered: BTreeMap<&str, ()> = BTreeMap::new();
    for (index, segment) in segments.iter().enumerate() {
        let parent = segment.text("parent_id").unwrap_or_default();
        // A segment that calls itself its own parent has none.
        let caller = owner.get(parent).copied().filter(|caller| *caller != index);
        found[index].caller = caller;
        found[index].is_root = caller.is_none();
        answered.insert(parent, ());
    }
    for (index, segment) in segments.iter().enumerate() {
        let mut calls = Vec::new();
        segment.walk(&mut |entity| {
            let is_own = std::ptr::eq(entity, segment);
            if !is_own && entity.is_call() && !answered.contains_key(entity.id()) {
                calls.push(entity);
            }
        });
        found.extend(calls.into_iter().map(|entity| Visit {
            service: of_call(entity),
            entity,
            is_inferred: true,
            is_root: false,
            caller: Some(index),
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::assemble;

    #[test]
    fn calls_lead_to_segments_or_to_services_that_are_inferred() {
        let documents = [
            r#"{"name":"web","id":"0000000000000001","start_time":1,"end_time":9,"origin":"AWS::EC2::Instance","subsegments":[
                {"name":"back","id":"0000000000000002","start_time":2,"end_time":3,"namespace":"remote"},
                {"name":"DynamoDB","id":"0000000000000003","start_time":2,"end_time":3,"namespace":"aws","aws":{"table_name":"t"},
                 "http":{"response":{"status":400}}},
                {"name":"STS","id":"0000000000000004","start_time":2,"end_time":3,"namespace":"aws"},
                {"name":"own","id":"0000000000000005","start_time":2,"end_time":3}]}"#,
            r#"{"name":"back","id":"0000000000000006","parent_id":"0000000000000002","start_time":2,"end_time":3,"fault":true}"#,
        ];
        let segments = assemble(documents);
        let found = visits(&segments);
        let told: Vec<_> = found
            .iter()
            .map(|v| (v.service.name.as_str(), v.service.kind.as_deref(), v.is_inferred, v.is_root, v.caller))
            .collect();
        assert_eq!(
            told,
            [
                ("web", Some("AWS::EC2::Instance"), false, true, None),
                ("back", None, false, false, Some(0)),
                ("t", Some("AWS::DynamoDB::Table"), true, false, Some(0)),
                ("STS", Some("AWS::STS"), true, false, Some(0)),
            ]
        );
        assert!(Verdict::of(found[1].entity).fault);
        assert_eq!(Verdict::of(found[2].entity), Verdict { error: true, throttle: false, fault: false });
    }

    #[test]
    fn statuses_are_verdicts() {
        let of = |more: &str| {
            let document = format!(r#"{{"id":"1",{more}}}"#);
            Verdict::of(&assemble([document.as_str()])[0])
        };
        assert_eq!(
            of(r#""http":{"response":{"status":429}}"#),
            Verdict { error: true, throttle: true, fault: false }
        );
        assert_eq!(
            of(r#""http":{"response":{"status":503}}"#),
            Verdict { error: false, throttle: false, fault: true }
        );
        assert!(of(r#""http":{"response":{"status":"503"}},"fault":"yes""#).is_ok());
        assert!(of(r#""http":7"#).is_ok());
    }
}
