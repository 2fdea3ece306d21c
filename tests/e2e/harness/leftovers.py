"""What a server has on the machine, and whether any of it is still there after its end.

A snapshot is taken while the server lives: its processes with all descendants, their namespaces and their cgroups.
Afterwards nothing of it may be found. Other servers on the machine are not looked at.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from .wait import until

NAMESPACES = ("mnt", "pid", "net", "ipc", "uts", "user", "cgroup")
CGROUPS = Path("/sys/fs/cgroup")


def _read(path):
    try:
        return Path(path).read_text(errors="replace")
    except OSError:
        return ""


def _stat(pid):
    """Parent, state and start time of a process, or None."""
    text = _read(f"/proc/{pid}/stat")
    if not text:
        return None
    fields = text[text.rindex(")") + 2 :].split()
    return int(fields[1]), fields[0], int(fields[19])


def _namespaces(pid):
    found = {}
    for name in NAMESPACES:
        try:
            found[name] = os.readlink(f"/proc/{pid}/ns/{name}")
        except OSError:
            pass
    return found


def pids():
    """All processes of the machine."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _ancestors(pid):
    """The parents of a process, itself first."""
    found = []
    while pid and pid not in found:
        found.append(pid)
        stat = _stat(pid)
        pid = stat[0] if stat else 0
    return found


def descendants(root):
    """A process and everything below it."""
    children = {}
    for pid in pids():
        stat = _stat(pid)
        if stat:
            children.setdefault(stat[0], []).append(pid)
    found, queue = [], [root]
    while queue:
        pid = queue.pop()
        found.append(pid)
        queue += children.get(pid, [])
    return found


@dataclass
class Snapshot:
    """What a server has. It grows with every `look`."""

    server: int
    directory: str
    processes: set = field(default_factory=set)
    namespaces: set = field(default_factory=set)
    cgroups: set = field(default_factory=set)

    def look(self):
        """Adds what there is now."""
        ours = set(_namespaces("self").values())
        for pid in descendants(self.server):
            stat = _stat(pid)
            if not stat:
                continue
            self.processes.add((pid, stat[2]))
            self.namespaces |= set(_namespaces(pid).values()) - ours
            for line in _read(f"/proc/{pid}/cgroup").splitlines():
                if "tenfold" in line:
                    _, controllers, path = line.split(":", 2)
                    self.cgroups |= set(_cgroup_directories(controllers, path))
        return self

    def remains(self):
        """What is still there, in words."""
        left = []
        for pid, start in self.processes:
            stat = _stat(pid)
            if stat and stat[2] == start and stat[1] != "Z":
                left.append(f"process {pid} {_read(f'/proc/{pid}/comm').strip()}")
        for pid in pids():
            held = self.namespaces & set(_namespaces(pid).values())
            if held and not self._is_of_others(pid):
                left.append(f"process {pid} {_read(f'/proc/{pid}/comm').strip()} in {sorted(held)}")
        for line in _read("/proc/self/mountinfo").splitlines():
            if self.directory in line:
                left.append(f"mount {line}")
        left += [f"cgroup {path}" for path in self.cgroups if path.is_dir() and not _is_shared(path)]
        return left

    def _is_of_others(self, pid):
        """Whether a process belongs to another server: the kernel gives the numbers of namespaces that are gone to new
        ones at once. What a dead server leaves behind has no parents but each other, and whoever adopts orphans."""
        adopters = {0, 1, *_ancestors(os.getpid())}
        for ancestor in _ancestors(pid):
            if ancestor in adopters:
                return False
            stat = _stat(ancestor)
            known = stat and (ancestor, stat[2]) in self.processes
            if stat and not known and not self.namespaces & set(_namespaces(ancestor).values()):
                return True
        return False

    def assert_gone(self, seconds):
        """Waits until nothing is left, at most so many seconds."""
        try:
            until(lambda: not self.remains(), seconds, "nothing left of the server")
        except AssertionError:
            left = self.remains()
            assert not left, f"left behind after {seconds} s: " + "; ".join(left)


def _is_shared(path):
    """The directory above every server's own, while another server is at work in it."""
    return path.name == "tenfold" and any(child.is_dir() for child in path.iterdir())


def _cgroup_directories(controllers, path):
    """Where a line of /proc/PID/cgroup is in the file system, with the parents that are the server's own."""
    for base in (CGROUPS, CGROUPS / controllers, CGROUPS / controllers.removeprefix("name="), CGROUPS / "unified"):
        directory = base / path.lstrip("/")
        while "tenfold" in str(directory) and directory != base:
            if directory.is_dir():
                yield directory
            directory = directory.parent
