//! Functions that fail, in every way, and what their callers are told.

use crate::support::*;
use domain::{FunctionConfig, limits};
use sandbox::ExitStatus;
use sandbox::simulated::Event;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Ends as the event says.
async fn ends(process: sandbox::simulated::SimulatedProcess) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    loop {
        let event = api.next().await;
        match event.text() {
            "exit 0" => return ExitStatus::Exited(0),
            "exit 1" => return ExitStatus::Exited(1),
            "signal" => return ExitStatus::Signaled(11),
            "oom" => return ExitStatus::OomKilled,
            "respond and exit" => {
                api.respond(&event.id, "last words").await;
                return ExitStatus::Exited(0);
            }
            "hang" => return hang().await,
            "stale" => {
                assert_eq!(api.respond("00000000-0000-4000-8000-999999999999", "not mine").await, 400);
                api.respond(&event.id, "mine").await;
            }
            "large" => {
                let body = vec![b'x'; limits::MAX_RESPONSE + 1];
                assert_eq!(api.respond(&event.id, body).await, 413);
            }
            "raise" => {
                api.fail(&event.id, r#"{"errorMessage": "no", "errorType": "ValueError"}"#).await;
            }
            _ => {
                api.respond(&event.id, &event.body).await;
            }
        }
    }
}

