//! Responses that stream, as a runtime sends them: chunks by hand, so that each arrives when the test says so.

#![expect(clippy::unwrap_used, reason = "the functions beside the tests belong to the tests")]

use bytes::Bytes;
use domain::clock::SystemClock;
use domain::limits::{MAX_STREAMED_RESPONSE, STREAM_BURST};
use domain::{Invocation, InvocationId};
use runtime_api::{
    Exchange, Function, Handover, Part, Reply, ResponseParts, Server, Session, StreamRate, response_stream,
    serve,
};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const MODE: &str = "lambda-runtime-function-response-mode: streaming\r\n";

struct World {
    session: Arc<Session>,
    server: Server,
    address: SocketAddr,
}

impl World {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let session = Session::new(Arc::new(SystemClock), Function::default());
        session.start();
        let server = serve(listener, Arc::clone(&session), || Some(Box::new(()))).unwrap();
        Self { session, server, address }
    }

    /// An invocation that the runtime has, the way for its response, and the runtime's connection.
    async fn invoked(&self) -> (Exchange, ResponseParts, Runtime) {
        self.invoked_at(StreamRate::default()).await
    }

    /// The same, with a response that may be so fast.
    async fn invoked_at(&self, rate: StreamRate) -> (Exchange, ResponseParts, Runtime) {
        let invocation = Invocation {
            id: InvocationId("one".into()),
            invoked_arn: "arn:aws:lambda:us-east-1:123456789012:function:f".into(),
            payload: Bytes::from_static(b"{}"),
            client_context: None,
            trace_id: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700".into(),
        };
        let (sink, parts) = response_stream(rate);
        let handover = Handover { invocation, timeout: Duration::from_secs(3), sink: Some(sink) };
        let mut exchange = self.session.exchange(handover);
        let mut runtime = Runtime(TcpStream::connect(self.address).await.unwrap());
        runtime.write("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nhost: x\r\n\r\n").await;
        assert!(runtime.answer().await.starts_with("HTTP/1.1 200"));
        assert!(exchange.delivered().await);
        (exchange, parts, runtime)
    }
}

struct Runtime(TcpStream);

impl Runtime {
    async fn write(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    async fn begin(&mut self, headers: &str) {
        let head = "POST /2018-06-01/runtime/invocation/one/response HTTP/1.1\r\nhost: x\r\n\
                    transfer-encoding: chunked\r\ntrailer: lambda-runtime-function-error-type, \
                    lambda-runtime-function-error-body\r\n";
        self.write(&format!("{head}{headers}\r\n")).await;
    }

    async fn chunk(&mut self, text: &str) {
        self.write(&format!("{:x}\r\n{text}\r\n", text.len())).await;
    }

    /// One answer of the Runtime API, all of which are short.
    async fn answer(&mut self) -> String {
        let mut buffer = [0; 4096];
        let read = self.0.read(&mut buffer).await.unwrap();
        String::from_utf8_lossy(&buffer[..read]).into_owned()
    }
}

fn chunk(text: &'static str) -> Option<Part> {
    Some(Part::Chunk(Bytes::from_static(text.as_bytes())))
}

fn head(content_type: Option<&str>) -> Option<Part> {
    Some(Part::Head { content_type: content_type.map(str::to_owned) })
}

#[tokio::test]
async fn a_response_arrives_while_it_is_made() {
    let world = World::new();
    let (mut exchange, mut parts, mut runtime) = world.invoked().await;
    runtime.begin(&format!("{MODE}content-type: text/html\r\n")).await;
    assert_eq!(parts.recv().await, head(Some("text/html")));
    for text in ["one", "two", "\0"] {
        runtime.chunk(text).await;
        assert_eq!(parts.recv().await, chunk(text));
    }
    assert!(!world.session.is_ready());
    runtime.write("0\r\n\r\n").await;
    assert_eq!(exchange.reply().await, Some(Reply::Response(Bytes::new())));
    assert!(runtime.answer().await.starts_with("HTTP/1.1 202"));
    assert_eq!(parts.recv().await, None);
}

#[tokio::test]
async fn how_a_response_may_end() {
    let error = |kind: &str, payload: &'static str| Reply::Error {
        error_type: Some(kind.to_owned()),
        payload: Bytes::from_static(payload.as_bytes()),
    };
    for (end, status, reply) in [
        ("0\r\n\r\n", "202", Reply::Response(Bytes::new())),
        (
            "0\r\nlambda-runtime-function-error-type: E\r\nlambda-runtime-function-error-body: eyJhIjoxfQ==\r\n\r\n",
            "202",
            error("E", "{\"a\":1}"),
        ),
        // A body that is not base64 is taken as it is.
        (
            "0\r\nlambda-runtime-function-error-type: E\r\nlambda-runtime-function-error-body: %\r\n\r\n",
            "202",
            error("E", "%"),
        ),
        ("0\r\nlambda-runtime-function-error-type: E\r\n\r\n", "202", error("E", "")),
        ("no length\r\n", "400", Reply::Truncated),
        ("", "", Reply::Truncated),
    ] {
        let world = World::new();
        let (mut exchange, mut parts, mut runtime) = world.invoked().await;
        runtime.begin(MODE).await;
        runtime.chunk("some").await;
        assert_eq!((parts.recv().await, parts.recv().await), (head(None), chunk("some")));
        runtime.write(end).await;
        if end.is_empty() {
            drop(runtime);
        } else {
            let answer = runtime.answer().await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{end}: {answer}");
        }
        assert_eq!(exchange.reply().await, Some(reply), "{end}");
        assert_eq!(parts.recv().await, None);
    }
}

