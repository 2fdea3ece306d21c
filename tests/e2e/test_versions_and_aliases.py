"""Versions that never change, aliases that point to them, move and split traffic: invoked for real."""

import json
import threading
from collections import Counter

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import aws, client
from harness.functions import SOON, create, deployed, name_of, updated
from harness.packages import zipped

ARN = "arn:aws:lambda:us-east-1:000000000000:function:"


def saying(word):
    """A package whose function says a word, and what its environment says of its version."""
    return zipped(
        {
            "app.py": "import os\n"
            "def handler(event, context):\n"
            f"    return [{word!r}, context.function_version, os.environ['AWS_LAMBDA_FUNCTION_VERSION'],"
            " context.invoked_function_arn]\n"
        }
    )


def ask(lam, name, qualifier=None):
    """What the function says, and `ExecutedVersion`."""
    more = {"Qualifier": qualifier} if qualifier else {}
    answer = lam.invoke(FunctionName=name, **more)
    assert "FunctionError" not in answer, answer["Payload"].read()
    return json.loads(answer["Payload"].read()), answer["ExecutedVersion"]


def publish(lam, name, **more):
    version = lam.publish_version(FunctionName=name, **more)["Version"]
    waiter = lam.get_waiter("published_version_active")
    waiter.wait(FunctionName=name, Qualifier=version, WaiterConfig=SOON)
    return version


def update(lam, name, word):
    lam.update_function_code(FunctionName=name, ZipFile=saying(word))
    updated(lam, name)


def test_versions_run_what_they_were_published_with(lam):
    with deployed(lam, saying("one"), handler="app.handler") as name:
        assert publish(lam, name, Description="first") == "1"
        update(lam, name, "two")
        assert publish(lam, name) == "2"
        update(lam, name, "three")
        for qualifier, word, version in [("1", "one", "1"), ("2", "two", "2"), ("$LATEST", "three", "$LATEST")]:
            said = [word, version, version, f"{ARN}{name}:{qualifier}"]
            assert ask(lam, name, qualifier) == (said, version)
        assert ask(lam, name) == (["three", "$LATEST", "$LATEST", ARN + name], "$LATEST")
        assert ask(lam, f"{ARN}{name}:1")[1] == "1"
        listed = lam.list_versions_by_function(FunctionName=name)["Versions"]
        assert [version["Version"] for version in listed] == ["$LATEST", "1", "2"]
        assert [version["Description"] for version in listed] == ["", "first", ""]
        # A version that goes takes its code along, and leaves the others.
        lam.delete_function(FunctionName=name, Qualifier="1")
        with pytest.raises(ClientError) as error:
            ask(lam, name, "1")
        assert error.value.response["Error"]["Message"] == f"Function not found: {ARN}{name}:1"
        assert ask(lam, name, "2")[0][0] == "two"


def test_publish_with_creation_and_update(lam):
    name = name_of("publish")
    created = create(lam, name, saying("one"), handler="app.handler", Publish=True)
    assert created["Version"] == "1" and created["FunctionArn"] == f"{ARN}{name}:1"
    new = lam.update_function_code(FunctionName=name, ZipFile=saying("two"), Publish=True)
    assert new["Version"] == "2" and new["FunctionArn"] == f"{ARN}{name}:2"
    updated(lam, name)
    assert ask(lam, name, "1")[0][0] == "one" and ask(lam, name, "2")[0][0] == "two"
    same = lam.update_function_code(FunctionName=name, ZipFile=saying("two"), Publish=True)
    assert same["Version"] == "2", "nothing changed"
    updated(lam, name)
    lam.delete_function(FunctionName=name)


