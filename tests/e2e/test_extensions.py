"""Extensions beside the runtime and within it, and the shutdown phase: what they are told, and the time they have."""

import json
import re
import time
from contextlib import contextmanager

import pytest
from botocore.exceptions import ClientError

from harness import clients, logs as log_of, packages
from harness.functions import create, deployed, invoke, name_of, updated
from harness.packages import zipped
from harness.wait import until

SOURCES = packages.FUNCTIONS / "extensions"
SUBJECT = {"runtime": packages.PYTHON, "handler": "subject.handler", "MemorySize": 512}
RUST = packages.DEPS / "functions/rust-lambda-runtime/extension"


@pytest.fixture(params=["server", "user_server"])
def both(request):
    """Each test runs against a server of root's and one of an ordinary user's: clients of both services."""
    server = request.getfixturevalue(request.param)
    return clients.client(server), clients.client(server, "logs")


def subject():
    return zipped({"subject.py": (SOURCES / "subject.py").read_text()})


def layer(lam, *names, mode=0o755, **more):
    """The ARN of a layer with external extensions: copies of the agent by these names, and others."""
    agent = (SOURCES / "agent.py").read_bytes()
    files = {f"extensions/{name}": agent for name in names} | {f"extensions/{n}": code for n, code in more.items()}
    package = zipped(files, modes=dict.fromkeys(files, mode))
    return lam.publish_layer_version(LayerName=name_of("extensions"), Content={"ZipFile": package})["LayerVersionArn"]


@contextmanager
def function(lam, *layers, variables=None, **settings):
    """The subject with these layers."""
    environment = {"Environment": {"Variables": variables}} if variables else {}
    with deployed(lam, subject(), Layers=list(layers), **SUBJECT, **environment, **settings) as name:
        yield name


def log(logs, name):
    """The lines of a function's log so far."""
    try:
        return [line.rstrip("\n") for line in log_of.messages(logs, name)]
    except ClientError as error:
        assert error.response["Error"]["Code"] == "ResourceNotFoundException"
        return []


def found(logs, name, pattern, count=1, seconds=20):
    """Waits for so many lines that a pattern matches, and gives the matches."""

    def look():
        matches = [match for line in log(logs, name) if (match := re.search(pattern, line))]
        return matches if len(matches) >= count else None

    return until(look, seconds, f"{count} × {pattern!r} in {log(logs, name)}")


def test_the_life_of_extensions(both):
    lam, logs = both
    more = {"rust": RUST.read_bytes()}
    if packages.has_curl():
        more["shell"] = (SOURCES / "shell").read_bytes()
    names = ["agent", *more]
    with function(lam, layer(lam, "agent", **more)) as name:
        answers = [invoke(lam, name) for _ in range(2)]
        assert [answer.error for answer in answers] == [None, None], answers[0].payload
        ids = [answer.request_id for answer in answers]
        arn = re.escape(lam.get_function(FunctionName=name)["Configuration"]["FunctionArn"])
        told = found(logs, name, rf"^agent: INVOKE (\S+) {arn} Root=", 2)
        assert [match[1] for match in told] == ids
        told = found(logs, name, r"^rust extension: INVOKE (\S+) Root=", 2)
        assert [match[1] for match in told] == ids
        about = json.loads(found(logs, name, r"^agent: registered 200 (.*)")[0][1])
        assert about == {
            "accountId": "000000000000",
            "functionName": name,
            "functionVersion": "$LATEST",
            "handler": "subject.handler",
        }
        found(logs, name, "^REPORT", 2)
        lines = log(logs, name)
        first = next(at for at, line in enumerate(lines) if line.startswith("START"))
        for extension in names:
            line = f"EXTENSION\tName: {extension}\tState: Ready\tEvents: [INVOKE, SHUTDOWN]"
            assert lines.index(line) < first
        # All have registered before the runtime begins.
        assert lines.index("runtime: init") > next(at for at, line in enumerate(lines) if "registered" in line)
    # The function is deleted: everybody is told, the runtime first.
    found(logs, name, "^agent: SHUTDOWN spindown")
    found(logs, name, "^rust extension: SHUTDOWN spindown")
    if "shell" in names:
        found(logs, name, r'^shell: .*"shutdownReason":"spindown"')
        assert len(found(logs, name, r'^shell: .*"requestId":"', 2)) == 2
    lines = log(logs, name)
    assert lines.index("runtime: SIGTERM") < next(at for at, line in enumerate(lines) if "SHUTDOWN spindown" in line)


