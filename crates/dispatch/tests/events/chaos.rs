//! Any world at all, with kills at any moment and a queue that fails: every accepted event reaches an end.

use crate::world::{Dice, Does, Service, Simulation, arn};
use dispatch::events::EventPolicy;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Lets a simulation live through kills, then lets it end.
async fn live(seed: u64) {
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let mut simulation = Simulation::new(seed);
    simulation.settings.running = usize::try_from(1 + dice.roll(50)).unwrap();
    // Kills are no fault of the events here.
    simulation.settings.schedule.takeovers = 1_000;
    let told = EventPolicy {
        on_success: (dice.roll(2) == 0).then(|| arn("sink").to_string()),
        on_failure: Some("arn:aws:sqs:us-east-1:111111111111:q".to_owned()),
        dead_letter: (dice.roll(2) == 0).then(|| "arn:aws:sns:us-east-1:111111111111:t".to_owned()),
        retries: u32::try_from(dice.roll(3)).unwrap(),
        ..EventPolicy::default()
    };
    simulation.function("sink", Does::Succeeds, EventPolicy::default());
    for service in ["sqs", "sns"] {
        if dice.roll(2) == 0 {
            simulation.service(service, Some(Service::IsFlaky));
        }
    }
    for (name, does) in
        [("a", Does::Anything), ("b", Does::Succeeds), ("c", Does::Fails), ("d", Does::Anything)]
    {
        simulation.function(name, does, told.clone());
    }
    simulation.queue.fails_in.store([0, 5, 20][usize::try_from(dice.roll(3)).unwrap()], Ordering::Relaxed);
    let mut accepted = Vec::new();
    for life in 0..6 {
        let (events, inbox) = simulation.start();
        let until = tokio::time::sleep(Duration::from_millis(dice.roll(90_000)));
        let accept = async {
            for n in 0..30 {
                let id = format!("{life}-{n}");
                let name = ["a", "b", "c", "d"][usize::try_from(dice.roll(4)).unwrap()];
                // A client that was not told tries again, with another request.
                if inbox.accept(simulation.event(&id, name)).await.is_ok() {
                    accepted.push(id);
                }
                tokio::time::sleep(Duration::from_millis(dice.roll(100))).await;
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = until => {}
            () = accept => {}
        }
        // Killed: every task ends where it is.
        drop(events);
    }
    simulation.queue.fails_in.store(0, Ordering::Relaxed);
    for service in ["sqs", "sns"] {
        simulation.service(service, None);
    }
    let (events, _) = simulation.start();
    simulation.settled().await;
    events.stop().await;
    let ends = simulation.world.ends.lock().unwrap();
    let missing: Vec<_> = accepted.iter().filter(|id| !ends.contains_key(*id)).collect();
    assert!(missing.is_empty(), "seed {seed}: no end of {missing:?}");
    assert!(accepted.len() > 20, "seed {seed}: {} accepted", accepted.len());
    let most = simulation.world.most_running.load(Ordering::SeqCst);
    assert!(most <= simulation.settings.running as u64, "seed {seed}: {most} ran");
    for (id, how) in ends.iter().filter(|(id, how)| accepted.contains(id) && !how.contains(&"ran".to_owned()))
    {
        // Whoever is to hear of a failure hears of it.
        let heard = |purpose: &str| how.iter().any(|end| end == purpose);
        assert!(heard("Record"), "seed {seed}: no record of {id}");
        assert!(told.dead_letter.is_none() || heard("DeadLetter"), "seed {seed}: no dead letter of {id}");
    }
}

/// One life of a process that is killed at its `n`th step, and another one. Whether it came to that step.
async fn killed_at_step(n: u64) -> bool {
    let simulation = Simulation::new(n);
    let told = |retries| EventPolicy {
        on_success: Some(arn("sink").to_string()),
        on_failure: Some("arn:aws:sqs:us-east-1:111111111111:q".to_owned()),
        dead_letter: Some("arn:aws:sns:us-east-1:111111111111:t".to_owned()),
        retries,
        ..EventPolicy::default()
    };
    simulation.function("sink", Does::Succeeds, EventPolicy::default());
    simulation.function("good", Does::Succeeds, told(2));
    simulation.function("bad", Does::Fails, told(1));
    simulation.queue.steps.kill_after.store(n, Ordering::Relaxed);
    let (events, inbox) = simulation.start();
    let mut accepted = Vec::new();
    let life = async {
        for name in ["good", "bad"] {
            if inbox.accept(simulation.event(name, name)).await.is_ok() {
                accepted.push(name);
            }
        }
        simulation.settled().await;
        events.stop().await;
    };
    let killed = tokio::select! {
        () = life => false,
        () = simulation.killed() => true,
    };
    drop(events);
    let (events, _) = simulation.start();
    simulation.settled().await;
    events.stop().await;
    let ends = simulation.world.ends.lock().unwrap();
    for name in accepted {
        assert!(ends.contains_key(name), "killed at step {n}: no end of {name}");
        // A run that was cut off is counted, and no other is made up for it.
        assert!(simulation.runs(name) <= 2 + u32::from(killed), "killed at step {n}: {name}");
    }
    if let Some(how) = ends.get("bad") {
        let (records, letters): (Vec<_>, Vec<_>) = how.iter().partition(|end| *end == "Record");
        let most = 1 + usize::from(killed);
        assert!((1..=most).contains(&records.len()), "killed at step {n}: {how:?}");
        assert!((1..=most).contains(&letters.len()), "killed at step {n}: {how:?}");
    }
    if ends.contains_key("good") {
        let payloads = simulation.world.payloads.lock().unwrap();
        let records = payloads.iter().filter(|(name, _)| name.as_str() == "sink").count();
        assert!((1..=2 + usize::from(killed)).contains(&records), "killed at step {n}: {records} records");
    }
    killed
}

#[tokio::test(start_paused = true)]
async fn a_kill_at_any_step_loses_nothing() {
    let mut steps = 0;
    while killed_at_step(steps + 1).await {
        steps += 1;
    }
    assert!(steps > 50, "{steps} steps are too few to be all");
}

/// `TENFOLD_SEED` repeats one.
#[tokio::test(start_paused = true)]
async fn every_accepted_event_reaches_an_end() {
    if let Some(seed) = std::env::var("TENFOLD_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return live(seed).await;
    }
    for seed in 0..60 {
        live(seed).await;
    }
}
