"""A runtime that was started before anybody knew for whom: it waits for the environment of its function.

The environment comes as one JSON object, `{"environment": {"NAME": "value"}}`, on the descriptor that
`_TENFOLD_LATE_FD` names, which ends with it. Afterwards the process is as if it had been started with that
environment: `os.environ`, what C code and child processes see, `/proc/self/environ`, the time zone, the working
directory. Variables that act on the interpreter's own start (`PYTHONHASHSEED`, `LD_PRELOAD`) cannot be taken on; whoever
starts the runtime knows which these are, and starts it with them instead.
"""

import gc
import os
import sys
import time

DESCRIPTOR = "_TENFOLD_LATE_FD"
# Names of modules to import while nobody waits yet, separated by commas.
AHEAD = "_TENFOLD_LATE_AHEAD"
READ_SIZE = 65536


class Area:
    """The memory that `/proc/self/environ` shows: as long as the environment that the process was started with."""

    def __init__(self):
        self.memory = None
        try:
            with open("/proc/self/stat", "rb") as stat:
                # Behind the command's name, which may hold anything, the fields are numbers: env_start is the 50th.
                fields = stat.read().rpartition(b")")[2].split()
            self.start = int(fields[47])
            self.size = int(fields[48]) - self.start
            if self.start > 0 and self.size > 0:
                self.memory = os.open("/proc/self/mem", os.O_RDWR | os.O_CLOEXEC)
        except (OSError, ValueError, IndexError):
            pass

    def write(self, environment):
        """Shows `environment`, with zero bytes behind it; nothing at all if there is no room for it."""
        if self.memory is None:
            return
        block = b"".join(os.fsencode("%s=%s" % entry) + b"\0" for entry in environment.items())
        if len(block) > self.size:
            block = b""
        try:
            os.pwrite(self.memory, block.ljust(self.size, b"\0"), self.start)
        except OSError:
            pass
        os.close(self.memory)


def read_message(descriptor, ahead):
    """All bytes of the message. Until the first is there, the modules `ahead` are imported one by one."""
    os.set_blocking(descriptor, False)
    parts = []
    for name in ahead:
        try:
            parts.append(os.read(descriptor, READ_SIZE))
            break
        except BlockingIOError:
            __import__(name)
    os.set_blocking(descriptor, True)
    gc.freeze()
    while not parts or parts[-1]:
        parts.append(os.read(descriptor, READ_SIZE))
    os.close(descriptor)
    return b"".join(parts)


def wait(loads):
    """Waits for the environment and takes it on, if the process was started to do so. `loads` reads JSON.

    What has been loaded by then stays: so the garbage collector need not look at it again and again, nor write to it.
    """
    given = os.environ.get(DESCRIPTOR)
    if given is None:
        gc.freeze()
        return
    ahead = [name for name in os.environ.get(AHEAD, "").split(",") if name]
    zone = os.environ.get("TZ")
    # Before the area is written: until then C code finds the old variables there.
    os.environ.clear()
    area = Area()
    environment = loads(read_message(int(given), ahead))["environment"]
    area.write(environment)
    os.environ.update(environment)
    if environment.get("TZ") != zone:
        time.tzset()
    home = environment.get("HOME")
    if home is not None:
        follow_home(home)
    os.chdir(environment.get("LAMBDA_TASK_ROOT", "/var/task"))
    # Copies of one process have the same numbers before them until now.
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
    logging = sys.modules.get("logging")
    if logging is not None:
        logging._startTime = time.time_ns() if isinstance(logging._startTime, int) else time.time()


def follow_home(home):
    """What `site` finds out about the user's own packages when the interpreter starts."""
    site = sys.modules.get("site")
    if site is None:
        return
    # Asked for the directory of the user, who had no HOME then.
    sys.modules.pop("pwd", None)
    known = site.USER_SITE
    site.USER_BASE = site.USER_SITE = None
    site.getusersitepackages()
    if site.ENABLE_USER_SITE and known != site.USER_SITE and os.path.isdir(site.USER_SITE):
        site.addsitedir(site.USER_SITE)
