//! `tenfold usage`: what functions used, and what that would cost.
//!
//! Read from the data directory, whether or not a server runs on it. What ended less than a moment ago may be missing.

mod prices;

use crate::config::DataDirArgs;
use crate::failure::Failure;
use crate::terminal::{Align, Table, Terminal};
use clap::ValueEnum;
use domain::meter::{Amounts, MeterKey, Metered, day};
use domain::{Clock as _, Timestamp, clock::SystemClock};
use prices::{Prices, gb_seconds, gigabytes};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What a line is for
    #[arg(long, value_enum, default_value_t)]
    by: By,
    /// The first day, UTC: 2026-11-01 [default: the first of this month]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    from: Option<i64>,
    /// The last day, UTC [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    to: Option<i64>,
    /// A list of prices, in the form that --print-prices prints [default: AWS's public prices in us-east-1]
    #[arg(long, value_name = "FILE")]
    prices: Option<PathBuf>,
    /// Print the default list of prices, to be edited
    #[arg(long)]
    print_prices: bool,
    /// How it is printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The same as --format csv
    #[arg(long, conflicts_with_all = ["json", "format"])]
    csv: bool,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[command(flatten)]
    data: DataDirArgs,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum By {
    #[default]
    Function,
    Version,
    Day,
    Account,
}

/// How lines are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Table,
    Csv,
    /// An array.
    Json,
}

/// The amounts by their names in CSV and JSON.
fn named(amounts: &Amounts) -> [(&'static str, u64); 9] {
    let Amounts {
        requests,
        billed_ms,
        memory_mb_ms,
        storage_mb_ms,
        provisioned_run_mb_ms,
        provisioned_mb_ms,
        events,
        event_chunks,
        streamed_bytes,
    } = *amounts;
    [
        ("requests", requests),
        ("billed_ms", billed_ms),
        ("memory_mb_ms", memory_mb_ms),
        ("storage_mb_ms", storage_mb_ms),
        ("provisioned_run_mb_ms", provisioned_run_mb_ms),
        ("provisioned_mb_ms", provisioned_mb_ms),
        ("events", events),
        ("event_chunks", event_chunks),
        ("streamed_bytes", streamed_bytes),
    ]
}

/// A line: for whom, how much, and its cost.
struct Line {
    name: String,
    amounts: Amounts,
    cost: f64,
}

pub(super) fn run(args: &Args, terminal: &mut Terminal) -> Result<(), Failure> {
    if args.print_prices {
        return Ok(terminal.line(prices::DEFAULT.trim_end())?);
    }
    let today = day(SystemClock.now());
    let to = args.to.unwrap_or(today);
    let from = args.from.unwrap_or_else(|| to - i64::from(civil(to).2) + 1);
    if from > to {
        return Err(Failure::Usage(format!("{} is after {}", date(from), date(to))));
    }
    let prices = Prices::load(args.prices.as_deref())?;
    let directory = args.data.locate()?;
    let metered = store::metered_in(&directory, from, to)
        .map_err(|e| Failure::file("cannot read the meter in", &directory, e))?;
    let lines = lines(args.by, &metered, &prices);
    let format = match (args.csv, args.json) {
        (true, _) => Format::Csv,
        (_, true) => Format::Json,
        _ => args.format,
    };
    if format == Format::Json {
        return Ok(terminal.json(&lines.iter().map(|line| as_json(args.by, line, &prices)).collect())?);
    }
    if format == Format::Csv {
        let names = named(&Amounts::default()).map(|(name, _)| name).join(",");
        terminal.line(&format!("{},{names},cost_{}", name(args.by), prices.currency.to_lowercase()))?;
        for Line { name, amounts, cost } in &lines {
            let amounts = named(amounts).map(|(_, amount)| amount.to_string()).join(",");
            terminal.line(&format!("{name},{amounts},{cost:.9}"))?;
        }
        return Ok(());
    }
    if lines.is_empty() {
        return Ok(terminal.line(&format!("nothing was used from {} to {}", date(from), date(to)))?);
    }
    Ok(terminal.table(&table(args.by, &lines, &prices.currency))?)
}

/// Sums, and the sum of all.
fn lines(by: By, metered: &[Metered], prices: &Prices) -> Vec<Line> {
    let mut sums: BTreeMap<String, (Amounts, f64)> = BTreeMap::new();
    for Metered { key, amounts } in metered {
        let (sum, cost) = sums.entry(whose(by, key)).or_default();
        *sum += *amounts;
        *cost += prices.cost(&key.architecture, amounts);
    }
    sums.into_iter().map(|(name, (amounts, cost))| Line { name, amounts, cost }).collect()
}

fn whose(by: By, key: &MeterKey) -> String {
    match by {
        By::Function => key.function.to_string(),
        By::Version => format!("{}:{}", key.function, key.qualifier),
        By::Day => date(key.day),
        By::Account => key.scope.account.to_string(),
    }
}

fn name(by: By) -> &'static str {
    match by {
        By::Function => "function",
        By::Version => "version",
        By::Day => "day",
        By::Account => "account",
    }
}

