"""Recursive loops of functions that call Lambda with the AWS SDK for Python, which passes the tracing header on."""

import json

import pytest

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.logs import messages
from harness.wait import until

ENOUGH = 17
# A chain that is called and waited for has an environment for each run, and each loads the SDK.
MANY = {"Timeout": 300, "MemorySize": 512}
# Seconds until there is another run, or the end is told.
AFTER_A_RUN = 120


class Callers:
    """A development server, since only there a function's credentials let it invoke."""

    def __init__(self, server):
        self.lam = client(server, read_timeout=330)
        self.logs = client(server, "logs")

    def function(self, what="caller"):
        name = name_of(what)
        create(self.lam, name, packages.caller(), handler="caller.handler", **MANY)
        self.logs.create_log_group(logGroupName=f"/aws/lambda/{name}")
        return name

    def call(self, path, how):
        return invoke(self.lam, path[0], {"path": path, "how": how, "runs": 0, "enough": ENOUGH}).payload

    def runs(self, name):
        return sum(message.startswith("run ") for message in messages(self.logs, name))

    def tell(self, name, told):
        arn = self.lam.get_function_configuration(FunctionName=told)["FunctionArn"]
        self.lam.put_function_event_invoke_config(
            FunctionName=name, DestinationConfig={"OnFailure": {"Destination": arn}}
        )

    def until(self, what, names, test):
        """Waits as long as there are new runs: how long each takes, the machine says."""

        def beyond(before):
            return test() or [self.runs(name) for name in names] != before

        while not (found := test()):
            before = [self.runs(name) for name in names]
            until(lambda: beyond(before), AFTER_A_RUN, what)  # noqa: B023
        return found

    def told(self, name):
        records = [message for message in messages(self.logs, name) if message.startswith("told ")]
        return [json.loads(record.removeprefix("told ")) for record in records]


@pytest.fixture(scope="module")
def world(dev_server):
    return Callers(dev_server)


def test_a_function_that_waits_for_itself_is_refused_after_sixteen_runs(world):
    name = world.function()
    found = world.call([name], "RequestResponse")
    assert (found["runs"], found["status"], found["error"]["Code"]) == (16, 400, "RecursiveInvocationException")
    assert found["error"]["Message"].startswith("Lambda has detected your function being invoked in a recursive loop")
    world.lam.put_function_recursion_config(FunctionName=name, RecursiveLoop="Allow")
    assert world.call([name], "RequestResponse") == {"runs": ENOUGH}


def test_events_of_a_function_to_itself_are_stopped_and_told(world):
    name, told = world.function(), world.function("told")
    world.tell(name, told)
    assert world.call([name], "Event") == {"runs": 1}
    (record,) = world.until("the end of the loop is told", [name], lambda: world.told(told))
    context = record["requestContext"]
    assert context["functionArn"].endswith(f":function:{name}:$LATEST")
    assert (context["condition"], context["approximateInvokeCount"]) == ("RetriesExhausted", 0)
    assert record["requestPayload"]["runs"] == 16 and "responseContext" not in record
    until(lambda: world.runs(name) == 16, 60, "sixteen runs are in the log")


def test_a_function_that_may_goes_on(world):
    name = world.function()
    world.lam.put_function_recursion_config(FunctionName=name, RecursiveLoop="Allow")
    world.call([name], "Event")
    world.until("all runs are in the log", [name], lambda: world.runs(name) == ENOUGH)


def test_a_loop_through_two_functions_is_stopped(world):
    one, two, told = world.function("one"), world.function("two"), world.function("told")
    world.tell(one, told)
    invoke(world.lam, one, {"path": [one, two], "how": "Event", "runs": 0, "enough": 100})
    (record,) = world.until("the end of the loop is told", [one, two], lambda: world.told(told))
    assert record["requestPayload"]["runs"] == 32
    until(lambda: (world.runs(one), world.runs(two)) == (16, 16), 60, "all runs are in the log")
