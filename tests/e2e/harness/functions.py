"""Deploying and invoking through boto3, as a user would."""

import base64
import json
import uuid
from contextlib import contextmanager
from dataclasses import dataclass

from . import clients
from .clients import ROLE
from .packages import PYTHON

SOON = {"Delay": 0.1, "MaxAttempts": 300}


def name_of(what):
    """A name that no other test has."""
    return f"{what}-{uuid.uuid4().hex[:8]}"


def role_that_may(server, *allowed):
    """The ARN of a new execution role with a policy `p` that allows these statements' actions."""
    iam, name = clients.client(server, "iam"), name_of("role")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": trust})
    arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    let_role(server, arn, *allowed)
    return arn


def let_role(server, arn, *allowed):
    """The same with a role that there is: what it was allowed before, it is not any more."""
    statements = [{"Effect": "Allow"} | statement for statement in allowed]
    document = json.dumps({"Version": "2012-10-17", "Statement": statements})
    clients.client(server, "iam").put_role_policy(RoleName=arn.rsplit("/")[-1], PolicyName="p", PolicyDocument=document)


def create(client, name, code, runtime=PYTHON, handler="toolbox.handler", wait=True, **more):
    """Creates a function and waits until it is active."""
    settings = {"Timeout": 30, "MemorySize": 256} | more
    created = client.create_function(
        FunctionName=name, Runtime=runtime, Handler=handler, Code={"ZipFile": code}, **{"Role": ROLE} | settings
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
