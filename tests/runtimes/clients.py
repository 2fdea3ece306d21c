"""Runs one case of the table on one client, and returns what could be seen of it."""

import json
import os
import signal
import struct
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from runtime_api import Event, Request, RuntimeApi

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNTIMES = ROOT / "runtimes"
NODE_MODULES = ROOT / ".deps" / "node" / "node_modules"
# A client that neither ends nor asks for the next event within this many seconds hangs.
PATIENCE = 60
# Variables that act on the start of an interpreter, and how many bytes of room are left for all the others.
AT_START = ("PATH", "LANG", "TZ", "PYTHON", "NODE_", "AWS_LAMBDA_RUNTIME_API")
ROOM = 8192


@dataclass
class Case:
    """One line of the table: a handler, the events it gets, and the environment that matters to it."""

    name: str
    handler: str
    events: List[Event] = field(default_factory=lambda: [Event()])
    env: Dict[str, str] = field(default_factory=dict)
    # Give the client a telemetry descriptor, and read frames from it.
    frames: bool = False
    # The client ends by itself after the last event.
    ends_by_itself: bool = False
    # Both clients end without a word to the Runtime API or standard output.
    silent: bool = False
    # Compare standard error as well as standard output.
    stderr: bool = False
    # The status with which results are answered.
    result_status: int = 202
    # Responses are answered with the next event.
    knows_then: bool = False
    # Only the classic (up to nodejs22.x) or the modern (from nodejs24.x) generation of the Node.js client.
    only: Optional[str] = None


@dataclass
class Seen:
    """What a client did with a case."""

    requests: List[Request]
    stdout: str
    stderr: str
    # (frame type, text) in order.
    frames: List[Tuple[int, str]]
    # The exit status, or None if it was still serving when all events were done.
    status: Optional[int]
    # Whether it asked for an event on one connection while the answer to the last was still under way on another.
    overtook: bool


def environment(case, task_root, address):
    env = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "LANG": "C.UTF-8",
        "TZ": ":UTC",
        "_HANDLER": case.handler,
        "LAMBDA_TASK_ROOT": str(task_root),
        "LAMBDA_RUNTIME_DIR": "/var/runtime",
        "AWS_LAMBDA_RUNTIME_API": address,
        "AWS_LAMBDA_FUNCTION_NAME": "fn",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/fn",
        "AWS_LAMBDA_LOG_STREAM_NAME": "2026/01/01/[$LATEST]0123456789abcdef",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    env.update(case.env)
    return env


def run(case, command, task_root, extra_env=()):
    """Runs `command` against a scripted Runtime API until the events are done or the process ends."""
    api = RuntimeApi(case.events, case.result_status, case.knows_then)
    env = dict(environment(case, task_root, api.address), **dict(extra_env))
    reader = writer = None
    if case.frames:
        reader, writer = os.pipe()
        env["_LAMBDA_TELEMETRY_LOG_FD"] = str(writer)
    process = start(
        command,
        env,
        cwd=task_root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=[writer] if case.frames else [],
    )
    frames = bytearray()
    collector = None
    if case.frames:
        os.close(writer)
        collector = threading.Thread(target=read_all, args=(reader, frames))
        collector.start()
    ender = threading.Thread(target=end_when_finished, args=(process, api))
    if not case.ends_by_itself:
        ender.start()
    try:
        stdout, stderr = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        stdout, stderr = process.communicate()
        raise AssertionError("%s hangs: %s\n%s" % (command, stdout.decode(), stderr.decode()))
    finally:
        if not case.ends_by_itself:
            ender.join()
        if collector:
            collector.join()
        api.close()
    status = None if api.finished.is_set() and process.returncode == -signal.SIGKILL else process.returncode
    texts = stdout.decode("utf-8", "replace"), stderr.decode("utf-8", "replace")
    return Seen(api.requests, *texts, parse_frames(bytes(frames)), status, api.overtook)


def start(command, env, ahead="", pass_fds=(), cwd=None, **more):
    """Starts a client. Ours is started as the worker does it: the environment comes late, as a message on a pipe."""
    if not command[-1].startswith(str(RUNTIMES)):
        return subprocess.Popen(command, env=env, pass_fds=pass_fds, cwd=cwd, **more)
    reader, writer = os.pipe()
    at_start = {name: value for name, value in env.items() if name.startswith(AT_START)}
    at_start.update(_TENFOLD_LATE_FD=str(reader), _TENFOLD_LATE_AHEAD=ahead, _TENFOLD_LATE_ROOM="0" * ROOM)
    process = subprocess.Popen(command, env=at_start, pass_fds=[*pass_fds, reader], cwd="/", **more)
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as message:
        json.dump({"environment": env}, message, ensure_ascii=False)
    return process


def end_when_finished(process, api):
    while process.poll() is None:
        if api.finished.wait(0.02):
            process.kill()
            return


def read_all(descriptor, into):
    with os.fdopen(descriptor, "rb") as stream:
        into.extend(stream.read())


def parse_frames(data):
    """Frames are type, length, microseconds, message; a torn one is an error."""
    frames = []
    while data:
        kind, size, micros = struct.unpack(">IIQ", data[:16])
        assert micros > 1_600_000_000_000_000, "not microseconds since the epoch: %d" % micros
        message = data[16 : 16 + size]
        assert len(message) == size, "a torn frame"
        frames.append((kind, message.decode()))
        data = data[16 + size :]
    return frames


def python_ours(interpreter=sys.executable):
    return [interpreter, str(RUNTIMES / "python" / "bootstrap.py")]


def python_official(case):
    return [sys.executable, "-m", "awslambdaric", case.handler]


def node_ours(interpreter="node"):
    return [interpreter, str(RUNTIMES / "nodejs" / "bootstrap.cjs")]


def node_official(generation):
    if generation == "classic":
        return ["node", str(HERE / "official-classic.mjs")]
    return ["node", str(NODE_MODULES / "aws-lambda-ric" / "index.mjs")]
