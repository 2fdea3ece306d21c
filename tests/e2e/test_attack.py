"""The sandbox under attack: every attempt of `tests/functions/attempts`, on every way in which an environment can start."""

import json
import platform
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness import attack
from harness.attack import battlefield, outcomes
from harness.clients import client
from harness.functions import deployed, invoke
from harness.leftovers import descendants
from harness.server import IS_ROOT, NOBODY
from harness.wait import until

USERS = {"root": None, "user": NOBODY if IS_ROOT else None}
COLD = ["--ready-sandboxes", "0", "--no-prestart", "--no-snapshots"]


def user_of(name):
    if name == "root" and not IS_ROOT:
        pytest.skip("not root: only the unprivileged server can be tested")
    return USERS[name]


@pytest.fixture(params=USERS)
def who(request):
    return request.param, user_of(request.param)


def test_built_cold(who):
    name, user = who
    with battlefield(*COLD, user=user) as field:
        lost = {}
        for language in attack.LANGUAGES:
            lost[language] = field.attack(f"{name} cold {language}", field.deploy(language))
        assert not any(lost.values()), lost


def test_from_the_pool(who):
    """Blank sandboxes, and such with an interpreter started in them."""
    name, user = who
    with battlefield("--no-snapshots", user=user) as field:
        lost = {}
        for language in attack.LANGUAGES:
            # The first one has the kind made ready.
            field.ask(field.deploy(language), {"do": "exhaustions"})
            field.ready()
            lost[language] = field.attack(f"{name} pool {language}", field.deploy(language))
        assert not any(lost.values()), lost


has_copies = pytest.mark.skipif(platform.machine() != "x86_64", reason="there are no copies elsewhere")
SUBSTITUTED = ["--runtime-substitution", "nearest"]


def copied(field):
    """A function whose interpreter is a copy of the one that another function's is: no other's memory, and nothing drawn twice."""
    seen = []

    def two_of_one():
        function = field.deploy("python")
        seen.append((function, field.ask(function, {"do": "own"})))
        return len(seen) > 1 and seen[-1][1]["hash"] == seen[-2][1]["hash"]

    until(two_of_one, 60, "interpreters that are copies of one")
    (_, one), (function, other) = seen[-2:]
    assert not set(one["drawn"]) & set(other["drawn"])
    assert one["token"] != other["token"] and one["variables"] == other["variables"]
    return function


def restored(field):
    """A function of SnapStart and its version: each environment with randomness and credentials of its own."""
    settings = {"runtime": "python3.12", "SnapStart": {"ApplyOn": "PublishedVersions"}}
    function = field.deploy("python", **settings)
    version = field.publish(function)
    drawn, tokens = [], []
    for _ in range(3):
        own = field.ask(function, {"do": "own"}, Qualifier=version)
        drawn.append(set(own["drawn"]))
        tokens.append(own["token"])
        if len(tokens) < 3:
            field.inside(lambda: field.lam.invoke(FunctionName=function, Qualifier=version, Payload='{"do": "exit"}'))
    assert not drawn[0] & drawn[1] and not drawn[1] & drawn[2] and not drawn[0] & drawn[2]
    assert len(set(tokens)) == 3
    return function, version


@has_copies
def test_copied(who):
    """Interpreters that are copies of one."""
    name, user = who
    with battlefield(user=user) as field:
        lost = field.attack(f"{name} copied python", copied(field))
        assert not lost, lost


@has_copies
def test_restored(who):
    """Environments of SnapStart."""
    name, user = who
    with battlefield(*SUBSTITUTED, user=user) as field:
        function, version = restored(field)
        lost = field.attack(f"{name} restored python", function, Qualifier=version)
        assert not lost, lost


def reaches_the_internet(field, function, **more):
    """Otherwise nothing was shown."""
    internet = field.listeners[attack.INTERNET]
    targets = [["neighbour", internet.address, internet.port]]
    assert field.ask(function, {"do": "exhaust", "what": "a little of everything", "targets": targets}, **more) == []
    until(lambda: internet.heard, 20, "an internet that was reached")
    internet.heard.clear()


@pytest.mark.skipif(not IS_ROOT, reason="only root makes network namespaces")
@pytest.mark.parametrize(
    ("whose", "way"), [("root", "cold"), ("root", "pool"), pytest.param("root", "images", marks=has_copies), ("user", "cold"), pytest.param("user", "images", marks=has_copies)]
)
def test_with_a_way_to_the_internet(whose, way):
    """Who may connect to the internet gets no farther than the others to what is not: the host's own addresses, a neighbour's and a
    private network, a metadata service."""
    arguments = {"cold": COLD, "pool": ["--no-snapshots"], "images": SUBSTITUTED}[way]
    lost = {}
    with battlefield(*arguments, user=USERS[whose], egress=attack.PUBLIC_EGRESS) as field:
        def tried(kind, language, function, **more):
            lost[kind, language] = field.attack(f"{whose} public {kind} {language}", function, **more)
            reaches_the_internet(field, function, **more)

        if way == "images":
            tried("copied", "python", copied(field))
            function, version = restored(field)
            tried("restored", "python", function, Qualifier=version)
        for language in {"cold": ["native", "node"], "pool": ["python"]}.get(way, []):
            if way == "pool":
                field.ask(field.deploy(language), {"do": "exhaustions"})
                field.ready()
            tried(way, language, field.deploy(language))
    assert not any(lost.values()), lost


