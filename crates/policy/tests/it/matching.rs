//! Actions, resources, variables.

use crate::house::{allows, context};
use policy::wildcard;
use serde_json::{Value, json};

fn fits(action: Value, resource: Value, asked: (&str, &str)) -> bool {
    let statement = json!({ "Effect": "Allow", "Action": action, "Resource": resource });
    allows(statement, asked.0, asked.1, &context(json!({ "aws:username": "ann", "aws:userid": "A:b" })))
}

/// User guide, "IAM JSON policy elements: Action" and "… NotAction".
#[test]
fn actions() {
    for (action, asked, wanted) in [
        (json!("s3:GetObject"), "s3:GetObject", true),
        (json!("S3:getobject"), "s3:GetObject", true),
        (json!("s3:*"), "s3:GetObject", true),
        (json!("s3:Get*"), "s3:PutObject", false),
        (json!("s3:*Object"), "s3:GetObject", true),
        (json!("s3:?etObject"), "s3:GetObject", true),
        (json!("s3:GetObject?"), "s3:GetObject", false),
        (json!("*"), "s3:GetObject", true),
        (json!("iam:*AccessKey*"), "iam:CreateAccessKey", true),
        (json!("iam:*AccessKey*"), "iam:ListAccessKeys", true),
        (json!(["sqs:*", "s3:GetObject"]), "s3:GetObject", true),
        (json!(["sqs:*", "sns:*"]), "s3:GetObject", false),
        (json!("s3:GetObject*"), "s3express:GetObject", false),
        (json!("s3:${*}"), "s3:GetObject", false),
    ] {
        assert_eq!(fits(action.clone(), json!("*"), (asked, "*")), wanted, "{action} {asked}");
    }
    let but = |listed: Value, asked: &str| {
        let statement = json!({ "Effect": "Allow", "NotAction": listed, "Resource": "*" });
        allows(statement, asked, "*", &context(json!({})))
    };
    assert!(but(json!("iam:*"), "s3:GetObject") && !but(json!("iam:*"), "iam:GetUser"));
    assert!(!but(json!(["iam:*", "s3:Get*"]), "s3:GetObject") && !but(json!("*"), "s3:GetObject"));
}

/// User guide, "IAM JSON policy elements: Resource" ("Using wildcards in ARNs", "incomplete ARNs") and "… NotResource".
#[test]
fn resources() {
    let object = "arn:aws:s3:::bucket/a/b.txt";
    let function = "arn:aws:lambda:us-east-1:111111111111:function:f:live";
    for (resource, asked, wanted) in [
        (json!("*"), object, true),
        (json!("*"), "*", true),
        (json!("arn:aws:s3:::bucket/*"), object, true),
        (json!("arn:aws:s3:::bucket/*"), "*", false),
        (json!("arn:aws:s3:::bucket/*/b.txt"), object, true),
        (json!("arn:aws:s3:::bucket/?/b.txt"), object, true),
        (json!("arn:aws:s3:::Bucket/*"), object, false),
        (json!("arn:aws:s3:::bucket"), object, false),
        (json!("arn:aws:lambda:*:111111111111:function:f:*"), function, true),
        (json!("arn:aws:lambda:us-east-?:*:function:*"), function, true),
        (json!("arn:aws:lambda:*:function:f:live"), function, false),
        (json!("arn:aws:lambda:us-east-1:*:f:live"), function, false),
        (json!("arn:aws:lambda"), function, true),
        (json!("arn:aws:lambda:us-*"), function, true),
        (json!("arn:aws:lambda:eu-*"), function, false),
        (json!("arn:*:lambda:*:*:*"), function, true),
        (json!("arn:aws:l*:*:*:*"), function, true),
        (json!(["arn:aws:sqs:*:*:q", "arn:aws:lambda:*:*:function:f:live"]), function, true),
        (json!("function:f"), "function:f", false),
        (json!("arn*"), function, false),
    ] {
        assert_eq!(fits(json!("*"), resource.clone(), ("s3:x", asked)), wanted, "{resource} {asked}");
    }
    let but = |listed: &str, asked: &str| {
        let statement = json!({ "Effect": "Allow", "Action": "*", "NotResource": listed });
        allows(statement, "s3:x", asked, &context(json!({})))
    };
    assert!(but("arn:aws:s3:::other/*", object) && !but("arn:aws:s3:::bucket/*", object));
    assert!(!but("arn:aws:s3:::${aws:username}/*", object), "what is excepted cannot be known");
}

