//! Asynchronous invocations, from their acceptance to their end, as far as this service is part of it.

use crate::house::{House, scope};
use crate::snapshot::put;
use dispatch::events::{EventSettings, EventTotals, Events};
use dispatch::{DispatchError, ThrottleReason};
use domain::{FunctionArn, FunctionName, Qualifier, Timestamp, Version};
use serde_json::{Value, json};
use std::time::Duration;
use store::{EventQueue, QueuedEvent};

const ID: &str = "6a1f7a1e-0000-4000-8000-000000000001";

fn run(house: &House) -> Events {
    house.run_events(EventSettings { poll: Duration::from_millis(5), ..EventSettings::default() })
}

async fn invoke(house: &House, name: &str, payload: &'static str) {
    let output = house.invoke(name, &[("X-Amz-Invocation-Type", "Event")], payload).await.unwrap();
    assert_eq!((output.status, output.payload), (Some(202), None));
    assert!(output.trace.unwrap().starts_with("Root=1-"));
    assert!(output.members.is_empty());
}

/// Keeps an event as a client's request would, under a name of its own.
async fn queue(house: &House, id: &str, name: &str, qualifier: Option<Qualifier>, payload: &'static str) {
    let target = FunctionArn { scope: scope(), name: FunctionName::new(name).unwrap(), qualifier };
    let accepted = house.service_time();
    let event = QueuedEvent {
        request_id: id.into(),
        target,
        accepted,
        trace_id: "Root=1-0".into(),
        payload: payload.into(),
        version: None,
        delivery: None,
    };
    house.inbox.accept(event).await.unwrap();
}

impl House {
    fn service_time(&self) -> Timestamp {
        self.context().now
    }

    fn ran_count(&self) -> usize {
        self.engine.ran.lock().unwrap().len()
    }

    async fn queued(&self) -> u64 {
        let counts = self.queue.event_counts(Timestamp(i64::MAX)).await.unwrap();
        counts.ready + counts.claimed
    }

    /// Until nothing is queued.
    pub(crate) async fn all_ended(&self) {
        let ended = async {
            while self.queued().await > 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), ended).await.unwrap();
    }

    async fn configure(&self, name: &str, qualifier: &str, body: Value) {
        let uri = format!("/2019-09-25/functions/{name}/event-invoke-config?Qualifier={qualifier}");
        let response = self.exchange(&put(uri, body)).await;
        assert_eq!(response.status(), 200, "{response:?}");
    }

    /// The payloads that a function ran with.
    fn payloads(&self, name: &str) -> Vec<Value> {
        let ran = self.engine.ran.lock().unwrap();
        let own = ran.iter().filter(|(config, _)| config.name.as_str() == name);
        own.map(|(_, invocation)| serde_json::from_slice(&invocation.payload).unwrap()).collect()
    }
}

#[tokio::test]
async fn an_event_is_kept_and_then_run_under_the_id_of_its_request() {
    let house = House::new();
    house.create("fn").await;
    invoke(&house, "fn", "{\"a\":1}").await;
    assert_eq!((house.queued().await, house.ran_count()), (1, 0));
    let events = run(&house);
    house.all_ended().await;
    let (config, invocation) = house.engine.ran.lock().unwrap()[0].clone();
    assert_eq!(
        (config.name.as_str(), &*invocation.id.0, &invocation.payload[..]),
        ("fn", ID, &b"{\"a\":1}"[..])
    );
    assert_eq!(&*invocation.invoked_arn, "arn:aws:lambda:us-east-1:111111111111:function:fn");
    assert!(invocation.trace_id.starts_with("Root=1-"));
    events.stop().await;
    assert_eq!(events.totals(), EventTotals { succeeded: 1, ..EventTotals::default() });
}

#[tokio::test]
async fn invoke_async_is_the_same_with_less() {
    let house = House::new();
    house.create("fn").await;
    let uri = "/2014-11-13/functions/fn/invoke-async";
    let large = vec![b' '; 262_145];
    let refused = house.send("POST", uri, &[], large).await.unwrap_err();
    assert_eq!((refused.status, refused.code.as_str()), (413, "RequestTooLargeException"));
    house.send("POST", uri, &[], vec![b'1'; 262_144]).await.unwrap();
    let _events = run(&house);
    house.all_ended().await;
    assert_eq!(house.ran_count(), 1);
}

