//! A worker on the simulated driver, and runtimes for it.

use async_trait::async_trait;
use bytes::Bytes;
use domain::clock::SystemClock;
use domain::invocation::Ended;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::Metered;
use domain::*;
use sandbox::ExitStatus;
use sandbox::simulated::{Event, SimulatedDriver, SimulatedProcess};
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use worker::*;

/// A runtime's connection to the Runtime API.
pub(crate) struct Api {
    stream: TcpStream,
    pending: Vec<u8>,
}

/// An event as the runtime got it.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) id: String,
    pub(crate) deadline_ms: i64,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Api {
    pub(crate) async fn connect(process: &SimulatedProcess) -> Self {
        let address: SocketAddr = process.listeners[&9001];
        Self { stream: TcpStream::connect(address).await.unwrap(), pending: Vec::new() }
    }

    async fn request(&mut self, method: &str, path: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
        self.call(method, &format!("/2018-06-01/runtime/{path}"), "", body).await
    }

    /// A request to any of the APIs; `headers` end in line breaks. Status, head and body of the answer.
    pub(crate) async fn call(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &[u8],
    ) -> (u16, String, Vec<u8>) {
        let length = body.len();
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: x\r\n{headers}content-length: {length}\r\n\r\n");
        self.stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
        self.answer().await
    }

    async fn answer(&mut self) -> (u16, String, Vec<u8>) {
        let end = loop {
            if let Some(at) = self.pending.windows(4).position(|w| w == b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await;
        };
        let head = String::from_utf8(self.pending.drain(..end).collect()).unwrap().to_lowercase();
        let length = header(&head, "content-length").map_or(0, |value| value.parse().unwrap());
        while self.pending.len() < length {
            self.more().await;
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head, self.pending.drain(..length).collect())
    }

    async fn more(&mut self) {
        let mut buffer = [0; 8192];
        match self.stream.read(&mut buffer).await {
            Ok(read) if read > 0 => self.pending.extend_from_slice(&buffer[..read]),
            // The server gave up on this process: it waits for its end.
            _ => std::future::pending().await,
        }
    }

    pub(crate) async fn next(&mut self) -> Received {
        let (status, head, body) = self.request("GET", "invocation/next", b"").await;
        assert_eq!(status, 200, "{head}");
        let get = |name| header(&head, name).unwrap();
        let deadline_ms = get("lambda-runtime-deadline-ms").parse().unwrap();
        Received { id: get("lambda-runtime-aws-request-id"), deadline_ms, body }
    }

    pub(crate) async fn respond(&mut self, id: &str, body: impl AsRef<[u8]>) -> u16 {
        self.request("POST", &format!("invocation/{id}/response"), body.as_ref()).await.0
    }

    /// The head of a response that streams.
    pub(crate) async fn begin_stream(&mut self, id: &str) {
        let head = format!(
            "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nhost: x\r\n\
             lambda-runtime-function-response-mode: streaming\r\ntransfer-encoding: chunked\r\n\r\n"
        );
        self.stream.write_all(head.as_bytes()).await.unwrap();
    }

    /// The next bytes of it; false where the server takes no more.
    pub(crate) async fn stream(&mut self, text: &str) -> bool {
        let chunk = format!("{:x}\r\n{text}\r\n", text.len());
        self.stream.write_all(chunk.as_bytes()).await.is_ok()
    }

    /// Its end, and the answer to it.
    pub(crate) async fn end_stream(&mut self) -> u16 {
        self.stream.write_all(b"0\r\n\r\n").await.unwrap();
        self.answer().await.0
    }

    pub(crate) async fn fail(&mut self, id: &str, body: &str) -> u16 {
        self.request("POST", &format!("invocation/{id}/error"), body.as_bytes()).await.0
    }

    pub(crate) async fn init_error(&mut self, body: &str) -> u16 {
        self.request("POST", "init/error", body.as_bytes()).await.0
    }
}

/// An extension's connection to the Extensions API.
pub(crate) struct ExtensionApi {
    api: Api,
    id: String,
}

impl ExtensionApi {
    /// Registers, for events as a JSON list.
    pub(crate) async fn register(process: &SimulatedProcess, name: &str, events: &str) -> Self {
        let mut api = Api::connect(process).await;
        let headers = format!("lambda-extension-name: {name}\r\n");
        let body = format!("{{\"events\":{events}}}");
        let path = "/2020-01-01/extension/register";
        let (status, head, _) = api.call("POST", path, &headers, body.as_bytes()).await;
        assert_eq!(status, 200, "{head}");
        Self { api, id: header(&head, "lambda-extension-identifier").unwrap() }
    }

    /// Its identifier.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The next event.
    pub(crate) async fn next(&mut self) -> serde_json::Value {
        let headers = format!("lambda-extension-identifier: {}\r\n", self.id);
        let (status, head, body) =
            self.api.call("GET", "/2020-01-01/extension/event/next", &headers, b"").await;
        assert_eq!(status, 200, "{head}");
        serde_json::from_slice(&body).unwrap()
    }

    /// Reports an error: `init` or `exit`.
    pub(crate) async fn error(&mut self, what: &str) -> u16 {
        let id = &self.id;
        let headers = format!(
            "lambda-extension-identifier: {id}\r\nlambda-extension-function-error-type: Agent.Broken\r\n"
        );
        self.api.call("POST", &format!("/2020-01-01/extension/{what}/error"), &headers, b"").await.0
    }
}

pub(crate) fn header(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::to_owned)
}

