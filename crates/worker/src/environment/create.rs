//! Building an environment: package, runtime, sandbox, the two listeners.

use super::idle::Idle;
use super::init::{INIT_CPU_MILLIS, cpu_millis};
use super::telemetry::Subscribing;
use super::{Environment, Held, processes};
use crate::blanks::{Blank, Blanks, Early, Images, Kind, images, is_ready};
use crate::bytecode::Bytecode;
use crate::capacity::Reservation;
use crate::code::{self, Code, MOUNT_POINTS};
use crate::config::WorkerConfig;
use crate::error::{PrepareError, RunError};
use crate::initialization::Initialization;
use crate::logs::Collector;
use crate::pool::Pool;
use crate::ports::{Credentials, EndpointGuard, LocalEndpoint};
use crate::runtimes::{ResolvedRuntime, RuntimeCatalog, host_binds, late};
use crate::telemetry::{Budget, Telemetry};
use crate::variables::{Source, variables};
use crate::worker::{Parts, Worker};
use domain::{FunctionConfig, Timestamp, Version, limits};
use runtime_api::{Function, Session};
use sandbox::{Bind, Called, Calling, Child, Furniture, Image, Sandbox, SandboxError, SandboxSpec};
use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::task::AbortHandle;
use tokio::time::Instant;

/// What every environment of a worker is built with.
pub(crate) struct Context {
    pub(crate) config: WorkerConfig,
    pub(crate) parts: Parts,
    pub(crate) catalog: Arc<RuntimeCatalog>,
    /// An empty directory, made when it is first needed.
    pub(crate) empty: PathBuf,
    pub(crate) bytecode: Arc<Bytecode>,
    pub(crate) built: AtomicU64,
    /// Sandboxes that are nobody's yet.
    pub(crate) blanks: Arc<Blanks>,
    /// What their interpreters are copied from.
    pub(crate) images: Arc<Images>,
    pub(crate) telemetry_budget: Budget,
}

impl Context {
    /// The runtime of a function. Asking an interpreter for the first time blocks, hence the other thread.
    pub(crate) async fn runtime(&self, function: &FunctionConfig) -> Result<ResolvedRuntime, PrepareError> {
        let invalid = |reason: &str| PrepareError { code: "InvalidRuntime", reason: reason.to_owned() };
        let identifier = function.runtime.clone().ok_or_else(|| invalid("The function has no runtime."))?;
        let (catalog, substitution) = (Arc::clone(&self.catalog), self.config.substitution);
        if let Some(known) = catalog.known(&identifier, substitution) {
            return Ok(known);
        }
        let resolving = tokio::task::spawn_blocking(move || catalog.resolve(&identifier, substitution));
        resolving.await.map_err(|_| invalid("The runtime cannot be looked up."))?
    }

    /// Has all there that building an environment of a function takes.
    pub(crate) async fn fetch(&self, function: &FunctionConfig) -> Result<(), RunError> {
        let (runtime, code) = tokio::join!(self.runtime(function), Code::of(&*self.parts.packages, function));
        runtime?;
        code.map_err(code::run_error)?;
        Ok(())
    }

