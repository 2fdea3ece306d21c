"""The whole control plane in one walk, on a server that nobody has used: functions, versions, aliases, layers,
permissions, URLs and concurrency come, work together, and go, until nothing is left."""

import json
import urllib.error
import urllib.request

import pytest
from botocore.exceptions import ClientError

from harness import files
from harness.clients import client
from harness.functions import SOON, create, updated
from harness.packages import zipped
from harness.wait import until

ARN = "arn:aws:lambda:us-east-1:000000000000:function:life"
HANDLER = """
import os
from of_layer import WORD

def handler(event, context):
    return {"word": WORD, "code": %r, "version": context.function_version, "stage": os.environ.get("STAGE")}
"""


@pytest.fixture(scope="module")
def lam(fresh_server):
    return client(fresh_server)


def code_of(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    return error.value.response["Error"]["Code"]


def ask(lam, qualifier=None):
    more = {"Qualifier": qualifier} if qualifier else {}
    answer = lam.invoke(FunctionName="life", **more)
    payload = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, payload
    return payload


def package(text):
    return zipped({"app.py": HANDLER % text})


def test_01_nothing_is_there(lam):
    assert lam.list_functions()["Functions"] == []
    assert lam.list_layers()["Layers"] == []
    assert lam.list_event_source_mappings()["EventSourceMappings"] == []
    assert lam.list_code_signing_configs()["CodeSigningConfigs"] == []
    settings = lam.get_account_settings()
    assert settings["AccountUsage"] == {"TotalCodeSize": 0, "FunctionCount": 0}
    assert settings["AccountLimit"]["UnreservedConcurrentExecutions"] == 1000


def test_02_a_function_with_a_layer(lam):
    for word in ["first", "second"]:
        layer = zipped({"python/of_layer.py": f"WORD = {word!r}\n"})
        lam.publish_layer_version(LayerName="words", Content={"ZipFile": layer}, CompatibleRuntimes=["python3.11"])
    versions = lam.list_layer_versions(LayerName="words")["LayerVersions"]
    assert [version["Version"] for version in versions] == [2, 1]
    layer = versions[1]["LayerVersionArn"]
    create(lam, "life", package("one"), handler="app.handler", Layers=[layer], Publish=True, Tags={"a": "1"})
    assert ask(lam) == {"word": "first", "code": "one", "version": "$LATEST", "stage": None}
    assert ask(lam, "1")["version"] == "1"


def test_03_versions(lam):
    layer = lam.get_layer_version(LayerName="words", VersionNumber=2)["LayerVersionArn"]
    lam.update_function_configuration(
        FunctionName="life", Layers=[layer], Environment={"Variables": {"STAGE": "two"}}
    )
    updated(lam, "life")
    assert lam.update_function_code(FunctionName="life", ZipFile=package("two"), Publish=True)["Version"] == "2"
    updated(lam, "life")
    assert ask(lam, "1") == {"word": "first", "code": "one", "version": "1", "stage": None}
    assert ask(lam, "2") == {"word": "second", "code": "two", "version": "2", "stage": "two"}
    assert lam.publish_version(FunctionName="life")["Version"] == "2"
    listed = lam.list_versions_by_function(FunctionName="life")["Versions"]
    assert [version["Version"] for version in listed] == ["$LATEST", "1", "2"]


def test_04_an_alias_with_a_url(lam):
    lam.create_alias(FunctionName="life", Name="live", FunctionVersion="1")
    url = lam.create_function_url_config(FunctionName="life", Qualifier="live", AuthType="NONE")["FunctionUrl"]
    host = url.removeprefix("http://").rstrip("/")
    address = lam.meta.endpoint_url

    def get():
        request = urllib.request.Request(address + "/", headers={"Host": host})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())

    with pytest.raises(urllib.error.HTTPError) as error:
        get()
    assert error.value.code == 403, "nobody may yet"
    for statement, action, more in [
        ("url", "lambda:InvokeFunctionUrl", {"FunctionUrlAuthType": "NONE"}),
        ("function", "lambda:InvokeFunction", {"InvokedViaFunctionUrl": True}),
    ]:
        lam.add_permission(
            FunctionName="life", Qualifier="live", StatementId=statement, Action=action, Principal="*", **more
        )
    assert get()["version"] == "1"
    lam.update_alias(FunctionName="life", Name="live", FunctionVersion="2")
    assert get()["version"] == "2"
    (alias,) = lam.list_aliases(FunctionName="life")["Aliases"]
    assert (alias["Name"], alias["FunctionVersion"]) == ("live", "2")
    policy = json.loads(lam.get_policy(FunctionName="life", Qualifier="live")["Policy"])
    assert {statement["Sid"] for statement in policy["Statement"]} == {"url", "function"}
    lam.remove_permission(FunctionName="life", Qualifier="live", StatementId="function")
    with pytest.raises(urllib.error.HTTPError) as error:
        get()
    assert error.value.code == 403


