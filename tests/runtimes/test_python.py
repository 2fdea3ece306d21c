"""Ours and awslambdaric, case by case."""

import importlib.util

import pytest

import clients
from normalize_python import comparable
from table_python import TABLE

TASK = clients.HERE / "python"


def runs(case):
    return {
        "ours": lambda: clients.run(case, clients.python_ours(), TASK),
        "official": lambda: clients.run(case, clients.python_official(case), TASK),
    }


def test_the_official_client_is_there():
    assert importlib.util.find_spec("awslambdaric"), "install tests/requirements.txt into .deps/venv"
    assert importlib.util.find_spec("runtime_client"), "awslambdaric came without its native library"


def test_the_table_is_whole():
    names = [case.name for case in TABLE]
    assert len(names) == len(set(names))
    assert len({case.handler for case in TABLE}) >= 40


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_same_as_official(case, seen):
    ours, official = seen["ours"], seen["official"]
    assert official.requests or official.stdout, "the official client did not start: " + official.stderr
    assert not ours.overtook
    assert comparable(ours, case, True) == comparable(official, case, False)
