"""Packages to deploy: zips in memory, and the test functions with their dependencies."""

import io
import shutil
import stat
import zipfile
from functools import cache
from pathlib import Path

import boto3
import botocore
import dateutil
import jmespath
import s3transfer
import six
import urllib3

from .server import DEPS, REPOSITORY

FUNCTIONS = REPOSITORY / "tests/functions"
NODE = "nodejs20.x"
PYTHON = "python3.11"


def zipped(files, compression=zipfile.ZIP_DEFLATED, modes=None):
    """A zip of name → text or bytes; names that end in `bootstrap` are executable, unless `modes` says otherwise."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            mode = (modes or {}).get(name, 0o755 if name.endswith("bootstrap") else 0o644)
            info.external_attr = (stat.S_IFREG | mode) << 16
            info.compress_type = compression
            archive.writestr(info, content)
    return buffer.getvalue()


def zipped_trees(*trees, files=()):
    """A zip of directories' contents and single files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for tree in trees:
            for path in sorted(Path(tree).rglob("*")):
                parts = path.relative_to(tree).parts
                if path.is_file() and not {"__pycache__", ".bin", ".installed-from"} & set(parts):
                    archive.write(path, "/".join(parts))
        for path in files:
            archive.write(path, Path(path).name)
    return buffer.getvalue()


@cache
def toolbox():
    """The Python function that does what its event asks for."""
    return zipped({"toolbox.py": (FUNCTIONS / "toolbox/toolbox.py").read_text()})


@cache
def recorder():
    """The Python function that writes down outside what it was invoked with."""
    return zipped({"recorder.py": (FUNCTIONS / "recorder/recorder.py").read_text()})


@cache
def caller():
    """The Python function that invokes others with boto3, in the version that the tests have."""
    # Of the models that of Lambda is enough.
    models = Path(botocore.__file__).parent / "data"
    kept = [path for path in models.iterdir() if path.is_file() or path.name == "lambda"]
    needed = [Path(module.__file__) for module in (boto3, botocore, dateutil, jmespath, s3transfer, urllib3)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in [part for module in needed for part in sorted(module.parent.rglob("*"))]:
            name = path.relative_to(models.parent.parent)
            in_models = path.is_relative_to(models) and not any(path.is_relative_to(part) for part in kept)
            if path.is_file() and not in_models and "__pycache__" not in name.parts:
                archive.write(path, str(name))
        archive.write(six.__file__, "six.py")
        archive.write(FUNCTIONS / "caller/caller.py", "caller.py")
    return buffer.getvalue()


@cache
def python_native():
    """requests, pydantic and numpy from PyPI."""
    return _python("python-native")


@cache
def python_tracing():
    """The X-Ray SDK and Powertools from PyPI."""
    # Of botocore's models those of STS are enough.
    return _python("python-tracing", lambda parts: parts[:2] != ("botocore", "data") or "sts" in parts or len(parts) == 3)


def _python(name, wanted=lambda parts: True):
    # Their own tests and headers would only make the upload slower.
    tree = DEPS / "functions" / name
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(tree.rglob("*")):
            parts = path.relative_to(tree).parts
            left_out = {"__pycache__", "tests", "include", "bin", ".installed-from"} & set(parts)
            if path.is_file() and not left_out and wanted(parts):
                archive.write(path, "/".join(parts))
        archive.write(FUNCTIONS / name / "handler.py", "handler.py")
    return buffer.getvalue()


@cache
def node_sts():
    """CommonJS with @aws-sdk/client-sts."""
    return _node("node-sts", "index.js")


@cache
def node_sharp():
    """An ES module with sharp."""
    return _node("node-sharp", "index.mjs")


def _node(name, index):
    buffer = io.BytesIO(zipped_trees(DEPS / "functions" / name))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.write(FUNCTIONS / name / index, index)
    return buffer.getvalue()


@cache
def rust():
    """A binary on the `lambda_runtime` crate."""
    return zipped({"bootstrap": (DEPS / "functions/rust-lambda-runtime/bootstrap").read_bytes()})


@cache
def bash():
    """A bootstrap in bash with curl."""
    return zipped({"bootstrap": (FUNCTIONS / "bash-curl/bootstrap").read_text()})


def has_curl():
    """Whether this machine has curl and bash."""
    return bool(shutil.which("curl") and shutil.which("bash"))
