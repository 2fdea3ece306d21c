"""A running `tenfold up`, as root or as an unprivileged user, with a data directory of its own."""

import json
import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from .leftovers import Snapshot

REPOSITORY = Path(__file__).resolve().parents[3]
DEPS = REPOSITORY / ".deps"
READY = re.compile(r"ready on (https?://[^\s,]+)")
NOBODY = 65534
IS_ROOT = os.geteuid() == 0


def binary():
    """The binary under test."""
    given = os.environ.get("TENFOLD_BINARY")
    path = Path(given) if given else REPOSITORY / "target/debug/tenfold"
    assert path.is_file(), f"no binary at {path}: run `cargo xtask test`, or `cargo build` first"
    return path


class Server:
    """One server. Its directory is readable to the user that it runs as, and to nobody in particular."""

    def __init__(self, *arguments, user=None, disk=None, prefix=(), **variables):
        self.arguments = arguments
        # A command of root's that the server is started by, such as one that brings it into a network.
        self.prefix = list(prefix)
        self.user = user
        # The size of a disk of its own for its data, which only its own mount namespace has (root only); or `limited`,
        # for one whose files can be kept from growing.
        self.disk = disk
        # Of the server alone, beside the clean environment that its commands have too.
        self.serving = {name: str(value) for name, value in variables.items()}
        self.directory = Path(tempfile.mkdtemp(prefix="tenfold-e2e-"))
        self.directory.chmod(0o755)
        self.data = self.directory / "data"
        self.home = self.directory / "home"
        self.home.mkdir()
        self.program = self.directory / "tenfold"
        # The build directory may be closed to the user.
        shutil.copy2(binary(), self.program)
        self.program.chmod(0o755)
        if user is not None:
            for path in (self.directory, self.home):
                os.chown(path, user, user)
        # Where functions may connect to: nothing that a test starts is to be sent beyond this machine.
        self.egress = "none"
        self.process = None
        self.snapshot = None
        self.url = None
        self.ready_line = None
        self.ready_seconds = None

    def environment(self):
        """A clean environment, without this process's AWS settings."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        return kept | {"HOME": str(self.home)}

    def identity(self):
        """As whom its processes run, for `subprocess`."""
        if self.user is None:
            return {}
        return {"user": self.user, "group": self.user, "extra_groups": []}

    def _as_user(self):
        """The command by which root becomes the user."""
        if self.user is None:
            return []
        return ["setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups"]

    def start(self, *more, seconds=20):
        """Starts it and waits for the ready line."""
        command = [self.program, "up", "--data-dir", self.data, *self.arguments, *more]
        if self.egress is not None and "--egress" not in command:
            command += ["--egress", self.egress]
        if "--listen" not in command:
            command += ["--listen", "127.0.0.1:0"]
        if self.disk not in (None, "limited"):
            self.data.mkdir(exist_ok=True)
            mount = 'mount -t tmpfs -o size="$1",mode=700 tmpfs "$2" && shift 2 && exec "$@"'
            command = ["unshare", "--mount", "sh", "-c", mount, "sh", self.disk, self.data, *command]
        identity = self.identity()
        if self.prefix:
            command, identity = self.prefix + self._as_user() + command, {}
        self.log = open(self.directory / "stderr", "ab")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.log,
            cwd=self.directory,
            env=self.environment() | {"TENFOLD_LOG": os.environ.get("TENFOLD_LOG", "info")} | self.serving,
            start_new_session=True,
            # Python ignores the signal about a file that may not grow; so does this server then.
            restore_signals=self.disk != "limited",
            **identity,
        )
        line = self._first_line(seconds)
        self.ready_seconds = time.monotonic() - begun
        found = READY.search(line)
        assert found, f"no ready line but {line!r}; standard error: {self.stderr()}"
        self.url = found.group(1)
        self.ready_line = line
        self.snapshot = Snapshot(self.process.pid, str(self.directory)).look()
        return self

    def _first_line(self, seconds):
        readable, _, _ = select.select([self.process.stdout], [], [], seconds)
        if not readable:
            self.process.kill()
            raise AssertionError(f"not ready after {seconds} s; standard error: {self.stderr()}")
        return self.process.stdout.readline().decode()

    def stderr(self):
        """What the server has logged, the end of it."""
        return (self.directory / "stderr").read_text(errors="replace")[-8000:]

    def alive(self):
        """Whether its process runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self, seconds=40):
        """Asks it to stop, and sees that it does so in order and that nothing is left."""
        if not self.alive():
            raise AssertionError(f"the server died ({self.process.returncode}): {self.stderr()}")
        self.snapshot.look()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(seconds)
        self._closed()
        assert status == 0, f"status {status} after SIGTERM: {self.stderr()}"
        self.snapshot.assert_gone(2)

    def kill(self):
        """`kill -9`, and two seconds for everything of it to vanish."""
        self.snapshot.look()
        self.process.kill()
        self.process.wait()
        self._closed()
        self.snapshot.assert_gone(2)

    def _closed(self):
        self.process.stdout.close()
        self.log.close()

    def remove(self):
        """Ends it whatever its state, and removes its directory."""
        if self.alive():
            self.process.kill()
            self.process.wait()
            self._closed()
        shutil.rmtree(self.directory, ignore_errors=True)

    def cli(self, *arguments, stdin=None, seconds=60, data_dir=True, **environment):
        """Runs a command of the binary against this server."""
        command = [self.program, *arguments]
        if data_dir:
            command += ["--data-dir", self.data]
        if self.disk not in (None, "limited"):
            command = ["nsenter", "--mount", "--target", str(self.process.pid), *command]
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=seconds,
            cwd=self.directory,
            env=self.environment() | environment,
            **self.identity(),
        )

    def variables(self):
        """What `tenfold env` would set."""
        done = self.cli("env", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
