//! What operators see of a server, and from where, from what was typed to what is meant.

use crate::config::absolute;
use crate::failure::Failure;
use crate::front_door::parse_listen;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Functions with series of their own, where it is not said.
const DEFAULT_FUNCTIONS: u32 = 500;
/// A token is at least so many characters, and a file of one at most so many bytes.
const MIN_TOKEN: usize = 16;
const MAX_TOKEN: usize = 4_096;

/// As typed.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct InspectionArgs {
    /// Another address for metrics and health alone, plain HTTP: /metrics, /health, /ready. Whoever reaches it reads them, unless
    /// there is a token
    #[arg(long, value_name = "ADDRESS:PORT", value_parser = parse_listen)]
    metrics_listen: Option<SocketAddr>,
    /// File with a token that everybody has to send who reads metrics; without it they are for this machine and for whoever reaches
    /// --metrics-listen
    #[arg(long, value_name = "FILE")]
    metrics_token_file: Option<PathBuf>,
    /// Serve no metrics
    #[arg(long)]
    no_metrics: bool,
    /// Functions that have metrics of their own in /metrics; all others are summed
    #[arg(long, value_name = "COUNT", default_value_t = DEFAULT_FUNCTIONS, value_parser = clap::value_parser!(u32).range(0..=10_000))]
    metrics_functions: u32,
    /// MB of the data directory's disk that must be free for the server to be ready [default: 256, or a sixteenth of a small disk]
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(0..=1 << 30))]
    min_free_disk: Option<u64>,
}

/// The same, checked.
#[derive(Clone)]
pub(crate) struct InspectionConfig {
    /// Where else it listens.
    pub(crate) listen: Option<SocketAddr>,
    /// What whoever asks has to know.
    pub(crate) token: Option<Arc<str>>,
    /// Whether metrics are served.
    pub(crate) metrics: bool,
    /// Functions that are told apart.
    pub(crate) functions: usize,
    /// Bytes that must be free, if it was said.
    pub(crate) min_free: Option<u64>,
}

impl std::fmt::Debug for InspectionConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { listen, token, metrics, functions, min_free } = self;
        let token = token.as_ref().map(|_| "***");
        f.debug_struct("InspectionConfig")
            .field("listen", listen)
            .field("token", &token)
            .field("metrics", metrics)
            .field("functions", functions)
            .field("min_free", min_free)
            .finish()
    }
}

impl InspectionArgs {
    /// Reads the token.
    pub(crate) fn validate(&self) -> Result<InspectionConfig, Failure> {
        Ok(InspectionConfig {
            listen: self.metrics_listen,
            token: self.metrics_token_file.as_deref().map(read_token).transpose()?,
            metrics: !self.no_metrics,
            functions: self.metrics_functions as usize,
            min_free: self.min_free_disk.map(|mb| mb << 20),
        })
    }
}

fn read_token(file: &Path) -> Result<Arc<str>, Failure> {
    let file = absolute(file)?;
    let text = std::fs::read(&file).map_err(|e| Failure::file("cannot read the token", &file, e))?;
    let text = String::from_utf8(text).unwrap_or_default();
    let token = text.trim();
    let fits = (MIN_TOKEN..=MAX_TOKEN).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_graphic());
    match fits {
        true => Ok(token.into()),
        false => Err(Failure::Usage(format!(
            "{} holds no token: {MIN_TOKEN} to {MAX_TOKEN} characters of ASCII without blanks",
            file.display()
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        inspection: InspectionArgs,
    }

    fn parse(args: &[&str]) -> Result<InspectionConfig, String> {
        let parsed = Only::try_parse_from(["tenfold"].iter().chain(args)).map_err(|e| e.to_string())?;
        parsed.inspection.validate().map_err(|e| e.to_string())
    }

    #[test]
    fn what_is_meant() {
        let usual = parse(&[]).unwrap();
        assert_eq!(
            (usual.listen, usual.token, usual.metrics, usual.functions, usual.min_free),
            (None, None, true, 500, None)
        );
        let said =
            parse(&["--no-metrics", "--metrics-listen", "0.0.0.0:9464", "--min-free-disk", "16"]).unwrap();
        assert_eq!(
            (said.listen.unwrap().port(), said.metrics, said.min_free),
            (9_464, false, Some(16 << 20))
        );
        for (args, says) in [
            (&["--metrics-functions", "10001"][..], "10001"),
            (&["--metrics-listen", "9464"], "127.0.0.1:4566"),
            (&["--metrics-token-file", "/nowhere"], "/nowhere"),
        ] {
            let error = parse(args).unwrap_err();
            assert!(error.contains(says), "{error}");
        }
    }

    #[test]
    fn tokens() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("token");
        let name = file.to_str().unwrap();
        std::fs::write(&file, "0123456789abcdef\n").unwrap();
        let read = parse(&["--metrics-token-file", name]).unwrap();
        assert!(!format!("{read:?}").contains("0123"));
        assert_eq!(read.token.as_deref(), Some("0123456789abcdef"));
        for bad in [
            &b""[..],
            b"short",
            b"0123456789 abcdef",
            b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            std::fs::write(&file, bad).unwrap();
            assert!(parse(&["--metrics-token-file", name]).unwrap_err().contains("holds no token"));
        }
    }
}
