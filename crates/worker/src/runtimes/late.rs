//! Runtimes that are started before it is known for whom, and are told their environment later. Pure, but for a look at
//! a package's directories.
//!
//! Our bootstraps can wait for the environment of their function as a message on a descriptor, and take it on as if they
//! had been started with it. What acts on the start of the interpreter, of its C library or of its loader they cannot take
//! on: a function that has such variables or files gets a process that is started with its environment.

use super::resolved::ResolvedRuntime;
use crate::variables;
use domain::runtime::Family;
use std::collections::BTreeMap;
use std::path::Path;

/// Tells a bootstrap to wait, and on which descriptor.
const DESCRIPTOR: &str = "_TENFOLD_LATE_FD";
/// Tells it that nobody waits yet: the modules that it shall load while it waits, separated by commas.
const AHEAD: &str = "_TENFOLD_LATE_AHEAD";
/// Tells it on which descriptor to say, with an empty line, that it does nothing more but wait.
const READY: &str = "_TENFOLD_LATE_READY_FD";
/// Makes room for the real environment in the memory that `/proc/self/environ` shows, which stays as long as it was.
const ROOM: &str = "_TENFOLD_LATE_ROOM";
/// How many bytes an environment may have, each variable with its `=` and the zero byte behind it. Those of a function's
/// own are at most 4 KB, ours about 1 KB. A message is at most six times as long, and so fits into a pipe.
const MAX_ENVIRONMENT: usize = 8 * 1024;

/// Variables that every process has of the start, but with which an interpreter can be told anew.
const RETOLD: [&str; 2] = ["PATH", "TZ"];
/// What variables begin with that are read when a process starts: by CPython, Node.js and its libraries, the loader and
/// the C library, allocators, OpenSSL.
const READ_AT_START: [&str; 11] =
    ["PYTHON", "NODE_", "LD_", "GLIBC_", "MALLOC_", "MIMALLOC_", "LC_", "UV_", "OPENSSL_", "SSL_", "ICU_"];
/// The same, whole names.
const NAMES_READ_AT_START: [&str; 8] = [
    "LANG",
    "LOCPATH",
    "GCONV_PATH",
    "TZDIR",
    "RES_OPTIONS",
    "LOCALDOMAIN",
    "HOSTALIASES",
    "WATCH_REPORT_DEPENDENCIES",
];
/// Begin as some of the above, but are read when they are needed, or again by our bootstrap.
const READ_LATER: [&str; 3] = ["NODE_ENV", "NODE_PATH", "NODE_TLS_REJECT_UNAUTHORIZED"];

/// Directories of a package or of layers where the loader looks for libraries. It does so when the interpreter starts,
/// and never again where it found none.
const LIBRARIES: [&str; 8] =
    ["lib", "glibc-hwcaps", "tls", "haswell", "avx512_1", "x86_64", "aarch64", "atomics"];

/// What a process of this runtime is started with that waits for its environment, `ahead` of knowing it or not; `None`
/// where the runtime cannot wait.
fn environment(runtime: &ResolvedRuntime, ahead: bool) -> Option<Vec<(String, String)>> {
    let interpreter = runtime.interpreter.as_ref()?;
    let mut all = variables::of_the_start(interpreter.family());
    all.push((DESCRIPTOR, sandbox::LATE_FD.to_string()));
    if ahead {
        all.push((AHEAD, modules(interpreter.family()).to_owned()));
        // Among records, an empty line is none.
        all.push((READY, sandbox::RECORDS_FD.to_string()));
    }
    if ahead || interpreter.family() == Family::Node {
        // So that it can connect before.
        all.push(("AWS_LAMBDA_RUNTIME_API", variables::runtime_api()));
    }
    all.push((ROOM, "0".repeat(MAX_ENVIRONMENT)));
    Some(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A process of this runtime that waits for its environment; `None` where the runtime cannot wait.
pub(crate) fn process(runtime: &ResolvedRuntime, argv: Vec<String>, ahead: bool) -> Option<sandbox::Process> {
    let (env, records) = (environment(runtime, ahead)?, runtime.frames_records());
    Some(sandbox::Process { argv, env, cwd: "/".into(), records, late: true })
}

/// Whether a process of this runtime can take on these variables, and see these directories of the function's code, when
/// it was started before. `directories` are those of the host.
pub(crate) fn is_possible<'a>(
    runtime: &ResolvedRuntime,
    variables: &[(String, String)],
    mut directories: impl Iterator<Item = &'a Path>,
) -> bool {
    let Some(interpreter) = &runtime.interpreter else { return false };
    let given = variables::of_the_start(interpreter.family());
    let takes_on = |name: &str, value: &str| match given.iter().find(|(known, _)| *known == name) {
        Some((_, known)) => known == value || RETOLD.contains(&name),
        None => !acts_at_start(name, value),
    };
    let size: usize = variables.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
    size <= MAX_ENVIRONMENT
        && variables.iter().all(|(name, value)| !value.contains('\0') && takes_on(name, value))
        && !directories.any(|directory| LIBRARIES.iter().any(|name| directory.join(name).exists()))
}

/// The message: JSON, in the order in which the process would have been started with them.
pub(crate) fn message(variables: &[(String, String)]) -> Vec<u8> {
    let environment: BTreeMap<&str, &str> =
        variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    serde_json::json!({ "environment": environment }).to_string().into_bytes()
}

/// Whether a process of this runtime hears lines: one with its environment, before the function's files are there, then an empty
/// one; and empty ones before, each of which has it rehearse an invocation. Others hear one message, and its end.
pub(crate) fn hears_lines(runtime: &ResolvedRuntime) -> bool {
    runtime.interpreter.as_ref().is_some_and(|interpreter| interpreter.family() == Family::Python)
}

/// The message as a line.
pub(crate) fn line(variables: &[(String, String)]) -> Vec<u8> {
    let mut line = message(variables);
    line.extend(EMPTY_LINE);
    line
}

/// See [`hears_lines`].
pub(crate) const EMPTY_LINE: &[u8] = b"\n";

/// What most functions of a language need of its standard library.
fn modules(family: Family) -> &'static str {
    if family == Family::Python { "json" } else { "http,https" }
}

