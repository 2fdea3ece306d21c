"""Export by OTLP, to receivers that speak it with OpenTelemetry's own messages: over HTTP and gRPC, with what goes wrong on the way."""

import pytest

from harness import packages
from harness.authority import Authority
from harness.clients import client
from harness.functions import create, invoke, name_of
from harness.otlp import SIGNALS, OverGrpc, OverHttp, Received, Secured, attributes, points, records, spans
from harness.wait import until
from test_inspection import free_port, scraped

SPEAKS = packages.zipped(
    {"speak.py": "import logging\nlogging.getLogger().setLevel('INFO')\ndef handler(event, context):\n"
                 "    logging.getLogger().warning('heard %s', event['n'])\n"
                 "    if event.get('fail'):\n        raise ValueError('on purpose')\n    return event\n"}
)
SETTINGS = {
    "OTEL_EXPORTER_OTLP_HEADERS": "x-e2e=a%20word",
    "OTEL_EXPORTER_OTLP_COMPRESSION": "gzip",
    "OTEL_METRIC_EXPORT_INTERVAL": "500",
    "OTEL_BSP_SCHEDULE_DELAY": "100",
    "OTEL_BLRP_SCHEDULE_DELAY": "100",
    "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment.name=e2e",
    "TENFOLD_LOG": "info,gateway=debug",
}
TRACE, PARENT = "5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8"


def traced(lam):
    """Has each Invoke of a client say that its caller traces, as W3C does."""
    header = ("traceparent", f"00-{TRACE}-{PARENT}-01")
    lam.meta.events.register("before-sign.lambda.Invoke", lambda request, **_: request.headers.add_header(*header))
    return lam


@pytest.mark.parametrize("receiver", [OverHttp, OverGrpc], ids=["http", "grpc"])
def test_all_signals_arrive(own_server, receiver):
    received = Received()
    there = receiver(received)
    try:
        server = own_server("--dev", **SETTINGS | {"OTEL_EXPORTER_OTLP_PROTOCOL": there.protocol})
        server.start("--otlp-endpoint", there.url)
        lam = traced(client(server))
        name = name_of("told")
        create(lam, name, SPEAKS, handler="speak.handler", MemorySize=1769, TracingConfig={"Mode": "Active"})
        first = invoke(lam, name, {"n": 1})
        invoke(lam, name, {"n": 2, "fail": True})

        # Spans have the ids of X-Ray's segments, which are those that the caller sent as W3C does.
        mine = lambda: [(of, span) for of, span in spans(received) if of.get("faas.name") == name]
        wholes = lambda: [span for _, span in mine() if span.parent_span_id.hex() == PARENT]
        until(lambda: len(wholes()) == 2 and len(mine()) >= 9, 30, "the spans of both invocations have come")
        assert {span.trace_id.hex() for _, span in mine()} == {TRACE}
        by_id = {span.span_id: span for _, span in mine()}
        assert len(by_id) == len(mine()), "each came once"
        whole = next(span for span in wholes() if attributes(span)["faas.invocation_id"] == first.request_id)
        function = next(span for span in by_id.values() if span.parent_span_id == whole.span_id)
        parts = {span.name for span in by_id.values() if span.parent_span_id == function.span_id}
        assert parts == {"Initialization", "Invocation", "Overhead"}
        assert (whole.kind, function.kind, attributes(function)["faas.coldstart"]) == (2, 2, True)
        assert whole.start_time_unix_nano <= function.start_time_unix_nano <= function.end_time_unix_nano
        resource = next(of for of, span in mine() if span.span_id == function.span_id)
        assert resource["service.name"] == name and resource["cloud.region"] == "us-east-1"
        assert resource["cloud.platform"] == "aws_lambda" and resource["deployment.environment.name"] == "e2e"
        failed = [span for span in by_id.values() if span.status.code == 2]
        assert len(failed) == 3 and all(span.status.message == "on purpose" for span in failed if span.events)

        # Lines of the function, and what they say of themselves; and the server's own.
        def line(text):
            return next(((of, record) for of, record in records(received) if text in record.body.string_value), None)

        of, record = until(lambda: line("heard 1"), 20, "the function's line has come")
        assert (of["service.name"], of["faas.version"], record.severity_text) == (name, "$LATEST", "WARN")
        assert attributes(record)["faas.invocation_id"] == first.request_id
        _, report = until(lambda: line(f"REPORT RequestId: {first.request_id}"), 20, "the REPORT line has come")
        assert report.trace_id.hex() == TRACE and report.span_id in by_id
        until(lambda: any(of["service.name"] == "tenfold" for of, _ in records(received)), 20, "the server's lines have come")

        def counted():
            found = points(received, "tenfold_function_invocations_total")
            return [point.as_int for point in found if attributes(point)["function"] == name]

        until(lambda: counted() == [2], 30, "the metrics have come")
        (spread,) = [p for p in points(received, "tenfold_function_duration_seconds") if attributes(p)["function"] == name]
        assert (spread.count, len(spread.bucket_counts), len(spread.explicit_bounds)) == (2, 13, 12)
        assert all(headers["x-e2e"] == "a word" for headers in received.headers)
        # Each was refused at first, and came again.
        samples = scraped(server.url)
        for signal in SIGNALS:
            assert samples["tenfold_otlp_retries_total", ("signal", signal)] >= 1
            assert samples["tenfold_otlp_exported_total", ("signal", signal)] > 0
        assert not any(value for key, value in samples.items() if key[0] == "tenfold_otlp_dropped_total")
        # What waits at the end is sent before it.
        invoke(lam, name, {"n": "the last"})
        server.stop()
        assert line("heard the last") and len(wholes()) == 3 and counted() == [3]
    finally:
        there.stop()


