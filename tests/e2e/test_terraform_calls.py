"""The calls that Terraform's AWS provider makes on create, read, update and delete, in its order and with its inputs.

After each creation and update comes the read of a plan: what it finds must be what was asked for, or Terraform would
show a difference for ever.
"""

import json

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import ROLE
from harness.functions import deployed, name_of
from harness.packages import PYTHON, zipped
from harness.wait import until

ARN = "arn:aws:lambda:us-east-1:000000000000:function:"
LAYER_ARN = "arn:aws:lambda:us-east-1:000000000000:layer:"


def gone(call, **arguments):
    """The provider takes only this error for a resource that is no more."""
    with pytest.raises(ClientError) as error:
        call(**arguments)
    response = error.value.response
    assert response["ResponseMetadata"]["HTTPStatusCode"] == 404
    assert response["Error"]["Code"] == "ResourceNotFoundException"


def read_function(lam, name):
    """A function's read: what it is, its newest version, and its code signing configuration."""
    found = lam.get_function(FunctionName=name)
    assert found["Code"]["RepositoryType"] == "S3" and found["Code"]["Location"].startswith("http")
    versions = []
    for page in lam.get_paginator("list_versions_by_function").paginate(FunctionName=name):
        versions += page["Versions"]
    signing = lam.get_function_code_signing_config(FunctionName=name)
    assert signing["ResponseMetadata"]["HTTPStatusCode"] == 200
    assert not signing.get("CodeSigningConfigArn")
    return found, versions[-1]


def wait_updated(lam, name, **more):
    def status():
        # A version that is still being made has none; the provider's waiter asks again then.
        return lam.get_function_configuration(FunctionName=name, **more).get("LastUpdateStatus")

    return until(lambda: status() == "Successful", 20, "the update is applied")


def wait_created(lam, name):
    return until(
        lambda: lam.get_function(FunctionName=name)["Configuration"]["State"] == "Active", 20, "the function is active"
    )


def test_aws_lambda_function(lam):
    name = name_of("terraform")
    lam.create_function(
        FunctionName=name,
        Code={"ZipFile": packages.toolbox()},
        Description="",
        MemorySize=128,
        PackageType="Zip",
        Publish=True,
        Role=ROLE,
        Tags={"owner": "terraform"},
        Timeout=3,
        Architectures=["x86_64"],
        Environment={"Variables": {"WORD": "1"}},
        EphemeralStorage={"Size": 512},
        Handler="toolbox.handler",
        Runtime=PYTHON,
        TracingConfig={"Mode": "PassThrough"},
    )
    lam.get_function(FunctionName=name)
    wait_created(lam, name)
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=5)
    found, latest = read_function(lam, name)
    configuration = found["Configuration"]
    assert found["Tags"] == {"owner": "terraform"}
    assert found["Concurrency"] == {"ReservedConcurrentExecutions": 5}
    assert configuration["FunctionArn"] == ARN + name and configuration["Version"] == "$LATEST"
    assert configuration["Environment"] == {"Variables": {"WORD": "1"}}
    assert latest["Version"] == "1" and latest["FunctionArn"] == f"{ARN}{name}:1"
    for absent in ["VpcConfig", "DeadLetterConfig", "FileSystemConfigs", "Layers", "KMSKeyArn", "ImageConfigResponse"]:
        assert not configuration.get(absent), absent

    # A change of configuration, code, concurrency and tags in one plan.
    lam.update_function_configuration(
        FunctionName=name,
        Description="changed",
        Environment={"Variables": {}},
        MemorySize=256,
        VpcConfig={"Ipv6AllowedForDualStack": False, "SecurityGroupIds": [], "SubnetIds": []},
        DeadLetterConfig={"TargetArn": ""},
        Layers=[],
    )
    wait_updated(lam, name)
    lam.update_function_code(FunctionName=name, ZipFile=zipped({"toolbox.py": "def handler(*_):\n    return 2\n"}))
    wait_updated(lam, name)
    lam.delete_function_concurrency(FunctionName=name)
    published = lam.publish_version(FunctionName=name)
    wait_updated(lam, published["FunctionArn"], Qualifier=published["Version"])
    lam.tag_resource(Resource=ARN + name, Tags={"stage": "test"})
    lam.untag_resource(Resource=ARN + name, TagKeys=["owner"])
    found, latest = read_function(lam, name)
    assert found["Configuration"]["Description"] == "changed" and found["Configuration"]["MemorySize"] == 256
    assert not found["Configuration"].get("Environment", {}).get("Variables")
    assert "Concurrency" not in found and found["Tags"] == {"stage": "test"}
    assert latest["Version"] == "2"

    lam.delete_function(FunctionName=name)
    gone(lam.get_function, FunctionName=name)
    gone(lam.delete_function, FunctionName=name)


