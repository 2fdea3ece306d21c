//! The dispatcher in front of a worker on the simulated driver: permits are taken, given back and run out.

#![expect(clippy::unwrap_used, reason = "the functions beside the tests belong to the tests")]

use async_trait::async_trait;
use bytes::Bytes;
use dispatch::{DispatchError, Dispatcher, Limits, Request, Shares, ThrottleReason};
use domain::clock::SystemClock;
use domain::invocation::Ended;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::Metered;
use domain::*;
use sandbox::ExitStatus;
use sandbox::simulated::SimulatedDriver;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::time::Duration;
use worker::*;

struct Nothing(std::path::PathBuf);

#[async_trait]
impl Packages for Nothing {
    async fn verify(&self, _: &PackageDir) -> Result<(), PackageError> {
        Ok(())
    }

    fn seal(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }

    fn is_whole(&self, _: &std::path::Path) -> Result<(), PackageError> {
        Ok(())
    }

    async fn unpacked(&self, _: &CodeRef) -> Result<PackageDir, PackageError> {
        Ok(PackageDir { path: self.0.clone(), hold: Arc::new(()) })
    }

    async fn merged(&self, _: &[CodeRef]) -> Result<PackageDir, PackageError> {
        Err(PackageError::Unavailable("no function here has layers".to_owned()))
    }
}

impl Egress for Nothing {
    fn tunnel(&self, _: &FunctionConfig) -> Option<sandbox::Tunnel> {
        None
    }

    fn serve(&self, tunnel: std::os::fd::OwnedFd, _: &FunctionConfig) -> std::io::Result<EndpointGuard> {
        Ok(Box::new(tunnel))
    }
}

#[async_trait]
impl RoleCredentials for Nothing {
    async fn issue(&self, _: &FunctionConfig) -> Credentials {
        let none = String::new;
        Credentials {
            access_key_id: none(),
            secret_access_key: none(),
            session_token: none(),
            expires: Timestamp(0),
        }
    }
}

impl LocalEndpoint for Nothing {
    fn serve(&self, listener: std::net::TcpListener, _: Arc<FunctionConfig>) -> EndpointGuard {
        Box::new(listener)
    }
}

impl worker::SegmentDaemon for Nothing {
    fn received(&self, _: &FunctionConfig, _: &[u8]) {}
}

#[async_trait]
impl worker::Allocations for Nothing {
    async fn keep(&self, _: domain::meter::Allocated) -> bool {
        true
    }
}

impl LogSink for Nothing {
    fn append(&self, _: &LogStreamName, _: Vec<LogEvent>) {}

    fn append_metered(&self, _: &LogStreamName, _: Vec<LogEvent>, _: Metered) {}
}

fn dispatcher(dir: &std::path::Path, per_scope: u32) -> Dispatcher {
    let bootstrap = dir.join("bootstrap");
    std::fs::write(&bootstrap, "").unwrap();
    std::fs::set_permissions(&bootstrap, Permissions::from_mode(0o755)).unwrap();
    // A process that ends at once: every invocation comes back as an error of the function.
    let driver = SimulatedDriver::new(|_| async { ExitStatus::Exited(1) });
    let nothing = Arc::new(Nothing(dir.to_owned()));
    let parts = Parts {
        driver: Arc::new(driver),
        packages: Arc::clone(&nothing) as _,
        credentials: Arc::clone(&nothing) as _,
        endpoint: Arc::clone(&nothing) as _,
        egress: Arc::clone(&nothing) as _,
        allocations: Arc::clone(&nothing) as _,
        segments: Arc::clone(&nothing) as _,
        logs: nothing,
        clock: Arc::new(SystemClock),
    };
    let config = WorkerConfig::new(dir.to_owned(), dir.to_owned(), 1_000);
    Dispatcher::new(Worker::new(config, parts), Limits { per_scope }, Arc::default())
}

fn function() -> Arc<FunctionConfig> {
    let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
    Arc::new(FunctionConfig {
        runtime: Some("provided.al2023".to_owned()),
        code: CodeRef { sha256: Sha256([7; 32]), size: 1 },
        state: FunctionState::Active,
        ..FunctionConfig::new(scope, FunctionName::new("f").unwrap())
    })
}

fn request(function: &FunctionConfig) -> Request<'_> {
    let FunctionConfig { name, version, .. } = function;
    Request { name, version: *version, invoked_arn: "arn", invocation_type: InvocationType::RequestResponse }
}

async fn run(
    dispatcher: &Dispatcher,
    function: Arc<FunctionConfig>,
) -> Result<Outcome<Bytes>, DispatchError> {
    dispatcher.run_and_wait(function, invocation(), InvocationType::RequestResponse).await
}

fn invocation() -> Invocation<Bytes> {
    Invocation {
        id: InvocationId("00000000-0000-4000-8000-000000000001".into()),
        invoked_arn: "arn:aws:lambda:us-east-1:123456789012:function:f".into(),
        payload: Bytes::from_static(b"{}"),
        client_context: None,
        trace_id: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700".into(),
    }
}