fn as_json(by: By, line: &Line, prices: &Prices) -> Value {
    let Line { name: text, amounts, cost } = line;
    let mut line = json!({ name(by): text, "cost": cost, "currency": prices.currency });
    named(amounts).into_iter().for_each(|(name, amount)| line[name] = amount.into());
    line
}

fn table(by: By, lines: &[Line], currency: &str) -> Table {
    let first = match by {
        By::Function => "FUNCTION",
        By::Version => "VERSION",
        By::Day => "DAY",
        By::Account => "ACCOUNT",
    };
    let mut table = Table::new(&[
        (first, Align::Left),
        ("REQUESTS", Align::Right),
        ("BILLED", Align::Right),
        ("GB-SECONDS", Align::Right),
        ("/TMP GB-SECONDS", Align::Right),
        ("PROVISIONED GB-SECONDS", Align::Right),
        ("EVENTS", Align::Right),
        ("STREAMED", Align::Right),
        ("COST", Align::Right),
    ]);
    let mut all = Line { name: "all".to_owned(), amounts: Amounts::default(), cost: 0.0 };
    for line in lines {
        all.amounts += line.amounts;
        all.cost += line.cost;
    }
    for Line { name, amounts, cost } in lines.iter().chain([&all]) {
        table.row(vec![
            name.clone(),
            amounts.requests.to_string(),
            format!("{} ms", amounts.billed_ms),
            format!("{:.3}", gb_seconds(amounts.memory_mb_ms)),
            format!("{:.3}", gb_seconds(amounts.storage_mb_ms)),
            format!("{:.3}", gb_seconds(amounts.provisioned_mb_ms)),
            amounts.events.to_string(),
            format!("{:.3} GB", gigabytes(amounts.streamed_bytes)),
            format!("{cost:.6} {currency}"),
        ]);
    }
    table
}

/// Year, month and day of the month.
fn civil(day: i64) -> (i64, u32, u32) {
    let civil = Timestamp(day * 86_400_000).civil();
    (civil.year, civil.month, civil.day)
}

fn date(day: i64) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A date between 1970 and 9999.
fn parse_day(text: &str) -> Result<i64, String> {
    let wrong = || format!("{text:?} is no date such as 2026-11-24");
    let parts: Vec<u32> =
        text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>().ok_or_else(wrong)?;
    let [year, month, day] = parts[..] else { return Err(wrong()) };
    let wanted = (i64::from(year), month, day);
    // The calendar is in one place, and this is the way back.
    let (mut low, mut high) = (0_i64, 2_932_896);
    while low < high {
        let middle = i64::midpoint(low, high);
        if civil(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    if civil(low) == wanted { Ok(low) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, FunctionName, Region, Scope, Version};

    #[test]
    fn dates() {
        for (text, day) in
            [("1970-01-01", 0), ("2024-02-29", 19_782), ("2026-11-24", 20_781), ("9999-12-31", 2_932_896)]
        {
            assert_eq!(parse_day(text), Ok(day));
            assert_eq!(date(day), text);
        }
        for text in [
            "",
            "2026",
            "2026-02-29",
            "2026-13-01",
            "2026-11-24-1",
            "24.11.2026",
            "1969-12-31",
            "10000-01-01",
            "-1-1-1",
        ] {
            assert!(parse_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn lines_are_sums() {
        let used = |function: &str, version, day, requests| Metered {
            key: MeterKey {
                scope: Scope::new(AccountId::new("000000000000").unwrap(), Region::new("us-east-1").unwrap()),
                function: FunctionName::new(function).unwrap(),
                qualifier: Version::into(version),
                architecture: "x86_64".into(),
                day,
            },
            amounts: Amounts { requests, ..Amounts::default() },
        };
        let (latest, first) = (Version::Latest, Version::Number(1));
        let metered = [used("f", latest, 1, 1), used("f", first, 2, 2), used("g", latest, 2, 4)];
        let prices = Prices::load(None).unwrap();
        for (by, expected) in [
            (By::Function, vec![("f", 3), ("g", 4)]),
            (By::Version, vec![("f:$LATEST", 1), ("f:1", 2), ("g:$LATEST", 4)]),
            (By::Day, vec![("1970-01-02", 1), ("1970-01-03", 6)]),
            (By::Account, vec![("000000000000", 7)]),
        ] {
            let lines = lines(by, &metered, &prices);
            let found: Vec<_> =
                lines.iter().map(|line| (line.name.as_str(), line.amounts.requests)).collect();
            assert_eq!(found, expected);
        }
    }
}
