"""What a function sees is the same, whether its process was started with its environment or told it later.

Variables that act on the start of a process decide: functions with one of them are started with their environment. `LD_`
ones are among these, and the loader does not know this one.
"""

import platform

import pytest

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.wait import until

AT_START = "LD_NOTHING_KNOWN"
# As many bytes as the one above.
LATER = "XX_NOTHING_KNOWN"
# What of the standard library may be loaded already, because its process had the time: `json` and what that loads.
AHEAD = {
    "json", "json.decoder", "json.encoder", "json.scanner", "_json", "re", "re._casefix", "re._compiler", "re._constants",
    "re._parser", "_sre", "copyreg", "enum", "functools", "_functools", "collections", "_collections", "itertools", "keyword",
    "operator", "_operator", "reprlib", "types", "builtins",
}  # fmt: skip
# What two functions never share.
OWN = {
    "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "_X_AMZN_TRACE_ID", AT_START, LATER,
}  # fmt: skip

PYTHON = """
import sys
modules = sorted(sys.modules)
import os
environ = list(os.environ.items())
descriptors = sorted(os.listdir("/proc/self/fd"), key=int)
links = {fd: os.readlink("/proc/self/fd/" + fd).split(":")[0] for fd in descriptors[:-1]}
import ctypes, datetime, json, locale, logging, random, subprocess, time, uuid, warnings
libc = ctypes.CDLL(None, use_errno=True)
libc.getenv.restype = ctypes.c_char_p

def lines(path):
    with open(path) as file:
        return file.read().splitlines()

def refused(number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(number, *arguments)
    return ctypes.get_errno()

def opened(path, mode):
    try:
        open(path, mode).close()
    except OSError as error:
        return error.errno

def walls():
    told = ("Uid", "Gid", "Groups", "Cap", "NoNewPrivs", "Seccomp", "Sig", "Threads", "TracerPid", "Cpus_allowed")
    return {
        "status": [line for line in lines("/proc/self/status") if line.startswith(told)],
        "limits": lines("/proc/self/limits"), "cgroup": lines("/proc/self/cgroup"),
        "mounts": [line.split()[4:6] for line in lines("/proc/self/mountinfo")],
        "processes": len([name for name in os.listdir("/proc") if name.isdigit()]),
        "parent": os.getppid(), "leads": os.getsid(0) == os.getpgrp() == os.getpid(),
        "opened": [opened("/proc/1/mem", "rb"), opened("/var/task/new", "w"), opened("/usr/new", "w"), opened("/tmp/new", "w")],
        # ptrace, unshare, mount, perf_event_open, setuid, chroot, io_uring_setup; a signal to the first process.
        "refused": [refused(101, 16, 1, 0, 0), refused(272, 0x10000000), refused(165, 0, 0, 0, 0, 0), refused(298, 0),
                    refused(105, 0), refused(161, b"/tmp"), refused(425, 1, 0), refused(62, 1, 15)],
        # Memory of an image is told apart from others (ADR 12), and allows no more than they do.
        "memory": sorted({line.split()[-1] for line in lines("/proc/self/maps") if "[" in line}),
        "image": [line for line in lines("/proc/self/maps") if "memfd" in line and line.split()[1] not in ("rw-p", "r--p")],
    }

def handler(event, context):
    if event == "random":
        return [random.random(), uuid.uuid4().hex, os.urandom(8).hex()]
    with open("/proc/self/environ", "rb") as file:
        own = file.read()
    umask = os.umask(0)
    os.umask(umask)
    return {
        "modules": modules,
        "environ": environ,
        "own": [entry.split("=", 1) for entry in own.decode().rstrip(chr(0)).split(chr(0))],
        "size": len(own),
        "getenv": {name: (libc.getenv(name.encode()) or b"").decode() for name, _ in environ},
        "child": [line.split("=", 1) for line in subprocess.check_output(["env", "-0"]).decode().split(chr(0))[:-1]],
        "sh": subprocess.check_output("pwd; echo $MINE", shell=True).decode(),
        "links": links, "cwd": os.getcwd(), "umask": umask,
        "argv": sys.argv, "orig_argv": sys.orig_argv, "path": sys.path, "flags": repr(sys.flags),
        "executable": [sys.executable, sys.prefix, sys.base_prefix], "main": sorted(vars(sys.modules["__main__"])),
        "meta_path": [getattr(finder, "__name__", type(finder).__name__) for finder in sys.meta_path],
        "warnings": repr(warnings.filters), "encoding": [sys.getfilesystemencoding(), sys.stdout.encoding],
        "locale": [locale.setlocale(locale.LC_ALL, None), locale.getpreferredencoding()],
        "zone": [time.tzname, time.timezone, str(datetime.datetime.fromtimestamp(0))],
        "started": time.time() - logging._startTime < 60, "hash": hash("a"),
        "walls": walls(),
        "site": [__import__("site").USER_SITE, __import__("site").USER_BASE],
    }
"""
NODE = """
const fs = require('fs');
const { execFileSync, execSync } = require('child_process');
const environ = Object.entries(process.env);
exports.handler = async (event) => {
    if (event === 'random') {
        return [Math.random(), require('crypto').randomUUID(), require('crypto').randomBytes(8).toString('hex')];
    }
    const links = {};
    for (const fd of fs.readdirSync('/proc/self/fd')) {
        try {
            links[fd] = fs.readlinkSync(`/proc/self/fd/${fd}`).split(':')[0];
        } catch {}
    }
    const own = fs.readFileSync('/proc/self/environ', 'utf8');
    const split = (entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)];
    return {
        environ,
        own: own.replace(/\\0+$/, '').split('\\0').map(split),
        size: own.length,
        child: execFileSync('env', ['-0'], { encoding: 'utf8' }).split('\\0').slice(0, -1).map(split),
        sh: execSync('pwd; echo $MINE', { encoding: 'utf8' }),
        links, cwd: process.cwd(), umask: process.umask(),
        argv: process.argv, execArgv: process.execArgv, path: process.execPath, title: process.title,
        main: [typeof require.main, typeof process.mainModule], paths: require('module').globalPaths, own_paths: module.paths,
        resolved: require.resolve.paths('x'), globals: Object.getOwnPropertyNames(globalThis).sort(),
        cached: Object.keys(require.cache).sort(), process: Object.keys(process).sort(), uptime: process.uptime.name,
        zone: [new Date(0).toString(), Intl.DateTimeFormat().resolvedOptions().timeZone],
        locale: Intl.DateTimeFormat().resolvedOptions().locale,
        started: process.uptime() < 60, features: process.features, config: process.config.variables.napi_build_version,
    };
};
"""
LANGUAGES = {
    "python": (packages.PYTHON, {"probe.py": PYTHON}),
    "nodejs": (packages.NODE, {"probe.js": NODE}),
}
VARIABLES = {
    "plain": {"MINE": "a"},
    "odd": {"MINE": "a=b 'c' \\ \"d\" é 漢 😀\ttab\nline", "EMPTY": "", "ZED": "z" * 3000},
    "zone": {"MINE": "a", "TZ": "Asia/Tokyo", "HOME": "/tmp", "PATH": "/var/task/bin:/usr/bin:/bin"},
}


