"""A small S3 on loopback: objects by bucket, key and version; path-style GETs whose signatures botocore computes again."""

import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.sax.saxutils import escape

from botocore.credentials import Credentials

from . import signatures

MESSAGES = {
    "NoSuchBucket": (404, "The specified bucket does not exist"),
    "NoSuchKey": (404, "The specified key does not exist."),
    "NoSuchVersion": (404, "The specified version does not exist."),
    "AccessDenied": (403, "Access Denied"),
    "InvalidAccessKeyId": (403, "The AWS Access Key Id you provided does not exist in our records."),
    "SignatureDoesNotMatch": (
        403,
        "The request signature we calculated does not match the signature you provided. Check your key and signing "
        "method.",
    ),
    "PermanentRedirect": (301, "The bucket you are attempting to access must be addressed using the specified endpoint."),
}


class StandIn:
    """Serves from its start to its end. `credentials` is whose requests are taken, or `None` for unsigned ones."""

    def __init__(self, credentials=None, certificate=None):
        self.credentials = Credentials(*credentials) if credentials else None
        self.buckets = {}
        # Buckets of which every object is answered like this: a code of `MESSAGES`, or a function of the handler.
        self.answers = {}
        self.requests = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        # Whoever breaks a connection off is the matter of the test.
        self.server.handle_error = lambda *_: None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            # The handshake is made by the connection's own thread, so that a bad one holds nobody up.
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False
            )
        port = self.server.server_address[1]
        self.url = f"https://localhost:{port}" if certificate else f"http://127.0.0.1:{port}"

    def put(self, bucket, key, content, version=None):
        self.buckets.setdefault(bucket, {})[key, version] = content

    def __enter__(self):
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def _handler(stand_in):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                url = urlsplit(self.path)
                bucket, _, key = unquote(url.path.removeprefix("/")).partition("/")
                version = dict(parse_qsl(url.query)).get("versionId")
                headers = {name.lower(): value for name, value in self.headers.items()}
                stand_in.requests.append((bucket, key, version, headers))
                answer = stand_in.refusal(self) or stand_in.answers.get(bucket)
                if callable(answer):
                    return answer(self)
                objects = stand_in.buckets.get(bucket)
                if answer is None and objects is None:
                    answer = "NoSuchBucket"
                if answer is None and (key, version) not in objects:
                    answer = "NoSuchVersion" if (key, None) in objects else "NoSuchKey"
                if answer is None:
                    return self.reply(200, objects[key, version])
                status, message = MESSAGES[answer]
                body = f"<?xml version='1.0'?>\n<Error><Code>{answer}</Code><Message>{escape(message)}</Message></Error>"
                self.reply(status, body.encode(), {"x-amz-bucket-region": "eu-west-3"})

            def reply(self, status, body, headers=None):
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | (headers or {})).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def refusal(self, handler):
        """What S3 says to a request that is not signed as it should be; `None` if it is."""
        return signatures.refusal(self.credentials, "s3", "GET", handler.path, handler.headers)


def certificate(directory):
    """A certificate of its own for `localhost`, and its key."""
    certificate, key = directory / "certificate.pem", directory / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        + ["-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        + ["-addext", "basicConstraints=critical,CA:FALSE"],
        check=True,
        capture_output=True,
    )
    return certificate, key
