"""The small settings of functions through boto3: asynchronous invocations, recursive loops, builds of runtimes."""

from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.functions import deployed

ARN = "arn:aws:lambda:us-east-1:000000000000:function:"
QUEUE = "arn:aws:sqs:us-east-1:000000000000:q"


def refused(call, code, text):
    with pytest.raises(ClientError) as error:
        call()
    answer = error.value.response["Error"]
    assert (answer["Code"], answer["Message"]) == (code, text)


@pytest.fixture(scope="module")
def function(lam):
    with deployed(lam, packages.toolbox(), "settings") as name:
        version = lam.publish_version(FunctionName=name)["Version"]
        lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        yield name


def test_event_invoke_config(lam, function, toolbox):
    of = {"FunctionName": function}
    none = f"The function {ARN}{function}:$LATEST doesn't have an EventInvokeConfig"
    refused(lambda: lam.get_function_event_invoke_config(**of), "ResourceNotFoundException", none)
    destinations = {"OnSuccess": {"Destination": ARN + toolbox}, "OnFailure": {"Destination": QUEUE}}
    put = lam.put_function_event_invoke_config(**of, MaximumRetryAttempts=0, DestinationConfig=destinations)
    assert put["FunctionArn"] == f"{ARN}{function}:$LATEST"
    assert put["MaximumRetryAttempts"] == 0 and "MaximumEventAgeInSeconds" not in put
    assert put["DestinationConfig"] == destinations
    assert abs(put["LastModified"] - datetime.now(timezone.utc)) < timedelta(minutes=5)
    updated = lam.update_function_event_invoke_config(**of, MaximumEventAgeInSeconds=60)
    assert (updated["MaximumRetryAttempts"], updated["MaximumEventAgeInSeconds"]) == (0, 60)
    assert lam.get_function_event_invoke_config(**of)["MaximumEventAgeInSeconds"] == 60
    for qualifier in ["1", "live"]:
        more = lam.put_function_event_invoke_config(**of, Qualifier=qualifier, MaximumRetryAttempts=1)
        assert more["DestinationConfig"] == {"OnSuccess": {}, "OnFailure": {}}
    pages = lam.get_paginator("list_function_event_invoke_configs").paginate(**of, PaginationConfig={"PageSize": 1})
    arns = [config["FunctionArn"] for page in pages for config in page["FunctionEventInvokeConfigs"]]
    assert arns == [f"{ARN}{function}:{qualifier}" for qualifier in ["$LATEST", "1", "live"]]
    itself = {"OnSuccess": {"Destination": ARN + function}}
    refused(
        lambda: lam.put_function_event_invoke_config(**of, DestinationConfig=itself),
        "InvalidParameterValueException",
        "You can't specify the function as a destination for itself.",
    )
    lam.delete_function_event_invoke_config(**of)
    refused(lambda: lam.delete_function_event_invoke_config(**of), "ResourceNotFoundException", none)


def test_recursion_config(lam, function):
    assert lam.get_function_recursion_config(FunctionName=function)["RecursiveLoop"] == "Terminate"
    for loop in ["Allow", "Terminate"]:
        put = lam.put_function_recursion_config(FunctionName=function, RecursiveLoop=loop)
        assert put["RecursiveLoop"] == loop
        assert lam.get_function_recursion_config(FunctionName=function)["RecursiveLoop"] == loop
    missing = f"Function not found: {ARN}none"
    refused(lambda: lam.get_function_recursion_config(FunctionName="none"), "ResourceNotFoundException", missing)


def test_runtime_management_config(lam, function):
    of = {"FunctionName": function}
    found = lam.get_runtime_management_config(**of)
    assert found["UpdateRuntimeOn"] == "Auto" and "RuntimeVersionArn" not in found
    build = lam.get_function_configuration(**of)["RuntimeVersionConfig"]["RuntimeVersionArn"]
    put = lam.put_runtime_management_config(**of, UpdateRuntimeOn="Manual", RuntimeVersionArn=build)
    found = lam.get_runtime_management_config(**of, Qualifier="$LATEST")
    for answer in [put, found]:
        assert (answer["UpdateRuntimeOn"], answer["RuntimeVersionArn"]) == ("Manual", build)
        assert answer["FunctionArn"] == f"{ARN}{function}:$LATEST"
    assert lam.get_runtime_management_config(**of, Qualifier="1")["UpdateRuntimeOn"] == "Auto"
    lam.put_runtime_management_config(**of, UpdateRuntimeOn="FunctionUpdate")
    assert "RuntimeVersionArn" not in lam.get_runtime_management_config(**of)
