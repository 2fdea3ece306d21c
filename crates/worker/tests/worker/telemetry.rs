//! Telemetry to extensions that subscribed: what arrives, when, and what becomes of what does not.

use crate::support::*;
use domain::FunctionConfig;
use domain::function::{LogFormat, LoggingConfig};
use sandbox::simulated::{Event, SimulatedProcess};
use serde_json::{Value, json};
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Registers an internal extension.
async fn register(api: &mut Api, name: &str) -> String {
    let headers = format!("lambda-extension-name: {name}\r\n");
    let path = "/2020-01-01/extension/register";
    let (status, head, _) = api.call("POST", path, &headers, b"{\"events\":[]}").await;
    assert_eq!(status, 200, "{head}");
    header(&head, "lambda-extension-identifier").unwrap()
}

/// It is initialised when it waits for an event, of which there are none for it.
async fn follow(process: &SimulatedProcess, id: &str) {
    let mut api = Api::connect(process).await;
    let headers = format!("lambda-extension-identifier: {id}\r\n");
    tokio::spawn(async move { api.call("GET", "/2020-01-01/extension/event/next", &headers, b"").await });
}

async fn subscribe(api: &mut Api, id: &str, wanted: &Value) -> (u16, String) {
    let headers = format!("lambda-extension-identifier: {id}\r\n");
    let path = if wanted["schemaVersion"].as_str().unwrap() < "2022" {
        "/2020-08-15/logs"
    } else {
        "/2022-07-01/telemetry"
    };
    let (status, _, body) = api.call("PUT", path, &headers, wanted.to_string().as_bytes()).await;
    (status, String::from_utf8(body).unwrap())
}

fn wanted(version: &str, destination: Value) -> Value {
    json!({
        "schemaVersion": version, "types": ["platform", "function", "extension"],
        "buffering": {"timeoutMs": 25}, "destination": destination,
    })
}

fn http(port: u16) -> Value {
    json!({"protocol": "HTTP", "URI": format!("http://sandbox.localdomain:{port}/path?query")})
}

/// An HTTP listener that keeps what it gets, and answers with statuses in turn, the last one for ever.
#[derive(Clone, Default)]
struct Listener {
    heads: Arc<Mutex<Vec<String>>>,
    events: Arc<Mutex<Vec<Value>>>,
    statuses: Arc<Mutex<Vec<u16>>>,
}

impl Listener {
    async fn start(self) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(self.clone().serve(stream));
            }
        });
        port
    }

    async fn serve(self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        loop {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                if stream.read_line(&mut head).await.unwrap_or(0) == 0 {
                    return;
                }
            }
            let length = header(&head.to_lowercase(), "content-length").unwrap().parse().unwrap();
            let mut body = vec![0; length];
            stream.read_exact(&mut body).await.unwrap();
            let status = {
                let mut statuses = self.statuses.lock().unwrap();
                if statuses.len() > 1 { statuses.remove(0) } else { statuses.first().copied().unwrap_or(200) }
            };
            if status == 200 {
                let Value::Array(events) = serde_json::from_slice(&body).unwrap() else { panic!("no array") };
                self.events.lock().unwrap().extend(events);
            }
            self.heads.lock().unwrap().push(head);
            let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 2\r\n\r\nok");
            stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
        }
    }

    fn kinds(&self) -> Vec<String> {
        let events = self.events.lock().unwrap();
        events.iter().map(|event| event["type"].as_str().unwrap().to_owned()).collect()
    }

    fn of(&self, kind: &str) -> Vec<Value> {
        let events = self.events.lock().unwrap();
        events.iter().filter(|event| event["type"] == kind).map(|event| event["record"].clone()).collect()
    }

    async fn has(&self, kind: &str, count: usize) {
        until(kind, || self.of(kind).len() >= count).await;
    }
}

