//! `tenfold env`: the variables by which AWS tools find the running server.

use crate::client::{self, reachable};
use crate::config::DataDirArgs;
use crate::data_dir;
use crate::failure::Failure;
use crate::shell::Shell;
use crate::terminal::Terminal;
use serde_json::{Map, Value};

#[derive(Debug, clap::Args)]
#[command(after_help = "Use: eval \"$(tenfold env)\"")]
pub(super) struct Args {
    #[command(flatten)]
    data: DataDirArgs,
    /// Print a JSON object instead
    #[arg(long)]
    json: bool,
    /// Shell to write for
    #[arg(long, value_enum, default_value_t, conflicts_with = "json")]
    shell: Shell,
}

/// What would make AWS tools use something else than the variables that are set.
const UNSET: [&str; 3] = ["AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let directory = args.data.locate()?;
    let note = client::running(&directory)?;
    let (credentials, secret) = data_dir::credentials_of(&directory)?;
    let address = reachable(note.address);
    // A note outlives a server that was killed.
    client::Client::new(address, credentials.clone(), note.region.clone()).connect().await?;
    let variables = [
        ("AWS_ENDPOINT_URL", format!("http://{address}")),
        ("AWS_ACCESS_KEY_ID", credentials.access_key_id),
        ("AWS_SECRET_ACCESS_KEY", secret),
        ("AWS_DEFAULT_REGION", note.region.clone()),
        ("AWS_REGION", note.region),
    ];
    if args.json {
        let object: Map<String, Value> =
            variables.into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
        return Ok(terminal.json(&Value::Object(object))?);
    }
    for name in UNSET {
        terminal.line(&args.shell.unset(name))?;
    }
    for (name, value) in &variables {
        terminal.line(&args.shell.export(name, value))?;
    }
    Ok(())
}