    /// Builds the environment, `ahead` of anybody who waits for it or not; its process is not started yet.
    pub(crate) async fn create(
        &self,
        pool: &Arc<Pool>,
        function: &Arc<FunctionConfig>,
        reservation: Reservation,
        initialization: Initialization,
        worker: &Worker,
        ahead: bool,
    ) -> Result<Arc<Environment>, RunError> {
        let born = Instant::now();
        let (runtime, code) = tokio::join!(self.runtime(function), Code::of(&*self.parts.packages, function));
        let (runtime, mut code) = (runtime?, code.map_err(code::run_error)?);
        self.bytecode.join(&mut code, &runtime);
        let id = random_hex().map_err(RunError::Sandbox)?;
        let number = self.built.fetch_add(1, Ordering::Relaxed);
        let stream: Arc<str> = stream_name(self.parts.clock.now(), function.version, &id).into();
        let credentials = self.parts.credentials.issue(function).await;
        let variables = self.variables(function, &runtime, &credentials, &stream, initialization);
        let argv = runtime.argv(function.memory_mb, code.bootstrap().as_deref());
        let is_late = self.config.prestart
            && late::is_possible(&runtime, &variables, code.trees().map(|tree| &*tree.directory.path));

        // What comes from a snapshot has no interpreter started in its stead.
        let starts_early = is_late && initialization != Initialization::SnapStart;
        let tunnel = self.parts.egress.tunnel(function);
        let kind = Kind::of(function, &runtime, tunnel, starts_early.then(|| argv.clone()));
        // Beside each other: nothing of the function runs before both are done.
        let (furnished, verified) = tokio::join!(
            self.furnished(worker, function, (&kind, &code, &variables), ahead),
            code.verify(&self.parts.packages)
        );
        if let Err(error) = verified {
            // First: what was changed is gone from where it is brought in from, too.
            if let Ok(blank) = furnished {
                blank.sandbox.destroy().await;
            }
            return Err(code::run_error(error));
        }
        let Blank { sandbox, early } = furnished?;
        let extensions = code.extensions();
        let facts = Function {
            name: function.name.to_string(),
            version: function.version.to_string(),
            handler: function.handler.clone().unwrap_or_default(),
            account_id: function.scope.account.to_string(),
            extensions: extensions.clone(),
        };
        let session = Session::new(Arc::clone(&self.parts.clock), facts);
        let listener = sandbox.take_listener(runtime_api::PORT);
        let listener =
            listener.ok_or_else(|| RunError::Sandbox("no listener for the Runtime API".to_owned()))?;
        let server = runtime_api::serve(listener, Arc::clone(&session), reserve_connection);
        let server = server.map_err(|error| RunError::Sandbox(format!("serve the Runtime API: {error}")))?;
        let called = sandbox.called(self.config.endpoint_port);
        let endpoint = serve_when_called(called, Arc::clone(&self.parts.endpoint), Arc::clone(function));
        // Nothing that it sent while it was nobody's is answered.
        let egress = sandbox.take_tunnel().map(|tunnel| self.parts.egress.serve(tunnel, function));
        let egress = egress.transpose();
        let egress = egress.map_err(|error| RunError::Sandbox(format!("serve the network: {error}")))?;

        let (sink, clock) = (Arc::clone(&self.parts.logs), Arc::clone(&self.parts.clock));
        let (connector, budget) = (sandbox.connector(), self.telemetry_budget.clone());
        let telemetry = Telemetry::new(function, connector, budget, Arc::clone(&clock));
        let provisioned = initialization.is_provisioned();
        let log =
            Collector::new(function, stream, provisioned, sink, Arc::clone(&clock), Arc::clone(&telemetry));
        session.take_subscriptions(Arc::new(Subscribing {
            log: Arc::clone(&log),
            telemetry: Arc::clone(&telemetry),
        }));
        if initialization == Initialization::SnapStart {
            session.give_credentials(container_credentials(&credentials));
        }
        let held = Held { server, _endpoint: endpoint, _egress: egress, _code: code, reservation };
        Ok(Arc::new(Environment {
            number,
            function: Arc::clone(function),
            initialization,
            born,
            runtime,
            argv,
            extensions,
            variables,
            is_late,
            early: Mutex::new(early),
            pool: Arc::downgrade(pool),
            clock,
            sandbox: Some(sandbox),
            session,
            log,
            telemetry,
            segments: Arc::clone(&self.parts.segments),
            listening: tokio::sync::OnceCell::new(),
            processes: Mutex::default(),
            ending: Mutex::default(),
            unreported_init: Mutex::default(),
            unreported_restore: Mutex::default(),
            making: Mutex::default(),
            frozen: tokio::sync::Mutex::new(false),
            uses: AtomicU64::new(0),
            idle: Mutex::new(Idle::new(born)),
            held: Some(held),
        }))
    }