/// A runtime that logs, subscribes, logs, and echoes.
async fn subscribing(process: SimulatedProcess, wanted: Value) -> sandbox::ExitStatus {
    writeln!(&process.stdout, "before the subscription").unwrap();
    let mut api = Api::connect(&process).await;
    let id = register(&mut api, "watcher").await;
    let (status, body) = subscribe(&mut api, &id, &wanted).await;
    assert_eq!((status, body.as_str()), (200, "\"OK\""));
    follow(&process, &id).await;
    loop {
        let event = api.next().await;
        writeln!(&process.stdout, "{}", event.text()).unwrap();
        api.respond(&event.id, &event.body).await;
    }
}

#[tokio::test]
async fn an_invocation_over_http() {
    let listener = Listener::default();
    let port = listener.clone().start().await;
    let house = House::new(move |process| subscribing(process, wanted("2022-12-13", http(port))));
    let logging = LoggingConfig { format: LogFormat::Json, ..LoggingConfig::default() };
    let function = Arc::new(FunctionConfig { logging, ..function() });
    house.run_and_settle(&function, "{\"n\": 1}").await;
    listener.has("platform.report", 1).await;
    assert_eq!(
        listener.kinds(),
        [
            "platform.initStart",
            "function",
            "platform.telemetrySubscription",
            "platform.initRuntimeDone",
            "platform.extension",
            "platform.initReport",
            "platform.start",
            "function",
            "platform.runtimeDone",
            "platform.report",
        ]
    );
    assert_eq!(listener.of("function"), [json!("before the subscription"), json!({"n": 1})]);
    let subscribed =
        json!({"name": "watcher", "state": "Subscribed", "types": ["platform", "function", "extension"]});
    assert_eq!(listener.of("platform.telemetrySubscription"), [subscribed]);
    let done = &listener.of("platform.runtimeDone")[0];
    assert_eq!((done["status"].as_str(), &done["metrics"]["producedBytes"]), (Some("success"), &json!(8)));
    let spans: Vec<_> = done["spans"].as_array().unwrap().iter().map(|span| &span["name"]).collect();
    assert_eq!(spans, ["responseLatency", "responseDuration", "runtimeOverhead"]);
    assert_eq!(listener.of("platform.report")[0]["metrics"]["memorySizeMB"], 128);
    {
        let heads = listener.heads.lock().unwrap();
        assert!(heads[0].starts_with("POST /path?query HTTP/1.1\r\n"), "{}", heads[0]);
        let head = heads[0].to_lowercase();
        assert_eq!(header(&head, "host").unwrap(), format!("sandbox.localdomain:{port}"));
        assert_eq!(header(&head, "content-type").unwrap(), "application/json");
    }
    assert!(house.log().iter().any(|line| line.contains("platform.telemetrySubscription")));
    // Warm, with nothing of before again.
    house.run_and_settle(&function, "2").await;
    listener.has("platform.report", 2).await;
    assert_eq!(listener.kinds()[10..].len(), 4);
    assert_eq!(house.created(), 1);
}

#[tokio::test]
async fn the_logs_api_over_tcp() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let destination = json!({"protocol": "TCP", "port": port});
    let house = House::new(move |process| subscribing(process, wanted("2021-03-18", destination.clone())));
    house.run_and_settle(&Arc::new(function()), "{}").await;
    let (stream, _) = listener.accept().await.unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut kinds = Vec::new();
    while kinds.last().is_none_or(|kind| kind != "platform.report") {
        let event: Value = serde_json::from_str(&lines.next_line().await.unwrap().unwrap()).unwrap();
        kinds.push(event["type"].as_str().unwrap().to_owned());
    }
    assert_eq!(
        kinds,
        [
            "function",
            "platform.logsSubscription",
            "platform.extension",
            "platform.start",
            "function",
            "platform.runtimeDone",
            "platform.end",
            "platform.report",
        ]
    );
    assert!(
        house
            .log()
            .iter()
            .any(|line| line.starts_with("LOGS\tName: watcher\tState: Subscribed\tTypes: [Platform,"))
    );
}

