//! Asynchronous invocations on virtual time: what becomes of events, whatever fails.

#![expect(clippy::unwrap_used, clippy::panic, reason = "the functions beside the tests belong to the tests")]
#![expect(clippy::print_stdout, reason = "the seed of what fails is said")]

mod chaos;
mod heard;
mod storm;
mod world;

use bytes::Bytes;
use dispatch::events::{AttributeValue, Condition, EventPolicy, EventTotals, MayNot, Purpose};
use domain::Clock;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::EventQueue;
use world::{Does, Service, Simulation, arn};

fn policy(retries: u32) -> EventPolicy {
    EventPolicy { retries, ..EventPolicy::default() }
}

#[tokio::test(start_paused = true)]
async fn a_function_that_fails_runs_again_after_one_and_two_minutes() {
    let simulation = Simulation::new(1);
    simulation.function("f", Does::Fails, policy(2));
    let (events, inbox) = simulation.start();
    inbox.accept(simulation.event("r", "f")).await.unwrap();
    simulation.settled().await;
    let begun: Vec<_> = simulation.world.begun.lock().unwrap().iter().map(|(at, _)| at.0).collect();
    let waits: Vec<_> = begun.windows(2).map(|pair| (pair[1] - pair[0]) / 1_000).collect();
    assert_eq!(begun.len(), 3);
    assert!((60..=62).contains(&waits[0]) && (120..=122).contains(&waits[1]), "{waits:?}");
    events.stop().await;
    assert_eq!(events.totals(), EventTotals { discarded: 1, ..EventTotals::default() });
    let data = inbox.metrics().drain();
    let of_account = |name: &str| {
        let of = |datum: &&metrics::Datum| *datum.id.name == *name && datum.id.dimensions.pairs().is_empty();
        let found = data.iter().filter(of).map(|datum| (datum.values.count, datum.values.sum));
        found.fold((0.0, 0.0), |(count, sum), (more, of)| (count + more, sum + of))
    };
    assert_eq!(of_account("AsyncEventsReceived"), (1.0, 1.0));
    assert_eq!(of_account("AsyncEventsDropped"), (1.0, 1.0));
    let (runs, ages) = of_account("AsyncEventAge");
    assert!(runs == 3.0 && (240_000.0..=250_000.0).contains(&ages), "{ages} ms in {runs} runs");
}

#[tokio::test(start_paused = true)]
async fn records_go_to_functions() {
    let simulation = Simulation::new(2);
    let told = |retries| EventPolicy {
        on_success: Some(arn("succeeded").to_string()),
        on_failure: Some(arn("failed").to_string()),
        ..policy(retries)
    };
    simulation.function("good", Does::Succeeds, told(2));
    simulation.function("flaky", Does::FailsAtFirst, told(1));
    simulation.function("bad", Does::Fails, told(0));
    simulation.function("stopped", Does::HasNoConcurrency, told(2));
    simulation.function("succeeded", Does::Succeeds, policy(2));
    simulation.function("failed", Does::Succeeds, policy(2));
    let (events, inbox) = simulation.start();
    for name in ["good", "flaky", "bad", "stopped"] {
        inbox.accept(simulation.event(name, name)).await.unwrap();
    }
    simulation.settled().await;
    events.stop().await;
    let payloads = simulation.world.payloads.lock().unwrap().clone();
    let record = |to: &str, of: &str| -> serde_json::Value {
        let records = payloads.iter().filter(|(name, _)| name.as_str() == to);
        let mut records =
            records.map(|(_, payload)| serde_json::from_slice::<serde_json::Value>(payload).unwrap());
        records.find(|record| record["requestContext"]["requestId"] == of).unwrap()
    };
    for (to, of, condition, count, error) in [
        ("succeeded", "good", "Success", 1, None),
        ("succeeded", "flaky", "Success", 2, None),
        ("failed", "bad", "RetriesExhausted", 1, Some("Unhandled")),
        ("failed", "stopped", "ZeroReservedConcurrency", 0, None),
    ] {
        let record = record(to, of);
        assert_eq!(record["requestContext"]["condition"], condition);
        assert_eq!(record["requestContext"]["approximateInvokeCount"], count);
        assert_eq!(record["requestPayload"]["id"], of);
        assert_eq!(record["responseContext"]["functionError"].as_str(), error);
        assert_eq!(record.get("responsePayload").is_some(), of != "stopped");
    }
    let wanted = EventTotals { succeeded: 6, failed: 2, ..EventTotals::default() };
    assert_eq!(events.totals(), wanted);
}