/// User guide, "IAM policy elements: Variables and tags".
#[test]
fn variables() {
    let asked = context(json!({ "aws:username": "ann", "aws:PrincipalTag/team": "red", "two": ["a", "b"] }));
    for (resource, object, wanted) in [
        ("bucket/${aws:username}/*", "bucket/ann/x", true),
        ("bucket/${AWS:UserName}/*", "bucket/ann/x", true),
        ("bucket/${aws:username}/*", "bucket/bob/x", false),
        ("bucket-${aws:PrincipalTag/team, 'all'}", "bucket-red", true),
        ("bucket-${aws:PrincipalTag/Team, 'all'}", "bucket-red", true),
        ("bucket-${aws:PrincipalTag/none, 'all'}", "bucket-all", true),
        ("bucket-${aws:PrincipalTag/none}", "bucket-", false),
        ("bucket-${aws:PrincipalTag/none}*", "bucket-x", false),
        ("bucket-${two}", "bucket-a", false),
        ("bucket/${*}", "bucket/*", true),
        ("bucket/${*}", "bucket/x", false),
        ("bucket/${?}${$}{x}", "bucket/?${x}", true),
        ("bucket/${", "bucket/${", true),
        ("bucket/${}", "bucket/${}", false),
        ("bucket/${aws:username", "bucket/ann", false),
    ] {
        let arn = |name: &str| format!("arn:aws:s3:::{name}");
        for version in ["2012-10-17", "2008-10-17"] {
            let text = json!({ "Version": version, "Statement": {
                "Effect": "Allow", "Action": "*", "Resource": arn(resource) } });
            let policy = policy::Policy::new(&text.to_string().parse().unwrap());
            let got = crate::house::ask(&policy, "s3:x", &arn(object), &asked).0;
            let wanted = match version {
                "2012-10-17" => wanted,
                // Literally, with `*` and `?` as wildcards, since the older version has no variables.
                _ => wildcard(resource, object),
            };
            assert_eq!(got, wanted, "{version} {resource} {object}");
        }
    }
    // What a variable brings along are no wildcards.
    let star = context(json!({ "aws:username": "*" }));
    let own = json!({ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/${aws:username}" });
    assert!(!allows(own.clone(), "s3:x", "arn:aws:s3:::b/ann", &star));
    assert!(allows(own, "s3:x", "arn:aws:s3:::b/*", &star));
}

#[test]
fn wildcards() {
    for (pattern, text, wanted) in [
        ("", "", true),
        ("", "a", false),
        ("*", "", true),
        ("a*c", "abbbc", true),
        ("a*c", "abbb", false),
        ("a?c", "abc", true),
        ("a?c", "ac", false),
        ("*b*b", "abab", true),
        ("*ab", "aab", true),
        ("?", "é", true),
        ("*é?", "xéy", true),
        ("https://*.a.test", "https://x.y.a.test", true),
        ("https://*.a.test", "https://a.test", false),
    ] {
        assert_eq!(wildcard(pattern, text), wanted, "{pattern} {text}");
    }
    // No pattern takes exponential time.
    assert!(!wildcard(&"*a".repeat(5_000), &"a".repeat(4_000)));
    assert!(!wildcard(&format!("{}b", "*a?".repeat(200)), &"a".repeat(20_000)));
}
