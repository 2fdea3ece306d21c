//! Condition operators. The tables follow the user guide's pages "IAM JSON policy elements: Condition operators",
//! "Single-valued vs. multivalued context keys", "Set operators for multivalued context keys" and "Conditions with multiple
//! context keys or values".

use crate::house::{allows, context};
use serde_json::{Value, json};

/// Whether a condition holds for an `Allow`, and for a `Deny`.
fn holds(condition: &Value, asked: &Value) -> (bool, bool) {
    let statement = |effect: &str| json!({ "Sid": effect, "Effect": effect, "Action": "*", "Resource": "*", "Condition": condition });
    let all = json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
    let asked = context(asked.clone());
    let allowed = allows(statement("Allow"), "s3:x", "*", &asked);
    let denied = !allows(json!([statement("Deny"), all]), "s3:x", "*", &asked);
    (allowed, denied)
}

fn yes(condition: Value, asked: Value) {
    assert_eq!(holds(&condition, &asked), (true, true), "{condition} {asked}");
}

fn no(condition: Value, asked: Value) {
    assert_eq!(holds(&condition, &asked), (false, false), "{condition} {asked}");
}

/// Neither lets in, and a denial stands.
fn unclear(condition: Value, asked: Value) {
    assert_eq!(holds(&condition, &asked), (false, true), "{condition} {asked}");
}

fn one(operator: &str, wanted: Value, given: Value) -> (Value, Value) {
    (json!({ operator: { "K": wanted } }), if given.is_null() { json!({}) } else { json!({ "k": given }) })
}

#[test]
fn operators_with_a_value() {
    for (operator, wanted, given, holds) in [
        ("StringEquals", json!("a"), "a", true),
        ("StringEquals", json!("a"), "A", false),
        ("StringEquals", json!(["a", "b"]), "b", true),
        ("StringEquals", json!("a*"), "ab", false),
        ("StringEquals", json!("a*"), "a*", true),
        ("StringEquals", json!("${aws:none, 'd'}"), "d", true),
        ("StringEquals", json!("${k}"), "x", true),
        ("StringEqualsIgnoreCase", json!("Aé"), "aÉ", true),
        ("StringEqualsIgnoreCase", json!("a"), "b", false),
        ("StringLike", json!("a*c?"), "abbcd", true),
        ("StringLike", json!("a*"), "Ab", false),
        ("StringLike", json!("a${*}"), "ab", false),
        ("NumericEquals", json!(10), "10", true),
        ("NumericEquals", json!("10.0"), "10", true),
        ("NumericEquals", json!("-0.5"), "-.5", true),
        ("NumericEquals", json!("9007199254740993"), "9007199254740992", false),
        ("NumericLessThan", json!("10"), "9.99", true),
        ("NumericLessThan", json!("10"), "10", false),
        ("NumericLessThanEquals", json!("10"), "10", true),
        ("NumericGreaterThan", json!("10"), "10.000001", true),
        ("NumericGreaterThan", json!("10"), "9", false),
        ("NumericGreaterThanEquals", json!("-10"), "-10", true),
        ("DateEquals", json!("2026-11-24T18:22:01Z"), "1795544521", true),
        ("DateEquals", json!("2026-11-24T19:22:01+01:00"), "2026-11-24T18:22:01Z", true),
        ("DateEquals", json!("2026-11-24"), "2026-11-24T00:00Z", true),
        ("DateLessThan", json!("2026-11-24T18:22:01.5Z"), "2026-11-24T18:22:01Z", true),
        ("DateLessThan", json!("2026-11-24T00:00:00Z"), "2026-11-24T00:00:00Z", false),
        ("DateLessThanEquals", json!("2026-11-24"), "2026-11-24", true),
        ("DateGreaterThan", json!("2026-02-28T23:59:59Z"), "2026-03-01", true),
        ("DateGreaterThanEquals", json!("2000-02-29"), "2000-02-29T00:00:00Z", true),
        ("Bool", json!("true"), "true", true),
        ("Bool", json!(true), "TRUE", true),
        ("Bool", json!(false), "true", false),
        ("BinaryEquals", json!("QmluYXJ5"), "QmluYXJ5", true),
        ("BinaryEquals", json!("QmluYXJ5"), "QmluYXJ6", false),
        ("IpAddress", json!("203.0.113.0/24"), "203.0.113.9", true),
        ("IpAddress", json!("203.0.113.0/24"), "203.0.114.9", false),
        ("IpAddress", json!("203.0.113.9"), "203.0.113.9", true),
        ("IpAddress", json!("0.0.0.0/0"), "8.8.8.8", true),
        ("IpAddress", json!("0.0.0.0/0"), "2001:db8::1", false),
        ("IpAddress", json!("2001:DB8:1234:5678::/64"), "2001:db8:1234:5678::1", true),
        ("IpAddress", json!("2001:DB8:1234:5678::/64"), "2001:db8:1234:5679::1", false),
        ("IpAddress", json!("::/0"), "2001:db8::1", true),
        ("ArnEquals", json!("arn:aws:sns:*:111111111111:t"), "arn:aws:sns:us-east-1:111111111111:t", true),
        ("ArnLike", json!("arn:aws:sns:*:t"), "arn:aws:sns:us-east-1:111111111111:t", false),
        ("ArnLike", json!("arn:aws:s3:::b*"), "arn:aws:s3:::bucket", true),
        ("ArnLike", json!("*"), "arn:aws:s3:::bucket", true),
    ] {
        let negated = match operator {
            "StringEquals" => Some("StringNotEquals"),
            "StringEqualsIgnoreCase" => Some("StringNotEqualsIgnoreCase"),
            "StringLike" => Some("StringNotLike"),
            "NumericEquals" => Some("NumericNotEquals"),
            "DateEquals" => Some("DateNotEquals"),
            "IpAddress" => Some("NotIpAddress"),
            "ArnEquals" => Some("ArnNotEquals"),
            "ArnLike" => Some("ArnNotLike"),
            _ => None,
        };
        for (operator, wanted_answer) in [(Some(operator), holds), (negated, !holds)] {
            let Some(operator) = operator else { continue };
            for operator in [operator.to_owned(), format!("{operator}IfExists")] {
                let (condition, asked) = one(&operator, wanted.clone(), json!(given));
                if wanted_answer { yes(condition, asked) } else { no(condition, asked) }
            }
        }
    }
}

