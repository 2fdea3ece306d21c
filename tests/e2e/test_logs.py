"""Logs as CloudWatch Logs gives them: boto3, and `aws logs tail` of the AWS CLI 2."""

import re
import select
import subprocess
import time

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import AWS_CLI_2, aws, aws2_command
from harness.functions import create, deployed, invoke, name_of
from harness.logs import first_line, messages, shown

needs_cli_2 = pytest.mark.skipif(not AWS_CLI_2.exists(), reason="the AWS CLI 2 comes from Debian's packages only")


@pytest.fixture(scope="module")
def logged(lam, logs):
    """A function that has run twice and logged it."""
    name = name_of("logged")
    create(lam, name, packages.toolbox())
    first = invoke(lam, name, {"word": "one"})
    second = invoke(lam, name, {"word": "two"})
    shown(logs, name, f"REPORT RequestId: {second.request_id}")
    return name, first, second


def test_a_group_and_a_stream_per_environment(logs, logged):
    name, first, _ = logged
    groups = logs.describe_log_groups(logGroupNamePrefix=f"/aws/lambda/{name}")["logGroups"]
    assert [g["logGroupName"] for g in groups] == [f"/aws/lambda/{name}"]
    assert groups[0]["arn"] == f"arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/{name}:*"
    streams = logs.describe_log_streams(logGroupName=f"/aws/lambda/{name}")["logStreams"]
    assert len(streams) == 1
    assert re.fullmatch(r"\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}", streams[0]["logStreamName"])
    assert streams[0]["logStreamName"] == first.payload["stream"]
    assert streams[0]["lastEventTimestamp"] >= streams[0]["firstEventTimestamp"] > 1_600_000_000_000


def test_every_line_is_there_once_and_in_order(logs, logged):
    name, first, second = logged
    found = [m.rstrip("\n") for m in messages(logs, name)]
    assert found[0].startswith("INIT_START")
    for answer in (first, second):
        for kind in ("START", "END", "REPORT"):
            assert len([m for m in found if m.startswith(f"{kind} RequestId: {answer.request_id}")]) == 1
    assert found.index(f"END RequestId: {first.request_id}") < found.index(
        f"START RequestId: {second.request_id} Version: $LATEST"
    )
    assert found.count("toolbox is being loaded") == 1


def test_get_log_events_by_pages(logs, logged):
    name, first, _ = logged
    group, stream = f"/aws/lambda/{name}", first.payload["stream"]
    whole = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True)["events"]
    paged, token = [], None
    while True:
        more = {"nextToken": token} if token else {}
        page = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True, limit=3, **more)
        paged += page["events"]
        assert len(page["events"]) <= 3
        if page["nextForwardToken"] == token:
            break
        token = page["nextForwardToken"]
    assert [e["message"] for e in paged] == [e["message"] for e in whole]
    last = logs.get_log_events(logGroupName=group, logStreamName=stream, limit=1)["events"]
    assert last[0]["message"].startswith("REPORT")


def test_filters(logs, logged):
    name, first, second = logged
    assert all("REPORT" in m for m in messages(logs, name, filterPattern="REPORT"))
    assert len(messages(logs, name, filterPattern="REPORT")) == 2
    assert messages(logs, name, filterPattern='"no such words"') == []
    assert messages(logs, name, endTime=1000) == []
    stream = first.payload["stream"]
    assert len(messages(logs, name, logStreamNames=[stream])) == len(messages(logs, name))


def test_what_is_not_there(logs):
    with pytest.raises(ClientError) as error:
        logs.describe_log_streams(logGroupName="/never/there")
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"
    assert error.value.response["Error"]["Message"] == "The specified log group does not exist."


def test_the_aws_cli_filters_events(server, logged):
    name, first, _ = logged
    done = aws(server, "logs", "filter-log-events", "--log-group-name", f"/aws/lambda/{name}", "--output", "text")
    assert first.request_id in done.stdout


@needs_cli_2
def test_aws_logs_tail(server, logged):
    name, first, second = logged
    command, environment = aws2_command(server, "logs", "tail", f"/aws/lambda/{name}")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert first.request_id in done.stdout and second.request_id in done.stdout
    assert done.stdout.index(first.request_id) < done.stdout.index(second.request_id)


