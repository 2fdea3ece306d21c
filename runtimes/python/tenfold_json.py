"""JSON beyond the plain: Decimal, bytes and named tuples on the way out, the error texts on the way in."""

import json


def loads(data):
    """As `json.loads`, but NaN and the infinities are errors, and undecodable text is one, not a guess."""
    text = data if isinstance(data, str) else str(data, "utf-8-sig")

    def refuse(name):
        position = text.find(name)
        raise json.JSONDecodeError("Expecting value", text, position)

    return json.loads(text, parse_constant=refuse)


def dumps(value, string, default):
    """`value` as JSON; `string` quotes a str, `default` raises for what JSON cannot say."""
    parts = []
    write(value, string, default, parts.append, set())
    return "".join(parts)


def write(value, string, default, put, open_ids):
    if value is None or value is True or value is False:
        put(CONSTANTS[value])
    elif isinstance(value, str):
        put(string(value))
    elif isinstance(value, bytes):
        put(string(str(value, "utf-8")))
    elif isinstance(value, int):
        put(int.__repr__(value))
    elif isinstance(value, float):
        put(spell_float(value))
    elif isinstance(value, (dict, list, tuple)):
        if id(value) in open_ids:
            raise ValueError("Circular reference detected")
        open_ids.add(id(value))
        write_container(value, string, default, put, open_ids)
        open_ids.remove(id(value))
    elif type(value).__name__ == "Decimal" and hasattr(value, "is_nan"):
        put("NaN" if value.is_nan() else str(value))
    else:
        default(value)


def write_container(value, string, default, put, open_ids):
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        put("{")
        for index, (key, member) in enumerate(value.items()):
            put((", " if index else "") + string(spell_key(key)) + ": ")
            write(member, string, default, put, open_ids)
        put("}")
    else:
        put("[")
        for index, member in enumerate(value):
            if index:
                put(", ")
            write(member, string, default, put, open_ids)
        put("]")


CONSTANTS = {None: "null", True: "true", False: "false"}


def spell_float(value):
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return float.__repr__(value)


def spell_key(key):
    if isinstance(key, str):
        return key
    if isinstance(key, bytes):
        return str(key, "utf-8")
    if key is None or key is True or key is False:
        return CONSTANTS[key]
    if isinstance(key, float):
        return spell_float(key)
    if isinstance(key, int):
        return int.__repr__(key)
    raise TypeError("keys must be str, int, float, bool or None, not %s" % type(key).__name__)
