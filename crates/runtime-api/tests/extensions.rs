//! The Extensions API as extensions see it: real HTTP clients against a real listener.

#![expect(clippy::unwrap_used, reason = "the functions beside the tests belong to the tests")]

use bytes::Bytes;
use domain::{Clock, Invocation, InvocationId, Timestamp};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{HeaderMap, Request};
use hyper_util::rt::TokioIo;
use runtime_api::{ExtensionKind, Function, Handover, Server, Session, ShutdownReason, serve};
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::AbortHandle;

const ID: &str = "lambda-extension-identifier";
const NAME: &str = "lambda-extension-name";
const ERROR_TYPE: &str = "lambda-extension-function-error-type";

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        Timestamp(1_795_608_000_000)
    }
}

fn listen(extensions: &[&str]) -> (Arc<Session>, Server, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let function = Function {
        name: "f".to_owned(),
        version: "$LATEST".to_owned(),
        handler: "app.handler".to_owned(),
        account_id: "123456789012".to_owned(),
        extensions: extensions.iter().map(|name| Arc::from(*name)).collect(),
    };
    let session = Session::new(Arc::new(Noon), function);
    session.start();
    let server = serve(listener, Arc::clone(&session), || Some(Box::new(()))).unwrap();
    (session, server, address)
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn error(&self) -> (u16, &str, &str) {
        let text = |field: &str| self.body[field].as_str().unwrap();
        (self.status, text("errorType"), text("errorMessage"))
    }
}

struct Client(SendRequest<Full<Bytes>>);

impl Client {
    async fn new(address: SocketAddr) -> Self {
        Self::with_connection(address).await.0
    }

    async fn with_connection(address: SocketAddr) -> (Self, AbortHandle) {
        let stream = TcpStream::connect(address).await.unwrap();
        let (sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
        let connection = tokio::spawn(async move {
            let _ = connection.await;
        });
        (Self(sender), connection.abort_handle())
    }

    async fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.0.ready().await.unwrap();
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:9001");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(body.to_owned().into())).unwrap();
        let (head, body) = self.0.send_request(request).await.unwrap().into_parts();
        let body = serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap();
        Answer { status: head.status.as_u16(), headers: head.headers, body }
    }

    async fn register(&mut self, name: &str, events: &str) -> Answer {
        let body = format!("{{\"events\":{events}}}");
        self.send("POST", "/2020-01-01/extension/register", &[(NAME, name)], &body).await
    }

    async fn registered(&mut self, name: &str, events: &str) -> String {
        let answer = self.register(name, events).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.headers[ID].to_str().unwrap().to_owned()
    }

    async fn next(&mut self, id: &str) -> Answer {
        self.send("GET", "/2020-01-01/extension/event/next", &[(ID, id)], "").await
    }

    async fn report(&mut self, what: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("POST", &format!("/2020-01-01/extension/{what}/error"), headers, "{}").await
    }

    async fn runtime_next(&mut self) -> Answer {
        self.send("GET", "/2018-06-01/runtime/invocation/next", &[], "").await
    }
}

fn handover(id: &str) -> Handover {
    let invocation = Invocation {
        id: InvocationId(id.into()),
        invoked_arn: "arn:aws:lambda:us-east-1:123456789012:function:f:live".into(),
        payload: Bytes::from_static(b"{}"),
        client_context: None,
        trace_id: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0".into(),
    };
    Handover { invocation, timeout: Duration::from_secs(3), sink: None }
}

