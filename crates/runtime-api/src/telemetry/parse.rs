//! A subscription's body: JSON of strangers.
//!
//! AWS's documentation has one error text with two complaints, `URI port is not provided; types should not be empty`.
//! The others are worded like these.

use super::{Buffering, Destination, SchemaVersion, Subscription, TelemetryApi, TelemetryTypes};
use http::Uri;
use serde_json::{Map, Value};
use std::ops::RangeInclusive;
use std::time::Duration;

/// The names of the sandbox itself.
const HOSTS: [&str; 2] = ["sandbox.localdomain", "sandbox"];
const ITEMS: RangeInclusive<u64> = 1_000..=10_000;
const BYTES: RangeInclusive<u64> = 262_144..=1_048_576;
const MILLIS: RangeInclusive<u64> = 25..=30_000;

/// Everything that is wrong with a body, in the order in which it is told.
#[derive(Default)]
struct Complaints(Vec<String>);

impl Complaints {
    fn add(&mut self, complaint: impl Into<String>) {
        self.0.push(complaint.into());
    }
}

/// Reads a body. An error is the text for `errorMessage`.
pub(crate) fn parse(api: TelemetryApi, body: &[u8]) -> Result<Subscription, String> {
    let body: Value =
        serde_json::from_slice(body).map_err(|_| "request body is not valid JSON".to_owned())?;
    let Value::Object(body) = body else { return Err("request body is not a JSON object".to_owned()) };
    let mut complaints = Complaints::default();
    let version = version(api, &body, &mut complaints);
    let destination = destination(&body, &mut complaints);
    let types = types(&body, &mut complaints);
    let buffering = buffering(&body, &mut complaints);
    match (version, destination) {
        (Some(version), Some(destination)) if complaints.0.is_empty() => {
            Ok(Subscription { version, types, buffering, destination })
        }
        _ => Err(complaints.0.join("; ")),
    }
}

fn version(
    api: TelemetryApi,
    body: &Map<String, Value>,
    complaints: &mut Complaints,
) -> Option<SchemaVersion> {
    let known: &[(&str, SchemaVersion)] = match api {
        TelemetryApi::Telemetry => &[
            ("2022-07-01", SchemaVersion::Telemetry2022July),
            ("2022-12-13", SchemaVersion::Telemetry2022December),
            ("2025-01-29", SchemaVersion::Telemetry2025),
        ],
        TelemetryApi::Logs => {
            &[("2020-08-15", SchemaVersion::Logs2020), ("2021-03-18", SchemaVersion::Logs2021)]
        }
    };
    let found = match (given(body, "schemaVersion"), api) {
        (None, TelemetryApi::Logs) => return Some(SchemaVersion::Logs2020),
        (None, TelemetryApi::Telemetry) => {
            complaints.add("schemaVersion is not provided");
            return None;
        }
        (Some(version), _) => known.iter().find(|(name, _)| version == *name).map(|(_, version)| *version),
    };
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        complaints.add(format!("schemaVersion should be one of {}", names.join(", ")));
    }
    found
}

fn types(body: &Map<String, Value>, complaints: &mut Complaints) -> TelemetryTypes {
    let mut types = TelemetryTypes::default();
    let listed = match given(body, "types") {
        None => return types_complaint(types, complaints, "types should not be empty"),
        Some(Value::Array(listed)) if listed.is_empty() => {
            return types_complaint(types, complaints, "types should not be empty");
        }
        Some(Value::Array(listed)) => listed,
        Some(_) => return types_complaint(types, complaints, "types should be an array"),
    };
    for name in listed {
        match name.as_str() {
            Some("platform") => types.platform = true,
            Some("function") => types.function = true,
            Some("extension") => types.extension = true,
            _ => {
                let text = "types should be of platform, function, extension";
                return types_complaint(types, complaints, text);
            }
        }
    }
    types
}

fn types_complaint(types: TelemetryTypes, complaints: &mut Complaints, text: &str) -> TelemetryTypes {
    complaints.add(text);
    types
}

