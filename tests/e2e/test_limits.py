"""Limits of an execution, met by real functions: time, memory, CPU, files, processes; and what is left afterwards."""

import errno
import json
import math
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from harness.clients import client
from harness.functions import deployed, invoke
from harness.groups import cpus_of, is_frozen, process_of
from harness.logs import shown
from harness.packages import FUNCTIONS, NODE, zipped
from harness.server import IS_ROOT
from harness.wait import until

as_root = pytest.mark.skipif(not IS_ROOT, reason="only root sees the groups of sandboxes")


@pytest.fixture(scope="module")
def code():
    return zipped({"limits.py": (FUNCTIONS / "limits/limits.py").read_text()})


@pytest.fixture(scope="module")
def function(lam, code):
    with deployed(lam, code, "limits", handler="limits.handler") as name:
        yield name


@pytest.fixture(scope="module")
def machine(server):
    return json.loads(server.cli("doctor", "--json").stdout)


def report(answer):
    """The fields of the REPORT line."""
    line = next(line for line in answer.log.splitlines() if line.startswith("REPORT "))
    return dict(field.split(": ", 1) for field in line.split("\t")[1:] if field)


def took(logs, name, request_id):
    """Milliseconds from START to END by the server's own clock."""
    shown(logs, name, f"END RequestId: {request_id}")
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=f"/aws/lambda/{name}", filterPattern=f'"{request_id}"')
    at = {event["message"].split(" ")[0]: event["timestamp"] for page in pages for event in page["events"]}
    return at["END"] - at["START"]


HANGING = ["hang", "spin", "deaf", "descend", "many_threads"]


def test_the_time_limit_is_kept_whatever_a_function_does(lam, logs, code):
    def once(what):
        """By how much it was passed, in ms. In a new environment: in one that was reset, START comes after the init phase."""
        with deployed(lam, code, "late", handler="limits.handler", Timeout=1) as name:
            answer = invoke(lam, name, {"do": what})
            assert answer.payload["errorType"] == "Sandbox.Timedout", answer.raw
            fields = report(answer)
            assert (fields["Duration"], fields["Status"]) == ("1000.00 ms", "timeout")
            # The init phase is billed as well.
            assert fields["Billed Duration"] == f"{math.ceil(1000 + float(fields['Init Duration'].split()[0]))} ms"
            return took(logs, name, answer.request_id) - 1000

    def overrun(what):
        """Once in five times the machine should be quick enough to show that we are."""
        late = []
        while not late or (late[-1] > 50 and len(late) < 5):
            late.append(once(what))
        return late[-1]

    with ThreadPoolExecutor(len(HANGING)) as threads:
        late = dict(zip(HANGING, threads.map(overrun, HANGING)))
    # Timestamps are whole milliseconds.
    assert not [(what, ms) for what, ms in late.items() if not -1 <= ms <= 50]


def test_a_response_that_does_not_end_is_cut_by_the_time_limit(lam):
    source = """
import http.client, os
def handler(event, context):
    api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    api.putrequest("POST", f"/2018-06-01/runtime/invocation/{context.aws_request_id}/response")
    api.putheader("Content-Length", "5000000")
    api.endheaders(b"x" * 1000000)
    api.getresponse()
"""
    with deployed(lam, zipped({"app.py": source}), handler="app.handler", Timeout=1) as name:
        answer = invoke(lam, name)
        assert answer.payload["errorType"] == "Sandbox.Timedout"
        assert report(answer)["Duration"] == "1000.00 ms"


def test_after_a_timeout_only_tmp_is_left(lam, code):
    # With a CPU of its own, for the time limit holds for the next start as well.
    with deployed(lam, code, "after", handler="limits.handler", Timeout=2, MemorySize=1769) as name:
        before = invoke(lam, name, {"do": "keep"}).payload
        assert (before["count"], before["word"]) == (1, "kept")
        assert invoke(lam, name, {"do": "descend"}).payload["errorType"] == "Sandbox.Timedout"
        first = invoke(lam, name, {"do": "state"})
        assert first.error is None and "Init Duration" not in report(first) and "INIT_START" not in first.log
        after = first.payload
        assert after["stream"] == before["stream"], "the environment is the same"
        assert (after["count"], after["word"], after["processes"]) == (1, None, 1)
        assert after["descendants wrote"] > 0
        assert invoke(lam, name, {"do": "state"}).payload["descendants wrote"] == after["descendants wrote"]


