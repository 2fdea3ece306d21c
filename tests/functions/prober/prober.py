"""Calls AWS with the credentials of its role, without an SDK, and says what came of it.

`wire` (the tests' signer) is packed beside it.
"""

import os

import wire

ENDPOINT = os.environ["AWS_ENDPOINT_URL"].removeprefix("http://")


class Server:
    """What `wire.send` wants to know of a server."""

    url = "http://" + ENDPOINT


def ask(service, method, target, body="", headers=None):
    """One request."""
    signer = wire.Signer(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"], service=service)
    extra = {"x-amz-security-token": os.environ["AWS_SESSION_TOKEN"]} | (headers or {})
    signed = signer.headers(method, ENDPOINT, target, body.encode(), extra)
    answer = wire.send(Server, method, target, body.encode(), signed)
    return {"status": answer.status, "body": answer.body.decode()}


def handler(event, context):
    """The answers to all requests of the event."""
    return [ask(**request) for request in event["requests"]]
