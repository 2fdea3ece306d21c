"""Who may do what: roles of functions, resource policies and accounts, by the policies that IAM keeps."""

import json
from pathlib import Path

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from harness import packages, wire
from harness.clients import as_somebody, client
from harness.functions import create, invoke, let_role, name_of, role_that_may
from harness.packages import FUNCTIONS, zipped
from harness.wait import until

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}],
}
ARN = "arn:aws:lambda:us-east-1:000000000000:function:"
FORM = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}


def policy(effect, action, resource, **more):
    return {"Effect": effect, "Action": action, "Resource": resource} | more


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def prober():
    source = (FUNCTIONS / "prober/prober.py").read_text()
    return zipped({"prober.py": source, "wire.py": Path(wire.__file__).read_text()})


def call(name):
    return {"service": "lambda", "method": "POST", "target": f"/2015-03-31/functions/{name}/invocations", "body": "{}"}


def target(name, body, **more):
    headers = {"x-amz-target": f"Logs_20140328.{name}", "content-type": "application/x-amz-json-1.1"}
    return {"service": "logs", "method": "POST", "target": "/", "body": json.dumps(body), "headers": headers} | more


def query(service, action, version, **parameters):
    body = "&".join(f"{key}={value}" for key, value in ({"Action": action, "Version": version} | parameters).items())
    return {"service": service, "method": "POST", "target": "/", "body": body, "headers": FORM}


class Role:
    """A role and a function that has it and asks what it is told to ask."""

    def __init__(self, server):
        self.iam, self.lam, self.name = client(server, "iam"), client(server), name_of("prober")
        self.role = self.iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=json.dumps(TRUST))["Role"]["Arn"]
        self.lam.create_function(
            FunctionName=self.name, Runtime=packages.PYTHON, Handler="prober.handler", Role=self.role, Timeout=30,
            MemorySize=1769, Code={"ZipFile": prober()},
        )  # fmt: skip
        self.lam.get_waiter("function_active_v2").wait(FunctionName=self.name, WaiterConfig={"Delay": 0.1})

    def may(self, *statements, policy="p"):
        self.iam.put_role_policy(RoleName=self.name, PolicyName=policy, PolicyDocument=document(*statements))

    def ask(self, *requests):
        answer = invoke(self.lam, self.name, {"requests": list(requests)})
        assert answer.error is None, answer.payload
        return answer.payload

    def statuses(self, *requests):
        return [answer["status"] for answer in self.ask(*requests)]


@pytest.fixture(scope="module")
def role(fresh_server):
    return Role(fresh_server)


@pytest.fixture(scope="module")
def targets(fresh_server):
    lam = client(fresh_server)
    for name in ["allowed", "other"]:
        create(lam, name, packages.toolbox())
    return lam


def test_one_action_on_one_resource_and_ten_others(role, targets):
    session = f"arn:aws:sts::000000000000:assumed-role/{role.name}/{role.name}"
    assert role.statuses(call("allowed")) == [403], "a role without policies"
    role.may(policy("Allow", "lambda:InvokeFunction", ARN + "allowed"))
    assert role.statuses(call("allowed")) == [200], "from the next request on"
    others = [
        call("other"),
        call("missing"),
        call("allowed:1"),
        {"service": "lambda", "method": "GET", "target": "/2015-03-31/functions/allowed"},
        {"service": "lambda", "method": "DELETE", "target": "/2015-03-31/functions/allowed"},
        {"service": "lambda", "method": "GET", "target": "/2015-03-31/functions"},
        {"service": "lambda", "method": "PUT", "target": "/2015-03-31/functions/allowed/code", "body": "{}"},
        {"service": "lambda", "method": "POST", "target": "/2015-03-31/functions", "body": '{"FunctionName": "allowed"}'},
        query("iam", "PutRolePolicy", "2010-05-08", RoleName=role.name, PolicyName="p", PolicyDocument="x"),
        query("iam", "ListRoles", "2010-05-08"),
        target("FilterLogEvents", {"logGroupName": "/aws/lambda/allowed"}),
        target("CreateLogGroup", {"logGroupName": "mine"}),
    ]
    answers = role.ask(*others)
    assert [answer["status"] for answer in answers] == [403] * 10 + [400] * 2
    denied = f"User: {session} is not authorized to perform: lambda:{{0}} on resource: {{1}} because no identity-based policy"
    for answer, action, resource in [
        (answers[0], "InvokeFunction", ARN + "other"),
        (answers[1], "InvokeFunction", ARN + "missing"),
        (answers[2], "InvokeFunction", ARN + "allowed:1"),
        (answers[3], "GetFunction", ARN + "allowed"),
        (answers[5], "ListFunctions", "*"),
        (answers[7], "CreateFunction", ARN + "allowed"),
    ]:
        assert denied.format(action, resource) in answer["body"]
    assert f"<Code>AccessDenied</Code><Message>User: {session} is not authorized to perform: iam:PutRolePolicy on " in answers[8]["body"]
    assert f"on resource: role {role.name} because no identity-based policy allows" in answers[8]["body"]
    assert "arn:aws:iam::000000000000:role/ because" in answers[9]["body"]
    assert "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/allowed:log-stream: because" in answers[10]["body"]
    # Everybody may know who he is.
    [who] = role.ask(query("sts", "GetCallerIdentity", "2011-06-15"))
    assert who["status"] == 200 and session in who["body"]
    unique = role.iam.get_role(RoleName=role.name)["Role"]["RoleId"]
    assert f"<UserId>{unique}:{role.name}</UserId>" in who["body"]