    fn variables(
        &self,
        function: &FunctionConfig,
        runtime: &ResolvedRuntime,
        credentials: &Credentials,
        log_stream: &str,
        initialization: Initialization,
    ) -> Vec<(String, String)> {
        let endpoint_port = self.config.endpoint_port;
        let source = Source { function, runtime, credentials, log_stream, endpoint_port, initialization };
        variables(&source).into_iter().collect()
    }

    /// Says that a function may have a cold start soon.
    pub(crate) fn expect(&self, function: &FunctionConfig, runtime: &ResolvedRuntime, code: &Code) {
        // Those of an environment do not act on the start of its interpreter.
        let nobodys = Credentials {
            access_key_id: String::new(),
            secret_access_key: String::new(),
            session_token: String::new(),
            expires: Timestamp(0),
        };
        let variables = self.variables(function, runtime, &nobodys, "", Initialization::OnDemand);
        let is_late = self.config.prestart
            && late::is_possible(runtime, &variables, code.trees().map(|tree| &*tree.directory.path));
        let argv = is_late.then(|| runtime.argv(function.memory_mb, None));
        let tunnel = self.parts.egress.tunnel(function);
        self.blanks.expect(&Kind::of(function, runtime, tunnel, argv));
    }

    /// A sandbox of this function: one that was built ahead, or else a new one.
    async fn furnished(
        &self,
        worker: &Worker,
        function: &FunctionConfig,
        (kind, code, variables): (&Kind, &Code, &[(String, String)]),
        ahead: bool,
    ) -> Result<Blank, RunError> {
        let mut binds = Vec::with_capacity(MOUNT_POINTS.len());
        for (directory, target) in code.directories() {
            binds.push(Bind { source: canonical(directory)?, target: PathBuf::from(target) });
        }
        let furniture = Furniture {
            binds,
            memory_bytes: u64::from(function.memory_mb) << 20,
            cpu_millis: cpu_millis(function.memory_mb).max(INIT_CPU_MILLIS),
        };
        let _served = Served { blanks: &self.blanks, kind };
        if let Some(mut blank) = self.blanks.take(kind).await {
            let furnished = async {
                tell_early(&mut blank, kind, variables)?;
                blank.sandbox.furnish(furniture.clone()).await
            };
            match furnished.await {
                Ok(()) => return Ok(blank),
                Err(error) => tracing::warn!(%error, "a sandbox that was built ahead is of no use"),
            }
        }
        let mut blank = self.build_blank(worker, kind, ahead).await?;
        tell_early(&mut blank, kind, variables).map_err(sandbox_error)?;
        blank.sandbox.furnish(furniture).await.map_err(sandbox_error)?;
        Ok(blank)
    }

    /// Builds a sandbox of nobody, `ahead` of anybody who waits for it or not; and starts its interpreter, which has time
    /// to do so while the rest is being made ready.
    pub(crate) async fn build_blank(
        &self,
        worker: &Worker,
        kind: &Kind,
        ahead: bool,
    ) -> Result<Blank, RunError> {
        // An interpreter that is not started ahead may come from a snapshot, which is no program.
        let process_ahead = ahead && self.config.prestart && kind.runtime.interpreter.is_none();
        let spec = SandboxSpec { process_ahead, ..self.spec(kind)? };
        // Nobody is sent away for the sake of one that nobody waits for.
        let sandbox = if ahead { self.parts.driver.blank(spec).await } else { worker.sandbox(spec).await };
        let sandbox = sandbox.map_err(sandbox_error)?;
        let process = kind.early.clone().and_then(|argv| late::process(&kind.runtime, argv, ahead));
        let early = match process {
            Some(process) => Some(self.start_early(&*sandbox, kind, process, ahead).await),
            None => None,
        };
        match early.transpose() {
            Ok(child) => Ok(Blank { sandbox, early: child.map(|child| Early { child, told: false }) }),
            Err(error) if ahead => Err(sandbox_error(error)),
            // It will be tried again, by who can say to whom it failed.
            Err(_) => Ok(Blank { sandbox, early: None }),
        }
    }

