//! Policies as they change: revisions, and several changes at once.

use crate::house::{House, create_body};
use aws_wire::ApiError;
use serde_json::{Value, json};
use std::sync::Arc;

fn at(name: &str) -> String {
    format!("/2015-03-31/functions/{name}/policy")
}

async fn add(house: &House, name: &str, sid: &str, revision: Option<&Value>) -> Result<Value, ApiError> {
    let body = json!({
        "StatementId": sid,
        "Action": "lambda:InvokeFunction",
        "Principal": "s3.amazonaws.com",
        "RevisionId": revision.unwrap_or(&Value::Null),
    });
    house.json("POST", &at(name), body).await
}

/// The policy's statements and its revision.
async fn policy(house: &House, name: &str) -> (Vec<Value>, Value) {
    let found = house.json("GET", &at(name), Value::Null).await.unwrap();
    let document: Value = serde_json::from_str(found["Policy"].as_str().unwrap()).unwrap();
    (document["Statement"].as_array().unwrap().clone(), found["RevisionId"].clone())
}

fn sids(statements: &[Value]) -> Vec<&str> {
    statements.iter().map(|statement| statement["Sid"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_policy_and_its_function_have_one_revision() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    for name in ["fn", "fn:1", "fn:live"] {
        let own = async || match name {
            "fn:live" => house.json("GET", "/2015-03-31/functions/fn/aliases/live", Value::Null).await,
            _ => house.get(name).await,
        };
        let before = own().await.unwrap();
        let added = add(&house, name, "a", Some(&before["RevisionId"])).await.unwrap();
        let (statements, revision) = policy(&house, name).await;
        assert_eq!(
            statements,
            [serde_json::from_str::<Value>(added["Statement"].as_str().unwrap()).unwrap()]
        );
        let after = own().await.unwrap();
        assert_eq!(after["RevisionId"], revision, "{name}");
        assert_ne!(after["RevisionId"], before["RevisionId"], "{name}");
        // Nothing else of it changed.
        let mut same = after.clone();
        same["RevisionId"] = before["RevisionId"].clone();
        assert_eq!(same, before, "{name}");

        let late = add(&house, name, "b", Some(&before["RevisionId"])).await.unwrap_err();
        assert_eq!((late.status, late.code.as_str()), (412, "PreconditionFailedException"));
        add(&house, name, "b", Some(&revision)).await.unwrap();
        let (statements, second) = policy(&house, name).await;
        assert_eq!(sids(&statements), ["a", "b"]);
        let removed = format!("{}/a?RevisionId={}", at(name), second.as_str().unwrap());
        house.json("DELETE", &removed, Value::Null).await.unwrap();
        let (statements, third) = policy(&house, name).await;
        assert_eq!(sids(&statements), ["b"]);
        assert_ne!(second, third);
        assert_eq!(own().await.unwrap()["RevisionId"], third);
        house.json("DELETE", &format!("{}/b", at(name)), Value::Null).await.unwrap();
        let gone = house.json("GET", &at(name), Value::Null).await.unwrap_err();
        assert_eq!(gone.message, "The resource you requested does not exist.", "{name}");
        assert_ne!(own().await.unwrap()["RevisionId"], third, "its removal is a change as well");
    }
}

#[tokio::test]
async fn each_has_a_policy_of_its_own() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    for name in ["fn", "fn:1", "fn:live"] {
        add(&house, name, "same", None).await.unwrap();
        let (statements, _) = policy(&house, name).await;
        let resource = format!("arn:aws:lambda:us-east-1:111111111111:function:{name}");
        assert_eq!((statements.len(), &statements[0]["Resource"]), (1, &json!(resource)));
    }
    house.json("DELETE", "/2015-03-31/functions/fn/aliases/live", Value::Null).await.unwrap();
    house.version_and_alias("fn").await;
    house.json("GET", &at("fn:live"), Value::Null).await.unwrap_err();
    assert_eq!(policy(&house, "fn").await.0.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_once_none_is_lost() {
    let house = Arc::new(House::new());
    house.create("fn").await;
    let mut running = Vec::new();
    for n in 0..40 {
        let house = Arc::clone(&house);
        running.push(tokio::spawn(async move { add(&house, "fn", &format!("s{n}"), None).await.map(drop) }));
    }
    for added in running {
        added.await.unwrap().unwrap();
    }
    let (statements, _) = policy(&house, "fn").await;
    let mut found = sids(&statements);
    found.sort_by_key(|sid| sid[1..].parse::<u32>().unwrap());
    assert_eq!(found, (0..40).map(|n| format!("s{n}")).collect::<Vec<_>>());
    // The same statement many times: once.
    let mut running = Vec::new();
    for _ in 0..10 {
        let house = Arc::clone(&house);
        running.push(tokio::spawn(async move { add(&house, "fn", "twice", None).await.is_ok() }));
    }
    let mut won = 0;
    for added in running {
        won += u32::from(added.await.unwrap());
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn a_function_that_is_being_prepared_has_a_policy_too() {
    let house = House::new();
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    add(&house, "fn", "a", None).await.unwrap();
    house.release_preparations();
    assert_eq!(house.settled("fn").await["State"], "Active");
    assert_eq!(policy(&house, "fn").await.0.len(), 1);
    // An update that is being applied, too.
    house.hold_preparations().await;
    let change = json!({ "Description": "new" });
    house.json("PUT", "/2015-03-31/functions/fn/configuration", change).await.unwrap();
    add(&house, "fn", "b", None).await.unwrap();
    house.release_preparations();
    let settled = house.settled("fn").await;
    assert_eq!(
        (&settled["LastUpdateStatus"], &settled["Description"]),
        (&json!("Successful"), &json!("new"))
    );
    assert_eq!(policy(&house, "fn").await.1, settled["RevisionId"]);
}

#[tokio::test]
async fn a_policy_is_no_reason_for_a_new_version() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    add(&house, "fn", "a", None).await.unwrap();
    let published = house.json("POST", "/2015-03-31/functions/fn/versions", json!({})).await.unwrap();
    assert_eq!(published["Version"], "1");
}

#[tokio::test]
async fn a_whole_document_is_the_same_policy() {
    let house = House::new();
    house.create("fn").await;
    add(&house, "fn", "a", None).await.unwrap();
    let arn = "arn:aws:lambda:us-east-1:111111111111:function:fn";
    let whole = format!("/2026-07-09/resource-policy/{arn}");
    let seen = house.json("GET", &whole, Value::Null).await.unwrap();
    let policy_seen = house.json("GET", &at("fn"), Value::Null).await.unwrap();
    assert_eq!(seen, policy_seen);
    let document = json!({ "Statement": [{
        "Sid": "own", "Effect": "Deny", "Principal": "*", "Action": "lambda:*", "Resource": arn,
    }] });
    let body = json!({ "Policy": document.to_string(), "RevisionId": seen["RevisionId"] });
    let put = house.json("PUT", &whole, body.clone()).await.unwrap();
    assert_eq!(put["Policy"], document.to_string());
    assert_eq!(house.json("PUT", &whole, body).await.unwrap_err().code, "PreconditionFailedException");
    add(&house, "fn", "b", Some(&put["RevisionId"])).await.unwrap();
    let (statements, revision) = policy(&house, "fn").await;
    assert_eq!(sids(&statements), ["own", "b"]);
    let deleted = format!("{whole}?RevisionId={}", revision.as_str().unwrap());
    house.json("DELETE", &deleted, Value::Null).await.unwrap();
    assert_eq!(house.json("GET", &at("fn"), Value::Null).await.unwrap_err().status, 404);
}

/// Adds 60 statements in the background.
fn adding(house: &Arc<House>, name: &'static str) -> tokio::task::JoinHandle<()> {
    let house = Arc::clone(house);
    tokio::spawn(async move {
        for n in 0..60 {
            add(&house, name, &format!("s{n}"), None).await.unwrap();
            tokio::task::yield_now().await;
        }
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nor_in_that_of_an_alias() {
    let house = Arc::new(House::new());
    house.create("fn").await;
    house.version_and_alias("fn").await;
    let adding = adding(&house, "fn:live");
    for n in 0..60 {
        let change = json!({ "Description": format!("change {n}") });
        house.json("PUT", "/2015-03-31/functions/fn/aliases/live", change).await.unwrap();
    }
    adding.await.unwrap();
    assert_eq!(policy(&house, "fn:live").await.0.len(), 60);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_policy_that_changes_is_in_nobodys_way() {
    let house = Arc::new(House::new());
    house.create("fn").await;
    let adding = adding(&house, "fn");
    for n in 1..=12 {
        let change = json!({ "Description": format!("change {n}") });
        house.json("PUT", "/2015-03-31/functions/fn/configuration", change).await.unwrap();
        assert_eq!(house.settled("fn").await["LastUpdateStatus"], "Successful");
        let published = house.json("POST", "/2015-03-31/functions/fn/versions", json!({})).await.unwrap();
        assert_eq!(published["Version"], n.to_string());
    }
    adding.await.unwrap();
    assert_eq!(policy(&house, "fn").await.0.len(), 60);
}
