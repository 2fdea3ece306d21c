//! The init phase: from starting the runtime's process to its first `next`.

use super::wrapper::{NOT_FOUND, Wrapper, is_no_program};
use super::{Environment, RuntimeProcess};
use crate::logs::{Event, Init, InitPhase, Origin, Pipes, Status};
use crate::payloads::{Failure, platform_type};
use domain::limits;
use runtime_api::InitError;
use sandbox::{Child, ExitStatus, Process, Sandbox, SandboxError};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

/// What the init phase may use at least, in thousandths of one CPU: AWS Lambda lets every function start with two.
pub(super) const INIT_CPU_MILLIS: u32 = 2_000;

/// A function's processor share, in thousandths of one CPU, in proportion to its memory.
pub(super) fn cpu_millis(memory_mb: u32) -> u32 {
    (memory_mb.saturating_mul(1_000) / limits::MB_PER_CPU).max(10)
}

/// Why the runtime is not ready.
#[derive(Debug)]
pub(super) enum InitFailure {
    /// The time limit.
    Timeout,
    /// The process ended or could not be started: the function's fault.
    Process(Failure),
    /// The runtime reported an error.
    Reported(InitError),
    /// The sandbox failed: ours.
    Sandbox(SandboxError),
}

impl Environment {
    /// Starts the runtime before any invocation, for at most `limit`. Where that fails, the first invocation tries
    /// again; only a sandbox that fails is an error. What the init phase of a provisioned one took is no invocation's.
    pub(crate) async fn initialize_ahead(self: &Arc<Self>, limit: Duration) -> Result<(), SandboxError> {
        let initialized = self.initialize(InitPhase::Init, limit).await;
        if let Some(sandbox) = &self.sandbox {
            sandbox.set_cpu(cpu_millis(self.function.memory_mb))?;
        }
        match initialized {
            Ok(_) if self.initialization.is_provisioned() => Ok(()),
            Ok(duration) => {
                *self.unreported_init.lock().unwrap_or_else(PoisonError::into_inner) = Some(duration);
                Ok(())
            }
            Err(InitFailure::Sandbox(error)) => Err(error),
            Err(_) if self.reset().await => Ok(()),
            Err(_) => Err(SandboxError::Dead),
        }
    }

    /// Starts the runtime and waits for its first `next`. After a failure the environment needs a reset.
    pub(super) async fn initialize(
        self: &Arc<Self>,
        phase: InitPhase,
        limit: Duration,
    ) -> Result<Duration, InitFailure> {
        let begun = Instant::now();
        self.telemetry.begin_init();
        let init = Init { initialization: self.initialization.name(), phase };
        self.say_init_start(init);
        self.session.start();
        let started = timeout(limit, self.start_process()).await;
        let result = match started {
            Err(_) => Err(InitFailure::Timeout),
            Ok(Err(failure)) => Err(failure),
            Ok(Ok(process)) => {
                let result = self.first_next(&process, begun + limit).await;
                process.pipes.drain();
                result
            }
        };
        let duration = begun.elapsed();
        let status = match &result {
            Ok(()) => Status::Success,
            Err(failure) => failure.status(),
        };
        self.log.say(&[
            Event::InitRuntimeDone { init, status: status.clone() },
            Event::InitReport { init, duration, status },
        ]);
        self.telemetry.end_init();
        result.map(|()| duration)
    }

    async fn first_next(&self, process: &RuntimeProcess, deadline: Instant) -> Result<(), InitFailure> {
        let initialized = self.session.initialized();
        tokio::pin!(initialized);
        tokio::select! {
            biased;
            ready = &mut initialized => ready.map_err(InitFailure::Reported),
            status = process.exited() => tokio::select! {
                biased;
                Err(error) = &mut initialized => Err(InitFailure::Reported(error)),
                () = self.last_words() => Err(InitFailure::Process(Failure::exit(status))),
            },
            () = tokio::time::sleep_until(deadline) => Err(InitFailure::Timeout),
        }
    }

    async fn start_process(self: &Arc<Self>) -> Result<Arc<RuntimeProcess>, InitFailure> {
        let Some(sandbox) = &self.sandbox else { return Err(InitFailure::Sandbox(SandboxError::Dead)) };
        let child = self.spawn(&**sandbox).await?;
        let pipes = Pipes::new(Origin::Function, child.stdout, child.stderr, child.records, &self.log);
        let pipes = pipes.map_err(|error| {
            let errno = error.raw_os_error().unwrap_or(0);
            InitFailure::Sandbox(SandboxError::System { step: "read the outputs".to_owned(), errno })
        })?;
        let (ended, exit) = watch::channel(None);
        let (pool, number) = (self.pool.clone(), self.number);
        tokio::spawn(async move {
            let status = child.exit.await;
            // In this order: whoever gives the environment back either sees the end or is found by this.
            ended.send_replace(Some(status));
            if let Some(pool) = pool.upgrade() {
                pool.process_ended(number);
            }
        });
        let process = Arc::new(RuntimeProcess { exit, pipes });
        *self.process() = Some(Arc::clone(&process));
        Ok(process)
    }

