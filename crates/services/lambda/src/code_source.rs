//! Where a package comes from: the request itself, or an object in a bucket.

use crate::errors::{self, invalid, not_built};
use aws_client::objects::{ObjectError, ObjectRef, ObjectSource};
use aws_wire::ApiError;
use bytes::Bytes;
use domain::Scope;
use domain::limits::MAX_UNZIPPED;
use serde_json::{Map, Value};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// Objects in memory at the same time: each may have as many bytes as a package unpacked.
const OBJECTS_AT_ONCE: usize = 2;
/// How long a request waits for others' objects.
const WAIT: Duration = Duration::from_secs(60);

static OBJECTS: Semaphore = Semaphore::const_new(OBJECTS_AT_ONCE);

/// The right to have an object in memory; goes with its bytes.
pub(crate) type Memory = SemaphorePermit<'static>;

/// Where a package comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The request: base64.
    ZipFile(String),
    /// A bucket.
    Object(ObjectRef),
}

/// The members of a request that name its code.
#[derive(Debug, Default)]
pub(crate) struct Given {
    pub(crate) zip_file: Option<String>,
    pub(crate) s3_bucket: Option<String>,
    pub(crate) s3_key: Option<String>,
    pub(crate) s3_object_version: Option<String>,
    pub(crate) s3_object_storage_mode: Option<String>,
}

impl Given {
    /// The one source that is named.
    pub(crate) fn source(self) -> Result<Source, ApiError> {
        let bucket_too = self.s3_bucket.is_some()
            || self.s3_key.is_some()
            || self.s3_object_version.is_some()
            || self.s3_object_storage_mode.is_some();
        if let Some(zip_file) = self.zip_file {
            return match bucket_too {
                false => Ok(Source::ZipFile(zip_file)),
                true => Err(invalid(
                    "Please do not provide other FunctionCode parameters when providing a ZipFile.",
                )),
            };
        }
        let (Some(bucket), Some(key)) = (self.s3_bucket, self.s3_key) else {
            return Err(invalid("Please provide a source for function code."));
        };
        if self.s3_object_storage_mode.as_deref() == Some("REFERENCE") {
            return Err(not_built("S3ObjectStorageMode REFERENCE"));
        }
        Ok(Source::Object(ObjectRef { bucket, key, version: self.s3_object_version }))
    }
}

/// Moves `ZipFile`, which may be tens of megabytes, out of a request's members.
pub(crate) fn take_zip_file(members: &mut Map<String, Value>) -> Option<String> {
    match members.remove("ZipFile")? {
        Value::String(zip) => Some(zip),
        _ => None,
    }
}

/// Reads a package from a bucket. Its own size has no limit but what it may hold unpacked.
pub(crate) async fn read_object(
    objects: &dyn ObjectSource,
    scope: &Scope,
    object: &ObjectRef,
) -> Result<(Bytes, Memory), ApiError> {
    let Ok(Ok(memory)) = timeout(WAIT, OBJECTS.acquire()).await else {
        return Err(ApiError::new(429, "TooManyRequestsException", "Rate Exceeded."));
    };
    match objects.get(scope, object, MAX_UNZIPPED).await {
        Ok(bytes) => Ok((bytes, memory)),
        Err(error) => Err(not_read(error, object)),
    }
}

