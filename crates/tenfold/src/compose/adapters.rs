//! Small traits of the floors below, each on top of what another floor has.
//!
//! Never here: a decision. An adapter renames and passes on.

use async_trait::async_trait;
use aws_wire::sigv4::Secret;
use aws_wire::{ApiError, Caller, CallerKind};
use bytes::Bytes;
use domain::{AccountId, Clock, CodeRef, FunctionConfig, Region, Timestamp};
use gateway::authenticate::SessionToken;
use gateway::{CodeDownloads, FunctionUrl, FunctionUrls, Gateway, KeyLookup, KnownKey, Ran, UrlCall};
use http::request::Parts;
use service_iam::{Session, Sessions};
use service_lambda::{CodeUrls, LambdaService, UrlAnswer, UrlInvocation};
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;
use tokio::sync::oneshot;

/// Access keys: the root key, and the sessions of execution roles.
pub(super) struct Keys {
    root: Arc<KnownKey>,
    root_id: String,
    sessions: Arc<Sessions>,
}

impl Keys {
    pub(super) fn new(
        account: &AccountId,
        partition: &str,
        root: &aws_wire::sigv4::Credentials,
        sessions: Arc<Sessions>,
    ) -> Self {
        let caller = Caller {
            account: account.clone(),
            arn: format!("arn:{partition}:iam::{account}:root"),
            user_id: account.to_string(),
            access_key_id: root.access_key_id.clone(),
            kind: CallerKind::Root,
        };
        let key = KnownKey { secret: root.secret.clone(), session_token: None, expires: None, caller };
        Self { root: Arc::new(key), root_id: root.access_key_id.clone(), sessions }
    }
}

impl KeyLookup for Keys {
    fn find(&self, access_key_id: &str) -> Option<Arc<KnownKey>> {
        if access_key_id == self.root_id {
            return Some(Arc::clone(&self.root));
        }
        self.sessions.find(access_key_id).map(|session| Arc::new(key_of(&session)))
    }
}

fn key_of(session: &Session) -> KnownKey {
    KnownKey {
        secret: Secret::new(session.secret.clone()),
        session_token: Some(SessionToken(session.token.as_str().into())),
        expires: Some(session.expires),
        caller: Caller {
            account: session.account.clone(),
            arn: session.arn.clone(),
            user_id: session.user_id.clone(),
            access_key_id: session.access_key_id.clone(),
            kind: CallerKind::RoleSession,
        },
    }
}

/// Credentials of execution roles for the worker's environments.
pub(super) struct Roles {
    pub(super) sessions: Arc<Sessions>,
    pub(super) clock: Arc<dyn Clock>,
    /// How long credentials are good for: longer than any environment lives.
    pub(super) life: Duration,
}

impl worker::RoleCredentials for Roles {
    fn issue(&self, function: &FunctionConfig) -> worker::Credentials {
        let life = i64::try_from(self.life.as_millis()).unwrap_or(i64::MAX);
        let (now, name) = (self.clock.now(), function.name.as_str());
        match self.sessions.issue(&function.scope, &function.role, name, now, life) {
            Ok(session) => worker::Credentials {
                access_key_id: session.access_key_id.clone(),
                secret_access_key: session.secret.clone(),
                session_token: session.token.clone(),
            },
            Err(error) => {
                // The function runs, and whatever it signs is refused.
                tracing::error!(%error, "no credentials for a function");
                worker::Credentials {
                    access_key_id: String::new(),
                    secret_access_key: String::new(),
                    session_token: String::new(),
                }
            }
        }
    }
}

/// Unpacked packages for the worker.
pub(super) struct UnpackedPackages(pub(super) blobs::PackageCache);

#[async_trait]
impl worker::Packages for UnpackedPackages {
    async fn unpacked(&self, code: &CodeRef) -> Result<worker::PackageDir, worker::PackageError> {
        for_worker(self.0.get(code).await)
    }

    async fn merged(&self, layers: &[CodeRef]) -> Result<worker::PackageDir, worker::PackageError> {
        for_worker(self.0.merged(layers).await)
    }
}

fn for_worker(
    package: Result<Arc<blobs::PackageDir>, blobs::CacheError>,
) -> Result<worker::PackageDir, worker::PackageError> {
    match package {
        Ok(package) => Ok(worker::PackageDir { path: package.path().to_owned(), hold: package }),
        Err(blobs::CacheError::Package(error)) => Err(worker::PackageError::Invalid(error.to_string())),
        Err(error) => Err(worker::PackageError::Unavailable(error.to_string())),
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
pub(super) struct Urls(pub(super) Arc<LambdaService>);

#[async_trait]
impl FunctionUrls for Urls {
    async fn find(&self, region: &Region, id: &str) -> Result<Option<FunctionUrl>, ApiError> {
        let found = self.0.function_url(region, id).await?;
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
            true => self.0.stream_url(request).await?,
            false => self.0.invoke_url(request).await?,
        };
        Ok(match answer {
            UrlAnswer::Returned(returned) => Ran::Returned(returned),
            UrlAnswer::Failed => Ran::Failed,
            UrlAnswer::Streams { content_type, body } => Ran::Streams { content_type, body },
        })
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
