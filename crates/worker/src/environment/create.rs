//! Building an environment: package, runtime, sandbox, the two listeners.

use super::init::{INIT_CPU_MILLIS, cpu_millis};
use super::telemetry::Subscribing;
use super::{Environment, Held, Idle};
use crate::Credentials;
use crate::bytecode::Bytecode;
use crate::capacity::Reservation;
use crate::code::{self, Code, MOUNT_POINTS};
use crate::config::WorkerConfig;
use crate::error::{PrepareError, RunError};
use crate::initialization::Initialization;
use crate::logs::Collector;
use crate::pool::Pool;
use crate::runtimes::{ResolvedRuntime, RuntimeCatalog, host_binds, late};
use crate::telemetry::{Budget, Telemetry};
use crate::variables::{Source, variables};
use crate::worker::{Parts, Worker};
use domain::{FunctionConfig, Timestamp, Version, limits};
use runtime_api::{Function, Session};
use sandbox::{Bind, SandboxError, SandboxSpec};
use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
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
    pub(crate) telemetry_budget: Budget,
}

impl Context {
    /// The runtime of a function. Asking an interpreter for the first time blocks, hence the other thread.
    pub(crate) async fn runtime(&self, function: &FunctionConfig) -> Result<ResolvedRuntime, PrepareError> {
        let invalid = |reason: &str| PrepareError { code: "InvalidRuntime", reason: reason.to_owned() };
        let identifier = function.runtime.clone().ok_or_else(|| invalid("The function has no runtime."))?;
        let (catalog, substitution) = (Arc::clone(&self.catalog), self.config.substitution);
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

    /// Builds the environment; its process is not started yet.
    pub(crate) async fn create(
        &self,
        pool: &Arc<Pool>,
        function: &Arc<FunctionConfig>,
        reservation: Reservation,
        initialization: Initialization,
        worker: &Worker,
    ) -> Result<Arc<Environment>, RunError> {
        let born = Instant::now();
        let (runtime, code) = tokio::join!(self.runtime(function), Code::of(&*self.parts.packages, function));
        let (runtime, mut code) = (runtime?, code.map_err(code::run_error)?);
        self.bytecode.join(&mut code, &runtime);
        let id = random_hex().map_err(RunError::Sandbox)?;
        let number = self.built.fetch_add(1, Ordering::Relaxed);

        let spec = self.spec(function, &runtime, id.clone(), &code)?;
        let sandbox = worker.sandbox(spec).await.map_err(sandbox_error)?;
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
        let endpoint = sandbox
            .take_listener(self.config.endpoint_port)
            .map(|listener| self.parts.endpoint.serve(listener, Arc::clone(function)));

        let stream = stream_name(self.parts.clock.now(), function.version, &id);
        let (sink, clock) = (Arc::clone(&self.parts.logs), Arc::clone(&self.parts.clock));
        let (connector, budget) = (sandbox.connector(), self.telemetry_budget.clone());
        let telemetry = Telemetry::new(function, connector, budget, Arc::clone(&clock));
        let log = Collector::new(function, stream.into(), sink, Arc::clone(&clock), Arc::clone(&telemetry));
        session.take_subscriptions(Arc::new(Subscribing {
            log: Arc::clone(&log),
            telemetry: Arc::clone(&telemetry),
        }));
        let credentials = self.parts.credentials.issue(function);
        if initialization == Initialization::SnapStart {
            session.give_credentials(self.container_credentials(&credentials));
        }
        let variables = variables(&Source {
            function,
            runtime: &runtime,
            credentials: &credentials,
            log_stream: log.stream(),
            endpoint_port: self.config.endpoint_port,
            initialization,
        });
        let variables: Vec<_> = variables.into_iter().collect();
        let is_late = late::is_possible(&runtime, &variables, code.trees().map(|tree| &*tree.directory.path));
        let argv = runtime.argv(function.memory_mb, code.bootstrap().as_deref());
        let held = Held { server, _endpoint: endpoint, _code: code, reservation };
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
            pool: Arc::downgrade(pool),
            clock,
            sandbox: Some(sandbox),
            session,
            log,
            telemetry,
            processes: Mutex::default(),
            ending: Mutex::default(),
            unreported_init: Mutex::default(),
            unreported_restore: Mutex::default(),
            making: Mutex::default(),
            frozen: tokio::sync::Mutex::new(false),
            uses: AtomicU64::new(0),
            idle: Mutex::new(Idle { uses: 0, due: born, watched: false }),
            held: Some(held),
        }))
    }

    /// Credentials as the SDKs ask a container's endpoint for them.
    fn container_credentials(&self, credentials: &Credentials) -> bytes::Bytes {
        let life = self.config.max_age.as_millis().try_into().unwrap_or(i64::MAX);
        let expiration = Timestamp(self.parts.clock.now().0.saturating_add(life));
        let json = serde_json::json!({
            "AccessKeyId": credentials.access_key_id, "SecretAccessKey": credentials.secret_access_key,
            "Token": credentials.session_token, "Expiration": expiration.rfc3339(),
        });
        json.to_string().into()
    }

    fn spec(
        &self,
        function: &FunctionConfig,
        runtime: &ResolvedRuntime,
        id: String,
        code: &Code,
    ) -> Result<SandboxSpec, RunError> {
        let canonical = |path: &Path| {
            path.canonicalize().map_err(|error| RunError::Sandbox(format!("{}: {error}", path.display())))
        };
        let empty = match std::fs::create_dir_all(&self.empty) {
            Ok(()) => canonical(&self.empty)?,
            Err(error) => return Err(RunError::Sandbox(format!("{}: {error}", self.empty.display()))),
        };
        let (mut binds, symlinks) = host_binds(runtime, &self.config.runtime_dir, &empty);
        for (directory, target) in code.directories() {
            binds.push(Bind { source: canonical(directory)?, target: PathBuf::from(target) });
        }
        // What a function has nothing for is empty, not missing.
        let mount_points = MOUNT_POINTS.map(PathBuf::from).into_iter();
        let mount_points =
            mount_points.filter(|place| binds.iter().all(|bind| bind.target != *place)).collect();
        let ephemeral = u64::from(function.ephemeral_mb);
        Ok(SandboxSpec {
            id,
            hostname: "lambda".to_owned(),
            binds,
            symlinks,
            mount_points,
            memory_bytes: u64::from(function.memory_mb) << 20,
            cpu_millis: cpu_millis(function.memory_mb).max(INIT_CPU_MILLIS),
            pids_max: limits::MAX_PROCESSES,
            tmp_bytes: ephemeral << 20,
            // One inode for every 4 KB, as file systems on disk have.
            tmp_inodes: (ephemeral * 256).clamp(16, 10_000_000),
            nofile: u32::try_from(limits::MAX_FDS).unwrap_or(1_024),
            listen_ports: vec![runtime_api::PORT, self.config.endpoint_port],
        })
    }
}

fn reserve_connection() -> Option<Box<dyn Any + Send>> {
    sandbox::linux::descriptor_for_connection().map(|descriptor| Box::new(descriptor) as _)
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

/// `YYYY/MM/DD/[version]<32 hex>`.
fn stream_name(now: Timestamp, version: Version, id: &str) -> String {
    let date = now.civil();
    format!("{:04}/{:02}/{:02}/[{version}]{id}", date.year, date.month, date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_streams() {
        let id = random_hex().unwrap();
        assert_eq!(id.len(), 32);
        let now = Timestamp(951_782_400_000);
        assert_eq!(stream_name(now, Version::Latest, "ab"), "2000/02/29/[$LATEST]ab");
        assert_eq!(stream_name(now, Version::Number(7), "ab"), "2000/02/29/[7]ab");
    }
}
