//! CloudWatch Logs from request to answer, on a store in memory.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use aws_wire::{ApiError, Caller, CallerKind, RequestContext, Service};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use domain::log::{LogEvent, LogSink as _, LogStreamName};
use domain::{AccountId, Clock, Region, Scope, Timestamp};
use serde_json::{Value, json};
use service_logs::delivery::{Functions, Source, Undelivered, deliver};
use service_logs::metrics::{Measurement, MetricSink};
use service_logs::{Intake, LogsService};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use store::{LogWriter, LogWriterLimits, Sqlite};

const NOW: i64 = 1_795_544_521_123;
const GROUP: &str = "/aws/lambda/fn";

struct House(LogsService);

#[derive(Debug)]
struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        Timestamp(NOW)
    }
}

fn context() -> RequestContext {
    let account = AccountId::new("111111111111").unwrap();
    RequestContext {
        request_id: "id".into(),
        scope: Scope::new(account.clone(), Region::new("us-east-1").unwrap()),
        caller: Caller {
            arn: format!("arn:aws:iam::{account}:root"),
            user_id: account.to_string(),
            account,
            access_key_id: "AKIA".to_owned(),
            kind: CallerKind::Root,
            session: None,
        },
        now: Timestamp(NOW),
        endpoint: "http://localhost".into(),
        trace_header: None,
        conditions: Default::default(),
    }
}

/// Values of metrics, as they came.
#[derive(Default)]
struct Values(Mutex<Vec<Measurement>>);

impl MetricSink for Values {
    fn put(&self, measured: Vec<Measurement>) {
        self.0.lock().unwrap().extend(measured);
    }
}

async fn intake(store: Arc<Sqlite>) -> Arc<Intake> {
    Intake::load(store, Arc::new(Values::default())).await.unwrap()
}

