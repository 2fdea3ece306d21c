"""HTTP for function URLs, plain and signed."""

import http.client
import json
from dataclasses import dataclass

import botocore.auth
import botocore.awsrequest
import botocore.credentials


@dataclass
class Answer:
    """A response, whole."""

    status: int
    headers: list
    body: bytes

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name]

    def header(self, name):
        return next(iter(self.all(name)), None)

    @property
    def json(self):
        return json.loads(self.body)


class Http:
    """Requests to a server whatever host they name: no name needs to be resolved."""

    def __init__(self, server):
        self.authority = server.url.removeprefix("http://")

    def send(self, url, method="GET", path="/", body=b"", headers=None):
        connection = http.client.HTTPConnection(self.authority, timeout=60)
        try:
            host = url.removeprefix("http://").rstrip("/")
            connection.request(method, path, body=body or None, headers={"Host": host} | (headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            connection.close()

    def signed(self, url, variables, method="GET", path="/", body=b"", region="us-east-1", service="lambda"):
        credentials = botocore.credentials.Credentials(
            variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"], variables.get("AWS_SESSION_TOKEN")
        )
        request = botocore.awsrequest.AWSRequest(method, url.rstrip("/") + path, data=body)
        botocore.auth.SigV4Auth(credentials, service, region).add_auth(request)
        return self.send(url, method, path, body, dict(request.headers.items()))
