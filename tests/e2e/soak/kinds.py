"""The things that a load does. Each looks at the answer; whatever is raised counts as a failure of the run."""

import base64
import http.client
import json
import socket
import time
from dataclasses import dataclass
from typing import Callable

from harness import packages
from harness.clients import ROLE
from harness.functions import SOON, create, invoke, updated
from harness.packages import PYTHON, zipped
from harness.wire import host_of

BLOCK = 65536
# More than may go at any speed.
LONG = 112


@dataclass
class Kind:
    """One of them, and how often it comes in relation to the others."""

    name: str
    act: Callable
    weight: float
    can: Callable


KINDS = []


def kind(weight, can=lambda load: True):
    """Makes one of a function."""

    def register(act):
        KINDS.append(Kind(act.__name__.replace("_", " "), act, weight, can))
        return act

    return register


def updatable(word):
    """A package that says a word and a variable."""
    source = f"import os\ndef handler(event, context):\n    return [{word!r}, os.environ.get('NUMBER')]\n"
    return zipped({"app.py": source})


def _has_bash(_load):
    return packages.has_curl()


# Synchronous invocations.


@kind(10)
def python(hand):
    n = hand.random.randrange(1 << 30)
    result = invoke(hand.lam, "python", {"do": "echo", "n": n})
    assert result.error is None and result.payload["event"]["n"] == n, result


@kind(10)
def node(hand):
    n = hand.random.randrange(1 << 30)
    result = invoke(hand.lam, "node", {"do": "echo", "n": n})
    assert result.error is None and result.payload["event"]["n"] == n, result


@kind(10)
def rust(hand):
    n = hand.random.randrange(1 << 30)
    result = invoke(hand.lam, "rust", {"n": n})
    assert result.error is None and result.payload["echo"]["n"] == n, result


@kind(3, _has_bash)
def bash(hand):
    n = hand.random.randrange(1 << 30)
    result = invoke(hand.lam, "bash", {"n": n})
    assert result.error is None and result.payload["event"]["n"] == n, result


@kind(2)
def extensions(hand):
    event = {"do": "leave", "status": 3} if hand.random.random() < 0.1 else {"do": "echo"}
    result = invoke(hand.lam, "watched", event)
    assert result.error == ("Unhandled" if event["do"] == "leave" else None), result


@kind(0.5)
def large_payloads(hand):
    size = hand.random.randrange(5 << 20)
    result = invoke(hand.lam, "python", {"do": "big", "bytes": size, "padding": "y" * size})
    assert result.error is None and len(result.raw) == size + 2, (result.error, len(result.raw), size)


@kind(1)
def throttled(hand):
    try:
        invoke(hand.lam, "closed", {"do": "echo"})
    except hand.lam.exceptions.TooManyRequestsException:
        return
    raise AssertionError("an invocation of a function without concurrency was taken")


# What goes wrong in a function.


@kind(3)
def handled_errors(hand):
    for name, event, error in [
        ("python", {"do": "fail"}, "ValueError"),
        ("node", {"do": "fail"}, "RangeError"),
        ("rust", {"fail": True}, "alloc::boxed::Box<dyn core::error::Error + core::marker::Send + core::marker::Sync>"),
    ]:
        result = invoke(hand.lam, name, event)
        assert result.error == "Unhandled", result
        assert name == "rust" or result.payload["errorType"] == error, result


@kind(1)
def crashes(hand):
    name, event = hand.random.choice([("python", {"do": "leave", "status": 3}), ("node", {"do": "exit"})])
    result = invoke(hand.lam, name, event)
    assert (result.error, result.payload["errorType"]) == ("Unhandled", "Runtime.ExitError"), result


@kind(1)
def timeouts(hand):
    name, event = hand.random.choice(
        [
            ("python-short", {"do": "sleep", "seconds": 60}),
            ("python-short", {"do": "spin"}),
            ("node-short", {"do": "sleep"}),
        ]
    )
    result = invoke(hand.lam, name, event)
    assert (result.error, result.payload["errorType"]) == ("Unhandled", "Sandbox.Timedout"), result


