//! Extensions beside the runtime.

mod shutdown;

use crate::support::*;
use domain::*;
use sandbox::simulated::{Event, SimulatedProcess};
use sandbox::{ExitStatus, Signal};
use serde_json::Value;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

const BOTH: &str = r#"["INVOKE","SHUTDOWN"]"#;
const EXITED: ExitStatus = ExitStatus::Exited(0);

/// The name of the external extension that a process is, if it is one.
fn extension(process: &SimulatedProcess) -> Option<String> {
    process.process.argv[0].strip_prefix("/opt/extensions/").map(str::to_owned)
}

/// What extensions were told, in the order of their being told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<(String, Value, Instant)>>>);

impl Told {
    fn note(&self, who: &str, event: Value) {
        self.0.lock().unwrap().push((who.to_owned(), event, Instant::now()));
    }

    /// Of each event who was told, and its request or the reason for the shutdown.
    fn shown(&self) -> Vec<String> {
        let shown = |(who, event, _): &(String, Value, Instant)| {
            let what = ["shutdownReason", "requestId"].iter().find_map(|field| event[field].as_str());
            format!("{who} {}", what.unwrap_or("?"))
        };
        self.0.lock().unwrap().iter().map(shown).collect()
    }

    async fn until(&self, count: usize) {
        until("extensions are told", || self.0.lock().unwrap().len() >= count).await;
    }

    fn get(&self, at: usize) -> (Value, Instant) {
        let (_, event, when) = self.0.lock().unwrap()[at].clone();
        (event, when)
    }
}

/// An extension as it should be: notes what it is told, and ends when it is time to.
async fn obedient(process: &SimulatedProcess, name: &str, told: &Told) -> ExitStatus {
    let mut api = ExtensionApi::register(process, name, BOTH).await;
    loop {
        let event = api.next().await;
        told.note(name, event.clone());
        if event["eventType"] == "SHUTDOWN" {
            return EXITED;
        }
    }
}

/// A house whose runtime echoes, and whose extensions do this.
fn house_of<F, Fut>(extend: F) -> House
where
    F: Fn(SimulatedProcess, String) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = ExitStatus> + Send + 'static,
{
    House::new(playing(extend))
}

/// What plays the processes of such a house.
fn playing<F, Fut>(extend: F) -> impl Fn(SimulatedProcess) -> Played + Send + Sync + 'static
where
    F: Fn(SimulatedProcess, String) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = ExitStatus> + Send + 'static,
{
    move |process| match extension(&process) {
        Some(name) => Box::pin(extend(process, name)),
        None => Box::pin(echo(process)),
    }
}

type Played = Pin<Box<dyn Future<Output = ExitStatus> + Send>>;

/// Such a house with obedient extensions.
fn obedient_house(told: &Told) -> House {
    let told = told.clone();
    house_of(move |process, name| {
        let told = told.clone();
        async move { obedient(&process, &name, &told).await }
    })
}

async fn gone(house: &House) {
    until("nothing is left", || house.driver.live().is_empty()).await;
}

