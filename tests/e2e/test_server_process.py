"""What the server's own process may do, and who may read what it writes."""

import os
import stat

import pytest

from harness.clients import client
from harness.functions import deployed, invoke
from harness import packages
from harness.server import IS_ROOT

NET_BIND_SERVICE = 1 << 10


def status(pid, thread):
    text = open(f"/proc/{pid}/task/{thread}/status").read()
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


@pytest.mark.skipif(not IS_ROOT, reason="only a server of root has rights to give up")
def test_no_thread_of_the_server_keeps_what_only_the_keeper_needs(server):
    pid = server.process.pid
    threads = os.listdir(f"/proc/{pid}/task")
    assert len(threads) > 1
    for thread in threads:
        fields = status(pid, thread)
        for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
            assert int(fields[name], 16) & ~NET_BIND_SERVICE == 0, (thread, name, fields[name])
        assert fields["NoNewPrivs"] == "1"
        assert fields["Seccomp"] == "2", "it is walled in"


def test_nobody_else_reads_the_data_of_a_directory_that_was_there(own_server):
    server = own_server()
    server.data.mkdir()
    server.data.chmod(0o755)
    server.start()
    lam = client(server)
    with deployed(lam, packages.toolbox(), Environment={"Variables": {"SECRET_WORD": "only-mine"}}) as name:
        assert invoke(lam, name).error is None
        assert stat.S_IMODE(server.data.stat().st_mode) & 0o077 == 0
        private = [*server.data.glob("*.db*"), server.data / "credentials", server.data / "master.key"]
        assert len(private) >= 4
        for path in private:
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name
    server.stop()
