"""What comes of log events: metric filters, subscription filters, live sessions; and what groups have beside events."""

import base64
import gzip
import json
import subprocess
import threading
import time

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import client, environment, tool
from harness.functions import deployed, invoke, name_of
from harness.wait import until

RECEIVER = """
def handler(event, context):
    print("RECEIVED " + event["awslogs"]["data"])
"""


@pytest.fixture
def group(logs):
    """A group with one stream, gone at the end."""
    name = "/" + name_of("group")
    logs.create_log_group(logGroupName=name)
    logs.create_log_stream(logGroupName=name, logStreamName="s")
    yield name
    logs.delete_log_group(logGroupName=name)


def put(logs, group, *messages, stream="s"):
    now = int(time.time() * 1000)
    events = [{"timestamp": now, "message": message} for message in messages]
    logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)


def arn_of(group, suffix=""):
    return f"arn:aws:logs:us-east-1:000000000000:log-group:{group}{suffix}"


def refused(call, code, text=""):
    with pytest.raises(ClientError) as error:
        call()
    assert error.value.response["Error"]["Code"] == code
    assert text in error.value.response["Error"]["Message"]


def test_metric_filters_are_kept_and_described(logs, group):
    transformation = {"metricName": "Errors", "metricNamespace": "App", "metricValue": "$.n", "unit": "Count"}
    logs.put_metric_filter(
        logGroupName=group, filterName="one", filterPattern="{ $.n > 5 }", metricTransformations=[transformation]
    )
    found = logs.describe_metric_filters(logGroupName=group)["metricFilters"]
    assert [(f["filterName"], f["filterPattern"], f["metricTransformations"]) for f in found] == [
        ("one", "{ $.n > 5 }", [transformation])
    ]
    by_metric = logs.describe_metric_filters(metricName="Errors", metricNamespace="App")["metricFilters"]
    assert group in [f["logGroupName"] for f in by_metric]
    described = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
    assert described["metricFilterCount"] == 1
    with_default = transformation | {"defaultValue": 0.0, "dimensions": {"N": "$.n"}}
    refused(
        lambda: logs.put_metric_filter(
            logGroupName=group, filterName="two", filterPattern="{ $.n = 1 }", metricTransformations=[with_default]
        ),
        "InvalidParameterException",
        "mutually exclusive",
    )
    logs.delete_metric_filter(logGroupName=group, filterName="one")
    assert logs.describe_metric_filters(logGroupName=group)["metricFilters"] == []
    refused(lambda: logs.delete_metric_filter(logGroupName=group, filterName="one"), "ResourceNotFoundException")


def test_patterns_are_tried(logs):
    lines = ['127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /a HTTP/1.0" 200 1534', "else"]
    matches = logs.test_metric_filter(filterPattern="[..., size]", logEventMessages=lines)["matches"]
    assert matches[0]["eventNumber"] == 1 and matches[0]["extractedValues"]["$size"] == "1534"
    assert matches[0]["extractedValues"]["$5"] == "GET /a HTTP/1.0"
    assert matches[1]["extractedValues"] == {"$size": "else"}
    refused(
        lambda: logs.test_metric_filter(filterPattern="{ $.a", logEventMessages=lines), "InvalidParameterException"
    )


def record(line):
    return json.loads(gzip.decompress(base64.b64decode(line.split("RECEIVED ", 1)[1])))


def received(logs, name):
    """All records that a function got, read again on each look."""
    try:
        found = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}", filterPattern="RECEIVED")["events"]
    except ClientError:
        return []
    return [record(event["message"]) for event in found]


