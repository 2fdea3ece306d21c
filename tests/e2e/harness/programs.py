"""Programs of others that run beside a server for as long as a test wants them."""

import os
import subprocess
from contextlib import contextmanager

from .wait import until


@contextmanager
def running(command, directory, is_ready, seconds=30):
    """Runs a program in a directory of its own until the block ends; yields a function that reads what it has written so far."""
    output = directory / "output"
    with output.open("wb") as written:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            cwd=directory,
            env={"PATH": os.environ["PATH"], "HOME": str(directory), "NO_PROXY": "*"},
        )
    read = lambda: output.read_text(errors="replace")
    try:
        until(lambda: process.poll() is not None or is_ready(), seconds, f"{command[0]} is ready")
        assert process.poll() is None, read()
        yield read
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
