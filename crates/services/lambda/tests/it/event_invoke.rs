//! Settings of asynchronous invocations as they change.

use crate::house::House;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;

const FN: &str = "/2019-09-25/functions/fn/event-invoke-config";

#[tokio::test]
async fn an_update_changes_what_it_names_and_the_time() {
    let house = House::new();
    house.create("fn").await;
    let put = house.json("PUT", FN, json!({ "MaximumRetryAttempts": 1 })).await.unwrap();
    let now = house.clock.0.load(Ordering::SeqCst);
    assert_eq!(put["LastModified"], json!(now as f64 / 1_000.0));
    house.pass(1_001);
    let updated = house.json("POST", FN, json!({ "MaximumEventAgeInSeconds": 60 })).await.unwrap();
    assert_eq!(updated["MaximumRetryAttempts"], 1);
    assert_eq!(updated["MaximumEventAgeInSeconds"], 60);
    assert_eq!(updated["LastModified"], json!((now + 1_001) as f64 / 1_000.0));
    assert_eq!(house.json("GET", FN, Value::Null).await.unwrap(), updated);
    let overwritten = house.json("PUT", FN, json!({ "MaximumRetryAttempts": 0 })).await.unwrap();
    assert_eq!(overwritten["MaximumEventAgeInSeconds"], Value::Null);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_updates_at_once_none_is_lost() {
    let house = Arc::new(House::new());
    house.create("fn").await;
    for _ in 0..20 {
        house.json("PUT", FN, json!({ "MaximumRetryAttempts": 2 })).await.unwrap();
        let send = |body: Value| {
            let house = Arc::clone(&house);
            tokio::spawn(async move { house.json("POST", FN, body).await.map(drop) })
        };
        let queue = "arn:aws:sqs:us-east-1:111111111111:q";
        let running = [
            send(json!({ "MaximumRetryAttempts": 0 })),
            send(json!({ "MaximumEventAgeInSeconds": 99 })),
            send(json!({ "DestinationConfig": { "OnFailure": { "Destination": queue } } })),
        ];
        for update in running {
            update.await.unwrap().unwrap();
        }
        let found = house.json("GET", FN, Value::Null).await.unwrap();
        assert_eq!(found["MaximumRetryAttempts"], 0);
        assert_eq!(found["MaximumEventAgeInSeconds"], 99);
        assert_eq!(found["DestinationConfig"]["OnFailure"]["Destination"], queue);
    }
}

#[tokio::test]
async fn settings_go_with_what_they_are_attached_to() {
    let house = House::new();
    house.create("fn").await;
    house.version_and_alias("fn").await;
    let alias = format!("{FN}?Qualifier=live");
    house.json("PUT", &alias, json!({ "MaximumRetryAttempts": 1 })).await.unwrap();
    house.json("DELETE", "/2015-03-31/functions/fn/aliases/live", Value::Null).await.unwrap();
    house.version_and_alias("fn").await;
    assert_eq!(house.json("GET", &alias, Value::Null).await.unwrap_err().status, 404);
    house.json("PUT", FN, json!({ "MaximumRetryAttempts": 1 })).await.unwrap();
    house.json("DELETE", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    house.create("fn").await;
    assert_eq!(house.json("GET", FN, Value::Null).await.unwrap_err().status, 404);
}
