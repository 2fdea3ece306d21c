//! `tenfold runtime`: which interpreters run functions.
//!
//! The list is a file in the data directory that a running server looks at when it needs a runtime, so that no restart
//! is needed.

use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::{Align, Table, Terminal};
use serde_json::{Value, json};
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use worker::{RegisterError, RuntimeCatalog};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Name the interpreter that runs a runtime; it must be of exactly that version
    Add {
        /// AWS's name of the runtime, such as python3.11 or nodejs20.x
        name: String,
        /// The interpreter's executable
        path: PathBuf,
        #[command(flatten)]
        data: DataDirArgs,
    },
    /// List the interpreters of this machine, found and named
    List {
        /// Print a JSON array instead
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: DataDirArgs,
    },
    /// Take a named interpreter off the list
    Remove {
        /// AWS's name of the runtime
        name: String,
        #[command(flatten)]
        data: DataDirArgs,
    },
}

pub(super) fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    match &args.what {
        What::Add { name, path, data } => {
            // Before the first start there is no data directory yet.
            make_data_dir(data)?;
            let catalog = catalog(data)?;
            let path = std::path::absolute(path).map_err(|e| Failure::file("cannot use", path, e))?;
            let added = catalog.register(name, &path).map_err(refused)?;
            Ok(terminal.line(&format!("{name} runs on {} {}", added.path.display(), added.version))?)
        }
        What::List { json, data } => list(&catalog(data)?, *json, terminal),
        What::Remove { name, data } => match catalog(data)?.unregister(name).map_err(refused)? {
            true => Ok(terminal.line(&format!("{name} is no longer named"))?),
            false => Err(Failure::Usage(format!("no interpreter is named for {name}"))),
        },
    }
}

fn make_data_dir(data: &DataDirArgs) -> Result<(), Failure> {
    let directory = data.locate()?;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&directory);
    made.map_err(|e| Failure::file("cannot create the data directory", &directory, e))
}

fn catalog(data: &DataDirArgs) -> Result<RuntimeCatalog, Failure> {
    let directory = data.locate()?;
    Ok(RuntimeCatalog::new(&directory))
}

fn list(catalog: &RuntimeCatalog, json: bool, terminal: &mut Terminal) -> Result<(), Failure> {
    let named = catalog.registered();
    let is_named = |path: &PathBuf| named.values().any(|p| p == path);
    let found = catalog.list();
    if json {
        let of = |i: &worker::Interpreter| json!({ "runtime": i.identifier(), "version": i.version, "path": i.path, "named": is_named(&i.path) });
        return Ok(terminal.json(&Value::Array(found.iter().map(of).collect()))?);
    }
    let columns =
        [("RUNTIME", Align::Left), ("VERSION", Align::Left), ("INTERPRETER", Align::Left), ("", Align::Left)];
    let mut table = Table::new(&columns);
    for i in &found {
        let note = if is_named(&i.path) { "named" } else { "found" };
        table.row(vec![i.identifier(), i.version.clone(), i.path.display().to_string(), note.into()]);
    }
    Ok(terminal.table(&table)?)
}

fn refused(error: RegisterError) -> Failure {
    match error {
        RegisterError::Io(e) => Failure::Machine(format!("the list of runtimes cannot be written: {e}")),
        other => Failure::Usage(other.to_string()),
    }
}
