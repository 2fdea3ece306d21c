"""A function that attacks the server over the two listeners of its sandbox: the server stays small, quick and alive."""

import re
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness import packages, wire
from harness.clients import client
from harness.functions import deployed, invoke
from harness.logs import messages, shown
from harness.packages import FUNCTIONS, zipped
from harness.server import Server

MIB = 1 << 20
MAX_GROWTH = 100 * MIB
MAX_WAIT = 5  # seconds


@pytest.fixture
def attacked():
    """A server of each test's own, so that the most that it ever had in memory is the test's doing."""
    server = Server().start()
    try:
        yield server
        server.stop()
    finally:
        server.remove()


@pytest.fixture
def lam(attacked):
    return client(attacked, max_pool_connections=8)


def package():
    source = (FUNCTIONS / "attacker/attacker.py").read_text()
    return zipped({"attacker.py": source, "wire.py": Path(wire.__file__).read_text()})


def memory(server, what):
    """A line of /proc/PID/status in bytes."""
    text = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(rf"^{what}:\s+(\d+) kB", text, re.M).group(1)) * 1024


@contextmanager
def watched(server):
    """Root's questions are answered in time while the block runs, and the server's memory grows only so far."""
    lam = client(server, read_timeout=MAX_WAIT)
    ended = threading.Event()
    waits, errors = [], []

    def watch():
        while not ended.is_set():
            begun = time.monotonic()
            try:
                lam.list_functions()
            except Exception as error:  # noqa: BLE001 - shown by the test
                errors.append(error)
            waits.append(time.monotonic() - begun)
            ended.wait(0.05)

    before = memory(server, "VmRSS")
    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
    assert server.alive(), server.stderr()
    grown = memory(server, "VmHWM") - before
    assert errors == []
    assert waits and max(waits) < MAX_WAIT, f"{len(waits)} questions, the slowest took {max(waits)} s"
    assert grown < MAX_GROWTH, f"grew by {grown / MIB:.0f} MiB"


@contextmanager
def attacker(lam, **settings):
    """The function, which must still be there and well after the attack."""
    with deployed(lam, package(), "attacker", handler="attacker.handler", Timeout=60, MemorySize=1024, **settings) as name:
        yield name
        after = invoke(lam, name)
        assert after.error is None, after.payload


def test_a_role_may_ask_who_it_is_and_nothing_else(lam):
    with attacker(lam) as name:
        arn = f"arn:aws:sts::000000000000:assumed-role/e2e/{name}"
        answer = invoke(lam, name, {"do": "who_am_i"}).payload
        assert answer["status"] == 200 and f"<Arn>{arn}</Arn>" in answer["body"]
        answer = invoke(lam, name, {"do": "list_functions"}).payload
        assert (answer["status"], answer["code"]) == (403, "AccessDeniedException")
        assert (
            f"User: {arn} is not authorized to perform: lambda:ListFunctions on resource: * "
            "because no identity-based policy allows the lambda:ListFunctions action"
        ) in answer["body"]


def test_large_questions_to_sts(attacked, lam):
    with attacker(lam) as name:
        invoke(lam, name)
        with watched(attacked):
            answer = invoke(lam, name, {"do": "large_questions"})
        assert answer.error is None, answer.payload
        assert len(answer.payload) == 40
        statuses = {status for each in answer.payload for status in each}
        # Answered or turned away, but neither broken off nor an error of ours.
        assert statuses <= {200, 400, 413, 429, 503}, statuses


def test_announced_packages(attacked, lam):
    with attacker(lam) as name:
        invoke(lam, name)
        with watched(attacked):
            answer = invoke(lam, name, {"do": "pour_creations"})
        assert answer.error is None, answer.payload
        assert len(answer.payload) == 20
        assert not [each for each in answer.payload if each["status"] in (200, 201, 202, 500)], answer.payload


def test_init_errors_while_it_starts(attacked, lam):
    with attacker(lam, Environment={"Variables": {"ATTACK_AT_INIT": "1"}}) as name:
        with watched(attacked):
            answer = invoke(lam, name)
        assert answer.error is None, answer.payload
        assert len(answer.payload) == 64
        assert not [each for each in answer.payload if each["status"] in (200, 202, 500)], answer.payload


def test_init_errors_while_it_runs(attacked, lam):
    with attacker(lam) as name:
        invoke(lam, name)
        with watched(attacked):
            answer = invoke(lam, name, {"do": "pour_init_errors"})
        assert answer.error is None, answer.payload
        assert {each["status"] for each in answer.payload} <= {403, None}, answer.payload


def test_floods_of_log_lines(attacked, lam):
    logs = client(attacked, "logs")
    with attacker(lam) as name, deployed(lam, packages.toolbox()) as other:
        invoke(lam, other)
        ids = []
        with watched(attacked):
            flood = threading.Thread(target=invoke, args=(lam, name, {"do": "flood_the_log"}))
            flood.start()
            while flood.is_alive():
                ids.append(invoke(lam, other).request_id)
            flood.join()
        # Nothing of the other function's is lost, and what is lost of this one's is said.
        shown(logs, other, f"REPORT RequestId: {ids[-1]}")
        kept = messages(logs, other)
        for request_id in ids:
            assert sum(request_id in line for line in kept) >= 3, request_id
        shown(logs, name, "dropped", filterPattern="dropped")
        lost = messages(logs, name, filterPattern="dropped")
        # By the environment, which may write so much in a time; on a busy machine by the writer of all logs as well.
        said = r"LOGS_DROPPED \d+ lines \(\d+ bytes\)|\d+ log events were dropped"
        assert any(re.match(said, line) for line in lost), lost
