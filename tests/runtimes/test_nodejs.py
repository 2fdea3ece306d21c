"""Ours and aws-lambda-ric, case by case, in both generations of the official client."""

import pytest

import clients
from normalize_nodejs import comparable
from table_nodejs import TABLE

TASK = clients.HERE / "nodejs"
GENERATIONS = {"classic": "AWS_Lambda_nodejs20.x", "modern": "AWS_Lambda_nodejs24.x"}
PAIRS = [(case, name) for case in TABLE for name in GENERATIONS if case.only in (None, name)]


def runs(case, generation):
    case.env.setdefault("NODE_PATH", str(TASK / "node_modules"))
    execution = {"AWS_EXECUTION_ENV": GENERATIONS[generation]}
    return {
        "ours": lambda: clients.run(case, clients.node_ours(), TASK, execution),
        "official": lambda: clients.run(case, clients.node_official(generation), TASK, execution),
    }


@pytest.mark.parametrize("place", ["aws-lambda-ric", "aws-lambda-ric-classic/dist"])
def test_the_official_client_is_there(place):
    native = clients.NODE_MODULES / place / "rapid-client.node"
    assert native.exists(), "the official client did not build; see tests/runtimes/README.md"


def test_the_table_is_whole():
    names = [case.name for case in TABLE]
    assert len(names) == len(set(names))
    assert len({case.handler for case in TABLE}) >= 40


@pytest.mark.parametrize("case,generation", PAIRS, ids=["%s-%s" % (case.name, name) for case, name in PAIRS])
def test_same_as_official(case, generation, seen):
    ours, official = seen["ours"], seen["official"]
    assert case.silent or official.requests or official.stdout, "the official client did not start: " + official.stderr
    assert not ours.overtook
    assert comparable(ours, case, generation, True) == comparable(official, case, generation, False)
