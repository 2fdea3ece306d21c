"""Responses that stream: InvokeWithResponseStream with boto3, function URLs with a plain HTTP client.

That something arrives before the function ends is shown by a gate: the function goes on only after the test, having seen
the first bytes, opened it.
"""

import base64
import http.client
import json
import re
import socket
import time
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.gate import open_up
from harness.packages import FUNCTIONS, NODE, zipped
from harness.server import Server
from harness.wait import until
from harness.wire import Signer, host_of

MIB = 1 << 20
BLOCK = 65536


@pytest.fixture(scope="module")
def code():
    return zipped({"index.js": (FUNCTIONS / "node-streams/index.js").read_text()})


@pytest.fixture(scope="module")
def function(lam, code):
    with deployed(lam, code, "streams", runtime=NODE, handler="index.handler") as name:
        yield name


@pytest.fixture(scope="module")
def url(lam, function):
    """The host of a URL that streams."""
    open_up(lam, function)
    created = lam.create_function_url_config(FunctionName=function, AuthType="NONE", InvokeMode="RESPONSE_STREAM")
    return created["FunctionUrl"].removeprefix("http://").rstrip("/")


def stream(lam, name, event, **more):
    return lam.invoke_with_response_stream(FunctionName=name, Payload=json.dumps(event), **more)


def collected(answer):
    """All bytes, and what the last event says."""
    *chunks, last = list(answer["EventStream"])
    assert all(list(event) == ["PayloadChunk"] for event in chunks)
    return b"".join(event["PayloadChunk"]["Payload"] for event in chunks), last["InvokeComplete"]


def ask(server, host, path):
    """A connection, and the head of the answer to a request to a URL."""
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)
    connection.request("GET", path, headers={"Host": host})
    return connection, connection.getresponse()


def log_of(logs, name):
    events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
    return "".join(event["message"] + "\n" for event in events)


def test_the_first_bytes_come_before_the_function_ends(lam, function, gate):
    answer = stream(lam, function, {"do": "wait", "gate": gate.host}, LogType="Tail")
    assert answer["StatusCode"] == 200 and answer["ExecutedVersion"] == "$LATEST"
    assert answer["ResponseStreamContentType"] == "application/vnd.amazon.eventstream"
    events = iter(answer["EventStream"])
    assert next(events) == {"PayloadChunk": {"Payload": b"first"}}
    gate.open()
    assert next(events) == {"PayloadChunk": {"Payload": b"second"}}
    complete = next(events)["InvokeComplete"]
    assert list(complete) == ["LogResult"]
    log = base64.b64decode(complete["LogResult"]).decode()
    assert "finished" in log and "REPORT RequestId: " + answer["ResponseMetadata"]["RequestId"] in log
    assert list(events) == []


def test_a_custom_runtime_in_bash(lam, gate):
    if not packages.has_curl():
        pytest.skip("this machine has no curl or bash")
    bootstrap = zipped({"bootstrap": (FUNCTIONS / "bash-streams/bootstrap").read_text()})
    with deployed(lam, bootstrap, runtime="provided.al2023", handler="x") as name:
        events = iter(stream(lam, name, {"gate": gate.host})["EventStream"])
        assert next(events) == {"PayloadChunk": {"Payload": b"first"}}
        gate.open()
        assert list(events) == [{"PayloadChunk": {"Payload": b"second"}}, {"InvokeComplete": {}}]
        # The gate is open now: what comes in quick succession may come as one piece.
        assert collected(stream(lam, name, {"gate": gate.host})) == (b"firstsecond", {})
        assert lam.invoke(FunctionName=name, Payload=json.dumps({"gate": gate.host}))["Payload"].read() == b"firstsecond"


def test_rust_on_lambda_runtime(server, lam):
    whole = b"".join(bytes([n]) * BLOCK for n in range(48))
    with deployed(lam, packages.rust(), runtime="provided.al2023", handler="bootstrap") as name:
        body, complete = collected(stream(lam, name, {"stream": 48}))
        # The SDK's clients get the prelude as it is.
        prelude, _, rest = body.partition(bytes(8))
        assert complete == {} and json.loads(prelude)["statusCode"] == 203 and rest == whole
        open_up(lam, name)
        url = lam.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode="RESPONSE_STREAM")
        connection, answer = ask(server, url["FunctionUrl"].removeprefix("http://").rstrip("/"), "/48")
        assert (answer.status, answer.getheader("content-type")) == (203, "application/octet-stream")
        assert answer.getheader("set-cookie") == "a=1" and answer.read() == whole
        connection.close()


def test_every_byte(lam, function):
    assert collected(stream(lam, function, {"do": "binary"})) == (bytes(range(256)) + bytes(9), {})
    assert collected(stream(lam, function, {"do": "empty"})) == (b"", {})


