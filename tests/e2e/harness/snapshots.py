"""Answers kept as files: `UPDATE_SNAPSHOTS=1` writes them, every other run compares."""

import json
import os
import re
from pathlib import Path

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# What is another one each time; the first that fits counts.
RANDOM = [
    (r"\d{4}/\d\d/\d\d/\[([^]]+)\][0-9a-f]{32}", r"<date>/[\1]<id>"),
    (
        r"Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=([01]);Lineage=1:[0-9a-f]{8}:(\d+)",
        r"Root=<root>;Parent=<parent>;Sampled=\1;Lineage=1:<hash>:\2",
    ),
    (UUID, "<uuid>"),
]


def matches(name, seen, **known):
    """Asserts that what was seen is what the snapshot of this name says. `known` are names → texts to replace."""
    text = json.dumps(seen, indent=2, sort_keys=True, ensure_ascii=False)
    for placeholder, value in known.items():
        text = text.replace(value, f"<{placeholder}>")
    for pattern, placeholder in RANDOM:
        text = re.sub(pattern, placeholder, text)
    path = SNAPSHOTS / f"{name}.json"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n")
    assert json.loads(text) == json.loads(path.read_text()), "UPDATE_SNAPSHOTS=1 writes it anew"
