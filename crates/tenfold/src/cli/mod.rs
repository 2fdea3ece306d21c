//! The command line: one file per command, and what all of them share.
//!
//! Never here: what a server is made of (see `compose`).

mod audit;
pub(crate) mod demo;
mod doctor;
mod env;
mod functions;
mod iam;
mod invoke;
mod keys;
mod logs;
mod runtime;
mod up;
mod usage;

use crate::config::Config;
use crate::failure::{EXIT_CODES, Failure};
use crate::keeper::Keeper;
use crate::terminal::Terminal;
use clap::{Parser, Subcommand};

/// AWS Lambda on your own machines.
#[derive(Debug, Parser)]
#[command(name = "tenfold", version, after_help = EXIT_CODES, max_term_width = 100, args_override_self = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the AWS API until SIGTERM or Ctrl-C
    Up(up::Args),
    /// Deploy and invoke the example functions, and go on serving
    Demo(demo::Args),
    /// Print the shell commands that point AWS tools at the running server
    Env(env::Args),
    /// Say what this machine offers for running functions, and what is missing
    Doctor(doctor::Args),
    /// List functions
    Functions(functions::Args),
    /// Say who may do what, and why
    Iam(iam::Args),
    /// Invoke a function and print its answer
    Invoke(invoke::Args),
    /// Print a function's log
    Logs(logs::Args),
    /// Show and register the interpreters that run functions
    Runtime(runtime::Args),
    /// Print what functions used, and what that costs
    Usage(usage::Args),
    /// Print the audit log: who called what, from where, and how it ended
    Audit(audit::Args),
    /// Say which master key the data is under, or change it
    Keys(keys::Args),
}

/// A command, checked as far as it can be without acting.
#[expect(clippy::large_enum_variant, reason = "there is one, once")]
pub(crate) enum Plan {
    /// It serves, hence needs the keeper, which must be forked before any thread exists.
    Serve(Serve),
    /// It only talks to a server or looks at this machine.
    Once(Once),
}

/// A command that serves.
pub(crate) enum Serve {
    Up(Config),
    Demo(demo::Demo),
}

/// A command that does one thing and ends.
pub(crate) struct Once(Command);

impl Cli {
    /// Decides what is to be done.
    pub(crate) fn plan(self) -> Result<Plan, Failure> {
        Ok(match self.command {
            Command::Up(args) => Plan::Serve(Serve::Up(args.serve.validate()?)),
            Command::Demo(args) => Plan::Serve(Serve::Demo(demo::Demo::of(args)?)),
            other => Plan::Once(Once(other)),
        })
    }
}

impl Serve {
    /// How the server's log is written.
    pub(crate) fn config(&self) -> &Config {
        match self {
            Self::Up(config) => config,
            Self::Demo(demo) => demo.config(),
        }
    }

    /// Whether its data directory goes at its end.
    pub(crate) fn is_for_once(&self) -> bool {
        matches!(self, Self::Demo(demo) if demo.is_for_once())
    }

    /// Runs until the server stops.
    pub(crate) async fn run(self, keeper: Keeper, terminal: &mut Terminal) -> Result<(), Failure> {
        match self {
            Self::Up(config) => up::run(config, keeper, terminal).await,
            Self::Demo(demo) => demo.run(keeper, terminal).await,
        }
    }
}

impl Once {
    /// Runs it.
    pub(crate) async fn run(self, terminal: &mut Terminal) -> Result<(), Failure> {
        match self.0 {
            Command::Up(_) | Command::Demo(_) => Err(Failure::Usage("serving needs the keeper".to_owned())),
            Command::Env(args) => env::run(&args, terminal).await,
            Command::Doctor(args) => doctor::run(&args, terminal),
            Command::Functions(args) => functions::run(&args, terminal).await,
            Command::Iam(args) => iam::run(&args, terminal).await,
            Command::Invoke(args) => invoke::run(args, terminal).await,
            Command::Logs(args) => logs::run(&args, terminal).await,
            Command::Runtime(args) => runtime::run(&args, terminal),
            Command::Usage(args) => usage::run(&args, terminal),
            Command::Audit(args) => audit::run(&args, terminal).await,
            Command::Keys(args) => keys::run(&args, terminal).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn which_commands_serve() {
        for (line, serves) in [
            (&["up"][..], true),
            (&["up", "--listen", "127.0.0.1:1", "--listen", "127.0.0.1:2"], true),
            (&["demo", "--exit"], true),
            (&["env"], false),
            (&["doctor", "--json"], false),
            (&["functions"], false),
            (&["iam", "why", "arn:aws:iam::123456789012:user/u", "a:b", "--context", "aws:x=1"], false),
            (&["invoke", "f", "{}", "--tail"], false),
            (&["logs", "f", "--follow", "--since", "10m"], false),
            (&["runtime", "add", "python3.11", "/usr/bin/python3.11"], false),
            (&["runtime", "list"], false),
            (&["runtime", "remove", "python3.11"], false),
            (&["usage", "--by", "day", "--from", "2026-11-01"], false),
            (&["audit", "--follow", "--since", "1h"], false),
            (&["audit", "verify", "--master-key-file", "k"], false),
            (&["keys", "rotate"], false),
        ] {
            let args = ["tenfold"].iter().chain(line);
            let plan = Cli::try_parse_from(args).unwrap().plan().unwrap();
            assert_eq!(matches!(plan, Plan::Serve(_)), serves, "{line:?}");
        }
    }

    #[test]
    fn what_is_no_command() {
        for line in [
            &[][..],
            &["serve"],
            &["invoke"],
            &["logs", "f", "--since", "yesterday"],
            &["env", "--shell", "cmd"],
            &["iam", "why", "arn", "a:b", "--context", "nonsense"],
            &["runtime", "add", "python3.11"],
            &["usage", "--from", "2026-02-30"],
            &["up", "extra"],
            &["keys"],
            &["audit", "--follow", "verify"],
            &["up", "--master-key-file", "a", "--master-key-command", "b"],
        ] {
            let args = ["tenfold"].iter().chain(line);
            assert!(Cli::try_parse_from(args).is_err(), "{line:?}");
        }
    }
}
