//! `cargo xtask fuzz`: the fuzz targets, by mutations that any compiler builds, or by libFuzzer with coverage.

use crate::command::show;
use crate::workspace::{Workspace, without_cargo_run};
use std::process::Command;

/// Seconds for each target, as a part of the tests.
const SHORT: u64 = 2;
/// One input may take so long, seconds, and so much memory, MB.
const ONE_INPUT: u64 = 10;
const MEMORY: u64 = 2_048;
/// What libFuzzer needs of the compiler: counters at the edges, and what is compared.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions --cfg fuzzing -Clink-dead-code";
/// Named, so that build scripts and macros are built without.
const TRIPLE: &str = "x86_64-unknown-linux-gnu";

struct Options {
    seconds: u64,
    coverage: bool,
    seed: Option<String>,
    targets: Vec<String>,
}

/// Runs it with the arguments after `fuzz`.
pub(crate) fn run(workspace: &Workspace, arguments: &[String]) -> Result<bool, String> {
    let options = Options::parse(arguments)?;
    if options.coverage { with_coverage(workspace, &options) } else { by_mutation(workspace, &options) }
}

/// All targets for some seconds, as the build of the whole workspace has made them.
pub(crate) fn short(workspace: &Workspace) -> Result<bool, String> {
    let mut fuzz = Command::new(workspace.target("debug/fuzz"));
    Ok(show(fuzz.args(["--seconds", &SHORT.to_string()]))?.success)
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self { seconds: SHORT, coverage: false, seed: None, targets: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut number = || -> Result<u64, String> {
                let text = rest.next().map(String::as_str).unwrap_or_default();
                text.parse().map_err(|_| format!("{argument} takes a number, not {text:?}"))
            };
            match argument.as_str() {
                "--seconds" => options.seconds = number()?,
                "--minutes" => options.seconds = number()? * 60,
                "--seed" => options.seed = Some(number()?.to_string()),
                "--coverage" => options.coverage = true,
                name if !name.starts_with('-') => options.targets.push(name.to_owned()),
                other => return Err(format!("fuzz: unknown argument {other:?}")),
            }
        }
        Ok(options)
    }
}

fn by_mutation(workspace: &Workspace, options: &Options) -> Result<bool, String> {
    let mut fuzz = workspace.cargo();
    fuzz.args(["run", "--quiet", "--locked", "--package", "fuzz", "--", "--seconds"]);
    fuzz.arg(options.seconds.to_string());
    if let Some(seed) = &options.seed {
        fuzz.args(["--seed", seed]);
    }
    Ok(show(fuzz.args(&options.targets))?.success)
}

/// Builds the targets by a nightly compiler, and runs each. What is found on the way is kept below `target/fuzz`, and so is
/// what breaks a target.
fn with_coverage(workspace: &Workspace, options: &Options) -> Result<bool, String> {
    let mut build = Command::new("rustup");
    without_cargo_run(&mut build);
    build
        .args(["run", "nightly", "cargo", "build", "--target", TRIPLE])
        .current_dir(workspace.path("fuzz/coverage"))
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env("CARGO_TARGET_DIR", workspace.target("fuzz-coverage"))
        .env("RUSTFLAGS", INSTRUMENTED);
    if !show(&mut build)?.success {
        return Err(
            "the targets cannot be built; is a nightly toolchain there (`rustup toolchain install nightly`)?"
                .to_owned(),
        );
    }
    let program = workspace.target(&format!("fuzz-coverage/{TRIPLE}/debug/fuzz-coverage"));
    let mut good = true;
    for target in targets(workspace, options)? {
        let found = workspace.target(&format!("fuzz/corpus/{target}"));
        std::fs::create_dir_all(&found).map_err(|e| format!("{}: {e}", found.display()))?;
        println!("{target}: {} s", options.seconds);
        let mut fuzz = Command::new(&program);
        fuzz.arg(format!("-max_total_time={}", options.seconds))
            .arg(format!("-timeout={ONE_INPUT}"))
            .arg(format!("-rss_limit_mb={MEMORY}"))
            .arg("-print_final_stats=1")
            .arg("-verbosity=0")
            .arg(format!("-artifact_prefix={}/{target}-", workspace.target("fuzz").display()))
            .arg(format!("-seed={}", options.seed.as_deref().unwrap_or("0")))
            .args([&found, &workspace.path(&format!("fuzz/corpus/{target}"))])
            .env("TENFOLD_FUZZ_TARGET", &target);
        good &= show(&mut fuzz)?.success;
    }
    Ok(good)
}

/// Those that are asked for, else all that have a corpus, which all have.
fn targets(workspace: &Workspace, options: &Options) -> Result<Vec<String>, String> {
    if !options.targets.is_empty() {
        return Ok(options.targets.clone());
    }
    let corpora = workspace.path("fuzz/corpus");
    let entries = std::fs::read_dir(&corpora).map_err(|e| format!("{}: {e}", corpora.display()))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments() {
        let parse =
            |line: &str| Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let options = parse("--minutes 5 --coverage zip sigv4 --seed 7").unwrap();
        assert!(options.coverage && options.seconds == 300 && options.seed.as_deref() == Some("7"));
        assert_eq!(options.targets, ["zip", "sigv4"]);
        assert_eq!(parse("").unwrap().seconds, SHORT);
        for line in ["--seconds", "--seconds x", "--fast"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
