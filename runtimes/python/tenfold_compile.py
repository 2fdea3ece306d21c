"""Compiles the modules of a package: what `tenfold_bytecode` finds later. Runs alone in a sandbox, without the function.

    INTERPRETER -I -S -B tenfold_compile.py FOLDER DESCRIPTOR

For each source file below FOLDER whose compiled file does not come with it, one record goes to DESCRIPTOR: the lengths of
name and content (4 bytes each, big-endian), the name of the compiled file relative to FOLDER, its content. Nothing of
the package is executed. What does not compile is left out: the function will find out itself, if it ever loads it.
"""

import marshal
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash

# Larger sources (bytes) are left to whoever loads them.
MAX_SOURCE = 8 * 1024 * 1024
HASH_BASED = 1
CHECKED = 2


def is_valid(compiled, source, status):
    """Whether the interpreter would take this compiled file for this source."""
    try:
        with open(compiled, "rb") as file:
            head = file.read(16)
    except OSError:
        return False
    if len(head) < 16 or head[:4] != MAGIC_NUMBER:
        return False
    flags = int.from_bytes(head[4:8], "little")
    if flags & HASH_BASED:
        return not flags & CHECKED or head[8:] == source_hash(source)
    times = int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF
    return flags == 0 and head[8:] == b"".join(number.to_bytes(4, "little") for number in times)


def compiled_file(path, name):
    """Name and content of the compiled file for the source at `path`; None where there is none to make."""
    status = os.lstat(path)
    if not os.path.isfile(path) or status.st_size > MAX_SOURCE:
        return None
    with open(path, "rb") as file:
        source = file.read()
    if is_valid(cache_from_source(path), source, status):
        return None
    code = compile(source, path, "exec", dont_inherit=True)
    # Never compared with its source: neither ever changes.
    head = MAGIC_NUMBER + HASH_BASED.to_bytes(4, "little") + source_hash(source)
    return cache_from_source(name), head + marshal.dumps(code)


def main(folder, descriptor):
    with os.fdopen(descriptor, "wb") as output:
        for directory, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if not name.endswith(".py"):
                    continue
                path = os.path.join(directory, name)
                try:
                    made = compiled_file(path, os.path.relpath(path, folder))
                except (OSError, SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
                    continue
                if made is not None:
                    target, content = os.fsencode(made[0]), made[1]
                    output.write(len(target).to_bytes(4, "big") + len(content).to_bytes(4, "big") + target + content)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main(sys.argv[1], int(sys.argv[2]))
