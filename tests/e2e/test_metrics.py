"""CloudWatch: metrics of functions and own ones, math, alarms and dashboards. boto3 speaks CBOR, the AWS CLI 2 the query
protocol; JSON is spoken by a client of our own."""

import datetime
import gzip
import json
import subprocess
import time

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session

from harness import clients, packages
from harness.clients import AWS_CLI_2, aws2_command
from harness.functions import create, deployed, invoke, name_of
from harness.logs import messages, shown
from harness.server import Server
from harness.wait import until

PRINTER = """
import json
def handler(event, context):
    print(json.dumps(event))
"""


@pytest.fixture(scope="module")
def cloudwatch(server):
    return clients.client(server, "cloudwatch")


def around(minutes=10):
    now = datetime.datetime.now(datetime.timezone.utc)
    return {"StartTime": now - datetime.timedelta(minutes=minutes), "EndTime": now + datetime.timedelta(minutes=minutes)}


def of(name, **more):
    return [{"Name": n, "Value": v} for n, v in ({"FunctionName": name} | more).items()]


def total(cloudwatch, name, metric, stat="Sum", dimensions=None, namespace="AWS/Lambda"):
    """A statistic over the last minutes; None where there is nothing."""
    found = cloudwatch.get_metric_statistics(
        Namespace=namespace, MetricName=metric, Dimensions=of(name) if dimensions is None else dimensions,
        Period=3600, Statistics=[stat], **around(30),
    )["Datapoints"]
    return sum(point[stat] for point in found) if found else None


def test_what_a_function_does_is_measured(server, lam, cloudwatch):
    name = name_of("measured")
    create(lam, name, packages.toolbox())
    version = lam.publish_version(FunctionName=name)["Version"]
    lam.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
    for _ in range(3):
        invoke(lam, name)
    invoke(lam, name, {"do": "fail"})
    invoke(lam, name, Qualifier="live")
    assert total(cloudwatch, name, "Invocations") == 5
    assert total(cloudwatch, name, "Errors") == 1
    assert total(cloudwatch, name, "Throttles") == 0
    assert total(cloudwatch, name, "Duration", "SampleCount") == 5
    assert total(cloudwatch, name, "Duration", "Minimum") > 0
    assert total(cloudwatch, name, "ConcurrentExecutions", "Maximum") == 1
    assert total(cloudwatch, name, "Invocations", dimensions=of(name, Resource=name)) == 4
    assert total(cloudwatch, name, "Invocations", dimensions=of(name, Resource=f"{name}:live")) == 1
    executed = of(name, Resource=f"{name}:live", ExecutedVersion=version)
    assert total(cloudwatch, name, "Invocations", dimensions=executed) == 1
    assert total(cloudwatch, name, "Invocations", dimensions=[]) >= 5
    lam.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    with pytest.raises(ClientError, match="Rate Exceeded"):
        invoke(lam, name)
    assert total(cloudwatch, name, "Throttles") == 1
    # An event that there is no concurrency for is dropped at once.
    lam.invoke(FunctionName=name, InvocationType="Event", Payload=b"{}")
    until(lambda: total(cloudwatch, name, "AsyncEventsDropped") == 1, 20, "an event is dropped")
    assert total(cloudwatch, name, "AsyncEventsReceived") == 1
    listed = cloudwatch.get_paginator("list_metrics").paginate(
        Namespace="AWS/Lambda", Dimensions=[{"Name": "FunctionName", "Value": name}], RecentlyActive="PT3H"
    )
    found = {(m["MetricName"], len(m["Dimensions"])) for page in listed for m in page["Metrics"]}
    assert {("Invocations", 1), ("Invocations", 2), ("Invocations", 3), ("AsyncEventsDropped", 2)} <= found
    percentiles = cloudwatch.get_metric_statistics(
        Namespace="AWS/Lambda", MetricName="Duration", Dimensions=of(name), Period=3600,
        ExtendedStatistics=["p50", "p99.9", "tm90"], **around(),
    )["Datapoints"][0]
    assert set(percentiles["ExtendedStatistics"]) == {"p50", "p99.9", "tm90"}
    assert percentiles["Unit"] == "Milliseconds"
    lam.delete_function(FunctionName=name)


