//! How a command can fail, and the exit code that says so.
//!
//! Never here: printing. `main` prints a failure once, at the end.

use std::io;

/// Why a command did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The function ran and failed; what it said has been printed.
    #[error("the function failed")]
    Function,
    /// `doctor` or `demo` found something amiss, and has said what.
    #[error("{0}")]
    Incomplete(String),
    /// The command line or the configuration cannot be meant.
    #[error("{0}")]
    Usage(String),
    /// No server, or none that can be reached.
    #[error("{0}")]
    NoServer(String),
    /// The server answered with an error.
    #[error("{code}: {message}")]
    Api {
        /// AWS's error code.
        code: String,
        /// What it says.
        message: String,
    },
    /// This machine refused: an address in use, a data directory that is locked, a file that cannot be read.
    #[error("{0}")]
    Machine(String),
    /// Nobody reads the output any more, which is no failure.
    #[error("nobody reads the output")]
    PipeClosed,
}

impl Failure {
    /// The exit code, as `--help` documents it ([`EXIT_CODES`]).
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::PipeClosed => 0,
            Self::Function | Self::Incomplete(_) => 1,
            Self::Usage(_) => 2,
            Self::NoServer(_) => 3,
            Self::Api { .. } => 4,
            Self::Machine(_) => 5,
        }
    }

    /// A file or directory could not be dealt with.
    pub(crate) fn file(what: &str, path: &std::path::Path, error: impl std::fmt::Display) -> Self {
        Self::Machine(format!("{what} {}: {error}", path.display()))
    }
}

/// Errors of writing to standard output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::PipeClosed,
            _ => Self::Machine(format!("cannot write the output: {error}")),
        }
    }
}

/// The exit codes, for `--help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  it worked
  1  the function failed; doctor: something essential is missing; demo: not everything worked
  2  the command line cannot be meant
  3  no server is running, or it cannot be reached
  4  the server answered with an error
  5  this machine refused: address in use, data directory locked, file not readable …";
