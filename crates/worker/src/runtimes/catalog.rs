//! Which interpreter runs which runtime identifier.

use super::discover::{Places, executable};
use super::probe::{Interpreter, Probe, write_json};
use super::resolved::ResolvedRuntime;
use crate::{PrepareError, Substitution};
use domain::runtime::{Family, Runtime};
use std::collections::{BTreeMap, HashMap};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::SystemTime;

/// Registered runtimes, in the data directory: a JSON object of name → path.
const REGISTERED: &str = "runtimes.json";
/// What interpreters said of themselves, in the data directory.
const PROBED: &str = "interpreters.json";
/// The oldest versions that our bootstraps run on.
const OLDEST_PYTHON: u32 = 8;
const OLDEST_NODE: u32 = 16;

/// Which list of registered runtimes an answer was found with: another process may replace the file at any time.
type Stamp = Option<(u64, SystemTime)>;

/// See the module's documentation. Calls block while an interpreter is asked for the first time.
pub struct RuntimeCatalog {
    places: Places,
    registered: PathBuf,
    probe: Probe,
    resolved: RwLock<HashMap<(String, Substitution), (Stamp, ResolvedRuntime)>>,
    registering: Mutex<()>,
}

/// Why an interpreter cannot be registered.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Not an identifier of a runtime with an interpreter.
    #[error("{0:?} is not the name of a runtime with an interpreter, such as python3.11 or nodejs20.x")]
    Name(String),
    /// Not an executable file.
    #[error("{0} is not a native executable")]
    NotExecutable(PathBuf),
    /// It does not say what it is.
    #[error("{0} does not answer as an interpreter of that language")]
    Silent(PathBuf),
    /// Another version.
    #[error("{path} is {found}, not {wanted}")]
    WrongVersion {
        /// The executable.
        path: PathBuf,
        /// What it is.
        found: String,
        /// What was named.
        wanted: String,
    },
    /// The list cannot be written.
    #[error("the list of runtimes cannot be written: {0}")]
    Io(#[from] std::io::Error),
}

impl RuntimeCatalog {
    /// The catalog of this host. Nothing is read or run yet.
    pub fn new(data_dir: &Path) -> Self {
        Self::with_places(data_dir, Places::of_this_host())
    }

    pub(crate) fn with_places(data_dir: &Path, places: Places) -> Self {
        Self {
            places,
            registered: data_dir.join(REGISTERED),
            probe: Probe::new(data_dir.join(PROBED)),
            resolved: RwLock::default(),
            registering: Mutex::default(),
        }
    }

    /// What runs `identifier`. An exact version first registered, then found; with [`Substitution::Nearest`] also the
    /// nearest of the same language.
    pub fn resolve(
        &self,
        identifier: &str,
        substitution: Substitution,
    ) -> Result<ResolvedRuntime, PrepareError> {
        // Before it is looked up: a change meanwhile shows the next time.
        let stamp = self.stamp();
        if let Some(known) = self.known(identifier, substitution) {
            return Ok(known);
        }
        let resolved = self.look_up(identifier, substitution)?;
        let key = (identifier.to_owned(), substitution);
        self.resolved.write().unwrap_or_else(PoisonError::into_inner).insert(key, (stamp, resolved.clone()));
        Ok(resolved)
    }

    /// The same, if it was asked before and nothing has changed since. Takes two looks at files, and never starts a program.
    pub(crate) fn known(&self, identifier: &str, substitution: Substitution) -> Option<ResolvedRuntime> {
        let stamp = self.stamp();
        let resolved = self.resolved.read().unwrap_or_else(PoisonError::into_inner);
        let (found_with, known) = resolved.get(&(identifier.to_owned(), substitution))?;
        let is_there = known.interpreter.as_ref().is_none_or(|interpreter| interpreter.path.exists());
        (*found_with == stamp && is_there).then(|| known.clone())
    }

    fn stamp(&self) -> Stamp {
        let metadata = std::fs::metadata(&self.registered).ok()?;
        Some((metadata.ino(), metadata.modified().ok()?))
    }

