//! Sandboxes that are built before it is known for which function.

use crate::records::told;
use crate::support::*;
use domain::FunctionConfig;
use sandbox::simulated::{Event, SimulatedProcess};
use sandbox::{ExitStatus, SandboxError};
use std::io::Write as _;
use std::sync::Arc;
use worker::WorkerConfig;

fn two(config: &mut WorkerConfig) {
    config.blanks = 2;
}

/// Says for whom it runs, as a runtime that was started ahead.
async fn say_name(mut process: SimulatedProcess) -> ExitStatus {
    let says_when_it_is_ready =
        process.process.env.contains(&("_TENFOLD_LATE_READY_FD".to_owned(), "3".to_owned()));
    if let Some(records) = process.records.as_mut().filter(|_| says_when_it_is_ready) {
        records.write_all(b"\n").unwrap();
    }
    let told = told(&mut process).await;
    let name = told["environment"]["AWS_LAMBDA_FUNCTION_NAME"].clone();
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        api.respond(&event.id, name.to_string()).await;
    }
}

fn named(function: FunctionConfig, name: &str) -> Arc<FunctionConfig> {
    Arc::new(FunctionConfig { name: domain::FunctionName::new(name).unwrap(), ..function })
}

/// How many processes were started.
fn spawned(house: &House) -> usize {
    house.count(|event| matches!(event, Event::Spawned(..)))
}

fn furnished(house: &House) -> usize {
    house.count(|event| matches!(event, Event::Furnished(..)))
}

