"""Functions with real dependencies, on every runtime family."""

import json

import pytest

from harness import packages
from harness.functions import deployed, invoke
from harness.logs import shown

needs_curl = pytest.mark.skipif(not packages.has_curl(), reason="this machine has no curl or no bash")


def test_python_with_requests_pydantic_and_numpy(lam):
    with deployed(lam, packages.python_native(), handler="handler.handler", MemorySize=512) as name:
        good = invoke(lam, name, {"item": "tea", "amounts": [1, 2, 3, 4.5]})
        assert good.error is None, good.payload
        assert good.payload["determinant"] == -1.5 and good.payload["item"] == "tea"
        assert good.payload["native"] == ["numpy._core._multiarray_umath", "pydantic_core._pydantic_core"]
        assert good.payload["network"] in ("ConnectionError", "ConnectTimeout"), "no network beyond loopback"
        bad = invoke(lam, name, {"item": 1, "amounts": ["x"]})
        assert bad.payload == {"invalid": ["string_type", "float_parsing"]}


def test_node_commonjs_asks_sts_who_it_is(lam):
    with deployed(lam, packages.node_sts(), runtime=packages.NODE, handler="index.handler") as name:
        answer = invoke(lam, name)
        assert answer.error is None, answer.payload
        assert answer.payload["Account"] == "000000000000" and answer.payload["commonjs"] is True
        assert answer.payload["Arn"] == f"arn:aws:sts::000000000000:assumed-role/e2e/{name}"
        assert answer.payload["UserId"].endswith(":" + name)
        assert answer.payload["endpoint"].startswith("http://127.0.0.1:")
        assert invoke(lam, name).payload["Arn"] == answer.payload["Arn"]


def test_node_es_module_with_sharp(lam):
    settings = {"runtime": packages.NODE, "handler": "index.handler", "MemorySize": 512}
    with deployed(lam, packages.node_sharp(), **settings) as name:
        answer = invoke(lam, name, {"width": 40, "height": 30})
        assert answer.error is None, answer.payload
        assert (answer.payload["width"], answer.payload["height"]) == (40, 30)
        assert answer.payload["pixel"] == [200, 30, 60] and answer.payload["vips"]


def test_rust_on_lambda_runtime(lam):
    with deployed(lam, packages.rust(), runtime="provided.al2023", handler="bootstrap") as name:
        cold = invoke(lam, name, {"x": [1, {"y": None}]})
        assert cold.error is None, cold.payload
        assert cold.payload["echo"] == {"x": [1, {"y": None}]} and cold.payload["memory"] == 256
        assert cold.payload["request_id"] == cold.request_id and "invocation 1\n" in cold.log
        assert invoke(lam, name).payload["count"] == 2
        failed = invoke(lam, name, {"fail": True})
        assert failed.error == "Unhandled" and failed.payload["errorMessage"] == "asked to fail"
        assert invoke(lam, name).payload["count"] == 4


@needs_curl
def test_bash_with_nothing_but_curl(lam, logs):
    with deployed(lam, packages.bash(), runtime="provided.al2023", handler="some.handler", Timeout=10) as name:
        answer = invoke(lam, name, {"a": 1})
        assert answer.error is None, answer.payload
        assert answer.payload == {"from": "bash", "event": {"a": 1}}
        shown(logs, name, "bootstrap in /var/task, handler some.handler")
        assert 'got {"a": 1}' in answer.log
        failed = invoke(lam, name, {"explode": True})
        assert failed.error == "Unhandled"
        assert failed.payload == {"errorType": "Bash.Exploded", "errorMessage": "asked to"}
        assert invoke(lam, name).payload["from"] == "bash"


NODE_HANDLERS = {
    "async": "exports.handler = async (event) => ({ event });",
    "callback": "exports.handler = (event, context, callback) => setImmediate(() => callback(null, { event }));",
}


@pytest.mark.parametrize("style", sorted(NODE_HANDLERS))
def test_node_handlers(lam, style):
    code = packages.zipped({"index.js": NODE_HANDLERS[style]})
    with deployed(lam, code, runtime=packages.NODE, handler="index.handler") as name:
        assert invoke(lam, name, {"a": 1}).payload == {"event": {"a": 1}}


def test_node_errors(lam):
    source = "exports.handler = async () => { const e = new TypeError('bad'); console.log('line'); throw e; };"
    with deployed(lam, packages.zipped({"index.js": source}), runtime=packages.NODE, handler="index.handler") as name:
        failed = invoke(lam, name)
        assert failed.error == "Unhandled"
        assert failed.payload["errorType"] == "TypeError" and failed.payload["errorMessage"] == "bad"
        assert failed.payload["trace"][0] == "TypeError: bad"
        assert "\tINFO\tline" in failed.log and "Invoke Error" in failed.log
        entry = failed.log.split("Invoke Error", 1)[1].strip().splitlines()[0]
        assert json.loads(entry)["errorMessage"] == "bad"
