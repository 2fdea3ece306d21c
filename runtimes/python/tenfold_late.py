"""A runtime that was started before anybody knew for whom: it waits for the environment of its function.

The environment comes as one line, the JSON object `{"environment": {"NAME": "value"}}`, on the descriptor that
`_TENFOLD_LATE_FD` names. What ends with it is all; else one more line, which is empty, says when the function may run. Afterwards the process is as if it had been started with that
environment: `os.environ`, what C code and child processes see, `/proc/self/environ`, the time zone, the working
directory. Variables that act on the interpreter's own start (`PYTHONHASHSEED`, `LD_PRELOAD`) cannot be taken on; whoever
starts the runtime knows which these are, and starts it with them instead.
"""

import gc
import os
import sys
import time

import tenfold_http

DESCRIPTOR = "_TENFOLD_LATE_FD"
# Names of modules to import while nobody waits yet, separated by commas.
AHEAD = "_TENFOLD_LATE_AHEAD"
# The descriptor on which it says, with an empty line, that nothing is left to do before the message.
READY = "_TENFOLD_LATE_READY_FD"
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


class Input:
    """What comes on the descriptor: one line with the environment, and, unless it ends with that, one more when the
    function's files are there. Before, each empty line asks for a rehearsal."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self.data = b""
        self.ended = False
        # Whether the last line that was read ended with the input.
        self.was_last = False

    def read(self):
        more = os.read(self.descriptor, READ_SIZE)
        self.data += more
        self.ended = not more

    def is_awaited(self):
        """Whether somebody has begun to say something, so far as it is known without waiting."""
        os.set_blocking(self.descriptor, False)
        try:
            self.read()
        except BlockingIOError:
            pass
        os.set_blocking(self.descriptor, True)
        return self.ended or bool(self.data.strip())

    def line(self):
        """The next line, without its end. The last one may have none."""
        while b"\n" not in self.data and not self.ended:
            self.read()
        line, end, self.data = self.data.partition(b"\n")
        self.was_last = not end
        return line


def wait(loads, rehearse=None):
    """Waits for the environment and takes it on, if the process was started to do so. `loads` reads JSON; `rehearse` is
    called with nothing, when there is time to do things that will be done later. Returns a socket that is connected to the
    Runtime API already, or None.

    What has been loaded by then stays: so the garbage collector need not look at it again and again, nor write to it.
    """
    given = os.environ.get(DESCRIPTOR)
    if given is None:
        gc.freeze()
        return None
    ahead = [name for name in os.environ.get(AHEAD, "").split(",") if name]
    ready = os.environ.get(READY)
    zone = os.environ.get("TZ")
    address = os.environ.get("AWS_LAMBDA_RUNTIME_API")
    # Before the area is written: until then C code finds the old variables there.
    os.environ.clear()
    area = Area()
    message = Input(int(given))
    for name in ahead:
        if message.is_awaited():
            break
        __import__(name)
    if ready is not None and rehearse and not message.is_awaited():
        rehearse()
    gc.freeze()
    line, connected = be_ready(message, ready, rehearse, address)
    environment = loads(line)["environment"]
    area.write(environment)
    os.environ.update(environment)
    if environment.get("TZ") != zone:
        time.tzset()
    home = environment.get("HOME")
    if home is not None:
        follow_home(home)
    # Copies of one process have the same numbers before them until now.
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
    logging = sys.modules.get("logging")
    if logging is not None:
        logging._startTime = time.time_ns() if isinstance(logging._startTime, int) else time.time()
    if not message.was_last:
        message.line()
        if message.was_last:
            # Whoever has told the environment does not want the function to run any more.
            sys.exit(1)
    os.close(message.descriptor)
    os.chdir(environment.get("LAMBDA_TASK_ROOT", "/var/task"))
    if connected:
        same = environment.get("AWS_LAMBDA_RUNTIME_API") == address
        # The number that it would have if it were made now.
        kept = os.dup(connected.fileno()) if same else None
        connected.close()
        connected = tenfold_http.take_over(kept) if same else None
    return connected


def be_ready(message, ready, rehearse, address):
    """Says that nothing is left to do, and waits for the environment's line; rehearses when it is asked to."""
    connected = None
    asked = message.data[:1] == b"\n"
    while True:
        if ready is not None and not asked:
            os.write(int(ready), b"\n")
        line = message.line()
        if line:
            return line, connected
        if message.was_last:
            sys.exit(1)
        if rehearse:
            rehearse()
        if connected is None and address:
            connected = connect(address)
        asked = message.data[:1] == b"\n"


def connect(address):
    """A socket that is connected to the Runtime API; None where nobody listens."""
    host, _, port = address.rpartition(":")
    try:
        return tenfold_http.connect((host, int(port)))
    except OSError:
        return None


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