#[tokio::test]
async fn a_permit_is_taken_for_the_time_of_the_run_and_none_waits_for_one() {
    let dir = tempfile::tempdir().unwrap();
    let (dispatcher, function) = (dispatcher(dir.path(), 1), function());
    let (sink, parts) = response_stream(StreamRate::default());
    let held = dispatcher.permits().acquire(&function.scope, request(&function)).unwrap();
    let refused = run(&dispatcher, Arc::clone(&function)).await.unwrap_err();
    let reason = ThrottleReason::ConcurrentInvocationLimitExceeded;
    assert_eq!(refused, DispatchError::Throttled { reason });
    let refused =
        dispatcher.run_streaming(Arc::clone(&function), invocation(), sink.clone()).await.unwrap_err();
    assert_eq!(refused, DispatchError::Throttled { reason });
    drop(held);
    for outcome in [
        run(&dispatcher, Arc::clone(&function)).await.unwrap(),
        dispatcher.run_streaming(Arc::clone(&function), invocation(), sink.clone()).await.unwrap(),
    ] {
        assert!(
            matches!(outcome.ended, Ended::Error { ref error_type, .. } if error_type == "Runtime.ExitError")
        );
    }
    assert_eq!(dispatcher.permits().in_use(&function.scope), 0);
    assert!(parts.is_empty());
    let data = dispatcher.metrics().drain();
    let of_account = |name: &str| {
        let fits = |datum: &&metrics::Datum| {
            *datum.id.name == *name
                && datum.id.dimensions.pairs().is_empty()
                && datum.id.scope == function.scope
        };
        let found: Vec<_> = data.iter().filter(fits).collect();
        (
            found.iter().map(|datum| datum.values.sum).sum(),
            found.iter().map(|datum| datum.values.max).fold(0.0, f64::max),
        )
    };
    assert_eq!(of_account("Invocations"), (2.0, 1.0));
    assert_eq!(of_account("Errors"), (2.0, 1.0));
    assert_eq!(of_account("Throttles"), (2.0, 1.0));
    assert_eq!(of_account("ConcurrentExecutions"), (2.0, 1.0));
    assert_eq!(of_account("UnreservedConcurrentExecutions"), (2.0, 1.0));
}

#[tokio::test]
async fn what_cannot_run_and_what_comes_too_late() {
    let dir = tempfile::tempdir().unwrap();
    let dispatcher = dispatcher(dir.path(), 10);
    let ruby = Arc::new(FunctionConfig { runtime: Some("ruby3.3".to_owned()), ..(*function()).clone() });
    let refused = run(&dispatcher, ruby).await.unwrap_err();
    assert!(
        matches!(refused, DispatchError::NotReady(PrepareError { code: "InvalidRuntime", .. })),
        "{refused}"
    );
    let large = Arc::new(FunctionConfig { memory_mb: 2_000, ..(*function()).clone() });
    let refused = run(&dispatcher, large).await.unwrap_err();
    assert!(matches!(refused, DispatchError::Capacity(_)), "{refused}");
    assert!(dispatcher.drain(Duration::from_secs(5)).await);
    let refused = run(&dispatcher, function()).await.unwrap_err();
    assert!(matches!(refused, DispatchError::Capacity(_)), "{refused}");
    assert_eq!(dispatcher.permits().in_use(&function().scope), 0);
}

#[tokio::test]
async fn what_is_reserved_and_provisioned_reaches_permits_and_worker() {
    let dir = tempfile::tempdir().unwrap();
    let dispatcher = dispatcher(dir.path(), 10);
    let one = Arc::new(FunctionConfig { version: Version::Number(1), ..(*function()).clone() });
    let (scope, name) = (&one.scope, &one.name);
    dispatcher.reserve(scope, name, Some(0));
    let refused = run(&dispatcher, function()).await.unwrap_err();
    let reason = ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded;
    assert_eq!(refused, DispatchError::Throttled { reason });
    dispatcher.reserve(scope, name, None);
    assert!(!dispatcher.permits().has_own(scope, name));
    let wanted =
        ProvisionedVersion { function: Arc::clone(&one), alias: None, amount: 9, since: Timestamp(0) };
    dispatcher.provision(scope, name, vec![wanted]);
    assert_eq!(dispatcher.permits().shares(scope), Shares { reserved: 0, provisioned: 9 });
    assert!(dispatcher.permits().has_own(scope, name));
    let held = dispatcher.permits().acquire(scope, request(&function())).unwrap();
    let refused = run(&dispatcher, function()).await.unwrap_err();
    let reason = ThrottleReason::ConcurrentInvocationLimitExceeded;
    assert_eq!(refused, DispatchError::Throttled { reason });
    assert!(run(&dispatcher, Arc::clone(&one)).await.is_ok(), "it has its own");
    assert_eq!(dispatcher.worker().provisioned(scope, name, one.version).unwrap().requested, 9);
    drop(held);
    dispatcher.provision(scope, name, Vec::new());
    assert_eq!(dispatcher.permits().shares(scope), Shares::default());
    assert_eq!(dispatcher.worker().provisioned(scope, name, one.version), None);
}
