"""Makes what two Node.js clients did comparable. Every step names its reason; nothing else may differ."""

import base64
import json
import re

import clients

ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")
# Transport: each client has its own HTTP library, with its own idea of these.
TRANSPORT = {"host", "user-agent", "accept", "content-length", "connection", "expect", "transfer-encoding"}
# Ours asks for the next event with the response.
TRANSPORT |= {"tenfold-runtime-then"}
# The official native library announces on standard output that our scripted server has gone away.
NATIVE_NOTE = re.compile(r"\[ERROR\] \[\d+\] LAMBDA_RUNTIME .*\n")
# Where the two runtimes' own code comes from.
OURS = str(clients.RUNTIMES / "nodejs") + "/"
OFFICIAL = str(clients.NODE_MODULES) + "/aws-lambda-ric"
CLASSIC_START = str(clients.HERE / "official-classic.mjs")
RUNTIME_PATHS = "|".join(map(re.escape, (OURS, OFFICIAL, CLASSIC_START)))
RUNTIME_FILE = re.compile(r"(?:file://)?(?:%s)[^\s:)\"',\\]*" % RUNTIME_PATHS)
# A frame of the runtime, or of the parts of Node between it and the function: ours is loaded another way.
OWN_FRAME = re.compile(r"^\s+at (?:.*(?:<runtime>|\bnode:)[^\s)]*\)?|.*\(<anonymous>\)(?=$))")
PROCESS_ID = re.compile(r"\(node:\d+\)")
# Ours cuts very long messages for the XRay header.
CAUSE_MESSAGE = 4096


def comparable(seen, case, generation, ours):
    """A plain value that is equal for two clients that behave the same."""
    return {
        "requests": [request(r, ours) for r in seen.requests],
        "stdout": [line(l) for l in NATIVE_NOTE.sub("", seen.stdout).split("\n")],
        "stderr": text(seen.stderr) if case.stderr else None,
        "frames": [(hex(kind), line(message)) for kind, message in seen.frames],
        "status": seen.status,
    }


def text(value):
    """One string: times, process ids and the runtime's own file names and frames taken out."""
    # Two runs never happen at the same time, nor in the same process.
    value = PROCESS_ID.sub("(node:<pid>)", ISO_TIME.sub("<time>", value))
    value = RUNTIME_FILE.sub("<runtime>", value)
    # Frames inside a longer text are set apart by line ends of any kind; what follows a frame on its line (a bracket of
    # the value that was inspected) stays.
    parts = re.split(r"([\r\n]+)", value)
    kept = []
    for separator, part in zip([""] + parts[1::2], parts[0::2]):
        frame = OWN_FRAME.match(part)
        kept.append(part[frame.end() :] if frame else separator + part)
    return "".join(kept)


def line(value):
    """One log line: JSON in it (a JSON record, or an error's description after the last tab) by its fields."""
    for at in [0] + [i + 1 for i, c in enumerate(value) if c == "\t"]:
        if value[at : at + 1] == "{":
            try:
                return [text(value[:at]), fields(json.loads(value[at:]))]
            except ValueError:
                pass
    return text(value)


def fields(value):
    if isinstance(value, dict):
        return {key: fields(member) for key, member in value.items()}
    if isinstance(value, list):
        return [fields(member) for member in value if not is_own_frame(member)]
    return text(value) if isinstance(value, str) else value


def is_own_frame(value):
    return isinstance(value, str) and bool(OWN_FRAME.match(RUNTIME_FILE.sub("<runtime>", value)))


def request(sent, ours):
    headers = {name: value for name, value in sent.headers.items() if name not in TRANSPORT}
    body = sent.body
    if sent.path.endswith("/error"):
        body = fields(json.loads(body))
        if "/invocation/" in sent.path:
            # Ours sends the documented error type header, which the official native library leaves out.
            kind = headers.pop("lambda-runtime-function-error-type", None)
            if ours and kind is not None:
                assert kind == json.loads(sent.body)["errorType"]
    cause = headers.pop("lambda-runtime-function-xray-error-cause", None)
    if cause:
        headers["xray"] = xray(json.loads(cause))
    trailers = dict(sent.trailers)
    if "lambda-runtime-function-error-body" in trailers:
        described = base64.b64decode(trailers["lambda-runtime-function-error-body"])
        trailers["lambda-runtime-function-error-body"] = fields(json.loads(described))
    return sent.method, sent.path, headers, body, trailers


def xray(cause):
    for exception in cause["exceptions"]:
        if "message" in exception:
            exception["message"] = text(exception["message"][:CAUSE_MESSAGE])
        exception["stack"] = [frame for frame in exception["stack"] if is_of_function(frame["path"])]
    cause["paths"] = [path for path in cause["paths"] if is_of_function(path)]
    return cause


def is_of_function(path):
    """Not of a runtime or of Node; the paths of ES modules are cut at their first colon, so they are all "file"."""
    return path not in ("node", "file") and not path.startswith((OURS, OFFICIAL, CLASSIC_START, "<anonymous>"))
