"""Policies of functions, versions and aliases through boto3 and the AWS CLI."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import aws, client
from harness.functions import create, deployed, name_of

ARN = "arn:aws:lambda:us-east-1:000000000000:function:"


def add(lam, name, sid="s3", **more):
    settings = {"Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com"} | more
    return json.loads(lam.add_permission(FunctionName=name, StatementId=sid, **settings)["Statement"])


def refused(call, code, text=None):
    with pytest.raises(ClientError) as error:
        call()
    answer = error.value.response["Error"]
    assert answer["Code"] == code
    if text:
        assert answer["Message"] == text


@pytest.fixture(scope="module")
def function(lam):
    with deployed(lam, packages.toolbox(), "policy") as name:
        version = lam.publish_version(FunctionName=name)["Version"]
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        yield name


def test_a_statement_comes_and_goes(lam, function):
    bucket = "arn:aws:s3:::bucket"
    added = add(lam, function, SourceArn=bucket, SourceAccount="123456789012")
    assert added == {
        "Sid": "s3",
        "Effect": "Allow",
        "Principal": {"Service": "s3.amazonaws.com"},
        "Action": "lambda:InvokeFunction",
        "Resource": ARN + function,
        "Condition": {"StringEquals": {"AWS:SourceAccount": "123456789012"}, "ArnLike": {"AWS:SourceArn": bucket}},
    }
    found = lam.get_policy(FunctionName=function)
    assert json.loads(found["Policy"]) == {"Version": "2012-10-17", "Id": "default", "Statement": [added]}
    assert found["RevisionId"] == lam.get_function_configuration(FunctionName=function)["RevisionId"]
    text = "The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing"
    refused(lambda: add(lam, function), "ResourceConflictException", text + " statement.")
    lam.remove_permission(FunctionName=function, StatementId="s3", RevisionId=found["RevisionId"])
    gone = "The resource you requested does not exist."
    refused(lambda: lam.get_policy(FunctionName=function), "ResourceNotFoundException", gone)
    none = "No policy is associated with the given resource."
    again = lambda: lam.remove_permission(FunctionName=function, StatementId="s3")  # noqa: E731
    refused(again, "ResourceNotFoundException", none)


def test_who_can_be_let_in_and_under_which_conditions(lam, function):
    account, url = "123456789012", {"Principal": "*"}
    identity = f"arn:aws:iam::{account}:"
    for principal, written in [
        ("*", "*"),
        (account, {"AWS": f"{identity}root"}),
        (f"{identity}root", {"AWS": f"{identity}root"}),
        (f"{identity}user/team/ann", {"AWS": f"{identity}user/team/ann"}),
        (f"{identity}role/r", {"AWS": f"{identity}role/r"}),
        ("logs.us-east-1.amazonaws.com", {"Service": "logs.us-east-1.amazonaws.com"}),
        ("alexa-appkit.amazon.com", {"Service": "alexa-appkit.amazon.com"}),
    ]:
        assert add(lam, function, "who", Principal=principal)["Principal"] == written, principal
        lam.remove_permission(FunctionName=function, StatementId="who")
    text = "The provided principal was invalid. Please check the principal and try again."
    for principal in ("nonsense", "1234", "example.com", f"{identity}group/g", "arn:aws:s3:::bucket", "amazonaws.com"):
        refused(lambda principal=principal: add(lam, function, "who", Principal=principal), "InvalidParameterValueException", text)
    for given, condition in [
        ({"PrincipalOrgID": "o-a1b2c3d4e5"}, {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}),
        ({"EventSourceToken": "amzn1.ask.skill.x"}, {"StringEquals": {"lambda:EventSourceToken": "amzn1.ask.skill.x"}}),
        ({"SourceAccount": account}, {"StringEquals": {"AWS:SourceAccount": account}}),
        (url | {"InvokedViaFunctionUrl": True}, {"Bool": {"lambda:InvokedViaFunctionUrl": "true"}}),
        (
            url | {"Action": "lambda:InvokeFunctionUrl", "FunctionUrlAuthType": "AWS_IAM"},
            {"StringEquals": {"lambda:FunctionUrlAuthType": "AWS_IAM"}},
        ),
    ]:
        assert add(lam, function, "when", **given)["Condition"] == condition, given
        lam.remove_permission(FunctionName=function, StatementId="when")
    text = "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action"
    refused(lambda: add(lam, function, "when", FunctionUrlAuthType="NONE"), "InvalidParameterValueException", text)


def test_a_policy_of_20_kb_and_no_more(lam, function):
    """To the byte: what is counted is the document as GetPolicy shows it."""
    source = "arn:aws:s3:::"
    for n in range(2):
        add(lam, function, f"s{n}", SourceArn=source + "b" * 9000)
    whole = len(lam.get_policy(FunctionName=function)["Policy"])
    add(lam, function, "s2", SourceArn=source)
    one = len(lam.get_policy(FunctionName=function)["Policy"]) - whole
    lam.remove_permission(FunctionName=function, StatementId="s2")
    room = 20480 - whole - one
    text = "The final policy size (20481) is bigger than the limit (20480)."
    refused(lambda: add(lam, function, "s2", SourceArn=source + "b" * (room + 1)), "PolicyLengthExceededException", text)
    assert len(lam.get_policy(FunctionName=function)["Policy"]) == whole, "nothing was added"
    add(lam, function, "s2", SourceArn=source + "b" * room)
    assert len(lam.get_policy(FunctionName=function)["Policy"]) == 20480
    for n in range(3):
        lam.remove_permission(FunctionName=function, StatementId=f"s{n}")


def test_versions_and_aliases_have_their_own(lam, function):
    for qualifier in ["1", "live"]:
        added = add(lam, function, Qualifier=qualifier)
        assert added["Resource"] == f"{ARN}{function}:{qualifier}"
        found = json.loads(lam.get_policy(FunctionName=f"{function}:{qualifier}")["Policy"])
        assert found["Statement"] == [added]
    refused(lambda: lam.get_policy(FunctionName=function), "ResourceNotFoundException")
    latest = "We currently do not support adding policies for $LATEST."
    refused(lambda: add(lam, function, Qualifier="$LATEST"), "InvalidParameterValueException", latest)
    missing = f"Cannot find alias arn: {ARN}{function}:none"
    refused(lambda: add(lam, function, Qualifier="none"), "ResourceNotFoundException", missing)
    missing = f"Function not found: {ARN}{function}:42"
    refused(lambda: add(lam, function, Qualifier="42"), "ResourceNotFoundException", missing)
    alias = lam.get_alias(FunctionName=function, Name="live")
    assert alias["RevisionId"] == lam.get_policy(FunctionName=function, Qualifier="live")["RevisionId"]
    for qualifier in ["1", "live"]:
        lam.remove_permission(FunctionName=function, StatementId="s3", Qualifier=qualifier)


def test_a_stale_revision_changes_nothing(lam, function):
    stale = lam.get_function_configuration(FunctionName=function)["RevisionId"]
    add(lam, function, "first", RevisionId=stale)
    text = (
        "The Revision Id provided does not match the latest Revision Id. "
        "Call the GetPolicy API to retrieve the latest Revision Id"
    )
    refused(lambda: add(lam, function, "second", RevisionId=stale), "PreconditionFailedException", text)
    found = json.loads(lam.get_policy(FunctionName=function)["Policy"])
    assert [statement["Sid"] for statement in found["Statement"]] == ["first"]
    lam.remove_permission(FunctionName=function, StatementId="first")


def test_statements_that_are_added_at_once_are_all_there(lam, function):
    sids = [f"at-once-{n}" for n in range(24)]
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda sid: add(lam, function, sid), sids))
    found = json.loads(lam.get_policy(FunctionName=function)["Policy"])
    assert sorted(statement["Sid"] for statement in found["Statement"]) == sorted(sids)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda sid: lam.remove_permission(FunctionName=function, StatementId=sid), sids))
    refused(lambda: lam.get_policy(FunctionName=function), "ResourceNotFoundException")


def test_whole_documents(lam, function):
    document = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "nobody",
                "Effect": "Deny",
                "Principal": "*",
                "Action": "lambda:InvokeFunction",
                "Resource": ARN + function,
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
            }
        ],
    }
    put = lam.put_resource_policy(ResourceArn=ARN + function, Policy=json.dumps(document, indent=2))
    assert json.loads(put["Policy"]) == document
    added = add(lam, function)
    found = lam.get_resource_policy(ResourceArn=ARN + function)
    assert json.loads(found["Policy"])["Statement"] == [*document["Statement"], added]
    stale = {"ResourceArn": ARN + function, "RevisionId": put["RevisionId"]}
    refused(lambda: lam.delete_resource_policy(**stale), "PreconditionFailedException")
    lam.delete_resource_policy(ResourceArn=ARN + function, RevisionId=found["RevisionId"])
    refused(lambda: lam.get_resource_policy(ResourceArn=ARN + function), "ResourceNotFoundException")


def test_a_policy_survives_a_kill_and_goes_with_its_function(own_server):
    server = own_server()
    server.start()
    lam = client(server)
    name = name_of("kept")
    create(lam, name, packages.toolbox())
    added = add(lam, name)
    revision = lam.get_policy(FunctionName=name)["RevisionId"]
    server.kill()
    server.start()
    lam = client(server)
    found = lam.get_policy(FunctionName=name)
    assert json.loads(found["Policy"])["Statement"] == [added]
    assert revision == found["RevisionId"] == lam.get_function_configuration(FunctionName=name)["RevisionId"]
    lam.delete_function(FunctionName=name)
    create(lam, name, packages.toolbox())
    refused(lambda: lam.get_policy(FunctionName=name), "ResourceNotFoundException")


def test_with_the_aws_cli(server, function):
    given = ["--function-name", function, "--statement-id", "cli", "--principal", "*"]
    url = ["--action", "lambda:InvokeFunctionUrl", "--function-url-auth-type", "NONE"]
    added = json.loads(json.loads(aws(server, "lambda", "add-permission", *given, *url).stdout)["Statement"])
    assert added["Principal"] == "*"
    assert added["Condition"] == {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}
    found = json.loads(aws(server, "lambda", "get-policy", "--function-name", function).stdout)
    assert json.loads(found["Policy"])["Statement"] == [added]
    aws(server, "lambda", "remove-permission", "--function-name", function, "--statement-id", "cli")
