//! What CreateFunction and UpdateFunctionConfiguration may set, checked beyond the model's constraints, in AWS's
//! words. Pure.

use crate::Config;
use crate::errors::{invalid, not_built, not_found};
use crate::layers::Wanted;
use crate::surroundings;
use aws_wire::ApiError;
use aws_wire::generated::lambda as wire;
use domain::egress::{self, Egress};
use domain::function::{LogFormat, LoggingConfig};
use domain::limits::{EPHEMERAL_MB, MAX_ENVIRONMENT, MAX_TAGS, MEMORY_MB, TIMEOUT_S};
use domain::{FunctionConfig, Scope, runtime};
use serde_json::Value;
use std::collections::BTreeMap;

/// Variables that Lambda sets itself (developer guide, "Defined runtime environment variables", the reserved ones).
const RESERVED: [&str; 17] = [
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SECRET_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

/// The settings that both operations share; what is `None` stays as it is.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) runtime: Option<String>,
    pub(crate) handler: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) timeout: Option<i32>,
    pub(crate) memory_size: Option<i32>,
    pub(crate) ephemeral_storage: Option<i32>,
    pub(crate) environment: Option<wire::Environment>,
    pub(crate) vpc: Option<wire::VpcConfig>,
    pub(crate) file_systems: Option<Vec<wire::FileSystemConfig>>,
    pub(crate) dead_letter: Option<wire::DeadLetterConfig>,
    pub(crate) kms_key_arn: Option<String>,
    pub(crate) tracing: Option<wire::TracingConfig>,
    pub(crate) layers: Wanted,
    pub(crate) snap_start: Option<wire::SnapStart>,
    pub(crate) logging: Option<wire::LoggingConfig>,
}

impl Options {
    /// Checks the settings and puts them into a configuration. `variables` is the JSON of `Environment.Variables` in
    /// the order that it was sent in, for the size that AWS measures.
    pub(crate) fn apply(
        self,
        config: &mut FunctionConfig,
        variables: Option<&Value>,
        limits: &Config,
    ) -> Result<(), ApiError> {
        if let Some(identifier) = self.runtime {
            check_runtime(&identifier)?;
            config.runtime = Some(identifier);
        }
        if let Some(role) = self.role {
            check_role(&role, &config.scope, limits.foreign_roles)?;
            config.role = role;
        }
        if let Some(timeout) = self.timeout {
            config.timeout_s = within(timeout, &TIMEOUT_S, "Timeout")?;
        }
        if let Some(memory) = self.memory_size {
            config.memory_mb = within(memory, &MEMORY_MB, "MemorySize")?;
        }
        if let Some(size) = self.ephemeral_storage {
            config.ephemeral_mb = within(size, &EPHEMERAL_MB, "EphemeralStorage")?;
        }
        if let Some(environment) = self.environment {
            let map = environment.variables.unwrap_or_default();
            check_environment(&map, variables)?;
            check_egress(&map, &limits.egress_max)?;
            config.environment = Some(map);
        }
        if let Some(layers) = self.layers {
            config.layers = layers?;
        }
        if let Some(logging) = self.logging {
            config.logging = merge_logging(&config.logging, logging)?;
        }
        if let Some(handler) = self.handler {
            config.handler = Some(handler);
        }
        if let Some(description) = self.description {
            config.description = description;
        }
        if let Some(file_systems) = self.file_systems {
            surroundings::set_file_systems(config, file_systems);
        }
        if let Some(vpc) = self.vpc {
            surroundings::set_vpc(config, vpc)?;
        }
        // An empty text takes the setting away again.
        if let Some(dead_letter) = self.dead_letter {
            config.dead_letter_arn = dead_letter_arn(dead_letter)?;
        }
        if let Some(arn) = self.kms_key_arn {
            config.kms_key_arn = Some(arn).filter(|arn| !arn.is_empty());
        }
        if let Some(mode) = self.tracing.and_then(|t| t.mode) {
            config.tracing_mode = mode;
        }
        if let Some(apply_on) = self.snap_start.and_then(|s| s.apply_on) {
            config.snap_start = apply_on;
        }
        surroundings::check(config)
    }
}

/// The model's ceilings are those of managed instances; ordinary functions have lower ones. The words are those that
/// AWS has for `MemorySize`.
fn within(value: i32, range: &std::ops::RangeInclusive<u32>, member: &str) -> Result<u32, ApiError> {
    let too_much = || {
        let most = range.end();
        invalid(format!(
            "'{member}' value failed to satisfy constraint: Member must have value less than or equal to {most}"
        ))
    };
    u32::try_from(value).ok().filter(|v| range.contains(v)).ok_or_else(too_much)
}

/// Whether AWS has the runtime. Whether this host has it shows when the function is prepared.
fn check_runtime(identifier: &str) -> Result<(), ApiError> {
    if runtime::DEPRECATED.contains(&identifier) {
        return Err(invalid(format!(
            "The runtime parameter of {identifier} is no longer supported for creating or updating AWS Lambda \
             functions. We recommend you use a supported runtime while creating or updating functions."
        )));
    }
    if !runtime::SUPPORTED.contains(&identifier) {
        return Err(invalid(format!(
            "Value {identifier} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [{}] \
             or be a valid ARN",
            runtime::SUPPORTED.join(", ")
        )));
    }
    Ok(())
}

