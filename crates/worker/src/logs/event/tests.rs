use super::*;
use serde_json::{Value, json};

const INIT: Init = Init { initialization: "on-demand", phase: InitPhase::Init };
const LOGS: [Schema; 2] = [Schema::Logs { runtime_done: false }, Schema::Logs { runtime_done: true }];
/// 2022-10-12T00:00:15.064Z
const NOW: Timestamp = Timestamp(1_665_532_815_064);
const HEADER: &str = "Root=1-62e900b2-710d76f009d6e7785905449a;Parent=0efbd19962d95b05;Sampled=1";

fn id() -> InvocationId {
    InvocationId("6d68ca91".into())
}

fn failed(error_type: &str) -> Status {
    Status::Error { error_type: error_type.to_owned() }
}

fn report(init: Option<Duration>, status: Status, error: Option<&str>) -> Event {
    let report = Report {
        streamed_bytes: 0,
        duration: Duration::from_micros(3_010),
        init,
        restore: None,
        billed_ms: 114,
        max_memory_mb: 36,
    };
    let error = error.map(str::to_owned);
    Event::Report { id: id(), report, memory_mb: 128, status, error, spans: Vec::new(), tracing: None }
}

fn runtime_done(status: Status) -> Event {
    let span = |name, start, micros| Span { name, start, duration: Duration::from_micros(micros) };
    Event::RuntimeDone {
        id: id(),
        status,
        duration: Duration::from_micros(140_000),
        produced: 16,
        spans: vec![
            span("responseLatency", NOW, 80_004),
            span("responseDuration", Timestamp(NOW.0 + 80), 0),
            span("runtimeOverhead", Timestamp(NOW.0 + 80), 1_500),
        ],
        tracing: Some(HEADER.into()),
    }
}

fn subscription(api: Api) -> Event {
    let types = vec!["platform", "function"];
    Event::Subscription { api, name: "my-extension".into(), state: "Subscribed", types }
}

/// Type and record, where the schema has the event.
fn record(event: &Event, schema: Schema) -> Option<(String, Value)> {
    let message: Value = serde_json::from_str(&event.message(NOW, schema)?).unwrap();
    assert_eq!(message["time"], "2022-10-12T00:00:15.064Z");
    assert_eq!(message.as_object().unwrap().len(), 3);
    Some((message["type"].as_str().unwrap().to_owned(), message["record"].clone()))
}

fn is(event: &Event, schemas: &[Schema], kind: &str, expected: Value) {
    for schema in schemas {
        assert_eq!(record(event, *schema), Some((kind.to_owned(), expected.clone())), "{schema:?}");
    }
}

#[test]
fn text_as_recorded_on_aws() {
    let cold = Some(Duration::from_micros(110_100));
    let init = |status| Event::InitReport { init: INIT, duration: Duration::from_secs(10), status };
    let report_start = "REPORT RequestId: 6d68ca91\tDuration: 3.01 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t";
    for (event, text) in [
        (report(cold, Status::Success, None), format!("{report_start}Init Duration: 110.10 ms\t")),
        (report(None, Status::Timeout, None), format!("{report_start}Status: timeout")),
        (
            report(None, failed("Runtime.ExitError"), None),
            format!("{report_start}Status: error\tError Type: Runtime.ExitError"),
        ),
        (
            Event::Start { id: id(), version: Version::Latest, tracing: None },
            "START RequestId: 6d68ca91 Version: $LATEST".to_owned(),
        ),
        (Event::End { id: id() }, "END RequestId: 6d68ca91".to_owned()),
        (
            Event::TimedOut { id: id(), seconds: "3.00".to_owned() },
            "2022-10-12T00:00:15.064Z 6d68ca91 Task timed out after 3.00 seconds\n".to_owned(),
        ),
        (
            init(Status::Timeout),
            "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout".to_owned(),
        ),
        (
            subscription(Api::Telemetry),
            "TELEMETRY\tName: my-extension\tState: Subscribed\tTypes: [Platform, Function]".to_owned(),
        ),
        (
            subscription(Api::Logs),
            "LOGS\tName: my-extension\tState: Subscribed\tTypes: [Platform, Function]".to_owned(),
        ),
    ] {
        assert_eq!(event.text(NOW), Some(text));
    }
    for silent in [init(Status::Success), runtime_done(Status::Success)] {
        assert_eq!(silent.text(NOW), None);
    }
}

fn starting(runtime: &str) -> Starting {
    Starting {
        runtime: runtime.to_owned(),
        runtime_arn: "arn".to_owned(),
        function: "f".to_owned(),
        version: Version::Number(7),
        instance: "2022/10/12/[7]ab".into(),
        max_memory: 134_217_728,
    }
}

