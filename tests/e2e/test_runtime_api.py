"""The Runtime API from inside, by a custom runtime that does what no proper client would: words of AWS's emulator."""

import base64
import json
import shutil

import pytest

from harness.functions import deployed, invoke
from harness.logs import messages, shown
from harness.packages import FUNCTIONS, zipped

pytestmark = pytest.mark.skipif(not shutil.which("python3", path="/usr/bin"), reason="no /usr/bin/python3 for bootstraps")
ACCEPTED = [202, '{"status":"OK"}\n']
INVALID_ID = [400, '{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}\n']


def forbidden(source, target):
    message = f"State transition from {source} to {target} failed for runtime. Error: State transition is not allowed"
    return [403, f'{{"errorMessage":"{message}","errorType":"InvalidStateTransition"}}\n']


@pytest.fixture(scope="module")
def code():
    return zipped({"bootstrap": (FUNCTIONS / "raw-runtime/bootstrap").read_text()})


@pytest.fixture(scope="module")
def name(lam, code):
    with deployed(lam, code, "raw", runtime="provided.al2023", handler="none", Timeout=10) as name:
        yield name


def ask(lam, name, do, **event):
    return invoke(lam, name, {"do": do} | event)


def told(logs, name, answer):
    """What the runtime says that it was answered during an invocation."""
    start = f"told {answer.request_id} "
    shown(logs, name, start)
    line = next(message for message in messages(logs, name) if message.startswith(start))
    return json.loads(line.removeprefix(start))


def test_what_may_not_be_done_while_an_invocation_runs(lam, name):
    answers = ask(lam, name, "misuse").payload
    assert answers[:3] == [INVALID_ID, INVALID_ID, forbidden("Running", "InitError")]
    assert [status for status, _ in answers[3:]] == [405, 405, 404, 404, 200]
    assert answers[-1][1] == "pong"


def test_the_same_event_again(lam, name):
    assert ask(lam, name, "next_again").payload == [True, True, True]


def test_one_answer_counts(lam, logs, name):
    first = ask(lam, name, "twice")
    assert first.payload == "first"
    assert told(logs, name, first) == [
        ACCEPTED,
        forbidden("RuntimeResponseSentState", "InvocationResponse"),
        forbidden("RuntimeResponseSentState", "InvocationErrorResponse"),
    ]
    assert ask(lam, name, "stale", id=first.request_id).payload == INVALID_ID


def test_requests_in_one_write(lam, name):
    assert ask(lam, name, "pipelined").payload == [200, 404, 200]


def test_large_heads_are_refused(lam, name):
    # The connection may be closed before all of the head was written.
    assert all(status in (431, None) for status in ask(lam, name, "large_head").payload)


@pytest.mark.parametrize("body", [b"", b"not json {", b"\xff\x00\xfe", b"null", b'{"a": 1}\n'])
def test_a_response_is_passed_on_as_it_is(lam, logs, name, body):
    answer = ask(lam, name, "raw", body=base64.b64encode(body).decode())
    assert (answer.status, answer.error, answer.raw) == (200, None, body)
    assert told(logs, name, answer) == [ACCEPTED]


@pytest.mark.parametrize("do", ["large", "large_error"])
def test_too_large_an_answer(lam, logs, name, do):
    answer = ask(lam, name, do, bytes=6_291_557)
    assert answer.error == "Unhandled" and answer.payload["errorType"] == "Function.ResponseSizeTooLarge"
    assert "\tStatus: error\tError Type: Function.ResponseSizeTooLarge" in answer.log
    body = '{"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","errorType":"RequestEntityTooLarge"}\n'
    assert told(logs, name, answer) == [[413, body]]


@pytest.mark.parametrize(
    "body, headers, payload",
    [
        ('{"errorType":"Mine","errorMessage":"no","extra":[1]}', {}, None),
        ("no json", {"Lambda_Runtime_Function_Error_Type": "Function.Broken"}, None),
        ("", {"Lambda_Runtime_Function_Error_Type": "Mine"}, '{"errorType":"Mine","errorMessage":""}'),
        ("", {}, '{"errorType":"Function.Unknown","errorMessage":""}'),
    ],
)
def test_an_error_is_passed_on_as_it_is(lam, name, body, headers, payload):
    answer = ask(lam, name, "fail", body=body, headers=headers)
    assert (answer.status, answer.error) == (200, "Unhandled")
    assert answer.raw.decode() == (payload or body)


def test_a_mode_of_response_that_there_is_not(lam, logs, name):
    answer = ask(lam, name, "mode", mode="buffered")
    assert (answer.error, answer.payload["errorType"]) == ("Unhandled", "Runtime.InvalidResponseModeHeader")
    body = '{"errorMessage":"Invalid function response mode","errorType":"InvalidFunctionResponseMode"}\n'
    assert told(logs, name, answer) == [[400, body]]


def test_an_error_after_a_streamed_beginning(lam, logs, name):
    error = {"errorType": "Late", "errorMessage": "in the middle"}
    answer = ask(lam, name, "trailers", type="Late", body=json.dumps(error))
    assert (answer.error, answer.payload) == ("Unhandled", error)
    assert told(logs, name, answer) == [ACCEPTED]
    request = json.dumps({"do": "trailers", "type": "Late", "body": json.dumps(error)})
    *chunks, last = lam.invoke_with_response_stream(FunctionName=name, Payload=request)["EventStream"]
    assert b"".join(chunk["PayloadChunk"]["Payload"] for chunk in chunks) == b"half"
    assert last["InvokeComplete"]["ErrorCode"] == "Late" and json.loads(last["InvokeComplete"]["ErrorDetails"]) == error


def test_a_response_that_breaks_off(lam, name):
    answer = ask(lam, name, "truncated")
    assert (answer.error, answer.payload["errorType"]) == ("Unhandled", "Runtime.TruncatedResponse")
    assert "Error Type: Runtime.TruncatedResponse" in answer.log
    assert ask(lam, name, "next_again").error is None


@pytest.mark.parametrize("status", [0, 1])
def test_a_response_before_the_end_counts(lam, name, status):
    answer = ask(lam, name, "last_breath", status=status)
    assert (answer.error, answer.payload) == (None, "last words")
    assert "Status:" not in answer.log
    assert ask(lam, name, "next_again").error is None


def test_nothing_beside_an_init_error(lam, code):
    environment = {"Variables": {"AT_INIT": "no json"}}
    with deployed(lam, code, runtime="provided.al2023", handler="none", Environment=environment) as name:
        answer = invoke(lam, name)
        assert (answer.error, answer.raw) == ("Unhandled", b"no json")
        said = [json.loads(line[len("told init ") :]) for line in answer.log.splitlines() if line.startswith("told")]
        assert said == 2 * [[forbidden("InitError", "InitError"), forbidden("InitError", "Ready")]]
        reports = [line.split("\t")[1:] for line in answer.log.splitlines() if line.startswith("INIT_REPORT")]
        assert reports == [[f"Phase: {phase}", "Status: error", "Error Type: Runtime.Refused"] for phase in ("init", "invoke")]
        assert answer.log.endswith("Status: error\tError Type: Runtime.Refused\n")
