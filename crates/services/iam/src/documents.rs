//! Policy documents as texts: whether they have the form of one, and how IAM shows them.
//!
//! Never here: what a document means.

use aws_wire::ApiError;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// Characters that IAM leaves as they are when it shows a document (RFC 3986's unreserved ones).
const SHOWN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How documents are shown in answers.
pub(crate) fn show(document: &str) -> String {
    utf8_percent_encode(document, SHOWN).to_string()
}

/// A trust policy: an object with statements that name principals and no resources.
pub(crate) fn check_trust(document: &str) -> Result<(), ApiError> {
    for statement in statements(document, "This policy contains invalid Json")? {
        if statement.get("Principal").is_none() && statement.get("NotPrincipal").is_none() {
            return Err(malformed("Policy document should have a principal."));
        }
        if statement.get("Resource").is_some() || statement.get("NotResource").is_some() {
            return Err(malformed("Has prohibited field Resource"));
        }
    }
    Ok(())
}

/// A policy of an identity: statements that name resources and no principals.
pub(crate) fn check_identity(document: &str) -> Result<(), ApiError> {
    for statement in statements(document, "Syntax errors in policy.")? {
        if statement.get("Principal").is_some() || statement.get("NotPrincipal").is_some() {
            return Err(malformed("Policy document should not specify a principal."));
        }
        if statement.get("Resource").is_none() && statement.get("NotResource").is_none() {
            return Err(malformed("Policy statement must contain resources."));
        }
    }
    Ok(())
}

fn statements(document: &str, not_json: &str) -> Result<Vec<Value>, ApiError> {
    let syntax = || malformed("Syntax errors in policy.");
    let parsed: Value = serde_json::from_str(document).map_err(|_| malformed(not_json))?;
    let statements = match parsed.get("Statement").cloned().ok_or_else(syntax)? {
        Value::Array(list) if !list.is_empty() => list,
        one @ Value::Object(_) => vec![one],
        _ => return Err(syntax()),
    };
    for statement in &statements {
        let effect = statement.get("Effect").and_then(Value::as_str);
        if !matches!(effect, Some("Allow" | "Deny")) {
            return Err(syntax());
        }
        if statement.get("Action").is_none() && statement.get("NotAction").is_none() {
            return Err(malformed("Policy statement must contain actions."));
        }
    }
    Ok(statements)
}

fn malformed(message: &str) -> ApiError {
    ApiError::new(400, "MalformedPolicyDocument", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents() {
        let trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
        assert_eq!(check_trust(trust), Ok(()));
        assert!(check_identity(trust).is_err());
        let identity = r#"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#;
        assert_eq!(check_identity(identity), Ok(()));
        assert!(check_trust(identity).is_err());
        for bad in
            ["", "{}", "[]", "{\"Statement\":[]}", "{\"Statement\":[{\"Effect\":\"Maybe\"}]}", "not json"]
        {
            let error = check_trust(bad).unwrap_err();
            assert_eq!((error.status, error.code.as_str()), (400, "MalformedPolicyDocument"), "{bad}");
        }
        assert_eq!(show("{\"a\": 1}"), "%7B%22a%22%3A%201%7D");
    }
}
