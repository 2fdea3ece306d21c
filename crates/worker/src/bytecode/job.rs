//! One run of the compiler.

use super::{BOOTSTRAP, Bytecode, COMPILER, RUNTIME, files};
use crate::code::Tree;
use crate::ports::PackageDir;
use crate::runtimes::{ResolvedRuntime, host_binds};
use crate::variables;
use domain::runtime::Family;
use sandbox::{Bind, ExitStatus, Process, RECORDS_FD, Sandbox, SandboxSpec};
use std::fs::File;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::net::unix::pipe;
use tokio::time::timeout;

/// What a compiler may have: memory in bytes, thousandths of a CPU, processes, bytes of `/tmp`, open files.
const MEMORY: u64 = 512 << 20;
const CPU_MILLIS: u32 = 1_000;
const PROCESSES: u32 = 8;
const TMP: u64 = 1 << 20;
const FILES: u32 = 64;
/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// What is compiled, with what.
pub(super) struct Job {
    runtime: ResolvedRuntime,
    /// `None` for our bootstrap.
    tree: Option<(PackageDir, &'static str)>,
}

impl Job {
    pub(super) fn of(runtime: &ResolvedRuntime, tree: Tree<'_>) -> Self {
        Self { runtime: runtime.clone(), tree: Some((tree.directory.clone(), tree.seen)) }
    }

    pub(super) fn of_bootstrap(runtime: &ResolvedRuntime) -> Self {
        Self { runtime: runtime.clone(), tree: None }
    }
}

impl Bytecode {
    /// Compiles; whether there is something to use then.
    pub(super) async fn run(&self, key: &str, job: Job) -> Result<bool, String> {
        let Job { runtime, tree } = job;
        let new = self.root.join(format!("{}{key}", files::NEW));
        let source = tree.as_ref().map(|(directory, _)| directory.path.clone());
        let (root, made) = (self.root.clone(), new.clone());
        let begun = tokio::task::spawn_blocking(move || begin(source.as_deref(), &root, &made));
        let Some(gone) = begun.await.map_err(text)?.map_err(text)? else { return Ok(false) };
        for name in gone {
            self.lock().remove(&name);
        }
        let (seen, binds) = match &tree {
            Some((directory, seen)) => {
                let source = directory.path.canonicalize().map_err(text)?;
                (*seen, vec![Bind { source, target: PathBuf::from(seen) }])
            }
            None => (RUNTIME, Vec::new()),
        };
        let sandbox = self.driver.create(self.spec(&runtime, binds)?).await.map_err(text)?;
        let compiled = timeout(PATIENCE, compile(&*sandbox, &runtime, seen, &new)).await;
        // Ends the stream, whatever became of it.
        sandbox.destroy().await;
        let count = compiled.map_err(|_| "it takes too long".to_owned()).flatten();
        let (beside, place) = (self.runtime_dir.join(BOOTSTRAP).join("__pycache__"), self.root.join(key));
        let (is_bootstrap, seals) = (tree.is_none(), Arc::clone(&self.seals));
        let finished = tokio::task::spawn_blocking(move || {
            let is_any = count.as_ref().is_ok_and(|count| *count > 0);
            if is_any && is_bootstrap {
                files::move_into(&new.join("__pycache__"), &beside).map_err(text)?;
            } else if is_any {
                // Without a seal, or with one that somebody broke.
                files::remove(&place);
                std::fs::rename(&new, &place).map_err(text)?;
                seals.seal(&place).map_err(text)?;
                return count;
            }
            std::fs::remove_dir_all(&new).map_err(text)?;
            count
        });
        finished.await.map_err(text)?.map(|count| count > 0)
    }

    fn spec(&self, runtime: &ResolvedRuntime, own: Vec<Bind>) -> Result<SandboxSpec, String> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        std::fs::create_dir_all(&self.empty).map_err(text)?;
        let empty = self.empty.canonicalize().map_err(text)?;
        let (mut binds, symlinks) = host_binds(runtime, &self.runtime_dir, &empty);
        binds.extend(own);
        Ok(SandboxSpec {
            id: format!("bytecode-{}", COUNT.fetch_add(1, Ordering::Relaxed)),
            hostname: "lambda".to_owned(),
            binds,
            symlinks,
            mount_points: Vec::new(),
            memory_bytes: MEMORY,
            cpu_millis: CPU_MILLIS,
            pids_max: PROCESSES,
            tmp_bytes: TMP,
            tmp_inodes: 16,
            nofile: FILES,
            listen_ports: Vec::new(),
            tunnel: None,
            process_ahead: false,
        })
    }
}

/// Makes the directory `new`, in a `root` without what nobody needs: the names of that. `None` where compiling is not
/// worth it. Our bootstrap has no `source`.
fn begin(source: Option<&Path>, root: &Path, new: &Path) -> std::io::Result<Option<Vec<String>>> {
    files::make(root, 0o711)?;
    if source.is_some_and(|source| !files::is_worth_it(source)) {
        return Ok(None);
    }
    let gone = source.and_then(Path::parent).map(|trees| files::prune(root, trees)).unwrap_or_default();
    let _ = std::fs::remove_dir_all(new);
    files::make(new, 0o755)?;
    Ok(Some(gone))
}

/// How many files were made.
async fn compile(
    sandbox: &dyn Sandbox,
    runtime: &ResolvedRuntime,
    seen: &str,
    new: &Path,
) -> Result<usize, String> {
    let program = runtime.argv(0, None).into_iter().next().unwrap_or_default();
    let script = format!("{RUNTIME}/{COMPILER}");
    let descriptor = RECORDS_FD.to_string();
    let argv =
        [&*program, "-I", "-S", "-B", "-W", "ignore", &script, seen, &descriptor].map(str::to_owned).into();
    let env = variables::of_the_start(Family::Python);
    let env = env.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let process = Process { argv, env, cwd: PathBuf::from("/"), records: true, late: false };
    let child = sandbox.spawn(process).await.map_err(text)?;
    let records = child.records.ok_or_else(|| "no output".to_owned())?;
    let mut stream = File::from(blocking(records).map_err(text)?);
    let directory = new.to_owned();
    let received = tokio::task::spawn_blocking(move || files::receive(&mut stream, &directory));
    let count = received.await.map_err(text)?.map_err(text)?;
    match child.exit.await {
        ExitStatus::Exited(0) => Ok(count),
        other => Err(format!("the compiler ended with {other:?}")),
    }
}

fn blocking(fd: OwnedFd) -> std::io::Result<OwnedFd> {
    pipe::Receiver::from_owned_fd(fd)?.into_blocking_fd()
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
