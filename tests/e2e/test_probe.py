"""What functions see inside, in every language, against `snapshots/`: each difference from AWS is in COMPATIBILITY.md."""

import re
import time

import pytest

from harness import snapshots
from harness.clients import client
from harness.functions import deployed, invoke
from harness.packages import FUNCTIONS, NODE, has_curl, zipped

# Links into /usr on most systems, directories or not there at all on others.
OF_THE_MACHINE = {"bin", "lib", "lib32", "lib64", "libx32"}


def package(name):
    return zipped({name: (FUNCTIONS / "probe" / name).read_text()})


def taken(seen, *path):
    """Takes out what no snapshot can say."""
    for key in path[:-1]:
        seen = seen[key]
    return seen.pop(path[-1])


def test_python(any_server):
    lam = client(any_server)
    with deployed(lam, package("probe.py"), handler="probe.handler", MemorySize=512, Timeout=7) as name:
        first = invoke(lam, name).payload
        again = invoke(lam, name).payload
        assert abs(taken(first, "clock", "time") - time.time()) < 30
        assert 5_000 < taken(first, "remaining") <= 7_000
        # With a little for the file system's own books.
        assert 500 << 20 < taken(first, "tmp", "bytes") < 550 << 20
        assert taken(first, "cpus", "usable") == taken(first, "cpus", "count") >= 1
        assert taken(first, "limits", "sigpending")[0] > 0
        first["root"] = [entry for entry in first["root"] if entry not in OF_THE_MACHINE]
        snapshots.matches("probe-python", first, function=name)
        # The second time only the invocation differs.
        traces = [seen["variables"]["_X_AMZN_TRACE_ID"] for seen in (first, again)]
        ids = [seen["context"]["aws_request_id"] for seen in (first, again)]
        assert len(set(traces)) == 2 and len(set(ids)) == 2
        assert (again["count"], again["tmp"]["kept"]) == (2, True)
        for part in ("user", "process", "modes", "in /dev", "/etc"):
            assert again[part] == first[part], part


def test_node(lam):
    with deployed(lam, package("index.js"), runtime=NODE, handler="index.handler", MemorySize=512, Timeout=7) as name:
        first = invoke(lam, name).payload
        again = invoke(lam, name).payload
        assert 5_000 < taken(first, "remaining") <= 7_000
        snapshots.matches("probe-node", first, function=name)
        assert first["variables"]["_X_AMZN_TRACE_ID"] != again["variables"]["_X_AMZN_TRACE_ID"]
        assert (again["count"], again["tmp"]["kept"]) == (2, True)


SECRETS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")


def sections(text):
    """Name → lines of what the bootstrap reports."""
    parts = re.split(r"^\[(\w+)\]\n", text, flags=re.M)
    return {name: lines.splitlines() for name, lines in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.skipif(not has_curl(), reason="this machine has no bash and curl")
def test_custom_runtime(lam):
    with deployed(lam, package("bootstrap"), runtime="provided.al2023", handler="any.thing", MemorySize=512) as name:
        answer = invoke(lam, name, {"a": [1, "ä"]})
        assert answer.error is None
        seen = sections(answer.raw.decode())
        variables = dict(line.split("=", 1) for line in seen["variables"])
        del variables["_"]  # bash's own
        seen["variables"] = {n: "<masked>" if n in SECRETS else value for n, value in variables.items()}
        # Name, soft and hard limit; how many signals may wait depends on the machine's memory.
        rows = [re.match(r"(.{25}) (\S+) +(\S+)", line) for line in seen["limits"][1:]]
        seen["limits"] = {row[1].strip(): [row[2], row[3]] for row in rows if "signals" not in row[1]}
        status, *headers = filter(None, seen["next"])
        headers = dict(header.split(": ", 1) for header in headers)
        assert 0 < int(headers.pop("lambda-runtime-deadline-ms")) / 1000 - time.time() <= 30
        seen["next"] = [status, dict(sorted(headers.items()))]
        snapshots.matches("probe-provided", seen, function=name)
