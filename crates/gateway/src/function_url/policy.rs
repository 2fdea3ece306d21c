//! What a function's resource policy says about one request to its URL. A small evaluation: principals, actions,
//! resources and the conditions that are said below; `Deny` wins. What it does not understand never allows anything and
//! always denies.

use super::glob::{matches, matches_ignoring_case};
use aws_wire::{Caller, CallerKind};
use serde_json::{Map, Value};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    /// Such as `lambda:InvokeFunctionUrl`.
    pub(super) action: &'a str,
    /// The function's ARN, with the alias where the URL is an alias's.
    pub(super) resource: &'a str,
    /// Who signed; nobody for a request that carries no signature.
    pub(super) caller: Option<&'a Caller>,
    /// The condition keys that are known, and their values.
    pub(super) context: &'a [(&'a str, &'a str)],
}

/// What a policy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A statement denies it, whatever others say.
    Denied,
    /// A statement allows it.
    Allowed,
    /// None is about it.
    Silent,
}

/// Asks a policy document. One that cannot be read says nothing.
pub(super) fn ask(document: &Value, question: &Question<'_>) -> Verdict {
    let mut verdict = Verdict::Silent;
    for statement in items(document.get("Statement")).filter_map(Value::as_object) {
        match statement.get("Effect").and_then(Value::as_str) {
            Some("Allow") if applies(statement, question, false) => verdict = Verdict::Allowed,
            Some("Deny") if applies(statement, question, true) => return Verdict::Denied,
            _ => {}
        }
    }
    verdict
}

/// Whether all elements of a statement fit; `unknown` is what an element counts as that is not understood.
fn applies(statement: &Map<String, Value>, question: &Question<'_>, unknown: bool) -> bool {
    let action = |pattern: &str| matches_ignoring_case(pattern, question.action);
    let resource = |pattern: &str| matches(pattern, question.resource);
    let principal = match (statement.get("Principal"), statement.contains_key("NotPrincipal")) {
        (Some(principal), false) => is_principal(principal, question.caller),
        _ => unknown,
    };
    principal
        && element(statement, "Action", "NotAction", action).unwrap_or(unknown)
        // The resource of a policy without one is what it is attached to.
        && element(statement, "Resource", "NotResource", resource).unwrap_or(true)
        && conditions(statement.get("Condition"), question, unknown)
}

/// Whether a list has a pattern that fits, or its opposite has none; `None` where the statement has neither.
fn element(
    statement: &Map<String, Value>,
    name: &str,
    opposite: &str,
    fits: impl Fn(&str) -> bool,
) -> Option<bool> {
    let any = |list| items(Some(list)).filter_map(Value::as_str).any(&fits);
    match (statement.get(name), statement.get(opposite)) {
        (Some(list), None) => Some(any(list)),
        (None, Some(list)) => Some(!any(list)),
        _ => None,
    }
}

/// A value, or each of a list.
fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    match value {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
    .iter()
}

fn is_principal(principal: &Value, caller: Option<&Caller>) -> bool {
    match principal {
        Value::String(text) => text == "*",
        Value::Object(kinds) => {
            items(kinds.get("AWS")).filter_map(Value::as_str).any(|text| text == "*" || names(text, caller))
        }
        _ => false,
    }
}

/// Whether a principal's text names the caller: his account, his own ARN, or the role that his session is of.
fn names(text: &str, caller: Option<&Caller>) -> bool {
    let Some(caller) = caller else { return false };
    let account = caller.account.as_str();
    if text == account || text == caller.arn {
        return true;
    }
    let mut fields = text.splitn(6, ':');
    let (arn, _partition, service) = (fields.next(), fields.next(), fields.next());
    let (_, of, what) = (fields.next(), fields.next(), fields.next().unwrap_or_default());
    if arn != Some("arn") || service != Some("iam") || of != Some(account) {
        return false;
    }
    // The root of an account stands for everybody in it.
    if what == "root" {
        return true;
    }
    // A role's path is not in the ARN of its sessions.
    let role = what.strip_prefix("role/").and_then(|path| path.rsplit('/').next());
    let session = caller.arn.rsplit_once(":assumed-role/").and_then(|(_, rest)| rest.split('/').next());
    caller.kind == CallerKind::RoleSession && role.is_some() && role == session
}

/// All conditions of all operators must hold.
fn conditions(condition: Option<&Value>, question: &Question<'_>, unknown: bool) -> bool {
    match condition {
        None | Some(Value::Null) => true,
        Some(Value::Object(operators)) => operators.iter().all(|(operator, keys)| match keys {
            Value::Object(keys) => {
                keys.iter().all(|(key, wanted)| holds(operator, key, wanted, question).unwrap_or(unknown))
            }
            _ => unknown,
        }),
        Some(_) => unknown,
    }
}

