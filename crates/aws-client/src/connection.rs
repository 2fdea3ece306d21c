//! One connection for one request: TCP, TLS where the endpoint has it, HTTP/1.1.

use crate::client::CallError;
use crate::endpoint::{Endpoint, EndpointError};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::http1::{Builder, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// Name, connection and TLS together.
const CONNECT: Duration = Duration::from_secs(10);
/// Until the request is sent and the head of the answer is there.
const HEAD: Duration = Duration::from_secs(30);
/// Headers of an answer, bytes and number.
const MAX_HEAD: usize = 64 << 10;
const MAX_HEADERS: usize = 100;

/// How connections to one endpoint are made.
pub(crate) struct Connector {
    endpoint: Endpoint,
    tls: Option<TlsConnector>,
}

/// An answer whose body is still to be read. What drives the connection goes with it.
pub(crate) struct Answer {
    pub(crate) response: Response<Incoming>,
    _driver: JoinSet<()>,
}

impl Connector {
    /// Reads the machine's certificate authorities where they are needed, `$SSL_CERT_FILE` and `$SSL_CERT_DIR` before
    /// all others.
    pub(crate) fn new(endpoint: Endpoint) -> Result<Self, EndpointError> {
        let tls =
            if endpoint.tls { Some(TlsConnector::from(Arc::new(trusting_the_machine()?))) } else { None };
        Ok(Self { endpoint, tls })
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Sends a request and waits for the head of the answer.
    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> Result<Answer, CallError> {
        let mut driver = JoinSet::new();
        let connected = timeout(CONNECT, self.connect(&mut driver)).await;
        let mut sender = connected.map_err(|_| unavailable("no connection within 10 s"))??;
        let answered = timeout(HEAD, sender.send_request(request)).await;
        let response = answered
            .map_err(|_| unavailable("no answer within 30 s"))?
            .map_err(|e| unavailable(&format!("no answer: {e}")))?;
        Ok(Answer { response, _driver: driver })
    }

    async fn connect(&self, driver: &mut JoinSet<()>) -> Result<SendRequest<Full<Bytes>>, CallError> {
        let Endpoint { host, port, .. } = &self.endpoint;
        let stream = TcpStream::connect((host.as_str(), *port)).await;
        let stream = stream.map_err(|e| unavailable(&format!("cannot connect: {e}")))?;
        let Some(tls) = &self.tls else { return handshake(stream, driver).await };
        let name = ServerName::try_from(host.clone());
        let name = name.map_err(|_| unavailable("the host's name is none for a certificate"))?;
        let stream = tls.connect(name, stream).await;
        handshake(stream.map_err(|e| unavailable(&format!("no TLS: {e}")))?, driver).await
    }
}

async fn handshake(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    driver: &mut JoinSet<()>,
) -> Result<SendRequest<Full<Bytes>>, CallError> {
    let mut http = Builder::new();
    http.max_buf_size(MAX_HEAD).max_headers(MAX_HEADERS);
    let (sender, connection) =
        http.handshake(TokioIo::new(stream)).await.map_err(|e| unavailable(&format!("no HTTP: {e}")))?;
    driver.spawn(async move {
        // Its error, if any, is the request's or the body's as well.
        let _ = connection.await;
    });
    Ok(sender)
}

fn trusting_the_machine() -> Result<ClientConfig, EndpointError> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    let (added, _) = roots.add_parsable_certificates(found.certs);
    if added == 0 {
        let reasons: Vec<_> = found.errors.iter().map(ToString::to_string).collect();
        return Err(EndpointError::NoAuthorities(reasons.join("; ")));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|e| EndpointError::NoAuthorities(e.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

fn unavailable(why: &str) -> CallError {
    CallError::Unavailable(why.to_owned())
}
