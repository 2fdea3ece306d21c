//! Asks an interpreter what it is, once: the answer is kept in a file keyed by path, modification time and size.

use domain::runtime::Family;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, UNIX_EPOCH};

/// How long an interpreter may take to say what it is.
const PATIENCE: Duration = Duration::from_secs(10);

/// An interpreter of this host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpreter {
    /// `python` or `nodejs`.
    pub language: String,
    /// The exact version, such as `3.11.7`.
    pub version: String,
    /// The executable, canonical.
    pub path: PathBuf,
    /// Python: the directory that the paths below are relative to.
    #[serde(default)]
    pub(super) prefix: PathBuf,
    /// Python: its standard library, and shared libraries of its own; beneath `prefix`.
    #[serde(default)]
    pub(super) parts: Vec<PathBuf>,
}

impl Interpreter {
    /// The family.
    pub fn family(&self) -> Family {
        if self.language == "python" { Family::Python } else { Family::Node }
    }

    /// The version as runtime identifiers have it: `3.11`, `20`.
    pub fn short_version(&self) -> &str {
        let parts = if self.family() == Family::Python { 2 } else { 1 };
        let end = self.version.match_indices('.').nth(parts - 1).map_or(self.version.len(), |(at, _)| at);
        &self.version[..end]
    }

    /// AWS's identifier of it: `python3.11`, `nodejs20.x`.
    pub fn identifier(&self) -> String {
        domain::runtime::Runtime { family: self.family(), version: self.short_version().to_owned() }
            .identifier()
    }
}

/// The answers so far, in memory and on disk.
pub(crate) struct Probe {
    file: PathBuf,
    known: Mutex<Option<BTreeMap<String, Interpreter>>>,
}

impl Probe {
    /// Answers kept in `file`, which is read when it is first needed. A broken file is as good as none.
    pub(crate) fn new(file: PathBuf) -> Self {
        Self { file, known: Mutex::new(None) }
    }

    /// What the executable is; `None` where it does not answer. Blocks, for as long as the interpreter takes to start.
    pub(crate) fn ask(&self, family: Family, path: &Path) -> Option<Interpreter> {
        let key = key(path)?;
        let mut guard = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = guard.get_or_insert_with(|| {
            let text = std::fs::read(&self.file).unwrap_or_default();
            serde_json::from_slice(&text).unwrap_or_default()
        });
        if let Some(interpreter) = known.get(&key) {
            return Some(interpreter.clone());
        }
        let interpreter = run(family, path)?;
        known.insert(key, interpreter.clone());
        if let Err(error) = write_json(&self.file, known) {
            tracing::warn!(%error, "the list of interpreters cannot be kept");
        }
        Some(interpreter)
    }
}

/// Writes a file whole or not at all.
pub(crate) fn write_json(file: &Path, value: &impl Serialize) -> io::Result<()> {
    let new = file.with_extension(format!("new-{}", std::process::id()));
    std::fs::write(&new, serde_json::to_vec_pretty(value)?)?;
    std::fs::rename(&new, file)
}

fn key(path: &Path) -> Option<String> {
    let metadata = path.metadata().ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{}|{}|{}", path.display(), modified.as_nanos(), metadata.len()))
}

/// Prints version, prefix, standard library, and the directory and name of libpython.
const PYTHON: &str = "\
import sys, sysconfig as s
v = sys.version_info
lib = s.get_config_var('INSTSONAME') if s.get_config_var('Py_ENABLE_SHARED') else ''
for line in ('%d.%d.%d' % v[:3], sys.base_prefix, s.get_path('stdlib'), s.get_path('platstdlib'),
             s.get_config_var('LIBDIR') or '', lib or ''):
    print(line)
";

fn run(family: Family, path: &Path) -> Option<Interpreter> {
    let mut command = Command::new(path);
    match family {
        Family::Python => command.args(["-I", "-S", "-c", PYTHON]),
        Family::Node => command.arg("--version"),
        Family::Provided => return None,
    };
    let output = output(command.env_clear())?;
    let mut lines = output.lines();
    let version = lines.next()?.trim_start_matches('v').to_owned();
    if version.is_empty() || !version.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let path = path.to_owned();
    if family == Family::Node {
        let (prefix, parts) = (PathBuf::new(), Vec::new());
        return Some(Interpreter { language: "nodejs".to_owned(), version, path, prefix, parts });
    }
    let prefix = Path::new(lines.next()?).canonicalize().ok()?;
    let mut parts: Vec<PathBuf> = lines.by_ref().take(2).map(PathBuf::from).collect();
    let (libdir, soname) = (lines.next()?, lines.next()?);
    if !soname.is_empty() {
        parts.push(Path::new(libdir).join(soname));
    }
    let mut parts: Vec<PathBuf> = parts.iter().filter_map(|part| part.canonicalize().ok()).collect();
    parts.dedup();
    Some(Interpreter { language: "python".to_owned(), version, path, prefix, parts })
}

/// The standard output of a command that ends well and in time.
fn output(command: &mut Command) -> Option<String> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.ok()?;
    let end = Instant::now() + PATIENCE;
    // What it prints fits into a pipe, so that it can end before it is read.
    while child.try_wait().ok()?.is_none() {
        if Instant::now() >= end {
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
