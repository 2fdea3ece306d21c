"""Code signing configurations through boto3."""

import re

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import ROLE
from harness.functions import create, deployed, name_of, updated

PROFILE = "arn:aws:signer:us-east-1:000000000000:/signing-profiles/p/abcdefghij"
NONE = "arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-00000000000000000"


def made(lam, policy=None, **more):
    """A new configuration."""
    if policy:
        more["CodeSigningPolicies"] = {"UntrustedArtifactOnDeployment": policy}
    publishers = {"SigningProfileVersionArns": [PROFILE]}
    return lam.create_code_signing_config(AllowedPublishers=publishers, **more)["CodeSigningConfig"]


def refused(call, *arguments, **more):
    """The code and text of an error."""
    with pytest.raises(ClientError) as error:
        call(*arguments, **more)
    return error.value.response["Error"]["Code"], error.value.response["Error"]["Message"]


def test_create_read_update_delete(lam):
    config = made(lam, Description="d", Tags={"a": "1"})
    arn = config["CodeSigningConfigArn"]
    assert re.fullmatch(r"csc-[a-z0-9]{17}", config["CodeSigningConfigId"])
    assert config["CodeSigningPolicies"] == {"UntrustedArtifactOnDeployment": "Warn"}
    assert lam.get_code_signing_config(CodeSigningConfigArn=arn)["CodeSigningConfig"] == config
    changed = lam.update_code_signing_config(CodeSigningConfigArn=arn, Description="e")["CodeSigningConfig"]
    assert (changed["Description"], changed["AllowedPublishers"]) == ("e", config["AllowedPublishers"])
    assert lam.list_tags(Resource=arn)["Tags"] == {"a": "1"}
    lam.tag_resource(Resource=arn, Tags={"b": "2"})
    lam.untag_resource(Resource=arn, TagKeys=["a"])
    assert lam.list_tags(Resource=arn)["Tags"] == {"b": "2"}
    pages = lam.get_paginator("list_code_signing_configs").paginate(PaginationConfig={"PageSize": 1})
    assert arn in [c["CodeSigningConfigArn"] for page in pages for c in page["CodeSigningConfigs"]]
    gone = lam.delete_code_signing_config(CodeSigningConfigArn=arn)
    assert gone["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert refused(lam.get_code_signing_config, CodeSigningConfigArn=arn) == (
        "ResourceNotFoundException",
        f"The Lambda code signing configuration {arn} can not be found.",
    )


def test_a_function_has_one(lam):
    arn = made(lam)["CodeSigningConfigArn"]
    with deployed(lam, packages.toolbox(), "csc") as name:
        nothing = lam.get_function_code_signing_config(FunctionName=name)
        assert "CodeSigningConfigArn" not in nothing
        put = lam.put_function_code_signing_config(FunctionName=name, CodeSigningConfigArn=arn)
        assert (put["CodeSigningConfigArn"], put["FunctionName"]) == (arn, name)
        assert lam.get_function_code_signing_config(FunctionName=name)["CodeSigningConfigArn"] == arn
        users = lam.list_functions_by_code_signing_config(CodeSigningConfigArn=arn)["FunctionArns"]
        assert users == [f"arn:aws:lambda:us-east-1:000000000000:function:{name}"]
        assert refused(lam.delete_code_signing_config, CodeSigningConfigArn=arn)[0] == "ResourceConflictException"
        assert refused(lam.put_function_code_signing_config, FunctionName=name, CodeSigningConfigArn=NONE) == (
            "CodeSigningConfigNotFoundException",
            "The code signing configuration cannot be found. Check that the provided configuration is not "
            f"deleted: {NONE}.",
        )
        lam.delete_function_code_signing_config(FunctionName=name)
        assert "CodeSigningConfigArn" not in lam.get_function_code_signing_config(FunctionName=name)
    lam.delete_code_signing_config(CodeSigningConfigArn=arn)


def test_unsigned_code_is_refused_where_signatures_are_enforced(lam):
    enforcing, warning = made(lam, "Enforce")["CodeSigningConfigArn"], made(lam, "Warn")["CodeSigningConfigArn"]
    name = name_of("csc")
    error = refused(create, lam, name, packages.toolbox(), CodeSigningConfigArn=enforcing)
    assert error[0] == "CodeVerificationFailedException" and error[1].endswith(f"signature for {name}.")
    assert refused(lam.get_function, FunctionName=name)[0] == "ResourceNotFoundException"
    with deployed(lam, packages.toolbox(), "csc", CodeSigningConfigArn=warning) as name:
        lam.put_function_code_signing_config(FunctionName=name, CodeSigningConfigArn=enforcing)
        error = refused(lam.update_function_code, FunctionName=name, ZipFile=packages.toolbox())
        assert error[0] == "CodeVerificationFailedException"
        # What is deployed already stays, and so do changes that bring no code.
        lam.update_function_configuration(FunctionName=name, Description="d")
        updated(lam, name)
        assert lam.get_function_configuration(FunctionName=name)["Role"] == ROLE
    for arn in (enforcing, warning):
        lam.delete_code_signing_config(CodeSigningConfigArn=arn)
