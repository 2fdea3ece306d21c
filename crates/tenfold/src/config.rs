//! From what was typed to what is meant: raw arguments are checked once, here, and are plain values from then on.
//!
//! Never here: acting on a value. The one `match` on configuration is in `compose`.

use crate::elsewhere::{Elsewhere, ElsewhereArgs};
use crate::export::ExportArgs;
use crate::failure::Failure;
use crate::front_door::{FrontDoor, FrontDoorArgs};
use crate::inspection::{InspectionArgs, InspectionConfig};
use crate::keys::{KeyArgs, Sources};
use audit::Retention;
use domain::egress::Egress;
use domain::limits::DEFAULT_CONCURRENCY;
use domain::{AccountId, Region, Scope};
use std::path::{Path, PathBuf};
use std::time::Duration;
use telemetry::otlp::settings::Settings;
use worker::StreamRate;

/// How long running invocations may take to finish at a graceful stop, if nothing else is said: as long as a function
/// may run at most, so that none is cut off. Whoever does not want to wait signals again.
pub(crate) const DEFAULT_GRACE: Duration = Duration::from_secs(900);
/// Sandboxes of each kind that are kept ready, if nothing else is said: enough for a handful of cold starts in a row.
const DEFAULT_READY: u16 = 8;
const DEFAULT_FOR_CROWDS: u16 = 256;
/// The fastest streamed response that can be asked for, but for one without a limit, MiB a second.
const MAX_STREAM_RATE: u64 = 4_096;
/// GiB of messages that a log group keeps, where it is not said. On disk it is a sixth to a tenth of that.
const DEFAULT_LOG_GROUP_GIB: u64 = 16;

/// Where a data directory is, for every command.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct DataDirArgs {
    /// Directory of everything that Tenfold keeps [default: /var/lib/tenfold as root, else
    /// $XDG_DATA_HOME/tenfold or ~/.local/share/tenfold]
    #[arg(long, value_name = "DIR", env = "TENFOLD_DATA_DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

/// What a server is started with, as typed.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) data: DataDirArgs,
    #[command(flatten)]
    pub(crate) front_door: FrontDoorArgs,
    #[command(flatten)]
    pub(crate) keys: KeyArgs,
    #[command(flatten)]
    pub(crate) audit: AuditArgs,
    #[command(flatten)]
    pub(crate) inspection: InspectionArgs,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
    /// Region for requests that name none
    #[arg(long, default_value = "us-east-1", value_parser = parse_region)]
    pub(crate) region: Region,
    /// Account that everything belongs to, twelve digits
    #[arg(long, default_value = "000000000000", value_parser = parse_account)]
    pub(crate) account: AccountId,
    /// Development: accept any access key (loopback only) and use the nearest interpreter for a runtime
    #[arg(long)]
    pub(crate) dev: bool,
    /// Take no execution role that IAM does not know here; one that it knows has to trust Lambda in any case
    #[arg(long)]
    pub(crate) require_roles: bool,
    /// Which interpreter runs a runtime: exactly its version, or the nearest one [default: exact; with --dev: nearest]
    #[arg(long, value_name = "HOW", value_enum)]
    pub(crate) runtime_substitution: Option<Substitution>,
    #[command(flatten)]
    pub(crate) elsewhere: ElsewhereArgs,
    /// Format of the server's own log on standard error; its level is $TENFOLD_LOG, `warn` by default
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(crate) log_format: LogFormat,
    /// Invocations that may run at the same time in one account and region, as AWS limits them
    #[arg(long, value_name = "COUNT", default_value_t = DEFAULT_CONCURRENCY, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) concurrency: u32,
    /// Seconds after which an environment that nobody uses is destroyed
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) idle_timeout: u64,
    /// Seconds after which an environment is replaced, so that its credentials are ever those of now
    #[arg(long, value_name = "SECONDS", default_value_t = 7_200, value_parser = clap::value_parser!(u64).range(1..=28_800))]
    pub(crate) environment_life: u64,
    /// MB of memory that the functions of all environments together may have; by default four times the machine's
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(128..=1 << 30))]
    pub(crate) memory: Option<u64>,
    /// Milliseconds that an idle environment runs on before it is frozen
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=3_600_000))]
    pub(crate) freeze_after: u64,
    /// Sandboxes kept ready for each kind of function in use, so that a cold start need not build one; 0: none
    #[arg(long, value_name = "COUNT", default_value_t = DEFAULT_READY, value_parser = clap::value_parser!(u16).range(0..=256))]
    pub(crate) ready_sandboxes: u16,
    /// Sandboxes kept ready instead, for three minutes, where as many were asked for within two seconds: at most so many; 0: no more than ever
    #[arg(long, value_name = "COUNT", default_value_t = DEFAULT_FOR_CROWDS, value_parser = clap::value_parser!(u16).range(0..=1024))]
    pub(crate) ready_for_crowds: u16,
    /// Start the interpreter of a managed runtime, and the process of a custom one, only when it is known for which function
    #[arg(long)]
    pub(crate) no_prestart: bool,
    /// MiB a second that a streamed response may have after its first 6 MiB, as on AWS, or `unlimited`
    #[arg(long, value_name = "MIB", default_value = "2", value_parser = parse_stream_rate)]
    pub(crate) stream_rate: StreamRate,
    /// Keep no memory images of processes: versions with SnapStart are initialised, and interpreters started, as all others
    #[arg(long)]
    pub(crate) no_snapshots: bool,
    /// GiB of messages that a log group keeps; its oldest events are deleted then. 0: as many as there are
    #[arg(long, value_name = "GIB", default_value_t = DEFAULT_LOG_GROUP_GIB, value_parser = clap::value_parser!(u64).range(0..=1 << 20))]
    pub(crate) log_group_size: u64,
    /// Where functions may connect to, unless they say it themselves in $TENFOLD_EGRESS: `none`, `public` (the internet without
    /// private, link-local and this machine's own addresses), networks such as 10.1.0.0/16:5432/tcp, or a list of the last two
    /// [default: public, where the machine can do it]
    #[arg(long, value_name = "POLICY", value_parser = parse_egress)]
    pub(crate) egress: Option<Egress>,
    /// The widest policy that a function may say [default: that of --egress]
    #[arg(long, value_name = "POLICY", value_parser = parse_egress)]
    pub(crate) egress_max: Option<Egress>,
    /// Seconds that running invocations have to finish when the server is asked to stop; asked again, it ends at once
    #[arg(long, value_name = "SECONDS", default_value_t = DEFAULT_GRACE.as_secs(), value_parser = clap::value_parser!(u64).range(0..=900))]
    pub(crate) grace: u64,
}

