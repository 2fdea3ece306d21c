"""Function URLs: their configuration with boto3, and requests to them with a plain HTTP client."""

import json

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.credentials
import pytest
from botocore.exceptions import ClientError

from harness import clients, packages
from harness.functions import create, deployed, invoke, name_of, updated
from harness.packages import NODE, zipped
from harness.web import Http

CODE = """
import base64, json, time

def handler(event, context):
    path = event["rawPath"]
    if path == "/fail":
        raise ValueError("on purpose")
    if path == "/sleep":
        time.sleep(60)
    if path == "/plain":
        return {"plain": True}
    if path == "/text":
        return "just text"
    if path == "/malformed":
        return {"statusCode": "high"}
    if path == "/large":
        return {"statusCode": 200, "body": "x" * 7_000_000}
    if path == "/binary":
        body = base64.b64decode(event["body"]) if event["isBase64Encoded"] else event["body"].encode()
        return {
            "statusCode": 201,
            "headers": {"content-type": "application/octet-stream", "x-length": len(body)},
            "cookies": ["a=1; Path=/", "b=2"],
            "body": base64.b64encode(body[::-1]).decode(),
            "isBase64Encoded": True,
        }
    return {
        "statusCode": 200,
        "body": json.dumps({"event": event, "id": context.aws_request_id, "version": context.function_version,
                            "arn": context.invoked_function_arn}),
    }
"""
FORBIDDEN = (
    "Forbidden. For troubleshooting Function URL authorization issues, see: "
    "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
)


@pytest.fixture(scope="module")
def web(server):
    return Http(server)


@pytest.fixture(scope="module")
def code():
    return zipped({"app.py": CODE})


@pytest.fixture
def function(lam, code):
    with deployed(lam, code, handler="app.handler") as name:
        yield name


def open_up(lam, name, **more):
    """Both permissions that everybody needs."""
    lam.add_permission(
        FunctionName=name,
        StatementId=name_of("url"),
        Action="lambda:InvokeFunctionUrl",
        Principal="*",
        FunctionUrlAuthType="NONE",
        **more,
    )
    lam.add_permission(
        FunctionName=name,
        StatementId=name_of("invoke"),
        Action="lambda:InvokeFunction",
        Principal="*",
        InvokedViaFunctionUrl=True,
        **more,
    )


@pytest.fixture
def public(lam, function):
    """The URL of a function that everybody may call."""
    open_up(lam, function)
    return lam.create_function_url_config(FunctionName=function, AuthType="NONE")["FunctionUrl"]


def refused(call, **parameters):
    with pytest.raises(ClientError) as raised:
        call(**parameters)
    answer = raised.value.response
    return answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"]["Message"]


def test_the_life_of_a_configuration(server, lam, function):
    cors = {"AllowOrigins": ["https://a.test"], "AllowMethods": ["GET"], "MaxAge": 5, "AllowCredentials": False}
    created = lam.create_function_url_config(FunctionName=function, AuthType="NONE", Cors=cors)
    assert created["ResponseMetadata"]["HTTPStatusCode"] == 201
    port = server.url.rsplit(":", 1)[1]
    url = created["FunctionUrl"]
    identity, rest = url.removeprefix("http://").split(".", 1)
    assert len(identity) == 32 and identity.isalnum() and identity == identity.lower()
    assert rest == f"lambda-url.us-east-1.localhost:{port}/"
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{function}"
    assert created["FunctionArn"] == arn
    assert (created["AuthType"], created["InvokeMode"], created["Cors"]) == ("NONE", "BUFFERED", cors)
    assert "LastModifiedTime" not in created

    got = lam.get_function_url_config(FunctionName=arn)
    assert got["FunctionUrl"] == url and got["CreationTime"] == created["CreationTime"] == got["LastModifiedTime"]
    assert refused(lam.create_function_url_config, FunctionName=function, AuthType="NONE") == (
        409,
        "ResourceConflictException",
        f"Failed to create function url config for [functionArn = {arn}]. Error message:  "
        "FunctionUrlConfig exists for this Lambda function",
    )

    changed = lam.update_function_url_config(FunctionName=function, InvokeMode="RESPONSE_STREAM")
    assert (changed["AuthType"], changed["InvokeMode"], changed["Cors"]) == ("NONE", "RESPONSE_STREAM", cors)
    assert changed["FunctionUrl"] == url and changed["CreationTime"] == created["CreationTime"]
    changed = lam.update_function_url_config(FunctionName=function, AuthType="AWS_IAM", Cors={})
    assert changed["AuthType"] == "AWS_IAM" and "Cors" not in changed
    assert "Cors" not in lam.get_function_url_config(FunctionName=function)

    assert lam.delete_function_url_config(FunctionName=function)["ResponseMetadata"]["HTTPStatusCode"] == 204
    gone = (404, "ResourceNotFoundException", "The resource you requested does not exist.")
    assert refused(lam.get_function_url_config, FunctionName=function) == gone
    assert refused(lam.update_function_url_config, FunctionName=function, AuthType="NONE") == gone
    assert refused(lam.delete_function_url_config, FunctionName=function) == gone
    again = lam.create_function_url_config(FunctionName=function, AuthType="NONE")
    assert again["FunctionUrl"] != url


