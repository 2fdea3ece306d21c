//! A gateway on a port of its own, and a client that writes HTTP by hand.

use crate::people::{self, People};
use crate::urls::Urls;
use async_trait::async_trait;
use aws_wire::access::{Access, Asked};
use aws_wire::flow::{BrokenOff, Content, Event, Flow};
use aws_wire::generated::{iam, lambda, logs, sts};
use aws_wire::sigv4::{self, Credentials, Secret};
use aws_wire::{
    ApiError, Caller, CallerKind, Input, Operation, Output, RequestContext, Service, ServiceModel,
    SessionFacts,
};
use bytes::Bytes;
use domain::{AccountId, Clock, Region, Timestamp};
use gateway::authenticate::SessionToken;
use gateway::{
    CodeDownloads, Gateway, KeyLookup, KnownKey, Limits, Listening, Mode, Parts, Tls, UrlCall, serve,
};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore, mpsc, oneshot};

pub(crate) const ACCOUNT: &str = "123456789012";
pub(crate) const KEY: &str = "AKIDROOT";
pub(crate) const SECRET: &str = "root/secret";
pub(crate) const NOW: i64 = 1_795_544_521_123;
const SESSION_KEY: &str = "ASIASESSION";
const SESSION_SECRET: &str = "session/secret";
const SESSION_TOKEN: &str = "session-token";
/// No test waits longer for a byte.
const PATIENCE: Duration = Duration::from_secs(20);

struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp(NOW)
    }
}

struct Keys;

impl KeyLookup for Keys {
    fn find(&self, access_key_id: &str, _: Option<&str>) -> Option<Arc<KnownKey>> {
        let account = AccountId::new(ACCOUNT).unwrap();
        let session = |expires| KnownKey {
            secret: Secret::new(SESSION_SECRET),
            session_token: Some(SessionToken(SESSION_TOKEN.into())),
            expires: Some(Timestamp(expires)),
            caller: Caller {
                arn: format!("arn:aws:sts::{ACCOUNT}:assumed-role/r/fn"),
                user_id: "AROAR:fn".to_owned(),
                account: account.clone(),
                access_key_id: access_key_id.to_owned(),
                kind: CallerKind::RoleSession,
                session: Some(Arc::new(SessionFacts {
                    role: Some(format!("arn:aws:iam::{ACCOUNT}:role/r")),
                    role_unknown: true,
                    ..SessionFacts::default()
                })),
            },
        };
        Some(Arc::new(match access_key_id {
            KEY => KnownKey {
                secret: Secret::new(SECRET),
                session_token: None,
                expires: None,
                caller: Caller {
                    arn: format!("arn:aws:iam::{ACCOUNT}:root"),
                    user_id: ACCOUNT.to_owned(),
                    account: account.clone(),
                    access_key_id: KEY.to_owned(),
                    kind: CallerKind::Root,
                    session: None,
                },
            },
            SESSION_KEY => session(NOW + 1),
            "ASIAEXPIRED" => session(NOW),
            other => return people::key(other).map(Arc::new),
        }))
    }
}

struct Downloads;

#[async_trait]
impl CodeDownloads for Downloads {
    fn claims(&self, path: &str) -> bool {
        path.starts_with("/_tenfold/code/")
    }

    async fn download(&self, parts: &http::request::Parts, _: Timestamp) -> Result<Bytes, ApiError> {
        match parts.uri.path() {
            "/_tenfold/code/zip" => Ok(Bytes::from_static(b"PK")),
            _ => Err(ApiError::new(403, "AccessDenied", "<no & never>")),
        }
    }
}

/// What happened in the services.
#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) contexts: Mutex<Vec<RequestContext>>,
    /// Calls of function URLs.
    pub(crate) calls: Mutex<Vec<UrlCall>>,
    pub(crate) ended: AtomicUsize,
    /// An invocation of `slow` began.
    pub(crate) began: Notify,
    /// Who there is, and what they may.
    pub(crate) people: Arc<People>,
}

struct Fake {
    model: &'static ServiceModel,
    seen: Arc<Seen>,
    /// Permits for `slow`.
    slow: Arc<Semaphore>,
}

#[async_trait]
impl Service for Fake {
    fn model(&self) -> &'static ServiceModel {
        self.model
    }

    fn access(&self, asked: &Asked<'_>) -> Access {
        people::access(asked)
    }

    async fn call(
        &self,
        context: RequestContext,
        operation: &'static Operation,
        input: Input,
    ) -> Result<Output, ApiError> {
        let arn = context.caller.arn.clone();
        self.seen.contexts.lock().unwrap().push(context);
        if self.model.signing_name == "iam" {
            return Ok(Output::empty());
        }
        if operation.name == "GetCallerIdentity" {
            let members = json!({ "Arn": arn, "Account": ACCOUNT, "UserId": "u" });
            return Output::of(&members);
        }
        let function = input.members.get("FunctionName").and_then(|n| n.as_str());
        if operation.name == "InvokeWithResponseStream" {
            let chunk = |bytes| Event { name: "PayloadChunk", content: Content::Bytes(bytes) };
            let pieces = pieces(&self.seen, &self.slow, function == Some("breaks"));
            let events = pieces.map(move |piece| piece.map(chunk));
            return Ok(Output { events: Some(events), ..Output::empty() });
        }
        match function {
            Some("panic") => panic!("on purpose"),
            Some("slow") => {
                self.seen.began.notify_one();
                let _permit = self.slow.acquire().await.unwrap();
                self.seen.ended.fetch_add(1, Ordering::SeqCst);
            }
            _ => {}
        }
        Ok(Output { payload: Some(input.payload.unwrap_or_default()), ..Output::empty() })
    }
}

