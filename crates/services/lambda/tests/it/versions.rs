//! What published versions and aliases promise, beyond one exchange.

use crate::house::{House, zip_base64};
use aws_wire::ApiError;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::task::JoinSet;

const F: &str = "/2015-03-31/functions";

async fn publish(house: &House) -> String {
    let version = house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    let number = version["Version"].as_str().unwrap().to_owned();
    house.settled(&format!("fn:{number}")).await;
    number
}

async fn update(house: &House, code: &str) {
    let body = json!({ "ZipFile": zip_base64(code) });
    house.json("PUT", &format!("{F}/fn/code"), body).await.unwrap();
    house.settled("fn").await;
}

async fn alias(house: &House, method: &str, body: Value) -> Value {
    let uri = if method == "POST" { format!("{F}/fn/aliases") } else { format!("{F}/fn/aliases/live") };
    house.json(method, &uri, body).await.unwrap()
}

/// The versions that ran, by `ExecutedVersion`, of so many invocations of an alias.
async fn ran(house: &House, times: usize) -> Vec<String> {
    let mut versions = Vec::new();
    for _ in 0..times {
        let output = house.invoke("fn:live", &[], "{}").await.unwrap();
        versions.push(output.members["ExecutedVersion"].as_str().unwrap().to_owned());
    }
    versions
}

#[tokio::test]
async fn a_version_is_what_it_was_published_from() {
    let house = House::new();
    house.create("fn").await;
    let before = house.get("fn").await.unwrap();
    assert_eq!(publish(&house).await, "1");
    update(&house, "new").await;
    house.json("PUT", &format!("{F}/fn/configuration"), json!({ "Timeout": 9 })).await.unwrap();
    house.settled("fn").await;
    let version = house.get("fn:1").await.unwrap();
    for member in ["CodeSha256", "CodeSize", "Timeout", "Role", "Handler", "LastModified"] {
        assert_eq!(version[member], before[member], "{member}");
    }
    assert_eq!(version["FunctionArn"], format!("{}:1", before["FunctionArn"].as_str().unwrap()));
    assert_eq!(publish(&house).await, "2");
    assert_eq!(publish(&house).await, "2", "nothing changed");
    // The same code again is no change.
    update(&house, "new").await;
    assert_eq!(publish(&house).await, "2");
    house.send("DELETE", &format!("{F}/fn?Qualifier=2"), &[], "").await.unwrap();
    assert_eq!(publish(&house).await, "3", "a number is never used again");
}

#[tokio::test]
async fn code_is_kept_as_long_as_a_version_has_it() {
    let house = House::new();
    house.create("fn").await;
    publish(&house).await;
    update(&house, "second").await;
    publish(&house).await;
    update(&house, "third").await;
    let kept = || house.blobs.0.lock().unwrap().len();
    // Old blobs only are collected, so that one that was just put again stays.
    house.pass(10);
    assert_eq!(kept(), 3);
    house.send("DELETE", &format!("{F}/fn?Qualifier=1"), &[], "").await.unwrap();
    assert_eq!(kept(), 2);
    house.send("DELETE", &format!("{F}/fn"), &[], "").await.unwrap();
    assert_eq!(kept(), 0);
}

#[tokio::test]
async fn aliases_split_traffic_and_move_at_once() {
    let house = House::new();
    house.create("fn").await;
    publish(&house).await;
    update(&house, "second").await;
    publish(&house).await;
    alias(&house, "POST", json!({ "Name": "live", "FunctionVersion": "1" })).await;
    assert!(ran(&house, 20).await.iter().all(|version| version == "1"));
    let invoked = house.engine.ran.lock().unwrap().last().unwrap().1.invoked_arn.to_string();
    assert!(invoked.ends_with(":function:fn:live"), "{invoked}");
    let weights = |weight: f64| json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": weight } } });
    alias(&house, "PUT", weights(0.5)).await;
    let split = ran(&house, 400).await;
    let second = split.iter().filter(|version| *version == "2").count();
    // Six standard deviations.
    assert!((140..=260).contains(&second), "{second} of 400");
    alias(&house, "PUT", weights(1.0)).await;
    assert!(ran(&house, 20).await.iter().all(|version| version == "2"));
    alias(&house, "PUT", weights(0.0)).await;
    assert!(ran(&house, 20).await.iter().all(|version| version == "1"));
    let body = json!({ "FunctionVersion": "2", "RoutingConfig": { "AdditionalVersionWeights": {} } });
    alias(&house, "PUT", body).await;
    assert!(ran(&house, 20).await.iter().all(|version| version == "2"));
}