fn buffering(body: &Map<String, Value>, complaints: &mut Complaints) -> Buffering {
    let none = Map::new();
    let given = match given(body, "buffering") {
        None => &none,
        Some(Value::Object(given)) => given,
        Some(_) => {
            complaints.add("buffering should be an object");
            &none
        }
    };
    let mut number = |name, range: RangeInclusive<u64>, default| match self::given(given, name) {
        None => default,
        Some(value) => value.as_u64().filter(|number| range.contains(number)).unwrap_or_else(|| {
            complaints.add(format!("{name} should be between {} and {}", range.start(), range.end()));
            default
        }),
    };
    let (items, bytes) = (number("maxItems", ITEMS, 10_000), number("maxBytes", BYTES, 262_144));
    let timeout = Duration::from_millis(number("timeoutMs", MILLIS, 1_000));
    let size = |number| usize::try_from(number).unwrap_or(usize::MAX);
    Buffering { max_items: size(items), max_bytes: size(bytes), timeout }
}

fn destination(body: &Map<String, Value>, complaints: &mut Complaints) -> Option<Destination> {
    let destination = match given(body, "destination") {
        Some(Value::Object(destination)) => destination,
        Some(_) => return complain(complaints, "destination should be an object"),
        None => return complain(complaints, "destination is not provided"),
    };
    match given(destination, "protocol").map(Value::as_str) {
        Some(Some("HTTP")) => http(destination, complaints),
        Some(Some("TCP")) => {
            let port = match given(destination, "port") {
                None => return complain(complaints, "port is not provided"),
                Some(port) => port.as_u64().and_then(|port| u16::try_from(port).ok()),
            };
            Some(Destination::Tcp { port: allowed(port.unwrap_or(0), complaints)? })
        }
        Some(_) => complain(complaints, "protocol should be HTTP or TCP"),
        None => complain(complaints, "protocol is not provided"),
    }
}

fn http(destination: &Map<String, Value>, complaints: &mut Complaints) -> Option<Destination> {
    let put = match given(destination, "method").map(Value::as_str) {
        None | Some(Some("POST")) => false,
        Some(Some("PUT")) => true,
        Some(_) => return complain(complaints, "method should be POST or PUT"),
    };
    if given(destination, "encoding").is_some_and(|encoding| encoding != "JSON") {
        return complain(complaints, "encoding should be JSON");
    }
    let uri = match given(destination, "URI").map(Value::as_str) {
        None => return complain(complaints, "URI is not provided"),
        Some(uri) => uri.and_then(|uri| uri.parse::<Uri>().ok()),
    };
    let Some((uri, authority)) = uri.as_ref().and_then(|uri| Some((uri, uri.authority()?))) else {
        return complain(complaints, "URI is not valid");
    };
    if uri.scheme_str() != Some("http") {
        return complain(complaints, "URI scheme should be http");
    }
    // A user's name before the host would be part of the authority that is sent.
    if !HOSTS.contains(&authority.host()) || authority.as_str().contains('@') {
        return complain(complaints, "URI host should be sandbox.localdomain or sandbox");
    }
    let Some(port) = authority.port_u16() else {
        return complain(complaints, "URI port is not provided");
    };
    let port = allowed(port, complaints)?;
    // A query may follow the port at once; a request's target begins with a slash.
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    let path = format!("{}{query}", uri.path());
    Some(Destination::Http { port, authority: authority.to_string(), path, put })
}

fn allowed(port: u16, complaints: &mut Complaints) -> Option<u16> {
    match port {
        0 => complain(complaints, "port should be between 1 and 65535"),
        crate::PORT => complain(complaints, "port 9001 is reserved"),
        port => Some(port),
    }
}

fn complain<T>(complaints: &mut Complaints, text: &str) -> Option<T> {
    complaints.add(text);
    None
}

/// `null` is as good as nothing.
fn given<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object.get(name).filter(|value| !value.is_null())
}