#[tokio::test]
async fn subscriptions_end_with_the_init_phase_and_replace_each_other() {
    let (first, second) = (Listener::default(), Listener::default());
    let ports = [first.clone().start().await, second.clone().start().await];
    let house = House::new(move |process| async move {
        let mut api = Api::connect(&process).await;
        let id = register(&mut api, "watcher").await;
        follow(&process, &id).await;
        for port in ports {
            assert_eq!(subscribe(&mut api, &id, &wanted("2022-07-01", http(port))).await.0, 200);
        }
        let (status, body) = subscribe(&mut api, &id, &wanted("2020-08-15", http(ports[0]))).await;
        assert!(status == 400 && body.contains("Logs.ValidationError"), "{body}");
        let event = api.next().await;
        let (status, body) = subscribe(&mut api, &id, &wanted("2022-07-01", http(ports[0]))).await;
        assert!(status == 403 && body.contains("Telemetry.SubscriptionClosed"), "{body}");
        api.respond(&event.id, "{}").await;
        hang().await
    });
    house.run(&Arc::new(function()), "{}").await;
    second.has("platform.report", 1).await;
    let states: Vec<_> =
        second.of("platform.telemetrySubscription").iter().map(|record| record["state"].clone()).collect();
    assert_eq!(states, ["Subscribed", "Already subscribed"]);
    assert!(first.kinds().is_empty());
}

#[tokio::test]
async fn a_refused_batch_is_sent_again() {
    let listener = Listener::default();
    *listener.statuses.lock().unwrap() = vec![500, 404, 200];
    let port = listener.clone().start().await;
    let house = House::new(move |process| subscribing(process, wanted("2022-07-01", http(port))));
    house.run_and_settle(&Arc::new(function()), "{}").await;
    listener.has("platform.report", 1).await;
    assert!(listener.of("platform.logsDropped").is_empty());
    assert!(listener.heads.lock().unwrap().len() >= 3);
}

/// Nobody listens: nothing waits for that, and who comes late is told how much is missing.
#[tokio::test]
async fn a_subscriber_that_is_gone_holds_nothing_up() {
    // A port that nobody else takes meanwhile: bound, and not listening.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let port = socket.local_addr().unwrap().port();
    let house = House::new(move |process| subscribing(process, wanted("2022-07-01", http(port))));
    let function = Arc::new(function());
    let begun = std::time::Instant::now();
    for n in 0..10 {
        house.run_and_settle(&function, &n.to_string()).await;
    }
    assert!(begun.elapsed() < Duration::from_secs(10));
    let listener = socket.listen(16).unwrap();
    let late = Listener::default();
    let serving = late.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serving.clone().serve(stream));
        }
    });
    // A flood larger than what is kept for it, while a batch is being retried, would be told; here all is still there.
    house.run_and_settle(&function, "last").await;
    late.has("platform.report", 1).await;
}

/// It accepts and never answers: the function's output is dropped for it alone, and counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_subscriber_loses_events_and_is_told() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let house = House::new(move |process| async move {
        let mut api = Api::connect(&process).await;
        let id = register(&mut api, "watcher").await;
        follow(&process, &id).await;
        assert_eq!(subscribe(&mut api, &id, &wanted("2022-07-01", http(port))).await.0, 200);
        loop {
            let event = api.next().await;
            let mut stdout = process.stdout.try_clone().unwrap();
            let flood = move || {
                let line = [&[b'x'; 1023][..], b"\n"].concat();
                (0..2_048).try_for_each(|_| stdout.write_all(&line)).unwrap();
            };
            tokio::task::spawn_blocking(flood).await.unwrap();
            api.respond(&event.id, "{}").await;
        }
    });
    let function = Arc::new(FunctionConfig { timeout_s: 60, ..function() });
    let (stuck, _) = {
        let outcome = house.run_and_settle(&function, "1").await;
        assert_eq!(success(&outcome), "{}");
        listener.accept().await.unwrap()
    };
    assert_eq!(house.log().iter().filter(|line| line.starts_with('x')).count(), 2_048, "the log has all");
    let slow = Listener::default();
    let serving = slow.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serving.clone().serve(stream));
        }
    });
    drop(stuck);
    house.run_and_settle(&function, "2").await;
    slow.has("platform.logsDropped", 1).await;
    let dropped = &slow.of("platform.logsDropped")[0];
    assert!(dropped["droppedRecords"].as_u64().unwrap() > 100, "{dropped}");
    assert!(dropped["reason"].as_str().unwrap().starts_with("Consumer seems to have fallen behind"));
}

