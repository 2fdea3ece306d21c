//! The table for people and the JSON for programs.

use crate::Result;
use crate::stats::Samples;
use serde_json::{Value, json};
use std::path::Path;

/// A latency beside its baseline.
pub(crate) struct Row {
    name: String,
    samples: Samples,
    beside: String,
    baseline: Samples,
}

impl Row {
    /// Both in the same unit.
    pub(crate) fn new(name: &str, samples: Samples, beside: &str, baseline: Samples) -> Self {
        Self { name: name.to_owned(), samples, beside: beside.to_owned(), baseline }
    }

    fn ratio(&self) -> f64 {
        self.samples.p50() / self.baseline.p50().max(f64::MIN_POSITIVE)
    }
}

/// Everything measured.
pub(crate) struct Report {
    /// Latencies.
    pub(crate) rows: Vec<Row>,
    rates: Vec<(String, f64, Option<f64>)>,
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
        Self { rows: Vec::new(), rates: Vec::new(), memory: Vec::new(), machine }
    }

    /// Adds answers a second.
    pub(crate) fn throughput(&mut self, name: &str, rate: f64, baseline: Option<f64>) {
        self.rates.push((name.to_owned(), rate, baseline));
    }

    /// Adds an amount of memory.
    pub(crate) fn memory(&mut self, name: &str, kb: u64, baseline: Option<u64>) {
        self.memory.push((name.to_owned(), kb, baseline));
    }

    /// Prints all of it.
    pub(crate) fn print(&self) {
        println!(
            "{:<26} {:>9} {:>9}   {:<34} {:>9} {:>9} {:>7}",
            "", "p50 ms", "p99 ms", "beside", "p50 ms", "p99 ms", "ratio"
        );
        for row in &self.rows {
            println!(
                "{:<26} {:>9.3} {:>9.3}   {:<34} {:>9.3} {:>9.3} {:>6.2}x",
                row.name,
                row.samples.p50(),
                row.samples.p99(),
                row.beside,
                row.baseline.p50(),
                row.baseline.p99(),
                row.ratio()
            );
        }
        println!("\n{:<40} {:>12} {:>16}", "", "answers/s", "of HTTP echo's");
        for (name, rate, baseline) in &self.rates {
            let share = baseline.map_or(String::new(), |b| format!("{:.1} %", 100.0 * rate / b));
            println!("{name:<40} {rate:>12.0} {share:>16}");
        }
        println!("\n{:<40} {:>12} {:>16}", "", "PSS MB", "bare MB");
        for (name, kb, baseline) in &self.memory {
            let bare = baseline.map_or(String::new(), |b| format!("{:.1}", mb(b)));
            println!("{name:<40} {:>12.1} {bare:>16}", mb(*kb));
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
            json!({
                "name": row.name, "measured": row.samples.json(), "beside": row.beside,
                "baseline": row.baseline.json(), "ratio": row.ratio(),
            })
        };
        json!({
            "machine": self.machine,
            "latency": self.rows.iter().map(latency).collect::<Vec<_>>(),
            "throughput": self.rates.iter().map(|(name, rate, baseline)| json!({
                "name": name, "per_second": rate, "baseline_per_second": baseline,
            })).collect::<Vec<_>>(),
            "memory": self.memory.iter().map(|(name, kb, baseline)| json!({
                "name": name, "pss_kb": kb, "baseline_pss_kb": baseline,
            })).collect::<Vec<_>>(),
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mb(kb: u64) -> f64 {
    kb as f64 / 1024.0
}
