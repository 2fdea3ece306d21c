"""SnapStart: environments of a published version are copies of one that was initialised once, and of nothing else."""

import time

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import SOON, deployed, invoke
from harness.logs import messages
from harness.wait import until

PYTHON = "python3.12"
ON = {"ApplyOn": "PublishedVersions"}

HANDLER = """
import json, os, random, secrets, socket, tempfile, threading, time, urllib.request, uuid
from snapshot_restore_py import register_after_restore, register_before_snapshot

BORN, PID = time.time(), os.getpid()
MONOTONIC = time.monotonic()
DRAWN = secrets.token_hex(8)
random.random()
next(tempfile._get_candidate_names())
said = ["init"]
os.makedirs("/tmp/made/deep")
with open("/tmp/made/deep/file", "w") as file:
    file.write("x" * 100_000)
os.chmod("/tmp/made/deep/file", 0o640)
os.symlink("made/deep", "/tmp/link")
kept = open("/tmp/link/file")
kept.read(99_990)
lost = socket.create_connection(("127.0.0.1", int(os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")[1])))
woken = threading.Event()
answers = []
def work():
    woken.wait()
    answers.append(threading.get_native_id() != PID)
thread = threading.Thread(target=work)
thread.start()
register_before_snapshot(said.append, "before 1")
register_before_snapshot(said.append, "before 2")
register_after_restore(said.append, "after 1")
register_after_restore(lambda: said.append("after 2"))

def walls():
    status = dict(line.rstrip().split(":", 1) for line in open("/proc/self/status"))
    names = "Uid Gid Groups NoNewPrivs Seccomp Seccomp_filters CapPrm CapEff CapBnd CapInh CapAmb TracerPid".split()
    return {
        "status": {name: status[name].split() for name in names},
        "session": os.getsid(0) == os.getpid(), "parent": os.getppid(), "cwd": os.getcwd(),
        "descriptors": sorted(os.listdir("/proc/self/fd")), "exe": os.readlink("/proc/self/exe"),
        "cmdline": open("/proc/self/cmdline").read(), "oom": open("/proc/self/oom_score_adj").read(),
        "cgroup": open("/proc/self/cgroup").read(), "limits": open("/proc/self/limits").read(),
    }

def handler(event, context):
    if event == "walls":
        return walls()
    if event == "began":
        began = int(open("/proc/self/stat").read().rsplit(")", 1)[1].split()[19])
        return began / os.sysconf("SC_CLK_TCK")
    if event == "random":
        return [random.random(), uuid.uuid4().hex, os.urandom(8).hex(), secrets.token_hex(8),
                next(tempfile._get_candidate_names())]
    if event == "exit":
        os._exit(1)
    try:
        lost.send(b"x")
        connection = "alive"
    except OSError as error:
        connection = type(error).__name__
    woken.set()
    thread.join()
    request = urllib.request.Request(os.environ["AWS_CONTAINER_CREDENTIALS_FULL_URI"])
    request.add_header("Authorization", os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN"])
    credentials = json.load(urllib.request.urlopen(request))
    return {
        "said": said, "born": BORN, "now": time.time(), "since": time.monotonic() - MONOTONIC, "drawn": DRAWN,
        "connection": connection, "thread": answers, "credentials": credentials, "environ": dict(os.environ),
        "tmp": [os.stat("/tmp/link/file").st_mode & 0o777, len(open("/tmp/made/deep/file").read()), kept.read()],
        "stream": context.log_stream_name, "version": context.function_version, "moved": os.getpid() != PID,
    }
"""


@pytest.fixture
def published(dev_server):
    """A function with a version that has a snapshot."""
    lam = client(dev_server, "lambda")
    code = packages.zipped({"f.py": HANDLER})
    with deployed(lam, code, "snap", runtime=PYTHON, handler="f.handler", SnapStart=ON, MemorySize=512) as name:
        version = publish(lam, name)
        yield lam, name, version


def publish(lam, name):
    """A new version, once its snapshot is there."""
    published = lam.publish_version(FunctionName=name)
    assert published["State"] == "Pending"
    assert published["SnapStart"] == {"ApplyOn": "PublishedVersions", "OptimizationStatus": "On"}
    version = published["Version"]
    lam.get_waiter("published_version_active").wait(FunctionName=name, Qualifier=version, WaiterConfig=SOON)
    return version


def in_new_environments(lam, name, version, event=None, count=3):
    """What so many environments answer, each of its own: the one before has ended."""
    results = []
    for _ in range(count):
        results.append(invoke(lam, name, event, Qualifier=version))
        # What has ended by itself is not used again.
        invoke(lam, name, "exit", Qualifier=version)
    return results


