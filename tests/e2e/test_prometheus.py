"""A real Prometheus scrapes the server, and answers PromQL from what it read."""

import json
import subprocess
import urllib.parse
import urllib.request
from contextlib import ExitStack
from urllib.error import URLError

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.programs import running
from harness.server import DEPS
from harness.wait import until
from test_inspection import TOKEN, free_port, get

PROGRAMS = DEPS / "prometheus/usr/bin"
pytestmark = pytest.mark.skipif(
    not (PROGRAMS / "prometheus").exists(), reason="no Prometheus: it comes from Debian's packages"
)


class Prometheus:
    """Its HTTP API."""

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}"

    def is_ready(self):
        """Whether it answers queries."""
        try:
            with urllib.request.urlopen(f"{self.url}/-/ready", timeout=5) as answer:
                return answer.status == 200
        except (URLError, ConnectionError):
            return False

    def asked(self, path, **parameters):
        """The data of an answer."""
        query = urllib.parse.urlencode(parameters)
        with urllib.request.urlopen(f"{self.url}/api/v1/{path}?{query}", timeout=20) as answer:
            said = json.load(answer)
        assert said["status"] == "success", said
        return said["data"]

    def query(self, promql):
        """The values of an instant vector, by its labels without the scrape's own."""
        result = self.asked("query", query=promql)["result"]
        scrape = ("__name__", "instance", "job")
        labels = lambda sample: frozenset((k, v) for k, v in sample["metric"].items() if k not in scrape)
        return {labels(sample): float(sample["value"][1]) for sample in result}

    def number(self, promql):
        """The one value of a query; `None` where there is none."""
        values = self.query(promql)
        assert len(values) <= 1, values
        return next(iter(values.values()), None)


@pytest.fixture
def scraping(tmp_path):
    """Starts a Prometheus with a fresh data directory that scrapes a server twice a second."""
    with ExitStack() as programs:

        def start(url, path, token_file=None):
            there = urllib.parse.urlsplit(url)
            job = {
                "job_name": "tenfold",
                "scheme": there.scheme,
                "metrics_path": path,
                "static_configs": [{"targets": [there.netloc]}],
            }
            if token_file:
                job["authorization"] = {"credentials_file": str(token_file)}
            timing = {"scrape_interval": "500ms", "scrape_timeout": "500ms"}
            # JSON is YAML.
            (tmp_path / "prometheus.yml").write_text(json.dumps({"global": timing, "scrape_configs": [job]}))
            checked = subprocess.run(
                [PROGRAMS / "promtool", "check", "config", "prometheus.yml"], cwd=tmp_path, capture_output=True, text=True
            )
            assert checked.returncode == 0, checked
            prometheus = Prometheus(free_port())
            command = [PROGRAMS / "prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=data"]
            command += [f"--web.listen-address={prometheus.url.removeprefix('http://')}"]
            programs.enter_context(running(command, tmp_path, prometheus.is_ready))
            return prometheus

        yield start


@pytest.mark.parametrize("how", ["where the API is", "listener of its own, with a token"])
def test_what_was_invoked_is_answered_to_promql(own_server, scraping, how):
    server = own_server("--dev")
    if how == "where the API is":
        server.start()
        prometheus = scraping(server.url, "/_tenfold/metrics")
    else:
        token, port = server.directory / "token", free_port()
        token.write_text(TOKEN + "\n")
        server.start("--metrics-listen", f"127.0.0.1:{port}", "--metrics-token-file", token)
        prometheus = scraping(f"http://127.0.0.1:{port}", "/metrics", token)

    targets = lambda: prometheus.asked("targets", state="active")["activeTargets"]
    until(lambda: [target["health"] for target in targets()] == ["up"], 30, "Prometheus can read the server")
    lam = client(server)
    busy, quiet = name_of("busy"), name_of("quiet")
    create(lam, busy, packages.toolbox())
    create(lam, quiet, packages.toolbox())
    for _ in range(7):
        invoke(lam, busy)
    for _ in range(2):
        invoke(lam, busy, {"do": "fail"})
    invoke(lam, quiet)
    lam.put_function_concurrency(FunctionName=quiet, ReservedConcurrentExecutions=0)
    with pytest.raises(ClientError, match="Rate Exceeded"):
        invoke(lam, quiet)

    invocations = "sum by (function) (tenfold_function_invocations_total)"
    of = lambda **counts: {frozenset({("function", name)}): float(count) for name, count in counts.items()}
    until(lambda: prometheus.query(invocations) == of(**{busy: 9, quiet: 1}), 30, "all invocations are there")
    selected = f'{{function="{busy}",account="000000000000",region="us-east-1"}}'
    assert prometheus.number(f"tenfold_function_invocations_total{selected}") == 9
    assert prometheus.number(f"tenfold_function_errors_total{selected}") == 2
    assert prometheus.number(f'tenfold_function_throttles_total{{function="{quiet}"}}') == 1
    rate = f"tenfold_function_errors_total{selected} / tenfold_function_invocations_total{selected}"
    assert prometheus.number(rate) == pytest.approx(2 / 9)
    # Its histograms are those that `histogram_quantile` understands.
    assert prometheus.number(f"tenfold_function_duration_seconds_count{selected}") == 9
    median = prometheus.number(f"histogram_quantile(0.5, tenfold_function_duration_seconds_bucket{selected})")
    assert 0 < median < 60
    # Each has its type and its help; by OpenMetrics a counter's family goes without `_total`.
    for metric, kind in (
        ("tenfold_function_invocations", "counter"),
        ("tenfold_function_duration_seconds", "histogram"),
        ("tenfold_function_concurrent_executions", "gauge"),
    ):
        found = prometheus.asked("metadata", metric=metric) or prometheus.asked("metadata", metric=f"{metric}_total")
        ((told,),) = found.values()
        assert told["type"] == kind and told["help"]
    # Events that failed wait for a minute before they are tried again, and the depth of the queue says so.
    for _ in range(3):
        lam.invoke(FunctionName=busy, InvocationType="Event", Payload=json.dumps({"do": "fail"}))
    depth = lambda state: prometheus.number(f'tenfold_async_queue_events{{state="{state}"}}')
    until(lambda: depth("delayed") == 3, 30, "the queue's depth is there")
    assert (depth("ready"), depth("running")) == (0, 0)
    # All samples of a scrape are taken, and no counter falls.
    until(lambda: [target["lastError"] for target in targets()] == [""], 30, "nothing is wrong with the last scrape")
    assert prometheus.number("scrape_samples_scraped") == prometheus.number("scrape_samples_post_metric_relabeling") > 50
    assert prometheus.number("max(resets(tenfold_function_invocations_total[10m]))") == 0

    server.kill()
    until(lambda: prometheus.number("up") == 0, 30, "Prometheus sees that the server is gone")


def test_promtool_has_nothing_to_say(own_server):
    server = own_server("--dev").start()
    lam = client(server)
    name = name_of("checked")
    create(lam, name, packages.toolbox())
    invoke(lam, name)
    read = lambda: get(server.url, "/_tenfold/metrics")[2]
    text = until(lambda: next(filter(lambda text: name in text, [read()]), None), 20, "the function is counted")
    check = lambda text: subprocess.run(
        [PROGRAMS / "promtool", "check", "metrics"], input=text, capture_output=True, text=True, timeout=60
    )
    done = check(text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    # It does look.
    assert check("# TYPE Wrong counter\nWrong 1\n").returncode != 0
    server.stop()
