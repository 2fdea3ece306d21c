"""Code from buckets: an S3 endpoint with and without signatures and TLS, a directory, neither, and endpoints that mean ill."""

import base64
import hashlib
import itertools
import os
import re
import socket
from contextlib import contextmanager
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from harness import packages, s3
from harness.clients import ROLE, aws, client
from harness.functions import SOON, invoke, name_of, updated
from harness.functions import create as create_from_zip
from harness.packages import PYTHON, zipped

KEYS = ("AKIASERVERSOWN", "a secret/of+the server", "a session token")
VARIABLES = dict(zip(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"), KEYS))


def create(lam, bucket, key, **more):
    """A function from a bucket, active."""
    name = name_of("bucket")
    created = lam.create_function(
        FunctionName=name, Runtime=PYTHON, Handler="toolbox.handler", Role=ROLE, Timeout=30,
        Code={"S3Bucket": bucket, "S3Key": key} | more,
    )  # fmt: skip
    lam.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig=SOON)
    return name, created


def refused(lam, bucket, key, **more):
    """Code and text of the error, and its status."""
    with pytest.raises(ClientError) as error:
        create(lam, bucket, key, **more)
    response = error.value.response
    return response["Error"]["Code"], response["Error"]["Message"], response["ResponseMetadata"]["HTTPStatusCode"]


def sha256(package):
    return base64.b64encode(hashlib.sha256(package).digest()).decode()


def words(code):
    return f"Error occurred while GetObject. S3 Error Code: {code}. S3 Error Message: {s3.MESSAGES[code][1]}"


@contextmanager
def serving(own_server, *arguments, **variables):
    server = own_server(*arguments, **variables)
    server.start()
    yield server, client(server)
    server.stop()


def test_functions_from_an_endpoint_that_checks_signatures(own_server):
    toolbox, other = packages.toolbox(), zipped({"toolbox.py": "def handler(event, context):\n    return 'other'"})
    with s3.StandIn(KEYS) as stand_in:
        stand_in.put("code", "some where/ü+&?#%2F/toolbox.zip", toolbox)
        stand_in.put("code", "v.zip", b"the newest, and no zip")
        stand_in.put("code", "v.zip", other, "v/1=&")
        stand_in.answers |= {"closed": "AccessDenied", "far": "PermanentRedirect"}
        with serving(own_server, "--s3-endpoint", stand_in.url, **VARIABLES) as (server, lam):
            name, created = create(lam, "code", "some where/ü+&?#%2F/toolbox.zip")
            assert created["CodeSha256"] == sha256(toolbox) and created["CodeSize"] == len(toolbox)
            assert invoke(lam, name).error is None
            settings = {"FunctionName": name, "S3Bucket": "code", "S3Key": "v.zip", "S3ObjectVersion": "v/1=&"}
            assert lam.update_function_code(DryRun=True, **settings)["CodeSha256"] == sha256(other)
            assert lam.get_function_configuration(FunctionName=name)["CodeSha256"] == sha256(toolbox)
            lam.update_function_code(**settings)
            updated(lam, name)
            assert invoke(lam, name).payload == "other"
            bucket, key, version, headers = stand_in.requests[0]
            assert (bucket, key, version) == ("code", "some where/ü+&?#%2F/toolbox.zip", None)
            assert "/us-east-1/s3/aws4_request" in headers["authorization"]

            # The region of the function is the region of the signature.
            create(client(server, region="eu-west-1"), "code", "some where/ü+&?#%2F/toolbox.zip")
            assert "/eu-west-1/s3/aws4_request" in stand_in.requests[-1][3]["authorization"]

            invalid = "InvalidParameterValueException"
            assert refused(lam, "none", "k") == (invalid, words("NoSuchBucket"), 400)
            assert refused(lam, "code", "none") == (invalid, words("NoSuchKey"), 400)
            assert refused(lam, "code", "v.zip", S3ObjectVersion="2") == (invalid, words("NoSuchVersion"), 400)
            assert refused(lam, "far", "k") == (
                invalid,
                "Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in "
                "this region: eu-west-3. Please use this region to retry the request",
                400,
            )
            assert refused(lam, "closed", "k") == (
                "AccessDeniedException",
                "Your access has been denied by S3, please make sure your request credentials have permission to "
                "GetObject for closed/k. S3 Error Code: AccessDenied. S3 Error Message: Access Denied",
                403,
            )
            broken = "Could not unzip uploaded file. Please check your file, then try to upload again."
            assert refused(lam, "code", "v.zip") == (invalid, broken, 400)
            asked = len(stand_in.requests)
            assert refused(lam, "code", "a/../../other/k") == (invalid, words("NoSuchKey"), 400)
            assert len(stand_in.requests) == asked, "a key that may be taken for another is not asked for"

            name = name_of("cli")
            aws(
                server, "lambda", "create-function", "--function-name", name, "--runtime", PYTHON, "--handler",
                "toolbox.handler", "--role", ROLE, "--code", "S3Bucket=code,S3Key=v.zip,S3ObjectVersion=v/1=&",
            )  # fmt: skip
            aws(server, "lambda", "wait", "function-active-v2", "--function-name", name)
        log = (server.directory / "stderr").read_text()
        assert not any(secret in log for secret in KEYS[1:]), "secrets are not logged"


@pytest.mark.parametrize(
    "variables, code",
    [
        ({}, "AccessDenied"),
        (VARIABLES | {"AWS_SECRET_ACCESS_KEY": "another"}, "SignatureDoesNotMatch"),
        (VARIABLES | {"AWS_ACCESS_KEY_ID": "AKIAANOTHER"}, "InvalidAccessKeyId"),
    ],
)
def test_an_endpoint_refuses_who_may_not(own_server, variables, code):
    with s3.StandIn(KEYS) as stand_in, serving(own_server, "--s3-endpoint", stand_in.url, **variables) as (_, lam):
        stand_in.put("code", "k", packages.toolbox())
        got = refused(lam, "code", "k")
        expected = "AccessDeniedException" if code == "AccessDenied" else "InvalidParameterValueException"
        assert got[0] == expected and got[1].endswith(f"S3 Error Code: {code}. S3 Error Message: {s3.MESSAGES[code][1]}")


def test_an_endpoint_with_tls_is_trusted_by_its_certificate(own_server, tmp_path):
    certificate, key = s3.certificate(tmp_path)
    authority = own_server().directory / "authorities.pem"
    authority.write_bytes(certificate.read_bytes())
    with s3.StandIn(certificate=(certificate, key)) as stand_in:
        stand_in.put("code", "k", packages.toolbox())
        variables = {"TENFOLD_S3_ENDPOINT": stand_in.url}
        with serving(own_server, SSL_CERT_FILE=authority, **variables) as (_, lam):
            name, _ = create(lam, "code", "k")
            assert invoke(lam, name).error is None
            assert "authorization" not in stand_in.requests[-1][3]
        another, _ = s3.certificate(tmp_path)
        authority.write_bytes(another.read_bytes())
        asked = len(stand_in.requests)
        with serving(own_server, SSL_CERT_FILE=authority, **variables) as (server, lam):
            got = refused(lam, "code", "k")
            assert got == ("ServiceException", "Error occurred while GetObject. S3 is not available.", 500)
            assert "no TLS" in server.stderr()
        assert len(stand_in.requests) == asked


def endless(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    chunk = b"100000\r\n" + bytes(1 << 20) + b"\r\n"
    try:
        while True:
            handler.wfile.write(chunk)
    except OSError:
        handler.close_connection = True


def with_huge_headers(handler):
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in itertools.count():
            handler.wfile.write(b"x-%d: %s\r\n" % (number, b"y" * 4096))
    except OSError:
        handler.close_connection = True


def breaking_off(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nPK")
    handler.close_connection = True


def elsewhere(handler):
    handler.reply(307, b"", {"Location": "http://169.254.169.254/latest/meta-data/"})


def test_an_endpoint_that_means_ill_harms_nothing(own_server):
    gone = "Error occurred while GetObject. S3 is not available."
    with s3.StandIn() as stand_in, serving(own_server, "--s3-endpoint", stand_in.url) as (server, lam):
        stand_in.put("code", "k", packages.toolbox())
        stand_in.answers |= {
            "endless": endless, "headers": with_huge_headers, "broken": breaking_off, "elsewhere": elsewhere,
        }  # fmt: skip
        large = "Unzipped size must be smaller than 262144000 bytes"
        assert refused(lam, "endless", "k") == ("InvalidParameterValueException", large, 400)
        for bucket in ("headers", "broken", "elsewhere"):
            assert refused(lam, bucket, "k") == ("ServiceException", gone, 500), bucket
        status = Path(f"/proc/{server.process.pid}/status").read_text()
        peak = int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1))
        assert peak < 700_000, f"{peak} kB"
        name, _ = create(lam, "code", "k")
        assert invoke(lam, name).error is None
        assert lam.list_functions()["Functions"][0]["FunctionName"] == name
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with serving(own_server, "--s3-endpoint", nobody) as (server, lam):
        assert refused(lam, "code", "k") == ("ServiceException", gone, 500)
        assert "cannot connect" in server.stderr()


def test_functions_from_a_directory(own_server, tmp_path):
    (tmp_path / "code/deep").mkdir(parents=True)
    (tmp_path / "code/deep/toolbox.zip").write_bytes(packages.toolbox())
    (tmp_path / "outside.zip").write_bytes(packages.toolbox())
    os.symlink("../outside.zip", tmp_path / "code/link.zip")
    os.symlink(tmp_path, tmp_path / "code/up")
    with serving(own_server, "--s3-dir", tmp_path) as (_, lam):
        name, _ = create(lam, "code", "deep/toolbox.zip")
        assert invoke(lam, name).error is None
        invalid = "InvalidParameterValueException"
        for key in ("none", "../outside.zip", "deep/../../outside.zip", "link.zip", "up/outside.zip", "deep", "/deep"):
            assert refused(lam, "code", key) == (invalid, words("NoSuchKey"), 400), key
        assert refused(lam, "outside.zip", "k") == (invalid, words("NoSuchBucket"), 400)


def test_layers_from_a_directory(own_server, tmp_path):
    (tmp_path / "layers").mkdir()
    layer = zipped({"python/word.py": "WORD = 'from a layer'"})
    (tmp_path / "layers/word.zip").write_bytes(layer)
    function = zipped({"toolbox.py": "import word\n\ndef handler(event, context):\n    return word.WORD"})
    with serving(own_server, "--s3-dir", tmp_path) as (_, lam):
        content = {"S3Bucket": "layers", "S3Key": "word.zip"}
        published = lam.publish_layer_version(LayerName="word", Content=content)
        assert published["Content"]["CodeSha256"] == sha256(layer)
        name = name_of("layered")
        create_from_zip(lam, name, function, Layers=[published["LayerVersionArn"]])
        assert invoke(lam, name).payload == "from a layer"
        with pytest.raises(ClientError) as error:
            lam.publish_layer_version(LayerName="word", Content=content | {"S3Key": "none"})
        assert error.value.response["Error"]["Message"] == words("NoSuchKey")


def test_without_an_endpoint_there_is_no_bucket(lam):
    assert refused(lam, "code", "k") == ("InvalidParameterValueException", words("NoSuchBucket"), 400)


def test_what_is_no_endpoint_and_no_directory(own_server, tmp_path):
    server = own_server()
    for arguments, variables, status, says in [
        (["--s3-endpoint", "https://user:geheim@localhost"], {}, 2, "without credentials"),
        (["--s3-endpoint", "localhost:9000"], {}, 2, "an endpoint is"),
        (["--s3-endpoint", "http://localhost", "--s3-dir", str(tmp_path)], {}, 2, "cannot be used with"),
        (["--s3-endpoint", "http://localhost"], {"AWS_ACCESS_KEY_ID": "AKIA"}, 2, "come together"),
        (["--s3-dir", str(tmp_path / "none")], {}, 5, "cannot open"),
    ]:
        done = server.cli("up", "--listen", "127.0.0.1:0", *arguments, **variables)
        assert (done.returncode, says in done.stderr) == (status, True), done.stderr
        assert "geheim" not in done.stderr + done.stdout
