import os

from snapshot_restore_py import register_after_restore, register_before_snapshot

calls = []


@register_before_snapshot
def first():
    calls.append("first")


@register_after_restore
def after():
    calls.append("after")
    if os.environ.get("FAIL") == "after":
        raise ValueError("after")


def second(value, key=None):
    calls.append([value, key])
    if os.environ.get("FAIL") == "before":
        raise ValueError("before")


register_before_snapshot(second, "second", key="k")


def handler(event, context):
    return calls
