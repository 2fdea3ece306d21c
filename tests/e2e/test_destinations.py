"""Destinations and dead-letter targets in other services: queues, topics, event buses, buckets."""

import json
import re
import uuid
from collections import Counter

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.elsewhere import VARIABLES, Elsewhere
from harness.functions import create, let_role, name_of, role_that_may
from harness.wait import until


@pytest.fixture(scope="module")
def elsewhere():
    with Elsewhere() as services:
        yield services


class World:
    """A server that knows where the other services are."""

    def __init__(self, server, *more):
        self.server = server
        self.server.start(*more)
        self.lam = client(self.server)

    def function(self, on_success=None, on_failure=None, dead_letter=None):
        """Its name and the ARN that records have."""
        name = name_of("told")
        more = {"DeadLetterConfig": {"TargetArn": dead_letter}} if dead_letter else {}
        create(self.lam, name, packages.toolbox(), **more)
        given = {"OnSuccess": on_success, "OnFailure": on_failure}
        self.lam.put_function_event_invoke_config(
            FunctionName=name,
            MaximumRetryAttempts=0,
            DestinationConfig={key: {"Destination": arn} for key, arn in given.items() if arn},
        )
        return name, self.lam.get_function_configuration(FunctionName=name)["FunctionArn"] + ":$LATEST"

    def send(self, name, event):
        answer = self.lam.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(event))
        assert answer["StatusCode"] == 202
        return answer["ResponseMetadata"]["RequestId"]

    def log(self):
        return (self.server.directory / "stderr").read_text()


@pytest.fixture(scope="module")
def world(elsewhere):
    from harness.server import Server

    server = Server("--dev", "--aws-endpoint", elsewhere.url, **VARIABLES)
    try:
        yield World(server)
        server.stop()
        assert not any(secret in (server.directory / "stderr").read_text() for secret in list(VARIABLES.values())[1:])
    finally:
        server.remove()


GOOD, BAD = {"do": "echo", "ü": 1.0}, {"do": "fail", "message": "no & <no>"}


def record(text, arn, request_id, failed):
    """The answer in a record whose rest is checked."""
    found = json.loads(text)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", found.pop("timestamp"))
    answer = found.pop("responsePayload")
    error = {"functionError": "Unhandled"} if failed else {}
    assert found == {
        "version": "1.0",
        "requestContext": {
            "requestId": request_id,
            "functionArn": arn,
            "condition": "RetriesExhausted" if failed else "Success",
            "approximateInvokeCount": 1,
        },
        "requestPayload": BAD if failed else GOOD,
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"} | error,
    }
    if failed:
        assert (answer["errorType"], answer["errorMessage"]) == ("ValueError", BAD["message"])
    else:
        assert (answer["request_id"], answer["event"]) == (request_id, GOOD)
    return answer


def dead_letter(attributes, request_id):
    """The attributes of a message, by name: type and value."""
    assert attributes == {
        "RequestID": ("String", request_id),
        "ErrorCode": ("Number", "200"),
        "ErrorMessage": ("String", BAD["message"]),
    }


def both(world, name):
    """The request ids of a success and of a failure."""
    return world.send(name, GOOD), world.send(name, BAD)


def test_queues(world, elsewhere):
    (good, good_arn), (bad, bad_arn) = elsewhere.queue(name_of("good")), elsewhere.queue(name_of("bad"))
    dead, dead_arn = elsewhere.queue(name_of("dead"))
    name, arn = world.function(good_arn, bad_arn, dead_arn)
    succeeded, failed = both(world, name)
    (told,) = until(lambda: elsewhere.received(good), 30, "the success is in its queue")
    record(told["Body"], arn, succeeded, failed=False)
    assert "MessageAttributes" not in told
    (told,) = until(lambda: elsewhere.received(bad), 30, "the failure is in its queue")
    record(told["Body"], arn, failed, failed=True)
    # Who is told of failures takes nothing from the dead-letter queue.
    (letter,) = until(lambda: elsewhere.received(dead), 30, "the event is in the dead-letter queue")
    assert letter["Body"] == json.dumps(BAD)
    found = {n: (a["DataType"], a["StringValue"]) for n, a in letter["MessageAttributes"].items()}
    dead_letter(found, failed)
    for url in (good, bad, dead):
        assert elsewhere.received(url) == []


