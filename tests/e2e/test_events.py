"""Asynchronous invocations: answered when they are kept, run later, told to destinations, and none is lost."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, name_of
from harness.logs import messages
from harness.wait import until

GROUP, STREAM = "/recorded", "all"


class Recorder:
    """A server with functions that write down outside what they were invoked with."""

    def __init__(self, server):
        self.server = server
        self.connect()
        self.logs.create_log_group(logGroupName=GROUP)
        self.logs.create_log_stream(logGroupName=GROUP, logStreamName=STREAM)

    def connect(self):
        """Anew after each start: the port is another one."""
        self.lam = client(self.server, max_pool_connections=16)
        self.logs = client(self.server, "logs")

    def function(self, what="event", **more):
        name = name_of(what)
        create(self.lam, name, packages.recorder(), handler="recorder.handler", **more)
        return name

    def send(self, name, event, **more):
        """The request id of an accepted event."""
        answer = self.lam.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(event), **more)
        assert (answer["StatusCode"], answer["Payload"].read()) == (202, b"")
        return answer["ResponseMetadata"]["RequestId"]

    def recorded(self, name):
        """All that a function has written down."""
        pages = self.logs.get_paginator("filter_log_events").paginate(logGroupName=GROUP)
        entries = (json.loads(event["message"]) for page in pages for event in page["events"])
        return [entry for entry in entries if entry["function"] == name]

    def ids(self, name):
        return Counter(entry["id"] for entry in self.recorded(name))


@pytest.fixture(scope="module")
def world(dev_server):
    return Recorder(dev_server)


def test_an_event_runs_under_the_id_of_its_request(world):
    name = world.function()
    sent = world.send(name, {"n": 1})
    (entry,) = until(lambda: world.recorded(name), 30, "the event has run")
    assert (entry["id"], entry["event"]) == (sent, {"n": 1})


def test_invoke_async(world):
    name = world.function()
    assert world.lam.invoke_async(FunctionName=name, InvokeArgs=b'{"n": 2}')["Status"] == 202
    (entry,) = until(lambda: world.recorded(name), 30, "the event has run")
    assert entry["event"] == {"n": 2}


def test_what_is_not_accepted(world):
    name = world.function()
    for payload, code in [(b" " * 1_048_577, "RequestTooLargeException"), (b"{", "InvalidRequestContentException")]:
        with pytest.raises(ClientError) as caught:
            world.lam.invoke(FunctionName=name, InvocationType="Event", Payload=payload)
        assert caught.value.response["Error"]["Code"] == code
    large = world.send(name, {"text": "x" * 1_000_000})
    until(lambda: world.ids(name)[large], 30, "a large event has run")


def test_destinations(world):
    name, succeeded, failed = world.function(), world.function("succeeded"), world.function("failed")
    arn = {f: world.lam.get_function_configuration(FunctionName=f)["FunctionArn"] for f in (name, succeeded, failed)}
    world.lam.put_function_event_invoke_config(
        FunctionName=name,
        MaximumRetryAttempts=0,
        DestinationConfig={"OnSuccess": {"Destination": arn[succeeded]}, "OnFailure": {"Destination": arn[failed]}},
    )
    good, bad = world.send(name, {"n": 3}), world.send(name, {"fail": True})
    (entry,) = until(lambda: world.recorded(succeeded), 30, "the success has been told")
    record = entry["event"]
    assert record.pop("timestamp").endswith("Z")
    assert record == {
        "version": "1.0",
        "requestContext": {
            "requestId": good,
            "functionArn": f"{arn[name]}:$LATEST",
            "condition": "Success",
            "approximateInvokeCount": 1,
        },
        "requestPayload": {"n": 3},
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
        "responsePayload": {"recorded": good},
    }
    (entry,) = until(lambda: world.recorded(failed), 30, "the failure has been told")
    record = entry["event"]
    assert record["requestContext"]["requestId"] == bad
    assert record["requestContext"]["condition"] == "RetriesExhausted"
    assert record["responseContext"]["functionError"] == "Unhandled"
    assert record["responsePayload"]["errorType"] == "ValueError"
    assert world.ids(name) == {good: 1, bad: 1}, "nothing is tried again"


def test_without_concurrency_it_goes_straight_to_its_end(world):
    name, failed = world.function(), world.function("failed")
    arn = world.lam.get_function_configuration(FunctionName=failed)["FunctionArn"]
    world.lam.put_function_event_invoke_config(
        FunctionName=name, DestinationConfig={"OnFailure": {"Destination": arn}}
    )
    world.lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    sent = world.send(name, {"n": 4})
    (entry,) = until(lambda: world.recorded(failed), 30, "the failure has been told")
    context = entry["event"]["requestContext"]
    assert (context["requestId"], context["condition"]) == (sent, "ZeroReservedConcurrency")
    assert context["approximateInvokeCount"] == 0
    assert "responseContext" not in entry["event"]
    assert world.recorded(name) == []


def test_a_stop_keeps_what_is_queued(own_server):
    world = Recorder(own_server("--dev").start())
    name = world.function()
    world.lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=1)
    sent = {world.send(name, {"seconds": 1, "n": n}) for n in range(4)}
    until(lambda: world.recorded(name), 30, "the first one has run")
    world.server.stop()
    world.server.start()
    world.connect()
    until(lambda: set(world.ids(name)) == sent, 60, "the others have run")
    assert set(world.ids(name).values()) == {1}
    world.server.stop()


def test_what_a_stop_cuts_off_runs_again(own_server):
    world = Recorder(own_server("--dev", "--grace", "1").start())
    name = world.function()
    sent = world.send(name, {"seconds": 4})
    group = f"/aws/lambda/{name}"

    def begun():
        groups = world.logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
        return groups and any(sent in message for message in messages(world.logs, name))

    until(begun, 30, "it has begun")
    world.server.stop()
    world.server.start()
    world.connect()
    until(lambda: world.ids(name)[sent], 60, "it has run to its end")
    world.server.stop()


def test_none_is_lost_by_kills(own_server):
    """What was accepted runs, though the server is killed again and again; what runs twice is counted."""
    world = Recorder(own_server("--dev").start())
    name = world.function(MemorySize=128)
    world.lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=4)
    accepted = []

    def one(n):
        try:
            accepted.append(world.send(name, {"n": n, "seconds": 0.02}))
        except Exception:  # noqa: BLE001, S110 - not answered, hence not promised
            pass

    for life in range(2):
        before = len(accepted)
        with ThreadPoolExecutor(8) as pool:
            for n in range(150):
                pool.submit(one, n + 1_000 * life)
            until(lambda least=before + 100: len(accepted) >= least, 60, "a hundred events are accepted")
            world.server.kill()
        world.server.start()
        world.connect()
    until(lambda: set(accepted) <= set(world.ids(name)), 120, "all accepted events have run")
    ids = world.ids(name)
    print(f"{len(accepted)} accepted, {sum(ids.values())} runs, {sum(n > 1 for n in ids.values())} more than once")
    world.server.stop()
