"""What an interpreter that waits for its function does ahead: all that a first invocation will do, with a function of ours.

What is done for the first time costs most: the interpreter adapts its code, memory is asked for, and where the process
is a copy, each page that it writes to for the first time is a fault. None of it is left to be seen: modules, paths,
variables and the like are afterwards what they were. Nothing of a function can be here: there is none yet.
"""

import os
import sys

# Of a function's environment, about as much as there is.
ENVIRONMENT = {"AWS_LAMBDA_REHEARSAL_%d" % n: "x" * (40 if n < 24 else 400) for n in range(28)}
EVENT = b'{"one": "two", "three": [4, 5.5, true, null], "six": {"seven": "eight"}}'
SOURCE = "def handler(event, context):\n    return {'one': event['one'], 'three': event['three'], 'n': 1 + 1}\n"
# A module of ours that few functions load.
MODULE = "snapshot_restore_py"
HEADERS = (
    "content-type: application/json\r\nlambda-runtime-aws-request-id: 00000000-0000-0000-0000-000000000000\r\n"
    "lambda-runtime-deadline-ms: 1700000000000\r\n"
    "lambda-runtime-invoked-function-arn: arn:aws:lambda:us-east-1:000000000000:function:rehearsal\r\n"
    "lambda-runtime-trace-id: Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0\r\n"
)
ANSWER = ("HTTP/1.1 200 OK\r\n%scontent-length: %d\r\n\r\n" % (HEADERS, len(EVENT))).encode() + EVENT


class Socket:
    """The Runtime API's side of one invocation, and then its end."""

    def __init__(self):
        self.answers = [ANSWER]

    def sendall(self, data):
        pass

    def recv(self, size):
        return self.answers.pop(0) if self.answers else b""

    def close(self):
        pass


def rehearse(runtime, http, loads):
    """Goes through `runtime`, the module of that name, as one invocation does. Never fails."""
    path, finders, cache = sys.path[:], sys.meta_path[:], dict(sys.path_importer_cache)
    variables, modules = dict(os.environ), set(sys.modules)
    try:
        go_through(runtime, http, loads)
    except Exception:
        # It is then as it would be without: slower.
        pass
    runtime.Current.request_id = runtime.Current.tenant_id = None
    for name in set(sys.modules) - modules:
        del sys.modules[name]
    sys.path[:], sys.meta_path[:] = path, finders
    for name in set(sys.path_importer_cache) - set(cache):
        del sys.path_importer_cache[name]
    os.environ.clear()
    os.environ.update(variables)


def go_through(runtime, http, loads):
    message = runtime.dumps({"environment": ENVIRONMENT})
    os.environ.update(loads(message.encode())["environment"])
    runtime.Settings.read()
    standard = runtime.set_up_paths()
    runtime.use_bytecode()
    sink = runtime.Sink(None)
    sys.meta_path.insert(0, runtime.StandardFirst(standard, sink))
    runtime.import_module(MODULE)
    try:
        # Where functions are, there is nothing yet.
        runtime.find_handler("tenfold_nothing.handler")
    except runtime.Fault:
        pass
    module = {"__name__": "rehearsal", "__builtins__": __builtins__}
    exec(compile(SOURCE, "/var/task/rehearsal.py", "exec", dont_inherit=True), module)
    api = http.RuntimeApi("127.0.0.1:1", Socket())
    try:
        runtime.serve(module["handler"], api, sink)
    except EOFError:
        pass
