"""Logs Insights as boto3 asks it: queries over a function's log and over groups of one's own."""

import time

import pytest
from botocore.exceptions import ClientError

from harness import packages
from harness.functions import deployed, invoke, name_of
from harness.logs import shown
from harness.wait import until

OVER = ("Complete", "Failed", "Cancelled", "Timeout")


def ask(logs, query, groups, **changes):
    """Results of a query, when it is over."""
    now = int(time.time())
    window = {"startTime": now - 3_600, "endTime": now + 60}
    asked = logs.start_query(queryString=query, logGroupNames=groups, **(window | changes))["queryId"]

    def result():
        found = logs.get_query_results(queryId=asked)
        return found if found["status"] in OVER else None

    return asked, until(result, 30, query)


def rows(found):
    return [{field["field"]: field["value"] for field in row} for row in found["results"]]


@pytest.fixture
def group(logs):
    name = "/" + name_of("insights")
    logs.create_log_group(logGroupName=name)
    logs.create_log_stream(logGroupName=name, logStreamName="s")
    now = int(time.time() * 1000)
    messages = ['{"path":"/a","ms":10}', '{"path":"/b","ms":30}', '{"path":"/a","ms":50}', "plain"]
    events = [{"timestamp": now + n, "message": message} for n, message in enumerate(messages)]
    logs.put_log_events(logGroupName=name, logStreamName="s", logEvents=events)
    yield name
    logs.delete_log_group(logGroupName=name)


def test_queries_records_and_fields(logs, group):
    asked, found = ask(logs, "fields @message, ms | filter path = '/a' | sort ms desc", [group])
    assert found["status"] == "Complete"
    assert [row["ms"] for row in rows(found)] == ["50", "10"]
    assert found["statistics"]["recordsScanned"] == 4 and found["statistics"]["recordsMatched"] == 2
    record = logs.get_log_record(logRecordPointer=rows(found)[0]["@ptr"])["logRecord"]
    assert (record["@message"], record["path"], record["@logStream"]) == ('{"path":"/a","ms":50}', "/a", "s")
    _, found = ask(logs, "stats count(*) as n, avg(ms) as mean by path | sort n desc | limit 1", [group])
    assert rows(found) == [{"path": "/a", "n": "2", "mean": "30"}]
    fields = {f["name"]: f["percent"] for f in logs.get_log_group_fields(logGroupName=group)["logGroupFields"]}
    assert (fields["@message"], fields["path"]) == (100, 75)
    listed = [query["queryId"] for query in logs.describe_queries(logGroupName=group)["queries"]]
    assert asked in listed
    groups = logs.list_log_groups_for_query(queryId=asked)["logGroupIdentifiers"]
    assert groups == [f"arn:aws:logs:us-east-1:000000000000:log-group:{group}"]
    with pytest.raises(ClientError) as error:
        logs.stop_query(queryId=asked)
    assert error.value.response["Error"]["Code"] == "InvalidParameterException"


def test_a_malformed_query_says_where(logs, group):
    with pytest.raises(ClientError) as error:
        ask(logs, "fields @message | stat count(*)", [group])
    answer = error.value.response
    assert answer["Error"]["Code"] == "MalformedQueryException"
    assert "unexpected symbol found stat at line 1 and position 18" in answer["Error"]["Message"]
    assert answer["queryCompileError"]["location"] == {"startCharOffset": 18, "endCharOffset": 22}
    with pytest.raises(ClientError) as error:
        ask(logs, "fields @message", ["/none/there"])
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_query_is_stopped(logs, group):
    """The last of many over many records is stopped before its end; one that is over cannot be."""
    now = int(time.time() * 1000)
    events = [{"timestamp": now, "message": f"{n} " + "word " * 12} for n in range(10_000)]
    logs.put_log_events(logGroupName=group, logStreamName="s", logEvents=events)

    def start():
        query = "parse @message /(?<first>.*) (?<second>.*) word/ | stats count(*) by first, second"
        seconds = now // 1000
        asked = logs.start_query(
            queryString=query, logGroupNames=[group], startTime=seconds - 9, endTime=seconds + 9
        )
        return asked["queryId"]

    asked = [start() for _ in range(6)]
    assert logs.stop_query(queryId=asked[-1])["success"] is True
    assert logs.get_query_results(queryId=asked[-1])["status"] == "Cancelled"
    for query in asked[:-1]:
        until(lambda: logs.get_query_results(queryId=query)["status"] in OVER, 60, "the end of a query")
    with pytest.raises(ClientError) as error:
        logs.stop_query(queryId=asked[0])
    assert error.value.response["Error"]["Code"] == "InvalidParameterException"


def test_what_lambda_reports_is_discovered(lam, logs):
    with deployed(lam, packages.toolbox()) as name:
        done = [invoke(lam, name, {"word": word}) for word in ("one", "two")]
        for answer in done:
            shown(logs, name, f"REPORT RequestId: {answer.request_id}")
        query = (
            "filter @type = 'REPORT' | stats count(*) as n, max(@memorySize / 1000 / 1000) as mb, "
            "min(@billedDuration) as least, count(@initDuration) as cold"
        )
        _, found = ask(logs, query, [f"/aws/lambda/{name}"])
        [row] = rows(found)
        memory = lam.get_function_configuration(FunctionName=name)["MemorySize"]
        assert (row["n"], row["cold"], row["mb"]) == ("2", "1", str(memory)) and float(row["least"]) >= 1
        _, found = ask(logs, f"filter @requestId = '{done[0].request_id}' | stats count(*) as n", [f"/aws/lambda/{name}"])
        assert int(rows(found)[0]["n"]) >= 3


def test_definitions(logs):
    name = name_of("definition")
    known = logs.put_query_definition(name=name, queryString="limit 1")["queryDefinitionId"]
    logs.put_query_definition(name=name, queryDefinitionId=known, queryString="limit 2", logGroupNames=["/a"])
    found = logs.describe_query_definitions(queryDefinitionNamePrefix=name)["queryDefinitions"]
    assert [(d["queryDefinitionId"], d["queryString"], d["logGroupNames"]) for d in found] == [
        (known, "limit 2", ["/a"])
    ]
    assert logs.delete_query_definition(queryDefinitionId=known)["success"] is True
    with pytest.raises(ClientError) as error:
        logs.delete_query_definition(queryDefinitionId=known)
    assert error.value.response["Error"]["Code"] == "ResourceNotFoundException"