def test_a_subscription_filter_delivers_to_a_function(lam, logs, group):
    with deployed(lam, packages.zipped({"app.py": RECEIVER}), handler="app.handler") as name:
        function = lam.get_function_configuration(FunctionName=name)["FunctionArn"]

        def subscribe(**changes):
            settings = {"logGroupName": group, "filterName": "f", "filterPattern": "ERROR", "destinationArn": function}
            logs.put_subscription_filter(**settings | changes)

        no_permission = "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission"
        refused(subscribe, "InvalidParameterException", no_permission)
        lam.add_permission(
            FunctionName=name,
            StatementId="logs",
            Action="lambda:InvokeFunction",
            Principal="logs.amazonaws.com",
            SourceArn=arn_of(group, ":*"),
            SourceAccount="000000000000",
        )
        subscribe()
        found = logs.describe_subscription_filters(logGroupName=group)["subscriptionFilters"]
        assert [(f["filterName"], f["destinationArn"], f["distribution"]) for f in found] == [
            ("f", function, "ByLogStream")
        ]
        subscribe(filterName="second", filterPattern="never this")
        refused(lambda: subscribe(filterName="third"), "LimitExceededException", "Resource limit exceeded.")
        put(logs, group, "fine", "ERROR one", "ERROR two", "ok")
        until(lambda: received(logs, name), 20, "a record")
        got = received(logs, name)
        assert len(got) == 1
        assert {key: got[0][key] for key in got[0] if key != "logEvents"} == {
            "messageType": "DATA_MESSAGE",
            "owner": "000000000000",
            "logGroup": group,
            "logStream": "s",
            "subscriptionFilters": ["f"],
        }
        kept = logs.filter_log_events(logGroupName=group, filterPattern="ERROR")["events"]
        assert got[0]["logEvents"] == [
            {"id": event["eventId"], "timestamp": event["timestamp"], "message": event["message"]} for event in kept
        ]
        logs.delete_subscription_filter(logGroupName=group, filterName="f")
        refused(
            lambda: logs.delete_subscription_filter(logGroupName=group, filterName="f"), "ResourceNotFoundException"
        )


def test_a_function_is_not_sent_its_own_log(lam, logs):
    with deployed(lam, packages.toolbox()) as name:
        invoke(lam, name)
        lam.add_permission(
            FunctionName=name, StatementId="logs", Action="lambda:InvokeFunction", Principal="logs.amazonaws.com"
        )
        function = lam.get_function_configuration(FunctionName=name)["FunctionArn"]
        until(lambda: logs.describe_log_groups(logGroupNamePrefix=f"/aws/lambda/{name}")["logGroups"], 20, "the group")
        refused(
            lambda: logs.put_subscription_filter(
                logGroupName=f"/aws/lambda/{name}", filterName="f", filterPattern="", destinationArn=function
            ),
            "InvalidParameterException",
        )


def test_a_live_session_of_boto3(server, logs, group):
    live = client(server, "logs", inject_host_prefix=False)
    answer = live.start_live_tail(logGroupIdentifiers=[arn_of(group)], logEventFilterPattern="%T[0-9]%")
    stream = answer["responseStream"]
    try:
        seen, messages = [], []
        for event in stream:
            seen.append(next(iter(event)))
            if "sessionStart" in event:
                assert event["sessionStart"]["logGroupIdentifiers"] == [arn_of(group)]
                assert event["sessionStart"]["logEventFilterPattern"] == "%T[0-9]%"
                put(logs, group, "T1", "none", "T2")
            else:
                update = event["sessionUpdate"]
                assert update["sessionMetadata"] == {"sampled": False}
                messages += update["sessionResults"]
            if len(messages) >= 2:
                break
        assert seen[0] == "sessionStart"
        assert [(m["message"], m["logStreamName"], m["logGroupIdentifier"]) for m in messages] == [
            ("T1", "s", f"000000000000:{group}"),
            ("T2", "s", f"000000000000:{group}"),
        ]
    finally:
        stream.close()
    refused(lambda: live.start_live_tail(logGroupIdentifiers=[group]), "InvalidParameterException")
    refused(lambda: live.start_live_tail(logGroupIdentifiers=[arn_of("none")]), "ResourceNotFoundException")


