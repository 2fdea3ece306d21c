"""Goes to the limits of an environment, as its event asks, and tells what it met there."""

import os
import signal
import subprocess
import sys
import threading
import time

COUNT = 0
TICKS = []


def tick():
    """Runs on whether or not an invocation runs."""
    while True:
        TICKS.append(time.monotonic())
        time.sleep(0.01)


def ticks(event):
    """When the thread of the background did something, and now."""
    if not TICKS:
        threading.Thread(target=tick, daemon=True).start()
        while not TICKS:
            time.sleep(0.001)
    return TICKS + [time.monotonic()]


def hang(event=None):
    while True:
        time.sleep(60)


def spin(event):
    while True:
        pass


def deaf(event):
    """Ends by no signal that can be caught."""
    for number in set(signal.valid_signals()) - {signal.SIGKILL, signal.SIGSTOP}:
        try:
            signal.signal(number, signal.SIG_IGN)
        except OSError:
            pass
    hang()


def descend(event):
    """Children in sessions of their own, which hold the outputs open and write on."""
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                while True:
                    with open("/tmp/descendants", "a") as file:
                        file.write("x")
                    print("still here", flush=True)
                    time.sleep(0.01)
            hang()
    hang()


def many_threads(event):
    for _ in range(50):
        threading.Thread(target=hang, daemon=True).start()
    hang()


def state(event):
    """What there is of earlier invocations."""
    written = os.path.getsize("/tmp/descendants") if os.path.exists("/tmp/descendants") else None
    return {
        "count": COUNT,
        "processes": len([name for name in os.listdir("/proc") if name.isdigit()]),
        "descendants wrote": written,
        "stream": os.environ["AWS_LAMBDA_LOG_STREAM_NAME"],
        "word": os.environ.get("WORD"),
    }


def keep(event):
    """Changes all that can be: memory, variables, /tmp."""
    os.environ["WORD"] = "kept"
    open("/tmp/word", "w").close()
    return state(event)


def eating_child(event):
    """A process of its own that takes more than there is."""
    code = "kept = []\nwhile True: kept.append(bytes(range(256)) * 4096)"
    return subprocess.run([sys.executable, "-S", "-c", code], stderr=subprocess.DEVNULL).returncode


def open_files(event):
    """How many files can be open, and what the next one is answered."""
    files = []
    try:
        while len(files) < 5000:
            files.append(os.open("/dev/null", os.O_RDONLY))
    except OSError as error:
        return {"open": len(files), "errno": error.errno}
    finally:
        for file in files:
            os.close(file)


def room(event):
    """The size of /tmp, and that a file may have a hole as large."""
    found = os.statvfs("/tmp")
    with open("/tmp/hole", "wb") as file:
        file.truncate(found.f_blocks * found.f_frsize // 2)
        file.seek(-1, os.SEEK_END)
        file.write(b"x")
    return found.f_blocks * found.f_frsize


def lines(event):
    for n in range(event["lines"]):
        print(f"{n:05} " + "x" * 20)


def handler(event, context):
    global COUNT
    COUNT += 1
    return globals()[event["do"]](event)
