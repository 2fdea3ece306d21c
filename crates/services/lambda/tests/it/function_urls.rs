//! Function URLs as the gateway uses them: found by their id, with the policy of what they are attached to.

use crate::house::{ACCOUNT, House};
use aws_wire::flow::BrokenOff;
use bytes::Bytes;
use dispatch::DispatchError;
use domain::{Region, Timestamp};
use serde_json::{Value, json};
use service_lambda::{FunctionUrl, UrlAnswer, UrlInvocation};
use std::future::poll_fn;
use std::sync::Arc;

async fn url(house: &House, qualifier: &str, settings: Value) -> String {
    let target = format!("/2021-10-31/functions/fn/url{qualifier}");
    let created = house.json("POST", &target, settings).await.unwrap();
    let url = created["FunctionUrl"].as_str().unwrap();
    url.strip_prefix("http://").unwrap().split('.').next().unwrap().to_owned()
}

async fn found(house: &House, id: &str) -> Option<Arc<FunctionUrl>> {
    house.service.function_url(&Region::new("us-east-1").unwrap(), id).await.unwrap()
}

fn invocation(url: &FunctionUrl, event: &'static str) -> UrlInvocation {
    UrlInvocation {
        function: url.function.clone(),
        request_id: "6a1f7a1e-0000-4000-8000-000000000002".into(),
        now: Timestamp(1_795_544_521_123),
        trace_header: Some("Root=1-5759e988-bd862e3fe1be46a994272793".into()),
        event: Bytes::from_static(event.as_bytes()),
    }
}