/// What the audit log has, and for how long.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct AuditArgs {
    /// Leave invocations, requests to function URLs and other data events out of the audit log
    #[arg(long)]
    no_audit_data_events: bool,
    /// Days that the audit log is kept
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u64).range(1..=36_500))]
    audit_days: u64,
    /// MB that the audit log may take up; the oldest records go first
    #[arg(long, value_name = "MB", default_value_t = 2_048, value_parser = clap::value_parser!(u64).range(16..=1 << 30))]
    audit_size: u64,
}

/// The same, checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Audit {
    /// Whether it has data events.
    pub(crate) data_events: bool,
    /// How long records are kept.
    pub(crate) retention: Retention,
}

impl AuditArgs {
    fn validate(&self) -> Audit {
        let bytes = self.audit_size << 20;
        let usual = Retention::default();
        let age = Duration::from_secs(self.audit_days * 86_400);
        // Some files at least, so that they can go one by one.
        let retention = Retention { segment: usual.segment.min(bytes / 8), bytes, age };
        Audit { data_events: !self.no_audit_data_events, retention }
    }
}

/// Which interpreter may run a runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Substitution {
    /// One of exactly the version that the runtime names.
    Exact,
    /// The nearest version, which is said in the log and in the environment.
    Nearest,
}

/// How the server's own log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One object per line.
    Json,
}

/// What a server is started with, checked.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// How clients reach it.
    pub(crate) front_door: FrontDoor,
    /// Absolute; exists once [`crate::data_dir::DataDir::open`] has been called.
    pub(crate) data_dir: PathBuf,
    /// Where the master key comes from.
    pub(crate) keys: Sources,
    /// The audit log.
    pub(crate) audit: Audit,
    /// What operators see.
    pub(crate) inspection: InspectionConfig,
    /// Where telemetry is exported to, if anywhere.
    pub(crate) export: Option<Settings>,
    /// Account and region of requests that do not say.
    pub(crate) scope: Scope,
    /// Any access key is accepted; it listens on a loopback address then.
    pub(crate) dev: bool,
    /// Whether execution roles have to be known.
    pub(crate) require_roles: bool,
    /// How a runtime finds its interpreter.
    pub(crate) substitution: Substitution,
    /// The AWS services of others.
    pub(crate) elsewhere: Elsewhere,
    /// How the log is written.
    pub(crate) log_format: LogFormat,
    /// Concurrent invocations in one account and region.
    pub(crate) concurrency: u32,
    /// An environment unused for this long is destroyed.
    pub(crate) idle_timeout: Duration,
    /// An environment older than this is replaced.
    pub(crate) environment_life: Duration,
    /// MB that all environments together may have, if it was said.
    pub(crate) memory: Option<u64>,
    /// An idle environment is frozen after this long.
    pub(crate) freeze_after: Duration,
    /// Sandboxes kept ready for each kind of function.
    pub(crate) ready_sandboxes: usize,
    /// The same where many were asked for at once not long ago.
    pub(crate) ready_for_crowds: usize,
    /// Whether interpreters may be started before it is known for which function.
    pub(crate) prestart: bool,
    /// How fast a streamed response may be.
    pub(crate) stream_rate: StreamRate,
    /// Whether images of initialised processes are kept and used.
    pub(crate) snapshots: bool,
    /// Bytes of messages that a log group keeps.
    pub(crate) log_group_bytes: Option<u64>,
    /// Where functions may connect to, if it was said.
    pub(crate) egress: Option<Egress>,
    /// Where one may at most say that it does, if it was said.
    pub(crate) egress_max: Option<Egress>,
    /// Bound of a graceful stop.
    pub(crate) grace: Duration,
}

