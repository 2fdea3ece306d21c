"""Runs a Python function: fetches events from the Runtime API, calls the handler, posts what it returns.

Behaves as AWS's runtime interface client does, on the interpreter's standard library alone (Python 3.8 to 3.14).
Start-up time is a feature: this file holds only what a good invocation needs. The C module `_json`
is used directly; errors (`tenfold_faults`), `logging` (`tenfold_logs`) and uncommon JSON (`tenfold_json`) are loaded
when first needed. It never runs two invocations at once, never listens, and never outlives
its connection to the Runtime API.
"""

import os
import sys
import time

import tenfold_http
import tenfold_late

# Python 3.12 and later runtimes answer in UTF-8; the earlier ones escape everything beyond ASCII.
UTF8_RUNTIMES = ["AWS_Lambda_python3.%d" % minor for minor in range(12, 20)]
LOADED_ON_AWS = frozenset(
    "codecs collections contextlib copyreg decimal enum functools importlib json keyword linecache logging math "
    "numbers operator re reprlib stat string textwrap threading token tokenize traceback types warnings weakref".split()
)
PLAIN = frozenset((str, int, float, bool, type(None)))


class Fault(Exception):
    """An error of the function's packaging or data, with the error type that the platform documents."""

    def __init__(self, kind, message, trace=None):
        Exception.__init__(self, message)
        self.kind = kind
        self.message = message
        self.trace = trace