/// Whether one condition holds; `None` for an operator that is not known.
fn holds(operator: &str, key: &str, wanted: &Value, question: &Question<'_>) -> Option<bool> {
    let value =
        question.context.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| *value);
    let (operator, if_exists) = match operator.strip_suffix("IfExists") {
        Some(operator) => (operator, true),
        None => (operator, false),
    };
    type Test = fn(&str, &str) -> bool;
    let (test, negated): (Test, bool) = match operator {
        "StringEquals" => (|wanted, value| wanted == value, false),
        "StringNotEquals" => (|wanted, value| wanted == value, true),
        "StringEqualsIgnoreCase" | "Bool" => (str::eq_ignore_ascii_case, false),
        "StringNotEqualsIgnoreCase" => (str::eq_ignore_ascii_case, true),
        "StringLike" | "ArnLike" | "ArnEquals" => (matches, false),
        "StringNotLike" | "ArnNotLike" | "ArnNotEquals" => (matches, true),
        "Null" => {
            let absent = if value.is_none() { "true" } else { "false" };
            return Some(texts(wanted).any(|wanted| wanted.eq_ignore_ascii_case(absent)));
        }
        _ => return None,
    };
    Some(match value {
        Some(value) => texts(wanted).any(|wanted| test(&wanted, value)) != negated,
        None => if_exists || negated,
    })
}

