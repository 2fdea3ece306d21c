"""The table for Node.js: every case runs on ours and on aws-lambda-ric, in the generations that it concerns."""

import json

from clients import Case
from runtime_api import Event

JSON = {"AWS_LAMBDA_LOG_FORMAT": "JSON"}
TENANT = {"Lambda-Runtime-Aws-Tenant-Id": "blue"}
CLIENT = json.dumps({"client": {"app_title": "t"}, "Custom": {"a": "é"}, "env": {}})
IDENTITY = json.dumps({"cognitoIdentityId": "id", "cognitoIdentityPoolId": "pool"})
BOTH = {"Lambda-Runtime-Client-Context": CLIENT, "Lambda-Runtime-Cognito-Identity": IDENTITY}


def level(name, **env):
    return dict(AWS_LAMBDA_LOG_LEVEL=name, **env)


def handler(name, *events, **kwargs):
    """A case for a function of handlers.js, with the given event bodies."""
    label = kwargs.pop("label", name)
    bodies = [Event(e) if isinstance(e, (str, bytes)) else e for e in events] or [Event()]
    return Case(label, "handlers." + name, bodies, **kwargs)


def classic(name, *events, **kwargs):
    return handler(name, *events, only="classic", **kwargs)


def logs(name, label=None, **kwargs):
    return Case(label or "log_" + name, "logs." + name, **kwargs)


def streams(name, *events, **kwargs):
    label = kwargs.pop("label", "stream_" + name)
    return Case(label, "streams." + name, list(events) or [Event()], **kwargs)


EVENTS = [
    handler("echo", '{"a": [1, 2.50, null, true, "é\\u20ac"]}', '"text"', "3", "null", " [1]\n", '{"a": 1e400}'),
    handler("counts", "{}", "{}", "{}"),
    handler("echo", "{nope", "{}", label="broken_event"),
    handler("echo", Event('{"chunked": "é"}', chunked=True), "{}", label="chunked_event"),
    handler("echo", Event('{"n": 1}', close=True), Event('{"n": 2}', close=True), '{"n": 3}', label="closing_server"),
    handler("size", json.dumps({"text": "y" * 6_000_000}), '{"text": "z"}', label="large_event"),
    handler("size", json.dumps({"text": "é€😀" * 20_000}, ensure_ascii=False), label="wide_event"),
    handler("big", '{"size": 6000000}', '{"size": 65500}', label="large_result"),
    handler("wide", '{"size": 100000}', label="wide_result"),
]

CONTEXT = [
    handler("contextJson"),
    handler("contextJson", Event(headers=dict(BOTH, **TENANT)), Event(), label="context_with_everything"),
    handler("contextKeys"),
    handler("remainingTime", Event(), Event(time_left=-5000)),
    handler("clientContext", Event(headers=BOTH), Event()),
    handler("clientContext", Event(headers={"Lambda-Runtime-Client-Context": "{x"}), "{}", label="client_broken"),
    handler("clientContext", Event(headers={"Lambda-Runtime-Cognito-Identity": "x"}), "{}", label="identity_broken"),
    handler("traceId", Event(), Event(headers={"Lambda-Runtime-Trace-Id": "Root=2"})),
    handler("invokeStore", Event(headers=TENANT), only="modern"),
    handler("globals"),
    handler("globals", env={"AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA": "1"}, label="globals_off"),
    handler("environment", frames=True, env={"NODE_PATH": "/opt/nodejs/node_modules"}),
]

ERRORS = [
    handler(name)
    for name in (
        "throwsAtOnce throwsDeep throwsOwnClass throwsSubclass throwsWithCause throwsAggregate throwsText throwsNumber "
        "throwsObject throwsLikeError throwsNull throwsUndefined throwsCircular throwsWithoutMessage throwsLines "
        "throwsUnicode throwsWithoutStack throwsFromLibrary throwsSystemError throwsHuge "
        "uncaughtWhileWaiting unhandledRejection unhandledRejectionOfText neverSettles handlesOwnRejections"
    ).split()
] + [
    handler("throws", '{"k": "v"}', "{}"),
    handler("throwsOnce", '{"fail": 1}', "{}"),
    handler("exits", '{"status": 0}', label="exits_zero"),
    handler("exits", '{"status": 3}', label="exits_three"),
    handler("throwsOwnClass", env=JSON, label="throws_json_logs"),
    handler("throwsText", env=JSON, label="throws_text_json_logs"),
    handler("throwsCircular", env=JSON, label="throws_circular_json_logs"),
    handler("throwsLines", frames=True, label="throws_frames"),
    handler("throwsLines", frames=True, env=JSON, label="throws_json_frames"),
    # In the modern generation the handler has answered by then: whether it crashes before the next event is a race.
    classic("uncaught"),
    classic("uncaughtText"),
    classic("uncaught", env=JSON, label="uncaught_json_logs"),
    handler("unhandledRejection", frames=True, label="unhandled_rejection_frames"),
    handler("throws", env=level("FATAL"), label="throws_quietly"),
]

RESULTS = [
    handler(name)
    for name in (
        "nothing plainReturn isNull text loneSurrogate numbers values toJson aFunction aSymbol bigInt circular "
        "thenable generator instance.handler sees"
    ).split()
]

