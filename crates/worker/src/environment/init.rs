//! The init phase: from starting the processes of extensions and runtime until all of them have asked for an event.

use super::Environment;
use super::processes::{Ended, Owner, Processes};
use super::wrapper::{NOT_FOUND, Wrapper, is_no_program};
use crate::blanks::has_ended;
use crate::initialization::Initialization;
use crate::logs::{Event, Init, InitPhase, Starting, Status};
use crate::payloads::{Failure, platform_type};
use crate::runtimes::late;
use crate::variables::for_extensions;
use domain::limits;
use runtime_api::{Extension, InitError, ShutdownReason};
use sandbox::{ExitStatus, Process, Sandbox, SandboxError};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
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
    pub(crate) async fn initialize_ahead(&self, limit: Duration) -> Result<(), SandboxError> {
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
            Err(failure) if self.reset(failure.reason()).await => Ok(()),
            Err(_) => Err(SandboxError::Dead),
        }
    }

    /// Starts extensions and runtime and waits until they are ready. After a failure the environment needs a reset.
    pub(super) async fn initialize(
        &self,
        phase: InitPhase,
        limit: Duration,
    ) -> Result<Duration, InitFailure> {
        let begun = Instant::now();
        self.telemetry.begin_init();
        let init = Init { initialization: self.initialization.name(), phase };
        self.log.say(&[Event::InitStart { init, what: self.starting() }]);
        self.session.start();
        if self.initialization == Initialization::SnapStart {
            self.session.expect_restoring();
        }
        let processes = Processes::new();
        *self.processes() = Some(Arc::clone(&processes));
        let started = timeout(limit, self.start_all(&processes)).await;
        let result = started.unwrap_or(Err(InitFailure::Timeout));
        processes.drain();
        self.session.extensions().finish_init();
        let duration = begun.elapsed();
        let status = match &result {
            Ok(()) => Status::Success,
            Err(failure) => failure.status(),
        };
        // In the order of the runtime interface emulator.
        let mut events = vec![Event::InitRuntimeDone { init, status: status.clone() }];
        events.extend(self.extension_events());
        events.push(Event::InitReport { init, duration, status });
        self.log.say(&events);
        self.telemetry.end_init();
        result.map(|()| duration)
    }

    /// External extensions first; when all of them have registered, the runtime; then all must have asked for an event.
    async fn start_all(&self, processes: &Arc<Processes>) -> Result<(), InitFailure> {
        let Some(sandbox) = &self.sandbox else { return Err(InitFailure::Sandbox(SandboxError::Dead)) };
        let extensions = self.session.extensions();
        for (number, name) in self.extensions.iter().enumerate() {
            self.start_extension(&**sandbox, processes, number, name).await?;
        }
        tokio::select! {
            biased;
            () = extensions.registered() => {}
            ended = processes.ended() => return Err(self.crashed(ended).await),
        }
        self.start_runtime(&**sandbox, processes).await?;
        if self.initialization == Initialization::SnapStart {
            self.until_restoring(&**sandbox, processes).await?;
        }
        self.first_next(processes).await?;
        tokio::select! {
            biased;
            () = extensions.ready() => Ok(()),
            ended = processes.ended() => Err(self.crashed(ended).await),
        }
    }

    pub(super) async fn first_next(&self, processes: &Processes) -> Result<(), InitFailure> {
        let initialized = self.session.initialized();
        tokio::pin!(initialized);
        tokio::select! {
            biased;
            ready = &mut initialized => ready.map_err(InitFailure::Reported),
            ended = processes.ended() => tokio::select! {
                biased;
                Err(error) = &mut initialized => Err(InitFailure::Reported(error)),
                failure = self.crashed(ended) => Err(failure),
            },
        }
    }

    /// A process has ended: what it said with its last words decides what that means.
    async fn crashed(&self, ended: Ended) -> InitFailure {
        self.last_words().await;
        InitFailure::Process(self.failure(ended))
    }

    /// Starts an external extension, in the root directory, with what it may see of the function's environment.
    async fn start_extension(
        &self,
        sandbox: &dyn Sandbox,
        processes: &Arc<Processes>,
        number: usize,
        name: &str,
    ) -> Result<(), InitFailure> {
        let program = format!("/opt/extensions/{name}");
        let failed = |reason: &str, text: String| {
            self.session.extensions().launch_error(name, reason);
            InitFailure::Process(Failure::launch(text))
        };
        if number >= runtime_api::MAX_EXTENSIONS {
            let text = format!("{program}: more than {} extensions", runtime_api::MAX_EXTENSIONS);
            return Err(failed("TooManyExtensions", text));
        }
        let env = for_extensions(&self.variables);
        let argv = vec![program.clone()];
        let process = Process { argv, env, cwd: PathBuf::from("/"), records: false, late: false };
        let started = self.spawn(sandbox, processes, Owner::Extension(number), process).await;
        started.map_err(|error| {
            let reason = match &error {
                SandboxError::System { errno: 13, .. } => "PermissionDenied",
                _ => "UnknownError",
            };
            match spawn_failure(&program, error) {
                InitFailure::Process(failure) => failed(reason, failure.text),
                other => other,
            }
        })
    }

    /// What became of each extension.
    fn extension_events(&self) -> Vec<Event> {
        let extensions = self.session.extensions();
        if !extensions.are_present() {
            return Vec::new();
        }
        let event = |extension: Extension| {
            let wanted = [(extension.invoke, "INVOKE"), (extension.shutdown, "SHUTDOWN")];
            let events = wanted.iter().filter(|(wanted, _)| *wanted).map(|(_, event)| *event).collect();
            let Extension { name, state, error_type, .. } = extension;
            Event::Extension { name, state, events, error_type }
        };
        extensions.all().into_iter().map(event).collect()
    }

    /// Starts the runtime's program; the function's wrapper in front of it, where there is one.
    async fn start_runtime(
        &self,
        sandbox: &dyn Sandbox,
        processes: &Arc<Processes>,
    ) -> Result<(), InitFailure> {
        let run =
            |argv: Vec<String>| self.spawn(sandbox, processes, Owner::Runtime, self.runtime_process(argv));
        let Some(program) = self.argv.first() else {
            return Err(InitFailure::Process(Failure::no_bootstrap()));
        };
        let wrapper = Wrapper::of(&self.variables).filter(|_| self.runtime.interpreter.is_some());
        let Some(wrapper) = wrapper else {
            let early = self.early.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(mut early) = early
                && !has_ended(&mut early.child)
            {
                return self.adopt_early(processes, Owner::Runtime, early).map_err(InitFailure::Sandbox);
            }
            return run(self.argv.clone()).await.map_err(|error| spawn_failure(program, error));
        };
        let mut error = SandboxError::System { step: "find the wrapper".to_owned(), errno: NOT_FOUND };
        for argv in wrapper.in_front_of(&self.argv) {
            error = match run(argv).await {
                Ok(()) => return Ok(()),
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
                Err(InitFailure::Process(Failure::exit(Ended {
                    owner: Owner::Runtime,
                    status: ExitStatus::Exited(status),
                })))
            }
            None => Err(spawn_failure(wrapper.name(), error)),
        }
    }

    /// The runtime's process: one that is told its variables later goes to `/var/task` by itself then.
    pub(super) fn runtime_process(&self, argv: Vec<String>) -> Process {
        let records = self.runtime.frames_records();
        let waiting = if self.is_late { late::process(&self.runtime, argv.clone(), false) } else { None };
        waiting.unwrap_or_else(|| {
            let (env, cwd) = (self.variables.clone(), PathBuf::from("/var/task"));
            Process { argv, env, cwd, records, late: false }
        })
    }

    /// What this environment is told to be when it starts.
    pub(super) fn starting(&self) -> Starting {
        let region = &self.function.scope.region;
        Starting {
            runtime: self.runtime.version_text(),
            runtime_arn: self.runtime.version_arn(region.partition(), region.as_str()),
            function: self.function.name.to_string(),
            version: self.function.version,
            instance: Arc::clone(self.log.stream()),
            max_memory: u64::from(self.function.memory_mb) << 20,
        }
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
    /// As extensions are told.
    pub(super) fn reason(&self) -> ShutdownReason {
        match self {
            Self::Timeout => ShutdownReason::Timeout,
            _ => ShutdownReason::Failure,
        }
    }

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
