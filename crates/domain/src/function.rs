//! A function's version: code and configuration as one value.

use crate::arn::FunctionArn;
use crate::clock::Timestamp;
use crate::limits::{DEFAULT_EPHEMERAL_MB, DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_S};
use crate::name::{FunctionName, Qualifier};
use crate::scope::Scope;
use std::collections::BTreeMap;
use std::fmt;

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// Lower-case hexadecimal.
    pub fn hex(&self) -> String {
        crate::hex::hex(&self.0)
    }

    /// From 64 lower-case digits; `None` for any other text.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut digest = [0; 32];
        let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
        if hex.len() != 64 {
            return None;
        }
        for (out, pair) in digest.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
            *out = u8::try_from(digit(pair[0])? << 4 | digit(pair[1])?).ok()?;
        }
        Some(Self(digest))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

/// Which version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// `$LATEST`, which changes.
    Latest,
    /// A published version, 1 or more, which never does.
    Number(u64),
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str("$LATEST"),
            Self::Number(n) => write!(f, "{n}"),
        }
    }
}

/// An alias is no version; it is given back.
impl TryFrom<Qualifier> for Version {
    type Error = Qualifier;

    fn try_from(qualifier: Qualifier) -> Result<Self, Qualifier> {
        match qualifier {
            Qualifier::Latest => Ok(Self::Latest),
            Qualifier::Version(number) => Ok(Self::Number(number)),
            alias @ Qualifier::Alias(_) => Err(alias),
        }
    }
}

impl From<Version> for Qualifier {
    fn from(version: Version) -> Self {
        match version {
            Version::Latest => Self::Latest,
            Version::Number(n) => Self::Version(n),
        }
    }
}

/// The package as it was uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeRef {
    /// Digest of the zip: `CodeSha256`, and the key of the blob.
    pub sha256: Sha256,
    /// Size of the zip, bytes: `CodeSize`.
    pub size: u64,
}

/// A layer of a function. The layer version may be deleted; the function keeps what it refers to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LayerRef {
    /// The layer version's ARN, as the function's owner gave it.
    pub arn: String,
    /// Its package.
    pub code: CodeRef,
    /// The sum of the sizes of the package's files, bytes.
    pub unpacked_bytes: u64,
}

/// `State`, `StateReason` and `StateReasonCode`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FunctionState {
    /// Being prepared.
    Pending,
    /// Ready for invocations.
    Active,
    /// Cannot run.
    Failed {
        /// A `StateReasonCode` of the service model.
        code: String,
        /// What a person can act on.
        reason: String,
    },
}

/// `LastUpdateStatus` and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastUpdate {
    /// None yet, or it succeeded.
    Successful,
    /// Being applied.
    InProgress,
    /// It failed; the function runs as it was, if it ran.
    Failed {
        /// A `LastUpdateStatusReasonCode` of the service model.
        code: String,
        /// What a person can act on.
        reason: String,
    },
}

/// `VpcConfig` as given; kept and echoed, see COMPATIBILITY.md.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VpcConfig {
    /// Subnets.
    pub subnet_ids: Vec<String>,
    /// Security groups.
    pub security_group_ids: Vec<String>,
    /// IPv6 for dual-stack subnets.
    pub ipv6_allowed: bool,
}

/// `FileSystemConfigs`: an access point and where it is mounted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileSystemConfig {
    /// The access point.
    pub arn: String,
    /// `/mnt/…`.
    pub local_mount_path: String,
    /// `S3FilesConfig.DirectS3Read`, as given.
    pub direct_s3_read: Option<String>,
}

/// `LogFormat`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines as they come.
    #[default]
    Text,
    /// One JSON object per event.
    Json,
}

/// `LoggingConfig`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoggingConfig {
    /// Text or JSON.
    pub format: LogFormat,
    /// `ApplicationLogLevel`, only with JSON.
    pub application_level: Option<String>,
    /// `SystemLogLevel`, only with JSON.
    pub system_level: Option<String>,
    /// The log group; `/aws/lambda/<function>` where absent.
    pub group: Option<String>,
}