#[tokio::test]
async fn an_update_leaves_published_versions_running() {
    let house = House::new();
    house.create("fn").await;
    publish(&house).await;
    update(&house, "second").await;
    let retired = house.engine.retired_versions.lock().unwrap().clone();
    assert_eq!(retired, ["$LATEST"], "of the function that was updated only what changed");
    house.invoke("fn:1", &[], "{}").await.unwrap();
    assert_eq!(house.engine.ran.lock().unwrap().last().unwrap().0.version.to_string(), "1");
    house.send("DELETE", &format!("{F}/fn?Qualifier=1"), &[], "").await.unwrap();
    assert_eq!(house.engine.retired_versions.lock().unwrap().last().unwrap(), "1");
    assert_eq!(house.engine.retired.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_version_whose_publication_was_interrupted_becomes_active() {
    let house = House::new();
    house.create("fn").await;
    house.hold_preparations().await;
    let version = house.json("POST", &format!("{F}/fn/versions"), json!({})).await.unwrap();
    assert_eq!(version["State"], "Pending");
    // What the next start of the server does.
    assert_eq!(house.service.recover().await.unwrap(), 1);
    house.release_preparations();
    assert_eq!(house.settled("fn:1").await["State"], "Active");
}

#[tokio::test]
async fn downloads_of_versions() {
    let house = House::new();
    house.create("fn").await;
    publish(&house).await;
    update(&house, "second").await;
    let location = |qualifier: &str| {
        let uri = format!("{F}/fn?Qualifier={qualifier}");
        let house = &house;
        async move {
            let found = house.json("GET", &uri, Value::Null).await.unwrap();
            found["Code"]["Location"].as_str().unwrap().to_owned()
        }
    };
    let (old, new) = (location("1").await, location("$LATEST").await);
    let download = async |url: &str| {
        let uri = url.strip_prefix("http://127.0.0.1:4566").unwrap();
        let request = http::Request::builder().uri(uri).header("host", "127.0.0.1:4566").body(()).unwrap();
        house.service.code_urls().download(&request.into_parts().0, house.context().now).await
    };
    let (old_zip, new_zip) = (download(&old).await.unwrap(), download(&new).await.unwrap());
    assert_ne!(old_zip, new_zip);
    house.send("DELETE", &format!("{F}/fn?Qualifier=1"), &[], "").await.unwrap();
    assert_eq!(download(&old).await.unwrap_err().status, 404);
    assert_eq!(download(&new).await.unwrap(), new_zip);
}

/// Fifty updates of the alias at the same time: what became of each.
async fn update_all_at_once(house: &Arc<House>, revision: Option<&Value>) -> Vec<Result<Value, ApiError>> {
    let mut updates = JoinSet::new();
    for n in 0..50 {
        let mut body = json!({ "Description": n.to_string() });
        if let Some(revision) = revision {
            body["RevisionId"] = revision.clone();
        }
        let house = Arc::clone(house);
        updates.spawn(async move { house.json("PUT", &format!("{F}/fn/aliases/live"), body).await });
    }
    updates.join_all().await
}

#[tokio::test]
async fn updates_of_an_alias_at_the_same_time_are_all_made() {
    let house = Arc::new(House::new());
    house.create("fn").await;
    alias(&house, "POST", json!({ "Name": "live", "FunctionVersion": "$LATEST" })).await;
    let updates = update_all_at_once(&house, None).await;
    assert!(updates.iter().all(Result::is_ok), "{updates:?}");
    let now = house.json("GET", &format!("{F}/fn/aliases/live"), Value::Null).await.unwrap();
    let updates = update_all_at_once(&house, Some(&now["RevisionId"])).await;
    let (won, lost): (Vec<_>, Vec<_>) = updates.into_iter().partition(Result::is_ok);
    assert_eq!(won.len(), 1);
    assert!(lost.iter().all(|update| update.as_ref().is_err_and(|error| error.status == 412)), "{lost:?}");
}