@pytest.fixture
def secured(tmp_path):
    """The authority of receivers, that of their clients, and what a receiver has."""
    mine, theirs = Authority(tmp_path, "receivers"), Authority(tmp_path, "clients")
    return mine, theirs, Secured(*mine.issue("receiver", "127.0.0.1", "localhost"), clients=theirs.ca)


@pytest.mark.parametrize("receiver", [OverHttp, OverGrpc], ids=["http", "grpc"])
def test_both_sides_show_certificates(own_server, secured, receiver):
    mine, theirs, files = secured
    received = Received()
    there = receiver(received, files)
    certificate, key = theirs.issue("tenfold")
    known = {
        "OTEL_EXPORTER_OTLP_PROTOCOL": there.protocol,
        "OTEL_EXPORTER_OTLP_CERTIFICATE": mine.ca,
        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE": certificate,
        "OTEL_EXPORTER_OTLP_CLIENT_KEY": key,
    }
    try:
        server = own_server("--dev", **SETTINGS | known).start("--otlp-endpoint", there.url)
        lam = traced(client(server))
        name = name_of("secured")
        create(lam, name, SPEAKS, handler="speak.handler", MemorySize=1769, TracingConfig={"Mode": "Active"})
        invoke(lam, name, {"n": 1})
        mine = lambda: [span for of, span in spans(received) if of.get("faas.name") == name]
        until(lambda: len(mine()) == 5, 30, "the spans have come")
        until(lambda: any("heard 1" in record.body.string_value for _, record in records(received)), 20, "the lines have come")
        count = lambda: [p.as_int for p in points(received, "tenfold_function_invocations_total") if attributes(p)["function"] == name]
        until(lambda: count() == [1], 20, "the metrics have come")
        server.stop()
    finally:
        there.stop()


@pytest.mark.parametrize("receiver", [OverHttp, OverGrpc], ids=["http", "grpc"])
@pytest.mark.parametrize("wrong", ["authority", "client", "host"])
def test_who_is_not_known_gets_nothing(own_server, secured, receiver, wrong, tmp_path):
    mine, theirs, files = secured
    if wrong == "host":
        files = Secured(*mine.issue("elsewhere", "elsewhere.test"))
    received = Received(takes_all=True)
    there = receiver(received, files)
    signed_by = Authority(tmp_path, "strangers") if wrong == "client" else theirs
    certificate, key = signed_by.issue("tenfold")
    settings = {
        "OTEL_EXPORTER_OTLP_PROTOCOL": there.protocol,
        "OTEL_EXPORTER_OTLP_CERTIFICATE": Authority(tmp_path, "nobody's").ca if wrong == "authority" else mine.ca,
        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE": certificate,
        "OTEL_EXPORTER_OTLP_CLIENT_KEY": key,
    }
    try:
        server = own_server("--dev", **SETTINGS | settings).start("--otlp-endpoint", there.url)
        retried = lambda signal: scraped(server.url)["tenfold_otlp_retries_total", ("signal", signal)]
        until(lambda: retried("metrics") >= 2, 30, "it is tried again and again")
        assert not any(received.all(signal) for signal in SIGNALS)
        server.stop()
        assert "telemetry is not taken" in server.stderr()
    finally:
        there.stop()


@pytest.mark.parametrize("file", ["OTEL_EXPORTER_OTLP_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_KEY"])
def test_a_file_without_a_certificate_is_said(own_server, secured, tmp_path, file):
    mine, theirs, _ = secured
    certificate, key = theirs.issue("tenfold")
    broken = tmp_path / "broken.pem"
    broken.write_text("geheim")
    known = {
        "OTEL_EXPORTER_OTLP_CERTIFICATE": mine.ca,
        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE": certificate,
        "OTEL_EXPORTER_OTLP_CLIENT_KEY": key,
    }
    server = own_server("--dev", "--otlp-endpoint", "https://127.0.0.1:1", **known | {file: broken})
    with pytest.raises(AssertionError) as said:
        server.start()
    assert str(broken) in str(said.value) and "geheim" not in str(said.value)


def test_nobody_is_there(own_server):
    settings = {"OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{free_port()}"}
    server = own_server("--dev", **SETTINGS | settings).start()
    lam = client(server)
    name = name_of("unheard")
    create(lam, name, SPEAKS, handler="speak.handler", MemorySize=1769)
    for n in range(5):
        assert invoke(lam, name, {"n": n}).payload == {"n": n}
    until(lambda: scraped(server.url)["tenfold_otlp_retries_total", ("signal", "logs")] >= 1, 20, "it is tried again")
    server.stop()
    assert "telemetry is not taken" in server.stderr()


@pytest.mark.parametrize("variable", ["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS"])
def test_what_is_not_understood_is_said(own_server, variable):
    server = own_server("--dev", "--otlp-endpoint", "http://127.0.0.1:1", **{variable: "secret-nonsense"})
    with pytest.raises(AssertionError) as said:
        server.start()
    assert variable in str(said.value) and "secret-nonsense" not in str(said.value)
