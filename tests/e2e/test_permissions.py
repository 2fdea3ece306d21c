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
