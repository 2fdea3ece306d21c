//! From what was typed to what is meant: raw arguments are checked once, here, and are plain values from then on.
//!
//! Never here: acting on a value. The one `match` on configuration is in `compose`.

use crate::elsewhere::{Elsewhere, ElsewhereArgs};
use crate::failure::Failure;
use domain::limits::DEFAULT_CONCURRENCY;
use domain::{AccountId, Region, Scope};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use worker::StreamRate;

/// Where Tenfold listens if nothing else is said: the port that the ecosystem's local wrappers use.
pub(crate) const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 4566);
/// How long running invocations may take to finish at a graceful stop, if nothing else is said: as long as a function
/// may run at most, so that none is cut off. Whoever does not want to wait signals again.
pub(crate) const DEFAULT_GRACE: Duration = Duration::from_secs(900);
/// Sandboxes of each kind that are kept ready, if nothing else is said: enough for a handful of cold starts in a row.
const DEFAULT_READY: u16 = 8;
/// The fastest streamed response that can be asked for, but for one without a limit, MiB a second.
const MAX_STREAM_RATE: u64 = 4_096;

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
    /// Address and port to serve on; port 0 takes a free one [default: 127.0.0.1:4566]
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = parse_listen)]
    pub(crate) listen: Option<SocketAddr>,
    /// Region for requests that name none
    #[arg(long, default_value = "us-east-1", value_parser = parse_region)]
    pub(crate) region: Region,
    /// Account that everything belongs to, twelve digits
    #[arg(long, default_value = "000000000000", value_parser = parse_account)]
    pub(crate) account: AccountId,
    /// Development: accept any access key (loopback only) and use the nearest interpreter for a runtime
    #[arg(long)]
    pub(crate) dev: bool,
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
    /// MB of memory that the functions of all environments together may have; by default four times the machine's
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(128..=1 << 30))]
    pub(crate) memory: Option<u64>,
    /// Milliseconds that an idle environment runs on before it is frozen
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=3_600_000))]
    pub(crate) freeze_after: u64,
    /// Sandboxes kept ready for each kind of function in use, so that a cold start need not build one; 0: none
    #[arg(long, value_name = "COUNT", default_value_t = DEFAULT_READY, value_parser = clap::value_parser!(u16).range(0..=256))]
    pub(crate) ready_sandboxes: u16,
    /// Start the interpreter of a managed runtime only when it is known for which function
    #[arg(long)]
    pub(crate) no_prestart: bool,
    /// MiB a second that a streamed response may have after its first 6 MiB, as on AWS, or `unlimited`
    #[arg(long, value_name = "MIB", default_value = "2", value_parser = parse_stream_rate)]
    pub(crate) stream_rate: StreamRate,
    /// Keep no memory images of processes: versions with SnapStart are initialised, and interpreters started, as all others
    #[arg(long)]
    pub(crate) no_snapshots: bool,
    /// Seconds that running invocations have to finish when the server is asked to stop; asked again, it ends at once
    #[arg(long, value_name = "SECONDS", default_value_t = DEFAULT_GRACE.as_secs(), value_parser = clap::value_parser!(u64).range(0..=900))]
    pub(crate) grace: u64,
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
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// Absolute; exists once [`crate::data_dir::DataDir::open`] has been called.
    pub(crate) data_dir: PathBuf,
    /// Account and region of requests that do not say.
    pub(crate) scope: Scope,
    /// Any access key is accepted; `listen` is a loopback address then.
    pub(crate) dev: bool,
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
    /// MB that all environments together may have, if it was said.
    pub(crate) memory: Option<u64>,
    /// An idle environment is frozen after this long.
    pub(crate) freeze_after: Duration,
    /// Sandboxes kept ready for each kind of function.
    pub(crate) ready_sandboxes: usize,
    /// Whether interpreters may be started before it is known for which function.
    pub(crate) prestart: bool,
    /// How fast a streamed response may be.
    pub(crate) stream_rate: StreamRate,
    /// Whether images of initialised processes are kept and used.
    pub(crate) snapshots: bool,
    /// Bound of a graceful stop.
    pub(crate) grace: Duration,
}

