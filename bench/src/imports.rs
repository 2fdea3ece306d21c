//! Cold starts of functions that import much, with and without SnapStart, beside the bare import.

use crate::client::{Client, FUNCTIONS, invocations};
use crate::function::{self, EVENT};
use crate::options::Options;
use crate::report::{Report, Row, Target};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, baseline};
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// Packages, by their directory, and what is imported of them.
const PACKAGES: [(&str, &str); 2] = [("pandas", "numpy, pandas"), ("boto3", "boto3")];
/// The interpreter that they were installed for, which is the baseline's, as `sys.version_info` begins.
const VERSION: &str = "(3, 11)";
/// What a cold start may take by the bare import: of `$LATEST`, and of a version with SnapStart.
const PLAIN: f64 = 1.1;
const SNAPPED: f64 = 0.1;
/// How long environments are kept busy, so that the next invocation has one of its own, s.
const BUSY: u32 = 200;
/// Until an invocation that is to hold an environment has it.
const TAKEN: Duration = Duration::from_millis(60);

/// Each package's.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    // SnapStart is for runtimes from python3.12 on; what runs is this machine's Python either way.
    let server = Server::start_as(&options.binary, data.path(), &["--runtime-substitution", "nearest"])?;
    for (package, modules) in PACKAGES {
        let directory = options.packages.join(format!("bench-{package}"));
        let (plain, snapped) =
            (format!("cold Invoke, imports {modules}"), format!("cold Invoke, imports {modules}, SnapStart"));
        if !directory.is_dir() {
            let why = format!("{} is not there", directory.display());
            report.push(Row::missing(&plain, why.clone()).target(Target::AtMostTimes(PLAIN)));
            report.push(Row::missing(&snapped, why).target(Target::AtMostTimes(SNAPPED)));
            continue;
        }
        eprintln!("cold starts, imports of {modules} …");
        let zip = zipped(&directory, modules)?;
        let (cold, bare) = without(options, &server, package, &zip, &directory, modules).await?;
        let beside = format!("python3.11 -c 'import {modules}'");
        report.push(Row::latency(&plain, cold, &beside, bare).target(Target::AtMostTimes(PLAIN)));
        let row = match with_snapshot(options, &server, package, &zip, &directory, modules).await {
            Ok((cold, bare)) => Row::latency(&snapped, cold, &beside, bare),
            Err(why) => Row::missing(&snapped, why),
        };
        report.push(row.target(Target::AtMostTimes(SNAPPED)));
    }
    // Killed: asked to stop, it would wait for the invocations that hold environments.
    drop(server);
    Ok(())
}

fn zipped(directory: &Path, modules: &str) -> Result<Vec<u8>> {
    let source = format!(
        "import sys, time\nif sys.version_info[:2] != {VERSION}:\n    \
         raise RuntimeError('the packages are for Python {VERSION}, and this is ' + sys.version)\n\
         import {modules}\n\nis_new = True\n\ndef handler(event, context):\n    global is_new\n    \
         answer = {{'is_new': is_new}}\n    is_new = False\n    time.sleep(event.get('busy', 0))\n    return answer\n"
    );
    function::zip_directory(directory, &[("app.py", source.as_bytes())])
}

fn bare(directory: &Path, modules: &str) -> Result<Duration> {
    let mut python = Command::new(baseline::python());
    // The packages bring their byte code along, for the function as well.
    python.args(["-c", &format!("import {modules}")]).env("PYTHONPATH", directory);
    baseline::process(&mut python)
}

async fn create(server: &Server, name: &str, runtime: &str, zip: &[u8], more: Value) -> Result<Client> {
    let mut client = Client::of(server).await?;
    let mut settings = json!({ "Timeout": 900 });
    for (name, value) in more.as_object().into_iter().flatten() {
        settings[name] = value.clone();
    }
    client.create_with(name, (runtime, "app.handler", zip), &settings).await?;
    Ok(client)
}

/// Of the function itself, changed before each.
async fn without(
    options: &Options,
    server: &Server,
    name: &str,
    zip: &[u8],
    directory: &Path,
    modules: &str,
) -> Result<(Samples, Samples)> {
    let mut client = create(server, name, "python3.11", zip, json!({})).await?;
    let (mut cold, mut started) = (Samples::default(), Samples::default());
    // The first one reads the files from the disk.
    client.invoke(name, &Bytes::from_static(EVENT)).await?;
    bare(directory, modules)?;
    for n in 0..options.imports {
        client.make_cold(name, n).await?;
        cold.add(client.invoke(name, &Bytes::from_static(EVENT)).await?);
        started.add(bare(directory, modules)?);
    }
    Ok((cold, started))
}

/// Of a published version, whose environments are kept busy, so that each invocation gets a new one.
async fn with_snapshot(
    options: &Options,
    server: &Server,
    package: &str,
    zip: &[u8],
    directory: &Path,
    modules: &str,
) -> Result<(Samples, Samples)> {
    let name = format!("{package}-snapped");
    let snap = json!({ "SnapStart": { "ApplyOn": "PublishedVersions" } });
    let mut client = create(server, &name, "python3.12", zip, snap).await?;
    let target = format!("{FUNCTIONS}/{name}/versions");
    client.send(Method::POST, &target, Bytes::from_static(b"{}")).await?;
    let version = format!("{name}?Qualifier=1");
    client.applied(&version).await?;
    let (mut cold, mut started) = (Samples::default(), Samples::default());
    let mut held: Vec<JoinHandle<Result<Bytes>>> = Vec::new();
    // The first one reads the snapshot from the disk.
    for n in 0..=options.imports {
        let begun = Instant::now();
        let answer = client.send(Method::POST, &invocations(&version), Bytes::from_static(EVENT)).await?;
        let took = begun.elapsed();
        let answer: Value = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
        if answer["is_new"] != true {
            return Err("an invocation was given an environment that another one was to hold".to_owned());
        }
        if n > 0 {
            cold.add(took);
            started.add(bare(directory, modules)?);
        }
        let (mut other, version) = (Client::of(server).await?, version.clone());
        let busy = Bytes::from(json!({ "busy": BUSY }).to_string());
        held.push(tokio::spawn(async move { other.send(Method::POST, &invocations(&version), busy).await }));
        tokio::time::sleep(TAKEN).await;
    }
    client.send(Method::DELETE, &format!("{FUNCTIONS}/{name}"), Bytes::new()).await?;
    held.iter().for_each(JoinHandle::abort);
    Ok((cold, started))
}