def test_denied_whatever_else_is_allowed(role, targets):
    role.may(policy("Allow", "*", "*"))
    role.may(policy("Deny", "lambda:Invoke*", ARN + "other"), policy="deny")
    [allowed, denied] = role.ask(call("allowed"), call("other"))
    assert allowed["status"] == 200
    assert "with an explicit deny in an identity-based policy" in denied["body"]
    role.iam.delete_role_policy(RoleName=role.name, PolicyName="deny")
    assert role.statuses(call("other")) == [200]


def test_tags_and_conditions(role, targets):
    targets.tag_resource(Resource=ARN + "allowed", Tags={"team": "blue"})
    condition = {"StringEquals": {"aws:ResourceTag/team": "blue", "aws:PrincipalType": "AssumedRole"}}
    condition |= {"ArnEquals": {"lambda:SourceFunctionArn": ARN + role.name}}
    role.may(policy("Allow", "lambda:InvokeFunction", "*", Condition=condition))
    assert role.statuses(call("allowed"), call("other")) == [200, 403]


def test_what_a_function_is_made_with(role, targets):
    make = {
        "FunctionName": "made", "Runtime": packages.PYTHON, "Handler": "a.b", "Role": role.role, "Code": {"ZipFile": "eA=="},
    }  # fmt: skip
    request = {"service": "lambda", "method": "POST", "target": "/2015-03-31/functions", "body": json.dumps(make)}
    role.may(policy("Allow", "lambda:CreateFunction", ARN + "made"))
    [answer] = role.ask(request)
    assert f"iam:PassRole on resource: {role.role} because no identity-based policy allows" in answer["body"]
    passing = {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
    role.may(policy("Allow", "lambda:CreateFunction", ARN + "made"), policy("Allow", "iam:PassRole", role.role, Condition=passing))
    [answer] = role.ask(request)
    assert (answer["status"], "Could not unzip" in answer["body"]) == (400, True), answer


def test_a_role_is_asked_about(fresh_server, role, targets):
    role.may(policy("Allow", "lambda:InvokeFunction", ARN + "allowed"))
    actions = ["lambda:InvokeFunction", "lambda:GetFunction"]
    found = role.iam.simulate_principal_policy(
        PolicySourceArn=role.role, ActionNames=actions, ResourceArns=[ARN + "allowed"]
    )["EvaluationResults"]
    assert [result["EvalDecision"] for result in found] == ["allowed", "implicitDeny"]
    [statement] = found[0]["MatchedStatements"]
    assert statement["SourcePolicyId"] == f"role_{role.name}_p"
    why = lambda *words: fresh_server.cli("iam", "why", role.role, *words).stdout  # noqa: E731
    assert f"allowed\n  IAM Policy \"role_{role.name}_p\", lines 1 to 1" in why(actions[0], ARN + "allowed")
    assert "denied: no statement allows it" in why(actions[0], ARN + "other")
    role.may(policy("Allow", "lambda:*", "*", Condition={"StringEquals": {"aws:SourceVpc": "vpc-1"}}))
    keys = role.iam.get_context_keys_for_principal_policy(PolicySourceArn=role.role)["ContextKeyNames"]
    assert keys == ["aws:SourceVpc"]
    assert "conditions ask for: aws:SourceVpc" in why(actions[0])
    assert "*: allowed" in why(actions[0], "--context", "aws:SourceVpc=vpc-1")


def test_a_path_makes_no_other_role(fresh_server, role):
    """Names of roles are unique whatever their path is: who may pass `app-x/*` passes nothing else by its name."""
    lam = client(fresh_server)
    settings = {"Runtime": packages.PYTHON, "Handler": "toolbox.handler", "Code": {"ZipFile": packages.toolbox()}}
    for arn in (f"arn:aws:iam::000000000000:role/app-x/{role.name}", f"arn:aws-cn:iam::000000000000:role/{role.name}"):
        with pytest.raises(ClientError, match="InvalidParameterValueException|ValidationException"):
            lam.create_function(FunctionName=name_of("path"), Role=arn, **settings)


def test_sessions_of_who_was_deleted_may_nothing(fresh_server, targets):
    iam, name = client(fresh_server, "iam"), name_of("gone")
    iam.create_user(UserName=name)
    user = {"UserName": name}
    rights = document(policy("Allow", ["lambda:*", "sts:*"], "*"))
    iam.put_user_policy(**user, PolicyName="p", PolicyDocument=rights)
    key = iam.create_access_key(**user)["AccessKey"]
    at = {"endpoint_url": fresh_server.url, "region_name": "us-east-1"}
    keys = {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}
    made = boto3.client("sts", **at, **keys).get_session_token()["Credentials"]
    keys = {"aws_access_key_id": made["AccessKeyId"], "aws_secret_access_key": made["SecretAccessKey"]}
    lam = boto3.client("lambda", **at, **keys, aws_session_token=made["SessionToken"])
    everything = document(policy("Allow", "*", "*"))
    guest = as_somebody(fresh_server, "sts", key).get_federation_token(Name="guest", Policy=everything)["Credentials"]
    guest = as_somebody(fresh_server, "lambda", guest)
    assert guest.get_function_configuration(FunctionName="allowed")["FunctionName"] == "allowed"
    assert lam.get_function_configuration(FunctionName="allowed")["FunctionName"] == "allowed"
    iam.delete_access_key(**user, AccessKeyId=key["AccessKeyId"])
    iam.delete_user_policy(**user, PolicyName="p")
    iam.delete_user(**user)
    arn = f"arn:aws:iam::000000000000:user/{name}"
    with pytest.raises(ClientError, match="AccessDenied"):
        lam.get_function_configuration(FunctionName="allowed")
    # Also where somebody else lets his ARN in: that was about him.
    iam.create_user(**user)
    iam.put_user_policy(**user, PolicyName="p", PolicyDocument=rights)
    for session in (lam, guest):
        with pytest.raises(ClientError, match="AccessDenied"):
            session.get_function_configuration(FunctionName="allowed")
    iam.delete_user_policy(**user, PolicyName="p")
    targets.add_permission(FunctionName="allowed", StatementId=name, Action="lambda:InvokeFunction", Principal=arn)
    with pytest.raises(ClientError, match="AccessDenied"):
        lam.invoke(FunctionName="allowed")
    targets.remove_permission(FunctionName="allowed", StatementId=name)
    iam.delete_user(**user)


def test_credentials_are_renewed_with_their_environment(own_server):
    server = own_server("--environment-life", "1").start()
    lam = client(server)
    role = role_that_may(server, {"Action": "lambda:GetFunctionConfiguration", "Resource": "*"})
    name = name_of("renewed")
    create(lam, name, packages.toolbox(), Role=role)
    variables = {"AccessKeyId": "AWS_ACCESS_KEY_ID", "SecretAccessKey": "AWS_SECRET_ACCESS_KEY", "SessionToken": "AWS_SESSION_TOKEN"}

    def credentials():
        found = invoke(lam, name, {"variables": list(variables.values())}).payload["variables"]
        return {key: found[variable] for key, variable in variables.items()}

    first = credentials()

    def others():
        found = credentials()
        return found["AccessKeyId"] != first["AccessKeyId"] and found

    second = until(others, 30, "an environment with other credentials")
    # Those of before last as long as an invocation there may.
    for session in (first, second):
        assert as_somebody(server, "lambda", session).get_function_configuration(FunctionName=name)["FunctionName"] == name
    let_role(server, role, {"Action": "lambda:ListTags", "Resource": "*"})
    for session in (first, second):
        with pytest.raises(ClientError, match="AccessDenied"):
            as_somebody(server, "lambda", session).get_function_configuration(FunctionName=name)


def of_account(server, account, service="lambda"):
    """The root user of an account, in development mode."""
    return boto3.client(
        service, endpoint_url=server.url, region_name="us-east-1", aws_access_key_id=account, aws_secret_access_key="x",
        config=Config(retries={"total_max_attempts": 1}),
    )  # fmt: skip


def test_across_accounts_both_must_allow_it(dev_server):
    owner, other = of_account(dev_server, "111111111111"), of_account(dev_server, "222222222222")
    name = name_of("shared")
    create(owner, name, packages.toolbox())
    arn = f"arn:aws:lambda:us-east-1:111111111111:function:{name}"

    def refused(text):
        with pytest.raises(ClientError) as error:
            other.invoke(FunctionName=arn)
        assert error.value.response["Error"]["Code"] == "AccessDeniedException"
        assert text in error.value.response["Error"]["Message"]

    refused("because no resource-based policy allows the lambda:InvokeFunction action")
    owner.add_permission(FunctionName=name, StatementId="s", Action="lambda:InvokeFunction", Principal="222222222222")
    assert invoke(other, arn).error is None
    with pytest.raises(ClientError):
        other.get_function(FunctionName=arn)
    owner.remove_permission(FunctionName=name, StatementId="s")
    refused("because no resource-based policy allows")


def test_in_development_a_role_that_nobody_made_may_do_everything(dev_server):
    lam, iam = of_account(dev_server, "000000000000"), of_account(dev_server, "000000000000", "iam")
    name = name_of("prober")
    create(lam, name, prober(), handler="prober.handler", Role=f"arn:aws:iam::000000000000:role/{name}")
    ask = lambda: invoke(lam, name, {"requests": [call("missing")]}).payload[0]["status"]  # noqa: E731
    assert ask() == 404
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(TRUST))
    assert ask() == 403, "held to its policies, as soon as it is there"