/// Filters that are kept are at work again after a start, until they or their group are gone.
#[tokio::test]
async fn metric_filters() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House(LogsService::new(intake(Arc::clone(&store)).await));
    house.ok("CreateLogGroup", json!({ "logGroupName": GROUP })).await;
    house.ok("CreateLogStream", json!({ "logGroupName": GROUP, "logStreamName": "a" })).await;
    let transformation = json!({
        "metricName": "Took", "metricNamespace": "App", "metricValue": "$.ms", "unit": "Milliseconds",
        "dimensions": { "Path": "$.path" },
    });
    let filter = json!({
        "logGroupName": GROUP, "filterName": "f", "filterPattern": "{ $.ms >= 0 }",
        "metricTransformations": [transformation],
    });
    house.ok("PutMetricFilter", filter).await;
    let values = Arc::new(Values::default());
    let house = House(LogsService::new(Intake::load(store, Arc::clone(&values) as _).await.unwrap()));
    house.put("a", &[(-2, r#"{"ms":7,"path":"/x"}"#), (-1, "no"), (0, r#"{"ms":9}"#)]).await;
    let wanted = Measurement {
        scope: context().scope,
        namespace: "App".to_owned(),
        name: "Took".to_owned(),
        dimensions: vec![("Path".to_owned(), "/x".to_owned())],
        value: 7.0,
        unit: Some("Milliseconds".to_owned()),
        at: Timestamp(NOW - 2),
    };
    assert_eq!(*values.0.lock().unwrap(), [wanted]);
    house.ok("DeleteMetricFilter", json!({ "logGroupName": GROUP, "filterName": "f" })).await;
    house.put("a", &[(0, r#"{"ms":7,"path":"/x"}"#)]).await;
    assert_eq!(values.0.lock().unwrap().len(), 1);
}

/// Functions behind doors: those whose door is shut cannot be told now.
#[derive(Default)]
struct Doors {
    shut: AtomicBool,
    told: Mutex<Vec<(String, String)>>,
}

#[async_trait::async_trait]
impl Functions for Doors {
    async fn check(&self, _: &str, _: &Source<'_>) -> Result<(), Undelivered> {
        Ok(())
    }

    async fn invoke(&self, function: &str, _: &Source<'_>, payload: Bytes) -> Result<(), Undelivered> {
        if function.ends_with("shut") && self.shut.load(Ordering::SeqCst) {
            return Err(Undelivered::Unavailable("its door is shut".to_owned()));
        }
        let event: Value = serde_json::from_slice(&payload).unwrap();
        let zipped = BASE64.decode(event["awslogs"]["data"].as_str().unwrap()).unwrap();
        let record: Value = serde_json::from_reader(flate2::read::GzDecoder::new(&zipped[..])).unwrap();
        let events = record["logEvents"].as_array().unwrap().iter();
        let messages = events.map(|event| event["message"].as_str().unwrap().to_owned());
        self.told.lock().unwrap().extend(messages.map(|message| (function.to_owned(), message)));
        Ok(())
    }
}

impl Doors {
    /// What a function was told, once it is so much.
    async fn told(&self, name: &str, count: usize) -> Vec<String> {
        let begun = Instant::now();
        loop {
            let told = self.told.lock().unwrap().clone();
            let of_it: Vec<_> =
                told.into_iter().filter(|(function, _)| function.ends_with(name)).map(|(_, m)| m).collect();
            if of_it.len() >= count {
                return of_it;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "{name} was told {} of {count}", of_it.len());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// However much waits for a function that cannot be told: others get theirs, and it gets all of its own, in order and once,
/// when it can.
#[tokio::test]
async fn a_filter_that_is_stuck_is_in_nobodys_way() {
    let doors = Arc::new(Doors { shut: true.into(), ..Doors::default() });
    let intake = intake(Arc::new(Sqlite::in_memory().unwrap())).await;
    let house = House(LogsService::new(Arc::clone(&intake)).delivering_to(Arc::clone(&doors) as _));
    house.ok("CreateLogGroup", json!({ "logGroupName": GROUP })).await;
    house.ok("CreateLogStream", json!({ "logGroupName": GROUP, "logStreamName": "a" })).await;
    for name in ["shut", "open"] {
        let filter = json!({
            "logGroupName": GROUP, "filterName": name, "filterPattern": "",
            "destinationArn": format!("arn:aws:lambda:us-east-1:111111111111:function:{name}"),
        });
        house.ok("PutSubscriptionFilter", filter).await;
    }
    let delivering = tokio::spawn(deliver(intake, Arc::clone(&doors) as _, Arc::new(Now)));
    let lines: Vec<String> = (0..400).map(|n| n.to_string()).collect();
    for line in &lines {
        house.put("a", &[(0, line)]).await;
    }
    assert_eq!(doors.told("open", lines.len()).await, lines);
    assert_eq!(doors.told("shut", 0).await, [""; 0]);
    doors.shut.store(false, Ordering::SeqCst);
    house.put("a", &[(0, "last")]).await;
    let all = [lines, vec!["last".to_owned()]].concat();
    assert_eq!(doors.told("shut", all.len()).await, all);
    assert_eq!(doors.told("open", all.len()).await, all);
    delivering.abort();
}

#[tokio::test]
async fn metric_filters_into_aws_namespaces_are_refused() {
    let house = House::new().await;
    let filter = json!({
        "logGroupName": GROUP, "filterName": "f", "filterPattern": "x",
        "metricTransformations": [{ "metricName": "Errors", "metricNamespace": "AWS/Lambda", "metricValue": "1" }],
    });
    let refused = house.call("PutMetricFilter", filter).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.status), ("InvalidParameterException", 400));
}

impl House {
    /// With a group and two streams.
    async fn new() -> Self {
        let house = Self(LogsService::new(intake(Arc::new(Sqlite::in_memory().unwrap())).await));
        house.ok("CreateLogGroup", json!({ "logGroupName": GROUP })).await;
        for stream in ["a", "b"] {
            house.ok("CreateLogStream", json!({ "logGroupName": GROUP, "logStreamName": stream })).await;
        }
        house
    }

    async fn call(&self, operation: &str, body: Value) -> Result<Value, ApiError> {
        let model = self.0.model();
        let request = http::Request::post("/").header("x-amz-target", format!("Logs_20140328.{operation}"));
        let parts = request.body(()).unwrap().into_parts().0;
        let route = model.route(&parts, b"")?;
        let body = Bytes::from(body.to_string());
        let input = route.operation.decode(model, &parts, &route.labels, body)?;
        let output = self.0.call(context(), route.operation, input).await?;
        let response = route.operation.encode(model, output, "id");
        Ok(if response.body().is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(response.body()).unwrap()
        })
    }

    async fn ok(&self, operation: &str, body: Value) -> Value {
        self.call(operation, body).await.unwrap_or_else(|e| panic!("{operation}: {e}"))
    }

    async fn put(&self, stream: &str, events: &[(i64, &str)]) -> Value {
        let events: Vec<Value> =
            events.iter().map(|(at, message)| json!({ "timestamp": NOW + at, "message": message })).collect();
        self.ok(
            "PutLogEvents",
            json!({ "logGroupName": GROUP, "logStreamName": stream, "logEvents": events }),
        )
        .await
    }

    async fn get(&self, changes: Value) -> Value {
        let mut body = json!({ "logGroupName": GROUP, "logStreamName": "a" });
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        self.ok("GetLogEvents", body).await
    }

    async fn filter(&self, changes: Value) -> Value {
        let mut body = json!({ "logGroupName": GROUP });
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        self.ok("FilterLogEvents", body).await
    }
}

fn messages(answer: &Value) -> Vec<&str> {
    answer["events"].as_array().unwrap().iter().map(|e| e["message"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn groups() {
    let house = House::new().await;
    for name in ["/aws/lambda/other", "app"] {
        house.ok("CreateLogGroup", json!({ "logGroupName": name })).await;
    }
    house.ok("PutRetentionPolicy", json!({ "logGroupName": GROUP, "retentionInDays": 7 })).await;
    let found = house.ok("DescribeLogGroups", json!({ "logGroupNamePrefix": GROUP })).await;
    let arn = "arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/fn";
    assert_eq!(
        found,
        json!({ "logGroups": [{
            "logGroupName": GROUP, "creationTime": NOW, "retentionInDays": 7, "metricFilterCount": 0,
            "arn": format!("{arn}:*"), "logGroupArn": arn, "storedBytes": 0, "logGroupClass": "STANDARD",
            "deletionProtectionEnabled": false,
        }] })
    );
    let mut names = Vec::new();
    let mut token = Value::Null;
    loop {
        let mut body = json!({ "limit": 2 });
        if !token.is_null() {
            body["nextToken"] = token;
        }
        let page = house.ok("DescribeLogGroups", body).await;
        names.extend(page["logGroups"].as_array().unwrap().iter().map(|g| g["logGroupName"].to_string()));
        token = page["nextToken"].clone();
        if token.is_null() {
            break;
        }
    }
    assert_eq!(names, ["\"/aws/lambda/fn\"", "\"/aws/lambda/other\"", "\"app\""]);
    let some = house.ok("DescribeLogGroups", json!({ "logGroupIdentifiers": ["app", arn, "none"] })).await;
    assert_eq!(some["logGroups"].as_array().unwrap().len(), 2);
    house.ok("DeleteLogGroup", json!({ "logGroupName": GROUP })).await;
    for (operation, body, code, message) in [
        (
            "DeleteLogGroup",
            json!({ "logGroupName": GROUP }),
            "ResourceNotFoundException",
            "The specified log group does not exist.",
        ),
        (
            "CreateLogGroup",
            json!({ "logGroupName": "app" }),
            "ResourceAlreadyExistsException",
            "The specified log group already exists",
        ),
        (
            "PutRetentionPolicy",
            json!({ "logGroupName": "app", "retentionInDays": 2 }),
            "InvalidParameterException",
            "Invalid retentionInDays value.",
        ),
        (
            "GetLogEvents",
            json!({ "logGroupName": "app", "logStreamName": "none" }),
            "ResourceNotFoundException",
            "The specified log stream does not exist.",
        ),
        (
            "FilterLogEvents",
            json!({ "logGroupName": "none" }),
            "ResourceNotFoundException",
            "The specified log group does not exist.",
        ),
    ] {
        let error = house.call(operation, body).await.unwrap_err();
        assert_eq!(
            (error.status, error.code.as_str(), error.message.as_str()),
            (400, code, message),
            "{operation}"
        );
    }
}

#[tokio::test]
async fn streams_by_name_and_by_last_event() {
    let house = House::new().await;
    house.put("a", &[(0, "new")]).await;
    house.put("b", &[(-1_000, "old")]).await;
    for (order, descending, wanted) in [
        ("LogStreamName", false, ["a", "b"]),
        ("LastEventTime", true, ["a", "b"]),
        ("LastEventTime", false, ["b", "a"]),
    ] {
        let mut names = Vec::new();
        let mut body =
            json!({ "logGroupName": GROUP, "orderBy": order, "descending": descending, "limit": 1 });
        loop {
            let page = house.ok("DescribeLogStreams", body.clone()).await;
            let streams = page["logStreams"].as_array().unwrap().clone();
            assert!(streams.len() <= 1);
            names.extend(streams.iter().map(|s| s["logStreamName"].as_str().unwrap().to_owned()));
            if page["nextToken"].is_null() {
                break;
            }
            body["nextToken"] = page["nextToken"].clone();
        }
        assert_eq!(names, wanted, "{order} {descending}");
    }
    let arn = "arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/fn";
    let found = house.ok("DescribeLogStreams", json!({ "logGroupIdentifier": arn })).await;
    let stream = &found["logStreams"][0];
    assert_eq!(stream["arn"], "arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/fn:log-stream:a");
    assert_eq!((&stream["firstEventTimestamp"], &stream["lastIngestionTime"]), (&json!(NOW), &json!(NOW)));
}

#[tokio::test]
async fn a_stream_is_read_forward_and_backward() {
    let house = House::new().await;
    house.put("a", &[(-5, "1"), (-4, "2"), (-4, "3"), (-2, "4"), (-1, "5")]).await;
    // The latest come first where nothing else is asked for.
    let tail = house.get(json!({ "limit": 2 })).await;
    assert_eq!(messages(&tail), ["4", "5"]);
    let before = house.get(json!({ "limit": 2, "nextToken": tail["nextBackwardToken"] })).await;
    assert_eq!(messages(&before), ["2", "3"]);
    let first = house.get(json!({ "limit": 2, "nextToken": before["nextBackwardToken"] })).await;
    assert_eq!(messages(&first), ["1"]);
    let end = house.get(json!({ "nextToken": first["nextBackwardToken"] })).await;
    assert_eq!((messages(&end), &end["nextBackwardToken"]), (vec![], &first["nextBackwardToken"]));
    // And back again over the same place.
    let again = house.get(json!({ "limit": 1, "nextToken": end["nextForwardToken"] })).await;
    assert_eq!(messages(&again), ["1"]);

    let head = house.get(json!({ "limit": 3, "startFromHead": true })).await;
    assert_eq!(messages(&head), ["1", "2", "3"]);
    let rest = house.get(json!({ "nextToken": head["nextForwardToken"] })).await;
    assert_eq!(messages(&rest), ["4", "5"]);
    let none = house.get(json!({ "nextToken": rest["nextForwardToken"] })).await;
    assert_eq!((messages(&none), &none["nextForwardToken"]), (vec![], &rest["nextForwardToken"]));
    house.put("a", &[(1, "6")]).await;
    let more = house.get(json!({ "nextToken": none["nextForwardToken"] })).await;
    assert_eq!(messages(&more), ["6"], "what came meanwhile follows the same token");

    let between = house.get(json!({ "startTime": NOW - 4, "endTime": NOW - 1, "startFromHead": true })).await;
    assert_eq!(messages(&between), ["2", "3", "4"], "the end is exclusive");
    let error = house
        .call("GetLogEvents", json!({ "logGroupName": GROUP, "logStreamName": "a", "nextToken": "x" }))
        .await;
    assert_eq!(error.unwrap_err().code, "InvalidParameterException");
}

#[tokio::test]
async fn an_empty_stream_is_followed_from_its_first_event() {
    let house = House::new().await;
    let empty = house.get(json!({})).await;
    assert_eq!(messages(&empty), Vec::<&str>::new());
    house.put("a", &[(0, "1")]).await;
    let first = house.get(json!({ "nextToken": empty["nextForwardToken"] })).await;
    assert_eq!(messages(&first), ["1"]);
}

/// What `aws logs tail --follow` does: pages until there is no token, then again from the last time, leaving out what
/// it has seen by `eventId`.
#[tokio::test]
async fn a_group_is_tailed_over_its_streams() {
    let house = House::new().await;
    house.put("a", &[(-9, "a1"), (-7, "a2")]).await;
    house.put("b", &[(-8, "b1")]).await;
    let mut seen = Vec::new();
    let mut ids = std::collections::HashSet::new();
    let mut start = NOW - 600_000;
    for round in 0..3 {
        let mut token = Value::Null;
        loop {
            let mut body = json!({ "startTime": start, "interleaved": true, "limit": 1 });
            if !token.is_null() {
                body["nextToken"] = token;
            }
            let page = house.filter(body).await;
            for event in page["events"].as_array().unwrap() {
                start = start.max(event["timestamp"].as_i64().unwrap());
                if ids.insert(event["eventId"].as_str().unwrap().to_owned()) {
                    seen.push(format!(
                        "{}:{}",
                        event["logStreamName"].as_str().unwrap(),
                        event["message"].as_str().unwrap()
                    ));
                }
            }
            token = page["nextToken"].clone();
            if token.is_null() {
                break;
            }
        }
        if round == 0 {
            // The same millisecond as the last one, and a later one.
            house.put("b", &[(-7, "b2"), (-6, "b3")]).await;
        }
    }
    assert_eq!(seen, ["a:a1", "b:b1", "a:a2", "b:b2", "b:b3"]);
}

#[tokio::test]
async fn events_are_filtered() {
    let house = House::new().await;
    house.put("a", &[(-4, "INFO one"), (-3, "ERROR two"), (-2, r#"{"level":"ERROR","n":7}"#)]).await;
    house.put("b", &[(-1, "ERROR three")]).await;
    for (changes, wanted) in [
        (json!({ "filterPattern": "ERROR" }), vec!["ERROR two", r#"{"level":"ERROR","n":7}"#, "ERROR three"]),
        (json!({ "filterPattern": "ERROR -three -level" }), vec!["ERROR two"]),
        (json!({ "filterPattern": "?one ?three" }), vec!["INFO one", "ERROR three"]),
        (json!({ "filterPattern": "{ $.n >= 7 }" }), vec![r#"{"level":"ERROR","n":7}"#]),
        (json!({ "filterPattern": "ERROR", "logStreamNames": ["b"] }), vec!["ERROR three"]),
        (json!({ "logStreamNamePrefix": "b" }), vec!["ERROR three"]),
        (json!({ "startTime": NOW - 3, "endTime": NOW - 3 }), vec!["ERROR two"]),
        (json!({ "filterPattern": "[level = ERROR, word = t*]" }), vec!["ERROR two", "ERROR three"]),
        (
            json!({ "filterPattern": "ERROR -%[0-9]$% -level", "startFromHead": false }),
            vec!["ERROR three", "ERROR two"],
        ),
    ] {
        let found = house.filter(changes.clone()).await;
        assert_eq!(messages(&found), wanted, "{changes}");
        assert_eq!(found["searchedLogStreams"], json!([]));
    }
    for changes in [
        json!({ "filterPattern": "[a, b" }),
        json!({ "filterPattern": "%(a)%" }),
        json!({ "filterPattern": "{ $.a" }),
        json!({ "nextToken": "x" }),
        json!({ "logStreamNames": ["a"], "logStreamNamePrefix": "a" }),
    ] {
        let mut body = json!({ "logGroupName": GROUP });
        body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        assert_eq!(house.call("FilterLogEvents", body).await.unwrap_err().code, "InvalidParameterException");
    }
}

#[tokio::test]
async fn what_is_too_old_is_named_and_left_out() {
    let house = House::new().await;
    let day = 86_400_000;
    let answer = house.put("a", &[(-15 * day, "old")]).await;
    assert_eq!(answer["rejectedLogEventsInfo"]["tooOldLogEventEndIndex"], 1);
    assert!(answer["nextSequenceToken"].is_string());
    assert_eq!(messages(&house.get(json!({})).await), Vec::<&str>::new());
}

/// The writer waits for an hour, or until somebody reads.
#[tokio::test]
async fn what_was_logged_before_a_look_is_seen() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let limits = LogWriterLimits { linger: Duration::from_secs(3_600), ..LogWriterLimits::default() };
    let writer = Arc::new(LogWriter::start(Arc::clone(&store) as _, Arc::new(Now), limits));
    let house = House(LogsService::new(intake(store).await).reading_after(Arc::clone(&writer)));
    let stream = LogStreamName { scope: context().scope, group: GROUP.into(), stream: "a".into() };
    writer.append(&stream, vec![LogEvent { timestamp: Timestamp(NOW), message: "first".into() }]);
    assert_eq!(messages(&house.get(json!({})).await), ["first"]);
}
