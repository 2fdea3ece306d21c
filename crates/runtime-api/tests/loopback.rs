//! The Runtime API as a runtime sees it: a real HTTP client against a real listener.

#![expect(clippy::unwrap_used, reason = "the functions beside the tests belong to the tests")]

use bytes::Bytes;
use domain::{Clock, Invocation, InvocationId, Timestamp};
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::Frame;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{HeaderMap, Request, StatusCode};
use hyper_util::rt::TokioIo;
use runtime_api::{Exchange, Function, Handover, Reply, Reserve, Server, Session, serve};
use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        Timestamp(1_795_608_000_000)
    }
}

fn listen() -> (Arc<Session>, Server, SocketAddr) {
    listen_where(|| Some(Box::new(())))
}

fn listen_where(reserve: Reserve) -> (Arc<Session>, Server, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let session = Session::new(Arc::new(Noon), Function::default());
    session.start();
    let server = serve(listener, Arc::clone(&session), reserve).unwrap();
    (session, server, address)
}

fn handover(id: &str, payload: &'static str) -> Handover {
    let invocation = Invocation {
        id: InvocationId(id.into()),
        invoked_arn: "arn:aws:lambda:us-east-1:123456789012:function:f:live".into(),
        payload: Bytes::from_static(payload.as_bytes()),
        client_context: Some("{\"a\":1}".into()),
        trace_id: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0".into(),
    };
    Handover { invocation, timeout: Duration::from_secs(3), sink: None }
}

/// A runtime's client.
struct Client(SendRequest<Full<Bytes>>);

impl Client {
    async fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        let (sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        Self(sender)
    }

    async fn send(
        &mut self,
        method: &str,
        path: &str,
        body: impl Into<Bytes>,
    ) -> (StatusCode, HeaderMap, Bytes) {
        self.send_and(method, path, body, "").await
    }

