//! What a worker is plugged with: packages, credentials, a log that keeps everything.

use super::function;
use async_trait::async_trait;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::Metered;
use domain::*;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tokio::sync::RwLock;
use worker::*;

#[derive(Default)]
pub(crate) struct Sink(pub(super) Mutex<Vec<(LogStreamName, LogEvent)>>);

impl LogSink for Sink {
    fn append(&self, stream: &LogStreamName, events: Vec<LogEvent>) {
        let mut all = self.0.lock().unwrap();
        all.extend(events.into_iter().map(|event| (stream.clone(), event)));
    }

    fn append_metered(&self, stream: &LogStreamName, events: Vec<LogEvent>, _: Metered) {
        self.append(stream, events);
    }
}

/// One without a `bootstrap`.
pub(crate) const EMPTY: CodeRef = CodeRef { sha256: Sha256([0; 32]), size: 1 };

pub(super) struct Package {
    full: tempfile::TempDir,
    empty: tempfile::TempDir,
    away: Arc<RwLock<()>>,
}

impl Package {
    /// None is there while somebody has `away` for writing.
    pub(super) fn new(away: Arc<RwLock<()>>) -> Self {
        let (full, empty) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put_bootstrap(full.path());
        Self { full, empty, away }
    }
}

fn put_bootstrap(directory: &Path) {
    let bootstrap = directory.join("bootstrap");
    std::fs::write(&bootstrap, "").unwrap();
    std::fs::set_permissions(&bootstrap, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// No way out.
pub(crate) struct NoEgress;

impl Egress for NoEgress {
    fn tunnel(&self, _: &FunctionConfig) -> Option<sandbox::Tunnel> {
        None
    }

    fn serve(&self, tunnel: std::os::fd::OwnedFd, _: &FunctionConfig) -> std::io::Result<EndpointGuard> {
        Ok(Box::new(tunnel))
    }
}

#[async_trait]
impl Packages for Package {
    async fn verify(&self, _: &PackageDir) -> Result<(), PackageError> {
        Ok(())
    }

    fn seal(&self, directory: &Path) -> std::io::Result<()> {
        let mut seal = directory.as_os_str().to_owned();
        seal.push(".seal");
        std::fs::write(seal, "")
    }

    fn is_whole(&self, _: &Path) -> Result<(), PackageError> {
        Ok(())
    }

    async fn unpacked(&self, code: &CodeRef) -> Result<PackageDir, PackageError> {
        let _there = self.away.read().await;
        let directory = if *code == EMPTY { &self.empty } else { &self.full };
        Ok(PackageDir { path: directory.path().to_owned(), hold: Arc::new(()) })
    }

    /// A directory with a `bootstrap`, as long as the layers are [`layer`]s 1 and 2; or one of [`extensions`].
    async fn merged(&self, layers: &[CodeRef]) -> Result<PackageDir, PackageError> {
        if let [CodeRef { sha256: Sha256([number @ 100..=255, ..]), .. }] = layers {
            let directory = tempfile::tempdir().unwrap();
            std::fs::create_dir(directory.path().join("extensions")).unwrap();
            for number in 0..number - 100 {
                std::fs::write(directory.path().join(format!("extensions/x{number}")), "").unwrap();
            }
            return Ok(PackageDir { path: directory.path().to_owned(), hold: Arc::new(directory) });
        }
        if layers != [layer(1).code, layer(2).code] {
            return Err(PackageError::Invalid("other layers".to_owned()));
        }
        let directory = tempfile::tempdir().unwrap();
        put_bootstrap(directory.path());
        Ok(PackageDir { path: directory.path().to_owned(), hold: Arc::new(directory) })
    }
}

pub(crate) fn layer(number: u8) -> LayerRef {
    let code = CodeRef { sha256: Sha256([number; 32]), size: 1 };
    LayerRef { arn: format!("layer {number}"), code, unpacked_bytes: 1 }
}

/// A function with so many external extensions: `x0`, `x1` and so on.
pub(crate) fn with_extensions(count: u8) -> FunctionConfig {
    FunctionConfig { layers: vec![layer(100 + count)], ..function() }
}

pub(super) struct Anybody;

impl SegmentDaemon for Anybody {
    fn received(&self, _: &FunctionConfig, _: &[u8]) {}
}

#[async_trait]
impl worker::Allocations for Anybody {
    async fn keep(&self, _: domain::meter::Allocated) -> bool {
        true
    }
}

#[async_trait]
impl RoleCredentials for Anybody {
    async fn issue(&self, _: &FunctionConfig) -> Credentials {
        let text = |text: &str| text.to_owned();
        Credentials {
            access_key_id: text("AKID"),
            secret_access_key: text("SECRET"),
            session_token: text("TOKEN"),
            expires: domain::Timestamp(i64::MAX),
        }
    }
}

impl LocalEndpoint for Anybody {
    fn serve(&self, listener: std::net::TcpListener, _: Arc<FunctionConfig>) -> EndpointGuard {
        Box::new(listener)
    }
}
