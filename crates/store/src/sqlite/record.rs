//! A function's configuration as JSON in a column, but for its environment variables, which are sealed in one of their own. What the key and the index columns hold is not repeated.
//!
//! A field that is added later gets `#[serde(default)]`, so that older rows stay readable; unknown fields are
//! ignored, so that a row is readable after a downgrade that the schema allows.

use super::signature::{changed, environment_context, is_whole};
use crate::StoreError;
use domain::function::{FileSystemConfig, LogFormat, LoggingConfig, VpcConfig};
use domain::{
    AccountId, CodeRef, FunctionConfig, FunctionName, FunctionState, LastUpdate, LayerRef, Region, Scope,
    Sha256, Timestamp, Version,
};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct Record {
    runtime: Option<String>,
    handler: Option<String>,
    role: String,
    description: String,
    timeout_s: u32,
    memory_mb: u32,
    ephemeral_mb: u32,
    architecture: String,
    layers: Vec<Layer>,
    tracing_mode: String,
    log_json: bool,
    application_log_level: Option<String>,
    system_log_level: Option<String>,
    log_group: Option<String>,
    vpc: Option<Vpc>,
    dead_letter_arn: Option<String>,
    /// ARN, mount path, direct reads.
    file_systems: Vec<(String, String, Option<String>)>,
    kms_key_arn: Option<String>,
    #[serde(default)]
    source_kms_key_arn: Option<String>,
    #[serde(default)]
    tenant_isolation: Option<String>,
    snap_start: String,
    last_modified_ms: i64,
    revision_id: String,
    state: Progress,
    last_update: Progress,
}

#[derive(Serialize, Deserialize)]
struct Layer {
    arn: String,
    /// Lower-case hexadecimal.
    code: String,
    code_size: u64,
    unpacked_bytes: u64,
}

impl Layer {
    fn of(layer: LayerRef) -> Self {
        let LayerRef { arn, code, unpacked_bytes } = layer;
        Self { arn, code: code.sha256.hex(), code_size: code.size, unpacked_bytes }
    }

    fn into_ref(self) -> Result<LayerRef, StoreError> {
        let Self { arn, code, code_size: size, unpacked_bytes } = self;
        let sha256 = Sha256::from_hex(&code);
        let sha256 = sha256.ok_or_else(|| StoreError::Corrupt("the digest of a layer".to_owned()))?;
        Ok(LayerRef { arn, code: CodeRef { sha256, size }, unpacked_bytes })
    }
}

#[derive(Serialize, Deserialize)]
struct Vpc {
    subnet_ids: Vec<String>,
    security_group_ids: Vec<String>,
    ipv6_allowed: bool,
}

/// Of the function or of its last update.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Progress {
    Working,
    Done,
    Failed { code: String, reason: String },
}

/// The columns that [`from_row`] reads.
pub(super) const COLUMNS: &str = concat!(
    "account, region, name, version, code, code_size, config, ",
    is_whole!(function),
    ", unseal(environment, ",
    environment_context!(),
    ")"
);

/// `$LATEST` is 0.
pub(super) fn version_column(version: Version) -> i64 {
    match version {
        Version::Latest => 0,
        // There is none; it must not be taken for the other.
        Version::Number(0) => -1,
        Version::Number(n) => super::signed(n),
    }
}

/// Whether a crash now would leave work to do.
pub(super) fn is_unfinished(config: &FunctionConfig) -> bool {
    config.state == FunctionState::Pending || config.last_update == LastUpdate::InProgress
}

/// The `config` column.
pub(super) fn to_json(config: &FunctionConfig) -> Result<String, StoreError> {
    let c = config.clone();
    let record = Record {
        runtime: c.runtime,
        handler: c.handler,
        role: c.role,
        description: c.description,
        timeout_s: c.timeout_s,
        memory_mb: c.memory_mb,
        ephemeral_mb: c.ephemeral_mb,
        architecture: c.architecture,
        layers: c.layers.into_iter().map(Layer::of).collect(),
        tracing_mode: c.tracing_mode,
        log_json: c.logging.format == LogFormat::Json,
        application_log_level: c.logging.application_level,
        system_log_level: c.logging.system_level,
        log_group: c.logging.group,
        vpc: c.vpc.map(|v| Vpc {
            subnet_ids: v.subnet_ids,
            security_group_ids: v.security_group_ids,
            ipv6_allowed: v.ipv6_allowed,
        }),
        dead_letter_arn: c.dead_letter_arn,
        file_systems: c
            .file_systems
            .into_iter()
            .map(|f| (f.arn, f.local_mount_path, f.direct_s3_read))
            .collect(),
        kms_key_arn: c.kms_key_arn,
        source_kms_key_arn: c.source_kms_key_arn,
        tenant_isolation: c.tenant_isolation,
        snap_start: c.snap_start,
        last_modified_ms: c.last_modified.0,
        revision_id: c.revision_id,
        state: match c.state {
            FunctionState::Pending => Progress::Working,
            FunctionState::Active => Progress::Done,
            FunctionState::Failed { code, reason } => Progress::Failed { code, reason },
        },
        last_update: match c.last_update {
            LastUpdate::InProgress => Progress::Working,
            LastUpdate::Successful => Progress::Done,
            LastUpdate::Failed { code, reason } => Progress::Failed { code, reason },
        },
    };
    serde_json::to_string(&record).map_err(|e| StoreError::Unavailable(e.to_string()))
}

