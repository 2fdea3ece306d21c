"""A function's life through boto3 and the AWS CLI: create, read, update, tag, list, delete."""

import base64
import hashlib
import json
import re
import stat
import urllib.request

import pytest
from botocore.exceptions import ClientError

from harness import files, packages, wait
from harness.clients import ROLE, aws, client
from harness.functions import SOON, create, deployed, invoke, name_of, updated
from harness.packages import zipped

ARN = "arn:aws:lambda:us-east-1:000000000000:function:"


def code(error):
    return error.value.response["Error"]["Code"]


def test_create_answers_as_aws_does_and_the_function_becomes_active(lam):
    name = name_of("create")
    package = packages.toolbox()
    created = create(
        lam, name, package, wait=False, Description="a test", Environment={"Variables": {"WORD": "1"}}, MemorySize=512
    )
    assert created["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert created["FunctionArn"] == ARN + name
    assert created["State"] == "Pending" and created["StateReasonCode"] == "Creating"
    assert created["StateReason"] == "The function is being created."
    assert created["CodeSha256"] == base64.b64encode(hashlib.sha256(package).digest()).decode()
    assert created["CodeSize"] == len(package)
    assert created["Version"] == "$LATEST" and created["PackageType"] == "Zip"
    assert created["Environment"] == {"Variables": {"WORD": "1"}}
    assert created["EphemeralStorage"] == {"Size": 512} and created["Architectures"] == ["x86_64"]
    assert created["LoggingConfig"] == {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{name}"}
    assert created["TracingConfig"] == {"Mode": "PassThrough"}
    assert created["SnapStart"] == {"ApplyOn": "None", "OptimizationStatus": "Off"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000", created["LastModified"])
    lam.get_waiter("function_active_v2").wait(FunctionName=name, WaiterConfig=SOON)
    active = lam.get_function_configuration(FunctionName=name)
    assert active["State"] == "Active" and active["LastUpdateStatus"] == "Successful"
    assert "StateReason" not in active
    assert active["RevisionId"] and active["Role"] == ROLE
    lam.delete_function(FunctionName=name)
    with pytest.raises(ClientError) as error:
        lam.get_function(FunctionName=name)
    assert code(error) == "ResourceNotFoundException"
    assert error.value.response["Error"]["Message"] == f"Function not found: {ARN}{name}"


def test_code_location_downloads_the_same_zip(lam):
    package = packages.toolbox()
    with deployed(lam, package) as name:
        found = lam.get_function(FunctionName=name)
        assert found["Code"]["RepositoryType"] == "S3"
        location = found["Code"]["Location"]
        with urllib.request.urlopen(location, timeout=10) as answer:
            assert answer.read() == package
        tampered = location[:-4] + ("0000" if not location.endswith("0000") else "1111")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(tampered, timeout=10)
        assert refused.value.code == 403
        other = location.replace(name, name + "x") if name in location else location.split("?")[0]
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(other, timeout=10)
        assert refused.value.code in (400, 403)


def test_the_same_name_twice_is_a_conflict(lam, toolbox):
    with pytest.raises(ClientError) as error:
        create(lam, toolbox, packages.toolbox(), wait=False)
    assert code(error) == "ResourceConflictException"
    assert error.value.response["Error"]["Message"] == f"Function already exist: {toolbox}"


def test_new_code_is_served_at_once(lam):
    def version(n):
        return zipped({"app.py": f"def handler(event, context):\n    return {n}\n"})

    with deployed(lam, version(0), handler="app.handler") as name:
        revisions = set()
        for n in range(1, 6):
            assert invoke(lam, name).payload == n - 1
            changed = lam.update_function_code(FunctionName=name, ZipFile=version(n))
            assert changed["CodeSha256"] == base64.b64encode(hashlib.sha256(version(n)).digest()).decode()
            revisions.add(changed["RevisionId"])
            updated(lam, name)
            assert invoke(lam, name).payload == n
        assert len(revisions) == 5


def test_dry_run_of_an_update_changes_nothing(lam):
    with deployed(lam, packages.toolbox()) as name:
        before = lam.get_function_configuration(FunctionName=name)
        other = zipped({"toolbox.py": "def handler(event, context):\n    return 'other'\n"})
        dry = lam.update_function_code(FunctionName=name, ZipFile=other, DryRun=True)
        assert dry["CodeSha256"] == base64.b64encode(hashlib.sha256(other).digest()).decode()
        after = lam.get_function_configuration(FunctionName=name)
        assert after["CodeSha256"] == before["CodeSha256"] and after["RevisionId"] == before["RevisionId"]
        assert invoke(lam, name, {"do": "echo"}).payload["count"] == 1


def test_a_wrong_revision_id_is_refused(lam):
    with deployed(lam, packages.toolbox()) as name:
        revision = lam.get_function_configuration(FunctionName=name)["RevisionId"]
        with pytest.raises(ClientError) as error:
            lam.update_function_configuration(FunctionName=name, Timeout=4, RevisionId="0" * 8 + revision[8:])
        assert code(error) == "PreconditionFailedException"
        changed = lam.update_function_configuration(FunctionName=name, Timeout=4, RevisionId=revision)
        assert changed["Timeout"] == 4 and changed["LastUpdateStatus"] == "InProgress"
        assert changed["LastUpdateStatusReasonCode"] == "Creating"
        updated(lam, name)
        assert lam.get_function_configuration(FunctionName=name)["RevisionId"] != revision


def test_a_new_configuration_reaches_new_environments(lam):
    with deployed(lam, packages.toolbox(), Environment={"Variables": {"COLOUR": "red"}}) as name:
        ask = {"do": "echo", "variables": ["COLOUR", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]}
        assert invoke(lam, name, ask).payload["variables"]["COLOUR"] == "red"
        lam.update_function_configuration(
            FunctionName=name, Environment={"Variables": {"COLOUR": "blue"}}, MemorySize=300
        )
        updated(lam, name)
        answer = invoke(lam, name, ask).payload
        assert answer["variables"] == {"COLOUR": "blue", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "300"}
        assert answer["count"] == 1 and int(answer["memory"]) == 300


def test_tags(lam):
    with deployed(lam, packages.toolbox(), Tags={"team": "one", "tier": "gold"}) as name:
        arn = ARN + name
        assert lam.list_tags(Resource=arn)["Tags"] == {"team": "one", "tier": "gold"}
        lam.tag_resource(Resource=arn, Tags={"team": "two", "ümlaut": "ja"})
        lam.untag_resource(Resource=arn, TagKeys=["tier", "never-there"])
        assert lam.get_function(FunctionName=name)["Tags"] == {"team": "two", "ümlaut": "ja"}
        with pytest.raises(ClientError) as error:
            lam.tag_resource(Resource=arn, Tags={f"k{n}": "v" for n in range(60)})
        assert code(error) == "InvalidParameterValueException"
        assert error.value.response["Error"]["Message"] == "Number of tags exceeds resource tag limit."
        with pytest.raises(ClientError) as error:
            lam.list_tags(Resource=ARN + "never-there")
        assert code(error) == "ResourceNotFoundException"


def test_pagination(lam):
    names = sorted(name_of("page") for _ in range(7))
    for name in names:
        create(lam, name, packages.toolbox(), wait=False)
    pages = list(lam.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 3}))
    assert all(len(page["Functions"]) <= 3 for page in pages)
    listed = [f["FunctionName"] for page in pages for f in page["Functions"]]
    assert len(listed) == len(set(listed)) and set(names) <= set(listed)
    for name in names:
        lam.delete_function(FunctionName=name)


@pytest.mark.parametrize("spelling", ["{name}", "{arn}", "000000000000:function:{name}", "{arn}:$LATEST"])
def test_names_arns_and_partial_arns_mean_the_same(lam, toolbox, spelling):
    reference = spelling.format(name=toolbox, arn=ARN + toolbox)
    assert lam.get_function_configuration(FunctionName=reference)["FunctionName"] == toolbox
    assert invoke(lam, reference).status == 200


def test_the_aws_cli_does_it_all(server):
    name = name_of("cli")
    zip_file = server.directory / f"{name}.zip"
    zip_file.write_bytes(packages.toolbox())
    role = json.loads(
        aws(
            server, "iam", "create-role", "--role-name", name, "--assume-role-policy-document",
            json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                        "Principal": {"Service": "lambda.amazonaws.com"}}]}),
        ).stdout
    )["Role"]["Arn"]  # fmt: skip
    policy = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    aws(server, "iam", "attach-role-policy", "--role-name", name, "--policy-arn", policy)
    aws(
        server, "lambda", "create-function", "--function-name", name, "--runtime", packages.PYTHON,
        "--handler", "toolbox.handler", "--role", role, "--zip-file", f"fileb://{zip_file}",
    )  # fmt: skip
    aws(server, "lambda", "wait", "function-active-v2", "--function-name", name)
    out = server.directory / f"{name}.json"
    done = aws(
        server, "lambda", "invoke", "--function-name", name, "--payload", '{"a": "ä"}',
        "--log-type", "Tail", out,
    )  # fmt: skip
    assert json.loads(out.read_text())["event"] == {"a": "ä"}
    answer = json.loads(done.stdout)
    assert answer["StatusCode"] == 200 and answer["ExecutedVersion"] == "$LATEST"
    assert "REPORT RequestId" in base64.b64decode(answer["LogResult"]).decode()
    aws(server, "lambda", "delete-function", "--function-name", name)
    gone = aws(server, "lambda", "get-function", "--function-name", name, check=False)
    assert gone.returncode != 0 and "ResourceNotFoundException" in gone.stderr
    detach = aws(server, "iam", "delete-role", "--role-name", name, check=False)
    assert "DeleteConflict" in detach.stderr


