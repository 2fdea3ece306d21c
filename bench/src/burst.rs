//! Hundreds of cold environments of one function asked for at once, and what a warm neighbour notices of it.

use crate::client::Client;
use crate::crowd::{self, Crowd};
use crate::function::{self, EVENT};
use crate::options::Options;
use crate::report::{Figure, Report, Row, Target, Unit};
use crate::server::{Place, Server};
use crate::stats::Samples;
use crate::{Result, baseline, room};
use bytes::Bytes;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The function, and its neighbour.
const NAME: &str = "burst";
const NEIGHBOUR: &str = "neighbour";
/// Between two invocations of the neighbour: too short for it to be frozen.
const PACE: Duration = Duration::from_millis(5);
/// How long the neighbour is watched while nothing else happens.
const QUIET: Duration = Duration::from_secs(2);
/// No further round begins after this.
const LONG: Duration = Duration::from_secs(60);
/// As long as environments at this share of the bare interpreter's rate take, all of them are held.
const PATIENCE: f64 = 0.25;

/// Rounds of it, between which bare interpreters have theirs.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let count = options.burst;
    if let Some(why) = room::missing_for(count) {
        let row = Row::missing(&format!("{count} cold environments at once"), why);
        report.push(row.target(Target::AtLeastTimes(1.5)));
        return Ok(());
    }
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    let server = Server::start(&options.binary, data.path())?;
    let mut client = Client::of(&server).await?;
    let (crowd, neighbour) = (crowd::subject()?, function::rust(&options.rust_function)?);
    let parts = (crowd.runtime, crowd.handler, &crowd.zip[..]);
    client.create_with(NAME, parts, &json!({ "Timeout": 300, "MemorySize": 128 })).await?;
    client.create(NEIGHBOUR, neighbour.runtime, neighbour.handler, &neighbour.zip).await?;

    let (mut bare, mut ours, mut last) = (Vec::new(), Vec::new(), Crowd::default());
    let (mut quiet, mut disturbed, mut answered) = (Vec::new(), Vec::new(), Vec::new());
    let all = Instant::now();
    for round in 0..options.burst_rounds {
        // Rounds are for machines that are done with one within a moment.
        if all.elapsed() > LONG {
            break;
        }
        eprintln!("burst of {count}, round {} …", round + 1);
        let rate = baseline::bare_rate("python", count)?;
        let watch = Watch::start(server.place())?;
        tokio::time::sleep(QUIET).await;
        quiet.extend(watch.stop()?);
        // The connection may have been closed meanwhile.
        Client::of(&server).await?.make_cold(NAME, round).await?;
        crowd::settled(server.pid()).await;
        #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
        let hold = Duration::from_secs_f64(1.0 + count as f64 / (rate * PATIENCE));
        let watch = Watch::start(server.place())?;
        let begun = Instant::now();
        let gathered = crowd::gather(&server.place(), &[(NAME.to_owned(), count)], hold).await?;
        let samples = watch.stop()?;
        // Only while environments were made, not while all were held.
        let share = (gathered.last / begun.elapsed().as_secs_f64()).clamp(0.0, 1.0);
        disturbed.extend(during(&samples, share));
        bare.push(rate);
        ours.push(gathered.rate());
        answered.push(gathered.answered);
        last = gathered;
    }
    let what = format!("{count} cold environments at once");
    // After the first one, the server knows that crowds come, and keeps as many ready for a while.
    let again = (ours.split_off(1.min(ours.len())), bare.split_off(1.min(bare.len())));
    for (when, (ours, bare)) in [("", (ours, bare)), (", once more", again)] {
        if !ours.is_empty() {
            let what = format!("{what}{when}");
            let row = Row::rate(&what, "environments", ours, "python3.11 -c pass on the same cores", bare);
            report.push(row.target(Target::AtLeastTimes(1.5)));
        }
    }
    let least = answered.iter().copied().min().unwrap_or(0);
    let row = match &last.refused {
        Some(why) if least == 0 => Row::missing(&format!("{what}: answered"), why.clone()),
        _ => Row::new(&format!("{what}: answered"), Unit::Count("answers"), Figure::one(float(least))),
    };
    report.push(row.target(Target::AtLeast(float(count))));
    let row = Row::new(
        &format!("{what}: in one of its own"),
        Unit::Count("answers"),
        Figure::one(float(last.environments)),
    );
    report.push(row);
    let milliseconds = |of: &[(f64, f64)]| Samples::of(of.iter().map(|(_, ms)| *ms).collect());
    let (quiet, disturbed) = (milliseconds(&quiet), milliseconds(&disturbed));
    let row = Row::new("a warm neighbour meanwhile: p99", Unit::Ms, Figure::p99(disturbed.clone()));
    report.push(
        row.beside("its p99 while all is quiet", Figure::p99(quiet.clone())).target(Target::AtMostTimes(3.0)),
    );
    report.push(Row::latency("a warm neighbour meanwhile", disturbed, "while all is quiet", quiet));
    drop(client);
    server.stop()
}

/// The samples of the first part of the time.
fn during(samples: &[(f64, f64)], share: f64) -> Vec<(f64, f64)> {
    let whole = samples.last().map_or(0.0, |(at, _)| *at);
    samples.iter().copied().filter(|(at, _)| *at <= whole * share).collect()
}

#[expect(clippy::cast_precision_loss, reason = "some hundreds")]
fn float(count: usize) -> f64 {
    count as f64
}

/// Invokes the neighbour at a steady pace, on a thread of its own, so that the crowd's clients do not hold it up.
struct Watch {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Result<Vec<(f64, f64)>>>,
}

impl Watch {
    fn start(place: Place) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|e| e.to_string())?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = std::thread::spawn(move || {
            runtime.block_on(async move {
                let mut client = Client::to(&place).await?;
                // It may have been frozen.
                client.invoke(NEIGHBOUR, &Bytes::from_static(EVENT)).await?;
                let (begun, mut samples) = (Instant::now(), Vec::new());
                while !stopped.load(Ordering::Relaxed) {
                    let took = client.invoke(NEIGHBOUR, &Bytes::from_static(EVENT)).await?;
                    samples.push((begun.elapsed().as_secs_f64(), took.as_secs_f64() * 1e3));
                    tokio::time::sleep(PACE).await;
                }
                Ok(samples)
            })
        });
        Ok(Self { stop, thread })
    }

    /// When each was answered, s, and how long it took, ms.
    fn stop(self) -> Result<Vec<(f64, f64)>> {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| "the neighbour's client has panicked".to_owned())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_while_environments_were_made_counts() {
        let samples = [(1.0, 5.0), (2.0, 6.0), (4.0, 0.1)];
        assert_eq!(during(&samples, 0.5), [(1.0, 5.0), (2.0, 6.0)]);
        assert_eq!(during(&samples, 1.0).len(), 3);
        assert!(during(&[], 0.5).is_empty());
    }
}