def test_own_metrics_and_math(cloudwatch):
    namespace = name_of("app")
    now = datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0)
    at = [now - datetime.timedelta(minutes=m) for m in (3, 2, 1)]
    cloudwatch.put_metric_data(
        Namespace=namespace,
        MetricData=[
            {"MetricName": "a", "Timestamp": at[0], "Values": [1, 2, 3], "Counts": [1, 1, 2], "Unit": "Count"},
            {"MetricName": "a", "Timestamp": at[1], "Value": 10, "Unit": "Count"},
            {"MetricName": "b", "Timestamp": at[0], "Value": 2,
             "Dimensions": [{"Name": "d", "Value": "x"}]},
            {"MetricName": "s", "Timestamp": at[2],
             "StatisticValues": {"SampleCount": 4, "Sum": 10, "Minimum": 1, "Maximum": 4}},
            {"MetricName": "fast", "Timestamp": at[2] + datetime.timedelta(seconds=7), "Value": 1, "StorageResolution": 1},
        ],
    )
    stat = lambda name, stat, dims=(), period=60: {  # noqa: E731
        "Metric": {"Namespace": namespace, "MetricName": name, "Dimensions": list(dims)}, "Period": period, "Stat": stat,
    }
    answer = cloudwatch.get_metric_data(
        MetricDataQueries=[
            {"Id": "a", "MetricStat": stat("a", "Sum"), "ReturnData": False},
            {"Id": "b", "MetricStat": stat("b", "Sum", [{"Name": "d", "Value": "x"}]), "ReturnData": False},
            {"Id": "twice", "Expression": "a * 2", "Label": "double"},
            {"Id": "both", "Expression": "SUM([a, b])"},
            {"Id": "filled", "Expression": "FILL(b, 0) + a"},
            {"Id": "found", "Expression": f"SEARCH('{{{namespace},d}} MetricName=\"b\"', 'Maximum', 60)"},
            {"Id": "p", "MetricStat": stat("a", "p50")},
            {"Id": "fast", "MetricStat": stat("fast", "Sum", period=1)},
        ],
        ScanBy="TimestampAscending", **around(),
    )
    results = {r["Id"]: r for r in answer["MetricDataResults"]}
    assert (results["twice"]["Label"], results["twice"]["Values"]) == ("double", [18, 20])
    assert results["twice"]["Timestamps"][:2] == at[:2]
    assert results["both"]["Values"] == [11, 10]
    assert results["filled"]["Values"] == [11, 10]
    assert results["found"]["Values"] == [2]
    assert results["p"]["Values"] == [2, 10]
    assert results["fast"]["Timestamps"] == [at[2] + datetime.timedelta(seconds=7)]
    assert {r["StatusCode"] for r in results.values()} == {"Complete"}
    pages = cloudwatch.get_paginator("get_metric_data").paginate(
        MetricDataQueries=[{"Id": "a", "MetricStat": stat("a", "Sum")}, {"Id": "s", "MetricStat": stat("s", "Maximum")}],
        MaxDatapoints=1, **around(),
    )
    assert [r["Values"] for page in pages for r in page["MetricDataResults"]] == [[10], [9], [4]]
    with pytest.raises(ClientError) as refused:
        cloudwatch.put_metric_data(Namespace="AWS/Mine", MetricData=[{"MetricName": "a", "Value": 1}])
    assert refused.value.response["Error"]["Code"] == "InvalidParameterValue"
    for bad in (
        {"Value": 1, "Values": [1]},
        {},
        {"Value": float("inf")},
        {"Value": 1, "StorageResolution": 5},
        {"Value": 1, "Timestamp": now - datetime.timedelta(days=15)},
        {"Values": [1, 2], "Counts": [1]},
    ):
        with pytest.raises(ClientError):
            cloudwatch.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": "bad"} | bad])
    with pytest.raises(ClientError, match="1 validation error|no query"):
        cloudwatch.get_metric_data(MetricDataQueries=[{"Id": "x", "Expression": "nothing + 1"}], **around())