# What all sandboxes of an ordinary user's server have in common, for they are one user outside: `tenfold doctor` says so.
COUNTED_TOGETHER = {
    "file watchers": {"inotify: EMFILE"},
    "timers": {"timer: EAGAIN"},
    "queued signals": {"timer: EAGAIN"},
}
# What only a cgroup limits, which such a server may not have: this is said too.
COUNTED_BY_CGROUPS = {"memory", "memory files", "System V memory"}


def times_of(field, count, allowed=frozenset()):
    """The neighbour's times, in seconds. It gets a little of everything."""
    waits = []
    for _ in range(count):
        begun = time.monotonic()
        refused = field.ask(field.modest, {"do": "exhaust", "what": "a little of everything", "targets": field.targets}, LogType="None")
        waits.append(time.monotonic() - begun)
        assert set(refused) <= allowed, refused
    return waits


# A development build works ten times as long on a packet. Without bounds, a flood of beginnings took a neighbour twelve times its time.
FLOODED = 5
# So often what slows the neighbour is tried again, each time between two looks at how it does without.
ROUNDS = 5


def while_taking(field, take, allowed=frozenset(), good=2):
    """What somebody's taking ended with, and the neighbour's time meanwhile by its time before and after: of all rounds together, so that
    the machine's other work counts on both sides. One good look is enough, for other work only adds."""
    answers, quiet, meanwhile = [], [], []
    for _ in range(ROUNDS):
        quiet += times_of(field, 4)
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(take)
            times = times_of(field, 3, allowed)
            while not running.done() and len(times) < 60:
                times += times_of(field, 3, allowed)
            answers.append(running.result())
        meanwhile += times
        quiet += times_of(field, 4)
        slower = statistics.median(meanwhile) / statistics.median(quiet)
        if slower <= good:
            break
    # The worst of them.
    return min(answers, key=lambda answer: answer["held"]), slower


def missing_for(field):
    """What the server's user lacks here, in the doctor's words."""
    return {each["what"] for each in json.loads(field.server.cli("doctor", "--json", data_dir=False).stdout)["missing"]}


def test_exhaustion(who):
    """One takes what it can get. Its neighbour gets its own, in at most twice its time; afterwards all of it is back."""
    name, user = who
    with battlefield(user=user) as field:
        field.modest, taker = field.deploy("native", MemorySize=512), field.deploy("native", MemorySize=256)
        missing = missing_for(field)
        failed = {}
        for what in field.ask(taker, {"do": "exhaustions"}):
            allowed = COUNTED_TOGETHER.get(what, set()) if "root" in missing else set()
            answer, slower = while_taking(field, lambda: field.try_to(taker, {"do": "exhaust", "what": what}), allowed)  # noqa: B023
            attack.EXHAUSTED[what, name] = (answer["reached"], answer["by"], slower)
            unlimited = what in COUNTED_BY_CGROUPS and "memory limit" in missing
            # Who may use every processor slows everybody down.
            too_slow = slower > 2 and "CPU limit" not in missing
            if not (answer["held"] or unlimited) or too_slow:
                failed[what] = (answer, slower)
        assert not failed, failed


@pytest.mark.skipif(not IS_ROOT, reason="only root makes network namespaces")
def test_floods_of_packets():
    """One sends all it can to the internet. Its neighbour reaches it, too, in a bounded time."""
    with battlefield(egress=attack.PUBLIC_EGRESS) as field:
        field.modest, taker = field.deploy("native", MemorySize=512), field.deploy("native", MemorySize=512)
        internet = field.listeners[attack.INTERNET]
        field.targets = [["neighbour", internet.address, internet.port]]
        # Nobody has the port of discarding here.
        targets = [["listens", *field.sink(4096)], ["refuses", internet.address, 9]]
        failed = {}
        for what in field.ask(taker, {"do": "exhaustions outward"}):
            answer, slower = while_taking(field, lambda: field.try_to(taker, {"do": "exhaust", "what": what, "targets": targets}), good=FLOODED)  # noqa: B023
            attack.EXHAUSTED[what, "root"] = (answer["reached"], answer["by"], slower)
            # As many as it may have, and so there is somebody to reach.
            if not answer["held"] or answer["reached"] < 200 or slower > FLOODED:
                failed[what] = (answer, slower)
        assert not failed, failed


