//! States, revisions, and what happens in between.

use crate::house::{House, create_body, with, zip_base64};
use serde_json::{Value, json};
use service_lambda::Config;
use std::sync::Arc;
use std::time::Duration;
use store::sqlite::Sqlite;
use worker::PrepareError;

fn invalid_runtime() -> PrepareError {
    PrepareError { code: "InvalidRuntime", reason: "python3.11 is not on this host".to_owned() }
}

#[tokio::test]
async fn a_function_that_cannot_run_is_failed_and_says_why() {
    let house = House::new();
    *house.engine.prepare_fails.lock().unwrap() = Some(invalid_runtime());
    house.create("fn").await;
    let config = house.settled("fn").await;
    for (name, wanted) in [
        ("State", "Failed"),
        ("StateReasonCode", "InvalidRuntime"),
        ("StateReason", "python3.11 is not on this host"),
        ("LastUpdateStatus", "Failed"),
        ("LastUpdateStatusReasonCode", "InvalidRuntime"),
    ] {
        assert_eq!(config[name], wanted, "{name}");
    }
    let error = house.invoke("fn", &[], "{}").await.unwrap_err();
    assert_eq!((error.status, error.code.as_str()), (409, "ResourceConflictException"));
    assert!(error.message.ends_with("following state: Failed"), "{}", error.message);
    // An update that helps makes it active.
    *house.engine.prepare_fails.lock().unwrap() = None;
    let update = json!({ "Runtime": "python3.12" });
    house.json("PUT", "/2015-03-31/functions/fn/configuration", update).await.unwrap();
    let config = house.settled("fn").await;
    assert_eq!((&config["State"], &config["LastUpdateStatus"]), (&json!("Active"), &json!("Successful")));
}

#[tokio::test]
async fn an_update_is_in_progress_and_then_successful() {
    let house = House::new();
    house.create("fn").await;
    let before = house.get("fn").await.unwrap();
    house.hold_preparations().await;
    house.pass(1_000);
    let code = json!({ "ZipFile": zip_base64("other") });
    let answer = house.json("PUT", "/2015-03-31/functions/fn/code", code.clone()).await.unwrap();
    assert_eq!(answer["State"], "Active");
    assert_eq!(answer["LastUpdateStatus"], "InProgress");
    assert_eq!(answer["LastUpdateStatusReason"], "The function is being created.");
    assert_eq!(answer["LastUpdateStatusReasonCode"], "Creating");
    assert_eq!(answer["LastModified"], "2026-11-24T18:22:02.123+0000");
    assert_ne!(answer["CodeSha256"], before["CodeSha256"]);
    let in_progress = "The operation cannot be performed at this time. An update is in progress for resource: \
                       arn:aws:lambda:us-east-1:111111111111:function:fn";
    for (uri, body) in [("code", code), ("configuration", json!({ "Timeout": 5 }))] {
        let error = house.json("PUT", &format!("/2015-03-31/functions/fn/{uri}"), body).await.unwrap_err();
        assert_eq!((error.status, error.message.as_str()), (409, in_progress));
    }
    house.release_preparations();
    let after = house.settled("fn").await;
    assert_eq!(after["LastUpdateStatus"], "Successful");
    assert_eq!(after.get("LastUpdateStatusReason"), None);
    let revisions = [&before["RevisionId"], &answer["RevisionId"], &after["RevisionId"]];
    assert!(revisions[0] != revisions[1] && revisions[1] != revisions[2]);
    // The old package is collected.
    house.until(|| house.blobs.0.lock().unwrap().len() == 1).await;
}

#[tokio::test]
async fn a_failed_update_leaves_the_function_as_it_was() {
    let house = House::new();
    house.create("fn").await;
    let before = house.get("fn").await.unwrap();
    *house.engine.prepare_fails.lock().unwrap() = Some(invalid_runtime());
    for (uri, update) in [
        ("configuration", json!({ "Runtime": "python3.12" })),
        ("code", json!({ "ZipFile": zip_base64("other") })),
    ] {
        house.hold_preparations().await;
        house.json("PUT", &format!("/2015-03-31/functions/fn/{uri}"), update).await.unwrap();
        house.pass(1);
        house.release_preparations();
        let config = house.settled("fn").await;
        assert_eq!(config["State"], "Active");
        assert_eq!(config["LastUpdateStatus"], "Failed");
        assert_eq!(config["LastUpdateStatusReasonCode"], "InvalidRuntime");
        assert_eq!(config["LastUpdateStatusReason"], "python3.11 is not on this host");
        for same in ["Runtime", "CodeSha256", "Timeout"] {
            assert_eq!(config[same], before[same], "{same}");
        }
        house.invoke("fn", &[], "1").await.unwrap();
        let ran = house.engine.ran.lock().unwrap().last().unwrap().0.clone();
        assert_eq!(ran.runtime.as_deref(), Some("python3.11"));
    }
    // The package of the failed update is collected, the other one is not.
    house.until(|| house.blobs.0.lock().unwrap().len() == 1).await;
    assert!(house.send("GET", "/2015-03-31/functions/fn", &[], "").await.is_ok());
}

