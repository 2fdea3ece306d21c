//! TagResource, UntagResource, ListTags.

use crate::house::{House, create_body, with};
use serde_json::{Value, json};

const URI: &str = "/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:fn";

#[tokio::test]
async fn tags_come_and_go() {
    let house = House::new();
    house.create("fn").await;
    house.json("POST", URI, json!({ "Tags": { "a": "1", "b": "2" } })).await.unwrap();
    house.json("POST", URI, json!({ "Tags": { "b": "3" } })).await.unwrap();
    let tags = house.json("GET", URI, Value::Null).await.unwrap();
    assert_eq!(tags, json!({ "Tags": { "a": "1", "b": "3" } }));
    house.json("DELETE", &format!("{URI}?tagKeys=a&tagKeys=none"), Value::Null).await.unwrap();
    let tags = house.json("GET", URI, Value::Null).await.unwrap();
    assert_eq!(tags, json!({ "Tags": { "b": "3" } }));
}

#[tokio::test]
async fn a_change_of_tags_is_one_of_the_function() {
    let house = House::new();
    house.create("fn").await;
    house.settled("fn").await;
    let config =
        async || house.json("GET", "/2015-03-31/functions/fn/configuration", Value::Null).await.unwrap();
    let mut before = config().await;
    for (method, uri, body) in [
        ("POST", URI.to_owned(), json!({ "Tags": { "a": "1" } })),
        ("DELETE", format!("{URI}?tagKeys=a"), Value::Null),
    ] {
        house.json(method, &uri, body).await.unwrap();
        let after = config().await;
        assert_ne!(after["RevisionId"], before["RevisionId"], "{method}");
        before["RevisionId"] = after["RevisionId"].clone();
        assert_eq!(after, before, "{method}: nothing else changes");
    }
    house.json("POST", URI, json!({ "Tags": {} })).await.unwrap_err();
    assert_eq!(config().await, before);
}

#[tokio::test]
async fn there_are_at_most_fifty() {
    let house = House::new();
    house.create("fn").await;
    let tags = |from: u32, to: u32| -> Value {
        (from..to).map(|n| (format!("k{n}"), Value::from("v"))).collect::<serde_json::Map<_, _>>().into()
    };
    house.json("POST", URI, json!({ "Tags": tags(0, 50) })).await.unwrap();
    for more in [tags(50, 51), tags(0, 51)] {
        let error = house.json("POST", URI, json!({ "Tags": more })).await.unwrap_err();
        assert_eq!(error.message, "Number of tags exceeds resource tag limit.");
    }
}

#[tokio::test]
async fn keys_of_the_service_itself_cannot_be_set() {
    let house = House::new();
    house.create("fn").await;
    for key in ["aws:x", "AWS:x", "aws:"] {
        let tags = json!({ "Tags": { "a": "1", key: "1" } });
        let created =
            house.json("POST", "/2015-03-31/functions", with(create_body("other"), tags.clone())).await;
        for refused in [created, house.json("POST", URI, tags).await] {
            let error = refused.unwrap_err();
            assert_eq!((error.status, error.code.as_str()), (400, "InvalidParameterValueException"), "{key}");
            assert_eq!(error.message, "Tag keys starting with 'aws:' are reserved for internal use");
        }
    }
    house.json("POST", URI, json!({ "Tags": { "aws": "1", "my:aws:x": "1" } })).await.unwrap();
}