@needs_cli_2
def test_aws_logs_tail_follow(server, lam, logged):
    name, first, _ = logged
    command, environment = aws2_command(server, "logs", "tail", f"/aws/lambda/{name}", "--follow")
    tail = subprocess.Popen(
        command, env=environment | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        read_until(tail, f"REPORT RequestId: {first.request_id}", 60)
        new = invoke(lam, name, {"word": "new"})
        read_until(tail, f"REPORT RequestId: {new.request_id}", 60)
    finally:
        tail.kill()
        tail.communicate()


def test_tenfold_logs_follow(server, lam, logged):
    name, first, _ = logged
    command = [server.program, "logs", name, "--follow", "--json", "--data-dir", server.data]
    tail = subprocess.Popen(command, env=server.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        read_until(tail, f"REPORT RequestId: {first.request_id}", 20)
        new = invoke(lam, name, {"word": "new"})
        seen = read_until(tail, f"REPORT RequestId: {new.request_id}", 20)
        assert seen.count(f"END RequestId: {new.request_id}") == 1
    finally:
        tail.kill()
        tail.communicate()


def read_until(process, text, seconds):
    """Reads a process's output until a text is in it."""
    deadline = time.monotonic() + seconds
    seen = ""
    while text not in seen:
        left = deadline - time.monotonic()
        ready, _, _ = select.select([process.stdout], [], [], max(left, 0))
        assert ready, f"no {text!r} within {seconds} s in {seen!r}"
        chunk = process.stdout.read1(65536).decode()
        assert chunk, f"ended before {text!r}: {seen!r} {process.stderr.read().decode()}"
        seen += chunk
    return seen


def test_crash_output_is_logged(lam, logs):
    with deployed(lam, packages.toolbox()) as name:
        left = invoke(lam, name, {"do": "leave", "status": 9})
        shown(logs, name, f"REPORT RequestId: {left.request_id}")
        assert any("Runtime.ExitError" in m or "exit status 9" in m for m in messages(logs, name))


def test_a_traceback_of_python_is_one_event(lam, logs):
    source = """
import logging
def deep():
    raise ValueError("one\\ntwo")
def handler(event, context):
    print("printed\\nin two lines")
    logging.getLogger().warning("first\\nsecond")
    deep()
"""
    with deployed(lam, packages.zipped({"app.py": source}), handler="app.handler") as name:
        failed = invoke(lam, name)
        shown(logs, name, f"REPORT RequestId: {failed.request_id}")
        found = messages(logs, name)
        traces = [m for m in found if "Traceback" in m or "ValueError" in m or "in deep" in m]
        assert len(traces) == 1, found
        lines = traces[0].rstrip("\n").split("\n")
        assert lines[:3] == ["[ERROR] ValueError: one", "two", "Traceback (most recent call last):"]
        assert any("in deep" in line for line in lines[3:]) and len(lines) >= 7
        warnings = [m for m in found if "second" in m]
        assert len(warnings) == 1 and "first\nsecond" in warnings[0] and warnings[0].startswith("[WARNING]\t")
        # What the function wrote itself is cut at its newlines, as on Lambda.
        assert [m.rstrip("\n") for m in found if "printed" in m or "in two lines" in m] == ["printed", "in two lines"]


def test_a_message_of_node_of_several_lines_is_one_event(lam, logs):
    source = """exports.handler = async () => {
  console.log({ a: { b: { c: [1, 2, 3], d: 'x'.repeat(80) } }, e: 'y'.repeat(60) });
  console.error(new Error('went wrong'));
};"""
    code = packages.zipped({"index.js": source})
    with deployed(lam, code, runtime=packages.NODE, handler="index.handler") as name:
        done = invoke(lam, name)
        shown(logs, name, f"REPORT RequestId: {done.request_id}")
        found = messages(logs, name)
        objects = [m for m in found if "xxxx" in m or "yyyy" in m]
        assert len(objects) == 1 and objects[0].count("\n") >= 2, found
        assert f"\t{done.request_id}\tINFO\t{{\n" in objects[0]
        errors = [m for m in found if "went wrong" in m or "    at " in m]
        assert len(errors) == 1 and "\tERROR\tError: went wrong\n    at " in errors[0], found


def test_the_runtime_version_is_the_same_everywhere(lam, logs):
    with deployed(lam, packages.toolbox()) as name:
        invoke(lam, name)
        arn = lam.get_function_configuration(FunctionName=name)["RuntimeVersionConfig"]["RuntimeVersionArn"]
        said = re.fullmatch(r"INIT_START Runtime Version: (\S+)\tRuntime Version ARN: (\S+)\n?", first_line(logs, name))
        assert said and said.group(2) == arn
        assert re.fullmatch(r"arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}", arn)


def test_long_lines_and_floods_do_not_stop_the_function(lam, logs):
    source = """
import sys
def handler(event, context):
    sys.stdout.write("x" * 3_000_000 + "\\n")
    for n in range(20_000):
        print("line", n)
    print("the last line")
    return "done"
"""
    with deployed(lam, packages.zipped({"app.py": source}), handler="app.handler") as name:
        answer = invoke(lam, name)
        assert answer.payload == "done"
        assert len(answer.log.encode()) <= 4096 + 4 and "the last line" in answer.log
        shown(logs, name, "the last line", filterPattern='"the last line"')
