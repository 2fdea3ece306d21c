//! Reading what a request presents. Nothing here is believed yet.

use super::key::CredentialScope;
use super::{ALGORITHM, AuthError, Presented, TERMINATOR};
use crate::form;
use crate::time::{digits, from_civil};
use base64::Engine as _;
use domain::Timestamp;
use http::header::AUTHORIZATION;
use http::request::Parts;
use sha2::{Digest, Sha256};

/// A presigned URL lives at most seven days.
const LONGEST_EXPIRY_SECONDS: u32 = 604_800;

/// Reads what a request presents, from `Authorization` or the query string.
///
/// # Errors
/// [`AuthError::Missing`] where there is nothing, [`AuthError::Incomplete`] or [`AuthError::Invalid`] where what is
/// there is not whole.
pub fn parse(parts: &Parts) -> Result<Presented, AuthError> {
    let query = parts.uri.query().unwrap_or_default();
    let in_query =
        form::find(query, "X-Amz-Algorithm").is_some() || form::find(query, "X-Amz-Signature").is_some();
    let mut headers = parts.headers.get_all(AUTHORIZATION).iter();
    match (headers.next(), headers.next(), in_query) {
        (None, _, false) => Err(AuthError::Missing),
        (None, _, true) => from_query(query),
        (Some(value), None, false) => from_header(parts, value.to_str().unwrap_or_default()),
        _ => Err(AuthError::Incomplete("The request presents more than one authentication.".to_owned())),
    }
}

fn from_header(parts: &Parts, value: &str) -> Result<Presented, AuthError> {
    let Some(rest) = value.strip_prefix(ALGORITHM).filter(|r| r.starts_with(' ')) else {
        let algorithm = value.split(' ').next().unwrap_or_default();
        // Whatever it is (Basic, Bearer, a secret?), it is not repeated.
        return Err(match algorithm.starts_with("AWS4-") {
            true => AuthError::Incomplete(format!("Unsupported AWS 'algorithm'. {}", fingerprint(value))),
            false => AuthError::Missing,
        });
    };
    let fields: Vec<(&str, &str)> = fields(rest).filter_map(|f| f.split_once('=')).collect();
    let find = |name| fields.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
    let date = header(parts, "x-amz-date").or_else(|| header(parts, "date"));
    let (Some(credential), Some(signature), Some(signed), Some(date)) =
        (find("Credential"), find("Signature"), find("SignedHeaders"), date)
    else {
        let mut text = String::new();
        for name in ["Credential", "Signature", "SignedHeaders"].into_iter().filter(|n| find(n).is_none()) {
            text.push_str(&format!("Authorization header requires '{name}' parameter. "));
        }
        if date.is_none() {
            let what =
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
            text.push_str(what);
        }
        return Err(AuthError::Incomplete(text + &fingerprint(value)));
    };
    let session_token = header(parts, "x-amz-security-token").map(str::to_owned);
    assemble(Fields { credential, signature, signed, date, session_token, expires: None })
}

/// What commas and spaces separate.
fn fields(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.bytes().position(|b| matches!(b, b',' | b' ')) else { return rest.take() };
        rest = text.get(at + 1..);
        text.get(..at)
    })
}

fn from_query(query: &str) -> Result<Presented, AuthError> {
    let find = |name| form::find(query, name);
    if find("X-Amz-Algorithm").as_deref() != Some(ALGORITHM) {
        return Err(AuthError::Incomplete(format!("X-Amz-Algorithm must be '{ALGORITHM}'.")));
    }
    let names = ["X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date", "X-Amz-Expires"];
    let mut found = Vec::new();
    for name in names {
        let missing = || AuthError::Incomplete(format!("AWS query-string parameters must include '{name}'."));
        found.push(find(name).ok_or_else(missing)?);
    }
    let [credential, signature, signed, date, expires] = found.as_slice() else {
        return Err(AuthError::Missing);
    };
    let seconds = expires.parse().ok().filter(|s| (1..=LONGEST_EXPIRY_SECONDS).contains(s));
    let Some(seconds) = seconds else {
        let text = "X-Amz-Expires must be a number of seconds from 1 to 604800.";
        return Err(AuthError::Incomplete(text.to_owned()));
    };
    let session_token = find("X-Amz-Security-Token").map(|t| t.into_owned());
    assemble(Fields { credential, signature, signed, date, session_token, expires: Some(seconds) })
}

