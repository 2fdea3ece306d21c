//! The APIs as a runtime and as an extension speak them, and runtimes that do.

use sandbox::ExitStatus;
use sandbox::simulated::SimulatedProcess;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A runtime's connection to the Runtime API.
pub(crate) struct Api {
    stream: TcpStream,
    pending: Vec<u8>,
}

/// An event as the runtime got it.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) id: String,
    pub(crate) deadline_ms: i64,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Api {
    pub(crate) async fn connect(process: &SimulatedProcess) -> Self {
        let address: SocketAddr = process.listeners[&9001];
        Self { stream: TcpStream::connect(address).await.unwrap(), pending: Vec::new() }
    }

    async fn request(&mut self, method: &str, path: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
        self.call(method, &format!("/2018-06-01/runtime/{path}"), "", body).await
    }

    /// A request to any of the APIs; `headers` end in line breaks. Status, head and body of the answer.
    pub(crate) async fn call(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &[u8],
    ) -> (u16, String, Vec<u8>) {
        let length = body.len();
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: x\r\n{headers}content-length: {length}\r\n\r\n");
        self.stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
        self.answer().await
    }

    async fn answer(&mut self) -> (u16, String, Vec<u8>) {
        let end = loop {
            if let Some(at) = self.pending.windows(4).position(|w| w == b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await;
        };
        let head = String::from_utf8(self.pending.drain(..end).collect()).unwrap().to_lowercase();
        let length = header(&head, "content-length").map_or(0, |value| value.parse().unwrap());
        while self.pending.len() < length {
            self.more().await;
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head, self.pending.drain(..length).collect())
    }

    async fn more(&mut self) {
        let mut buffer = [0; 8192];
        match self.stream.read(&mut buffer).await {
            Ok(read) if read > 0 => self.pending.extend_from_slice(&buffer[..read]),
            // The server gave up on this process: it waits for its end.
            _ => std::future::pending().await,
        }
    }

    pub(crate) async fn next(&mut self) -> Received {
        let (status, head, body) = self.request("GET", "invocation/next", b"").await;
        assert_eq!(status, 200, "{head}");
        let get = |name| header(&head, name).unwrap();
        let deadline_ms = get("lambda-runtime-deadline-ms").parse().unwrap();
        Received { id: get("lambda-runtime-aws-request-id"), deadline_ms, body }
    }

    pub(crate) async fn respond(&mut self, id: &str, body: impl AsRef<[u8]>) -> u16 {
        self.request("POST", &format!("invocation/{id}/response"), body.as_ref()).await.0
    }

    /// The head of a response that streams.
    pub(crate) async fn begin_stream(&mut self, id: &str) {
        let head = format!(
            "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nhost: x\r\n\
             lambda-runtime-function-response-mode: streaming\r\ntransfer-encoding: chunked\r\n\r\n"
        );
        self.stream.write_all(head.as_bytes()).await.unwrap();
    }

    /// The next bytes of it; false where the server takes no more.
    pub(crate) async fn stream(&mut self, text: &str) -> bool {
        let chunk = format!("{:x}\r\n{text}\r\n", text.len());
        self.stream.write_all(chunk.as_bytes()).await.is_ok()
    }

    /// Its end, and the answer to it.
    pub(crate) async fn end_stream(&mut self) -> u16 {
        self.stream.write_all(b"0\r\n\r\n").await.unwrap();
        self.answer().await.0
    }

    pub(crate) async fn fail(&mut self, id: &str, body: &str) -> u16 {
        self.request("POST", &format!("invocation/{id}/error"), body.as_bytes()).await.0
    }

    pub(crate) async fn init_error(&mut self, body: &str) -> u16 {
        self.request("POST", "init/error", body.as_bytes()).await.0
    }
}

/// An extension's connection to the Extensions API.
pub(crate) struct ExtensionApi {
    api: Api,
    id: String,
}

impl ExtensionApi {
    /// Registers, for events as a JSON list.
    pub(crate) async fn register(process: &SimulatedProcess, name: &str, events: &str) -> Self {
        let mut api = Api::connect(process).await;
        let headers = format!("lambda-extension-name: {name}\r\n");
        let body = format!("{{\"events\":{events}}}");
        let path = "/2020-01-01/extension/register";
        let (status, head, _) = api.call("POST", path, &headers, body.as_bytes()).await;
        assert_eq!(status, 200, "{head}");
        Self { api, id: header(&head, "lambda-extension-identifier").unwrap() }
    }

    /// Its identifier.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The next event.
    pub(crate) async fn next(&mut self) -> serde_json::Value {
        let headers = format!("lambda-extension-identifier: {}\r\n", self.id);
        let (status, head, body) =
            self.api.call("GET", "/2020-01-01/extension/event/next", &headers, b"").await;
        assert_eq!(status, 200, "{head}");
        serde_json::from_slice(&body).unwrap()
    }

    /// Reports an error: `init` or `exit`.
    pub(crate) async fn error(&mut self, what: &str) -> u16 {
        let id = &self.id;
        let headers = format!(
            "lambda-extension-identifier: {id}\r\nlambda-extension-function-error-type: Agent.Broken\r\n"
        );
        self.api.call("POST", &format!("/2020-01-01/extension/{what}/error"), &headers, b"").await.0
    }
}

pub(crate) fn header(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::to_owned)
}

/// Answers every event with its own text.
pub(crate) async fn echo(process: SimulatedProcess) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        api.respond(&event.id, &event.body).await;
    }
}

/// Never comes to an end, nor to anything else.
pub(crate) async fn hang() -> ExitStatus {
    std::future::pending().await
}
