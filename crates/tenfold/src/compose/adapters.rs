//! Small traits of the floors below, each on top of what another floor has.
//!
//! Never here: a decision. An adapter renames and passes on.

use async_trait::async_trait;
use aws_wire::ApiError;
use bytes::Bytes;
use domain::meter::Allocated;
use domain::{CodeRef, FunctionArn, FunctionConfig, Region, Timestamp};
use gateway::{CodeDownloads, FunctionUrl, FunctionUrls, Gateway, Ran, UrlCall};
use http::request::Parts;
use metrics::{FunctionMetrics, What};
use service_iam::IssuerDocuments;
use service_lambda::{CodeUrls, LambdaService, UrlAnswer, UrlInvocation};
use service_xray::XRayService;
use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;
use store::LogStore;
use tokio::sync::oneshot;

/// Bytes of an identity provider's document at most.
const MAX_ISSUER_DOCUMENT: usize = 256 << 10;

/// What identity providers publish.
pub(super) struct Published;

#[async_trait]
impl IssuerDocuments for Published {
    async fn fetch(&self, url: &str) -> Result<Vec<u8>, String> {
        aws_client::fetch(url, MAX_ISSUER_DOCUMENT).await.map_err(|error| format!("{url}: {error}"))
    }
}

/// X-Ray's daemon for the worker.
pub(super) struct Daemon(pub(super) Arc<XRayService>);

impl worker::SegmentDaemon for Daemon {
    fn received(&self, function: &FunctionConfig, datagram: &[u8]) {
        self.0.datagram(function, datagram);
    }
}

/// The meter for the worker.
pub(super) struct Meter(pub(super) Arc<dyn LogStore>);

#[async_trait]
impl worker::Allocations for Meter {
    async fn keep(&self, allocated: Allocated) -> bool {
        let kept = self.0.allocate(allocated).await;
        if let Err(error) = &kept {
            tracing::error!(%error, "what is provisioned cannot be counted now");
        }
        kept.is_ok()
    }
}

/// Unpacked packages for the worker.
pub(super) struct UnpackedPackages {
    pub(super) cache: blobs::PackageCache,
    pub(super) seals: Arc<blobs::Seals>,
}

/// What the worker seals itself.
const MADE: &str = "made of a package";

#[async_trait]
impl worker::Packages for UnpackedPackages {
    async fn unpacked(&self, code: &CodeRef) -> Result<worker::PackageDir, worker::PackageError> {
        for_worker(self.cache.get(code).await)
    }

    async fn merged(&self, layers: &[CodeRef]) -> Result<worker::PackageDir, worker::PackageError> {
        for_worker(self.cache.merged(layers).await)
    }

    async fn verify(&self, package: &worker::PackageDir) -> Result<(), worker::PackageError> {
        let held = Arc::clone(&package.hold).downcast::<blobs::PackageDir>();
        let held = held.map_err(|_| worker::PackageError::Unavailable("it is no package".to_owned()))?;
        self.cache.verify(&held).await.map_err(package_error)
    }

    fn seal(&self, directory: &Path) -> io::Result<()> {
        self.seals.seal(directory, MADE)
    }

    fn is_whole(&self, directory: &Path) -> Result<(), worker::PackageError> {
        self.seals.check(directory, MADE).map_err(|error| match error {
            blobs::Unsealed::Missing => worker::PackageError::Unavailable(error.to_string()),
            blobs::Unsealed::Changed(what) => worker::PackageError::Damaged(what),
        })
    }
}

fn for_worker(
    package: Result<Arc<blobs::PackageDir>, blobs::CacheError>,
) -> Result<worker::PackageDir, worker::PackageError> {
    match package {
        Ok(package) => Ok(worker::PackageDir { path: package.path().to_owned(), hold: package }),
        Err(error) => Err(package_error(error)),
    }
}

