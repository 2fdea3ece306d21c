"""A scripted Runtime API: hands out the events it was given, records everything a runtime sends.

One server per run of a client. After the last event it holds the next request for an event open and says so through
`finished`, so that the caller can end the process.
"""

import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Union

# How long (seconds) a request for an event that overtook a response is held back for it.
PATIENCE = 5
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:fn"


@dataclass
class Event:
    """What one `GET …/next` answers. A header set to None is left out."""

    body: Union[bytes, str] = "{}"
    headers: Dict[str, Optional[str]] = field(default_factory=dict)
    # Milliseconds from now to the deadline.
    time_left: int = 60_000
    chunked: bool = False
    close: bool = False


@dataclass
class Request:
    """What a client sent. Header names are in lower case; `trailers` come after a chunked body."""

    method: str
    path: str
    headers: Dict[str, str]
    body: bytes
    trailers: Dict[str, str]


class RuntimeApi:
    """Listens on a loopback port from construction to `close`."""

    def __init__(self, events: List[Event], refuse_results_with: int = 202, knows_then: bool = False):
        self.events = list(events)
        # Whether the answer to a response is the next event, where the client asks for that: Tenfold's does so, AWS's not.
        self.knows_then = knows_then
        self.result_status = refuse_results_with
        self.requests: List[Request] = []
        self.finished = threading.Event()
        self.handed_out = 0
        self.answered = 0
        # Whether the client asked for an event before the last one was answered.
        self.overtook = False
        self.lock = threading.Lock()
        self.progress = threading.Condition(self.lock)
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(8)
        self.address = "127.0.0.1:%d" % self.listener.getsockname()[1]
        self.connections: List[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self.listener.close()
        for connection in self.connections:
            connection.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        stream = connection.makefile("rb")
        try:
            while self._answer_one(connection, stream):
                pass
        except (OSError, ValueError):
            pass  # the client is gone

    def _answer_one(self, connection, stream):
        line = stream.readline()
        if not line:
            return False
        method, path, _ = line.decode("latin-1").split()
        headers = read_fields(stream)
        body, trailers = read_body(stream, headers)
        with self.lock:
            if path.endswith("/invocation/next") and self.answered < self.handed_out:
                self.overtook = True
                self.progress.wait_for(lambda: self.answered == self.handed_out, timeout=PATIENCE)
            self.requests.append(Request(method, path, headers, body, trailers))
            answer, close = self._answer(path, headers)
        if answer is None:
            self.finished.set()
            return True
        connection.sendall(answer)
        if close:
            connection.shutdown(socket.SHUT_RDWR)
        return not close

    def _answer(self, path, headers):
        """The bytes to answer with (None: hold the request open) and whether the connection ends with them."""
        then = self.knows_then and self.result_status == 202 and headers.get("tenfold-runtime-then") == "next"
        if then:
            self.answered += 1
        if then or path.endswith("/invocation/next"):
            if self.handed_out == len(self.events):
                return None, False
            event = self.events[self.handed_out]
            self.handed_out += 1
            return event_bytes(event, self.handed_out), event.close
        if "/invocation/" in path:
            self.answered += 1
            self.progress.notify_all()
        status = 200 if path.endswith("/restore/next") else self.result_status
        return b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" % status, False


def event_bytes(event, number):
    body = event.body.encode() if isinstance(event.body, str) else event.body
    headers = {
        "Content-Type": "application/json",
        "Lambda-Runtime-Aws-Request-Id": "8f5c1a2e-0000-4000-8000-%012d" % number,
        "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + event.time_left),
        "Lambda-Runtime-Invoked-Function-Arn": ARN,
        "Lambda-Runtime-Trace-Id": "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
    }
    headers.update(event.headers)
    if event.close:
        headers["Connection"] = "close"
    if event.chunked:
        headers["Transfer-Encoding"] = "chunked"
        halves = body[: len(body) // 2], body[len(body) // 2 :]
        body = b"".join(b"%x\r\n%s\r\n" % (len(half), half) for half in halves if half) + b"0\r\n\r\n"
    else:
        headers["Content-Length"] = str(len(body))
    head = "".join("%s: %s\r\n" % (name, value) for name, value in headers.items() if value is not None)
    return b"HTTP/1.1 200 OK\r\n" + head.encode() + b"\r\n" + body


def read_fields(stream):
    """Header or trailer lines up to the blank one."""
    fields = {}
    while True:
        line = stream.readline().strip()
        if not line:
            return fields
        name, _, value = line.partition(b":")
        fields[name.decode("latin-1").lower()] = value.strip().decode("utf-8", "replace")


def read_body(stream, headers):
    if headers.get("transfer-encoding", "").lower() != "chunked":
        return stream.read(int(headers.get("content-length", 0))), {}
    parts = []
    while True:
        size = int(stream.readline().split(b";")[0], 16)
        if size == 0:
            return b"".join(parts), read_fields(stream)
        parts.append(stream.read(size))
        stream.readline()
