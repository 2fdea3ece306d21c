"""A function with the watcher in it, as an internal extension."""

import json
import sys
import threading

import watcher

print("before the subscription")
threading.Thread(target=watcher.start("inside", ["INVOKE"]), daemon=True).start()


def handler(event, context):
    """Prints the event's lines, and answers with all that was watched so far."""
    for line in event.get("lines", []):
        print(line if isinstance(line, str) else json.dumps(line))
    sys.stdout.flush()
    return {"events": watcher.EVENTS, "answers": watcher.ANSWERS}
