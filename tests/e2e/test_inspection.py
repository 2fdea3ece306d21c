"""Metrics for Prometheus, and whether the server lives and can do its work: read as Prometheus reads them, by its own parser."""

import errno
import http.client
import json
import os
import signal
import subprocess
import urllib.parse
from pathlib import Path

import pytest
from botocore.exceptions import ClientError
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics
from prometheus_client.parser import text_string_to_metric_families as prometheus

from harness import packages
from harness.clients import client
from harness.functions import create, deployed, invoke, name_of
from harness.server import IS_ROOT
from harness.wait import until

TOKEN = "e2e-0123456789-abcdef"
ASKING = packages.zipped(
    {
        "ask.py": "import urllib.request, urllib.error\n"
        "def handler(event, context):\n"
        "    import os\n"
        "    try:\n"
        "        url = os.environ['AWS_ENDPOINT_URL'] + event['path']\n"
        "        return urllib.request.urlopen(url, timeout=5).status\n"
        "    except urllib.error.HTTPError as error:\n"
        "        return error.code\n"
    }
)


def get(url, path, **headers):
    """Status, content type and text of a GET."""
    there = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(there.hostname, there.port, timeout=20)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.getheader("content-type"), answer.read().decode()
    finally:
        connection.close()


def scraped(url, path="/_tenfold/metrics", parse=prometheus, **headers):
    """All samples by name and labels."""
    status, _, text = get(url, path, **headers)
    assert status == 200, text
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in parse(text)
        for sample in family.samples
    }


def of_function(samples, metric, name, **more):
    """A sample of a function; 0 where there is none."""
    for key, value in samples.items():
        labels = dict(key[1:])
        if key[0] == metric and labels.pop("function", None) == name and more.items() <= labels.items():
            return value
    return 0


