"""Cold starts look the same from inside, whatever was ready for them: nothing, a sandbox, or an interpreter in it,
started or copied."""

import pytest

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.server import IS_ROOT, NOBODY

WAYS = {
    "all": [],
    "no copies": ["--no-snapshots"],
    "no interpreters": ["--no-prestart"],
    "no sandboxes": ["--ready-sandboxes", "0"],
    "nothing": ["--ready-sandboxes", "0", "--no-prestart"],
}


def seen(server):
    """What functions see that nobody has seen before: several, so that some find what is ready and some may not."""
    lam = client(server)
    found = []
    for _ in range(3):
        with deployed(lam, packages.toolbox(), Timeout=60) as name:
            answer = invoke(lam, name, {"do": "look", "paths": ["/home", "/root", "/etc/shadow", str(server.data)]})
            assert answer.error is None, answer.payload
            found.append(answer.payload)
    return found


@pytest.mark.parametrize("user", ["root", "unprivileged"])
def test_every_way_looks_the_same(own_server, user):
    if user == "root" and not IS_ROOT:
        pytest.skip("not root: only the unprivileged server can be tested")
    looks = {}
    for way, arguments in WAYS.items():
        server = own_server(*arguments, user=NOBODY if IS_ROOT and user == "unprivileged" else None).start()
        for look in seen(server):
            assert not any(look["exists"].values()), look["exists"]
            assert int(look["capabilities"], 16) == 0 and int(look["bounding"], 16) == 0
            assert look["no_new_privileges"] == "1" and look["seccomp"] == "2"
            assert look["cwd"] == "/var/task" and look["interfaces"] == ["lo"]
            assert 1 <= len(look["pids"]) <= 2 and max(look["pids"]) < 20
            looks.setdefault(way, []).append({key: look[key] for key in ("uid", "gid", "root", "variables", "tmp_mode")})
        server.stop()
    first = looks["nothing"][0]
    for way, all_looks in looks.items():
        for look in all_looks:
            assert look == first, way