#[tokio::test]
async fn a_url_is_found_in_its_region_only() {
    let house = House::new();
    house.create("fn").await;
    let id = url(&house, "", json!({ "AuthType": "AWS_IAM", "Cors": { "MaxAge": 5 } })).await;
    let got = found(&house, &id).await.unwrap();
    let arn = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:fn");
    assert_eq!((got.function.to_string(), got.signed), (arn, true));
    assert_eq!((got.cors.as_ref().unwrap().max_age, got.policy.is_none()), (Some(5), true));
    assert!(Arc::ptr_eq(&got, &found(&house, &id).await.unwrap()), "from memory");
    let elsewhere = Region::new("eu-west-1").unwrap();
    assert!(house.service.function_url(&elsewhere, &id).await.unwrap().is_none());
    assert!(found(&house, "none").await.is_none());
    house.json("PUT", "/2021-10-31/functions/fn/url", json!({ "AuthType": "NONE" })).await.unwrap();
    assert!(!found(&house, &id).await.unwrap().signed, "an update counts at once");
    house.json("DELETE", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert!(found(&house, &id).await.is_none(), "it goes with its function");
}

#[tokio::test]
async fn an_aliass_url_runs_what_the_alias_points_to() {
    let house = House::new();
    house.create("fn").await;
    house.json("POST", "/2015-03-31/functions/fn/versions", json!({})).await.unwrap();
    let alias = json!({ "Name": "live", "FunctionVersion": "1" });
    house.json("POST", "/2015-03-31/functions/fn/aliases", alias).await.unwrap();
    let id = url(&house, "?Qualifier=live", json!({ "AuthType": "NONE" })).await;
    let of_alias = found(&house, &id).await.unwrap();
    for version in ["1", "$LATEST"] {
        let returned = house.service.invoke_url(invocation(&of_alias, "{\"a\":1}")).await.unwrap();
        assert!(matches!(returned, UrlAnswer::Returned(bytes) if bytes == "{\"a\":1}"));
        let (config, ran) = house.engine.ran.lock().unwrap().pop().unwrap();
        assert_eq!(config.version.to_string(), version);
        assert!(ran.invoked_arn.ends_with(":fn:live"), "{}", ran.invoked_arn);
        assert_eq!(&*ran.id.0, "6a1f7a1e-0000-4000-8000-000000000002");
        assert!(ran.trace_id.starts_with("Root=1-5759e988-bd862e3fe1be46a994272793;Parent="));
        let moved = json!({ "FunctionVersion": "$LATEST" });
        house.json("PUT", "/2015-03-31/functions/fn/aliases/live", moved).await.unwrap();
    }
    house.json("DELETE", "/2015-03-31/functions/fn/aliases/live", Value::Null).await.unwrap();
    assert!(found(&house, &id).await.is_none(), "it goes with its alias");
    let gone = house.service.invoke_url(invocation(&of_alias, "{}")).await.unwrap_err();
    assert_eq!(gone.status, 404);
}

#[tokio::test]
async fn every_change_counts_at_once() {
    let house = House::new();
    house.create("fn").await;
    let id = url(&house, "", json!({ "AuthType": "NONE" })).await;
    let statements = |url: &FunctionUrl| url.policy.as_ref().map_or(0, |policy| policy.statements());
    assert_eq!(statements(&found(&house, &id).await.unwrap()), 0);
    let policy = "/2015-03-31/functions/fn/policy";
    let public = json!({
        "StatementId": "s", "Action": "lambda:InvokeFunctionUrl", "Principal": "*", "FunctionUrlAuthType": "NONE",
    });
    house.json("POST", policy, public).await.unwrap();
    assert_eq!(statements(&found(&house, &id).await.unwrap()), 1);
    house.json("DELETE", &format!("{policy}/s"), Value::Null).await.unwrap();
    assert_eq!(statements(&found(&house, &id).await.unwrap()), 0);
    house.json("PUT", "/2021-10-31/functions/fn/url", json!({ "Cors": { "MaxAge": 1 } })).await.unwrap();
    assert!(found(&house, &id).await.unwrap().cors.is_some());
    house.json("DELETE", "/2021-10-31/functions/fn/url", Value::Null).await.unwrap();
    assert!(found(&house, &id).await.is_none());
    let next = url(&house, "", json!({ "AuthType": "NONE" })).await;
    assert_ne!(next, id);
    assert!(found(&house, &id).await.is_none() && found(&house, &next).await.is_some());
}

#[tokio::test]
async fn failures_and_throttles() {
    let house = House::new();
    house.create("fn").await;
    let id = url(&house, "", json!({ "AuthType": "NONE" })).await;
    let url = found(&house, &id).await.unwrap();
    for streams in [false, true] {
        let request = invocation(&url, "\"fail\"");
        let answer = match streams {
            true => house.service.stream_url(request).await,
            false => house.service.invoke_url(request).await,
        };
        assert!(matches!(answer.unwrap(), UrlAnswer::Failed));
    }
    *house.engine.run_fails.lock().unwrap() = Some(DispatchError::Capacity("full".into()));
    assert_eq!(house.service.invoke_url(invocation(&url, "{}")).await.unwrap_err().status, 429);
    assert_eq!(house.service.stream_url(invocation(&url, "\"stream\"")).await.unwrap_err().status, 429);
}

#[tokio::test]
async fn what_streams_comes_in_pieces() {
    let house = House::new();
    house.create("fn").await;
    let id = url(&house, "", json!({ "AuthType": "NONE", "InvokeMode": "RESPONSE_STREAM" })).await;
    let url = found(&house, &id).await.unwrap();
    assert!(url.streams);
    let pieces = [Ok(Bytes::from_static(b"one\0")), Ok(Bytes::from_static(b"\xfftwo"))];
    for (event, breaks) in
        [("\"stream\"", false), ("\"stream fails\"", true), ("\"stream interrupted\"", true)]
    {
        let answer = house.service.stream_url(invocation(&url, event)).await.unwrap();
        let UrlAnswer::Streams { content_type, mut body } = answer else { panic!("{answer:?}") };
        assert_eq!(content_type.as_deref(), Some("text/plain"));
        let mut all = Vec::new();
        while let Some(piece) = poll_fn(|cx| body.poll_next(cx)).await {
            all.push(piece);
        }
        assert_eq!(all[..2], pieces, "{event}");
        assert_eq!(all[2..], vec![Err(BrokenOff); usize::from(breaks)], "{event}");
    }
    let whole = house.service.stream_url(invocation(&url, "{}")).await.unwrap();
    assert!(matches!(whole, UrlAnswer::Returned(bytes) if bytes == "{}"));
}