    /// `then`: what else a response asks for.
    async fn send_and(
        &mut self,
        method: &str,
        path: &str,
        body: impl Into<Bytes>,
        then: &str,
    ) -> (StatusCode, HeaderMap, Bytes) {
        self.0.ready().await.unwrap();
        let path = format!("/2018-06-01/runtime/{path}");
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:9001");
        let request = request.header("tenfold-runtime-then", then);
        let response = self.0.send_request(request.body(Full::new(body.into())).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        (head.status, head.headers, body.collect().await.unwrap().to_bytes())
    }

    async fn error_type(&mut self, method: &str, path: &str, body: impl Into<Bytes>) -> (u16, String) {
        let (status, headers, body) = self.send(method, path, body).await;
        assert_eq!(headers["content-type"], "application/json");
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert!(body["errorMessage"].is_string());
        (status.as_u16(), body["errorType"].as_str().unwrap().to_owned())
    }
}

async fn reply(mut exchange: Exchange) -> Option<Reply> {
    assert!(exchange.delivered().await);
    exchange.reply().await
}

#[tokio::test]
async fn events_go_in_and_responses_come_out() {
    let (session, _server, address) = listen();
    let runtime = tokio::spawn(async move {
        let mut client = Client::new(address).await;
        for _ in 0..100 {
            let (status, headers, event) = client.send("GET", "invocation/next", "").await;
            assert_eq!(status, 200);
            assert_eq!(headers["lambda-runtime-deadline-ms"], "1795608003000");
            assert_eq!(headers["lambda-runtime-client-context"], "{\"a\":1}");
            assert!(headers["lambda-runtime-trace-id"].to_str().unwrap().starts_with("Root=1-5bef"));
            assert!(headers["lambda-runtime-invoked-function-arn"].to_str().unwrap().ends_with(":f:live"));
            let id = headers["lambda-runtime-aws-request-id"].to_str().unwrap();
            let answer = format!("{id}:{}", String::from_utf8_lossy(&event));
            let (status, _, body) = client.send("POST", &format!("invocation/{id}/response"), answer).await;
            assert_eq!((status.as_u16(), &body[..]), (202, &b"{\"status\":\"OK\"}\n"[..]));
        }
    });
    session.initialized().await.unwrap();
    for n in 0..100 {
        let got = reply(session.exchange(handover(&format!("id-{n}"), "[1]"))).await;
        assert_eq!(got, Some(Reply::Response(format!("id-{n}:[1]").into())));
    }
    runtime.await.unwrap();
}

#[tokio::test]
async fn a_response_may_ask_for_the_next_event() {
    let (session, _server, address) = listen();
    let runtime = tokio::spawn(async move {
        let mut client = Client::new(address).await;
        let (_, mut headers, mut event) = client.send("GET", "invocation/next", "").await;
        for n in 0..100 {
            let id = headers["lambda-runtime-aws-request-id"].to_str().unwrap();
            assert_eq!(id, format!("id-{n}"));
            let path = format!("invocation/{id}/response");
            let (status, next, body) = client.send_and("POST", &path, event, "next").await;
            if n == 50 {
                // Of one that is refused, its refusal is the answer.
                assert_eq!(status, 413);
                (_, headers, event) = client.send("GET", "invocation/next", "").await;
            } else {
                assert_eq!(status, 200);
                (headers, event) = (next, body);
            }
        }
        let id = headers["lambda-runtime-aws-request-id"].to_str().unwrap();
        // What is not known asks for nothing.
        let (status, ..) = client.send_and("POST", &format!("invocation/{id}/response"), event, "stop").await;
        assert_eq!(status, 202);
    });
    session.initialized().await.unwrap();
    for n in 0..=100 {
        let mut given = handover(&format!("id-{n}"), "");
        let size = if n == 50 { domain::limits::MAX_RESPONSE + 1 } else { n };
        given.invocation.payload = vec![b' '; size].into();
        let expected = given.invocation.payload.clone();
        match reply(session.exchange(given)).await {
            Some(Reply::Response(payload)) => assert_eq!(payload, expected),
            got => assert!(n == 50 && matches!(got, Some(Reply::TooLarge(_))), "{got:?}"),
        }
    }
    runtime.await.unwrap();
    // Nothing was asked for after the last one.
    assert!(!session.is_ready());
}

#[tokio::test]
async fn what_a_runtime_may_not_do() {
    let (session, _server, address) = listen();
    let mut client = Client::new(address).await;
    let invalid_id = (400, "InvalidRequestID".to_owned());
    let invalid_state = (403, "InvalidStateTransition".to_owned());
    assert_eq!(client.error_type("POST", "invocation/x/response", "{}").await, invalid_id);
    assert_eq!(client.error_type("GET", "nowhere", "").await, (404, "NotFound".to_owned()));
    // Nothing was restored from a snapshot.
    assert_eq!(client.error_type("GET", "restore/next", "").await, (404, "NotFound".to_owned()));
    let exchange = session.exchange(handover("one", "{}"));
    assert_eq!(client.error_type("POST", "invocation/one/response", "{}").await, invalid_id);
    assert_eq!(client.send("GET", "invocation/next", "").await.0, 200);
    assert_eq!(client.error_type("POST", "invocation/two/response", "{}").await, invalid_id);
    assert_eq!(client.error_type("POST", "init/error", "{}").await, invalid_state);
    let body = r#"{"errorMessage":"no","errorType":"KeyError"}"#;
    assert_eq!(client.send("POST", "invocation/one/error", body).await.0, 202);
    assert_eq!(client.error_type("POST", "invocation/one/response", "{}").await, invalid_state);
    let (_, _, said) = client.send("POST", "invocation/one/response", "{}").await;
    assert_eq!(
        said,
        "{\"errorMessage\":\"State transition from RuntimeResponseSentState to InvocationResponse failed for runtime. \
         Error: State transition is not allowed\",\"errorType\":\"InvalidStateTransition\"}\n"
    );
    let error = Reply::Error { error_type: Some("KeyError".to_owned()), payload: body.into() };
    assert_eq!(reply(exchange).await, Some(error));
}

#[tokio::test]
async fn an_init_error_is_the_end() {
    let (session, _server, address) = listen();
    let mut client = Client::new(address).await;
    let body = r#"{"errorMessage":"No module named 'x'","errorType":"Runtime.ImportModuleError"}"#;
    assert_eq!(client.send("POST", "init/error", body).await.0, 202);
    let error = session.initialized().await.unwrap_err();
    assert_eq!(error.error_type.as_deref(), Some("Runtime.ImportModuleError"));
    assert_eq!(error.payload, body);
    let refused = client.error_type("GET", "invocation/next", "").await;
    assert_eq!(refused, (403, "InvalidStateTransition".to_owned()));
    assert!(!session.exchange(handover("one", "{}")).delivered().await);
}

#[tokio::test]
async fn init_errors_come_one_at_a_time_and_are_small() {
    let (session, _server, address) = listen();
    let mut client = Client::new(address).await;
    let too_large = client.error_type("POST", "init/error", vec![b'x'; (256 << 10) + 1]).await;
    assert_eq!(too_large, (413, "RequestEntityTooLarge".to_owned()));
    // While one is on its way, no other is read.
    let mut slow = TcpStream::connect(address).await.unwrap();
    let head = "POST /2018-06-01/runtime/init/error HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n\
                content-length: 200000\r\n\r\n";
    slow.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 12];
    // The body is waited for.
    slow.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100");
    let invalid_state = (403, "InvalidStateTransition".to_owned());
    assert_eq!(client.error_type("POST", "init/error", "{}").await, invalid_state);
    assert_eq!(client.error_type("GET", "invocation/next", "").await, invalid_state);
    // One that breaks off leaves the runtime as it was.
    drop(slow);
    while client.send("POST", "init/error", r#"{"errorType":"KeyError"}"#).await.0 != 202 {}
    assert_eq!(session.initialized().await.unwrap_err().error_type.as_deref(), Some("KeyError"));
}

#[tokio::test]
async fn connections_are_few() {
    let (_session, _server, address) = listen();
    let mut open = Vec::new();
    for _ in 0..runtime_api::MAX_CONNECTIONS {
        let mut client = Client::new(address).await;
        assert_eq!(client.send("GET", "nowhere", "").await.0, 404);
        open.push(client);
    }
    let mut more = Client::new(address).await;
    let more = tokio::spawn(async move { more.send("GET", "nowhere", "").await.0 });
    for client in &mut open {
        assert_eq!(client.send("GET", "nowhere", "").await.0, 404);
    }
    assert!(!more.is_finished());
    open.pop();
    assert_eq!(more.await.unwrap(), 404);
}

#[tokio::test]
async fn where_descriptors_are_scarce_connections_are_two() {
    let (_session, _server, address) = listen_where(|| None);
    let mut two = [Client::new(address).await, Client::new(address).await];
    for client in &mut two {
        assert_eq!(client.send("GET", "invocation", "").await.0, 404);
    }
    let mut third = TcpStream::connect(address).await.unwrap();
    assert_eq!(third.read(&mut [0; 1]).await.unwrap(), 0);
    drop(two);
    // The server hears of their ends in its own time.
    loop {
        let mut later = TcpStream::connect(address).await.unwrap();
        let _ = later.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
        if matches!(later.read(&mut [0; 1]).await, Ok(1)) {
            break;
        }
    }
}

#[tokio::test]
async fn a_response_at_the_limit_and_one_over_it() {
    let (session, _server, address) = listen();
    for (length, fits) in [(domain::limits::MAX_RESPONSE, true), (domain::limits::MAX_RESPONSE + 1, false)] {
        session.start();
        let exchange = session.exchange(handover("one", "{}"));
        let mut client = Client::new(address).await;
        assert_eq!(client.send("GET", "invocation/next", "").await.0, 200);
        let (status, _, _) = client.send("POST", "invocation/one/response", vec![b'x'; length]).await;
        assert_eq!(status.as_u16(), if fits { 202 } else { 413 });
        match reply(exchange).await {
            Some(Reply::Response(payload)) if fits => assert_eq!(payload.len(), length),
            Some(Reply::TooLarge(6_291_556)) if !fits => {}
            other => panic!("{length}: {other:?}"),
        }
        // The runtime lives on.
        let next = tokio::spawn(async move { client.send("GET", "invocation/next", "").await.0 });
        session.ready().await;
        let second = session.exchange(handover("two", "{}"));
        assert_eq!(next.await.unwrap(), 200);
        drop(second);
    }
}

#[tokio::test]
async fn a_streamed_response_is_gathered_and_its_trailing_error_honoured() {
    let (session, _server, address) = listen();
    for failing in [false, true] {
        session.start();
        let exchange = session.exchange(handover("one", "{}"));
        let stream = TcpStream::connect(address).await.unwrap();
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        assert_eq!(Client::new(address).await.send("GET", "invocation/next", "").await.0, 200);
        let mut frames: Vec<Result<Frame<Bytes>, Infallible>> =
            ["a", "b", "c"].map(|text| Ok(Frame::data(Bytes::from_static(text.as_bytes())))).into();
        let mut trailers = HeaderMap::new();
        if failing {
            trailers.insert("lambda-runtime-function-error-type", "Runtime.Broken".parse().unwrap());
            trailers.insert("lambda-runtime-function-error-body", "eyJhIjoxfQ==".parse().unwrap());
        }
        frames.push(Ok(Frame::trailers(trailers)));
        let request = Request::post("/2018-06-01/runtime/invocation/one/response")
            .header("host", "x")
            .header("lambda-runtime-function-response-mode", "streaming")
            .header("trailer", "lambda-runtime-function-error-type, lambda-runtime-function-error-body")
            .body(StreamBody::new(futures_util::stream::iter(frames)))
            .unwrap();
        assert_eq!(sender.send_request(request).await.unwrap().status(), 202);
        let expected = if failing {
            Reply::Error { error_type: Some("Runtime.Broken".to_owned()), payload: "{\"a\":1}".into() }
        } else {
            Reply::Response("abc".into())
        };
        assert_eq!(reply(exchange).await, Some(expected));
    }
}

#[tokio::test]
async fn a_broken_connection_loses_no_event_and_breaks_an_answer() {
    let (session, _server, address) = listen();
    // A `next` whose connection goes away is no `next` any more.
    let mut gone = TcpStream::connect(address).await.unwrap();
    gone.write_all(b"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    session.ready().await;
    drop(gone);
    while session.is_ready() {
        tokio::task::yield_now().await;
    }
    let exchange = session.exchange(handover("one", "{}"));
    let mut client = Client::new(address).await;
    assert_eq!(client.send("GET", "invocation/next", "").await.0, 200);
    assert_eq!(client.send("GET", "invocation/next", "").await.0, 200, "the same event again");
    let mut broken = TcpStream::connect(address).await.unwrap();
    let head = "POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nab";
    broken.write_all(head.as_bytes()).await.unwrap();
    drop(broken);
    assert_eq!(reply(exchange).await, Some(Reply::Truncated));
}

#[tokio::test]
async fn an_answer_and_the_next_request_in_one_write() {
    let (session, _server, address) = listen();
    let first = session.exchange(handover("one", "{}"));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let next = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nhost: x\r\n\r\n";
    stream.write_all(next.as_bytes()).await.unwrap();
    let answer =
        "POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}";
    stream.write_all(format!("{answer}{next}").as_bytes()).await.unwrap();
    assert_eq!(reply(first).await, Some(Reply::Response("{}".into())));
    session.ready().await;
    let second = session.exchange(handover("two", "\"second\""));
    let mut seen = String::new();
    while !seen.ends_with("\"second\"") {
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(read > 0, "{seen}");
        seen.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    drop(second);
}

#[tokio::test]
async fn oversized_heads_are_refused() {
    let (_session, _server, address) = listen();
    let many = "x: y\r\n".repeat(100);
    let long = format!("x: {}\r\n", "y".repeat(100_000));
    for headers in [many, long] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 431");
    }
}

#[tokio::test]
async fn a_new_start_forgets_the_old_process() {
    let (session, _server, address) = listen();
    let mut old = Client::new(address).await;
    let parked = tokio::spawn(async move { old.send("GET", "invocation/next", "").await.0 });
    session.ready().await;
    session.start();
    assert_eq!(parked.await.unwrap(), 404);
    let mut exchange = session.exchange(handover("one", "{}"));
    assert_eq!(Client::new(address).await.send("GET", "invocation/next", "").await.0, 200);
    assert!(exchange.delivered().await);
    session.start();
    assert_eq!(exchange.reply().await, None);
}

#[tokio::test]
async fn a_second_invocation_at_the_same_time_is_refused_and_changes_nothing() {
    let (session, _server, address) = listen();
    let first = session.exchange(handover("one", "{}"));
    let mut second = session.exchange(handover("two", "{}"));
    assert!(!second.delivered().await);
    drop(second);
    let mut client = Client::new(address).await;
    let (_, headers, _) = client.send("GET", "invocation/next", "").await;
    assert_eq!(headers["lambda-runtime-aws-request-id"], "one");
    assert_eq!(client.send("POST", "invocation/one/response", "1").await.0, 202);
    assert_eq!(reply(first).await, Some(Reply::Response("1".into())));
}