def test_more_than_a_response_may_have_that_does_not_stream(lam, function):
    begun = time.monotonic()
    body, complete = collected(stream(lam, function, {"do": "blocks", "count": 112}))
    assert complete == {}
    assert body == b"".join(bytes([n % 251]) * BLOCK for n in range(112))
    # One MiB more than may go at once, at 2 MiB a second.
    assert time.monotonic() - begun > 0.49
    # Invoke gathers it, up to its own limit.
    small = invoke(lam, function, {"do": "blocks", "count": 2})
    assert (small.error, small.raw) == (None, bytes(BLOCK) + b"\x01" * BLOCK)
    large = invoke(lam, function, {"do": "blocks", "count": 320})
    assert (large.error, large.payload["errorType"]) == ("Unhandled", "Function.ResponseSizeTooLarge")


def test_what_does_not_stream_is_one_event(lam, toolbox):
    body, complete = collected(stream(lam, toolbox, {"do": "echo", "n": 1}, LogType="Tail"))
    assert json.loads(body)["event"] == {"do": "echo", "n": 1}
    assert "START RequestId" in base64.b64decode(complete["LogResult"]).decode()
    body, complete = collected(stream(lam, toolbox, {"do": "fail", "message": "no"}))
    assert body == b"" and complete["ErrorCode"] == "ValueError"
    assert json.loads(complete["ErrorDetails"])["errorMessage"] == "no"


def test_errors_before_anything_runs(lam, function):
    for more, status, code in [
        ({"FunctionName": "absent"}, 404, "ResourceNotFoundException"),
        ({"FunctionName": function, "Qualifier": "7"}, 404, "ResourceNotFoundException"),
        ({"FunctionName": function, "Payload": b"{"}, 400, "InvalidRequestContentException"),
        ({"FunctionName": function, "TenantId": "t"}, 400, "InvalidParameterValueException"),
    ]:
        with pytest.raises(ClientError) as error:
            lam.invoke_with_response_stream(**more)
        assert error.value.response["ResponseMetadata"]["HTTPStatusCode"] == status
        assert error.value.response["Error"]["Code"] == code
    dry = lam.invoke_with_response_stream(FunctionName=function, InvocationType="DryRun")
    assert dry["StatusCode"] == 204


def test_errors_in_the_middle(lam, function, gate):
    body, complete = collected(stream(lam, function, {"do": "failFirst"}))
    assert (body, complete["ErrorCode"]) == (b"", "TypeError")
    assert json.loads(complete["ErrorDetails"])["errorMessage"] == "before the start"
    for what in ["fail", "exit"]:
        events = iter(stream(lam, function, {"do": what, "gate": gate.host})["EventStream"])
        assert next(events) == {"PayloadChunk": {"Payload": b"half"}}
        if what == "fail":
            gate.open()
        complete = next(events)["InvokeComplete"]
        if what == "fail":
            assert complete["ErrorCode"] == "TypeError"
            assert json.loads(complete["ErrorDetails"])["errorMessage"] == "in the middle"
        else:
            assert complete == {"ErrorCode": "Runtime.TruncatedResponse"}
        assert list(events) == []


def test_the_time_limit_ends_a_stream(lam, code):
    with deployed(lam, code, runtime=NODE, handler="index.handler", Timeout=2) as name:
        answer = stream(lam, name, {"do": "hang"}, LogType="Tail")
        body, complete = collected(answer)
        assert (body, complete["ErrorCode"]) == (b"half", "Sandbox.Timedout")
        assert "Task timed out after 2.00 seconds" in complete["ErrorDetails"]
        assert "Status: timeout" in base64.b64decode(complete["LogResult"]).decode()
        assert collected(stream(lam, name, {"do": "binary"}))[1] == {}


def test_a_url_sends_what_there_is(server, lam, url, gate):
    connection, answer = ask(server, url, f"/wait?gate={gate.host}")
    assert (answer.status, answer.getheader("Transfer-Encoding")) == (200, "chunked")
    assert answer.getheader("Content-Type") == "application/octet-stream"
    assert answer.read(5) == b"first"
    gate.open()
    assert answer.read() == b"second"
    # The connection is good for another one.
    connection.request("GET", "/typed", headers={"Host": url})
    answer = connection.getresponse()
    assert (answer.getheader("Content-Type"), answer.read()) == ("text/event-stream", b"data: 1\n\n")
    connection.request("GET", "/blocks?count=112", headers={"Host": url})
    assert connection.getresponse().read() == b"".join(bytes([n % 251]) * BLOCK for n in range(112))
    connection.close()


def test_a_url_with_a_prelude(server, url, gate):
    connection, answer = ask(server, url, f"/prelude?gate={gate.host}")
    assert (answer.status, answer.getheader("Content-Type"), answer.getheader("x-own")) == (203, "text/plain", "1")
    assert answer.headers.get_all("set-cookie") == ["a=1", "b=2"]
    assert answer.read(5) == b"first"
    gate.open()
    assert answer.read() == b"second"
    connection.close()