def aws2(server, *arguments):
    command, environment = aws2_command(server, *arguments)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def signed(server, headers, body, path="/", key=None):
    variables = server.variables()
    request = AWSRequest("POST", variables["AWS_ENDPOINT_URL"] + path, headers=headers, data=body)
    ours = (variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"])
    key = Credentials(*((key["AccessKeyId"], key["SecretAccessKey"]) if key else ours))
    SigV4Auth(key, "monitoring", "us-east-1").add_auth(request)
    return URLLib3Session().send(request.prepare())


def test_three_protocols(server, cloudwatch):
    namespace = name_of("wire")
    # As JSON of its first version, packed.
    target = "GraniteServiceVersion20100801."
    headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target + "PutMetricData", "Content-Encoding": "gzip"}
    body = json.dumps({"Namespace": namespace, "MetricData": [{"MetricName": "m", "Value": 5.5}]}).encode()
    answer = signed(server, headers, gzip.compress(body))
    assert (answer.status_code, answer.content) == (200, b"")
    answer = signed(server, headers | {"X-Amz-Target": target + "GetDashboard", "Content-Encoding": ""}, b'{"DashboardName":"none"}')
    assert answer.status_code == 404
    assert answer.headers["x-amzn-query-error"] == "ResourceNotFound;Sender"
    assert json.loads(answer.content)["__type"] == "DashboardNotFoundError"
    # CBOR, by hand: what is no CBOR, and an operation that there is not.
    headers = {"Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor"}
    path = "/service/GraniteServiceVersion20100801/operation/"
    assert signed(server, headers, b"\xff", path + "ListMetrics").status_code == 400
    assert signed(server, headers, b"\xa0", path + "Nothing").status_code == 404
    answer = signed(server, headers, b"\xa0", path + "ListDashboards")
    assert (answer.status_code, answer.headers["smithy-protocol"]) == (200, "rpc-v2-cbor")
    # Not built, and said so.
    with pytest.raises(ClientError, match="not implemented"):
        cloudwatch.describe_insight_rules()
    if AWS_CLI_2.exists():
        aws2(server, "cloudwatch", "put-metric-data", "--namespace", namespace, "--metric-name", "m", "--value", "2")
        start, end = (at.isoformat() for at in around().values())
        found = aws2(
            server, "cloudwatch", "get-metric-statistics", "--namespace", namespace, "--metric-name", "m", "--period", "3600",
            "--statistics", "Sum", "SampleCount", "--start-time", start, "--end-time", end, "--output", "json",
        )
        points = json.loads(found)["Datapoints"]
        assert sum(point["Sum"] for point in points) == 7.5
        assert sum(point["SampleCount"] for point in points) == 2


def test_what_a_user_may(server, cloudwatch):
    """Whatever is spoken, policies see the namespace and the ARNs that are in the body."""
    name, own, board = name_of("watcher"), name_of("own"), name_of("board")
    iam = clients.client(server, "iam")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    start = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:"
    may = [
        {"Action": "cloudwatch:PutMetricData", "Resource": "*", "Condition": {"StringEquals": {"cloudwatch:namespace": own}}},
        {"Action": ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"], "Resource": f"{start}{own}*"},
        {"Action": "cloudwatch:*Dashboard*", "Resource": f"arn:aws:cloudwatch::000000000000:dashboard/{board}"},
    ]
    document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow"} | statement for statement in may]}
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps(document))
    hers = clients.as_somebody(server, "cloudwatch", key)

    # More than ten kilobytes: boto3 packs them.
    for count in [1, 400]:
        data = [{"MetricName": "m", "Value": 1.0, "Dimensions": of("f" * 40)}] * count
        hers.put_metric_data(Namespace=own, MetricData=data)
        denied("PutMetricData", "*", hers.put_metric_data, Namespace="other", MetricData=data)
    assert total(cloudwatch, "f" * 40, "m", namespace=own) == 401
    denied("ListMetrics", "*", hers.list_metrics)

    alarm = {"MetricName": "m", "Namespace": own, "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1.0}
    alarm["ComparisonOperator"] = "GreaterThanThreshold"
    hers.put_metric_alarm(AlarmName=own, **alarm)
    denied("PutMetricAlarm", start + "other", hers.put_metric_alarm, AlarmName="other", **alarm)
    denied("DeleteAlarms", start + "other", hers.delete_alarms, AlarmNames=[own, "other"])
    hers.delete_alarms(AlarmNames=[own])

    hers.put_dashboard(DashboardName=board, DashboardBody='{"widgets": []}')
    hers.delete_dashboards(DashboardNames=[board])
    denied("ListDashboards", "*", hers.list_dashboards)

    # JSON, packed, and the query protocol.
    data = {"MetricData": [{"MetricName": "m", "Value": 1.0}]}
    headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "GraniteServiceVersion20100801.PutMetricData"}
    headers["Content-Encoding"] = "gzip"
    form = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    query = "Action=PutMetricData&Version=2010-08-01&MetricData.member.1.MetricName=m&MetricData.member.1.Value=1&Namespace="
    for namespace, status in [(own, 200), ("other", 403)]:
        body = gzip.compress(json.dumps(data | {"Namespace": namespace}).encode())
        assert signed(server, headers, body, key=key).status_code == status
        assert signed(server, form, (query + namespace).encode(), key=key).status_code == status


def denied(action, resource, call, **arguments):
    with pytest.raises(ClientError) as refused:
        call(**arguments)
    error = refused.value.response["Error"]
    assert error["Code"] in ("AccessDenied", "AccessDeniedException"), error
    assert f"is not authorized to perform: cloudwatch:{action} on resource: {resource} because" in error["Message"]