def test_what_has_no_url(lam, function):
    absent = name_of("absent")
    missing = (404, "ResourceNotFoundException", "Function does not exist")
    assert refused(lam.create_function_url_config, FunctionName=absent, AuthType="NONE") == missing
    assert refused(lam.create_function_url_config, FunctionName=function, Qualifier="no", AuthType="NONE") == missing
    assert refused(lam.update_function_url_config, FunctionName=absent, AuthType="NONE") == missing
    assert refused(lam.list_function_url_configs, FunctionName=absent) == missing
    gone = (404, "ResourceNotFoundException", "The resource you requested does not exist.")
    assert refused(lam.get_function_url_config, FunctionName=absent) == gone
    assert refused(lam.delete_function_url_config, FunctionName=absent) == gone
    for qualifier in ["1", "$LATEST"]:
        status, error, message = refused(
            lam.create_function_url_config, FunctionName=function, Qualifier=qualifier, AuthType="NONE"
        )
        assert (status, error) == (400, "ValidationException")
        assert message.startswith(f"1 validation error detected: Value '{qualifier}' at 'qualifier' failed")


def test_lists_in_pages(lam, function):
    lam.publish_version(FunctionName=function)
    names = [None, "alpha", "beta", "gamma"]
    urls = {}
    for name in names:
        of = {"Qualifier": name} if name else {}
        if name:
            lam.create_alias(FunctionName=function, Name=name, FunctionVersion="1")
        urls[name] = lam.create_function_url_config(FunctionName=function, AuthType="AWS_IAM", **of)["FunctionUrl"]
    assert len(set(urls.values())) == 4
    pages, marker = [], {}
    while True:
        page = lam.list_function_url_configs(FunctionName=function, MaxItems=1, **marker)
        pages.append(page["FunctionUrlConfigs"])
        if "NextMarker" not in page:
            break
        marker = {"Marker": page["NextMarker"]}
    assert [len(page) for page in pages] == [1, 1, 1, 1]
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{function}"
    assert [page[0]["FunctionArn"] for page in pages] == [arn, f"{arn}:alpha", f"{arn}:beta", f"{arn}:gamma"]
    lam.delete_alias(FunctionName=function, Name="beta")
    left = lam.list_function_url_configs(FunctionName=function)["FunctionUrlConfigs"]
    assert [config["FunctionUrl"] for config in left] == [urls[None], urls["alpha"], urls["gamma"]]


