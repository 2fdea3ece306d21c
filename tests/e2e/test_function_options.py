"""What a function can be configured with, kept and echoed; names in every spelling; accounts and regions beside each other."""

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import aws, client
from harness.functions import create, deployed, invoke, name_of, updated

INVALID = "InvalidParameterValueException"
POINT = "arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/fsap-0123456789abcdef0"


def refused(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


def changed(lam, name, **options):
    lam.update_function_configuration(FunctionName=name, **options)
    updated(lam, name)
    return lam.get_function_configuration(FunctionName=name)


def test_options_are_kept_and_cleared_as_terraform_reads_them(lam):
    """The provider sends empty values to clear what left its configuration, and compares what it reads."""
    with deployed(lam, packages.toolbox(), runtime=packages.PYTHON) as name:
        found = lam.get_function_configuration(FunctionName=name)
        unset = {"VpcConfig", "FileSystemConfigs", "DeadLetterConfig", "KMSKeyArn", "Environment", "TenancyConfig"}
        assert not unset & set(found)
        options = {
            "VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"], "Ipv6AllowedForDualStack": True},
            "FileSystemConfigs": [{"Arn": POINT, "LocalMountPath": "/mnt/data"}],
            "DeadLetterConfig": {"TargetArn": "arn:aws:sqs:us-east-1:000000000000:q"},
            "KMSKeyArn": "arn:aws:kms:us-east-1:000000000000:key/k",
            "Environment": {"Variables": {"AA": "1"}},
            "TracingConfig": {"Mode": "Active"},
            "EphemeralStorage": {"Size": 600},
            "LoggingConfig": {"LogFormat": "JSON", "SystemLogLevel": "DEBUG", "ApplicationLogLevel": "TRACE"},
        }
        found = changed(lam, name, **options)
        vpc = found["VpcConfig"].pop("VpcId")
        assert vpc.startswith("vpc-") and len(vpc) == 21
        assert found["LoggingConfig"].pop("LogGroup") == f"/aws/lambda/{name}"
        assert {option: found[option] for option in options} == options
        # It still runs, for none of them has an effect here that would hinder it.
        assert invoke(lam, name).error is None

        found = changed(lam, name, FileSystemConfigs=[], VpcConfig={"SubnetIds": [], "SecurityGroupIds": []})
        assert "FileSystemConfigs" not in found
        assert found["VpcConfig"] == {
            "SubnetIds": [], "SecurityGroupIds": [], "VpcId": "", "Ipv6AllowedForDualStack": False,
        }  # fmt: skip
        found = changed(
            lam, name, DeadLetterConfig={"TargetArn": ""}, KMSKeyArn="", Environment={"Variables": {}},
            LoggingConfig={"LogFormat": "Text", "LogGroup": f"/aws/lambda/{name}"},
        )  # fmt: skip
        assert not {"DeadLetterConfig", "KMSKeyArn"} & set(found)
        assert found["Environment"] == {"Variables": {}}
        assert found["LoggingConfig"] == {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{name}"}
        before = found
        after = changed(lam, name)
        moved = ("RevisionId", "LastModified", "ResponseMetadata")
        assert all(after[m] != before[m] for m in moved)
        assert {n: v for n, v in after.items() if n not in moved} == {n: v for n, v in before.items() if n not in moved}


def test_options_that_do_not_fit_are_refused_in_aws_words(lam):
    with deployed(lam, packages.toolbox()) as name:
        update = lam.update_function_configuration
        assert refused(update, FunctionName=name, VpcConfig={"SubnetIds": ["subnet-1"]}) == (
            INVALID, "SubnetIds and SecurityIds must coexist or be both empty list.",
        )  # fmt: skip
        assert refused(
            update, FunctionName=name, FileSystemConfigs=[{"Arn": POINT, "LocalMountPath": "/mnt/data"}]
        ) == (INVALID, f"Function must be configured to execute in a VPC to reference access point {POINT}.")
        assert refused(update, FunctionName=name, SnapStart={"ApplyOn": "PublishedVersions"}) == (
            INVALID, "python3.11 is not supported for SnapStart enabled functions.",
        )  # fmt: skip
        assert refused(lam.update_function_code, FunctionName=name, ImageUri="x") == (
            INVALID, "Please don't provide ImageUri when updating a function with packageType Zip.",
        )  # fmt: skip
        assert refused(update, FunctionName=name, DurableConfig={}) == (
            INVALID, "DurableConfig is not built in Tenfold yet.",
        )  # fmt: skip


def test_a_dry_run_checks_the_code_and_changes_nothing(lam):
    with deployed(lam, packages.toolbox()) as name:
        before = lam.get_function_configuration(FunctionName=name)
        other = packages.zipped({"other.py": "x"})
        tried = lam.update_function_code(FunctionName=name, ZipFile=other, DryRun=True)
        assert tried["CodeSize"] == len(other) and tried["CodeSha256"] != before["CodeSha256"]
        after = lam.get_function_configuration(FunctionName=name)
        assert after | {"ResponseMetadata": None} == before | {"ResponseMetadata": None}
        assert refused(lam.update_function_code, FunctionName=name, ZipFile=b"no zip", DryRun=True)[0] == INVALID


def test_tenants_that_must_be_kept_apart_are_not_run_together(lam):
    with deployed(lam, packages.toolbox(), TenancyConfig={"TenantIsolationMode": "PER_TENANT"}) as name:
        assert lam.get_function(FunctionName=name)["Configuration"]["TenancyConfig"] == {
            "TenantIsolationMode": "PER_TENANT"
        }
        not_built = (INVALID, "Invoking a function with TenancyConfig is not built in Tenfold yet.")
        assert refused(lam.invoke, FunctionName=name) == not_built
        assert refused(lam.invoke, FunctionName=name, TenantId="t") == not_built


def test_names_in_every_spelling_through_the_cli(server, lam):
    with deployed(lam, packages.toolbox()) as name:
        arn = f"arn:aws:lambda:us-east-1:000000000000:function:{name}"
        query = ["--query", "FunctionArn", "--output", "text"]
        for spelling in (name, f"function:{name}", f"000000000000:function:{name}", arn):
            done = aws(server, "lambda", "get-function-configuration", "--function-name", spelling, *query)
            assert done.stdout.strip() == arn
            qualified = ["--function-name", spelling, "--qualifier", "$LATEST"]
            done = aws(server, "lambda", "get-function-configuration", *qualified, *query)
            assert done.stdout.strip() == f"{arn}:$LATEST"
        other_region = refused(lam.get_function, FunctionName=arn.replace("us-east-1", "ap-southeast-1"))
        assert other_region == (
            "ResourceNotFoundException",
            "Functions from 'ap-southeast-1' are not reachable in this region ('us-east-1')",
        )
        assert refused(lam.get_function, FunctionName=arn.replace("000000000000", "111111111111"))[0] == (
            "AccessDeniedException"
        )


def test_regions_of_one_server_do_not_see_each_other(server, lam):
    """The region is that of the signature."""
    name = name_of("regions")
    far = client(server, region="eu-central-1")
    create(lam, name, packages.toolbox(), Description="near")
    assert refused(far.get_function, FunctionName=name)[0] == "ResourceNotFoundException"
    assert refused(far.invoke, FunctionName=name)[0] == "ResourceNotFoundException"
    create(far, name, packages.toolbox(), Description="far")
    for lambdas, region, word in ((lam, "us-east-1", "near"), (far, "eu-central-1", "far")):
        found = lambdas.get_function_configuration(FunctionName=name)
        assert (found["Description"], found["FunctionArn"].split(":")[3]) == (word, region)
        shown = invoke(lambdas, name, {"env": ["AWS_REGION"]})
        assert shown.error is None
    far.delete_function(FunctionName=name)
    assert far.list_functions()["Functions"] == []
    assert invoke(lam, name).error is None
    lam.delete_function(FunctionName=name)


def test_accounts_of_a_development_server_do_not_see_each_other(own_server):
    """With --dev a key of twelve digits is an account."""
    server = own_server("--dev", "--account", "000000000000").start()

    def of(account):
        return boto3.client(
            "lambda", endpoint_url=server.url, region_name="us-east-1", aws_access_key_id=account,
            aws_secret_access_key="x", config=Config(retries={"total_max_attempts": 1}),
        )  # fmt: skip

    one, two = of("111111111111"), of("222222222222")
    create(one, "fn", packages.toolbox(), Description="one")
    assert refused(two.get_function, FunctionName="fn") == (
        "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:222222222222:function:fn",
    )  # fmt: skip
    arn = "arn:aws:lambda:us-east-1:111111111111:function:fn"
    assert refused(two.invoke, FunctionName=arn)[0] == "AccessDeniedException"
    create(two, "fn", packages.toolbox(), Description="two")
    for lambdas, word in ((one, "one"), (two, "two")):
        assert [f["Description"] for f in lambdas.list_functions()["Functions"]] == [word]
        assert lambdas.get_account_settings()["AccountUsage"]["FunctionCount"] == 1
    two.delete_function(FunctionName="fn")
    assert invoke(one, "fn").error is None
    server.stop()