/// The examples of AWS's reference of the Telemetry API's events, with the values of these tests.
#[test]
fn records_of_the_telemetry_api() {
    let is = |event: &Event, kind, expected| is(event, &[Schema::Telemetry], kind, expected);
    let tracing = json!({"type": "X-Amzn-Trace-Id", "value": HEADER});
    let start = Event::InitStart { init: INIT, what: starting("nodejs:18.v4") };
    is(
        &start,
        "platform.initStart",
        json!({
            "initializationType": "on-demand", "phase": "init", "runtimeVersion": "nodejs:18.v4",
            "runtimeVersionArn": "arn", "functionName": "f", "functionVersion": "7",
            "instanceId": "2022/10/12/[7]ab", "instanceMaxMemory": 134_217_728,
        }),
    );
    is(
        &Event::InitRuntimeDone { init: INIT, status: failed("Runtime.ExitError") },
        "platform.initRuntimeDone",
        json!({"initializationType": "on-demand", "phase": "init", "status": "error", "errorType": "Runtime.ExitError"}),
    );
    is(
        &Event::InitReport {
            init: Init { phase: InitPhase::Invoke, ..INIT },
            duration: Duration::from_micros(125_330),
            status: Status::Success,
        },
        "platform.initReport",
        json!({
            "initializationType": "on-demand", "phase": "invoke", "status": "success",
            "metrics": {"durationMs": 125.33},
        }),
    );
    is(
        &Event::Start { id: id(), version: Version::Latest, tracing: Some(HEADER.into()) },
        "platform.start",
        json!({"requestId": "6d68ca91", "version": "$LATEST", "tracing": tracing}),
    );
    is(
        &runtime_done(Status::Success),
        "platform.runtimeDone",
        json!({
            "requestId": "6d68ca91", "status": "success", "tracing": tracing,
            "metrics": {"durationMs": 140.0, "producedBytes": 16},
            "spans": [
                {"name": "responseLatency", "start": "2022-10-12T00:00:15.064Z", "durationMs": 80.004},
                {"name": "responseDuration", "start": "2022-10-12T00:00:15.144Z", "durationMs": 0.0},
                {"name": "runtimeOverhead", "start": "2022-10-12T00:00:15.144Z", "durationMs": 1.5},
            ],
        }),
    );
    let metrics =
        json!({"durationMs": 3.01, "billedDurationMs": 114, "memorySizeMB": 128, "maxMemoryUsedMB": 36});
    for (event, status, error_type) in [
        (report(None, Status::Success, None), "success", None),
        (report(None, Status::Success, Some("ValueError")), "error", Some("ValueError")),
        (report(None, Status::Timeout, None), "timeout", None),
        (report(None, failed("Runtime.ExitError"), None), "error", Some("Runtime.ExitError")),
    ] {
        let mut expected = json!({"requestId": "6d68ca91", "metrics": metrics, "status": status});
        if let Some(error_type) = error_type {
            expected["errorType"] = error_type.into();
        }
        is(&event, "platform.report", expected);
    }
    let cold =
        record(&report(Some(Duration::from_micros(397_680)), Status::Success, None), Schema::Telemetry);
    assert_eq!(cold.unwrap().1["metrics"]["initDurationMs"], 397.68);
    for event in [
        Event::End { id: id() },
        Event::TimedOut { id: id(), seconds: "3.00".to_owned() },
        Event::Fault { id: id(), text: "gone".to_owned(), error_type: "Runtime.ExitError" },
    ] {
        assert_eq!(record(&event, Schema::Telemetry), None);
    }
}

/// The examples of AWS's guide to the Logs API.
#[test]
fn records_of_the_logs_api() {
    let is = |event: &Event, kind, expected| is(event, &LOGS, kind, expected);
    let start = Event::Start { id: id(), version: Version::Latest, tracing: None };
    is(&start, "platform.start", json!({"requestId": "6d68ca91", "version": "$LATEST"}));
    is(&Event::End { id: id() }, "platform.end", json!({"requestId": "6d68ca91"}));
    is(
        &report(None, Status::Timeout, None),
        "platform.report",
        json!({
            "requestId": "6d68ca91",
            "metrics": {"durationMs": 3.01, "billedDurationMs": 114, "memorySizeMB": 128, "maxMemoryUsedMB": 36},
        }),
    );
    is(
        &Event::Fault { id: id(), text: "gone".to_owned(), error_type: "Runtime.ExitError" },
        "platform.fault",
        json!("RequestId: 6d68ca91 Error: gone\nRuntime.ExitError"),
    );
    is(
        &Event::TimedOut { id: id(), seconds: "3.00".to_owned() },
        "platform.fault",
        json!("2022-10-12T00:00:15.064Z 6d68ca91 Task timed out after 3.00 seconds"),
    );
    let [first, second] = LOGS;
    for (status, name) in
        [(Status::Success, "success"), (Status::Timeout, "timeout"), (failed("Runtime.ExitError"), "failure")]
    {
        let done = runtime_done(status);
        assert_eq!(record(&done, first), None);
        let expected = json!({"requestId": "6d68ca91", "status": name});
        assert_eq!(record(&done, second), Some(("platform.runtimeDone".to_owned(), expected)));
    }
    let init = Event::InitReport { init: INIT, duration: Duration::ZERO, status: Status::Success };
    assert_eq!(LOGS.map(|schema| record(&init, schema)), [None, None]);
}