    /// Copies the interpreter from its runtime's image, or starts it. If nobody waits for it, has it rehearse, and waits
    /// until it waits.
    async fn start_early(
        &self,
        sandbox: &dyn Sandbox,
        kind: &Kind,
        process: sandbox::Process,
        ahead: bool,
    ) -> Result<Child, SandboxError> {
        if let Some(image) = self.images.find(kind) {
            match sandbox.restore(process.clone(), &image).await {
                // Who waits for it has it as soon without.
                Ok(child) if !ahead || self.blanks.is_awaited(kind) => return Ok(child),
                Ok(child) => return rehearsed(child, kind).await,
                Err(error @ (SandboxError::Dead | SandboxError::Descriptors)) => return Err(error),
                Err(error) => self.images.failed(kind, &error),
            }
        }
        let child = sandbox.spawn(process).await?;
        if ahead { rehearsed(child, kind).await } else { Ok(child) }
    }

    /// Makes an image of at most `most_bytes`, in a sandbox that has never had a function and is gone afterwards.
    pub(crate) async fn image_of(&self, kind: &Kind, most_bytes: u64) -> Result<Image, SandboxError> {
        let refused = |why: &str| SandboxError::Refused(why.to_owned());
        let spec = self.spec(kind).map_err(|error| refused(&error.to_string()))?;
        // Copies have those of their own sandboxes.
        let spec = SandboxSpec { tunnel: None, ..spec };
        let process = kind.early.clone().and_then(|argv| late::process(&kind.runtime, argv, true));
        let process = process.ok_or_else(|| refused("it cannot wait"))?;
        // Furnished with nothing: a blank has a second process, which would be in the way.
        let sandbox = self.parts.driver.create(spec).await?;
        let taken = images::take(&self.images, &*sandbox, process, most_bytes).await;
        sandbox.destroy().await;
        taken
    }

    fn spec(&self, kind: &Kind) -> Result<SandboxSpec, RunError> {
        let empty = match std::fs::create_dir_all(&self.empty) {
            Ok(()) => canonical(&self.empty)?,
            Err(error) => return Err(RunError::Sandbox(format!("{}: {error}", self.empty.display()))),
        };
        let (binds, symlinks) = host_binds(&kind.runtime, &self.config.runtime_dir, &empty);
        let ephemeral = u64::from(kind.ephemeral_mb);
        Ok(SandboxSpec {
            id: random_hex().map_err(RunError::Sandbox)?,
            hostname: "lambda".to_owned(),
            binds,
            symlinks,
            mount_points: MOUNT_POINTS.map(PathBuf::from).to_vec(),
            // The least that a function has, and the processors that all of them start with: see `furnished`.
            memory_bytes: u64::from(*limits::MEMORY_MB.start()) << 20,
            cpu_millis: INIT_CPU_MILLIS,
            pids_max: limits::MAX_PROCESSES,
            tmp_bytes: ephemeral << 20,
            // One inode for every 4 KB, as file systems on disk have.
            tmp_inodes: (ephemeral * 256).clamp(16, 10_000_000),
            nofile: u32::try_from(limits::MAX_FDS).unwrap_or(1_024),
            listen_ports: vec![runtime_api::PORT, self.config.endpoint_port],
            tunnel: kind.tunnel,
            process_ahead: false,
        })
    }
}

/// Says, when dropped, that a blank of this kind was taken and furnished, or that one was built in its stead.
struct Served<'a> {
    blanks: &'a Blanks,
    kind: &'a Kind,
}

impl Drop for Served<'_> {
    fn drop(&mut self) {
        self.blanks.served(self.kind);
    }
}

