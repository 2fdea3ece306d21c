"""The table for Python: every case runs on ours and on awslambdaric."""

import json

from clients import Case
from runtime_api import Event

UTF8 = {"AWS_EXECUTION_ENV": "AWS_Lambda_python3.12"}
ASCII = {"AWS_EXECUTION_ENV": "AWS_Lambda_python3.11"}
JSON = {"AWS_LAMBDA_LOG_FORMAT": "JSON"}
SNAP = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}


def level(name, **env):
    return dict(AWS_LAMBDA_LOG_LEVEL=name, **env)


def with_header(name, value, count=1):
    text = value if isinstance(value, str) or value is None else json.dumps(value)
    return [Event(headers={name: text})] + [Event()] * (count - 1)


CLIENT = {
    "client": {
        "installation_id": "i",
        "app_title": "t",
        "app_version_name": "n",
        "app_version_code": "c",
        "app_package_name": "p",
        "other": 1,
    },
    "custom": {"a": 1},
    "env": {"locale": "é"},
}
IDENTITY = {"cognitoIdentityId": "id", "cognitoIdentityPoolId": "pool"}
TENANT = {"Lambda-Runtime-Aws-Tenant-Id": "blue"}
W3C = {"w3c": {"traceparent": "00-a", "baggage": 1, "other": "x"}, "custom": None}


def handler(name, *events, **kwargs):
    """A case for a function of handlers.py, with the given event bodies."""
    label = kwargs.pop("label", name)
    bodies = [Event(e) if isinstance(e, (str, bytes)) else e for e in events] or [Event()]
    return Case(label, "handlers." + name, bodies, **kwargs)


EVENTS = [
    handler("echo", '{"a": [1, 2.50, null, true, "é\\u20ac"]}', '"text"', "3", "null", " [1]\n", '{"a": 1e400}'),
    handler("kind_of_event", "1.0", "12345678901234567890", '"\\ud83d\\ude00"', '{"a":1,"a":2}', "-0"),
    handler("kind_of_event", "{nope", "", "[1,]", '{"a":1} x', '"\t"', "NaN", b'"\xff"', label="broken_json"),
    handler("kind_of_event", '{"a": NaN}', '[Infinity]', "[-Infinity]", "[1", "tru", label="nearly_json"),
    handler("kind_of_event", Event("raw", headers={"Content-Type": "text/plain"}), label="other_content_type"),
    handler("counts", "{}", "{}", "{}"),
    handler("echo", Event('{"chunked": "yes"}', chunked=True), "{}", label="chunked_event"),
    handler("echo", Event('{"n": 1}', close=True), Event('{"n": 2}', close=True), '{"n": 3}', label="closing_server"),
    handler("size", json.dumps({"text": "y" * 6_000_000}), "{}".replace("{}", '{"text": "z"}'), label="large_event"),
    handler("big", '{"size": 6000000}', '{"size": 70000}', '{"size": 65400}', label="large_result"),
    handler("echo", Event(headers={"Lambda-Runtime-Invocation-Id": "inv-1"}), label="invocation_id"),
    handler("raises", Event(headers={"Lambda-Runtime-Invocation-Id": "inv-1"}), label="invocation_id_of_error"),
]

CONTEXT = [
    handler("context_fields"),
    handler("context_fields", Event(headers=TENANT), Event(), label="context_with_tenant"),
    handler("context_repr"),
    handler("remaining_time", Event(), Event(time_left=-5000)),
    Case("client_context", "handlers.client_context", with_header("Lambda-Runtime-Client-Context", CLIENT, 2)),
    Case("client_context_part", "handlers.client_context", with_header("Lambda-Runtime-Client-Context", {"custom": 1})),
    Case("client_context_broken", "handlers.client_context", with_header("Lambda-Runtime-Client-Context", "{x", 2)),
    Case("identity", "handlers.identity", with_header("Lambda-Runtime-Cognito-Identity", IDENTITY, 2)),
    Case("identity_broken", "handlers.identity", with_header("Lambda-Runtime-Cognito-Identity", "nope")),
    Case("w3c", "handlers.w3c", with_header("Lambda-Runtime-Client-Context", W3C, 2)),
    handler("context_log"),
    handler("context_log", frames=True, label="context_log_frames"),
    Case("trace_id", "handlers.trace_id", [Event()] + with_header("Lambda-Runtime-Trace-Id", None)),
    handler("telemetry_is_hidden", frames=True),
]

ERRORS = [
    handler("raises", '{"k": "v"}', "{}"),
    handler("raises_deep"),
    handler("raises_own_class"),
    handler("raises_without_message"),
    handler("raises_lines"),
    handler("raises_unicode"),
    handler("raises_unicode", env=UTF8, label="raises_unicode_utf8"),
    handler("raises_chained"),
    handler("raises_group"),
    handler("raises_from_library"),
    handler("raises_from_text"),
    handler("raises_huge"),
    handler("recursion"),
    handler("fails_once", '{"fail": 1}', "{}"),
    handler("raises_lines", env=JSON, label="raises_json_logs"),
    handler("raises_unicode", env=dict(JSON, **UTF8), label="raises_json_logs_utf8"),
    handler("raises_lines", frames=True, label="raises_frames"),
    handler("raises_lines", frames=True, env=JSON, label="raises_json_frames"),
    handler("exits_three", "{}", "{}"),
    handler("exits_zero"),
    handler("exits_with_text", stderr=True),
    handler("exits_hard"),
    handler("raises_base"),
    handler("raises_interrupt"),
    Case("own_bootstrap", "bootstrap.handler"),
    Case("own_bootstrap_raises", "bootstrap.raises"),
]

