//! Reserved and provisioned concurrency: the operations, their rules, and what the engine is told.

mod any_sequence;

use crate::house::{House, create_body, with, zip_base64};
use aws_wire::ApiError;
use domain::{FunctionName, Version};
use serde_json::{Value, json};
use service_lambda::Config;
use std::sync::Arc;
use store::sqlite::Sqlite;
use worker::ProvisioningState;

const ARN: &str = "arn:aws:lambda:us-east-1:111111111111:function";

fn reserved_uri(name: &str) -> String {
    format!("/2017-10-31/functions/{name}/concurrency")
}

fn provisioned_uri(name: &str, qualifier: &str) -> String {
    format!("/2019-09-30/functions/{name}/provisioned-concurrency?Qualifier={qualifier}")
}

impl House {
    async fn reserve(&self, name: &str, amount: i64) -> Result<Value, ApiError> {
        self.json("PUT", &reserved_uri(name), json!({ "ReservedConcurrentExecutions": amount })).await
    }

    async fn get_reserved(&self, name: &str) -> Result<Value, ApiError> {
        self.json("GET", &format!("/2019-09-30/functions/{name}/concurrency"), Value::Null).await
    }

    async fn free(&self, name: &str) -> Result<Value, ApiError> {
        self.json("DELETE", &reserved_uri(name), Value::Null).await
    }

    async fn provision(&self, name: &str, qualifier: &str, amount: i64) -> Result<Value, ApiError> {
        let body = json!({ "ProvisionedConcurrentExecutions": amount });
        self.json("PUT", &provisioned_uri(name, qualifier), body).await
    }

    async fn get_provisioned(&self, name: &str, qualifier: &str) -> Result<Value, ApiError> {
        self.json("GET", &provisioned_uri(name, qualifier), Value::Null).await
    }

    async fn unprovision(&self, name: &str, qualifier: &str) -> Result<Value, ApiError> {
        self.json("DELETE", &provisioned_uri(name, qualifier), Value::Null).await
    }

    async fn list_provisioned(&self, name: &str, more: &str) -> Value {
        let uri = format!("/2019-09-30/functions/{name}/provisioned-concurrency?List=ALL{more}");
        self.json("GET", &uri, Value::Null).await.unwrap()
    }

    /// New code, published: the number of the version.
    async fn publish(&self, name: &str, code: &str) -> String {
        let update = json!({ "ZipFile": zip_base64(code) });
        self.json("PUT", &format!("/2015-03-31/functions/{name}/code"), update).await.unwrap();
        self.settled(name).await;
        let uri = format!("/2015-03-31/functions/{name}/versions");
        let version = self.json("POST", &uri, json!({})).await.unwrap();
        version["Version"].as_str().unwrap().to_owned()
    }

    async fn alias(&self, name: &str, alias: &str, version: &str) {
        let uri = format!("/2015-03-31/functions/{name}/aliases");
        self.json("POST", &uri, json!({ "Name": alias, "FunctionVersion": version })).await.unwrap();
    }

    async fn update_alias(&self, name: &str, alias: &str, change: Value) -> Result<Value, ApiError> {
        self.json("PUT", &format!("/2015-03-31/functions/{name}/aliases/{alias}"), change).await
    }

    async fn unreserved(&self) -> i64 {
        let settings = self.json("GET", "/2016-08-19/account-settings", Value::Null).await.unwrap();
        assert_eq!(settings["AccountLimit"]["ConcurrentExecutions"], 1_000);
        settings["AccountLimit"]["UnreservedConcurrentExecutions"].as_i64().unwrap()
    }

    /// What the engine provides: version, alias, amount.
    fn told(&self, name: &str) -> Vec<(String, Option<String>, u32)> {
        let all = self.engine.provided.lock().unwrap();
        let told = all.get(&FunctionName::new(name).unwrap()).cloned().unwrap_or_default();
        let text = |version: Version| version.to_string();
        told.iter()
            .map(|p| (text(p.function.version), p.alias.as_deref().map(str::to_owned), p.amount))
            .collect()
    }
}

/// Status, code, `Type` and message.
fn parts(house: &House, error: &ApiError) -> (u16, String, Value, String) {
    let (response, body) = house.encoded(error);
    let message = body.get("message").or(body.get("Message")).and_then(Value::as_str).unwrap_or_default();
    let code = response.headers()["x-amzn-errortype"].to_str().unwrap().to_owned();
    (response.status().as_u16(), code, body.get("Type").cloned().unwrap_or(Value::Null), message.to_owned())
}

