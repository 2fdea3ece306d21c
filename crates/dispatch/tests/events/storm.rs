//! All at once, for days: two hosts that are killed, a disk that is full, a clock that is set, functions that are
//! changed, throttled and deleted while their events wait, completions that come twice. Every accepted event reaches an
//! end that somebody can see.
//!
//! `TENFOLD_SEED=7` repeats one world; `TENFOLD_SEEDS=5000` runs so many of them.

use crate::heard::Heard;
use crate::world::{Dice, Does, Service, Simulation};
use dispatch::events::{Condition, EventPolicy, Events, Inbox};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::EventQueue;

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];
const HOURS: i64 = 3_600_000;
/// The longest waits of all kinds one after the other, once everything works.
const CALM: Duration = Duration::from_secs(2 * 3_600);

struct Host {
    name: &'static str,
    life: Option<(Events, Arc<Inbox>)>,
}

fn policy(dice: &mut Dice) -> EventPolicy {
    let told = |dice: &mut Dice, arn: &str| (dice.roll(2) == 0).then(|| arn.to_owned());
    EventPolicy {
        retries: u32::try_from(dice.roll(3)).unwrap(),
        max_age: Duration::from_secs([60, 900, 21_600][usize::try_from(dice.roll(3)).unwrap()]),
        on_success: told(dice, "arn:aws:lambda:us-east-1:111111111111:function:sink"),
        on_failure: told(dice, "arn:aws:sqs:us-east-1:111111111111:q"),
        dead_letter: told(dice, "arn:aws:sns:us-east-1:111111111111:t"),
    }
}

/// One thing that happens to the world.
async fn happens(simulation: &Simulation, dice: &mut Dice, hosts: &mut [Host]) {
    let name = NAMES[usize::try_from(dice.roll(5)).unwrap()];
    match dice.roll(11) {
        // A function is made, updated, throttled, stopped, deleted.
        0..=2 => {
            let does = [
                Does::Succeeds,
                Does::Fails,
                Does::FailsAtFirst,
                Does::IsThrottled,
                Does::HasNoConcurrency,
                Does::Anything,
                Does::Panics,
            ];
            let does = does[usize::try_from(dice.roll(7)).unwrap()];
            simulation.function(name, does, policy(dice));
        }
        3 => simulation.deleted(name),
        // The disk is full, or has room again.
        4 => drop(simulation.queue.full.fetch_not(Ordering::Relaxed)),
        5 => {
            let fails_in = [0, 0, 4, 20][usize::try_from(dice.roll(4)).unwrap()];
            simulation.queue.fails_in.store(fails_in, Ordering::Relaxed);
        }
        // The clock is set, never further off than eight hours.
        6 => {
            let off = i64::try_from(dice.roll(16 * 3_600_000)).unwrap() - 8 * HOURS;
            let off = [0, 5_000, -5_000, off][usize::try_from(dice.roll(4)).unwrap()];
            simulation.clock.off.store(off, Ordering::Relaxed);
        }
        7 => {
            let service = ["sqs", "sns"][usize::try_from(dice.roll(2)).unwrap()];
            let does = [None, Some(Service::IsDown), Some(Service::IsFlaky), Some(Service::Hangs)];
            simulation.service(service, does[usize::try_from(dice.roll(4)).unwrap()]);
        }
        8 => simulation.queue.echo().await,
        // A host is killed, or starts; either may be the only one.
        _ => {
            let host = &mut hosts[usize::try_from(dice.roll(2)).unwrap()];
            host.life = match host.life.take() {
                Some(_) => None,
                None => Some(simulation.start_as(host.name)),
            };
        }
    }
}

async fn storm(seed: u64) {
    println!("seed {seed}");
    let heard = Heard::default();
    let _listening = heard.listen();
    let mut dice = Dice(seed);
    let mut simulation = Simulation::new(seed);
    simulation.settings.running = usize::try_from(2 + dice.roll(50)).unwrap();
    // Kills are no fault of the events here.
    simulation.settings.schedule.takeovers = 1_000_000;
    simulation.function("sink", Does::Succeeds, EventPolicy::default());
    for name in NAMES {
        simulation.function(name, Does::Anything, policy(&mut dice));
    }
    let mut hosts = [Host { name: "one", life: None }, Host { name: "two", life: None }];
    hosts[0].life = Some(simulation.start_as("one"));
    let mut accepted = Vec::new();
    for n in 0..200 {
        happens(&simulation, &mut dice, &mut hosts).await;
        for m in 0..dice.roll(4) {
            let host = &hosts[usize::try_from(dice.roll(2)).unwrap()];
            let name = NAMES[usize::try_from(dice.roll(5)).unwrap()];
            let id = format!("{n}-{m}");
            let event = simulation.event(&id, name);
            if let Some((_, inbox)) = &host.life
                && inbox.accept(event).await.is_ok()
            {
                accepted.push(id);
            }
        }
        let wait = [10, 1_000, 30_000, 300_000][usize::try_from(dice.roll(4)).unwrap()];
        tokio::time::sleep(Duration::from_millis(dice.roll(wait))).await;
    }
    calm(&simulation, &mut hosts).await;
    let mut counts = BTreeMap::new();
    for id in &accepted {
        let end = check(&simulation, &heard, seed, id);
        *counts.entry(end).or_insert(0) += 1;
    }
    println!("  {} accepted, {:?}", accepted.len(), counts);
    assert!(accepted.len() > 20, "seed {seed}: too few were accepted to show anything");
}

