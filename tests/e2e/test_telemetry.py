"""The Telemetry API and the Logs API, as extensions in real sandboxes see them."""

import json

import pytest

from harness import packages
from harness.functions import deployed, invoke
from harness.logs import messages, shown
from harness.wait import until

WATCHER = packages.FUNCTIONS / "watcher"
INSIDE = {"handler": "watched.handler"}


def watched_package():
    return packages.zipped({path.name: path.read_text() for path in WATCHER.glob("*.py")})


def watching(**how):
    return {"Environment": {"Variables": {"WATCH": json.dumps(how)}}}


def kinds(events):
    return [event["type"] for event in events]


def records(events, kind):
    return [event["record"] for event in events if event["type"] == kind]


def seen_later(lam, name, kind, count):
    """What the watcher in the function has seen, once it has seen so many of a kind."""
    found = []

    def there():
        found[:] = invoke(lam, name).payload["events"]
        return len(records(found, kind)) >= count

    until(there, 20, f"{count} {kind}")
    return found


def test_an_internal_extension_over_http(lam, logs):
    with deployed(lam, watched_package(), "watched", **INSIDE, **watching()) as name:
        first = invoke(lam, name, {"lines": ["one\u00e4", {"not": "an object"}]})
        assert first.payload["answers"] == [[200, '"OK"']]
        events = seen_later(lam, name, "platform.report", 1)
        own = events[: kinds(events).index("platform.report") + 1]
        assert kinds(own) == [
            "platform.initStart",
            "function",
            "platform.telemetrySubscription",
            "platform.initRuntimeDone",
            "platform.initReport",
            "platform.start",
            "function",
            "function",
            "platform.runtimeDone",
            "platform.report",
        ]
        # The function logs in text: what looks like JSON is text, too.
        assert records(own, "function") == ["before the subscription", "one\u00e4", '{"not": "an object"}']
        started = records(own, "platform.initStart")[0]
        assert started["functionName"] == name and started["functionVersion"] == "$LATEST"
        assert (started["initializationType"], started["phase"]) == ("on-demand", "init")
        assert started["instanceMaxMemory"] == 256 << 20
        done = records(own, "platform.runtimeDone")[0]
        assert (done["requestId"], done["status"]) == (first.request_id, "success")
        assert done["metrics"]["producedBytes"] == len(first.raw) and done["metrics"]["durationMs"] > 0
        assert [span["name"] for span in done["spans"]][:2] == ["responseLatency", "responseDuration"]
        report = records(own, "platform.report")[0]
        assert report["metrics"]["initDurationMs"] > 0 and report["metrics"]["memorySizeMB"] == 256
        shown(logs, name, "TELEMETRY\tName: inside\tState: Subscribed\tTypes: [Platform, Function]")


def test_json_logs_are_objects(lam):
    logging = {"LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "DEBUG"}}
    with deployed(lam, watched_package(), "watched", **INSIDE, **watching(version="2025-01-29"), **logging) as name:
        invoke(lam, name, {"lines": ["text"]})
        events = seen_later(lam, name, "platform.report", 1)
        [text] = [record for record in records(events, "function") if "text" in json.dumps(record)]
        assert text["message"] == "text" and text["level"] == "INFO"


def test_the_logs_api_over_tcp(lam, logs):
    how = watching(path="/2020-08-15/logs", version="2021-03-18", protocol="TCP", types=["platform"])
    with deployed(lam, watched_package(), "watched", **INSIDE, **how) as name:
        first = invoke(lam, name)
        assert first.payload["answers"] == [[200, '"OK"']]
        events = seen_later(lam, name, "platform.report", 1)
        own = [event for event in events if first.request_id in json.dumps(event)]
        assert kinds(own) == ["platform.start", "platform.runtimeDone", "platform.end", "platform.report"]
        assert records(own, "platform.runtimeDone") == [{"requestId": first.request_id, "status": "success"}]
        assert set(kinds(events)) == set(kinds(own)) | {"platform.logsSubscription"}
        shown(logs, name, "LOGS\tName: inside\tState: Subscribed\tTypes: [Platform]")


@pytest.mark.parametrize(
    ("how", "status", "text"),
    [
        ({"types": []}, 400, '"errorType":"ValidationError"'),
        ({"port": 9001}, 400, "port 9001 is reserved"),
        ({"path": "/2020-08-15/logs"}, 400, '"errorType":"Logs.ValidationError"'),
    ],
)
def test_refused_subscriptions(lam, how, status, text):
    with deployed(lam, watched_package(), "watched", **INSIDE, **watching(**how)) as name:
        [answer] = invoke(lam, name).payload["answers"]
        assert answer[0] == status and text in answer[1], answer