/// Answers every event with its own text.
pub(crate) async fn echo(process: SimulatedProcess) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        api.respond(&event.id, &event.body).await;
    }
}

/// Never comes to an end, nor to anything else.
pub(crate) async fn hang() -> ExitStatus {
    std::future::pending().await
}

#[derive(Default)]
pub(crate) struct Sink(Mutex<Vec<(LogStreamName, LogEvent)>>);

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

struct Package {
    full: tempfile::TempDir,
    empty: tempfile::TempDir,
}

impl Package {
    fn new() -> Self {
        let (full, empty) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put_bootstrap(full.path());
        Self { full, empty }
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

struct Anybody;

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

/// A worker and what it stands on.
pub(crate) struct House {
    pub(crate) worker: Arc<Worker>,
    pub(crate) driver: SimulatedDriver,
    pub(crate) sink: Arc<Sink>,
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
        let mut config = WorkerConfig::new(dir.path().to_owned(), dir.path().to_owned(), 100_000);
        change(&mut config);
        let parts = Parts {
            driver: Arc::new(driver.clone()),
            packages: Arc::new(Package::new()),
            credentials: Arc::new(Anybody),
            endpoint: Arc::new(Anybody),
            egress: Arc::new(NoEgress),
            logs: Arc::clone(&sink) as _,
            allocations: Arc::new(Anybody),
            segments: Arc::new(Anybody),
            clock: Arc::new(SystemClock),
        };
        let worker = Worker::new(config, parts);
        Self { worker, driver, sink, next_id: AtomicU64::new(1), dir }
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
    FunctionConfig {
        scope: Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap()),
        name: FunctionName::new("f").unwrap(),
        version: Version::Latest,
        runtime: Some("provided.al2023".to_owned()),
        handler: Some("index.handler".to_owned()),
        role: "arn:aws:iam::123456789012:role/r".to_owned(),
        description: String::new(),
        timeout_s: 10,
        memory_mb: 128,
        ephemeral_mb: 512,
        code: CodeRef { sha256: Sha256([7; 32]), size: 1 },
        environment: None,
        architecture: "x86_64".to_owned(),
        layers: Vec::new(),
        tracing_mode: "PassThrough".to_owned(),
        logging: Default::default(),
        vpc: None,
        dead_letter_arn: None,
        file_systems: Vec::new(),
        kms_key_arn: None,
        source_kms_key_arn: None,
        tenant_isolation: None,
        snap_start: "None".to_owned(),
        last_modified: Timestamp(1),
        revision_id: "r1".to_owned(),
        state: FunctionState::Active,
        last_update: LastUpdate::Successful,
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
