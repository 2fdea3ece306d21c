//! `tenfold logs`: a function's log, once or as it grows.

use crate::api::LogLine;
use crate::client::Client;
use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::{Style, Terminal};
use domain::{Clock, FunctionRef, Timestamp, clock::SystemClock};
use serde_json::json;
use std::collections::HashSet;
use std::time::Duration;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The function's name or ARN
    name: String,
    /// Go on printing what is added, until Ctrl-C
    #[arg(long, short)]
    follow: bool,
    /// How far back to begin: 30s, 10m, 2h, 1d
    #[arg(long, value_name = "AGO", default_value = "10m", value_parser = parse_ago)]
    since: Duration,
    /// Print one JSON object per line instead
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataDirArgs,
}

/// Between two looks at a log that is followed.
const POLL: Duration = Duration::from_millis(500);
/// An event can become visible after a later one of another environment; this far back is looked again.
const OVERLAP_MS: i64 = 5_000;

pub(super) async fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    let mut client = Client::of(&args.data).await?;
    let group = group_of(&args.name, &mut client).await?;
    let back = i64::try_from(args.since.as_millis()).unwrap_or(i64::MAX);
    let mut since = SystemClock.now().0.saturating_sub(back);
    let mut seen = HashSet::new();
    loop {
        let lines = match client.logs_since(&group, since).await {
            // The group comes into being with the first invocation.
            Err(Failure::Api { code, .. }) if code == "ResourceNotFoundException" => Vec::new(),
            other => other?,
        };
        for line in lines.iter().filter(|line| !seen.contains(&line.event_id)) {
            print(line, args.json, terminal)?;
        }
        if !args.follow {
            return Ok(());
        }
        if let Some(last) = lines.last() {
            since = since.max(last.timestamp - OVERLAP_MS);
        }
        // What is older than `since` will not come again, so it need not be remembered.
        seen = lines.into_iter().filter(|l| l.timestamp >= since).map(|l| l.event_id).collect();
        tokio::time::sleep(POLL).await;
    }
}

/// The log group of a function that exists; of one that was deleted, the one that it had by default.
async fn group_of(name: &str, client: &mut Client) -> Result<String, Failure> {
    let by_default = |name: &str| match FunctionRef::parse(name) {
        Ok(function) => Ok(format!("/aws/lambda/{}", function.name)),
        Err(e) => Err(Failure::Usage(e.to_string())),
    };
    match client.function(name).await {
        Ok(function) => match function["LoggingConfig"]["LogGroup"].as_str() {
            Some(group) => Ok(group.to_owned()),
            None => by_default(name),
        },
        Err(Failure::Api { code, message }) if code == "ResourceNotFoundException" => {
            let group = by_default(name)?;
            match client.logs_since(&group, SystemClock.now().0).await {
                Ok(_) => Ok(group),
                Err(_) => Err(Failure::Api { code, message }),
            }
        }
        Err(other) => Err(other),
    }
}

fn print(line: &LogLine, json: bool, terminal: &mut Terminal) -> Result<(), Failure> {
    if json {
        let object = json!({
            "timestamp": Timestamp(line.timestamp).rfc3339(),
            "message": line.message,
            "stream": line.log_stream_name,
        });
        return Ok(terminal.line(&object.to_string())?);
    }
    let time = terminal.paint(Style::Dim, &Timestamp(line.timestamp).rfc3339());
    let style = style_of(&line.message);
    for (number, text) in lines_of(&line.message).enumerate() {
        terminal.bytes(if number == 0 { format!("{time}  ") } else { " ".repeat(26) }.as_bytes())?;
        terminal.foreign(style, text)?;
    }
    Ok(())
}

/// The lines of one event. Python's runtime separates them by carriage returns, as on AWS, so that they stay one event.
fn lines_of(message: &str) -> impl Iterator<Item = &str> {
    let lines = message.trim_end().split(['\n', '\r']).map(str::trim_end);
    lines.enumerate().filter(|(number, line)| *number == 0 || !line.is_empty()).map(|(_, line)| line)
}

/// The platform's own lines step back, failures step forward.
fn style_of(message: &str) -> Style {
    let platform = ["START RequestId:", "END RequestId:", "REPORT RequestId:", "INIT_START "];
    if message.contains("Status: error") || message.contains("Status: timeout") || message.contains("[ERROR]")
    {
        Style::Bad
    } else if message.contains("[WARN") {
        Style::Warn
    } else if platform.iter().any(|p| message.starts_with(p)) {
        Style::Dim
    } else {
        Style::Plain
    }
}

/// `30s`, `10m`, `2h`, `1d`; at most ten years.
pub(super) fn parse_ago(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a number and a unit, such as 30s, 10m, 2h or 1d".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let seconds: u64 = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3_600,
        'd' => 86_400,
        _ => return Err(wrong()),
    };
    let number = &text[..text.len() - 1];
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let total = number.parse::<u64>().ok().and_then(|n| n.checked_mul(seconds));
    total
        .filter(|total| *total <= 3_653 * 86_400)
        .map(Duration::from_secs)
        .ok_or_else(|| "at most ten years".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago() {
        for (text, seconds) in [
            ("30s", Some(30)),
            ("10m", Some(600)),
            ("2h", Some(7_200)),
            ("1d", Some(86_400)),
            ("0s", Some(0)),
        ] {
            assert_eq!(parse_ago(text).ok().map(|d| d.as_secs()), seconds);
        }
        for text in ["", "m", "10", "-1m", "+1m", "1.5h", "10 m", "99999999999999999999d", "9999999d", "1µ"]
        {
            assert!(parse_ago(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_event_of_several_lines() {
        for (message, lines) in [
            ("one\t\n", &["one"][..]),
            ("[ERROR] E: x\rTraceback\r\u{a0}File", &["[ERROR] E: x", "Traceback", "\u{a0}File"]),
            ("a\r\n\nb", &["a", "b"]),
            ("", &[""]),
        ] {
            assert_eq!(lines_of(message).collect::<Vec<_>>(), lines, "{message:?}");
        }
    }

    #[test]
    fn what_stands_out() {
        for (message, style) in [
            ("hello", Style::Plain),
            ("START RequestId: x Version: $LATEST", Style::Dim),
            ("REPORT RequestId: x\tDuration: 1 ms", Style::Dim),
            ("REPORT RequestId: x\tStatus: timeout", Style::Bad),
            ("[ERROR] KeyError: 'a'", Style::Bad),
            ("[WARNING] soon full", Style::Warn),
        ] {
            assert_eq!(style_of(message), style, "{message}");
        }
    }
}
