//! For fuzz targets and benchmarks only: what a stranger can send, without a socket.

use crate::authorize::{Identities, Resources};
use crate::budget::Source;
use crate::config::Gateway;
use crate::identify::identify;
use crate::request::{Peer, is_let_in};
use crate::{http1, http2};
use async_trait::async_trait;
use aws_wire::ApiError;
use aws_wire::access::Check;
use domain::{AccountId, Region, Timestamp};
use http::request::Parts;
use policy::Policy;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use store::{IdentityName, PrincipalPolicies, StoreError};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;

/// One connection, of HTTP/1 or HTTP/2, until its end.
pub async fn connection<S>(gateway: Arc<Gateway>, stream: S, of_http2: bool)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let peer =
        Peer { label: "fuzz".into(), source: Source::peer(address), address, tls: None, inspects: false };
    let (_stop, stopped) = watch::channel(false);
    // How it ends is the sender's affair.
    let _ = match of_http2 {
        true => http2::drive(gateway, peer, stream, stopped).await,
        false => http1::drive(&gateway, &peer, stream, stopped).await,
    };
}

/// Whether the head of a request is proven and what it asks for allowed.
pub async fn is_admitted(gateway: &Gateway, parts: &Parts) -> bool {
    let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let peer =
        Peer { label: "bench".into(), source: Source::peer(address), address, tls: None, inspects: false };
    match identify(gateway, parts) {
        Ok(identified) => is_let_in(gateway, &peer, &identified, parts).await,
        Err(_) => false,
    }
}

/// A world without users, roles and policies.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

#[async_trait]
impl Identities for Nobody {
    fn revision(&self) -> u64 {
        0
    }

    async fn policies(&self, _: &IdentityName) -> Result<Option<PrincipalPolicies>, StoreError> {
        Ok(None)
    }

    fn used(&self, _: IdentityName, _: &str, _: &'static str, _: &Region, _: Timestamp) {}

    async fn managed(&self, _: &AccountId, _: &str) -> Result<Option<Arc<str>>, StoreError> {
        Ok(None)
    }
}

#[async_trait]
impl Resources for Nobody {
    async fn policy(&self, _: &Check) -> Result<Option<Arc<Policy>>, ApiError> {
        Ok(None)
    }

    async fn with_path(&self, _: &Check) -> Result<Option<String>, ApiError> {
        Ok(None)
    }

    async fn keys(&self, _: &Check) -> Result<Vec<(String, String)>, ApiError> {
        Ok(Vec::new())
    }
}
