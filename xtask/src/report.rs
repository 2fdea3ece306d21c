//! What ran, what came of it, and the summary at the end.

use crate::command::Finished;
use std::time::{Duration, Instant};

/// How many failed tests the summary names, and how much of what is said of each, in bytes: a summary is often all
/// that is kept of a run.
const NAMED: usize = 12;
const OF_EACH: usize = 240;

/// Results of the steps, in order.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
    failures: Vec<String>,
}

struct Row {
    name: String,
    counts: Counts,
    took: Duration,
}

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests or checks that succeeded.
    pub(crate) passed: u64,
    /// Tests or checks that failed.
    pub(crate) failed: u64,
    /// Tests that said why they did not run.
    pub(crate) skipped: u64,
}

/// What came of a step that runs tests.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// How many.
    pub(crate) counts: Counts,
    /// The failed ones, by name, with what the runner said of them in the same line.
    pub(crate) failures: Vec<String>,
}

impl From<Counts> for Outcome {
    fn from(counts: Counts) -> Self {
        Self { counts, failures: Vec::new() }
    }
}

impl Counts {
    /// One check that did not run.
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// One check that ran.
    pub(crate) fn of(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), skipped: 0 }
    }

    /// A word for the summary: what only skipped is not called good.
    fn mark(self) -> &'static str {
        match self {
            Self { failed: 1.., .. } => "FAILED",
            Self { passed: 0, skipped: 1.., .. } => "skipped",
            _ => "ok",
        }
    }
}

impl Report {
    /// A step that is one check: it counts as one.
    pub(crate) fn check(&mut self, name: &str, step: impl FnOnce() -> Result<bool, String>) -> bool {
        self.record(name, || step().map(Counts::of).map(Outcome::from))
    }

    /// A step that runs tests and counts them: see [`count`].
    pub(crate) fn tests(&mut self, name: &str, step: impl FnOnce() -> Result<Finished, String>) -> bool {
        self.record(name, || {
            step().map(|finished| Outcome { counts: count(&finished), failures: failures(&finished.output) })
        })
    }

    /// A step that has counted its tests itself.
    pub(crate) fn counts<O: Into<Outcome>>(
        &mut self,
        name: &str,
        step: impl FnOnce() -> Result<O, String>,
    ) -> bool {
        self.record(name, || step().map(O::into))
    }

    fn record(&mut self, name: &str, step: impl FnOnce() -> Result<Outcome, String>) -> bool {
        println!("\n=== {name}");
        let begun = Instant::now();
        let Outcome { counts, failures } = step().unwrap_or_else(|message| {
            eprintln!("{message}");
            let first = message.lines().next().unwrap_or_default();
            Outcome {
                counts: Counts { failed: 1, ..Counts::default() },
                failures: vec![format!("{name}: {first}")],
            }
        });
        if counts.failed > 0 && failures.is_empty() {
            self.failures.push(name.to_owned());
        }
        self.failures.extend(failures);
        self.rows.push(Row { name: name.to_owned(), counts, took: begun.elapsed() });
        counts.failed == 0
    }

    /// Prints the table and, as the very last line, the sums; says whether nothing failed.
    pub(crate) fn finish(self) -> bool {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
        println!("\n=== summary");
        let mut sum = Counts::default();
        let mut took = Duration::ZERO;
        for row in &self.rows {
            let Counts { passed, failed, skipped } = row.counts;
            let mark = row.counts.mark();
            println!(
                "{mark:7} {:width$} {:>8.1} s  {passed:>5} passed {failed:>4} failed {skipped:>4} skipped",
                row.name,
                row.took.as_secs_f64()
            );
            sum.passed += passed;
            sum.failed += failed;
            sum.skipped += skipped;
            took += row.took;
        }
        println!(
            "        {:width$} {:>8.1} s  {:>5} skipped in all",
            "together",
            took.as_secs_f64(),
            sum.skipped
        );
        for failure in self.failures.iter().take(NAMED) {
            println!("failed: {}", shortened(failure));
        }
        if let Some(more @ 1..) = self.failures.len().checked_sub(NAMED) {
            println!("failed: {more} more");
        }
        println!("{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }
}

/// Adds up what nextest, `cargo test` or pytest say at their ends. A run that failed without a failed test, or in
/// which no test ran, counts as one failure.
pub(crate) fn count(finished: &Finished) -> Counts {
    let mut counts = Counts::default();
    for line in finished.output.lines().filter(|line| is_summary(line)) {
        let words: Vec<&str> =
            line.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|w| !w.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" | "xfailed" => counts.passed += number,
                "failed" | "error" | "errors" | "timed" | "xpassed" => counts.failed += number,
                "skipped" | "ignored" => counts.skipped += number,
                _ => {}
            }
        }
    }
    let ran_nothing = counts.passed + counts.failed == 0;
    if (!finished.success && counts.failed == 0) || ran_nothing {
        counts.failed += 1;
    }
    counts
}