struct Fields<'a> {
    credential: &'a str,
    signature: &'a str,
    signed: &'a str,
    date: &'a str,
    session_token: Option<String>,
    expires: Option<u32>,
}

fn assemble(fields: Fields<'_>) -> Result<Presented, AuthError> {
    let elements: Vec<&str> = fields.credential.split('/').collect();
    let [access_key_id, date, region, service, terminator] = elements.as_slice() else {
        return Err(AuthError::Incomplete(
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term."
                .to_owned(),
        ));
    };
    if *terminator != TERMINATOR {
        return Err(AuthError::Invalid(format!(
            "Credential should be scoped with a valid terminator: '{TERMINATOR}'."
        )));
    }
    let Some(signed_at) = timestamp(fields.date) else {
        return Err(AuthError::Incomplete("Date must be in ISO-8601 'basic format'.".to_owned()));
    };
    if fields.date.get(..8) != Some(*date) {
        return Err(AuthError::Invalid(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP."
                .to_owned(),
        ));
    }
    let signed_headers: Vec<String> = fields.signed.split(';').map(str::to_owned).collect();
    let whole = signed_headers.is_sorted_by(|a, b| a < b)
        && signed_headers.iter().all(|n| !n.is_empty() && !n.bytes().any(|b| b.is_ascii_uppercase()));
    let Some(signature) = unhex(fields.signature).filter(|_| whole) else {
        return Err(AuthError::mismatch());
    };
    Ok(Presented {
        access_key_id: (*access_key_id).to_owned(),
        scope: CredentialScope {
            date: (*date).to_owned(),
            region: (*region).to_owned(),
            service: (*service).to_owned(),
        },
        signed_headers,
        session_token: fields.session_token,
        presigned: fields.expires.is_some(),
        signed_at,
        date: fields.date.to_owned(),
        expires: fields.expires,
        signature,
    })
}

fn header<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts.headers.get(name)?.to_str().ok()
}

/// How AWS lets a sender recognise his header without repeating it.
fn fingerprint(authorization: &str) -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(authorization));
    format!("(Hashed with SHA-256 and encoded with Base64) Authorization={hash}")
}

/// `20150830T123600Z`. The inverse of [`Timestamp::amz_date`].
fn timestamp(text: &str) -> Option<Timestamp> {
    let bytes = text.as_bytes();
    if bytes.len() != 16 || bytes[8] != b'T' || bytes[15] != b'Z' {
        return None;
    }
    let d = |range| digits(text, range);
    from_civil([d(0..4)?, d(4..6)?, d(6..8)?], [d(9..11)?, d(11..13)?, d(13..15)?], 0)
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        _ => None,
    };
    let bytes = text.as_bytes();
    let mut out = [0; 32];
    if bytes.len() != 64 {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(bytes.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_are_read_as_they_are_written(seconds in 0_i64..200_000_000_000) {
            let at = Timestamp(seconds * 1_000);
            prop_assert_eq!(timestamp(&at.amz_date()), Some(at));
        }

        #[test]
        fn no_header_breaks_the_parser(value in "[ -~]{0,80}", date in "[0-9TZ]{0,17}") {
            let whole = format!("AWS4-HMAC-SHA256 {value}");
            for value in [value, whole] {
                let request = http::Request::builder().header("authorization", value).header("x-amz-date", &date);
                prop_assert!(parse(&request.body(()).unwrap().into_parts().0).is_err());
            }
        }
    }

    #[test]
    fn what_is_missing_is_said() {
        let request =
            http::Request::builder().header("authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e");
        let error = parse(&request.body(()).unwrap().into_parts().0).unwrap_err().to_string();
        let expected = "Authorization header requires 'Signature' parameter. Authorization header requires \
                        'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' \
                        or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization=";
        assert!(error.starts_with(expected), "{error}");
        assert!(!error.contains("Credential=a/b"));
    }
}
