"""The audit log: every call of real clients is in it, in CloudTrail's form and without secrets; and what somebody changes is found."""

import json
import shutil

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import ROLE, client
from harness.functions import create, invoke, name_of
from harness.wait import until
from harness.web import Http

CODE = packages.zipped({"fn.py": "def handler(event, context):\n    return 'done'\n"})
HERE = "arn:aws:lambda:us-east-1:000000000000:function"


def records(server, *arguments):
    """What `tenfold audit` prints."""
    done = server.cli("audit", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def of_request(server, request_id):
    """The one record of a request, as soon as it is there."""

    def found():
        return [record for record in records(server) if record.get("requestID") == request_id]

    until(found, 10, "a record")
    (record,) = found()
    return record


def request_of(answer):
    return answer["ResponseMetadata"]["RequestId"]


@pytest.fixture(scope="module")
def audited(fresh_server):
    """A function on a server of its own."""
    lam = client(fresh_server)
    name = name_of("audited")
    created = create(lam, name, CODE, handler="fn.handler", Environment={"Variables": {"PLANTED": "secret-in-a-variable"}})
    yield fresh_server, lam, name, created


def test_a_management_event(audited):
    server, lam, name, created = audited
    record = of_request(server, request_of(created))
    assert record["eventVersion"] == "1.11"
    identity = record["userIdentity"]
    assert identity["type"] == "Root" and identity["arn"] == "arn:aws:iam::000000000000:root"
    assert identity["accessKeyId"] == server.variables()["AWS_ACCESS_KEY_ID"]
    assert record["eventSource"] == "lambda.amazonaws.com" and record["eventName"] == "CreateFunction20150331"
    assert record["awsRegion"] == "us-east-1" and record["recipientAccountId"] == "000000000000"
    assert record["sourceIPAddress"] == "127.0.0.1" and record["userAgent"].startswith("Boto3/")
    assert record["eventType"] == "AwsApiCall" and record["eventCategory"] == "Management"
    assert record["managementEvent"] is True and record["readOnly"] is False and "errorCode" not in record
    parameters = record["requestParameters"]
    assert parameters["functionName"] == name and parameters["role"] == ROLE
    assert parameters["code"] == {} and parameters["environment"] == {}
    assert record["responseElements"]["functionArn"] == f"{HERE}:{name}"
    assert record["responseElements"]["environment"] == {}
    assert len(record["eventID"]) == 36 and "secret-in-a-variable" not in json.dumps(record)


def test_reading_has_no_answer_in_its_record(audited):
    server, lam, name, _ = audited
    record = of_request(server, request_of(lam.get_function(FunctionName=name)))
    assert record["eventName"] == "GetFunction20150331v2" and record["readOnly"] is True
    assert record["requestParameters"] == {"functionName": name} and record["responseElements"] is None


def test_invocations_are_data_events_without_payloads(audited):
    server, lam, name, _ = audited
    answer = lam.invoke(FunctionName=name, Payload=b'"secret-in-a-payload"')
    record = of_request(server, request_of(answer))
    assert record["eventName"] == "Invoke" and record["eventCategory"] == "Data" and record["managementEvent"] is False
    assert record["resources"] == [{"accountId": "000000000000", "type": "AWS::Lambda::Function", "ARN": f"{HERE}:{name}"}]
    assert record["requestParameters"] == {"functionName": name, "invocationType": "RequestResponse"}
    assert "secret-in-a-payload" not in json.dumps(record) and record["responseElements"] is None


def test_refused_calls(audited):
    server, lam, name, _ = audited
    with pytest.raises(ClientError) as error:
        lam.get_function(FunctionName="nobody")
    record = of_request(server, request_of(error.value.response))
    assert record["errorCode"] == "ResourceNotFoundException" and record["errorMessage"].startswith("Function not found")
    variables = server.variables()
    forged = boto3.client(
        "lambda",
        endpoint_url=variables["AWS_ENDPOINT_URL"],
        region_name="us-east-1",
        aws_access_key_id=variables["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key="x" * 40,
        config=Config(retries={"total_max_attempts": 1}),
    )
    with pytest.raises(ClientError) as error:
        forged.delete_function(FunctionName=name)
    record = of_request(server, request_of(error.value.response))
    assert record["userIdentity"] == {"type": "Unknown", "accessKeyId": variables["AWS_ACCESS_KEY_ID"]}
    assert record["eventName"] == "DeleteFunction20150331" and record["errorCode"]


def test_calls_of_urls(audited):
    server, lam, name, _ = audited
    url = lam.create_function_url_config(FunctionName=name, AuthType="AWS_IAM")["FunctionUrl"]
    variables, web = server.variables(), Http(server)
    whose = "arn:aws:iam::000000000000:root"
    for secret, status, identity in [
        (variables["AWS_SECRET_ACCESS_KEY"], 200, {"type": "Root", "arn": whose}),
        # Who names a key that he does not have is not its owner, whatever its owner may.
        ("x" * 40, 403, {"type": "Unknown", "accessKeyId": variables["AWS_ACCESS_KEY_ID"]}),
    ]:
        answer = web.signed(url, variables | {"AWS_SECRET_ACCESS_KEY": secret}, "POST", "/x", b"1")
        assert answer.status == status, answer.body
        record = of_request(server, answer.header("x-amzn-requestid"))
        assert record["eventName"] == "InvokeFunctionUrl" and identity.items() <= record["userIdentity"].items()
        assert record["resources"][0]["ARN"] == f"{HERE}:{name}"
    assert "arn" not in record["userIdentity"] and record["errorCode"] == "InvalidSignatureException"


def test_other_services(audited):
    server, *_ = audited
    answer = client(server, "sts").get_caller_identity()
    record = of_request(server, request_of(answer))
    assert (record["eventSource"], record["eventName"]) == ("sts.amazonaws.com", "GetCallerIdentity")
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    name = name_of("audited")
    trust = json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
    })
    answer = client(server, "iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)
    record = of_request(server, request_of(answer))
    assert record["eventName"] == "CreateRole" and record["requestParameters"]["roleName"] == name


def test_what_people_read(audited):
    server, lam, name, _ = audited
    done = server.cli("audit", "--since", "1h")
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if "CreateFunction20150331" in line)
    assert f"arn:aws:iam::000000000000:root  lambda:CreateFunction20150331  {name}  from 127.0.0.1  ok" in line


