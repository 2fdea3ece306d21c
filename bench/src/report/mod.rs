//! What was measured: one table for people, JSON for programs, charts.

mod chart;
mod growth;
mod row;
mod table;

pub(crate) use chart::Chart;
pub(crate) use growth::Series;
pub(crate) use row::{Figure, Row, Target, Unit, Verdict};

use crate::Result;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Everything measured.
pub(crate) struct Report {
    /// Lines of the table, each with its section.
    rows: Vec<(String, Row)>,
    /// How costs grow.
    pub(crate) series: Vec<Series>,
    /// Distributions, one chart a runtime.
    charts: Vec<Chart>,
    /// What figures mean, where that is not plain.
    pub(crate) notes: Vec<&'static str>,
    /// The section that rows belong to from now on.
    section: String,
    broken: bool,
    machine: Value,
}

impl Report {
    /// An empty one, with what the machine is and what is measured on it.
    pub(crate) fn new(subject: Value) -> Self {
        let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        let (processor, load) = (read("/proc/cpuinfo"), read("/proc/loadavg"));
        let model = processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
        let machine = json!({
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "kernel": read("/proc/sys/kernel/osrelease").trim(),
            "processor": model.trim_start_matches([' ', '\t', ':']),
            "load_before": load.split_whitespace().next(),
            "subject": subject,
        });
        Self {
            rows: Vec::new(),
            series: Vec::new(),
            charts: Vec::new(),
            notes: Vec::new(),
            section: String::new(),
            broken: false,
            machine,
        }
    }

    /// Rows from now on belong to this section.
    pub(crate) fn begin(&mut self, section: &str) {
        section.clone_into(&mut self.section);
    }

    /// Adds a line to the table.
    pub(crate) fn push(&mut self, row: Row) {
        self.rows.push((self.section.clone(), row));
    }

    /// Adds lines to the table.
    pub(crate) fn extend(&mut self, rows: impl IntoIterator<Item = Row>) {
        for row in rows {
            self.push(row);
        }
    }

    /// The chart of this name, made with this title where there is none yet.
    pub(crate) fn chart(&mut self, name: &str, title: &str) -> &mut Chart {
        let at = self.charts.iter().position(|chart| chart.name == name).unwrap_or_else(|| {
            self.charts.push(Chart::new(name, title));
            self.charts.len() - 1
        });
        &mut self.charts[at]
    }

    /// Adds the line of a section that broke.
    pub(crate) fn failed(&mut self, row: Row) {
        self.broken = true;
        self.push(row);
    }

    /// Whether a section broke.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// How many promises are kept, not kept, and could not be measured.
    pub(crate) fn verdicts(&self) -> (usize, usize, usize) {
        let count = |verdict| {
            let promised = self.rows.iter().filter(|(_, row)| row.target.is_some());
            promised.filter(|(_, row)| row.verdict() == verdict).count()
        };
        (count(Verdict::Holds), count(Verdict::Broken), count(Verdict::NotMeasured))
    }

    /// All of it, for people.
    pub(crate) fn text(&self) -> String {
        let mut text = table::table(&self.rows);
        if !self.series.is_empty() {
            text.push_str("\nhow cost grows (exponent: 0 not at all, 1 in proportion)\n\n");
        }
        for series in &self.series {
            text.push_str(&series.table());
            text.push('\n');
        }
        for note in &self.notes {
            text.push_str(&format!("\n{note}\n"));
        }
        let (holds, broken, missing) = self.verdicts();
        text.push_str(&format!("\ntargets: {holds} hold, {broken} do NOT, {missing} not measured\n"));
        text
    }

    /// Writes the JSON, and beside it a chart for each runtime; says what has been written.
    pub(crate) fn write(&self, path: &Path) -> Result<Vec<PathBuf>> {
        let directory = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(directory).map_err(|e| format!("{}: {e}", directory.display()))?;
        let json = serde_json::to_string_pretty(&self.json()).map_err(|e| e.to_string())? + "\n";
        let mut files = vec![(path.to_owned(), json)];
        for chart in &self.charts {
            files.extend(chart.svg().map(|svg| (path.with_file_name(format!("{}.svg", chart.name)), svg)));
        }
        for (path, content) in &files {
            std::fs::write(path, content).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(files.into_iter().map(|(path, _)| path).collect())
    }

    fn json(&self) -> Value {
        let (holds, broken, missing) = self.verdicts();
        json!({
            "machine": self.machine,
            "targets": { "hold": holds, "do_not_hold": broken, "not_measured": missing },
            "rows": self.rows.iter().map(|(section, row)| row.json(section)).collect::<Vec<_>>(),
            "growth": self.series.iter().map(Series::json).collect::<Vec<_>>(),
        })
    }
}

/// A number, as precise as it is worth.
pub(crate) fn shown(number: f64) -> String {
    match number.abs() {
        n if n < 1.0 => format!("{number:.3}"),
        n if n < 100.0 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Samples;

    #[test]
    fn a_report_is_written_with_its_charts() {
        let directory = tempfile::tempdir().unwrap();
        let mut report = Report::new(json!({ "binary": "x" }));
        report.begin("cold");
        let samples = Samples::of(vec![3.0, 4.0]);
        report.push(
            Row::latency("cold Invoke", samples.clone(), "bare", samples.clone())
                .target(Target::AtMostTimes(0.5)),
        );
        report.push(Row::missing("other", "no room").target(Target::AtMost(1.0)));
        report.push(Row::new("size", Unit::MiB, Figure::one(1.0)).target(Target::AtMost(1.0)));
        report.chart("python", "Python").ours("cold", &samples);
        report.chart("python", "Python").ours("warm", &samples);
        report.chart("empty", "nothing");
        let mut series = Series::new("latency", Unit::Ms, "functions");
        series.add(1, 1.0);
        series.add(10, 10.0);
        report.series.push(series);
        assert_eq!(report.verdicts(), (1, 1, 1));
        assert!(report.text().contains("targets: 1 hold, 1 do NOT, 1 not measured"));

        let path = directory.path().join("deep/latest.json");
        let written = report.write(&path).unwrap();
        assert_eq!(written, [path.clone(), directory.path().join("deep/python.svg")]);
        let json: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(json["rows"][0]["holds"], false);
        assert_eq!(json["rows"][1]["not_measured"], "no room");
        assert_eq!(json["rows"][2]["section"], "cold");
        assert!((json["growth"][0]["exponent"].as_f64().unwrap() - 1.0).abs() < 1e-9);
        assert_eq!(std::fs::read_to_string(&written[1]).unwrap().matches("2 times").count(), 2);
    }
}