def test_frozen_work_stands_still(server):
    """What is left to go on after the answer, a spinning process and a timer, does so in no time but the function's own."""
    lam = client(server)
    _, settings = attack.LANGUAGES["native"]
    with deployed(lam, attack.native(), "hostile", **settings) as name:
        child = invoke(lam, name, {"do": "exhaust", "what": "work that goes on"}).payload["child"]
        assert child > 0
        spinning = until(lambda: [pid for pid in descendants(server.process.pid) if number_inside(pid) == child and is_of(pid, name)], 10, "a process that spins")
        used = []

        def still():
            used.append(processor_time(spinning[0]))
            return len(used) > 25 and len(set(used[-25:])) == 1

        until(still, 20, "a process that stands still")
        left = invoke(lam, name, {"do": "exhaust", "what": "what went on"}).payload
        # It stood for at least 25 looks of 20 ms; ticks that were missed are not made up.
        assert left["ticks"] < 15, left


FROZEN = 1.5


def process_of(field, name):
    """The one that runs a function, as the host numbers it."""
    return until(lambda: [pid for pid in descendants(field.server.process.pid) if number_inside(pid) not in (None, pid) and is_of(pid, name)], 10, "its process")[0]


def stands_still(pid):
    """Waits until a process has used no processor for longer than any of the timers takes."""
    looks = []

    def still():
        looks.append((time.monotonic(), processor_time(pid)))
        since = next(at for at, used in looks if used == looks[-1][1])
        return looks[-1][0] - since > FROZEN

    until(still, 30, "a process that stands still")


def test_timers_that_fire_while_frozen(who):
    """Timers of every kind are set in one invocation, each a thousand times a second, and the environment is frozen. Nothing of it runs, what
    was missed is not made up, nobody notices, and the next invocation is as good as any."""
    name, user = who
    with battlefield(*COLD, user=user) as field:
        field.modest = field.deploy("native", MemorySize=512)
        # Who is stopped by a signal can have another one continue him: the doctor says so.
        what = "timers that go on" if "freezer" in missing_for(field) else "timers that go on and continue"

        def take():
            hostile = field.deploy("native")
            left = field.ask(hostile, {"do": "exhaust", "what": what})
            assert left["refused"] == [] and left["child"] > 0
            stands_still(process_of(field, hostile))
            did = field.ask(hostile, {"do": "exhaust", "what": "what the timers did"})
            # Time went by: the kernel has counted it for whoever reads the descriptor.
            assert did["expired"] > FROZEN * 1000, did
            late = max(did["fired"].values())
            again = field.ask(hostile, {"do": "exhaust", "what": "what the timers did"})
            assert again["fired"]["own"] > 0, again
            field.inside(lambda: field.lam.delete_function(FunctionName=hostile))
            return {"reached": late, "by": "enough", "held": late < FROZEN * 1000 and did["ticks"] < FROZEN * 20, "did": did}

        answer, slower = while_taking(field, take)
        attack.EXHAUSTED["timers while frozen", name] = (answer["reached"], answer["by"], slower)
        assert answer["held"], answer
        assert slower <= 2, slower
        an_alarm_for_oneself(field)


def an_alarm_for_oneself(field):
    """Who has himself ended while he is frozen costs his next invocation an environment, and nobody else anything."""
    doomed = field.deploy("native")
    assert field.ask(doomed, {"do": "exhaust", "what": "an alarm for oneself"}) == {"left": 0}
    stands_still(process_of(field, doomed))
    answer = field.try_to(doomed, {"do": "exhaustions"})
    assert isinstance(answer, list) or answer["by"] == "Runtime.ExitError", answer
    assert len(field.ask(doomed, {"do": "exhaustions"})) > 20
    times_of(field, 1)


def status(pid):
    try:
        return Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""


def number_inside(pid):
    found = re.search(r"^NSpid:.*\s(\d+)$", status(pid), re.M)
    return int(found.group(1)) if found else None


def is_of(pid, name):
    """Whether a process has the environment of this function."""
    return f"AWS_LAMBDA_FUNCTION_NAME={name}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()


def processor_time(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def test_no_way_shows_more_than_another():
    """What attempts end with tells nobody how its environment was started. After the others."""
    compared = 0
    for user in USERS:
        for language in attack.LANGUAGES:
            ways = [outcomes(f"{user} {way} {language}") for way in ("cold", "pool", "copied", "restored")]
            ways = [way for way in ways if way]
            for other in ways[1:]:
                compared += 1
                differing = {n: (ways[0][n], other.get(n)) for n in ways[0] if ways[0][n] != other.get(n)}
                assert not differing, (user, language)
    if not compared:
        pytest.skip("no attack has been run")
