"""Starts the selected cases ahead, on as many threads as there are CPUs: a test then only waits for its own."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

pool = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 1))
started = {}


def pytest_collection_finish(session):
    """`ahead` marks a test module's function (case → {name: callable}) that says what to run for a case."""
    if session.config.option.collectonly:
        return
    for item in session.items:
        runs = getattr(item.module, "runs", None)
        params = getattr(getattr(item, "callspec", None), "params", {})
        if runs is None or "case" not in params:
            continue
        started[item.nodeid] = {name: pool.submit(run) for name, run in runs(**params).items()}


def pytest_unconfigure(config):
    pool.shutdown(wait=True, cancel_futures=True) if sys.version_info >= (3, 9) else pool.shutdown()


@pytest.fixture
def seen(request):
    """What each client did with this test's case, by the names that `runs` gave."""
    return {name: future.result() for name, future in started[request.node.nodeid].items()}
