"""Our own commands: output for people and for scripts, and exit codes."""

import json
import subprocess

import pytest

from harness.clients import tool
from harness.wait import until


def test_env_is_what_a_shell_can_use(server):
    plain = server.cli("env")
    assert plain.returncode == 0
    script = f'{plain.stdout}\n"{tool("aws")}" sts get-caller-identity --output text --query Account'
    shell = subprocess.run(
        ["sh", "-ec", script], capture_output=True, text=True, timeout=60, env=server.environment() | {"AWS_PAGER": ""}
    )
    assert shell.stdout.strip() == "000000000000", shell.stderr
    assert set(server.variables()) >= {"AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"}


def test_functions(server, toolbox):
    table = server.cli("functions")
    assert table.returncode == 0 and toolbox in table.stdout and "python3.11" in table.stdout
    assert "\x1b" not in table.stdout, "no colour where there is no terminal"
    listed = json.loads(server.cli("functions", "--json").stdout)
    assert toolbox in [f["FunctionName"] for f in listed]


def test_invoke(server, toolbox):
    good = server.cli("invoke", toolbox, '{"a": 1}')
    assert good.returncode == 0 and json.loads(good.stdout)["event"] == {"a": 1}
    piped = server.cli("invoke", toolbox, "-", stdin='{"b": 2}')
    assert json.loads(piped.stdout)["event"] == {"b": 2}
    whole = json.loads(server.cli("invoke", toolbox, "--json").stdout)
    assert whole["functionError"] is None and "REPORT RequestId" in json.dumps(whole)
    failed = server.cli("invoke", toolbox, '{"do": "fail"}')
    assert failed.returncode == 1 and "ValueError" in failed.stdout + failed.stderr


@pytest.mark.parametrize(
    "arguments, status",
    [
        (["invoke", "never-there"], 4),
        (["logs", "never-there"], 4),
        (["invoke", "bad name!"], 4),
        (["invoke"], 2),
        (["no-such-command"], 2),
    ],
)
def test_exit_codes(server, arguments, status):
    done = server.cli(*arguments)
    assert done.returncode == status, done
    assert done.stderr.strip()


def test_without_a_server(own_server):
    server = own_server()
    for command in (["functions"], ["env"], ["invoke", "f"], ["logs", "f"]):
        done = server.cli(*command)
        assert done.returncode == 3 and "tenfold up" in done.stderr


def test_a_second_server_on_the_same_data(server, own_server):
    other = own_server()
    done = subprocess.run(
        [other.program, "up", "--listen", "127.0.0.1:0", "--data-dir", server.data],
        capture_output=True, text=True, timeout=30, env=other.environment(),
    )  # fmt: skip
    assert done.returncode == 5 and "in use" in done.stderr
    assert server.alive()


def test_an_address_in_use(server, own_server):
    other = own_server()
    done = subprocess.run(
        [other.program, "up", "--listen", server.url.removeprefix("http://"), "--data-dir", other.data],
        capture_output=True, text=True, timeout=30, env=other.environment(),
    )  # fmt: skip
    assert done.returncode == 5 and "in use" in done.stderr


def test_logs(server, toolbox):
    server.cli("invoke", toolbox, '{"word": "for-the-log"}')
    until(lambda: "for-the-log" in server.cli("logs", toolbox).stdout, 10, "the line in the log")
    lines = server.cli("logs", toolbox, "--json").stdout.splitlines()
    assert all({"timestamp", "message", "stream"} <= set(json.loads(line)) for line in lines)


def test_doctor(server):
    done = server.cli("doctor")
    assert done.returncode in (0, 1) and "cgroup" in done.stdout and "python3.11" in done.stdout
    report = json.loads(server.cli("doctor", "--json").stdout)
    assert isinstance(report, dict) and report


def test_version_and_help(server):
    assert server.cli("--version", data_dir=False).stdout.startswith("tenfold ")
    shown = server.cli("--help", data_dir=False).stdout
    for command in ("up", "demo", "env", "doctor", "functions", "invoke", "logs", "runtime"):
        assert command in shown
