//! Signing, for our own client and for addresses that we hand out.

use super::canonical::{Canonical, encode, names_to_sign};
use super::key::{CredentialScope, Secret, SigningKey};
use super::verify::string_to_sign;
use super::{ALGORITHM, UNSIGNED_PAYLOAD};
use domain::Timestamp;
use domain::hex::hex;
use http::header::AUTHORIZATION;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Uri};
use sha2::{Digest, Sha256};

/// Who signs.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The access key.
    pub access_key_id: String,
    /// Its secret.
    pub secret: Secret,
    /// For temporary credentials.
    pub session_token: Option<String>,
}

/// The request cannot be signed: it has no host, a signed header or parameter is not text, or `expires` is not 1 to
/// 604800.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the request cannot be signed")]
pub struct SignError;

/// Adds `x-amz-date`, `x-amz-security-token` and `authorization` to a request. The host is that of the header, else
/// of the URI.
///
/// # Errors
/// [`SignError`], with the request partly changed.
pub fn sign(
    parts: &mut Parts,
    body: &[u8],
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
) -> Result<(), SignError> {
    let date = now.amz_date();
    parts.headers.insert("x-amz-date", value(&date)?);
    if let Some(token) = &credentials.session_token {
        parts.headers.insert("x-amz-security-token", value(token)?);
    }
    let payload_hash = hex(&Sha256::digest(body));
    if service == "s3" {
        parts.headers.insert("x-amz-content-sha256", value(&payload_hash)?);
    }
    let signed_headers = names_to_sign(&parts.headers);
    let scope = scope(&date, region, service);
    let canonical = Canonical { signed_headers: &signed_headers, payload_hash: &payload_hash, service };
    let signature = signature(&canonical, parts, &date, &scope, &credentials.secret)?;
    let text = format!(
        "{ALGORITHM} Credential={}/{scope}, SignedHeaders={}, Signature={signature}",
        credentials.access_key_id,
        signed_headers.join(";"),
    );
    parts.headers.insert(AUTHORIZATION, value(&text)?);
    Ok(())
}

/// A URL that carries its own proof, for a request without a body, valid for `expires` seconds (1 to 604800).
/// `url` is `scheme://host[:port]/path[?query]`.
///
/// # Errors
/// [`SignError`].
pub fn presign_url(
    method: &Method,
    url: &str,
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
    expires: u32,
) -> Result<String, SignError> {
    if !(1..=604_800).contains(&expires) {
        return Err(SignError);
    }
    let date = now.amz_date();
    let scope = scope(&date, region, service);
    let mut signed = String::from(url);
    signed.push(if url.contains('?') { '&' } else { '?' });
    signed.push_str(&format!(
        "X-Amz-Algorithm={ALGORITHM}&X-Amz-Credential={}&X-Amz-Date={date}&X-Amz-Expires={expires}\
         &X-Amz-SignedHeaders=host",
        encode(&format!("{}/{scope}", credentials.access_key_id)),
    ));
    if let Some(token) = &credentials.session_token {
        signed.push_str(&format!("&X-Amz-Security-Token={}", encode(token)));
    }
    let uri: Uri = signed.parse().map_err(|_| SignError)?;
    let request = Request::builder().method(method).uri(uri).body(()).map_err(|_| SignError)?;
    let hash = if service == "s3" { UNSIGNED_PAYLOAD.to_owned() } else { hex(&Sha256::digest(b"")) };
    let host = ["host".to_owned()];
    let canonical = Canonical { signed_headers: &host, payload_hash: &hash, service };
    let signature = signature(&canonical, &request.into_parts().0, &date, &scope, &credentials.secret)?;
    Ok(format!("{signed}&X-Amz-Signature={signature}"))
}

fn signature(
    canonical: &Canonical<'_>,
    parts: &Parts,
    date: &str,
    scope: &CredentialScope,
    secret: &Secret,
) -> Result<String, SignError> {
    let hash = canonical.hash(parts).ok_or(SignError)?;
    let text = string_to_sign(date, scope, &hash);
    Ok(hex(&SigningKey::derive(secret, scope).sign(text.as_bytes())))
}

fn scope(date: &str, region: &str, service: &str) -> CredentialScope {
    CredentialScope {
        date: date.get(..8).unwrap_or_default().to_owned(),
        region: region.to_owned(),
        service: service.to_owned(),
    }
}

fn value(text: &str) -> Result<HeaderValue, SignError> {
    HeaderValue::from_str(text).map_err(|_| SignError)
}
