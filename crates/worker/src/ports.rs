//! What the worker needs from above or beside it, as small traits of its own; the binary's composition plugs them.

use async_trait::async_trait;
use domain::meter::Allocated;
use domain::{CodeRef, FunctionConfig, Timestamp};
use sandbox::Tunnel;
use std::any::Any;
use std::fmt;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A package, or several merged into one, unpacked on this host. It stays on disk at least as long as `hold` lives.
#[derive(Clone)]
pub struct PackageDir {
    /// The directory that becomes `/var/task` or `/opt`, read-only.
    pub path: PathBuf,
    /// Keeps the directory from being collected.
    pub hold: Arc<dyn Any + Send + Sync>,
}

impl fmt::Debug for PackageDir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PackageDir").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Why a package cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The zip itself is broken; the text is for the function's owner.
    #[error("{0}")]
    Invalid(String),
    /// Storage failed; the text is for the operator.
    #[error("the package cannot be read: {0}")]
    Unavailable(String),
    /// What was unpacked, or made of it, was changed on disk by somebody else. It is thrown away: the next call finds it made
    /// anew. The text is for the operator.
    #[error("the code was changed on disk: {0}")]
    Damaged(String),
}

/// Unpacked packages by the digest of their zip.
#[async_trait]
pub trait Packages: Send + Sync {
    /// The unpacked directory of a package; unpacks it where that has not happened on this host. Calls for the
    /// same package may run at the same time. Cheap when it is there already.
    async fn unpacked(&self, code: &CodeRef) -> Result<PackageDir, PackageError>;

    /// The packages of layers as one directory, the later ones over the earlier ones; otherwise as
    /// [`Self::unpacked`]. Never called without any.
    async fn merged(&self, layers: &[CodeRef]) -> Result<PackageDir, PackageError>;

    /// Proves that a directory of these is as it was unpacked, before anything in it runs.
    async fn verify(&self, package: &PackageDir) -> Result<(), PackageError>;

    /// Says that a directory of the caller's own making is complete, so that [`Self::is_whole`] can tell later whether it
    /// still is. Keeps a file beside it, `<directory>.seal`. Blocks.
    fn seal(&self, directory: &Path) -> io::Result<()>;

    /// Whether such a directory is as it was sealed; [`PackageError::Unavailable`] where it was not. Blocks: for a look at each
    /// file, the first time for reading it.
    fn is_whole(&self, directory: &Path) -> Result<(), PackageError>;
}

/// Credentials of a function's execution role. The secrets never appear in `Debug` output.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// `AWS_ACCESS_KEY_ID`.
    pub access_key_id: String,
    /// `AWS_SECRET_ACCESS_KEY`.
    pub secret_access_key: String,
    /// `AWS_SESSION_TOKEN`.
    pub session_token: String,
    /// When they end.
    pub expires: Timestamp,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

/// Issues the credentials that an environment starts with.
#[async_trait]
pub trait RoleCredentials: Send + Sync {
    /// Credentials of the function's role, valid for at least [`crate::WorkerConfig::max_age`] plus the longest
    /// function timeout.
    async fn issue(&self, function: &FunctionConfig) -> Credentials;
}

/// Keeps what provisioned environments are to be paid for.
#[async_trait]
pub trait Allocations: Send + Sync {
    /// Keeps it, durably; false where that failed. The same may be said again.
    async fn keep(&self, allocated: Allocated) -> bool;
}

/// Takes what functions send to X-Ray's daemon.
pub trait SegmentDaemon: Send + Sync {
    /// One datagram, of at most 64 KiB, of whatever a function sent. Must not block.
    fn received(&self, function: &FunctionConfig, datagram: &[u8]);
}

/// Stops serving when dropped.
pub type EndpointGuard = Box<dyn Any + Send + Sync>;

/// The way out of sandboxes.
pub trait Egress: Send + Sync {
    /// The interface that sandboxes of this function have; `None` where it may connect nowhere.
    fn tunnel(&self, function: &FunctionConfig) -> Option<Tunnel>;

    /// Serves the other end of that interface until the guard is dropped. Called within a tokio runtime; must not block.
    fn serve(&self, tunnel: OwnedFd, function: &FunctionConfig) -> std::io::Result<EndpointGuard>;
}

/// Our own AWS API, served to a function on its sandbox's loopback.
pub trait LocalEndpoint: Send + Sync {
    /// Serves the listener, which is non-blocking and lives in the sandbox's network namespace, until the guard is
    /// dropped. `function` is who calls. Called within a tokio runtime; must not block.
    fn serve(&self, listener: std::net::TcpListener, function: Arc<FunctionConfig>) -> EndpointGuard;
}
