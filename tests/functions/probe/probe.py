"""Reports what it sees inside; the tests compare it with what functions see on AWS."""

import grp
import locale
import os
import pwd
import resource
import socket
import stat
import time

LIMITS = [name for name in dir(resource) if name.startswith("RLIMIT_") and name != "RLIMIT_OFILE"]
SECRETS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
ATTRIBUTES = (
    "aws_request_id function_name function_version invoked_function_arn memory_limit_in_mb log_group_name "
    "log_stream_name client_context tenant_id"
).split()
COUNT = 0


def mode(path):
    return stat.filemode(os.lstat(path).st_mode)


def text(path):
    with open(path) as file:
        return file.read()


def variables():
    return {name: "<masked>" if name in SECRETS else value for name, value in os.environ.items()}


def descriptors():
    """What is open, but for the directory that is being read."""
    paths = [f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd")]
    return sorted(path.rsplit("/", 1)[1] for path in paths if os.path.exists(path))


def handler(event, context):
    global COUNT
    COUNT += 1
    was_kept = os.path.exists("/tmp/kept")
    open("/tmp/kept", "w").close()
    umask = os.umask(0o077)
    os.umask(umask)
    user = pwd.getpwuid(os.getuid())
    status = dict(line.split(":\t", 1) for line in text("/proc/self/status").splitlines() if ":\t" in line)
    tmp = os.statvfs("/tmp")
    return {
        "variables": variables(),
        "user": {
            "uid": os.getuid(), "gid": os.getgid(), "groups": os.getgroups(), "name": user.pw_name, "home": user.pw_dir,
            "group": grp.getgrgid(os.getgid()).gr_name, "home exists": os.path.exists(user.pw_dir),
        },
        "process": {
            "cwd": os.getcwd(), "umask": oct(umask), "parent": os.getppid(), "nice": os.nice(0),
            "processes": len([name for name in os.listdir("/proc") if name.isdigit()]), "descriptors": descriptors(),
            **{name: status[name].strip() for name in ("CapEff", "CapBnd", "NoNewPrivs", "Seccomp")},
        },
        "limits": {name[7:].lower(): list(resource.getrlimit(getattr(resource, name))) for name in LIMITS},
        "host": {"hostname": socket.gethostname(), "system": os.uname().sysname},
        "clock": {
            "time": time.time(), "zone": list(time.tzname), "seconds west": time.timezone,
            "locale": list(locale.getlocale()), "encoding": locale.getpreferredencoding(False).lower(),
        },
        "root": sorted(os.listdir("/")),
        "modes": {
            path: mode(path)
            for path in ("/", "/tmp", "/opt", "/var/task", "/var/task/probe.py", "/var/runtime", "/var/lang", "/dev/null",
                         "/dev/urandom", "/etc/passwd", "/etc/hosts", "/etc/resolv.conf")
        },
        "in /var/task": sorted(os.listdir("/var/task")),
        "in /opt": os.listdir("/opt"),
        "in /dev": sorted(os.listdir("/dev")),
        "/etc": {name: text(f"/etc/{name}").splitlines() for name in ("passwd", "group", "hosts")},
        "cpus": {"count": os.cpu_count(), "usable": len(os.sched_getaffinity(0))},
        "context": {name: getattr(context, name) for name in ATTRIBUTES} | {"identity": repr(context.identity)},
        "remaining": context.get_remaining_time_in_millis(),
        "count": COUNT,
        "tmp": {"kept": was_kept, "bytes": tmp.f_blocks * tmp.f_frsize},
    }  # fmt: skip
