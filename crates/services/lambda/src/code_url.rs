//! `Code.Location` of GetFunction: a presigned URL on our own endpoint. Made here and checked here.
//!
//! `<endpoint>/_tenfold/code/<account>/<region>/<function>/<version>/<sha256>?X-Amz-…`, signed with a key that opens nothing
//! else, for ten minutes as on AWS.

use crate::code::Packages;
use crate::errors;
use aws_wire::ApiError;
use aws_wire::model::Protocol;
use aws_wire::sigv4::{self, AuthError, Credentials};
use bytes::Bytes;
use domain::{AccountId, FunctionConfig, FunctionName, Region, Scope, Timestamp, Version};
use http::request::Parts;
use std::sync::Arc;
use store::FunctionStore;

/// Where the paths of these URLs begin.
pub const PREFIX: &str = "/_tenfold/code/";
/// The service that these URLs are signed for.
const SERVICE: &str = "tenfold-code";
/// Seconds that a URL is good for.
const EXPIRES_S: u32 = 600;

/// Makes and honours download URLs.
pub struct CodeUrls {
    key: Credentials,
    packages: Arc<Packages>,
    functions: Arc<dyn FunctionStore>,
}

impl CodeUrls {
    pub(crate) fn new(key: Credentials, packages: Arc<Packages>, functions: Arc<dyn FunctionStore>) -> Self {
        Self { key, packages, functions }
    }

    /// The URL of a function's package.
    pub(crate) fn make(
        &self,
        config: &FunctionConfig,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<String, ApiError> {
        let Scope { account, region } = &config.scope;
        let version = match config.version {
            Version::Latest => 0,
            Version::Number(number) => number,
        };
        let url = format!(
            "{endpoint}{PREFIX}{account}/{region}/{}/{version}/{}",
            config.name,
            config.code.sha256.hex()
        );
        sigv4::presign_url(&http::Method::GET, &url, &self.key, region.as_str(), SERVICE, now, EXPIRES_S)
            .map_err(|_| ApiError::internal())
    }

    /// Whether a path is one of these URLs'.
    pub fn claims(&self, path: &str) -> bool {
        path.starts_with(PREFIX)
    }

    /// Verifies a URL and reads its package, as long as it still is the version's. Errors: 403 for a signature that
    /// is wrong or over, 404 for a package that the version no longer has.
    pub async fn download(&self, parts: &Parts, now: Timestamp) -> Result<Bytes, ApiError> {
        self.verify(parts, now).map_err(|error| error.into_api(Protocol::RestJson))?;
        let gone = || ApiError::new(404, "NoSuchKey", "The specified key does not exist.");
        let (scope, name, version, sha256) = target(parts.uri.path()).ok_or_else(gone)?;
        let config = self.functions.version(&scope, &name, version).await.map_err(|e| errors::store(&e))?;
        let config = config.filter(|c| c.code.sha256.hex() == sha256).ok_or_else(gone)?;
        match self.packages.read(&config.code.sha256).await {
            Ok(zip) => Ok(zip),
            // Updated a moment ago.
            Err(blobs::BlobError::NotFound(_)) => Err(gone()),
            Err(error) => Err(errors::blobs(&error)),
        }
    }

    fn verify(&self, parts: &Parts, now: Timestamp) -> Result<(), AuthError> {
        let presented = sigv4::parse(parts)?;
        if !presented.presigned || presented.access_key_id != self.key.access_key_id {
            return Err(AuthError::UnknownKey);
        }
        presented.verify(parts, b"", &self.key.secret, now, SERVICE)
    }
}

/// `$LATEST` is 0 in a path.
fn target(path: &str) -> Option<(Scope, FunctionName, Version, &str)> {
    let mut segments = path.strip_prefix(PREFIX)?.split('/');
    let account = AccountId::new(segments.next()?).ok()?;
    let region = Region::new(segments.next()?).ok()?;
    let name = FunctionName::new(segments.next()?).ok()?;
    let version = match segments.next()?.parse().ok()? {
        0 => Version::Latest,
        number => Version::Number(number),
    };
    let sha256 = segments.next()?;
    segments.next().is_none().then(|| (Scope::new(account, region), name, version, sha256))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let sha = "a".repeat(64);
        let good = format!("/_tenfold/code/000000000000/us-east-1/fn/0/{sha}");
        assert_eq!(target(&good).map(|(_, name, ..)| name.to_string()).as_deref(), Some("fn"));
        for bad in [
            format!("{good}/x"),
            format!("/_tenfold/code/000000000000/us-east-1/{sha}"),
            format!("/_tenfold/code/0/us-east-1/fn/0/{sha}"),
            format!("/_tenfold/code/000000000000/us-east-1/fn/one/{sha}"),
            format!("/_tenfold/code/000000000000/us-east-1/../0/{sha}"),
            "/_tenfold/code/".to_owned(),
        ] {
            assert!(target(&bad).is_none(), "{bad}");
        }
    }
}