/// Code and configuration of one version of a function: all that decides how it runs and what
/// GetFunctionConfiguration answers.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionConfig {
    /// Account and region.
    pub scope: Scope,
    /// The function's name.
    pub name: FunctionName,
    /// Which version this is.
    pub version: Version,
    /// AWS's runtime identifier; absent with an image.
    pub runtime: Option<String>,
    /// Absent with an image.
    pub handler: Option<String>,
    /// The execution role's ARN.
    pub role: String,
    /// Up to 256 characters.
    pub description: String,
    /// Seconds, 1 to 900.
    pub timeout_s: u32,
    /// MB, 128 to 10,240.
    pub memory_mb: u32,
    /// `/tmp`, MB, 512 to 10,240.
    pub ephemeral_mb: u32,
    /// The package.
    pub code: CodeRef,
    /// Environment variables; `None` where the function never had any (AWS then leaves `Environment` out).
    pub environment: Option<BTreeMap<String, String>>,
    /// `x86_64` or `arm64`.
    pub architecture: String,
    /// In the order of merging: what a later one has overwrites what an earlier one has.
    pub layers: Vec<LayerRef>,
    /// `Active` or `PassThrough`.
    pub tracing_mode: String,
    /// Logging.
    pub logging: LoggingConfig,
    /// `None` where never set.
    pub vpc: Option<VpcConfig>,
    /// The dead-letter target; `None` where never set.
    pub dead_letter_arn: Option<String>,
    /// At most one.
    pub file_systems: Vec<FileSystemConfig>,
    /// The customer's key for environment variables, if any.
    pub kms_key_arn: Option<String>,
    /// The customer's key for the package, if any.
    pub source_kms_key_arn: Option<String>,
    /// `TenancyConfig.TenantIsolationMode`; `None` where tenants share environments.
    pub tenant_isolation: Option<String>,
    /// `SnapStart.ApplyOn`: `PublishedVersions` or `None`.
    pub snap_start: String,
    /// When code or configuration last changed.
    pub last_modified: Timestamp,
    /// Changes with every change: a UUID.
    pub revision_id: String,
    /// Life-cycle state.
    pub state: FunctionState,
    /// What became of the last update.
    pub last_update: LastUpdate,
}

impl FunctionConfig {
    /// A new function with AWS's defaults: no package yet, and pending.
    pub fn new(scope: Scope, name: FunctionName) -> Self {
        Self {
            scope,
            name,
            version: Version::Latest,
            runtime: None,
            handler: None,
            role: String::new(),
            description: String::new(),
            timeout_s: DEFAULT_TIMEOUT_S,
            memory_mb: DEFAULT_MEMORY_MB,
            ephemeral_mb: DEFAULT_EPHEMERAL_MB,
            code: CodeRef { sha256: Sha256([0; 32]), size: 0 },
            environment: None,
            architecture: "x86_64".to_owned(),
            layers: Vec::new(),
            tracing_mode: "PassThrough".to_owned(),
            logging: LoggingConfig::default(),
            vpc: None,
            dead_letter_arn: None,
            file_systems: Vec::new(),
            kms_key_arn: None,
            source_kms_key_arn: None,
            tenant_isolation: None,
            snap_start: "None".to_owned(),
            last_modified: Timestamp(0),
            revision_id: String::new(),
            state: FunctionState::Pending,
            last_update: LastUpdate::Successful,
        }
    }

    /// The ARN without a qualifier.
    pub fn arn(&self) -> FunctionArn {
        FunctionArn::unqualified(self.scope.clone(), self.name.clone())
    }

    /// All packages that it runs with: its own and those of its layers.
    pub fn packages(&self) -> impl Iterator<Item = CodeRef> {
        std::iter::once(self.code).chain(self.layers.iter().map(|layer| layer.code))
    }

    /// The log group that the function writes to.
    pub fn log_group(&self) -> String {
        self.logging.group.clone().unwrap_or_else(|| format!("/aws/lambda/{}", self.name))
    }
}
