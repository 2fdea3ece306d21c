"""A server whose file descriptors functions use up."""

import resource
from concurrent.futures import ThreadPoolExecutor

from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import deployed, invoke
from harness.wait import until

# As few as make it quick. A sandbox takes some twenty of the server's, and its connections one each.
LIMIT = 400
MANY = 30

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
    assert resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE) == (own[1], own[1])


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
                    assert invoke(client(server), other, 2).payload == 2
                outcomes = {done.result() for done in holding}
            assert outcomes == {None, "ServiceException"}, outcomes
        # What the environments had is free again.
        with deployed(lam, answers, "later", handler="app.handler") as later:
            until(lambda: has_room(lam, later), 20, "a new environment")


def has_room(lam, name):
    """Whether a new environment can be had."""
    try:
        return invoke(lam, name, 3).payload == 3
    except ClientError:
        return False
