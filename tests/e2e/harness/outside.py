"""Networks of a test's own: a namespace that the server runs in, and hosts that stand for the internet, a private network and a cloud's
metadata service. There is no way from there to anywhere else."""

import ctypes
import os
import subprocess
import uuid
from contextlib import contextmanager

# Addresses that stand for others. Those for documentation are nobody's.
PUBLIC, PUBLIC_V6 = "203.0.113.9", "2001:db8::9"
PRIVATE, PRIVATE_V6 = "10.77.0.9", "fd77::9"
METADATA = "169.254.169.254"
OWN, OWN_V6 = "203.0.113.1", "2001:db8::1"
# A second one of the same network: what connects to it does so from the first.
OWN_TOO = "203.0.113.2"
PORT = 8080

# Answers TCP with who it is, UDP by echoing, and questions for names with one address.
HOST = r"""
import asyncio, socket, sys
name, port = sys.argv[1].encode(), int(sys.argv[2])

async def tcp(reader, writer):
    first = await reader.readline()
    if first == b"whole\n":
        data = await reader.read()
        writer.write(str(len(data)).encode())
    elif first.startswith(b"much "):
        for _ in range(int(first.split()[1])):
            writer.write(b"x" * 65536)
            await writer.drain()
    else:
        writer.write(name + b" " + first)
    await writer.drain()
    writer.close()

class Udp(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, peer):
        self.transport.sendto(name + b" " + data, peer)

class Dns(Udp):
    def datagram_received(self, data, peer):
        question = data[12:data.index(b"\0", 12) + 5]
        is_a = question[-4:] == b"\0\1\0\1"
        answer = b"\xc0\x0c\0\1\0\1\0\0\0\x1e\0\4" + socket.inet_aton("203.0.113.9") if is_a else b""
        self.transport.sendto(data[:2] + b"\x81\x80\0\1" + (b"\0\1" if is_a else b"\0\0") + b"\0\0\0\0" + question + answer, peer)

async def main():
    loop = asyncio.get_running_loop()
    for family, any in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
        stream, datagrams = socket.socket(family), socket.socket(family, socket.SOCK_DGRAM)
        for each in (stream, datagrams):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                each.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            each.bind((any, port))
        datagrams.setblocking(False)
        await asyncio.start_server(tcp, sock=stream)
        await loop.create_datagram_endpoint(Udp, sock=datagrams)
    await loop.create_datagram_endpoint(Dns, local_addr=("0.0.0.0", 53))
    print("ready", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def ip(*arguments):
    """Runs ip(8)."""
    return subprocess.run(["ip", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def _enter(namespace):
    if ctypes.CDLL(None, use_errno=True).setns(namespace, 0) != 0:
        raise OSError(ctypes.get_errno(), "setns")


class Outside:
    """The namespaces, until it is closed. Root only."""

    def __init__(self):
        self.prefix = f"tf{uuid.uuid4().hex[:6]}"
        self.inside = f"{self.prefix}s"
        self.namespaces = []
        self.hosts = []
        try:
            self._make()
        except BaseException:
            self.close()
            raise

    def _namespace(self, name):
        ip("netns", "add", name)
        self.namespaces.append(name)
        ip("-n", name, "link", "set", "lo", "up")
        return name

    def _make(self):
        self._namespace(self.inside)
        self._host("public", ((PUBLIC, OWN, 24), (PUBLIC_V6, OWN_V6, 64)), default=True)
        ip("-n", self.inside, "address", "add", f"{OWN_TOO}/24", "dev", f"{self.prefix}pu0")
        self._host("private", ((PRIVATE, "10.77.0.1", 24), (PRIVATE_V6, "fd77::1", 64)))
        self._host("metadata", ((METADATA, "169.254.0.1", 16),))
        self._serve("self", self.inside)

    def _host(self, name, addresses, default=False):
        namespace = self._namespace(f"{self.prefix}{name[:2]}")
        near, far = f"{self.prefix}{name[:2]}0", f"{self.prefix}{name[:2]}1"
        ip("link", "add", near, "netns", self.inside, "type", "veth", "peer", "name", far, "netns", namespace)
        for at, device, index in ((namespace, far, 0), (self.inside, near, 1)):
            for pair in addresses:
                more = ["nodad"] if ":" in pair[index] else []
                ip("-n", at, "address", "add", f"{pair[index]}/{pair[2]}", "dev", device, *more)
            ip("-n", at, "link", "set", device, "up")
        if default:
            ip("-n", self.inside, "route", "add", "default", "via", PUBLIC)
            ip("-n", self.inside, "-6", "route", "add", "default", "via", PUBLIC_V6)
        self._serve(name, namespace)

    def _serve(self, name, namespace):
        command = ["ip", "netns", "exec", namespace, "python3", "-c", HOST, name, str(PORT)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.hosts.append(process)
        assert process.stdout.readline() == b"ready\n", f"the host {name} does not begin"

    @contextmanager
    def entered(self):
        """The calling thread, and what it starts, in the namespace of the server."""
        before = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        inside = os.open(f"/run/netns/{self.inside}", os.O_RDONLY)
        try:
            _enter(inside)
            yield
        finally:
            _enter(before)
            os.close(inside)
            os.close(before)

    def within(self, work, *arguments):
        """What `work` returns in there, in a thread that may be elsewhere."""
        with self.entered():
            return work(*arguments)

    def close(self):
        """Leaves nothing."""
        for host in self.hosts:
            host.kill()
            host.wait()
            host.stdout.close()
        for namespace in reversed(self.namespaces):
            subprocess.run(["ip", "netns", "delete", namespace], check=False)
