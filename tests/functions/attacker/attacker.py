"""A function that is hostile to the two listeners of its sandbox: the Runtime API and the endpoint for AWS's API.

It is bounded in connections, bytes and time, and talks to the loopback of its own sandbox only. `wire` (the tests' signer)
is packed beside it.
"""

import os
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import wire

ENDPOINT = os.environ["AWS_ENDPOINT_URL"].removeprefix("http://")
RUNTIME_API = os.environ["AWS_LAMBDA_RUNTIME_API"]
CHUNK = b"x" * (256 << 10)


def signed_head(service, method, target, body=b"", **more):
    """The headers of a request with the credentials of the function's role."""
    signer = wire.Signer(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"], service=service)
    extra = {"x-amz-security-token": os.environ["AWS_SESSION_TOKEN"]} | more
    return signer.headers(method, ENDPOINT, target, body, extra)


class Server:
    """What `wire.send` wants to know of a server."""

    url = "http://" + ENDPOINT


def ask(service, method, target, body=b"", **more):
    """A request of the role's, and what came of it."""
    answer = wire.send(Server, method, target, body, signed_head(service, method, target, body, **more))
    return {"status": answer.status, "code": answer.code, "body": answer.body.decode()}


def pour(address, method, target, headers, length, deadline):
    """Sends a request all but the last byte of its body and keeps it open. Gives the status, if any, and the bytes sent."""
    host, port = address.split(":")
    lines = [f"{method} {target} HTTP/1.1"] + [f"{n}: {v}" for n, v in (headers | {"content-length": length}).items()]
    sent, status = 0, None
    try:
        with socket.create_connection((host, int(port)), timeout=max(deadline - time.monotonic(), 0.01)) as connection:
            connection.sendall("\r\n".join([*lines, "", ""]).encode())
            while sent < length - 1 and time.monotonic() < deadline:
                sent += connection.send(CHUNK[: length - 1 - sent])
            connection.settimeout(max(deadline - time.monotonic(), 0.01))
            status = int(connection.recv(4096).split()[1])
    except (OSError, IndexError, ValueError):
        pass  # refused, reset, or held until the deadline
    return {"sent": sent, "status": status}


def in_parallel(count, seconds, work):
    """Does it so many times at once; `work` gets the moment at which to stop."""
    deadline = time.monotonic() + seconds
    with ThreadPoolExecutor(count) as pool:
        return [future.result() for future in [pool.submit(work, deadline) for _ in range(count)]]


def pour_init_errors():
    headers = {"host": RUNTIME_API, "lambda-runtime-function-error-type": "Runtime.Attack"}
    target = "/2018-06-01/runtime/init/error"
    return in_parallel(64, 4, lambda deadline: pour(RUNTIME_API, "POST", target, headers, 6 << 20, deadline))


def pour_creations():
    target = "/2015-03-31/functions"
    headers = signed_head("lambda", "POST", target)
    return in_parallel(20, 6, lambda deadline: pour(ENDPOINT, "POST", target, headers, 70_000_000, deadline))


def large_questions():
    """Bodies of 1 MiB that are tedious to parse, whole and rightly signed, one after the other on each connection."""
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    body += b"&a=%41" * (((1 << 20) - len(body)) // 6)
    form = {"content-type": "application/x-www-form-urlencoded"}

    def work(deadline):
        statuses = []
        while time.monotonic() < deadline:
            try:
                statuses.append(ask("sts", "POST", "/", body, **form)["status"])
            except OSError:
                statuses.append(None)
        return statuses

    return in_parallel(40, 4, work)


def flood_the_log():
    """From several processes at once: lines, nothing but line ends, text without any, and no text at all."""
    chunks = [b"a line of a flood\n" * 4096, b"\n" * 65536, b"x" * 65536, bytes(range(256)) * 256]
    deadline = time.monotonic() + 4
    children = []
    for chunk in chunks * 2:
        child = os.fork()
        if child == 0:
            written = 0
            while time.monotonic() < deadline:
                written += os.write(1 + len(children) % 2, chunk)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    print("\nafter the flood", flush=True)


def who_am_i():
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    return ask("sts", "POST", "/", body, **{"content-type": "application/x-www-form-urlencoded"})


def list_functions():
    return ask("lambda", "GET", "/2015-03-31/functions")


AT_INIT = pour_init_errors() if os.environ.get("ATTACK_AT_INIT") else None
ACTIONS = {f.__name__: f for f in (pour_init_errors, pour_creations, large_questions, flood_the_log, who_am_i, list_functions)}


def handler(event, context):
    if event.get("do"):
        return ACTIONS[event["do"]]()
    return AT_INIT