def test_topics(world, elsewhere):
    (good_arn, good), (bad_arn, bad) = elsewhere.topic(name_of("good")), elsewhere.topic(name_of("bad"))
    dead_arn, dead = elsewhere.topic(name_of("dead"))
    name, arn = world.function(good_arn, bad_arn, dead_arn)
    succeeded, failed = both(world, name)
    for url, request_id in [(good, succeeded), (bad, failed)]:
        (heard,) = until(lambda: elsewhere.received(url), 30, "the topic has been told")
        heard = json.loads(heard["Body"])
        record(heard["Message"], arn, request_id, failed=request_id == failed)
        assert "MessageAttributes" not in heard
    (heard,) = until(lambda: elsewhere.received(dead), 30, "the dead-letter topic has the event")
    heard = json.loads(heard["Body"])
    assert heard["Message"] == json.dumps(BAD)
    dead_letter({n: (a["Type"], a["Value"]) for n, a in heard["MessageAttributes"].items()}, failed)


def test_what_is_too_large_for_a_topic(world, elsewhere):
    bad_arn, bad = elsewhere.topic(name_of("bad"))
    name, arn = world.function(on_failure=bad_arn)
    sent = world.send(name, BAD | {"filler": "x" * 300_000})
    (heard,) = until(lambda: elsewhere.received(bad), 30, "the topic has been told")
    told = json.loads(json.loads(heard["Body"])["Message"])
    assert told["requestContext"]["requestId"] == sent
    assert set(told) == {"version", "timestamp", "requestContext", "responseContext"}


def test_event_buses(world, elsewhere):
    bus_arn, heard = elsewhere.bus(name_of("bus"))
    name, arn = world.function(bus_arn, bus_arn)
    succeeded, failed = both(world, name)
    events = []

    def two():
        events.extend(json.loads(message["Body"]) for message in elsewhere.received(heard))
        return len(events) >= 2

    until(two, 30, "the bus has both events")
    by_type = {event["detail-type"]: event for event in events}
    assert len(events) == 2
    for how, request_id in [("Success", succeeded), ("Failure", failed)]:
        event = by_type[f"Lambda Function Invocation Result - {how}"]
        assert (event["source"], event["resources"]) == ("lambda", [bus_arn, arn])
        record(json.dumps(event["detail"]), arn, request_id, failed=how == "Failure")


def test_buckets(world, elsewhere):
    bucket = name_of("bucket")
    elsewhere.client("s3").create_bucket(Bucket=bucket)
    name, arn = world.function(on_failure=f"arn:aws:s3:::{bucket}")
    _, failed = both(world, name)
    ((key, content),) = until(lambda: elsewhere.objects(bucket), 30, "the object is there").items()
    record(content, arn, failed, failed=True)
    prefix, day, rest = re.fullmatch(r"aws/lambda/async/(.+?)/(\d{4}/\d\d/\d\d)/(.+)", key).groups()
    time, identity = rest[:19], rest[20:]
    assert (prefix, rest[19]) == (name, "-")
    assert re.fullmatch(day.replace("/", "-") + r"T\d\d\.\d\d\.\d\d", time)
    assert str(uuid.UUID(identity)) == identity


def test_what_is_refused_is_said_and_no_more_than_that(world, elsewhere):
    asked = elsewhere.asked["sqs"]
    nowhere = "arn:aws:sqs:us-east-1:123456789012:no-such-queue"
    name, _ = world.function(on_failure=nowhere)
    failed = world.send(name, BAD)
    until(lambda: failed in world.log(), 30, "the log says that it was not delivered")
    line = next(line for line in world.log().splitlines() if failed in line)
    assert "what became of an event was not delivered" in line and nowhere in line and "QueueDoesNotExist: The specified queue" in line
    assert elsewhere.asked["sqs"] == asked + 1, "it is not tried again"


