//! More and more idle environments: the memory of everything, what thawing costs, and how both grow. Also how the server
//! bears as many invocations at the same time.

use crate::client::Client;
use crate::crowd;
use crate::function::EVENT;
use crate::options::Options;
use crate::report::{Figure, Report, Row, Series, Target, Unit};
use crate::server::Server;
use crate::stats::Samples;
use crate::{Result, memory, room};
use bytes::Bytes;
use serde_json::json;
use std::time::{Duration, Instant};

/// Environments of one function, at most: how many may be added at once.
const OF_ONE: usize = 1_000;
/// What each is allowed, MB, and what is left for those on their way out.
const MEMORY_MB: usize = 128;
const SLACK_MB: usize = 16_384;
/// What a thousand may have, MiB.
const THOUSAND_MIB: f64 = 4_096.0;
/// Between two invocations: an idle environment is frozen soon after the shorter one.
const AWAKE: Duration = Duration::from_millis(8);
const FROZEN: Duration = Duration::from_millis(60);
/// What thawing may add, ms.
const THAW_MS: f64 = 1.0;
/// An environment a second is not slower than so many.
const SLOWEST: f64 = 20.0;

/// Everything about them, step by step until the machine is full.
pub(crate) async fn all(options: &Options, report: &mut Report) -> Result<()> {
    let data = tempfile::tempdir().map_err(|e| e.to_string())?;
    // As much as all of them may have by their functions' settings, which is more than they do have.
    let most = options.environments.iter().max().unwrap_or(&0) * MEMORY_MB + SLACK_MB;
    // What is kept for the next crowd is none of them.
    let settings = ["--idle-timeout", "3600", "--memory", &most.to_string(), "--ready-for-crowds", "0"];
    let server = Server::start_as(&options.binary, data.path(), &settings)?;
    let subject = crowd::subject()?;
    let mut growth = Growth::new();
    let (mut wanted, mut there) = (Vec::new(), 0);
    let free_mib = room::available_mib();
    'steps: for step in &options.environments {
        let more = step.saturating_sub(there);
        if let Some(why) = room::missing_for(more) {
            growth.cut(&format!("{step} environments: {why}"));
            missing(report, *step, &why);
            continue;
        }
        eprintln!("density: {step} idle environments …");
        for part in (0..more).step_by(OF_ONE) {
            let name = format!("crowd-{there}-{part}");
            let parts = (subject.runtime, subject.handler, &subject.zip[..]);
            let settings = json!({ "Timeout": 900, "MemorySize": MEMORY_MB });
            Client::of(&server).await?.create_with(&name, parts, &settings).await?;
            let function = (name, OF_ONE.min(more - part));
            if let Err(why) = gathered(&server, std::slice::from_ref(&function), hold(function.1)).await {
                growth.cut(&format!("{step} environments: {why}"));
                missing(report, *step, &why);
                break 'steps;
            }
            wanted.push(function);
        }
        there = *step;
        let kb = idle(&server).await;
        growth.idle(there, &server, kb).await?;
        promised(report, there, kb.0 + kb.1, free_mib);
        // What is idle may be more than what can run at the same time.
        if let Err(why) = growth.running(there, &server, &wanted).await {
            growth.cut_running(&why);
        }
    }
    if let Some((name, _)) = wanted.first() {
        report.push(thaw(options, &server, name).await?);
    }
    report.series.extend(growth.into_series());
    report.notes.push(
        "Density: proportional set sizes (smaps_rollup) of the server, the keeper, and every process of every environment; what the\n\
         kernel itself keeps for them (cgroups, namespaces, page tables) is in \"taken from what was available\" alone.",
    );
    server.stop()
}

/// How long all of a crowd are held: until even a slow server has made each its environment.
#[expect(clippy::cast_precision_loss, reason = "a thousand")]
fn hold(count: usize) -> Duration {
    Duration::from_secs_f64(2.0 + count as f64 / SLOWEST)
}

async fn gathered(server: &Server, wanted: &[(String, usize)], most: Duration) -> Result<crowd::Crowd> {
    // Held for as short as will do: longer and longer, until each has an environment.
    let count: usize = wanted.iter().map(|(_, count)| count).sum();
    let mut time = Duration::from_secs(1).max(most / 10);
    loop {
        let crowd = crowd::gather(&server.place(), wanted, time.min(most)).await?;
        if crowd.environments == count {
            return Ok(crowd);
        }
        if time >= most {
            let why = crowd.refused.unwrap_or_else(|| "no more within the time".to_owned());
            return Err(format!("{} of {count} environments: {why}", crowd.environments));
        }
        time *= 2;
    }
}

/// Memory of the server and of its sandboxes, kB, when everything is frozen and no longer changes.
async fn idle(server: &Server) -> (u64, u64) {
    let look = || {
        let tree = memory::tree(server.pid());
        (tree.server_kb, tree.sandboxes.iter().map(|(_, kb)| kb).sum::<u64>())
    };
    let mut before = look();
    for _ in 0..10 {
        tokio::time::sleep(Duration::from_millis(700)).await;
        let now = look();
        let (was, is) = (before.0 + before.1, now.0 + now.1);
        before = now;
        if was.abs_diff(is) * 100 < was {
            break;
        }
    }
    before
}

