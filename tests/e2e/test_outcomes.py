"""How executions end that do not go as planned: what the caller gets, and every line of the log."""

import io
import json
import re
import signal
import socket
import stat
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.functions import create, deployed, invoke, name_of, updated
from harness.logs import messages, shown
from harness.packages import NODE, PYTHON, zipped
from harness.server import IS_ROOT
from harness.wait import until
from harness.wire import Signer, host_of

WAITING = """
import http.client, os, time
from urllib.parse import urlsplit

COUNT = 0

def wait(host):
    while True:
        api = http.client.HTTPConnection(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc)
        api.request("GET", "/", headers={"Host": host})
        if api.getresponse().status != 403:
            return
        time.sleep(0.01)

def handler(event, context):
    global COUNT
    COUNT += 1
    print("begun", context.aws_request_id)
    if "gate" in event:
        wait(event["gate"])
    print("finished", context.aws_request_id)
    return [ANSWER, COUNT]
"""


def waiting(answer):
    """A function that waits at a gate before it answers."""
    return zipped({"app.py": WAITING.replace("ANSWER", repr(answer))})


@pytest.fixture
def held(lam, logs, gate):
    """Begins an invocation in the background; its answer comes once the gate is open."""
    with ThreadPoolExecutor(1) as thread:

        def begin(name, **more):
            answer = thread.submit(invoke, lam, name, {"gate": gate.host}, **more)
            shown(logs, name.split(":")[0], "begun")
            return answer

        yield begin


def kinds(log):
    """The first words of a log's lines, those of a traceback left out."""
    return [re.split(r"[ \t]", line)[0] for line in log.splitlines() if not line.startswith((" ", "\u00a0", "Traceback"))]


def test_a_client_that_goes_away_changes_nothing(server, lam, logs, gate):
    with deployed(lam, waiting("done"), handler="app.handler") as name:
        target, body = f"/2015-03-31/functions/{name}/invocations", json.dumps({"gate": gate.host}).encode()
        headers = Signer.of(server).headers("POST", host_of(server), target, body)
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        host, _, port = host_of(server).partition(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(f"POST {target} HTTP/1.1\r\n{head}content-length: {len(body)}\r\n\r\n".encode() + body)
            shown(logs, name, "begun")
        gate.open()
        shown(logs, name, "REPORT")
        assert kinds("\n".join(messages(logs, name))) == ["INIT_START", "START", "begun", "finished", "END", "REPORT"]
        assert invoke(lam, name).payload == ["done", 2], "in the same environment"


def test_a_function_that_changes_while_it_runs(lam, gate, held):
    with deployed(lam, waiting("old"), handler="app.handler") as name:
        old = held(name)
        lam.update_function_code(FunctionName=name, ZipFile=waiting("new"))
        updated(lam, name)
        assert invoke(lam, name).payload == ["new", 1]
        lam.update_function_configuration(FunctionName=name, MemorySize=300)
        updated(lam, name)
        assert "Memory Size: 300 MB" in invoke(lam, name).log
        gate.open()
        assert old.result().payload == ["old", 1] and "Memory Size: 256 MB" in old.result().log


def test_a_function_that_is_deleted_while_it_runs(lam, gate, held):
    name = name_of("deleted")
    create(lam, name, waiting("last"), handler="app.handler")
    last = held(name)
    lam.delete_function(FunctionName=name)
    with pytest.raises(ClientError) as error:
        invoke(lam, name)
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"
    gate.open()
    assert (last.result().status, last.result().payload) == (200, ["last", 1])
    # A new one of the same name has nothing of it.
    create(lam, name, waiting("again"), handler="app.handler")
    assert invoke(lam, name).payload == ["again", 1]
    lam.delete_function(FunctionName=name)


def test_an_alias_that_moves_while_it_is_run(lam, gate, held):
    with deployed(lam, waiting("one"), handler="app.handler") as name:
        first = lam.publish_version(FunctionName=name)["Version"]
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion=first)
        old = held(f"{name}:live")
        lam.update_function_code(FunctionName=name, ZipFile=waiting("two"))
        updated(lam, name)
        second = lam.publish_version(FunctionName=name)["Version"]
        lam.update_alias(FunctionName=name, Name="live", FunctionVersion=second)
        new = invoke(lam, name, Qualifier="live")
        assert (new.payload[0], new.version) == ("two", second)
        gate.open()
        assert (old.result().payload[0], old.result().version) == ("one", first)


