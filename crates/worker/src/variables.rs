//! The environment variables of a function's process. Pure.
//!
//! Three layers: defaults that a function may override, the function's own, and what AWS reserves.

use crate::environment::daemon::PORT as DAEMON_PORT;
use crate::initialization::Initialization;
use crate::ports::Credentials;
use crate::runtimes::ResolvedRuntime;
use domain::FunctionConfig;
use domain::function::LogFormat;
use domain::runtime::Family;
use std::collections::BTreeMap;

/// What the variables are made from.
pub(crate) struct Source<'a> {
    pub(crate) function: &'a FunctionConfig,
    pub(crate) runtime: &'a ResolvedRuntime,
    pub(crate) credentials: &'a Credentials,
    pub(crate) log_stream: &'a str,
    pub(crate) endpoint_port: u16,
    pub(crate) initialization: Initialization,
}

/// All variables, by name.
pub(crate) fn variables(source: &Source<'_>) -> BTreeMap<String, String> {
    let start = of_the_start(source.runtime.requested.family);
    let mut all: BTreeMap<String, String> =
        start.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    set(&mut all, defaults(source.endpoint_port));
    for (name, value) in source.function.environment.iter().flatten() {
        all.insert(name.clone(), value.clone());
    }
    set(&mut all, reserved(source));
    if source.initialization == Initialization::SnapStart {
        // Credentials that are asked for when they are needed: those of the snapshot would be too old one day.
        for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
            all.remove(name);
        }
        let endpoint = format!("http://127.0.0.1:{}{}", runtime_api::PORT, runtime_api::CREDENTIALS_PATH);
        all.insert("AWS_CONTAINER_CREDENTIALS_FULL_URI".to_owned(), endpoint);
        all.insert("AWS_CONTAINER_AUTHORIZATION_TOKEN".to_owned(), source.credentials.session_token.clone());
    }
    all
}

/// Those that an external extension gets of the function's: not what concerns only the runtime [D: "environment variables
/// that extensions cannot access"; the runtime interface emulator].
pub(crate) fn for_extensions(all: &[(String, String)]) -> Vec<(String, String)> {
    const HIDDEN: [&str; 7] = [
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_XRAY_CONTEXT_MISSING",
        "AWS_XRAY_DAEMON_ADDRESS",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
    ];
    let seen = |name: &str| !name.starts_with('_') && !HIDDEN.contains(&name);
    all.iter().filter(|(name, _)| seen(name)).cloned().collect()
}

fn set<const N: usize>(all: &mut BTreeMap<String, String>, variables: [(&str, Option<String>); N]) {
    for (name, value) in variables {
        match value {
            Some(value) => all.insert(name.to_owned(), value),
            None => continue,
        };
    }
}

/// Where a process finds the Runtime API: `AWS_LAMBDA_RUNTIME_API`.
pub(crate) fn runtime_api() -> String {
    format!("127.0.0.1:{}", runtime_api::PORT)
}

/// Those of the defaults that act on the start of a process, and are the same for all functions of a language.
pub(crate) fn of_the_start(family: Family) -> Vec<(&'static str, String)> {
    let lang = family != Family::Provided;
    let path = if lang { "/var/lang/bin:" } else { "" };
    let library = if lang { "/var/lang/lib:" } else { "" };
    let library =
        format!("{library}/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib");
    let mut all = vec![
        ("PATH", format!("{path}/usr/local/bin:/usr/bin/:/bin:/opt/bin")),
        ("LD_LIBRARY_PATH", library),
        ("LANG", "en_US.UTF-8".to_owned()),
        ("TZ", ":UTC".to_owned()),
    ];
    if family == Family::Python {
        all.push(("PYTHONPATH", "/var/runtime".to_owned()));
    }
    all
}

fn defaults(endpoint_port: u16) -> [(&'static str, Option<String>); 7] {
    let text = |text: &str| Some(text.to_owned());
    [
        ("PWD", text("/var/task")),
        ("SHLVL", text("0")),
        ("AWS_ENDPOINT_URL", Some(format!("http://127.0.0.1:{endpoint_port}"))),
        ("AWS_XRAY_CONTEXT_MISSING", text("LOG_ERROR")),
        ("AWS_XRAY_DAEMON_ADDRESS", Some(format!("127.0.0.1:{DAEMON_PORT}"))),
        ("_AWS_XRAY_DAEMON_ADDRESS", text("127.0.0.1")),
        ("_AWS_XRAY_DAEMON_PORT", Some(DAEMON_PORT.to_string())),
    ]
}

fn reserved(source: &Source<'_>) -> [(&'static str, Option<String>); 19] {
    let text = |text: &str| Some(text.to_owned());
    let Source { function, runtime, credentials, .. } = source;
    let region = function.scope.region.as_str();
    let json = function.logging.format == LogFormat::Json;
    let level = function.logging.application_level.as_deref().unwrap_or("INFO");
    [
        ("AWS_LAMBDA_FUNCTION_NAME", text(function.name.as_str())),
        ("AWS_LAMBDA_FUNCTION_VERSION", Some(function.version.to_string())),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Some(function.memory_mb.to_string())),
        ("AWS_LAMBDA_LOG_GROUP_NAME", Some(function.log_group())),
        ("AWS_LAMBDA_LOG_STREAM_NAME", text(source.log_stream)),
        ("AWS_LAMBDA_LOG_FORMAT", json.then(|| "JSON".to_owned())),
        ("AWS_LAMBDA_LOG_LEVEL", json.then(|| level.to_owned())),
        ("AWS_LAMBDA_RUNTIME_API", Some(runtime_api())),
        ("AWS_LAMBDA_INITIALIZATION_TYPE", text(source.initialization.name())),
        ("AWS_EXECUTION_ENV", runtime.execution_env()),
        ("AWS_REGION", text(region)),
        ("AWS_DEFAULT_REGION", text(region)),
        ("AWS_ACCESS_KEY_ID", text(&credentials.access_key_id)),
        ("AWS_SECRET_ACCESS_KEY", text(&credentials.secret_access_key)),
        ("AWS_SESSION_TOKEN", text(&credentials.session_token)),
        ("_HANDLER", function.handler.clone()),
        ("LAMBDA_TASK_ROOT", text("/var/task")),
        ("LAMBDA_RUNTIME_DIR", text("/var/runtime")),
        ("_LAMBDA_TELEMETRY_LOG_FD", runtime.frames_records().then(|| sandbox::RECORDS_FD.to_string())),
    ]
}
