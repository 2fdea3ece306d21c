"""Handlers for the table: each shows one thing that a function can do."""

import collections
import contextlib
import enum
import io
import os
import sys
import threading
from decimal import Decimal

count = 0


def echo(event, context):
    return event


def kind_of_event(event, context):
    return [type(event).__name__, repr(event)]


def counts(event, context):
    global count
    count += 1
    return count


def size(event, context):
    return len(event["text"])


def big(event, context):
    return "x" * event["size"]


# The context object


def context_fields(event, context):
    names = [name for name in dir(context) if not name.startswith("_")]
    values = {name: getattr(context, name) for name in names if not callable(getattr(context, name))}
    return {"names": names, "values": {name: repr(value) for name, value in values.items()}}


def context_repr(event, context):
    return repr(context)


def remaining_time(event, context):
    left = context.get_remaining_time_in_millis()
    return [type(left).__name__, 0 < left <= 60_000, left == 0]


def client_context(event, context):
    client = context.client_context
    if client is None:
        return None
    return [repr(client), client.custom, client.env, repr(client.client), client.client and client.client.app_title]


def identity(event, context):
    return [repr(context.identity), context.identity.cognito_identity_id, context.identity.cognito_identity_pool_id]


def w3c(event, context):
    return [context.w3c(), repr(context.client_context)]


def context_log(event, context):
    context.log("line one\nline two\n")
    context.log(42)
    context.log("\n")


def trace_id(event, context):
    return os.environ.get("_X_AMZN_TRACE_ID")


def telemetry_is_hidden(event, context):
    return "_LAMBDA_TELEMETRY_LOG_FD" in os.environ


# Errors


def raises(event, context):
    raise ValueError("no such thing: %s" % event)


def raises_deep(event, context):
    def third():
        return {}["missing"]

    def second():
        third()

    second()


class OrderError(Exception):
    def __str__(self):
        return "order is wrong"


def raises_own_class(event, context):
    raise OrderError()


def raises_without_message(event, context):
    raise RuntimeError


def raises_lines(event, context):
    raise RuntimeError("first\n  second\n\nlast")


def raises_unicode(event, context):
    raise RuntimeError("größer € 😀")


def raises_chained(event, context):
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise LookupError("wrapped") from error


def recursion(event, context):
    return recursion(event, context)


def raises_group(event, context):
    raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])


def raises_from_library(event, context):
    import json

    return json.loads("{nope")


def raises_from_text(event, context):
    exec("def inner():\n    raise OSError(5, 'generated')\ninner()")


def raises_huge(event, context):
    raise RuntimeError("x" * 100_000)


def exits_three(event, context):
    print("leaving")
    sys.exit(3)


def exits_zero(event, context):
    sys.exit(0)


def exits_with_text(event, context):
    sys.exit("a reason")


def exits_hard(event, context):
    print("bye", flush=True)
    os._exit(7)


class Stop(BaseException):
    pass


def raises_base(event, context):
    raise Stop("base")


def raises_interrupt(event, context):
    raise KeyboardInterrupt


def fails_once(event, context):
    if event.get("fail"):
        raise RuntimeError("once")
    return "fine"


# Results


def none(event, context):
    return None


def text(event, context):
    return 'quotes " \\ / \b \f \n \r \t \x00 \x1f \x7f \u2028'


def raw_bytes(event, context):
    return b"\x00\xffraw"


def decimals(event, context):
    return {"price": Decimal("1.10"), "big": Decimal("1E+30"), "list": [Decimal("-0")], "nan": Decimal("NaN")}


def decimal_alone(event, context):
    return Decimal("0.1")


def not_numbers(event, context):
    return [float("nan"), float("inf"), float("-inf"), 1e308 * 10]


def floats(event, context):
    return [0.1, 1.0, 1e22, 1e-7, 123456789.123456789, -0.0, 2**70, -(2**70), True, False]


def unicode_result(event, context):
    return {"größe": "€ 😀", "list": ["é", "\ud83d"] if event.get("surrogate") else ["é"]}


def a_set(event, context):
    return {1, 2}


def object_inside(event, context):
    return {"list": [1, {"deep": object}]}


def circular(event, context):
    loop = {}
    loop["self"] = [loop]
    return loop


Point = collections.namedtuple("Point", "x y")


def named_tuple(event, context):
    return {"at": Point(1, Decimal("2.5")), "list": [Point(3, (4, 5))], "plain": (1, 2)}


def bytes_inside(event, context):
    return {"data": b"text", b"key": [b"more"]}


def bad_bytes_inside(event, context):
    return {"data": b"\xff"}


def odd_keys(event, context):
    return {1: "a", 2.5: "b", True: "c", None: "d", float("nan"): "e", "s": "f"}


def tuple_key(event, context):
    return {(1, 2): "a"}


class Color(enum.IntEnum):
    RED = 1


class Name(str):
    pass


class Plain(enum.Enum):
    A = 1


def subclasses(event, context):
    ordered = collections.OrderedDict([("b", 1), ("a", 2)])
    counted = collections.Counter("aab")
    return [ordered, counted, Color.RED, Name("name"), {Color.RED: Name("x"), Name("k"): 1}, collections.defaultdict(int)]


def plain_enum(event, context):
    return {"color": Plain.A}


def empties(event, context):
    return [{}, [], (), "", {"a": {}, "b": []}, [Decimal(1), {}, [], ()]]


async def coroutine(event, context):
    return "never awaited"


def generator(event, context):
    yield 1


def deep(event, context):
    value = []
    for _ in range(300):
        value = [value]
    return value


class Callable:
    def __call__(self, event, context):
        return "from an instance"


instance = Callable()
not_callable = "a string"


# Output


def prints(event, context):
    print("one", 2, None)
    print("several\nlines")
    print("é €")
    print("to stderr", file=sys.stderr)
    sys.stdout.writelines(["a\n", "b\n"])
    sys.stdout.write("no end")


def prints_from_threads(event, context):
    # The text and its newline in one write: otherwise those of several threads may mix, with any client.
    threads = [threading.Thread(target=print, args=("thread\n",), kwargs={"end": ""}) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def captures_output(event, context):
    with contextlib.redirect_stdout(io.StringIO()) as captured:
        print("captured")
    return captured.getvalue()