class Settings:
    """What the environment says of the runtime's own ways."""

    json_logs = False
    ascii_only = True
    log_level = ""

    @classmethod
    def read(cls):
        env = os.environ.get
        cls.json_logs = env("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"
        cls.ascii_only = env("AWS_EXECUTION_ENV") not in UTF8_RUNTIMES
        cls.log_level = env("AWS_LAMBDA_LOG_LEVEL", "").upper().replace("TRACE", "DEBUG")


class Current:
    """The invocation that is running, for log records."""

    request_id = None
    tenant_id = None


class CognitoIdentity(object):
    __slots__ = ["cognito_identity_id", "cognito_identity_pool_id"]

    def __repr__(self):
        return "CognitoIdentity([cognito_identity_id=%s,cognito_identity_pool_id=%s])" % (
            self.cognito_identity_id,
            self.cognito_identity_pool_id,
        )


class LambdaContext(object):
    """The handler's second argument; `headers` are those of the Runtime API's answer, names in lower case."""

    def __init__(self, headers, sink):
        env = os.environ.get
        get = headers.get
        self.aws_request_id = get("lambda-runtime-aws-request-id")
        self.log_group_name = env("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = env("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = env("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = env("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = get("lambda-runtime-invoked-function-arn")
        self.tenant_id = get("lambda-runtime-aws-tenant-id")
        self.client_context = None
        self.identity = CognitoIdentity()
        self.identity.cognito_identity_id = self.identity.cognito_identity_pool_id = None
        self._w3c_fields = {}
        self._epoch_deadline_time_in_ms = int(get("lambda-runtime-deadline-ms") or 0)
        self._sink = sink
        client, identity = get("lambda-runtime-client-context"), get("lambda-runtime-cognito-identity")
        if client or identity:
            import tenfold_context

            tenfold_context.attach(self, client, identity)

    def get_remaining_time_in_millis(self):
        return max(0, self._epoch_deadline_time_in_ms - int(time.time() * 1000))

    def w3c(self):
        """The W3C trace context that came with the client context."""
        return dict(self._w3c_fields)

    def log(self, msg):
        self._sink.log(str(msg))

    def __repr__(self):
        names = "aws_request_id log_group_name log_stream_name function_name memory_limit_in_mb function_version"
        names += " invoked_function_arn client_context identity tenant_id"
        return "LambdaContext([%s])" % ",".join("%s=%s" % (name, getattr(self, name)) for name in names.split())


class Sink:
    """Where log records go: frames on the telemetry descriptor if there is one, else standard output.

    A frame is type (4 bytes), length (4), microseconds since the epoch (8), all big-endian, then the message: so a
    record of several lines stays one record. The type's low bits are the format (text 3, JSON 2) and the level.
    """

    def __init__(self, descriptor):
        self.descriptor = descriptor

    def log(self, message, frame_type=0xA55A0003):
        if self.descriptor is None:
            sys.stdout.write(message)
            return
        data = message.encode("utf-8", "backslashreplace")
        micros = time.time_ns() // 1000
        rest = frame_type.to_bytes(4, "big") + len(data).to_bytes(4, "big") + micros.to_bytes(8, "big") + data
        while rest:
            rest = rest[os.write(self.descriptor, rest) :]


class StandardFirst:
    """Finds what the official client has loaded before the function's code in the standard library, as if it were here.

    So a stray `json.py` or an outdated `enum` among a function's files stays without effect, as on AWS. And `logging`
    gets its root logger set up at the moment that it is first imported.
    """

    def __init__(self, path, sink):
        self.path = path
        self.sink = sink

    def find_spec(self, name, path=None, target=None):
        if name not in LOADED_ON_AWS:
            return None
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            spec = find(name, self.path, target) if find and finder is not self else None
            if spec is not None:
                if name == "logging" and spec.loader is not None:
                    import tenfold_logs

                    spec.loader = tenfold_logs.Loader(spec, self.sink)
                return spec
        return None


def make_decoder():
    """`loads` on the C scanner; what the scanner refuses goes to `json`, for its error text."""

    def slow(data):
        import tenfold_json

        return tenfold_json.loads(data)

    try:
        from _json import make_scanner
    except ImportError:
        return slow

    class Settings:
        strict = True
        object_hook = object_pairs_hook = None
        parse_float = float
        parse_int = int
        parse_constant = {}.__getitem__  # NaN and the infinities are not JSON
        memo = {}

    scan = make_scanner(Settings)

    def loads(data):
        try:
            text = data if isinstance(data, str) else str(data, "utf-8")
            start = 0 if text[:1] in ("{", '"', "[") else len(text) - len(text.lstrip(" \t\n\r"))
            value, end = scan(text, start)
            if end == len(text) or not text[end:].strip(" \t\n\r"):
                return value
        except Exception:
            # Of any kind: without `json.decoder` loaded, the scanner even fails to say what is wrong.
            pass
        return slow(data)

    return loads


def make_encoder():
    """`dumps(value, ascii_only)` on the C encoder for plain data; the rest is spelled by `tenfold_json`."""
    try:
        from _json import encode_basestring, encode_basestring_ascii, make_encoder as make
    except ImportError:
        from json.encoder import encode_basestring, encode_basestring_ascii

        make = None

    def not_serializable(value):
        raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)

    def dumps(value, ascii_only=True):
        string = encode_basestring_ascii if ascii_only else encode_basestring
        if type(value) is str:
            return string(value)
        if make is None or is_special(value):
            import tenfold_json

            return tenfold_json.dumps(value, string, not_serializable)
        return "".join(make({}, not_serializable, string, None, ": ", ", ", False, False, True)(value, 0))

    return dumps


def is_special(value, depth=0):
    """Whether `value` holds what the C encoder does not spell as AWS does: Decimal, bytes, named tuples."""
    if isinstance(value, dict):
        if bytes in map(type, value):
            return True
        members = value.values()
    elif isinstance(value, (list, tuple)):
        if hasattr(value, "_asdict"):
            return True
        members = value
    else:
        return isinstance(value, bytes) or type(value).__name__ == "Decimal"
    # Beyond this depth the encoder's own limit, or its check for circles, answers.
    if depth > 200 or PLAIN.issuperset(map(type, members)):
        return False
    return any(type(member) not in PLAIN and is_special(member, depth + 1) for member in members)


def import_module(name):
    """`importlib.import_module`, without what loading the package `importlib` costs."""
    load = getattr(sys.modules.get("_frozen_importlib"), "_gcd_import", None)
    if load is None:
        from importlib import import_module as load
    return load(name)


def find_handler(name):
    """The function that `_HANDLER` names: `mod.fn`, `dir/mod.fn` or `pkg.mod.fn`."""
    module_name, dot, function = name.rpartition(".")
    if not dot:
        message = "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % name
        raise Fault("Runtime.MalformedHandlerName", message)
    if module_name.split(".")[0] in sys.builtin_module_names:
        message = "Cannot use built-in module %s as a handler module" % module_name
        raise Fault("Runtime.BuiltInModuleConflict", message)
    try:
        module = import_module(module_name.replace("/", "."))
    except ImportError as error:
        message = "Unable to import module '%s': %s" % (module_name, error)
        raise Fault("Runtime.ImportModuleError", message)
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Fault("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module_name, error), trace)
    try:
        return getattr(module, function)
    except AttributeError:
        raise Fault("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (function, module_name))


def call(handler, sink, headers, body):
    """Runs one invocation. Returns the response's body and content type; raises what the handler raises."""
    context = LambdaContext(headers, sink)
    event = body
    if headers.get("content-type", "application/json") == "application/json":
        try:
            event = loads(body)
        except Exception as error:
            raise Fault("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
    result = handler(event, context)
    if isinstance(result, bytes):
        return result, "application/unknown"
    try:
        return dumps(result, Settings.ascii_only).encode("utf-8"), "application/json"
    except Exception as error:
        raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)


def serve(handler, api, sink):
    """The loop. A response asks for the next event as well, where the Runtime API knows of that.

    Not where the function has a wrapper: that may have put something between us and the Runtime API, to which a response and
    the next event are two requests.
    """
    stdout, stderr = sys.stdout, sys.stderr
    ask = "" if os.environ.get("AWS_LAMBDA_EXEC_WRAPPER") else "Tenfold-Runtime-Then: next\r\n"
    api.send(api.next)
    answer = None
    while True:
        status, headers, body = answer or api.receive()
        answer = None
        if status != 200:
            raise EOFError("the Runtime API answered %d to the request for an event" % status)
        request_id = Current.request_id = headers.get("lambda-runtime-aws-request-id", "")
        Current.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
        trace_id = headers.get("lambda-runtime-trace-id")
        if trace_id:
            os.environ["_X_AMZN_TRACE_ID"] = trace_id
        else:
            os.environ.pop("_X_AMZN_TRACE_ID", None)
        path = "invocation/%s/" % request_id
        try:
            result, content_type = call(handler, sink, headers, body)
            path += "response"
            extra = "Content-Type: %s\r\n%s" % (content_type, ask)
            then = b"" if ask else api.next
        except Exception:
            import tenfold_faults

            result, extra = tenfold_faults.invocation(sys.exc_info(), request_id, sink)
            path += "error"
            then = api.next
        if "lambda-runtime-invocation-id" in headers:
            extra += "Lambda-Runtime-Invocation-Id: %s\r\n" % headers["lambda-runtime-invocation-id"]
        headers = body = None
        for stream in (stdout, stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                pass  # the function closed it, or nobody reads it any more
        api.post(path, extra, result, then)
        result = None
        answer = acknowledge(api, then)


def acknowledge(api, then):
    """Reads the answer to a posted result; a refused one is reported, and the loop goes on.

    Returns it where it is the next event, and otherwise sees to it that the next event has been asked for.
    """
    status, headers, _ = answer = api.receive()
    if "lambda-runtime-aws-request-id" in headers:
        return answer
    if status >= 300:
        sys.stderr.write("LAMBDA_RUNTIME Failed to post handler result. Http response code: %d.\n" % status)
    if api.closing or not then:
        api.send(api.next)
    return None


def set_up_paths():
    """`/var/task` first, then the layers, as on AWS; a PYTHONPATH of the function's own replaces the layers.

    Returns the path as it was.
    """
    standard = sys.path[:]
    root = os.environ.get("LAMBDA_TASK_ROOT", "/var/task")
    layers = ["/opt/python/lib/python%d.%d/site-packages" % sys.version_info[:2], "/opt/python"]
    if os.environ.get("PYTHONPATH", "/var/runtime") != "/var/runtime":
        layers = []
    sys.path[:0] = [root] + layers
    for directory in [root] + layers:
        try:
            names = os.listdir(directory)
        except OSError:
            continue
        if any(name.endswith(".pth") for name in names):
            import site

            site.addsitedir(directory)
    return standard


def use_bytecode():
    """Where the platform has compiled the modules of this package or its layers, imports use that."""
    for directory in ("/var/lang/bytecode/task", "/var/lang/bytecode/opt"):
        try:
            if not os.listdir(directory):
                continue
        except OSError:
            continue
        import tenfold_bytecode

        tenfold_bytecode.use()
        return


def rehearse():
    """Does once what the first invocation will do."""
    import tenfold_rehearsal

    # Not to be found among the modules of a function.
    sys.modules.pop("tenfold_rehearsal", None)
    tenfold_rehearsal.rehearse(sys.modules[__name__], tenfold_http, loads)


def forget_coercion():
    """Unsets the LC_CTYPE that the interpreter set itself, where the host has no en_US.UTF-8; on AWS there is none."""
    if os.environ.get("LC_CTYPE") == "C.UTF-8":
        with open("/proc/self/environ", "rb") as given:
            if b"\0LC_CTYPE=" not in b"\0" + given.read():
                del os.environ["LC_CTYPE"]


def main():
    for stream in (sys.stdout, sys.stderr):
        # One write per line, in UTF-8 whatever the locale of the sandbox.
        stream.reconfigure(encoding="utf-8", line_buffering=True)
    connected = tenfold_late.wait(loads, rehearse)
    forget_coercion()
    Settings.read()
    standard = set_up_paths()
    use_bytecode()
    descriptor = os.environ.pop("_LAMBDA_TELEMETRY_LOG_FD", None)
    sink = Sink(None if descriptor is None else int(descriptor))
    sys.meta_path.insert(0, StandardFirst(standard, sink))
    if "logging" in sys.modules:
        import tenfold_logs

        tenfold_logs.set_up(sys.modules["logging"], sink)
    api = tenfold_http.RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"], connected)
    try:
        try:
            handler = find_handler(os.environ["_HANDLER"])
        except Exception:
            import tenfold_faults

            tenfold_faults.initialization(sys.exc_info(), api, sink)
            sys.exit(1)
        if os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start":
            import tenfold_snapstart

            tenfold_snapstart.snapshot_and_restore(api, sink, loads)
        serve(handler, api, sink)
    except (EOFError, ConnectionError):
        sys.exit(1)


loads = make_decoder()
dumps = make_encoder()
