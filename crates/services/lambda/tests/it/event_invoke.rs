//! Settings of asynchronous invocations as they change.

use crate::house::{House, create_body, scope, with};
use dispatch::events::{EventPolicy, Functions};
use domain::{FunctionArn, FunctionName, Qualifier};
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

impl House {
    async fn policy(&self, qualifier: Option<Qualifier>) -> Option<Arc<EventPolicy>> {
        let target = FunctionArn { scope: scope(), name: FunctionName::new("fn").unwrap(), qualifier };
        Functions::policy(&*self.service, &target).await.unwrap()
    }
}

#[tokio::test]
async fn what_runs_events_knows_every_change_at_once_and_reads_nothing_twice() {
    let house = House::new();
    let queue = "arn:aws:sqs:us-east-1:111111111111:q";
    assert_eq!(house.policy(None).await, None, "what does not exist is not remembered");
    house.create("fn").await;
    house.version_and_alias("fn").await;
    let live = || Some(Qualifier::Alias("live".into()));
    let usual = EventPolicy::default();
    for qualifier in [None, live()] {
        assert_eq!(*house.policy(qualifier).await.unwrap(), usual);
    }
    let known = house.policy(live()).await.unwrap();
    assert!(Arc::ptr_eq(&known, &house.policy(live()).await.unwrap()), "from memory");

    house.json("PUT", FN, json!({ "MaximumRetryAttempts": 1 })).await.unwrap();
    assert_eq!(house.policy(None).await.unwrap().retries, 1);
    let told = json!({ "DestinationConfig": { "OnFailure": { "Destination": queue } } });
    house.json("POST", FN, told.clone()).await.unwrap();
    let policy = house.policy(None).await.unwrap();
    assert_eq!((policy.retries, policy.on_failure.as_deref()), (1, Some(queue)));
    assert_eq!(*house.policy(live()).await.unwrap(), usual, "an alias has its own");
    house.json("PUT", &format!("{FN}?Qualifier=live"), told).await.unwrap();
    assert_eq!(house.policy(live()).await.unwrap().on_failure.as_deref(), Some(queue));
    let configuration = "/2015-03-31/functions/fn/configuration";
    house.json("PUT", configuration, json!({ "DeadLetterConfig": { "TargetArn": queue } })).await.unwrap();
    assert_eq!(house.policy(None).await.unwrap().dead_letter.as_deref(), Some(queue));
    house.settled("fn").await;
    house.json("DELETE", FN, Value::Null).await.unwrap();
    let policy = house.policy(None).await.unwrap();
    assert_eq!(*policy, EventPolicy { dead_letter: Some(queue.to_owned()), ..usual });
    house.json("DELETE", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    for qualifier in [None, live()] {
        assert_eq!(house.policy(qualifier).await, None);
    }
}

#[tokio::test]
async fn dead_letters_go_to_queues_and_topics() {
    let house = House::new();
    let create = async |name: &str, arn: &str| {
        let body = with(create_body(name), json!({ "DeadLetterConfig": { "TargetArn": arn } }));
        house.json("POST", "/2015-03-31/functions", body).await
    };
    create("queue", "arn:aws:sqs:us-east-1:111111111111:q").await.unwrap();
    create("topic", "arn:aws:sns:us-east-1:111111111111:t").await.unwrap();
    for arn in [
        "arn:aws:s3:::bucket",
        "arn:aws:lambda:us-east-1:111111111111:function:f",
        "arn:aws:events:us-east-1:111111111111:event-bus/b",
        "arn:aws:sqs:us-east-1:111111111111:",
    ] {
        let refused = create("none", arn).await.unwrap_err();
        assert_eq!((refused.status, &*refused.code), (400, "InvalidParameterValueException"));
        assert!(
            refused.message.starts_with(&format!("Invalid dead letter ARN: {arn} ")),
            "{}",
            refused.message
        );
    }
}
