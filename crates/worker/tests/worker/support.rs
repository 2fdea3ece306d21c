//! A worker on the simulated driver, and runtimes for it.

mod api;
mod parts;

pub(crate) use api::*;
pub(crate) use parts::{EMPTY, NoEgress, Sink, layer, with_extensions};

use bytes::Bytes;
use domain::clock::SystemClock;
use domain::invocation::Ended;
use domain::log::{LogEvent, LogStreamName};
use domain::*;
use parts::{Anybody, Package};
use sandbox::ExitStatus;
use sandbox::simulated::{Event, SimulatedDriver, SimulatedProcess};
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, UNIX_EPOCH};
use tokio::sync::RwLock;
use worker::*;

/// A worker and what it stands on.
pub(crate) struct House {
    pub(crate) worker: Arc<Worker>,
    pub(crate) driver: SimulatedDriver,
    pub(crate) sink: Arc<Sink>,
    /// While somebody has this for writing, no package is there yet.
    pub(crate) no_packages: Arc<RwLock<()>>,
    next_id: AtomicU64,
    dir: tempfile::TempDir,
}

impl House {
    pub(crate) fn new<F, Fut>(script: F) -> Self
    where
        F: Fn(SimulatedProcess) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ExitStatus> + Send + 'static,
    {
        Self::with(|_| {}, script)
    }

    pub(crate) fn with<F, Fut>(change: impl FnOnce(&mut WorkerConfig), script: F) -> Self
    where
        F: Fn(SimulatedProcess) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ExitStatus> + Send + 'static,
    {
        let dir = tempfile::tempdir().unwrap();
        let driver = SimulatedDriver::new(script);
        let sink = Arc::new(Sink::default());
        let no_packages = Arc::default();
        let mut config = WorkerConfig::new(dir.path().to_owned(), dir.path().to_owned(), 100_000);
        change(&mut config);
        let parts = Parts {
            driver: Arc::new(driver.clone()),
            packages: Arc::new(Package::new(Arc::clone(&no_packages))),
            credentials: Arc::new(Anybody),
            endpoint: Arc::new(Anybody),
            egress: Arc::new(NoEgress),
            logs: Arc::clone(&sink) as _,
            allocations: Arc::new(Anybody),
            segments: Arc::new(Anybody),
            clock: Arc::new(SystemClock),
        };
        let worker = Worker::new(config, parts);
        Self { worker, driver, sink, no_packages, next_id: AtomicU64::new(1), dir }
    }

    pub(crate) fn invocation(&self, payload: &str) -> Invocation<Bytes> {
        let number = self.next_id.fetch_add(1, Ordering::Relaxed);
        Invocation {
            id: InvocationId(format!("00000000-0000-4000-8000-{number:012}").into()),
            invoked_arn: "arn:aws:lambda:us-east-1:123456789012:function:f".into(),
            payload: Bytes::copy_from_slice(payload.as_bytes()),
            client_context: None,
            trace_id: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700".into(),
        }
    }

    pub(crate) async fn run(&self, function: &Arc<FunctionConfig>, payload: &str) -> Outcome<Bytes> {
        self.worker.run(Arc::clone(function), self.invocation(payload)).await.unwrap()
    }

    /// Runs one invocation and waits until its environment can be used again.
    pub(crate) async fn run_and_settle(
        &self,
        function: &Arc<FunctionConfig>,
        payload: &str,
    ) -> Outcome<Bytes> {
        let outcome = self.run(function, payload).await;
        self.settled().await;
        outcome
    }

    /// Waits until no environment is in use or on its way back.
    pub(crate) async fn settled(&self) {
        until("all are idle", || self.worker.status().pools.iter().all(|pool| pool.busy == 0)).await;
    }

    /// Everything logged, a line each.
    pub(crate) fn log(&self) -> Vec<String> {
        self.sink.0.lock().unwrap().iter().map(|(_, event)| event.message.clone()).collect()
    }

    /// Everything logged.
    pub(crate) fn events(&self) -> Vec<LogEvent> {
        self.sink.0.lock().unwrap().iter().map(|(_, event)| event.clone()).collect()
    }

    /// A function with an interpreter, which is one in name only: the driver runs the script in its place.
    pub(crate) fn node_function(&self) -> FunctionConfig {
        self.function_of("nodejs", "20.1.0", "nodejs20.x")
    }

    /// A function of an interpreter that a script plays.
    pub(crate) fn function_of(&self, language: &str, version: &str, runtime: &str) -> FunctionConfig {
        let path = self.dir.path().canonicalize().unwrap().join(language);
        std::fs::write(&path, "\x7fELF").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        // As if it had been asked already.
        let metadata = path.metadata().unwrap();
        let modified = metadata.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
        let key = format!("{}|{}|{}", path.display(), modified.as_nanos(), metadata.len());
        let known = serde_json::json!({key: {"language": language, "version": version, "path": path}});
        std::fs::write(self.dir.path().join("interpreters.json"), known.to_string()).unwrap();
        self.worker.runtimes().register(runtime, &path).unwrap();
        FunctionConfig { runtime: Some(runtime.to_owned()), ..function() }
    }

    pub(crate) fn streams(&self) -> Vec<LogStreamName> {
        let mut streams: Vec<_> =
            self.sink.0.lock().unwrap().iter().map(|(stream, _)| stream.clone()).collect();
        streams.dedup();
        streams
    }

    pub(crate) fn count(&self, fits: impl Fn(&Event) -> bool) -> usize {
        self.driver.events().iter().filter(|event| fits(event)).count()
    }

    pub(crate) fn created(&self) -> usize {
        self.count(|event| matches!(event, Event::Created(_)))
    }
}

/// Waits until something is so, in real time whatever the clock of the test says.
pub(crate) async fn until(what: &str, so: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        tokio::task::yield_now().await;
    }
}

pub(crate) fn function() -> FunctionConfig {
    let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
    FunctionConfig {
        runtime: Some("provided.al2023".to_owned()),
        handler: Some("index.handler".to_owned()),
        role: "arn:aws:iam::123456789012:role/r".to_owned(),
        timeout_s: 10,
        code: CodeRef { sha256: Sha256([7; 32]), size: 1 },
        revision_id: "r1".to_owned(),
        state: FunctionState::Active,
        ..FunctionConfig::new(scope, FunctionName::new("f").unwrap())
    }
}

pub(crate) fn success(outcome: &Outcome<Bytes>) -> &str {
    match &outcome.ended {
        Ended::Success(payload) => std::str::from_utf8(payload).unwrap(),
        Ended::Error { error_type, payload } => panic!("{error_type}: {payload:?}"),
    }
}

pub(crate) fn error(outcome: &Outcome<Bytes>) -> (&str, &str) {
    match &outcome.ended {
        Ended::Error { error_type, payload } => (error_type, std::str::from_utf8(payload).unwrap()),
        Ended::Success(payload) => panic!("success: {payload:?}"),
    }
}

pub(crate) fn tail(outcome: &Outcome<Bytes>) -> String {
    String::from_utf8(outcome.log_tail.clone()).unwrap()
}
