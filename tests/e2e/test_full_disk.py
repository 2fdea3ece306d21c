"""A disk that is full: what was accepted is kept, what is not kept is refused, and all goes on when there is room."""

import errno
import json
import subprocess
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.server import IS_ROOT, NOBODY
from harness.wait import until

SLOW = packages.zipped({"slow.py": "import time\ndef handler(event, context):\n    time.sleep(event['s'])\n    return event\n"})
GROUP, STREAM = "/recorded", "all"


class Full:
    """A file that takes all the room of a server's disk, which only the server sees."""

    def __init__(self, server):
        self.path = Path(f"/proc/{server.process.pid}/root{server.data}/filling")

    def __enter__(self):
        with self.path.open("wb", buffering=0) as file:
            for size in (1 << 20, 4096):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError as error:
                    assert error.errno == errno.ENOSPC

    def __exit__(self, *_):
        self.path.unlink()


class Limited:
    """No file of a server grows."""

    def __init__(self, server):
        self.server = server

    def _limit(self, soft):
        command = ["prlimit", "--pid", str(self.server.process.pid), f"--fsize={soft}:"]
        subprocess.run(command, check=True, **self.server.identity())

    def __enter__(self):
        self._limit(0)

    def __exit__(self, *_):
        self._limit("unlimited")


def refused(call, **arguments):
    """That an operation says in order that it cannot."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    answer = caught.value.response
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 500
    assert answer["Error"]["Code"] == "ServiceException"


@pytest.mark.parametrize("how", ["full", "limited"])
def test_a_full_disk(own_server, how):
    if how == "full":
        if not IS_ROOT:
            pytest.skip("not root: no disk of its own can be mounted")
        server, no_room = own_server("--dev", disk="96m"), Full
    else:
        server, no_room = own_server("--dev", disk="limited", user=NOBODY if IS_ROOT else None), Limited
    server.start()
    lam, logs = client(server), client(server, "logs")
    logs.create_log_group(logGroupName=GROUP)
    logs.create_log_stream(logGroupName=GROUP, logStreamName=STREAM)
    slow, quick, recorder = name_of("slow"), name_of("quick"), name_of("recorder")
    create(lam, recorder, packages.recorder(), handler="recorder.handler")
    create(lam, slow, SLOW, handler="slow.handler")
    create(lam, quick, SLOW, handler="slow.handler")
    arn = lam.get_function_configuration(FunctionName=recorder)["FunctionArn"]
    lam.put_function_event_invoke_config(
        FunctionName=slow, DestinationConfig={"OnSuccess": {"Destination": arn}, "OnFailure": {"Destination": arn}}
    )
    lam.put_function_concurrency(FunctionName=slow, ReservedConcurrentExecutions=3)

    def send(n):
        event = {"n": n, "s": 0.2}
        answer = lam.invoke(FunctionName=slow, InvocationType="Event", Payload=json.dumps(event))
        assert answer["StatusCode"] == 202
        return n

    def recorded():
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=GROUP)
        entries = (json.loads(event["message"]) for page in pages for event in page["events"])
        return {entry["event"]["requestPayload"]["n"] for entry in entries}

    accepted = {send(n) for n in range(20)}
    until(recorded, 60, "the first one has run and told")
    with no_room(server):
        for _ in range(3):
            refused(lam.invoke, FunctionName=slow, InvocationType="Event", Payload=json.dumps({"n": -1, "s": 0}))
        refused(
            lam.create_function,
            FunctionName=name_of("none"),
            Runtime=packages.PYTHON,
            Handler="slow.handler",
            Role="arn:aws:iam::000000000000:role/e2e",
            Code={"ZipFile": packages.zipped({"slow.py": "x" * 50_000, "other": bytes(range(256)) * 100})},
        )
        refused(lam.publish_version, FunctionName=slow)
        # What needs no disk goes on.
        assert invoke(lam, quick, {"s": 0}).payload == {"s": 0}
        assert server.alive()
    sent = until(lambda: send(100), 30, "events are accepted again")
    until(lambda: recorded() >= accepted | {sent}, 120, "all that were accepted have run and told")
    assert -1 not in recorded(), "what was refused is not kept"
    lam.publish_version(FunctionName=slow)
    server.stop()