def test_a_url_when_the_function_fails(server, url, gate):
    for path in ["/failFirst", "/malformed"]:
        connection, answer = ask(server, url, path)
        assert (answer.status, answer.read()) == (502, b"Internal Server Error")
        connection.close()
    connection, answer = ask(server, url, f"/fail?gate={gate.host}")
    assert (answer.status, answer.read(4)) == (200, b"half")
    gate.open()
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
    connection.close()


def test_a_client_that_goes_away(lam, logs, code, gate):
    with deployed(lam, code, runtime=NODE, handler="index.handler") as name:
        answer = stream(lam, name, {"do": "wait", "gate": gate.host})
        assert next(iter(answer["EventStream"])) == {"PayloadChunk": {"Payload": b"first"}}
        answer["EventStream"].close()
        gate.open()
        until(lambda: "REPORT" in log_of(logs, name), 20, "the function ends")
        log = log_of(logs, name)
        assert "finished" in log and "Status:" not in log
        # The environment is free again.
        assert collected(stream(lam, name, {"do": "binary"}))[1] == {}
        streams = logs.describe_log_streams(logGroupName=f"/aws/lambda/{name}")["logStreams"]
        assert len(streams) == 1


def test_the_most_that_a_response_may_stream(own_server, code):
    server = own_server("--stream-rate", "unlimited").start()
    lam = client(server)
    with deployed(lam, code, runtime=NODE, handler="index.handler", MemorySize=1769) as name:
        most = 209_715_200 // BLOCK
        for count, expected in [(most, None), (most + 1, "Function.ResponseSizeTooLarge")]:
            *chunks, last = list(stream(lam, name, {"do": "blocks", "count": count})["EventStream"])
            received = sum(len(event["PayloadChunk"]["Payload"]) for event in chunks)
            assert (received, last["InvokeComplete"].get("ErrorCode")) == (most * BLOCK, expected)
        details = json.loads(last["InvokeComplete"]["ErrorDetails"])
        assert details["errorMessage"].endswith("(209715200 bytes).")
        # The environment has not been lost by it.
        assert collected(stream(lam, name, {"do": "binary"}))[1] == {}
    server.stop()


def memory(server, what):
    text = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(rf"^{what}:\s+(\d+) kB", text, re.M).group(1)) * 1024


def test_a_slow_client_costs_little(own_server, code):
    """200 MB are written for a client that reads nothing: the function waits, and its time limit ends it."""
    server = own_server().start()
    lam, logs = client(server), client(server, "logs")
    with deployed(lam, code, runtime=NODE, handler="index.handler", Timeout=3) as name:
        assert collected(stream(lam, name, {"do": "binary"}))[1] == {}
        before = memory(server, "VmRSS")
        target = f"/2021-11-15/functions/{name}/response-streaming-invocations"
        body = b'{"do": "blocks", "count": 3000}'
        host, _, port = host_of(server).partition(":")
        headers = Signer.of(server).headers("POST", host_of(server), target, body)
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            request = f"POST {target} HTTP/1.1\r\n{head}content-length: {len(body)}\r\n\r\n"
            connection.sendall(request.encode() + body)
            until(lambda: "Task timed out" in log_of(logs, name), 30, "the time limit")
            grown = memory(server, "VmHWM") - before
            assert grown < 16 * MIB, f"grew by {grown / MIB:.0f} MiB"
            # The environment is free though nobody has read a byte.
            assert collected(stream(lam, name, {"do": "binary"}))[1] == {}
            received = b""
            while b"InvokeComplete" not in received:
                more = connection.recv(MIB)
                assert more, "the answer broke off"
                received = received[-100:] + more
            assert b"Sandbox.Timedout" in received
    server.stop()


def test_a_stream_ends_at_200_mb(own_server, code):
    server = own_server("--stream-rate", "unlimited").start()
    lam = client(server)
    with deployed(lam, code, runtime=NODE, handler="index.handler", MemorySize=1769, Timeout=60) as name:
        answer = stream(lam, name, {"do": "blocks", "count": 200 * MIB // BLOCK + 1}, LogType="Tail")
        received = 0
        for event in answer["EventStream"]:
            received += len(event.get("PayloadChunk", {}).get("Payload", b""))
        assert received == 200 * MIB
        complete = event["InvokeComplete"]
        error = {
            "errorMessage": "Response payload size exceeded maximum allowed payload size (209715200 bytes).",
            "errorType": "Function.ResponseSizeTooLarge",
        }
        assert complete["ErrorCode"] == error["errorType"] and json.loads(complete["ErrorDetails"]) == error
        log = base64.b64decode(complete["LogResult"]).decode()
        assert log.endswith("Status: error\tError Type: Function.ResponseSizeTooLarge\n")
        assert collected(stream(lam, name, {"do": "binary"}))[1] == {}
    server.stop()
