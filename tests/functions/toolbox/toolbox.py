"""A function that does what its event asks for, so that one deployment serves many tests."""

import ctypes
import os
import socket
import sys
import time

print("toolbox is being loaded")
COUNT = 0


def handler(event, context):
    global COUNT
    COUNT += 1
    return ACTIONS[event.get("do", "echo")](event, context)


def echo(event, context):
    print("got", event)
    return {
        "event": event,
        "count": COUNT,
        "request_id": context.aws_request_id,
        "arn": context.invoked_function_arn,
        "memory": context.memory_limit_in_mb,
        "remaining": context.get_remaining_time_in_millis(),
        "stream": context.log_stream_name,
        "variables": {n: os.environ.get(n) for n in event.get("variables", [])},
    }


def sleep(event, context):
    begun = time.monotonic()
    time.sleep(event["seconds"])
    return {"stream": context.log_stream_name, "begun": begun, "ended": time.monotonic(), "n": event.get("n")}


def spin(event, context):
    while True:
        pass


def fail(event, context):
    raise ValueError(event.get("message", "asked to fail"))


def leave(event, context):
    sys.stdout.flush()
    os._exit(event["status"])


def unserialisable(event, context):
    return {"set": {1, 2}}


def big(event, context):
    return "x" * event["bytes"]


def eat(event, context):
    kept = []
    while True:
        kept.append(bytearray(os.urandom(1024) * 1024))


def flood(event, context):
    for n in range(event["lines"]):
        print(n, "x" * 100)


def fill_tmp(event, context):
    written = 0
    try:
        with open("/tmp/filler", "wb", buffering=0) as file:
            while True:
                written += file.write(b"x" * (1 << 20))
    except OSError as error:
        os.unlink("/tmp/filler")
        return {"errno": error.errno, "written": written}


def keep(event, context):
    """Remembers a word in /tmp."""
    path = "/tmp/word"
    before = open(path).read() if os.path.exists(path) else None
    with open(path, "w") as file:
        file.write(event["word"])
    return before


def fork(event, context):
    """How many children can be had."""
    children = []
    try:
        while len(children) < event["at_most"]:
            pid = os.fork()
            if pid == 0:
                time.sleep(60)
                os._exit(0)
            children.append(pid)
        stopped = None
    except OSError as error:
        stopped = error.errno
    for pid in children:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
    return {"children": len(children), "errno": stopped}


def look(event, context):
    """What can be seen from inside."""
    status = dict(
        line.split(":", 1) for line in open("/proc/self/status").read().splitlines() if ":" in line
    )
    return {
        "uid": os.getuid(),
        "gid": os.getgid(),
        "groups": os.getgroups(),
        "cwd": os.getcwd(),
        "hostname": socket.gethostname(),
        "pids": sorted(int(n) for n in os.listdir("/proc") if n.isdigit()),
        "root": sorted(os.listdir("/")),
        "exists": {path: os.path.exists(path) for path in event.get("paths", [])},
        "interfaces": [line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line],
        "mounts": [line.split()[4] for line in open("/proc/self/mountinfo")],
        "capabilities": status["CapEff"].strip(),
        "bounding": status["CapBnd"].strip(),
        "no_new_privileges": status["NoNewPrivs"].strip(),
        "seccomp": status["Seccomp"].strip(),
        "uid_map": open("/proc/self/uid_map").read().split(),
        "variables": sorted(os.environ),
        "tmp_mode": oct(os.stat("/tmp").st_mode & 0o7777),
    }


def attempt(event, context):
    """Things that must not work: name → errno, or 0 where it worked."""
    libc = ctypes.CDLL(None, use_errno=True)

    def call(function, *arguments):
        ctypes.set_errno(0)
        return 0 if function(*arguments) >= 0 else ctypes.get_errno()

    def write(path):
        try:
            with open(path, "a") as file:
                file.write("x")
            return 0
        except OSError as error:
            return error.errno

    def connect(address, port):
        try:
            socket.create_connection((address, port), timeout=1).close()
            return 0
        except TimeoutError:
            return -1
        except OSError as error:
            return error.errno or -1

    results = {
        "write " + path: write(path)
        for path in ("/var/task/x", "/opt/x", "/x", "/etc/hosts", "/usr/x", "/var/runtime/x", "/proc/sys/kernel/hostname")
    }
    results["mount"] = call(libc.mount, b"none", b"/tmp", b"tmpfs", 0, None)
    results["umount"] = call(libc.umount2, b"/var/task", 2)
    results["unshare"] = call(libc.unshare, 0x10000000)
    results["chroot"] = call(libc.chroot, b"/tmp")
    results["setuid"] = call(libc.setuid, 0)
    results["sethostname"] = call(libc.sethostname, b"x", 1)
    results["ptrace init"] = call(libc.ptrace, 16, 1, 0, 0)
    results["reboot"] = call(libc.reboot, 0)
    results["bpf"] = call(libc.syscall, 321, 0, 0, 0)
    results["keyctl"] = call(libc.syscall, 250, 0, -3, 1)
    results["io_uring"] = call(libc.syscall, 425, 1, 0)
    for address, port in event.get("addresses", []):
        results[f"connect {address}:{port}"] = connect(address, port)
    return results


ACTIONS = {
    f.__name__: f
    for f in (echo, sleep, spin, fail, leave, unserialisable, big, eat, flood, fill_tmp, keep, fork, look, attempt)
}
