"""The whole path on a server that an unprivileged user runs."""

import json
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import HTTPClientError

from harness import packages
from harness.clients import aws, client
from harness.functions import create, deployed, invoke, name_of
from harness.leftovers import descendants
from harness.server import IS_ROOT, NOBODY
from harness.wait import until


@pytest.fixture(scope="module")
def lam(user_server):
    return client(user_server)


def test_it_is_unprivileged(user_server):
    expected = NOBODY if IS_ROOT else os.geteuid()
    owners = {os.stat(f"/proc/{pid}").st_uid for pid in descendants(user_server.process.pid)}
    assert expected in owners and (not IS_ROOT or 0 not in owners)


def test_doctor_says_what_is_missing(user_server):
    done = user_server.cli("doctor", "--json", data_dir=False)
    report = json.loads(done.stdout)
    assert "rootless" in json.dumps(report).lower()


# What each is called among what is missing.
NAMED = {
    "memory_limit": "memory limit", "cpu_limit": "CPU limit", "pids_limit": "process limit", "disk_tmp": "/tmp on disk",
    "seccomp": "seccomp", "user_namespaces": "user namespaces", "tunnel": "network",
}  # fmt: skip


def test_doctor_names_all_that_is_weaker(any_server):
    report = json.loads(any_server.cli("doctor", "--json", data_dir=False).stdout)
    missing = {entry["what"] for entry in report["missing"]}
    weaker = {name for feature, name in NAMED.items() if not report[feature]}
    weaker |= {"root"} if report["privilege"] == "Rootless" else set()
    weaker |= {"freezer"} if report["freezer"] == "Signals" else set()
    assert missing & {*NAMED.values(), "root", "freezer"} == weaker
    if any_server.user is not None:
        # Not delegated to whom the server runs as.
        assert report["cgroup"] == "None" and {"root", "memory limit", "CPU limit", "freezer", "/tmp on disk"} <= missing


def test_python(lam):
    with deployed(lam, packages.python_native(), handler="handler.handler", MemorySize=512) as name:
        assert invoke(lam, name, {"item": "tea", "amounts": [1, 2, 3, 4]}).payload["determinant"] == -2


def test_node(lam):
    with deployed(lam, packages.node_sts(), runtime=packages.NODE, handler="index.handler") as name:
        assert invoke(lam, name).payload["Arn"] == f"arn:aws:sts::000000000000:assumed-role/e2e/{name}"


def test_rust(lam):
    with deployed(lam, packages.rust(), runtime="provided.al2023", handler="bootstrap") as name:
        assert invoke(lam, name, {"a": 1}).payload["echo"] == {"a": 1}


def test_warm_timeouts_exits_and_tmp(lam):
    with deployed(lam, packages.toolbox(), Timeout=2) as name:
        assert invoke(lam, name).payload["count"] == 1
        assert invoke(lam, name).payload["count"] == 2
        assert invoke(lam, name, {"do": "spin"}).payload["errorType"] == "Sandbox.Timedout"
        assert invoke(lam, name, {"do": "leave", "status": 3}).payload["errorType"] == "Runtime.ExitError"
        assert invoke(lam, name).payload["count"] == 1


def test_the_aws_cli(user_server):
    assert json.loads(aws(user_server, "sts", "get-caller-identity").stdout)["Account"] == "000000000000"


def test_killed_it_leaves_nothing(own_server):
    server = own_server(user=NOBODY if IS_ROOT else None).start()
    lam = client(server, max_pool_connections=8)
    name = name_of("killed")
    create(lam, name, packages.toolbox(), Environment={"Variables": {"WORD": "kept"}}, Timeout=60)
    idle = len(descendants(server.process.pid))

    def one(n):
        with pytest.raises(HTTPClientError):
            invoke(lam, name, {"do": "sleep", "seconds": 60, "n": n}, LogType="None")

    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(one, n) for n in range(4)]
        # Each environment is at least a process of its own.
        until(lambda: len(descendants(server.process.pid)) >= idle + 4, 30, "environments at work")
        assert not any(future.done() for future in running)
        server.kill()  # sees that nothing is left two seconds later
        for future in running:
            future.result()
    server.start()
    lam = client(server)
    assert [f["FunctionName"] for f in lam.list_functions()["Functions"]] == [name]
    answer = invoke(lam, name, {"variables": ["WORD"]})
    assert answer.error is None and answer.payload["variables"] == {"WORD": "kept"}
    server.stop()
