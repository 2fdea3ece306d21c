"""Deploying and invoking through boto3, as a user would."""

import base64
import json
import uuid
from contextlib import contextmanager
from dataclasses import dataclass

from .clients import ROLE
from .packages import PYTHON

SOON = {"Delay": 0.1, "MaxAttempts": 300}


def name_of(what):
    """A name that no other test has."""
    return f"{what}-{uuid.uuid4().hex[:8]}"


def create(client, name, code, runtime=PYTHON, handler="toolbox.handler", wait=True, **more):
    """Creates a function and waits until it is active."""
    settings = {"Timeout": 30, "MemorySize": 256} | more
    created = client.create_function(
        FunctionName=name, Runtime=runtime, Handler=handler, Role=ROLE, Code={"ZipFile": code}, **settings
    )
    if wait:
        client.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig=SOON)
    return created


@contextmanager
def deployed(client, code, what="f", **settings):
    """A function for the time of a `with`."""
    name = name_of(what)
    create(client, name, code, **settings)
    try:
        yield name
    finally:
        client.delete_function(FunctionName=name)


def updated(client, name):
    """Waits until the last update has been applied."""
    client.get_waiter("function_updated_v2").wait(FunctionName=name, WaiterConfig=SOON)


def settled(lam, name):
    """The function's configuration once it is no longer pending."""
    found = lam.get_function_configuration(FunctionName=name)
    return None if found["State"] == "Pending" else found


@dataclass
class Result:
    """What an invocation brought back."""

    status: int
    error: str | None
    raw: bytes
    log: str
    version: str | None
    request_id: str

    @property
    def payload(self):
        """The answer as JSON."""
        return json.loads(self.raw)


def invoke(client, name, event=None, **more):
    """Invokes and waits, with the tail of the log."""
    settings = {"LogType": "Tail"} | more
    payload = settings.pop("Payload", None)
    if payload is None:
        payload = json.dumps({} if event is None else event)
    answer = client.invoke(FunctionName=name, Payload=payload, **settings)
    return Result(
        answer["StatusCode"],
        answer.get("FunctionError"),
        answer["Payload"].read(),
        base64.b64decode(answer.get("LogResult", "")).decode(errors="replace"),
        answer.get("ExecutedVersion"),
        answer["ResponseMetadata"]["RequestId"],
    )