def test_copies_go_on_where_the_snapshot_was_taken(published, dev_server):
    lam, name, version = published
    results = in_new_environments(lam, name, version)
    answers = [result.payload for result in results]
    for result, answer in zip(results, answers):
        assert result.error is None
        assert answer["said"] == ["init", "before 2", "before 1", "after 1", "after 2"]
        assert answer["version"] == version and answer["moved"]
        assert answer["thread"] == [True]
        assert answer["tmp"] == [0o640, 100_000, "x" * 10]
        assert answer["connection"] in ("BrokenPipeError", "OSError")
        assert 0 <= answer["now"] - answer["born"] < 300 and 0 <= answer["since"] < 300
        environ = answer["environ"]
        assert environ["AWS_LAMBDA_INITIALIZATION_TYPE"] == "snap-start"
        assert environ["AWS_LAMBDA_LOG_STREAM_NAME"] == answer["stream"]
        assert "AWS_SECRET_ACCESS_KEY" not in environ
        assert {"AccessKeyId", "SecretAccessKey", "Token", "Expiration"} == set(answer["credentials"])
        assert "Restore Duration: " in result.log and "Init Duration" not in result.log
        assert "Billed Restore Duration: " in result.log
    # Drawn once, before the snapshot was taken.
    assert len({answer["born"] for answer in answers}) == 1
    assert len({answer["drawn"] for answer in answers}) == 1
    # Each has its own.
    assert len({answer["stream"] for answer in answers}) == len(answers)
    assert len({answer["credentials"]["Token"] for answer in answers}) == len(answers)
    logged = "\n".join(messages(client(dev_server, "logs"), name))
    assert logged.count("RESTORE_START Runtime Version: ") >= len(answers)
    assert logged.count("RESTORE_REPORT Restore Duration: ") >= len(answers)
    assert logged.count("INIT_START") == 1


def test_the_next_copy_is_there_before_it_is_asked_for(published):
    lam, name, version = published
    invoke(lam, name, Qualifier=version)

    def stood_by():
        # In an environment of its own: the one before ends.
        invoke(lam, name, "exit", Qualifier=version)
        asked = time.clock_gettime(time.CLOCK_BOOTTIME)
        # Told in hundredths of a second: what is made for this request has not begun before it.
        return asked - invoke(lam, name, "began", Qualifier=version).payload > 0.02

    until(stood_by, 20, "a copy that began before it was asked for")


def test_what_copies_draw_at_random_differs(published):
    lam, name, version = published
    drawn = [result.payload for result in in_new_environments(lam, name, version, "random", 4)]
    for column in zip(*drawn):
        assert len(set(column)) == len(drawn), column


def test_copies_are_behind_the_same_walls(published):
    lam, name, version = published
    restored = in_new_environments(lam, name, version, "walls", 1)[0].payload
    ordinary = invoke(lam, name, "walls").payload
    # The snapshot's connection, which did not survive, has the same number.
    assert restored == ordinary
    assert restored["status"]["NoNewPrivs"] == ["1"] and restored["status"]["Seccomp"] == ["2"]


def test_each_version_has_its_own(published):
    lam, name, version = published
    lam.update_function_code(FunctionName=name, ZipFile=packages.zipped({"f.py": HANDLER + "\n# changed\n"}))
    lam.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig=SOON)
    second = publish(lam, name)
    answers = [invoke(lam, name, Qualifier=qualifier).payload for qualifier in (version, second)]
    assert [answer["version"] for answer in answers] == [version, second]
    assert answers[0]["drawn"] != answers[1]["drawn"]
    # `$LATEST` has none.
    latest = invoke(lam, name, "random")
    assert latest.error is None and "Init Duration: " in latest.log


def test_a_version_that_cannot_be_initialised_fails(dev_server):
    lam = client(dev_server, "lambda")
    code = packages.zipped({"f.py": "raise ValueError('not here')\n"})
    with deployed(lam, code, "snap", runtime=PYTHON, handler="f.handler", SnapStart=ON) as name:
        version = lam.publish_version(FunctionName=name)["Version"]
        deadline = time.monotonic() + 30
        while (found := lam.get_function_configuration(FunctionName=name, Qualifier=version))["State"] == "Pending":
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert found["State"] == "Failed"
        assert found["StateReasonCode"] == "FunctionError.RuntimeInitError"
        assert "not here" in found["StateReason"]
        with pytest.raises(ClientError):
            invoke(lam, name, Qualifier=version)


def test_what_cannot_be_copied_starts_as_ever(dev_server):
    lam = client(dev_server, "lambda")
    source = """
import socket
server = socket.create_server(("127.0.0.1", 5001))
def handler(event, context):
    if event == "exit":
        __import__("os")._exit(1)
    return server.getsockname()[1]
"""
    with deployed(lam, packages.zipped({"f.py": source}), "snap", runtime=PYTHON, handler="f.handler", SnapStart=ON) as name:
        version = publish(lam, name)
        for result in in_new_environments(lam, name, version, count=2):
            assert result.payload == 5001 and "Init Duration: " in result.log


def test_snapshots_can_be_turned_off(own_server):
    lam = client(own_server("--dev", "--no-snapshots").start(), "lambda")
    code = packages.zipped({"f.py": HANDLER})
    with deployed(lam, code, "snap", runtime=PYTHON, handler="f.handler", SnapStart=ON) as name:
        version = publish(lam, name)
        result = invoke(lam, name, "random", Qualifier=version)
        assert "Init Duration: " in result.log and "Restore" not in result.log
