//! `cargo xtask test`: every check and every test, in an order that compiles the workspace once.
//!
//! Packages come over the network while the compiler works; the end-to-end tests use the development build.

use crate::command::{Finished, show};
use crate::report::Report;
use crate::workspace::{Workspace, without_cargo_run};
use crate::{architecture, bench, count, crash, deps, fuzz, generate, licences, vm};
use std::process::Command;

/// Parts of the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Lint,
    Rust,
    Runtimes,
    E2e,
    Crash,
    Bench,
    Count,
    Fuzz,
    Vm,
}

/// What to run.
#[derive(Debug)]
pub(crate) struct Options {
    only: Option<Part>,
    pytest: Vec<String>,
}

impl Options {
    /// Reads the arguments after `test`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self { only: None, pytest: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--only" => {
                    options.only = Some(match rest.next().map(String::as_str) {
                        Some("lint") => Part::Lint,
                        Some("rust") => Part::Rust,
                        Some("runtimes") => Part::Runtimes,
                        Some("e2e") => Part::E2e,
                        Some("crash") => Part::Crash,
                        Some("bench") => Part::Bench,
                        Some("count") => Part::Count,
                        Some("fuzz") => Part::Fuzz,
                        Some("vm") => Part::Vm,
                        other => {
                            return Err(format!(
                                "--only {}: lint, rust, runtimes, e2e, crash, bench, count, fuzz or vm",
                                other.unwrap_or("?")
                            ));
                        }
                    });
                }
                "--" => options.pytest.extend(rest.by_ref().cloned()),
                other => return Err(format!("test: unknown argument {other:?}")),
            }
        }
        Ok(options)
    }

    /// What `test-vm` is.
    pub(crate) fn only_vm() -> Self {
        Self { only: Some(Part::Vm), pytest: Vec::new() }
    }

    fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

/// Runs it; says whether nothing failed.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<bool, String> {
    let mut report = Report::default();
    let python = options.wants(Part::Runtimes) || options.wants(Part::E2e);
    let built_for = [Part::Crash, Part::Bench, Part::Count, Part::Fuzz];
    let needs_build = python || built_for.into_iter().any(|part| options.wants(part));
    let installed = std::thread::scope(|scope| {
        let installing = python.then(|| scope.spawn(|| deps::for_tests(workspace)));
        if options.wants(Part::Lint) {
            lint(workspace, &mut report);
        }
        if options.wants(Part::Rust) {
            rust(workspace, &mut report);
        }
        let built = !needs_build || report.check("build the binary", || build(workspace));
        installing.is_none_or(|thread| {
            report.check("install what the tests need", || {
                thread
                    .join()
                    .unwrap_or_else(|_| Err("the installing thread panicked".to_owned()))
                    .map(|()| true)
            })
        }) && built
    });
    if options.wants(Part::Runtimes) && installed {
        report.tests("tests of the runtimes", || pytest(workspace, "tests/runtimes", &options.pytest));
    }
    if options.wants(Part::E2e) && installed {
        report.tests("end-to-end tests", || pytest(workspace, "tests/e2e", &options.pytest));
    }
    if options.wants(Part::Crash) {
        report.check("crash test", || crash::short(workspace));
    }
    if options.wants(Part::Fuzz) {
        report.check("fuzz targets", || fuzz::short(workspace));
    }
    if options.wants(Part::Bench) {
        report.check("the benchmark's own parts", || bench::smoke(workspace));
    }
    if options.wants(Part::Count) {
        report.check("instructions of a warm Invoke", || {
            deps::rust_function(workspace)?;
            count::development(workspace)
        });
    }
    if options.wants(Part::Vm) {
        report.counts("tests on cgroup v2, in a virtual machine", || vm::run(workspace));
    }
    Ok(report.finish())
}

fn lint(workspace: &Workspace, report: &mut Report) {
    report.check("rustfmt", || cargo(workspace, &["fmt", "--all", "--check"]));
    report.check("import directions", || architecture::check(workspace));
    report.check("generated tables", || generate::generate(true).map(|()| true));
    report.check("licences", || licences::check(workspace));
    report.counts("cargo deny", || licences::deny(workspace));
    report.check("clippy", || {
        cargo(workspace, &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])
    });
}

fn rust(workspace: &Workspace, report: &mut Report) {
    let nextest =
        workspace.cargo().args(["nextest", "--version"]).output().is_ok_and(|output| output.status.success());
    let runner: &[&str] =
        if nextest { &["nextest", "run", "--no-fail-fast"] } else { &["test", "--no-fail-fast"] };
    report.tests("Rust tests", || show(workspace.cargo().args(runner).args(["--workspace", "--locked"])));
}

/// The development build. `--tests` is there for the features that dependencies get from it: with the same ones as
/// the Rust tests had, nothing is compiled again.
fn build(workspace: &Workspace) -> Result<bool, String> {
    cargo(workspace, &["build", "--workspace", "--bins", "--tests", "--locked"])
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<bool, String> {
    Ok(show(workspace.cargo().args(arguments))?.success)
}

fn pytest(workspace: &Workspace, directory: &str, arguments: &[String]) -> Result<Finished, String> {
    let mut command = Command::new(workspace.path(".deps/venv/bin/python"));
    without_cargo_run(&mut command);
    command
        .current_dir(workspace.root())
        .args(["-m", "pytest", "-q", "--durations=8", directory])
        .args(arguments)
        .env("TENFOLD_BINARY", workspace.target("debug/tenfold"))
        .env("PYTHONUNBUFFERED", "1");
    show(&mut command)
}
