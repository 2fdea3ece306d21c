"""X-Ray: what Lambda tells it, what SDKs inside functions tell it, and what boto3 and the AWS CLI read."""

import json
import os
import time

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.clients import aws, client
from harness.functions import deployed, invoke, updated
from harness.wait import until

ACTIVE = {"TracingConfig": {"Mode": "Active"}, "MemorySize": 1769}


@pytest.fixture(scope="module")
def xray(server):
    return client(server, "xray")


@pytest.fixture(scope="module")
def traced(lam):
    with deployed(lam, packages.python_tracing(), "traced", handler="handler.sdk", **ACTIVE) as name:
        yield name


def header(sampled=1):
    return f"Root=1-{int(time.time()):08x}-{os.urandom(12).hex()};Parent={os.urandom(8).hex()};Sampled={sampled}"


def called(lam, name, event, trace, **more):
    """Invokes in a trace."""
    def say(params, **_):
        params["headers"]["X-Amzn-Trace-Id"] = trace

    lam.meta.events.register("before-call.lambda.Invoke", say)
    try:
        return invoke(lam, name, event, **more)
    finally:
        lam.meta.events.unregister("before-call.lambda.Invoke", say)


def segments(xray, trace, names=2):
    """The documents of a trace, once it has so many segments."""
    root = trace.split(";")[0].removeprefix("Root=")

    def found():
        traces = xray.batch_get_traces(TraceIds=[root])["Traces"]
        documents = [json.loads(segment["Document"]) for trace in traces for segment in trace["Segments"]]
        return documents if len(documents) >= names else None

    return until(found, 10, f"{names} segments of {root}")


def below(document, *path):
    """A subsegment by the names that lead to it."""
    for name in path:
        document = next(sub for sub in document.get("subsegments", []) if sub["name"] == name)
    return document


def of(documents, origin):
    return next(document for document in documents if document.get("origin") == origin)


def test_a_cold_and_a_warm_invocation(lam, xray, traced):
    cold, warm = header(), header()
    result = called(lam, traced, {}, cold)
    assert result.error is None, result.raw
    assert result.payload["AWS_XRAY_DAEMON_ADDRESS"] == "127.0.0.1:2000"
    called(lam, traced, {}, warm)
    for trace, parts in ((cold, ["Initialization", "Invocation", "Overhead"]), (warm, ["Invocation", "Overhead"])):
        documents = segments(xray, trace)
        service, function = of(documents, "AWS::Lambda"), of(documents, "AWS::Lambda::Function")
        assert service["parent_id"] == trace.split(";")[1].removeprefix("Parent=")
        assert function["parent_id"] == service["id"]
        assert [part["name"] for part in function["subsegments"]] == parts
        inner = until(lambda: below_or_none(segments(xray, trace)), 10, "what the SDK sent")
        assert inner["annotations"] == {"game": "chess"}
        assert below(inner, "### inner")["end_time"] - below(inner, "### inner")["start_time"] >= 0.009
        for document in documents:
            assert document["start_time"] <= document["end_time"]


def below_or_none(documents):
    try:
        return below(of(documents, "AWS::Lambda::Function"), "Invocation", "## work")
    except StopIteration:
        return None


def test_the_report_names_the_trace(lam, traced):
    trace = header()
    log = called(lam, traced, {}, trace).log
    root = trace.split(";")[0].removeprefix("Root=")
    line = next(line for line in log.splitlines() if line.startswith("XRAY "))
    assert line.startswith(f"XRAY TraceId: {root}\tSegmentId: ") and line.endswith("\tSampled: true\t"), log


def test_nothing_is_told_of_what_is_not_sampled(lam, xray, traced):
    trace = header(sampled=0)
    result = called(lam, traced, {}, trace)
    assert "XRAY" not in result.log
    root = trace.split(";")[0].removeprefix("Root=")
    assert xray.batch_get_traces(TraceIds=[root])["UnprocessedTraceIds"] == [root]


def test_an_error_is_a_fault_with_its_exception(lam, xray, traced):
    trace = header()
    assert called(lam, traced, {"fail": True}, trace).error == "Unhandled"
    function = of(segments(xray, trace), "AWS::Lambda::Function")
    assert function["fault"] is True
    assert function["cause"]["exceptions"][0]["type"] == "ValueError"
    assert function["cause"]["exceptions"][0]["message"] == "no luck"
    found = until(lambda: summaries(xray, f'service("{traced}") {{ fault }} AND message = "no luck"'), 10, "a summary")
    assert found[0]["HasFault"] is True
    assert found[0]["FaultRootCauses"][0]["Services"][-1]["EntityPath"][0]["Exceptions"][0]["Name"] == "ValueError"


def summaries(xray, expression, **more):
    now = time.time()
    pages = xray.get_paginator("get_trace_summaries").paginate(
        StartTime=now - 600, EndTime=now + 1, FilterExpression=expression, **more
    )
    return [summary for page in pages for summary in page["TraceSummaries"]]


