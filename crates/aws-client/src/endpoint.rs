//! Where an endpoint is, checked when it is configured.

use http::Uri;
use http::uri::Scheme;

/// `http://host[:port]` or `https://host[:port]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub(crate) tls: bool,
    /// As `Host` says it: with the port where one was given.
    pub(crate) authority: String,
    /// Without the brackets of an IPv6 address.
    pub(crate) host: String,
    pub(crate) port: u16,
}

/// The text is no endpoint, or it cannot be spoken to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// Something else than scheme, host and port, credentials within the URL included. The text is not repeated, for it
    /// may hold a password.
    #[error(
        "an endpoint is http://HOST[:PORT] or https://HOST[:PORT], without a path and without credentials"
    )]
    Form,
    /// An endpoint with TLS, and no certificate authority that could vouch for it.
    #[error("no certificate authorities (those of this machine: see $SSL_CERT_FILE): {0}")]
    NoAuthorities(String),
    /// The certificate that is to be shown, or its key, cannot be used.
    #[error("the client's certificate and key cannot be used: {0}")]
    NoIdentity(String),
}

impl Endpoint {
    /// Host, and port where one was given, as `Host` has them.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// As its URL, without a path.
    pub fn url(&self) -> String {
        format!("{}://{}", if self.tls { "https" } else { "http" }, self.authority)
    }

    /// Parses an endpoint's URL.
    ///
    /// # Errors
    /// [`EndpointError::Form`].
    pub fn parse(text: &str) -> Result<Self, EndpointError> {
        let uri: Uri = text.parse().map_err(|_| EndpointError::Form)?;
        let tls = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return Err(EndpointError::Form),
        };
        let authority = uri.authority().ok_or(EndpointError::Form)?;
        let bare = matches!(uri.path(), "" | "/") && uri.query().is_none();
        if !bare || authority.as_str().contains('@') || authority.host().is_empty() {
            return Err(EndpointError::Form);
        }
        // A port that is there and no number has no other sign.
        let after_host = &authority.as_str()[authority.host().len()..];
        if !after_host.is_empty() && authority.port_u16().is_none_or(|port| port == 0) {
            return Err(EndpointError::Form);
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        Ok(Self { tls, authority: authority.as_str().to_owned(), host, port })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        for (text, tls, authority, host, port) in [
            ("http://127.0.0.1:9000", false, "127.0.0.1:9000", "127.0.0.1", 9_000),
            ("http://minio/", false, "minio", "minio", 80),
            (
                "HTTPS://s3.eu-west-1.amazonaws.com",
                true,
                "s3.eu-west-1.amazonaws.com",
                "s3.eu-west-1.amazonaws.com",
                443,
            ),
            ("https://[::1]:9443", true, "[::1]:9443", "::1", 9_443),
        ] {
            let parsed = Endpoint::parse(text).unwrap();
            assert_eq!(
                parsed,
                Endpoint { tls, authority: authority.into(), host: host.into(), port },
                "{text}"
            );
            let url = parsed.url();
            assert_eq!(url, text.trim_end_matches('/').replace("HTTPS", "https"));
        }
        for bad in [
            "",
            "minio:9000",
            "/a",
            "ftp://h",
            "http://",
            "http://user:secret@h",
            "http://h/path",
            "http://h/?q",
            "http://h:0",
            "http://h:",
            "http://h:99999",
            "s3://bucket",
            "http:///x",
            "http://h h",
        ] {
            assert_eq!(Endpoint::parse(bad), Err(EndpointError::Form), "{bad}");
        }
    }
}
