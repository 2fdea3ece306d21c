//! The crash test: clients send asynchronous events without a pause while the whole server is killed every few seconds
//! and started again. Every event that was answered 202 must have run at the end.
//!
//! How it is known that an event ran: the function writes its number down with PutLogEvents and waits for the answer
//! before it ends. A record that is there was written by a run; one that the server lost is an event that is missing, so
//! that what the logs fail to keep can only make the test fail, never let it pass. What the function prints would not
//! do: that is written a moment after the event is settled, and a kill between the two would look like a loss.

mod clients;
mod leftovers;
mod records;

use crate::Result;
use crate::client::Client;
use crate::function;
use crate::server::Server;
use clients::{Clients, Event, Said};
use leftovers::Belongings;
use records::Records;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinSet;

const FUNCTION: &str = "recorder";
/// Environments of the function: more would only wait for each other's CPU.
const CONCURRENCY: u32 = 4;
/// What does not run within so long, though nobody kills the server, is missing: an event that met a function without
/// room again and again waits for five minutes (SPECIFICATION.md).
const PATIENCE: Duration = Duration::from_secs(330);
/// Between two looks at all records.
const AGAIN: Duration = Duration::from_secs(2);
/// Within which a killed server's processes, mounts and cgroups are gone (SPECIFICATION.md).
const GONE: Duration = Duration::from_secs(2);

/// How hard it is tried.
pub(crate) struct Options {
    /// The binary.
    pub(crate) binary: PathBuf,
    /// Events to be accepted at least.
    pub(crate) events: u32,
    /// The mean time between two kills; each is drawn between half of it and one and a half.
    pub(crate) kill_every: Duration,
    /// Kills at least.
    pub(crate) kills: u32,
    /// Connections that send at the same time.
    pub(crate) clients: usize,
    /// Of the times between the kills.
    pub(crate) seed: u64,
    /// Bytes of each event besides its number.
    pub(crate) payload: usize,
}

/// Small random numbers from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides.max(1)
    }
}