def test_what_the_role_may_not_tell_is_not_told(world, elsewhere):
    (url, queue), (dead, dead_arn) = elsewhere.queue(name_of("told")), elsewhere.queue(name_of("dead"))
    send = {"Action": "sqs:SendMessage", "Resource": [queue, dead_arn]}
    role = role_that_may(world.server, send)
    name = name_of("told")
    create(world.lam, name, packages.toolbox(), Role=role, DeadLetterConfig={"TargetArn": dead_arn})
    put = {"FunctionName": name, "MaximumRetryAttempts": 0, "DestinationConfig": {"OnFailure": {"Destination": queue}}}
    world.lam.put_function_event_invoke_config(**put)
    world.send(name, BAD)
    until(lambda: elsewhere.received(url), 30, "the failure is in its queue")
    until(lambda: elsewhere.received(dead), 30, "the event is in the dead-letter queue")
    let_role(world.server, role, {"Action": "sqs:ReceiveMessage", "Resource": "*"})
    failed = world.send(name, BAD)

    def lines():
        found = [line for line in world.log().splitlines() if failed in line]
        return len(found) >= 2 and found

    for line in until(lines, 30, "the log says that neither was delivered"):
        assert "not delivered" in line and "is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs" in line
    assert elsewhere.received(url) == elsewhere.received(dead) == []
    # And nobody configures it so.
    for words, call in [
        (f"The function's execution role does not have permissions to call SendMessage on {queue}",
         lambda: world.lam.put_function_event_invoke_config(**put)),
        ("The provided execution role does not have permissions to call SendMessage on SQS",
         lambda: world.lam.update_function_configuration(FunctionName=name, DeadLetterConfig={"TargetArn": queue})),
    ]:  # fmt: skip
        with pytest.raises(ClientError) as error:
            call()
        found = error.value.response["Error"]
        assert (found["Code"], found["Message"]) == ("InvalidParameterValueException", words)


def test_without_an_endpoint_the_log_says_which_flag_is_missing(own_server):
    world = World(own_server("--dev", AWS_ENDPOINT_URL="http://127.0.0.1:1"))
    name, _ = world.function("arn:aws:sqs:us-east-1:123456789012:q", "arn:aws:s3:::a-bucket")
    for flag, request_id in zip(("--sqs-endpoint", "--s3-endpoint"), both(world, name)):
        until(lambda: request_id in world.log(), 30, "the log says that it was not delivered")
        assert flag in next(line for line in world.log().splitlines() if request_id in line)
    world.server.stop()


def test_a_service_that_fails_is_in_nobodys_way_and_is_told_when_it_is_back(world, elsewhere):
    queue, queue_arn = elsewhere.queue(name_of("dead"))
    topic_arn, heard = elsewhere.topic(name_of("bad"))
    name, _ = world.function(on_failure=topic_arn, dead_letter=queue_arn)
    for does in ("down", "hang"):
        elsewhere.does["sqs"] = does
        asked = elsewhere.asked["sqs"]
        failed = world.send(name, BAD)
        (told,) = until(lambda: elsewhere.received(heard), 30, "the topic has been told")
        assert failed in told["Body"]
        until(lambda: elsewhere.asked["sqs"] > asked, 30, "the queue's service was asked")
        del elsewhere.does["sqs"]
        if does == "down":
            (letter,) = until(lambda: elsewhere.received(queue), 60, "the dead letter is there")
            assert letter["MessageAttributes"]["RequestID"]["StringValue"] == failed


def test_none_is_lost_by_kills(own_server, elsewhere):
    """What became of an accepted event arrives, though the server is killed while its messages are on their way."""
    (good, good_arn), (bad, bad_arn) = elsewhere.queue(name_of("good")), elsewhere.queue(name_of("bad"))
    world = World(own_server("--dev", "--sqs-endpoint", elsewhere.url, **VARIABLES))
    name, _ = world.function(good_arn, bad_arn)
    accepted = {"good": [], "bad": []}
    for does, then in [("hang", "down"), ("down", None), (None, None)]:
        elsewhere.does["sqs"] = does
        asked = elsewhere.asked["sqs"]
        for n in range(10):
            kind, event = [("good", GOOD), ("bad", BAD)][n % 2]
            accepted[kind].append(world.send(name, event))
        until(lambda: elsewhere.asked["sqs"] >= asked + 3, 30, "some are on their way")
        world.server.kill()
        # Before the next server sends them again: what hangs takes the turns of others.
        elsewhere.does["sqs"] = then
        world = World(world.server)
    elsewhere.does.pop("sqs", None)
    for kind, url in [("good", good), ("bad", bad)]:
        arrived = Counter()

        def all_there():
            for message in elsewhere.received(url):
                arrived[json.loads(message["Body"])["requestContext"]["requestId"]] += 1
            return set(arrived) >= set(accepted[kind])

        until(all_there, 120, f"every record of {kind} ones has arrived")
        assert set(arrived) == set(accepted[kind])
    world.server.stop()