/// "If the key that you specify in a policy condition is not present in the request context, the values do not match and the
/// condition is false. If the policy condition requires that the key is not matched, … the condition is true."
#[test]
fn keys_that_are_not_there() {
    for (operator, value) in [
        ("StringEquals", "a"),
        ("StringEqualsIgnoreCase", "a"),
        ("StringLike", "*"),
        ("NumericEquals", "1"),
        ("NumericLessThan", "1"),
        ("NumericLessThanEquals", "1"),
        ("NumericGreaterThan", "1"),
        ("NumericGreaterThanEquals", "1"),
        ("DateEquals", "2026-01-01"),
        ("DateLessThan", "2026-01-01"),
        ("DateLessThanEquals", "2026-01-01"),
        ("DateGreaterThan", "2026-01-01"),
        ("DateGreaterThanEquals", "2026-01-01"),
        ("Bool", "false"),
        ("BinaryEquals", "QQ=="),
        ("IpAddress", "0.0.0.0/0"),
        ("ArnEquals", "*"),
        ("ArnLike", "*"),
    ] {
        let (condition, asked) = one(operator, json!(value), Value::Null);
        no(condition, asked.clone());
        yes(json!({ format!("{operator}IfExists"): { "k": value } }), asked.clone());
        yes(json!({ format!("ForAllValues:{operator}"): { "k": value } }), asked.clone());
        no(json!({ format!("ForAnyValue:{operator}"): { "k": value } }), asked.clone());
        unclear(json!({ format!("ForAnyValue:{operator}IfExists"): { "k": value } }), asked);
    }
    for (operator, value) in [
        ("StringNotEquals", "a"),
        ("StringNotEqualsIgnoreCase", "a"),
        ("StringNotLike", "*"),
        ("NumericNotEquals", "1"),
        ("DateNotEquals", "2026-01-01"),
        ("NotIpAddress", "0.0.0.0/0"),
        ("ArnNotEquals", "*"),
        ("ArnNotLike", "*"),
    ] {
        let (condition, asked) = one(operator, json!(value), Value::Null);
        yes(condition, asked.clone());
        yes(json!({ format!("{operator}IfExists"): { "k": value } }), asked.clone());
        yes(json!({ format!("ForAllValues:{operator}"): { "k": value } }), asked.clone());
        no(json!({ format!("ForAnyValue:{operator}"): { "k": value } }), asked);
    }
}

#[test]
fn null() {
    for (wanted, given, holds) in [
        (json!("true"), Value::Null, true),
        (json!("true"), json!("x"), false),
        (json!(false), json!("x"), true),
        (json!("False"), Value::Null, false),
        (json!("true"), json!([]), true),
        (json!(["true", "false"]), json!("x"), true),
    ] {
        let (condition, asked) = one("Null", wanted, given);
        if holds { yes(condition, asked) } else { no(condition, asked) }
    }
    let (condition, asked) = one("Null", json!("maybe"), json!("x"));
    unclear(condition, asked);
}