def test_calls_that_botocore_makes_are_in_the_trace_and_in_the_graph(lam, xray, traced):
    trace = header()
    called(lam, traced, {"call": True}, trace)

    def sts():
        documents = segments(xray, trace)
        try:
            return below(of(documents, "AWS::Lambda::Function"), "Invocation", "sts")
        except StopIteration:
            return None

    assert until(sts, 10, "the call")["aws"]["operation"] == "GetCallerIdentity"
    root = trace.split(";")[0].removeprefix("Root=")
    services = xray.get_trace_graph(TraceIds=[root])["Services"]
    kinds = {service["Type"] for service in services}
    assert {"client", "AWS::Lambda", "AWS::Lambda::Function", "AWS::sts"} <= kinds, kinds
    now = time.time()
    whole = xray.get_service_graph(StartTime=now - 600, EndTime=now + 1)["Services"]
    node = next(service for service in whole if service["Name"] == traced and service["Type"] == "AWS::Lambda")
    assert node["SummaryStatistics"]["TotalCount"] >= 1 and node["Root"] is True


def test_a_header_of_w3c_goes_on(lam, xray, traced):
    trace, parent = f"{int(time.time()):08x}{os.urandom(12).hex()}", os.urandom(8).hex()

    def say(params, **_):
        params["headers"]["traceparent"] = f"00-{trace}-{parent}-01"

    lam.meta.events.register("before-call.lambda.Invoke", say)
    try:
        invoke(lam, traced)
    finally:
        lam.meta.events.unregister("before-call.lambda.Invoke", say)
    documents = segments(xray, f"Root=1-{trace[:8]}-{trace[8:]}")
    assert of(documents, "AWS::Lambda")["parent_id"] == parent


def test_powertools(lam, xray, traced):
    with deployed(lam, packages.python_tracing(), "tools", handler="handler.powertools", **ACTIVE) as name:
        trace = header()
        assert called(lam, name, {}, trace).payload == "paid"

        def handler():
            documents = segments(xray, trace)
            try:
                return below(of(documents, "AWS::Lambda::Function"), "Invocation", "## powertools")
            except StopIteration:
                return None

        part = until(handler, 10, "Powertools' subsegment")
        assert part["annotations"] == {"ColdStart": True, "Service": "payments", "order": 7}
        assert below(part, "## handler.paid")["metadata"]["payments"]["handler.paid response"] == "paid"
        found = until(lambda: summaries(xray, "annotation.order = 7"), 10, "the annotation")
        assert found[0]["Annotations"]["order"][0]["AnnotationValue"] == {"NumberValue": 7.0}


def test_without_a_decision_the_first_request_of_a_second_is_traced(lam, xray, traced):
    time.sleep(1.01 - time.time() % 1)  # The next second: it has had no request.
    answer = lam.invoke(FunctionName=traced, Payload="{}")
    trace = answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-trace-id"]
    assert ";Sampled=1" in trace
    assert "parent_id" not in of(segments(xray, trace), "AWS::Lambda")
    lam.update_function_configuration(FunctionName=traced, TracingConfig={"Mode": "PassThrough"})
    updated(lam, traced)
    try:
        answer = lam.invoke(FunctionName=traced, Payload="{}")
        assert ";Sampled=0" in answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-trace-id"]
    finally:
        lam.update_function_configuration(FunctionName=traced, TracingConfig={"Mode": "Active"})
        updated(lam, traced)


def test_an_event_waits_and_is_attempted(lam, xray, traced):
    trace = header()
    called(lam, traced, {}, trace, InvocationType="Event", LogType="None")
    documents = segments(xray, trace)
    service = of(documents, "AWS::Lambda")
    assert {"Dwell Time", "Attempt #1"} <= {part["name"] for part in service["subsegments"]}
    assert of(documents, "AWS::Lambda::Function")["parent_id"] == below(service, "Attempt #1")["id"]


def test_a_flood_to_the_daemon_harms_nobody(lam, xray, traced):
    assert called(lam, traced, {"flood": 20_000}, header()).error is None
    trace = header()
    called(lam, traced, {}, trace)
    segments(xray, trace)


