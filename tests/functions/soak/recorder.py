"""An asynchronous function that writes down how its events ended: in a log group, through the server's own API, signed with the
key in its variables. It also takes the records of what became of other functions' events."""

import datetime
import hashlib
import hmac
import json
import os
import time
import urllib.request

GROUP, STREAM = "/soak", "ended"


def handler(event, context):
    """Fails before the time `not_before` and always where `fail` is said."""
    if "requestContext" in event:
        record(event["requestContext"]["requestId"], event["requestContext"]["condition"])
        return
    if event.get("fail") == "exit":
        os._exit(3)
    if event.get("fail") == "sleep":
        time.sleep(60)
    if event.get("fail") or time.time() < event.get("not_before", 0):
        raise ValueError("as asked")
    record(context.aws_request_id, "Success")


def record(request_id, how):
    """Returns when it is kept."""
    entry = {"timestamp": int(time.time() * 1000), "message": json.dumps([request_id, how])}
    body = json.dumps({"logGroupName": GROUP, "logStreamName": STREAM, "logEvents": [entry]}).encode()
    url = os.environ["AWS_ENDPOINT_URL"]
    request = urllib.request.Request(url, body, signed(url.split("://")[1].rstrip("/"), body))
    with urllib.request.urlopen(request, timeout=20) as answer:
        answer.read()


def signed(host, body):
    """The headers of a PutLogEvents."""
    stamp = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    scope = f"{stamp[:8]}/{os.environ['AWS_REGION']}/logs/aws4_request"
    headers = {
        "content-type": "application/x-amz-json-1.1",
        "host": host,
        "x-amz-date": stamp,
        "x-amz-target": "Logs_20140328.PutLogEvents",
    }
    names = ";".join(headers)
    lines = [f"{name}:{value}" for name, value in headers.items()]
    canonical = "\n".join(["POST", "/", "", *lines, "", names, hashlib.sha256(body).hexdigest()])
    text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = ("AWS4" + os.environ["ROOT_SECRET"]).encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    credential = f"{os.environ['ROOT_KEY']}/{scope}"
    given = f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}"
    return headers | {"authorization": given}