#[tokio::test]
async fn are_built_when_a_function_is_deployed_and_each_serves_one() {
    let house = House::with(two, say_name);
    assert!(house.driver.live().is_empty(), "nothing for nobody");
    let function = house.node_function();
    house.worker.prepare(&function).await.unwrap();
    until("two are ready", || spawned(&house) == 2).await;
    assert_eq!((house.created(), furnished(&house)), (2, 0));

    let ready = house.driver.live();
    for name in ["first", "second", "third"] {
        let outcome = house.run(&named(function.clone(), name), "{}").await;
        assert_eq!(success(&outcome), format!("\"{name}\""));
    }
    let used: Vec<String> = house
        .driver
        .events()
        .into_iter()
        .filter_map(|event| match event {
            Event::Furnished(id, _) => Some(id),
            _ => None,
        })
        .collect();
    assert!(ready.iter().all(|id| used.contains(id)), "{ready:?} {used:?}");
    assert!(used.len() == 3 && used[0] != used[1] && used[1] != used[2] && used[0] != used[2]);
    until("two are ready again", || house.driver.live().len() == 5).await;
    // A function that differs in what is built ahead gets none of them.
    let other = FunctionConfig { ephemeral_mb: 1_024, ..function.clone() };
    house.run(&named(other, "fourth"), "{}").await;
    until("two of each kind are ready", || house.driver.live().len() == 8).await;
    assert!(house.worker.drain(std::time::Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn as_many_are_ready_as_came_at_once() {
    let crowds = |config: &mut WorkerConfig| (config.blanks, config.blanks_for_crowds) = (2, 4);
    let house = House::with(crowds, say_name);
    let function = house.node_function();
    house.worker.prepare(&function).await.unwrap();
    until("two are ready", || spawned(&house) == 2).await;
    for used in 1..=5 {
        house.run(&named(function.clone(), &format!("number-{used}")), "{}").await;
    }
    until("four are ready", || house.driver.live().len() == 5 + 4).await;
    assert!(house.worker.drain(std::time::Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn that_are_of_no_use_are_replaced() {
    let crashes = Arc::new(std::sync::atomic::AtomicUsize::new(2));
    let house = House::with(two, move |process| {
        // The first two interpreters crash before anybody wants them.
        let one_less = |left: usize| left.checked_sub(1);
        let order = std::sync::atomic::Ordering::SeqCst;
        let crash = crashes.fetch_update(order, order, one_less).is_ok();
        async move { if crash { ExitStatus::Exited(1) } else { say_name(process).await } }
    });
    let function = house.node_function();
    house.worker.prepare(&function).await.unwrap();
    until("two are there", || spawned(&house) == 2).await;
    let outcome = house.run(&named(function.clone(), "first"), "{}").await;
    assert_eq!(success(&outcome), "\"first\"");
    until("the crashed ones are gone, two new ones are there", || house.driver.live().len() == 3).await;
    house.driver.fail_furnish(SandboxError::Dead);
    let outcome = house.run(&named(function, "second"), "{}").await;
    assert_eq!(success(&outcome), "\"second\"");
    assert_eq!(furnished(&house), 2);
    assert!(house.worker.drain(std::time::Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn are_promised_while_they_are_built() {
    let ready = tokio::sync::watch::Sender::new(false);
    let house = House::with(|config| config.blanks = 1, {
        let ready = ready.clone();
        move |process| {
            let mut ready = ready.subscribe();
            async move {
                ready.wait_for(|ready| *ready).await.unwrap();
                say_name(process).await
            }
        }
    });
    let function = house.node_function();
    house.worker.prepare(&function).await.unwrap();
    until("one is being built", || spawned(&house) == 1).await;
    let being_built = house.driver.live();
    let function = named(function, "first");
    let run = house.run(&function, "{}");
    let becomes_ready = async {
        until("it is asked for", || house.worker.status().memory_mb > 0).await;
        ready.send_replace(true);
    };
    let (outcome, ()) = tokio::join!(run, becomes_ready);
    assert_eq!(success(&outcome), "\"first\"");
    let furnished = house.driver.events().into_iter().find_map(|event| match event {
        Event::Furnished(id, _) => Some(id),
        _ => None,
    });
    assert_eq!(furnished, being_built.first().cloned());
    assert!(house.worker.drain(std::time::Duration::from_secs(5)).await);
}

#[tokio::test]
async fn go_with_the_worker() {
    let House { worker, driver, .. } = {
        let house = House::with(two, say_name);
        house.worker.prepare(&house.node_function()).await.unwrap();
        until("two are ready", || spawned(&house) == 2).await;
        house
    };
    drop(worker);
    until("none is left", || driver.live().is_empty()).await;
}

#[tokio::test]
async fn are_none_where_none_are_wanted() {
    let house = House::with(
        |config| config.prestart = false,
        |process| async move {
            assert!(process.process.env.iter().any(|(name, _)| name == "_HANDLER") && process.late.is_none());
            echo(process).await
        },
    );
    let function = Arc::new(house.node_function());
    house.worker.prepare(&function).await.unwrap();
    assert_eq!(success(&house.run(&function, "1").await), "1");
    assert_eq!((house.created(), furnished(&house)), (1, 1));
}

fn restored(house: &House) -> usize {
    house.count(|event| matches!(event, Event::Restored(..)))
}

#[tokio::test]
async fn get_copies_of_interpreters_where_there_is_an_image() {
    let house = House::with(|_| {}, say_name);
    house.driver.take_images();
    let function = house.function_of("python", "3.12.1", "python3.12");
    let run = async |name: &str| {
        let outcome = house.run(&named(function.clone(), name), "{}").await;
        assert_eq!(success(&outcome), format!("\"{name}\""));
    };
    let captured = || house.count(|event| matches!(event, Event::Captured(..)));
    assert_eq!(captured(), 0, "nothing for nobody");
    run("first").await;
    until("there is one, and its sandbox is gone", || captured() == 1 && house.driver.live().len() == 1)
        .await;
    let source = house.driver.events().into_iter().find_map(|event| match event {
        Event::Captured(id) => Some(id),
        _ => None,
    });
    assert!(!house.driver.live().contains(&source.unwrap()), "that of the image serves nobody");
    assert_eq!(restored(&house), 0);
    run("second").await;
    assert_eq!((restored(&house), captured()), (1, 1));
    // What cannot be copied is started, and nobody notices.
    house.driver.fail_restore(SandboxError::Refused("no".to_owned()));
    run("third").await;
    assert_eq!(restored(&house), 1);
    until("there is another image", || captured() == 2).await;
    assert!(house.worker.drain(std::time::Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn start_interpreters_where_no_image_can_be_or_shall_be() {
    for (snapshots, prestart) in [(false, true), (true, false)] {
        let set = move |config: &mut WorkerConfig| {
            (config.blanks, config.snapshots, config.prestart) = (1, snapshots, prestart);
        };
        let house = House::with(set, move |process| async move {
            if prestart { say_name(process).await } else { echo(process).await }
        });
        house.driver.take_images();
        let function = Arc::new(house.function_of("python", "3.12.1", "python3.12"));
        house.run(&function, "1").await;
        until("another is ready", || house.driver.live().len() == 2).await;
        house.run(&named((*function).clone(), "other"), "1").await;
        assert_eq!(house.count(|event| matches!(event, Event::Captured(..) | Event::Restored(..))), 0);
    }
}
