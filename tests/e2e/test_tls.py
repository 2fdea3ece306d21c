"""TLS on the listener, as real clients use it: boto3, the AWS CLI, curl and Node.js over HTTP/1.1 and HTTP/2."""

import json
import os
import shutil
import signal
import socket
import ssl
import stat
import subprocess
from urllib.parse import urlsplit

import pytest

from harness import packages
from harness.clients import aws, client, environment
from harness.functions import create, deployed, invoke, name_of
from harness.s3 import certificate
from harness.server import REPOSITORY, Server
from harness.wait import until

ECHO = """
exports.handler = async (event) => ({
  statusCode: 200,
  body: JSON.stringify({ n: event.queryStringParameters?.n, proto: event.headers["x-forwarded-proto"],
    tls: event.headers["x-amzn-tls-version"], http: event.requestContext.http.protocol }),
});
"""
STREAMS = """
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write("one");
  await new Promise((done) => setTimeout(done, 400));
  stream.end("two");
});
"""


@pytest.fixture(scope="module")
def tls():
    """A server with a certificate of its own making."""
    server = Server("--tls", "--tls-host", "fold.test")
    try:
        server.start()
        yield server
        server.stop()
    finally:
        server.remove()


@pytest.fixture(scope="module")
def lam(tls):
    return client(tls)


def public(lam, name, mode="BUFFERED"):
    """The URL of a function that everybody may call."""
    for action, more in (("InvokeFunctionUrl", {"FunctionUrlAuthType": "NONE"}), ("InvokeFunction", {"InvokedViaFunctionUrl": True})):
        lam.add_permission(
            FunctionName=name, StatementId=action, Action=f"lambda:{action}", Principal="*", **more
        )
    return lam.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode=mode)["FunctionUrl"]


@pytest.fixture(scope="module")
def urls(lam):
    """A function's URL, and one that streams."""
    made = []
    for what, code, mode in (("echo", ECHO, "BUFFERED"), ("streams", STREAMS, "RESPONSE_STREAM")):
        name = name_of(what)
        create(lam, name, packages.zipped({"index.js": code}), runtime=packages.NODE, handler="index.handler")
        made.append(public(lam, name, mode))
    return made


def test_what_the_server_says_of_itself(tls):
    assert tls.url.startswith("https://127.0.0.1:")
    variables = tls.variables()
    assert variables["AWS_ENDPOINT_URL"] == tls.url
    for name in ("AWS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"):
        assert variables[name] == str(tls.data / "tls/ca.pem")
    assert f"export AWS_CA_BUNDLE={tls.data}/tls/ca.pem" in tls.cli("env").stdout
    assert f"Server: {tls.url}" in tls.cli("doctor").stdout
    assert tls.cli("functions").returncode == 0
    for name in ("ca.pem", "server.pem"):
        assert stat.S_IMODE((tls.data / "tls" / name).stat().st_mode) == 0o600
    assert "PRIVATE" not in (tls.data / "tls/ca.pem").read_text(), "the authority's key is kept nowhere"
    assert "PRIVATE" not in tls.stderr()


def test_boto3_and_what_answers_name(tls, lam):
    with deployed(lam, packages.toolbox(), "tls") as name:
        assert invoke(lam, name, {}).error is None
        assert lam.get_function(FunctionName=name)["Code"]["Location"].startswith(tls.url + "/")
        url = urlsplit(lam.create_function_url_config(FunctionName=name, AuthType="AWS_IAM")["FunctionUrl"])
        assert (url.scheme, url.port) == ("https", urlsplit(tls.url).port)


def test_the_aws_cli(tls, lam):
    with deployed(lam, packages.toolbox(), "tls") as name:
        # By the variable, and by its own option.
        assert name in aws(tls, "lambda", "list-functions").stdout
        bundle = tls.variables()["AWS_CA_BUNDLE"]
        assert name in aws(tls, "--ca-bundle", bundle, "lambda", "list-functions").stdout
    done = aws(tls, "--ca-bundle", "/etc/hostname", "lambda", "list-functions", check=False)
    assert done.returncode != 0


def test_who_does_not_know_the_authority_is_not_fooled(tls):
    where = urlsplit(tls.url)
    for name in ("localhost", "127.0.0.1", "fold.test", "a.lambda-url.us-east-1.localhost"):
        trusting = ssl.create_default_context(cafile=tls.data / "tls/ca.pem")
        with socket.create_connection((where.hostname, where.port)) as plain:
            with trusting.wrap_socket(plain, server_hostname=name) as secure:
                assert secure.version() == "TLSv1.3"
    for context, name in (
        (ssl.create_default_context(), "localhost"),
        (ssl.create_default_context(cafile=tls.data / "tls/ca.pem"), "elsewhere.test"),
    ):
        with socket.create_connection((where.hostname, where.port)) as plain, pytest.raises(ssl.SSLError):
            context.wrap_socket(plain, server_hostname=name)


def test_old_versions_of_tls_are_refused(tls):
    where = urlsplit(tls.url)
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    with socket.create_connection((where.hostname, where.port)) as plain, pytest.raises((ssl.SSLError, OSError)):
        old.wrap_socket(plain)


