"""One run from a server's start to its end."""

import time
from dataclasses import dataclass, field

from harness.server import Server

from . import table
from .load import Load
from .watch import Watch

# How long idle environments are kept, seconds.
IDLE = 2
# An event that fails is tried again after a minute, and the record of it has its own attempts.
EVENTS = 240


@dataclass
class Plan:
    """How long, and how much at once."""

    seconds: float
    seed: int
    threads: int = 8
    # The part of the time after which the reference is taken.
    warm_up: float = 0.2
    retries: bool = True
    # How long is waited for what goes by and by after the load: environments that expire, threads that wait for work, deleted log
    # events. Seconds.
    settling: float = 330
    # Figures that are not looked at in the end.
    besides: set = field(default_factory=set)


@dataclass
class Result:
    """What came out."""

    columns: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    load: Load = None

    def text(self):
        """For people."""
        done = sum(map(len, self.load.took.values()))
        accepted, (_, twice) = len(self.load.accepted), self.load.wrong_ends()
        parts = [
            table.kinds(self.load),
            table.figures(self.columns),
            f"{done} things done, {accepted} events accepted, {twice} told more than once",
            "\n".join(self.problems) or "everything is back where it was",
        ]
        return "\n\n".join(parts)


def soak(plan, say=print):
    """Starts a server, loads it, and looks at what is left."""
    server = Server("--idle-timeout", str(IDLE))
    result = Result()
    try:
        server.start()
        watch = Watch(server)
        result.columns["at the start"] = watch.now()
        result.load = load = Load(server, plan.seed, plan.threads, plan.retries)
        load.prepare()
        with watch.during():
            for title, seconds in [("first load", plan.seconds * plan.warm_up), ("load", plan.seconds * (1 - plan.warm_up))]:
                say(f"{title}: {seconds:.0f} s …")
                load.run(seconds)
                _events(load, result)
                load.close()
                reference = result.columns.get("after a first")
                column = "after a first" if reference is None else "after all"
                result.columns[column] = _settled(watch, plan, reference, table.NOT_BETWEEN_LOADS)
        load.clean()
        load.close()
        not_looked_at = table.NOT_FROM_THE_START | plan.besides
        result.columns["all deleted"] = _settled(watch, plan, result.columns["at the start"], not_looked_at)
        result.columns["at most"] = watch.peaks
        _judge(result, server, not_looked_at)
        server.stop()
        return result
    finally:
        server.remove()


def _events(load, result):
    lost = load.settle(EVENTS)
    result.problems += [f"an event has not ended: {kind} {request_id}" for request_id, kind in lost[:20]]


def _settled(watch, plan, reference, besides):
    """The figures once they are what they should be, or after a time as they are."""
    deadline = time.monotonic() + plan.settling
    while True:
        found = watch.now()
        calm = found["processes beside server and keeper"] == 0
        if calm and (reference is None or not table.wrong(reference, found, besides)):
            return found
        if time.monotonic() > deadline:
            return found
        time.sleep(0.2)


def _judge(result, server, not_looked_at):
    columns, load = result.columns, result.load
    ends, _ = load.wrong_ends()
    result.problems += load.told
    result.problems += [f"ended otherwise than it should: {text}" for text in ends[:20]]
    left = table.wrong(columns["after a first"], columns["after all"], table.NOT_BETWEEN_LOADS)
    result.problems += [f"grew under load: {text}" for text in left]
    left = table.wrong(columns["at the start"], columns["all deleted"], not_looked_at)
    result.problems += [f"is left of deleted functions: {text}" for text in left]
    log = (server.directory / "stderr").read_text(errors="replace")
    bad = [line for line in log.splitlines() if "ERROR" in line or "panicked" in line]
    result.problems += [f"the server's log: {line[:300]}" for line in bad[:20]]
