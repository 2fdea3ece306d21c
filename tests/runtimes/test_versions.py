"""Ours on every interpreter that this machine has, against the one that was compared with the official client.

A version that differs in the wording of its own messages or in its stacks still has to agree on everything else.
"""

import functools
import glob
import json
import os
import shutil
import subprocess
import sys

import pytest

import clients
import table_nodejs
import table_python

PYENV = os.path.expanduser("~/.pyenv/versions/3.%d.*/bin/python")
PYTHONS = {
    os.path.realpath(path)
    for minor in range(8, 15)
    for path in [shutil.which("python3.%d" % minor)] + glob.glob(PYENV % minor)
    if path and "shims" not in path
}
# More versions of Node.js may be named, separated by colons.
NODES = {os.path.realpath(path) for path in os.environ.get("TEST_NODES", "").split(":") if path}
PYTHON_NAMES = (
    "echo kind_of_event broken_json chunked_event closing_server large_result client_context raises_deep fails_once "
    "raises_json_logs exits_three exits_hard decimals not_numbers unicode_escaped a_set circular named_tuple odd_keys "
    "coroutine folder_slash no_module no_handler raises_at_import_frames prints levels_json_frames "
    "log_extra_json snapshot"
).split()
NODE_NAMES = (
    "echo counts chunked_event closing_server large_event large_result contextJson throws throwsText uncaught "
    "unhandledRejection nothing callback callbackNow noAnswer done module module_default package_of_modules common "
    "no_module no_handler levels_json lines_frames stream_writes stream_prelude stream_throwsMidway"
).split()
PYTHON_CASES = [case for case in table_python.TABLE if case.name in PYTHON_NAMES]
NODE_CASES = [case for case in table_nodejs.TABLE if case.name in NODE_NAMES]
assert len(PYTHON_CASES) == len(PYTHON_NAMES) and len(NODE_CASES) == len(NODE_NAMES)


@functools.lru_cache(maxsize=None)
def version_of(interpreter):
    return subprocess.run([interpreter, "--version"], capture_output=True, text=True).stdout.strip()


def run(language, name, interpreter):
    table = PYTHON_CASES if language == "python" else NODE_CASES
    case = next(case for case in table if case.name == name)
    command = clients.python_ours(interpreter) if language == "python" else clients.node_ours(interpreter)
    environment = {} if language == "python" else {"AWS_EXECUTION_ENV": "AWS_Lambda_nodejs20.x"}
    return clients.run(case, command, clients.HERE / language, environment)


# The reference for a case, run once for all interpreters.
reference = functools.lru_cache(maxsize=None)(run)


def runs(case, interpreter):
    language, own = ("nodejs", "node") if "node" in os.path.basename(interpreter) else ("python", sys.executable)
    return {
        "here": lambda: run(language, case.name, interpreter),
        "reference": lambda: reference(language, case.name, own),
    }


def gist(seen):
    """What no version may change: who was told what, of which kind, and how the process ended."""
    told = []
    for request in seen.requests:
        body = request.body
        if request.path.endswith("/error"):
            body = json.loads(body)["errorType"]
        told.append((request.method, request.path, request.headers.get("content-type"), body))
    kinds = [kind for kind, _ in seen.frames]
    return told, kinds, seen.status, seen.stdout.count("\n")


def others(interpreters, reference):
    own = version_of(reference)
    return sorted(path for path in interpreters if version_of(path) != own)


PAIRS = [(case, path) for path in others(PYTHONS, sys.executable) for case in PYTHON_CASES]
PAIRS += [(case, path) for path in others(NODES, "node") for case in NODE_CASES]


IDS = ["%s-%s" % (case.name, version_of(path).replace(" ", "")) for case, path in PAIRS]


@pytest.mark.parametrize("case,interpreter", PAIRS, ids=IDS)
def test_same_on_every_interpreter(case, interpreter, seen):
    assert seen["here"].requests or seen["here"].stdout, "did not start: " + seen["here"].stderr
    assert gist(seen["here"]) == gist(seen["reference"])