#[tokio::test]
async fn what_does_not_stream_is_the_reply() {
    for (headers, streams) in
        [("", false), ("lambda-runtime-function-response-mode: \r\n", false), (MODE, true)]
    {
        let world = World::new();
        let (mut exchange, mut parts, mut runtime) = world.invoked().await;
        runtime.begin(headers).await;
        runtime.chunk("all").await;
        runtime.write("0\r\n\r\n").await;
        let gathered = Bytes::from_static(if streams { b"" } else { b"all" });
        assert_eq!(exchange.reply().await, Some(Reply::Response(gathered)));
        assert_eq!(parts.recv().await.is_some(), streams);
    }
}

#[tokio::test]
async fn a_mode_that_there_is_not_ends_the_invocation() {
    for mode in ["x", "Streaming"] {
        let world = World::new();
        let (mut exchange, mut parts, mut runtime) = world.invoked().await;
        runtime.begin(&format!("lambda-runtime-function-response-mode: {mode}\r\n")).await;
        runtime.chunk("all").await;
        runtime.write("0\r\n\r\n").await;
        let answer = runtime.answer().await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
        let error_type = Some("Runtime.InvalidResponseModeHeader".to_owned());
        assert_eq!(exchange.reply().await, Some(Reply::Error { error_type, payload: Bytes::new() }));
        assert_eq!(parts.recv().await, None);
    }
}

/// Writes chunks of 64 KiB for ever.
async fn pour(mut runtime: Runtime) {
    let text = "x".repeat(1 << 16);
    let chunk = format!("{:x}\r\n{text}\r\n", text.len());
    while runtime.0.write_all(chunk.as_bytes()).await.is_ok() {}
}

#[tokio::test]
async fn a_response_that_nobody_takes_waits_in_a_short_queue() {
    let world = World::new();
    let (exchange, parts, mut runtime) = world.invoked().await;
    runtime.begin(MODE).await;
    let pouring = tokio::spawn(pour(runtime));
    while parts.len() < parts.max_capacity() {
        tokio::task::yield_now().await;
    }
    // The invocation ends, by its time limit perhaps: nobody has to take the response first.
    drop(exchange);
    pouring.await.unwrap();
    world.server.disconnected().await;
    let mut parts = parts;
    let mut queued = 0;
    while let Some(part) = parts.recv().await {
        if let Part::Chunk(bytes) = part {
            queued += bytes.len();
        }
    }
    assert!(queued <= 8 << 16, "{queued}");
}

#[tokio::test]
async fn after_a_burst_a_response_has_a_rate() {
    let world = World::new();
    let (mut exchange, mut parts, mut runtime) = world.invoked_at(StreamRate::AfterBurst(64 << 20)).await;
    runtime.begin(MODE).await;
    let begun = Instant::now();
    let writing = tokio::spawn(async move {
        let mebibyte = "x".repeat(1 << 20);
        for _ in 0..6 + 16 {
            runtime.chunk(&mebibyte).await;
        }
        runtime.write("0\r\n\r\n").await;
        runtime
    });
    let mut received = 0;
    while let Some(part) = parts.recv().await {
        if let Part::Chunk(bytes) = part {
            received += bytes.len();
        }
    }
    assert_eq!((received, exchange.reply().await), (22 << 20, Some(Reply::Response(Bytes::new()))));
    assert!(begun.elapsed() >= Duration::from_millis(249), "{:?}", begun.elapsed());
    assert!(writing.await.unwrap().answer().await.starts_with("HTTP/1.1 202"));
}

#[tokio::test]
async fn a_response_that_waits_for_its_turn_ends_with_the_invocation() {
    let world = World::new();
    let (exchange, mut parts, mut runtime) = world.invoked_at(StreamRate::AfterBurst(1)).await;
    runtime.begin(MODE).await;
    let pouring = tokio::spawn(pour(runtime));
    let mut received = 0;
    while received < STREAM_BURST - 65_536 {
        if let Some(Part::Chunk(bytes)) = parts.recv().await {
            received += bytes.len() as u64;
        }
    }
    drop(exchange);
    pouring.await.unwrap();
    world.server.disconnected().await;
}

#[tokio::test]
async fn a_response_that_nobody_wants_is_read_to_its_end() {
    let world = World::new();
    let (mut exchange, mut parts, mut runtime) = world.invoked().await;
    runtime.begin(MODE).await;
    runtime.chunk("one").await;
    assert_eq!((parts.recv().await, parts.recv().await), (head(None), chunk("one")));
    drop(parts);
    for _ in 0..64 {
        runtime.chunk(&"x".repeat(1 << 16)).await;
    }
    runtime.write("0\r\n\r\n").await;
    assert_eq!(exchange.reply().await, Some(Reply::Response(Bytes::new())));
    assert!(runtime.answer().await.starts_with("HTTP/1.1 202"));
}

#[tokio::test]
async fn a_response_over_the_limit() {
    let world = World::new();
    let (mut exchange, parts, mut runtime) = world.invoked().await;
    drop(parts);
    runtime.begin(MODE).await;
    let mebibyte = "x".repeat(1 << 20);
    for _ in 0..MAX_STREAMED_RESPONSE >> 20 {
        runtime.chunk(&mebibyte).await;
    }
    runtime.chunk("x").await;
    assert_eq!(exchange.reply().await, Some(Reply::TooLarge(MAX_STREAMED_RESPONSE)));
    runtime.write("0\r\n\r\n").await;
    assert!(runtime.answer().await.starts_with("HTTP/1.1 413"));
}