/// Everything works again, wherever the clock is: within hours nothing is left.
async fn calm(simulation: &Simulation, hosts: &mut [Host]) {
    simulation.queue.fails_in.store(0, Ordering::Relaxed);
    simulation.queue.full.store(false, Ordering::Relaxed);
    for service in ["sqs", "sns"] {
        simulation.service(service, None);
    }
    for name in NAMES {
        simulation.function(name, Does::Succeeds, EventPolicy::default());
    }
    for host in &mut *hosts {
        host.life.get_or_insert_with(|| simulation.start_as(host.name));
    }
    simulation.queue.echo().await;
    tokio::time::timeout(CALM, simulation.settled()).await.unwrap();
    for host in hosts {
        host.life.take().unwrap().0.stop().await;
    }
}

/// That an event reached an end that is documented, and no more runs than there are reasons for. Which.
fn check(simulation: &Simulation, heard: &Heard, seed: u64, id: &str) -> String {
    let ends = simulation.world.ends.lock().unwrap().get(id).cloned().unwrap_or_default();
    let log = heard.of(id);
    let told = simulation.world.sent.lock().unwrap();
    let told: Vec<_> = told.iter().filter(|message| message.request_id == id).collect();
    let runs = simulation.runs(id);
    let most = 3 + simulation.queue.leases.load(Ordering::Relaxed);
    assert!(u64::from(runs) <= most, "seed {seed}: {id} ran {runs} times, with {most} reasons");
    if runs == 0 {
        let without_run = [Condition::EventAgeExceeded, Condition::ZeroReservedConcurrency];
        let known = told.iter().any(|message| without_run.contains(&message.condition))
            || log.iter().any(|why| {
                why.starts_with("what was invoked does not exist")
                    || why.starts_with("not delivered")
                    || without_run.iter().any(|condition| why.starts_with(&condition.to_string()))
            });
        assert!(known, "seed {seed}: {id} never ran: {log:?}");
    }
    match () {
        () if ends.iter().any(|end| end == "ran") => "succeeded".to_owned(),
        () if !told.is_empty() => "told".to_owned(),
        () if !log.is_empty() => log[0].split([':', ',']).next().unwrap().to_owned(),
        () => panic!("seed {seed}: {id} has no end: it ran {runs} times"),
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_lost_in_a_storm() {
    let number = |name| std::env::var(name).ok().and_then(|seed| seed.parse().ok());
    if let Some(seed) = number("TENFOLD_SEED") {
        return storm(seed).await;
    }
    for seed in 0..number("TENFOLD_SEEDS").unwrap_or(25) {
        storm(seed).await;
    }
}

/// Of two hosts with a clock that is set back, the one that lives goes on at once and not when the clock is there again.
#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_holds_nothing_up() {
    let simulation = Simulation::new(1);
    simulation.function("f", Does::IsThrottled, EventPolicy::default());
    simulation.function("g", Does::Succeeds, EventPolicy::default());
    let (first, inbox) = simulation.start_as("first");
    let (second, _) = simulation.start_as("second");
    inbox.accept(simulation.event("waits", "f")).await.unwrap();
    tokio::time::sleep(Duration::from_secs(30)).await;
    simulation.function("f", Does::Succeeds, EventPolicy::default());
    let ahead = simulation.event("ahead", "g");
    simulation.clock.off.store(-8 * HOURS, Ordering::Relaxed);
    drop(first);
    simulation.queue.inner.enqueue(vec![ahead]).await.unwrap();
    tokio::time::timeout(Duration::from_secs(400), simulation.settled()).await.unwrap();
    assert_eq!((simulation.runs("waits"), simulation.runs("ahead")), (1, 1));
    second.stop().await;
}