/// The tests that nextest, `cargo test` or pytest call failed. Nextest says it twice, the second time at the end.
fn failures(output: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in output.lines().map(str::trim) {
        let nextest = || {
            let result = ["FAIL", "TIMEOUT", "ABORT", "SIGABRT", "SIGSEGV", "SIGKILL"];
            let (word, rest) = line.split_once(" [")?;
            let (_, name) = rest.split_once("] ")?;
            // A number of the test may stand before its name.
            let name = name.trim_start();
            let name = name.strip_prefix('(').and_then(|n| n.split_once(") ")).map_or(name, |(_, name)| name);
            result.contains(&word.trim()).then_some(name)
        };
        let cargo = || line.strip_prefix("test ")?.strip_suffix(" ... FAILED");
        let pytest = || {
            let named = line.strip_prefix("FAILED ").or_else(|| line.strip_prefix("ERROR "))?;
            named.starts_with("tests/").then_some(named)
        };
        if let Some(name) = nextest().or_else(cargo).or_else(pytest)
            && !found.iter().any(|known| known == name)
        {
            found.push(name.to_owned());
        }
    }
    found
}

/// The beginning of a line.
fn shortened(line: &str) -> &str {
    &line[..line.floor_char_boundary(OF_EACH)]
}

/// The closing line of nextest, of one binary under `cargo test`, or of pytest.
fn is_summary(line: &str) -> bool {
    let line = line.trim().trim_matches('=').trim();
    let pytest = || {
        let begins = line.split(' ').next().is_some_and(|w| w.parse::<u64>().is_ok());
        let end = line.rsplit_once(" in ").map(|(_, end)| end).unwrap_or_default();
        let timed =
            end.starts_with(|c: char| c.is_ascii_digit()) && (end.ends_with('s') || end.ends_with(')'));
        begins && timed
    };
    line.starts_with("Summary [") || line.starts_with("test result: ") || pytest()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(output: &str, success: bool) -> (u64, u64, u64) {
        let Counts { passed, failed, skipped } = count(&Finished { success, output: output.to_owned() });
        (passed, failed, skipped)
    }

    #[test]
    fn the_runners_closing_lines_are_understood() {
        let nextest =
            "     Summary [   1.250s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 4 skipped";
        assert_eq!(counted(nextest, false), (9, 3, 4));
        let cargo = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                     test result: FAILED. 4 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s";
        assert_eq!(counted(cargo, false), (7, 1, 1));
        let pytest = "tests/a.py ....\n==== 4 passed, 2 skipped, 1 error in 61.20s (0:01:01) ====";
        assert_eq!(counted(pytest, false), (4, 1, 2));
        assert_eq!(counted("117 passed in 3.20s", true), (117, 0, 0));
    }

    #[test]
    fn failed_tests_are_named_once() {
        let nextest = "        PASS [   0.010s] (1/3) store sqlite::a\n        \
                       FAIL [   0.123s] (2/3) store sqlite::b\n\
                       Summary [   1.2s] 3 tests run: 2 passed, 1 failed\n        \
                       FAIL [   0.123s] (2/3) store sqlite::b\n     TIMEOUT [ 60.000s] domain c\n";
        assert_eq!(failures(nextest), ["store sqlite::b", "domain c"]);
        let cargo = "test a::b ... ok\ntest a::c ... FAILED\n";
        assert_eq!(failures(cargo), ["a::c"]);
        let pytest = "FAILED tests/e2e/test_x.py::test_y - assert 1 == 2\nERROR tests/e2e/test_z.py::test_y\n\
                      ERROR    root:logged.py:1 something\n";
        assert_eq!(
            failures(pytest),
            ["tests/e2e/test_x.py::test_y - assert 1 == 2", "tests/e2e/test_z.py::test_y"]
        );
    }

    #[test]
    fn long_names_are_cut_between_characters() {
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"é".repeat(OF_EACH)), "é".repeat(OF_EACH / 2));
    }

    #[test]
    fn what_only_skipped_is_not_called_good() {
        let mark = |passed, failed, skipped| Counts { passed, failed, skipped }.mark();
        assert_eq!(mark(0, 0, 1), "skipped");
        assert_eq!(mark(3, 0, 1), "ok");
        assert_eq!(mark(3, 1, 1), "FAILED");
    }

    #[test]
    fn a_run_that_broke_or_ran_nothing_is_a_failure() {
        assert_eq!(counted("4 passed in 3.20s", false), (4, 1, 0));
        assert_eq!(counted("no tests ran in 0.01s", true), (0, 1, 0));
        assert_eq!(counted("5 skipped in 0.10s", true), (0, 1, 5));
    }
}
