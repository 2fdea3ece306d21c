//! `tenfold keys`: which master key the data is under, and another one in its place.

use crate::config::DataDirArgs;
use crate::data_dir::ServerNote;
use crate::failure::Failure;
use crate::keys;
use crate::terminal::Terminal;
use domain::hex;
use std::path::Path;
use std::time::{Duration, Instant};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say which master key the data is under, and whether all of it is under the newest data key
    Status {
        #[command(flatten)]
        data: DataDirArgs,
    },
    /// Put a new master key in the place of the data directory's own, and bring everything under it; a server goes on serving
    Rotate {
        /// Seconds to wait for a server to bring everything under it
        #[arg(long, value_name = "SECONDS", default_value_t = 600)]
        wait: u64,
        #[command(flatten)]
        data: DataDirArgs,
    },
}

const POLL: Duration = Duration::from_millis(100);

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    match &args.what {
        What::Status { data } => status(&data.locate()?, terminal),
        What::Rotate { wait, data } => rotate(&data.locate()?, Duration::from_secs(*wait), terminal).await,
    }
}

fn none(data_dir: &Path) -> Failure {
    Failure::Machine(format!("there are no keys in {} yet", data_dir.display()))
}

fn status(data_dir: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    let (master, count) = keys::status(data_dir)?.ok_or_else(|| none(data_dir))?;
    terminal.line(&format!("the data is under the master key {master}"))?;
    match count {
        1 => terminal.line("everything is under one data key")?,
        _ => terminal
            .line(&format!("{count} data keys: a server is bringing everything under the newest one"))?,
    }
    Ok(())
}

async fn rotate(data_dir: &Path, wait: Duration, terminal: &mut Terminal) -> Result<(), Failure> {
    let (before, _) = keys::status(data_dir)?.ok_or_else(|| none(data_dir))?;
    let id = keys::replace_own(data_dir)?.ok_or_else(|| {
        let what = "the master key is not the data directory's own: put the new one where the server has it from \
                    (it looks at --master-key-file every two seconds), or start it anew with --old-master-key-file";
        Failure::Usage(what.to_owned())
    })?;
    let id = hex::hex(&id);
    terminal.line(&format!("master key {before} → {id}"))?;
    if ServerNote::read(data_dir).is_none() {
        return Ok(terminal.line("no server is running: the next one brings everything under it")?);
    }
    let until = Instant::now() + wait;
    loop {
        if keys::status(data_dir)? == Some((id.clone(), 1)) {
            return Ok(terminal.line("everything is under it")?);
        }
        if Instant::now() >= until {
            let what = "not everything is under it yet: the server, or the next one, goes on with it";
            return Err(Failure::Incomplete(what.to_owned()));
        }
        tokio::time::sleep(POLL).await;
    }
}
