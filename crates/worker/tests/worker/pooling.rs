//! Who runs where: reuse, parallel runs, staleness, reaping, freezing, capacity, shutdown.

use crate::support::*;
use domain::{FunctionConfig, Sha256, Timestamp};
use sandbox::ExitStatus;
use sandbox::simulated::{Event, SimulatedProcess};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};
use worker::RunError;

#[tokio::test]
async fn a_warm_environment_is_used_again() {
    let house = House::new(echo);
    let function = Arc::new(function());
    let first = house.run_and_settle(&function, "1").await;
    assert_eq!(success(&first), "1");
    let init = first.report.init.expect("a cold start");
    assert!(first.report.billed_ms >= (init + first.report.duration).as_millis() as u64);
    for n in 2..50 {
        let outcome = house.run_and_settle(&function, &n.to_string()).await;
        assert_eq!(success(&outcome), n.to_string());
        assert_eq!(outcome.report.init, None);
        assert_eq!(outcome.report.max_memory_mb, 64);
        assert_eq!(&*outcome.executed_version, "$LATEST");
    }
    assert_eq!(house.created(), 1);
    assert_eq!(house.worker.status().cold_starts, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_at_the_same_time_get_an_environment_each() {
    // Nobody answers before all have an event.
    let all_here = Arc::new(Semaphore::new(0));
    let arrived = Arc::new(AtomicUsize::new(0));
    let house = {
        let (all_here, arrived) = (Arc::clone(&all_here), Arc::clone(&arrived));
        House::new(move |process| {
            let (all_here, arrived) = (Arc::clone(&all_here), Arc::clone(&arrived));
            async move {
                let mut api = Api::connect(&process).await;
                loop {
                    let event = api.next().await;
                    if arrived.fetch_add(1, Ordering::SeqCst) + 1 == 200 {
                        all_here.add_permits(10_000);
                    }
                    all_here.acquire().await.unwrap().forget();
                    api.respond(&event.id, format!("{}:{}", event.id, event.text())).await;
                }
            }
        })
    };
    let house = Arc::new(house);
    let function = Arc::new(FunctionConfig { timeout_s: 60, ..function() });
    let mut running = tokio::task::JoinSet::new();
    for n in 0..200 {
        let (house, function) = (Arc::clone(&house), Arc::clone(&function));
        running.spawn(async move {
            let invocation = house.invocation(&n.to_string());
            let expected = format!("{}:{n}", invocation.id);
            let outcome = house.worker.run(function, invocation).await.unwrap();
            assert_eq!(success(&outcome), expected);
            let log = tail(&outcome);
            assert_eq!(log.matches("START RequestId").count(), 1, "{log}");
            assert!(
                log.contains(&format!("END RequestId: {}", expected.split(':').next().unwrap())),
                "{log}"
            );
        });
    }
    while let Some(result) = running.join_next().await {
        result.unwrap();
    }
    assert_eq!(house.created(), 200);
    assert!(house.worker.drain(Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn a_warm_one_that_comes_back_first_is_taken() {
    // The first environment starts at once; a second one would hang in its init phase.
    let started = Arc::new(AtomicUsize::new(0));
    let gate = Arc::new(Notify::new());
    let house = {
        let gate = Arc::clone(&gate);
        House::new(move |process| {
            let (gate, number) = (Arc::clone(&gate), started.fetch_add(1, Ordering::SeqCst));
            async move {
                if number > 0 {
                    return hang().await;
                }
                echo_behind(process, gate).await
            }
        })
    };
    let function = Arc::new(function());
    let waiting = house.run(&function, "wait");
    let second = async {
        until("the first one runs", || house.log().iter().any(|line| line.starts_with("START"))).await;
        let run = house.run(&function, "second");
        tokio::pin!(run);
        // Polled once: it waits, and a second environment is being built.
        assert!(futures_poll(&mut run).await.is_none());
        until("the second one is built", || house.created() == 2).await;
        gate.notify_one();
        run.await
    };
    let (first, second) = tokio::join!(waiting, second);
    assert_eq!((success(&first), success(&second)), ("wait", "second"));
    assert_eq!(second.report.init, None, "it ran in the warm one");
}

/// A runtime whose function answers with its event, the event "wait" once the gate opens.
async fn echo_behind(process: SimulatedProcess, gate: Arc<Notify>) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        if event.text() == "wait" {
            gate.notified().await;
        }
        api.respond(&event.id, &event.body).await;
    }
}

async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|cx| match std::pin::Pin::new(&mut *future).poll(cx) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

#[tokio::test]
async fn changed_code_never_runs_in_an_old_environment() {
    let house = House::new(echo);
    let old = Arc::new(function());
    house.run_and_settle(&old, "1").await;
    let described = FunctionConfig { description: "new".to_owned(), timeout_s: 20, ..(*old).clone() };
    house.run_and_settle(&Arc::new(described), "2").await;
    assert_eq!(house.created(), 1, "a description changes nothing for environments");

    let new = FunctionConfig { last_modified: Timestamp(2), ..(*old).clone() };
    let new = FunctionConfig { code: domain::CodeRef { sha256: Sha256([8; 32]), size: 1 }, ..new };
    house.run_and_settle(&Arc::new(new.clone()), "3").await;
    assert_eq!(house.created(), 2);
    until("the stale one is destroyed", || house.driver.live().len() == 1).await;

    // One that was sent before the update and arrives after it: it runs, and leaves nothing behind.
    house.run_and_settle(&old, "4").await;
    assert_eq!(house.created(), 3);
    until("the old one is destroyed", || house.driver.live().len() == 1).await;
    house.run_and_settle(&Arc::new(new), "5").await;
    assert_eq!(house.created(), 3, "the new one was kept");
}

#[tokio::test]
async fn retired_environments_go_when_their_invocation_ends() {
    let gate = Arc::new(Notify::new());
    let house = {
        let gate = Arc::clone(&gate);
        House::new(move |process| {
            let gate = Arc::clone(&gate);
            async move {
                let mut api = Api::connect(&process).await;
                let event = api.next().await;
                gate.notified().await;
                api.respond(&event.id, "done").await;
                api.next().await;
                hang().await
            }
        })
    };
    let function = Arc::new(function());
    let retire = async {
        until("it runs", || house.log().iter().any(|line| line.starts_with("START"))).await;
        house.worker.retire(&function.scope, &function.name, None);
        assert_eq!(house.driver.live().len(), 1, "it goes on");
        gate.notify_one();
    };
    let (outcome, ()) = tokio::join!(house.run(&function, "1"), retire);
    assert_eq!(success(&outcome), "done");
    until("it is destroyed", || house.driver.live().is_empty()).await;
    until("its pool is gone", || house.worker.status().pools.is_empty()).await;
}

#[tokio::test]
async fn idle_environments_are_frozen_and_then_reaped() {
    let house = House::new(echo);
    let function = Arc::new(function());
    house.run_and_settle(&function, "1").await;
    until("it is frozen", || house.count(|event| matches!(event, Event::Frozen(_))) == 1).await;
    house.run_and_settle(&function, "2").await;
    assert_eq!(house.count(|event| matches!(event, Event::Thawed(_))), 1);
    until("it is idle", || house.worker.status().pools.first().is_some_and(|pool| pool.idle == 1)).await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(290)).await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(house.driver.live().len(), 1, "not yet");
    tokio::time::advance(Duration::from_secs(11)).await;
    until("it is reaped", || house.driver.live().is_empty()).await;
    assert_eq!(house.worker.status().memory_mb, 0);
}

#[tokio::test]
async fn an_old_environment_is_not_kept() {
    let house = House::with(|config| config.max_age = Duration::ZERO, echo);
    let function = Arc::new(function());
    house.run_and_settle(&function, "1").await;
    house.run_and_settle(&function, "2").await;
    assert_eq!(house.created(), 2);
}

#[tokio::test]
async fn memory_is_limited_and_idle_environments_make_room() {
    let gate = Arc::new(Semaphore::new(0));
    let house = {
        let gate = Arc::clone(&gate);
        House::with(
            |config| config.memory_limit_mb = 300,
            move |process| {
                let gate = Arc::clone(&gate);
                async move {
                    let mut api = Api::connect(&process).await;
                    loop {
                        let event = api.next().await;
                        if event.text() == "wait" {
                            gate.acquire().await.unwrap().forget();
                        }
                        api.respond(&event.id, &event.body).await;
                    }
                }
            },
        )
    };
    let named = |name: &str| {
        Arc::new(FunctionConfig { name: domain::FunctionName::new(name).unwrap(), ..function() })
    };
    let (a, b, c) = (named("a"), named("b"), named("c"));
    // Two fit. A third one sends an idle one away.
    house.run_and_settle(&a, "1").await;
    house.run_and_settle(&b, "1").await;
    house.run_and_settle(&c, "1").await;
    assert_eq!(house.created(), 3);
    assert_eq!(house.worker.status().memory_mb, 256);
    assert!(
        house.worker.status().pools.iter().all(|pool| pool.name != a.name),
        "the one unused for longest went"
    );
    // With both in use there is no room.
    let busy = async { tokio::join!(house.run(&b, "wait"), house.run(&c, "wait")) };
    let refused = async {
        until("both run", || house.worker.status().running == 2).await;
        until("both have begun", || house.log().iter().filter(|line| line.starts_with("START")).count() == 5)
            .await;
        let refused = house.worker.run(Arc::clone(&a), house.invocation("1")).await;
        gate.add_permits(2);
        refused
    };
    let (_, refused) = tokio::join!(busy, refused);
    assert_eq!(refused.unwrap_err(), RunError::Capacity { in_use_mb: 256, limit_mb: 300, needed_mb: 128 });
}

#[tokio::test]
async fn no_idle_environment_goes_for_one_that_nobody_waits_for() {
    let gate = Arc::new(Notify::new());
    let house = {
        let gate = Arc::clone(&gate);
        House::with(
            |config| config.memory_limit_mb = 128,
            move |process| echo_behind(process, Arc::clone(&gate)),
        )
    };
    let function = Arc::new(function());
    let second = async {
        until("the first one runs", || house.log().iter().any(|line| line.starts_with("START"))).await;
        let away = house.no_packages.write().await;
        let run = house.run(&function, "second");
        tokio::pin!(run);
        // Polled once: it waits, and a second environment is to be built, for which there is no memory.
        assert!(futures_poll(&mut run).await.is_none());
        gate.notify_one();
        let second = run.await;
        until("the first environment is idle", || house.worker.status().pools[0].idle == 1).await;
        drop(away);
        second
    };
    let (first, second) = tokio::join!(house.run(&function, "wait"), second);
    assert_eq!((success(&first), success(&second)), ("wait", "second"));
    // Nor is the second one expected any more.
    house.settled().await;
    let third = house.run(&function, "third").await;
    assert_eq!(third.report.init, None, "the only environment is still there");
    assert_eq!(house.created(), 1);
}

#[tokio::test]
async fn draining_lets_running_invocations_finish() {
    let gate = Arc::new(Notify::new());
    let house = {
        let gate = Arc::clone(&gate);
        House::new(move |process| {
            let gate = Arc::clone(&gate);
            async move {
                let mut api = Api::connect(&process).await;
                let event = api.next().await;
                gate.notified().await;
                api.respond(&event.id, "done").await;
                hang().await
            }
        })
    };
    let function = Arc::new(function());
    let drain = async {
        until("it runs", || house.log().iter().any(|line| line.starts_with("START"))).await;
        let drain = house.worker.drain(Duration::from_secs(30));
        tokio::pin!(drain);
        assert!(futures_poll(&mut drain).await.is_none());
        let refused = house.worker.run(Arc::clone(&function), house.invocation("2")).await;
        assert_eq!(refused.unwrap_err(), RunError::Draining);
        gate.notify_one();
        drain.await
    };
    let (outcome, graceful) = tokio::join!(house.run(&function, "1"), drain);
    assert_eq!(success(&outcome), "done");
    assert!(graceful);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn draining_gives_up_what_does_not_finish() {
    let house = House::new(|process| async move {
        Api::connect(&process).await.next().await;
        hang().await
    });
    let function = Arc::new(function());
    let drain = async {
        until("it runs", || house.log().iter().any(|line| line.starts_with("START"))).await;
        house.worker.drain(Duration::from_millis(10)).await
    };
    let run = house.worker.run(Arc::clone(&function), house.invocation("1"));
    let (outcome, graceful) = tokio::join!(run, drain);
    // It may have done anything: other than what was not begun, it is not to be tried again unasked.
    assert_eq!(outcome.unwrap_err(), RunError::Interrupted);
    assert!(!graceful);
    assert!(house.driver.live().is_empty());
}

#[tokio::test]
async fn an_abandoned_invocation_takes_its_environment_along() {
    let house = House::new(|process| async move {
        Api::connect(&process).await.next().await;
        hang().await
    });
    let function = Arc::new(function());
    let mut run = Box::pin(house.worker.run(Arc::clone(&function), house.invocation("1")));
    tokio::select! {
        _ = &mut run => panic!("it cannot end"),
        () = until("it runs", || house.log().iter().any(|line| line.starts_with("START"))) => {}
    }
    drop(run);
    until("it is destroyed", || house.driver.live().is_empty()).await;
    assert_eq!(house.worker.status().running, 0);
}

#[tokio::test]
async fn a_process_that_dies_idle_is_never_handed_out() {
    let dying = Arc::new(Notify::new());
    let house = {
        let dying = Arc::clone(&dying);
        House::new(move |process| {
            let dying = Arc::clone(&dying);
            async move {
                tokio::select! {
                    status = echo(process) => status,
                    () = dying.notified() => ExitStatus::Signaled(9),
                }
            }
        })
    };
    let function = Arc::new(function());
    house.run_and_settle(&function, "1").await;
    dying.notify_one();
    until("it is noticed", || house.driver.live().is_empty()).await;
    let outcome = house.run_and_settle(&function, "2").await;
    assert_eq!(success(&outcome), "2");
    assert!(outcome.report.init.is_some(), "a new one");
}

#[tokio::test]
async fn a_sandbox_that_cannot_be_made_is_an_error_and_no_end() {
    let house = House::new(echo);
    let function = Arc::new(function());
    house.driver.fail_create(sandbox::SandboxError::Dead);
    let error = house.worker.run(Arc::clone(&function), house.invocation("1")).await.unwrap_err();
    assert_eq!(error, RunError::Sandbox("the sandbox is dead".to_owned()));
    assert_eq!(success(&house.run_and_settle(&function, "2").await), "2");
    until("memory is given back", || house.worker.status().memory_mb == 128).await;
}

#[tokio::test]
async fn the_init_phase_has_more_cpu_than_what_follows() {
    let house = House::new(echo);
    let function = Arc::new(function());
    assert_eq!(function.memory_mb, 128);
    house.run_and_settle(&function, "1").await;
    house.run_and_settle(&function, "2").await;
    assert_eq!(house.count(|event| matches!(event, Event::CpuSet(_, 72))), 1);
}
