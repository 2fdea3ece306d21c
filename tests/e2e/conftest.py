"""Fixtures of the end-to-end tests."""

from pathlib import Path

import pytest

from harness import attack, clients, ledger, packages
from harness.functions import create, deployed, name_of
from harness.gate import Gate
from harness.server import IS_ROOT, NOBODY, Server


_uncalled = pytest.StashKey()


def pytest_configure():
    """Before any client exists."""
    ledger.listen()


def pytest_sessionfinish(session, exitstatus):
    """A whole run fails where the ledger claims a test that there was not."""
    passed = exitstatus == pytest.ExitCode.OK
    uncalled = ledger.close(whole=passed and _is_whole(session.config), update=passed)
    session.config.stash[_uncalled] = uncalled
    if uncalled:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    """Says which, and what became of attacks."""
    attack.write()
    for line in attack.lines():
        terminalreporter.write_line(line)
    for operation in config.stash.get(_uncalled, []):
        terminalreporter.write_line(f"FAILED tests/ledger.json claims an end-to-end test of {operation}: nobody called it")


def _is_whole(config):
    """Whether all tests were asked for."""
    here = Path(__file__).parent
    option = config.option
    parts = (option.keyword, option.markexpr, option.deselect, option.ignore, option.ignore_glob, option.collectonly)
    return not any(parts) and all(Path(argument).resolve() in (here, *here.parents) for argument in config.args)


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


@pytest.fixture(scope="module")
def fresh_server():
    """A server of its own for all tests of a file."""
    yield from _serve()


@pytest.fixture(scope="module")
def dev_server():
    """A development server for all tests of a file."""
    yield from _serve("--dev")


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

    def make(*arguments, user=None, disk=None, **variables):
        servers.append(Server(*arguments, user=user, disk=disk, **variables))
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


@pytest.fixture
def gate(lam):
    """One that functions wait at until the test opens it."""
    with deployed(lam, packages.toolbox(), "gate") as name:
        yield Gate(lam, name)