def look(lam, language, variables, marker):
    runtime, files = LANGUAGES[language]
    environment = {"Variables": variables | {marker: "1"}}
    with deployed(lam, packages.zipped(files), runtime=runtime, handler="probe.handler", Environment=environment) as name:
        answer = invoke(lam, name, {})
        assert answer.error is None, answer.payload
        return answer.payload


def shared(seen):
    """Without what two functions never share. Node.js opens descriptors of its own when it starts: their numbers differ."""
    left = {key: value for key, value in seen.items() if key not in ("size", "getenv", "links", "hash")}
    left["links"] = sorted(seen["links"].values())
    left["modules"] = [name for name in seen.get("modules", []) if name not in AHEAD]
    for key in ("environ", "own", "child"):
        left[key] = [entry for entry in seen[key] if entry[0] not in OWN]
    return left


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variables", VARIABLES)
def test_told_later_is_as_started_with(server, language, variables):
    lam = client(server)
    later, at_start = (look(lam, language, VARIABLES[variables], marker) for marker in (LATER, AT_START))
    assert later["size"] > 8192 > at_start["size"], "both were started the same way"
    assert shared(later) == shared(at_start)
    for seen in (later, at_start):
        own = dict(seen["own"])
        for name, value in VARIABLES[variables].items():
            assert own[name] == dict(seen["environ"])[name] == dict(seen["child"])[name] == value
        if "getenv" in seen:
            assert seen["getenv"] == dict(seen["environ"])
        assert not [name for name in own if name.startswith("_TENFOLD")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_environment_has_randomness_of_its_own(server, language):
    lam = client(server)
    runtime, files = LANGUAGES[language]
    drawn = []
    for _ in range(3):
        with deployed(lam, packages.zipped(files), runtime=runtime, handler="probe.handler") as name:
            drawn.append(invoke(lam, name, "random").payload)
    for values in zip(*drawn):
        assert len(set(values)) == len(values), drawn


def copies(lam, variables):
    """What two functions see whose interpreters are copies of one: only such hash strings the same way."""
    seen = [look(lam, "python", variables, LATER)]

    def two():
        seen.append(look(lam, "python", variables, LATER))
        return seen[-1]["hash"] == seen[-2]["hash"]

    until(two, 60, "an interpreter that is a copy")
    return seen[-2:]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="there are no copies elsewhere")
@pytest.mark.parametrize("variables", VARIABLES)
def test_copied_is_as_started(any_server, variables):
    lam = client(any_server)
    at_start = look(lam, "python", VARIABLES[variables], AT_START)
    for copy in copies(lam, VARIABLES[variables]):
        assert shared(copy) == shared(at_start)
        assert copy["size"] > 8192
        assert copy["getenv"] == dict(copy["environ"])
        assert copy["hash"] != at_start["hash"]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="there are no copies elsewhere")
def test_copies_have_randomness_of_their_own(server):
    lam = client(server)
    copies(lam, {})
    drawn = []
    for _ in range(4):
        runtime, files = LANGUAGES["python"]
        with deployed(lam, packages.zipped(files), runtime=runtime, handler="probe.handler") as name:
            drawn.append(invoke(lam, name, "random").payload)
    for values in zip(*drawn):
        assert len(set(values)) == len(values), drawn


@pytest.mark.parametrize("flag", ["--no-snapshots", "--no-prestart"])
def test_there_need_be_no_copies(own_server, flag):
    server = own_server(flag)
    server.start()
    lam = client(server)
    hashes = [look(lam, "python", {}, LATER)["hash"] for _ in range(6)]
    assert len(set(hashes)) == len(hashes)
