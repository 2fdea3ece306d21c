"""A byte that somebody changes on disk is noticed before it runs: whoever invokes is told, and the next one finds the code as it was
uploaded. Where nothing whole is left, nothing runs."""

import json
import os
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import botocore
import pytest

from harness import packages
from harness.clients import as_somebody, client
from harness.functions import create, invoke, name_of, updated
from harness.wait import until

HANDLER = """
import helper

def handler(event, context):
    return helper.WORD
"""
LARGE = "".join(f"def f{n}():\n    return {n}\n" for n in range(2000))


@pytest.fixture
def function(fresh_server):
    """A function with a package of its own, invoked once; and a client."""
    yield from deployed(fresh_server)


def deployed(server, **more):
    lam = client(server)
    name = name_of("integrity")
    helper = f"WORD = 'good-{name}'\n"
    create(lam, name, packages.zipped({"fn.py": HANDLER, "helper.py": helper}), handler="fn.handler", **more)
    assert invoke(lam, name).payload == f"good-{name}"
    yield lam, name
    lam.delete_function(FunctionName=name)


def anew(lam, name):
    """Lets the warm environments go, so that the next invocation builds one."""
    lam.update_function_configuration(FunctionName=name, Description=name_of("anew"))
    updated(lam, name)


def tree(server, name):
    """Where the function's package is unpacked."""
    found = (Path(server.data) / "packages").glob("*/helper.py")
    # What was moved aside is there as long as an environment uses it.
    found = [path.parent for path in found if ".old-" not in path.parent.name and name in path.read_text()]
    assert len(found) == 1, found
    return found[0]


def flip(path, at):
    """Changes one bit, and leaves size, mode and times as they were."""
    content, before = bytearray(path.read_bytes()), path.stat()
    content[at] ^= 1
    path.chmod(0o600)
    path.write_bytes(content)
    path.chmod(before.st_mode & 0o777)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def refused(lam, name):
    """The invocation fails, and says why to whoever may know."""
    with pytest.raises(botocore.exceptions.ClientError) as raised:
        invoke(lam, name)
    error = raised.value.response
    assert error["ResponseMetadata"]["HTTPStatusCode"] == 500, error
    assert error["Error"]["Code"] == "ServiceException", error
    return error["Error"]["Message"]


