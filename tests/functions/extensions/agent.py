#!/usr/bin/env python3
"""An external extension that does what its variable AGENT says, and writes to the log what it is told."""

import json
import os
import socket
import sys
import time
import urllib.error
import urllib.request

NAME = os.path.basename(__file__)
HOST = os.environ["AWS_LAMBDA_RUNTIME_API"]
BEGUN = time.monotonic()


def say(text):
    print(f"{NAME}: {text}", flush=True)


def call(method, path, body=None, **headers):
    """The answer's headers and body; an error's too."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    url = f"http://{HOST}/2020-01-01/extension/{path}"
    request = urllib.request.Request(url, data=body, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, error.headers, json.load(error)


def register(name=NAME, events=("INVOKE", "SHUTDOWN")):
    body = json.dumps({"events": list(events)}).encode()
    accept = {"Lambda_Extension_Name": name, "Lambda_Extension_Accept_Feature": "accountId"}
    return call("POST", "register", body, **accept)


def tick(what):
    """Says every few milliseconds how long it has lived on, until somebody ends it."""
    begun = time.monotonic()
    while True:
        say(f"{what} {int((time.monotonic() - begun) * 1000)}")
        time.sleep(0.02)


def flood():
    """Everything at once that an extension should not do."""
    statuses = {}
    for number in range(300):
        status, _, _ = register(f"x{number % 50}" * (1 + number % 40))
        statuses[status] = statuses.get(status, 0) + 1
    say(f"flooded {json.dumps(statuses, sort_keys=True)}")
    connections = []
    for _ in range(100):
        connection = socket.create_connection(HOST.split(":"))
        connection.setblocking(False)
        connection.send(b"POST /2020-01-01/extension/register HTTP/1.1\r\ncontent-length: 1000000000\r\n")
        connections.append(connection)
    children = 0
    try:
        while os.fork():
            children += 1
        time.sleep(60)
        os._exit(0)
    except OSError as error:
        say(f"forked {children} times: {error.strerror}")
    os._exit(7)


def main():
    does = os.environ.get("AGENT", "")
    if does == "exits":
        sys.exit(0)
    if does == "registers never":
        time.sleep(600)
    status, headers, about = register()
    say(f"registered {status} {json.dumps(about, sort_keys=True)}")
    own = {"Lambda_Extension_Identifier": headers["Lambda-Extension-Identifier"]}
    if does == "fails":
        call("POST", "init/error", b"{}", Lambda_Extension_Function_Error_Type="Agent.NoDisk", **own)
        sys.exit(4)
    if does == "floods":
        flood()
    while True:
        _, _, event = call("GET", "event/next", **own)
        if event["eventType"] == "SHUTDOWN":
            left = event["deadlineMs"] / 1000 - time.time()
            say(f"SHUTDOWN {event['shutdownReason']} {int(left * 1000)} ms")
            if does == "lingers":
                tick("lingers")
            return
        say(f"INVOKE {event['requestId']} {event['invokedFunctionArn']} {event['tracing']['value']}")
        if does == "hangs":
            time.sleep(600)
        if does == "works":
            time.sleep(2)
            say("worked")
        if does == "dies":
            os.kill(os.getpid(), 9)


main()