impl ServeArgs {
    /// Checks what one argument alone does not show.
    pub(crate) fn validate(&self) -> Result<Config, Failure> {
        let front_door = self.front_door.validate();
        if let Some(listen) = self.front_door.listen.filter(|listen| self.dev && !listen.ip().is_loopback()) {
            return Err(Failure::Usage(format!(
                "--dev accepts any access key and is for loopback addresses only, not for {listen}"
            )));
        }
        let unless_said = if self.dev { Substitution::Nearest } else { Substitution::Exact };
        Ok(Config {
            front_door: front_door?,
            data_dir: absolute(&self.data.locate()?)?,
            keys: self.keys.validate()?,
            audit: self.audit.validate(),
            inspection: self.inspection.validate()?,
            export: self.export.validate(|name| std::env::var(name).ok())?,
            scope: Scope::new(self.account.clone(), self.region.clone()),
            dev: self.dev,
            require_roles: self.require_roles,
            substitution: self.runtime_substitution.unwrap_or(unless_said),
            elsewhere: self.elsewhere.validate(|name| std::env::var(name).ok())?,
            log_format: self.log_format,
            concurrency: self.concurrency,
            idle_timeout: Duration::from_secs(self.idle_timeout),
            environment_life: Duration::from_secs(self.environment_life),
            memory: self.memory,
            freeze_after: Duration::from_millis(self.freeze_after),
            ready_sandboxes: self.ready_sandboxes.into(),
            ready_for_crowds: self.ready_for_crowds.into(),
            prestart: !self.no_prestart,
            stream_rate: self.stream_rate,
            snapshots: !self.no_snapshots,
            log_group_bytes: Some(self.log_group_size << 30).filter(|bytes| *bytes > 0),
            egress: self.egress.clone(),
            egress_max: self.egress_max.clone(),
            grace: Duration::from_secs(self.grace),
        })
    }
}

impl DataDirArgs {
    /// The directory that was given, else the usual one of this user.
    pub(crate) fn locate(&self) -> Result<PathBuf, Failure> {
        let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
        match &self.data_dir {
            Some(given) if given.as_os_str().is_empty() => {
                Err(Failure::Usage("--data-dir is empty".to_owned()))
            }
            Some(given) => Ok(given.clone()),
            None => {
                let root = rustix::process::geteuid().is_root();
                default_data_dir(root, variable("XDG_DATA_HOME"), variable("HOME")).ok_or_else(|| {
                    Failure::Usage("neither $XDG_DATA_HOME nor $HOME is set; give --data-dir".to_owned())
                })
            }
        }
    }
}

/// The usual data directory. A relative `XDG_DATA_HOME` is ignored, as its specification demands.
fn default_data_dir(root: bool, xdg: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    if root {
        return Some(PathBuf::from("/var/lib/tenfold"));
    }
    xdg.filter(|p| p.is_absolute())
        .or_else(|| home.filter(|p| p.is_absolute()).map(|home| home.join(".local/share")))
        .map(|data| data.join("tenfold"))
}

pub(crate) fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path).map_err(|e| Failure::file("cannot make an absolute path of", path, e))
}

pub(crate) fn parse_region(text: &str) -> Result<Region, String> {
    Region::new(text).map_err(|e| e.to_string())
}

fn parse_account(text: &str) -> Result<AccountId, String> {
    AccountId::new(text).map_err(|e| e.to_string())
}

fn parse_egress(text: &str) -> Result<Egress, String> {
    text.parse::<Egress>().map_err(|e| e.to_string())
}