#[tokio::test]
async fn an_update_that_fails_finds_its_old_code_though_nobody_else_has_it_any_more() {
    let house = House::new();
    house.create("fn").await;
    house.create("twin").await;
    *house.engine.prepare_fails.lock().unwrap() = Some(invalid_runtime());
    house.hold_preparations().await;
    let update = json!({ "ZipFile": zip_base64("other") });
    house.json("PUT", "/2015-03-31/functions/fn/code", update).await.unwrap();
    house.pass(1);
    // The last function in the store that has the package of both.
    house.send("DELETE", "/2015-03-31/functions/twin", &[], "").await.unwrap();
    house.release_preparations();
    assert_eq!(house.settled("fn").await["LastUpdateStatus"], "Failed");
    house.until(|| house.blobs.0.lock().unwrap().len() == 1).await;
    let kept = *house.blobs.0.lock().unwrap().keys().next().unwrap();
    house.invoke("fn", &[], "1").await.unwrap();
    assert_eq!(house.engine.ran.lock().unwrap()[0].0.code.sha256, kept);
}

#[tokio::test]
async fn a_pending_function_cannot_be_changed() {
    let house = House::new();
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    let update = house.json("PUT", "/2015-03-31/functions/fn/configuration", json!({ "Timeout": 5 })).await;
    let error = update.unwrap_err();
    assert_eq!(error.code, "ResourceConflictException");
    let text = "The operation cannot be performed at this time. The function is currently in the following state: Pending";
    assert_eq!(error.message, text);
    house.release_preparations();
}

#[tokio::test]
async fn revisions_guard_updates() {
    let house = House::new();
    let created = house.create("fn").await;
    let stale = created["RevisionId"].clone();
    for (uri, mut body) in
        [("code", json!({ "ZipFile": zip_base64("x") })), ("configuration", json!({ "Timeout": 5 }))]
    {
        let uri = format!("/2015-03-31/functions/fn/{uri}");
        body["RevisionId"] = stale.clone();
        let error = house.json("PUT", &uri, body.clone()).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (412, "PreconditionFailedException"));
        body["RevisionId"] = house.settled("fn").await["RevisionId"].clone();
        house.json("PUT", &uri, body).await.unwrap();
    }
}

#[tokio::test]
async fn a_dry_run_changes_nothing() {
    let house = House::new();
    house.create("fn").await;
    let before = house.get("fn").await.unwrap();
    let body = json!({ "ZipFile": zip_base64("other"), "DryRun": true });
    let answer = house.json("PUT", "/2015-03-31/functions/fn/code", body).await.unwrap();
    assert_ne!(answer["CodeSha256"], before["CodeSha256"]);
    assert_eq!(house.get("fn").await.unwrap(), before);
    assert_eq!(house.blobs.0.lock().unwrap().len(), 1);
    let broken = json!({ "ZipFile": "eA==", "DryRun": true });
    assert!(house.json("PUT", "/2015-03-31/functions/fn/code", broken).await.is_err());
}

#[tokio::test]
async fn what_a_crash_interrupted_is_taken_up_again() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House::on(Arc::clone(&store), Config::default());
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    // Nothing of the first run goes on; a new one begins on the same store.
    let again = House::on(store, Config::default());
    assert_eq!(again.get("fn").await.unwrap()["State"], "Pending");
    assert_eq!(again.service.recover().await.unwrap(), 1);
    assert_eq!(again.settled("fn").await["State"], "Active");
    assert_eq!(again.service.recover().await.unwrap(), 0);
}

#[tokio::test]
async fn an_invocation_waits_for_a_preparation() {
    let house = House::new();
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    let house = Arc::new(house);
    let waiting = tokio::spawn({
        let house = Arc::clone(&house);
        async move { house.invoke("fn", &[], "1").await }
    });
    while !waiting.is_finished() {
        house.release_preparations();
        tokio::task::yield_now().await;
    }
    assert_eq!(waiting.await.unwrap().unwrap().payload.unwrap(), "1");
}

