import logging

logging.warning("at import")
print("at import")


def handler(event, context):
    return "started"