def test_a_request_is_an_event(web, public):
    path = "/a%20b/c?x=1&x=2&y=%C3%A9"
    headers = {"Cookie": "s=1; t=2", "X-One": "1", "User-Agent": "e2e", "Content-Type": "application/json"}
    answer = web.send(public, "PATCH", path, b'{"a": 1}', headers)
    assert answer.status == 200, answer.body
    event = answer.json["event"]
    host = public.removeprefix("http://").rstrip("/")
    domain = host.split(":")[0]
    context = event["requestContext"]
    assert (event["version"], event["routeKey"], event["rawPath"]) == ("2.0", "$default", "/a%20b/c")
    assert event["rawQueryString"] == "x=1&x=2&y=%C3%A9"
    assert event["queryStringParameters"] == {"x": "1,2", "y": "é"}
    assert event["cookies"] == ["s=1", "t=2"]
    assert (event["body"], event["isBase64Encoded"]) == ('{"a": 1}', False)
    assert event["headers"]["host"] == host and event["headers"]["x-one"] == "1"
    assert event["headers"]["x-forwarded-for"] == "127.0.0.1" and event["headers"]["x-forwarded-proto"] == "http"
    assert context["http"] == {
        "method": "PATCH",
        "path": "/a b/c",
        "protocol": "HTTP/1.1",
        "sourceIp": "127.0.0.1",
        "userAgent": "e2e",
    }
    assert (context["accountId"], context["stage"]) == ("anonymous", "$default")
    assert (context["domainName"], context["apiId"]) == (domain, domain.split(".")[0])
    assert answer.json["id"] == context["requestId"] == answer.header("x-amzn-requestid")
    assert answer.header("content-type") == "application/json"


def test_responses(web, public):
    plain = web.send(public, path="/plain")
    assert (plain.status, plain.body, plain.header("content-type")) == (200, b'{"plain":true}', "application/json")
    assert web.send(public, path="/text").body == b"just text"
    body = bytes(range(256)) * 100
    binary = web.send(public, "POST", "/binary", body, {"Content-Type": "application/octet-stream"})
    assert (binary.status, binary.body) == (201, body[::-1])
    assert binary.header("content-type") == "application/octet-stream"
    assert binary.header("x-length") == str(len(body))
    assert binary.all("set-cookie") == ["a=1; Path=/", "b=2"]
    head = web.send(public, "HEAD", "/plain")
    assert (head.status, head.body) == (200, b"")
    assert web.send(public, "OPTIONS", "/plain").body == b'{"plain":true}'


def test_failures(lam, web, function, public):
    lam.update_function_configuration(FunctionName=function, Timeout=1)
    updated(lam, function)
    for path in ["/fail", "/malformed", "/large", "/sleep"]:
        answer = web.send(public, path=path)
        assert (answer.status, answer.body) == (502, b"Internal Server Error"), path
    answer = web.send(public, "POST", "/binary", b"\0" * 5_000_000)
    assert answer.status == 413
    assert web.send(public, path="/plain").status == 200


def test_cors(lam, web, function, public):
    cors = {
        "AllowOrigins": ["https://a.test", "https://*.b.test"],
        "AllowMethods": ["GET", "PUT"],
        "AllowHeaders": ["x-one", "content-type"],
        "ExposeHeaders": ["x-two"],
        "AllowCredentials": True,
        "MaxAge": 300,
    }
    lam.update_function_url_config(FunctionName=function, Cors=cors)
    asked = {"Origin": "https://x.b.test", "Access-Control-Request-Method": "PUT"}
    # The function would fail: it is not asked.
    answer = web.send(public, "OPTIONS", "/fail", headers=asked | {"Access-Control-Request-Headers": "X-One"})
    assert (answer.status, answer.body) == (200, b"")
    assert answer.header("access-control-allow-origin") == "https://x.b.test"
    assert answer.header("access-control-allow-methods") == "GET,PUT"
    assert answer.header("access-control-allow-headers") == "x-one,content-type"
    assert answer.header("access-control-max-age") == "300"
    assert answer.header("access-control-allow-credentials") == "true"
    for change in [{"Origin": "https://c.test"}, {"Access-Control-Request-Method": "DELETE"}]:
        answer = web.send(public, "OPTIONS", "/fail", headers=asked | change)
        assert answer.status == 200 and answer.header("access-control-allow-origin") is None
    answer = web.send(public, headers={"Origin": "https://a.test"})
    assert answer.all("access-control-allow-origin") == ["https://a.test"]
    assert answer.header("access-control-expose-headers") == "x-two"
    assert web.send(public).header("access-control-allow-origin") is None
    lam.update_function_url_config(FunctionName=function, Cors={})
    answer = web.send(public, "OPTIONS", "/plain", headers=asked)
    assert answer.body == b'{"plain":true}' and answer.header("access-control-allow-origin") is None