/// S3's refusal in Lambda's words: `NoSuchBucket` and `NoSuchKey` as recorded, the others as their documentation and
/// reports of them have it.
fn not_read(error: ObjectError, object: &ObjectRef) -> ApiError {
    match error {
        ObjectError::TooLarge => errors::too_large_unzipped(),
        ObjectError::Refused { code, message } if code == "AccessDenied" => ApiError::new(
            403,
            "AccessDeniedException",
            format!(
                "Your access has been denied by S3, please make sure your request credentials have permission to \
                 GetObject for {}/{}. S3 Error Code: {code}. S3 Error Message: {message}",
                object.bucket, object.key
            ),
        ),
        ObjectError::Refused { code, message } => invalid(format!(
            "Error occurred while GetObject. S3 Error Code: {code}. S3 Error Message: {message}"
        )),
        ObjectError::Unavailable(why) => {
            tracing::warn!(why, bucket = object.bucket, "code could not be read from S3");
            ApiError::new(500, "ServiceException", "Error occurred while GetObject. S3 is not available.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_source_is_meant() {
        let text = |s: &str| Some(s.to_owned());
        let given = |zip: &str, bucket: &str, key: &str, version: &str, mode: &str| {
            let some = |s: &str| text(s).filter(|s| !s.is_empty());
            Given {
                zip_file: some(zip),
                s3_bucket: some(bucket),
                s3_key: some(key),
                s3_object_version: some(version),
                s3_object_storage_mode: some(mode),
            }
        };
        let object = |version| Source::Object(ObjectRef { bucket: "b".into(), key: "k".into(), version });
        for (given, expected) in [
            (given("z", "", "", "", ""), Ok(Source::ZipFile("z".into()))),
            (given("", "b", "k", "", ""), Ok(object(None))),
            (given("", "b", "k", "v", "COPY"), Ok(object(text("v")))),
            (given("", "b", "k", "", "REFERENCE"), Err("REFERENCE")),
            (given("", "", "", "", ""), Err("Please provide a source for function code.")),
            (given("", "b", "", "", ""), Err("Please provide a source for function code.")),
            (given("", "", "k", "v", ""), Err("Please provide a source for function code.")),
            (given("z", "b", "k", "", ""), Err("Please do not provide other FunctionCode parameters")),
            (given("z", "", "", "v", ""), Err("Please do not provide other FunctionCode parameters")),
        ] {
            let seen = format!("{given:?}");
            match (given.source(), expected) {
                (Ok(source), Ok(expected)) => assert_eq!(source, expected, "{seen}"),
                (Err(error), Err(says)) => assert!(error.message.contains(says), "{seen}: {error}"),
                (got, _) => panic!("{seen}: {got:?}"),
            }
        }
    }

    /// Has the only objects, and gives them at once.
    struct Ready;

    #[async_trait::async_trait]
    impl ObjectSource for Ready {
        async fn get(&self, _: &Scope, _: &ObjectRef, _: u64) -> Result<Bytes, ObjectError> {
            Ok(Bytes::from_static(b"zip"))
        }
    }

    #[tokio::test(start_paused = true)]
    async fn few_objects_are_in_memory_at_once_and_nobody_waits_forever() {
        let scope = Scope::new(
            domain::AccountId::new("111111111111").unwrap(),
            domain::Region::new("us-east-1").unwrap(),
        );
        let object = ObjectRef { bucket: "b".into(), key: "k".into(), version: None };
        let mut held = Vec::new();
        for _ in 0..OBJECTS_AT_ONCE {
            held.push(read_object(&Ready, &scope, &object).await.unwrap());
        }
        let refused = read_object(&Ready, &scope, &object).await.unwrap_err();
        assert_eq!((refused.status, refused.code.as_str()), (429, "TooManyRequestsException"));
        held.pop();
        assert!(read_object(&Ready, &scope, &object).await.is_ok());
    }

    #[test]
    fn refusals_in_lambdas_words() {
        let object = ObjectRef { bucket: "b".into(), key: "a/k".into(), version: None };
        let refused = |code: &str| ObjectError::Refused { code: code.into(), message: "So it is.".into() };
        for (error, status, code, message) in [
            (
                refused("NoSuchKey"),
                400,
                "InvalidParameterValueException",
                "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: So it is.",
            ),
            (
                refused("AccessDenied"),
                403,
                "AccessDeniedException",
                "Your access has been denied by S3, please make sure your request credentials have permission to \
                 GetObject for b/a/k. S3 Error Code: AccessDenied. S3 Error Message: So it is.",
            ),
            (
                ObjectError::TooLarge,
                400,
                "InvalidParameterValueException",
                "Unzipped size must be smaller than 262144000 bytes",
            ),
            (
                ObjectError::Unavailable("cannot connect: 10.0.0.1".into()),
                500,
                "ServiceException",
                "Error occurred while GetObject. S3 is not available.",
            ),
        ] {
            let got = not_read(error, &object);
            assert_eq!((got.status, got.code.as_str(), got.message.as_str()), (status, code, message));
        }
    }
}