    fn look_up(&self, identifier: &str, substitution: Substitution) -> Result<ResolvedRuntime, PrepareError> {
        let invalid = |reason| PrepareError { code: "InvalidRuntime", reason };
        let Some(requested) = Runtime::parse(identifier) else {
            let reason = format!(
                "The runtime {identifier} is not supported here: python3.*, nodejs* and provided.* are."
            );
            return Err(invalid(reason));
        };
        if requested.family == Family::Provided {
            return Ok(ResolvedRuntime { requested, interpreter: None });
        }
        // A file that names the version is asked before the others: most of the time it is the only one asked.
        let (likely, others): (Vec<_>, Vec<_>) = self
            .candidates(requested.family)
            .into_iter()
            .partition(|(name, path)| name.as_deref() == Some(identifier) || names(path, &requested));
        let mut known = Vec::new();
        for (_, path) in likely.into_iter().chain(others) {
            let Some(interpreter) = self.probe.ask(requested.family, &path) else { continue };
            if interpreter.short_version() == requested.version {
                return Ok(ResolvedRuntime { requested, interpreter: Some(interpreter) });
            }
            known.push(interpreter);
        }
        known.retain(runs_our_bootstrap);
        if substitution == Substitution::Nearest
            && let Some(interpreter) = nearest(&requested, &known)
        {
            return Ok(ResolvedRuntime { requested, interpreter: Some(interpreter.clone()) });
        }
        Err(invalid(missing(identifier, &known)))
    }

    /// Every interpreter of this host, registered ones first, then by version.
    pub fn list(&self) -> Vec<Interpreter> {
        let mut all = Vec::new();
        for family in [Family::Python, Family::Node] {
            let candidates = self.candidates(family).into_iter();
            let mut found: Vec<_> =
                candidates.filter_map(|(_, path)| self.probe.ask(family, &path)).collect();
            found.retain(runs_our_bootstrap);
            found.sort_by_key(|interpreter| {
                (number(interpreter.short_version()), interpreter.version.clone())
            });
            found.dedup_by(|a, b| a.path == b.path);
            all.extend(found);
        }
        all
    }

    /// Names an interpreter for a runtime identifier. It must be of exactly that version.
    pub fn register(&self, name: &str, path: &Path) -> Result<Interpreter, RegisterError> {
        let runtime = Runtime::parse(name).filter(|runtime| runtime.family != Family::Provided);
        let runtime = runtime.ok_or_else(|| RegisterError::Name(name.to_owned()))?;
        let path = executable(path).ok_or_else(|| RegisterError::NotExecutable(path.to_owned()))?;
        let Some(interpreter) = self.probe.ask(runtime.family, &path) else {
            return Err(RegisterError::Silent(path));
        };
        if interpreter.short_version() != runtime.version {
            let (found, wanted) = (interpreter.identifier(), name.to_owned());
            return Err(RegisterError::WrongVersion { path, found, wanted });
        }
        let _registering = self.registering.lock().unwrap_or_else(PoisonError::into_inner);
        let mut registered = self.registered();
        registered.insert(name.to_owned(), path);
        write_json(&self.registered, &registered)?;
        Ok(interpreter)
    }

    /// Takes a registered runtime off the list; whether it was on it.
    pub fn unregister(&self, name: &str) -> Result<bool, RegisterError> {
        let _registering = self.registering.lock().unwrap_or_else(PoisonError::into_inner);
        let mut registered = self.registered();
        if registered.remove(name).is_none() {
            return Ok(false);
        }
        write_json(&self.registered, &registered)?;
        Ok(true)
    }

    /// The registered runtimes: identifier → executable.
    pub fn registered(&self) -> BTreeMap<String, PathBuf> {
        let Ok(text) = std::fs::read(&self.registered) else { return BTreeMap::new() };
        serde_json::from_slice(&text).unwrap_or_else(|error| {
            tracing::warn!(%error, "the list of registered runtimes is broken and ignored");
            BTreeMap::new()
        })
    }

    /// Executables of a family, the registered ones first, with the name that they are registered by.
    fn candidates(&self, family: Family) -> Vec<(Option<String>, PathBuf)> {
        let registered = self.registered().into_iter().filter(|(name, path)| {
            Runtime::parse(name).is_some_and(|runtime| runtime.family == family) && path.exists()
        });
        let mut all: Vec<_> = registered.map(|(name, path)| (Some(name), path)).collect();
        for path in self.places.interpreters(family) {
            if all.iter().all(|(_, known)| *known != path) {
                all.push((None, path));
            }
        }
        all
    }
}