def free_port():
    """One that nobody listens on now."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def lam(fresh_server):
    """A client of a server that has few functions: each has series of its own."""
    return client(fresh_server)


def test_counts_are_those_of_what_was_invoked(fresh_server, lam):
    server = fresh_server
    name = name_of("scraped")
    create(lam, name, packages.toolbox())
    for _ in range(4):
        invoke(lam, name)
    invoke(lam, name, {"do": "fail"})
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    for _ in range(2):
        with pytest.raises(ClientError, match="Rate Exceeded"):
            invoke(lam, name)

    def counted():
        samples = scraped(server.url)
        of = lambda metric: of_function(samples, f"tenfold_function_{metric}_total", name)
        return samples if (of("invocations"), of("errors"), of("throttles")) == (5, 1, 2) else None

    samples = until(counted, 20, "all that was invoked is counted")
    assert of_function(samples, "tenfold_function_invocations_total", name, account="000000000000", region="us-east-1") == 5
    duration = "tenfold_function_duration_seconds"
    assert of_function(samples, f"{duration}_count", name) == 5
    assert of_function(samples, f"{duration}_bucket", name, le="+Inf") == 5
    buckets = [value for key, value in samples.items() if key[0] == f"{duration}_bucket" and ("function", name) in key]
    assert len(buckets) == 13 and buckets == sorted(buckets)
    assert 0 < of_function(samples, f"{duration}_sum", name) < 60
    assert of_function(samples, "tenfold_function_concurrent_executions", name) == 0
    assert samples["tenfold_http_requests_total", ("code", "2xx"), ("service", "lambda")] >= 6
    assert samples["tenfold_http_requests_total", ("code", "4xx"), ("service", "lambda")] >= 2
    assert samples["process_resident_memory_bytes",] > 1 << 20
    assert samples["tenfold_disk_free_bytes",] <= samples["tenfold_disk_size_bytes",]
    assert samples["tenfold_cold_starts_total",] >= 1
    assert any(key[0] == "tenfold_build_info" for key in samples)
    # The same in the other form, whose parser is stricter.
    accept = "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.2"
    status, kind, text = get(server.url, "/_tenfold/metrics", accept=accept)
    assert (status, kind.split(";")[0], text.endswith("# EOF\n")) == (200, "application/openmetrics-text", True)
    assert of_function(scraped(server.url, parse=open_metrics, accept=accept), "tenfold_function_invocations_total", name) == 5
    assert get(server.url, "/_tenfold/metrics")[1] == "text/plain; version=0.0.4; charset=utf-8"


def test_who_may_read(fresh_server, lam):
    server = fresh_server
    local = {"host": "localhost"}
    assert get(server.url, "/_tenfold/metrics", **local)[0] == 200
    assert get(server.url, "/_tenfold/health")[0] == 200
    for foreign in ({"origin": "http://evil.test"}, {"host": "evil.test"}, {"x_forwarded_for": "192.0.2.1"}):
        assert get(server.url, "/_tenfold/metrics", **local | foreign)[0] == 403, foreign
        status, _, text = get(server.url, "/_tenfold/ready", **local | foreign)
        assert (status, json.loads(text)) == (200, {"status": "ready"}), "no more than that"
    # It is no operation of AWS's, and a function URL keeps the path for its function.
    assert get(server.url, "/metrics")[0] == 403
    with deployed(lam, ASKING, handler="ask.handler", MemorySize=1769) as name:
        for path in ("/_tenfold/metrics", "/_tenfold/ready"):
            assert invoke(lam, name, {"path": path}).payload == (403 if "metrics" in path else 200)
        url = lam.create_function_url_config(FunctionName=name, AuthType="NONE")["FunctionUrl"]
        host = urllib.parse.urlsplit(url).netloc
        assert "tenfold_build_info" not in get(server.url, "/_tenfold/metrics", host=host)[2]


def test_a_listener_of_its_own_and_a_token(own_server):
    server = own_server("--dev")
    token = server.directory / "token"
    token.write_text(TOKEN + "\n")
    port = free_port()
    server.start(
        "--metrics-listen", f"127.0.0.1:{port}", "--metrics-token-file", token, "--metrics-functions", "1",
    )
    lam, there = client(server), f"http://127.0.0.1:{port}"
    sends = {"authorization": f"Bearer {TOKEN}"}
    for url, path in ((server.url, "/_tenfold/metrics"), (there, "/metrics"), (there, "/_tenfold/metrics")):
        assert get(url, path)[0] == 401
        assert get(url, path, authorization="Bearer another-0123456789")[0] == 401
        assert get(url, path, **sends)[0] == 200
    assert get(there, "/health")[0] == 200
    assert json.loads(get(there, "/ready")[2]) == {"status": "ready"}
    checks = json.loads(get(there, "/ready", **sends)[2])["checks"]
    assert {name: check["status"] for name, check in checks.items()} == dict.fromkeys(
        ("store", "keeper", "disk", "listener"), "ok"
    )
    for path in ("/", "/2015-03-31/functions/", "/_tenfold/code/x"):
        assert get(there, path)[0] == 404, "the API is not here"
    # The first function has series of its own, and all others have theirs together.
    names = [name_of("first"), name_of("second"), name_of("third")]
    for name in names:
        create(lam, name, packages.toolbox())
    invoke(lam, names[0])
    invocations = "tenfold_function_invocations_total"
    read = lambda: scraped(there, "/metrics", **sends)
    until(lambda: of_function(read(), invocations, names[0]) == 1, 20, "the first function is counted")
    for name in names[1:] * 2:
        invoke(lam, name)
    until(lambda: of_function(read(), invocations, "other", account="other") == 4, 20, "the others are summed")
    samples = read()
    assert of_function(samples, invocations, names[0]) == 1
    assert not any(of_function(samples, invocations, name) for name in names[1:])
    server.stop()


def test_without_metrics_there_is_health(own_server):
    server = own_server("--dev", "--no-metrics").start()
    assert get(server.url, "/_tenfold/metrics")[0] == 404
    assert get(server.url, "/_tenfold/ready")[0] == 200
    server.stop()


def failing(server):
    """Which checks fail, by what `/ready` says; that it says so by its status too."""
    status, kind, text = get(server.url, "/_tenfold/ready")
    said = json.loads(text)
    failed = {name for name, check in said["checks"].items() if check["status"] != "ok"}
    assert kind == "application/json"
    assert (status, said["status"]) == ((503, "not ready") if failed else (200, "ready"))
    assert all(said["checks"][name]["reason"] for name in failed)
    assert get(server.url, "/_tenfold/health")[0] == 200, "it lives"
    return failed


def keeper_of(server):
    """The process that the server forked before all others."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return int(min(children, key=lambda pid: int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[19])))


@pytest.mark.skipif(not IS_ROOT, reason="not root: no disk of its own can be mounted")
def test_a_full_disk_and_a_keeper_that_is_silent(own_server):
    server = own_server("--dev", "--min-free-disk", "16", disk="96m").start()
    assert failing(server) == set()
    filling = Path(f"/proc/{server.process.pid}/root{server.data}/filling")
    with filling.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError as error:
                assert error.errno == errno.ENOSPC
    until(lambda: "disk" in failing(server), 20, "a full disk is told")
    filling.unlink()
    until(lambda: failing(server) == set(), 20, "it is ready when there is room")
    keeper = keeper_of(server)
    os.kill(keeper, signal.SIGSTOP)
    try:
        until(lambda: failing(server) == {"keeper"}, 20, "a keeper that says nothing is told")
    finally:
        os.kill(keeper, signal.SIGCONT)
    until(lambda: failing(server) == set(), 20, "it is ready when the keeper answers")
    server.stop()


def test_a_store_that_cannot_write(own_server):
    server = own_server("--dev", disk="limited").start()

    def limit(soft):
        command = ["prlimit", "--pid", str(server.process.pid), f"--fsize={soft}:"]
        subprocess.run(command, check=True, **server.identity())

    assert failing(server) == set()
    limit(0)
    try:
        until(lambda: failing(server) == {"store"}, 20, "that nothing can be written is told")
    finally:
        limit("unlimited")
    until(lambda: failing(server) == set(), 20, "it is ready when it can write again")
    server.stop()
