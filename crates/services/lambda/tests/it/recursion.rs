//! Recursive loops: found by the chain in the tracing header, and stopped.

use crate::house::{House, scope};
use crate::snapshot::{Request, put};
use dispatch::events::{EventSettings, EventTotals};
use domain::{FunctionName, Timestamp, Trace};
use http::Response;
use serde_json::{Value, json};
use std::time::Duration;

const ROOT: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0";

/// The header with which a function's SDK calls Lambda when the function runs for the `runs`th time in a chain.
pub(crate) fn after_runs(name: &str, runs: usize) -> String {
    let name = FunctionName::new(name).unwrap();
    let trace = Trace::follow(Some(ROOT), Timestamp(0), [0; 20]);
    (0..runs).fold(trace, |trace, _| trace.through(&scope(), &name)).to_string()
}

impl House {
    async fn call(&self, name: &str, trace: &str) -> Response<bytes::Bytes> {
        let request = Request::new("POST", format!("/2015-03-31/functions/{name}/invocations"), "{}");
        self.exchange(&request.header("X-Amzn-Trace-Id", trace)).await
    }

    /// The tracing headers that the engine was given, in order.
    fn traces(&self) -> Vec<String> {
        let ran = self.engine.ran.lock().unwrap();
        ran.iter().map(|(_, invocation)| invocation.trace_id.to_string()).collect()
    }

    /// Functions that call each other in turn, each when it runs, until that fails.
    async fn call_in_turn(&self, names: &[&str]) -> (usize, Response<bytes::Bytes>) {
        let mut trace = ROOT.to_owned();
        for (runs, name) in names.iter().cycle().enumerate() {
            let response = self.call(name, &trace).await;
            if response.status() != 200 || runs == 200 {
                return (runs, response);
            }
            trace = self.traces().last().unwrap().replace('|', "%7C");
        }
        unreachable!("names are never over")
    }

    async fn set_loops(&self, name: &str, setting: &str) {
        let uri = format!("/2024-08-31/functions/{name}/recursion-config");
        assert_eq!(self.exchange(&put(uri, json!({ "RecursiveLoop": setting }))).await.status(), 200);
    }
}

#[tokio::test]
async fn functions_that_call_each_other_are_stopped_after_sixteen_runs_of_one() {
    let house = House::new();
    for name in ["a", "b", "c"] {
        house.create(name).await;
    }
    for (names, runs) in [(vec!["a"], 16), (vec!["a", "b"], 32), (vec!["a", "b", "c"], 48)] {
        let (ran, refused) = house.call_in_turn(&names).await;
        assert_eq!((ran, refused.status().as_u16()), (runs, 400));
        assert_eq!(refused.headers()["x-amzn-errortype"], "RecursiveInvocationException");
    }
    let first = house.traces().remove(0);
    assert!(first.starts_with(&format!("{ROOT};Lineage=1:")) && first.ends_with(":0"), "{first}");
    // Whoever calls from outside, and a request that has no chain, begin anew.
    assert_eq!(house.call("a", ROOT).await.status(), 200);
    assert_eq!(house.call("a", "garbage").await.status(), 200);
}

#[tokio::test]
async fn a_function_that_may_goes_on_and_a_change_counts_at_once() {
    let house = House::new();
    for name in ["a", "b"] {
        house.create(name).await;
    }
    house.set_loops("a", "Allow").await;
    assert_eq!(house.call_in_turn(&["a"]).await.0, 200);
    assert_eq!(house.call_in_turn(&["a", "b"]).await.0, 33, "the other one may not");
    house.set_loops("a", "Terminate").await;
    assert_eq!(house.call_in_turn(&["a"]).await.0, 16);
    house.set_loops("a", "Allow").await;
    assert_eq!(house.call("a", &after_runs("a", 16)).await.status(), 200);
    house.json("DELETE", "/2015-03-31/functions/a", Value::Null).await.unwrap();
    house.create("a").await;
    assert_eq!(house.call("a", &after_runs("a", 16)).await.status(), 400, "a new one may not");
}

/// Successes go from one function to the other, and what is stopped to a third one.
#[tokio::test]
async fn functions_that_are_each_others_destination_are_stopped() {
    let house = House::new();
    house.let_role(json!([{ "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*" }])).await;
    for name in ["a", "b", "told"] {
        house.create(name).await;
    }
    // What is echoed doubles with each record.
    *house.engine.answer.lock().unwrap() = Some("null".into());
    let to = |name: &str| json!({ "Destination": format!("arn:aws:lambda:us-east-1:111111111111:function:{name}") });
    for (name, success, failure) in [("a", "b", "told"), ("b", "a", "told")] {
        let uri = format!("/2019-09-25/functions/{name}/event-invoke-config");
        let body = json!({ "DestinationConfig": { "OnSuccess": to(success), "OnFailure": to(failure) } });
        assert_eq!(house.exchange(&put(uri, body)).await.status(), 200);
    }
    let run_out = async |house: &House| {
        let settings = EventSettings { poll: Duration::from_millis(5), ..EventSettings::default() };
        let events = house.run_events(settings);
        let event = [("X-Amz-Invocation-Type", "Event")];
        house.engine.ran.lock().unwrap().clear();
        house.invoke("a", &event, "{}").await.unwrap();
        house.all_ended().await;
        events.stop().await;
        events.totals()
    };
    let runs = |house: &House, name: &str| {
        let ran = house.engine.ran.lock().unwrap();
        ran.iter().filter(|(config, _)| config.name.as_str() == name).count()
    };
    let totals = run_out(&house).await;
    assert_eq!([runs(&house, "a"), runs(&house, "b"), runs(&house, "told")], [16, 16, 1]);
    assert_eq!(totals, EventTotals { succeeded: 33, failed: 1, recursive: 1, ..EventTotals::default() });
    let (_, told) = house.engine.ran.lock().unwrap().last().unwrap().clone();
    let record: Value = serde_json::from_slice(&told.payload).unwrap();
    let context = &record["requestContext"];
    assert_eq!(
        (&context["condition"], &context["approximateInvokeCount"]),
        (&json!("RetriesExhausted"), &json!(0))
    );
    assert_eq!(record.get("responseContext"), None);

    // Where it is a function of the loop that would be told, nobody is.
    for name in ["a", "b"] {
        let uri = format!("/2019-09-25/functions/{name}/event-invoke-config");
        let other = if name == "a" { "b" } else { "a" };
        let body = json!({ "DestinationConfig": { "OnSuccess": to(other), "OnFailure": to(other) } });
        assert_eq!(house.exchange(&put(uri, body)).await.status(), 200);
    }
    let totals = run_out(&house).await;
    assert_eq!([runs(&house, "a"), runs(&house, "b")], [16, 16]);
    let stopped = EventTotals { failed: 1, recursive: 1, destination_failures: 1, ..EventTotals::default() };
    assert_eq!(totals, EventTotals { succeeded: 32, ..stopped });
}