#[tokio::test]
async fn a_process_that_ends() {
    let house = House::new(ends);
    let function = Arc::new(function());
    for (event, error_type, text) in [
        ("exit 0", "Runtime.ExitError", "Runtime exited without providing a reason"),
        ("exit 1", "Runtime.ExitError", "Runtime exited with error: exit status 1"),
        ("signal", "Runtime.ExitError", "Runtime exited with error: signal: segmentation fault"),
        ("oom", "Runtime.OutOfMemory", "Runtime exited with error: signal: killed"),
    ] {
        let invocation = house.invocation(event);
        let id = invocation.id.clone();
        let outcome = house.worker.run(Arc::clone(&function), invocation).await.unwrap();
        house.settled().await;
        let payload =
            format!(r#"{{"errorType":"{error_type}","errorMessage":"RequestId: {id} Error: {text}"}}"#);
        assert_eq!(error(&outcome), (error_type, &*payload));
        let log = tail(&outcome);
        assert!(
            log.contains(&format!("RequestId: {id} Error: {text}\n{error_type}\nEND RequestId: {id}\n")),
            "{log}"
        );
        assert!(log.ends_with(&format!("\tStatus: error\tError Type: {error_type}\n")), "{log}");
        // The sandbox and its /tmp stay; the next invocation starts the runtime anew.
        let next = house.run_and_settle(&function, "fine").await;
        assert_eq!(success(&next), "fine");
        assert!(tail(&next).starts_with("START ") && !tail(&next).contains(&*id.0), "{}", tail(&next));
    }
    assert_eq!(house.created(), 1);
}

#[tokio::test]
async fn a_response_with_the_last_breath_counts() {
    let house = House::new(ends);
    let function = Arc::new(function());
    for _ in 0..20 {
        assert_eq!(success(&house.run(&function, "respond and exit").await), "last words");
    }
}

#[tokio::test]
async fn the_time_limit() {
    let house = House::new(ends);
    let function = Arc::new(FunctionConfig { timeout_s: 1, ..function() });
    assert_eq!(success(&house.run_and_settle(&function, "fine").await), "fine");
    let invocation = house.invocation("hang");
    let id = invocation.id.clone();
    let outcome = house.worker.run(Arc::clone(&function), invocation).await.unwrap();
    let payload = format!(
        r#"{{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {id} Error: Task timed out after 1.00 seconds"}}"#
    );
    assert_eq!(error(&outcome), ("Sandbox.Timedout", &*payload));
    assert_eq!(outcome.report.duration, Duration::from_secs(1));
    assert_eq!(outcome.report.billed_ms, 1_000);
    let log = tail(&outcome);
    assert!(
        log.contains(&format!("Z {id} Task timed out after 1.00 seconds\n\nEND RequestId: {id}\n")),
        "{log}"
    );
    assert!(log.contains("\tDuration: 1000.00 ms\tBilled Duration: 1000 ms\t"), "{log}");
    assert!(log.ends_with("\tStatus: timeout\n"), "{log}");
    until("its processes are killed", || house.count(|event| matches!(event, Event::Killed(_))) == 1).await;
    house.settled().await;
    assert_eq!(success(&house.run_and_settle(&function, "fine").await), "fine");
    assert_eq!(house.created(), 1, "the environment was reset, not replaced");
}

#[tokio::test]
async fn the_deadline_is_the_time_limit_from_the_handover() {
    let house = House::new(|process| async move {
        let mut api = Api::connect(&process).await;
        loop {
            let event = api.next().await;
            api.respond(&event.id, event.deadline_ms.to_string()).await;
        }
    });
    let function = Arc::new(FunctionConfig { timeout_s: 30, ..function() });
    for _ in 0..2 {
        let now = || domain::Clock::now(&domain::clock::SystemClock).0;
        let before = now();
        let deadline: i64 = success(&house.run(&function, "{}").await).parse().unwrap();
        assert!((before + 30_000..=now() + 30_000).contains(&deadline));
    }
}

#[tokio::test]
async fn errors_answers_of_others_and_too_large_ones() {
    let house = House::new(ends);
    let function = Arc::new(function());
    let raised = house.run_and_settle(&function, "raise").await;
    assert_eq!(error(&raised), ("ValueError", r#"{"errorMessage": "no", "errorType": "ValueError"}"#));
    assert!(!tail(&raised).contains("Status:"), "a handler's error is no error of the platform");
    assert_eq!(success(&house.run_and_settle(&function, "stale").await), "mine");
    let large = house.run_and_settle(&function, "large").await;
    assert_eq!(
        error(&large),
        (
            "Function.ResponseSizeTooLarge",
            r#"{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}"#
        )
    );
    assert_eq!(success(&house.run_and_settle(&function, "fine").await), "fine");
    assert_eq!(house.created(), 1, "nothing of this ends an environment");
}

#[tokio::test]
async fn a_crash_in_the_init_phase_is_tried_again_and_told() {
    // Crashes at the first start, then at every start.
    for crashes in [1, usize::MAX] {
        let starts = Arc::new(AtomicUsize::new(0));
        let house = {
            let starts = Arc::clone(&starts);
            House::new(move |process| {
                let number = starts.fetch_add(1, Ordering::SeqCst);
                async move {
                    if number < crashes {
                        writeln!(&process.stderr, "cannot start").unwrap();
                        return ExitStatus::Exited(3);
                    }
                    echo(process).await
                }
            })
        };
        let function = Arc::new(function());
        let outcome = house.run(&function, "1").await;
        assert_eq!(starts.load(Ordering::SeqCst), 2);
        assert_eq!(outcome.report.init, None);
        let log = house.log();
        let report = log.iter().filter(|line| line.starts_with("INIT_REPORT")).collect::<Vec<_>>();
        assert!(report[0].ends_with("\tPhase: init\tStatus: error\tError Type: Runtime.ExitError"));
        assert!(log.contains(&"cannot start".to_owned()));
        if crashes == 1 {
            assert_eq!(success(&outcome), "1");
            assert_eq!(report.len(), 1);
        } else {
            assert!(error(&outcome).1.ends_with(r#"Error: Runtime exited with error: exit status 3"}"#));
            assert!(report[1].contains("\tPhase: invoke\tStatus: error\t"));
        }
    }
}

#[tokio::test]
async fn a_reported_init_error_is_the_callers_payload() {
    let body = r#"{"errorMessage": "No module named 'x'", "errorType": "Runtime.ImportModuleError", "requestId": ""}"#;
    let house = House::new(move |process| async move {
        let mut api = Api::connect(&process).await;
        assert_eq!(api.init_error(body).await, 202);
        ExitStatus::Exited(1)
    });
    let outcome = house.run(&Arc::new(function()), "1").await;
    assert_eq!(error(&outcome), ("Runtime.ImportModuleError", body));
    assert!(tail(&outcome).ends_with("\tStatus: error\tError Type: Runtime.ImportModuleError\n"));
}

#[tokio::test(start_paused = true)]
async fn an_init_phase_that_hangs_ends_after_ten_seconds_and_then_by_the_time_limit() {
    let house = House::new(|_| hang());
    let function = Arc::new(FunctionConfig { timeout_s: 3, ..function() });
    let begun = tokio::time::Instant::now();
    let outcome = house.run(&function, "1").await;
    assert_eq!(begun.elapsed().as_secs(), 13);
    assert_eq!(error(&outcome).0, "Sandbox.Timedout");
    let log = house.log();
    assert!(log[1].starts_with("INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout"));
    assert!(log[2].starts_with("INIT_REPORT Init Duration: 3000.00 ms\tPhase: invoke\tStatus: timeout"));
    assert!(log.last().unwrap().ends_with("\tStatus: timeout"));
}
