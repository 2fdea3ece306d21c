"""Hostile functions on every way in which an environment can start, and the table of what became of their attempts."""

import json
import os
import re
import socket
import stat
import subprocess
import uuid
from contextlib import contextmanager, ExitStack
from pathlib import Path

from . import packages
from .clients import client
from .functions import SOON, create, invoke, name_of
from .leftovers import descendants
from .networks import HERE, HOSTS, Listener, Networks, Resolver
from .packages import FUNCTIONS, NODE
from .server import DEPS, IS_ROOT, REPOSITORY, Server
from .wait import until

BUILT = DEPS / "functions/attempts"
SOURCES = FUNCTIONS / "attempts"
# What switches every network but the loopback off for a server's functions, and what lets them out to the internet.
NO_EGRESS = ["--egress", "none"]
PUBLIC_EGRESS = ["--egress", "public"]
# What is there then, and nothing else: attempts that may win with just this to tell.
ARE_ALLOWED = {"interfaces": "lo eth0", "device of a socket": "bound"}
INTERNET = "internet"

# Outcomes by attempt and way, for the table: name → way → (outcome, held, detail).
TABLE = {}
# Exhaustions by what and way: (reached, by, ratio of the neighbour's medians).
EXHAUSTED = {}


def native():
    """The attempts without an interpreter."""
    return packages.zipped({"bootstrap": (BUILT / "bootstrap").read_bytes()})


def python():
    """The attempts in Python's own process."""
    files = {"attempts.py": (SOURCES / "attempts.py").read_text(), "libattempts.so": (BUILT / "libattempts.so").read_bytes()}
    return packages.zipped(files)


def node():
    """The attempts of Node.js and of a child of it."""
    files = {"index.js": (SOURCES / "index.js").read_text(), "attempts": (BUILT / "bootstrap").read_bytes()}
    return packages.zipped(files, modes={"attempts": 0o755})


LANGUAGES = {
    "native": (native, {"runtime": "provided.al2023", "handler": "any.thing"}),
    "python": (python, {"handler": "attempts.handler"}),
    "node": (node, {"runtime": NODE, "handler": "index.handler"}),
}


def masked(word):
    """As the attacker is told a word without ever having it."""
    return [byte | 0x80 for byte in word.encode()]


def _text(path):
    """What a file holds, or nothing where the kernel has it not."""
    try:
        return Path(path).read_text()
    except OSError:
        return ""


def _depth(pid):
    """How many trees of processes it is in, one in another."""
    found = re.search(r"^NSpid:(.*)$", _text(f"/proc/{pid}/status"), re.M)
    return len(found.group(1).split()) if found else 0


def is_our_own(pid):
    """Whether a process is in the host's tree of processes alone: the server, the keeper and its helper."""
    return _depth(pid) == _depth("self")