def test_metrics_in_log_lines(lam, logs, cloudwatch):
    namespace = name_of("emf")
    with deployed(lam, packages.zipped({"p.py": PRINTER}), "emf", handler="p.handler") as name:
        event = {
            "_aws": {
                "Timestamp": int(time.time() * 1000),
                "CloudWatchMetrics": [
                    {"Namespace": namespace, "Dimensions": [["service"], []], "Metrics": [{"Name": "took", "Unit": "Milliseconds"}]}
                ],
            },
            "service": "orders", "took": [1, 2, 6],
        }
        invoke(lam, name, event)
        invoke(lam, name, event | {"took": 3})
    orders = [{"Name": "service", "Value": "orders"}]
    find = lambda: total(cloudwatch, None, "took", dimensions=orders, namespace=namespace)  # noqa: E731
    until(lambda: find() == 12, 20, "metrics of log lines are there")
    assert total(cloudwatch, None, "took", "SampleCount", [], namespace) == 4


def test_dashboards(cloudwatch):
    name, other = name_of("board"), name_of("board")
    body = json.dumps({"widgets": [{"type": "text", "x": 0, "y": 0, "width": 6, "height": 3, "properties": {"markdown": "hi"}}]})
    assert cloudwatch.put_dashboard(DashboardName=name, DashboardBody=body)["DashboardValidationMessages"] == []
    cloudwatch.put_dashboard(DashboardName=other, DashboardBody='{"widgets":[]}')
    found = cloudwatch.get_dashboard(DashboardName=name)
    assert found["DashboardBody"] == body and found["DashboardArn"].endswith(f":dashboard/{name}")
    listed = cloudwatch.list_dashboards(DashboardNamePrefix="board-")["DashboardEntries"]
    assert {name, other} <= {entry["DashboardName"] for entry in listed}
    with pytest.raises(cloudwatch.exceptions.DashboardInvalidInputError):
        cloudwatch.put_dashboard(DashboardName=name, DashboardBody='{"widgets":[{"type":"nonsense"}]}')
    with pytest.raises(cloudwatch.exceptions.ResourceNotFound):
        cloudwatch.delete_dashboards(DashboardNames=[name, "nothing"])
    cloudwatch.delete_dashboards(DashboardNames=[name, other])
    with pytest.raises(cloudwatch.exceptions.ResourceNotFound):
        cloudwatch.get_dashboard(DashboardName=name)


def state(cloudwatch, name, kind="MetricAlarm"):
    found = cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=[kind])
    return found[f"{kind}s"][0]["StateValue"]


