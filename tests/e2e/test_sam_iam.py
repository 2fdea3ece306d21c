"""What CloudFormation calls of IAM and Lambda for a function of SAM, by a deployer who may no more than that: made, changed, destroyed."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import clients, packages
from harness.functions import create, invoke, name_of, updated

ACCOUNT = "000000000000"
AWS = "arn:aws:iam::aws:policy"
BASIC, INVOKES = f"{AWS}/service-role/AWSLambdaBasicExecutionRole", f"{AWS}/service-role/AWSLambdaRole"
TRACES = f"{AWS}/AWSXRayDaemonWriteAccess"
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com"]}}],
}
# As SAM's policy templates make them.
TEMPLATES = {
    "PollerPolicy": {
        "Action": ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        "Resource": f"arn:aws:sqs:us-east-1:{ACCOUNT}:jobs",
    },
    "CrudPolicy": {
        "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
        "Resource": [f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/t", f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/t/index/*"],
    },
    "ReadPolicy": {"Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]},
}
ROLE_ACTIONS = [
    "AttachRolePolicy", "CreateRole", "DeleteRole", "DeleteRolePolicy", "DetachRolePolicy", "GetRole", "GetRolePolicy",
    "ListAttachedRolePolicies", "ListRolePolicies", "PutRolePolicy", "TagRole", "UntagRole", "UpdateAssumeRolePolicy",
]  # fmt: skip


def document(*statements):
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow"} | statement for statement in statements]}


def refused(code, call, **arguments):
    """The message of a call that must fail so."""
    with pytest.raises(ClientError) as error:
        call(**arguments)
    assert error.value.response["Error"]["Code"] == code, error.value
    return error.value.response["Error"]["Message"]


@pytest.fixture(scope="module")
def deployer(server):
    """IAM and Lambda as a user who deploys stacks of one name, and that name."""
    iam, stack = clients.client(server, "iam"), name_of("stack")
    roles = f"arn:aws:iam::{ACCOUNT}:role/sam/{stack}-*"
    passed = {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
    rights = document(
        {"Action": [f"iam:{action}" for action in ROLE_ACTIONS], "Resource": roles},
        # Of a role that is not there nobody knows the path.
        {"Action": "iam:GetRole", "Resource": "*"},
        {"Action": "iam:PassRole", "Resource": roles, "Condition": passed},
        {"Action": "lambda:*", "Resource": f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:{stack}-*"},
    )
    user = {"UserName": stack}
    iam.create_user(**user)
    iam.put_user_policy(**user, PolicyName="deploy", PolicyDocument=json.dumps(rights))
    key = iam.create_access_key(**user)["AccessKey"]
    yield clients.as_somebody(server, "iam", key), clients.as_somebody(server, "lambda", key), stack
    iam.delete_access_key(**user, AccessKeyId=key["AccessKeyId"])
    iam.delete_user_policy(**user, PolicyName="deploy")
    iam.delete_user(**user)


def test_a_function_of_sam(server, deployer):
    iam, lam, stack = deployer
    name, function = f"{stack}-FnRole-1A2B3C", f"{stack}-Fn-4D5E6F"
    of = {"RoleName": name}
    tags = [{"Key": "lambda:createdBy", "Value": "SAM"}, {"Key": "team", "Value": "blue"}]

    # Made.
    refused("NoSuchEntity", iam.get_role, **of)
    role = iam.create_role(**of, Path="/sam/", AssumeRolePolicyDocument=json.dumps(TRUST), Tags=tags)["Role"]
    assert role["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/sam/{name}" and role["Tags"] == tags
    for arn in (BASIC, TRACES, INVOKES):
        iam.attach_role_policy(**of, PolicyArn=arn)
    for policy, statement in TEMPLATES.items():
        iam.put_role_policy(**of, PolicyName=policy, PolicyDocument=json.dumps(document(statement)))
    found = iam.get_role(**of)["Role"]
    assert (found["AssumeRolePolicyDocument"], found["Tags"], found["Path"]) == (TRUST, tags, "/sam/")
    attached = iam.list_attached_role_policies(**of)["AttachedPolicies"]
    assert sorted(policy["PolicyArn"] for policy in attached) == sorted([BASIC, TRACES, INVOKES])
    assert iam.list_role_policies(**of)["PolicyNames"] == sorted(TEMPLATES)
    create(lam, function, packages.toolbox(), Role=role["Arn"], Tags={"lambda:createdBy": "SAM"}, TracingConfig={"Mode": "Active"})

    # No other role goes to Lambda, nor is one made elsewhere.
    other = clients.client(server, "iam").create_role(RoleName=name_of("other"), AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]
    settings = {"Runtime": packages.PYTHON, "Handler": "toolbox.handler", "Code": {"ZipFile": packages.toolbox()}}
    message = refused("AccessDeniedException", lam.create_function, FunctionName=f"{stack}-x", Role=other["Arn"], **settings)
    assert f"iam:PassRole on resource: {other['Arn']}" in message and f"user/{stack}" in message
    refused("AccessDeniedException", lam.update_function_configuration, FunctionName=function, Role=other["Arn"])
    refused("AccessDenied", iam.create_role, RoleName=name, Path="/", AssumeRolePolicyDocument=json.dumps(TRUST))
    refused("AccessDenied", iam.attach_role_policy, RoleName=other["RoleName"], PolicyArn=BASIC)

    # The function may what the role's policies say.
    names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]
    mine = invoke(lam, function, {"variables": names}).payload["variables"]
    inside = dict(zip(("AccessKeyId", "SecretAccessKey", "SessionToken"), (mine[name] for name in names)))
    calls = clients.as_somebody(server, "lambda", inside)
    assert invoke(calls, function, {"do": "echo"}).status == 200
    refused("AccessDeniedException", calls.list_functions)

    # Changed.
    other_trust = json.loads(json.dumps(TRUST).replace("lambda.amazonaws.com", "edgelambda.amazonaws.com"))
    both = {"Version": TRUST["Version"], "Statement": TRUST["Statement"] + other_trust["Statement"]}
    iam.update_assume_role_policy(**of, PolicyDocument=json.dumps(both))
    iam.detach_role_policy(**of, PolicyArn=INVOKES)
    refused("AccessDeniedException", calls.invoke, FunctionName=function)
    iam.put_role_policy(**of, PolicyName="PollerPolicy", PolicyDocument=json.dumps(document(TEMPLATES["ReadPolicy"])))
    iam.untag_role(**of, TagKeys=["team"])
    assert iam.get_role(**of)["Role"]["Tags"] == tags[:1]
    assert iam.get_role_policy(**of, PolicyName="PollerPolicy")["PolicyDocument"] == document(TEMPLATES["ReadPolicy"])
    lam.update_function_configuration(FunctionName=function, Timeout=9, Role=role["Arn"])
    updated(lam, function)

    # Destroyed, in reverse; a role goes last, when nothing is left of it.
    lam.delete_function(FunctionName=function)
    assert refused("DeleteConflict", iam.delete_role, **of) == "Cannot delete entity, must detach all policies first."
    for arn in (TRACES, BASIC):
        iam.detach_role_policy(**of, PolicyArn=arn)
    refused("NoSuchEntity", iam.detach_role_policy, **of, PolicyArn=BASIC)
    assert refused("DeleteConflict", iam.delete_role, **of) == "Cannot delete entity, must delete policies first."
    for policy in reversed(TEMPLATES):
        iam.delete_role_policy(**of, PolicyName=policy)
    iam.delete_role(**of)
    refused("NoSuchEntity", iam.get_role, **of)
    clients.client(server, "iam").delete_role(RoleName=other["RoleName"])