fn row(status: u16, code: &str, kind: Value, message: impl Into<String>) -> (u16, String, Value, String) {
    (status, code.to_owned(), kind, message.into())
}

#[tokio::test]
async fn concurrency_is_reserved_shown_and_given_back() {
    let house = House::new();
    house.create("fn").await;
    assert_eq!(house.get_reserved("fn").await.unwrap(), json!({}));
    let found = house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert_eq!(found.get("Concurrency"), None);
    assert_eq!(house.reserve("fn", 7).await.unwrap(), json!({ "ReservedConcurrentExecutions": 7 }));
    assert_eq!(house.reserve("fn", 5).await.unwrap(), json!({ "ReservedConcurrentExecutions": 5 }));
    assert_eq!(house.get_reserved("fn").await.unwrap(), json!({ "ReservedConcurrentExecutions": 5 }));
    let found = house.json("GET", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert_eq!(found["Concurrency"], json!({ "ReservedConcurrentExecutions": 5 }));
    for uri in ["fn?Qualifier=$LATEST", "fn:$LATEST"] {
        let found = house.json("GET", &format!("/2015-03-31/functions/{uri}"), Value::Null).await.unwrap();
        assert_eq!(found.get("Concurrency"), None, "{uri}: it is the function's");
    }
    assert_eq!((house.unreserved().await, house.engine.shares_now().reserved), (995, 5));
    // Nothing at all is a reservation, too.
    assert_eq!(
        house.reserve(&format!("{ARN}:fn"), 0).await.unwrap(),
        json!({ "ReservedConcurrentExecutions": 0 })
    );
    assert_eq!(house.get_reserved("fn").await.unwrap(), json!({ "ReservedConcurrentExecutions": 0 }));
    assert_eq!(house.unreserved().await, 1_000);
    for _ in 0..2 {
        let deleted = house.send("DELETE", &reserved_uri("fn"), &[], "").await.unwrap();
        assert_eq!((deleted.status, deleted.members.len()), (Some(204), 0));
    }
    assert_eq!(house.get_reserved("fn").await.unwrap(), json!({}));
    // It goes with its function.
    house.reserve("fn", 300).await.unwrap();
    house.json("DELETE", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert_eq!((house.unreserved().await, house.engine.shares_now().reserved), (1_000, 0));
    house.create("fn").await;
    assert_eq!(house.get_reserved("fn").await.unwrap(), json!({}));
}

#[tokio::test]
async fn a_hundred_stay_unreserved() {
    let house = House::new();
    for name in ["a", "b"] {
        house.create(name).await;
    }
    let refusal = row(
        400,
        "InvalidParameterValueException",
        Value::Null,
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution \
         below its minimum value of [100].",
    );
    assert_eq!(parts(&house, &house.reserve("a", 901).await.unwrap_err()), refusal);
    assert_eq!(house.get_reserved("a").await.unwrap(), json!({}));
    house.reserve("a", 900).await.unwrap();
    assert_eq!(house.unreserved().await, 100);
    assert_eq!(parts(&house, &house.reserve("b", 1).await.unwrap_err()), refusal);
    house.reserve("b", 0).await.unwrap();
    house.reserve("a", 899).await.unwrap();
    house.reserve("b", 1).await.unwrap();
    house.free("a").await.unwrap();
    house.reserve("b", 900).await.unwrap();
}

#[tokio::test]
async fn less_than_before_is_never_too_much() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House::on(Arc::clone(&store), Config::default());
    house.create("fn").await;
    house.reserve("fn", 800).await.unwrap();
    // The same account, with less.
    let house = House::on(store, Config { concurrency: 500, ..Config::default() });
    house.service.recover().await.unwrap();
    assert!(house.reserve("fn", 801).await.is_err());
    house.reserve("fn", 700).await.unwrap();
    house.reserve("fn", 400).await.unwrap();
    assert!(house.reserve("fn", 401).await.is_err());
}

#[tokio::test]
async fn provisioned_concurrency_becomes_ready() {
    let house = House::new();
    house.create("fn").await;
    let version = house.publish("fn", "1").await;
    house.alias("fn", "live", &version).await;
    let three = r#"{"ProvisionedConcurrentExecutions":3}"#;
    let put = house.send("PUT", &provisioned_uri("fn", "live"), &[], three).await.unwrap();
    assert_eq!(put.status, Some(202));
    let accepted = json!({
        "RequestedProvisionedConcurrentExecutions": 3, "AvailableProvisionedConcurrentExecutions": 0,
        "AllocatedProvisionedConcurrentExecutions": 0, "Status": "IN_PROGRESS",
        "LastModified": "2026-11-24T18:22:01+0000",
    });
    assert_eq!(Value::Object(put.members), accepted);
    assert_eq!(house.told("fn"), [("1".to_owned(), Some("live".to_owned()), 3)]);
    assert_eq!(house.engine.shares_now().provisioned, 3);
    assert_eq!(house.unreserved().await, 997, "what is provisioned is given away");

    house.engine.provides("fn", 1, ProvisioningState::InProgress);
    let got = house.get_provisioned("fn", "live").await.unwrap();
    assert_eq!(
        got,
        with(
            accepted.clone(),
            json!({
                "AvailableProvisionedConcurrentExecutions": 1, "AllocatedProvisionedConcurrentExecutions": 1,
            })
        )
    );
    house.engine.provides("fn", 1, ProvisioningState::Failed("FUNCTION_ERROR_INIT_FAILURE".to_owned()));
    let got = house.get_provisioned("fn", "live").await.unwrap();
    assert_eq!(
        (&got["Status"], &got["StatusReason"]),
        (&json!("FAILED"), &json!("FUNCTION_ERROR_INIT_FAILURE"))
    );
    house.engine.provides("fn", 3, ProvisioningState::Ready);
    let ready = with(
        accepted,
        json!({
            "AvailableProvisionedConcurrentExecutions": 3, "AllocatedProvisionedConcurrentExecutions": 3,
            "Status": "READY",
        }),
    );
    assert_eq!(house.get_provisioned("fn", "live").await.unwrap(), ready);
    assert_eq!(house.get_provisioned("fn:live", "live").await.unwrap(), ready);

    let other = house.publish("fn", "2").await;
    house.provision("fn", &other, 1).await.unwrap();
    let listed = house.list_provisioned("fn", "").await;
    let arns = |listed: &Value| -> Vec<String> {
        let all = listed["ProvisionedConcurrencyConfigs"].as_array().unwrap().iter();
        all.map(|item| item["FunctionArn"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(arns(&listed), [format!("{ARN}:fn:2"), format!("{ARN}:fn:live")]);
    assert_eq!(listed.get("NextMarker"), None);
    assert_eq!(
        listed["ProvisionedConcurrencyConfigs"][1],
        with(ready, json!({ "FunctionArn": format!("{ARN}:fn:live") }))
    );
    let first = house.list_provisioned("fn", "&MaxItems=1").await;
    assert_eq!(arns(&first), [format!("{ARN}:fn:2")]);
    let marker = first["NextMarker"].as_str().unwrap().replace('=', "%3D");
    let second = house.list_provisioned("fn", &format!("&MaxItems=1&Marker={marker}")).await;
    assert_eq!(arns(&second), [format!("{ARN}:fn:live")]);
    assert_eq!(second.get("NextMarker"), None);

    for _ in 0..2 {
        let deleted = house.send("DELETE", &provisioned_uri("fn", "live"), &[], "").await.unwrap();
        assert_eq!((deleted.status, deleted.members.len()), (Some(204), 0));
    }
    assert_eq!(house.told("fn"), [("2".to_owned(), None, 1)]);
    assert_eq!(arns(&house.list_provisioned("fn", "").await), [format!("{ARN}:fn:2")]);
}

#[tokio::test]
async fn what_is_refused_about_concurrency() {
    let house = House::new();
    house.create("fn").await;
    house.publish("fn", "1").await;
    house.alias("fn", "latest", "$LATEST").await;
    let (user, invalid, missing) =
        (json!("User"), "InvalidParameterValueException", "ResourceNotFoundException");
    let functions_only = "This operation is permitted on Lambda functions only. Aliases and versions do not support \
                          this operation. Please specify either a function name or an unqualified function ARN.";
    let no_latest = format!("Function not found: {ARN}:doesnotexist:$LATEST");
    let checks = [
        (house.reserve("doesnotexist", 1).await, row(404, missing, user.clone(), no_latest.clone())),
        (house.free("doesnotexist").await, row(404, missing, user.clone(), no_latest)),
        (
            house.get_reserved("doesnotexist").await,
            row(404, missing, user.clone(), format!("Function not found: {ARN}:doesnotexist")),
        ),
        (house.reserve("fn:$LATEST", 1).await, row(400, invalid, user.clone(), functions_only)),
        (house.reserve("fn:1", 1).await, row(400, invalid, user.clone(), functions_only)),
        (house.free("fn:latest").await, row(400, invalid, user.clone(), functions_only)),
        (
            house.reserve("fn", -1).await,
            row(
                400,
                "ValidationException",
                Value::Null,
                "1 validation error detected: Value '-1' at 'reservedConcurrentExecutions' failed to satisfy \
                 constraint: Member must have value greater than or equal to 0",
            ),
        ),
        (
            house.provision("fn", "1", 0).await,
            row(
                400,
                "ValidationException",
                Value::Null,
                "1 validation error detected: Value '0' at 'provisionedConcurrentExecutions' failed to satisfy \
                 constraint: Member must have value greater than or equal to 1",
            ),
        ),
        (
            house.get_provisioned("fn", "1").await,
            row(
                404,
                "ProvisionedConcurrencyConfigNotFoundException",
                user.clone(),
                "No Provisioned Concurrency Config found for this function",
            ),
        ),
        (
            house.provision("fn", "1", 1_001).await,
            row(
                400,
                invalid,
                Value::Null,
                "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
            ),
        ),
        (
            house.provision("fn", "1", 901).await,
            row(
                400,
                invalid,
                Value::Null,
                "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution \
                 below its minimum value of [100].",
            ),
        ),
    ];
    for (answer, expected) in checks {
        assert_eq!(parts(&house, &answer.unwrap_err()), expected);
    }
    let unpublished = "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
    for qualifier in ["$LATEST", "latest"] {
        let error = house.provision("fn", qualifier, 1).await.unwrap_err();
        assert_eq!(parts(&house, &error), row(400, invalid, user.clone(), unpublished), "{qualifier}");
    }
    let published_only = "The function resource provided must be an alias or a published version.";
    for answer in [house.get_provisioned("fn", "$LATEST").await, house.unprovision("fn", "$LATEST").await] {
        assert_eq!(parts(&house, &answer.unwrap_err()), row(400, invalid, user.clone(), published_only));
    }
    for (name, qualifier) in
        [("fn", "noalias"), ("doesnotexist", "noalias"), ("fn", "7"), ("doesnotexist", "1")]
    {
        let what = if qualifier == "noalias" { "Cannot find alias arn" } else { "Function not found" };
        let expected = row(404, missing, user.clone(), format!("{what}: {ARN}:{name}:{qualifier}"));
        for answer in [
            house.provision(name, qualifier, 1).await,
            house.get_provisioned(name, qualifier).await,
            house.unprovision(name, qualifier).await,
        ] {
            assert_eq!(parts(&house, &answer.unwrap_err()), expected);
        }
    }
    let uri = "/2019-09-30/functions/doesnotexist/provisioned-concurrency?List=ALL";
    let error = house.json("GET", uri, Value::Null).await.unwrap_err();
    let none = format!("Function not found: {ARN}:doesnotexist");
    assert_eq!(parts(&house, &error), row(404, missing, user, none));
}

#[tokio::test]
async fn a_version_is_provisioned_once() {
    let house = House::new();
    house.create("fn").await;
    let (one, two) = (house.publish("fn", "1").await, house.publish("fn", "2").await);
    for (alias, version) in [("live", &one), ("other", &one), ("next", &two)] {
        house.alias("fn", alias, version).await;
    }
    let conflict = |message: &str| row(409, "ResourceConflictException", json!("User"), message);
    let taken = conflict(
        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
    house.provision("fn", "live", 2).await.unwrap();
    let error = house.provision("fn", &one, 1).await.unwrap_err();
    assert_eq!(parts(&house, &error), conflict("Version is pointed by a Provisioned Concurrency alias"));
    assert_eq!(parts(&house, &house.provision("fn", "other", 1).await.unwrap_err()), taken);
    house.provision("fn", &two, 1).await.unwrap();
    assert_eq!(parts(&house, &house.provision("fn", "next", 1).await.unwrap_err()), taken);
    // An alias that has some may not come to a version that has its own, in whole or in part.
    let moved = house.update_alias("fn", "live", json!({ "FunctionVersion": two })).await;
    assert_eq!(parts(&house, &moved.unwrap_err()), taken);
    let weights = json!({ "RoutingConfig": { "AdditionalVersionWeights": { "2": 0.5 } } });
    assert_eq!(parts(&house, &house.update_alias("fn", "live", weights.clone()).await.unwrap_err()), taken);
    let moved = house.update_alias("fn", "live", json!({ "FunctionVersion": "$LATEST" })).await.unwrap_err();
    let unpublished = "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
    assert_eq!((moved.status, moved.message.as_str()), (400, unpublished));
    house.update_alias("fn", "other", json!({ "FunctionVersion": two })).await.unwrap();
    house.unprovision("fn", &two).await.unwrap();
    // Where it may go, its environments go with it.
    house.update_alias("fn", "live", weights).await.unwrap();
    let live = Some("live".to_owned());
    assert_eq!(house.told("fn"), [(one.clone(), live.clone(), 1), (two.clone(), live.clone(), 1)]);
    let error = house.provision("fn", "live", 3).await.unwrap_err();
    let weighted = "Alias with weights can not be used with Provisioned Concurrency";
    assert_eq!(parts(&house, &error), row(400, "InvalidParameterValueException", json!("User"), weighted));
    let whole = json!({ "FunctionVersion": two, "RoutingConfig": { "AdditionalVersionWeights": {} } });
    house.update_alias("fn", "live", whole).await.unwrap();
    assert_eq!(house.told("fn"), [(two.clone(), live, 2)]);
    // What goes takes its config along.
    house.provision("fn", &one, 4).await.unwrap();
    house.json("DELETE", "/2015-03-31/functions/fn/aliases/live", Value::Null).await.unwrap();
    assert_eq!(house.told("fn"), [(one.clone(), None, 4)]);
    house.json("DELETE", &format!("/2015-03-31/functions/fn?Qualifier={one}"), Value::Null).await.unwrap();
    assert_eq!(house.told("fn"), []);
    assert_eq!(house.engine.shares_now().provisioned, 0);
    house.provision("fn", &two, 5).await.unwrap();
    house.json("DELETE", "/2015-03-31/functions/fn", Value::Null).await.unwrap();
    assert_eq!((house.told("fn"), house.engine.shares_now().provisioned), (vec![], 0));
}

#[tokio::test]
async fn provisioned_concurrency_is_within_the_reservation() {
    let house = House::new();
    house.create("fn").await;
    house.create("other").await;
    let (one, two) = (house.publish("fn", "1").await, house.publish("fn", "2").await);
    house.reserve("fn", 5).await.unwrap();
    house.provision("fn", &one, 3).await.unwrap();
    let invalid = |message: &str| row(400, "InvalidParameterValueException", json!("User"), message);
    let too_much = invalid(
        "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function",
    );
    assert_eq!(parts(&house, &house.provision("fn", &two, 3).await.unwrap_err()), too_much);
    house.provision("fn", &two, 2).await.unwrap();
    assert_eq!(parts(&house, &house.provision("fn", &one, 4).await.unwrap_err()), too_much);
    let too_little = invalid(
        " ReservedConcurrentExecutions  4 should not be lower than function's total provisioned concurrency [5].",
    );
    assert_eq!(parts(&house, &house.reserve("fn", 4).await.unwrap_err()), too_little);
    let shares = house.engine.shares_now();
    assert_eq!((shares.reserved, shares.provisioned), (5, 0));
    // Without the reservation it is part of what all share, and leaves less of it to reserve.
    house.free("fn").await.unwrap();
    let shares = house.engine.shares_now();
    assert_eq!((shares.reserved, shares.provisioned), (0, 5));
    assert!(house.reserve("other", 896).await.is_err());
    house.reserve("other", 895).await.unwrap();
    let error = house.provision("fn", &one, 4).await.unwrap_err();
    assert!(error.message.contains("below its minimum value of [100]"), "{}", error.message);
    house.provision("fn", &one, 2).await.unwrap();
}

#[tokio::test]
async fn snap_start_excludes_it() {
    let house = House::new();
    let body = with(
        create_body("fn"),
        json!({ "Runtime": "python3.12", "SnapStart": { "ApplyOn": "PublishedVersions" } }),
    );
    house.json("POST", "/2015-03-31/functions", body).await.unwrap();
    house.settled("fn").await;
    house.json("POST", "/2015-03-31/functions/fn/versions", json!({})).await.unwrap();
    let error = house.provision("fn", "1", 1).await.unwrap_err();
    assert!(error.message.contains("SnapStart"), "{}", error.message);
}

#[tokio::test]
async fn a_server_that_starts_tells_what_was_kept() {
    let store = Arc::new(Sqlite::in_memory().unwrap());
    let house = House::on(Arc::clone(&store), Config::default());
    house.create("a").await;
    house.create("b").await;
    let version = house.publish("b", "1").await;
    house.alias("b", "live", &version).await;
    house.reserve("a", 11).await.unwrap();
    house.provision("b", "live", 4).await.unwrap();
    let house = House::on(store, Config::default());
    assert_eq!(house.engine.shares_now().reserved, 0);
    house.service.recover().await.unwrap();
    let shares = house.engine.shares_now();
    assert_eq!((shares.reserved, shares.provisioned), (11, 4));
    assert_eq!(house.told("b"), [(version, Some("live".to_owned()), 4)]);
}