def test_an_alarm_and_the_function_that_it_invokes(lam, logs, cloudwatch):
    namespace, alarm, both = name_of("watched"), name_of("alarm"), name_of("both")
    with deployed(lam, packages.zipped({"p.py": PRINTER}), "alarmed", handler="p.handler") as name:
        arn = lam.get_function(FunctionName=name)["Configuration"]["FunctionArn"]
        cloudwatch.put_metric_alarm(
            AlarmName=alarm, AlarmDescription="too much", Namespace=namespace, MetricName="m", Statistic="Sum", Period=10,
            EvaluationPeriods=1, Threshold=5, ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore",
            AlarmActions=[arn], OKActions=[arn], Tags=[{"Key": "k", "Value": "v"}],
        )
        cloudwatch.put_composite_alarm(AlarmName=both, AlarmRule=f'ALARM("{alarm}") AND TRUE')
        found = cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"][0]
        assert (found["StateValue"], found["Threshold"], found["ActionsEnabled"]) == ("INSUFFICIENT_DATA", 5, True)
        assert cloudwatch.list_tags_for_resource(ResourceARN=found["AlarmArn"])["Tags"] == [{"Key": "k", "Value": "v"}]
        cloudwatch.tag_resource(ResourceARN=found["AlarmArn"], Tags=[{"Key": "l", "Value": "w"}])
        cloudwatch.untag_resource(ResourceARN=found["AlarmArn"], TagKeys=["k"])
        assert cloudwatch.list_tags_for_resource(ResourceARN=found["AlarmArn"])["Tags"] == [{"Key": "l", "Value": "w"}]
        for_metric = cloudwatch.describe_alarms_for_metric(Namespace=namespace, MetricName="m")["MetricAlarms"]
        assert [a["AlarmName"] for a in for_metric] == [alarm]
        # The function's policy does not let alarms in yet.
        cloudwatch.set_alarm_state(AlarmName=alarm, StateValue="OK", StateReason="by hand")
        actions = lambda: [  # noqa: E731
            item["HistorySummary"]
            for item in cloudwatch.describe_alarm_history(AlarmName=alarm, HistoryItemType="Action")["AlarmHistoryItems"]
        ]
        until(lambda: actions() == [f"Failed to execute action {arn}"], 10, "the action is refused")
        lam.add_permission(
            FunctionName=name, StatementId="alarms", Action="lambda:InvokeFunction",
            Principal="lambda.alarms.cloudwatch.amazonaws.com", SourceArn=found["AlarmArn"],
        )
        # A period that is over, since the newest one may not be yet.
        ago = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=10)
        cloudwatch.put_metric_data(
            Namespace=namespace, MetricData=[{"MetricName": "m", "Value": 9, "Timestamp": ago, "StorageResolution": 1}]
        )
        until(lambda: state(cloudwatch, alarm) == "ALARM", 25, "the alarm is raised")
        until(lambda: state(cloudwatch, both, "CompositeAlarm") == "ALARM", 10, "and the one about it")
        shown(logs, name, "alarmData")
        event = json.loads(messages(logs, name, filterPattern="alarmData")[0])
        assert (event["source"], event["alarmArn"]) == ("aws.cloudwatch", found["AlarmArn"])
        data = event["alarmData"]
        assert (data["alarmName"], data["state"]["value"], data["previousState"]["value"]) == (alarm, "ALARM", "OK")
        assert data["state"]["reason"].startswith("Threshold Crossed: 1 out of the last 1 datapoint [9.0 (")
        assert data["configuration"]["metrics"][0]["metricStat"]["metric"]["name"] == "m"
        cloudwatch.disable_alarm_actions(AlarmNames=[alarm])
        assert not cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"][0]["ActionsEnabled"]
        cloudwatch.enable_alarm_actions(AlarmNames=[alarm])
        kinds = [i["HistoryItemType"] for i in cloudwatch.describe_alarm_history(AlarmName=alarm)["AlarmHistoryItems"]]
        assert {"StateUpdate", "ConfigurationUpdate", "Action"} == set(kinds)
        with pytest.raises(ClientError, match="composite alarms depending on it"):
            cloudwatch.delete_alarms(AlarmNames=[alarm])
        # Two that ask each other are let be, and neither can go before one asks nobody any more.
        second = both + "-second"
        cloudwatch.put_composite_alarm(AlarmName=second, AlarmRule=f'NOT ALARM("{both}")')
        cloudwatch.put_composite_alarm(AlarmName=both, AlarmRule=f'NOT ALARM("{second}")')
        with pytest.raises(ClientError, match="composite alarms depending on it"):
            cloudwatch.delete_alarms(AlarmNames=[second])
        cloudwatch.put_composite_alarm(AlarmName=both, AlarmRule="FALSE")
        until(lambda: state(cloudwatch, both, "CompositeAlarm") == "OK", 10, "it is decided again")
        until(lambda: state(cloudwatch, second, "CompositeAlarm") == "ALARM", 10, "and the one that asks it")
        cloudwatch.delete_alarms(AlarmNames=[second])
        cloudwatch.delete_alarms(AlarmNames=[both])
        cloudwatch.delete_alarms(AlarmNames=[alarm])
        assert cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"] == []
        with pytest.raises(ClientError) as gone:
            cloudwatch.set_alarm_state(AlarmName=alarm, StateValue="OK", StateReason="r")
        assert gone.value.response["Error"]["Code"] == "ResourceNotFound"


def test_what_was_answered_survives_a_kill():
    server = Server()
    try:
        server.start()
        cloudwatch = clients.client(server, "cloudwatch")
        cloudwatch.put_metric_data(Namespace="n", MetricData=[{"MetricName": "m", "Value": 3}])
        cloudwatch.put_metric_alarm(
            AlarmName="a", Namespace="n", MetricName="m", Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=100,
            ComparisonOperator="GreaterThanThreshold",
        )
        cloudwatch.set_alarm_state(AlarmName="a", StateValue="ALARM", StateReason="r")
        server.kill()
        server.start()
        cloudwatch = clients.client(server, "cloudwatch")
        assert total(cloudwatch, None, "m", dimensions=[], namespace="n") == 3
        history = cloudwatch.describe_alarm_history(AlarmName="a", ScanBy="TimestampAscending")["AlarmHistoryItems"]
        assert [item["HistoryItemType"] for item in history][:2] == ["ConfigurationUpdate", "StateUpdate"]
        server.stop()
    finally:
        server.remove()
