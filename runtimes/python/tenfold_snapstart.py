"""SnapStart: the function's hooks around `restore/next`, which returns in the restored copy."""

import sys

import tenfold_faults


def snapshot_and_restore(api, sink):
    hooks = sys.modules.get("snapshot_restore_py")
    try:
        before = hooks.get_before_snapshot() if hooks else []
        while before:
            func, args, kwargs = before.pop()
            func(*args, **kwargs)
        api.send(api.next.replace(b"invocation/next", b"restore/next", 1))
        status, _, _ = api.receive()
        if status != 200:
            raise RuntimeError("restore/next was answered with %d" % status)
    except EOFError:
        raise
    except BaseException:
        tenfold_faults.initialization(sys.exc_info(), api, sink, "Runtime.BeforeSnapshotError")
        sys.exit(64)
    try:
        for func, args, kwargs in hooks.get_after_restore() if hooks else []:
            func(*args, **kwargs)
    except BaseException:
        kind = "Runtime.AfterRestoreError"
        tenfold_faults.initialization(sys.exc_info(), api, sink, kind, "restore/error")
        sys.exit(65)
