"""A graceful stop: what is under way finishes, what is cut off is told, and asking twice ends at once."""

import json
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.wait import until
from harness.wire import Signer, host_of


def begun(logs, name, count):
    """Whether that many invocations have begun."""

    def look():
        group = f"/aws/lambda/{name}"
        try:
            events = logs.filter_log_events(logGroupName=group, filterPattern="START RequestId")["events"]
        except logs.exceptions.ResourceNotFoundException:
            return False
        return len(events) >= count

    return look


def connect(server, seconds):
    """A connection to it."""
    host, _, port = host_of(server).partition(":")
    return socket.create_connection((host, int(port)), timeout=seconds)


def refused(server):
    """Whether the server takes no more connections."""
    try:
        connect(server, 1).close()
    except OSError:
        return True
    return False


def test_an_invocation_that_is_still_being_sent_is_carried_out(own_server):
    server = own_server().start()
    lam = client(server)
    name = name_of("sent")
    create(lam, name, packages.toolbox())
    target, body = f"/2015-03-31/functions/{name}/invocations", json.dumps({"do": "echo"}).encode()
    headers = Signer.of(server).headers("POST", host_of(server), target, body)
    head = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    with connect(server, 30) as connection:
        text = f"POST {target} HTTP/1.1\r\n{head}content-length: {len(body)}\r\nconnection: close\r\n\r\n"
        connection.sendall(text.encode() + body[:4])
        # The server has taken the connection once it has answered another one that came later.
        lam.get_function(FunctionName=name)
        server.process.send_signal(signal.SIGTERM)
        until(lambda: refused(server), 10, "no more connections are taken")
        connection.sendall(body[4:])
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 200 "), answer
    assert server.process.wait(20) == 0
    server.snapshot.assert_gone(2)


def test_an_operation_whose_client_has_gone_finishes(own_server):
    server = own_server().start()
    lam, logs = client(server, read_timeout=1), client(server, "logs")
    name = name_of("left")
    create(lam, name, packages.toolbox())
    with pytest.raises(Exception, match="[Tt]imed? ?out"):
        lam.invoke(FunctionName=name, Payload=json.dumps({"do": "sleep", "seconds": 4}))
    until(begun(logs, name, 1), 10, "the invocation has begun")
    server.stop()
    server.start()
    logs = client(server, "logs")
    reports = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}", filterPattern="REPORT")["events"]
    assert len(reports) == 1, "it ran to its end"
    server.stop()


def test_an_invocation_that_is_cut_off_is_no_throttle(own_server):
    server = own_server().start("--grace", "1")
    lam, logs = client(server), client(server, "logs")
    name = name_of("cut")
    create(lam, name, packages.toolbox())
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(invoke, lam, name, {"do": "sleep", "seconds": 25})
        until(begun(logs, name, 1), 10, "the invocation has begun")
        server.stop(seconds=15)
        error = running.exception()
    assert isinstance(error, ClientError), error
    assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 500
    assert error.response["Error"]["Code"] == "ServiceException"


def test_asked_twice_it_ends_at_once(own_server):
    server = own_server().start()
    lam, logs = client(server), client(server, "logs")
    name = name_of("twice")
    create(lam, name, packages.toolbox())
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(invoke, lam, name, {"do": "sleep", "seconds": 25})
        until(begun(logs, name, 1), 10, "the invocation has begun")
        server.process.send_signal(signal.SIGTERM)
        until(lambda: refused(server), 10, "no more connections are taken")
        asked = time.monotonic()
        server.stop(seconds=5)
        assert time.monotonic() - asked < 5
        assert running.exception() is not None
