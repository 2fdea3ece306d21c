"""The attempts in Python's own process, and what only Python can tell of how it was started."""

import ctypes
import json
import os
import random
import secrets
import sys
import tempfile
import uuid

library = ctypes.CDLL("/var/task/libattempts.so")
library.attempts_serve.argtypes = [ctypes.c_char_p]
library.attempts_serve.restype = ctypes.c_char_p


def handler(event, context):
    if event.get("do") == "own":
        return {
            "hash": hash("a"),
            "drawn": [
                random.random(), uuid.uuid4().hex, uuid.uuid1().hex, os.urandom(8).hex(), secrets.token_hex(8),
                random.SystemRandom().random(), next(tempfile._get_candidate_names()),
            ],
            "token": os.environ.get("AWS_SESSION_TOKEN") or os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN"],
            "variables": sorted(os.environ),
            "modules": sorted(name for name in sys.modules if "tenfold" in name.lower()),
        }  # fmt: skip
    if event.get("do") == "exit":
        os._exit(0)
    return json.loads(library.attempts_serve(json.dumps(event).encode()))
