//! `tenfold env`: the variables by which AWS tools find the running server.

use crate::client;
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
    // A note outlives a server that was killed.
    client::Client::new(&note, credentials.clone()).connect().await?;
    let mut variables = vec![
        ("AWS_ENDPOINT_URL", note.url()),
        ("AWS_ACCESS_KEY_ID", credentials.access_key_id),
        ("AWS_SECRET_ACCESS_KEY", secret),
        ("AWS_DEFAULT_REGION", note.region.clone()),
        ("AWS_REGION", note.region.clone()),
    ];
    // botocore and the AWS CLI read the first, Node.js adds the second to what it trusts.
    if let Some(file) = note.authority() {
        let file = file.display().to_string();
        variables.extend([("AWS_CA_BUNDLE", file.clone()), ("NODE_EXTRA_CA_CERTS", file)]);
    }
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
