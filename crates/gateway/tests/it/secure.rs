//! TLS: a house that has it, clients of it, and what is limited before a request is there.

use crate::house::{House, Request};
use crate::urls::{OPEN, host};
use bytes::Bytes;
use gateway::{Limits, Mode, Tls};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// No test waits longer for the other side.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A certificate that is its own authority, and its key.
pub(crate) fn certificate() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
    (made.cert.pem(), made.signing_key.serialize_pem())
}

/// A house with TLS, and who trusts it.
pub(crate) struct Secure {
    pub(crate) house: House,
    pub(crate) tls: Tls,
    certificate: String,
}

impl Secure {
    pub(crate) async fn new() -> Self {
        Self::with(Limits::default()).await
    }

    pub(crate) async fn with(limits: Limits) -> Self {
        let (certificate, key) = certificate();
        let tls = Tls::new(certificate.as_bytes(), key.as_bytes()).unwrap();
        let house = House::with(Mode::Signed, limits, Some(tls.clone())).await;
        Self { house, tls, certificate }
    }

    /// Connects and shakes hands; `None` where the server hangs up.
    pub(crate) async fn try_connect(&self, protocol: &str) -> Option<TlsStream<TcpStream>> {
        connect(&self.house, &self.certificate, protocol).await
    }

    pub(crate) async fn connect(&self, protocol: &str) -> TlsStream<TcpStream> {
        self.try_connect(protocol).await.expect("a handshake")
    }

    pub(crate) async fn assert_well(&self) {
        let answer = self.http2().await.send(&self.house, &Request::new("GET", "/_tenfold/health")).await;
        assert_eq!(answer.status, 200);
    }

    pub(crate) async fn http2(&self) -> Client {
        let io = TokioIo::new(self.connect("h2").await);
        let (sender, connection) = http2::handshake(TokioExecutor::new(), io).await.unwrap();
        tokio::spawn(connection);
        Client::Two(sender)
    }

    async fn http1(&self) -> Client {
        let (sender, connection) =
            http1::handshake(TokioIo::new(self.connect("http/1.1").await)).await.unwrap();
        tokio::spawn(connection);
        Client::One(sender)
    }
}

async fn connect(house: &House, certificate: &str, protocol: &str) -> Option<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(certificate.as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![protocol.as_bytes().to_vec()];
    let tcp = TcpStream::connect(house.address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let shaken =
        tokio::time::timeout(PATIENCE, TlsConnector::from(Arc::new(config)).connect(name, tcp)).await;
    shaken.unwrap().ok()
}

/// A proper client of either protocol.
pub(crate) enum Client {
    One(http1::SendRequest<Full<Bytes>>),
    Two(http2::SendRequest<Full<Bytes>>),
}

pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Bytes,
}

impl Client {
    pub(crate) async fn begin(
        &mut self,
        house: &House,
        request: &Request,
    ) -> hyper::Result<http::Response<hyper::body::Incoming>> {
        let head = request.head(house.address, None);
        let mut built = http::Request::builder().method(request.method);
        let mut authority = String::new();
        for line in head.lines().skip(1).filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(": ").unwrap();
            match (name, &self) {
                ("host", Self::Two(_)) => authority = format!("https://{value}"),
                _ => built = built.header(name, value),
            }
        }
        let built = built.uri(format!("{authority}{}", request.target));
        let built = built.body(Full::new(request.body.clone())).unwrap();
        match self {
            Self::One(sender) => sender.send_request(built).await,
            Self::Two(sender) => sender.send_request(built).await,
        }
    }

    pub(crate) async fn send(&mut self, house: &House, request: &Request) -> Got {
        let (head, body) = self.begin(house, request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Got { status: head.status.as_u16(), headers: head.headers, body }
    }
}

#[tokio::test]
async fn both_protocols_serve_the_same() {
    let secure = Secure::new().await;
    for mut client in [secure.http1().await, secure.http2().await] {
        let answer = client.send(&secure.house, &Request::invoke("fn", "{\"a\":1}")).await;
        assert_eq!((answer.status, &answer.body[..]), (200, &b"{\"a\":1}"[..]));
        assert!(answer.headers.contains_key("x-amzn-requestid"));
        assert_eq!(client.send(&secure.house, &Request::invoke("fn", "1").unsigned()).await.status, 403);
        // What answers name is reached by TLS as well.
        let contexts = std::mem::take(&mut *secure.house.seen.contexts.lock().unwrap());
        assert_eq!(*contexts[0].endpoint, *format!("https://{}", secure.house.address));

        let url =
            Request::new("POST", "/plain?q=1").header("host", &host(OPEN)).header("cookie", "a=1").body("b");
        assert_eq!(client.send(&secure.house, &url).await.status, 200);
        let call = secure.house.seen.calls.lock().unwrap().pop().unwrap();
        let event: serde_json::Value = serde_json::from_slice(&call.event).unwrap();
        let headers = &event["headers"];
        assert_eq!(
            (&headers["x-forwarded-proto"], &headers["x-forwarded-port"], &headers["x-amzn-tls-version"]),
            (&"https".into(), &"4566".into(), &"TLSv1.3".into())
        );
        assert_eq!(
            (&headers["host"], &event["requestContext"]["http"]["protocol"]),
            (&host(OPEN).into(), &"HTTP/1.1".into())
        );
        assert!(headers["x-amzn-tls-cipher-suite"].as_str().unwrap().starts_with("TLS_"), "{headers}");
        assert_eq!((&event["rawPath"], &event["cookies"]), (&"/plain".into(), &serde_json::json!(["a=1"])));
    }
}