def test_sts_says_who_the_root_key_is(server):
    identity = json.loads(aws(server, "sts", "get-caller-identity").stdout)
    assert identity == {
        "Account": "000000000000", "Arn": "arn:aws:iam::000000000000:root", "UserId": "000000000000"
    }  # fmt: skip


def test_roles(server):
    iam = client(server, "iam")
    name = name_of("role")
    statement = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    created = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust, Path="/service/")["Role"]
    assert created["Arn"] == f"arn:aws:iam::000000000000:role/service/{name}"
    assert created["RoleId"].startswith("AROA")
    got = iam.get_role(RoleName=name)["Role"]
    assert got["AssumeRolePolicyDocument"] == json.loads(trust) and got["RoleId"] == created["RoleId"]
    with pytest.raises(ClientError) as error:
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)
    assert code(error) == "EntityAlreadyExists"
    iam.delete_role(RoleName=name)
    with pytest.raises(ClientError) as error:
        iam.get_role(RoleName=name)
    assert code(error) == "NoSuchEntity"


def test_the_root_key_and_the_master_key_are_private(server):
    assert stat.S_IMODE(server.data.stat().st_mode) & 0o077 == 0
    credentials = server.data / "credentials"
    assert stat.S_IMODE(credentials.stat().st_mode) == 0o600
    key = server.variables()["AWS_SECRET_ACCESS_KEY"].encode()
    holders = [path.name for path in files.holding(key, server.data)]
    assert holders == ["credentials"]