#[tokio::test]
async fn an_external_extension_from_its_registration_to_its_shutdown() {
    let (session, _server, address) = listen(&["agent"]);
    let mut client = Client::new(address).await;
    let headers = [(NAME, "agent"), ("lambda-extension-accept-feature", "some, accountId")];
    let body = r#"{"events":["INVOKE","SHUTDOWN"]}"#;
    let answer = client.send("POST", "/2020-01-01/extension/register", &headers, body).await;
    let about = json!({
        "functionName": "f", "functionVersion": "$LATEST", "handler": "app.handler", "accountId": "123456789012",
    });
    assert_eq!((answer.status, answer.body), (200, about));
    let id = answer.headers[ID].to_str().unwrap().to_owned();
    session.extensions().registered().await;
    let known = session.extensions().find(&id).unwrap();
    assert_eq!((&*known.name, known.kind, known.state), ("agent", ExtensionKind::External, "Registered"));
    assert!(session.extensions().are_initializing());

    let waiting = tokio::spawn(async move {
        let events = [client.next(&id).await, client.next(&id).await];
        events.map(|event| {
            (event.status, event.headers.contains_key("lambda-extension-event-identifier"), event.body)
        })
    });
    session.extensions().ready().await;
    let mut runtime = Client::new(address).await;
    let runtime = tokio::spawn(async move { runtime.runtime_next().await.status });
    session.initialized().await.unwrap();
    session.extensions().finish_init();
    assert!(!session.extensions().are_initializing());
    let exchange = session.exchange(handover("1-2"));
    assert_eq!(runtime.await.unwrap(), 200);
    session.extensions().settled().await;
    drop(exchange);
    session.extensions().shut_down(ShutdownReason::Timeout, Duration::from_secs(2));
    let [invoke, shutdown] = waiting.await.unwrap();
    let expected = json!({
        "eventType": "INVOKE", "deadlineMs": 1_795_608_003_000_i64, "requestId": "1-2",
        "invokedFunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:f:live",
        "tracing": {"type": "X-Amzn-Trace-Id", "value": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0"},
    });
    assert_eq!(invoke, (200, true, expected));
    let expected =
        json!({"eventType": "SHUTDOWN", "deadlineMs": 1_795_608_002_000_i64, "shutdownReason": "timeout"});
    assert_eq!(shutdown, (200, true, expected));
}

#[tokio::test]
async fn what_is_refused_and_how() {
    const MISSING: &str = "Extension.MissingExtensionIdentifier";
    const UNKNOWN: &str = "Extension.UnknownExtensionIdentifier";
    const STATE: &str = "Extension.InvalidExtensionState";
    const EVENT: &str = "Extension.InvalidEventType";
    let (session, _server, address) = listen(&["agent"]);
    let mut client = Client::new(address).await;
    let someone = "7b6b4a7e-0000-4000-8000-000000000001";

    let register = "/2020-01-01/extension/register";
    let answer = client.send("POST", register, &[], r#"{"events":[]}"#).await;
    assert_eq!(answer.error(), (403, "Extension.InvalidExtensionName", "Empty extension name"));
    let answer = client.register(&"x".repeat(256), "[]").await;
    assert_eq!(answer.error().1, "Extension.InvalidExtensionName");
    let answer = client.send("POST", register, &[(NAME, "agent")], "no json").await;
    assert_eq!((answer.status, answer.error().1), (403, "InvalidRequestFormat"));
    let answer = client.register("inner", r#"["SHUTDOWN"]"#).await;
    assert_eq!(answer.error(), (403, EVENT, "SHUTDOWN: ShutdownEventNotSupportedForInternalExtension"));
    let answer = client.register("agent", r#"["INVOKE","RESTORE"]"#).await;
    assert_eq!(answer.error(), (403, EVENT, "RESTORE: ErrorInvalidEventType"));
    let answer = client.send("GET", "/2020-01-01/extension/event/next", &[], "").await;
    assert_eq!(answer.error(), (403, MISSING, "Missing Lambda-Extension-Identifier header"));
    let answer = client.next("me").await;
    assert_eq!(
        answer.error(),
        (403, "Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier")
    );
    let answer = client.next(someone).await;
    assert_eq!(answer.error(), (403, UNKNOWN, "Unknown extension 7b6b4a7e-0000-4000-8000-000000000001"));
    let answer = client.report("init", &[(ID, someone)]).await;
    assert_eq!(
        answer.error(),
        (403, "Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found")
    );
    let answer = client.report("exit", &[(ID, someone), (ERROR_TYPE, "A.B")]).await;
    assert_eq!(answer.error(), (403, UNKNOWN, "Unknown Lambda-Extension-Identifier"));

    let id = client.registered("agent", "[]").await;
    let answer = client.register("agent", "[]").await;
    assert_eq!(
        answer.error(),
        (
            403,
            STATE,
            "State transition from Registered to Registered failed for extension agent. Error: State transition is \
             not allowed"
        )
    );
    client.registered("inner", r#"["INVOKE"]"#).await;
    let answer = client.register("inner", "[]").await;
    assert_eq!(answer.error(), (403, STATE, "Extension with this name already registered"));
    let answer = client.report("init", &[(ID, &id), (ERROR_TYPE, "Agent.NoDisk")]).await;
    assert_eq!((answer.status, answer.body), (202, json!({"status": "OK"})));
    assert_eq!(session.extensions().reported(), Some("Extension.InitError"));
    let known = session.extensions().find(&id).unwrap();
    assert_eq!((known.state, known.error_type.as_deref()), ("InitError", Some("Agent.NoDisk")));
    assert_eq!(client.next(&id).await.error().1, STATE);
    assert_eq!(client.report("exit", &[(ID, &id), (ERROR_TYPE, "A")]).await.error().1, STATE);

    for n in 2..10 {
        client.registered(&format!("inner{n}"), "[]").await;
    }
    let answer = client.register("one more", "[]").await;
    assert_eq!(answer.error(), (403, "Extension.TooManyExtensions", "Extension limit (10) reached"));
    let mut runtime = Client::new(address).await;
    tokio::spawn(async move { runtime.runtime_next().await });
    session.initialized().await.unwrap();
    let answer = client.register("late", "[]").await;
    assert_eq!(
        answer.error(),
        (403, "Extension.RegistrationClosed", "Extension registration closed already")
    );
    // A new start forgets them all.
    session.start();
    assert_eq!(client.next(&id).await.error().1, UNKNOWN);
    assert_eq!(session.extensions().reported(), None);
}

#[tokio::test]
async fn bodies_without_end_cost_nothing() {
    let (session, _server, address) = listen(&["agent"]);
    let mut client = Client::new(address).await;
    let long = format!("\"{}\"", "x".repeat(1 << 20));
    let answer = client.register("agent", &long).await;
    assert_eq!((answer.status, answer.error().1), (413, "RequestEntityTooLarge"));
    let mut client = Client::new(address).await;
    let id = client.registered("agent", "[]").await;
    let (path, headers) = ("/2020-01-01/extension/init/error", [(ID, &*id), (ERROR_TYPE, "A")]);
    let answer = client.send("POST", path, &headers, &"x".repeat(1 << 20)).await;
    assert_eq!(answer.status, 202);
    assert_eq!(session.extensions().find(&id).unwrap().state, "InitError");
}

#[tokio::test]
async fn a_poll_that_broke_off_may_be_repeated() {
    let (session, server, address) = listen(&["agent"]);
    let (mut first, connection) = Client::with_connection(address).await;
    let id = first.registered("agent", r#"["SHUTDOWN"]"#).await;
    let polled = id.clone();
    let poll = tokio::spawn(async move { first.next(&polled).await.status });
    session.extensions().ready().await;
    let (mut second, other) = Client::with_connection(address).await;
    assert_eq!(second.next(&id).await.error().1, "Extension.InvalidExtensionState");
    connection.abort();
    other.abort();
    server.disconnected().await;
    session.extensions().shut_down(ShutdownReason::Spindown, Duration::from_secs(2));
    let answer = Client::new(address).await.next(&id).await;
    assert_eq!((answer.status, answer.body["shutdownReason"].as_str()), (200, Some("spindown")));
    drop(poll);
}

#[tokio::test]
async fn ten_extensions_and_a_runtime_poll_at_the_same_time() {
    let names: Vec<String> = (0..10).map(|n| format!("x{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (session, _server, address) = listen(&names);
    let mut polls = tokio::task::JoinSet::new();
    for name in names {
        // As many clients do: one connection for the polls, others for the rest that stay open.
        let mut other = Client::new(address).await;
        let id = other.registered(name, r#"["INVOKE"]"#).await;
        let mut poll = Client::new(address).await;
        polls.spawn(async move {
            let answer = poll.next(&id).await;
            (answer.body["requestId"].as_str().unwrap().to_owned(), other)
        });
    }
    session.extensions().ready().await;
    let mut runtime = Client::new(address).await;
    let runtime = tokio::spawn(async move { runtime.runtime_next().await.status });
    session.initialized().await.unwrap();
    let _exchange = session.exchange(handover("1-2"));
    while let Some(polled) = polls.join_next().await {
        assert_eq!(polled.unwrap().0, "1-2");
    }
    assert_eq!(runtime.await.unwrap(), 200);
    assert!(!session.extensions().are_settled());
}
