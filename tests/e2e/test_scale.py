"""Many at once: 200 parallel invocations, a thousand functions, and `kill -9` in the middle."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

from harness import packages
from harness.clients import client
from harness.functions import create, deployed, invoke, name_of
from harness.wait import until

PARALLEL = 200
# How long each of them stays, in seconds: longer than two CPUs need to start half of the environments.
HOLD = 12
AFTER = re.compile(r", ([\d.]+) ms after its start")


def overlaps(results):
    """Pairs that ran in one environment at the same time."""
    by_stream = {}
    for result in results:
        by_stream.setdefault(result["stream"], []).append((result["begun"], result["ended"]))
    bad = []
    for spans in by_stream.values():
        spans.sort()
        bad += [(a, b) for a, b in zip(spans, spans[1:], strict=False) if b[0] < a[1]]
    return bad


def most_at_once(results):
    """The largest number of environments that were at work at one moment."""
    moments = [(r["begun"], 1) for r in results] + [(r["ended"], -1) for r in results]
    now = most = 0
    for _, change in sorted(moments):  # an end before a begin at the same moment
        now += change
        most = max(most, now)
    return most


def test_200_parallel_invocations(server):
    lam = client(server, max_pool_connections=PARALLEL, read_timeout=180)
    with deployed(lam, packages.toolbox(), Timeout=120, MemorySize=128) as name:

        def one(n):
            return invoke(lam, name, {"do": "sleep", "seconds": HOLD, "n": n}, LogType="None")

        begun = time.monotonic()
        with ThreadPoolExecutor(PARALLEL) as pool:
            answers = list(pool.map(one, range(PARALLEL)))
        took = time.monotonic() - begun
        assert [a.error for a in answers] == [None] * PARALLEL
        results = [a.payload for a in answers]
        assert sorted(r["n"] for r in results) == list(range(PARALLEL))
        assert overlaps(results) == []
        # No environment had two at a time, so these are as many environments.
        assert most_at_once(results) >= PARALLEL / 2, "they ran side by side"
        assert took < 90


def test_kill_9_in_the_middle_and_a_restart(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=80, read_timeout=60)
    names = [name_of("kept") for _ in range(3)]
    for name in names:
        create(lam, name, packages.toolbox(), Environment={"Variables": {"NAME": name}}, Tags={"n": name}, Timeout=60)

    def one(n):
        try:
            return invoke(lam, names[n % 3], {"do": "sleep", "seconds": 30, "n": n}, LogType="None")
        except Exception as error:  # noqa: BLE001 - whatever a killed server makes of it
            return error

    with ThreadPoolExecutor(60) as pool:
        running = [pool.submit(one, n) for n in range(60)]
        until(lambda: len(server.snapshot.look().processes) > 15, 60, "environments at work")
        server.kill()
        outcomes = [future.result() for future in running]
    assert all(isinstance(outcome, Exception) for outcome in outcomes), "none was answered"

    server.start()
    lam = client(server)
    listed = {f["FunctionName"]: f for f in lam.list_functions()["Functions"]}
    assert set(listed) == set(names)
    for name in names:
        assert lam.get_function(FunctionName=name)["Tags"] == {"n": name}
        answer = invoke(lam, name, {"do": "echo", "variables": ["NAME"]})
        assert answer.error is None and answer.payload["variables"] == {"NAME": name}
    server.stop()


def test_what_was_answered_survives_kill_9(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=8)
    name = name_of("answered")
    answered = []

    def one(n):
        try:
            create(lam, f"{name}-{n}", packages.toolbox(), wait=False)
            answered.append(f"{name}-{n}")
        except Exception:  # noqa: BLE001, S110 - not answered, hence not promised
            pass

    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(one, n) for n in range(400)]
        until(lambda: len(answered) >= 40, 60, "some functions created")
        server.kill()
        for future in futures:
            future.cancel()
    server.start()
    lam = client(server)
    pages = lam.get_paginator("list_functions").paginate()
    there = {f["FunctionName"] for page in pages for f in page["Functions"]}
    assert set(answered) <= there
    assert invoke(lam, answered[-1]).error is None
    server.stop()


def test_a_thousand_functions(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=8)
    package = packages.zipped({"app.py": "def handler(e, c):\n    return 1\n"})
    prefix = name_of("many")
    names = [f"{prefix}-{n:04}" for n in range(1000)]
    begun = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: create(lam, n, package, handler="app.handler", wait=False), names))
        created = time.monotonic() - begun
        pages = list(lam.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 50}))
        listed = [f["FunctionName"] for page in pages for f in page["Functions"]]
        assert len(pages) == 20 and sorted(listed) == names
        assert invoke(lam, names[777]).payload == 1
        begun = time.monotonic()
        list(pool.map(lambda n: lam.delete_function(FunctionName=n), names))
        deleted = time.monotonic() - begun
    assert lam.list_functions()["Functions"] == []
    assert created < 90 and deleted < 60
    server.stop()


def test_a_graceful_stop_lets_invocations_finish(own_server):
    server = own_server().start()
    lam, logs = client(server), client(server, "logs")
    name = name_of("graceful")
    create(lam, name, packages.toolbox())
    invoke(lam, name)

    def begun():
        events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}", filterPattern="START RequestId")["events"]
        return len(events) == 2

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(invoke, lam, name, {"do": "sleep", "seconds": 2})
        until(begun, 10, "the second invocation has begun")
        server.stop()
        assert running.result().error is None


def test_ready_quickly_on_a_warm_start(own_server):
    server = own_server().start()
    lam = client(server)
    for n in range(20):
        create(lam, name_of(f"stored{n}"), packages.toolbox(), wait=False)
    server.stop()
    times = []
    for _ in range(5):
        server.start()
        # Its own measure, from the start of its process; ours has the time to fork and to copy in it too.
        times.append(float(AFTER.search(server.ready_line).group(1)))
        assert times[-1] / 1000 <= server.ready_seconds, "no less than was measured from outside"
        server.stop()
    assert min(times) <= 100, times
