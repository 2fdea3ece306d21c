//! Invoke.

use crate::house::{House, create_body};
use crate::recursion::after_runs;
use crate::snapshot::{Request, post};
use dispatch::{DispatchError, ThrottleReason};
use domain::limits::{MAX_ASYNC_PAYLOAD, MAX_SYNC_PAYLOAD};
use worker::PrepareError;

fn invoke(name: &str, payload: impl Into<bytes::Bytes>) -> Request {
    Request::new("POST", format!("/2015-03-31/functions/{name}/invocations"), payload)
}

#[tokio::test]
async fn what_is_answered() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("Invoke/success", invoke("fn", "{\"a\": 1}").header("X-Amz-Log-Type", "Tail")).await;
    house.snapshot("Invoke/function-error", invoke("fn", "\"fail\"")).await;
    let dry = invoke("fn", "{}").header("X-Amz-Invocation-Type", "DryRun");
    house.snapshot("Invoke/dry-run", dry).await;
    house.snapshot("Invoke/resource-not-found", invoke("none", "{}")).await;
    let tenant = invoke("fn", "{}").header("X-Amz-Tenant-Id", "t");
    house.snapshot("Invoke/invalid-parameter-value", tenant).await;
    house.snapshot("Invoke/invalid-request-content", invoke("fn", "{\"a\":")).await;
    let large = vec![b' '; MAX_SYNC_PAYLOAD + 1];
    house.snapshot("Invoke/request-too-large", invoke("fn", large)).await;
}

#[tokio::test]
async fn what_is_answered_to_events() {
    let house = House::new();
    house.create("fn").await;
    let event = |payload: Vec<u8>| invoke("fn", payload).header("X-Amz-Invocation-Type", "Event");
    house.snapshot("Invoke/event", event(b"{\"a\": 1}".to_vec())).await;
    house.snapshot("Invoke/event-too-large", event(vec![b' '; MAX_ASYNC_PAYLOAD + 1])).await;
    house.snapshot("Invoke/event-invalid-request-content", event(b"{\"a\":".to_vec())).await;
    let old = |name: &str, payload: &'static str| {
        Request::new("POST", format!("/2014-11-13/functions/{name}/invoke-async"), payload)
    };
    house.snapshot("InvokeAsync/success", old("fn", "{\"a\": 1}")).await;
    house.snapshot("InvokeAsync/invalid-request-content", old("fn", "{\"a\":")).await;
    house.snapshot("InvokeAsync/resource-not-found", old("none", "{}")).await;
}

#[tokio::test]
async fn a_function_that_could_not_be_prepared() {
    let house = House::new();
    let reason = "why".to_owned();
    *house.engine.prepare_fails.lock().unwrap() = Some(PrepareError { code: "InvalidRuntime", reason });
    house.exchange(&post("/2015-03-31/functions", create_body("fn"))).await;
    house.settled("fn").await;
    house.snapshot("Invoke/resource-conflict", invoke("fn", "{}")).await;
    let old = Request::new("POST", "/2014-11-13/functions/fn/invoke-async", "{}");
    house.snapshot("InvokeAsync/resource-conflict", old).await;
}

#[tokio::test]
async fn what_keeps_an_invocation_from_running() {
    let house = House::new();
    house.create("fn").await;
    let not_ready = |code| DispatchError::NotReady(PrepareError { code, reason: "why".to_owned() });
    let reason = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;
    for (key, cause) in [
        ("Invoke/too-many-requests", DispatchError::Throttled { reason }),
        ("Invoke/no-capacity", DispatchError::Capacity("full".to_owned())),
        ("Invoke/invalid-runtime", not_ready("InvalidRuntime")),
        ("Invoke/invalid-zip-file", not_ready("InvalidZipFileException")),
        ("Invoke/resource-not-ready", not_ready("InternalError")),
        ("Invoke/interrupted", DispatchError::Interrupted),
    ] {
        *house.engine.run_fails.lock().unwrap() = Some(cause);
        house.snapshot(key, invoke("fn", "{}")).await;
    }
    let looping = invoke("fn", "{}").header("X-Amzn-Trace-Id", after_runs("fn", 16));
    house.snapshot("Invoke/recursive-invocation", looping).await;
}
