"""Packages without compiled files: they are compiled once, beside the function, which cannot tell and cannot change it."""

import os
import shutil
from pathlib import Path

from harness import packages
from harness.clients import client
from harness.functions import create, invoke, name_of, updated
from harness.wait import until

HANDLER = """
import os, sys
import large, pack.part, broken_later

def tree(top):
    return sorted(os.path.join(path, name) for path, folders, names in os.walk(top) for name in folders + names)

def handler(event, context):
    loaded = [large, pack.part]
    refused = []
    for path in ("/var/lang/bytecode/task/x", "/var/task/__pycache__", "/var/lang/bytecode/task/__pycache__/large.cpython-311.pyc"):
        try:
            open(path, "w")
        except OSError as error:
            refused.append(error.errno)
    try:
        import broken
    except SyntaxError as error:
        broken = error.filename
    return {
        "value": large.value(), "task": tree("/var/task"), "refused": refused, "broken": broken,
        "files": [module.__file__ for module in loaded], "cached": [module.__cached__ for module in loaded],
        "loaders": [type(module.__loader__).__qualname__ for module in loaded], "code": large.value.__code__.co_filename,
        "prefix": sys.pycache_prefix, "specs": [repr(module.__spec__) for module in loaded],
        "compiled": tree("/var/lang/bytecode"),
        "source": __import__("inspect").getsource(large.value),
    }
"""


def package(value):
    large = "def value():\n    return %r\n\n" % value + "".join("def f%d():\n    return %d\n" % (n, n) for n in range(3000))
    files = {"fn.py": HANDLER, "large.py": large, "pack/__init__.py": "", "pack/part.py": "x = 1\n"}
    return packages.zipped(files | {"broken.py": "def (:\n", "broken_later.py": "y = 1\n"})


def kept(server):
    """The trees of compiled files that are complete, and what is in them."""
    root = Path(server.data) / "bytecode"
    trees = [tree for tree in root.iterdir() if tree.is_dir() and not tree.name.startswith("new-")] if root.is_dir() else []
    trees = [tree for tree in trees if tree.with_name(f"{tree.name}.seal").is_file()]
    return {tree.name: sorted(str(path.relative_to(tree)) for path in tree.rglob("*.pyc")) for tree in trees}


def test_compiled_once_and_unseen(own_server):
    server = own_server().start()
    lam = client(server)
    name = name_of("compiled")
    create(lam, name, package("one"), handler="fn.handler")
    trees = until(lambda: kept(server), 30, "compiled files")
    (compiled,) = trees.values()
    assert "__pycache__/large.cpython-311.pyc" in compiled and "pack/__pycache__/part.cpython-311.pyc" in compiled
    assert not [path for path in compiled if "broken.c" in path]

    late = invoke(lam, name).payload
    # One with variables of its own for the interpreter, which looks for compiled files elsewhere.
    lam.update_function_configuration(FunctionName=name, Environment={"Variables": {"PYTHONPYCACHEPREFIX": "/tmp/nowhere"}})
    updated(lam, name)
    elsewhere = invoke(lam, name).payload
    assert late["value"] == elsewhere["value"] == "one"
    assert late["prefix"] is None and late["refused"] == [30, 30, 30]
    assert late["broken"] == "/var/task/broken.py"
    assert not [path for path in late["task"] if "__pycache__" in path]
    assert late["cached"] == ["/var/task/__pycache__/large.cpython-311.pyc", "/var/task/pack/__pycache__/part.cpython-311.pyc"]
    assert "/var/lang/bytecode/task/__pycache__/large.cpython-311.pyc" in late["compiled"]
    for key in ("task", "files", "loaders", "code", "source", "broken"):
        assert late[key] == elsewhere[key], key

    lam.update_function_configuration(FunctionName=name, Environment={"Variables": {}})
    updated(lam, name)

    # Other code, other files.
    lam.update_function_code(FunctionName=name, ZipFile=package("two"))
    updated(lam, name)
    until(lambda: len(kept(server)) == 2, 30, "compiled files of the second package")
    assert invoke(lam, name).payload["value"] == "two"
    server.stop()

    # They are still there for the next server, and are used.
    compiled = {path: path.stat().st_mtime_ns for path in (Path(server.data) / "bytecode").rglob("large*.pyc")}
    server.start()
    lam = client(server)
    found = invoke(lam, name).payload
    assert found["value"] == "two" and "/var/lang/bytecode/task/__pycache__/large.cpython-311.pyc" in found["compiled"]
    assert {path: path.stat().st_mtime_ns for path in compiled} == compiled, "nothing was compiled again"

    # Nothing depends on them: without, they are made again.
    shutil.rmtree(Path(server.data) / "bytecode")
    lam.update_function_configuration(FunctionName=name, Description="anew")
    updated(lam, name)
    assert invoke(lam, name).payload["value"] == "two"
    until(lambda: kept(server), 30, "compiled files once more")
    server.stop()


def test_our_own_bootstrap_is_compiled(own_server):
    server = own_server().start()
    lam = client(server)
    name = name_of("own")
    code = "import sys, tenfold_runtime\n\ndef handler(event, context):\n    return [tenfold_runtime.__cached__, sorted(__import__('os').listdir('/var/runtime/__pycache__'))]\n"
    create(lam, name, packages.zipped({"fn.py": code}), handler="fn.handler")
    runtimes = Path(server.data) / "runtimes"
    until(lambda: [*runtimes.glob("*/python/__pycache__/tenfold_runtime.cpython-311.pyc")], 30, "our compiled files")
    cached, names = invoke(lam, name).payload
    assert cached == "/var/runtime/__pycache__/tenfold_runtime.cpython-311.pyc"
    assert "tenfold_late.cpython-311.pyc" in names
    assert kept(server) == {}, "so small a package is not worth it"
    server.stop()
