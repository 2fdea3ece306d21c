//! The one table, for people.

use super::row::{Of, Row, Target};
use super::{Unit, shown};
use std::fmt::Write;

/// The heading of the columns.
const HEAD: [&str; 8] = ["", "baseline", "", "ours", "ratio", "of a fifth", "target", ""];
/// Their widths: names to the left, numbers to the right.
const WIDTHS: [usize; 8] = [46, 36, 14, 26, 8, 13, 14, 12];
/// Most that is told of why there is no figure.
const REASON: usize = 180;

/// All rows below the headings of their sections.
pub(crate) fn table(rows: &[(String, Row)]) -> String {
    let mut text = line(&HEAD.map(str::to_owned));
    let mut section = "";
    for (of, row) in rows {
        if of != section {
            let _ = write!(text, "\n{of}\n");
            section = of;
        }
        text.push_str(&cells(row));
    }
    text
}

fn cells(row: &Row) -> String {
    let what = format!("  {}", row.what);
    let ours = match &row.ours {
        Ok(ours) => ours,
        Err(reason) => {
            // The JSON has all of it.
            let reason: String = reason.replace('\n', " ").chars().take(REASON).collect();
            return format!("{what:<46} not measured: {reason}\n");
        }
    };
    let unit = row.unit.name();
    let is_count = matches!(row.unit, Unit::Count(_));
    let number = |value: f64| if is_count { format!("{value:.0}") } else { number(value) };
    let mut figure = format!("{} {unit}", number(ours.value()));
    if ours.samples.len() > 1 {
        // What is beside it in its samples.
        let (name, other) = match ours.of {
            Of::P50 if matches!(row.unit, super::Unit::Ms) => ("p99", ours.samples.p99()),
            Of::P50 => ("min", ours.samples.percentile(0.0)),
            Of::P99 | Of::Max => ("p50", ours.samples.p50()),
        };
        figure = format!("{figure} {name} {:>7}", number(other));
    }
    let (name, baseline) = match &row.beside {
        Some((name, baseline)) => (name.clone(), format!("{} {unit}", number(baseline.value()))),
        None => Default::default(),
    };
    let ratio = row.ratio().map_or(String::new(), |ratio| format!("{}x", precise(ratio)));
    let spread = row.spread().map_or(String::new(), |(least, most)| format!("{least:.2}–{most:.2}"));
    let target = row.target.map_or(String::new(), |target| match target {
        Target::AtMostTimes(bound) => format!("<= {bound}x"),
        Target::AtLeastTimes(bound) => format!(">= {bound}x"),
        Target::AtMost(bound) => format!("<= {bound} {unit}"),
        Target::AtLeast(bound) => format!(">= {bound} {unit}"),
    });
    line(&[what, name, baseline, figure, ratio, spread, target, row.verdict().words().to_owned()])
}

fn line(cells: &[String; 8]) -> String {
    let mut text = String::new();
    for (n, (cell, width)) in cells.iter().zip(WIDTHS).enumerate() {
        let is_name = n < 2 || n == 7;
        let _ = if is_name { write!(text, "{cell:<width$} ") } else { write!(text, "{cell:>width$} ") };
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

fn number(value: f64) -> String {
    if value.abs() < 10.0 { format!("{value:.3}") } else { shown(value) }
}

fn precise(ratio: f64) -> String {
    if ratio < 0.1 { format!("{ratio:.3}") } else { format!("{ratio:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Figure;
    use crate::stats::Samples;

    #[test]
    fn rows_stand_below_their_sections() {
        let cold = Row::latency(
            "cold Invoke, python",
            Samples::of(vec![3.0, 3.0]),
            "bare",
            Samples::of(vec![10.0; 2]),
        );
        let rows = [
            ("cold".to_owned(), cold.target(Target::AtMostTimes(0.3))),
            ("cold".to_owned(), Row::missing("cold Invoke, nodejs", "no node\nhere")),
            (
                "size".to_owned(),
                Row::new("binary", Unit::MiB, Figure::one(41.0)).target(Target::AtMost(40.0)),
            ),
        ];
        let table = table(&rows);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.iter().filter(|line| **line == "cold").count(), 1);
        let find = |word: &str| *lines.iter().find(|line| line.contains(word)).unwrap();
        for word in ["3.000 ms", "bare", "10.0 ms", "0.30x", "<= 0.3x", "holds"] {
            assert!(find("python").contains(word), "{word}: {}", find("python"));
        }
        assert!(find("nodejs").ends_with("not measured: no node here"));
        assert!(find("binary").ends_with("NOT") && find("binary").contains("<= 40 MiB"));
        // The columns stand where the heading has them.
        let heading = lines[0].find("target").map(|at| at + "target".len());
        assert_eq!(
            find("python").find("<= 0.3x").map(|at| at + "<= 0.3x".len()).map(chars(find("python"))),
            heading
        );
    }

    fn chars(line: &str) -> impl Fn(usize) -> usize {
        move |at| line[..at].chars().count()
    }
}