def test_who_may_call_an_open_url(lam, web, function):
    url = lam.create_function_url_config(FunctionName=function, AuthType="NONE")["FunctionUrl"]

    def forbidden():
        answer = web.send(url)
        assert (answer.status, answer.json) == (403, {"Message": FORBIDDEN})
        assert answer.header("x-amzn-errortype") == "AccessDeniedException"

    forbidden()
    lam.add_permission(
        FunctionName=function,
        StatementId="url",
        Action="lambda:InvokeFunctionUrl",
        Principal="*",
        FunctionUrlAuthType="NONE",
    )
    forbidden()
    lam.add_permission(
        FunctionName=function,
        StatementId="invoke",
        Action="lambda:InvokeFunction",
        Principal="*",
        InvokedViaFunctionUrl=True,
    )
    assert web.send(url).status == 200
    lam.remove_permission(FunctionName=function, StatementId="url")
    forbidden()


def test_a_signed_url(server, lam, web, function):
    url = lam.create_function_url_config(FunctionName=function, AuthType="AWS_IAM")["FunctionUrl"]
    variables = server.variables()
    answer = web.signed(url, variables, "POST", "/x/y?b=2&a=1", b"hello")
    assert answer.status == 200, answer.body
    context = answer.json["event"]["requestContext"]
    iam = context["authorizer"]["iam"]
    assert iam["userArn"] == "arn:aws:iam::000000000000:root"
    assert iam["accessKey"] == variables["AWS_ACCESS_KEY_ID"]
    assert context["accountId"] == "000000000000"
    assert "authorization" not in answer.json["event"]["headers"]

    credentials = botocore.credentials.Credentials(
        variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"]
    )
    presigned = botocore.awsrequest.AWSRequest("GET", url + "p?x=1")
    botocore.auth.SigV4QueryAuth(credentials, "lambda", "us-east-1", expires=60).add_auth(presigned)
    answer = web.send(url, path=presigned.url.removeprefix(url.rstrip("/")))
    assert answer.status == 200, answer.body
    assert answer.json["event"]["queryStringParameters"]["x"] == "1"

    unsigned = web.send(url)
    assert (unsigned.status, unsigned.json) == (403, {"Message": FORBIDDEN})
    # Open permissions do not make it open.
    open_up(lam, function)
    assert web.send(url).status == 403
    wrong = variables | {"AWS_SECRET_ACCESS_KEY": "guess"}
    for answer in [
        web.signed(url, wrong),
        web.signed(url, variables, region="eu-west-1"),
        web.signed(url, variables, service="execute-api"),
    ]:
        assert answer.status == 403
        assert answer.header("x-amzn-errortype") == "InvalidSignatureException", answer.body
    lam.update_function_url_config(FunctionName=function, AuthType="NONE")
    assert web.send(url).status == 200


def test_a_role_may_call_a_signed_url_that_says_so(server, lam, web, function):
    url = lam.create_function_url_config(FunctionName=function, AuthType="AWS_IAM")["FunctionUrl"]
    iam, role = clients.client(server, "iam"), name_of("calls")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": trust})
    arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
    with deployed(lam, packages.toolbox(), "calls", Role=arn) as caller:
        session = invoke(lam, caller, {"variables": names}).payload["variables"]
        answer = web.signed(url, session)
        assert (answer.status, answer.json) == (403, {"Message": FORBIDDEN})
        for action in ["InvokeFunctionUrl", "InvokeFunction"]:
            lam.add_permission(
                FunctionName=function, StatementId=action, Action=f"lambda:{action}", Principal=arn
            )
        answer = web.signed(url, session, "POST", "/x", b"1")
        assert answer.status == 200, answer.body
        authorized = answer.json["event"]["requestContext"]["authorizer"]["iam"]
        assert authorized["userArn"] == f"arn:aws:sts::000000000000:assumed-role/{role}/{caller}"
        stolen = session | {"AWS_SESSION_TOKEN": "other"}
        assert web.signed(url, stolen).header("x-amzn-errortype") == "UnrecognizedClientException"
        iam.delete_role(RoleName=role)
        assert web.signed(url, session, "POST", "/x", b"1").status == 403, "it was about another role"


