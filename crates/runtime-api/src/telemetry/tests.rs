use super::*;
use serde_json::{Value, json};

const HTTP: &str = "http://sandbox.localdomain:8080";

fn body(change: impl FnOnce(&mut Value)) -> Value {
    let mut body = json!({
        "schemaVersion": "2022-12-13",
        "types": ["platform"],
        "destination": {"protocol": "HTTP", "URI": HTTP},
    });
    change(&mut body);
    body
}

fn read(api: TelemetryApi, body: &Value) -> Result<Subscription, String> {
    parse(api, body.to_string().as_bytes())
}

fn telemetry(body: &Value) -> Result<Subscription, String> {
    read(TelemetryApi::Telemetry, body)
}

/// The example of AWS's reference, and what is left out of it.
#[test]
fn what_is_given_and_what_is_not() {
    let all = json!({
        "schemaVersion": "2022-12-13",
        "types": ["platform", "function", "extension"],
        "buffering": {"maxItems": 1000, "maxBytes": 262_144, "timeoutMs": 100},
        "destination": {"protocol": "HTTP", "URI": "http://sandbox.localdomain:8080/lambda_logs?a=b", "method": "PUT", "encoding": "JSON"},
    });
    let expected = Subscription {
        version: SchemaVersion::Telemetry2022December,
        types: TelemetryTypes { platform: true, function: true, extension: true },
        buffering: Buffering { max_items: 1_000, max_bytes: 262_144, timeout: Duration::from_millis(100) },
        destination: Destination::Http {
            port: 8080,
            authority: "sandbox.localdomain:8080".to_owned(),
            path: "/lambda_logs?a=b".to_owned(),
            put: true,
        },
    };
    assert_eq!(telemetry(&all), Ok(expected));
    let least = telemetry(&body(|body| body["buffering"] = Value::Null)).unwrap();
    assert_eq!(
        least.buffering,
        Buffering { max_items: 10_000, max_bytes: 262_144, timeout: Duration::from_secs(1) }
    );
    let Destination::Http { path, put, .. } = least.destination else { panic!("HTTP") };
    assert_eq!((path.as_str(), put), ("/", false));
    let path = |uri: &str| match telemetry(&body(|body| body["destination"]["URI"] = uri.into())) {
        Ok(Subscription { destination: Destination::Http { path, .. }, .. }) => path,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        [path("http://sandbox:1"), path("http://sandbox:1/"), path("http://sandbox:1?a")],
        ["/", "/", "/?a"]
    );
    let tcp =
        telemetry(&body(|body| body["destination"] = json!({"protocol": "TCP", "port": 9000}))).unwrap();
    assert_eq!(tcp.destination, Destination::Tcp { port: 9_000 });
    let twice = telemetry(&body(|body| body["types"] = json!(["function", "function"]))).unwrap();
    assert_eq!(twice.types.names(), ["function"]);
}

#[test]
fn versions_by_api() {
    let version = |api, version: Value| {
        read(api, &body(|body| body["schemaVersion"] = version)).map(|subscription| subscription.version)
    };
    for (api, text, expected) in [
        (TelemetryApi::Telemetry, "2022-07-01", SchemaVersion::Telemetry2022July),
        (TelemetryApi::Telemetry, "2022-12-13", SchemaVersion::Telemetry2022December),
        (TelemetryApi::Telemetry, "2025-01-29", SchemaVersion::Telemetry2025),
        (TelemetryApi::Logs, "2020-08-15", SchemaVersion::Logs2020),
        (TelemetryApi::Logs, "2021-03-18", SchemaVersion::Logs2021),
    ] {
        assert_eq!(version(api, text.into()), Ok(expected));
        assert_eq!(expected.api(), api);
        let other = match api {
            TelemetryApi::Telemetry => TelemetryApi::Logs,
            TelemetryApi::Logs => TelemetryApi::Telemetry,
        };
        assert!(version(other, text.into()).unwrap_err().starts_with("schemaVersion should be one of "));
    }
    assert_eq!(version(TelemetryApi::Logs, Value::Null), Ok(SchemaVersion::Logs2020));
    let missing = version(TelemetryApi::Telemetry, Value::Null);
    assert_eq!(missing, Err("schemaVersion is not provided".to_owned()));
}