#[expect(clippy::cast_precision_loss, reason = "some gigabytes")]
fn mib(kb: u64) -> f64 {
    kb as f64 / 1024.0
}

fn words(count: usize) -> String {
    format!("{count} idle Python environments, memory of everything")
}

#[expect(clippy::cast_precision_loss, reason = "some gigabytes")]
fn promised(report: &mut Report, count: usize, kb: u64, free_mib: u64) {
    let row = Row::new(&words(count), Unit::MiB, Figure::one(mib(kb)));
    match count {
        1_000 => report.push(row.target(Target::AtMost(THOUSAND_MIB))),
        2_000 => report.push(row.target(Target::AtMost(free_mib as f64))),
        _ => {}
    }
    if count >= 1_000 {
        let taken = free_mib.saturating_sub(room::available_mib()) as f64;
        let row = Row::new(&format!("{count}: taken from what was available"), Unit::MiB, Figure::one(taken));
        report.push(row);
    }
}

fn missing(report: &mut Report, count: usize, why: &str) {
    if count >= 1_000 {
        report.push(Row::missing(&words(count), why).target(Target::AtMost(THOUSAND_MIB)));
    }
}

/// An environment that was frozen, beside itself when it is not: what the one takes longer.
async fn thaw(options: &Options, server: &Server, name: &str) -> Result<Row> {
    let event = Bytes::from_static(EVENT);
    let mut client = Client::of(server).await?;
    let (mut frozen, mut awake) = (Samples::default(), Samples::default());
    for _ in 0..options.block {
        for (pause, samples) in [(FROZEN, &mut frozen), (AWAKE, &mut awake)] {
            tokio::time::sleep(pause).await;
            samples.add(client.invoke(name, &event).await?);
        }
    }
    let added = frozen.all().iter().zip(awake.all()).map(|(frozen, awake)| frozen - awake).collect();
    let row = Row::new("thawing adds to a warm Invoke, python", Unit::Ms, Figure::p50(Samples::of(added)));
    Ok(row.beside("warm Invoke, not frozen", Figure::p50(awake)).target(Target::AtMost(THAW_MS)))
}

/// Figures by the number of environments.
struct Growth {
    memory: Series,
    server: Series,
    warm: Series,
    thawing: Series,
    running: Series,
    begin: Series,
}

impl Growth {
    fn new() -> Self {
        let (idle, running) = ("idle environments", "concurrent invocations");
        Self {
            memory: Series::new("memory of everything", Unit::MiB, idle),
            server: Series::new("memory of server and keeper", Unit::MiB, idle),
            warm: Series::new("warm Invoke, p50", Unit::Ms, idle),
            thawing: Series::new("Invoke of a frozen environment, p50", Unit::Ms, idle),
            running: Series::new("memory of server and keeper", Unit::MiB, running),
            begin: Series::new("until all warm invocations have begun", Unit::Ms, running),
        }
    }

    fn cut(&mut self, why: &str) {
        for series in [&mut self.memory, &mut self.server, &mut self.warm, &mut self.running, &mut self.begin]
        {
            series.cut = Some(why.to_owned());
        }
    }

    async fn idle(
        &mut self,
        count: usize,
        server: &Server,
        (server_kb, sandboxes_kb): (u64, u64),
    ) -> Result<()> {
        self.memory.add(count, mib(server_kb + sandboxes_kb));
        self.server.add(count, mib(server_kb));
        let name = "crowd-0-0";
        let mut client = Client::of(server).await?;
        let (mut warm, mut frozen) = (Samples::default(), Samples::default());
        for _ in 0..30 {
            tokio::time::sleep(FROZEN).await;
            frozen.add(client.invoke(name, &Bytes::from_static(EVENT)).await?);
        }
        for _ in 0..200 {
            warm.add(client.invoke(name, &Bytes::from_static(EVENT)).await?);
        }
        self.warm.add(count, warm.p50());
        self.thawing.add(count, frozen.p50());
        Ok(())
    }

    fn cut_running(&mut self, why: &str) {
        for series in [&mut self.running, &mut self.begin] {
            series.cut.get_or_insert_with(|| why.to_owned());
        }
    }

    /// All environments at work at the same time.
    async fn running(&mut self, count: usize, server: &Server, wanted: &[(String, usize)]) -> Result<()> {
        let place = server.place();
        #[expect(clippy::cast_precision_loss, reason = "a thousand")]
        let hold = Duration::from_secs_f64(1.0 + count as f64 / 400.0);
        let (gathering, begun) = (crowd::gather(&place, wanted, hold), Instant::now());
        let looking = async {
            tokio::time::sleep(hold * 3 / 4).await;
            (begun.elapsed(), memory::tree(server.pid()).server_kb)
        };
        let (crowd, (looked, kb)) = tokio::join!(gathering, looking);
        let crowd = crowd?;
        if crowd.answered < count {
            return Err(format!("{} of {count} at once: {:?}", crowd.answered, crowd.refused));
        }
        self.begin.add(count, crowd.last * 1e3);
        // Where they had not all begun, there is nothing to see.
        if looked.as_secs_f64() > crowd.last {
            self.running.add(count, mib(kb));
        }
        Ok(())
    }

    fn into_series(self) -> [Series; 6] {
        [self.memory, self.server, self.warm, self.thawing, self.running, self.begin]
    }
}
