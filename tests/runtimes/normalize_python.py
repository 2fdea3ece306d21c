"""Makes what two Python clients did comparable. Every step names its reason; nothing else may differ."""

import json
import re

import clients

ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
# Transport: each client has its own HTTP library, with its own idea of these.
TRANSPORT = set("host user-agent accept accept-encoding content-length connection expect transfer-encoding".split())
# Ours asks for the next event with the response.
TRANSPORT |= {"tenfold-runtime-then"}
# The official native library announces on standard output that our scripted server has gone away.
NATIVE_NOTE = re.compile(r"\[ERROR\] \[\d+\] LAMBDA_RUNTIME .*\n")
# Ours: the innermost frames of a very deep stack, and the start of a very long message, are enough for the XRay header.
CAUSE_FRAMES, CAUSE_MESSAGE = 50, 4096
# Where the two runtimes' own frames come from.
RUNTIME_FILES = (str(clients.RUNTIMES / "python") + "/", "/site-packages/awslambdaric/")
OWN_FRAME = re.compile(
    r'[ \u00a0]*File "[^"]*(?:%s)[^"]*", line \d+, in \S+(?:[\r\n]+[ \u00a0]{4}.*?)?(?=[\r\n]|$)[\r\n]*'
    % "|".join(map(re.escape, RUNTIME_FILES))
)
DEPTH = re.compile(r"repeated \d+ more times")
BROKEN_EVENT = re.compile(r"(Unable to unmarshal input: )[^\r\n]*? line \d+ column \d+[^\r\n]*")


def comparable(seen, case, ours):
    """A plain value that is equal for two clients that behave the same."""
    return {
        "requests": [request(r, ours) for r in seen.requests],
        "stdout": text(NATIVE_NOTE.sub("", seen.stdout)),
        "stderr": text(seen.stderr) if case.stderr else None,
        "frames": [(hex(kind), text(message)) for kind, message in seen.frames],
        "status": seen.status,
    }


def text(value):
    # Two runs never happen at the same time.
    value = ISO_TIME.sub("<time>", value)
    # A stack shows the runtime's own lines where the function's code is called back from inside it.
    value = OWN_FRAME.sub("", value)
    # How deep a recursion gets depends on how deep the runtime itself is.
    value = DEPTH.sub("repeated N more times", value)
    # A broken event never passes the service; the two clients' JSON parsers say differently what is wrong and where.
    return BROKEN_EVENT.sub(r"\1<detail>", value)


def request(sent, ours):
    headers = {name: value for name, value in sent.headers.items() if name not in TRANSPORT}
    body = sent.body
    if sent.path.endswith("/error"):
        # Ours says that its error bodies are JSON; the official one says so only for invocations.
        headers.pop("content-type", None)
        body = error_body(body)
    if "/invocation/" in sent.path and sent.path.endswith("/error"):
        # Ours sends the documented error type header, which the official native library leaves out.
        kind = headers.pop("lambda-runtime-function-error-type", None)
        if ours:
            assert kind == json.loads(sent.body)["errorType"].encode("ascii", "replace").decode()
    cause = headers.pop("lambda-runtime-function-xray-error-cause", None)
    if cause:
        headers["xray"] = xray(json.loads(cause))
    return sent.method, sent.path, headers, body


def error_body(body):
    """The fields, and whether the text was escaped to ASCII."""
    result = json.loads(body)
    result["stackTrace"] = [text(line) for line in result["stackTrace"] if not OWN_FRAME.match(line)]
    result["errorMessage"] = text(result["errorMessage"])
    return list(result.items()), body.isascii()


def xray(cause):
    for exception in cause["exceptions"]:
        exception["message"] = text(exception["message"][:CAUSE_MESSAGE])
        own = [frame for frame in exception["stack"] if any(name in frame["path"] for name in RUNTIME_FILES)]
        exception["stack"] = [frame for frame in exception["stack"] if frame not in own][-CAUSE_FRAMES:]
    # In the order of a set of strings, which Python shuffles at every start.
    cause["paths"] = sorted(path for path in cause["paths"] if not any(name in path for name in RUNTIME_FILES))
    return cause