def verified(server, **paths):
    done = server.cli("audit", "verify", data_dir=not paths, *[part for path in paths.values() for part in ("--data-dir", path)])
    return done.returncode, done.stdout


def test_changes_are_found_and_said_where(audited, tmp_path):
    server, lam, name, _ = audited
    assert invoke(lam, name).payload == "done"
    status, said = verified(server)
    assert status == 0 and "are as they were written" in said, said
    until(lambda: len(records(server)) > 8, 10, "records on disk")
    # The end is signed once a second.
    until(lambda: "after the end was last signed" not in verified(server)[1], 10, "a signed end")

    def changed(change):
        copy = tmp_path / name_of("copy")
        copy.mkdir()
        for part in ("keyring", "master.key"):
            shutil.copy2(server.data / part, copy / part)
        shutil.copytree(server.data / "audit", copy / "audit")
        file = copy / "audit/0000000001.jsonl"
        lines = file.read_text().splitlines(keepends=True)
        change(lines)
        file.write_text("".join(lines))
        return verified(server, copy=copy)

    def flip(lines):
        lines[3] = lines[3].replace('"awsRegion":"u', '"awsRegion":"t')

    for change, says in [
        (flip, "0000000001.jsonl:4: record 3 was changed"),
        (lambda lines: lines.pop(3), "0000000001.jsonl:4: record 3 before it is missing"),
        (lambda lines: lines.__setitem__(slice(3, 5), [lines[4], lines[3]]), "record 3 is out of its order"),
        (lambda lines: lines.__delitem__(slice(3, None)), "the last ones, are missing"),
    ]:
        status, said = changed(change)
        assert status == 1 and says in said, said
    assert changed(lambda lines: None)[0] == 0


def test_a_kill_leaves_a_log_that_is_good(own_server):
    server = own_server("--no-audit-data-events").start()
    lam = client(server)
    for _ in range(20):
        lam.list_functions()
    server.kill()
    file = server.data / "audit/0000000001.jsonl"
    with file.open("ab") as log:
        log.write(file.read_bytes().splitlines()[-1][:100])
    status, said = verified(server)
    assert status == 0 and "the last record is not whole" in said, said
    server.start()
    names = [record["eventName"] for record in records(server)]
    assert "RepairAuditLog" in names and names.count("ListFunctions20150331") == 20
    name = name_of("unrecorded")
    create(client(server), name, CODE, handler="fn.handler")
    invoke(client(server), name)
    server.stop()
    status, said = verified(server)
    assert status == 0 and "not whole" not in said, said
    names = [record["eventName"] for record in records(server)]
    assert "CreateFunction20150331" in names and "Invoke" not in names and names[-1] == "StopAuditLog"
