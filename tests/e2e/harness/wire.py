"""Requests by hand, with a signer of our own: what no proper client would send."""

import datetime
import hashlib
import hmac
import http.client
import json
import re
import socket
import urllib.parse
from dataclasses import dataclass


@dataclass
class Answer:
    """A response, whole."""

    status: int
    headers: dict
    body: bytes

    @property
    def code(self):
        """AWS's error code, in the spelling of any protocol."""
        if "x-amzn-errortype" in self.headers:
            return self.headers["x-amzn-errortype"].split(":")[0]
        found = re.search(rb"<Code>([^<]*)</Code>", self.body)
        if found:
            return found.group(1).decode()
        try:
            return json.loads(self.body).get("__type", "").rsplit("#")[-1] or None
        except (ValueError, AttributeError):
            return None

    @property
    def message(self):
        """What it says."""
        found = re.search(rb"<Message>([^<]*)</Message>", self.body)
        if found:
            return found.group(1).decode()
        body = json.loads(self.body)
        return body.get("message", body.get("Message"))


@dataclass
class Signer:
    """Signature Version 4 as its specification says; every part can be set wrongly."""

    key: str
    secret: str
    region: str = "us-east-1"
    service: str = "lambda"
    skew: datetime.timedelta = datetime.timedelta()
    terminator: str = "aws4_request"

    @classmethod
    def of(cls, server, **more):
        """With the root key of a server."""
        variables = server.variables()
        return cls(variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"], **more)

    def _now(self):
        return datetime.datetime.now(datetime.timezone.utc) + self.skew

    def _scope(self, stamp):
        return f"{stamp[:8]}/{self.region}/{self.service}/{self.terminator}"

    def _signature(self, stamp, canonical):
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        text = f"AWS4-HMAC-SHA256\n{stamp}\n{self._scope(stamp)}\n{digest}"
        key = b"AWS4" + self.secret.encode()
        for part in (stamp[:8], self.region, self.service, self.terminator):
            key = hmac.digest(key, part.encode(), "sha256")
        return hmac.digest(key, text.encode(), "sha256").hex()

    def headers(self, method, host, target, body=b"", extra=None):
        """The headers of a signed request."""
        path, _, query = target.partition("?")
        stamp = self._now().strftime("%Y%m%dT%H%M%SZ")
        headers = {"host": host, "x-amz-date": stamp, **{k.lower(): v for k, v in (extra or {}).items()}}
        names = ";".join(sorted(headers))
        canonical = "\n".join(
            [method, urllib.parse.quote(path, safe="/-_.~"), _sorted(query)]
            + [f"{name}:{' '.join(headers[name].split())}" for name in sorted(headers)]
            + ["", names, hashlib.sha256(body).hexdigest()]
        )
        headers["authorization"] = (
            f"AWS4-HMAC-SHA256 Credential={self.key}/{self._scope(stamp)}, SignedHeaders={names}, "
            f"Signature={self._signature(stamp, canonical)}"
        )
        return headers

    def presigned(self, method, host, target, expires=60):
        """A target with the signature in its query."""
        path, _, query = target.partition("?")
        stamp = self._now().strftime("%Y%m%dT%H%M%SZ")
        parts = {
            "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
            "X-Amz-Credential": f"{self.key}/{self._scope(stamp)}",
            "X-Amz-Date": stamp,
            "X-Amz-Expires": str(expires),
            "X-Amz-SignedHeaders": "host",
        }
        query = "&".join(filter(None, [query, urllib.parse.urlencode(parts, quote_via=urllib.parse.quote, safe="-_.~")]))
        canonical = "\n".join(
            [method, urllib.parse.quote(path, safe="/-_.~"), _sorted(query), f"host:{host}", "", "host"]
            + [hashlib.sha256(b"").hexdigest()]
        )
        return f"{path}?{query}&X-Amz-Signature={self._signature(stamp, canonical)}"


def _sorted(query):
    pairs = [part if "=" in part else part + "=" for part in query.split("&") if part]
    return "&".join(sorted(pairs))


def host_of(server):
    """Address and port."""
    return server.url.split("://")[1]


def send(server, method, target, body=b"", headers=None, seconds=30):
    """Sends a request as it is."""
    connection = http.client.HTTPConnection(host_of(server), timeout=seconds)
    try:
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        headers = {"host": host_of(server)} | {k.lower(): v for k, v in (headers or {}).items()}
        if "content-length" not in headers and "transfer-encoding" not in headers:
            headers["content-length"] = str(len(body))
        for name, value in headers.items():
            connection.putheader(name, value)
        try:
            connection.endheaders(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # answered before all of it was sent
        answer = connection.getresponse()
        return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def signed(server, method, target, body=b"", headers=None, signer=None):
    """Signs a request and sends it."""
    signer = signer or Signer.of(server)
    all_headers = signer.headers(method, host_of(server), target, body, headers)
    return send(server, method, target, body, all_headers)


def raw(server, data, seconds=5):
    """Sends bytes and returns what comes back until the server closes, or nothing comes for a while."""
    host, _, port = host_of(server).partition(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as connection:
        received = b""
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while chunk := connection.recv(65536):
                received += chunk
        except OSError:
            pass  # closed or reset before everything was sent, which is an answer too
        return received