def test_aliases_split_traffic_and_follow_their_version(lam):
    with deployed(lam, saying("one"), handler="app.handler") as name:
        publish(lam, name)
        update(lam, name, "two")
        publish(lam, name)
        made = lam.create_alias(FunctionName=name, Name="live", FunctionVersion="1", Description="d")
        assert made["AliasArn"] == f"{ARN}{name}:live"
        assert ask(lam, name, "live") == (["one", "1", "1", f"{ARN}{name}:live"], "1")
        half = {"AdditionalVersionWeights": {"2": 0.5}}
        lam.update_alias(FunctionName=name, Name="live", RoutingConfig=half)
        counts = Counter(ask(lam, name, "live")[1] for _ in range(100))
        assert set(counts) == {"1", "2"} and min(counts.values()) >= 20, counts
        lam.update_alias(
            FunctionName=name, Name="live", FunctionVersion="2", RoutingConfig={"AdditionalVersionWeights": {}}
        )
        assert {ask(lam, name, "live")[1] for _ in range(10)} == {"2"}
        found = lam.get_alias(FunctionName=name, Name="live")
        assert found["FunctionVersion"] == "2" and "RoutingConfig" not in found
        with pytest.raises(ClientError) as error:
            lam.delete_function(FunctionName=name, Qualifier="2")
        assert error.value.response["Error"]["Code"] == "ResourceConflictException"
        lam.delete_alias(FunctionName=name, Name="live")
        with pytest.raises(ClientError) as error:
            lam.get_alias(FunctionName=name, Name="live")
        assert error.value.response["Error"]["Message"] == f"Cannot find alias arn: {ARN}{name}:live"


def test_an_alias_moves_at_once(server, lam):
    """While it moves to and fro, every invocation runs one of the two, and none fails."""
    with deployed(lam, saying("one"), handler="app.handler") as name:
        publish(lam, name)
        update(lam, name, "two")
        publish(lam, name)
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion="1")
        seen, failures, done = Counter(), [], threading.Event()

        def invoke_on():
            own = client(server)
            while not done.is_set():
                try:
                    (word, version, *_), executed = ask(own, name, "live")
                    seen[word, version, executed] += 1
                except Exception as error:  # whatever it is, it is reported
                    failures.append(error)

        threads = [threading.Thread(target=invoke_on) for _ in range(3)]
        for thread in threads:
            thread.start()
        for n in range(60):
            version = "21"[n % 2]
            lam.update_alias(FunctionName=name, Name="live", FunctionVersion=version)
            # What begins after the answer runs what it says.
            assert ask(lam, name, "live")[1] == version
        done.set()
        for thread in threads:
            thread.join()
        assert failures == []
        assert set(seen) == {("one", "1", "1"), ("two", "2", "2")}, seen


def test_versions_and_aliases_survive_a_kill(own_server):
    server = own_server()
    server.start()
    lam = client(server)
    name = name_of("kept")
    create(lam, name, saying("one"), handler="app.handler", Publish=True)
    update(lam, name, "two")
    publish(lam, name)
    lam.create_alias(FunctionName=name, Name="live", FunctionVersion="1")
    server.kill()
    server.start()
    lam = client(server)
    assert ask(lam, name, "live")[0][0] == "one"
    assert ask(lam, name, "2")[0][0] == "two"
    assert lam.publish_version(FunctionName=name)["Version"] == "2", "nothing changed"
    server.stop()


def test_waiters_return_promptly(server, lam):
    name = name_of("waits")
    package = saying("one")
    create(lam, name, package, handler="app.handler", wait=False)
    lam.get_waiter("function_exists").wait(FunctionName=name, WaiterConfig=SOON)
    lam.get_waiter("function_active").wait(FunctionName=name, WaiterConfig=SOON)
    lam.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig=SOON)
    lam.update_function_configuration(FunctionName=name, Timeout=9)
    lam.get_waiter("function_updated").wait(FunctionName=name, WaiterConfig=SOON)
    lam.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig=SOON)
    version = lam.publish_version(FunctionName=name)["Version"]
    for waiter in ["function-exists", "function-active-v2", "function-updated-v2"]:
        aws(server, "lambda", "wait", waiter, "--function-name", name)
    aws(server, "lambda", "wait", "published-version-active", "--function-name", name, "--qualifier", version)
    lam.delete_function(FunctionName=name)
