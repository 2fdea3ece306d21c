"""Runtimes: never a silent substitute."""

import shutil
import sys

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.wait import until

MISSING = "python3.8"
has_it = shutil.which(MISSING) is not None


def state(lam, name):
    found = lam.get_function_configuration(FunctionName=name)
    return found if found["State"] != "Pending" else None


@pytest.mark.skipif(has_it, reason=f"this machine has {MISSING}")
def test_a_version_that_is_not_there_fails_and_can_be_added(own_server):
    server = own_server().start()
    lam = client(server)
    name = name_of("missing")
    create(lam, name, packages.toolbox(), runtime=MISSING, wait=False)
    failed = until(lambda: state(lam, name), 10, "a state")
    assert failed["State"] == "Failed"
    reason = failed["StateReason"]
    assert MISSING in reason and "tenfold runtime add" in reason and "python3.11" in reason, reason
    with pytest.raises(ClientError) as error:
        invoke(lam, name)
    assert error.value.response["ResponseMetadata"]["HTTPStatusCode"] >= 400

    # Our own interpreter under that name is somebody's decision, hence no silent substitute; the version is checked.
    other = server.cli("runtime", "add", MISSING, sys.executable)
    if other.returncode != 0:
        assert "3.11" in other.stderr and "3.8" in other.stderr
        lam.delete_function(FunctionName=name)
        server.stop()
        return
    create_again = name_of("added")
    create(lam, create_again, packages.toolbox(), runtime=MISSING)
    assert invoke(lam, create_again).error is None
    server.stop()


def test_an_added_interpreter_is_used(own_server):
    """An interpreter at a place where nobody looks."""
    server = own_server().start()
    place = server.directory / "elsewhere"
    real = shutil.which("python3.11", path="/usr/local/bin:/usr/bin:/bin")
    if real is None:
        pytest.skip("no python3.11 of the system's")
    place.mkdir()
    (place / "python3.11").symlink_to(real)
    added = server.cli("runtime", "add", "python3.11", str(place / "python3.11"))
    assert added.returncode == 0, added.stderr
    listed = server.cli("runtime", "list")
    assert listed.returncode == 0 and "python3.11" in listed.stdout
    lam = client(server)
    name = name_of("elsewhere")
    create(lam, name, packages.toolbox())
    assert invoke(lam, name).error is None
    removed = server.cli("runtime", "remove", "python3.11")
    assert removed.returncode == 0, removed.stderr
    server.stop()


@pytest.mark.parametrize("name, path", [("python3.9", "/usr/bin/env"), ("python3.9", "/never/there"), ("java21", "/bin/sh")])
def test_what_cannot_be_added(own_server, name, path):
    server = own_server().start()
    refused = server.cli("runtime", "add", name, path)
    assert refused.returncode not in (0, 101) and refused.stderr
    server.stop()


def test_nearest_on_request(own_server):
    server = own_server("--runtime-substitution", "nearest").start()
    lam = client(server)
    name = name_of("nearest")
    create(lam, name, packages.toolbox(), runtime="python3.13")
    answer = invoke(lam, name)
    assert answer.error is None
    assert answer.log.startswith("INIT_START") and "3.13" in answer.log.splitlines()[0]
    assert "3.11" in answer.log.splitlines()[0] or shutil.which("python3.13") or shutil.which("python3.12")
    server.stop()