def test_a_url_is_deactivated_by_no_concurrency(lam, web, function, public):
    lam.put_function_concurrency(FunctionName=function, ReservedConcurrentExecutions=0)
    answer = web.send(public)
    reason = "ReservedFunctionConcurrentInvocationLimitExceeded"
    assert (answer.status, answer.json) == (429, {"Reason": reason, "Type": "User", "message": "Rate Exceeded."})
    assert answer.header("x-amzn-errortype") == "TooManyRequestsException"
    lam.delete_function_concurrency(FunctionName=function)
    assert web.send(public).status == 200


def test_streams_are_sent_when_they_are_whole(lam, web):
    code = """
        exports.handler = awslambda.streamifyResponse(async (event, stream) => {
            if (event.rawPath === '/raw') {
                stream.write('just ');
                stream.end('bytes');
                return;
            }
            const prelude = { statusCode: 202, headers: { 'content-type': 'text/event-stream' }, cookies: ['a=1'] };
            stream = awslambda.HttpResponseStream.from(stream, prelude);
            stream.write(Buffer.from([0, 255]));
            stream.end();
        });
    """
    with deployed(lam, zipped({"index.js": code}), runtime=NODE, handler="index.handler") as name:
        open_up(lam, name)
        created = lam.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode="RESPONSE_STREAM")
        url = created["FunctionUrl"]
        answer = web.send(url)
        assert (answer.status, answer.body) == (202, b"\0\xff")
        assert answer.header("content-type") == "text/event-stream"
        assert answer.all("set-cookie") == ["a=1"]
        raw = web.send(url, path="/raw")
        assert (raw.status, raw.body) == (200, b"just bytes")


def test_an_aliass_url_follows_it(lam, web, function):
    for description in ["one", "two"]:
        lam.update_function_configuration(FunctionName=function, Description=description)
        updated(lam, function)
        lam.publish_version(FunctionName=function)
    lam.create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    created = lam.create_function_url_config(FunctionName=function, Qualifier="live", AuthType="NONE")
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{function}:live"
    assert created["FunctionArn"] == arn
    url = created["FunctionUrl"]
    # The function's own policy is not the alias's.
    open_up(lam, function)
    assert web.send(url).status == 403
    open_up(lam, function, Qualifier="live")
    answer = web.send(url)
    assert (answer.status, answer.json["version"], answer.json["arn"]) == (200, "1", arn)
    lam.update_alias(FunctionName=function, Name="live", FunctionVersion="2")
    assert web.send(url).json["version"] == "2"
    lam.delete_alias(FunctionName=function, Name="live")
    assert web.send(url).status == 403


def test_a_url_that_is_gone(lam, web, code, server):
    with deployed(lam, code, handler="app.handler") as name:
        open_up(lam, name)
        url = lam.create_function_url_config(FunctionName=name, AuthType="NONE")["FunctionUrl"]
        assert web.send(url).status == 200
        elsewhere = boto3.client(
            "lambda",
            endpoint_url=server.url,
            region_name="eu-west-1",
            aws_access_key_id=server.variables()["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=server.variables()["AWS_SECRET_ACCESS_KEY"],
        )
        assert refused(elsewhere.get_function_url_config, FunctionName=name)[0] == 404
        assert web.send(url.replace("us-east-1", "eu-west-1")).json == {"Message": None}
    for gone in [url, url.replace(url[7:17], "0123456789")]:
        answer = web.send(gone)
        assert (answer.status, answer.json) == (403, {"Message": None})
        assert answer.header("x-amzn-errortype") == "AccessDeniedException"


def test_urls_survive_kill_9(own_server, code):
    server = own_server().start()
    lam = clients.client(server)
    name = name_of("kept")
    create(lam, name, code, handler="app.handler")
    open_up(lam, name)
    cors = {"AllowOrigins": ["https://a.test"]}
    url = lam.create_function_url_config(FunctionName=name, AuthType="NONE", Cors=cors)["FunctionUrl"]
    server.kill()
    server.start()
    lam = clients.client(server)
    again = lam.get_function_url_config(FunctionName=name)
    assert again["FunctionUrl"].split(".")[0] == url.split(".")[0] and again["Cors"] == cors
    answer = Http(server).send(again["FunctionUrl"], headers={"Origin": "https://a.test"})
    assert (answer.status, answer.header("access-control-allow-origin")) == (200, "https://a.test")