@kind(0.5)
def out_of_memory(hand):
    result = invoke(hand.lam, "python-small", {"do": "eat"})
    # The kernel ends the runtime; where there is no memory controller, its own MemoryError may.
    assert result.error == "Unhandled", result


@kind(0.5)
def log_floods(hand):
    name = hand.random.choice(["python", "node"])
    result = invoke(hand.lam, name, {"do": "flood", "lines": 2_000})
    assert result.error is None and "REPORT RequestId" in result.log, result
    if hand.random.random() < 0.2:
        _forget_logs(hand, name)


def _forget_logs(hand, name):
    try:
        hand.logs.delete_log_group(logGroupName=f"/aws/lambda/{name}")
    except hand.logs.exceptions.ResourceNotFoundException:
        pass  # another one was quicker


# Responses that stream.


def _collected(hand, name, event):
    answer = hand.lam.invoke_with_response_stream(FunctionName=name, Payload=json.dumps(event))
    *chunks, last = list(answer["EventStream"])
    return b"".join(event["PayloadChunk"]["Payload"] for event in chunks), last["InvokeComplete"]


@kind(3)
def streams(hand):
    count = hand.random.randrange(1, 32)
    body, complete = _collected(hand, "streams", {"do": "blocks", "count": count})
    assert (len(body), complete) == (count * BLOCK, {}), (count, len(body), complete)
    body, complete = _collected(hand, "rust", {"stream": count})
    assert len(body) > count * BLOCK and complete == {}, (count, len(body), complete)


@kind(0.3)
def long_streams(hand):
    body, complete = _collected(hand, "streams", {"do": "blocks", "count": LONG})
    assert (len(body), complete) == (LONG * BLOCK, {}), (len(body), complete)


@kind(1)
def failing_streams(hand):
    body, complete = _collected(hand, "streams", {"do": "failFirst"})
    assert (body, complete["ErrorCode"]) == (b"", "TypeError"), complete


def _raw_stream(hand, count):
    """A connection on which so many blocks come, as slowly as it is read."""
    target, body = "/2021-11-15/functions/streams/response-streaming-invocations", json.dumps({"do": "blocks", "count": count})
    host = host_of(hand.load.server)
    headers = hand.load.signer.headers("POST", host, target, body.encode())
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    connection = socket.create_connection(host.split(":"), timeout=60)
    connection.sendall(f"POST {target} HTTP/1.1\r\n{head}content-length: {len(body)}\r\n\r\n{body}".encode())
    return connection


@kind(1)
def slow_readers(hand):
    with _raw_stream(hand, 64) as connection:
        until_when = time.monotonic() + 2
        received = b""
        while b"InvokeComplete" not in received:
            more = connection.recv(BLOCK)
            assert more, "the answer broke off"
            received = received[-100:] + more
            if time.monotonic() < until_when:
                time.sleep(0.02)


@kind(1)
def readers_that_go_away(hand):
    with _raw_stream(hand, 64) as connection:
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")


@kind(2)
def urls(hand):
    count = hand.random.randrange(1, 8)
    connection = http.client.HTTPConnection(host_of(hand.load.server), timeout=60)
    connection.request("GET", f"/blocks?count={count}", headers={"Host": hand.load.url})
    answer = connection.getresponse()
    body = answer.read()
    assert (answer.status, len(body)) == (200, count * BLOCK), (answer.status, body[:200])
    connection.close()


# Asynchronous invocations. What is accepted must end as it says here, exactly.


def _send(hand, what, name, event, how):
    answer = hand.lam.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(event))
    assert answer["StatusCode"] == 202, answer
    hand.load.accepted.append((answer["ResponseMetadata"]["RequestId"], what, how))


@kind(8)
def events(hand):
    _send(hand, "events", "events", {"n": hand.random.random()}, "Success")