@pytest.mark.parametrize(
    ("event", "reason", "error_type"),
    [({"sleep": 30}, "timeout", "Sandbox.Timedout"), ({"exit": 3}, "failure", "Runtime.ExitError")],
)
def test_a_reset_tells_why(both, event, reason, error_type):
    lam, logs = both
    with function(lam, layer(lam, "agent"), Timeout=8) as name:
        answer = invoke(lam, name, event)
        assert (answer.error, answer.payload["errorType"]) == ("Unhandled", error_type)
        found(logs, name, f"^agent: SHUTDOWN {reason} ")
        # What comes next starts all of them anew, within its own time limit.
        assert invoke(lam, name).payload == {"ok": True}
        found(logs, name, "^agent: registered", 2)


def test_an_update_an_idle_time_and_the_end_of_the_server_are_spindowns(own_server):
    server = own_server("--idle-timeout", "2")
    server.start()
    lam, logs = clients.client(server), clients.client(server, "logs")
    name = name_of("f")
    create(lam, name, subject(), Layers=[layer(lam, "agent")], **SUBJECT)
    for count, end in enumerate(
        [
            lambda: lam.update_function_configuration(FunctionName=name, Timeout=9, Description="new", MemorySize=600),
            # Nothing is done: it is idle.
            lambda: None,
        ],
        1,
    ):
        assert invoke(lam, name).payload == {"ok": True}
        end()
        found(logs, name, "^agent: SHUTDOWN spindown", count)
        updated(lam, name)
    assert invoke(lam, name).payload == {"ok": True}
    server.stop()
    server.start()
    found(clients.client(server, "logs"), name, "^agent: SHUTDOWN spindown", 3)
    server.stop()


def test_the_windows_of_the_shutdown_phase(both):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": "lingers", "SUBJECT": "lingers"}) as name:
        assert invoke(lam, name).payload == {"ok": True}
    left = int(found(logs, name, r"^agent: SHUTDOWN spindown (-?\d+) ms")[0][1])
    # The runtime had its 300 ms of the 2,000.
    assert 900 < left < 1_710

    def settled():
        ticks = [int(match[1]) for match in found(logs, name, r"^agent: lingers (\d+)")]
        time.sleep(0.5)
        return ticks if len(ticks) == len(found(logs, name, r"^agent: lingers (\d+)")) else None

    last = max(until(settled, 20, "the agent is dead"))
    assert 900 < last < 2_300
    assert 150 < max(int(match[1]) for match in found(logs, name, r"^runtime: lingers (\d+)")) < 1_000


def test_an_internal_extension(both):
    lam, logs = both
    with function(lam, variables={"INTERNAL": "yes", "SUBJECT": "lingers"}) as name:
        answers = [invoke(lam, name) for _ in range(2)]
        assert [answer.payload for answer in answers] == [{"ok": True}] * 2
        told = found(logs, name, r"^runtime: inner INVOKE (\S+)", 2)
        assert [match[1] for match in told] == [answer.request_id for answer in answers]
        found(logs, name, "^EXTENSION\tName: inner\tState: Ready\tEvents: \\[INVOKE\\]$")
        refused = found(logs, name, "^runtime: refused (.*)")[0][1]
        assert refused == (
            "Extension.InvalidEventType SHUTDOWN: ShutdownEventNotSupportedForInternalExtension"
        )
    found(logs, name, "^runtime: SIGTERM")
    found(logs, name, r"^runtime: lingers [34]\d\d$")
    assert max(int(match[1]) for match in found(logs, name, r"^runtime: lingers (\d+)")) < 1_200


def test_the_answer_does_not_wait_for_an_extension(both):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": "works"}) as name:
        invoke(lam, name)
        found(logs, name, "^REPORT")
        begun = time.monotonic()
        assert invoke(lam, name).payload == {"ok": True}
        assert time.monotonic() - begun < 1.9
        reports = found(logs, name, r"^REPORT .*\tDuration: ([\d.]+) ms", 2)
        assert all(1_900 < float(report[1]) < 8_000 for report in reports)
        lines = log(logs, name)
        assert lines.index("agent: worked") < next(at for at, line in enumerate(lines) if line.startswith("REPORT"))