/// `one`, and when there is a permit `two` or a break.
pub(crate) fn pieces(
    seen: &Arc<Seen>,
    slow: &Arc<Semaphore>,
    breaks: bool,
) -> Flow<Result<Bytes, BrokenOff>> {
    let (sender, mut receiver) = mpsc::channel(1);
    let (seen, slow) = (Arc::clone(seen), Arc::clone(slow));
    tokio::spawn(async move {
        let _ = sender.send(Ok(Bytes::from_static(b"one"))).await;
        slow.acquire().await.unwrap().forget();
        let last = if breaks { Err(BrokenOff) } else { Ok(Bytes::from_static(b"two")) };
        seen.ended.fetch_add(1, Ordering::SeqCst);
        let _ = sender.send(last).await;
    });
    Flow::new(move |cx| receiver.poll_recv(cx))
}

/// A gateway that is being served.
pub(crate) struct House {
    pub(crate) address: SocketAddr,
    pub(crate) seen: Arc<Seen>,
    pub(crate) slow: Arc<Semaphore>,
    pub(crate) gateway: Arc<Gateway>,
    stop: Option<oneshot::Sender<()>>,
    pub(crate) served: tokio::task::JoinHandle<()>,
}

pub(crate) fn gateway(mode: Mode, limits: Limits) -> (Arc<Gateway>, Arc<Seen>, Arc<Semaphore>) {
    let seen = Arc::new(Seen::default());
    let slow = Arc::new(Semaphore::new(0));
    let fake = |model| {
        Arc::new(Fake { model, seen: Arc::clone(&seen), slow: Arc::clone(&slow) }) as Arc<dyn Service>
    };
    let parts = Parts {
        mode,
        services: vec![fake(&lambda::MODEL), fake(&logs::MODEL), fake(&sts::MODEL), fake(&iam::MODEL)],
        keys: Arc::new(Keys),
        identities: Arc::clone(&seen.people) as _,
        resources: Arc::clone(&seen.people) as _,
        downloads: Arc::new(Downloads),
        urls: Arc::new(Urls { seen: Arc::clone(&seen), slow: Arc::clone(&slow) }),
        inspecting: None,
        trail: None,
        clock: Arc::new(FixedClock),
        default_account: AccountId::new("000000000000").unwrap(),
        default_region: Region::new("us-east-1").unwrap(),
        regions: Vec::new(),
        public_endpoint: None,
        own_hosts: vec!["tenfold.test".to_owned()],
        limits,
    };
    (Arc::new(Gateway::new(parts)), seen, slow)
}

/// A listener for clients with nothing unusual.
pub(crate) fn listening(listener: TcpListener, tls: Option<Tls>) -> Listening {
    Listening { listener, label: "public".into(), tls, is_scarce: |_| false, inspects: false }
}

impl House {
    pub(crate) async fn signed() -> Self {
        Self::new(Mode::Signed, Limits::default()).await
    }

    pub(crate) async fn dev() -> Self {
        Self::new(Mode::Dev, Limits::default()).await
    }

    pub(crate) async fn new(mode: Mode, limits: Limits) -> Self {
        Self::with(mode, limits, None).await
    }

    pub(crate) async fn with(mode: Mode, limits: Limits, tls: Option<Tls>) -> Self {
        let (gateway, seen, slow) = gateway(mode, limits);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = serve(Arc::clone(&gateway), listening(listener, tls), async move {
            drop(stopped.await);
        });
        let served = tokio::spawn(async move { serving.await.unwrap() });
        Self { address, seen, slow, gateway, stop: Some(stop), served }
    }

    pub(crate) fn stop(&mut self) {
        drop(self.stop.take());
    }

    pub(crate) async fn connect(&self) -> Connection {
        self.connect_to(self.address).await
    }

    /// To another listener of the same gateway.
    pub(crate) async fn connect_to(&self, address: SocketAddr) -> Connection {
        Connection { stream: TcpStream::connect(address).await.unwrap(), buffer: Vec::new() }
    }

    /// One request on a connection of its own.
    pub(crate) async fn send(&self, request: &Request) -> Answer {
        let mut connection = self.connect().await;
        connection.write(&request.bytes(self.address)).await;
        connection.read().await
    }

    /// The server answers others as before.
    pub(crate) async fn assert_well(&self) {
        let answer = self.send(&Request::new("GET", "/_tenfold/health")).await;
        assert_eq!((answer.status, answer.json()["status"].as_str()), (200, Some("ok")));
    }
}