#[tokio::test]
async fn the_certificate_is_exchanged_while_connections_go_on() {
    let secure = Secure::new().await;
    let mut before = secure.http1().await;
    let (other, key) = certificate();
    assert!(secure.tls.exchange(other.as_bytes(), b"no key").is_err());
    let (_, foreign) = certificate();
    assert!(secure.tls.exchange(other.as_bytes(), foreign.as_bytes()).is_err());
    assert!(secure.try_connect("h2").await.is_some(), "the old one stays");
    secure.tls.exchange(other.as_bytes(), key.as_bytes()).unwrap();
    assert!(secure.try_connect("h2").await.is_none(), "the old one is gone");
    assert!(connect(&secure.house, &other, "h2").await.is_some());
    assert_eq!(before.send(&secure.house, &Request::invoke("fn", "1")).await.status, 200);
}

#[tokio::test]
async fn keys_are_not_quoted() {
    let (certificate, _) = certificate();
    let error = Tls::new(
        certificate.as_bytes(),
        b"-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n",
    );
    let error = format!("{0} {0:?}", error.unwrap_err());
    assert!(!error.contains("c2VjcmV0") && !error.contains("secret"), "{error}");
    assert!(Tls::new(b"", b"").is_err());
}

#[tokio::test]
async fn handshakes_have_a_time_and_a_number() {
    let limits =
        Limits { handshake: Duration::from_millis(300), handshakes_of_a_peer: 2, ..Limits::default() };
    let secure = Secure::with(limits).await;
    let mut silent = Vec::new();
    for _ in 0..2 {
        silent.push(TcpStream::connect(secure.house.address).await.unwrap());
    }
    // A third one is closed at once, while the two are being waited for.
    let mut third = TcpStream::connect(secure.house.address).await.unwrap();
    let read = tokio::time::timeout(PATIENCE, third.read(&mut [0; 1])).await.unwrap();
    assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    // They are given up, and there is room again.
    for mut one in silent {
        let read = tokio::time::timeout(PATIENCE, one.read(&mut [0; 64])).await.unwrap();
        assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    }
    secure.assert_well().await;
}

#[tokio::test]
async fn what_is_no_handshake_is_cut() {
    let secure = Secure::new().await;
    for bytes in [
        b"GET / HTTP/1.1\r\nhost: a\r\n\r\n".to_vec(),
        vec![0; 100_000],
        [b"\x16\x03\x01\xff\xff".as_slice(), &[1; 70_000]].concat(),
        b"\x15\x03\x03\0\x02\x02\x28".to_vec(),
    ] {
        let mut stream = TcpStream::connect(secure.house.address).await.unwrap();
        let _ = stream.write_all(&bytes).await;
        let mut got = Vec::new();
        let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut got)).await;
        assert!(ended.is_ok() && !got.starts_with(b"HTTP"), "{got:?}");
    }
    secure.assert_well().await;
}

#[tokio::test]
async fn a_shutdown_ends_idle_connections_and_waits_for_busy_ones() {
    let mut secure = Secure::new().await;
    let idle = secure.http2().await;
    let mut busy = secure.http2().await;
    let request = Request::invoke("slow", "1");
    let (house, slow) = (&secure.house, Arc::clone(&secure.house.slow));
    let answered = async {
        let answer = busy.send(house, &request).await;
        (answer.status, answer.body)
    };
    let stop = async {
        house.seen.began.notified().await;
    };
    let (mut answered, stop) = (Box::pin(answered), Box::pin(stop));
    tokio::select! { _ = &mut answered => panic!("it is slow"), () = stop => {} }
    drop(answered);
    // The client's future is gone, and with it its stream: the operation goes on and is waited for.
    secure.house.stop();
    slow.add_permits(1);
    tokio::time::timeout(PATIENCE, &mut secure.house.served).await.unwrap().unwrap();
    drop((idle, busy));
}