@pytest.mark.skipif(not shutil.which("curl"), reason="this machine has no curl")
@pytest.mark.parametrize("version, says", [("--http1.1", "1.1"), ("--http2", "2")])
def test_curl_signs_and_calls_over_both_versions(tls, urls, version, says):
    variables = tls.variables()
    curl = ["curl", "-sS", version, "--cacert", variables["AWS_CA_BUNDLE"], "-w", "\n%{http_version} %{http_code}"]
    key = f"{variables['AWS_ACCESS_KEY_ID']}:{variables['AWS_SECRET_ACCESS_KEY']}"
    for arguments, has in (
        (["--aws-sigv4", "aws:amz:us-east-1:lambda", "--user", key, f"{tls.url}/2015-03-31/functions"], '"Functions"'),
        ([f"{urls[0]}x?n=7"], '"tls":"TLSv1.3","http":"HTTP/1.1"'),
        ([urls[1]], "onetwo"),
        (["--data-binary", "x" * 100_000, f"{urls[0]}x?n=8"], '"n":"8"'),
    ):
        done = subprocess.run(curl + arguments, capture_output=True, text=True, timeout=60)
        body, _, status = done.stdout.rpartition("\n")
        assert (status, done.stderr) == (f"{says} 200", ""), (arguments, done.stdout)
        assert has in body


def test_nodes_http2(tls, urls):
    script = REPOSITORY / "tests/e2e/harness/http2.mjs"
    hosts = [urlsplit(url).netloc for url in urls]
    done = subprocess.run(
        ["node", script, tls.url, *hosts], capture_output=True, text=True, timeout=60, env=environment(tls)
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["protocol"] == "h2"
    bodies = [json.loads(body) for status, body in said["answers"] if status == 200]
    assert [body["n"] for body in bodies] == [str(n) for n in range(20)]
    assert {body["proto"] for body in bodies} == {"https"}
    status, body, between = said["streamed"]
    assert (status, body) == (200, "onetwo") and between > 200, "it came as it was made"


def test_the_certificate_stays(own_server):
    server = own_server("--tls").start()
    first = (server.data / "tls/server.pem").read_bytes()
    server.stop()
    server.start()
    assert (server.data / "tls/server.pem").read_bytes() == first
    server.stop()


def test_a_given_certificate_is_renewed_without_a_restart(own_server):
    server = own_server()
    files = [server.directory / "tls.pem", server.directory / "tls.key"]

    def renew():
        for made, file in zip(certificate(server.directory), files):
            os.replace(made, file)
        return ssl.PEM_cert_to_DER_cert(files[0].read_text())

    first = renew()
    server.start("--tls-cert", files[0], "--tls-key", files[1], "--tls-ca", files[0], "--tls-host", "localhost")
    # The certificate names no address.
    port = urlsplit(server.url).port
    assert server.variables()["AWS_ENDPOINT_URL"] == f"https://localhost:{port}"
    lam = client(server)
    assert lam.list_functions()["Functions"] == []

    def shown():
        unverified = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        unverified.check_hostname, unverified.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection(("127.0.0.1", port)) as plain, unverified.wrap_socket(plain) as secure:
            return secure.getpeercert(binary_form=True)

    assert shown() == first
    kept = socket.create_connection(("127.0.0.1", port))
    kept = ssl.create_default_context(cafile=files[0]).wrap_socket(kept, server_hostname="localhost")
    second = renew()
    until(lambda: shown() == second, 20, "the new certificate")
    assert server.cli("functions").returncode == 0, "our own commands know it as well"
    # A file that cannot be used is said, and nothing else.
    files[0].write_text("nothing")
    server.process.send_signal(signal.SIGHUP)
    until(lambda: "the certificate stays as it was" in server.stderr(), 20, "a warning")
    assert shown() == second and server.alive()
    third = renew()
    server.process.send_signal(signal.SIGHUP)
    until(lambda: shown() == third, 20, "the third certificate")
    # Whoever was connected still is.
    kept.sendall(b"GET /_tenfold/health HTTP/1.1\r\nhost: localhost\r\n\r\n")
    assert kept.recv(65536).startswith(b"HTTP/1.1 200")
    kept.close()
    server.stop()


def test_it_listens_beyond_loopback_with_tls_only(own_server):
    server = own_server()
    done = server.cli("up", "--listen", "0.0.0.0:0")
    assert done.returncode == 2 and "--insecure-listen" in done.stderr and "--tls" in done.stderr
    for arguments in (["--insecure-listen"], ["--tls"]):
        server.start("--listen", "0.0.0.0:0", *arguments)
        assert server.cli("functions").returncode == 0
        server.stop()


def test_what_cannot_be_served_with(own_server):
    server = own_server()
    made, key = certificate(server.directory)
    other = server.directory / "other"
    other.mkdir()
    _, foreign = certificate(other)
    for cert, key, says in (
        (made, foreign, "do not go together"),
        (made, made, "no private key"),
        (key, key, "no certificate"),
        (server.directory / "none", key, "cannot read"),
    ):
        done = server.cli("up", "--listen", "127.0.0.1:0", "--tls-cert", cert, "--tls-key", key)
        assert done.returncode == 5 and says in done.stderr, done.stderr
        assert "BEGIN" not in done.stderr


def test_a_sandbox_still_speaks_plainly(lam):
    """The endpoint inside is the sandbox's own loopback: nothing of the certificate is needed there."""
    code = "import os\ndef handler(event, context):\n    return {n: v for n, v in os.environ.items() if 'ENDPOINT' in n or 'CA' in n}\n"
    with deployed(lam, packages.zipped({"app.py": code}), "inside", handler="app.handler") as name:
        seen = invoke(lam, name, {}).payload
        assert seen["AWS_ENDPOINT_URL"].startswith("http://127.0.0.1:")
        assert "AWS_CA_BUNDLE" not in seen
