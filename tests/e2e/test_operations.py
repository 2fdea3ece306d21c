"""Every operation of every service's model, sent by botocore to the whole server: what `tests/ledger.json` calls built is
answered, and the rest is refused by name, in a form that the client understands."""

import re

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from harness import ledger

SERVICES = ["lambda", "logs", "sts", "iam", "cloudwatch", "xray"]
SIBLINGS = ["lambda-core", "lambda-microvms", "lambda-web"]
ARN = "arn:aws:lambda:us-east-1:000000000000"
# Texts to try for a member with a pattern, the likeliest first.
SAMPLES = [
    "a",
    "sample",
    "1",
    "000000000000",
    "00000000-0000-0000-0000-000000000000",
    f"{ARN}:function:sample",
    f"{ARN}:layer:sample:1",
    f"{ARN}:code-signing-config:csc-00000000000000000",
    "arn:aws:signer:us-east-1:000000000000:/signing-profiles/sample/0000000000",
    "arn:aws:iam::000000000000:role/sample",
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "lambda:GetFunction",
    "lambda:GetLayerVersion",
    "lambda.amazonaws.com",
]


def fits(pattern, text):
    """Whether a text matches one of AWS's patterns, which are Java's."""
    python = pattern.replace(r"\p{L}", "a-zA-Z").replace(r"\p{N}", "0-9").replace(r"\p{Z}", " ")
    try:
        return re.fullmatch(python, text) is not None
    except re.error:
        return True


def sample(shape):
    """The least that a shape of botocore's lets through."""
    kind, limits = shape.type_name, shape.metadata
    if kind == "structure":
        return {name: sample(shape.members[name]) for name in shape.required_members}
    if kind == "list":
        return [sample(shape.member)]
    if kind == "map":
        return {sample(shape.key): sample(shape.value)}
    if kind == "string":
        if limits.get("enum"):
            return limits["enum"][0]
        least, most = limits.get("min", 0), limits.get("max", 10**9)
        texts = [text for text in [*SAMPLES, "a" * least] if least <= len(text) <= most]
        pattern = limits.get("pattern")
        return next((text for text in texts if not pattern or fits(pattern, text)), "a")
    if kind in ("integer", "long"):
        return max(limits.get("min", 1), 1)
    if kind in ("float", "double"):
        return 1.0
    return {"boolean": True, "blob": b"{}", "timestamp": 1_700_000_000}[kind]


@pytest.fixture
def session(server):
    """A session of its own: what is asked here is no end-to-end test of anything."""
    variables = server.variables()
    config = Config(
        retries={"total_max_attempts": 1}, parameter_validation=False, inject_host_prefix=False, read_timeout=60
    )

    def client(service):
        return boto3.Session().client(
            service,
            endpoint_url=variables["AWS_ENDPOINT_URL"],
            region_name=variables["AWS_REGION"],
            aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=variables["AWS_SECRET_ACCESS_KEY"],
            config=config,
        )

    return client


def answers(client):
    """Operation → the error that its least request gets, or none."""
    model = client.meta.service_model
    found = {}
    for name in model.operation_names:
        shape = model.operation_model(name).input_shape
        try:
            client._make_api_call(name, sample(shape) if shape else {})
            found[name] = None
        except ClientError as error:
            found[name] = error.response
    return found


def refusal(service, operation):
    """What an operation that is not built says."""
    signed_as = {"cloudwatch": "monitoring"}.get(service, service)
    return f"The operation {operation} of {signed_as} is not implemented by Tenfold yet."


@pytest.mark.parametrize("service", SERVICES)
def test_the_ledger_does_not_claim_what_is_not_built(session, service):
    claims = ledger.read()[service]
    found = answers(session(service))
    assert found.keys() == claims.keys()
    wrong = {}
    for operation, steps in claims.items():
        error = (found[operation] or {}).get("Error", {})
        if "built" in steps:
            # An input that never reached the operation would show nothing.
            right = error.get("Code") not in ("NotImplementedException", "ValidationException", "SerializationException")
        elif error.get("Code") == "NotImplementedException":
            status = found[operation]["ResponseMetadata"]["HTTPStatusCode"]
            right = (status, error["Message"]) == (501, refusal(service, operation))
        else:
            right = "decoded" in steps and error.get("Code") not in ("404", "UnknownOperationException", "InvalidAction")
        if not right:
            wrong[operation] = error
    assert wrong == {}


@pytest.mark.parametrize("service", SIBLINGS)
def test_models_that_sign_as_lambda_are_refused_by_name(session, service):
    own = {
        (operation.http["method"], re.sub(r"{[^}]*}", "{}", operation.http["requestUri"]))
        for model in [session("lambda").meta.service_model]
        for operation in map(model.operation_model, model.operation_names)
    }
    client = session(service)
    for name, response in answers(client).items():
        http = client.meta.service_model.operation_model(name).http
        if (http["method"], re.sub(r"{[^}]*}", "{}", http["requestUri"])) in own:
            # Tags have one address for all of Lambda.
            continue
        assert response["Error"] == {"Code": "NotImplementedException", "Message": refusal(service, name)}
        assert response["ResponseMetadata"]["HTTPStatusCode"] == 501
