"""What the run has called with success, against what `tests/ledger.json` claims."""

import json
import os

import boto3
import botocore.session
from botocore import xform_name

from .server import REPOSITORY

LEDGER = REPOSITORY / "tests/ledger.json"
RECORD = REPOSITORY / "target/e2e-operations.json"

_answered = set()


def read():
    """Service → operation → what is claimed of it."""
    return json.loads(LEDGER.read_text())


def listen():
    """Hears of every call of boto3's default session, which all clients of the tests have."""
    boto3.setup_default_session()
    boto3.DEFAULT_SESSION.events.register("after-call", _heard)


def _heard(http_response, model, **_):
    if http_response.status_code < 300:
        _answered.add((model.service_model.service_name, model.name))


def heard_of_cli(service, command=None, *_):
    """A call of the AWS CLI that ended well. Its commands of several calls (`wait`, `tail`) are not counted."""
    session = botocore.session.get_session()
    if command is None or service not in session.get_available_services():
        return
    for operation in session.get_service_model(service).operation_names:
        if xform_name(operation, "-") == command:
            _answered.add((service, operation))


def close(whole, update):
    """Writes down what was called, and names what the ledger claims and a whole run did not call.

    With UPDATE_LEDGER set and `update`, the ledger's claims become what was called; a part of the tests only adds to
    them.
    """
    called = {}
    for service, operation in sorted(_answered):
        called.setdefault(service, []).append(operation)
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(called, indent=1) + "\n")
    ledger = read()
    if update and os.environ.get("UPDATE_LEDGER"):
        for service, operations in ledger.items():
            for operation, steps in operations.items():
                shown = operation in called.get(service, []) or (not whole and "e2e" in steps)
                shown = shown and "built" in steps
                operations[operation] = [step for step in steps if step != "e2e"] + ["e2e"] * shown
        LEDGER.write_text(_spell(ledger))
    return [
        f"{service} {operation}"
        for service, operations in ledger.items()
        for operation, steps in operations.items()
        if whole and "e2e" in steps and operation not in called.get(service, [])
    ]


def _spell(ledger):
    """A line an operation."""
    services = []
    for service, operations in ledger.items():
        lines = [f"  {json.dumps(operation)}: {json.dumps(steps)}" for operation, steps in operations.items()]
        services.append(f" {json.dumps(service)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(services) + "\n}\n"
