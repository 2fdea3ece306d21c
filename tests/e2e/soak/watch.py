"""What a server has on the machine: memory, descriptors, threads, processes, cgroups, mounts, loop devices, disk."""

import os
import sqlite3
import threading
from pathlib import Path

from harness.files import below
from harness.leftovers import descendants

MIB = 1 << 20
CGROUPS = Path("/sys/fs/cgroup")


def _text(path):
    try:
        return Path(path).read_text(errors="replace")
    except OSError:
        return ""


def _kb(text, name):
    for line in text.splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1])
    return 0


def _entries(path):
    try:
        return len(os.listdir(path))
    except OSError:
        return 0


def _pid_namespace(pid):
    try:
        return os.readlink(f"/proc/{pid}/ns/pid")
    except OSError:
        return None


def _state(pid):
    return _text(f"/proc/{pid}/stat").rpartition(")")[2].split()[:1]


class Watch:
    """Looks at one server, now and as long as a load runs."""

    def __init__(self, server):
        self.server = server
        self.pid = server.process.pid
        self.peaks = {}
        self.homes = []

    def processes(self):
        """The keepers (processes beside the server in its own PID namespace), and all others below it."""
        ours = _pid_namespace(self.pid)
        keepers, others = [], []
        for pid in descendants(self.pid)[1:]:
            (keepers if _pid_namespace(pid) == ours else others).append(pid)
        return keepers, others

    def now(self):
        """Name → number; memory and disk in MiB."""
        keepers, others = self.processes()
        keeper = min(keepers, default=0)
        found = {}
        for name, pid in [("server", self.pid), ("keeper", keeper)]:
            found[f"{name}: RSS, MiB"] = _kb(_text(f"/proc/{pid}/status"), "VmRSS") / 1024
            found[f"{name}: PSS, MiB"] = _kb(_text(f"/proc/{pid}/smaps_rollup"), "Pss") / 1024
            found[f"{name}: file descriptors"] = _entries(f"/proc/{pid}/fd")
            found[f"{name}: threads"] = _entries(f"/proc/{pid}/task")
            found[f"{name}: mounts it sees"] = len(_text(f"/proc/{pid}/mountinfo").splitlines())
        found["processes beside server and keeper"] = len(keepers) - 1 + len(others)
        found["of them zombies"] = sum(_state(pid) == ["Z"] for pid in keepers + others)
        found["cgroups"] = sum(1 for home in self._homes(keeper) for _ in os.walk(home))
        found["loop devices"] = sum(
            str(self.server.directory) in _text(device / "loop/backing_file") for device in Path("/sys/block").glob("loop*")
        )
        found["images of /tmp"] = _entries(self.server.data / "scratch")
        found["data directory, files"], found["data directory, MiB"] = self._files()
        found["databases, in use, MiB"] = sum(map(_in_use, self.server.data.glob("*.db"))) / MIB
        return found

    def _homes(self, keeper):
        """The directories of the server's cgroups, one in each hierarchy: they are there as long as the keeper is."""
        if not self.homes:
            # `os.walk` bears with what goes while it looks.
            parents = [path for path, _, _ in os.walk(CGROUPS) if os.path.basename(path).startswith(f"{keeper}-")]
            self.homes = [path for path in parents if os.path.basename(os.path.dirname(path)) == "tenfold"]
        return self.homes

    def _files(self):
        """Without databases, which are counted by what is in use, the audit log, which has a bound of its own, images of `/tmp`, and
        what is kept about interpreters: which there are, and our bootstrap as each compiled it."""
        sizes = []
        for path in below(self.server.data):
            is_ours_compiled = path.parent.name == "__pycache__" and path.is_relative_to(self.server.data / "runtimes")
            is_kept = path.name == "interpreters.json" or is_ours_compiled
            if ".db" not in path.suffix and path.parent.name not in ("scratch", "audit") and not is_kept:
                try:
                    sizes.append(path.stat().st_blocks * 512)
                except FileNotFoundError:
                    pass
        return len(sizes), sum(sizes) / MIB

    def sample(self):
        """Remembers the peaks."""
        for name, value in self.now().items():
            self.peaks[name] = max(value, self.peaks.get(name, value))

    def during(self, seconds=1.0):
        """Samples in a thread for the time of a `with`."""
        return _Sampling(self, seconds)


class _Sampling:
    def __init__(self, watch, seconds):
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(watch, seconds), daemon=True)

    def _run(self, watch, seconds):
        while not self.stopped.wait(seconds):
            watch.sample()

    def __enter__(self):
        self.thread.start()

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join()


def _in_use(database):
    """Bytes of the pages that a SQLite file uses."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10) as connection:
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
    connection.close()
    return (pages - free) * size