RESULTS = [
    handler("none"),
    handler("text"),
    handler("text", env=UTF8, label="text_utf8"),
    handler("raw_bytes"),
    handler("decimals"),
    handler("decimal_alone"),
    handler("not_numbers"),
    handler("floats"),
    handler("unicode_result", env=ASCII, label="unicode_escaped"),
    handler("unicode_result", env=UTF8, label="unicode_utf8"),
    handler("unicode_result", '{"surrogate": 1}', env=ASCII, label="surrogate_escaped"),
    handler("a_set"),
    handler("object_inside"),
    handler("circular"),
    handler("named_tuple"),
    handler("bytes_inside"),
    handler("bad_bytes_inside"),
    handler("odd_keys"),
    handler("tuple_key"),
    handler("subclasses"),
    handler("plain_enum"),
    handler("empties"),
    handler("coroutine"),
    handler("generator"),
    handler("deep"),
    handler("instance"),
    handler("not_callable"),
]

LOOKUP = [
    Case("folder_slash", "folder/inner.handler"),
    Case("folder_dot", "folder.inner.handler"),
    Case("package_deep", "package.sub.deep.handler"),
    Case("package_relative", "package.relative.handler"),
    Case("dash_in_name", "dash-name.handler"),
    Case("no_module", "nowhere.handler"),
    Case("no_module_in_package", "package.nowhere.handler"),
    Case("no_handler", "handlers.nowhere"),
    Case("no_dot", "handlers"),
    Case("empty_module", ".handler"),
    Case("builtin_module", "time.handler"),
    Case("syntax_error", "syntax_error.handler"),
    Case("bad_indent", "bad_indent.handler"),
    Case("imports_syntax_error", "imports_syntax_error.handler"),
    Case("missing_import", "missing_import.handler"),
    Case("missing_name", "missing_name.handler"),
    Case("raises_at_import", "raises_at_import.handler"),
    Case("raises_at_import_json", "raises_at_import.handler", env=JSON),
    Case("raises_at_import_frames", "raises_at_import.handler", frames=True),
    Case("raises_at_import_quiet", "raises_at_import.handler", env=level("ERROR")),
    Case("imports_raising", "imports_raising.handler"),
    Case("exits_at_import", "exits_at_import.handler"),
    Case("logs_at_import", "logs_at_import.handler"),
]

OUTPUT = [
    handler("prints", stderr=True),
    handler("prints_from_threads"),
    handler("captures_output"),
    Case("levels", "logs.levels", [Event(), Event('{"level": "DEBUG"}')]),
    Case("levels_json", "logs.levels", [Event('{"level": "DEBUG"}', headers=TENANT), Event()], JSON),
    Case("levels_at_error", "logs.levels", env=level("ERROR")),
    Case("levels_at_trace", "logs.levels", env=level("TRACE")),
    Case("levels_at_fatal_json", "logs.levels", env=level("FATAL", **JSON)),
    Case("levels_at_nonsense", "logs.levels", env=level("LOUD")),
    Case("levels_lower_case", "logs.levels", env={"AWS_LAMBDA_LOG_LEVEL": "info", "AWS_LAMBDA_LOG_FORMAT": "json"}),
    Case("levels_frames", "logs.levels", [Event('{"level": "DEBUG"}')], frames=True),
    Case("levels_frames_at_debug", "logs.levels", env=level("DEBUG"), frames=True),
    Case("levels_json_frames", "logs.levels", [Event('{"level": "DEBUG"}')], JSON, frames=True),
    Case("log_lines", "logs.lines"),
    Case("log_lines_json", "logs.lines", env=JSON),
    Case("log_lines_frames", "logs.lines", frames=True),
    Case("log_exception", "logs.exception"),
    Case("log_exception_json", "logs.exception", env=JSON),
    Case("log_exception_frames", "logs.exception", frames=True),
    Case("log_extra", "logs.extra"),
    Case("log_extra_json", "logs.extra", env=JSON),
    Case("log_dict", "logs.dict_message"),
    Case("log_dict_json", "logs.dict_message", env=JSON),
    Case("log_warnings", "logs.stack", env=JSON),
    Case("root_handlers", "logs.before_any_handler", env=level("INFO")),
    Case("basic_config", "logs.basic_config_is_ignored", stderr=True),
    Case("forced_config", "logs.forced_config", stderr=True),
    Case("own_handler", "logs.own_handler"),
    Case("log_then_raise", "logs.raises_after_logging", [Event(), Event()]),
    Case("log_then_raise_json_frames", "logs.raises_after_logging", env=JSON, frames=True),
    Case("log_bad_arguments", "logs.bad_arguments"),
    Case("logging_module_is_intact", "logs.logger_from_module"),
]

SNAPSTART = [
    Case("snapshot", "snapshot.handler", env=SNAP),
    Case("snapshot_fails_before", "snapshot.handler", env=dict(SNAP, FAIL="before")),
    Case("snapshot_fails_after", "snapshot.handler", env=dict(SNAP, FAIL="after")),
]

TABLE = EVENTS + CONTEXT + ERRORS + RESULTS + LOOKUP + OUTPUT + SNAPSTART
