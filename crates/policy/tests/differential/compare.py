"""Compares our decisions with those of two published evaluators, on random worlds: `compare.py [how many] [first seed]`.

Every disagreement must be of a class that JUDGED.md judges; one that is of none fails. The evaluators are installed from npm
and PyPI into a directory beside the build's output. They are development tools, under the AGPL, and nothing of theirs is
shipped.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
TOOLS = ROOT / "target" / "differential"
NPM = ["@cloud-copilot/iam-simulate@0.1.173"]
PIP = ["principalmapper==1.1.5"]


def install():
    modules, python = TOOLS / "node_modules", TOOLS / "venv" / "bin" / "python"
    if not (modules / "@cloud-copilot" / "iam-simulate").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        (TOOLS / "package.json").write_text("{}")
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", *NPM], cwd=TOOLS, check=True)
    if not python.exists():
        venv.create(TOOLS / "venv", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PIP], check=True)
    return modules, python


def cases(count, first):
    command = ["cargo", "run", "--quiet", "-p", "policy", "--example", "cases", "--", str(count), str(first)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def answers(command, lines):
    out = subprocess.run(command, input=lines, check=True, capture_output=True, text=True).stdout
    return out.splitlines()


# What a case has in it.


def statements(case):
    policies = [*case["identity"], case["policy"], case["boundary"], case["session"], *case["guardrails"]]
    return [statement for policy in policies if policy for statement in policy["Statement"]]


def listed(value):
    return value if isinstance(value, list) else [value]


def clauses(case):
    for statement in statements(case):
        for operator, keys in statement.get("Condition", {}).items():
            for key, values in keys.items():
                yield operator, key, [str(value) for value in listed(values)]


def lacks(case, text):
    """Whether a text has a variable without a value and without a default."""
    keys = re.findall(r"\$\{([A-Za-z0-9:/-]+)\}", text)
    return any(key not in case["context"] for key in keys)


def elements(case, name):
    return [value for s in statements(case) if name in s for value in listed(s[name])]


def root(case):
    return case["principal"].endswith(":root")


def not_resource(case):
    return any(lacks(case, text) for text in elements(case, "NotResource"))


def negated_variable(case):
    return any("Not" in op and any(lacks(case, v) for v in values) for op, _, values in clauses(case))


def any_if_exists(case):
    return any(
        op.startswith("ForAnyValue") and op.endswith("IfExists") and not case["context"].get(key)
        for op, key, _ in clauses(case)
    )


def null_of_nothing(case):
    return any(op == "Null" and case["context"].get(key) == [] for op, key, _ in clauses(case))


def all_addresses(case):
    return any("0.0.0.0/0" in values for _, _, values in clauses(case))


def granted_to_the_session(case):
    return bool(case["session"]) and case["why"] == "Allowed(Resource)"


def not_principal(case):
    return any("NotPrincipal" in s for s in statements(case))


def no_resource_policy_across(case):
    return not case["policy"] and case["owner"] != "111111111111"


def everybody_in_a_list(case):
    return any("*" in listed(s["Principal"]["AWS"]) for s in statements(case) if "AWS" in str(s.get("Principal")))


def over_colons(case):
    texts = elements(case, "Resource") + elements(case, "NotResource")
    texts += [v for op, _, values in clauses(case) if "Arn" in op for v in values]
    return "arn:aws:lambda:*:function:f" in texts


def default_or_escape(case):
    texts = elements(case, "Resource") + elements(case, "NotResource")
    texts += [v for _, _, values in clauses(case) for v in values]
    return any(", '" in text or "${*}" in text for text in texts)

def sets_as_a_whole(case):
    return any(op.startswith("ForA") for op, _, _ in clauses(case))


def suffix_unknown(case):
    kinds = ("Date", "Numeric", "IpAddress", "NotIpAddress")
    return any(op.startswith(kinds) and op.endswith("IfExists") for op, _, _ in clauses(case))


def first_of_a_list(case):
    return any(op.startswith(("Date", "Numeric")) and len(values) > 1 for op, _, values in clauses(case))


def not_like_of_nothing(case):
    return any(op == "StringNotLike" and key not in case["context"] for op, key, _ in clauses(case))


IAM_SIMULATE = [
    root, granted_to_the_session, not_resource, negated_variable, any_if_exists, null_of_nothing, all_addresses,
    not_principal,
]
PRINCIPAL_MAPPER = [
    no_resource_policy_across, everybody_in_a_list, over_colons, not_principal, not_resource, any_if_exists,
    null_of_nothing, default_or_escape, negated_variable, sets_as_a_whole, suffix_unknown, first_of_a_list,
    not_like_of_nothing,
]


def judge(name, cases, said, same, classes):
    found, left = collections.Counter(), []
    asked = 0
    for case, word in zip(cases, said, strict=True):
        if word == "-":
            continue
        asked += 1
        if same(case["ours"], word):
            continue
        of = next((c.__name__ for c in classes if c(case)), None)
        found[of or "UNJUDGED"] += 1
        if not of:
            left.append((case, word))
    print(f"{name}: {asked} cases, {sum(found.values())} disagreements: {dict(found)}")
    for case, word in left[:5]:
        print(f"  unjudged, theirs {word}, ours {case['why']}: {json.dumps(case)}")
    return not left


def main():
    count, first = (int(n) for n in (sys.argv[1:] + ["20000", "1"][len(sys.argv) - 1 :])[:2])
    modules, python = install()
    lines = cases(count, first)
    parsed = [json.loads(line) for line in lines.splitlines()]
    theirs = answers(["node", HERE / "iam_simulate.cjs", modules], lines)
    good = judge("iam-simulate", parsed, theirs, lambda ours, word: ours == word, IAM_SIMULATE)
    theirs = answers([python, HERE / "principal_mapper.py"], lines)
    allowed = lambda word: word == "Allowed"
    good &= judge("Principal Mapper", parsed, theirs, lambda o, w: allowed(o) == allowed(w), PRINCIPAL_MAPPER)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
