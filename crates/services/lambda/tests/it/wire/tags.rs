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

/// Tags of what is no function: where it is missing, and where there is none of its kind.
#[tokio::test]
async fn tags_of_other_resources() {
    let house = House::new();
    let at = |resource: &str| format!("/2017-03-31/tags/arn:aws:lambda:us-east-1:111111111111:{resource}");
    let mapping = at("event-source-mapping:00000000-0000-4000-8000-000000000000");
    let signing = at("code-signing-config:csc-00000000000000000");
    let provider = at("capacity-provider:none");
    let tags = || json!({ "Tags": { "a": "1" } });
    house.snapshot("TagResource/no-event-source-mapping", post(&mapping, tags())).await;
    house.snapshot("TagResource/no-code-signing-config", post(&signing, tags())).await;
    house.snapshot("TagResource/no-capacity-provider", post(&provider, tags())).await;
    house.snapshot("UntagResource/no-event-source-mapping", delete(format!("{mapping}?tagKeys=a"))).await;
    house.snapshot("UntagResource/no-code-signing-config", delete(format!("{signing}?tagKeys=a"))).await;
    house.snapshot("ListTags/no-event-source-mapping", get(&mapping)).await;
    house.snapshot("ListTags/no-code-signing-config", get(&signing)).await;
    house.snapshot("ListTags/other-kind", get(at("foobar:none"))).await;
    house.snapshot("ListTags/alias-of-a-mapping", get(format!("{mapping}:alias"))).await;
    house.snapshot("TagResource/none", post(&mapping, json!({ "Tags": {} }))).await;
}