def test_a_flood_is_shown_in_a_sample(server, logs, group):
    live = client(server, "logs", inject_host_prefix=False)
    stream = live.start_live_tail(logGroupIdentifiers=[arn_of(group)])["responseStream"]
    try:
        for event in stream:
            if "sessionStart" in event:
                put(logs, group, *[f"line {n}" for n in range(5_000)])
            elif event["sessionUpdate"]["sessionResults"]:
                update = event["sessionUpdate"]
                break
        assert update["sessionMetadata"] == {"sampled": True} and len(update["sessionResults"]) == 500
    finally:
        stream.close()


def test_aws_logs_start_live_tail(server, logs, group):
    command = [tool("aws"), "logs", "start-live-tail", "--log-group-identifiers", arn_of(group)]
    # Otherwise the CLI puts `stream-` before the host, which is an address here.
    variables = environment(server, AWS_DISABLE_HOST_PREFIX_INJECTION="true", PYTHONUNBUFFERED="1")
    tail = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    over = threading.Event()

    def write():
        while not over.wait(0.5):
            put(logs, group, "seen live")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        line = tail.stdout.readline().decode()
        assert "seen live" in line, line + tail.stderr.read().decode()
    finally:
        over.set()
        writer.join()
        tail.kill()
        tail.communicate()


def test_tags_by_both_apis(logs, group):
    logs.tag_resource(resourceArn=arn_of(group), tags={"a": "1", "b": "2"})
    logs.tag_log_group(logGroupName=group, tags={"c": "3"})
    assert logs.list_tags_for_resource(resourceArn=arn_of(group))["tags"] == {"a": "1", "b": "2", "c": "3"}
    logs.untag_resource(resourceArn=arn_of(group), tagKeys=["a"])
    logs.untag_log_group(logGroupName=group, tags=["b"])
    assert logs.list_tags_log_group(logGroupName=group)["tags"] == {"c": "3"}
    refused(
        lambda: logs.tag_resource(resourceArn=arn_of(group), tags={f"k{n}": "v" for n in range(50)}),
        "TooManyTagsException",
    )
    refused(lambda: logs.list_tags_for_resource(resourceArn=arn_of("none")), "ResourceNotFoundException")


def test_groups_are_listed_protected_and_kept(logs, group):
    listed = logs.list_log_groups(logGroupNamePattern=f"none|^{group[:20]}")["logGroups"]
    assert [g["logGroupArn"] for g in listed] == [arn_of(group)]
    logs.put_log_group_deletion_protection(logGroupIdentifier=group, deletionProtectionEnabled=True)
    assert logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]["deletionProtectionEnabled"] is True
    refused(lambda: logs.delete_log_group(logGroupName=group), "ValidationException")
    logs.put_log_group_deletion_protection(logGroupIdentifier=group, deletionProtectionEnabled=False)
    logs.put_retention_policy(logGroupName=group, retentionInDays=3)
    old = int(time.time() * 1000) - 5 * 86_400_000
    answer = logs.put_log_events(
        logGroupName=group, logStreamName="s", logEvents=[{"timestamp": old, "message": "gone at once"}]
    )
    assert answer["rejectedLogEventsInfo"] == {"expiredLogEventEndIndex": 1}
    logs.delete_retention_policy(logGroupName=group)
    assert "retentionInDays" not in logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
    logs.delete_log_stream(logGroupName=group, logStreamName="s")
    assert logs.describe_log_streams(logGroupName=group)["logStreams"] == []


def test_resource_policies(logs):
    statement = {"Effect": "Allow", "Principal": {"Service": "es.amazonaws.com"}, "Action": "logs:*", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    name = name_of("policy")
    put_policy = logs.put_resource_policy(policyName=name, policyDocument=document)["resourcePolicy"]
    assert (put_policy["policyName"], put_policy["policyDocument"]) == (name, document)
    assert name in [p["policyName"] for p in logs.describe_resource_policies()["resourcePolicies"]]
    logs.delete_resource_policy(policyName=name)
    refused(lambda: logs.delete_resource_policy(policyName=name), "ResourceNotFoundException")
    refused(lambda: logs.put_resource_policy(policyName=name, policyDocument="{"), "InvalidParameterException")
