"""Signature Version 4: what is signed wrongly is refused in AWS's words; what is signed rightly is not."""

import datetime
import urllib.parse

import pytest

from harness.clients import client
from harness.wire import Signer, host_of, send, signed

LIST = "/2015-03-31/functions?MaxItems=1"
MINUTE = datetime.timedelta(minutes=1)


def refused(answer, code, says=""):
    assert (answer.status, answer.code) == (403, code), answer
    assert says in answer.message, answer.message
    assert answer.headers["x-amzn-requestid"]


def test_our_own_signer_is_right(server):
    assert signed(server, "GET", LIST).status == 200
    assert signed(server, "GET", LIST, signer=Signer.of(server, skew=14 * MINUTE)).status == 200
    assert signed(server, "GET", LIST, signer=Signer.of(server, skew=-14 * MINUTE)).status == 200
    spaced = signed(server, "GET", LIST + "&x=a%20b&A=%2F", headers={"x-amz-meta": "  two   words "})
    assert spaced.status == 200


def test_a_tampered_body(server):
    headers = Signer.of(server).headers("POST", host_of(server), "/2015-03-31/functions", b'{"a":1}')
    answer = send(server, "POST", "/2015-03-31/functions", b'{"a":2}', headers)
    refused(answer, "InvalidSignatureException", "The request signature we calculated does not match")


def test_a_tampered_header(server):
    headers = Signer.of(server).headers("GET", host_of(server), LIST, extra={"x-amz-meta": "one"})
    refused(send(server, "GET", LIST, b"", headers | {"x-amz-meta": "two"}), "InvalidSignatureException")


def test_a_signed_header_that_is_missing(server):
    headers = Signer.of(server).headers("GET", host_of(server), LIST, extra={"x-amz-meta": "one"})
    del headers["x-amz-meta"]
    refused(send(server, "GET", LIST, b"", headers), "InvalidSignatureException")


def test_a_tampered_query_path_and_method(server):
    headers = Signer.of(server).headers("GET", host_of(server), LIST)
    refused(send(server, "GET", LIST.replace("=1", "=2"), b"", headers), "InvalidSignatureException")
    refused(send(server, "GET", LIST + "&x=y", b"", headers), "InvalidSignatureException")
    refused(send(server, "GET", "/2015-03-31/functions/f", b"", headers), "InvalidSignatureException")
    refused(send(server, "DELETE", "/2015-03-31/functions/f?MaxItems=1", b"", headers), "InvalidSignatureException")


def test_a_tampered_signature(server):
    headers = Signer.of(server).headers("GET", host_of(server), LIST)
    last = headers["authorization"][-1]
    headers["authorization"] = headers["authorization"][:-1] + ("0" if last != "0" else "1")
    refused(send(server, "GET", LIST, b"", headers), "InvalidSignatureException")


@pytest.mark.parametrize("skew", [-16 * MINUTE, 16 * MINUTE, -1440 * MINUTE, 1440 * MINUTE])
def test_a_skewed_clock(server, skew):
    says = "Signature expired" if skew < datetime.timedelta() else "Signature not yet current"
    refused(signed(server, "GET", LIST, signer=Signer.of(server, skew=skew)), "InvalidSignatureException", says)


def test_another_service(server):
    answer = signed(server, "GET", LIST, signer=Signer.of(server, service="s3"))
    assert (answer.status, answer.code) == (501, "NotImplementedException"), answer
    assert answer.message == "The service 's3' is not built in Tenfold yet."
    answer = signed(server, "GET", LIST, signer=Signer.of(server, service="sts"))
    assert answer.status in (400, 404) and answer.code != "NotImplementedException", answer


def test_another_terminator(server):
    answer = signed(server, "GET", LIST, signer=Signer.of(server, terminator="aws5_request"))
    says = "Credential should be scoped with a valid terminator: 'aws4_request'."
    refused(answer, "InvalidSignatureException", says)


def test_the_region_of_the_scope_is_part_of_the_signature(server):
    headers = Signer.of(server).headers("GET", host_of(server), LIST)
    headers["authorization"] = headers["authorization"].replace("us-east-1", "eu-west-1")
    refused(send(server, "GET", LIST, b"", headers), "InvalidSignatureException")


