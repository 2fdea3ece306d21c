"""Judges a run and prints it."""

import statistics

# What a figure may be above its reference; every other one must be at most the same. Memory that the allocator keeps for later
# is no leak: the reference is taken after a first load, and what is allowed does not grow with the length of the run.
ALLOWED = {
    "server: RSS, MiB": 24,
    "server: PSS, MiB": 24,
    "keeper: RSS, MiB": 1,
    "keeper: PSS, MiB": 1,
    "data directory, MiB": 0.1,
    # Connections to databases are opened when they are needed: at most four of each of three, two descriptors each.
    "server: file descriptors": 24,
    "databases, in use, MiB": 1,
    # Threads that wait for blocking work end ten seconds after their last, but each piece of work may wake any of them, so that the
    # few that work by the clock keep one or two more alive for as long as nothing changes.
    "server: threads": 4,
}
# Before the first load there is less of these, and some of it stays: connections to databases, threads that wait for work.
NOT_FROM_THE_START = {
    "server: RSS, MiB",
    "server: PSS, MiB",
    "keeper: RSS, MiB",
    "keeper: PSS, MiB",
    "server: file descriptors",
    "server: threads",
    "images of /tmp",
}
# It grows with the logs of functions that are there.
NOT_BETWEEN_LOADS = {"databases, in use, MiB"}
# Deleted log events are cleared away within five minutes, for which a short run does not wait.
NOT_AT_ONCE = {"databases, in use, MiB"}


def wrong(before, after, besides=()):
    """Which figures are above what they may be."""
    return [
        f"{name}: {before[name]:.1f} → {after[name]:.1f}"
        for name in before
        if name not in besides and after[name] > before[name] + ALLOWED.get(name, 0)
    ]


def figures(columns):
    """A table: name → column → number, the columns in their order."""
    names = list(next(iter(columns.values())))
    width = max(map(len, names))
    lines = [f"{'':{width}}" + "".join(f"{title:>15}" for title in columns)]
    for name in names:
        whole = "MiB" not in name
        cells = (column.get(name, 0) for column in columns.values())
        lines.append(f"{name:{width}}" + "".join(f"{cell:>15.0f}" if whole else f"{cell:>15.1f}" for cell in cells))
    return "\n".join(lines)


def kinds(load):
    """What was done, how often, how long it took."""
    lines = [f"{'':30}{'times':>8}{'failed':>8}{'p50 ms':>10}{'p99 ms':>10}{'max ms':>10}"]
    for name, took in sorted(load.took.items()):
        took = sorted(seconds * 1e3 for seconds in took)
        p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
        middle = statistics.median(took)
        lines.append(f"{name:30}{len(took):>8}{load.failures[name]:>8}{middle:>10.1f}{p99:>10.1f}{took[-1]:>10.1f}")
    return "\n".join(lines)