def test_code_is_encrypted_at_rest(lam, server):
    """Only the cache of unpacked code, which nobody else can enter, is plain text; and it goes with the function."""
    marker = b"a-word-that-is-nowhere-else-at-rest"
    package = zipped({"app.py": b"def handler(e, c): return 1\n#" + marker}, compression=0)
    with deployed(lam, package, handler="app.handler") as name:
        assert invoke(lam, name).payload == 1
        unpacked = server.data / "packages"
        holders = files.holding(marker, server.data)
        assert holders and all(path.is_relative_to(unpacked) for path in holders)
        assert stat.S_IMODE(server.data.stat().st_mode) == 0o700
    wait.until(lambda: not files.holding(marker, server.data), 60, "no file holds the code of a deleted function")


def test_permanent_settings(lam):
    with deployed(lam, packages.toolbox(), EphemeralStorage={"Size": 600}, Timeout=7, MemorySize=200) as name:
        found = lam.get_function_configuration(FunctionName=name)
        assert (found["EphemeralStorage"]["Size"], found["Timeout"], found["MemorySize"]) == (600, 7, 200)


def test_account_settings(lam):
    settings = lam.get_account_settings()
    assert settings["AccountLimit"]["ConcurrentExecutions"] == 1000
    assert settings["AccountUsage"]["FunctionCount"] >= 0