const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:q";
const TOPIC: &str = "arn:aws:sns:us-east-1:111111111111:t";

/// A function that fails at once, and both hear of it.
fn told_of_failures() -> EventPolicy {
    EventPolicy { on_failure: Some(TOPIC.to_owned()), dead_letter: Some(QUEUE.to_owned()), ..policy(0) }
}

#[tokio::test(start_paused = true)]
async fn other_services_are_tried_again_and_given_up() {
    let simulation = Simulation::new(3);
    simulation.function("f", Does::Fails, told_of_failures());
    let (events, inbox) = simulation.start();
    simulation.service("sqs", Some(Service::IsDown));
    inbox.accept(simulation.event("r1", "f")).await.unwrap();
    tokio::time::sleep(Duration::from_secs(10)).await;
    simulation.service("sqs", None);
    simulation.settled().await;
    let sent = simulation.world.sent.lock().unwrap().clone();
    let [record, letter] = &sent[..] else { panic!("{sent:?}") };
    assert_eq!((&*record.target, record.purpose, record.attributes.len()), (TOPIC, Purpose::Record, 0));
    let read: serde_json::Value = serde_json::from_slice(&record.body).unwrap();
    assert_eq!(read["requestContext"]["condition"], "RetriesExhausted");
    assert_eq!(
        (&*letter.target, letter.purpose, letter.body.as_ref()),
        (QUEUE, Purpose::DeadLetter, &b"{\"id\":\"r1\"}"[..])
    );
    assert!(
        letter.attributes.contains(&("ErrorMessage".to_owned(), AttributeValue::Text("m".to_owned()))),
        "{:?}",
        letter.attributes
    );
    for message in [record, letter] {
        assert_eq!((&*message.request_id, message.condition), ("r1", Condition::RetriesExhausted));
        assert_eq!(message.function, arn("f"));
    }
    assert_ne!(record.id, letter.id);
    assert_eq!(simulation.runs("r1"), 1, "it is not run again for that");
    simulation.service("sqs", Some(Service::Refuses));
    simulation.service("sns", Some(Service::IsDown));
    inbox.accept(simulation.event("r2", "f")).await.unwrap();
    let begun = simulation.clock.now();
    simulation.settled().await;
    let minutes = (simulation.clock.now().0 - begun.0) / 60_000;
    assert!((30..90).contains(&minutes), "it took {minutes} min to give up");
    events.stop().await;
    let wanted = EventTotals {
        failed: 2,
        delivered: 2,
        destination_failures: 1,
        dead_letter_errors: 1,
        ..EventTotals::default()
    };
    assert_eq!(events.totals(), wanted);
}