#[tokio::test]
async fn what_is_not_accepted() {
    let house = House::new();
    house.create("fn").await;
    let event = [("X-Amz-Invocation-Type", "Event")];
    let uri = "/2015-03-31/functions/fn/invocations";
    let large = house.send("POST", uri, &event, vec![b' '; 1_048_577]).await.unwrap_err();
    let text = "1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)";
    assert_eq!(
        (large.status, large.code.as_str(), large.message.as_str()),
        (413, "RequestTooLargeException", text)
    );
    assert_eq!(house.invoke("fn", &event, "{").await.unwrap_err().code, "InvalidRequestContentException");
    assert_eq!(house.invoke("none", &event, "{}").await.unwrap_err().status, 404);
    assert_eq!(house.queued().await, 0);
    house.send("POST", uri, &event, vec![b'1'; 1_048_576]).await.unwrap();
    assert_eq!(house.queued().await, 1);
}

/// Being throttled is seen when it runs.
#[tokio::test]
async fn throttles_are_no_matter_of_acceptance() {
    let house = House::new();
    house.create("fn").await;
    let reason = ThrottleReason::ConcurrentInvocationLimitExceeded;
    *house.engine.run_fails.lock().unwrap() = Some(DispatchError::Throttled { reason });
    invoke(&house, "fn", "{}").await;
    let events = run(&house);
    house.until(|| house.ran_count() == 1).await;
    *house.engine.run_fails.lock().unwrap() = None;
    assert_eq!(house.queued().await, 1);
    house.pass(1_000);
    house.all_ended().await;
    events.stop().await;
    assert_eq!((house.ran_count(), events.totals().succeeded), (2, 1));
}

#[tokio::test]
async fn settings_are_those_of_what_was_invoked() {
    let house = House::new();
    house.let_role(json!([{ "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*" }])).await;
    for name in ["fn", "failed", "succeeded"] {
        house.create(name).await;
    }
    house.version_and_alias("fn").await;
    let to = |name: &str| json!({ "Destination": format!("arn:aws:lambda:us-east-1:111111111111:function:{name}") });
    let config = json!({
        "MaximumRetryAttempts": 0,
        "DestinationConfig": { "OnFailure": to("failed"), "OnSuccess": to("succeeded") },
    });
    house.configure("fn", "live", config).await;
    let events = run(&house);
    let alias = || Some(Qualifier::Alias("live".into()));
    queue(&house, "bad", "fn", alias(), "\"fail\"").await;
    queue(&house, "good", "fn", alias(), "{\"b\":2}").await;
    // The function itself has no such settings: it is to be tried again.
    queue(&house, "plain", "fn", None, "\"fail\"").await;
    house.until(|| house.payloads("failed").len() == 1 && house.payloads("succeeded").len() == 1).await;
    let failed = house.payloads("failed").remove(0);
    assert_eq!(failed["version"], "1.0");
    let arn = "arn:aws:lambda:us-east-1:111111111111:function:fn:live";
    let context = json!({
        "requestId": "bad",
        "functionArn": arn,
        "condition": "RetriesExhausted",
        "approximateInvokeCount": 1,
    });
    assert_eq!(failed["requestContext"], context);
    assert_eq!(failed["requestPayload"], "fail");
    let response = json!({ "statusCode": 200, "executedVersion": "1", "functionError": "Unhandled" });
    assert_eq!(failed["responseContext"], response);
    assert_eq!(failed["responsePayload"], json!({ "errorType": "E" }));
    let succeeded = house.payloads("succeeded").remove(0);
    assert_eq!(succeeded["requestContext"]["condition"], "Success");
    assert_eq!(succeeded["responseContext"], json!({ "statusCode": 200, "executedVersion": "1" }));
    assert_eq!(succeeded["responsePayload"], json!({ "b": 2 }));
    house.until(|| house.payloads("fn").len() == 3).await;
    let waits = async {
        while house.queued().await != 1 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), waits).await.unwrap();
    house.pass(60_000);
    house.until(|| house.payloads("fn").len() == 4).await;
    house.pass(120_000);
    house.all_ended().await;
    events.stop().await;
    assert_eq!(house.payloads("fn").len(), 5);
    assert_eq!(events.totals().discarded, 1, "nobody was to be told of the last one");
}