def test_aws_lambda_alias(lam):
    with deployed(lam, packages.toolbox(), Publish=True) as name:
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion="1", Description="d", RoutingConfig={})
        found = lam.get_alias(FunctionName=name, Name="live")
        assert (found["FunctionVersion"], found["Description"], found["AliasArn"]) == ("1", "d", f"{ARN}{name}:live")
        assert "RoutingConfig" not in found
        lam.update_function_configuration(FunctionName=name, Timeout=9)
        wait_updated(lam, name)
        lam.publish_version(FunctionName=name)
        routing = {"AdditionalVersionWeights": {"2": 0.5}}
        lam.update_alias(FunctionName=name, Name="live", FunctionVersion="1", Description="", RoutingConfig=routing)
        found = lam.get_alias(FunctionName=name, Name="live")
        assert (found["RoutingConfig"], found["Description"]) == (routing, "")
        lam.update_alias(FunctionName=name, Name="live", FunctionVersion="2", Description="", RoutingConfig={})
        assert "RoutingConfig" not in lam.get_alias(FunctionName=name, Name="live")
        lam.delete_alias(FunctionName=name, Name="live")
        gone(lam.get_alias, FunctionName=name, Name="live")


def test_aws_lambda_permission(lam):
    with deployed(lam, packages.toolbox(), Publish=True) as name:
        for more in [{}, {"Qualifier": "1"}]:
            lam.add_permission(
                Action="lambda:InvokeFunction",
                FunctionName=name,
                Principal="events.amazonaws.com",
                SourceArn="arn:aws:events:us-east-1:000000000000:rule/r",
                StatementId="AllowExecutionFromEvents",
                **more,
            )
            policy = json.loads(lam.get_policy(FunctionName=name, **more)["Policy"])
            (statement,) = policy["Statement"]
            resource = ARN + name + (":1" if more else "")
            assert (statement["Sid"], statement["Resource"]) == ("AllowExecutionFromEvents", resource)
            assert statement["Principal"] == {"Service": "events.amazonaws.com"}
            lam.remove_permission(FunctionName=name, StatementId="AllowExecutionFromEvents", **more)
            gone(lam.get_policy, FunctionName=name, **more)
            gone(lam.remove_permission, FunctionName=name, StatementId="AllowExecutionFromEvents", **more)


def test_aws_lambda_layer_version(lam):
    name = name_of("layer")
    package = zipped({"python/of_layer.py": "WORD = 1\n"})
    made = lam.publish_layer_version(
        Content={"ZipFile": package},
        LayerName=name,
        Description="",
        LicenseInfo="",
        CompatibleRuntimes=[PYTHON],
        CompatibleArchitectures=["x86_64"],
    )
    assert made["LayerVersionArn"] == f"{LAYER_ARN}{name}:1"
    found = lam.get_layer_version(LayerName=f"{LAYER_ARN}{name}", VersionNumber=1)
    assert found["LayerArn"] == LAYER_ARN + name and found["CompatibleRuntimes"] == [PYTHON]
    assert found["Content"]["CodeSize"] == len(package) and found["Content"]["CodeSha256"]
    lam.delete_layer_version(LayerName=f"{LAYER_ARN}{name}", VersionNumber=1)
    gone(lam.get_layer_version, LayerName=f"{LAYER_ARN}{name}", VersionNumber=1)


