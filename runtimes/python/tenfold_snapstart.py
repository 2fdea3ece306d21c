"""SnapStart: the function's hooks around `restore/next`, which returns in the restored copy.

The copy is another process with the same memory: its connection to the Runtime API is gone, so it asks again. What it
is answered is its environment, which differs from the one before in what belongs to one environment.
"""

import errno
import os
import sys

import tenfold_faults

# What using a connection that did not survive fails with.
GONE = (errno.ENOTCONN, errno.EPIPE, errno.EBADF)


def snapshot_and_restore(api, sink, loads):
    hooks = sys.modules.get("snapshot_restore_py")
    try:
        before = hooks.get_before_snapshot() if hooks else []
        while before:
            func, args, kwargs = before.pop()
            func(*args, **kwargs)
        status, body = restore(api)
        if status != 200:
            raise RuntimeError("restore/next was answered with %d" % status)
    except EOFError:
        raise
    except BaseException:
        tenfold_faults.initialization(sys.exc_info(), api, sink, "Runtime.BeforeSnapshotError")
        sys.exit(64)
    renew(loads(body).get("environment") or {})
    try:
        for func, args, kwargs in hooks.get_after_restore() if hooks else []:
            func(*args, **kwargs)
    except BaseException:
        kind = "Runtime.AfterRestoreError"
        tenfold_faults.initialization(sys.exc_info(), api, sink, kind, "restore/error")
        sys.exit(65)


def restore(api):
    """Asks for the restoring; in a copy, which finds its connection gone, once more."""
    request = api.next.replace(b"invocation/next", b"restore/next", 1)
    while True:
        try:
            api.send(request)
            status, _, body = api.receive()
            return status, body
        except OSError as error:
            if error.errno not in GONE:
                raise
            api.socket.close()
            api.connect()


def renew(environment):
    """Takes on what is this environment's own, and draws anew what was drawn at random for all copies."""
    for name, value in environment.items():
        if os.environ.get(name) != value:
            os.environ[name] = value
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
