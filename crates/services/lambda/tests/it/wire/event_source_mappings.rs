//! Event source mappings.

use crate::event_source_mappings::{QUEUE, URI, settled};
use crate::house::{House, with};
use crate::snapshot::{delete, get, post, put};
use serde_json::{Value, json};

const NONE: &str = "/2015-03-31/event-source-mappings/00000000-0000-4000-8000-000000000000";
const FULL: &str = "arn:aws:lambda:eu-west-1:111111111111:function:fn";

fn queue(changes: Value) -> Value {
    with(json!({ "FunctionName": "fn", "EventSourceArn": QUEUE }), changes)
}

/// A function and a mapping of it that has settled: where it is.
async fn with_mapping(house: &House) -> String {
    house.create("fn").await;
    let created = house.json("POST", URI, queue(json!({}))).await.unwrap();
    let uuid = created["UUID"].as_str().unwrap();
    settled(house, uuid).await;
    format!("{URI}/{uuid}")
}

#[tokio::test]
async fn create() {
    let house = House::new();
    house.create("fn").await;
    house.snapshot("CreateEventSourceMapping/success", post(URI, queue(json!({})))).await;
    let stream = json!({
        "EventSourceArn": "arn:aws:kinesis:us-east-1:111111111111:stream/s", "StartingPosition": "AT_TIMESTAMP",
        "StartingPositionTimestamp": 1_795_000_000.5, "FunctionName": "fn:$LATEST", "BatchSize": 7,
        "DestinationConfig": { "OnFailure": { "Destination": QUEUE } }, "MaximumRetryAttempts": 3,
        "FilterCriteria": { "Filters": [{ "Pattern": "{\"data\":{\"a\":[1]}}" }] },
        "FunctionResponseTypes": ["ReportBatchItemFailures"], "Enabled": false, "Tags": { "a": "1" },
    });
    house.snapshot("CreateEventSourceMapping/all-options", post(URI, stream)).await;
    house.snapshot("CreateEventSourceMapping/resource-conflict", post(URI, queue(json!({})))).await;
    let missing = queue(json!({ "FunctionName": "none" }));
    house.snapshot("CreateEventSourceMapping/invalid-parameter-value", post(URI, missing)).await;
    let elsewhere = queue(json!({ "FunctionName": FULL }));
    house.snapshot("CreateEventSourceMapping/resource-not-found", post(URI, elsewhere)).await;
    let position = queue(json!({ "StartingPosition": "invalid" }));
    house.snapshot("CreateEventSourceMapping/validation", post(URI, position)).await;
}

#[tokio::test]
async fn read() {
    let house = House::new();
    let mapping = with_mapping(&house).await;
    house.snapshot("GetEventSourceMapping/success", get(mapping)).await;
    house.snapshot("GetEventSourceMapping/resource-not-found", get(NONE)).await;
    house.snapshot("GetEventSourceMapping/validation", get(format!("{URI}/none"))).await;
    house.snapshot("ListEventSourceMappings/success", get(format!("{URI}?FunctionName=fn"))).await;
    house.snapshot("ListEventSourceMappings/success-none", get(format!("{URI}?FunctionName=none"))).await;
    let marker = format!("{URI}?Marker=none");
    house.snapshot("ListEventSourceMappings/invalid-parameter-value", get(marker)).await;
    let elsewhere = format!("{URI}?FunctionName={FULL}");
    house.snapshot("ListEventSourceMappings/resource-not-found", get(elsewhere)).await;
    house.snapshot("ListEventSourceMappings/validation", get(format!("{URI}?MaxItems=0"))).await;
}

#[tokio::test]
async fn update() {
    let house = House::new();
    let mapping = with_mapping(&house).await;
    let change = json!({ "BatchSize": 5, "ScalingConfig": { "MaximumConcurrency": 10 } });
    house.snapshot("UpdateEventSourceMapping/success", put(&mapping, change)).await;
    house.snapshot("UpdateEventSourceMapping/disabled", put(&mapping, json!({ "Enabled": false }))).await;
    let large = json!({ "BatchSize": 11 });
    house.snapshot("UpdateEventSourceMapping/invalid-parameter-value", put(&mapping, large)).await;
    house.snapshot("UpdateEventSourceMapping/resource-not-found", put(NONE, json!({}))).await;
    house.create("other").await;
    let other = queue(json!({ "FunctionName": "other" }));
    house.json("POST", URI, other).await.unwrap();
    let taken = put(&mapping, json!({ "FunctionName": "other" }));
    house.snapshot("UpdateEventSourceMapping/resource-conflict", taken).await;
    let few = put(&mapping, json!({ "ScalingConfig": { "MaximumConcurrency": 1 } }));
    house.snapshot("UpdateEventSourceMapping/validation", few).await;
}

#[tokio::test]
async fn remove() {
    let house = House::new();
    let mapping = with_mapping(&house).await;
    house.snapshot("DeleteEventSourceMapping/success", delete(mapping)).await;
    house.snapshot("DeleteEventSourceMapping/resource-not-found", delete(NONE)).await;
    house.snapshot("DeleteEventSourceMapping/validation", delete(format!("{URI}/none"))).await;
}

#[tokio::test]
async fn a_store_that_fails() {
    let house = House::broken();
    for (key, request) in [
        ("CreateEventSourceMapping/service-exception", post(URI, queue(json!({})))),
        ("GetEventSourceMapping/service-exception", get(NONE)),
        ("UpdateEventSourceMapping/service-exception", put(NONE, json!({}))),
        ("DeleteEventSourceMapping/service-exception", delete(NONE)),
        ("ListEventSourceMappings/service-exception", get(URI)),
    ] {
        house.snapshot(key, request).await;
    }
}