fn acts_at_start(name: &str, value: &str) -> bool {
    if name == "AWS_LAMBDA_EXEC_WRAPPER" {
        return !value.is_empty();
    }
    let begins = READ_AT_START.iter().any(|prefix| name.starts_with(prefix));
    (begins && !READ_LATER.contains(&name)) || NAMES_READ_AT_START.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtimes::Interpreter;
    use domain::runtime::Runtime;

    fn runtime(identifier: &str) -> ResolvedRuntime {
        let requested = Runtime::parse(identifier).unwrap();
        let interpreter = (requested.family != Family::Provided).then(|| Interpreter {
            language: if requested.family == Family::Python { "python" } else { "nodejs" }.to_owned(),
            version: format!("{}.1", requested.version),
            path: "/interpreter".into(),
            prefix: "/".into(),
            parts: Vec::new(),
        });
        ResolvedRuntime { requested, interpreter }
    }

    fn possible(identifier: &str, name: &str, value: &str) -> bool {
        let variables = [("_HANDLER", "a.b"), (name, value)];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        is_possible(&runtime(identifier), &variables, std::iter::empty())
    }

    #[test]
    fn which_variables_can_be_told_later() {
        let room = "x".repeat(MAX_ENVIRONMENT - "_HANDLER=a.b\0MINE=\0".len());
        let path =
            "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib";
        for (name, value, expected) in [
            ("MINE", "value", true),
            ("MINE", "é ü 漢", true),
            ("MINE", "a\0b", false),
            ("MINE", room.as_str(), true),
            ("MINER", room.as_str(), false),
            ("PATH", "/var/task/bin:/bin", true),
            ("TZ", "Europe/Berlin", true),
            ("TZDIR", "/var/task/zones", false),
            ("HOME", "/tmp", true),
            ("LANG", "en_US.UTF-8", true),
            ("LANG", "C", false),
            ("LC_ALL", "C", false),
            ("LD_LIBRARY_PATH", path, true),
            ("LD_LIBRARY_PATH", "/var/task", false),
            ("LD_PRELOAD", "/var/task/a.so", false),
            ("LDAP_URL", "ldap://a", true),
            ("MALLOC_ARENA_MAX", "1", false),
            ("GLIBC_TUNABLES", "glibc.malloc.check=1", false),
            ("GCONV_PATH", "/var/task", false),
            ("OPENSSL_CONF", "/var/task/openssl.cnf", false),
            ("SSL_CERT_FILE", "/var/task/ca.pem", false),
            ("PYTHONHASHSEED", "0", false),
            ("PYTHONPATH", "/opt/mine", false),
            ("NODE_OPTIONS", "--enable-source-maps", false),
            ("NODE_EXTRA_CA_CERTS", "/var/task/ca.pem", false),
            ("NODE_DEBUG", "net", false),
            ("NODE_ENV", "production", true),
            ("NODE_PATH", "/opt/mine", true),
            ("UV_THREADPOOL_SIZE", "8", false),
            ("AWS_LAMBDA_EXEC_WRAPPER", "/opt/wrapper", false),
            ("AWS_LAMBDA_EXEC_WRAPPER", "", true),
        ] {
            for identifier in ["python3.12", "nodejs20.x"] {
                assert_eq!(possible(identifier, name, value), expected, "{identifier} {name}");
            }
            assert!(!possible("provided.al2023", name, value));
        }
        assert!(possible("python3.12", "PYTHONPATH", "/var/runtime"), "what it is started with anyway");
        assert!(!possible("nodejs20.x", "PYTHONPATH", "/var/runtime"), "which Node.js is not");
    }

    #[test]
    fn libraries_that_the_loader_would_not_find() {
        for (made, expected) in
            [("libraries", true), ("python/lib", true), ("lib", false), ("glibc-hwcaps/x86-64-v3", false)]
        {
            let directory = tempfile::tempdir().unwrap();
            std::fs::create_dir_all(directory.path().join(made)).unwrap();
            let found = is_possible(&runtime("python3.12"), &[], std::iter::once(directory.path()));
            assert_eq!(found, expected, "{made}");
        }
    }

    #[test]
    fn there_is_room_for_every_environment() {
        for (identifier, ahead) in [("python3.9", false), ("nodejs24.x", true)] {
            let environment = environment(&runtime(identifier), ahead).unwrap();
            let size: usize = environment.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
            assert!(size >= MAX_ENVIRONMENT);
            assert_eq!(environment.iter().any(|(name, _)| name == AHEAD), ahead);
        }
        assert_eq!(environment(&runtime("provided.al2023"), true), None);
    }

    #[test]
    fn a_message_is_an_object_in_order() {
        let variables = [("A", "\"é\n"), ("B", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(message(&variables), r#"{"environment":{"A":"\"é\n","B":""}}"#.as_bytes());
    }
}
