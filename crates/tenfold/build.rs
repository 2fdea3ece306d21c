//! Prepares what the binary carries: our bootstraps as a table of files, and the example runtime, compiled.
//!
//! Never here: anything that reaches outside the repository and the compiler that builds it.

use std::error::Error;
use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let repository = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../..").canonicalize()?;
    embed_bootstraps(&repository.join("runtimes"), &out)?;
    compile_example(&repository.join("examples/custom-runtime/bootstrap.rs"), &out)
}

/// Writes `bootstraps.rs`: a slice of `(path, content)`, sorted by path.
fn embed_bootstraps(runtimes: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    for language in ["nodejs", "python"] {
        collect(&runtimes.join(language), &mut files)?;
    }
    files.sort();
    let mut table = String::from("&[\n");
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.strip_prefix(runtimes)?.to_str().ok_or("a file name is not UTF-8")?;
        let path = file.to_str().ok_or("a path is not UTF-8")?;
        writeln!(table, "    ({name:?}, include_bytes!({path:?}).as_slice()),")?;
    }
    table.push_str("]\n");
    std::fs::write(out.join("bootstraps.rs"), table)?;
    Ok(())
}

/// All files below a directory but documentation and what tools leave behind.
fn collect(directory: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", directory.display());
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        let tools = ["__pycache__", "node_modules"].map(OsStr::new);
        if tools.contains(&entry.file_name().as_os_str()) || path.extension() == Some(OsStr::new("md")) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Compiles the example runtime, linked statically so that it runs on any root; dynamically where this machine has
/// no static libc.
fn compile_example(source: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", source.display());
    let rustc = std::env::var("RUSTC")?;
    let target = std::env::var("TARGET")?;
    let compile = |linking: &str| {
        let mut command = Command::new(&rustc);
        command.args(["--edition", "2024", "-O", "-C", "panic=abort", "-C", "strip=symbols"]);
        command
            .args(["-C", linking, "--target", &target, "-o"])
            .arg(out.join("example-bootstrap"))
            .arg(source);
        command.output()
    };
    let mut built = compile("target-feature=+crt-static")?;
    if !built.status.success() {
        built = compile("target-feature=-crt-static")?;
    }
    if !built.status.success() {
        return Err(String::from_utf8_lossy(&built.stderr).into());
    }
    Ok(())
}
