//! The Extensions API: registration, events, reports of errors.

use super::body::{self, Read};
use super::routes::{Answer, MAX_ERROR_TYPE, accepted, json, text};
use crate::extensions::{self, Extensions};
use crate::refusal::Refusal;
use http::StatusCode;
use http::header::{HeaderMap, HeaderValue};
use hyper::body::Incoming;

const IDENTIFIER: &str = "lambda-extension-identifier";
const EVENT_IDENTIFIER: &str = "lambda-extension-event-identifier";
const NAME: &str = "lambda-extension-name";
const FEATURES: &str = "lambda-extension-accept-feature";
const ERROR_TYPE: &str = "lambda-extension-function-error-type";
/// The body of a registration, bytes: a list of two events at most.
const MAX_REGISTRATION: usize = 16 << 10;
/// The longest name, bytes: that of a file.
const MAX_NAME: usize = 255;

/// What an extension may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    Register,
    Next,
    InitError,
    ExitError,
}

/// Answers one request.
pub(super) async fn answer(
    extensions: &Extensions,
    route: Route,
    headers: &HeaderMap,
    body: &mut Incoming,
) -> Result<Answer, Refusal> {
    match route {
        Route::Register => register(extensions, headers, body).await,
        Route::Next => match extensions.next(identifier(headers)?).await {
            Ok(event) => {
                let mut answer = json(StatusCode::OK, event);
                set(&mut answer, EVENT_IDENTIFIER, &extensions::uuid()?);
                Ok(answer)
            }
            // The process that asked is being replaced: it will not read this.
            Err(refusal) => Err(refusal.unwrap_or(Refusal::NotFound)),
        },
        Route::InitError | Route::ExitError => {
            let id = identifier(headers)?;
            let mut error_type =
                text(headers, ERROR_TYPE).ok_or(Refusal::NoHeader("Lambda-Extension-Function-Error-Type"))?;
            // Visible ASCII, so that every byte is a character.
            error_type.truncate(MAX_ERROR_TYPE);
            match route {
                Route::InitError => extensions.init_error(id, error_type)?,
                _ => extensions.exit_error(id, error_type)?,
            }
            // What it says beyond the type is for nobody.
            body::discard(body).await;
            Ok(accepted())
        }
    }
}

async fn register(
    extensions: &Extensions,
    headers: &HeaderMap,
    body: &mut Incoming,
) -> Result<Answer, Refusal> {
    let name = headers.get(NAME).map_or(&b""[..], HeaderValue::as_bytes);
    let name = std::str::from_utf8(name).map_err(|_| Refusal::ExtensionName("Invalid extension name"))?;
    match name.len() {
        0 => return Err(Refusal::ExtensionName("Empty extension name")),
        1..=MAX_NAME => {}
        _ => return Err(Refusal::ExtensionName("Invalid extension name")),
    }
    let events = match body::read(body, MAX_REGISTRATION).await {
        Read::Whole(registration, _) => events(&registration)?,
        Read::TooLarge => {
            body::discard(body).await;
            return Err(Refusal::TooLarge(MAX_REGISTRATION));
        }
        Read::Broken => return Err(Refusal::Truncated),
    };
    let identifier = extensions.register(name, &events)?;
    let function = extensions.function();
    let mut about = serde_json::json!({
        "functionName": function.name,
        "functionVersion": function.version,
        "handler": function.handler,
    });
    if accepts_account(headers) && !function.account_id.is_empty() {
        about["accountId"] = function.account_id.as_str().into();
    }
    let mut answer = json(StatusCode::OK, about.to_string().into());
    set(&mut answer, IDENTIFIER, &identifier);
    Ok(answer)
}

/// The events of a registration.
fn events(registration: &[u8]) -> Result<Vec<String>, Refusal> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Registration {
        events: Option<Vec<String>>,
        configuration_keys: Option<Vec<String>>,
    }
    let registration: Registration =
        serde_json::from_slice(registration).map_err(|error| Refusal::RequestFormat(error.to_string()))?;
    if registration.configuration_keys.is_some_and(|keys| !keys.is_empty()) {
        let reason = "configurationKeys are deprecated; use environment variables instead";
        return Err(Refusal::RequestFormat(reason.to_owned()));
    }
    Ok(registration.events.unwrap_or_default())
}

fn accepts_account(headers: &HeaderMap) -> bool {
    let features = headers.get(FEATURES).and_then(|features| features.to_str().ok());
    features.is_some_and(|features| features.split(',').any(|feature| feature.trim() == "accountId"))
}

/// The extension that asks, as far as its header can tell: a UUID in its usual form.
pub(super) fn identifier(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(IDENTIFIER).filter(|value| !value.is_empty());
    let value = value.ok_or(Refusal::NoExtensionIdentifier)?;
    value.to_str().ok().filter(|id| is_uuid(id)).ok_or(Refusal::ExtensionIdentifier)
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn set(answer: &mut Answer, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        let of = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(IDENTIFIER, HeaderValue::from_str(value).unwrap());
            identifier(&headers).map(str::to_owned)
        };
        let id = "7b6b4a7e-0000-4000-8000-00000000000A";
        assert_eq!(of(id).as_deref(), Ok(id));
        assert_eq!(of(""), Err(Refusal::NoExtensionIdentifier));
        assert_eq!(identifier(&HeaderMap::new()), Err(Refusal::NoExtensionIdentifier));
        for wrong in ["x", &id[1..], &id.replace('-', "0"), &id.replace('e', "g"), &"a".repeat(5_000)] {
            assert_eq!(of(wrong), Err(Refusal::ExtensionIdentifier), "{wrong}");
        }
    }

    #[test]
    fn registrations() {
        let both = vec!["INVOKE".to_owned(), "SHUTDOWN".to_owned()];
        assert_eq!(events(br#"{"events":["INVOKE","SHUTDOWN"],"configurationKeys":[]}"#), Ok(both));
        for none in [&br#"{"events":[]}"#[..], br#"{"events":null}"#, b"{}"] {
            assert_eq!(events(none), Ok(Vec::new()));
        }
        for wrong in [&b""[..], b"[", b"7", br#"{"events":"INVOKE"}"#, br#"{"configurationKeys":["A"]}"#] {
            assert!(matches!(events(wrong), Err(Refusal::RequestFormat(_))));
        }
    }
}