#[test]
fn complaints() {
    // The documented one.
    let documented = body(|body| {
        body["types"] = json!([]);
        body["destination"]["URI"] = json!("http://sandbox.localdomain");
    });
    assert_eq!(telemetry(&documented), Err("URI port is not provided; types should not be empty".to_owned()));
    let at = |pointer: &str, value: Value| {
        body(|body| {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            body.pointer_mut(parent).unwrap()[name] = value;
        })
    };
    let host = "URI host should be sandbox.localdomain or sandbox";
    for (body, complaint) in [
        (at("/types", Value::Null), "types should not be empty"),
        (at("/types", json!("platform")), "types should be an array"),
        (at("/types", json!(["platform", "other"])), "types should be of platform, function, extension"),
        (at("/types", json!([7])), "types should be of platform, function, extension"),
        (at("/destination", Value::Null), "destination is not provided"),
        (at("/destination", json!([])), "destination should be an object"),
        (at("/destination/protocol", Value::Null), "protocol is not provided"),
        (at("/destination/protocol", json!("UDP")), "protocol should be HTTP or TCP"),
        (at("/destination/protocol", json!("TCP")), "port is not provided"),
        (at("/destination/URI", Value::Null), "URI is not provided"),
        (at("/destination/URI", json!(7)), "URI is not valid"),
        (at("/destination/URI", json!("/path")), "URI is not valid"),
        (at("/destination/URI", json!("http://sandbox :80")), "URI is not valid"),
        (at("/destination/URI", json!("https://sandbox:8080")), "URI scheme should be http"),
        (at("/destination/URI", json!("http://127.0.0.1:8080")), host),
        (at("/destination/URI", json!("http://example.com:8080")), host),
        (at("/destination/URI", json!("http://u@sandbox:8080")), host),
        (at("/destination/URI", json!("http://sandbox:0")), "port should be between 1 and 65535"),
        (at("/destination/URI", json!("http://sandbox:9001")), "port 9001 is reserved"),
        (at("/destination/URI", json!("http://sandbox:70000")), "URI port is not provided"),
        (at("/destination/method", json!("GET")), "method should be POST or PUT"),
        (at("/destination/encoding", json!("XML")), "encoding should be JSON"),
        (at("/destination", json!({"protocol": "TCP", "port": 9001})), "port 9001 is reserved"),
        (
            at("/destination", json!({"protocol": "TCP", "port": 65_536})),
            "port should be between 1 and 65535",
        ),
        (at("/destination", json!({"protocol": "TCP", "port": "1"})), "port should be between 1 and 65535"),
        (at("/buffering", json!(7)), "buffering should be an object"),
        (at("/buffering", json!({"maxItems": 999})), "maxItems should be between 1000 and 10000"),
        (at("/buffering", json!({"maxItems": 10_001})), "maxItems should be between 1000 and 10000"),
        (at("/buffering", json!({"maxBytes": 262_143})), "maxBytes should be between 262144 and 1048576"),
        (at("/buffering", json!({"maxBytes": 1_048_577})), "maxBytes should be between 262144 and 1048576"),
        (at("/buffering", json!({"timeoutMs": 24})), "timeoutMs should be between 25 and 30000"),
        (at("/buffering", json!({"timeoutMs": 30_001})), "timeoutMs should be between 25 and 30000"),
        (at("/buffering", json!({"timeoutMs": 25.5})), "timeoutMs should be between 25 and 30000"),
        (json!([]), "request body is not a JSON object"),
    ] {
        assert_eq!(telemetry(&body), Err(complaint.to_owned()), "{body}");
    }
    for broken in [&b""[..], b"{", b"\xff"] {
        let complaint = parse(TelemetryApi::Telemetry, broken).unwrap_err();
        assert_eq!(complaint, "request body is not valid JSON");
    }
}
