"""What a directory holds while others write into it and delete from it."""

import os
from pathlib import Path


def below(directory):
    """The files below a directory; what goes while we look is left out."""
    found = (Path(parent) / name for parent, _, names in os.walk(directory) for name in names)
    return [path for path in found if path.is_file() and not path.is_symlink()]


def holding(marker, directory):
    """The files below a directory that contain these bytes."""
    found = []
    for path in below(directory):
        try:
            if marker in path.read_bytes():
                found.append(path)
        except FileNotFoundError:
            pass
    return found