/// Runs it and prints what came of it; whether nothing was lost and nothing left behind.
pub(crate) async fn run(options: &Options) -> Result<bool> {
    let Options { events, kill_every, clients, seed, payload, .. } = *options;
    println!(
        "crash test: {events} events of {payload} bytes, {clients} clients, a kill every {kill_every:?}, seed {seed}"
    );
    let directory = tempfile::Builder::new().prefix("tenfold-crash-").tempdir().map_err(|e| e.to_string())?;
    let mut lives = Lives::new(options, directory.path().to_owned())?;
    let mut server = lives.start()?;
    set_up(&server).await?;
    let said = Arc::new(Said::default());
    let (where_to, address) = watch::channel(Some(server.place()));
    // The events last until there were enough kills.
    let pace = (kill_every * options.kills) / events.max(1);
    let sending = Clients::start(clients, Event { pace, payload }, Arc::clone(&said), address.clone());
    let mut records = Records::default();
    let begun = Instant::now();
    let mut sent = None;
    let mut dice = Dice(seed);
    loop {
        let life = Instant::now();
        let least = kill_every / 2 + Duration::from_millis(dice.roll(millis(kill_every)));
        // On a slow machine a life lasts until something has run in it.
        let (mut ran, mut whole) = (false, Instant::now());
        while (life.elapsed() < least || (!ran && life.elapsed() < PATIENCE)) && !said.is_over(&records) {
            if sent.is_none() && said.accepted() >= events as usize && lives.kills >= options.kills {
                said.enough();
                sent = Some(begun.elapsed());
            }
            let new = records.read(&server).await?;
            ran |= new > 0;
            if new == 0 && sent.is_some() && whole.elapsed() > AGAIN {
                records.read_again(&server).await?;
                whole = Instant::now();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        if said.is_over(&records) || !ran {
            break;
        }
        where_to.send_replace(None);
        lives.kill(server);
        server = lives.start()?;
        where_to.send_replace(Some(server.place()));
    }
    said.enough();
    sending.ended().await?;
    let took = begun.elapsed();
    records.read_again(&server).await?;
    lives.stop(server)?;
    let left: Vec<_> = std::mem::take(&mut lives.left).join_all().await.concat();
    report(&said, &records, &lives, sent.unwrap_or(took), took);
    println!("  left behind        {:>8}   {:?}", left.len(), &left[..left.len().min(5)]);
    let lost = said.missing(&records);
    if !lost.is_empty() {
        println!("the server's log: {}", directory.keep().join("stderr").display());
    }
    Ok(lost.is_empty() && left.is_empty())
}

async fn set_up(server: &Server) -> Result<()> {
    let mut client = Client::of(server).await?;
    records::make_stream(&mut client).await?;
    let zip = function::zip("recorder.py", &read("tests/functions/recorder/recorder.py")?, 0o644)?;
    client.create(FUNCTION, "python3.11", "recorder.handler", &zip).await?;
    let target = format!("/2017-10-31/functions/{FUNCTION}/concurrency");
    let body = format!("{{\"ReservedConcurrentExecutions\":{CONCURRENCY}}}");
    client.send(http::Method::PUT, &target, body.into()).await?;
    Ok(())
}

fn read(path: &str) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|e| format!("{path}: {e}"))
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// The server, again and again on the same data.
struct Lives {
    binary: PathBuf,
    directory: PathBuf,
    log: PathBuf,
    kills: u32,
    starts: Vec<Duration>,
    /// What each ended server had is looked for while the next one starts.
    left: JoinSet<Vec<String>>,
}

impl Lives {
    fn new(options: &Options, directory: PathBuf) -> Result<Self> {
        let binary =
            options.binary.canonicalize().map_err(|e| format!("{}: {e}", options.binary.display()))?;
        let log = directory.join("stderr");
        Ok(Self { binary, directory, log, kills: 0, starts: Vec::new(), left: JoinSet::new() })
    }

    fn start(&mut self) -> Result<Server> {
        let server = Server::start_dev(&self.binary, &self.directory.join("data"), &self.log)?;
        self.starts.push(server.ready);
        Ok(server)
    }

    /// `kill -9`.
    fn kill(&mut self, server: Server) {
        let belongings = Belongings::of(server.pid(), &self.directory);
        drop(server);
        self.kills += 1;
        self.left.spawn(belongings.left_after(GONE));
    }

    fn stop(&mut self, server: Server) -> Result<()> {
        let belongings = Belongings::of(server.pid(), &self.directory);
        server.stop()?;
        self.left.spawn(belongings.left_after(GONE));
        Ok(())
    }
}

fn report(said: &Said, records: &Records, lives: &Lives, sending: Duration, took: Duration) {
    let (accepted, missing) = (said.accepted(), said.missing(records));
    let rate = |count: usize, time: Duration| {
        let millis = usize::try_from(time.as_millis()).unwrap_or(usize::MAX).max(1);
        count.saturating_mul(1_000) / millis
    };
    let mut starts = lives.starts.clone();
    starts.sort_unstable();
    let start = |index: usize| starts.get(index).copied().unwrap_or_default().as_millis();
    println!(
        "  kills              {:>8}   starts {} ms (half), {} ms (slowest)",
        lives.kills,
        start(starts.len() / 2),
        start(starts.len().saturating_sub(1))
    );
    println!(
        "  accepted           {accepted:>8}   {} a second while they were sent",
        rate(accepted, sending)
    );
    println!(
        "  not answered       {:>8}   sent again by their client; {} were answered with an error",
        said.unanswered(),
        said.refused()
    );
    println!(
        "  ran                {:>8}   {} a second until all had run",
        records.events(),
        rate(records.events(), took)
    );
    println!("  ran again          {:>8}   runs under the same request id, for a kill", records.repeated());
    println!(
        "  accepted unawares  {:>8}   kept though the answer was cut off, and sent again by the client",
        records.sent_again()
    );
    println!("  missing            {:>8}   {:?}", missing.len(), &missing[..missing.len().min(10)]);
}
