//! TLS on a listener: its certificate, which can be exchanged while connections go on, and handshakes.
//!
//! Never here: where a certificate comes from. Only servers that are known by it are proven; clients prove themselves by
//! their signatures.

use crate::connection::Stalling;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert, ServerConfig};
use rustls::sign::CertifiedKey;
use std::io;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The protocols that are offered, the better one first.
const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];
/// Certificates of a chain; longer ones are no chain.
const MAX_CHAIN: usize = 16;

/// Why a certificate cannot be served with. Says nothing of a key but what is wrong with it.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// Not PEM, or none of it a certificate.
    #[error("no certificate in PEM: {0}")]
    Certificate(String),
    /// Not PEM, or none of it a private key.
    #[error("no private key in PEM")]
    Key,
    /// The key is of an unknown kind, or another certificate's.
    #[error("the key and the certificate do not go together: {0}")]
    Unusable(#[from] rustls::Error),
}

/// How a listener speaks TLS. Clones are the same one.
#[derive(Clone)]
pub struct Tls {
    config: Arc<ServerConfig>,
    certificate: Arc<Current>,
}

impl Tls {
    /// A certificate with the chain below its authority, and its key; both in PEM.
    pub fn new(chain: &[u8], key: &[u8]) -> Result<Self, TlsError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let certificate = Arc::new(Current(RwLock::new(certified(chain, key, &provider)?)));
        let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(Arc::clone(&certificate) as _);
        config.alpn_protocols = PROTOCOLS.iter().map(|name| name.to_vec()).collect();
        // What comes before the handshake ends could be sent again by anybody.
        config.max_early_data_size = 0;
        Ok(Self { config: Arc::new(config), certificate })
    }

    /// Takes another certificate for the handshakes to come. Where it cannot be used, the old one stays.
    pub fn exchange(&self, chain: &[u8], key: &[u8]) -> Result<(), TlsError> {
        let certified = certified(chain, key, self.config.crypto_provider())?;
        *self.certificate.0.write().unwrap_or_else(PoisonError::into_inner) = certified;
        Ok(())
    }

    /// Shakes hands, within a time.
    pub(crate) async fn accept(&self, stream: Stalling, limit: Duration) -> io::Result<TlsStream<Stalling>> {
        let acceptor = TlsAcceptor::from(Arc::clone(&self.config));
        tokio::time::timeout(limit, acceptor.accept(stream))
            .await
            .unwrap_or(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}

/// What was agreed on, as AWS's load balancers tell a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agreed {
    /// Such as `TLSv1.3`.
    pub(crate) version: &'static str,
    /// The suite's name at IANA.
    pub(crate) suite: String,
    /// HTTP/2 and not HTTP/1.1.
    pub(crate) http2: bool,
}

impl Agreed {
    pub(crate) fn of(stream: &TlsStream<Stalling>) -> Self {
        let (_, connection) = stream.get_ref();
        let version = match connection.protocol_version() {
            Some(rustls::ProtocolVersion::TLSv1_2) => "TLSv1.2",
            _ => "TLSv1.3",
        };
        let suite = connection.negotiated_cipher_suite().map(|suite| suite.suite());
        // rustls says which generation a suite of TLS 1.3 is of.
        let suite = suite.map_or(String::new(), |suite| format!("{suite:?}").replacen("TLS13_", "TLS_", 1));
        Self { version, suite, http2: connection.alpn_protocol() == Some(b"h2") }
    }
}

#[derive(Debug)]
struct Current(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

fn certified(chain: &[u8], key: &[u8], provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, TlsError> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(chain).take(MAX_CHAIN + 1).collect();
    let chain = chain.map_err(|e| TlsError::Certificate(e.to_string()))?;
    if chain.is_empty() || chain.len() > MAX_CHAIN {
        return Err(TlsError::Certificate(format!("{} certificates, not 1 to {MAX_CHAIN}", chain.len())));
    }
    // Its error would quote what is in the file.
    let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| TlsError::Key)?;
    Ok(Arc::new(CertifiedKey::from_der(chain, key, provider)?))
}