@as_root
def test_nothing_runs_between_invocations(server, lam, code):
    with deployed(lam, code, "frozen", handler="limits.handler") as name:
        invoke(lam, name, {"do": "ticks"})
        pid = process_of(server, name)
        until(lambda: is_frozen(pid), 5, "the environment is frozen")
        begun = time.monotonic()
        until(lambda: time.monotonic() - begun > 0.3, 5, "some time passes")
        ticks = invoke(lam, name, {"do": "ticks"}).payload
        gaps = [later - earlier for earlier, later in zip(ticks, ticks[1:])]
        assert max(gaps) >= 0.3, "the thread did nothing all the while"


@as_root
def test_an_idle_environment_goes_and_the_next_one_is_new(own_server, code):
    server = own_server("--idle-timeout", "1").start()
    lam = client(server)
    with deployed(lam, code, "idle", handler="limits.handler") as name:
        first = invoke(lam, name, {"do": "keep"}).payload
        until(lambda: process_of(server, name) is None, 10, "the environment is gone")
        second = invoke(lam, name, {"do": "state"})
        assert second.payload["count"] == 1 and second.payload["stream"] != first["stream"]
        assert "INIT_START" in second.log and "Init Duration" in report(second)
    server.stop()


@as_root
@pytest.mark.parametrize("memory, cpus", [(128, 0.072), (1769, 1.0), (3008, 1.7)])
def test_cpu_in_proportion_to_memory(server, lam, machine, memory, cpus):
    if not machine["cpu_limit"]:
        pytest.skip("this machine gives no CPU limit, as doctor says")
    source = """
import os, time
until = time.monotonic() + 10
while not os.path.exists("/tmp/go") and time.monotonic() < until:
    time.sleep(0.01)
def handler(event, context):
    pass
"""
    with deployed(lam, zipped({"app.py": source}), "cpu", handler="app.handler", MemorySize=memory) as name:
        with ThreadPoolExecutor(1) as thread:
            answer = thread.submit(invoke, lam, name)
            pid = until(lambda: process_of(server, name), 10, "its process runs")
            assert cpus_of(pid) == max(2.0, cpus), "the init phase has two CPUs at least"
            with open(f"/proc/{pid}/root/tmp/go", "w"):
                pass
            assert answer.result().error is None
        assert cpus_of(process_of(server, name)) == pytest.approx(cpus, abs=0.001)


def test_an_init_phase_of_more_than_ten_seconds_is_tried_again(lam):
    source = """
import os, time
if not os.path.exists("/tmp/again"):
    open("/tmp/again", "w").close()
    time.sleep(60)
time.sleep(0.2)
def handler(event, context):
    return context.get_remaining_time_in_millis()
"""
    with deployed(lam, zipped({"app.py": source}), handler="app.handler", Timeout=5) as name:
        answer = invoke(lam, name)
        assert answer.error is None and 3_000 < answer.payload < 4_800, "the second one took the function's time"
        kinds = [line.split(" ")[0] for line in answer.log.splitlines()]
        assert kinds == ["INIT_START", "INIT_REPORT", "START", "END", "REPORT"]
        found = re.search(r"INIT_REPORT Init Duration: ([\d.]+) ms\tPhase: init\tStatus: timeout\n", answer.log)
        assert 10_000 <= float(found.group(1)) < 11_000
        fields = report(answer)
        assert 200 <= float(fields["Duration"].split()[0]) < 5000 and "Init Duration" not in fields


