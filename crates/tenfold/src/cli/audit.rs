//! `tenfold audit`: who called what, from the audit log; and whether the log is what was written.
//!
//! Both read the data directory: no server is needed, and one may run.

use super::logs::parse_ago;
use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::keys::{self, KeyArgs};
use crate::terminal::{Style, Terminal};
use audit::read::Reader;
use audit::verify::{Report, verify};
use domain::{Clock, Timestamp, clock::SystemClock};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    print: Print,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Check every record's signature and place, and say what was changed, removed or moved
    Verify(Verify),
}

#[derive(Debug, clap::Args)]
struct Print {
    /// Go on printing what is added, until Ctrl-C
    #[arg(long, short)]
    follow: bool,
    /// How far back to begin: 30s, 10m, 2h, 1d
    #[arg(long, value_name = "AGO", default_value = "1d", value_parser = parse_ago)]
    since: Duration,
    /// Print one JSON object per line, as CloudTrail has it
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataDirArgs,
}

#[derive(Debug, clap::Args)]
struct Verify {
    #[command(flatten)]
    keys: KeyArgs,
    #[command(flatten)]
    data: DataDirArgs,
}

/// Between two looks at a log that is followed.
const POLL: Duration = Duration::from_millis(300);

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    match &args.what {
        Some(What::Verify(args)) => check(args, terminal),
        None => print(&args.print, terminal).await,
    }
}

async fn print(args: &Print, terminal: &mut Terminal) -> Result<(), Failure> {
    let directory = args.data.locate()?.join(audit::DIRECTORY);
    let back = i64::try_from(args.since.as_millis()).unwrap_or(i64::MAX);
    let since = Timestamp(SystemClock.now().0.saturating_sub(back).max(0));
    let unreadable = |e: std::io::Error| Failure::file("cannot read", &directory, e);
    let mut reader = Reader::new(&directory, Some(since));
    loop {
        let records = reader.more().map_err(unreadable)?;
        for record in &records {
            match args.json {
                true => terminal.line(&record.to_string())?,
                false => line(record, terminal)?,
            }
        }
        if records.is_empty() {
            if !args.follow {
                return Ok(());
            }
            tokio::time::sleep(POLL).await;
        }
    }
}

/// When, who, what, from where, and how it ended.
fn line(record: &Value, terminal: &mut Terminal) -> Result<(), Failure> {
    let text = |pointer: &str| record.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let who = match (text("/userIdentity/arn"), text("/userIdentity/type")) {
        ("", "AWSService") => text("/userIdentity/invokedBy"),
        ("", kind) => kind,
        (arn, _) => arn,
    };
    let service = text("/eventSource").trim_end_matches(".amazonaws.com");
    let outcome = match text("/errorCode") {
        "" => "ok",
        error => error,
    };
    let style = if outcome == "ok" { Style::Plain } else { Style::Bad };
    let time = terminal.paint(Style::Dim, text("/eventTime"));
    terminal.bytes(format!("{time}  ").as_bytes())?;
    let (name, from) = (text("/eventName"), text("/sourceIPAddress"));
    let about = match about(record) {
        Some(about) => format!("  {about}"),
        None => String::new(),
    };
    let from = if from.is_empty() { String::new() } else { format!("  from {from}") };
    Ok(terminal.foreign(style, &format!("{who}  {service}:{name}{about}{from}  {outcome}"))?)
}

/// The thing that it was about, by the first parameter that names one; of the log's own records, what they tell.
fn about(record: &Value) -> Option<String> {
    if let Some(details) = record.get("serviceEventDetails") {
        return Some(details.to_string());
    }
    let parameters = record.get("requestParameters")?;
    let names =
        ["functionName", "layerName", "roleName", "userName", "policyName", "logGroupName", "resource"];
    names.iter().find_map(|name| parameters.get(name)?.as_str()).map(str::to_owned)
}

fn check(args: &Verify, terminal: &mut Terminal) -> Result<(), Failure> {
    let data_dir = args.data.locate()?;
    let sources = args.keys.validate()?;
    keys::run_command(&sources)?;
    let ring = keys::ring_of(&data_dir, &sources)?;
    let directory = data_dir.join(audit::DIRECTORY);
    let report = verify(&directory, &ring.signer(audit::PURPOSE));
    let report = report.map_err(|e| Failure::file("cannot read", &directory, e))?;
    tell(&report, &directory, terminal)?;
    match report.is_good() {
        true => Ok(()),
        false => Err(Failure::Incomplete("the audit log is not what was written".to_owned())),
    }
}

fn tell(report: &Report, directory: &Path, terminal: &mut Terminal) -> Result<(), Failure> {
    for problem in &report.problems {
        terminal.foreign(Style::Bad, &problem.to_string())?;
    }
    if report.more > 0 {
        terminal.line(&format!("… and {} more", report.more))?;
    }
    if report.torn > 0 {
        let torn = report.torn;
        terminal.line(&format!(
            "the last record is not whole ({torn} bytes): the server was killed while it wrote it"
        ))?;
    }
    let Report { records, segments, first, last, last_hash, since_head, .. } = report;
    let count = format!(
        "{records} records, {first} to {last}, in {segments} files in {} are as they were written",
        directory.display()
    );
    terminal.line(&count)?;
    if *since_head > 0 {
        terminal.line(&format!("the last {since_head} came after the end was last signed"))?;
    }
    if !last_hash.is_empty() {
        terminal.line(&format!("record {last} has the hash {last_hash}"))?;
    }
    Ok(())
}
