"""What a function sees and may do, on a server of root's and on one of an unprivileged user's."""

import errno
import socket
import threading
from urllib.parse import urlsplit

import pytest

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.server import REPOSITORY

HIDDEN = ["/home", "/root", "/work", "/boot", "/srv", "/var/log", "/var/lib/dpkg", "/etc/shadow", "/etc/ssh", "/sys/class",
          "/dev/sda", "/dev/vda", "/dev/kmsg", "/dev/mem", "/proc/1/root/etc/shadow", "/run/systemd", "/var/run/docker.sock"]  # fmt: skip


@pytest.fixture(scope="module")
def function(any_server):
    """The toolbox function on each kind of server."""
    lam = client(any_server)
    name = name_of("inside")
    create(lam, name, packages.toolbox(), Timeout=60)
    return any_server, lam, name


@pytest.fixture(scope="module")
def seen(function):
    """What the function sees."""
    server, lam, name = function
    paths = HIDDEN + [str(server.directory), str(server.data), str(REPOSITORY)]
    answer = invoke(lam, name, {"do": "look", "paths": paths})
    assert answer.error is None, answer.payload
    return answer.payload


def test_an_unprivileged_user_and_group(seen):
    assert seen["uid"] == 993 and seen["gid"] == 990
    assert seen["uid_map"][1] != "0" or seen["uid_map"][2] != "4294967295"


def test_no_capabilities_no_new_privileges_seccomp(seen):
    assert int(seen["capabilities"], 16) == 0 and int(seen["bounding"], 16) == 0
    assert seen["no_new_privileges"] == "1" and seen["seccomp"] == "2"


def test_nothing_of_the_host_but_interpreters(seen, function):
    server, _, _ = function
    visible = [path for path, there in seen["exists"].items() if there]
    assert visible == []
    assert not [mount for mount in seen["mounts"] if str(server.directory) in mount]


def test_its_own_processes_only(seen):
    assert 1 <= len(seen["pids"]) <= 4 and max(seen["pids"]) < 100


def test_loopback_is_the_only_network(seen):
    assert seen["interfaces"] == ["lo"]


def test_where_it_stands(seen):
    assert seen["cwd"] == "/var/task" and seen["tmp_mode"] == "0o1777"
    assert not set(seen["root"]) & {"home", "root", "srv", "boot", "work", "media"}
    for name in ("AWS_LAMBDA_FUNCTION_NAME", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "LAMBDA_TASK_ROOT", "_HANDLER"):
        assert name in seen["variables"]
    assert not [name for name in seen["variables"] if name.startswith(("TENFOLD", "CARGO", "SUDO"))]


def test_what_must_not_work(function):
    server, lam, name = function
    url = urlsplit(server.url)
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=lambda: accept(listener), daemon=True).start()
    addresses = [[url.hostname, url.port], ["127.0.0.1", listener.getsockname()[1]], ["192.0.2.1", 80], ["169.254.169.254", 80]]
    answer = invoke(lam, name, {"do": "attempt", "addresses": addresses})
    listener.close()
    assert answer.error is None, answer.payload
    worked = [what for what, error in answer.payload.items() if error == 0]
    assert worked == []
    assert answer.payload["write /var/task/x"] in (errno.EROFS, errno.EACCES)
    for call in ("mount", "umount", "unshare", "chroot", "bpf", "keyctl", "io_uring", "reboot"):
        assert answer.payload[call] in (errno.EPERM, errno.ENOSYS), call


def accept(listener):
    try:
        while True:
            listener.accept()[0].close()
    except OSError:
        pass


def test_two_functions_do_not_see_each_other(function):
    _, lam, name = function
    other = name_of("other")
    create(lam, other, packages.toolbox())
    word = "a-word-of-the-first"
    invoke(lam, name, {"do": "keep", "word": word})
    assert invoke(lam, other, {"do": "keep", "word": "x"}).payload is None
    lam.delete_function(FunctionName=other)
