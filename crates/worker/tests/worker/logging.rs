//! What is in the log, in which order, and what is not.

use crate::support::*;
use domain::FunctionConfig;
use domain::function::{LogFormat, LoggingConfig};
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

#[tokio::test]
async fn the_lines_of_an_invocation() {
    let house = House::new(|process| async move {
        writeln!(&process.stdout, "loading").unwrap();
        let mut api = Api::connect(&process).await;
        loop {
            let event = api.next().await;
            // The last line has no end, and nothing waits between it and the answer.
            write!(&process.stdout, "\x1b[31m{}\x1b[0m\nunfinished {}", event.text(), event.text()).unwrap();
            api.respond(&event.id, "{}").await;
        }
    });
    let function = Arc::new(function());
    for n in 0..50 {
        let invocation = house.invocation(&n.to_string());
        let id = invocation.id.clone();
        let outcome = house.worker.run(Arc::clone(&function), invocation).await.unwrap();
        house.settled().await;
        let log = tail(&outcome);
        // The first invocation waited for the init phase, and is told of it.
        let (init, log) = log.split_at(log.find("START RequestId").unwrap());
        let starts = ["INIT_START Runtime Version: provided:al2023\t", "loading"];
        assert_eq!(init.lines().count(), if n == 0 { 2 } else { 0 }, "{init}");
        assert!(init.lines().zip(starts).all(|(line, start)| line.starts_with(start)), "{init}");
        let start = format!(
            "START RequestId: {id} Version: $LATEST\n\x1b[31m{n}\x1b[0m\nunfinished {n}\nEND RequestId: {id}\nREPORT RequestId: {id}\tDuration: "
        );
        assert!(log.starts_with(&start), "{log}");
        assert_eq!(log.contains("Init Duration: "), n == 0);
        assert_eq!(log.lines().count(), 5);
        assert!(log.ends_with(" MB\t\n") || log.ends_with(" ms\t\n"), "{log}");
    }
    let log = house.log();
    assert!(log[0].starts_with(
        "INIT_START Runtime Version: provided:al2023\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:"
    ));
    assert_eq!(log[1], "loading");
    let streams = house.streams();
    assert_eq!(streams.len(), 1, "one environment, one stream");
    assert_eq!(&*streams[0].group, "/aws/lambda/f");
    let (date, rest) = streams[0].stream.split_at(11);
    assert!(date.bytes().all(|b| b.is_ascii_digit() || b == b'/'));
    assert!(rest.starts_with("[$LATEST]") && rest.len() == 9 + 32, "{rest}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_holds_nothing_up() {
    let house = House::new(|process| async move {
        let mut api = Api::connect(&process).await;
        let event = api.next().await;
        let mut stdout = process.stdout.try_clone().unwrap();
        let flood = move || {
            let line = [&[b'x'; 1023][..], b"\n"].concat();
            (0..30_000).try_for_each(|_| stdout.write_all(&line)).unwrap();
        };
        tokio::task::spawn_blocking(flood).await.unwrap();
        api.respond(&event.id, "{}").await;
        hang().await
    });
    let outcome = house.run(&Arc::new(FunctionConfig { timeout_s: 60, ..function() }), "1").await;
    assert_eq!(success(&outcome), "{}");
    assert_eq!(outcome.log_tail.len(), 4096);
    let log = tail(&outcome);
    assert!(log.contains("\nEND RequestId") && log.contains("\nREPORT RequestId"));
    // As much as an environment may write at once is all there.
    assert_eq!(house.log().iter().filter(|line| line.starts_with('x')).count(), 30_000);
}

#[tokio::test]
async fn json_logs() {
    let house = House::new(echo);
    let logging = LoggingConfig {
        format: LogFormat::Json,
        system_level: Some("DEBUG".to_owned()),
        group: Some("/my/group".to_owned()),
        ..LoggingConfig::default()
    };
    let function = Arc::new(FunctionConfig { logging, ..function() });
    house.run(&function, "1").await;
    let types: Vec<String> = house
        .log()
        .iter()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["type"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        types,
        [
            "platform.initStart",
            "platform.initRuntimeDone",
            "platform.initReport",
            "platform.start",
            "platform.runtimeDone",
            "platform.report"
        ]
    );
    assert_eq!(&*house.streams()[0].group, "/my/group");
}

#[tokio::test]
async fn the_environment_of_a_process() {
    let house = House::new(|process| async move {
        let env: BTreeMap<_, _> = process.process.env.iter().cloned().collect();
        let body = serde_json::json!({"env": env, "argv": process.process.argv, "cwd": process.process.cwd});
        let mut api = Api::connect(&process).await;
        let event = api.next().await;
        api.respond(&event.id, body.to_string()).await;
        hang().await
    });
    let own = [("COLOUR", "blue"), ("AWS_REGION", "nowhere"), ("TZ", "Europe/Berlin")];
    let environment = own.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let function = FunctionConfig { environment: Some(environment.into()), ..function() };
    let outcome = house.run(&Arc::new(function), "1").await;
    let seen: serde_json::Value = serde_json::from_str(success(&outcome)).unwrap();
    assert_eq!(seen["argv"], serde_json::json!(["/var/task/bootstrap"]));
    assert_eq!(seen["cwd"], "/var/task");
    for (name, value) in [
        ("COLOUR", "blue"),
        ("TZ", "Europe/Berlin"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
        ("AWS_LAMBDA_FUNCTION_NAME", "f"),
        ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
        ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/f"),
        ("AWS_LAMBDA_LOG_STREAM_NAME", &house.streams()[0].stream),
        ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        ("AWS_ACCESS_KEY_ID", "AKID"),
        ("AWS_SECRET_ACCESS_KEY", "SECRET"),
        ("AWS_SESSION_TOKEN", "TOKEN"),
        ("_HANDLER", "index.handler"),
        ("LAMBDA_TASK_ROOT", "/var/task"),
    ] {
        assert_eq!(seen["env"][name], value, "{name}");
    }
    assert!(seen["env"].get("AWS_EXECUTION_ENV").is_none(), "AWS sets none for custom runtimes");
}