#[tokio::test]
async fn nothing_is_sent_while_frozen_and_all_before() {
    let listener = Listener::default();
    let port = listener.clone().start().await;
    let slow = |mut wanted: Value| {
        wanted["buffering"] = json!({"timeoutMs": 30_000});
        wanted
    };
    let house = House::new(move |process| subscribing(process, slow(wanted("2022-07-01", http(port)))));
    let function = Arc::new(function());
    for n in 1..4 {
        house.run_and_settle(&function, "{}").await;
        until("it is frozen", || house.count(|event| matches!(event, Event::Frozen(_))) == n).await;
        // Long before the batch's own time.
        assert_eq!(listener.of("platform.report").len(), n);
    }
}

/// Even of an environment that was frozen: it runs again for its shutdown phase.
#[tokio::test]
async fn what_an_extension_says_at_the_end_arrives_in_the_shutdown_phase() {
    let listener = Listener::default();
    let port = listener.clone().start().await;
    let heard = listener.clone();
    let house = House::new(move |process| {
        let listener = heard.clone();
        async move {
            if process.process.argv[0] != "/opt/extensions/x0" {
                return echo(process).await;
            }
            let mut extension = ExtensionApi::register(&process, "x0", r#"["SHUTDOWN"]"#).await;
            let mut api = Api::connect(&process).await;
            let (status, _) = subscribe(&mut api, extension.id(), &wanted("2022-07-01", http(port))).await;
            assert_eq!(status, 200);
            assert_eq!(extension.next().await["eventType"], "SHUTDOWN");
            writeln!(&process.stdout, "good-bye").unwrap();
            listener.has("extension", 1).await;
            sandbox::ExitStatus::Exited(0)
        }
    });
    let function = Arc::new(with_extensions(1));
    house.run_and_settle(&function, "{}").await;
    until("it is frozen", || house.count(|event| matches!(event, Event::Frozen(_))) == 1).await;
    let begun = std::time::Instant::now();
    house.worker.retire(&function.scope, &function.name, None);
    until("it is gone", || house.driver.live().is_empty()).await;
    assert_eq!(listener.of("extension"), [json!("good-bye")]);
    // It ended by itself.
    assert!(begun.elapsed() < Duration::from_millis(1_900));
}

/// Its processes are killed and start anew: the subscription is still there, and the new process subscribes again.
#[tokio::test]
async fn a_subscription_outlives_a_reset() {
    let listener = Listener::default();
    let port = listener.clone().start().await;
    let house = House::new(move |process| async move {
        let mut api = Api::connect(&process).await;
        let id = register(&mut api, "watcher").await;
        follow(&process, &id).await;
        assert_eq!(subscribe(&mut api, &id, &wanted("2022-07-01", http(port))).await.0, 200);
        let event = api.next().await;
        if event.text() == "die" {
            return sandbox::ExitStatus::Exited(1);
        }
        api.respond(&event.id, "{}").await;
        api.next().await;
        hang().await
    });
    let function = Arc::new(function());
    house.run_and_settle(&function, "die").await;
    house.run_and_settle(&function, "live").await;
    listener.has("platform.report", 2).await;
    let phases: Vec<_> =
        listener.of("platform.initStart").iter().map(|record| record["phase"].clone()).collect();
    assert_eq!(phases, ["init", "invoke"]);
    let done = &listener.of("platform.runtimeDone")[0];
    assert_eq!((&done["status"], &done["errorType"]), (&json!("error"), &json!("Runtime.ExitError")));
    let states: Vec<_> =
        listener.of("platform.telemetrySubscription").iter().map(|record| record["state"].clone()).collect();
    assert_eq!(states, ["Subscribed", "Already subscribed"]);
}
