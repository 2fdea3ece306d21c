"""Where functions can connect to. The server runs in a network namespace that this makes, from which nothing leads beyond the hosts in
there: see `harness/outside.py`."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import outside, packages
from harness.clients import client
from harness.functions import SOON, create, invoke, name_of, updated
from harness.server import IS_ROOT, NOBODY
from harness.wait import until
from harness.outside import METADATA, OWN, OWN_TOO, OWN_V6, PORT, PRIVATE, PRIVATE_V6, PUBLIC, PUBLIC_V6

pytestmark = pytest.mark.skipif(not IS_ROOT, reason="only root makes network namespaces")

HANDLER = """
import errno, socket
from concurrent.futures import ThreadPoolExecutor

def tcp(address, port, text=b"hello\\n"):
    with socket.create_connection((address, port), timeout=3) as s:
        s.sendall(text)
        return s.makefile("rb").read().decode()

def udp(address, port, text=b"hello\\n"):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as s:
        s.settimeout(1.5)
        s.sendto(text, (address, port))
        return s.recv(2000).decode()

def tried(what, *arguments):
    try:
        return what(*arguments)
    except TimeoutError:
        return "ETIMEDOUT"
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))

def handler(event, context):
    found = {}
    tries = [("tcp " + name, tcp, address, port) for name, address, port in event.get("tcp", [])]
    tries += [("udp " + name, udp, address, port) for name, address, port in event.get("udp", [])]
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda one: tried(*one[1:]), tries))
    found |= {one[0]: answer for one, answer in zip(tries, answers)}
    if "name" in event:
        found["name"] = tried(lambda: socket.getaddrinfo(event["name"], 80, socket.AF_INET)[0][4][0])
    if "whole" in event:
        with socket.create_connection((event["whole"], event["port"]), timeout=20) as s:
            s.sendall(b"whole\\n")
            for _ in range(64):
                s.sendall(b"y" * 65536)
            s.shutdown(socket.SHUT_WR)
            found["sent"] = s.makefile("rb").read().decode()
        with socket.create_connection((event["whole"], event["port"]), timeout=20) as s:
            s.sendall(b"much 64\\n")
            found["received"] = len(s.makefile("rb").read())
    if "many" in event:
        open_ones, refused = [], 0
        for _ in range(event["many"]):
            s = socket.socket()
            s.settimeout(3)
            try:
                s.connect((event["address"], event["port"]))
                open_ones.append(s)
            except OSError:
                refused += 1
        found["many"] = [len(open_ones), refused]
        for s in open_ones:
            s.close()
    found["interfaces"] = [name for _, name in socket.if_nameindex()]
    return found