fn parse_stream_rate(text: &str) -> Result<StreamRate, String> {
    if text == "unlimited" {
        return Ok(StreamRate::Unlimited);
    }
    match text.parse() {
        Ok(rate @ 1..=MAX_STREAM_RATE) => Ok(StreamRate::AfterBurst(rate << 20)),
        _ => Err(format!("expected `unlimited` or MiB a second from 1 to {MAX_STREAM_RATE}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_door::DEFAULT_LISTEN;
    use clap::Parser;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        serve: ServeArgs,
    }

    fn parse(args: &[&str]) -> Result<Config, String> {
        let args = ["tenfold", "--data-dir", "/data"].iter().chain(args);
        let parsed = Only::try_parse_from(args).map_err(|e| e.to_string())?;
        parsed.serve.validate().map_err(|e| e.to_string())
    }

    #[test]
    fn what_is_meant_without_arguments() {
        let config = parse(&[]).unwrap();
        assert_eq!(config.front_door.listen, DEFAULT_LISTEN);
        assert_eq!(config.data_dir, Path::new("/data"));
        assert_eq!(config.scope.region.as_str(), "us-east-1");
        assert_eq!(config.scope.account.as_str(), "000000000000");
        assert!(!config.dev);
        assert_eq!(config.substitution, Substitution::Exact);
        assert_eq!((config.concurrency, config.grace), (1_000, DEFAULT_GRACE));
        assert_eq!(parse(&["--concurrency", "150"]).unwrap().concurrency, 150);
        assert_eq!(config.log_group_bytes, Some(16 << 30));
        assert_eq!(parse(&["--log-group-size", "1"]).unwrap().log_group_bytes, Some(1 << 30));
        assert_eq!(parse(&["--log-group-size", "0"]).unwrap().log_group_bytes, None);
        assert_eq!(config.environment_life, Duration::from_secs(7_200));
        assert_eq!(config.memory, None);
        assert_eq!(parse(&["--memory", "262144"]).unwrap().memory, Some(262_144));
        assert_eq!(
            (config.idle_timeout, config.stream_rate),
            (Duration::from_secs(300), StreamRate::default())
        );
        let (usual, off) =
            (parse(&[]).unwrap(), parse(&["--ready-sandboxes", "0", "--no-prestart"]).unwrap());
        assert_eq!((usual.ready_sandboxes, usual.ready_for_crowds, usual.prestart), (8, 256, true));
        assert_eq!((off.ready_sandboxes, off.prestart), (0, false));
        for (given, meant) in [("64", StreamRate::AfterBurst(64 << 20)), ("unlimited", StreamRate::Unlimited)]
        {
            assert_eq!(parse(&["--stream-rate", given]).unwrap().stream_rate, meant);
        }
    }

    #[test]
    fn development_is_for_loopback_and_substitutes() {
        assert_eq!(parse(&["--dev"]).unwrap().substitution, Substitution::Nearest);
        let exact = parse(&["--dev", "--runtime-substitution", "exact"]).unwrap();
        assert_eq!(exact.substitution, Substitution::Exact);
        assert!(parse(&["--dev", "--listen", "[::1]:0"]).is_ok());
        assert!(parse(&["--dev", "--listen", "0.0.0.0:4566"]).unwrap_err().contains("loopback"));
        assert!(parse(&["--listen", "0.0.0.0:4566", "--insecure-listen"]).is_ok());
    }

    #[test]
    fn what_cannot_be_meant() {
        for (args, says) in [
            (&["--account", "12"][..], "twelve digits"),
            (&["--region", "US East"], "a region is"),
            (&["--runtime-substitution", "any"], "possible values"),
            (&["--grace", "901"], "901"),
            (&["--concurrency", "0"], "0 is not in"),
            (&["--idle-timeout", "0"], "0 is not in"),
            (&["--environment-life", "0"], "0 is not in"),
            (&["--memory", "127"], "127 is not in"),
            (&["--ready-sandboxes", "257"], "257"),
            (&["--ready-for-crowds", "1025"], "1025"),
            (&["--egress", "example.org"], "neither `none` nor `public`"),
            (&["--stream-rate", "0"], "unlimited"),
            (&["--stream-rate", "2M"], "unlimited"),
            (&["--unknown"], "--unknown"),
        ] {
            let error = parse(args).unwrap_err();
            assert!(error.contains(says), "{args:?}: {error}");
        }
    }

    #[test]
    fn the_usual_directory() {
        let path = |p: &str| Some(PathBuf::from(p));
        for (root, xdg, home, expected) in [
            (true, path("/x"), path("/h"), path("/var/lib/tenfold")),
            (false, path("/x"), path("/h"), path("/x/tenfold")),
            (false, path("x"), path("/h"), path("/h/.local/share/tenfold")),
            (false, None, path("/h"), path("/h/.local/share/tenfold")),
            (false, None, path("h"), None),
            (false, None, None, None),
        ] {
            assert_eq!(default_data_dir(root, xdg, home), expected);
        }
    }
}