SHELL = "#!/bin/sh\n"
BROKEN = {
    "none": ({"other": ""}, "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"),
    "a directory": ({"bootstrap/x": ""}, "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"),
    "empty": ({"bootstrap": ""}, "fork/exec /var/task/bootstrap: exec format error"),
    "no program": ({"bootstrap": b"\x7fELF" + bytes(60)}, "fork/exec /var/task/bootstrap: exec format error"),
    "no first line": ({"bootstrap": "echo\n"}, "fork/exec /var/task/bootstrap: exec format error"),
    "no interpreter": ({"bootstrap": "#!/no/such\n"}, "fork/exec /var/task/bootstrap: no such file or directory"),
    "line ends of Windows": ({"bootstrap": "#!/bin/sh\r\n"}, "fork/exec /var/task/bootstrap: no such file or directory"),
    "exits at once": ({"bootstrap": SHELL}, "Runtime exited without providing a reason"),
    "exits": ({"bootstrap": SHELL + "exit 7\n"}, "Runtime exited with error: exit status 7"),
    "is killed": ({"bootstrap": SHELL + "kill -KILL $$\n"}, "Runtime exited with error: signal: killed"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_bootstrap_that_does_not_start(lam, what):
    files, says = BROKEN[what]
    with deployed(lam, zipped(files), runtime="provided.al2023", handler="h") as name:
        assert lam.get_function_configuration(FunctionName=name)["State"] == "Active"
        first, second = invoke(lam, name), invoke(lam, name)
    for answer, init in [(first, ["INIT_START", "INIT_REPORT"]), (second, [])]:
        kind = "Runtime.ExitError" if says.startswith("Runtime exited") else "Runtime.InvalidEntrypoint"
        assert (answer.status, answer.error) == (200, "Unhandled")
        assert answer.payload == {"errorType": kind, "errorMessage": f"RequestId: {answer.request_id} Error: {says}"}
        assert kinds(answer.log) == [*init, "INIT_REPORT", "START", "RequestId:", kind, "END", "REPORT"]
        assert f"\nRequestId: {answer.request_id} Error: {says}\n{kind}\nEND RequestId" in answer.log
        phases = re.findall(r"^INIT_REPORT Init Duration: [\d.]+ ms\t(.*)$", answer.log, re.M)
        assert phases == [f"Phase: {phase}\tStatus: error\tError Type: {kind}" for phase in ["init", "invoke"][-len(phases) :]]
        assert answer.log.endswith(f" MB\tStatus: error\tError Type: {kind}\n")


def test_a_bootstrap_that_may_not_be_executed(lam):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        file.writestr(entry, SHELL)
    with deployed(lam, archive.getvalue(), runtime="provided.al2023", handler="h") as name:
        answer = invoke(lam, name)
        assert answer.payload["errorMessage"].endswith("Error: fork/exec /var/task/bootstrap: permission denied")
        assert answer.payload["errorType"] == "Runtime.InvalidEntrypoint"


SIGNALS = {
    signal.SIGHUP: "hangup", signal.SIGINT: "interrupt", signal.SIGQUIT: "quit", signal.SIGILL: "illegal instruction",
    signal.SIGTRAP: "trace/breakpoint trap", signal.SIGABRT: "aborted", signal.SIGBUS: "bus error",
    signal.SIGFPE: "floating point exception", signal.SIGKILL: "killed", signal.SIGUSR1: "user defined signal 1",
    signal.SIGSEGV: "segmentation fault", signal.SIGUSR2: "user defined signal 2", signal.SIGPIPE: "broken pipe",
    signal.SIGALRM: "alarm clock", signal.SIGTERM: "terminated", signal.SIGXCPU: "CPU time limit exceeded",
    signal.SIGSYS: "bad system call", signal.SIGRTMIN + 6: "signal 40",
}  # fmt: skip


def test_every_signal_that_ends_a_runtime(lam):
    source = """
import os, signal
def handler(number, context):
    if number != signal.SIGKILL:
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    signal.pause()
"""
    with deployed(lam, zipped({"app.py": source}), handler="app.handler") as name, ThreadPoolExecutor(3) as threads:
        answers = threads.map(lambda number: invoke(lam, name, int(number)).payload, SIGNALS)
        said = {number: answer["errorMessage"].split("signal: ")[-1] for number, answer in zip(SIGNALS, answers)}
    assert said == SIGNALS


WRAPPERS = {
    "/opt/none": "Runtime exited with error: exit status 127",
    "none": "Runtime exited with error: exit status 127",
    "/var/task/app.py": "Runtime exited with error: exit status 126",
    "/var/task/bin/bootstrap": None,
    "bin/bootstrap": None,
    "/var/task/plain/bootstrap": None,
    "": None,
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_wrapper_ends_as_in_a_shell(lam, wrapper):
    """On AWS a shell script starts it."""
    body = 'export WRAPPED=$1\nexec "$@"\n'
    files = {"app.py": "import os\ndef handler(e, c): return os.environ.get('WRAPPED')\n"}
    files |= {"bin/bootstrap": SHELL + body, "plain/bootstrap": body}
    environment = {"Variables": {"AWS_LAMBDA_EXEC_WRAPPER": wrapper}}
    with deployed(lam, zipped(files), handler="app.handler", Environment=environment) as name:
        answer = invoke(lam, name)
    if WRAPPERS[wrapper] is None:
        assert answer.payload == ("/var/lang/bin/python3.11" if wrapper else None)
        return
    assert answer.payload["errorType"] == "Runtime.ExitError"
    assert answer.payload["errorMessage"] == f"RequestId: {answer.request_id} Error: {WRAPPERS[wrapper]}"
    said = "does not exist" if "127" in WRAPPERS[wrapper] else "is not an executable"
    assert answer.log.count(f"{wrapper}: {said}\n") == 2, "in the init phase, and once more"


def closed(name, content):
    """A package whose only file is its owner's alone."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (stat.S_IFREG | 0o600) << 16
        file.writestr(entry, content)
    return archive.getvalue()


@pytest.mark.skipif(not IS_ROOT, reason="what an unprivileged user's server runs owns its package")
@pytest.mark.parametrize(
    "runtime, file, says",
    [(PYTHON, "app.py", "[Errno 13] Permission denied: '/var/task/app.py'"), (NODE, "app.js", "EACCES: permission denied")],
)
def test_a_handler_that_may_not_be_read(lam, runtime, file, says):
    with deployed(lam, closed(file, "def handler(): 1\n"), runtime=runtime, handler="app.handler") as name:
        answer = invoke(lam, name)
        assert (answer.status, answer.error) == (200, "Unhandled") and says in answer.payload["errorMessage"]
        assert kinds(answer.log)[-2:] == ["END", "REPORT"] and "\tPhase: invoke\tStatus: error\t" in answer.log


def test_the_lines_of_every_outcome_in_text(lam):
    with deployed(lam, packages.toolbox(), Timeout=2, MemorySize=1769) as name:
        cold = invoke(lam, name)
        assert kinds(cold.log) == ["INIT_START", "toolbox", "START", "got", "END", "REPORT"]
        init = float(re.search(r"Init Duration: ([\d.]+) ms", cold.log).group(1))
        duration, billed = re.search(r"\tDuration: ([\d.]+) ms\tBilled Duration: (\d+) ms", cold.log).groups()
        assert 0 <= int(billed) - (init + float(duration)) < 1.02, "the init phase is billed"
        exited = ["RequestId:", "Runtime.ExitError"]
        for event, lines, end in [
            ({"do": "fail"}, ["START", "[ERROR]"], ""),
            ({"do": "leave", "status": 3}, ["START", *exited], "Status: error\tError Type: Runtime.ExitError"),
            # The process is a new one.
            ({"do": "echo"}, ["toolbox", "START", "got"], ""),
            ({"do": "spin"}, ["START", "<time>", ""], "Status: timeout"),
        ]:
            answer = invoke(lam, name, event)
            seen = kinds(re.sub(r"^[\d-]{10}T[\d:.]{12}Z", "<time>", answer.log, flags=re.M))
            assert seen == [*lines, "END", "REPORT"], answer.log
            assert answer.log.splitlines()[-1].split(" MB\t", 2)[2] == end


def test_the_lines_of_every_outcome_in_json(lam):
    settings = {"LogFormat": "JSON", "SystemLogLevel": "DEBUG"}
    with deployed(lam, packages.toolbox(), Timeout=2, MemorySize=1769, LoggingConfig=settings) as name:
        for event, status, kind in [
            ({"do": "echo"}, "success", None),
            ({"do": "fail"}, "error", "ValueError"),
            ({"do": "leave", "status": 0}, "error", "Runtime.ExitError"),
            ({"do": "spin"}, "timeout", None),
        ]:
            answer = invoke(lam, name, event)
            lines = [json.loads(line) for line in answer.log.splitlines() if line.startswith('{"time"')]
            last = {line["type"]: line["record"] for line in lines}
            assert [line["type"] for line in lines][-2:] == ["platform.runtimeDone", "platform.report"]
            record = last["platform.report"]
            assert (record["status"], record.get("errorType")) == (status, kind), record
            assert record["requestId"] == last["platform.start"]["requestId"] == answer.request_id
            metrics = record["metrics"]
            assert metrics["billedDurationMs"] >= metrics["durationMs"] > 0 and metrics["memorySizeMB"] == 1769


def test_a_log_group_of_ones_own(lam, logs):
    group = f"/mine/{name_of('group')}"
    with deployed(lam, packages.toolbox(), LoggingConfig={"LogGroup": group}) as name:
        answer = invoke(lam, name, {"variables": ["AWS_LAMBDA_LOG_GROUP_NAME"]})
        assert answer.payload["variables"] == {"AWS_LAMBDA_LOG_GROUP_NAME": group}

        def there():
            try:
                return [event["message"] for event in logs.filter_log_events(logGroupName=group)["events"]]
            except ClientError:
                return []

        until(lambda: any(line.startswith("REPORT") for line in there()), 10, "the report in the group")
        with pytest.raises(ClientError):
            logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")
