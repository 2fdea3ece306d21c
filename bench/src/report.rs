//! The table for people and the JSON for programs.

use crate::Result;
use crate::stats::Samples;
use serde_json::{Value, json};
use std::path::Path;

/// A latency beside its baseline, of which each sample was taken right after the one beside it.
pub(crate) struct Row {
    name: String,
    samples: Samples,
    beside: String,
    baseline: Samples,
}

/// How many parts of a row have a ratio of their own.
const PARTS: usize = 5;

impl Row {
    /// Both in the same unit.
    pub(crate) fn new(name: &str, samples: Samples, beside: &str, baseline: Samples) -> Self {
        Self { name: name.to_owned(), samples, beside: beside.to_owned(), baseline }
    }

    fn ratio(&self) -> f64 {
        ratio(&self.samples, &self.baseline)
    }

    /// The least and the largest ratio of a part.
    fn spread(&self) -> (f64, f64) {
        let parts = self.samples.parts(PARTS).into_iter().zip(self.baseline.parts(PARTS));
        let ratios = parts.map(|(samples, baseline)| ratio(&samples, &baseline));
        ratios.fold((f64::INFINITY, 0.0), |(least, most), ratio| (least.min(ratio), most.max(ratio)))
    }
}

fn ratio(samples: &Samples, baseline: &Samples) -> f64 {
    samples.p50() / baseline.p50().max(f64::MIN_POSITIVE)
}

/// Something a second, in rounds, beside a baseline whose rounds came between.
pub(crate) struct Rate {
    name: String,
    unit: &'static str,
    rounds: Samples,
    beside: Option<(String, Samples)>,
}

impl Rate {
    /// One without a baseline.
    pub(crate) fn alone(name: &str, unit: &'static str, rounds: Vec<f64>) -> Self {
        Self { name: name.to_owned(), unit, rounds: Samples::of(rounds), beside: None }
    }

    /// One beside another.
    pub(crate) fn new(
        name: &str,
        unit: &'static str,
        rounds: Vec<f64>,
        beside: &str,
        baseline: Vec<f64>,
    ) -> Self {
        let beside = Some((beside.to_owned(), Samples::of(baseline)));
        Self { beside, ..Self::alone(name, unit, rounds) }
    }
}

/// How late something was that had a time.
pub(crate) struct Lateness {
    /// What.
    pub(crate) name: String,
    /// By how much.
    pub(crate) samples: Samples,
    /// Most that is promised, ms.
    pub(crate) bound_ms: f64,
}

/// Everything measured.
pub(crate) struct Report {
    /// Latencies.
    pub(crate) rows: Vec<Row>,
    /// Things a second.
    pub(crate) rates: Vec<Rate>,
    /// Errors of time limits.
    pub(crate) lateness: Vec<Lateness>,
    /// What figures mean, where that is not plain.
    pub(crate) notes: Vec<&'static str>,
    memory: Vec<(String, u64, Option<u64>)>,
    machine: Value,
}

impl Report {
    /// An empty one, with what the machine and the binary are.
    pub(crate) fn new(binary: &Path) -> Self {
        let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
        let machine = json!({
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "kernel": kernel.trim(),
            "processor": model.trim_start_matches([' ', '\t', ':']),
            "binary_bytes": std::fs::metadata(binary).map_or(0, |m| m.len()),
        });
        Self {
            rows: Vec::new(),
            rates: Vec::new(),
            lateness: Vec::new(),
            notes: Vec::new(),
            memory: Vec::new(),
            machine,
        }
    }

    /// Adds an amount of memory.
    pub(crate) fn memory(&mut self, name: &str, kb: u64, baseline: Option<u64>) {
        self.memory.push((name.to_owned(), kb, baseline));
    }

    /// Prints all of it.
    pub(crate) fn print(&self) {
        self.print_rows();
        self.print_rates();
        self.print_lateness();
        if !self.memory.is_empty() {
            println!("\n{:<46} {:>12} {:>16}", "", "PSS MB", "bare MB");
        }
        for (name, kb, baseline) in &self.memory {
            let bare = baseline.map_or(String::new(), |b| format!("{:.1}", mb(b)));
            println!("{name:<46} {:>12.1} {bare:>16}", mb(*kb));
        }
        for note in &self.notes {
            println!("\n{note}");
        }
    }

