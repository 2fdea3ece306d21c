//! Subscriptions to telemetry as extensions send them: real HTTP clients against a real listener.

#![expect(clippy::unwrap_used, reason = "the functions beside the tests belong to the tests")]

use bytes::Bytes;
use domain::clock::SystemClock;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::handshake;
use hyper::{HeaderMap, Request};
use hyper_util::rt::TokioIo;
use runtime_api::{
    Function, NotSubscribed, SchemaVersion, Server, Session, Subscription, Subscriptions, serve,
};
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use tokio::net::TcpStream;

/// Answers with what it is told to, and notes what it got.
#[derive(Default)]
struct Taker {
    answer: Mutex<Option<NotSubscribed>>,
    taken: Mutex<Vec<(String, Subscription)>>,
}

impl Subscriptions for Taker {
    fn subscribe(&self, extension: &str, subscription: Subscription) -> Result<(), NotSubscribed> {
        self.taken.lock().unwrap().push((extension.to_owned(), subscription));
        self.answer.lock().unwrap().map_or(Ok(()), Err)
    }
}

fn listen() -> (Arc<Session>, Server, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let session = Session::new(Arc::new(SystemClock), Function::default());
    session.start();
    (Arc::clone(&session), serve(listener, session, || Some(Box::new(()))).unwrap(), address)
}

async fn send(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &Value,
) -> (u16, HeaderMap, Value) {
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:9001");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Full::new(Bytes::from(body.to_string()))).unwrap();
    let (head, body) = sender.send_request(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (head.status.as_u16(), head.headers, serde_json::from_slice(&body).unwrap())
}

async fn register(address: SocketAddr, name: &str) -> String {
    let headers = [("lambda-extension-name", name)];
    let events = json!({"events": ["INVOKE"]});
    let (status, headers, _) =
        send(address, "POST", "/2020-01-01/extension/register", &headers, &events).await;
    assert_eq!(status, 200);
    headers["lambda-extension-identifier"].to_str().unwrap().to_owned()
}

fn wanted(version: &str) -> Value {
    json!({
        "schemaVersion": version,
        "types": ["platform", "function"],
        "destination": {"protocol": "HTTP", "URI": "http://sandbox.localdomain:8080"},
    })
}

const TELEMETRY: &str = "/2022-07-01/telemetry";
const LOGS: &str = "/2020-08-15/logs";

async fn put(address: SocketAddr, path: &str, id: &str, body: &Value) -> (u16, Value) {
    let (status, headers, body) =
        send(address, "PUT", path, &[("lambda-extension-identifier", id)], body).await;
    assert_eq!(headers["content-type"], "application/json");
    (status, body)
}

fn error(kind: &str, message: &str) -> Value {
    json!({"errorMessage": message, "errorType": kind})
}

#[tokio::test]
async fn subscriptions_are_handed_on() {
    let (session, _server, address) = listen();
    let taker = Arc::new(Taker::default());
    session.take_subscriptions(Arc::clone(&taker) as _);
    let id = register(address, "watcher").await;
    assert_eq!(put(address, TELEMETRY, &id, &wanted("2022-12-13")).await, (200, json!("OK")));
    assert_eq!(put(address, LOGS, &id, &wanted("2021-03-18")).await, (200, json!("OK")));
    let taken = taker.taken.lock().unwrap();
    let versions: Vec<_> = taken.iter().map(|(name, wanted)| (name.as_str(), wanted.version)).collect();
    assert_eq!(
        versions,
        [("watcher", SchemaVersion::Telemetry2022December), ("watcher", SchemaVersion::Logs2021)]
    );
}

#[tokio::test]
async fn who_asks_is_asked_first() {
    let (session, _server, address) = listen();
    session.take_subscriptions(Arc::new(Taker::default()));
    for path in [TELEMETRY, LOGS] {
        let (status, _, body) = send(address, "PUT", path, &[], &json!(7)).await;
        let missing =
            error("Extension.MissingExtensionIdentifier", "Missing Lambda-Extension-Identifier header");
        assert_eq!((status, body), (403, missing));
        let invalid = error("Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier");
        assert_eq!(put(address, path, "me", &json!(7)).await, (403, invalid));
        let stranger = "7b6b4a7e-0000-4000-8000-00000000000a";
        let unknown = error("Extension.UnknownExtensionIdentifier", &format!("Unknown extension {stranger}"));
        assert_eq!(put(address, path, stranger, &json!(7)).await, (403, unknown));
        let (status, _, _) = send(address, "POST", path, &[], &json!(7)).await;
        assert_eq!(status, 405);
    }
}

#[tokio::test]
async fn refusals() {
    let (session, _server, address) = listen();
    let id = register(address, "watcher").await;
    for (path, api, prefix, invalid) in [
        (TELEMETRY, "Telemetry API", "Telemetry", "ValidationError"),
        (LOGS, "Logs API", "Logs", "Logs.ValidationError"),
    ] {
        let version = if path == TELEMETRY { "2022-07-01" } else { "2020-08-15" };
        let none = error(&format!("{prefix}.NotSupported"), &format!("{api} is not supported"));
        if path == TELEMETRY {
            assert_eq!(put(address, path, &id, &wanted(version)).await, (202, none));
            session.take_subscriptions(Arc::new(Taker {
                answer: Mutex::new(Some(NotSubscribed::Closed)),
                ..Taker::default()
            }));
        }
        let closed =
            error(&format!("{prefix}.SubscriptionClosed"), &format!("{api} subscription is closed already"));
        assert_eq!(put(address, path, &id, &wanted(version)).await, (403, closed));
        let mut wrong = wanted(version);
        wrong["types"] = json!([]);
        wrong["destination"]["URI"] = json!("http://sandbox.localdomain");
        let complaint = error(invalid, "URI port is not provided; types should not be empty");
        assert_eq!(put(address, path, &id, &wrong).await, (400, complaint));
        let long = json!("x".repeat(17_000));
        assert_eq!(put(address, path, &id, &long).await.0, 413);
    }
}
