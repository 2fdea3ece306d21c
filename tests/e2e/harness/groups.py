"""A function's processes and control groups, as root sees them from outside."""

from pathlib import Path

from .leftovers import CGROUPS, descendants


def process_of(server, name):
    """A process of a function, or None; only root may look."""
    wanted = f"AWS_LAMBDA_FUNCTION_NAME={name}\0".encode()
    for pid in descendants(server.process.pid):
        try:
            if wanted in Path(f"/proc/{pid}/environ").read_bytes():
                return pid
        except OSError:
            pass  # it has just ended
    return None


def file_of(pid, controller, *names):
    """The first of the files that a process's group has, by version 1's name or version 2's."""
    for line in Path(f"/proc/{pid}/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers and controller not in controllers.split(","):
            continue
        for base in (CGROUPS / controllers, CGROUPS / "unified", CGROUPS):
            for name in names:
                file = base / path.lstrip("/") / name
                if file.is_file():
                    return file
    return None


def is_frozen(pid):
    """Whether the group of a process is frozen; without a freezer, whether the process is stopped."""
    file = file_of(pid, "freezer", "freezer.state", "cgroup.events")
    if file is None:
        return "\nState:\tT" in Path(f"/proc/{pid}/status").read_text()
    text = file.read_text()
    return text.strip() == "FROZEN" or "frozen 1" in text.splitlines()


def cpus_of(pid):
    """How many processors a process may use."""
    file = file_of(pid, "cpu", "cpu.cfs_quota_us", "cpu.max")
    if file.name == "cpu.max":
        quota, period = map(int, file.read_text().split())
    else:
        quota, period = (int((file.parent / name).read_text()) for name in ("cpu.cfs_quota_us", "cpu.cfs_period_us"))
    return quota / period