"""
HOSTS = [
    ("public", PUBLIC), ("public 6", PUBLIC_V6), ("private", PRIVATE), ("private 6", PRIVATE_V6), ("metadata", METADATA),
    ("own", OWN), ("own 6", OWN_V6), ("own too", OWN_TOO), ("mapped", f"::ffff:{PRIVATE}"), ("mapped metadata", f"::ffff:{METADATA}"),
    ("gateway", "198.18.0.1"),
]
EVENT = {
    "tcp": [(name, address, PORT) for name, address in HOSTS] + [("nobody listens", PUBLIC, 1), ("loopback", "127.0.0.1", PORT)],
    "udp": [(name, address, PORT) for name, address in HOSTS],
    "name": "anything.example",
}


@pytest.fixture(scope="module")
def inside():
    """The namespaces."""
    made = outside.Outside()
    yield made
    made.close()


class Inside:
    """Servers in the namespace."""

    def __init__(self, inside, own_server, tmp_path):
        self.inside, self.own_server, self.tmp_path = inside, own_server, tmp_path

    def start(self, *arguments, user=None, device=0o666):
        """With a resolver that is in here; and the device of interfaces as most machines have it, open to everybody."""
        resolv, tun = self.tmp_path / "resolv.conf", self.tmp_path / "tun"
        resolv.write_text(f"nameserver {PRIVATE}\n")
        if not tun.exists():
            os.mknod(tun, stat.S_IFCHR | 0o600, os.makedev(10, 200))
        tun.chmod(device)
        server = self.own_server(*arguments, user=user)
        # The default, which is safe in here.
        server.egress = None
        mount = 'mount --bind "$1" /etc/resolv.conf && mount --bind "$2" /dev/net/tun && shift 2 && exec "$@"'
        server.prefix = ["unshare", "--mount", "sh", "-c", mount, "sh", str(resolv), str(tun)]
        return server.start()


@pytest.fixture
def servers(inside, own_server, tmp_path):
    """Makes them, and lets the test talk to them."""
    with inside.entered():
        yield Inside(inside, own_server, tmp_path)


def deployed(lam, what, policy=None, **more):
    """A function of that policy."""
    name = name_of(what)
    variables = {} if policy is None else {"TENFOLD_EGRESS": policy}
    create(lam, name, packages.zipped({"fn.py": HANDLER}), handler="fn.handler", Environment={"Variables": variables}, MemorySize=512, **more)
    return name


REACHED = {
    "none": set(),
    "public": {"tcp public", "tcp public 6", "udp public", "udp public 6"},
    f"{PRIVATE}/32:{PORT}/tcp": {"tcp private", "tcp mapped"},
    f"public,10.77.0.0/24:{PORT},[fd77::/64]:{PORT}/udp": {
        "tcp public", "tcp public 6", "udp public", "udp public 6", "tcp private", "tcp mapped", "udp private", "udp mapped", "udp private 6",
    },
    f"{METADATA},{OWN}": {"tcp metadata", "udp metadata", "tcp mapped metadata", "udp mapped metadata", "tcp own", "udp own"},
}


def check(found, policy, transports=("tcp", "udp")):
    """What was reached is what the policy says, and each was who it should be."""
    reached = {key for key, value in found.items() if key[:3] in ("tcp", "udp") and value.endswith("hello\n")}
    assert reached == {key for key in REACHED[policy] if key[:3] in transports}, (policy, found)
    who = {"public": "public", "private": "private", "mapped": "private", "metadata": "metadata", "own": "self"}
    for key in reached:
        kind = "metadata" if "metadata" in key else key.split()[1]
        assert found[key] == f"{who[kind]} hello\n", (key, found[key])
    refused = {found[key] for key in found if key.startswith("tcp") and key not in reached and key != "tcp loopback"}
    assert refused <= ({"ENETUNREACH"} if policy == "none" else {"ECONNREFUSED"}), found
    assert found["tcp loopback"] == "ECONNREFUSED"
    assert found["interfaces"] == (["lo"] if policy == "none" else ["lo", "eth0"])
    assert (found["name"] == PUBLIC) == (policy != "none"), found["name"]


@pytest.mark.parametrize("start", ["cold", "ready", "snapstart", "user"])
def test_each_policy_on_each_way_of_starting(servers, start):
    arguments = ["--ready-sandboxes", "0", "--no-prestart"] if start == "cold" else []
    arguments += ["--egress-max", "public,0.0.0.0/0,::/0", "--runtime-substitution", "nearest"]
    server = servers.start(*arguments, user=NOBODY if start == "user" else None)
    lam = client(server, max_pool_connections=8)

    def one(policy):
        snapstart = {"SnapStart": {"ApplyOn": "PublishedVersions"}, "Publish": True, "runtime": "python3.12"}
        more = snapstart if start == "snapstart" else {}
        name = deployed(lam, "egress", policy, **more)
        settings = {"Qualifier": "1"} if start == "snapstart" else {}
        if start == "snapstart":
            lam.get_waiter("published_version_active").wait(FunctionName=name, Qualifier="1", WaiterConfig=SOON)
        check(invoke(lam, name, EVENT, **settings).payload, policy)
        # Once more, after it was frozen; what is lost without a word is waited for only once.
        check(invoke(lam, name, EVENT | {"udp": []}, **settings).payload, policy, ("tcp",))

    with ThreadPoolExecutor(len(REACHED)) as pool:
        for done in [pool.submit(servers.inside.within, one, policy) for policy in REACHED]:
            done.result()
    server.stop()


def test_the_default_is_public_and_a_function_may_only_say_less(servers):
    server = servers.start()
    lam = client(server)
    name = deployed(lam, "default")
    check(invoke(lam, name, EVENT).payload, "public")
    lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"TENFOLD_EGRESS": "none"}})
    updated(lam, name)
    check(invoke(lam, name, EVENT).payload, "none")
    for wrong, says in [("10.0.0.0/8", "wider than"), ("0.0.0.0/0", "wider than"), ("the internet", "neither")]:
        with pytest.raises(lam.exceptions.InvalidParameterValueException) as refused:
            lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"TENFOLD_EGRESS": wrong}})
        assert says in str(refused.value)
    server.stop()

    server.start("--egress", "none")
    lam = client(server)
    check(invoke(lam, deployed(lam, "nowhere"), EVENT).payload, "none")
    server.stop()


def test_where_there_is_no_device(servers):
    server = servers.start(user=NOBODY, device=0o600)
    assert "functions can connect nowhere" in server.stderr()
    lam = client(server)
    check(invoke(lam, deployed(lam, "nowhere"), EVENT).payload, "none")
    with pytest.raises(lam.exceptions.InvalidParameterValueException, match="wider than"):
        deployed(lam, "public", "public")
    server.stop()
    with pytest.raises(AssertionError, match="/dev/net/tun cannot be opened"):
        server.start("--egress", "public")


def test_much_and_many(servers):
    server = servers.start()
    lam = client(server)
    name = deployed(lam, "much", Timeout=60)
    found = invoke(lam, name, {"whole": PUBLIC, "port": PORT}).payload
    assert (found["sent"], found["received"]) == (str(64 * 65536), 64 * 65536)
    opened, refused = invoke(lam, name, {"many": 300, "address": PUBLIC, "port": PORT}).payload["many"]
    assert 200 <= opened <= 256 and opened + refused == 300
    # All of them are given back, soon.
    until(lambda: invoke(lam, name, {"many": 200, "address": PUBLIC, "port": PORT}).payload["many"] == [200, 0], 30, "connections again")
    server.stop()
