"""Greets whom the event names, and says which Python answered."""

import platform

# Runs once per environment, in the init phase; the handler runs once per invocation.
invocations = 0


def handler(event, context):
    global invocations
    invocations += 1
    name = event.get("name", "world")
    print(f"greeting {name}, invocation {invocations} of this environment")
    return {
        "message": f"Hello, {name}!",
        "runtime": f"Python {platform.python_version()}",
        "invocation": invocations,
        "remainingMs": context.get_remaining_time_in_millis(),
    }
