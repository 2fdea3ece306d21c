"""Receivers of OTLP over HTTP and gRPC, which keep what came, and readers of that."""

import gzip
import ssl
import threading
from concurrent import futures
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import grpc
from opentelemetry.proto.collector.logs.v1 import logs_service_pb2 as logs_pb, logs_service_pb2_grpc as logs_rpc
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2 as metrics_pb, metrics_service_pb2_grpc as metrics_rpc
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as trace_pb, trace_service_pb2_grpc as trace_rpc

SIGNALS = {"traces": trace_pb.ExportTraceServiceRequest, "metrics": metrics_pb.ExportMetricsServiceRequest,
           "logs": logs_pb.ExportLogsServiceRequest}


class Received:
    """What came, by signal; the first request of each is told to come again, unless all are taken."""

    def __init__(self, takes_all=False):
        self.lock = threading.Lock()
        self.requests = {signal: [] for signal in SIGNALS}
        self.refused = dict.fromkeys(SIGNALS, takes_all)
        self.headers = []

    def take(self, signal, request, headers):
        """Whether it is taken."""
        with self.lock:
            self.headers.append(headers)
            if not self.refused[signal]:
                self.refused[signal] = True
                return False
            self.requests[signal].append(request)
            return True

    def all(self, signal):
        with self.lock:
            return list(self.requests[signal])


class Quiet(ThreadingHTTPServer):
    """One that does not write down whose TLS failed."""

    def handle_error(self, *_):
        pass


@dataclass
class Secured:
    """By which files a receiver has TLS: its certificate and key, and the authority of its clients where it asks for theirs."""

    certificate: Path
    key: Path
    clients: Path | None = None


class OverHttp:
    """A receiver of OTLP/HTTP."""

    protocol = "http/protobuf"

    def __init__(self, received, secured=None):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                assert self.headers["content-type"] == "application/x-protobuf"
                assert self.headers["content-encoding"] == "gzip"
                signal = self.path.removeprefix("/prefix/v1/")
                request = SIGNALS[signal]()
                request.ParseFromString(gzip.decompress(body))
                taken = received.take(signal, request, {k.lower(): v for k, v in self.headers.items()})
                self.send_response(200 if taken else 503)
                if not taken:
                    self.send_header("retry-after", "1")
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = Quiet(("127.0.0.1", 0), Handler)
        if secured:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(secured.certificate, secured.key)
            if secured.clients:
                tls.load_verify_locations(secured.clients)
                tls.verify_mode = ssl.CERT_REQUIRED
            # In the thread of the connection, at its first read: one that fails is nobody else's.
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"{'https' if secured else 'http'}://127.0.0.1:{self.server.server_address[1]}/prefix"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class OverGrpc:
    """A receiver of OTLP/gRPC."""

    protocol = "grpc"

    def __init__(self, received, secured=None):
        self.server = grpc.server(futures.ThreadPoolExecutor(4))

        def service(base, signal, answer):
            class Service(base):
                def Export(self, request, context):
                    if not received.take(signal, request, dict(context.invocation_metadata())):
                        context.abort(grpc.StatusCode.UNAVAILABLE, "come again")
                    return answer()

            return Service()

        of = service(trace_rpc.TraceServiceServicer, "traces", trace_pb.ExportTraceServiceResponse)
        trace_rpc.add_TraceServiceServicer_to_server(of, self.server)
        of = service(metrics_rpc.MetricsServiceServicer, "metrics", metrics_pb.ExportMetricsServiceResponse)
        metrics_rpc.add_MetricsServiceServicer_to_server(of, self.server)
        of = service(logs_rpc.LogsServiceServicer, "logs", logs_pb.ExportLogsServiceResponse)
        logs_rpc.add_LogsServiceServicer_to_server(of, self.server)
        if secured:
            pair = (secured.key.read_bytes(), secured.certificate.read_bytes())
            clients = secured.clients and secured.clients.read_bytes()
            credentials = grpc.ssl_server_credentials([pair], clients, require_client_auth=bool(clients))
            self.url = f"https://127.0.0.1:{self.server.add_secure_port('127.0.0.1:0', credentials)}"
        else:
            self.url = f"http://127.0.0.1:{self.server.add_insecure_port('127.0.0.1:0')}"
        self.server.start()

    def stop(self):
        self.server.stop(None)


def attributes(of):
    """As a dict."""
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in of.attributes}


def spans(received):
    """Each with the attributes of its resource."""
    for request in received.all("traces"):
        for resource in request.resource_spans:
            for scope in resource.scope_spans:
                for span in scope.spans:
                    yield attributes(resource.resource), span


def records(received):
    """Each log record with the attributes of its resource."""
    for request in received.all("logs"):
        for resource in request.resource_logs:
            for scope in resource.scope_logs:
                for record in scope.log_records:
                    yield attributes(resource.resource), record


def points(received, name):
    """The newest points of a metric."""
    found = []
    for request in received.all("metrics"):
        for resource in request.resource_metrics:
            for metric in (metric for scope in resource.scope_metrics for metric in scope.metrics):
                if metric.name == name:
                    found = list(getattr(metric, metric.WhichOneof("data")).data_points)
    return found
