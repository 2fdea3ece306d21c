//! Log records in frames on the third output: one record is one event, whatever else is written there.

use crate::support::*;
use domain::{Clock, FunctionConfig, clock::SystemClock};
use sandbox::simulated::SimulatedProcess;
use std::io::Write;
use std::sync::Arc;

fn frame(millis: i64, message: &str) -> Vec<u8> {
    let length = u32::try_from(message.len()).unwrap().to_be_bytes();
    [&[0xa5, 0x5a, 0, 3], &length[..], &(millis * 1_000).to_be_bytes(), message.as_bytes()].concat()
}

fn write(process: &SimulatedProcess, bytes: &[u8]) {
    process.records.as_ref().unwrap().write_all(bytes).unwrap();
}

/// What the process is told after its start.
pub(crate) async fn told(process: &mut SimulatedProcess) -> serde_json::Value {
    let late = process.late.take().unwrap();
    tokio::task::spawn_blocking(move || serde_json::from_reader(late).unwrap()).await.unwrap()
}

/// The log without the platform's lines.
fn own(house: &House) -> Vec<String> {
    let platform = ["INIT_", "START ", "END ", "REPORT "];
    house.log().into_iter().filter(|line| !platform.iter().any(|start| line.starts_with(start))).collect()
}

#[tokio::test]
async fn a_record_of_several_lines_is_one_event_with_its_own_time() {
    let house = House::new(|mut process| async move {
        let told = told(&mut process).await;
        assert_eq!(told["environment"]["_LAMBDA_TELEMETRY_LOG_FD"], "3");
        let mut api = Api::connect(&process).await;
        loop {
            let event = api.next().await;
            let now = SystemClock.now().0;
            writeln!(&process.stdout, "at {now}").unwrap();
            // So that its time is not the time of reading.
            let later = || SystemClock.now().0 > now + 5;
            write(&process, &frame(now, "Traceback:\n  one\n  two\n"));
            write(&process, &frame(0, "of the past\n"));
            write(&process, &frame(i64::MAX / 1_000, "of the future\n"));
            until("time goes on", later).await;
            api.respond(&event.id, "{}").await;
        }
    });
    let function = Arc::new(house.node_function());
    for n in 0..20 {
        let begun = SystemClock.now().0;
        let outcome = house.run_and_settle(&function, &n.to_string()).await;
        let log = tail(&outcome);
        let own = "\nTraceback:\n  one\n  two\nof the past\nof the future\nEND RequestId: ";
        assert!(log.contains(own), "{log}");
        let events = house.events();
        let events = &events[events.iter().rposition(|e| e.message.starts_with("START ")).unwrap()..];
        let named = |name: &str| events.iter().find(|e| e.message.starts_with(name)).unwrap();
        let written: i64 = named("at ").message[3..].parse().unwrap();
        assert_eq!(named("Traceback:").message, "Traceback:\n  one\n  two");
        // Its own, unless it was in the log earlier than what came before.
        let time = named("Traceback:").timestamp.0;
        assert!(written <= time && time <= named("at ").timestamp.0.max(written), "{time} {written}");
        assert!(named("of the past").timestamp.0 >= begun);
        assert!(named("of the future").timestamp <= named("END ").timestamp);
    }
    let events = house.events();
    assert!(events.is_sorted_by_key(|event| event.timestamp), "{events:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_printed_before_a_record_is_before_it() {
    let house = House::new(|process| async move {
        let mut api = Api::connect(&process).await;
        loop {
            let event = api.next().await;
            for n in 0..10 {
                writeln!(&process.stdout, "out {n}").unwrap();
                writeln!(&process.stderr, "err {n}").unwrap();
                write(&process, &frame(0, &format!("record {n}\n")));
            }
            api.respond(&event.id, "{}").await;
        }
    });
    let function = Arc::new(house.node_function());
    for n in 0..100 {
        let log = tail(&house.run_and_settle(&function, &n.to_string()).await);
        let at = |line: String| log.find(&line).unwrap_or_else(|| panic!("{line}: {log}"));
        for n in 0..10 {
            let record = at(format!("record {n}\n"));
            assert!(at(format!("out {n}\n")) < record && at(format!("err {n}\n")) < record, "{log}");
        }
    }
}

#[tokio::test]
async fn custom_runtimes_have_none() {
    let house = House::new(|process| async move {
        assert!(process.records.is_none());
        assert!(process.process.env.iter().all(|(name, _)| name != "_LAMBDA_TELEMETRY_LOG_FD"));
        echo(process).await
    });
    assert_eq!(success(&house.run(&Arc::new(function()), "1").await), "1");
}

#[tokio::test]
async fn what_was_announced_and_never_came_holds_nothing_up() {
    let house = House::new(|process| async move {
        write(&process, b"no frame\n");
        let mut api = Api::connect(&process).await;
        loop {
            let event = api.next().await;
            let mut lie = frame(0, "half of it");
            lie[4..8].fill(0xff);
            match event.text() {
                "whole" => write(&process, &frame(0, "whole\n")),
                // The end of the process is in the middle of a message, or of a header.
                "lie" => write(&process, &lie),
                _ => write(&process, &lie[..9]),
            }
            if event.text() != "whole" {
                return sandbox::ExitStatus::Exited(1);
            }
            api.respond(&event.id, "{}").await;
        }
    });
    let function = Arc::new(FunctionConfig { timeout_s: 5, ..house.node_function() });
    for payload in ["whole", "lie", "whole", "header", "whole"] {
        let outcome = house.run_and_settle(&function, payload).await;
        let log = tail(&outcome);
        assert_eq!(log.contains("\nhalf of it\n"), payload == "lie", "{log}");
        assert_eq!(log.contains("\nwhole\n"), payload == "whole", "{log}");
    }
    let mut log = own(&house);
    log.retain(|line| !line.starts_with("RequestId: "));
    assert_eq!(log, ["no frame", "whole", "half of it", "no frame", "whole", "no frame", "whole"]);
}