def test_a_changed_file_does_not_run_and_is_restored(fresh_server, function):
    lam, name = function
    helper = tree(fresh_server, name) / "helper.py"
    at = helper.read_bytes().index(b"good")
    flip(helper, at)
    anew(lam, name)
    assert "was changed on the disk of this server" in refused(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"
    assert "helper.py" in fresh_server.stderr(), "the operator is told which file"
    cloudwatch = client(fresh_server, "cloudwatch")

    def counted():
        now = datetime.now(timezone.utc)
        of = {"Namespace": "Tenfold", "MetricName": "IntegrityFailures", "Dimensions": [{"Name": "Kept", "Value": "tree"}]}
        span = {"StartTime": now - timedelta(minutes=5), "EndTime": now + timedelta(minutes=1), "Period": 60}
        points = cloudwatch.get_metric_statistics(**of, **span, Statistics=["Sum"])["Datapoints"]
        return sum(point["Sum"] for point in points) >= 1

    until(counted, 20, "a metric that counts it")


def test_a_file_more_or_less_is_a_change(fresh_server, function):
    lam, name = function
    (tree(fresh_server, name) / "sitecustomize.py").write_text("raise SystemExit")
    anew(lam, name)
    refused(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"
    (tree(fresh_server, name) / "fn.py").unlink()
    anew(lam, name)
    refused(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"


def test_what_changes_under_a_server_that_is_stopped(own_server):
    server = own_server().start()
    flow = deployed(server)
    lam, name = next(flow)
    for part in ("file", "manifest", "signature"):
        path = tree(server, name)
        server.stop()
        seal = path.with_name(path.name + ".seal")
        match part:
            case "file":
                flip(path / "helper.py", 10)
            case "manifest":
                flip(seal, len(seal.read_bytes()) - 20)
            case "signature":
                flip(seal, 30)
        server.start()
        lam = client(server)
        refused(lam, name)
        assert invoke(lam, name).payload == f"good-{name}", part
    server.stop()


def test_compiled_modules_that_were_changed_are_not_loaded(fresh_server):
    lam = client(fresh_server)
    name = name_of("compiled")
    files = {"fn.py": "import large\n\ndef handler(event, context):\n    return large.WORD\n", "large.py": f"WORD = 'good-{name}'\n{LARGE}"}
    create(lam, name, packages.zipped(files), handler="fn.handler")
    bytecode = Path(fresh_server.data) / "bytecode"

    def compiled():
        paths = [path for path in bytecode.rglob("large.*.pyc") if name.encode() in path.read_bytes()]
        paths = [path for path in paths if (bytecode / (path.relative_to(bytecode).parts[0] + ".seal")).is_file()]
        return paths[0] if paths else None

    path = until(compiled, 60, "compiled modules")
    anew(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"
    flip(path, path.read_bytes().index(b"good-"))
    anew(lam, name)
    refused(lam, name)
    assert invoke(lam, name).payload == f"good-{name}", "without them"
    until(compiled, 60, "compiled modules once more")
    anew(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"


@pytest.mark.parametrize("where", ["magic", "size", "wrapped key", "content", "tag"])
def test_a_changed_blob_is_not_unpacked(fresh_server, function, where):
    lam, name = function
    path = tree(fresh_server, name)
    digest = path.name
    blob = Path(fresh_server.data) / "blobs" / digest[:2] / digest[2:]
    kept = blob.read_bytes()
    flip(blob, {"magic": 2, "size": 24, "wrapped key": 50, "content": 100, "tag": len(kept) - 1}[where])
    # What is unpacked is whole, and is all that is needed.
    anew(lam, name)
    assert invoke(lam, name).payload == f"good-{name}"
    # Now it is needed, and cannot be had: nothing runs, however often it is tried.
    flip(path / "helper.py", 10)
    anew(lam, name)
    for _ in range(3):
        refused(lam, name)
    blob.write_bytes(kept)
    assert invoke(lam, name).payload == f"good-{name}"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE function SET code = (SELECT code FROM function WHERE name = 'other')",
        "UPDATE function SET config = replace(config, 'fn.handler', 'helper.handler')",
        "UPDATE function SET config = replace(config, ':role/', ':role/x')",
    ],
)
def test_a_changed_row_is_not_run(own_server, change):
    server = own_server().start()
    lam, name = next(deployed(server))
    create(lam, "other", packages.zipped({"fn.py": "def handler(event, context):\n    return 'of another function'\n"}), handler="fn.handler")
    server.stop()
    database = sqlite3.connect(Path(server.data) / "tenfold.db")
    with database:
        assert database.execute(f"{change} WHERE name = ?", (name,)).rowcount == 1
    database.close()
    server.start()
    lam = client(server)
    assert "was changed or damaged on its disk" in refused(lam, name)
    assert invoke(lam, "other").payload == "of another function", "nobody else is harmed"
    listed = {function["FunctionName"] for page in lam.get_paginator("list_functions").paginate() for function in page["Functions"]}
    assert listed == {"other"}, "what may say anything is left out, and the rest is listed"
    # It can be deleted and made anew.
    lam.delete_function(FunctionName=name)
    create(lam, name, packages.zipped({"fn.py": HANDLER, "helper.py": "WORD = 1\n"}), handler="fn.handler")
    assert invoke(lam, name).payload == 1
    server.stop()


def test_changed_rows_of_what_belongs_to_a_function_are_not_believed(own_server):
    """Who may invoke it, which version an alias means, and how many may run."""
    server = own_server().start()
    lam, name = next(deployed(server))
    version = lam.publish_version(FunctionName=name)["Version"]
    lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
    lam.add_permission(FunctionName=name, StatementId="one", Action="lambda:InvokeFunction", Principal="111122223333")
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=5)
    server.stop()
    database = sqlite3.connect(Path(server.data) / "tenfold.db")
    with database:
        for change in (
            "UPDATE alias SET version = 0",
            "UPDATE attachment SET value = replace(value, '111122223333', '444455556666') WHERE kind = 'policy'",
            "UPDATE attachment SET amount = 500 WHERE kind = 'reserved-concurrency'",
        ):
            assert database.execute(change).rowcount == 1, change
    database.close()
    server.start()
    lam = client(server)
    for asked in (
        lambda: lam.get_alias(FunctionName=name, Name="live"),
        lambda: invoke(lam, f"{name}:live"),
        lambda: lam.get_policy(FunctionName=name),
        lambda: lam.get_function_concurrency(FunctionName=name),
    ):
        with pytest.raises(botocore.exceptions.ClientError) as raised:
            asked()
        error = raised.value.response
        assert (error["ResponseMetadata"]["HTTPStatusCode"], error["Error"]["Code"]) == (500, "ServiceException"), error
        assert "was changed or damaged on its disk" in error["Error"]["Message"]
    assert lam.list_aliases(FunctionName=name)["Aliases"] == []
    assert server.stderr().count("changed outside of this server") >= 3, "the operator is told"
    # Deleted and made anew, all is well.
    lam.delete_alias(FunctionName=name, Name="live")
    lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
    assert invoke(lam, f"{name}:live").payload == f"good-{name}"
    server.stop()


def test_rights_that_are_written_into_the_database_are_none(own_server):
    """Who has the disk and no key gives nobody more rights: not by a policy, not by a key that was switched off."""
    server = own_server().start()
    iam, allowed = client(server, "iam"), {"Effect": "Allow", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [allowed | {"Action": "iam:GetUser"}]})
    keys = {}
    for user in ("ann", "bob"):
        iam.create_user(UserName=user)
        iam.put_user_policy(UserName=user, PolicyName="own", PolicyDocument=document)
        keys[user] = iam.create_access_key(UserName=user)["AccessKey"]

    def as_user(user):
        return as_somebody(server, "iam", keys[user])

    for user in keys:
        assert as_user(user).get_user()["User"]["UserName"] == user
    server.stop()
    database = sqlite3.connect(Path(server.data) / "tenfold.db")
    with database:
        change = "UPDATE identity_inline_policy SET document = replace(document, 'iam:GetUser', 'iam:*') WHERE identity = (SELECT id FROM identity WHERE name = 'ann')"
        assert database.execute(change).rowcount == 1
    database.close()
    server.start()
    iam = client(server, "iam")
    for asked in (lambda: as_user("ann").list_users(), lambda: as_user("ann").get_user()):
        with pytest.raises(botocore.exceptions.ClientError):
            asked()
    with pytest.raises(botocore.exceptions.ClientError) as raised:
        iam.get_user_policy(UserName="ann", PolicyName="own")
    assert raised.value.response["ResponseMetadata"]["HTTPStatusCode"] == 500, raised.value.response
    assert as_user("bob").get_user()["User"]["UserName"] == "bob", "nobody else is harmed"
    assert [user["UserName"] for user in iam.list_users()["Users"]] == ["bob"]
    assert "table=\"identity\"" in server.stderr() and "changed outside of this server" in server.stderr(), "the operator is told"
    # Taken away and made anew, all is well.
    iam.delete_user_policy(UserName="ann", PolicyName="own")
    iam.delete_access_key(UserName="ann", AccessKeyId=keys["ann"]["AccessKeyId"])
    iam.delete_user(UserName="ann")
    iam.create_user(UserName="ann")
    assert len(iam.list_users()["Users"]) == 2
    server.stop()


def test_tags_roles_and_names_that_are_written_into_the_database_are_none(own_server):
    """A policy's tags decide who may do what with it, and a profile says which role there is for somebody."""
    server = own_server().start()
    iam = client(server, "iam")
    iam.create_user(UserName="ann")
    allowed = {"Effect": "Allow", "Action": ["iam:GetPolicy", "iam:GetInstanceProfile"], "Resource": "*"}
    condition = {"StringEquals": {"aws:ResourceTag/team": "blue"}}
    document = json.dumps({"Version": "2012-10-17", "Statement": [allowed | {"Condition": condition}]})
    iam.put_user_policy(UserName="ann", PolicyName="blue", PolicyDocument=document)
    ann = iam.create_access_key(UserName="ann")["AccessKey"]
    arns = {}
    for team in ("red", "blue"):
        made = iam.create_policy(PolicyName=team, PolicyDocument=document, Tags=[{"Key": "team", "Value": team}])
        arns[team] = made["Policy"]["Arn"]
        iam.create_instance_profile(InstanceProfileName=team)
        trust = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
        trust = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        iam.create_role(RoleName=team, AssumeRolePolicyDocument=trust)
        iam.add_role_to_instance_profile(InstanceProfileName=team, RoleName=team)
    iam.create_account_alias(AccountAlias="ours")

    def policy_of(team):
        return as_somebody(server, "iam", ann).get_policy(PolicyArn=arns[team])["Policy"]["PolicyName"]

    def refused(asked):
        with pytest.raises(botocore.exceptions.ClientError) as raised:
            asked()
        return raised.value.response["Error"]["Code"]

    assert policy_of("blue") == "blue"
    assert refused(lambda: policy_of("red")) == "AccessDenied"
    server.stop()
    database = sqlite3.connect(Path(server.data) / "tenfold.db")
    with database:
        for change in (
            "UPDATE managed_policy_tag SET value = 'blue' WHERE value = 'red'",
            "UPDATE instance_profile SET role = (SELECT role FROM instance_profile WHERE name = 'blue') WHERE name = 'red'",
            "UPDATE account_alias SET alias = 'theirs'",
        ):
            assert database.execute(change).rowcount == 1, change
    database.close()
    server.start()
    iam = client(server, "iam")
    refused(lambda: policy_of("red"))
    assert policy_of("blue") == "blue", "nobody else is harmed"
    assert refused(lambda: iam.get_policy(PolicyArn=arns["red"])) == "ServiceFailure"
    assert [policy["PolicyName"] for policy in iam.list_policies(Scope="Local")["Policies"]] == ["blue"]
    assert refused(lambda: iam.get_instance_profile(InstanceProfileName="red")) == "ServiceFailure"
    assert [profile["InstanceProfileName"] for profile in iam.list_instance_profiles()["InstanceProfiles"]] == ["blue"]
    assert iam.list_account_aliases()["AccountAliases"] == []
    for table in ("managed_policy", "instance_profile", "account_alias"):
        assert f'table="{table}"' in server.stderr(), "the operator is told"
    # Taken away and made anew, all is well.
    iam.delete_policy(PolicyArn=arns["red"])
    iam.create_policy(PolicyName="red", PolicyDocument=document)
    iam.remove_role_from_instance_profile(InstanceProfileName="red", RoleName="blue")
    iam.delete_instance_profile(InstanceProfileName="red")
    iam.create_account_alias(AccountAlias="ours")
    assert iam.list_account_aliases()["AccountAliases"] == ["ours"]
    server.stop()
