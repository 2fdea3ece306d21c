"""A function with extensions beside it, or (with INTERNAL) one within."""

import http.client
import json
import os
import signal
import threading
import time


def say(text):
    print(f"runtime: {text}", flush=True)


def terminated(signum, frame):
    say("SIGTERM")
    if os.environ.get("SUBJECT") == "lingers":
        begun = time.monotonic()
        while True:
            say(f"lingers {int((time.monotonic() - begun) * 1000)}")
            time.sleep(0.02)
    os._exit(0)


def internal():
    """An extension in a thread of the runtime's."""
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def ask(method, path, body=None, **headers):
        connection.request(method, f"/2020-01-01/extension/{path}", body, headers)
        answer = connection.getresponse()
        return answer.headers, json.loads(answer.read())

    _, refused = ask("POST", "register", '{"events":["SHUTDOWN"]}', **{"Lambda-Extension-Name": "inner"})
    say(f"refused {refused['errorType']} {refused['errorMessage']}")
    headers, _ = ask("POST", "register", '{"events":["INVOKE"]}', **{"Lambda-Extension-Name": "inner"})
    own = {"Lambda-Extension-Identifier": headers["Lambda-Extension-Identifier"]}

    def follow():
        # Python's handlers run in the main thread, which another thread's signal does not wake.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        while True:
            _, event = ask("GET", "event/next", **own)
            say(f"inner {event['eventType']} {event['requestId']}")

    threading.Thread(target=follow, daemon=True).start()


signal.signal(signal.SIGTERM, terminated)
say("init")
if "INTERNAL" in os.environ:
    internal()


def handler(event, context):
    say(f"invoked {context.aws_request_id}")
    if "sleep" in event:
        time.sleep(event["sleep"])
    if "exit" in event:
        os._exit(event["exit"])
    return {"ok": True}
