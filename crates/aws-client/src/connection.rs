//! One connection for one request: TCP, TLS where the endpoint has it, HTTP/1.1.

use crate::client::CallError;
use crate::endpoint::{Endpoint, EndpointError};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::http1::{Builder, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::path::{Path, PathBuf};
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
pub struct Connector {
    endpoint: Endpoint,
    tls: Option<TlsConnector>,
}

/// What is said of both sides of TLS, in files of PEM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// The authorities that vouch for the endpoint, instead of the machine's.
    pub authorities: Option<PathBuf>,
    /// The certificate that the endpoint is shown, with what it is signed by, and its key.
    pub identity: Option<(PathBuf, PathBuf)>,
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
        Self::with(endpoint, &Trust::default(), &[])
    }

    /// The same with what files say of both sides, and with what ALPN is to offer.
    ///
    /// # Errors
    /// [`EndpointError::NoAuthorities`], [`EndpointError::NoIdentity`].
    pub fn with(endpoint: Endpoint, trust: &Trust, alpn: &[&[u8]]) -> Result<Self, EndpointError> {
        let tls = if endpoint.tls {
            let mut config = trusting(trust)?;
            config.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
            Some(TlsConnector::from(Arc::new(config)))
        } else {
            None
        };
        Ok(Self { endpoint, tls })
    }

    /// Connects, within 10 s, TLS included.
    ///
    /// # Errors
    /// [`CallError::Unavailable`].
    pub async fn stream(&self) -> Result<Box<dyn Stream>, CallError> {
        let connected = timeout(CONNECT, self.connect()).await;
        connected.map_err(|_| unavailable("no connection within 10 s"))?
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Sends a request and waits for the head of the answer.
    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> Result<Answer, CallError> {
        let mut driver = JoinSet::new();
        let mut sender = handshake(self.stream().await?, &mut driver).await?;
        let answered = timeout(HEAD, sender.send_request(request)).await;
        let response = answered
            .map_err(|_| unavailable("no answer within 30 s"))?
            .map_err(|e| unavailable(&format!("no answer: {e}")))?;
        Ok(Answer { response, _driver: driver })
    }

    async fn connect(&self) -> Result<Box<dyn Stream>, CallError> {
        let Endpoint { host, port, .. } = &self.endpoint;
        let stream = TcpStream::connect((host.as_str(), *port)).await;
        let stream = stream.map_err(|e| unavailable(&format!("cannot connect: {e}")))?;
        let Some(tls) = &self.tls else { return Ok(Box::new(stream)) };
        let name = ServerName::try_from(host.clone());
        let name = name.map_err(|_| unavailable("the host's name is none for a certificate"))?;
        let stream = tls.connect(name, stream).await;
        Ok(Box::new(stream.map_err(|e| unavailable(&format!("no TLS: {e}")))?))
    }
}

async fn handshake(
    stream: Box<dyn Stream>,
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

/// A connection's bytes.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Whoever has a certificate of these authorities, the machine's where there is no file.
fn trusting(trust: &Trust) -> Result<ClientConfig, EndpointError> {
    let mut roots = RootCertStore::empty();
    let (known, reasons) = match &trust.authorities {
        Some(file) => certificates(file).map_or_else(|why| (Vec::new(), why), |found| (found, String::new())),
        None => {
            let found = rustls_native_certs::load_native_certs();
            let reasons: Vec<_> = found.errors.iter().map(ToString::to_string).collect();
            (found.certs, reasons.join("; "))
        }
    };
    let (added, _) = roots.add_parsable_certificates(known);
    if added == 0 {
        let empty = trust.authorities.as_ref().filter(|_| reasons.is_empty());
        let empty = empty.map(|file| format!("{}: there is no certificate in it", file.display()));
        return Err(EndpointError::NoAuthorities(empty.unwrap_or(reasons)));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|e| EndpointError::NoAuthorities(e.to_string()))?;
    let builder = builder.with_root_certificates(roots);
    let Some((chain, key)) = &trust.identity else { return Ok(builder.with_no_client_auth()) };
    let chain = certificates(chain).map_err(EndpointError::NoIdentity)?;
    let shown =
        |error: &dyn std::fmt::Display| EndpointError::NoIdentity(format!("{}: {error}", key.display()));
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| shown(&error))?;
    builder.with_client_auth_cert(chain, key).map_err(|error| EndpointError::NoIdentity(error.to_string()))
}

/// All of a file; why not, where it cannot be read.
fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let read = CertificateDer::pem_file_iter(file).and_then(Iterator::collect);
    read.map_err(|error| format!("{}: {error}", file.display()))
}

fn unavailable(why: &str) -> CallError {
    CallError::Unavailable(why.to_owned())
}
