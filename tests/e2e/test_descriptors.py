"""A server whose file descriptors functions use up."""

import os
import resource
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlsplit

from botocore.exceptions import ClientError, ConnectTimeoutError, ReadTimeoutError

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.wait import until

# As few as make it quick: fewer sandboxes than are asked for.
LIMIT = 300
MANY = 30
FEW = 10
# Room for fewer sandboxes than MANY.
TIGHT = 220

HOLDS = """
import os, socket, time
held = []
def handler(event, context):
    ports = [9001, int(os.environ["AWS_ENDPOINT_URL"].rsplit(":", 1)[1])]
    for port in ports * 40:
        connection = socket.socket()
        connection.setblocking(False)
        connection.connect_ex(("127.0.0.1", port))
        held.append(connection)
    time.sleep(event["seconds"])
"""


def test_the_server_takes_as_many_as_it_may_have(own_server):
    own = resource.getrlimit(resource.RLIMIT_NOFILE)
    # What a shell gives.
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, own[1] - 1), own[1]))
    try:
        server = own_server().start()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, own)
    soft, hard = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
    # Who may say so itself has more than it was given.
    assert soft == hard >= own[1]


def test_functions_cannot_use_up_the_servers_descriptors(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=MANY)
    answers = packages.zipped({"app.py": "def handler(event, context):\n    return event\n"})
    holds = packages.zipped({"app.py": HOLDS})
    with deployed(lam, answers, "answers", handler="app.handler") as other:
        assert invoke(lam, other, 1).payload == 1
        with deployed(lam, holds, "holds", handler="app.handler") as name:
            resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (LIMIT, LIMIT))

            def hold(_):
                try:
                    return invoke(lam, name, {"seconds": 6}).error
                except ClientError as error:
                    return error.response["Error"]["Code"]

            with ThreadPoolExecutor(MANY) as threads:
                holding = [threads.submit(hold, n) for n in range(MANY)]
                while not all(done.done() for done in holding):
                    # Each a new connection.
                    with closing(client(server)) as another:
                        assert invoke(another, other, 2).payload == 2
                outcomes = {done.result() for done in holding}
            assert outcomes == {None, "ServiceException"}, outcomes
        # What the environments had is free again.
        with deployed(lam, answers, "later", handler="app.handler") as later:
            until(lambda: has_room(lam, later), 20, "a new environment")


def test_idle_environments_and_clients_make_room(own_server):
    server = own_server().start()
    lam = client(server, max_pool_connections=MANY)
    sleeps = "import time\ndef handler(event, context):\n    time.sleep(event)\n    return event\n"
    sleeps = packages.zipped({"app.py": sleeps})
    with deployed(lam, sleeps, "idle", handler="app.handler") as idle:
        assert invoke(lam, idle, 0).payload == 0
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (TIGHT, TIGHT))

        def answered(n):
            try:
                return invoke(lam, idle, 3).payload == 3
            except ClientError:
                return False

        with ThreadPoolExecutor(MANY) as threads:
            answers = list(threads.map(answered, range(MANY)))
        assert True in answers and False in answers, answers
        # The idle ones have all that there is; the newcomer has it from the one that was used first.
        with deployed(lam, sleeps, "newcomer", handler="app.handler") as newcomer:
            until(lambda: has_room(lam, newcomer), 20, "an idle environment's room")
    # Clients that have all that is left and say nothing are sent away for one that asks for something.
    at = urlsplit(server.url)
    address = (at.hostname, at.port)
    silent = [socket.create_connection(address, timeout=5) for _ in range(TIGHT)]
    try:
        until(lambda: alone(server), 20, "an answer")
    finally:
        for connection in silent:
            connection.close()


# What an idle environment costs the server: its control socket, the file that freezes it, the Runtime API's listener, the
# runtime's connection, and three outputs.
EACH = 7

TELLS = """
import os, time
OWN = os.urandom(8).hex()
def handler(event, context):
    time.sleep(event)
    return OWN
"""


def test_idle_environments_take_few(own_server):
    server = own_server("--ready-sandboxes", "0").start()
    with closing(client(server)) as lam, deployed(lam, packages.zipped({"app.py": TELLS}), "idle", handler="app.handler") as idle:

        def gathered(count, seconds):
            """Whether so many environments were busy at the same time."""
            with closing(client(server, max_pool_connections=count)) as many, ThreadPoolExecutor(count) as threads:
                answers = threads.map(lambda _: invoke(many, idle, seconds).payload, range(count))
                return len(set(answers)) == count

        def held():
            """Without connections to databases and images of interpreters, of which there are a few for all."""
            found = (target(f"/proc/{server.process.pid}/fd/{number}") for number in os.listdir(f"/proc/{server.process.pid}/fd"))
            return sum(1 for path in found if ".db" not in path and "memfd" not in path)

        assert gathered(1, 0)
        one = held()
        assert any(gathered(FEW, seconds) for seconds in (1, 4, 16))
        # Frozen a moment later, and the clients' connections closed.
        until(lambda: held() - one <= EACH * (FEW - 1), 20, f"{EACH} descriptors for each of {FEW - 1}")


def target(link):
    """What a link of `/proc` leads to, while it is there."""
    try:
        return os.readlink(link)
    except FileNotFoundError:
        return ""


def alone(server):
    """Whether a new client has an answer soon."""
    with closing(client(server, read_timeout=3)) as lam:
        try:
            return lam.list_functions()["Functions"] == []
        except (ConnectTimeoutError, ReadTimeoutError):
            return False


def has_room(lam, name):
    """Whether a new environment can be had."""
    try:
        return invoke(lam, name, 1).payload == 1
    except ClientError:
        return False
