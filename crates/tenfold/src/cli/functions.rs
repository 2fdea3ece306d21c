//! `tenfold functions`: what is deployed.

use crate::client::Client;
use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::{Align, Table, Terminal, size};
use serde_json::Value;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataDirArgs,
    /// Print a JSON array of the functions' configurations instead
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut client = Client::of(&args.data).await?;
    let functions = client.list_functions().await?;
    if args.json {
        return Ok(terminal.json(&Value::Array(functions))?);
    }
    if functions.is_empty() {
        return Ok(terminal.line("no functions")?);
    }
    let columns = [
        ("NAME", Align::Left),
        ("RUNTIME", Align::Left),
        ("HANDLER", Align::Left),
        ("MEMORY", Align::Right),
        ("TIMEOUT", Align::Right),
        ("CODE", Align::Right),
        ("MODIFIED", Align::Left),
    ];
    let mut table = Table::new(&columns);
    for function in &functions {
        table.row(row(function));
    }
    Ok(terminal.table(&table)?)
}

fn row(function: &Value) -> Vec<String> {
    let text = |name: &str| function[name].as_str().unwrap_or("-").to_owned();
    let number =
        |name: &str, unit: &str| function[name].as_u64().map_or("-".into(), |n| format!("{n} {unit}"));
    // `2026-11-24T18:22:01.123+0000` to the minute.
    let modified = text("LastModified").chars().take(16).map(|c| if c == 'T' { ' ' } else { c }).collect();
    vec![
        text("FunctionName"),
        text("Runtime"),
        text("Handler"),
        number("MemorySize", "MB"),
        number("Timeout", "s"),
        function["CodeSize"].as_u64().map_or("-".into(), size),
        modified,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_for_whatever_comes() {
        let function = serde_json::json!({
            "FunctionName": "f", "Runtime": "python3.11", "Handler": "app.handler", "MemorySize": 128, "Timeout": 3,
            "CodeSize": 2048, "LastModified": "2026-11-24T18:22:01.123+0000"
        });
        assert_eq!(
            row(&function),
            ["f", "python3.11", "app.handler", "128 MB", "3 s", "2.0 kB", "2026-11-24 18:22"]
        );
        assert_eq!(row(&Value::Null), ["-", "-", "-", "-", "-", "-", "-"]);
    }
}
