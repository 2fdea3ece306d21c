"""Layers: published, shared by functions, merged into /opt, and kept for those who have them."""

import io
import itertools
import json
import urllib.request
import zipfile

import botocore.exceptions
import pytest

from harness import clients, files, packages
from harness.functions import create, deployed, invoke, name_of, updated
from harness.packages import zipped
from harness.wait import until

LOOK = """
import os, sys

def handler(event, context):
    seen = {}
    for path in event.get("read", []):
        try:
            with open(path) as file:
                seen[path] = file.read()
        except OSError as error:
            seen[path] = type(error).__name__
    for path in event.get("write", []):
        try:
            with open(path, "w") as file:
                file.write("x")
            seen[path] = "written"
        except OSError as error:
            seen[path] = type(error).__name__ + " " + os.strerror(error.errno)
    for name in event.get("import", []):
        seen[name] = __import__(name).WHO
    for path in event.get("list", []):
        seen[path] = sorted(os.listdir(path))
    return seen
"""
# A custom runtime in bash, which says from where it was started.
BOOTSTRAP = """#!/bin/bash
set -euo pipefail
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
while true; do
  curl -sS -D /tmp/headers -o /dev/null "$api/invocation/next"
  id=$(tr -d '\\r' </tmp/headers | sed -n 's/^lambda-runtime-aws-request-id: //Ip')
  curl -sS -o /dev/null -d "{\\"from\\":\\"$0\\"}" "$api/invocation/$id/response"
done
"""
LOOKER = {"runtime": packages.PYTHON, "handler": "look.handler"}


@pytest.fixture(params=["server", "user_server"])
def lam(request):
    """Each test runs against a server of root's and one of an ordinary user's."""
    return clients.client(request.getfixturevalue(request.param))


def publish(lam, files, name=None, **more):
    """Publishes a version of a layer; returns the answer."""
    return lam.publish_layer_version(LayerName=name or name_of("layer"), Content={"ZipFile": zipped(files)}, **more)


def arn_of(lam, files, **more):
    return publish(lam, files, **more)["LayerVersionArn"]


def refused(call, **arguments):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(**arguments)
    error = caught.value.response["Error"]
    return error["Code"], error["Message"]


def test_a_python_function_imports_from_layers(lam):
    version = packages.PYTHON.removeprefix("python")
    own = zipped({"look.py": LOOK, "both.py": "WHO = 'function'"})
    layers = [
        arn_of(lam, {"python/direct.py": "WHO = 'direct'", "python/both.py": "WHO = 'layer'"}),
        arn_of(lam, {f"python/lib/python{version}/site-packages/packaged.py": "WHO = 'packaged'"}),
    ]
    with deployed(lam, own, Layers=layers, **LOOKER) as name:
        answer = invoke(lam, name, {"import": ["direct", "packaged", "both"]})
        assert answer.error is None, answer.payload
        assert answer.payload == {"direct": "direct", "packaged": "packaged", "both": "function"}
        told = lam.get_function_configuration(FunctionName=name)["Layers"]
        assert [layer["Arn"] for layer in told] == layers
        for layer in told:
            assert lam.get_layer_version_by_arn(Arn=layer["Arn"])["Content"]["CodeSize"] == layer["CodeSize"] > 0


def test_a_node_function_requires_from_layers(lam):
    major = packages.NODE.removeprefix("nodejs").removesuffix(".x")
    layer = arn_of(
        lam,
        {
            "nodejs/node_modules/plain/index.js": "module.exports = 'plain';",
            f"nodejs/node{major}/node_modules/own/index.js": "module.exports = 'own';",
        },
    )
    code = "exports.handler = async () => [require('plain'), require('own')];"
    with deployed(
        lam, zipped({"index.js": code}), runtime=packages.NODE, handler="index.handler", Layers=[layer]
    ) as name:
        answer = invoke(lam, name)
        assert answer.error is None, answer.payload
        assert answer.payload == ["plain", "own"]


def test_later_layers_lie_over_earlier_ones_and_nobody_writes(lam):
    first = arn_of(lam, {"a": "1", "both": "1", "d/a": "1", "file/inside": "1"})
    second = arn_of(lam, {"b": "2", "both": "2", "d/b": "2", "file": "2"})
    everything = ["/opt/a", "/opt/b", "/opt/both", "/opt/d/a", "/opt/d/b", "/opt/file", "/opt/file/inside"]
    with deployed(lam, zipped({"look.py": LOOK}), Layers=[first, second], **LOOKER) as name:
        seen = invoke(lam, name, {"read": everything}).payload
        assert seen == dict(zip(everything, ["1", "2", "2", "1", "2", "2", "NotADirectoryError"]))
        written = invoke(lam, name, {"write": ["/opt/new", "/opt/a", "/opt/d/new"]}).payload
        assert set(written.values()) == {"OSError Read-only file system"}
        # The other way round it is another /opt.
        lam.update_function_configuration(FunctionName=name, Layers=[second, first])
        updated(lam, name)
        seen = invoke(lam, name, {"read": everything}).payload
        assert seen == dict(zip(everything, ["1", "2", "1", "1", "2", "IsADirectoryError", "1"]))
        # Without layers it is empty, and there.
        lam.update_function_configuration(FunctionName=name, Layers=[])
        updated(lam, name)
        assert "Layers" not in lam.get_function_configuration(FunctionName=name)
        assert invoke(lam, name, {"list": ["/opt"]}).payload == {"/opt": []}
        written = invoke(lam, name, {"write": ["/opt/new"]}).payload
        assert written == {"/opt/new": "OSError Read-only file system"}