@kind(2)
def events_that_fail(hand):
    fail = hand.random.choices(["error", "exit", "sleep"], [8, 2, 1])[0]
    _send(hand, f"events that fail ({fail})", "events-once", {"fail": fail}, "RetriesExhausted")


@kind(1, lambda load: load.retries)
def events_that_are_tried_again(hand):
    again = hand.random.random() < 0.8
    # The second attempt comes a minute after the first.
    event = {"not_before": time.time() + 30} if again else {"fail": "error"}
    _send(hand, "events that are tried again", "events", event, "Success" if again else "RetriesExhausted")


# The control plane.


@kind(1)
def updates(hand):
    name = f"changes-{hand.number}"
    hand.changes += 1
    word, n = f"{hand.random.random()}", str(hand.changes)
    hand.lam.update_function_code(FunctionName=name, ZipFile=updatable(word))
    updated(hand.lam, name)
    hand.lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"NUMBER": n}})
    updated(hand.lam, name)
    result = invoke(hand.lam, name)
    assert (result.error, result.payload) == (None, [word, n]), result


@kind(1)
def versions_and_aliases(hand):
    name = f"changes-{hand.number}"
    word = f"{hand.random.random()}"
    hand.lam.update_function_code(FunctionName=name, ZipFile=updatable(word))
    updated(hand.lam, name)
    version = hand.lam.publish_version(FunctionName=name)["Version"]
    hand.lam.get_waiter("published_version_active").wait(FunctionName=name, Qualifier=version, WaiterConfig=SOON)
    aliases = hand.lam.list_aliases(FunctionName=name)["Aliases"]
    move = hand.lam.update_alias if aliases else hand.lam.create_alias
    move(FunctionName=name, Name="live", FunctionVersion=version)
    result = invoke(hand.lam, name, Qualifier="live")
    assert (result.error, result.payload[0], result.version) == (None, word, version), result
    versions = hand.lam.list_versions_by_function(FunctionName=name)["Versions"]
    for old in [v["Version"] for v in versions if v["Version"] not in ("$LATEST", version)]:
        hand.lam.delete_function(FunctionName=name, Qualifier=old)


@kind(1)
def creations_and_deletions(hand):
    name, word = f"passing-{hand.number}", f"{hand.random.random()}"
    layer = hand.lam.publish_layer_version(
        LayerName=name, Content={"ZipFile": zipped({"python/said.py": f"WORD = {word!r}\n"})}
    )
    source = "import said\ndef handler(event, context):\n    return said.WORD\n"
    code = zipped({"app.py": source})
    create(hand.lam, name, code, runtime=PYTHON, handler="app.handler", Layers=[layer["LayerVersionArn"]])
    result = invoke(hand.lam, name)
    assert (result.error, result.payload) == (None, word), result
    hand.lam.delete_function(FunctionName=name)
    hand.lam.delete_layer_version(LayerName=name, VersionNumber=layer["Version"])
    _forget_logs(hand, name)


@kind(0.5)
def creations_that_are_refused(hand):
    code = base64.b64decode("UEsDBBQAAAAI")
    try:
        hand.lam.create_function(FunctionName="never", Runtime=PYTHON, Handler="a.b", Role=ROLE, Code={"ZipFile": code})
    except hand.lam.exceptions.InvalidParameterValueException:
        return
    raise AssertionError("a broken zip was taken")


@kind(2)
def lists_and_logs(hand):
    names = [f["FunctionName"] for page in hand.lam.get_paginator("list_functions").paginate() for f in page["Functions"]]
    assert "python" in names and "rust" in names, names
    name = hand.random.choice(["python", "node", "rust"])
    try:
        hand.logs.filter_log_events(logGroupName=f"/aws/lambda/{name}", limit=100)
    except hand.logs.exceptions.ResourceNotFoundException:
        pass  # it was deleted, or nothing has been written yet