/// The wanted values as texts: policies may write truth values and numbers without quotes.
fn texts(wanted: &Value) -> impl Iterator<Item = String> {
    items(Some(wanted)).filter_map(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::AccountId;
    use serde_json::json;

    const FN: &str = "arn:aws:lambda:us-east-1:123456789012:function:f";

    fn session() -> Caller {
        Caller {
            account: AccountId::new("123456789012").unwrap(),
            arn: "arn:aws:sts::123456789012:assumed-role/reader/f".to_owned(),
            user_id: "AROAX:f".to_owned(),
            access_key_id: "ASIAX".to_owned(),
            kind: CallerKind::RoleSession,
        }
    }

    fn asked(statements: Value, caller: Option<&Caller>) -> Verdict {
        let context = [
            ("lambda:FunctionUrlAuthType", "NONE"),
            ("lambda:InvokedViaFunctionUrl", "true"),
            ("aws:PrincipalAccount", "123456789012"),
        ];
        let question =
            Question { action: "lambda:InvokeFunctionUrl", resource: FN, caller, context: &context };
        ask(&json!({ "Version": "2012-10-17", "Statement": statements }), &question)
    }

    /// A public statement with some elements replaced (or removed, by null).
    fn statement(change: Value) -> Value {
        let mut statement = json!({
            "Sid": "s", "Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl", "Resource": FN,
            "Condition": { "StringEquals": { "lambda:FunctionUrlAuthType": "NONE" } },
        });
        for (name, value) in change.as_object().unwrap() {
            match value {
                Value::Null => statement.as_object_mut().unwrap().remove(name),
                value => statement.as_object_mut().unwrap().insert(name.clone(), value.clone()),
            };
        }
        statement
    }

    #[test]
    fn elements_of_a_statement() {
        use Verdict::{Allowed, Silent};
        for (change, verdict) in [
            (json!({}), Allowed),
            (json!({ "Principal": { "AWS": "*" } }), Allowed),
            (json!({ "Principal": { "AWS": ["x", "*"] } }), Allowed),
            (json!({ "Principal": { "Service": "*" } }), Silent),
            (json!({ "Principal": { "AWS": "123456789012" } }), Silent),
            (json!({ "Principal": null }), Silent),
            (json!({ "NotPrincipal": "*" }), Silent),
            (json!({ "Action": "lambda:*" }), Allowed),
            (json!({ "Action": ["s3:Get*", "LAMBDA:invokefunctionurl"] }), Allowed),
            (json!({ "Action": "lambda:InvokeFunction" }), Silent),
            (json!({ "Action": null, "NotAction": "lambda:InvokeFunction" }), Allowed),
            (json!({ "Action": null, "NotAction": "lambda:*" }), Silent),
            (json!({ "Action": null }), Silent),
            (json!({ "Resource": "*" }), Allowed),
            (json!({ "Resource": null }), Allowed),
            (json!({ "Resource": format!("{FN}:live") }), Silent),
            (json!({ "Resource": "arn:aws:lambda:*:123456789012:function:?" }), Allowed),
            (json!({ "Condition": null }), Allowed),
            (json!({ "Effect": "allow" }), Silent),
            (json!({ "Effect": null }), Silent),
        ] {
            assert_eq!(asked(statement(change.clone()), None), verdict, "{change}");
        }
        for broken in [json!(null), json!("x"), json!([5, null, []]), json!({})] {
            assert_eq!(asked(broken.clone(), None), Silent, "{broken}");
        }
        assert_eq!(
            ask(&Value::Null, &Question { action: "a", resource: "r", caller: None, context: &[] }),
            Silent
        );
    }

    #[test]
    fn conditions() {
        for (condition, holds) in [
            (json!({ "StringEquals": { "lambda:functionurlauthtype": ["AWS_IAM", "NONE"] } }), true),
            (json!({ "StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } }), false),
            (json!({ "StringNotEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } }), true),
            (json!({ "StringNotEquals": { "lambda:FunctionUrlAuthType": ["AWS_IAM", "NONE"] } }), false),
            (json!({ "StringLike": { "lambda:FunctionUrlAuthType": "N*" } }), true),
            (json!({ "StringEqualsIgnoreCase": { "lambda:FunctionUrlAuthType": "none" } }), true),
            (json!({ "Bool": { "lambda:InvokedViaFunctionUrl": "true" } }), true),
            (json!({ "Bool": { "lambda:InvokedViaFunctionUrl": true } }), true),
            (json!({ "Bool": { "lambda:InvokedViaFunctionUrl": false } }), false),
            (json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1" } }), false),
            (json!({ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-1" } }), true),
            (json!({ "StringNotEquals": { "aws:PrincipalOrgID": "o-1" } }), true),
            (json!({ "ArnLike": { "aws:SourceArn": "*" } }), false),
            (json!({ "Null": { "aws:SourceArn": "true" } }), true),
            (json!({ "Null": { "lambda:FunctionUrlAuthType": true } }), false),
            (
                json!({
                    "Bool": { "lambda:InvokedViaFunctionUrl": "true" },
                    "StringEquals": { "aws:PrincipalAccount": "000000000000" },
                }),
                false,
            ),
            (json!({}), true),
        ] {
            let allowed = asked(statement(json!({ "Condition": condition })), None);
            assert_eq!(allowed == Verdict::Allowed, holds, "{condition}");
            let denied = asked(statement(json!({ "Effect": "Deny", "Condition": condition })), None);
            assert_eq!(denied == Verdict::Denied, holds, "{condition}");
        }
    }

    #[test]
    fn deny_wins_and_what_is_not_understood_denies() {
        let deny = |change: Value| {
            let mut deny = statement(change);
            deny["Effect"] = json!("Deny");
            deny
        };
        let plain = [json!({}), json!({ "Condition": null })];
        let unknown = [
            json!({ "Condition": { "IpAddress": { "aws:SourceIp": "192.0.2.0/24" } } }),
            json!({ "Condition": "x" }),
            json!({ "Condition": { "StringEquals": "x" } }),
            json!({ "NotPrincipal": { "AWS": "123456789012" } }),
        ];
        for change in plain.into_iter().chain(unknown.clone()) {
            for order in
                [[statement(json!({})), deny(change.clone())], [deny(change.clone()), statement(json!({}))]]
            {
                assert_eq!(asked(json!(order), None), Verdict::Denied, "{change}");
            }
        }
        for change in unknown {
            assert_eq!(asked(statement(change.clone()), None), Verdict::Silent, "{change}");
        }
        let other = deny(json!({ "Action": "lambda:InvokeFunction" }));
        assert_eq!(asked(json!([statement(json!({})), other]), None), Verdict::Allowed);
    }

    #[test]
    fn principals() {
        let (session, root) = (
            session(),
            Caller { arn: "arn:aws:iam::123456789012:root".to_owned(), kind: CallerKind::Root, ..session() },
        );
        for (principal, of_session, of_root) in [
            ("123456789012", true, true),
            ("arn:aws:iam::123456789012:root", true, true),
            ("arn:aws:iam::123456789012:role/reader", true, false),
            ("arn:aws:iam::123456789012:role/some/path/reader", true, false),
            ("arn:aws:iam::123456789012:role/writer", false, false),
            ("arn:aws:iam::000000000000:role/reader", false, false),
            ("arn:aws:iam::000000000000:root", false, false),
            ("arn:aws:sts::123456789012:assumed-role/reader/f", true, false),
            ("arn:aws:sts::123456789012:assumed-role/reader/g", false, false),
            ("arn:aws:iam::123456789012:role/*", false, false),
            ("arn:aws:iam::123456789012:role/", false, false),
            ("AROAX", false, false),
            ("", false, false),
            ("*", true, true),
        ] {
            let statement = statement(json!({ "Principal": { "AWS": principal } }));
            for (caller, expected) in [(&session, of_session), (&root, of_root)] {
                let got = asked(statement.clone(), Some(caller)) == Verdict::Allowed;
                assert_eq!(got, expected, "{principal} {}", caller.arn);
            }
        }
    }
}