def test_five_layers_and_not_six(lam):
    layers = [arn_of(lam, {f"f{n}": str(n), "last": str(n)}) for n in range(6)]
    with deployed(lam, zipped({"look.py": LOOK}), Layers=layers[:5], **LOOKER) as name:
        seen = invoke(lam, name, {"list": ["/opt"], "read": ["/opt/last"]}).payload
        assert seen == {"/opt": ["f0", "f1", "f2", "f3", "f4", "last"], "/opt/last": "4"}
        too_many = ("InvalidParameterValueException", "Cannot reference more than 5 layers.")
        assert refused(lam.update_function_configuration, FunctionName=name, Layers=layers) == too_many


def test_a_deleted_layer_goes_on_working_for_those_who_have_it(lam):
    name = name_of("layer")
    layer = publish(lam, {"who": "the first"}, name)
    arn = layer["LayerVersionArn"]
    with deployed(lam, zipped({"look.py": LOOK}), Layers=[arn], **LOOKER) as function:
        lam.delete_layer_version(LayerName=name, VersionNumber=layer["Version"])
        assert refused(lam.get_layer_version, LayerName=name, VersionNumber=1)[0] == "ResourceNotFoundException"
        # Another configuration means another environment.
        lam.update_function_configuration(FunctionName=function, MemorySize=300)
        updated(lam, function)
        assert invoke(lam, function, {"read": ["/opt/who"]}).payload == {"/opt/who": "the first"}
        assert lam.get_function_configuration(FunctionName=function)["Layers"][0]["Arn"] == arn
        gone = ("InvalidParameterValueException", f"Layer version {arn} does not exist.")
        assert refused(lam.update_function_configuration, FunctionName=function, Layers=[arn]) == gone
        # Its number is not given again.
        assert publish(lam, {"who": "the second"}, name)["Version"] == 2


def test_a_layer_outlives_the_server_and_goes_with_its_last_function(own_server):
    server = own_server()
    server.start()
    lam = clients.client(server)
    layer, function = name_of("layer"), name_of("f")
    first = publish(lam, {"who": layer}, layer)["LayerVersionArn"]
    second = arn_of(lam, {"other": "x"})
    create(lam, function, zipped({"look.py": LOOK}), Layers=[first, second], **LOOKER)
    lam.delete_layer_version(LayerName=layer, VersionNumber=1)
    server.kill()
    server.start()
    lam = clients.client(server)
    assert invoke(lam, function, {"read": ["/opt/who"]}).payload == {"/opt/who": layer}

    def kept():
        blobs = files.below(server.data / "blobs")
        trees = [path for path in (server.data / "packages").iterdir() if path.is_dir()]
        return len(blobs), len(trees), any(path.name.startswith("merged-") for path in trees)

    before = kept()
    assert before[2], "two layers are one tree"
    lam.delete_function(FunctionName=function)
    # What is left is the layer that was not deleted; trees go when their environments are gone.
    until(lambda: kept() == (before[0] - 2, 0, False), 20, "packages that nobody has are gone")
    assert lam.get_layer_version_by_arn(Arn=second)["Version"] == 1
    server.stop()


@pytest.mark.skipif(not packages.has_curl(), reason="this machine has no curl or no bash")
def test_a_custom_runtime_comes_from_a_layer(lam):
    layer = arn_of(lam, {"bootstrap": BOOTSTRAP, "bin/tool": "x"})
    with deployed(lam, zipped({"data": "mine"}), runtime="provided.al2023", handler="h", Layers=[layer]) as name:
        answer = invoke(lam, name, {"x": 1})
        assert answer.error is None, answer.payload
        assert answer.payload == {"from": "/opt/bootstrap"}


def test_a_wrapper_from_a_layer(lam):
    script = "#!/bin/sh\nexport SAID=wrapped\nexec \"$@\"\n"
    code = "import os\n\ndef handler(event, context):\n    return os.environ['SAID']\n"
    layer = arn_of(lam, {"bin/wrapper-bootstrap": script})
    settings = {"Environment": {"Variables": {"AWS_LAMBDA_EXEC_WRAPPER": "/opt/bin/wrapper-bootstrap"}}}
    with deployed(lam, zipped({"look.py": code}), Layers=[layer], **LOOKER, **settings) as name:
        answer = invoke(lam, name)
        assert (answer.error, answer.payload) == (None, "wrapped")


