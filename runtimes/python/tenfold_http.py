"""One kept-alive HTTP/1.1 connection to the Runtime API, on a bare socket: loading `http` would cost milliseconds.

It never retries: a lost connection is an error, unless the server announced its end.
"""

import sys

import _socket

API = "/2018-06-01/runtime/"
# Up to this size (bytes) a response is joined with its head and the next request into one write.
ONE_WRITE = 64 * 1024
# Header bytes that a response of the Runtime API may have before its blank line.
MAX_HEAD = 1024 * 1024


def connect(target):
    """A socket that is connected to `target`, a host and a port."""
    connected = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    connected.connect(target)
    connected.setsockopt(_socket.IPPROTO_TCP, _socket.TCP_NODELAY, 1)
    return connected


def take_over(descriptor):
    """A connected socket of a descriptor."""
    return _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM, 0, descriptor)


class RuntimeApi:
    """One kept-alive HTTP/1.1 connection. Requests may be sent ahead; answers come back in their order."""

    def __init__(self, address, connected=None):
        """`connected` is a socket that is connected to `address` already, if there is one."""
        host, _, port = address.rpartition(":")
        self.target = (host or "127.0.0.1", int(port))
        version = "%d.%d.%d" % sys.version_info[:3]
        self.tail = "\r\nHost: %s\r\nUser-Agent: aws-lambda-python/%s-tenfold\r\n" % (address, version)
        self.next = ("GET %sinvocation/next HTTP/1.1%s\r\n" % (API, self.tail)).encode()
        self.connect(connected)

    def connect(self, connected=None):
        self.socket = connected or connect(self.target)
        self.data = b""
        self.closing = False

    def send(self, *parts):
        if self.closing:
            self.socket.close()
            self.connect()
        for part in parts:
            self.socket.sendall(part)

    def post(self, path, headers, body, then=b""):
        """Posts `body` and, in the same write if it is small, the request `then`."""
        head = "POST %s%s HTTP/1.1%s%sContent-Length: %d\r\n\r\n" % (API, path, self.tail, headers, len(body))
        head = head.encode("utf-8", "replace")
        if len(body) <= ONE_WRITE:
            self.send(head + body + then)
        else:
            self.send(head, body, then)

    def receive(self):
        """The next answer: status, headers (names in lower case), body. Raises EOFError when the server is gone."""
        end = self.data.find(b"\r\n\r\n")
        while end < 0:
            if len(self.data) > MAX_HEAD:
                raise EOFError("too long a head")
            self.data += self.read()
            end = self.data.find(b"\r\n\r\n")
        lines = str(self.data[:end], "utf-8", "replace").split("\r\n")
        self.data = self.data[end + 4 :]
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        if "chunked" in headers.get("transfer-encoding", ""):
            body = self.read_chunks()
        else:
            body = self.take(int(headers.get("content-length") or 0))
        self.closing = headers.get("connection", "").lower() == "close"
        return int(lines[0].split(" ", 2)[1]), headers, body

    def read(self):
        data = self.socket.recv(65536)
        if not data:
            raise EOFError("the Runtime API closed the connection")
        return data

    def take(self, size):
        """Exactly `size` bytes: what is buffered, then from the socket into one buffer."""
        data = self.data
        if len(data) >= size:
            self.data = data[size:]
            return data[:size]
        self.data = b""
        body = bytearray(size)
        filled = len(data)
        body[:filled] = data
        with memoryview(body) as view:
            while filled < size:
                count = self.socket.recv_into(view[filled:])
                if not count:
                    raise EOFError("the Runtime API closed the connection")
                filled += count
        return bytes(body)

    def read_chunks(self):
        parts = []
        while True:
            size = int(self.read_line().split(b";")[0], 16)
            if size == 0:
                while self.read_line():
                    pass
                return b"".join(parts)
            parts.append(self.take(size))
            self.read_line()

    def read_line(self):
        while b"\n" not in self.data:
            self.data += self.read()
        line, _, self.data = self.data.partition(b"\n")
        return line.rstrip(b"\r")
