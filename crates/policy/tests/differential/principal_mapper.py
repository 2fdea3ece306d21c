"""What Principal Mapper says of each case on standard input, a word a line. It knows users and roles, and only whether."""

import json
import sys
import warnings

warnings.simplefilter("ignore")

# Names that newer versions of Python have in one place only.
import collections
import collections.abc

for name in ("Mapping", "MutableMapping"):
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))

from principalmapper.common import Node, Policy
from principalmapper.querying import query_interface

# The case says what the context has.
query_interface._infer_condition_keys = lambda principal, keys: {}


def policy(document):
    return Policy("arn:aws:iam::111111111111:policy/p", "p", document)


def decide(case):
    if ":user/" not in case["principal"]:
        return "-"
    boundary = policy(case["boundary"]) if case["boundary"] else None
    node = Node(
        case["principal"], "AIDA1111111111111111", [policy(p) for p in case["identity"]], [], None, None, 0, False, False,
        boundary, False, {},
    )
    levels = [[policy(p)] for p in case["guardrails"]] or None
    allowed = query_interface.local_check_authorization_full(
        node, case["action"], case["resource"], case["context"], case["policy"], case["owner"], levels, case["session"]
    )
    # Without a policy of the resource it is not asked whose that is.
    return "Allowed" if allowed else "Denied"


for line in sys.stdin:
    try:
        print(decide(json.loads(line)), flush=False)
    except Exception as error:  # whatever it stumbles over is a finding too
        print(f"error: {type(error).__name__} {error}".replace("\n", " "))