/// Tells a process of a blank its environment while the function's files are being brought in, if it can wait for those.
fn tell_early(blank: &mut Blank, kind: &Kind, variables: &[(String, String)]) -> Result<(), SandboxError> {
    let Some(early) = blank.early.as_mut().filter(|_| late::hears_lines(&kind.runtime)) else {
        return Ok(());
    };
    if let Some(input) = &early.child.late {
        processes::write(input, &late::line(variables))?;
        early.told = true;
    }
    Ok(())
}

/// Waits until an interpreter that was started ahead waits, after it has rehearsed, if it does.
async fn rehearsed(mut child: Child, kind: &Kind) -> Result<Child, SandboxError> {
    if let Some(input) = child.late.as_ref().filter(|_| late::hears_lines(&kind.runtime)) {
        processes::write(input, late::EMPTY_LINE)?;
    }
    match is_ready(&mut child).await {
        true => Ok(child),
        false => Err(SandboxError::Refused("the interpreter ended before it was needed".to_owned())),
    }
}

/// Most functions never call our AWS API: nothing is held for those.
fn serve_when_called(
    called: Calling,
    endpoint: Arc<dyn LocalEndpoint>,
    function: Arc<FunctionConfig>,
) -> EndpointGuard {
    let task = tokio::spawn(async move {
        let Some(Called { listener, descriptor }) = called.await else { return };
        let _held = (endpoint.serve(listener, function), descriptor);
        // Until the guard is dropped.
        std::future::pending::<()>().await;
    });
    Box::new(Aborted(task.abort_handle()))
}

/// Ends a task when dropped.
struct Aborted(AbortHandle);

impl Drop for Aborted {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn reserve_connection() -> Option<Box<dyn Any + Send>> {
    sandbox::linux::descriptor_for_connection().map(|descriptor| Box::new(descriptor) as _)
}

fn canonical(path: &Path) -> Result<PathBuf, RunError> {
    path.canonicalize().map_err(|error| RunError::Sandbox(format!("{}: {error}", path.display())))
}

/// A sandbox's failure, for the operator.
pub(crate) fn sandbox_error(error: SandboxError) -> RunError {
    RunError::Sandbox(error.to_string())
}

/// 128 random bits in lower-case hexadecimal.
fn random_hex() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| format!("random numbers: {error}"))?;
    Ok(domain::hex::hex(&bytes))
}

/// Credentials as the SDKs ask a container's endpoint for them. They outlive the environment with its last invocation: an SDK that
/// asks again near their end, as it does, would get the same.
fn container_credentials(credentials: &Credentials) -> bytes::Bytes {
    let json = serde_json::json!({
        "AccessKeyId": credentials.access_key_id, "SecretAccessKey": credentials.secret_access_key,
        "Token": credentials.session_token, "Expiration": credentials.expires.rfc3339(),
    });
    json.to_string().into()
}

/// `YYYY/MM/DD/[version]<32 hex>`.
fn stream_name(now: Timestamp, version: Version, id: &str) -> String {
    let date = now.civil();
    format!("{:04}/{:02}/{:02}/[{version}]{id}", date.year, date.month, date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_container_is_told_when_its_credentials_really_end() {
        let text = |text: &str| text.to_owned();
        let credentials = Credentials {
            access_key_id: text("ASIA"),
            secret_access_key: text("s"),
            session_token: text("t"),
            expires: Timestamp(951_782_400_000),
        };
        let told: serde_json::Value = serde_json::from_slice(&container_credentials(&credentials)).unwrap();
        let wanted = serde_json::json!({
            "AccessKeyId": "ASIA", "SecretAccessKey": "s", "Token": "t", "Expiration": credentials.expires.rfc3339(),
        });
        assert_eq!(told, wanted);
    }

    #[test]
    fn names_of_streams() {
        let id = random_hex().unwrap();
        assert_eq!(id.len(), 32);
        let now = Timestamp(951_782_400_000);
        assert_eq!(stream_name(now, Version::Latest, "ab"), "2000/02/29/[$LATEST]ab");
        assert_eq!(stream_name(now, Version::Number(7), "ab"), "2000/02/29/[7]ab");
    }
}