/// The environment variables as they are sealed.
pub(super) fn environment_json(config: &FunctionConfig) -> Result<Option<String>, StoreError> {
    let json = config.environment.as_ref().map(serde_json::to_string).transpose();
    json.map_err(|e| StoreError::Unavailable(e.to_string()))
}

fn environment_of(unsealed: ValueRef<'_>) -> Result<Option<BTreeMap<String, String>>, StoreError> {
    match unsealed {
        ValueRef::Null => Ok(None),
        ValueRef::Blob(json) => serde_json::from_slice(json).map(Some).map_err(|_| sealed_differently()),
        _ => Err(sealed_differently()),
    }
}

/// Says nothing of what is in it.
fn sealed_differently() -> StoreError {
    StoreError::Corrupt("the environment variables of a function cannot be decrypted".to_owned())
}

/// A function from a row of [`COLUMNS`].
pub(super) fn from_row(row: &Row<'_>) -> Result<FunctionConfig, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(column)?.as_str().map_err(|e| StoreError::Corrupt(e.to_string()))
    };
    let corrupt = |e: &dyn std::fmt::Display| StoreError::Corrupt(format!("a function's record: {e}"));
    if !row.get::<_, bool>(7)? {
        return Err(changed(format_args!("function {}", text(2)?)));
    }
    let account = AccountId::new(text(0)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(1)?).map_err(|e| corrupt(&e))?;
    let name = FunctionName::new(text(2)?).map_err(|e| corrupt(&e))?;
    let version = match row.get::<_, i64>(3)? {
        0 => Version::Latest,
        n => Version::Number(super::unsigned(n)),
    };
    let code = CodeRef { sha256: Sha256(row.get(4)?), size: super::unsigned(row.get(5)?) };
    let record: Record = serde_json::from_str(text(6)?).map_err(|e| corrupt(&e))?;
    let environment = environment_of(row.get_ref(8)?)?;
    Ok(FunctionConfig {
        environment,
        ..record.into_config(Scope::new(account, region), name, version, code)?
    })
}

impl Record {
    fn into_config(
        self,
        scope: Scope,
        name: FunctionName,
        version: Version,
        code: CodeRef,
    ) -> Result<FunctionConfig, StoreError> {
        let layers = self.layers.into_iter().map(Layer::into_ref).collect::<Result<_, _>>()?;
        Ok(FunctionConfig {
            scope,
            name,
            version,
            runtime: self.runtime,
            handler: self.handler,
            role: self.role,
            description: self.description,
            timeout_s: self.timeout_s,
            memory_mb: self.memory_mb,
            ephemeral_mb: self.ephemeral_mb,
            code,
            environment: None,
            architecture: self.architecture,
            layers,
            tracing_mode: self.tracing_mode,
            logging: LoggingConfig {
                format: if self.log_json { LogFormat::Json } else { LogFormat::Text },
                application_level: self.application_log_level,
                system_level: self.system_log_level,
                group: self.log_group,
            },
            vpc: self.vpc.map(|v| VpcConfig {
                subnet_ids: v.subnet_ids,
                security_group_ids: v.security_group_ids,
                ipv6_allowed: v.ipv6_allowed,
            }),
            dead_letter_arn: self.dead_letter_arn,
            file_systems: self
                .file_systems
                .into_iter()
                .map(|(arn, local_mount_path, direct_s3_read)| FileSystemConfig {
                    arn,
                    local_mount_path,
                    direct_s3_read,
                })
                .collect(),
            kms_key_arn: self.kms_key_arn,
            source_kms_key_arn: self.source_kms_key_arn,
            tenant_isolation: self.tenant_isolation,
            snap_start: self.snap_start,
            last_modified: Timestamp(self.last_modified_ms),
            revision_id: self.revision_id,
            state: match self.state {
                Progress::Working => FunctionState::Pending,
                Progress::Done => FunctionState::Active,
                Progress::Failed { code, reason } => FunctionState::Failed { code, reason },
            },
            last_update: match self.last_update {
                Progress::Working => LastUpdate::InProgress,
                Progress::Done => LastUpdate::Successful,
                Progress::Failed { code, reason } => LastUpdate::Failed { code, reason },
            },
        })
    }
}
