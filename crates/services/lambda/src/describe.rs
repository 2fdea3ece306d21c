//! What a function looks like in an answer: `FunctionConfiguration`.

use crate::surroundings;
use aws_wire::generated::lambda as wire;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::function::{LogFormat, LoggingConfig};
use domain::{CodeRef, FunctionArn, FunctionConfig, FunctionState, LastUpdate, Qualifier};
use sha2::{Digest, Sha256};

/// While a function or an update of it is being prepared; AWS says "created" for updates too.
const CREATING: &str = "The function is being created.";

/// How the ARN in an answer is spelt, which depends on how the caller spelt its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArnForm<'a> {
    /// `…:function:name`.
    Unqualified,
    /// `…:function:name:$LATEST`, or with a version's number.
    Qualified,
    /// `…:function:name:alias`.
    Alias(&'a str),
}

impl<'a> ArnForm<'a> {
    /// The spelling for a function that was asked for by this qualifier.
    pub(crate) fn of(qualifier: Option<&'a Qualifier>) -> Self {
        match qualifier {
            None => Self::Unqualified,
            Some(Qualifier::Latest | Qualifier::Version(_)) => Self::Qualified,
            Some(Qualifier::Alias(name)) => Self::Alias(name),
        }
    }
}

/// `CodeSha256`.
pub(crate) fn code_sha256(code: &CodeRef) -> String {
    BASE64.encode(code.sha256.0)
}

/// The ARN of a function's version.
pub(crate) fn arn(config: &FunctionConfig, form: ArnForm<'_>) -> String {
    let arn: FunctionArn = config.arn();
    match form {
        ArnForm::Unqualified => arn.to_string(),
        ArnForm::Qualified => arn.with(config.version.into()).to_string(),
        ArnForm::Alias(name) => arn.with(Qualifier::Alias(name.into())).to_string(),
    }
}

/// All that is known of a function.
pub(crate) fn describe(config: &FunctionConfig, form: ArnForm<'_>) -> wire::FunctionConfiguration {
    let mut out = summary(config, form);
    out.runtime_version_config = runtime_version(config);
    let (state, reason) = state(&config.state);
    out.state = Some(state.to_owned());
    (out.state_reason_code, out.state_reason) = reason.unzip();
    if let Some((status, reason)) = last_update(config) {
        out.last_update_status = Some(status.to_owned());
        (out.last_update_status_reason_code, out.last_update_status_reason) = reason.unzip();
    }
    out
}

/// What ListFunctions says: no state and no runtime version (as its API reference has it).
pub(crate) fn summary(config: &FunctionConfig, form: ArnForm<'_>) -> wire::FunctionConfiguration {
    let layers = config.layers.iter().map(|layer| wire::Layer {
        arn: Some(layer.arn.clone()),
        code_size: Some(i64::try_from(layer.code.size).unwrap_or(i64::MAX)),
        ..Default::default()
    });
    let layers: Vec<_> = layers.collect();
    wire::FunctionConfiguration {
        function_name: Some(config.name.to_string()),
        function_arn: Some(arn(config, form)),
        runtime: config.runtime.clone(),
        role: Some(config.role.clone()),
        handler: config.handler.clone(),
        code_size: Some(i64::try_from(config.code.size).unwrap_or(i64::MAX)),
        description: Some(config.description.clone()),
        timeout: i32::try_from(config.timeout_s).ok(),
        memory_size: i32::try_from(config.memory_mb).ok(),
        last_modified: Some(config.last_modified.lambda_format()),
        code_sha256: Some(code_sha256(&config.code)),
        version: Some(config.version.to_string()),
        vpc_config: surroundings::describe_vpc(config),
        dead_letter_config: config
            .dead_letter_arn
            .clone()
            .map(|arn| wire::DeadLetterConfig { target_arn: Some(arn) }),
        environment: config
            .environment
            .clone()
            .map(|variables| wire::EnvironmentResponse { variables: Some(variables), error: None }),
        kms_key_arn: config.kms_key_arn.clone(),
        tracing_config: Some(wire::TracingConfigResponse { mode: Some(config.tracing_mode.clone()) }),
        revision_id: Some(config.revision_id.clone()),
        layers: (!layers.is_empty()).then_some(layers),
        package_type: Some("Zip".to_owned()),
        architectures: Some(vec![config.architecture.clone()]),
        ephemeral_storage: i32::try_from(config.ephemeral_mb)
            .ok()
            .map(|size| wire::EphemeralStorage { size }),
        snap_start: Some(surroundings::describe_snap_start(config)),
        file_system_configs: surroundings::describe_file_systems(config),
        tenancy_config: config
            .tenant_isolation
            .clone()
            .map(|tenant_isolation_mode| wire::TenancyConfig { tenant_isolation_mode }),
        logging_config: Some(logging(&config.logging, config.log_group())),
        ..Default::default()
    }
}

fn logging(logging: &LoggingConfig, group: String) -> wire::LoggingConfig {
    wire::LoggingConfig {
        log_format: Some(if logging.format == LogFormat::Json { "JSON" } else { "Text" }.to_owned()),
        application_log_level: logging.application_level.clone(),
        system_log_level: logging.system_level.clone(),
        log_group: Some(group),
    }
}

type Reason = Option<(String, String)>;

fn creating() -> Reason {
    Some(("Creating".to_owned(), CREATING.to_owned()))
}

fn state(state: &FunctionState) -> (&'static str, Reason) {
    match state {
        FunctionState::Pending => ("Pending", creating()),
        FunctionState::Active => ("Active", None),
        FunctionState::Failed { code, reason } => ("Failed", Some((code.clone(), reason.clone()))),
    }
}

/// A function that is being created has no last update yet.
fn last_update(config: &FunctionConfig) -> Option<(&'static str, Reason)> {
    match (&config.last_update, &config.state) {
        (LastUpdate::InProgress, _) => Some(("InProgress", creating())),
        (LastUpdate::Failed { code, reason }, _) => Some(("Failed", Some((code.clone(), reason.clone())))),
        (LastUpdate::Successful, FunctionState::Pending) => None,
        (LastUpdate::Successful, FunctionState::Active) => Some(("Successful", None)),
        (LastUpdate::Successful, FunctionState::Failed { code, reason }) => {
            Some(("Failed", Some((code.clone(), reason.clone()))))
        }
    }
}

fn runtime_version(config: &FunctionConfig) -> Option<wire::RuntimeVersionConfig> {
    let arn = runtime_version_arn(config)?;
    Some(wire::RuntimeVersionConfig { runtime_version_arn: Some(arn), error: None })
}

/// The ARN is a digest as on AWS: the same for the same runtime identifier.
pub(crate) fn runtime_version_arn(config: &FunctionConfig) -> Option<String> {
    let runtime = config.runtime.as_deref()?;
    let region = &config.scope.region;
    let digest = domain::Sha256(Sha256::digest(runtime.as_bytes()).into()).hex();
    Some(format!("arn:{}:lambda:{region}::runtime:{digest}", region.partition()))
}