def test_segments_of_ones_own(xray):
    trace = f"1-{int(time.time()):08x}-{os.urandom(12).hex()}"
    now = time.time()
    whole = {"name": "shop", "id": os.urandom(8).hex(), "trace_id": trace, "start_time": now - 2, "end_time": now,
             "http": {"request": {"method": "GET", "url": "http://shop.example/cart"}, "response": {"status": 429}}}
    answer = xray.put_trace_segments(TraceSegmentDocuments=[json.dumps(whole), "{}", json.dumps(whole | {"id": "x"})])
    refused = answer["UnprocessedTraceSegments"]
    assert [(one.get("Id"), one["ErrorCode"]) for one in refused] == [(None, "InvalidId"), ("x", "InvalidId")]
    found = until(lambda: summaries(xray, 'http.url ENDSWITH "/cart" AND throttle'), 10, "the segment")
    summary = next(one for one in found if one["Id"] == trace)
    assert summary["Http"] == {"HttpURL": "http://shop.example/cart", "HttpStatus": 429, "HttpMethod": "GET"}
    assert summary["ResponseTime"] == pytest.approx(2, abs=0.01)
    assert summary["EntryPoint"]["Name"] == "shop"
    for bad in ("nonsense", "ok AND"):
        with pytest.raises(ClientError, match="InvalidRequestException.*Invalid filter expression"):
            summaries(xray, bad)
    with pytest.raises(ClientError, match="Time range"):
        xray.get_trace_summaries(StartTime=now - 90_000, EndTime=now)
    xray.put_telemetry_records(TelemetryRecords=[{"Timestamp": now, "SegmentsReceivedCount": 1}])
    series = xray.get_time_series_service_statistics(StartTime=now - 600, EndTime=now + 1, Period=60,
                                                     EntitySelectorExpression='service("shop")')
    assert sum(one["ServiceSummaryStatistics"]["TotalCount"] for one in series["TimeSeriesServiceStatistics"]) >= 1


def test_groups(xray):
    made = xray.create_group(GroupName="slow", FilterExpression="responsetime > 5", Tags=[{"Key": "a", "Value": "1"}])
    group = made["Group"]
    assert ":group/slow/" in group["GroupARN"]
    with pytest.raises(ClientError, match="already exists"):
        xray.create_group(GroupName="slow")
    with pytest.raises(ClientError, match="Invalid filter expression"):
        xray.create_group(GroupName="bad", FilterExpression="oops")
    assert xray.get_group(GroupARN=group["GroupARN"])["Group"] == group
    updated = xray.update_group(GroupName="slow", FilterExpression="duration > 100")["Group"]
    assert updated["FilterExpression"] == "duration > 100"
    assert {"Default", "slow"} <= {one["GroupName"] for one in xray.get_groups()["Groups"]}
    xray.tag_resource(ResourceARN=group["GroupARN"], Tags=[{"Key": "b", "Value": "2"}])
    xray.untag_resource(ResourceARN=group["GroupARN"], TagKeys=["a"])
    assert xray.list_tags_for_resource(ResourceARN=group["GroupARN"])["Tags"] == [{"Key": "b", "Value": "2"}]
    now = time.time()
    assert xray.get_service_graph(StartTime=now - 60, EndTime=now, GroupName="slow")["Services"] == []
    xray.delete_group(GroupName="slow")
    with pytest.raises(ClientError, match="not found"):
        xray.get_group(GroupName="slow")


def test_sampling_rules_and_targets(xray):
    rule = {
        "RuleName": "shop", "ResourceARN": "*", "Priority": 10, "FixedRate": 0.5, "ReservoirSize": 4, "ServiceName": "shop",
        "ServiceType": "*", "Host": "*", "HTTPMethod": "GET", "URLPath": "/*", "Version": 1,
    }
    made = xray.create_sampling_rule(SamplingRule=rule)["SamplingRuleRecord"]
    assert made["SamplingRule"]["RuleARN"].endswith(":sampling-rule/shop")
    changed = xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "shop", "FixedRate": 0.25})
    assert changed["SamplingRuleRecord"]["SamplingRule"]["FixedRate"] == 0.25
    names = [record["SamplingRule"]["RuleName"] for record in xray.get_sampling_rules()["SamplingRuleRecords"]]
    assert names == ["shop", "Default"]
    report = {"RuleName": "shop", "Timestamp": time.time(), "RequestCount": 10, "SampledCount": 4, "BorrowCount": 0}
    for number, quota in ((1, 4), (2, 2)):
        documents = [report | {"ClientID": f"{number:024x}"}, report | {"ClientID": "0" * 24, "RuleName": "none"}]
        targets = xray.get_sampling_targets(SamplingStatisticsDocuments=documents)
        assert targets["SamplingTargetDocuments"][0]["ReservoirQuota"] == quota
        assert targets["UnprocessedStatistics"][0]["RuleName"] == "none"
    counted = xray.get_sampling_statistic_summaries()["SamplingStatisticSummaries"]
    assert sum(one["RequestCount"] for one in counted if one["RuleName"] == "shop") == 20
    with pytest.raises(ClientError, match="Default"):
        xray.delete_sampling_rule(RuleName="Default")
    xray.delete_sampling_rule(RuleName="shop")


def test_encryption_config(xray):
    assert xray.get_encryption_config()["EncryptionConfig"] == {"Status": "ACTIVE", "Type": "NONE"}
    with pytest.raises(ClientError, match="KeyId"):
        xray.put_encryption_config(Type="KMS")
    assert xray.put_encryption_config(Type="NONE")["EncryptionConfig"]["Type"] == "NONE"


def test_the_aws_cli(server):
    now = int(time.time())
    told = aws(server, "xray", "get-trace-summaries", "--start-time", str(now - 600), "--end-time", str(now + 1))
    assert "TraceSummaries" in json.loads(told.stdout)
    assert "Groups" in json.loads(aws(server, "xray", "get-groups").stdout)
