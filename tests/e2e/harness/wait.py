"""Waiting for a state, never for a time."""

import time


def until(condition, seconds, what):
    """Polls until `condition()` is true and returns its value; fails with `what` after so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"after {seconds} s still not: {what}")
        time.sleep(0.02)
