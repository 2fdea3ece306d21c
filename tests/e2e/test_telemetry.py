"""The Telemetry API and the Logs API, as extensions in real sandboxes see them."""

import json

import pytest

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke, name_of
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
            "platform.extension",
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
        # The third is there if the runtime asks for the next event at once, which a busy machine may prevent.
        spans = [span["name"] for span in done["spans"]]
        assert spans == ["responseLatency", "responseDuration", "runtimeOverhead"][: max(2, len(spans))]
        report = records(own, "platform.report")[0]
        assert report["metrics"]["initDurationMs"] > 0 and report["metrics"]["memorySizeMB"] == 256
        shown(logs, name, "TELEMETRY\tName: inside\tState: Subscribed\tTypes: [Platform, Function]")


def test_json_logs_are_objects(lam):
    logging = {"LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "DEBUG"}}
    with deployed(lam, watched_package(), "watched", **INSIDE, **watching(version="2025-01-29"), **logging) as name:
        invoke(lam, name, {"lines": [{"level": "INFO", "n": 1}, "text"]})
        events = seen_later(lam, name, "platform.report", 1)
        assert records(events, "function") == ["before the subscription", {"level": "INFO", "n": 1}, "text"]


def test_the_logs_api_over_tcp(lam, logs):
    how = watching(path="/2020-08-15/logs", version="2021-03-18", protocol="TCP", types=["platform"])
    with deployed(lam, watched_package(), "watched", **INSIDE, **how) as name:
        first = invoke(lam, name)
        assert first.payload["answers"] == [[200, '"OK"']]
        events = seen_later(lam, name, "platform.report", 1)
        own = [event for event in events if first.request_id in json.dumps(event)]
        assert kinds(own) == ["platform.start", "platform.runtimeDone", "platform.end", "platform.report"]
        assert records(own, "platform.runtimeDone") == [{"requestId": first.request_id, "status": "success"}]
        assert set(kinds(events)) == set(kinds(own)) | {"platform.logsSubscription", "platform.extension"}
        shown(logs, name, "LOGS\tName: inside\tState: Subscribed\tTypes: [Platform]")


@pytest.mark.parametrize(
    ("how", "status", "text"),
    [
        ({"types": []}, 400, '"errorType":"ValidationError"'),
        ({"asked_port": 9001}, 400, "port 9001 is reserved"),
        ({"path": "/2020-08-15/logs"}, 400, '"errorType":"Logs.ValidationError"'),
    ],
)
def test_refused_subscriptions(lam, how, status, text):
    with deployed(lam, watched_package(), "watched", **INSIDE, **watching(**how)) as name:
        [answer] = invoke(lam, name).payload["answers"]
        assert answer[0] == status and text in answer[1], answer


def layer_of_the_watcher(lam):
    """A layer with the watcher as an external extension."""
    files = {"extensions/watcher": (WATCHER / "watcher.py").read_text()}
    package = packages.zipped(files, modes={"extensions/watcher": 0o755})
    return lam.publish_layer_version(LayerName=name_of("watcher"), Content={"ZipFile": package})["LayerVersionArn"]


@pytest.mark.parametrize("protocol", ["HTTP", "TCP"])
@pytest.mark.parametrize("whose", ["server", "user_server"])
def test_an_external_extension_prints_what_it_gets(request, whose, protocol):
    server = request.getfixturevalue(whose)
    lam, logs = client(server), client(server, "logs")
    settings = watching(protocol=protocol) | {"Layers": [layer_of_the_watcher(lam)], "handler": "app.handler"}
    package = packages.zipped({"app.py": "def handler(event, context):\n    print(event['word'])\n"})
    words = [f"word {n}" for n in range(3)]
    with deployed(lam, package, "watched", **settings) as name:
        ids = [invoke(lam, name, {"word": word}).request_id for word in words]

        def watched():
            lines = [line[8:] for line in messages(logs, name, filterPattern="WATCHED") if line.startswith("WATCHED ")]
            return [json.loads(line) for line in lines]

        def all_are_there():
            # Over TCP nobody knows whether the extension read the last of it before it was frozen.
            invoke(lam, name, {"word": "later"})
            return len(records(watched(), "platform.report")) >= len(ids)

        until(all_are_there, 20, "three reports")
        events = watched()
        for kind in ("platform.start", "platform.runtimeDone", "platform.report"):
            assert [record["requestId"] for record in records(events, kind)][: len(ids)] == ids
        assert kinds(events)[:2] == ["platform.initStart", "platform.telemetrySubscription"]
        extension = {"name": "watcher", "state": "Ready", "events": ["INVOKE", "SHUTDOWN"]}
        assert records(events, "platform.extension") == [extension]
        assert records(events, "function")[: len(words)] == words
        # What the extension itself prints would come back to it for ever, had it asked for that.
        assert "extension" not in kinds(events)
        shown(logs, name, "TELEMETRY\tName: watcher\tState: Subscribed\tTypes: [Platform, Function]")


@pytest.mark.parametrize(
    ("api", "first", "last"),
    [
        ("telemetry", "PlatformInitStart", "PlatformReport"),
        ("logs", "PlatformLogsSubscription", "PlatformReport"),
    ],
)
def test_the_official_crate_understands_it(lam, logs, api, first, last):
    extension = (packages.DEPS / "functions/rust-lambda-runtime/extension").read_bytes()
    package = packages.zipped({"extensions/rust": extension}, modes={"extensions/rust": 0o755})
    layer = lam.publish_layer_version(LayerName=name_of("rust"), Content={"ZipFile": package})["LayerVersionArn"]
    settings = {"Layers": [layer], "Environment": {"Variables": {"SUBSCRIBE": api}}, "handler": "app.handler"}
    function = packages.zipped({"app.py": "def handler(event, context):\n    print('hello from the function')\n"})
    with deployed(lam, function, "watched", **settings) as name:
        request_id = invoke(lam, name).request_id
        shown(logs, name, f"rust {api}: {last} {{", filterPattern=f'"rust {api}"')
        told = [line for line in messages(logs, name) if line.startswith(f"rust {api}: ")]
        assert any(f": {first} {{" in line for line in told), told
        assert any('Function("hello from the function")' in line for line in told), told
        [report] = [line for line in told if f": {last} {{" in line]
        assert request_id in report