/// A request before it is signed and written.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Bytes,
    pub(crate) sign: Option<Sign>,
}

#[derive(Clone)]
pub(crate) struct Sign {
    pub(crate) key: &'static str,
    pub(crate) secret: &'static str,
    pub(crate) token: Option<&'static str>,
    pub(crate) region: &'static str,
    pub(crate) service: &'static str,
    pub(crate) at: i64,
}

pub(crate) const ROOT: Sign =
    Sign { key: KEY, secret: SECRET, token: None, region: "us-east-1", service: "lambda", at: NOW };
pub(crate) const SESSION: Sign = Sign {
    key: SESSION_KEY,
    secret: SESSION_SECRET,
    token: Some(SESSION_TOKEN),
    region: "us-east-1",
    service: "lambda",
    at: NOW,
};

impl Request {
    pub(crate) fn new(method: &'static str, target: impl Into<String>) -> Self {
        Self { method, target: target.into(), headers: Vec::new(), body: Bytes::new(), sign: None }
    }

    pub(crate) fn invoke(function: &str, payload: impl Into<Bytes>) -> Self {
        let target = format!("/2015-03-31/functions/{function}/invocations");
        Self { body: payload.into(), ..Self::new("POST", target) }.signed(ROOT)
    }

    pub(crate) fn identity() -> Self {
        Self::new("POST", "/")
            .header("content-type", "application/x-www-form-urlencoded; charset=utf-8")
            .body("Action=GetCallerIdentity&Version=2011-06-15")
            .signed(Sign { service: "sts", ..ROOT })
    }

    pub(crate) fn signed(mut self, sign: Sign) -> Self {
        self.sign = Some(sign);
        self
    }

    pub(crate) fn unsigned(mut self) -> Self {
        self.sign = None;
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// The head, with a length that may not be the body's.
    pub(crate) fn head(&self, address: SocketAddr, length: Option<usize>) -> String {
        let mut builder = http::Request::builder().method(self.method).uri(&self.target);
        if !self.headers.iter().any(|(name, _)| name == "host") {
            builder = builder.header("host", address.to_string());
        }
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        let mut parts = builder.body(()).unwrap().into_parts().0;
        if let Some(sign) = &self.sign {
            let credentials = Credentials {
                access_key_id: sign.key.to_owned(),
                secret: Secret::new(sign.secret),
                session_token: sign.token.map(str::to_owned),
            };
            let at = Timestamp(sign.at);
            sigv4::sign(&mut parts, &self.body, &credentials, sign.region, sign.service, at).unwrap();
        }
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        for (name, value) in &parts.headers {
            head.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
        }
        if let Some(length) = length {
            head.push_str(&format!("content-length: {length}\r\n"));
        }
        head + "\r\n"
    }

    pub(crate) fn bytes(&self, address: SocketAddr) -> Vec<u8> {
        let mut bytes = self.head(address, Some(self.body.len())).into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// A connection, with what was read and not used yet.
pub(crate) struct Connection {
    pub(crate) stream: TcpStream,
    buffer: Vec<u8>,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let prefix = format!("{name}: ");
        self.head.lines().find_map(|line| line.strip_prefix(&prefix))
    }
}

impl Connection {
    /// Writes; a server that has closed is no error here.
    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        let _ = tokio::time::timeout(PATIENCE, self.stream.write_all(bytes)).await.unwrap();
    }

    /// Reads one answer.
    pub(crate) async fn read(&mut self) -> Answer {
        self.try_read().await.expect("an answer before the end of the connection")
    }

    /// Reads one answer, or `None` where the connection ends without one.
    pub(crate) async fn try_read(&mut self) -> Option<Answer> {
        let end = loop {
            if let Some(at) = self.buffer.windows(4).position(|w| w == b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8(self.buffer.drain(..end).collect()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut answer = Answer { status, head, body: Vec::new() };
        let length = answer.header("content-length").map_or(0, |n| n.parse().unwrap());
        while self.buffer.len() < length {
            self.more().await?;
        }
        answer.body = self.buffer.drain(..length).collect();
        Some(answer)
    }

    /// Reads one chunk of an answer; the last one is empty. `None` where the connection ends before.
    pub(crate) async fn chunk(&mut self) -> Option<Vec<u8>> {
        let line = loop {
            if let Some(at) = self.buffer.windows(2).position(|w| w == b"\r\n") {
                break at;
            }
            self.more().await?;
        };
        let size = std::str::from_utf8(&self.buffer[..line]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        while self.buffer.len() < line + 2 + size + 2 {
            self.more().await?;
        }
        let chunk = self.buffer.drain(..line + 2 + size + 2).skip(line + 2).take(size).collect();
        Some(chunk)
    }

    async fn more(&mut self) -> Option<()> {
        let mut chunk = [0; 4_096];
        let read =
            tokio::time::timeout(PATIENCE, self.stream.read(&mut chunk)).await.expect("no byte for long");
        match read {
            Ok(n) if n > 0 => {
                self.buffer.extend_from_slice(&chunk[..n]);
                Some(())
            }
            _ => None,
        }
    }
}