/// Whether the path suggests the version: `python3.11`, or a directory `v20.1.0` of a version manager.
fn names(path: &Path, runtime: &Runtime) -> bool {
    let version = &runtime.version;
    path.iter().filter_map(|part| part.to_str()).any(|part| {
        let part = part.trim_start_matches("python").trim_start_matches('v');
        part.strip_prefix(version.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The minor version of Python, the major version of Node.js.
fn number(version: &str) -> u32 {
    version.rsplit('.').next().and_then(|last| last.parse().ok()).unwrap_or(0)
}

fn runs_our_bootstrap(interpreter: &Interpreter) -> bool {
    let version = interpreter.short_version();
    match interpreter.family() {
        Family::Python => version.starts_with("3.") && number(version) >= OLDEST_PYTHON,
        _ => number(version) >= OLDEST_NODE,
    }
}

/// The least distance in versions; of two, the newer.
fn nearest<'a>(requested: &Runtime, known: &'a [Interpreter]) -> Option<&'a Interpreter> {
    let wanted = number(&requested.version);
    known.iter().min_by_key(|found| {
        let version = number(found.short_version());
        (version.abs_diff(wanted), u32::MAX - version)
    })
}

fn missing(identifier: &str, known: &[Interpreter]) -> String {
    let mut names: Vec<_> =
        known.iter().map(|found| (number(found.short_version()), found.identifier())).collect();
    names.sort();
    names.dedup();
    let names: Vec<_> = names.into_iter().map(|(_, name)| name).collect();
    let exist = if names.is_empty() { "none of that language".to_owned() } else { names.join(", ") };
    format!(
        "No interpreter for {identifier} on this host (there is {exist}). Install one, or name it with: \
         tenfold runtime add {identifier} PATH"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn python(version: &str) -> Interpreter {
        Interpreter {
            language: "python".to_owned(),
            version: version.to_owned(),
            path: PathBuf::from(format!("/python/{version}")),
            prefix: PathBuf::new(),
            parts: Vec::new(),
        }
    }

    #[test]
    fn the_nearest_version() {
        let known = ["3.8.18", "3.10.13", "3.12.1"].map(python);
        for (wanted, version) in
            [("python3.9", "3.10.13"), ("python3.11", "3.12.1"), ("python3.14", "3.12.1")]
        {
            let requested = Runtime::parse(wanted).unwrap();
            assert_eq!(nearest(&requested, &known).map(|found| &*found.version), Some(version), "{wanted}");
        }
        assert!(missing("python3.14", &known).contains("python3.8, python3.10, python3.12"));
        assert!(missing("python3.14", &known).contains("tenfold runtime add python3.14 PATH"));
    }

    #[test]
    fn a_host_without_interpreters() {
        let dir = tempfile::tempdir().unwrap();
        let catalog = RuntimeCatalog::with_places(dir.path(), Places::default());
        for substitution in [Substitution::Exact, Substitution::Nearest] {
            let error = catalog.resolve("nodejs20.x", substitution).unwrap_err();
            assert_eq!(error.code, "InvalidRuntime");
            assert!(error.reason.contains("none of that language"), "{}", error.reason);
            assert_eq!(catalog.resolve("ruby3.3", substitution).unwrap_err().code, "InvalidRuntime");
            assert!(catalog.resolve("provided.al2023", substitution).unwrap().is_exact());
        }
        assert!(catalog.list().is_empty());
        assert!(matches!(catalog.register("provided.al2", dir.path()), Err(RegisterError::Name(_))));
        assert!(matches!(catalog.register("python3.11", dir.path()), Err(RegisterError::NotExecutable(_))));
    }

    /// On whatever this machine has: what is found answers to its own name, exactly, also from the cache.
    #[test]
    fn the_interpreters_of_this_machine() {
        let dir = tempfile::tempdir().unwrap();
        let found = RuntimeCatalog::new(dir.path()).list();
        for interpreter in &found {
            let catalog = RuntimeCatalog::new(dir.path());
            let resolved = catalog.resolve(&interpreter.identifier(), Substitution::Exact).unwrap();
            assert!(resolved.is_exact());
            catalog.register(&interpreter.identifier(), &interpreter.path).unwrap();
            let resolved = catalog.resolve(&interpreter.identifier(), Substitution::Exact).unwrap();
            assert_eq!(resolved.interpreter.as_ref(), Some(interpreter), "registered ones come first");
            // What another process takes off the list is off it here.
            assert!(RuntimeCatalog::new(dir.path()).unregister(&interpreter.identifier()).unwrap());
            assert!(!catalog.unregister(&interpreter.identifier()).unwrap());
            let found = catalog.resolve(&interpreter.identifier(), Substitution::Exact).unwrap();
            assert_eq!(
                found,
                RuntimeCatalog::new(dir.path())
                    .resolve(&interpreter.identifier(), Substitution::Exact)
                    .unwrap()
            );
            let other = if interpreter.family() == Family::Python { "python3.99" } else { "nodejs99.x" };
            let wrong = catalog.register(other, &interpreter.path);
            assert!(matches!(wrong, Err(RegisterError::WrongVersion { .. })));
            assert_eq!(catalog.resolve(other, Substitution::Exact).unwrap_err().code, "InvalidRuntime");
            let nearest = catalog.resolve(other, Substitution::Nearest).unwrap();
            assert!(
                !nearest.is_exact() && nearest.version_text().ends_with(&format!("(in place of {other})"))
            );
        }
    }
}
