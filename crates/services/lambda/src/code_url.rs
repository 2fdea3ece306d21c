//! `Code.Location` of GetFunction and `Content.Location` of layers: a presigned URL on our own endpoint. Made here and
//! checked here.
//!
//! `<endpoint>/_tenfold/code/<account>/<region>/<function>/<version>/<sha256>?X-Amz-…`, where `$LATEST` is version 0, or
//! `…/layer/<name>/<version>/<sha256>?…`, signed with a key that opens nothing else, for ten minutes as on AWS.

use crate::code::Packages;
use crate::errors;
use aws_wire::ApiError;
use aws_wire::model::Protocol;
use aws_wire::sigv4::{self, AuthError, Credentials};
use bytes::Bytes;
use domain::{
    AccountId, CodeRef, FunctionConfig, FunctionName, LayerArn, LayerName, LayerVersion, LayerVersionArn,
    Region, Scope, Timestamp, Version,
};
use http::request::Parts;
use std::sync::Arc;
use store::{LambdaStore, StoreError};

/// Where the paths of these URLs begin.
pub const PREFIX: &str = "/_tenfold/code/";
/// What stands before the name of a layer.
const LAYER: &str = "layer";
/// The service that these URLs are signed for.
const SERVICE: &str = "tenfold-code";
/// Seconds that a URL is good for.
const EXPIRES_S: u32 = 600;

/// Makes and honours download URLs.
pub struct CodeUrls {
    key: Credentials,
    packages: Arc<Packages>,
    store: Arc<dyn LambdaStore>,
}

impl CodeUrls {
    pub(crate) fn new(key: Credentials, packages: Arc<Packages>, store: Arc<dyn LambdaStore>) -> Self {
        Self { key, packages, store }
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
        let what = format!("{account}/{region}/{}/{version}", config.name);
        self.presign(region, &what, &config.code, endpoint, now)
    }

    /// The URL of a layer's package.
    pub(crate) fn make_for_layer(
        &self,
        version: &LayerVersion,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<String, ApiError> {
        let LayerVersionArn { layer, number } = &version.arn;
        let Scope { account, region } = &layer.scope;
        let what = format!("{account}/{region}/{LAYER}/{}/{number}", layer.name);
        self.presign(region, &what, &version.code, endpoint, now)
    }

    fn presign(
        &self,
        region: &Region,
        what: &str,
        code: &CodeRef,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<String, ApiError> {
        let url = format!("{endpoint}{PREFIX}{what}/{}", code.sha256.hex());
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
        let (target, sha256) = target(parts.uri.path()).ok_or_else(gone)?;
        let code = self.code(&target).await.map_err(|e| errors::store(&e))?;
        let code = code.filter(|code| code.sha256.hex() == sha256).ok_or_else(gone)?;
        match self.packages.read(&code.sha256).await {
            Ok(zip) => Ok(zip),
            // Updated a moment ago.
            Err(blobs::BlobError::NotFound(_)) => Err(gone()),
            Err(error) => Err(errors::blobs(&error)),
        }
    }

    async fn code(&self, target: &Target) -> Result<Option<CodeRef>, StoreError> {
        match target {
            Target::Function(scope, name, version) => {
                Ok(self.store.version(scope, name, *version).await?.map(|config| config.code))
            }
            Target::Layer(arn) => Ok(self.store.layer_version(arn).await?.map(|version| version.code)),
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

/// Whose package a URL leads to.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    Function(Scope, FunctionName, Version),
    Layer(LayerVersionArn),
}

/// Whose package of which digest.
fn target(path: &str) -> Option<(Target, &str)> {
    let segments: Vec<&str> = path.strip_prefix(PREFIX)?.split('/').collect();
    let [account, region, ref what @ .., sha256] = segments[..] else { return None };
    let scope = Scope::new(AccountId::new(account).ok()?, Region::new(region).ok()?);
    let target = match *what {
        [name, version] => {
            let version = match version.parse().ok()? {
                0 => Version::Latest,
                number => Version::Number(number),
            };
            Target::Function(scope, FunctionName::new(name).ok()?, version)
        }
        [LAYER, name, number] => {
            let layer = LayerArn { scope, name: LayerName::new(name).ok()? };
            Target::Layer(layer.version(number.parse().ok()?))
        }
        _ => return None,
    };
    Some((target, sha256))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let sha = "a".repeat(64);
        let good = format!("/_tenfold/code/000000000000/us-east-1/fn/0/{sha}");
        let scope = Scope::new(AccountId::new("000000000000").unwrap(), Region::new("us-east-1").unwrap());
        let function = Target::Function(scope.clone(), FunctionName::new("fn").unwrap(), Version::Latest);
        assert_eq!(target(&good), Some((function, &*sha)));
        let layer = LayerArn { scope, name: LayerName::new("fn").unwrap() }.version(7);
        let good_layer = format!("/_tenfold/code/000000000000/us-east-1/layer/fn/7/{sha}");
        assert_eq!(target(&good_layer), Some((Target::Layer(layer), &*sha)));
        for bad in [
            format!("{good}/x"),
            format!("{good_layer}/x"),
            format!("/_tenfold/code/000000000000/us-east-1/layer/fn/x/{sha}"),
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