#[tokio::test]
async fn extensions_come_first_and_are_told_of_everything() {
    let told = Told::default();
    let house = obedient_house(&told);
    let function = Arc::new(with_extensions(2));
    for _ in 0..2 {
        house.run_and_settle(&function, "1").await;
        // Each takes its event in its own time.
        told.until(2).await;
    }
    told.until(4).await;
    let spawned: Vec<String> = house
        .driver
        .events()
        .iter()
        .filter_map(|event| match event {
            Event::Spawned(_, program) => Some(program.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(spawned, ["/opt/extensions/x0", "/opt/extensions/x1", "/var/task/bootstrap"]);
    let mut shown = told.shown();
    shown.sort();
    let ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    assert_eq!(shown, ["x0", "x1"].map(|who| ids.map(|id| format!("{who} {id}"))).concat());
    let (event, _) = told.get(0);
    assert_eq!(event["eventType"], "INVOKE");
    assert_eq!(event["invokedFunctionArn"], "arn:aws:lambda:us-east-1:123456789012:function:f");
    assert_eq!(event["tracing"]["value"], "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
    let log = house.log();
    for name in ["x0", "x1"] {
        let line = format!("EXTENSION\tName: {name}\tState: Ready\tEvents: [INVOKE, SHUTDOWN]");
        assert_eq!(log.iter().filter(|logged| **logged == line).count(), 1, "{log:?}");
    }

    house.worker.retire(&function.scope, &function.name, None);
    gone(&house).await;
    let mut shown = told.shown().split_off(4);
    shown.sort();
    assert_eq!(shown, ["x0 spindown", "x1 spindown"]);
    assert_eq!(house.count(|event| matches!(event, Event::Signaled(_, Signal::Term))), 1);
}

#[tokio::test]
async fn what_an_extension_sees_and_writes() {
    let house = house_of(move |mut process, name| async move {
        use std::io::Write;
        let variable = |name: &str| process.process.env.iter().find(|(known, _)| known == name).cloned();
        for seen in ["AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_ACCESS_KEY_ID", "PATH"] {
            assert!(variable(seen).is_some(), "{seen}");
        }
        for hidden in ["_HANDLER", "LAMBDA_TASK_ROOT", "AWS_LAMBDA_LOG_GROUP_NAME", "_AWS_XRAY_DAEMON_PORT"] {
            assert!(variable(hidden).is_none(), "{hidden}");
        }
        assert_eq!(process.process.cwd, std::path::Path::new("/"));
        process.stdout.write_all(b"a line\nhalf a ").unwrap();
        process.stderr.write_all(b"an error\n").unwrap();
        let mut api = ExtensionApi::register(&process, &name, BOTH).await;
        while api.next().await["eventType"] == "INVOKE" {}
        process.stdout.write_all(b"line\nlast words").unwrap();
        EXITED
    });
    let function = Arc::new(with_extensions(1));
    house.run_and_settle(&function, "1").await;
    until("its lines are there", || {
        ["a line", "an error"].iter().all(|line| house.log().iter().any(|logged| logged == line))
    })
    .await;
    house.worker.retire(&function.scope, &function.name, None);
    gone(&house).await;
    let log = house.log();
    assert!(log.iter().any(|line| line == "half a line"), "{log:?}");
    assert_eq!(log.last().unwrap(), "last words");
}

#[tokio::test]
async fn the_answer_does_not_wait_for_extensions_but_the_environment_does() {
    let done = Arc::new(Semaphore::new(0));
    let gate = Arc::clone(&done);
    let house = house_of(move |process, name| {
        let gate = Arc::clone(&gate);
        async move {
            let mut api = ExtensionApi::register(&process, &name, BOTH).await;
            while api.next().await["eventType"] == "INVOKE" {
                gate.acquire().await.unwrap().forget();
            }
            EXITED
        }
    });
    let function = Arc::new(with_extensions(1));
    let held = Arc::new(());
    let invocation = house.invocation("1");
    let running = house.worker.run_holding(Arc::clone(&function), invocation, None, Arc::clone(&held));
    let outcome = running.await.unwrap();
    assert_eq!((success(&outcome), Arc::strong_count(&held)), ("1", 2));
    assert!(tail(&outcome).contains("END RequestId"), "{}", tail(&outcome));
    assert!(!tail(&outcome).contains("REPORT RequestId"));
    assert_eq!(house.worker.status().pools[0].busy, 1);
    // It is not used again meanwhile: another one is made.
    let other = house.run(&function, "2").await;
    assert_eq!((success(&other), house.created()), ("2", 2));
    assert_eq!(house.log().iter().filter(|line| line.starts_with("REPORT")).count(), 0);
    done.add_permits(2);
    house.settled().await;
    until("nothing is held any more", || Arc::strong_count(&held) == 1).await;
    assert_eq!(house.log().iter().filter(|line| line.starts_with("REPORT")).count(), 2);
    done.add_permits(1);
    house.run_and_settle(&function, "3").await;
    assert_eq!(house.created(), 2);
    done.add_permits(9);
}

#[tokio::test]
async fn an_extension_that_goes_on_too_long_times_the_invocation_out() {
    let told = Told::default();
    let noted = told.clone();
    let house = house_of(move |process, name| {
        let told = noted.clone();
        async move {
            let mut api = ExtensionApi::register(&process, &name, BOTH).await;
            api.next().await;
            // Works on for longer than it may, and then looks what is next.
            tokio::time::sleep(Duration::from_millis(1_400)).await;
            told.note(&name, api.next().await);
            // Ends never by itself.
            hang().await
        }
    });
    let function = Arc::new(FunctionConfig { timeout_s: 1, ..with_extensions(1) });
    let begun = Instant::now();
    let outcome = house.run(&function, "1").await;
    assert_eq!(success(&outcome), "1");
    house.settled().await;
    let took = begun.elapsed();
    assert_eq!(told.shown(), ["x0 timeout"]);
    // The time limit, then the whole of the shutdown phase.
    assert!((2_900..6_000).contains(&took.as_millis()), "{took:?}");
    let log = house.log();
    assert!(log.iter().any(|line| line.ends_with(" Task timed out after 1.00 seconds\n")), "{log:?}");
    let report = log.iter().find(|line| line.starts_with("REPORT")).unwrap();
    assert!(report.contains("\tDuration: 1000.00 ms\t") && report.ends_with("Status: timeout"), "{report}");
    assert_eq!(house.created(), 1);
    assert!(house.count(|event| matches!(event, Event::Killed(_))) == 1);
}

#[tokio::test]
async fn an_internal_extension_is_told_by_a_signal_to_the_runtime_only() {
    let told = Told::default();
    let noted = told.clone();
    let house = House::new(move |mut process: SimulatedProcess| {
        let told = noted.clone();
        async move {
            let mut inner = ExtensionApi::register(&process, "inner", r#"["INVOKE"]"#).await;
            tokio::spawn(async move {
                loop {
                    let event = inner.next().await;
                    told.note("inner", event);
                }
            });
            let mut api = Api::connect(&process).await;
            let event = api.next().await;
            api.respond(&event.id, "ok").await;
            tokio::select! {
                _ = api.next() => panic!("one invocation only"),
                signal = process.signals.recv() => assert_eq!(signal, Some(Signal::Term)),
            }
            // As a runtime that takes its time to say good-bye.
            hang().await
        }
    });
    let function = Arc::new(function());
    house.run_and_settle(&function, "1").await;
    let line = "EXTENSION\tName: inner\tState: Ready\tEvents: [INVOKE]";
    assert!(house.log().iter().any(|logged| logged == line), "{:?}", house.log());
    let begun = Instant::now();
    house.worker.retire(&function.scope, &function.name, None);
    gone(&house).await;
    let took = begun.elapsed().as_millis();
    assert!((490..3_000).contains(&took), "{took} ms");
    assert_eq!(told.shown(), ["inner 00000000-0000-4000-8000-000000000001"]);
}

/// Runs one invocation with an extension that does `what`, and tells how it failed.
async fn failing(what: &'static str) -> (String, String, House) {
    let house = House::new(move |process| async move {
        let Some(name) = extension(&process) else { return echo_slowly(process).await };
        if what == "exits before it registers" {
            return ExitStatus::Exited(3);
        }
        let mut api = ExtensionApi::register(&process, &name, BOTH).await;
        match what {
            "exits when it has registered" => return EXITED,
            "reports an error of its init" => {
                assert_eq!(api.error("init").await, 202);
                return ExitStatus::Exited(1);
            }
            _ => {}
        }
        api.next().await;
        match what {
            "dies when there is an event" => ExitStatus::Signaled(11),
            "reports an error when there is an event" => {
                assert_eq!(api.error("exit").await, 202);
                ExitStatus::Exited(1)
            }
            other => panic!("{other}"),
        }
    });
    let outcome = house.run(&Arc::new(with_extensions(1)), "1").await;
    let (error_type, payload) = error(&outcome);
    let payload: Value = serde_json::from_str(payload).unwrap();
    assert_eq!(payload["errorType"], error_type);
    let message = payload["errorMessage"].as_str().unwrap();
    let message = message.strip_prefix("RequestId: 00000000-0000-4000-8000-000000000001 Error: ").unwrap();
    (error_type.to_owned(), message.to_owned(), house)
}

/// A runtime that never answers.
async fn echo_slowly(process: SimulatedProcess) -> ExitStatus {
    let mut api = Api::connect(&process).await;
    api.next().await;
    hang().await
}

#[tokio::test]
async fn extensions_that_fail_fail_the_invocation() {
    for (what, error_type, message, state) in [
        ("exits before it registers", "Extension.Crash", "exit status 3", "State: Started\tEvents: []"),
        (
            "exits when it has registered",
            "Extension.Crash",
            "exit code 0",
            "State: Registered\tEvents: [INVOKE, SHUTDOWN]",
        ),
        (
            "reports an error of its init",
            "Extension.InitError",
            "exit status 1",
            "State: InitError\tEvents: [INVOKE, SHUTDOWN]\tError Type: Agent.Broken",
        ),
        (
            "dies when there is an event",
            "Extension.Crash",
            "signal: segmentation fault",
            "State: Ready\tEvents: [INVOKE, SHUTDOWN]",
        ),
        (
            "reports an error when there is an event",
            "Extension.ExitError",
            "exit status 1",
            "State: Ready\tEvents: [INVOKE, SHUTDOWN]",
        ),
    ] {
        let (found_type, found_message, house) = failing(what).await;
        assert_eq!((found_type.as_str(), found_message.as_str()), (error_type, message), "{what}");
        let line = format!("EXTENSION\tName: x0\t{state}");
        assert!(house.log().contains(&line), "{what}: {:?}", house.log());
        let fault = format!(" Error: {message}\n{error_type}");
        assert!(house.log().iter().any(|line| line.ends_with(&fault)), "{what}: {:?}", house.log());
    }
}

#[tokio::test]
async fn a_crash_after_the_answer_resets_the_environment() {
    let told = Told::default();
    let noted = told.clone();
    let house = House::new(move |process| {
        let told = noted.clone();
        async move {
            match extension(&process).as_deref() {
                Some("x0") => obedient(&process, "x0", &told).await,
                Some(name) => {
                    let mut api = ExtensionApi::register(&process, name, BOTH).await;
                    api.next().await;
                    told.until(1).await;
                    ExitStatus::Exited(9)
                }
                None => echo(process).await,
            }
        }
    });
    let function = Arc::new(with_extensions(2));
    let outcome = house.run(&function, "1").await;
    assert_eq!(success(&outcome), "1");
    house.settled().await;
    assert_eq!(told.shown()[1..], ["x0 failure"]);
    let log = house.log();
    assert!(log.iter().any(|line| line.ends_with(" Error: exit status 9\nExtension.Crash")), "{log:?}");
    assert!(log.iter().any(|line| line.ends_with("Status: error\tError Type: Extension.Crash")), "{log:?}");
    // The same environment serves the next one.
    assert_eq!(success(&house.run(&function, "2").await), "2");
    assert_eq!(house.created(), 1);
}

#[tokio::test]
async fn a_runtime_that_dies_is_a_failure_and_one_that_hangs_a_timeout() {
    for (payload, reason, error_type) in
        [("die", "failure", "Runtime.ExitError"), ("hang", "timeout", "Sandbox.Timedout")]
    {
        let told = Told::default();
        let noted = told.clone();
        let house = House::new(move |process| {
            let told = noted.clone();
            async move {
                if let Some(name) = extension(&process) {
                    return obedient(&process, &name, &told).await;
                }
                let mut api = Api::connect(&process).await;
                let event = api.next().await;
                if event.text() == "hang" { hang().await } else { ExitStatus::Exited(1) }
            }
        });
        let function = Arc::new(FunctionConfig { timeout_s: 1, ..with_extensions(1) });
        let outcome = house.run(&function, payload).await;
        assert_eq!(error(&outcome).0, error_type);
        house.settled().await;
        assert_eq!(told.shown()[1..], [format!("x0 {reason}")]);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_never_registers_uses_up_the_init_phase_and_then_the_invocation() {
    let house = House::new(|process| async move {
        assert!(extension(&process).is_some(), "the runtime is not started");
        hang().await
    });
    let function = Arc::new(FunctionConfig { timeout_s: 3, ..with_extensions(1) });
    let begun = tokio::time::Instant::now();
    let outcome = house.run(&function, "1").await;
    assert_eq!(error(&outcome).0, "Sandbox.Timedout");
    let took = begun.elapsed().as_millis();
    assert!((13_000..13_500).contains(&took), "{took} ms");
    let log = house.log();
    let line = |line: &&String| line.ends_with("\tPhase: init\tStatus: timeout");
    assert!(log.iter().find(line).unwrap().starts_with("INIT_REPORT Init Duration: 1000"), "{log:?}");
    assert!(log.iter().any(|line| line == "EXTENSION\tName: x0\tState: Started\tEvents: []"), "{log:?}");
}

#[tokio::test]
async fn more_extensions_than_may_be_are_not_started() {
    let told = Told::default();
    let house = obedient_house(&told);
    let outcome = house.run(&Arc::new(with_extensions(11)), "1").await;
    assert_eq!(error(&outcome).0, "Extension.LaunchError");
    let log = house.log();
    let line = "EXTENSION\tName: x9\tState: LaunchError\tEvents: []\tError Type: TooManyExtensions";
    assert!(log.iter().any(|logged| logged == line), "{log:?}");
    assert_eq!(
        house.count(|event| matches!(event, Event::Spawned(_, program) if program.ends_with("bootstrap"))),
        0
    );
    let ten = house.run_and_settle(&Arc::new(with_extensions(10)), "1").await;
    assert_eq!(success(&ten), "1");
}
