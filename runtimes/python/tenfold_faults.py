"""What the platform is told when the function fails: the error result, its log record, the XRay cause."""

import os
import time
import traceback

from tenfold_runtime import Fault, Settings, dumps

HERE = os.path.dirname(os.path.abspath(__file__))
ERROR_TYPE_HEADER = "Lambda-Runtime-Function-Error-Type"
XRAY_CAUSE_HEADER = "Lambda-Runtime-Function-XRay-Error-Cause"
# HTTP servers bound the size of a head, so the cause gets no longer than a few of these: characters of the message,
# frames of the stack (the innermost ones).
MAX_CAUSE_MESSAGE = 4096
MAX_CAUSE_FRAMES = 50
# A cause that is longer all the same (bytes) is left out.
MAX_CAUSE = 64 * 1024
NO_BREAK_SPACE = "\u00a0"
# The platform's own words, which log searches look for.
UNHANDLED = (
    "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code. However, in rare "
    "cases, a Lambda runtime update can cause unexpected function behavior. For functions using managed runtimes, "
    "runtime updates can be triggered by a function change, or can be applied automatically. To determine if the "
    "runtime has been updated, check the runtime version in the INIT_START log entry. If this error correlates with a "
    "change in the runtime version, you may be able to mitigate this error by temporarily rolling back to the previous "
    "runtime version. For more information, see "
    "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html\r"
)


def describe(exc_info, request_id):
    """The error result and the frames of its stack, without the runtime's own."""
    kind, error, trace = exc_info
    if isinstance(error, Fault):
        return make_result(error.message, error.kind, request_id, error.trace), []
    frames = traceback.extract_tb(trace)
    for index, frame in enumerate(frames):
        if os.path.dirname(frame.filename) != HERE:
            frames = frames[index:]
            break
    if frames[0].name == "_gcd_import":
        frames.insert(0, import_frame())
    # As plain tuples: the positions inside a line (3.11 and later) must not print as markers below it.
    frames = [(frame.filename, frame.lineno, frame.name, frame.line) for frame in frames]
    return make_result(text_of(error), kind.__name__, request_id, traceback.format_list(frames)), frames


def import_frame():
    """The frame of `importlib.import_module`, which stacks have on AWS, and which `tenfold_runtime` goes around."""
    import importlib
    import linecache

    code = importlib.import_module.__code__
    line = code.co_firstlineno
    source = linecache.getlines(code.co_filename)
    for number, text in enumerate(source[line - 1 :], line):
        if "return _bootstrap._gcd_import(" in text:
            line = number
            break
    return traceback.FrameSummary(code.co_filename, line, code.co_name)


def text_of(error):
    try:
        return str(error)
    except Exception:
        return "<unprintable %s object>" % type(error).__name__


def make_result(message, kind, request_id, stack):
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": stack or []}


def xray_cause(result, frames, is_fault):
    frames = frames[-MAX_CAUSE_FRAMES:]
    exception = {
        "message": result["errorMessage"][:MAX_CAUSE_MESSAGE],
        "type": "LambdaValidationError" if is_fault else result["errorType"],
        "stack": [{"label": name, "path": path, "line": line} for path, line, name, _ in frames],
    }
    paths = sorted({path for path, _, _, _ in frames})
    return dumps({"working_directory": os.getcwd(), "exceptions": [exception], "paths": paths})


def log(result, sink):
    """Logs an error result, as one record."""
    if Settings.json_logs:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        lines = [dumps(dict({"timestamp": stamp, "level": "ERROR"}, **result), Settings.ascii_only)]
    else:
        lines = text_lines(result)
    if sink.descriptor is None:
        sink.log("\r".join(lines) + "\n")
    else:
        sink.log("\n".join(lines), 0xA55A0016 if Settings.json_logs else 0xA55A0017)


def text_lines(result):
    kind, message = result["errorType"], result["errorMessage"]
    first = "[ERROR]" + (" " + kind if kind else "")
    if message:
        first += (": " if kind else " ") + message
    lines = [first, "Traceback (most recent call last):"]
    for element in result["stackTrace"]:
        for line in element.splitlines() or [""]:
            text = line.lstrip(" ")
            lines.append(NO_BREAK_SPACE * (len(line) - len(text)) + text)
    return lines


def header(name, value):
    """A header line, or nothing if `value` cannot be one."""
    value = value.encode("ascii", "replace").decode()
    return "%s: %s\r\n" % (name, value) if value.isprintable() else ""


def invocation(exc_info, request_id, sink):
    """Logs a failed invocation; the body and the extra header lines to post for it."""
    result, frames = describe(exc_info, request_id)
    log(result, sink)
    cause = xray_cause(result, frames, isinstance(exc_info[1], Fault))
    extra = "Content-Type: application/json\r\n" + header(ERROR_TYPE_HEADER, result["errorType"])
    if len(cause) < MAX_CAUSE:
        extra += header(XRAY_CAUSE_HEADER, cause)
    return encode(result), extra


def initialization(exc_info, api, sink, kind=None, path="init/error"):
    """Logs and posts a failed initialization."""
    import logging

    result, _ = describe(exc_info, "")
    if kind is None:
        logging.warning(UNHANDLED)
    log(result, sink)
    headers = "Content-Type: application/json\r\n" + header(ERROR_TYPE_HEADER, kind or result["errorType"])
    api.post(path, headers, encode(result))
    api.receive()


def encode(result):
    return dumps(result, Settings.ascii_only).encode("utf-8", "backslashreplace")
