"""Fixtures of the end-to-end tests."""

import pytest

from harness import clients, packages
from harness.functions import create, name_of
from harness.server import IS_ROOT, NOBODY, Server


def _serve(*arguments, user=None):
    server = Server(*arguments, user=user)
    try:
        server.start()
        yield server
        server.stop()
    finally:
        server.remove()


@pytest.fixture(scope="session")
def server():
    """The server that most tests share, as whoever runs the tests."""
    yield from _serve()


@pytest.fixture(scope="session")
def user_server():
    """A server that an unprivileged user runs."""
    yield from _serve(user=NOBODY if IS_ROOT else None)


@pytest.fixture(scope="session", params=["root", "unprivileged"])
def any_server(request):
    """Both, one after the other: what uses this runs on each."""
    if request.param == "root":
        if not IS_ROOT:
            pytest.skip("not root: only the unprivileged server can be tested")
        return request.getfixturevalue("server")
    return request.getfixturevalue("user_server")


@pytest.fixture
def own_server():
    """Servers that one test starts, kills and restarts as it likes."""
    servers = []

    def make(*arguments, user=None):
        servers.append(Server(*arguments, user=user))
        return servers[-1]

    yield make
    for server in servers:
        server.remove()


@pytest.fixture(scope="session")
def lam(server):
    """boto3's Lambda client for the shared server."""
    return clients.client(server)


@pytest.fixture(scope="session")
def logs(server):
    """boto3's Logs client for the shared server."""
    return clients.client(server, "logs")


@pytest.fixture(scope="session")
def toolbox(lam):
    """The toolbox function on the shared server."""
    name = name_of("toolbox")
    create(lam, name, packages.toolbox())
    return name