def test_an_execution_counts_until_its_extensions_are_done(both):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": "works"}) as name:
        lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
        assert invoke(lam, name).payload == {"ok": True}
        with pytest.raises(ClientError) as error:
            invoke(lam, name)
        assert error.value.response["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded"
        found(logs, name, "^REPORT")

        def runs():
            try:
                return invoke(lam, name).payload == {"ok": True}
            except lam.exceptions.TooManyRequestsException:
                return False

        until(runs, 5, "the end of an execution")


def test_an_extension_that_hangs_times_the_invocation_out(both):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": "hangs"}, Timeout=2) as name:
        assert invoke(lam, name).payload == {"ok": True}
        found(logs, name, "Task timed out after 2.00 seconds")
        found(logs, name, "^REPORT .*Duration: 2000.00 ms.*Status: timeout$")
        assert invoke(lam, name).payload == {"ok": True}


@pytest.mark.parametrize(
    ("does", "error_type", "message"),
    [
        ("exits", "Extension.Crash", "exit code 0"),
        ("fails", "Extension.InitError", "exit status 4"),
        ("dies", "Extension.Crash", "signal: killed"),
    ],
)
def test_extensions_that_fail(both, does, error_type, message):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": does}) as name:
        # Such that it dies before the answer.
        answer = invoke(lam, name, {"sleep": 20})
        assert answer.error == "Unhandled"
        assert answer.payload == {
            "errorType": error_type,
            "errorMessage": f"RequestId: {answer.request_id} Error: {message}",
        }
        found(logs, name, f"^RequestId: {answer.request_id} Error: {message}\n{error_type}")


def test_one_that_cannot_be_started(both):
    lam, logs = both
    with function(lam, layer(lam, "agent", mode=0o644)) as name:
        answer = invoke(lam, name)
        assert answer.payload == {
            "errorType": "Extension.LaunchError",
            "errorMessage": f"RequestId: {answer.request_id} Error: "
            "fork/exec /opt/extensions/agent: permission denied",
        }
        found(logs, name, "^EXTENSION\tName: agent\tState: LaunchError\tEvents: \\[\\]\tError Type: PermissionDenied$")


def test_one_that_does_everything_wrong(both):
    lam, logs = both
    with function(lam, layer(lam, "agent"), variables={"AGENT": "floods"}) as name, function(lam) as other:
        answer = invoke(lam, name)
        assert answer.payload["errorType"] in ("Extension.Crash", "Sandbox.Timedout"), answer.payload
        statuses = json.loads(found(logs, name, "^agent: flooded (.*)")[0][1])
        assert set(statuses) <= {"200", "403", "431"} and statuses["403"] > 100
        assert invoke(lam, other).payload == {"ok": True}


def test_one_that_never_registers_uses_up_the_init_phase(lam, logs):
    with function(lam, layer(lam, "agent"), variables={"AGENT": "registers never"}, Timeout=1) as name:
        begun = time.monotonic()
        assert invoke(lam, name).payload["errorType"] == "Sandbox.Timedout"
        # The init phase of 10 s, a shutdown phase without anybody to tell, and the invocation.
        assert 10.9 < time.monotonic() - begun < 25
        found(logs, name, r"^INIT_REPORT Init Duration: 100\d\d\.\d\d ms\tPhase: init\tStatus: timeout")
        found(logs, name, "^EXTENSION\tName: agent\tState: Started\tEvents: \\[\\]$")


def test_the_log_as_json(lam, logs):
    settings = {"LoggingConfig": {"LogFormat": "JSON"}, "variables": {"AGENT": "works"}}
    with function(lam, layer(lam, "agent"), **settings) as name:
        invoke(lam, name)
        found(logs, name, "platform.report")
        events = [json.loads(line) for line in log(logs, name) if line.startswith("{")]
        of = {event.get("type"): event["record"] for event in events if "record" in event}
        assert of["platform.extension"] == {"name": "agent", "state": "Ready", "events": ["INVOKE", "SHUTDOWN"]}
        [span] = of["platform.report"]["spans"]
        assert span["name"] == "extensionOverhead" and 1_500 < span["durationMs"] < 8_000
