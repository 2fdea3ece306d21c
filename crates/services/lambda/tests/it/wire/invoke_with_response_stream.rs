//! InvokeWithResponseStream.

use crate::house::{House, create_body};
use crate::recursion::after_runs;
use crate::snapshot::{Request, post};
use dispatch::{DispatchError, ThrottleReason};
use domain::limits::MAX_SYNC_PAYLOAD;
use worker::PrepareError;

fn invoke(name: &str, payload: impl Into<bytes::Bytes>) -> Request {
    Request::new("POST", format!("/2021-11-15/functions/{name}/response-streaming-invocations"), payload)
}

#[tokio::test]
async fn what_is_answered() {
    let house = House::new();
    house.create("fn").await;
    let tail = |payload: &'static str| invoke("fn", payload).header("X-Amz-Log-Type", "Tail");
    house.snapshot("InvokeWithResponseStream/streamed", tail("\"stream\"")).await;
    house.snapshot("InvokeWithResponseStream/fails-in-the-middle", tail("\"stream fails\"")).await;
    house.snapshot("InvokeWithResponseStream/exits-in-the-middle", invoke("fn", "\"stream exits\"")).await;
    house.snapshot("InvokeWithResponseStream/interrupted", invoke("fn", "\"stream interrupted\"")).await;
    house.snapshot("InvokeWithResponseStream/not-streamed", invoke("fn", "{\"a\": 1}")).await;
    house.snapshot("InvokeWithResponseStream/function-error", invoke("fn", "\"fail\"")).await;
    let dry = invoke("fn", "{}").header("X-Amz-Invocation-Type", "DryRun");
    house.snapshot("InvokeWithResponseStream/dry-run", dry).await;
}

#[tokio::test]
async fn what_is_refused() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("InvokeWithResponseStream/resource-not-found", invoke("none", "{}")).await;
    let tenant = invoke("fn", "{}").header("X-Amz-Tenant-Id", "t");
    house.snapshot("InvokeWithResponseStream/invalid-parameter-value", tenant).await;
    let event = invoke("fn", "{}").header("X-Amz-Invocation-Type", "Event");
    house.snapshot("InvokeWithResponseStream/validation", event).await;
    house.snapshot("InvokeWithResponseStream/invalid-request-content", invoke("fn", "{\"a\":")).await;
    let large = vec![b' '; MAX_SYNC_PAYLOAD + 1];
    house.snapshot("InvokeWithResponseStream/request-too-large", invoke("fn", large)).await;
}

#[tokio::test]
async fn a_function_that_could_not_be_prepared() {
    let house = House::new();
    let reason = "why".to_owned();
    *house.engine.prepare_fails.lock().unwrap() = Some(PrepareError { code: "InvalidRuntime", reason });
    house.exchange(&post("/2015-03-31/functions", create_body("fn"))).await;
    house.settled("fn").await;
    house.snapshot("InvokeWithResponseStream/resource-conflict", invoke("fn", "{}")).await;
}

#[tokio::test]
async fn what_keeps_an_invocation_from_running() {
    let house = House::new();
    house.create("fn").await;
    let not_ready = |code| DispatchError::NotReady(PrepareError { code, reason: "why".to_owned() });
    let reason = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;
    for (key, cause) in [
        ("InvokeWithResponseStream/too-many-requests", DispatchError::Throttled { reason }),
        ("InvokeWithResponseStream/invalid-runtime", not_ready("InvalidRuntime")),
        ("InvokeWithResponseStream/invalid-zip-file", not_ready("InvalidZipFileException")),
        ("InvokeWithResponseStream/resource-not-ready", not_ready("InternalError")),
    ] {
        *house.engine.run_fails.lock().unwrap() = Some(cause);
        house.snapshot(key, invoke("fn", "\"stream\"")).await;
    }
    let looping = invoke("fn", "\"stream\"").header("X-Amzn-Trace-Id", after_runs("fn", 16));
    house.snapshot("InvokeWithResponseStream/recursive-invocation", looping).await;
}
