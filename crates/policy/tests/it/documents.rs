//! Documents: what is one, and what IAM says of what is none.

use policy::{Document, Malformed, Use, Version};
use serde_json::{Value, json};

fn read(value: &Value) -> Result<Document, Malformed> {
    value.to_string().parse()
}

fn with(change: Value) -> Value {
    let mut statement = json!({ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" });
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::Null => statement.as_object_mut().unwrap().remove(name),
            value => statement.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}

/// User guide, "Grammar of the IAM JSON policy language".
#[test]
fn the_grammar() {
    for good in [
        with(json!({})),
        with(json!({ "Sid": "" })),
        with(json!({ "Action": ["s3:*", "*"], "Resource": ["arn:aws:s3:::a", "*"] })),
        with(json!({ "Principal": "*" })),
        with(json!({ "Principal": { "AWS": "*", "Service": ["a.amazonaws.com"] } })),
        with(json!({ "Principal": null, "NotPrincipal": { "AWS": ["111111111111"] } })),
        with(json!({ "Condition": { "NumericEquals": { "k": [1, 2.5, "3"] }, "Bool": { "k": true } } })),
        with(json!({ "Condition": {} })),
        json!({ "Id": "x", "Statement": { "Effect": "Deny", "NotAction": "*", "NotResource": "*" } }),
        json!({ "Version": "2008-10-17", "Statement": [{ "Effect": "Deny", "Action": "*:*" }] }),
    ] {
        let document = read(&good).unwrap_or_else(|e| panic!("{good}: {e}"));
        assert_eq!(document.to_string().parse::<Document>().unwrap(), document);
    }
    let plain = read(&with(json!({}))).unwrap();
    assert_eq!(plain.version, Some(Version::V2012));
    let text =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}"#;
    assert_eq!(plain.to_string(), text);
}

#[test]
fn what_is_none() {
    let syntax = "Syntax errors in policy.";
    let no_actions = "Policy statement must contain actions.";
    let twice = r#"{"Statement":[{"Effect":"Allow","Action":"a:b","Action":"*","Resource":"*"}]}"#;
    for text in ["", "{", "no", twice, "{} {}"] {
        let error = text.parse::<Document>().unwrap_err();
        assert_eq!(error.to_string(), "This policy contains invalid Json", "{text}");
    }
    for (wrong, message) in [
        (json!([]), syntax),
        (json!({}), syntax),
        (json!({ "Statement": [] }), syntax),
        (json!({ "Statement": "x" }), syntax),
        (json!({ "Statement": [[]] }), syntax),
        (json!({ "Statement": [{}] }), no_actions),
        (json!({ "version": "2012-10-17", "Statement": [] }), syntax),
        (
            json!({ "Version": "2012", "Statement": [{}] }),
            "Policy document must be version 2012-10-17 or greater.",
        ),
        (with(json!({ "Effect": null })), syntax),
        (with(json!({ "Effect": "allow" })), syntax),
        (with(json!({ "Effect": ["Allow"] })), syntax),
        (with(json!({ "Action": null })), no_actions),
        (with(json!({ "Action": [] })), no_actions),
        (with(json!({ "Action": 1 })), syntax),
        (with(json!({ "NotAction": "*" })), syntax),
        (with(json!({ "NotResource": "*" })), syntax),
        (with(json!({ "Resource": [] })), "Policy statement must contain resources."),
        (with(json!({ "Resource": [["*"]] })), syntax),
        (with(json!({ "Principal": "me" })), syntax),
        (with(json!({ "Principal": {} })), syntax),
        (with(json!({ "Principal": { "Nobody": "*" } })), syntax),
        (with(json!({ "Principal": "*", "NotPrincipal": "*" })), syntax),
        (with(json!({ "Sid": 1 })), syntax),
        (with(json!({ "effect": "Allow" })), syntax),
        (with(json!({ "Condition": [] })), syntax),
        (with(json!({ "Condition": { "Bool": "x" } })), syntax),
        (with(json!({ "Condition": { "Bool": { "k": null } } })), syntax),
        (with(json!({ "Condition": { "Bool": { "k": {} } } })), syntax),
        (with(json!({ "Condition": { "StringIs": { "k": "v" } } })), syntax),
        (with(json!({ "Condition": { "stringequals": { "k": "v" } } })), syntax),
        (with(json!({ "Condition": { "NullIfExists": { "k": "true" } } })), syntax),
        (with(json!({ "Condition": { "ForSome:Bool": { "k": "true" } } })), syntax),
        (
            with(json!({ "Action": "GetObject" })),
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        ),
        (with(json!({ "Action": "s3:Get:Object" })), "Actions/Condition can contain only one colon."),
        (with(json!({ "Action": "s*:Get" })), "Vendor s* is not valid"),
    ] {
        let error = read(&wrong).expect_err(&wrong.to_string());
        assert_eq!(error.to_string(), message, "{wrong}");
    }
    let statement = json!({ "Sid": "a", "Effect": "Allow", "Action": "*", "Resource": "*" });
    let error = read(&json!({ "Statement": [statement, statement] })).unwrap_err();
    assert_eq!(error, Malformed::SidTwice);
}

#[test]
fn uses() {
    let checked = |change: Value, used| read(&with(change)).unwrap().check(used).map_err(|e| e.to_string());
    let trust = |change: Value| {
        let mut all = json!({ "Resource": null, "Action": "sts:AssumeRole", "Principal": { "Service": "lambda.amazonaws.com" } });
        all.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        checked(all, Use::Trust)
    };
    assert_eq!(checked(json!({ "Sid": "Ab1" }), Use::Identity), Ok(()));
    for (change, message) in [
        (json!({ "Principal": "*" }), "Policy document should not specify a principal."),
        (json!({ "Resource": null }), "Policy statement must contain resources."),
        (json!({ "Resource": "bucket" }), "Resource bucket must be in ARN format or \"*\"."),
        (
            json!({ "Sid": "a b" }),
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
        ),
    ] {
        assert_eq!(checked(change, Use::Identity), Err(message.to_owned()));
    }
    for principal in [
        json!("*"),
        json!({ "AWS": "111111111111" }),
        json!({ "AWS": ["arn:aws:iam::111111111111:root", "arn:aws:sts::111111111111:assumed-role/r/s", "AROAEXAMPLE123456789"] }),
        json!({ "Federated": "cognito-identity.amazonaws.com" }),
    ] {
        assert_eq!(trust(json!({ "Principal": principal })), Ok(()));
    }
    for (change, message) in [
        (json!({ "Principal": null }), "Missing required field Principal"),
        (json!({ "Resource": "*" }), "Has prohibited field Resource"),
        (json!({ "Principal": null, "NotPrincipal": "*" }), "Has prohibited field NotPrincipal"),
        (json!({ "Action": "s3:GetObject" }), "AssumeRole policy may only specify STS AssumeRole actions."),
        (
            json!({ "Principal": { "AWS": "arn:aws:iam::111111111111:role/*" } }),
            "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111111111111:role/*\"",
        ),
        (json!({ "Principal": { "AWS": "me" } }), "Invalid principal in policy: \"AWS\":\"me\""),
        (
            json!({ "Principal": { "Service": "lambda" } }),
            "Invalid principal in policy: \"SERVICE\":\"lambda\"",
        ),
    ] {
        assert_eq!(trust(change), Err(message.to_owned()));
    }
}
