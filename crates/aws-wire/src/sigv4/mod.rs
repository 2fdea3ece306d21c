//! AWS Signature Version 4: verifying what strangers sign, and signing for our own client.
//!
//! Two steps, so that a key can be looked up in between: [`parse`] reads what a request presents, and
//! [`Presented::verify`] checks it. Source: "AWS Signature Version 4 for API requests" in the IAM User Guide.
//!
//! Never here: looking a key up, a clock, a cache. A secret is never printed.

mod canonical;
mod error;
mod key;
mod parse;
mod sign;
mod verify;

#[cfg(test)]
mod tests;

pub use error::AuthError;
pub use key::{CredentialScope, Secret, SigningKey};
pub use parse::parse;
pub use sign::{Credentials, SignError, presign_url, sign};
pub use verify::{check_declared, declared_hash};

use domain::Timestamp;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
const TERMINATOR: &str = "aws4_request";
const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// What a request presents as proof of who sent it, not yet verified.
#[derive(Clone, Debug)]
pub struct Presented {
    /// The key that it claims to be signed with.
    pub access_key_id: String,
    /// Day, region and service that it was signed for.
    pub scope: CredentialScope,
    /// Names of the signed headers, lower case, sorted.
    pub signed_headers: Vec<String>,
    /// `X-Amz-Security-Token`, from header or query string.
    pub session_token: Option<String>,
    /// Whether the query string carries it (a presigned URL).
    pub presigned: bool,
    /// When it was signed, and how it was spelt.
    signed_at: Timestamp,
    date: String,
    /// Seconds that a presigned URL is valid for.
    expires: Option<u32>,
    signature: [u8; 32],
}
