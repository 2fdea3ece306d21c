//! Accounts and regions beside each other in one server: nobody sees what is another's.

use crate::house::{ACCOUNT, House, REGION, ROLE, create_body, with, zip_base64};
use serde_json::{Value, json};

const FUNCTIONS: &str = "/2015-03-31/functions";
const OTHERS: [(&str, &str); 2] = [(ACCOUNT, "eu-west-1"), ("222222222222", REGION)];

/// What every operation that is given a function's name is asked with; the model has all of them.
fn asked_of_a_function() -> Vec<(&'static str, String, Value)> {
    let f = |rest: &str| format!("{FUNCTIONS}/fn{rest}");
    let target =
        json!({ "Principal": "s3.amazonaws.com", "Action": "lambda:InvokeFunction", "StatementId": "s" });
    let csc = "arn:aws:lambda:us-east-1:333333333333:code-signing-config:csc-0123456789abcdef0";
    vec![
        ("GET", f(""), Value::Null),
        ("DELETE", f(""), Value::Null),
        ("GET", f("/configuration"), Value::Null),
        ("PUT", f("/configuration"), json!({ "Timeout": 9 })),
        ("PUT", f("/code"), json!({ "ZipFile": zip_base64("other") })),
        ("POST", f("/invocations"), json!({})),
        ("GET", f("/versions"), Value::Null),
        ("POST", f("/versions"), json!({})),
        ("GET", f("/aliases"), Value::Null),
        ("POST", f("/aliases"), json!({ "Name": "a", "FunctionVersion": "$LATEST" })),
        ("GET", f("/aliases/a"), Value::Null),
        ("PUT", f("/aliases/a"), json!({ "Description": "d" })),
        ("GET", f("/policy"), Value::Null),
        ("POST", f("/policy"), target),
        ("DELETE", f("/policy/s"), Value::Null),
        (
            "PUT",
            "/2017-10-31/functions/fn/concurrency".to_owned(),
            json!({ "ReservedConcurrentExecutions": 1 }),
        ),
        ("DELETE", "/2017-10-31/functions/fn/concurrency".to_owned(), Value::Null),
        ("GET", "/2019-09-30/functions/fn/concurrency".to_owned(), Value::Null),
        ("GET", "/2019-09-30/functions/fn/provisioned-concurrency?List=ALL".to_owned(), Value::Null),
        ("GET", "/2019-09-25/functions/fn/event-invoke-config".to_owned(), Value::Null),
        (
            "PUT",
            "/2019-09-25/functions/fn/event-invoke-config".to_owned(),
            json!({ "MaximumRetryAttempts": 0 }),
        ),
        ("DELETE", "/2019-09-25/functions/fn/event-invoke-config".to_owned(), Value::Null),
        ("GET", "/2020-06-30/functions/fn/code-signing-config".to_owned(), Value::Null),
        (
            "PUT",
            "/2020-06-30/functions/fn/code-signing-config".to_owned(),
            json!({ "CodeSigningConfigArn": csc }),
        ),
        ("GET", "/2021-10-31/functions/fn/url".to_owned(), Value::Null),
        ("POST", "/2021-10-31/functions/fn/url".to_owned(), json!({ "AuthType": "NONE" })),
        ("DELETE", "/2021-10-31/functions/fn/url".to_owned(), Value::Null),
        ("GET", "/2024-08-31/functions/fn/recursion-config".to_owned(), Value::Null),
        ("PUT", "/2024-08-31/functions/fn/recursion-config".to_owned(), json!({ "RecursiveLoop": "Allow" })),
        ("GET", "/2021-07-20/functions/fn/runtime-management-config".to_owned(), Value::Null),
    ]
}

#[tokio::test]
async fn a_function_of_another_account_or_region_is_not_found() {
    let house = House::new();
    house.create("fn").await;
    // It has of everything that can be had; what there is already says so.
    let attach = asked_of_a_function().into_iter().filter(|(method, ..)| ["POST", "PUT"].contains(method));
    for (method, uri, body) in attach {
        let answer = house.json(method, &uri, body).await;
        let status = answer.as_ref().map_or_else(|error| error.status, |_| 200);
        assert!([200, 404, 501].contains(&status), "{method} {uri}: {answer:?}");
        house.settled("fn").await;
    }
    // A version is made ready after it was published, and is revised by that.
    house.settled("fn:1").await;
    let seen_by_its_owner = async || {
        let mut seen = Vec::new();
        for (_, uri, _) in asked_of_a_function().iter().filter(|(method, ..)| *method == "GET") {
            seen.push((uri.clone(), house.json("GET", uri, Value::Null).await));
        }
        seen
    };
    let before = seen_by_its_owner().await;
    for (account, region) in OTHERS {
        for (method, uri, body) in asked_of_a_function() {
            let seen = format!("{account} {region} {method} {uri}");
            let error = match house.json_of(account, region, method, &uri, body).await {
                Ok(answer) => panic!("{seen}: {answer}"),
                Err(error) => error,
            };
            // 501: an operation that is not built.
            assert!([404, 501].contains(&error.status), "{seen}: {error}");
            assert!(!error.message.contains(ACCOUNT) || account == ACCOUNT, "{seen}: {error}");
        }
        let listed = house.json_of(account, region, "GET", FUNCTIONS, Value::Null).await.unwrap();
        assert_eq!(listed["Functions"], json!([]));
        let settings =
            house.json_of(account, region, "GET", "/2016-08-19/account-settings", Value::Null).await.unwrap();
        assert_eq!(settings["AccountUsage"], json!({ "TotalCodeSize": 0, "FunctionCount": 0 }));
        for (uri, member) in [
            ("/2015-03-31/event-source-mappings", "EventSourceMappings"),
            ("/2020-04-22/code-signing-configs", "CodeSigningConfigs"),
            ("/2018-10-31/layers", "Layers"),
        ] {
            match house.json_of(account, region, "GET", uri, Value::Null).await {
                Ok(listed) => assert_eq!(listed[member], json!([]), "{uri}"),
                Err(error) => assert_eq!(error.status, 501, "{uri}: {error}"),
            }
        }
    }
    assert_eq!(seen_by_its_owner().await, before);
}

