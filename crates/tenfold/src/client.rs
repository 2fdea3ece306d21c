//! A small HTTP/1.1 client for the server's own API: signed, one connection that is kept alive.
//!
//! Never here: what the operations mean (see `api`), retries, proxies, or any host but the running server.

use crate::config::DataDirArgs;
use crate::data_dir::{self, ServerNote};
use crate::failure::Failure;
use crate::front_door::pinned;
use aws_wire::sigv4::{self, Credentials};
use bytes::Bytes;
use domain::{Clock, clock::SystemClock};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// No answer of ours is longer: 6 MB of payload is the most.
const MAX_ANSWER: usize = 64 << 20;
const CONNECT: Duration = Duration::from_secs(5);
/// Longer than the longest function timeout, 900 s.
const ANSWER: Duration = Duration::from_secs(960);

/// A connection to a running server.
pub(crate) struct Client {
    address: SocketAddr,
    /// The file with the server's certificate, where it has one.
    certificate: Option<PathBuf>,
    credentials: Credentials,
    region: String,
    connection: Option<SendRequest<Full<Bytes>>>,
}

/// A request before it is signed.
pub(crate) struct Call<'a> {
    /// Signing name of the service.
    pub(crate) service: &'a str,
    /// Method.
    pub(crate) method: Method,
    /// Path and query, percent-encoded.
    pub(crate) target: String,
    /// Headers besides those that the client adds.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Body.
    pub(crate) body: Bytes,
}

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Status.
    pub(crate) status: StatusCode,
    /// Headers.
    pub(crate) headers: HeaderMap,
    /// Body.
    pub(crate) body: Bytes,
}

impl Answer {
    /// A header's text, where it is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }
}

impl Client {
    /// The server of a data directory, connected.
    pub(crate) async fn of(data: &DataDirArgs) -> Result<Self, Failure> {
        let directory = data.locate()?;
        let note = running(&directory)?;
        let (credentials, _) = data_dir::credentials_of(&directory)?;
        let mut client = Self::new(&note, credentials);
        client.connect().await?;
        Ok(client)
    }

    /// A server; it is connected to when it is needed.
    pub(crate) fn new(note: &ServerNote, credentials: Credentials) -> Self {
        Self {
            address: reachable(note.address),
            certificate: note.tls.as_ref().map(|tls| tls.certificate.clone()),
            credentials,
            region: note.region.clone(),
            connection: None,
        }
    }

    /// Connects, unless there is a connection.
    pub(crate) async fn connect(&mut self) -> Result<(), Failure> {
        if self.connection.as_ref().is_some_and(|c| !c.is_closed()) {
            return Ok(());
        }
        let no_server = |why: String| Failure::NoServer(format!("cannot connect to {}: {why}", self.address));
        let stream = match timeout(CONNECT, TcpStream::connect(self.address)).await {
            Ok(connected) => connected.map_err(|e| no_server(e.to_string()))?,
            Err(_) => return Err(no_server("no answer within 5 s".to_owned())),
        };
        stream.set_nodelay(true).map_err(|e| no_server(e.to_string()))?;
        let sender = match &self.certificate {
            None => speak(stream).await,
            Some(file) => {
                let name = ServerName::from(self.address.ip());
                let secured = timeout(CONNECT, pinned::connector(file)?.connect(name, stream)).await;
                let secured = secured.map_err(|_| no_server("no TLS within 5 s".to_owned()))?;
                speak(secured.map_err(|e| no_server(format!("no TLS: {e}")))?).await
            }
        };
        self.connection = Some(sender.map_err(|e| no_server(e.to_string()))?);
        Ok(())
    }

    /// Sends one request and reads its whole answer, whatever its status.
    pub(crate) async fn send(&mut self, call: Call<'_>) -> Result<Answer, Failure> {
        let request = self.signed(call)?;
        self.connect().await?;
        let lost = |e: &dyn std::fmt::Display| Failure::NoServer(format!("the server went away: {e}"));
        let Some(connection) = &mut self.connection else {
            return Err(lost(&"no connection"));
        };
        let exchange = async {
            connection.ready().await.map_err(|e| lost(&e))?;
            let response = connection.send_request(request).await.map_err(|e| lost(&e))?;
            let (head, body) = response.into_parts();
            let body = Limited::new(body, MAX_ANSWER).collect().await.map_err(|e| lost(&e))?.to_bytes();
            Ok(Answer { status: head.status, headers: head.headers, body })
        };
        timeout(ANSWER, exchange).await.unwrap_or_else(|e| Err(lost(&e)))
    }

    fn signed(&self, call: Call<'_>) -> Result<Request<Full<Bytes>>, Failure> {
        let invalid = |e: &dyn std::fmt::Display| Failure::Usage(format!("cannot be sent: {e}"));
        let mut request = Request::new(());
        *request.method_mut() = call.method;
        *request.uri_mut() = call.target.parse().map_err(|e| invalid(&e))?;
        let host = HeaderValue::from_str(&self.address.to_string()).map_err(|e| invalid(&e))?;
        request.headers_mut().insert(header::HOST, host);
        for (name, value) in &call.headers {
            request.headers_mut().insert(*name, HeaderValue::from_str(value).map_err(|e| invalid(&e))?);
        }
        let (mut parts, ()) = request.into_parts();
        let now = SystemClock.now();
        sigv4::sign(&mut parts, &call.body, &self.credentials, &self.region, call.service, now)
            .map_err(|e| invalid(&e))?;
        Ok(Request::from_parts(parts, Full::new(call.body)))
    }
}

async fn speak(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
) -> hyper::Result<SendRequest<Full<Bytes>>> {
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends with the sender; its error, if any, is the request's as well.
    tokio::spawn(connection);
    Ok(sender)
}

/// The note of the server that runs on a data directory.
pub(crate) fn running(directory: &Path) -> Result<ServerNote, Failure> {
    ServerNote::read(directory).ok_or_else(|| {
        let why = match std::fs::metadata(directory.join("server.json")) {
            Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => ", or it is not yours to read",
            _ => "",
        };
        Failure::NoServer(format!(
            "no server is running on {}{why}; start one with `tenfold up`, or name its --data-dir",
            directory.display()
        ))
    })
}

/// The address by which this machine reaches a listener: loopback for one that listens on every address.
pub(crate) fn reachable(listener: SocketAddr) -> SocketAddr {
    let ip = match listener.ip() {
        ip if !ip.is_unspecified() => ip,
        std::net::IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
        std::net::IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
    };
    SocketAddr::new(ip, listener.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_to_connect_to() {
        for (listener, address) in [
            ("127.0.0.1:4566", "127.0.0.1:4566"),
            ("0.0.0.0:1", "127.0.0.1:1"),
            ("[::]:1", "[::1]:1"),
            ("10.0.0.1:1", "10.0.0.1:1"),
        ] {
            assert_eq!(reachable(listener.parse().unwrap()).to_string(), address);
        }
    }
}