/// A role of another account is not taken. Whether Lambda may take one on: [`crate::roles`].
fn check_role(role: &str, scope: &Scope, foreign_roles: bool) -> Result<(), ApiError> {
    let own = role.split(':').nth(4) == Some(scope.account.as_str());
    if own || foreign_roles {
        return Ok(());
    }
    Err(ApiError::new(403, "AccessDeniedException", "Cross-account pass role is not allowed."))
}

fn check_environment(map: &BTreeMap<String, String>, sent: Option<&Value>) -> Result<(), ApiError> {
    let reserved: Vec<&str> = map.keys().map(String::as_str).filter(|k| RESERVED.contains(k)).collect();
    if !reserved.is_empty() {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment variables you have \
             provided contains reserved keys that are currently not supported for modification. Reserved keys used \
             in this request: {}",
            reserved.join(", ")
        )));
    }
    let measured = match sent {
        Some(value) => value.to_string(),
        None => serde_json::to_string(map).map_err(|_| ApiError::internal())?,
    };
    if measured.len() > MAX_ENVIRONMENT {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment variables you have \
             provided exceeded the 4KB limit. String measured: {measured}"
        )));
    }
    Ok(())
}

/// A function says in a variable where it may connect to: no wider than the server lets it.
fn check_egress(map: &BTreeMap<String, String>, most: &Egress) -> Result<(), ApiError> {
    let Some(text) = map.get(egress::VARIABLE) else { return Ok(()) };
    let asked: Egress = text.parse().map_err(|error| invalid(format!("{}: {error}", egress::VARIABLE)))?;
    if asked.is_within(most) {
        return Ok(());
    }
    Err(invalid(format!(
        "{}: {asked} is wider than what this server lets functions have, which is {most} (--egress-max)",
        egress::VARIABLE
    )))
}

/// Levels exist only with JSON, where they default to `INFO`.
fn merge_logging(old: &LoggingConfig, new: wire::LoggingConfig) -> Result<LoggingConfig, ApiError> {
    let format = match new.log_format.as_deref() {
        Some("JSON") => LogFormat::Json,
        Some(_) => LogFormat::Text,
        None => old.format,
    };
    let group = new.log_group.or_else(|| old.group.clone());
    if format == LogFormat::Text {
        if new.application_log_level.is_some() || new.system_log_level.is_some() {
            return Err(invalid(
                "To use ApplicationLogLevel or SystemLogLevel, you must set LogFormat to JSON.",
            ));
        }
        return Ok(LoggingConfig { format, application_level: None, system_level: None, group });
    }
    let level = |new: Option<String>, old: &Option<String>| {
        Some(new.or_else(|| old.clone()).unwrap_or_else(|| "INFO".to_owned()))
    };
    Ok(LoggingConfig {
        format,
        application_level: level(new.application_log_level, &old.application_level),
        system_level: level(new.system_log_level, &old.system_level),
        group,
    })
}

/// Refuses options that are not built, by name.
pub(crate) fn refuse(unbuilt: &[(&str, bool)]) -> Result<(), ApiError> {
    match unbuilt.iter().find(|(_, given)| *given) {
        Some((what, _)) => Err(not_built(what)),
        None => Ok(()),
    }
}

/// Dead letters go to queues and topics (API reference, DeadLetterConfig); an empty text is no target.
fn dead_letter_arn(config: wire::DeadLetterConfig) -> Result<Option<String>, ApiError> {
    let Some(arn) = config.target_arn.filter(|arn| !arn.is_empty()) else { return Ok(None) };
    let parts: Vec<_> = arn.splitn(6, ':').collect();
    match parts[..] {
        ["arn", _, "sqs" | "sns", _, _, name] if !name.is_empty() => Ok(Some(arn)),
        _ => Err(invalid(format!(
            "Invalid dead letter ARN: {arn} is neither of an SQS queue nor of an SNS topic"
        ))),
    }
}

/// Tags of a function.
pub(crate) fn check_tags(tags: &BTreeMap<String, String>) -> Result<(), ApiError> {
    if tags.len() > MAX_TAGS {
        return Err(too_many_tags());
    }
    check_tag_keys(tags.keys())
}

/// AWS keeps keys that begin with `aws:`, however it is spelt, to itself. The words are those of its services that
/// share them; none are recorded for this one.
pub(crate) fn check_tag_keys<'a>(keys: impl IntoIterator<Item = &'a String>) -> Result<(), ApiError> {
    let reserved = |key: &String| key.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:"));
    match keys.into_iter().any(reserved) {
        true => Err(invalid("Tag keys starting with 'aws:' are reserved for internal use")),
        false => Ok(()),
    }
}

pub(crate) fn too_many_tags() -> ApiError {
    invalid("Number of tags exceeds resource tag limit.")
}

/// A resource that is not there, perhaps because its sort is not built.
pub(crate) fn no_such_resource(resource: &str) -> ApiError {
    let kind = match resource.split(':').nth(5) {
        Some("event-source-mapping") => "Event source mapping",
        Some("code-signing-config") => "Code signing config",
        Some("capacity-provider") => "Capacity provider",
        Some("layer") => "Layer",
        _ => "Resource",
    };
    not_found(format!("{kind} not found: {resource}"))
}
