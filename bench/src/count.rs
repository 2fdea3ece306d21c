//! What a warm Invoke costs the server, in numbers that a loaded machine does not change: instructions in user space and
//! system calls.
//!
//! Counted by the kernel's own single steps (`ptrace`), so that it works where neither hardware counters nor valgrind
//! are there, which is what virtual machines mostly offer. The server is given one core and with it one thread for
//! requests; the threads that write databases work in batches by the clock and are left out. What was counted on this
//! kind of build before is in a file, and more than a tenth above it is a failure.

use crate::Result;
use crate::client::Client;
use crate::function::{self, EVENT, Subject};
use crate::server::Server;
use crate::stats::Samples;
use crate::step::{self, Mode, Stepper};
use bytes::Bytes;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::time::timeout;

/// Invocations before anything is counted.
const WARM_UP: usize = 50;
/// Invocations whose instructions are counted, and whose system calls.
const STEPPED: usize = 2;
const TRACED: usize = 50;
/// How long the stepping of one function may take, if nothing else is said: some 10 µs for each instruction on a machine
/// that is busy with other things.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);
/// The function whose growth is a failure. The other one writes a line, which is read before its answer or with it, as it
/// happens: its counts are one of two.
const STEADY: &str = "python";
/// So much more than was recorded is still the same.
const TOLERANCE: f64 = 1.10;

/// What to count, and what it is compared with.
pub(crate) struct Options {
    /// The server.
    pub(crate) binary: PathBuf,
    /// The Rust function's `bootstrap`.
    pub(crate) rust_function: PathBuf,
    /// What was counted before.
    pub(crate) record: PathBuf,
    /// Which kind of build the server is: what the record calls it.
    pub(crate) build: String,
    /// Whether this is to be the record from now on.
    pub(crate) write: bool,
    /// How long the stepping of one function may take.
    pub(crate) patience: Duration,
}

/// Instructions and system calls of one invocation.
struct Cost {
    /// `None` where the patience was not enough.
    instructions: Option<f64>,
    system_calls: f64,
}

/// Counts; says whether nothing has grown by more than a tenth. Where it cannot be counted, it says so and all is well.
pub(crate) async fn run(options: &Options) -> Result<bool> {
    let mut record = read(&options.record)?;
    if let Some(why) = unlike(&record).filter(|_| !options.write) {
        println!("instructions of a warm Invoke: not counted, {why}");
        return Ok(true);
    }
    let mut counted = Map::new();
    let mut well = true;
    for subject in [function::python(function::PYTHON)?, function::rust(&options.rust_function)?] {
        let cost = match count(options, &subject).await? {
            Ok(cost) => cost,
            Err(why) => {
                println!("instructions of a warm Invoke: not counted, {why}");
                return Ok(true);
            }
        };
        let before = &record["counts"][&options.build][subject.name];
        let mut kept = Map::new();
        for (what, now) in [("instructions", cost.instructions), ("system_calls", Some(cost.system_calls))] {
            let Some(now) = now else {
                println!(
                    "warm Invoke, {}, {}: {what} not counted, this machine is too busy",
                    subject.name, options.build
                );
                continue;
            };
            let known = before[what].as_f64();
            let ratio = known.map_or(1.0, |known| now / known);
            let grown = ratio > TOLERANCE && !options.write;
            let counts = subject.name == STEADY;
            well &= !(grown && counts);
            let verdict = match (grown, counts) {
                (true, true) => "GROWN",
                (true, false) => "told only",
                (false, _) => "well",
            };
            let known = known.map_or("nothing".to_owned(), |known| format!("{known}"));
            println!(
                "warm Invoke, {}, {}: {now} {what}, {known} on record, {ratio:.3}x: {verdict}",
                subject.name, options.build
            );
            kept.insert(what.to_owned(), json!(now));
        }
        counted.insert(subject.name.to_owned(), Value::Object(kept));
    }
    if options.write {
        record["sha_ni"] = json!(has_sha_ni());
        record["counts"][&options.build] = Value::Object(counted);
        let text = serde_json::to_string_pretty(&record).map_err(|e| e.to_string())?;
        let written = std::fs::write(&options.record, text + "\n");
        written.map_err(|e| format!("{}: {e}", options.record.display()))?;
    } else if !well {
        println!(
            "A warm Invoke has become more expensive. Where that has to be so, `cargo xtask count --write` records it."
        );
    }
    Ok(well)
}

fn read(path: &Path) -> Result<Value> {
    match std::fs::read(path) {
        Ok(text) => serde_json::from_slice(&text).map_err(|e| format!("{}: {e}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(json!({ "counts": {} })),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// Why counts of this machine cannot be compared with the record's.
fn unlike(record: &Value) -> Option<&'static str> {
    let same = record["sha_ni"].as_bool().is_none_or(|there| there == has_sha_ni());
    (!same).then_some("for the record is of a processor that computes SHA-256 in another way")
}

#[cfg(target_arch = "x86_64")]
fn has_sha_ni() -> bool {
    std::arch::is_x86_feature_detected!("sha")
}

#[cfg(not(target_arch = "x86_64"))]
fn has_sha_ni() -> bool {
    false
}

/// The inner error says why this machine cannot count.
async fn count(options: &Options, subject: &Subject) -> Result<std::result::Result<Cost, String>> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    // Threads and children inherit it.
    let cores = step::pin_to_one_core()?;
    // Stepped, an invocation takes longer than an environment stays awake: freezing is not what is counted, nor is what is
    // made ready for other environments.
    let warm_only = ["--freeze-after", "60000", "--ready-sandboxes", "0", "--no-snapshots"];
    let started = Server::start_as(&options.binary, data.path(), &warm_only);
    step::unpin(&cores)?;
    let server = started?;
    let mut client = Client::of(&server).await?;
    client.create(subject.name, subject.runtime, subject.handler, &subject.zip).await?;
    let event = Bytes::from_static(EVENT);
    for _ in 0..WARM_UP {
        client.invoke(subject.name, &event).await?;
    }
    let mut instructions = None;
    let mut system_calls = 0.0;
    for (mode, invocations) in [(Mode::Calls, TRACED), (Mode::Instructions, STEPPED)] {
        let stepper = match Stepper::attach(server.pid(), mode, &cores) {
            Ok(stepper) => stepper,
            Err(why) => return Ok(Err(why)),
        };
        let sampled = timeout(options.patience, sample(&stepper, &mut client, subject, invocations)).await;
        // The least: what happens by the clock happens more often to one that is stepped.
        let least = sampled.ok().transpose()?.map(|samples| samples.percentile(0.0));
        if mode == Mode::Instructions {
            instructions = least;
            break;
        }
        system_calls = least.ok_or("a traced server does not answer")?;
        // With the next call that it makes.
        let detached = stepper.detach();
        client.invoke(subject.name, &event).await?;
        detached.await?;
    }
    // Killed within a step; what stepped it ends with it.
    drop(client);
    drop(server);
    Ok(Ok(Cost { instructions, system_calls }))
}

/// What invocations come to, one by one.
async fn sample(
    stepper: &Stepper,
    client: &mut Client,
    subject: &Subject,
    invocations: usize,
) -> Result<Samples> {
    let event = Bytes::from_static(EVENT);
    // The first one finds the threads where attaching left them.
    client.invoke(subject.name, &event).await?;
    let mut samples = Vec::new();
    for _ in 0..invocations {
        let before = stepper.count();
        client.invoke(subject.name, &event).await?;
        #[expect(clippy::cast_precision_loss, reason = "some millions")]
        samples.push((stepper.count() - before) as f64);
    }
    Ok(Samples::of(samples))
}
