"""Traces itself: with the X-Ray SDK, or with Powertools."""

import os
import time

os.environ.setdefault("POWERTOOLS_SERVICE_NAME", "payments")

import botocore.session
from aws_lambda_powertools import Tracer
from aws_xray_sdk.core import patch, xray_recorder

patch(("botocore",))
tracer = Tracer(auto_patch=False)
NAMES = ("_X_AMZN_TRACE_ID", "AWS_XRAY_DAEMON_ADDRESS", "AWS_XRAY_CONTEXT_MISSING")


def sdk(event, context):
    with xray_recorder.in_subsegment("## work") as subsegment:
        subsegment.put_annotation("game", "chess")
        subsegment.put_metadata("moves", [1, 2, 3])
        with xray_recorder.in_subsegment("### inner"):
            time.sleep(0.01)
    if event.get("call"):
        client = botocore.session.get_session().create_client("sts")
        client.get_caller_identity()
    if event.get("flood"):
        emitter = xray_recorder.emitter
        for _ in range(event["flood"]):
            emitter._send_data("x" * 1000)
    if event.get("fail"):
        raise ValueError("no luck")
    return {name: os.environ.get(name) for name in NAMES}


@tracer.capture_lambda_handler
def powertools(event, context):
    tracer.put_annotation(key="order", value=7)
    return paid()


@tracer.capture_method
def paid():
    return "paid"