class Host:
    """What an attack must leave as it was, and what it would love to reach."""

    SYSCTLS = (
        "kernel/core_pattern kernel/core_pipe_limit kernel/modprobe kernel/hotplug kernel/poweroff_cmd kernel/sysrq kernel/hostname "
        "kernel/domainname kernel/randomize_va_space kernel/kptr_restrict kernel/dmesg_restrict kernel/panic kernel/pid_max "
        "kernel/threads-max kernel/unprivileged_bpf_disabled kernel/perf_event_paranoid fs/suid_dumpable fs/protected_symlinks "
        "fs/protected_hardlinks fs/file-max fs/inotify/max_user_instances vm/overcommit_memory vm/mmap_min_addr vm/drop_caches "
        "net/ipv4/ip_forward user/max_user_namespaces"
    ).split()  # fmt: skip

    def __init__(self, directory, inside):
        self.inside = inside
        # Readable to everybody: what keeps a function from it is not the mode.
        self.planted = Path(directory) / "planted"
        self.planted.write_text(f"planted {uuid.uuid4().hex}")
        self.planted.chmod(0o666)
        self.before = self.look()

    def look(self):
        """Everything that may not change; of mounts and loop devices those that other tests at the same time do not make."""
        about = self.planted.stat()
        sysctls = {name: _text(f"/proc/sys/{name}") for name in self.SYSCTLS}
        return {
            "planted": (self.planted.read_text(), about.st_mode, about.st_uid, about.st_mtime_ns),
            "sysctls": sysctls,
            "mounts": [line for line in Path("/proc/self/mountinfo").read_text().splitlines() if str(self.planted.parent) in line],
            "modules": {line.split()[0] for line in _text("/proc/modules").splitlines()},
            "swaps": _text("/proc/swaps"),
            "host name": socket.gethostname(),
            "interfaces": sorted(os.listdir("/sys/class/net")),
            "network of the server": self.inside(self.network),
        }

    @staticmethod
    def network():
        """Interfaces with their addresses, and routes: where the server is, nobody else changes them."""
        def ip(*arguments):
            return json.loads(subprocess.run(["ip", "-j", *arguments], check=True, capture_output=True, text=True).stdout)
        links = {
            link["ifname"]: sorted(each["local"] for each in link["addr_info"] if each["scope"] != "link") for link in ip("address")
        }
        return links, ip("-4", "route", "show", "table", "all")

    def is_as_before(self):
        """Of modules more may be there: the kernel loads them for others. Interfaces of the host that other tests make go again."""
        until(lambda: self.look()["interfaces"] == self.before["interfaces"], 10, f"no interface but {self.before['interfaces']}")
        after = self.look()
        assert self.before["modules"] <= after["modules"]
        for part in after.keys() - {"modules", "interfaces"}:
            assert after[part] == self.before[part], part


def prepared_for_internet(directory):
    """A command that runs another one where the device of interfaces is open to everybody, as most machines have it, and the resolver is the
    one of the private network."""
    device, resolvers = Path(directory) / "tun", Path(directory) / "resolv.conf"
    os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(10, 200))
    device.chmod(0o666)
    resolvers.write_text(f"nameserver {HOSTS['private network']}\n")
    mount = 'mount --bind "$1" /dev/net/tun && mount --bind "$2" /etc/resolv.conf && shift 2 && exec "$@"'
    return ["unshare", "--mount", "sh", "-c", mount, "sh", str(device), str(resolvers)]


