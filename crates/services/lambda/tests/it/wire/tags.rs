//! Tags.

use crate::house::House;
use crate::snapshot::{delete, get, post};
use serde_json::json;

fn at(name: &str) -> String {
    format!("/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:function:{name}")
}

#[tokio::test]
async fn tags() {
    let house = House::new();
    house.create("fn").await;
    let tags = json!({ "Tags": { "a": "1", "b": "2" } });
    house.snapshot("TagResource/success", post(at("fn"), tags.clone())).await;
    house.snapshot("TagResource/resource-not-found", post(at("none"), tags.clone())).await;
    house.snapshot("TagResource/invalid-parameter-value", post(at("fn:$LATEST"), tags)).await;
    house.snapshot("UntagResource/success", delete(format!("{}?tagKeys=a", at("fn")))).await;
    house.snapshot("UntagResource/resource-not-found", delete(format!("{}?tagKeys=a", at("none")))).await;
    let latest = format!("{}?tagKeys=a", at("fn:$LATEST"));
    house.snapshot("UntagResource/invalid-parameter-value", delete(latest)).await;
    house.snapshot("UntagResource/validation", delete(at("fn"))).await;
    house.snapshot("ListTags/success", get(at("fn"))).await;
    house.snapshot("ListTags/resource-not-found", get(at("none"))).await;
    house.snapshot("ListTags/invalid-parameter-value", get(at("fn:$LATEST"))).await;
}
