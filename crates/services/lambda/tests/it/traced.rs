//! What is told X-Ray of invocations.

use crate::house::House;
use crate::snapshot::Request;
use dispatch::events::EventSettings;
use dispatch::{DispatchError, ThrottleReason};
use serde_json::{Value, json};
use std::time::Duration;

const CALLER: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8";

impl House {
    async fn active(&self, name: &str) {
        self.create(name).await;
        let body = json!({ "TracingConfig": { "Mode": "Active" } });
        self.json("PUT", &format!("/2015-03-31/functions/{name}/configuration"), body).await.unwrap();
        self.settled(name).await;
    }

    async fn traced_call(&self, name: &str, header: Option<&str>, payload: &'static str) -> u16 {
        let mut request = Request::new("POST", format!("/2015-03-31/functions/{name}/invocations"), payload);
        if let Some(header) = header {
            request = request.header("X-Amzn-Trace-Id", header);
        }
        self.exchange(&request).await.status().as_u16()
    }

    /// What was handed over since the last time, by document.
    fn segments_told(&self) -> Vec<Value> {
        let segments = std::mem::take(&mut *self.segments.0.lock().unwrap());
        let mut told = Vec::new();
        for segment in segments {
            let document: Value = serde_json::from_str(&segment.document).unwrap();
            assert_eq!(document["id"], format!("{:016x}", segment.id));
            assert_eq!(document["trace_id"], segment.trace.to_string());
            assert_eq!(document["in_progress"] == true, segment.in_progress);
            told.push(document);
        }
        told
    }

    fn last_header(&self) -> String {
        self.engine.ran.lock().unwrap().last().unwrap().1.trace_id.to_string()
    }
}

fn names(parts: &Value) -> Vec<&str> {
    parts.as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_invocation_is_two_segments() {
    let house = House::new();
    house.active("f").await;
    assert_eq!(house.traced_call("f", None, "{}").await, 200);
    let told = house.segments_told();
    let [service, function] = &told[..] else { panic!("{told:?}") };
    assert_eq!((&service["origin"], &service["name"]), (&json!("AWS::Lambda"), &json!("f")));
    assert_eq!(service["http"]["response"]["status"], 200);
    assert_eq!(service.get("parent_id"), None, "nobody called with a segment");
    assert_eq!(function["origin"], "AWS::Lambda::Function");
    assert_eq!(function["parent_id"], service["id"]);
    assert_eq!(names(&function["subsegments"]), ["Invocation", "Overhead"]);
    let header = house.last_header();
    let invocation = function["subsegments"][0]["id"].as_str().unwrap();
    let start =
        format!("Root={};Parent={invocation};Sampled=1;Lineage=", service["trace_id"].as_str().unwrap());
    assert!(header.starts_with(&start), "{header}");
}

#[tokio::test]
async fn the_caller_decides_and_else_the_mode() {
    let house = House::new();
    house.active("active").await;
    house.create("passes").await;
    for (name, header, segments) in [
        ("passes", None, 0),
        ("passes", Some(format!("{CALLER};Sampled=0")), 0),
        ("passes", Some(CALLER.to_owned()), 0),
        ("passes", Some(format!("{CALLER};Sampled=1")), 2),
        ("active", Some(format!("{CALLER};Sampled=0")), 0),
        ("active", Some(format!("{CALLER};Sampled=?")), 2),
        ("active", Some(format!("{CALLER};Sampled=1")), 2),
    ] {
        house.traced_call(name, header.as_deref(), "{}").await;
        let told = house.segments_told();
        assert_eq!(told.len(), segments, "{name} {header:?}");
        if let Some(service) = told.first() {
            assert_eq!(service["parent_id"], "53995c3f42cd8ad8");
            assert_eq!(service["trace_id"], &CALLER[5..40]);
        }
        let sampled = format!(";Sampled={};", u8::from(segments > 0));
        assert!(house.last_header().contains(&sampled), "{}", house.last_header());
    }
}

#[tokio::test]
async fn one_a_second_and_one_of_twenty() {
    let house = House::new();
    house.active("f").await;
    for _ in 0..1_000 {
        house.traced_call("f", None, "{}").await;
    }
    let traced = house.segments_told().len() / 2;
    // Of 999 with a chance of 0.05 there are fewer than 15 or more than 110 once in 10^10 times.
    assert!((15..=110).contains(&traced), "{traced}");
    house.pass(1_000);
    house.traced_call("f", None, "{}").await;
    assert_eq!(house.segments_told().len(), 2, "the first of its second");
}

#[tokio::test]
async fn errors_and_throttles_are_told() {
    let house = House::new();
    house.create("f").await;
    let header = format!("{CALLER};Sampled=1");
    assert_eq!(house.traced_call("f", Some(&header), "\"fail\"").await, 200);
    for document in house.segments_told() {
        assert_eq!((&document["fault"], &document["error"]), (&json!(true), &Value::Null), "{document}");
        assert_eq!(document["cause"]["exceptions"][0]["type"], "E");
    }
    let reason = ThrottleReason::ConcurrentInvocationLimitExceeded;
    *house.engine.run_fails.lock().unwrap() = Some(DispatchError::Throttled { reason });
    assert_eq!(house.traced_call("f", Some(&header), "{}").await, 429);
    let told = house.segments_told();
    assert_eq!(told.len(), 1, "the function did not run");
    assert_eq!((&told[0]["throttle"], &told[0]["http"]["response"]["status"]), (&json!(true), &json!(429)));
}

#[tokio::test]
async fn attempts_at_an_event_are_of_one_segment() {
    let house = House::new();
    house.create("f").await;
    let header = format!("{CALLER};Sampled=1");
    let event = [("X-Amz-Invocation-Type", "Event"), ("X-Amzn-Trace-Id", &*header)];
    let context = aws_wire::RequestContext { trace_header: Some(header.as_str().into()), ..house.context() };
    let uri = "/2015-03-31/functions/f/invocations";
    let output = house.carry_out(context, "POST", uri, &event, "\"fail\"").await.unwrap();
    assert_eq!(output.trace.as_deref(), Some(&*header), "as the caller's trace is");
    let accepted = house.segments_told();
    assert_eq!((accepted.len(), &accepted[0]["in_progress"]), (1, &json!(true)));
    let settings = EventSettings { poll: Duration::from_millis(5), ..EventSettings::default() };
    let events = house.run_events(settings);
    for (attempt, wait) in [(1, 60_000), (2, 120_000), (3, 0)] {
        house.until(|| house.engine.ran.lock().unwrap().len() == attempt).await;
        house.pass(wait);
    }
    house.all_ended().await;
    events.stop().await;
    let told = house.segments_told();
    let of = |name: &str| told.iter().filter(|document| document["name"] == name).collect::<Vec<_>>();
    let services: Vec<_> = told.iter().filter(|document| document["origin"] == "AWS::Lambda").collect();
    assert!(services.len() == 3 && services.iter().all(|service| service["id"] == accepted[0]["id"]));
    assert_eq!(of("Dwell Time").len(), 1);
    let functions: Vec<_> =
        told.iter().filter(|document| document["origin"] == "AWS::Lambda::Function").collect();
    for (number, function) in (1..=3).zip(&functions) {
        let attempt = of(&format!("Attempt #{number}"));
        assert_eq!((attempt.len(), &attempt[0]["parent_id"]), (1, &accepted[0]["id"]));
        assert_eq!(function["parent_id"], attempt[0]["id"]);
    }
}
