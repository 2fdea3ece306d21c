"""`--dev`: any key on loopback, the nearest interpreter, and the ecosystem's wrappers unchanged."""

import json
import os
import re
import socket
import subprocess

import boto3
import pytest
from botocore.config import Config

from harness import packages
from harness.clients import ROLE, client, environment, tool
from harness.functions import create, invoke, name_of
from harness.logs import first_line
from harness.server import Server
from harness.wire import send


def port_4566_is_free():
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 4566))
        except OSError:
            return False
    return True


@pytest.fixture(scope="module")
def dev():
    """A development server, on the wrappers' usual port if it is free."""
    server = Server("--dev")
    try:
        server.start(*(["--listen", "127.0.0.1:4566"] if port_4566_is_free() else []))
        yield server
        server.stop()
    finally:
        server.remove()


@pytest.fixture(scope="module")
def lam(dev):
    """A client with made-up keys."""
    return boto3.client(
        "lambda", endpoint_url=dev.url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}, read_timeout=60),
    )  # fmt: skip


def test_any_key_works(lam):
    name = name_of("dev")
    create(lam, name, packages.toolbox())
    assert invoke(lam, name).error is None
    lam.delete_function(FunctionName=name)


def test_it_says_so_loudly(dev):
    assert re.search(r"any access key|accepts any", dev.stderr() + "".join(dev.cli("doctor").stdout))


def test_it_refuses_to_listen_beyond_loopback(own_server):
    server = own_server("--dev")
    done = server.cli("up", "--dev", "--listen", "0.0.0.0:0")
    assert done.returncode == 2 and "loopback" in done.stderr


def test_a_page_of_the_web_cannot_use_it(dev):
    """A browser sends Origin and the page's host name; neither reaches a server that takes any key."""
    headers = {"origin": "http://evil.example", "content-type": "text/plain"}
    answer = send(dev, "POST", "/2015-03-31/functions/f/invocations", b"{}", headers)
    assert answer.status == 403
    answer = send(dev, "GET", "/2015-03-31/functions", b"", {"host": "evil.example:4566"})
    assert answer.status in (400, 403, 421)


def awslocal(dev, *arguments, check=True):
    port = dev.url.rsplit(":", 1)[1]
    settings = {n: v for n, v in environment(dev).items() if not n.startswith("AWS_") or n in ("AWS_PAGER", "AWS_CONFIG_FILE")}
    if port != "4566":
        settings |= {"LOCALSTACK_HOST": f"127.0.0.1:{port}", "EDGE_PORT": port}
    done = subprocess.run(
        [tool("awslocal"), *arguments], capture_output=True, text=True, timeout=60, cwd=dev.directory,
        env=settings | {"DEFAULT_REGION": "us-east-1"},
    )  # fmt: skip
    assert not check or done.returncode == 0, done.stderr
    return done


def test_awslocal_unchanged(dev):
    name = name_of("local")
    (dev.directory / "local.zip").write_bytes(packages.toolbox())
    awslocal(
        dev, "lambda", "create-function", "--function-name", name, "--runtime", packages.PYTHON, "--handler",
        "toolbox.handler", "--role", ROLE, "--zip-file", "fileb://local.zip",
    )  # fmt: skip
    awslocal(dev, "lambda", "wait", "function-active-v2", "--function-name", name)
    awslocal(dev, "lambda", "invoke", "--function-name", name, "out.json")
    assert json.loads((dev.directory / "out.json").read_text())["count"] == 1
    listed = json.loads(awslocal(dev, "lambda", "list-functions").stdout)
    assert [f["FunctionName"] for f in listed["Functions"]] == [name]
    awslocal(dev, "lambda", "delete-function", "--function-name", name)
    assert json.loads(awslocal(dev, "sts", "get-caller-identity").stdout)["Account"] == "000000000000"


def test_the_nearest_interpreter_is_used_and_named(dev, lam):
    there = {r["runtime"] for r in json.loads(dev.cli("doctor", "--json").stdout)["runtimes"]}
    runtime = next(r for r in ("python3.8", "python3.14", "python3.9", "python3.10") if r not in there)
    name = name_of("nearest")
    create(lam, name, packages.toolbox(), runtime=runtime)
    answer = invoke(lam, name, {"do": "echo", "variables": ["AWS_EXECUTION_ENV"]})
    assert answer.error is None, answer.payload
    assert runtime.removeprefix("python") in first_line(client(dev, "logs"), name)
    assert answer.payload["variables"]["AWS_EXECUTION_ENV"] != f"AWS_Lambda_{runtime}"
    lam.delete_function(FunctionName=name)


def test_its_data_is_still_private(dev):
    assert os.stat(dev.data).st_mode & 0o077 == 0
