"""A network of the test's own: a namespace for servers, and behind a wire another one where test hosts stand in for a
private network, a cloud's metadata service and the internet. Nothing in it leads out of the machine. Root only."""

import ctypes
import os
import socket
import subprocess
import threading
import uuid

_libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x4000_0000

HERE = "10.213.0.1"
# A host of the private network next door, a metadata service, and one of the addresses that documentation may use.
HOSTS = {"private network": "10.213.0.2", "metadata service": "169.254.169.254", "internet": "192.0.2.7"}


def _ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)


class Networks:
    """The two namespaces, from `with` to its end."""

    def __enter__(self):
        tag = uuid.uuid4().hex[:6]
        self.near, self.far = f"tfn-{tag}", f"tff-{tag}"
        try:
            for name in (self.near, self.far):
                _ip("netns", "add", name)
                _ip("-n", name, "link", "set", "lo", "up")
            near, far = f"n{tag}", f"f{tag}"
            _ip("-n", self.near, "link", "add", near, "type", "veth", "peer", "name", far, "netns", self.far)
            _ip("-n", self.near, "address", "add", f"{HERE}/24", "dev", near)
            for number, address in enumerate(HOSTS.values()):
                _ip("-n", self.far, "address", "add", f"{address}/{24 if number == 0 else 32}", "dev", far)
            for name, device in ((self.near, near), (self.far, far)):
                _ip("-n", name, "link", "set", device, "up")
            _ip("-n", self.near, "route", "add", "default", "via", HOSTS["private network"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for name in (self.near, self.far):
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)

    def inside(self, name, work):
        """What `work()` returns in a thread that is in that namespace. Sockets that it makes stay there."""
        results = []

        def run():
            try:
                file = os.open(f"/run/netns/{name}", os.O_RDONLY | os.O_CLOEXEC)
                try:
                    if _libc.setns(file, CLONE_NEWNET) != 0:
                        raise OSError(ctypes.get_errno(), "setns")
                finally:
                    os.close(file)
                results.append((work(), None))
            except BaseException as error:  # noqa: BLE001 - raised where it was asked for
                results.append((None, error))

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        value, error = results[0]
        if error is not None:
            raise error
        return value


class Resolver:
    """Knows no name, and says so at once."""

    def __init__(self, address):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((address, 53))
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self):
        try:
            while True:
                question, peer = self.socket.recvfrom(2048)
                # The same question, answered with no record but the code for a name that does not exist.
                end = question.index(b"\0", 12) + 5
                self.socket.sendto(question[:2] + b"\x81\x83\0\1" + b"\0" * 6 + question[12:end], peer)
        except (OSError, ValueError):
            pass

    def close(self):
        self.socket.close()


class Listener:
    """Takes connections and datagrams on one port, and remembers that there were any."""

    def __init__(self, address, port=0):
        self.stream = socket.create_server((address, port))
        self.address, self.port = self.stream.getsockname()[:2]
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind((address, self.port))
        self.heard = []
        self.threads = [threading.Thread(target=work, daemon=True) for work in (self._accept, self._receive)]
        for thread in self.threads:
            thread.start()

    def _accept(self):
        try:
            while True:
                connection, peer = self.stream.accept()
                self.heard.append(("connection", peer))
                connection.close()
        except OSError:
            pass

    def _receive(self):
        try:
            while True:
                _, peer = self.datagrams.recvfrom(2048)
                self.heard.append(("datagram", peer))
        except OSError:
            pass

    def close(self):
        for each in (self.stream, self.datagrams):
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            each.close()
        for thread in self.threads:
            thread.join(5)