def test_a_child_that_takes_too_much_memory(lam, code, machine):
    if not machine["memory_limit"]:
        pytest.skip("this machine gives no memory limit, as doctor says")
    with deployed(lam, code, handler="limits.handler", MemorySize=128, Timeout=60) as name:
        eaten = invoke(lam, name, {"do": "eating_child"})
        # The kernel takes the largest process, which is the child; the function goes on.
        assert (eaten.error, eaten.payload) == (None, -9)
        assert report(eaten)["Max Memory Used"] == "128 MB"
        after = invoke(lam, name, {"do": "state"})
        assert after.error is None and after.payload["count"] == 2


def test_files_are_limited(lam, function):
    answer = invoke(lam, function, {"do": "open_files"}).payload
    assert answer["errno"] == errno.EMFILE and 1000 < answer["open"] < 1024


@pytest.mark.parametrize("size", [512, 10_240])
def test_tmp_of_every_size_takes_no_room_until_it_is_written(server, lam, code, machine, size):
    if not machine["disk_tmp"]:
        pytest.skip("/tmp is in memory on this machine, as doctor says")
    with deployed(lam, code, handler="limits.handler", EphemeralStorage={"Size": size}) as name:
        answer = invoke(lam, name, {"do": "room"})
        assert answer.error is None, answer.payload
        assert size << 20 <= answer.payload * 1.03 and answer.payload <= (size << 20) * 1.03


def test_a_full_tmp_in_node(lam):
    source = """
const fs = require('fs');
const { execFileSync } = require('child_process');
exports.handler = async () => {
    // Most of it without writing it.
    execFileSync('fallocate', ['-l', '480M', '/tmp/most']);
    const file = fs.openSync('/tmp/filler', 'w');
    const block = Buffer.alloc(1 << 20, 1);
    let written = 0;
    try {
        for (;;) written += fs.writeSync(file, block);
    } catch (error) {
        return { code: error.code, written };
    }
};
"""
    with deployed(lam, zipped({"index.js": source}), runtime=NODE, handler="index.handler", Timeout=60) as name:
        answer = invoke(lam, name)
        assert answer.error is None, answer.payload
        assert answer.payload["code"] == "ENOSPC" and 25 << 20 < answer.payload["written"] < 40 << 20


def test_the_longest_time_limit_and_the_smallest(lam, code):
    for seconds in (1, 900):
        with deployed(lam, code, handler="limits.handler", Timeout=seconds) as name:
            assert invoke(lam, name, {"do": "state"}).error is None


def test_the_largest_event(lam, function):
    event = b'{"do":"state","x":"' + b"x" * 6_291_456
    assert invoke(lam, function, Payload=event[: 6_291_456 - 2] + b'"}').error is None


def test_what_is_too_large_is_refused_in_aws_words(lam, function):
    for kind, limit in [("RequestResponse", 6_291_456), ("Event", 1_048_576)]:
        payload = json.dumps({"do": "state", "x": "x" * limit}).encode()
        with pytest.raises(ClientError) as error:
            lam.invoke(FunctionName=function, InvocationType=kind, Payload=payload)
        said = error.value.response
        assert (said["Error"]["Code"], said["ResponseMetadata"]["HTTPStatusCode"]) == ("RequestTooLargeException", 413)
        text = f"{len(payload)} byte payload is too large for the {kind} invocation type (limit {limit} bytes)"
        assert said["Error"]["Message"] == text
    with pytest.raises(ClientError) as error:
        invoke(lam, function, {"do": "state"}, ClientContext="A" * 3584)
    assert error.value.response["Error"]["Message"] == "Client context must be no more than 3583 bytes when encoded."


def test_the_tail_is_the_last_4_kb(lam, function):
    log = invoke(lam, function, {"do": "lines", "lines": 400}).log
    assert len(log) == 4_096
    numbers = [int(line[:5]) for line in log.splitlines() if re.match(r"\d{5} ", line)]
    assert numbers == list(range(numbers[0], 400)) and log.splitlines()[-1].startswith("REPORT ")
