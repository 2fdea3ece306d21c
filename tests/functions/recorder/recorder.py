"""Writes down what it was invoked with, outside of its environment and before it answers: in a log group through the
server's own API, which lets it with --dev."""

import json
import os
import time
import urllib.error
import urllib.request

GROUP, STREAM = "/recorded", "all"


def handler(event, context):
    """Takes `seconds` of time and fails where the event says `fail`."""
    if isinstance(event, dict):
        time.sleep(event.get("seconds", 0))
    record({"function": context.function_name, "id": context.aws_request_id, "event": event})
    if isinstance(event, dict) and event.get("fail"):
        raise ValueError("as asked")
    return {"recorded": context.aws_request_id}


def record(what):
    """Returns when it is kept; a disk may be full for a while."""
    entry = {"timestamp": int(time.time() * 1000), "message": json.dumps(what)}
    body = {"logGroupName": GROUP, "logStreamName": STREAM, "logEvents": [entry]}
    scope = "20260101/us-east-1/logs/aws4_request"
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": "Logs_20140328.PutLogEvents",
        "X-Amz-Date": "20260101T000000Z",
        "Authorization": f"AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature={'0' * 64}",
    }
    request = urllib.request.Request(os.environ["AWS_ENDPOINT_URL"], json.dumps(body).encode(), headers)
    while True:
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code < 500:
                raise
        time.sleep(0.1)