#[tokio::test]
async fn whole_names_lead_nowhere_else() {
    let house = House::new();
    house.create("fn").await;
    let arn = format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:fn");
    for name in [arn.clone(), format!("{arn}:$LATEST"), format!("{REGION}:{ACCOUNT}:function:fn")] {
        let uri = format!("{FUNCTIONS}/{name}");
        let error = house.json_of(ACCOUNT, "eu-west-1", "GET", &uri, Value::Null).await.unwrap_err();
        let unreachable = "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')";
        assert_eq!((error.status, error.message.as_str()), (404, unreachable), "{name}");
        let error = house.json_of("222222222222", REGION, "GET", &uri, Value::Null).await.unwrap_err();
        assert_eq!((error.status, error.code.as_str()), (403, "AccessDeniedException"), "{name}");
        assert!(
            error.message.starts_with("User: arn:aws:iam::222222222222:root is not authorized"),
            "{error}"
        );
    }
    let tags = format!("/2017-03-31/tags/{arn}");
    for (account, region) in OTHERS {
        for (method, body) in [("GET", Value::Null), ("POST", json!({ "Tags": { "a": "b" } }))] {
            let answer = house.json_of(account, region, method, &tags, body).await;
            assert!(
                [403, 404].contains(&answer.as_ref().unwrap_err().status),
                "{account} {region}: {answer:?}"
            );
        }
    }
}

#[tokio::test]
async fn the_same_name_is_another_function_everywhere() {
    let house = House::new();
    let all = [(ACCOUNT, REGION), OTHERS[0], OTHERS[1]];
    let f = format!("{FUNCTIONS}/fn");
    for (account, region) in all {
        let options = json!({
            "Description": format!("{account} {region}"),
            "Role": ROLE.replace(ACCOUNT, account),
            "Code": { "ZipFile": zip_base64(region) },
        });
        let created = house
            .json_of(account, region, "POST", FUNCTIONS, with(create_body("fn"), options))
            .await
            .unwrap();
        assert_eq!(created["FunctionArn"], format!("arn:aws:lambda:{region}:{account}:function:fn"));
    }
    let settled = async |account: &str, region: &str| loop {
        let config =
            house.json_of(account, region, "GET", &format!("{f}/configuration"), Value::Null).await.unwrap();
        if config["State"] == "Active" && config["LastUpdateStatus"] == "Successful" {
            return config;
        }
        tokio::task::yield_now().await;
    };
    for (account, region) in all {
        settled(account, region).await;
    }
    let (account, region) = OTHERS[0];
    let change = json!({ "Timeout": 9 });
    house.json_of(account, region, "PUT", &format!("{f}/configuration"), change).await.unwrap();
    for (account, region) in all {
        let config = settled(account, region).await;
        assert_eq!(config["Description"], format!("{account} {region}"));
        assert_eq!(config["Timeout"], if region == "eu-west-1" { 9 } else { 3 });
        let listed = house.json_of(account, region, "GET", FUNCTIONS, Value::Null).await.unwrap();
        assert_eq!(listed["Functions"].as_array().unwrap().len(), 1);
        house.json_of(account, region, "POST", &format!("{f}/invocations"), json!({})).await.unwrap();
        let (ran, _) = house.engine.ran.lock().unwrap().last().unwrap().clone();
        assert_eq!((ran.scope.account.as_str(), ran.scope.region.as_str()), (account, region));
    }
    house.pass(1_000);
    // Two of them have the same package, which stays as long as one of them does.
    for (index, (account, region)) in all.into_iter().enumerate() {
        house.json_of(account, region, "DELETE", &f, Value::Null).await.unwrap();
        for (account, region) in &all[index + 1..] {
            settled(account, region).await;
        }
    }
    house.until(|| house.blobs.0.lock().unwrap().is_empty()).await;
}