def unix_sockets(processes):
    """Of these, as the kernel numbers them; and the names of those that have any."""
    numbers, names = set(), set()
    for pid in processes:
        try:
            links = [os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd")]
            lines = [line.split() for line in _text(f"/proc/{pid}/net/unix").splitlines()[1:]]
        except OSError:
            # Gone, or closed to an ordinary user.
            continue
        own = {int(link[8:-1]) for link in links if link.startswith("socket:[")}
        numbers |= own
        names |= {line[7] for line in lines if len(line) > 7 and int(line[6]) in own}
    return sorted(numbers), sorted(names)


class Battlefield:
    """A server in a network of its own, a neighbour with secrets, and what an attacker is told."""

    def __init__(self, stack, networks, arguments, user, egress):
        self.stack, self.networks, self.egress = stack, networks, egress
        prefix = []
        if networks:
            prefix = ["nsenter", f"--net=/run/netns/{networks.near}"]
        self.server = Server(*arguments, *egress, user=user, prefix=prefix)
        stack.callback(self.server.remove)
        if egress == PUBLIC_EGRESS:
            self.server.prefix += prepared_for_internet(self.server.directory)
            stack.callback(networks.inside(networks.far, lambda: Resolver(HOSTS["private network"])).close)
        self.host = Host(self.server.directory, self.inside)
        self.server.start()
        self.lam = self.inside(lambda: client(self.server, max_pool_connections=8, read_timeout=120))
        self.listeners = {}
        # Whom the neighbour connects to beside all else, where there is a way.
        self.targets = []
        self.inside(lambda: self._listen(stack))
        self.words = [uuid.uuid4().hex for _ in range(3)]
        self.facts = self.inside(self._neighbour)

    def inside(self, work):
        """Done where the server listens."""
        return self.networks.inside(self.networks.near, work) if self.networks else work()

    def _listen(self, stack):
        self.listeners["host's loopback"] = Listener("127.0.0.1")
        if self.networks:
            self.listeners["host's other address"] = Listener(HERE)
            for name, address in HOSTS.items():
                port = 80 if name == "metadata service" else 0
                self.listeners[name] = self.networks.inside(self.networks.far, lambda: Listener(address, port))  # noqa: B023
        for listener in self.listeners.values():
            stack.callback(listener.close)
            # Who is where the server is reaches every one of them: so could a function that got out.
            socket.create_connection((listener.address, listener.port), timeout=5).close()
            until(lambda: listener.heard, 5, "an answering listener")  # noqa: B023
            listener.heard.clear()
        self.abstract = socket.socket(socket.AF_UNIX)
        self.abstract_name = f"tenfold-e2e-{uuid.uuid4().hex[:8]}"
        self.abstract.bind(f"\0{self.abstract_name}")
        self.abstract.listen()
        stack.callback(self.abstract.close)

    def _neighbour(self):
        """Has secrets in its environment, its memory and its `/tmp`, and an invocation in flight."""
        self.neighbour = name_of("neighbour")
        variables = {"SECRET": self.words[0]}
        create(self.lam, self.neighbour, packages.toolbox(), Timeout=60, Environment={"Variables": variables})
        invoke(self.lam, self.neighbour, {"do": "keep", "word": self.words[1]})
        asked = self.lam.invoke(
            FunctionName=self.neighbour, InvocationType="Event", Payload=json.dumps({"do": "sleep", "seconds": 3, "n": self.words[2]})
        )
        url = self.server.url.removeprefix("http://").split(":")
        data = self.server.data
        # Small numbers are those of processes inside as well.
        every = descendants(self.server.process.pid)
        processes = [pid for pid in every if pid > 1000]
        # Of those that build sandboxes, and of no function.
        sockets, names = unix_sockets(pid for pid in every if is_our_own(pid))
        assert sockets or not IS_ROOT, "the server and the keeper talk by sockets"
        return {
            "do": "attempt",
            "paths": [str(path) for path in (self.host.planted, self.server.directory, data, REPOSITORY, *sorted(data.iterdir()))],
            "processes": processes,
            "addresses": [["server", url[0], int(url[1])]] + self.addresses(),
            "abstract_sockets": [self.abstract_name],
            "sockets": sockets,
            "socket_names": names,
            "secrets": [masked(word) for word in self.words],
            "host_name": socket.gethostname(),
            "neighbours_request": asked["ResponseMetadata"]["RequestId"],
            "listeners": 2,
        }

    def sink(self, count):
        """Ports of the internet's stand-in where the kernel takes what comes, as nobody reads it: connections up to `count`, and datagrams."""
        def make():
            stream = socket.create_server((HOSTS[INTERNET], 0), backlog=count)
            datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            datagrams.bind(stream.getsockname())
            self.stack.callback(stream.close)
            self.stack.callback(datagrams.close)
            return stream.getsockname()
        return list(self.networks.inside(self.networks.far, make))

    def addresses(self):
        """What no function may reach."""
        return [[n, x.address, x.port] for n, x in self.listeners.items() if n not in self.allowed()]

    def allowed(self):
        """Of those who listen, whom functions may reach."""
        return {INTERNET} if self.egress == PUBLIC_EGRESS else set()

    def deploy(self, language, **settings):
        """A hostile function in this language, with a whole processor so that it does not take long; its name."""
        package, more = LANGUAGES[language]
        name = name_of(f"hostile-{language}")
        self.inside(lambda: create(self.lam, name, package(), **({"Timeout": 60, "MemorySize": 1769} | more | settings)))
        return name

    def publish(self, name):
        """A version with a snapshot."""
        def work():
            version = self.lam.publish_version(FunctionName=name)["Version"]
            self.lam.get_waiter("published_version_active").wait(FunctionName=name, Qualifier=version, WaiterConfig=SOON)
            return version
        return self.inside(work)

    def ask(self, name, event, **more):
        """One invocation, which must be answered."""
        answer = self.inside(lambda: invoke(self.lam, name, event, **more))
        assert answer.error is None, answer.payload
        return answer.payload

    def try_to(self, name, event):
        """The same of an invocation that may end its environment: then that is the answer."""
        answer = self.inside(lambda: invoke(self.lam, name, event))
        if answer.error is None:
            return answer.payload
        return {"reached": 0, "by": answer.payload["errorType"], "held": True}

    def attack(self, way, name, **more):
        """All attempts of one function, into the table; those that nothing held."""
        answers = self.ask(name, self.facts, **more)
        assert len(answers) >= 80, answers
        allowed = ARE_ALLOWED if self.egress == PUBLIC_EGRESS else {}
        for answer in answers:
            answer["allowed"] = not answer["held"] and allowed.get(answer["name"]) == answer["detail"]
            TABLE.setdefault(answer["name"], {"does": answer["does"], "ways": {}})["ways"][way] = answer
        heard = {n: listener.heard for n, listener in self.listeners.items() if listener.heard and n not in self.allowed()}
        assert heard == {}
        lost = [a for a in answers if not a["held"] and not a["allowed"]]
        return [f"{a['name']}: {a['got']} {a['detail']} (expected {'/'.join(a['expects'])})" for a in lost]

    def ready(self, least=3):
        """Waits until sandboxes stand ready: their number no longer grows."""
        counts = []

        def steady():
            counts.append(len(descendants(self.server.process.pid)))
            return len(counts) > 15 and counts[-15:] == [counts[-1]] * 15 and counts[-1] >= least

        until(steady, 60, "sandboxes that stand ready")


@contextmanager
def battlefield(*arguments, user=None, egress=NO_EGRESS):
    """One, and afterwards the host is as it was."""
    with ExitStack() as stack:
        networks = stack.enter_context(Networks()) if IS_ROOT else None
        field = Battlefield(stack, networks, arguments, user, egress)
        yield field
        field.server.stop()
        field.host.is_as_before()


def outcomes(way):
    """What each attempt ended with on a way."""
    return {name: row["ways"][way]["got"] for name, row in TABLE.items() if way in row["ways"]}


def shown_as(answer):
    """How the table says what became of an attempt."""
    if answer["held"]:
        return answer["got"]
    return "allowed" if answer["allowed"] else "NOT HELD " + answer["got"]


def lines():
    """The table: an attempt a line, its outcome by way where the ways differ."""
    ways = sorted({way for row in TABLE.values() for way in row["ways"]})
    if not ways:
        return []
    text = [f"{len(TABLE)} attempts on {len(ways)} ways: {', '.join(ways)}"]
    for name, row in TABLE.items():
        found = {way: shown_as(answer) for way, answer in row["ways"].items()}
        kinds = sorted(set(found.values()))
        if len(kinds) == 1:
            shown = kinds[0]
        else:
            shown = "; ".join(f"{kind} on {', '.join(way for way in ways if found.get(way) == kind)}" for kind in kinds)
        text.append(f"  {name:34} {shown:14} {row['does']}" if len(kinds) == 1 else f"  {name:34} {row['does']}: {shown}")
    for (what, way), (reached, by, ratio) in EXHAUSTED.items():
        text.append(f"  exhaustion: {what:22} {way:10} {reached:>8} then {by}; the neighbour took {ratio:.2f} of its quiet time")
    return text


def write():
    """The same for later, with every detail."""
    if not TABLE and not EXHAUSTED:
        return
    directory = REPOSITORY / "target/attack"
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "table.txt").write_text("\n".join(lines()) + "\n")
    exhausted = [{"what": what, "way": way, "reached": r, "by": by, "ratio": ratio} for (what, way), (r, by, ratio) in EXHAUSTED.items()]
    (directory / "table.json").write_text(json.dumps({"attempts": TABLE, "exhaustion": exhausted}, indent=1))