def test_aws_lambda_function_url(lam):
    with deployed(lam, packages.toolbox()) as name:
        made = lam.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode="BUFFERED")
        lam.add_permission(
            FunctionName=name,
            Action="lambda:InvokeFunctionUrl",
            FunctionUrlAuthType="NONE",
            Principal="*",
            StatementId="FunctionURLAllowPublicAccess",
        )
        found = lam.get_function_url_config(FunctionName=name)
        assert found["FunctionUrl"] == made["FunctionUrl"] and found["FunctionArn"] == ARN + name
        assert (found["AuthType"], found["InvokeMode"]) == ("NONE", "BUFFERED") and "Cors" not in found
        cors = {"AllowOrigins": ["https://example.com"], "AllowMethods": ["GET"], "MaxAge": 60}
        lam.update_function_url_config(FunctionName=name, AuthType="AWS_IAM", Cors=cors)
        found = lam.get_function_url_config(FunctionName=name)
        assert found["AuthType"] == "AWS_IAM"
        assert {key: found["Cors"][key] for key in cors} == cors
        lam.delete_function_url_config(FunctionName=name)
        gone(lam.get_function_url_config, FunctionName=name)


def test_aws_lambda_event_source_mapping(lam):
    with deployed(lam, packages.toolbox()) as name:
        made = lam.create_event_source_mapping(
            Enabled=True,
            FunctionName=name,
            EventSourceArn="arn:aws:sqs:us-east-1:000000000000:" + name,
            BatchSize=10,
            Tags={"a": "1"},
        )
        uuid = made["UUID"]

        def state():
            return lam.get_event_source_mapping(UUID=uuid)["State"]

        until(lambda: state() == "Enabled", 20, "the mapping is enabled")
        found = lam.get_event_source_mapping(UUID=uuid)
        assert (found["FunctionArn"], found["BatchSize"]) == (ARN + name, 10)
        assert lam.list_tags(Resource=found["EventSourceMappingArn"])["Tags"] == {"a": "1"}
        lam.update_event_source_mapping(UUID=uuid, FunctionName=name, BatchSize=5, Enabled=False)
        until(lambda: state() == "Disabled", 20, "the mapping is disabled")
        assert lam.get_event_source_mapping(UUID=uuid)["BatchSize"] == 5
        lam.delete_event_source_mapping(UUID=uuid)

        def is_gone():
            try:
                lam.get_event_source_mapping(UUID=uuid)
            except ClientError as error:
                return error.response["Error"]["Code"] == "ResourceNotFoundException"
            return False

        until(is_gone, 20, "the mapping is gone")


def test_aws_lambda_provisioned_concurrency_config(lam):
    with deployed(lam, packages.toolbox(), Publish=True) as name:
        qualified = {"FunctionName": name, "Qualifier": "1"}
        made = lam.put_provisioned_concurrency_config(ProvisionedConcurrentExecutions=1, **qualified)
        assert made["ResponseMetadata"]["HTTPStatusCode"] == 202

        def status():
            return lam.get_provisioned_concurrency_config(**qualified)["Status"]

        until(lambda: status() == "READY", 20, "the environments are ready")
        lam.put_provisioned_concurrency_config(ProvisionedConcurrentExecutions=2, **qualified)
        until(lambda: status() == "READY", 20, "more environments are ready")
        found = lam.get_provisioned_concurrency_config(**qualified)
        assert found["RequestedProvisionedConcurrentExecutions"] == 2
        lam.delete_provisioned_concurrency_config(**qualified)
        with pytest.raises(ClientError) as error:
            lam.get_provisioned_concurrency_config(**qualified)
        assert error.value.response["Error"]["Code"] == "ProvisionedConcurrencyConfigNotFoundException"
