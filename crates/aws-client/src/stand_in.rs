//! Endpoints for tests: they speak HTTP byte by byte, well and badly.

use crate::{Client, ClientOptions, Endpoint};
use aws_wire::sigv4::{self, Credentials, Presented, Secret};
use domain::{Clock, Region, Timestamp};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub(crate) const NOW: Timestamp = Timestamp(1_795_544_521_000);
pub(crate) const SECRET: &str = "the server's secret";

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> Timestamp {
        NOW
    }
}

/// What an endpoint got.
pub(crate) struct Got {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Got {
    /// Its method and target, and its signature once verified.
    pub(crate) fn verified(&self, service: &str) -> (String, http::request::Parts, Presented) {
        let (line, headers) = self.head.split_once("\r\n").unwrap();
        let [method, target, "HTTP/1.1"] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let mut request = http::Request::builder().method(method).uri(target);
        for header in headers.lines().filter(|line| !line.is_empty()) {
            let (name, value) = header.split_once(": ").unwrap();
            request = request.header(name, value);
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        assert!(!self.head.contains(SECRET));
        let presented = sigv4::parse(&parts).unwrap();
        presented.verify(&parts, &self.body, &Secret::new(SECRET), NOW, service).unwrap();
        assert!(presented.verify(&parts, &self.body, &Secret::new("another"), NOW, service).is_err());
        (format!("{method} {target}"), parts, presented)
    }
}

/// An endpoint whose one connection a test plays; the request is its result.
pub(crate) async fn endpoint<F>(
    play: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> (Endpoint, JoinHandle<Got>)
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = Endpoint::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        let head = String::from_utf8(head).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        stream.read_exact(&mut body).await.unwrap();
        play(stream).await;
        Got { head, body }
    });
    (endpoint, served)
}

/// One that gives this answer.
pub(crate) async fn answering(bytes: impl Into<Vec<u8>>) -> (Endpoint, JoinHandle<Got>) {
    let bytes = bytes.into();
    endpoint(async move |mut stream| {
        // The other side may have heard enough.
        let _ = stream.write_all(&bytes).await;
    })
    .await
}

/// An answer with a status and a body.
pub(crate) fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// Credentials as a server has them.
pub(crate) fn credentials() -> Credentials {
    Credentials {
        access_key_id: "AKIASERVER".to_owned(),
        secret: Secret::new(SECRET),
        session_token: Some("a token".to_owned()),
    }
}

/// A client of an endpoint.
pub(crate) fn client(endpoint: Endpoint, credentials: Option<Credentials>) -> Arc<Client> {
    let options = ClientOptions { endpoint, region: None, credentials };
    Arc::new(Client::new(options, Arc::new(Fixed)).unwrap())
}

/// The region of what tests ask for.
pub(crate) fn region() -> Region {
    Region::new("eu-west-1").unwrap()
}
