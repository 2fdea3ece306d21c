"""Requests that are not as they should be, and bytes that are no requests: AWS's error each time, the server unharmed."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import ROLE, client
from harness.functions import create, invoke, name_of
from harness.wire import Signer, raw, send, signed

FUNCTIONS = "/2015-03-31/functions"
JSON = {"content-type": "application/json"}


@pytest.fixture(autouse=True)
def unharmed(server, lam, toolbox):
    """After each test the server still runs functions."""
    yield
    assert server.alive()
    assert lam.get_function_configuration(FunctionName=toolbox)["State"] == "Active"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"nul", b"[]", b'"text"', b"\xff\xfe\x00", b'{"FunctionName": }', b"{'FunctionName': 'x'}",
        b'{"FunctionName": "x"}}', b"[" * 100_000, b'{"a":' * 50_000, b'{"FunctionName": 7}', b'{"Code": "text"}',
        b'{"FunctionName": {"a": 1}, "Role": [], "Code": {"ZipFile": 5}}',
    ],
    ids=range(14),
)  # fmt: skip
def test_malformed_json(server, body):
    answer = signed(server, "POST", FUNCTIONS, body, JSON)
    assert answer.status == 400, answer
    assert answer.code in (
        "SerializationException", "InvalidRequestContentException", "ValidationException", "InvalidParameterValueException"
    )  # fmt: skip
    assert answer.headers["x-amzn-requestid"]


@pytest.mark.parametrize(
    "change, code, says",
    [
        ({"Role": "r1"}, "ValidationException", "1 validation error detected: Value 'r1' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"),
        ({"Runtime": "PYTHON3.9"}, "InvalidParameterValueException", "Value PYTHON3.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: ["),
        ({"Runtime": "python2.7"}, "InvalidParameterValueException", "The runtime parameter of python2.7 is no longer supported for creating or updating AWS Lambda functions."),
        ({"MemorySize": 64}, "ValidationException", "Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128"),
        ({"Timeout": 0}, "ValidationException", "Value '0' at 'timeout' failed to satisfy constraint: Member must have value greater than or equal to 1"),
        ({"Timeout": 901}, "InvalidParameterValueException", "Member must have value less than or equal to 900"),
        ({"FunctionName": "bad name!"}, "ValidationException", "'functionName'"),
        ({"FunctionName": "x" * 65}, "InvalidParameterValueException", "Member must have length less than or equal to 64"),
        ({"Architectures": ["x86_64", "arm64"]}, "ValidationException", "Value '[x86_64, arm64]' at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1"),
        ({"EphemeralStorage": {"Size": 100}}, "ValidationException", "'ephemeralStorage.size'"),
        ({"Environment": {"Variables": {"BIG": "x" * 5000}}}, "InvalidParameterValueException", "exceeded the 4KB limit"),
        ({"Environment": {"Variables": {"AWS_REGION": "x"}}}, "InvalidParameterValueException", "AWS_REGION"),
    ],
)  # fmt: skip
def test_constraints(server, lam, change, code, says):
    # boto3 would refuse some of these by itself.
    loose = client(server, parameter_validation=False)
    settings = {
        "FunctionName": name_of("never"), "Runtime": packages.PYTHON, "Handler": "toolbox.handler", "Role": ROLE,
        "Code": {"ZipFile": packages.toolbox()},
    } | change  # fmt: skip
    with pytest.raises(ClientError) as error:
        loose.create_function(**settings)
    assert error.value.response["Error"]["Code"] == code, error.value
    assert says in error.value.response["Error"]["Message"]
    with pytest.raises(ClientError):
        lam.get_function(FunctionName=settings["FunctionName"][:64])


def test_a_body_over_the_limit_is_refused(server):
    length = 70_167_211 + 1
    body = b'{"a":"' + b"x" * (length - 8) + b'"}'
    answer = signed(server, "POST", FUNCTIONS, body, JSON)
    assert answer.status == 413 and answer.code == "RequestEntityTooLargeException"
    assert answer.message == "Request must be smaller than 70167211 bytes for the CreateFunction operation"


def test_operations_that_are_not_built_are_named(server):
    answer = signed(server, "GET", "/2025-11-30/capacity-providers", b"")
    assert answer.status == 501 and answer.code == "NotImplementedException"
    assert "ListCapacityProviders" in answer.message
    lam = client(server)
    with pytest.raises(ClientError) as error:
        lam.list_capacity_providers()
    assert error.value.response["Error"]["Code"] == "NotImplementedException"
    with pytest.raises(ClientError) as error:
        client(server, "iam").list_organizations_features()
    assert "ListOrganizationsFeatures" in error.value.response["Error"]["Message"]
    with pytest.raises(ClientError) as error:
        client(server, "logs").describe_destinations()
    assert "DescribeDestinations" in error.value.response["Error"]["Message"]


@pytest.mark.parametrize(
    "method, target, headers, body, service",
    [
        ("GET", "/2015-03-31/nonsense", {}, b"", "lambda"),
        ("BREW", FUNCTIONS, {}, b"", "lambda"),
        ("POST", "/", {"x-amz-target": "Logs_20140328.NoSuchThing", "content-type": "application/x-amz-json-1.1"}, b"{}", "logs"),
        ("POST", "/", {"content-type": "application/x-www-form-urlencoded"}, b"Action=NoSuchThing&Version=2010-05-08", "iam"),
        ("POST", "/", {"content-type": "application/x-www-form-urlencoded"}, b"nothing", "sts"),
    ],
)  # fmt: skip
def test_unknown_operations(server, method, target, headers, body, service):
    answer = signed(server, method, target, body, headers, Signer.of(server, service=service))
    assert 400 <= answer.status < 500, answer
    assert answer.code in (
        "UnknownOperationException", "InvalidAction", "MissingAction", "ResourceNotFoundException"
    ), answer  # fmt: skip


def test_unknown_services(server):
    answer = signed(server, "POST", "/", b"{}", {"x-amz-target": "Nothing.Here"}, Signer.of(server, service="nothing"))
    assert 400 <= answer.status < 600 and answer.status != 500, answer


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "", "\x7f"])
def test_wrong_content_types_do_no_harm(server, lam, kind):
    """AWS Lambda takes JSON whatever it is called; other protocols are told apart by it."""
    name = name_of("kind")
    body = json.dumps({"FunctionName": name}).encode()
    answer = signed(server, "POST", FUNCTIONS, body, {"content-type": kind} if kind != "\x7f" else None)
    assert 400 <= answer.status < 500 and answer.code
    answer = signed(
        server, "POST", "/", b"{}", {"x-amz-target": "Logs_20140328.DescribeLogGroups", "content-type": kind or "x"}
        if kind != "\x7f" else {"x-amz-target": "Logs_20140328.DescribeLogGroups"}, Signer.of(server, service="logs"),
    )  # fmt: skip
    assert answer.status < 500


GARBAGE = {
    "noise": bytes(range(256)) * 40,
    "nothing": b"",
    "a line without an end": b"GET " + b"a" * 200_000,
    "a header without an end": b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"a" * 2_000_000,
    "very many headers": b"GET / HTTP/1.1\r\n" + b"".join(b"h%d: x\r\n" % n for n in range(20_000)) + b"\r\n",
    "TLS": bytes.fromhex("16030100c8010000c40303") + bytes(189),
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two lengths": b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n123456",
    "length and chunks": b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "a negative length": b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n",
    "a length beyond numbers": b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999999999999999\r\n\r\n",
    "broken chunks": b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello",
    "a chunk beyond memory": b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffff\r\nhello",
    "half a body": b"POST /2015-03-31/functions HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{",
    "a path of dots": b"GET /../../../../etc/passwd HTTP/1.1\r\nhost: x\r\n\r\n",
    "percent signs": b"GET /%%%zz%00?%ff=%g HTTP/1.1\r\nhost: x\r\n\r\n",
    "CONNECT": b"CONNECT example.invalid:443 HTTP/1.1\r\nhost: example.invalid:443\r\n\r\n",
    "smuggling": b"GET / HTTP/1.1\r\nhost: x\r\nx: a\nTransfer-Encoding: chunked\r\n\r\n",
}


@pytest.mark.parametrize("what", sorted(GARBAGE))
def test_garbage_on_the_socket(server, what):
    received = raw(server, GARBAGE[what])
    assert not received.startswith((b"HTTP/1.1 2", b"HTTP/1.1 500")), received[:300]
    assert b"root:" not in received


def test_a_request_without_a_signature_is_told_so(server):
    answer = send(server, "GET", FUNCTIONS)
    assert (answer.status, answer.code) == (403, "MissingAuthenticationTokenException")
    assert answer.headers["x-amzn-requestid"]


def test_failed_creates_left_nothing_and_creating_still_works(lam):
    names = [f["FunctionName"] for page in lam.get_paginator("list_functions").paginate() for f in page["Functions"]]
    assert not [n for n in names if n.startswith(("never-", "kind-", "bad-", "bomb-", "large-"))]
    name = name_of("after")
    create(lam, name, packages.toolbox())
    assert invoke(lam, name).status == 200
    lam.delete_function(FunctionName=name)