/// "Set operators for multivalued context keys", and "Multivalued context key examples".
#[test]
fn sets() {
    for (operator, wanted, given, holds) in [
        ("ForAllValues:StringEquals", json!(["a", "b"]), json!(["a"]), true),
        ("ForAllValues:StringEquals", json!(["a", "b"]), json!(["a", "b"]), true),
        ("ForAllValues:StringEquals", json!(["a", "b"]), json!(["a", "c"]), false),
        ("ForAllValues:StringLike", json!("key*"), json!(["key1", "key2"]), true),
        ("ForAllValues:StringEquals", json!(["a"]), json!([]), true),
        ("ForAllValues:StringEquals", json!(["a"]), json!(""), true),
        ("ForAllValues:StringNotEquals", json!(["a", "b"]), json!(["c", "d"]), true),
        ("ForAllValues:StringNotEquals", json!(["a", "b"]), json!(["c", "a"]), false),
        ("ForAnyValue:StringEquals", json!(["a", "b"]), json!(["b", "c"]), true),
        ("ForAnyValue:StringEquals", json!(["a", "b"]), json!(["c"]), false),
        ("ForAnyValue:StringEquals", json!(["a"]), json!([]), false),
        ("ForAnyValue:StringEquals", json!([""]), json!(""), false),
        ("ForAnyValue:StringNotEquals", json!(["a", "b"]), json!(["a", "c"]), true),
        ("ForAnyValue:StringNotEquals", json!(["a", "b"]), json!(["a", "b"]), false),
        ("ForAnyValue:ArnLike", json!("arn:aws:s3:::*"), json!(["x", "arn:aws:s3:::b"]), true),
    ] {
        let (condition, asked) = one(operator, wanted, given);
        if holds { yes(condition, asked) } else { no(condition, asked) }
    }
    let (condition, asked) = one("StringEquals", json!(["a"]), json!(["a", "b"]));
    unclear(condition, asked);
}

/// "Policy variables with no value": they equal nothing, so that what is negated holds.
#[test]
fn variables_without_a_value() {
    for (operator, holds) in [
        ("StringEquals", false),
        ("StringLike", false),
        ("StringEqualsIgnoreCase", false),
        ("ArnLike", false),
        ("StringNotEquals", true),
        ("StringNotLike", true),
        ("ArnNotEquals", true),
    ] {
        let (condition, asked) = one(operator, json!("${aws:PrincipalTag/Team}"), json!("a"));
        if holds { yes(condition, asked) } else { no(condition, asked) }
    }
    let team = json!({ "k": "red", "aws:principaltag/team": "red" });
    yes(json!({ "StringEquals": { "k": "${aws:PrincipalTag/Team}" } }), team);
}

/// "Evaluation logic for multiple context keys or values": operators and keys by AND, values by OR, negated ones by NOR.
#[test]
fn several() {
    let asked = json!({ "a": "1", "b": "2" });
    yes(
        json!({ "StringEquals": { "a": ["0", "1"], "b": "2" }, "StringNotEquals": { "a": ["2", "3"] } }),
        asked.clone(),
    );
    no(json!({ "StringEquals": { "a": ["0", "1"], "b": "3" } }), asked.clone());
    no(json!({ "StringEquals": { "a": "1" }, "StringNotEquals": { "b": ["1", "2"] } }), asked.clone());
    yes(json!({}), asked.clone());
    no(json!({ "StringEquals": { "a": [] } }), asked.clone());
    yes(json!({ "StringNotEquals": { "a": [] } }), asked);
}

#[test]
fn what_cannot_be_read_lets_nobody_in() {
    for (operator, wanted, given) in [
        ("NumericEquals", "ten", "10"),
        ("NumericEquals", "10", "ten"),
        ("NumericNotEquals", "10", "ten"),
        ("NumericLessThan", "1e3", "1"),
        ("NumericLessThan", "1", "."),
        ("DateLessThan", "2026-02-30", "2026-01-01"),
        ("DateLessThan", "2026-01-01", "yesterday"),
        ("DateNotEquals", "2026-01-01T25:00:00Z", "2026-01-01"),
        ("Bool", "yes", "true"),
        ("Bool", "true", "1"),
        ("BinaryEquals", "not base64!", "QQ=="),
        ("IpAddress", "203.0.113.0/33", "203.0.113.1"),
        ("IpAddress", "2001:db8::/129", "203.0.113.1"),
        ("IpAddress", "203.0.113.0/-1", "203.0.113.1"),
        ("NotIpAddress", "203.0.113.0/24", "here"),
        ("IpAddress", "${k}", "203.0.113.1"),
        ("StringEquals", "${}", "a"),
        ("StringNotEquals", "${a, b}", "a"),
        ("ArnLike", "b*", "bucket"),
    ] {
        let (condition, asked) = one(operator, json!(wanted), json!(given));
        unclear(condition, asked);
    }
}