CALLBACKS = [
    classic(name, "{}", "{}")
    for name in (
        "callback callbackLater callbackNow callbackError callbackText callbackTwice callbackErrorTwice "
        "callbackAndPromise noAnswer done doneError succeed fail failWithNothing failText succeedTwice"
    ).split()
] + [
    classic("callbackBadResult"),
    handler("callback", only="modern", label="callback_refused"),
    handler("threeParameters"),
    handler("done", only="modern", label="done_is_gone"),
]

LOOKUP = [
    Case(label, name)
    for label, name in [
        ("nested", "handlers.nested.deep.handler"),
        ("nested_value", "handlers.nested.deep.value"),
        ("nested_missing", "handlers.nested.nowhere.handler"),
        ("not_a_function", "handlers.notAFunction"),
        ("no_handler", "handlers.nowhere"),
        ("no_module", "nowhere.handler"),
        ("no_dot", "handlers"),
        ("empty_file", ".handler"),
        ("empty_property", "handlers."),
        ("relative_path", "../nodejs/handlers.echo"),
        ("folder", "folder/inner.handler"),
        ("folder_missing", "folder/nowhere.handler"),
        ("package_of_modules", "typed/index.handler"),
        ("package_of_modules_default", "typed/index.default"),
        ("commonjs_in_package_of_modules", "typed/inner/common.handler"),
        ("below_package_of_modules", "typed/inner/below.handler"),
        ("plain_package", "plain-package/index.handler"),
        ("broken_manifest", "broken-manifest/index.handler"),
        ("installed_package", "installed.handler"),
        ("directory", "directory.handler"),
        ("module", "module.handler"),
        ("module_default", "module.default.handler"),
        ("module_default_itself", "default-only.default"),
        ("module_default_as_handler", "default-only.handler"),
        ("common", "common.handler"),
        ("bare", "bare.handler"),
        ("assigned", "assigned.handler"),
        ("dash_in_name", "dash-name.handler"),
        ("syntax_error", "syntax-error.handler"),
        ("syntax_error_in_module", "syntax-error-module.handler"),
        ("missing_name", "missing-name.handler"),
        ("missing_require", "missing-require.handler"),
        ("missing_import", "missing-import.handler"),
        ("missing_later", "missing-later.handler"),
        ("mixed_module_kinds", "mixed.handler"),
        ("throws_at_load", "throws-at-load.handler"),
        ("throws_text_at_load", "throws-text-at-load.handler"),
        ("rejects_at_load", "rejects-at-load.handler"),
        ("exits_at_load", "exits-at-load.handler"),
        ("logs_at_load", "logs-at-load.handler"),
        ("module_throws", "module.throws"),
        ("module_streams", "module.streams"),
    ]
] + [
    Case("module_callback", "module.callback", [Event(), Event()], only="classic"),
    Case("unhandled_at_load", "unhandled-at-load.handler", silent=True),
    Case("throws_at_load_json", "throws-at-load.handler", env=JSON),
    Case("throws_at_load_frames", "throws-at-load.handler", frames=True),
    Case("no_handler_json", "handlers.nowhere", env=JSON),
    Case("logs_at_load_json", "logs-at-load.handler", env=JSON),
]

OUTPUT = [
    logs(name, stderr=True)
    for name in "levels lines nothing errors objects raw others many throwsAfterLogging".split()
] + [
    logs("levels", "levels_json", env=JSON),
    logs("levels", "levels_json_tenant", env=JSON, events=[Event(headers=TENANT), Event()]),
    logs("levels", "levels_at_warn", env=level("WARN")),
    logs("levels", "levels_at_fatal_json", env=level("FATAL", **JSON)),
    logs("levels", "levels_lower_case", env={"AWS_LAMBDA_LOG_LEVEL": "debug", "AWS_LAMBDA_LOG_FORMAT": "json"}),
    logs("levels", "levels_at_nonsense", env=level("LOUD")),
    logs("levels", "levels_frames", frames=True),
    logs("levels", "levels_json_frames", frames=True, env=JSON),
    logs("lines", "lines_json", env=JSON),
    logs("lines", "lines_frames", frames=True),
    logs("lines", "lines_json_frames", frames=True, env=JSON),
    logs("nothing", "nothing_json", env=JSON),
    logs("errors", "errors_json", env=JSON),
    logs("errors", "errors_frames", frames=True),
    logs("objects", "objects_json", env=JSON),
    logs("raw", "raw_frames", frames=True),
    logs("many", "many_frames", frames=True),
    logs("background", events=[Event(), Event()], only="classic"),
]

STREAMS = [
    streams(name)
    for name in (
        "endsWithData contentType contentTypeTooLate prelude empty returnsValue throwsBefore throwsMidway large shape"
    ).split()
] + [
    streams("writes", Event(), Event()),
    streams("pipes", Event('{"a": 1}'), Event('{"b": 2}')),
    streams("notAsync"),
    # The classic client means to say the same, but trips over an undefined name.
    streams("badMode", only="modern"),
    streams("throwsMidway", frames=True, env=JSON, label="stream_throws_json_frames"),
]

TABLE = EVENTS + CONTEXT + ERRORS + RESULTS + CALLBACKS + LOOKUP + OUTPUT + STREAMS