fn package_error(error: blobs::CacheError) -> worker::PackageError {
    match error {
        blobs::CacheError::Package(error) => worker::PackageError::Invalid(error.to_string()),
        blobs::CacheError::Damaged(what) => worker::PackageError::Damaged(what),
        error => worker::PackageError::Unavailable(error.to_string()),
    }
}

/// Downloads behind `Code.Location`.
pub(super) struct Downloads(pub(super) Arc<CodeUrls>);

#[async_trait]
impl CodeDownloads for Downloads {
    fn claims(&self, path: &str) -> bool {
        self.0.claims(path)
    }

    async fn download(&self, parts: &Parts, now: Timestamp) -> Result<Bytes, ApiError> {
        self.0.download(parts, now).await
    }
}

/// Function URLs.
pub(super) struct Urls {
    pub(super) lambda: Arc<LambdaService>,
    pub(super) metrics: Arc<FunctionMetrics>,
}

#[async_trait]
impl FunctionUrls for Urls {
    async fn find(&self, region: &Region, id: &str) -> Result<Option<FunctionUrl>, ApiError> {
        let found = self.lambda.function_url(region, id).await?;
        Ok(found.map(|url| FunctionUrl {
            function: url.function.clone(),
            signed: url.signed,
            streams: url.streams,
            cors: url.cors.clone(),
            policy: url.policy.clone(),
        }))
    }

    async fn run(&self, call: UrlCall) -> Result<Ran, ApiError> {
        let UrlCall { function, request_id, now, trace_header, event, streams } = call;
        let trace_header = Some(trace_header);
        let request = UrlInvocation { function, request_id, now, trace_header, event };
        let answer = match streams {
            true => self.lambda.stream_url(request).await?,
            false => self.lambda.invoke_url(request).await?,
        };
        Ok(match answer {
            UrlAnswer::Returned(returned) => Ran::Returned(returned),
            UrlAnswer::Failed => Ran::Failed,
            UrlAnswer::Streams { content_type, body } => Ran::Streams { content_type, body },
        })
    }

    fn served(&self, function: &FunctionArn, status: u16, after: Duration) {
        self.metrics.count_of(function, What::UrlRequestCount);
        self.metrics.time_of(function, What::UrlRequestLatency, after);
        match status {
            400..=499 => self.metrics.count_of(function, What::Url4xxCount),
            500.. => self.metrics.count_of(function, What::Url5xxCount),
            _ => {}
        }
    }
}

/// Our API on the sandboxes' loopback. The worker exists before the gateway, which is told here when it is there; and
/// the gateway owns the services that own the worker, hence the weak reference.
#[derive(Default)]
pub(super) struct SandboxEndpoint(OnceLock<Weak<Gateway>>);

impl SandboxEndpoint {
    /// Says which gateway serves. Only the first one counts.
    pub(super) fn opens(&self, gateway: &Arc<Gateway>) {
        let _ = self.0.set(Arc::downgrade(gateway));
    }
}

impl worker::LocalEndpoint for SandboxEndpoint {
    fn serve(&self, listener: std::net::TcpListener, function: Arc<FunctionConfig>) -> worker::EndpointGuard {
        let (guard, dropped) = oneshot::channel::<()>();
        // No function runs before the gateway is there; without one the listener is closed.
        if let Some(gateway) = self.0.get().and_then(Weak::upgrade) {
            tokio::spawn(async move {
                let label: Arc<str> = function.name.as_str().into();
                let gone = async {
                    // Never sent: the guard's end is the signal.
                    let _ = dropped.await;
                };
                let reserve = || {
                    sandbox::linux::descriptor_for_connection().map(|descriptor| Box::new(descriptor) as _)
                };
                if let Err(error) = gateway::serve_sandbox(gateway, listener, label, reserve, gone).await {
                    tracing::warn!(%error, function = %function.name, "no endpoint in a sandbox");
                }
            });
        }
        Box::new(guard)
    }
}
