"""A function's log through boto3."""

from botocore.exceptions import ClientError

from .wait import until


def messages(logs, name, **more):
    """Every event of a function's log group, in order."""
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=f"/aws/lambda/{name}", **more)
    return [event["message"] for page in pages for event in page["events"]]


def shown(logs, name, text, **more):
    """Waits until a text is in the log; logs are written in batches."""

    def there():
        try:
            return any(text in message for message in messages(logs, name, **more))
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ResourceNotFoundException"
            return False

    until(there, 10, f"{text!r} in the log of {name}")


def first_line(logs, name):
    """The INIT_START line of a function's first environment."""
    shown(logs, name, "INIT_START")
    return next(message for message in messages(logs, name) if message.startswith("INIT_START"))
