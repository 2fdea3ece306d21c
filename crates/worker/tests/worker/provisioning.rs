//! Provisioned concurrency: environments that are there before anybody asks, and again when one is lost.

use crate::support::*;
use domain::{FunctionConfig, FunctionName, Version};
use sandbox::ExitStatus;
use sandbox::simulated::Event;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore};
use worker::{Provisioned, ProvisionedVersion, ProvisioningState};

fn version(number: u64) -> Arc<FunctionConfig> {
    Arc::new(FunctionConfig { version: Version::Number(number), ..function() })
}

impl House {
    fn provision(&self, function: &Arc<FunctionConfig>, amount: u32, alias: Option<&str>) {
        let wanted = ProvisionedVersion {
            function: Arc::clone(function),
            alias: alias.map(Into::into),
            amount,
            since: domain::Timestamp(0),
        };
        let wanted = if amount == 0 { vec![] } else { vec![wanted] };
        self.worker.provision(&function.scope, &function.name, wanted);
    }

    fn provisioned(&self, function: &FunctionConfig) -> Option<Provisioned> {
        self.worker.provisioned(&function.scope, &function.name, function.version)
    }

    fn is_ready(&self, function: &FunctionConfig, amount: u32) -> bool {
        let ready = Provisioned { requested: amount, available: amount, state: ProvisioningState::Ready };
        self.provisioned(function) == Some(ready)
    }

    async fn run_by(
        &self,
        function: &Arc<FunctionConfig>,
        qualifier: &str,
        payload: &str,
    ) -> Option<Duration> {
        let mut invocation = self.invocation(payload);
        invocation.invoked_arn = format!("{}:{qualifier}", invocation.invoked_arn).into();
        let outcome = self.worker.run(Arc::clone(function), invocation).await.unwrap();
        assert_eq!(success(&outcome), payload);
        outcome.report.init
    }
}

#[tokio::test]
async fn so_many_are_ready_before_the_first_invocation_and_say_so() {
    let types = Arc::new(Mutex::new(Vec::new()));
    let house = {
        let types = Arc::clone(&types);
        House::new(move |process| {
            let kind = process.process.env.iter().find(|(name, _)| name == "AWS_LAMBDA_INITIALIZATION_TYPE");
            types.lock().unwrap().push(kind.unwrap().1.clone());
            echo(process)
        })
    };
    let one = version(1);
    assert_eq!(house.provisioned(&one), None);
    house.provision(&one, 3, None);
    until("they are ready", || house.is_ready(&one, 3)).await;
    for n in 0..9 {
        assert_eq!(house.run_by(&one, "1", &n.to_string()).await, None, "nobody waited for it");
        house.settled().await;
    }
    assert_eq!(house.created(), 3);
    assert_eq!(*types.lock().unwrap(), ["provisioned-concurrency"; 3]);
    assert!(house.is_ready(&one, 3));
    // Another version has no part in them.
    assert!(house.run_by(&version(2), "2", "x").await.is_some());
    assert_eq!(types.lock().unwrap().last().unwrap(), "on-demand");
}

#[tokio::test(start_paused = true)]
async fn its_init_phase_may_take_130_seconds_or_the_time_limit() {
    for (timeout_s, limit) in [(3, "130000.00"), (900, "900000.00")] {
        let house = House::new(|_| hang());
        let one = Arc::new(FunctionConfig { timeout_s, ..(*version(1)).clone() });
        house.provision(&one, 1, None);
        let begun = tokio::time::Instant::now();
        let report = loop {
            let log = house.log();
            if let Some(line) = log.iter().find(|line| line.starts_with("INIT_REPORT")) {
                break line.clone();
            }
            assert!(begun.elapsed() < Duration::from_secs(1_000));
            tokio::time::sleep(Duration::from_secs(1)).await;
        };
        assert_eq!(report, format!("INIT_REPORT Init Duration: {limit} ms\tPhase: init\tStatus: timeout"));
    }
}

#[tokio::test]
async fn more_spill_over_and_an_alias_has_its_own() {
    let gate = Arc::new(Semaphore::new(0));
    let house = {
        let gate = Arc::clone(&gate);
        House::new(move |process| {
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
        })
    };
    let one = version(1);
    house.provision(&one, 1, Some("live"));
    until("it is ready", || house.is_ready(&one, 1)).await;
    assert!(house.run_by(&one, "1", "a").await.is_some(), "not by the alias: on demand");
    house.settled().await;
    assert_eq!(house.run_by(&one, "live", "b").await, None);
    house.settled().await;
    assert_eq!(house.created(), 2);
    // The provisioned one and the warm one are busy: the third is on demand.
    let third = async {
        until("both run", || house.log().iter().filter(|line| line.starts_with("START")).count() == 4).await;
        let init = house.run_by(&one, "live", "c").await;
        gate.add_permits(2);
        init
    };
    let (first, second, third) =
        tokio::join!(house.run_by(&one, "live", "wait"), house.run_by(&one, "live", "wait"), third);
    assert_eq!((first, second, third.is_some()), (None, None, true));
    assert_eq!(house.created(), 3);
    assert!(house.is_ready(&one, 1));
}

