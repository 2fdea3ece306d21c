"""Export by OTLP to a real collector of OpenTelemetry, over HTTP and gRPC: what it received is what it passes on, and what it writes down."""

import re
import socket

import pytest

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.otlp import OverHttp, Received, attributes, points, records, spans
from harness.programs import running
from harness.server import DEPS
from harness.wait import until
from test_inspection import free_port
from test_otlp import SETTINGS, SPEAKS, TRACE, traced

COLLECTOR = DEPS / "collector/rotel/rotel-agent"
pytestmark = pytest.mark.skipif(not COLLECTOR.exists(), reason="no collector: it comes from PyPI")


def listens(port):
    """Whether somebody does."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def collecting(tmp_path):
    """A collector, by the URLs of its receivers; what it has written; and what came where it passes everything on to."""
    received = Received(takes_all=True)
    there = OverHttp(received)
    grpc, http = free_port(), free_port()
    COLLECTOR.chmod(0o755)
    command = [COLLECTOR, "start", "--pid-file", "pid", "--log-file", "log", "--batch-timeout", "100ms"]
    command += ["--otlp-grpc-endpoint", f"127.0.0.1:{grpc}", "--otlp-http-endpoint", f"127.0.0.1:{http}"]
    for signal in ("traces", "metrics", "logs"):
        command += ["--debug-log", signal, f"--otlp-exporter-{signal}-endpoint", f"{there.url}/v1/{signal}"]
    command += ["--debug-log-verbosity", "detailed", "--exporter", "otlp", "--otlp-exporter-protocol", "http"]
    try:
        with running(command, tmp_path, lambda: listens(grpc) and listens(http)) as written:
            yield {"grpc": grpc, "http/protobuf": http}, written, received
    finally:
        there.stop()


@pytest.mark.parametrize("protocol", ["http/protobuf", "grpc"])
@pytest.mark.parametrize("compression", ["gzip", "none"])
def test_a_collector_takes_all_signals(own_server, collecting, protocol, compression):
    ports, written, received = collecting
    server = own_server(
        "--dev", **SETTINGS | {"OTEL_EXPORTER_OTLP_PROTOCOL": protocol, "OTEL_EXPORTER_OTLP_COMPRESSION": compression}
    )
    server.start("--otlp-endpoint", f"http://127.0.0.1:{ports[protocol]}")
    lam = traced(client(server))
    name = name_of("collected")
    create(lam, name, SPEAKS, handler="speak.handler", MemorySize=1769, TracingConfig={"Mode": "Active"})
    request = invoke(lam, name, {"n": 1}).request_id
    invoke(lam, name, {"n": 2, "fail": True})
    server.stop()

    mine = lambda: [span for of, span in spans(received) if of.get("faas.name") == name]
    until(lambda: len(mine()) == 9, 30, "the collector passes the spans on")
    assert {"Initialization", "Invocation", "Overhead"} <= {span.name for span in mine()}
    ids = {span.span_id for span in mine()}
    assert len(ids) == 9 and {span.trace_id.hex() for span in mine()} == {TRACE}
    assert any(attributes(span).get("faas.invocation_id") == request for span in mine())
    line = lambda text: next((found for found in records(received) if text in found[1].body.string_value), None)
    of, record = until(lambda: line("heard 1"), 20, "the collector passes the function's line on")
    assert (of["service.name"], record.severity_text) == (name, "WARN")
    assert attributes(record)["faas.invocation_id"] == request
    _, report = until(lambda: line(f"REPORT RequestId: {request}"), 20, "and the REPORT line")
    assert report.span_id in ids

    def counted(metric):
        return [point.as_int for point in points(received, metric) if attributes(point).get("function") == name]

    until(lambda: counted("tenfold_function_invocations_total") == [2], 20, "the collector passes the metrics on")
    assert counted("tenfold_function_errors_total") == [1]
    # The same as it understood them itself.
    for part in (name, "heard 1", request, "tenfold_function_duration_seconds"):
        assert part in written(), part
    assert not re.search(r"\b(WARN|ERROR)\b.*(decode|invalid|refus)", written())