#[tokio::test]
async fn an_invocation_does_not_wait_for_ever() {
    let config = Config { ready_wait: Duration::from_millis(20), ..Config::default() };
    let house = House::on(Arc::new(Sqlite::in_memory().unwrap()), config);
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    let error = house.invoke("fn", &[], "1").await.unwrap_err();
    assert!(error.message.ends_with("following state: Pending"), "{}", error.message);
    house.release_preparations();
}

#[tokio::test]
async fn a_function_deleted_while_it_is_prepared_stays_deleted() {
    let house = House::new();
    house.hold_preparations().await;
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    house.send("DELETE", "/2015-03-31/functions/fn", &[], "").await.unwrap();
    house.json("POST", "/2015-03-31/functions", create_body("fn")).await.unwrap();
    let second = house.get("fn").await.unwrap();
    assert_eq!(second["State"], "Pending");
    house.release_preparations();
    assert_eq!(house.settled("fn").await["State"], "Active");
    house.send("DELETE", "/2015-03-31/functions/fn", &[], "").await.unwrap();
    assert_eq!(house.get("fn").await.unwrap_err().status, 404);
}

#[tokio::test]
async fn of_many_creations_at_once_one_wins() {
    let house = Arc::new(House::new());
    let tasks: Vec<_> = (0..16)
        .map(|n| {
            let house = Arc::clone(&house);
            tokio::spawn(async move {
                let mut body = create_body("fn");
                body["Code"]["ZipFile"] = Value::from(zip_base64(&format!("code {}", n % 4)));
                house.json("POST", "/2015-03-31/functions", body).await
            })
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => won += 1,
            Err(error) => assert_eq!(error.message, "Function already exist: fn"),
        }
    }
    assert_eq!(won, 1);
    let config = house.settled("fn").await;
    assert_eq!(config["State"], "Active");
    let found = house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert!(found["Code"]["Location"].is_string());
    house.pass(3_600_001);
    house.service.sweep().await.unwrap();
    assert_eq!(
        house.blobs.0.lock().unwrap().len(),
        1,
        "the packages of those who lost are collected, the winner's not"
    );
}

#[tokio::test]
async fn a_function_for_another_architecture_fails_and_says_why() {
    let house = House::new();
    let arm = json!({ "Architectures": ["arm64"] });
    house.json("POST", "/2015-03-31/functions", with(create_body("fn"), arm)).await.unwrap();
    let config = house.settled("fn").await;
    assert_eq!(
        (&config["State"], &config["StateReasonCode"]),
        (&json!("Failed"), &json!("InvalidConfiguration"))
    );
    let reason = "The function is for arm64, and this machine runs x86_64 only.";
    assert_eq!(config["StateReason"], reason);
    assert!(house.invoke("fn", &[], "1").await.is_err());
    let code = |architecture| json!({ "ZipFile": zip_base64("x"), "Architectures": [architecture] });
    house.json("PUT", "/2015-03-31/functions/fn/code", code("x86_64")).await.unwrap();
    assert_eq!(house.settled("fn").await["State"], "Active");
    house.invoke("fn", &[], "1").await.unwrap();
    house.json("PUT", "/2015-03-31/functions/fn/code", code("arm64")).await.unwrap();
    let config = house.settled("fn").await;
    assert_eq!(
        (&config["LastUpdateStatusReason"], &config["Architectures"]),
        (&json!(reason), &json!(["x86_64"]))
    );
    assert_eq!(house.engine.ran.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_function_that_was_made_where_it_ran_does_not_run_as_another_machines() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let everything = Config { architecture: None, ..Config::default() };
    let house = House::on(Arc::clone(&store), everything);
    let arm = json!({ "Architectures": ["arm64"] });
    house.json("POST", "/2015-03-31/functions", with(create_body("fn"), arm)).await.unwrap();
    assert_eq!(house.settled("fn").await["State"], "Active");
    house.invoke("fn", &[], "1").await.unwrap();
    let house = House::on(store, Config { architecture: Some("x86_64"), ..Config::default() });
    assert_eq!(house.invoke("fn", &[], "1").await.unwrap_err().status, 502);
    assert!(house.engine.ran.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_update_is_later_than_what_it_replaces_though_the_clock_steps_back() {
    let house = House::new();
    let created = house.create("fn").await;
    house.pass(-60_000);
    let mut before = created["LastModified"].as_str().unwrap().to_owned();
    for (uri, update) in
        [("configuration", json!({ "Timeout": 5 })), ("code", json!({ "ZipFile": zip_base64("x") }))]
    {
        house.json("PUT", &format!("/2015-03-31/functions/fn/{uri}"), update).await.unwrap();
        let after = house.settled("fn").await["LastModified"].as_str().unwrap().to_owned();
        assert!(after > before, "{after} after {before}");
        before = after;
    }
}