#[tokio::test]
async fn what_is_lost_is_replaced() {
    let dying = Arc::new(Notify::new());
    let house = {
        let dying = Arc::clone(&dying);
        House::new(move |process| {
            let dying = Arc::clone(&dying);
            async move {
                let work = async {
                    let mut api = Api::connect(&process).await;
                    loop {
                        let event = api.next().await;
                        if event.text() == "die" {
                            return ExitStatus::Exited(1);
                        }
                        api.respond(&event.id, &event.body).await;
                    }
                };
                tokio::select! {
                    status = work => status,
                    () = dying.notified() => ExitStatus::Signaled(9),
                }
            }
        })
    };
    let one = version(1);
    house.provision(&one, 2, None);
    until("they are ready", || house.is_ready(&one, 2)).await;
    dying.notify_one();
    until("one that died idle is replaced", || house.created() == 3 && house.is_ready(&one, 2)).await;
    let outcome = house.worker.run(Arc::clone(&one), house.invocation("die")).await.unwrap();
    assert_eq!(error(&outcome).0, "Runtime.ExitError");
    until("one that died at work is replaced", || house.created() == 4 && house.is_ready(&one, 2)).await;
    until("the dead are gone", || house.driver.live().len() == 2).await;
    house.worker.retire(&one.scope, &one.name, None);
    until("retired ones are replaced", || house.created() == 6 && house.is_ready(&one, 2)).await;
    for _ in 0..2 {
        assert_eq!(house.run_by(&one, "1", "x").await, None);
    }
}

#[tokio::test]
async fn they_stay_while_nobody_comes_and_are_renewed_when_they_are_old() {
    let house = House::new(echo);
    let one = version(1);
    house.provision(&one, 1, None);
    until("it is ready", || house.is_ready(&one, 1)).await;
    let first = house.driver.live();
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(3_600)).await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!((house.created(), house.driver.live()), (1, first.clone()), "an hour is nothing");
    tokio::time::advance(Duration::from_secs(3_545)).await;
    until("it has a successor", || house.created() == 2).await;
    tokio::time::resume();
    until("the old one is gone", || house.driver.live().len() == 1 && house.driver.live() != first).await;
    assert!(house.is_ready(&one, 1));
}

#[tokio::test]
async fn a_runtime_that_does_not_start_is_a_reason_and_is_tried_again() {
    let broken = Arc::new(AtomicBool::new(true));
    let starts = Arc::new(AtomicUsize::new(0));
    let house = {
        let (broken, starts) = (Arc::clone(&broken), Arc::clone(&starts));
        House::new(move |process| {
            let (broken, starts) = (Arc::clone(&broken), Arc::clone(&starts));
            async move {
                starts.fetch_add(1, Ordering::SeqCst);
                if broken.load(Ordering::SeqCst) { ExitStatus::Exited(1) } else { echo(process).await }
            }
        })
    };
    let one = version(1);
    house.provision(&one, 20, None);
    let failed = || {
        let status = house.provisioned(&one).unwrap();
        status.state == ProvisioningState::Failed("FUNCTION_ERROR_INIT_FAILURE".to_owned())
    };
    until("it failed", failed).await;
    until("those under way failed too", || house.driver.live().is_empty()).await;
    assert!(starts.load(Ordering::SeqCst) <= 8, "not all of them are tried");
    broken.store(false, Ordering::SeqCst);
    until("the next try does it", || house.is_ready(&one, 20)).await;
}

#[tokio::test]
async fn a_runtime_that_dies_unused_is_not_started_without_a_pause() {
    let starts = Arc::new(AtomicUsize::new(0));
    let house = {
        let starts = Arc::clone(&starts);
        House::new(move |process| {
            let starts = Arc::clone(&starts);
            async move {
                starts.fetch_add(1, Ordering::SeqCst);
                tokio::select! {
                    status = echo(process) => status,
                    () = tokio::time::sleep(Duration::from_millis(20)) => ExitStatus::Exited(0),
                }
            }
        })
    };
    let begun = std::time::Instant::now();
    house.provision(&version(1), 1, None);
    until("it is started for the third time", || starts.load(Ordering::SeqCst) == 3).await;
    assert!(begun.elapsed() >= Duration::from_secs(3), "after one second, and two more");
}

#[tokio::test]
async fn without_room_there_are_as_many_as_fit_and_a_reason() {
    let house = House::with(|config| config.memory_limit_mb = 300, echo);
    let named = FunctionConfig { name: FunctionName::new("other").unwrap(), ..function() };
    house.run_and_settle(&Arc::new(named), "1").await;
    let one = version(1);
    house.provision(&one, 3, None);
    let full = Provisioned {
        requested: 3,
        available: 2,
        state: ProvisioningState::Failed("INSUFFICIENT_CAPACITY".to_owned()),
    };
    until("an idle one made room, and there is no more", || house.provisioned(&one).unwrap() == full).await;
    house.provision(&one, 2, None);
    assert!(house.is_ready(&one, 2));
    house.provision(&one, 1, None);
    until("one goes", || house.driver.live().len() == 1).await;
    house.provision(&one, 0, None);
    until("all go", || house.driver.live().is_empty()).await;
    assert_eq!(house.provisioned(&one), None);
    until("the pool is gone", || house.worker.status().memory_mb == 0).await;
    // Wanted again, after its pool was forgotten.
    house.provision(&one, 1, None);
    until("it is there again", || house.is_ready(&one, 1)).await;
    assert!(house.worker.drain(Duration::from_secs(5)).await);
    assert!(house.driver.live().is_empty());
    house.provision(&one, 2, None);
    assert_eq!(house.count(|event| matches!(event, Event::Created(_))), 4, "nothing after the end");
}