def test_the_life_of_a_layer(lam):
    name = name_of("layer")
    content = zipped({"python/l.py": "WHO = 1"})
    described = {
        "Description": "what it is",
        "CompatibleRuntimes": ["python3.11", "nodejs20.x"],
        "CompatibleArchitectures": ["x86_64", "arm64"],
        "LicenseInfo": "MIT",
    }
    first = lam.publish_layer_version(LayerName=name, Content={"ZipFile": content}, **described)
    assert first["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert described.items() <= first.items() and first["Version"] == 1
    assert first["LayerVersionArn"] == first["LayerArn"] + ":1"
    second = publish(lam, {"x": "2"}, name)
    assert (second["Version"], second["Description"]) == (2, "")
    for reference in (name, first["LayerArn"]):
        found = lam.get_layer_version(LayerName=reference, VersionNumber=1)
        assert described.items() <= found.items() and found["CreatedDate"] == first["CreatedDate"]
    with urllib.request.urlopen(found["Content"]["Location"], timeout=10) as download:
        assert download.read() == content
    assert found["Content"]["CodeSize"] == len(content)
    assert lam.get_layer_version_by_arn(Arn=second["LayerVersionArn"])["Version"] == 2

    versions = lam.get_paginator("list_layer_versions").paginate(LayerName=name, PaginationConfig={"PageSize": 1})
    assert [v["Version"] for page in versions for v in page["LayerVersions"]] == [2, 1]
    some = lam.list_layer_versions(LayerName=name, CompatibleRuntime="python3.11", CompatibleArchitecture="arm64")
    assert [v["Version"] for v in some["LayerVersions"]] == [1]
    pages = lam.get_paginator("list_layers").paginate(PaginationConfig={"PageSize": 2})
    layers = {layer["LayerName"]: layer for layer in itertools.chain(*(page["Layers"] for page in pages))}
    assert layers[name]["LatestMatchingVersion"]["Version"] == 2
    matching = lam.get_paginator("list_layers").paginate(CompatibleRuntime="python3.11")
    matching = {layer["LayerName"]: layer for page in matching for layer in page["Layers"]}
    assert matching[name]["LatestMatchingVersion"]["Version"] == 1

    granted = lam.add_layer_version_permission(
        LayerName=name, VersionNumber=1, StatementId="s1", Action="lambda:GetLayerVersion", Principal="*"
    )
    policy = lam.get_layer_version_policy(LayerName=name, VersionNumber=1)
    assert json.loads(policy["Policy"])["Statement"] == [json.loads(granted["Statement"])]
    assert policy["RevisionId"] == granted["RevisionId"]
    lam.remove_layer_version_permission(
        LayerName=name, VersionNumber=1, StatementId="s1", RevisionId=policy["RevisionId"]
    )
    none = ("ResourceNotFoundException", "No policy is associated with the given resource.")
    assert refused(lam.get_layer_version_policy, LayerName=name, VersionNumber=1) == none

    for _ in range(2):
        lam.delete_layer_version(LayerName=name, VersionNumber=2)
    assert publish(lam, {"x": "3"}, name)["Version"] == 3


def test_too_large_together(lam):
    def zeros(megabytes):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr("zeros", bytes(megabytes << 20))
        return buffer.getvalue()

    first, second = (
        lam.publish_layer_version(LayerName=name_of("large"), Content={"ZipFile": zeros(126)})["LayerVersionArn"]
        for _ in range(2)
    )
    code = zipped({"look.py": LOOK})
    actual = 2 * (126 << 20) + len(LOOK.encode())
    message = (
        "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. "
        f"The actual size is {actual} bytes."
    )
    too_large = ("InvalidParameterValueException", message)
    with deployed(lam, code, Layers=[first], **LOOKER) as name:
        assert refused(lam.update_function_configuration, FunctionName=name, Layers=[first, second]) == too_large
        other = {
            "FunctionName": name_of("f"), "Runtime": packages.PYTHON, "Handler": "look.handler", "Role": clients.ROLE,
        }
        refusal = refused(lam.create_function, Code={"ZipFile": code}, Layers=[first, second], **other)
        assert refusal == too_large
        refusal = refused(lam.update_function_code, FunctionName=name, ZipFile=zeros(125))
        assert refusal == (too_large[0], message.replace(str(actual), str(251 << 20)))
        for arn in (first, second):
            layer, version = arn.rsplit(":", 1)
            lam.delete_layer_version(LayerName=layer, VersionNumber=int(version))