#[test]
fn records_that_are_the_same_everywhere() {
    let all = [Schema::Telemetry, LOGS[0], LOGS[1]];
    let subscribed =
        json!({"name": "my-extension", "state": "Subscribed", "types": ["platform", "function"]});
    is(&subscription(Api::Telemetry), &all, "platform.telemetrySubscription", subscribed.clone());
    is(&subscription(Api::Logs), &all, "platform.logsSubscription", subscribed);
    is(
        &Event::Dropped { lines: 123, bytes: 12_345, reason: "too fast" },
        &all,
        "platform.logsDropped",
        json!({"droppedRecords": 123, "droppedBytes": 12_345, "reason": "too fast"}),
    );
}

#[test]
fn json_by_level() {
    let provisioned = Init { initialization: "provisioned-concurrency", ..INIT };
    let init = |init, status| Event::InitReport { init, duration: Duration::ZERO, status };
    for (event, shown) in [
        (report(None, Status::Success, None), [true, true, false]),
        (report(None, Status::Success, Some("ValueError")), [true, true, true]),
        (report(None, Status::Timeout, None), [true, true, true]),
        (Event::Start { id: id(), version: Version::Latest, tracing: None }, [true, true, false]),
        (runtime_done(Status::Success), [true, false, false]),
        (runtime_done(Status::Timeout), [true, true, true]),
        (init(INIT, Status::Success), [true, false, false]),
        (init(INIT, Status::Timeout), [true, true, true]),
        (init(provisioned, Status::Success), [true, true, false]),
        (Event::InitRuntimeDone { init: INIT, status: Status::Success }, [true, false, false]),
        (subscription(Api::Telemetry), [true, true, false]),
        (Event::Dropped { lines: 1, bytes: 1, reason: "" }, [true, true, true]),
        (Event::End { id: id() }, [false, false, false]),
    ] {
        let found = [Level::Debug, Level::Info, Level::Warn].map(|level| event.json(NOW, level).is_some());
        assert_eq!(found, shown, "{event:?}");
    }
}

#[test]
fn extensions_in_all_forms() {
    let extension = |state, error_type: Option<&str>| Event::Extension {
        name: "agent".into(),
        state,
        events: if error_type.is_some() { Vec::new() } else { vec!["INVOKE", "SHUTDOWN"] },
        error_type: error_type.map(str::to_owned),
    };
    let (ready, failed) = (extension("Ready", None), extension("LaunchError", Some("PermissionDenied")));
    // Recorded on AWS.
    let text = |event: &Event| event.text(NOW).unwrap();
    assert_eq!(text(&ready), "EXTENSION\tName: agent\tState: Ready\tEvents: [INVOKE, SHUTDOWN]");
    assert_eq!(
        text(&failed),
        "EXTENSION\tName: agent\tState: LaunchError\tEvents: []\tError Type: PermissionDenied"
    );
    let all = [Schema::Telemetry, LOGS[0], LOGS[1]];
    let record = json!({"name": "agent", "state": "Ready", "events": ["INVOKE", "SHUTDOWN"]});
    is(&ready, &all, "platform.extension", record);
    let record =
        json!({"name": "agent", "state": "LaunchError", "events": [], "errorType": "PermissionDenied"});
    is(&failed, &all, "platform.extension", record);
    assert!(ready.json(NOW, Level::Info).is_some() && ready.json(NOW, Level::Warn).is_none());
    assert!(failed.json(NOW, Level::Warn).is_some());
}

#[test]
fn a_restoring_is_told_as_aws_tells_it() {
    let start = Event::RestoreStart(starting("python:3.12.v1"));
    let done = |status| Event::RestoreReport { duration: Duration::from_micros(12_345), status };
    let text = |event: &Event| event.text(NOW).unwrap();
    assert_eq!(text(&start), "RESTORE_START Runtime Version: python:3.12.v1\tRuntime Version ARN: arn");
    assert_eq!(text(&done(Status::Success)), "RESTORE_REPORT Restore Duration: 12.35 ms");
    assert_eq!(text(&done(Status::Timeout)), "RESTORE_REPORT Restore Duration: 12.35 ms\tStatus: timeout");
    let (kind, record) = record(&done(Status::Success), Schema::Telemetry).unwrap();
    assert_eq!((kind.as_str(), &record["status"]), ("platform.restoreReport", &json!("success")));
    assert_eq!(start.message(NOW, LOGS[1]), None);
    let Event::Report { id, report, .. } = report(None, Status::Success, None) else { panic!("a report") };
    let report = Report { restore: Some(Duration::from_micros(12_345)), ..report };
    let (status, spans) = (Status::Success, Vec::new());
    let event = Event::Report { id, report, memory_mb: 128, status, error: None, spans, tracing: None };
    assert!(text(&event).ends_with("\tRestore Duration: 12.35 ms\tBilled Restore Duration: 13 ms\t"));
}
