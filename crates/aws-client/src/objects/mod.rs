//! Objects that others keep: behind an S3 endpoint, or in a directory of the same shape.
//!
//! Never here: what an object holds, what the caller of an operation may read.

mod directory;
mod s3;

#[cfg(test)]
mod s3_tests;

pub use directory::DirectoryObjects;
pub use s3::S3Objects;

use crate::CallError;
use async_trait::async_trait;
use bytes::Bytes;
use domain::Scope;

/// Which object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectRef {
    /// The bucket.
    pub bucket: String,
    /// Its key in the bucket.
    pub key: String,
    /// One of its versions; the newest where `None`.
    pub version: Option<String>,
}

/// An object was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ObjectError {
    /// S3's answer, in its code and its words.
    #[error("{code}: {message}")]
    Refused {
        /// Such as `NoSuchKey`.
        code: String,
        /// For the person who asked.
        message: String,
    },
    /// More bytes than were asked for at most.
    #[error("the object is too large")]
    TooLarge,
    /// Nobody answered, or not with an object; the text is for the operator.
    #[error("{0}")]
    Unavailable(String),
}

/// Where objects are read.
#[async_trait]
pub trait ObjectSource: Send + Sync {
    /// The whole object, at most `at_most` bytes, for somebody of that account and region. It ends within a minute or
    /// so, whatever the other side does.
    async fn get(&self, scope: &Scope, object: &ObjectRef, at_most: u64) -> Result<Bytes, ObjectError>;
}

/// No source at all: no bucket exists.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoObjects;

#[async_trait]
impl ObjectSource for NoObjects {
    async fn get(&self, _: &Scope, _: &ObjectRef, _: u64) -> Result<Bytes, ObjectError> {
        Err(ObjectError::no_such_bucket())
    }
}

impl From<CallError> for ObjectError {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Refused { code, message } => Self::Refused { code, message },
            CallError::Unavailable(why) => Self::Unavailable(why),
        }
    }
}

impl ObjectError {
    fn refused(code: &str, message: &str) -> Self {
        Self::Refused { code: code.to_owned(), message: message.to_owned() }
    }

    fn no_such_bucket() -> Self {
        Self::refused("NoSuchBucket", "The specified bucket does not exist")
    }

    fn no_such_key() -> Self {
        Self::refused("NoSuchKey", "The specified key does not exist.")
    }

    fn no_such_version() -> Self {
        Self::refused("NoSuchVersion", "The specified version does not exist.")
    }

    fn access_denied() -> Self {
        Self::refused("AccessDenied", "Access Denied")
    }
}

/// Whether a name would mean another one where paths are normalised: by a proxy on the way, or by a directory.
fn has_dot_segment(name: &str) -> bool {
    name.split('/').any(|segment| segment == "." || segment == "..")
}
