//! Policy documents as texts: whether IAM takes them, and how it shows them.

use aws_wire::ApiError;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use policy::{Document, Malformed, Use};

/// Characters that IAM leaves as they are when it shows a document (RFC 3986's unreserved ones).
const SHOWN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How documents are shown in answers.
pub(crate) fn show(document: &str) -> String {
    utf8_percent_encode(document, SHOWN).to_string()
}

/// A trust policy.
pub(crate) fn check_trust(document: &str) -> Result<(), ApiError> {
    document.parse().and_then(|document: Document| document.check(Use::Trust)).map_err(|e| malformed(&e))
}

/// A policy of an identity.
pub(crate) fn check_identity(document: &str) -> Result<(), ApiError> {
    let read = document.parse().and_then(|document: Document| document.check(Use::Identity));
    // What is no JSON is told of trust policies only.
    read.map_err(|error| malformed(&if error == Malformed::NotJson { Malformed::Syntax } else { error }))
}

fn malformed(error: &Malformed) -> ApiError {
    ApiError::new(400, "MalformedPolicyDocument", error.to_string())
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