def test_an_unknown_key(server):
    signer = Signer("AKIAAAAAAAAAAAAAAAAA", "secret")
    refused(
        signed(server, "GET", LIST, signer=signer),
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
    )


def test_the_wrong_secret(server):
    signer = Signer(server.variables()["AWS_ACCESS_KEY_ID"], "wrong")
    refused(signed(server, "GET", LIST, signer=signer), "InvalidSignatureException")


SCOPED = "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/lambda/aws4_request"
INCOMPLETE = (403, "IncompleteSignatureException")
MISSING = (403, "MissingAuthenticationTokenException")
# What claims to be for a service that is not built is told so, whatever else is wrong with it.
ELSEWHERE = (501, "NotImplementedException")


@pytest.mark.parametrize(
    "authorization, expected, says",
    [
        ("AWS4-HMAC-SHA256", INCOMPLETE, "Unsupported AWS 'algorithm'"),
        ("AWS4-HMAC-SHA512 Credential=a, SignedHeaders=b, Signature=c", INCOMPLETE, "Unsupported AWS 'algorithm'"),
        ("AWS4-HMAC-SHA256 Credential=", INCOMPLETE, "requires 'Signature' parameter"),
        (SCOPED + ", SignedHeaders=host", INCOMPLETE, "requires 'Signature' parameter"),
        (SCOPED + ", Signature=00", INCOMPLETE, "requires 'SignedHeaders' parameter"),
        (SCOPED + ", SignedHeaders=, Signature=", (403, "InvalidSignatureException"), "does not match the signature"),
        ("Bearer x", MISSING, "Missing Authentication Token"),
        ("Basic eDp5", MISSING, "Missing Authentication Token"),
        ("AWS4-HMAC-SHA256 Credential=a/b/c", ELSEWHERE, "'b' is not built"),
        ("AWS4-HMAC-SHA256 " + "Credential=a/b/c/d/e," * 300, ELSEWHERE, "'d' is not built"),
    ],
    ids=range(10),
)
def test_an_authorization_that_is_not_whole(server, authorization, expected, says):
    answer = send(server, "GET", LIST, b"", {"authorization": authorization, "x-amz-date": "20260101T000000Z"})
    assert (answer.status, answer.code) == expected, answer
    assert says in answer.message


def test_presigned_requests(server):
    signer = Signer.of(server)
    target = signer.presigned("GET", host_of(server), LIST)
    assert send(server, "GET", target).status == 200
    refused(send(server, "GET", target.replace("MaxItems=1", "MaxItems=2")), "InvalidSignatureException")
    refused(send(server, "DELETE", target), "InvalidSignatureException")
    old = Signer.of(server, skew=-5 * MINUTE).presigned("GET", host_of(server), LIST, expires=60)
    refused(send(server, "GET", old), "InvalidSignatureException", "expired")
    long = signer.presigned("GET", host_of(server), LIST, expires=700_000)
    refused(send(server, "GET", long), "IncompleteSignatureException", "X-Amz-Expires")


def test_botocore_presigns_the_same(server, toolbox):
    url = client(server).generate_presigned_url("get_function_configuration", Params={"FunctionName": toolbox})
    parts = urllib.parse.urlsplit(url)
    answer = send(server, "GET", f"{parts.path}?{parts.query}")
    assert answer.status == 200 and toolbox.encode() in answer.body


def test_other_protocols_have_their_own_words(server):
    form = {"content-type": "application/x-www-form-urlencoded"}
    body = b"Action=GetCallerIdentity&Version=2011-06-15"
    good = signed(server, "POST", "/", body, form, Signer.of(server, service="sts"))
    assert good.status == 200 and b"<Account>000000000000</Account>" in good.body
    wrong = signed(server, "POST", "/", body, form, Signer(server.variables()["AWS_ACCESS_KEY_ID"], "x", service="sts"))
    assert (wrong.status, wrong.code) == (403, "SignatureDoesNotMatch")
    unknown = signed(server, "POST", "/", body, form, Signer("AKIAAAAAAAAAAAAAAAAA", "x", service="sts"))
    assert (unknown.status, unknown.code) == (403, "InvalidClientTokenId")


def test_no_secret_is_logged(server):
    secret = server.variables()["AWS_SECRET_ACCESS_KEY"]
    assert secret not in (server.directory / "stderr").read_text(errors="replace")
