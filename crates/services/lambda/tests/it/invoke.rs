//! Invoke.

use crate::house::{House, members};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use dispatch::{DispatchError, ThrottleReason};
use domain::{Timestamp, Trace};
use serde_json::json;
use worker::PrepareError;

#[tokio::test]
async fn a_synchronous_invocation() {
    let house = House::new();
    house.create("fn").await;
    let output = house.invoke("fn", &[("X-Amz-Log-Type", "Tail")], "{\"a\":1}").await.unwrap();
    assert_eq!(output.payload.as_deref(), Some(b"{\"a\":1}".as_slice()));
    assert_eq!(members(&output)["ExecutedVersion"], "$LATEST");
    assert_eq!(members(&output)["LogResult"], BASE64.encode("START\nEND\n"));
    assert_eq!(members(&output).get("FunctionError"), None);
    let (config, invocation) = house.engine.ran.lock().unwrap()[0].clone();
    assert_eq!(config.name.as_str(), "fn");
    assert_eq!(&*invocation.id.0, "6a1f7a1e-0000-4000-8000-000000000001");
    assert_eq!(&*invocation.invoked_arn, "arn:aws:lambda:us-east-1:111111111111:function:fn");
    let trace = Trace::follow(Some(&invocation.trace_id), Timestamp(0), [0; 20]);
    assert_eq!(*trace.to_string(), *invocation.trace_id, "a whole header");
    assert!(invocation.trace_id.contains(";Sampled=0;Lineage=1:") && invocation.trace_id.ends_with(":0"));
    assert_eq!(invocation.client_context, None);

    let context = BASE64.encode("{\"custom\":{\"k\":1}}");
    let headers = [("X-Amz-Client-Context", context.as_str())];
    let output = house.invoke("fn:$LATEST", &headers, "").await.unwrap();
    assert_eq!(output.payload.as_deref(), Some(b"{}".as_slice()), "no event is an empty one");
    assert_eq!(members(&output).get("LogResult"), None);
    let (_, invocation) = house.engine.ran.lock().unwrap()[1].clone();
    assert!(invocation.invoked_arn.ends_with(":function:fn:$LATEST"));
    assert_eq!(invocation.client_context.as_deref(), Some("{\"custom\":{\"k\":1}}"));
}

#[tokio::test]
async fn a_function_that_fails_is_no_error_of_the_call() {
    let house = House::new();
    house.create("fn").await;
    let output = house.invoke("fn", &[], "\"fail\"").await.unwrap();
    assert_eq!(members(&output)["FunctionError"], "Unhandled");
    assert_eq!(output.payload.as_deref(), Some(b"{\"errorType\":\"E\"}".as_slice()));
    assert_eq!(output.status, None);
}

#[tokio::test]
async fn a_dry_run_invokes_nothing() {
    let house = House::new();
    house.create("fn").await;
    let output = house.invoke("fn", &[("X-Amz-Invocation-Type", "DryRun")], "{}").await.unwrap();
    assert_eq!((output.status, output.payload), (Some(204), None));
    assert!(house.engine.ran.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_keeps_an_invocation_from_running() {
    let house = House::new();
    house.create("fn").await;
    let reserved = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;
    let not_ready = |code| DispatchError::NotReady(PrepareError { code, reason: "why".to_owned() });
    for (cause, status, code) in [
        (DispatchError::Throttled { reason: reserved }, 429, "TooManyRequestsException"),
        (DispatchError::Capacity("full".to_owned()), 429, "TooManyRequestsException"),
        (not_ready("InvalidRuntime"), 502, "InvalidRuntimeException"),
        (not_ready("InvalidZipFileException"), 502, "InvalidZipFileException"),
        (not_ready("InternalError"), 502, "ResourceNotReadyException"),
        (DispatchError::Interrupted, 500, "ServiceException"),
        (DispatchError::Internal("secret detail".to_owned()), 500, "ServiceException"),
        (DispatchError::Damaged("secret detail".to_owned()), 500, "ServiceException"),
    ] {
        *house.engine.run_fails.lock().unwrap() = Some(cause);
        let error = house.invoke("fn", &[], "{}").await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (status, code));
        assert!(!error.message.contains("secret"));
    }
    let throttled = DispatchError::Throttled { reason: reserved };
    *house.engine.run_fails.lock().unwrap() = Some(throttled);
    let error = house.invoke("fn", &[], "{}").await.unwrap_err();
    let (response, body) = house.encoded(&error);
    assert_eq!(
        body,
        json!({
            "Reason": "ReservedFunctionConcurrentInvocationLimitExceeded", "Type": "User", "message": "Rate Exceeded."
        })
    );
    assert!(response.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn the_way_of_a_known_function_asks_no_database() {
    let house = House::new();
    house.create("fn").await;
    house.invoke("fn", &[], "1").await.unwrap();
    let first = house.engine.ran.lock().unwrap()[0].0.clone();
    for _ in 0..3 {
        house.invoke("fn", &[], "1").await.unwrap();
    }
    // The very same configuration in memory, not another one that was read.
    let same =
        house.engine.ran.lock().unwrap().iter().all(|(config, _)| std::sync::Arc::ptr_eq(config, &first));
    assert!(same);
    house.json("PUT", "/2015-03-31/functions/fn/configuration", json!({ "Timeout": 7 })).await.unwrap();
    house.invoke("fn", &[], "1").await.unwrap();
    let last = house.engine.ran.lock().unwrap().last().unwrap().0.clone();
    assert_eq!(last.timeout_s, 7, "an invocation after an update's answer runs what was updated");
}

#[tokio::test]
async fn what_nobody_uses_is_forgotten_and_found_again() {
    let house = House::new();
    house.create("fn").await;
    house.invoke("fn", &[], "1").await.unwrap();
    // Used between two times, it is kept.
    for _ in 0..3 {
        house.service.forget_unused();
        house.invoke("fn", &[], "1").await.unwrap();
    }
    house.service.forget_unused();
    house.service.forget_unused();
    house.invoke("fn", &[], "1").await.unwrap();
    let ran = house.engine.ran.lock().unwrap();
    let same = |n: usize| std::sync::Arc::ptr_eq(&ran[0].0, &ran[n].0);
    assert_eq!([same(1), same(2), same(3), same(4)], [true, true, true, false]);
    assert_eq!(ran[0].0, ran[4].0);
}