impl ServeArgs {
    /// Checks what one argument alone does not show.
    pub(crate) fn validate(&self) -> Result<Config, Failure> {
        let listen = self.listen.unwrap_or(DEFAULT_LISTEN);
        if self.dev && !listen.ip().is_loopback() {
            return Err(Failure::Usage(format!(
                "--dev accepts any access key and is for loopback addresses only, not for {listen}"
            )));
        }
        let unless_said = if self.dev { Substitution::Nearest } else { Substitution::Exact };
        Ok(Config {
            listen,
            data_dir: absolute(&self.data.locate()?)?,
            scope: Scope::new(self.account.clone(), self.region.clone()),
            dev: self.dev,
            substitution: self.runtime_substitution.unwrap_or(unless_said),
            elsewhere: self.elsewhere.validate(|name| std::env::var(name).ok())?,
            log_format: self.log_format,
            concurrency: self.concurrency,
            idle_timeout: Duration::from_secs(self.idle_timeout),
            memory: self.memory,
            freeze_after: Duration::from_millis(self.freeze_after),
            ready_sandboxes: self.ready_sandboxes.into(),
            prestart: !self.no_prestart,
            stream_rate: self.stream_rate,
            snapshots: !self.no_snapshots,
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

fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    let numeric = match text.strip_prefix("localhost:") {
        Some(port) => format!("127.0.0.1:{port}"),
        None => text.to_owned(),
    };
    numeric.parse().map_err(|_| "expected an IP address and a port, such as 127.0.0.1:4566".to_owned())
}

pub(crate) fn parse_region(text: &str) -> Result<Region, String> {
    Region::new(text).map_err(|e| e.to_string())
}

fn parse_account(text: &str) -> Result<AccountId, String> {
    AccountId::new(text).map_err(|e| e.to_string())
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
        assert_eq!(config.listen, DEFAULT_LISTEN);
        assert_eq!(config.data_dir, Path::new("/data"));
        assert_eq!(config.scope.region.as_str(), "us-east-1");
        assert_eq!(config.scope.account.as_str(), "000000000000");
        assert!(!config.dev);
        assert_eq!(config.substitution, Substitution::Exact);
        assert_eq!((config.concurrency, config.grace), (1_000, DEFAULT_GRACE));
        assert_eq!(parse(&["--concurrency", "150"]).unwrap().concurrency, 150);
        assert_eq!(config.memory, None);
        assert_eq!(parse(&["--memory", "262144"]).unwrap().memory, Some(262_144));
        assert_eq!(
            (config.idle_timeout, config.stream_rate),
            (Duration::from_secs(300), StreamRate::default())
        );
        let (usual, off) =
            (parse(&[]).unwrap(), parse(&["--ready-sandboxes", "0", "--no-prestart"]).unwrap());
        assert_eq!((usual.ready_sandboxes, usual.prestart), (8, true));
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
        assert!(parse(&["--listen", "0.0.0.0:4566"]).is_ok());
    }

    #[test]
    fn what_cannot_be_meant() {
        for (args, says) in [
            (&["--listen", "4566"][..], "127.0.0.1:4566"),
            (&["--listen", "example.org:80"], "127.0.0.1:4566"),
            (&["--account", "12"], "twelve digits"),
            (&["--region", "US East"], "a region is"),
            (&["--runtime-substitution", "any"], "possible values"),
            (&["--grace", "901"], "901"),
            (&["--concurrency", "0"], "0 is not in"),
            (&["--idle-timeout", "0"], "0 is not in"),
            (&["--memory", "127"], "127 is not in"),
            (&["--ready-sandboxes", "257"], "257"),
            (&["--stream-rate", "0"], "unlimited"),
            (&["--stream-rate", "2M"], "unlimited"),
            (&["--unknown"], "--unknown"),
        ] {
            let error = parse(args).unwrap_err();
            assert!(error.contains(says), "{args:?}: {error}");
        }
        assert_eq!(parse(&["--listen", "localhost:80"]).unwrap().listen.to_string(), "127.0.0.1:80");
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