    fn print_rows(&self) {
        if !self.rows.is_empty() {
            println!(
                "{:<46} {:>9} {:>9}   {:<36} {:>9} {:>9} {:>8}  of a fifth",
                "", "p50 ms", "p99 ms", "beside", "p50 ms", "p99 ms", "ratio"
            );
        }
        for row in &self.rows {
            let (least, most) = row.spread();
            println!(
                "{:<46} {:>9.3} {:>9.3}   {:<36} {:>9.3} {:>9.3} {:>7.2}x  {least:.2}–{most:.2}",
                row.name,
                row.samples.p50(),
                row.samples.p99(),
                row.beside,
                row.baseline.p50(),
                row.baseline.p99(),
                row.ratio()
            );
        }
    }

    fn print_rates(&self) {
        if !self.rates.is_empty() {
            println!(
                "\n{:<46} {:>9} {:>17}   {:<36} {:>9} {:>17} {:>8}",
                "", "median/s", "min–max", "beside", "median/s", "min–max", "ratio"
            );
        }
        for rate in &self.rates {
            let (middle, extremes) = (rate.rounds.p50(), rate.rounds.extremes());
            print!("{:<46} {:>9} {extremes:>17}", format!("{}, {}", rate.name, rate.unit), shown(middle));
            match &rate.beside {
                Some((name, baseline)) => {
                    let (beside, extremes) = (baseline.p50(), baseline.extremes());
                    println!(
                        "   {name:<36} {:>9} {extremes:>17} {:>7.2}x",
                        shown(beside),
                        middle / beside.max(f64::MIN_POSITIVE)
                    );
                }
                None => println!(),
            }
        }
    }

    fn print_lateness(&self) {
        if !self.lateness.is_empty() {
            println!(
                "\n{:<62} {:>7} {:>9} {:>9} {:>9} {:>9}   at most",
                "later than it should be", "times", "min ms", "p50 ms", "p99 ms", "max ms"
            );
        }
        for late in &self.lateness {
            let most = late.samples.percentile(1.0);
            let verdict = match late.samples.len() {
                0 => "not seen",
                _ if most <= late.bound_ms => "kept",
                _ => "not kept",
            };
            println!(
                "{:<62} {:>7} {:>9.1} {:>9.1} {:>9.1} {most:>9.1}   {:.0} ms: {verdict}",
                late.name,
                late.samples.len(),
                late.samples.percentile(0.0),
                late.samples.p50(),
                late.samples.p99(),
                late.bound_ms,
            );
        }
    }

    /// Writes it as JSON.
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        let failed = |e: std::io::Error| format!("{}: {e}", path.display());
        if let Some(directory) = path.parent() {
            std::fs::create_dir_all(directory).map_err(failed)?;
        }
        let text = serde_json::to_string_pretty(&self.json()).map_err(|e| e.to_string())?;
        std::fs::write(path, text + "\n").map_err(failed)
    }

    fn json(&self) -> Value {
        let latency = |row: &Row| {
            let (least, most) = row.spread();
            json!({
                "name": row.name, "measured": row.samples.json(), "beside": row.beside,
                "baseline": row.baseline.json(), "ratio": row.ratio(), "ratio_of_fifths": [least, most],
            })
        };
        json!({
            "machine": self.machine,
            "latency": self.rows.iter().map(latency).collect::<Vec<_>>(),
            "throughput": self.rates.iter().map(|rate| json!({
                "name": rate.name, "unit": rate.unit, "per_second": rate.rounds.p50(), "rounds": rate.rounds.all(),
                "beside": rate.beside.as_ref().map(|(name, _)| name),
                "baseline_per_second": rate.beside.as_ref().map(|(_, baseline)| baseline.p50()),
                "baseline_rounds": rate.beside.as_ref().map(|(_, baseline)| baseline.all()),
            })).collect::<Vec<_>>(),
            "lateness": self.lateness.iter().map(|late| json!({
                "name": late.name, "measured": late.samples.json(), "bound_ms": late.bound_ms,
            })).collect::<Vec<_>>(),
            "memory": self.memory.iter().map(|(name, kb, baseline)| json!({
                "name": name, "pss_kb": kb, "baseline_pss_kb": baseline,
            })).collect::<Vec<_>>(),
        })
    }
}

/// A number a second, as precise as it is worth.
pub(crate) fn shown(number: f64) -> String {
    if number < 100.0 { format!("{number:.1}") } else { format!("{number:.0}") }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mb(kb: u64) -> f64 {
    kb as f64 / 1024.0
}
