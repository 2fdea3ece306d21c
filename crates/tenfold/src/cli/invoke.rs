//! `tenfold invoke`: one synchronous invocation.

use crate::api::Invoked;
use crate::client::Client;
use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::{Style, Terminal};
use bytes::Bytes;
use domain::limits::MAX_SYNC_PAYLOAD;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The function's name or ARN
    name: String,
    /// The event, as JSON; `-` reads it from standard input, `@FILE` from a file
    #[arg(value_name = "PAYLOAD|-|@FILE", allow_hyphen_values = true, default_value = "{}")]
    payload: String,
    /// A version or an alias
    #[arg(long)]
    qualifier: Option<String>,
    /// Print the end of the log on standard error too
    #[arg(long)]
    tail: bool,
    /// Print a JSON object with the answer, the error, the version and the log
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataDirArgs,
}

pub(super) async fn run(args: Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let payload = payload(&args.payload)?;
    let mut client = Client::of(&args.data).await?;
    let tail = args.tail || args.json;
    let invoked = client.invoke(&args.name, args.qualifier.as_deref(), payload, tail).await?;
    if args.json {
        terminal.json(&report(&invoked))?;
    } else {
        if let Some(log) = &invoked.log_tail {
            eprint_log(log);
        }
        print_answer(&invoked, terminal)?;
    }
    match invoked.function_error {
        Some(_) => Err(Failure::Function),
        None => Ok(()),
    }
}

/// The event that was meant.
fn payload(argument: &str) -> Result<Bytes, Failure> {
    let limited = |reader: &mut dyn Read, what: &str| {
        let mut bytes = Vec::new();
        // One byte over the limit is enough for the server to refuse it in AWS's words.
        let read = reader.take(MAX_SYNC_PAYLOAD as u64 + 1).read_to_end(&mut bytes);
        read.map(|_| Bytes::from(bytes)).map_err(|e| Failure::Machine(format!("cannot read {what}: {e}")))
    };
    match argument {
        "-" => limited(&mut std::io::stdin().lock(), "the event from standard input"),
        _ => match argument.strip_prefix('@') {
            Some(path) => {
                let mut file = std::fs::File::open(path)
                    .map_err(|e| Failure::file("cannot read", Path::new(path), e))?;
                limited(&mut file, path)
            }
            None => Ok(Bytes::copy_from_slice(argument.as_bytes())),
        },
    }
}

fn report(invoked: &Invoked) -> Value {
    let answer: Value = serde_json::from_slice(&invoked.payload)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&invoked.payload).into_owned()));
    json!({
        "payload": answer,
        "functionError": invoked.function_error,
        "executedVersion": invoked.version,
        "requestId": invoked.request_id,
        "log": invoked.log_tail,
    })
}

/// Byte for byte to a pipe; for people JSON is indented, and the prompt begins on a line of its own.
fn print_answer(invoked: &Invoked, terminal: &mut Terminal) -> Result<(), Failure> {
    if !terminal.interactive() {
        terminal.bytes(&invoked.payload)?;
        return Ok(terminal.bytes(b"\n")?);
    }
    let style = if invoked.function_error.is_some() { Style::Bad } else { Style::Plain };
    let text = match serde_json::from_slice::<Value>(&invoked.payload) {
        Ok(value) => format!("{value:#}"),
        Err(_) => String::from_utf8_lossy(&invoked.payload).into_owned(),
    };
    for line in text.lines() {
        terminal.foreign(style, line)?;
    }
    Ok(())
}

/// The log goes to standard error, so that standard output is the answer alone.
fn eprint_log(log: &str) {
    use std::io::{IsTerminal, Write};
    let mut stderr = std::io::stderr().lock();
    let interactive = stderr.is_terminal();
    for line in log.lines() {
        let line = if interactive { crate::terminal::harmless(line, false) } else { line.into() };
        // Where nobody reads the log, the answer is still wanted.
        let _ = writeln!(stderr, "{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_an_event_comes_from() {
        assert_eq!(&payload(r#"{"a":1}"#).unwrap()[..], br#"{"a":1}"#);
        assert_eq!(&payload("-1").unwrap()[..], b"-1");
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("event.json");
        std::fs::write(&file, "[1]").unwrap();
        assert_eq!(&payload(&format!("@{}", file.display())).unwrap()[..], b"[1]");
        let missing = payload(&format!("@{}", dir.path().join("none").display())).unwrap_err();
        assert_eq!(missing.exit_code(), 5);
    }

    #[test]
    fn a_report_of_whatever_comes_back() {
        let invoked = |payload: &'static str| Invoked {
            payload: Bytes::from_static(payload.as_bytes()),
            function_error: None,
            log_tail: Some("START".into()),
            version: Some("$LATEST".into()),
            request_id: None,
        };
        assert_eq!(report(&invoked(r#"{"b":1}"#))["payload"], json!({"b": 1}));
        assert_eq!(report(&invoked("not json"))["payload"], json!("not json"));
        assert_eq!(report(&invoked("1"))["executedVersion"], json!("$LATEST"));
    }
}
