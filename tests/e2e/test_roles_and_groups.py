"""The lives of roles and of log groups, walked with boto3: every operation of IAM and Logs that is built."""

import json
import time

import pytest
from botocore.exceptions import ClientError

from harness import clients
from harness.functions import name_of

TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
    ],
}
READ = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
MANAGED = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


def test_a_role(server):
    iam = clients.client(server, "iam")
    name = name_of("role")
    created = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]
    assert created["Arn"] == f"arn:aws:iam::000000000000:role/{name}"
    assert iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"] == TRUST
    assert name in [role["RoleName"] for page in iam.get_paginator("list_roles").paginate() for role in page["Roles"]]

    iam.put_role_policy(RoleName=name, PolicyName="read", PolicyDocument=json.dumps(READ))
    assert iam.get_role_policy(RoleName=name, PolicyName="read")["PolicyDocument"] == READ
    assert iam.list_role_policies(RoleName=name)["PolicyNames"] == ["read"]
    iam.attach_role_policy(RoleName=name, PolicyArn=MANAGED)
    attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
    assert attached == [{"PolicyName": "AWSLambdaBasicExecutionRole", "PolicyArn": MANAGED}]
    with pytest.raises(iam.exceptions.DeleteConflictException):
        iam.delete_role(RoleName=name)

    iam.detach_role_policy(RoleName=name, PolicyArn=MANAGED)
    iam.delete_role_policy(RoleName=name, PolicyName="read")
    iam.delete_role(RoleName=name)
    with pytest.raises(iam.exceptions.NoSuchEntityException):
        iam.get_role(RoleName=name)
    assert iam.get_user()["User"]["Arn"] == "arn:aws:iam::000000000000:root"


def test_a_managed_policy(server):
    iam = clients.client(server, "iam")
    name, role = name_of("policy"), name_of("role")
    created = iam.create_policy(PolicyName=name, Path="/team/", PolicyDocument=json.dumps(READ))["Policy"]
    arn = created["Arn"]
    assert arn == f"arn:aws:iam::000000000000:policy/team/{name}"
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.attach_role_policy(RoleName=role, PolicyArn=arn)
    assert iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"] == 1
    [entity] = iam.list_entities_for_policy(PolicyArn=arn)["PolicyRoles"]
    assert entity["RoleName"] == role
    pages = iam.get_paginator("list_policies").paginate(Scope="Local", OnlyAttached=True)
    assert arn in [policy["Arn"] for page in pages for policy in page["Policies"]]
    with pytest.raises(iam.exceptions.DeleteConflictException):
        iam.delete_policy(PolicyArn=arn)

    write = json.loads(json.dumps(READ).replace("GetObject", "PutObject"))
    version = iam.create_policy_version(PolicyArn=arn, PolicyDocument=json.dumps(write))["PolicyVersion"]
    assert (version["VersionId"], version["IsDefaultVersion"]) == ("v2", False)
    iam.set_default_policy_version(PolicyArn=arn, VersionId="v2")
    assert iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]["Document"] == write
    assert [v["VersionId"] for v in iam.list_policy_versions(PolicyArn=arn)["Versions"]] == ["v2", "v1"]
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    iam.detach_role_policy(RoleName=role, PolicyArn=arn)
    iam.delete_role(RoleName=role)
    iam.delete_policy(PolicyArn=arn)
    with pytest.raises(iam.exceptions.NoSuchEntityException):
        iam.get_policy(PolicyArn=arn)


def test_policies_are_simulated(server):
    iam = clients.client(server, "iam")
    own = json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Action": "lambda:*", "Resource": "*"},
                {
                    "Effect": "Deny",
                    "Action": "lambda:Delete*",
                    "Resource": "*",
                    "Condition": {"StringNotEquals": {"aws:PrincipalTag/team": "ops"}},
                },
            ],
        }
    )
    actions = ["lambda:InvokeFunction", "lambda:DeleteFunction", "s3:GetObject"]
    answer = iam.simulate_custom_policy(PolicyInputList=[own], ActionNames=actions)
    decisions = [(result["EvalActionName"], result["EvalDecision"]) for result in answer["EvaluationResults"]]
    assert decisions == list(zip(actions, ["allowed", "explicitDeny", "implicitDeny"]))
    assert answer["EvaluationResults"][1]["MissingContextValues"] == ["aws:PrincipalTag/team"]
    team = {"ContextKeyName": "aws:PrincipalTag/team", "ContextKeyValues": ["ops"], "ContextKeyType": "string"}
    answer = iam.simulate_custom_policy(PolicyInputList=[own], ActionNames=actions[1:2], ContextEntries=[team])
    assert answer["EvaluationResults"][0]["EvalDecision"] == "allowed"
    assert iam.get_context_keys_for_custom_policy(PolicyInputList=[own])["ContextKeyNames"] == ["aws:PrincipalTag/team"]
    with pytest.raises(iam.exceptions.InvalidInputException):
        iam.simulate_custom_policy(PolicyInputList=["{}"], ActionNames=actions)


def test_a_log_group(logs):
    group, stream = f"/own/{name_of('group')}", "s"
    logs.create_log_group(logGroupName=group)
    with pytest.raises(logs.exceptions.ResourceAlreadyExistsException):
        logs.create_log_group(logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName=stream)
    logs.put_retention_policy(logGroupName=group, retentionInDays=7)
    [described] = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
    assert described["retentionInDays"] == 7
    now = int(time.time() * 1000)
    events = [{"timestamp": now + n, "message": f"line {n}"} for n in range(3)]
    logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)
    read = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True)["events"]
    assert [(event["timestamp"], event["message"]) for event in read] == [
        (event["timestamp"], event["message"]) for event in events
    ]
    logs.delete_log_group(logGroupName=group)
    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        logs.describe_log_streams(logGroupName=group)
