"""Makes what two Python clients did comparable. Every step names its reason; nothing else may differ."""

import json
import re

ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
# Transport: each client has its own HTTP library, with its own idea of these.
TRANSPORT = {"host", "user-agent", "accept", "accept-encoding", "content-length", "connection", "expect", "transfer-encoding"}
# The official native library announces on standard output that our scripted server has gone away.
NATIVE_NOTE = re.compile(r"\[ERROR\] \[\d+\] LAMBDA_RUNTIME .*\n")


def comparable(seen, case, ours):
    """A plain value that is equal for two clients that behave the same."""
    return {
        "requests": [request(r, ours) for r in seen.requests],
        "stdout": without_times(NATIVE_NOTE.sub("", seen.stdout)),
        "stderr": without_times(seen.stderr) if case.stderr else None,
        "frames": [(hex(kind), without_times(text)) for kind, text in seen.frames],
        "status": seen.status,
    }


def without_times(text):
    """Two runs never happen at the same time."""
    return ISO_TIME.sub("<time>", text)


def request(sent, ours):
    headers = {name: value for name, value in sent.headers.items() if name not in TRANSPORT}
    if sent.path.endswith("/error"):
        # Ours says that its error bodies are JSON; the official one says so only for invocations.
        headers.pop("content-type", None)
    if "/invocation/" in sent.path and sent.path.endswith("/error"):
        # Ours sends the documented error type header, which the official native library leaves out.
        kind = headers.pop("lambda-runtime-function-error-type", None)
        if ours:
            assert kind == json.loads(sent.body)["errorType"].encode("ascii", "replace").decode()
    cause = headers.pop("lambda-runtime-function-xray-error-cause", None)
    if cause:
        headers["xray"] = xray(json.loads(cause))
    return sent.method, sent.path, headers, sent.body


def xray(cause):
    # The official client lists them in the order of a set of strings, which Python shuffles at every start.
    cause["paths"].sort()
    for exception in cause["exceptions"]:
        # Ours leaves a cause out that is too long for a header; see the case `raises_huge`.
        exception["message"] = exception["message"][:1000]
    return cause