#[tokio::test]
async fn a_function_that_is_deleted_or_changed_meanwhile() {
    let house = House::new();
    house.create("gone").await;
    house.create("changed").await;
    queue(&house, "r1", "gone", None, "{}").await;
    queue(&house, "r2", "changed", None, "{}").await;
    queue(&house, "r3", "changed", Some(Qualifier::Alias("never".into())), "{}").await;
    house.json("DELETE", "/2015-03-31/functions/gone", Value::Null).await.unwrap();
    let uri = "/2015-03-31/functions/changed/configuration";
    house.json("PUT", uri, json!({ "Description": "new" })).await.unwrap();
    let events = run(&house);
    house.all_ended().await;
    events.stop().await;
    let ran = house.engine.ran.lock().unwrap();
    assert_eq!(ran.iter().map(|(config, _)| &*config.description).collect::<Vec<_>>(), ["new"]);
    assert_eq!(events.totals(), EventTotals { succeeded: 1, discarded: 2, ..EventTotals::default() });
}

#[tokio::test]
async fn a_function_for_which_no_concurrency_is_reserved() {
    let house = House::new();
    house.create("fn").await;
    let uri = "/2017-10-31/functions/fn/concurrency";
    house.json("PUT", uri, json!({ "ReservedConcurrentExecutions": 0 })).await.unwrap();
    let queue = "arn:aws:sqs:us-east-1:111111111111:q";
    let told = json!({ "DestinationConfig": { "OnFailure": { "Destination": queue } } });
    house.configure("fn", "$LATEST", told).await;
    let reason = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;
    *house.engine.run_fails.lock().unwrap() = Some(DispatchError::Throttled { reason });
    invoke(&house, "fn", "{}").await;
    let events = run(&house);
    house.all_ended().await;
    events.stop().await;
    // There are no queues yet, and that is said.
    assert_eq!(events.totals(), EventTotals { failed: 1, destination_failures: 1, ..EventTotals::default() });
}

#[tokio::test]
async fn both_versions_of_an_alias_run() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    let update = json!({ "ZipFile": crate::house::zip_base64("other") });
    house.json("PUT", "/2015-03-31/functions/fn/code", update).await.unwrap();
    house.settled("fn").await;
    house.json("POST", "/2015-03-31/functions/fn/versions", json!({})).await.unwrap();
    house.settled("fn:2").await;
    let weights = json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.5 } } });
    house.json("PUT", "/2015-03-31/functions/fn/aliases/live", weights).await.unwrap();
    let events = run(&house);
    for n in 0..100 {
        queue(&house, &format!("r{n}"), "fn", Some(Qualifier::Alias("live".into())), "{}").await;
    }
    house.all_ended().await;
    events.stop().await;
    let ran = house.engine.ran.lock().unwrap();
    let second = ran.iter().filter(|(config, _)| config.version == Version::Number(2)).count();
    assert!(ran.len() == 100 && (10..90).contains(&second), "{second} of {}", ran.len());
}

#[tokio::test]
async fn what_was_interrupted_runs_again() {
    let house = House::new();
    house.create("fn").await;
    *house.engine.run_fails.lock().unwrap() = Some(DispatchError::Interrupted);
    invoke(&house, "fn", "{}").await;
    let events = run(&house);
    house.until(|| house.ran_count() >= 1).await;
    events.stop().await;
    assert_eq!(house.queued().await, 1);
    house.pass(1_000);
    *house.engine.run_fails.lock().unwrap() = None;
    let events = run(&house);
    house.all_ended().await;
    events.stop().await;
    assert_eq!(events.totals().succeeded, 1);
}
