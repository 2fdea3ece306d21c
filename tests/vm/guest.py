"""Runs in the virtual machine: the tests of the sandbox, limits and the demo, as root and as an ordinary user.

Prints a line `test <world>: <name> ... ok` (or `FAILED` with a reason) for each test, and `guest: done` as its last.
"""

import base64
import functools
import io
import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
TENFOLD = HERE / "tenfold"
CGROUPS = Path("/sys/fs/cgroup")
USER = 1000
# The machine is emulated: everything takes as many times as long.
SLOWNESS = int(os.environ.get("TENFOLD_TEST_SLOWNESS", "1"))
ROLE = "arn:aws:iam::000000000000:role/vm"
printing = threading.Lock()


def say(line):
    with printing:
        print(line, flush=True)


class Unit:
    """A group as systemd makes one with `Delegate=yes` (the user's own), or as that of a session (root's)."""

    def __init__(self, path, owner, delegated=True):
        self.owner, self.path = owner, CGROUPS
        for part in path.split("/"):
            (self.path / "cgroup.subtree_control").write_text("+cpu +memory +pids")
            self.path /= part
            self.path.mkdir(exist_ok=True)
        if delegated:
            for name in ("", "cgroup.procs", "cgroup.subtree_control", "cgroup.threads"):
                os.chown(self.path / name, owner, owner)

    def start(self, *command, **more):
        """Starts a command in it, as its user."""
        home = "/root" if self.owner == 0 else "/home/tenfold"

        def enter():
            (self.path / "cgroup.procs").write_text("0")
            os.setgroups([])
            os.setresgid(self.owner, self.owner, self.owner)
            os.setresuid(self.owner, self.owner, self.owner)

        environment = {"PATH": os.environ["PATH"], "HOME": home, "TENFOLD_TEST_SLOWNESS": str(SLOWNESS)}
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "cwd": home}
        return subprocess.Popen(command, preexec_fn=enter, env=environment, **(settings | more))

    def run(self, *command, seconds=100):
        """Runs a command to its end; its status and all that it said."""
        process = self.start(*command)
        try:
            said, _ = process.communicate(timeout=seconds * SLOWNESS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return process.returncode, said

    def below(self):
        """The groups in it."""
        return sorted(path.name for path in self.path.iterdir() if path.is_dir())


def until(look, seconds, what):
    """Waits for a state."""
    deadline = time.monotonic() + seconds * SLOWNESS
    while not (found := look()):
        assert time.monotonic() < deadline, what() if callable(what) else f"not in time: {what}"
        time.sleep(0.02)
    return found


# The tests of one world.


def doctor(unit, expected, *, among_others=False):
    command = [TENFOLD, "doctor", "--json"]
    if among_others:
        # A shell that stays in the group.
        command = ["sh", "-c", f"{TENFOLD} doctor --json; :"]
    status, said = unit.run(*command)
    assert status == 0, said
    report = json.loads(said)
    found = {name: report[name] for name in expected if name != "missing"}
    found["missing"] = [missing["what"] for missing in report["missing"]]
    assert found == expected, found


def demo(unit):
    status, said = unit.run(TENFOLD, "demo", "--exit")
    assert status == 0, said
    assert said.count("REPORT RequestId") == 3, said


class Server:
    """A development server in a unit."""

    def __init__(self, unit):
        home = "/root" if unit.owner == 0 else "/home/tenfold"
        command = [TENFOLD, "up", "--dev", "--listen", "127.0.0.1:0", "--data-dir", f"{home}/data"]
        self.unit = unit
        self.log = open(f"/run/server-{unit.owner}.log", "ab")
        self.process = unit.start(*command, stderr=self.log)
        line = self.process.stdout.readline()
        assert "ready on " in line, (line, self.said())
        self.url = line.split("ready on ")[1].split(",")[0]

    def said(self):
        return Path(self.log.name).read_text(errors="replace")[-2000:]

    def call(self, method, path, body=None, **headers):
        """The answer's JSON and headers."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60 * SLOWNESS) as answer:
                return json.loads(answer.read() or b"null"), answer.headers
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.code} {error.read()!r}") from error

    def create(self, name, source, **settings):
        """Deploys a function and waits until it is active."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            info = zipfile.ZipInfo("app.py")
            info.external_attr = 0o100644 << 16
            archive.writestr(info, source)
        body = {
            "FunctionName": name, "Runtime": "python3.11", "Handler": "app.handler", "Role": ROLE, "Timeout": 300,
            "MemorySize": 1769,
            "Code": {"ZipFile": base64.b64encode(buffer.getvalue()).decode()},
        }  # fmt: skip
        self.call("POST", "2015-03-31/functions", body | settings)
        state = lambda: self.call("GET", f"2015-03-31/functions/{name}/configuration")[0]["State"] == "Active"
        until(state, 30, f"{name} is active")

    def invoke(self, name, event=None):
        """The answer, whether it is an error, and the tail of the log."""
        path = f"2015-03-31/functions/{name}/invocations"
        answer, headers = self.call("POST", path, event or {}, **{"X-Amz-Log-Type": "Tail"})
        log = base64.b64decode(headers.get("X-Amz-Log-Result", "")).decode(errors="replace")
        return answer, headers.get("X-Amz-Function-Error"), log

    def group_of(self, name):
        """The group of a function's process."""
        wanted = f"AWS_LAMBDA_FUNCTION_NAME={name}\0".encode()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if wanted in Path(f"/proc/{pid}/environ").read_bytes():
                    return CGROUPS / Path(f"/proc/{pid}/cgroup").read_text().split("::/")[1].strip()
            except OSError:
                pass  # it has just ended
        return None

    def stop(self):
        self.process.terminate()
        assert self.process.wait(40 * SLOWNESS) == 0, self.said()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()


LIMITS = (HERE / "limits.py").read_text() + r'''

def grow(event):
    return len(b"x" * event["bytes"])

def bomb(event):
    """Threads count as processes, and are quicker made."""
    import _thread
    gate = _thread.allocate_lock()
    gate.acquire()
    threading.stack_size(64 << 10)
    started = 0
    try:
        while started < 5000:
            _thread.start_new_thread(lambda: gate.acquire() and gate.release(), ())
            started += 1
    except RuntimeError:
        pass
    gate.release()
    return started

def groups(event):
    kinds = [line.split()[2] for line in open("/proc/mounts")]
    return {"own": open("/proc/self/cgroup").read(), "mounted": [kind for kind in kinds if "cgroup" in kind]}
'''


def memory_is_limited(server):
    server.create("memory", LIMITS, MemorySize=256)
    answer, error, log = server.invoke("memory", {"do": "grow", "bytes": 400 << 20})
    assert error and answer["errorType"] in ("Runtime.ExitError", "Runtime.OutOfMemory"), (answer, log)
    assert "Max Memory Used: 256 MB" in log, log
    # A child of its own is taken, and the function goes on.
    assert server.invoke("memory", {"do": "eating_child"})[:2] == (-9, None)
    answer, error, log = server.invoke("memory", {"do": "grow", "bytes": 1 << 20})
    assert (answer, error) == (1 << 20, None), answer
    group = server.group_of("memory")
    assert (group / "memory.max").read_text() == f"{256 << 20}\n"


def cpu_is_limited(server):
    server.create("cpu", LIMITS)
    assert server.invoke("cpu", {"do": "grow", "bytes": 1})[0] == 1
    assert (server.group_of("cpu") / "cpu.max").read_text() == "20000 20000\n", "one processor"
    server.create("little", LIMITS, MemorySize=128)
    assert server.invoke("little", {"do": "grow", "bytes": 1})[0] == 1
    quota, period = map(int, (server.group_of("little") / "cpu.max").read_text().split())
    assert abs(quota / period - 128 / 1769) < 0.001, (quota, period)


def processes_are_limited(server):
    server.create("bomb", LIMITS)
    started, error, _ = server.invoke("bomb", {"do": "bomb"})
    assert error is None and 500 < started <= 1024, started
    assert server.invoke("bomb", {"do": "grow", "bytes": 1})[0] == 1


def nothing_runs_between_invocations(server):
    server.create("frozen", LIMITS)
    assert server.invoke("frozen", {"do": "ticks"})[1] is None
    group = server.group_of("frozen")
    until(lambda: "frozen 1" in (group / "cgroup.events").read_text().splitlines(), 10, "the group is frozen")
    time.sleep(0.5)
    ticks = server.invoke("frozen", {"do": "ticks"})[0]
    assert max(later - earlier for earlier, later in zip(ticks, ticks[1:])) >= 0.5


def the_time_limit_is_kept(server):
    server.create("late", LIMITS, Timeout=10)
    for what in ("spin", "descend"):
        # On a host that is busy, the start of an environment in the emulator may itself take longer than the limit.
        until(lambda: server.invoke("late", {"do": "grow", "bytes": 1})[0] == 1, 20, "it answers")
        answer, _, log = server.invoke("late", {"do": what})
        assert answer["errorType"] == "Sandbox.Timedout", (answer, log)


def groups_are_not_seen_inside(server):
    server.create("groups", LIMITS)
    answer = server.invoke("groups", {"do": "groups"})[0]
    assert answer == {"own": "0::/\n", "mounted": []}, answer


FUNCTIONS = [
    memory_is_limited, cpu_is_limited, processes_are_limited, nothing_runs_between_invocations, the_time_limit_is_kept,
    groups_are_not_seen_inside,
]  # fmt: skip


def killed_it_leaves_nothing(unit, server):
    """Whatever the server holds when it is killed, most of it frozen."""
    assert unit.below() == ["tenfold", "tenfold-server"], unit.below()
    server.process.kill()
    server.process.wait()
    until(lambda: not unit.below() and not processes_in(unit), 20, "its groups are gone")


def processes_in(unit):
    """All that run in a unit."""
    found = []
    # Unlike `rglob`, it goes on where a group is removed meanwhile.
    for directory, _, _ in os.walk(unit.path):
        try:
            found += Path(directory, "cgroup.procs").read_text().split()
        except OSError:
            pass
    return found


def stopped_it_leaves_nothing(unit):
    server = Server(unit)
    try:
        assert server.invoke("frozen", {"do": "grow", "bytes": 1})[1] is None, "what was there is there"
        server.stop()
        until(lambda: not unit.below() and not processes_in(unit), 20, "its groups are gone")
    finally:
        server.close()


class World:
    """Runs tests, one after the other, and says what came of each."""

    def __init__(self, name):
        self.name = name

    def check(self, name, test, *arguments, **settings):
        """One test; whether it succeeded."""
        begun = time.monotonic()
        try:
            test(*arguments, **settings)
            result = "ok"
        except Exception as error:
            text = " / ".join(str(error).splitlines()) or "assertion"
            result = f"FAILED ({type(error).__name__}: {text})"
        say(f"test {self.name}: {name} ... {result} [{time.monotonic() - begun:.1f} s]")
        return result == "ok"

    def sandbox(self, unit, *filters):
        """The sandbox's own tests, which speak for themselves."""
        process = unit.start(HERE / "sandbox-tests", *filters)
        tests = 0
        for line in process.stdout:
            is_test = line.startswith("test ")
            tests += is_test
            say(f"test {self.name}: {line.strip()[5:]}" if is_test else f"[{self.name}] {line.rstrip()}")
        process.wait()
        self.check("the sandbox tests", self.ran, unit, tests)

    @staticmethod
    def ran(unit, tests):
        assert tests > 40, f"only {tests}"
        # Keepers end by themselves after what they served. One that was killed together with its server leaves empty
        # groups, for the next one to sweep.
        left_over = lambda: set(unit.below()) - {"harness", "tenfold"} or processes_in(unit)
        until(lambda: not left_over(), 5, lambda: f"left behind: {left_over()}")

    def limits(self, unit):
        """Functions at their limits, on one server; its end."""
        servers = []
        if not self.check("a server starts", lambda: servers.append(Server(unit))):
            return
        server = servers[0]
        try:
            for test in FUNCTIONS:
                self.check(test.__name__, test, server)
            self.check("killed it leaves nothing", killed_it_leaves_nothing, unit, server)
        finally:
            server.close()
        self.check("stopped it leaves nothing", stopped_it_leaves_nothing, unit)


GOOD = {
    "usable": True, "cgroup": "V2", "memory_limit": True, "cpu_limit": True, "pids_limit": True, "freezer": "Cgroup",
    "seccomp": True, "landlock_abi": 2, "tunnel": True,
}  # fmt: skip
# The kernel is of before Linux 6.2.
AS_ROOT = GOOD | {"privilege": "Root", "disk_tmp": True, "missing": ["landlock"]}
AS_USER = GOOD | {"privilege": "Rootless", "disk_tmp": False, "missing": ["root", "landlock", "/tmp on disk"]}
NOT_DELEGATED = AS_USER | {
    "cgroup": "None", "memory_limit": False, "cpu_limit": False, "pids_limit": False, "freezer": "Signals",
    "missing": ["root", "memory limit", "CPU limit", "process limit", "freezer", "landlock", "/tmp on disk"],
}  # fmt: skip


def as_root():
    world = World("root")
    unit = Unit("system.slice/tenfold.service", 0)
    world.check("doctor", doctor, unit, AS_ROOT)
    session = Unit("user.slice/user-0.slice/session-1.scope", 0)
    world.check("doctor in a session", doctor, session, AS_ROOT, among_others=True)
    world.limits(unit)
    world.check("demo", demo, unit)
    world.sandbox(Unit("system.slice/tests.service", 0), "root::")


def as_user():
    world = World("user")
    manager = "user.slice/user-1000.slice/user@1000.service"
    for part in ("", "/app.slice"):
        Unit(manager + part, USER)
    unit = Unit(f"{manager}/app.slice/tenfold.service", USER)
    world.check("doctor", doctor, unit, AS_USER)
    # A terminal's group, which its shell is in too, below one that has no processes and is the user's.
    terminal = Unit(f"{manager}/app.slice/terminal.scope", USER)
    world.check("doctor in a terminal", doctor, terminal, AS_USER, among_others=True)
    session = Unit("user.slice/user-1000.slice/session-2.scope", USER, delegated=False)
    world.check("doctor without delegation", doctor, session, NOT_DELEGATED)
    world.limits(unit)
    world.check("demo", demo, unit)
    world.sandbox(Unit(f"{manager}/app.slice/tests.service", USER))


def guarded(world):
    try:
        world()
    except BaseException as error:
        say(f"test {world.__name__} ... FAILED ({error!r})")
        raise


def main():
    say(f"guest: up, Linux {os.uname().release}, after {Path('/proc/uptime').read_text().split()[0]} s")
    worlds = [threading.Thread(target=functools.partial(guarded, world)) for world in (as_root, as_user)]
    for world in worlds:
        world.start()
    for world in worlds:
        world.join()
    say(f"guest: done after {Path('/proc/uptime').read_text().split()[0]} s")


if __name__ == "__main__":
    sys.exit(main())