/// What the role may not, nobody hears of; and it is counted as what could not be delivered.
#[tokio::test(start_paused = true)]
async fn whom_the_role_may_not_tell_hears_nothing() {
    const OTHER: &str = "arn:aws:lambda:us-east-1:111111111111:function:other";
    let simulation = Simulation::new(4);
    simulation.function("f", Does::Fails, told_of_failures());
    simulation.function("g", Does::Fails, EventPolicy { on_failure: Some(OTHER.to_owned()), ..policy(0) });
    simulation.function("other", Does::Succeeds, policy(0));
    let denied = || Err(MayNot::Denied("no".to_owned()));
    let unknown = || Err(MayNot::Unknown("the disk is full".to_owned()));
    let says = |target: &str, said: Vec<Result<(), MayNot>>| {
        simulation.world.rights.lock().unwrap().insert(target.to_owned(), said.into());
    };
    let (events, inbox) = simulation.start();
    says(TOPIC, vec![denied()]);
    says(QUEUE, vec![denied()]);
    says(OTHER, vec![denied()]);
    inbox.accept(simulation.event("r1", "f")).await.unwrap();
    inbox.accept(simulation.event("r2", "g")).await.unwrap();
    simulation.settled().await;
    assert_eq!(simulation.world.sent.lock().unwrap().len(), 0);
    assert_eq!(simulation.world.payloads.lock().unwrap().len(), 2, "the other function did not run");
    let refused =
        EventTotals { failed: 2, destination_failures: 2, dead_letter_errors: 1, ..EventTotals::default() };
    assert_eq!(events.totals(), refused);
    // Where nobody knows, it waits until somebody does; and what was allowed once may be taken away before the next try.
    says(TOPIC, vec![unknown(), unknown()]);
    says(QUEUE, vec![Ok(()), denied()]);
    says(OTHER, vec![unknown(), Ok(())]);
    simulation.service("sqs", Some(Service::IsDown));
    inbox.accept(simulation.event("r3", "f")).await.unwrap();
    inbox.accept(simulation.event("r4", "g")).await.unwrap();
    simulation.settled().await;
    events.stop().await;
    let sent: Vec<_> = simulation.world.sent.lock().unwrap().iter().map(|m| m.target.to_string()).collect();
    assert_eq!(sent, [TOPIC]);
    let wanted = EventTotals { failed: 4, succeeded: 1, delivered: 1, dead_letter_errors: 2, ..refused };
    assert_eq!(events.totals(), wanted);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_hangs_is_in_nobodys_way() {
    let mut simulation = Simulation::new(10);
    simulation.settings.running = 40;
    // Of 256 KiB each: eight at once.
    simulation.settings.delivery_kib = 2_048;
    simulation.function("bad", Does::Fails, told_of_failures());
    simulation.function("free", Does::Succeeds, policy(2));
    simulation.service("sqs", Some(Service::Hangs));
    let (events, inbox) = simulation.start();
    for n in 0..300 {
        inbox.accept(simulation.event(&format!("b{n}"), "bad")).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(10)).await;
    for n in 0..100 {
        inbox.accept(simulation.event(&format!("f{n}"), "free")).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(10)).await;
    {
        let ends = simulation.world.ends.lock().unwrap();
        assert!((0..100).all(|n| ends.contains_key(&format!("f{n}"))), "other functions run");
        assert!((0..300).all(|n| ends.contains_key(&format!("b{n}"))), "other services hear");
    }
    // The topic's took less than no time at the end.
    assert_eq!(simulation.world.sending.load(Ordering::SeqCst), 8);
    assert!(simulation.world.most_sending.load(Ordering::SeqCst) <= 16);
    simulation.service("sqs", None);
    simulation.settled().await;
    let sent = simulation.world.sent.lock().unwrap().len();
    assert_eq!(sent, 600, "once it answers, it gets everything");
    events.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_stop_does_not_wait_for_a_service_that_hangs_and_the_next_start_sends_again() {
    let simulation = Simulation::new(11);
    simulation.function("f", Does::Fails, told_of_failures());
    simulation.service("sqs", Some(Service::Hangs));
    let (events, inbox) = simulation.start();
    inbox.accept(simulation.event("r", "f")).await.unwrap();
    let sends = async {
        while simulation.world.sending.load(Ordering::SeqCst) == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), sends).await.unwrap();
    let asked = simulation.clock.now();
    events.stop().await;
    assert!(simulation.clock.now().0 - asked.0 < 10_000);
    assert_eq!(simulation.world.sent.lock().unwrap().iter().filter(|sent| *sent.target == *QUEUE).count(), 0);
    simulation.service("sqs", None);
    let (events, _) = simulation.start();
    simulation.settled().await;
    events.stop().await;
    assert_eq!(simulation.world.sent.lock().unwrap().iter().filter(|sent| *sent.target == *QUEUE).count(), 1);
    assert_eq!(simulation.runs("r"), 1);
}

#[tokio::test(start_paused = true)]
async fn what_is_throttled_waits_until_it_is_too_old() {
    let simulation = Simulation::new(4);
    let told = EventPolicy {
        on_failure: Some(arn("failed").to_string()),
        max_age: Duration::from_secs(120),
        ..policy(2)
    };
    simulation.function("f", Does::IsThrottled, told);
    simulation.function("failed", Does::Succeeds, policy(2));
    let (events, inbox) = simulation.start();
    inbox.accept(simulation.event("r", "f")).await.unwrap();
    tokio::time::sleep(Duration::from_secs(115)).await;
    assert!(simulation.world.payloads.lock().unwrap().is_empty());
    tokio::time::sleep(Duration::from_secs(70)).await;
    simulation.settled().await;
    events.stop().await;
    let payloads = simulation.world.payloads.lock().unwrap().clone();
    let record: serde_json::Value = serde_json::from_slice(&payloads[0].1).unwrap();
    assert_eq!(record["requestContext"]["condition"], "EventAgeExceeded");
    assert_eq!(record.get("responseContext"), None);
}

/// Whoever starts knows nothing of how many can run, and tries too many; the events do not pay for it.
#[tokio::test(start_paused = true)]
async fn starts_make_no_event_wait() {
    let simulation = Simulation::new(11);
    simulation.function("f", Does::RunsAlone, policy(2));
    for n in 0..60 {
        simulation.queue.inner.enqueue(vec![simulation.event(&format!("r{n}"), "f")]).await.unwrap();
    }
    for _ in 0..10 {
        let (events, _) = simulation.start();
        tokio::time::sleep(Duration::from_secs(2)).await;
        drop(events);
    }
    let (events, _) = simulation.start();
    tokio::time::timeout(Duration::from_secs(30), simulation.settled()).await.unwrap();
    events.stop().await;
    assert_eq!(simulation.world.ends.lock().unwrap().len(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_throttled_function_is_in_nobodys_way() {
    let mut simulation = Simulation::new(5);
    simulation.settings.running = 40;
    simulation.settings.batch = 40;
    simulation.function("stuck", Does::IsThrottled, policy(2));
    simulation.function("free", Does::Succeeds, policy(2));
    let stuck: Vec<_> = (0..5_000).map(|n| simulation.event(&format!("s{n}"), "stuck")).collect();
    for chunk in stuck.chunks(50) {
        simulation.queue.inner.enqueue(chunk.to_vec()).await.unwrap();
    }
    let (events, inbox) = simulation.start();
    for n in 0..100 {
        inbox.accept(simulation.event(&format!("f{n}"), "free")).await.unwrap();
    }
    tokio::time::sleep(Duration::from_secs(10)).await;
    let done = simulation.world.ends.lock().unwrap().len();
    assert_eq!(done, 100, "of the free function's");
    assert!(simulation.world.most_running.load(Ordering::SeqCst) <= 40);
    events.stop().await;
    assert_eq!(simulation.queue.inner.request_ids().len(), 5_000, "the others wait");
}

#[tokio::test(start_paused = true)]
async fn a_stop_lets_what_runs_end_and_keeps_the_rest() {
    let mut simulation = Simulation::new(6);
    simulation.settings.running = 4;
    simulation.function("f", Does::Succeeds, policy(2));
    let (events, inbox) = simulation.start();
    for n in 0..50 {
        inbox.accept(simulation.event(&format!("r{n:02}"), "f")).await.unwrap();
    }
    events.stop().await;
    assert_eq!(simulation.world.running.load(Ordering::SeqCst), 0);
    let (ran, left) =
        (simulation.world.runs.lock().unwrap().len(), simulation.queue.inner.request_ids().len());
    assert_eq!(ran + left, 50, "what began has ended, and nothing began twice");
    assert!(left > 0);
    let counts = simulation.queue.inner.event_counts(domain::Timestamp(i64::MAX)).await.unwrap();
    assert_eq!((counts.ready, counts.claimed), (left as u64, 0));
    let (events, _) = simulation.start();
    simulation.settled().await;
    events.stop().await;
    assert!(simulation.world.runs.lock().unwrap().values().all(|runs| *runs == 1));
}

#[tokio::test(start_paused = true)]
async fn an_event_that_kills_its_owner_reaches_its_end_and_takes_no_other_along() {
    let simulation = Simulation::new(7);
    let told = EventPolicy { on_failure: Some(arn("failed").to_string()), ..policy(2) };
    simulation.function("poison", Does::Kills, told.clone());
    simulation.function("good", Does::Succeeds, told);
    simulation.function("failed", Does::Succeeds, policy(2));
    simulation.queue.inner.enqueue(vec![simulation.event("poison", "poison")]).await.unwrap();
    for n in 0..200 {
        simulation.queue.inner.enqueue(vec![simulation.event(&format!("r{n}"), "good")]).await.unwrap();
    }
    let mut kills = 0;
    loop {
        let (events, _) = simulation.start();
        tokio::select! {
            () = simulation.killed() => kills += 1,
            () = simulation.settled() => break events.stop().await,
        }
        drop(events);
    }
    assert_eq!((kills, simulation.runs("poison")), (6, 6));
    let payloads = simulation.world.payloads.lock().unwrap().clone();
    let failed: Vec<&Bytes> =
        payloads.iter().filter(|(n, _)| n.as_str() == "failed").map(|(_, p)| p).collect();
    assert_eq!(failed.len(), 1, "only the poison");
    let record: serde_json::Value = serde_json::from_slice(failed[0]).unwrap();
    assert_eq!(record["requestContext"]["requestId"], "poison");
    assert_eq!(record["requestContext"]["condition"], "RetriesExhausted");
    let ends = simulation.world.ends.lock().unwrap();
    assert!((0..200).all(|n| ends.contains_key(&format!("r{n}"))));
}

#[tokio::test(start_paused = true)]
async fn another_host_takes_over_what_a_dead_one_had_and_no_sooner() {
    let simulation = Simulation::new(9);
    simulation.function("f", Does::Succeeds, policy(2));
    let (first, inbox) = simulation.start_as("first");
    for n in 0..20 {
        inbox.accept(simulation.event(&format!("a{n}"), "f")).await.unwrap();
    }
    let (second, _) = simulation.start_as("second");
    simulation.settled().await;
    assert!(simulation.world.runs.lock().unwrap().values().all(|runs| *runs == 1), "one owner at a time");
    // Longer than a lease: it is renewed.
    tokio::time::sleep(Duration::from_secs(100)).await;
    drop(first);
    simulation.queue.inner.enqueue(vec![simulation.event("b", "f")]).await.unwrap();
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(simulation.runs("b"), 0, "the lease has not expired");
    tokio::time::sleep(Duration::from_secs(25)).await;
    simulation.settled().await;
    assert_eq!(simulation.runs("b"), 1);
    second.stop().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_gone_and_what_panics() {
    let simulation = Simulation::new(8);
    simulation.function("gone", Does::IsGone, policy(2));
    simulation.function(
        "broken",
        Does::Panics,
        EventPolicy { max_age: Duration::from_secs(60), ..policy(2) },
    );
    let (events, inbox) = simulation.start();
    inbox.accept(simulation.event("g", "gone")).await.unwrap();
    inbox.accept(simulation.event("b", "broken")).await.unwrap();
    inbox.accept(simulation.event("n", "never-was")).await.unwrap();
    simulation.settled().await;
    events.stop().await;
    assert_eq!(events.totals(), EventTotals { discarded: 3, ..EventTotals::default() });
}