def test_05_concurrency(lam):
    lam.put_function_concurrency(FunctionName="life", ReservedConcurrentExecutions=3)
    assert lam.get_account_settings()["AccountLimit"]["UnreservedConcurrentExecutions"] == 997
    assert lam.get_function(FunctionName="life")["Concurrency"] == {"ReservedConcurrentExecutions": 3}
    too_many = code_of(lam.put_function_concurrency, FunctionName="life", ReservedConcurrentExecutions=901)
    assert too_many == "InvalidParameterValueException"
    provisioned = {"FunctionName": "life", "Qualifier": "live"}
    lam.put_provisioned_concurrency_config(ProvisionedConcurrentExecutions=1, **provisioned)

    def ready():
        return lam.get_provisioned_concurrency_config(**provisioned)["Status"] == "READY"

    until(ready, 20, "the provisioned environment is ready")
    assert ask(lam, "live")["version"] == "2"
    lam.delete_provisioned_concurrency_config(**provisioned)
    lam.put_function_concurrency(FunctionName="life", ReservedConcurrentExecutions=0)
    assert code_of(lam.invoke, FunctionName="life") == "TooManyRequestsException"
    lam.delete_function_concurrency(FunctionName="life")
    assert ask(lam, "live")["version"] == "2"


def test_06_all_of_it_survives_a_kill(fresh_server, lam):
    fresh_server.kill()
    fresh_server.start()
    lam = client(fresh_server)
    assert ask(lam, "1")["code"] == "one" and ask(lam, "live")["code"] == "two"
    assert lam.get_function_url_config(FunctionName="life", Qualifier="live")["AuthType"] == "NONE"
    assert lam.get_function(FunctionName="life")["Tags"] == {"a": "1"}


def test_07_all_of_it_goes(fresh_server):
    lam = client(fresh_server)
    assert code_of(lam.delete_function, FunctionName="life", Qualifier="2") == "ResourceConflictException"
    lam.delete_layer_version(LayerName="words", VersionNumber=2)
    assert ask(lam, "2")["word"] == "second", "who has a layer keeps it"
    lam.delete_alias(FunctionName="life", Name="live")
    assert code_of(lam.get_function_url_config, FunctionName="life", Qualifier="live") == "ResourceNotFoundException"
    lam.delete_function(FunctionName="life", Qualifier="2")
    assert code_of(lam.invoke, FunctionName="life", Qualifier="2") == "ResourceNotFoundException"
    assert ask(lam, "1")["code"] == "one"
    lam.delete_function(FunctionName="life")
    for call in [lam.get_function, lam.get_policy, lam.list_aliases, lam.list_versions_by_function]:
        assert code_of(call, FunctionName="life") == "ResourceNotFoundException"
    lam.delete_layer_version(LayerName="words", VersionNumber=1)
    settings = lam.get_account_settings()
    assert settings["AccountUsage"] == {"TotalCodeSize": 0, "FunctionCount": 0}
    until(lambda: not files.below(fresh_server.data / "blobs"), 20, "no package is left")
    # A function of the same name is another one; only the versions' numbers go on.
    create(lam, "life", zipped({"app.py": "def handler(*_):\n    return 'new'\n"}), handler="app.handler")
    assert ask(lam) == "new"
    version = lam.publish_version(FunctionName="life")["Version"]
    lam.get_waiter("published_version_active").wait(FunctionName="life", Qualifier=version, WaiterConfig=SOON)
    assert version == "3"
    lam.delete_function(FunctionName="life")