    /// Starts the runtime's program; the function's wrapper in front of it, where there is one.
    async fn spawn(&self, sandbox: &dyn Sandbox) -> Result<Child, InitFailure> {
        let run = |argv: Vec<String>| {
            let (env, cwd, records) =
                (self.variables.clone(), PathBuf::from("/var/task"), self.runtime.frames_records());
            sandbox.spawn(Process { argv, env, cwd, records })
        };
        let Some(program) = self.argv.first() else {
            return Err(InitFailure::Process(Failure::no_bootstrap()));
        };
        let wrapper = Wrapper::of(&self.variables).filter(|_| self.runtime.interpreter.is_some());
        let Some(wrapper) = wrapper else {
            return run(self.argv.clone()).await.map_err(|error| spawn_failure(program, error));
        };
        let mut error = SandboxError::System { step: "find the wrapper".to_owned(), errno: NOT_FOUND };
        for argv in wrapper.in_front_of(&self.argv) {
            error = match run(argv).await {
                Ok(child) => return Ok(child),
                Err(error) => error,
            };
            // What is no program a shell tries to read; everything else is final.
            if !is_no_program(&error) {
                break;
            }
        }
        match wrapper.end(&error) {
            Some((said, status)) => {
                self.log.say_as_runtime(&said);
                Err(InitFailure::Process(Failure::exit(ExitStatus::Exited(status))))
            }
            None => Err(spawn_failure(wrapper.name(), error)),
        }
    }

    fn say_init_start(&self, init: Init) {
        let region = &self.function.scope.region;
        self.log.say(&[Event::InitStart {
            init,
            runtime: self.runtime.version_text(),
            runtime_arn: self.runtime.version_arn(region.partition(), region.as_str()),
            function: self.function.name.to_string(),
            version: self.function.version,
            instance: Arc::clone(self.log.stream()),
            max_memory: u64::from(self.function.memory_mb) << 20,
        }]);
    }
}

/// A program that cannot be executed is the function's fault; everything else is the sandbox's.
fn spawn_failure(program: &str, error: SandboxError) -> InitFailure {
    // The errors of execve(2) that a package can cause: ENOENT, E2BIG, ENOEXEC, EACCES, ENOTDIR, EISDIR, ETXTBSY,
    // EINVAL, ELOOP, ENAMETOOLONG, ELIBBAD.
    const OF_EXECVE: [i32; 11] = [2, 7, 8, 13, 20, 21, 26, 22, 40, 36, 80];
    match error {
        SandboxError::System { errno, .. } if OF_EXECVE.contains(&errno) => {
            let reason = std::io::Error::from_raw_os_error(errno).to_string();
            // Without Rust's " (os error 2)".
            let reason = reason.split(" (os error").next().unwrap_or_default().to_lowercase();
            InitFailure::Process(Failure::entrypoint(program, &reason))
        }
        SandboxError::Refused(_) => InitFailure::Process(Failure::entrypoint(program, refusal(program))),
        other => InitFailure::Sandbox(other),
    }
}

/// Why the sandbox does not try `program`. The API lets a zero byte through, as AWS's constraints do; execve(2) has none.
fn refusal(program: &str) -> &'static str {
    if program.starts_with('/') {
        "invalid argument: the handler, an environment variable or the path has a zero byte"
    } else {
        "not an absolute path"
    }
}

impl InitFailure {
    pub(super) fn status(&self) -> Status {
        let error_type = match self {
            Self::Timeout => return Status::Timeout,
            Self::Process(failure) => failure.error_type.to_owned(),
            Self::Reported(error) => platform_type(error.error_type.as_deref()).to_owned(),
            Self::Sandbox(_) => "Sandbox.Failure".to_owned(),
        };
        Status::Error { error_type }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_program_is_told_its_own_reason() {
        let reason = |program| match spawn_failure(program, SandboxError::Refused("a text".to_owned())) {
            InitFailure::Process(failure) => failure.text,
            _ => panic!("a refusal is the function's fault"),
        };
        assert!(reason("/var/lang/bin/python3.11").contains("zero byte"));
        assert!(!reason("/var/lang/bin/python3.11").contains("absolute"));
        assert_eq!(reason("wrapper"), "fork/exec wrapper: not an absolute path");
    }
}
