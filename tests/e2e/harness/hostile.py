"""Zips that must be refused, each with what it is."""

import io
import stat
import struct
import zipfile

GOOD = "def handler(event, context):\n    return 'it ran'\n"


def _build(entries, compression=zipfile.ZIP_DEFLATED):
    """A zip of (name, content, mode) whatever they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content, mode in entries:
            info = zipfile.ZipInfo("placeholder", (2026, 1, 1, 0, 0, 0))
            info.filename = name
            info.external_attr = mode << 16
            info.create_system = 3
            info.compress_type = compression
            archive.writestr(info, content)
    return buffer.getvalue()


def _file(name, content=GOOD):
    return name, content, stat.S_IFREG | 0o644


def _link(name, target):
    return name, target, stat.S_IFLNK | 0o777


def _good():
    return _build([_file("app.py")])


def _patched(data, signature, offset, value):
    """Overwrites bytes at an offset from every record with this signature."""
    data = bytearray(data)
    at = data.find(signature)
    while at >= 0:
        data[at + offset : at + offset + len(value)] = value
        at = data.find(signature, at + 4)
    return bytes(data)


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def _flags(data, value):
    return _patched(_patched(data, LOCAL, 6, value), CENTRAL, 8, value)


def _method(data, value):
    return _patched(_patched(data, LOCAL, 8, value), CENTRAL, 10, value)


def _duplicate():
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _build([_file("app.py"), _file("app.py", "def handler(e, c): return 2\n")])


def _overlapping(copies=200):
    """Many central records that all mean the one large member: a bomb without recursion."""
    body = _build([_file("app.py", b"\0" * (4 << 20))])
    central_at = body.index(CENTRAL)
    end_at = body.index(END)
    record = body[central_at:end_at]
    records = b""
    for n in range(copies):
        name = f"{n:06}"[:6].encode()
        records += record[:46] + name + record[46 + 6 :]
    end = END + struct.pack("<HHHHIIH", 0, 0, copies, copies, len(records), central_at, 0)
    return body[:central_at] + records + end


def _bomb_by_count(count=100_001):
    return _build([(f"f{n}", b"", stat.S_IFREG | 0o644) for n in range(count)], zipfile.ZIP_STORED)


BROKEN = {
    "nothing": lambda: b"",
    "text": lambda: b"this is not a zip",
    "an empty zip": lambda: _build([]),
    "half a zip": lambda: _good()[: len(_good()) // 2],
    "a zip without its last byte": lambda: _good()[:-1],
    "a zip without its directory": lambda: _good()[: _good().index(CENTRAL)],
    "noise with a zip's signature": lambda: LOCAL + bytes(range(256)) * 20,
    "a wrong checksum": lambda: _patched(_patched(_good(), LOCAL, 14, b"\1\2\3\4"), CENTRAL, 16, b"\1\2\3\4"),
    "a directory that points nowhere": lambda: _patched(_good(), END, 16, b"\xff\xff\xff\x7f"),
    "a member that points nowhere": lambda: _patched(_good(), CENTRAL, 42, b"\xff\xff\xff\x7f"),
    "encrypted": lambda: _flags(_good(), b"\x01\x00"),
    "an unknown compression": lambda: _method(_good(), b"\x63\x00"),
    "a member larger than it says": lambda: _patched(
        _patched(_build([_file("app.py", b"#" * 100_000)]), LOCAL, 22, b"\x10\0\0\0"), CENTRAL, 24, b"\x10\0\0\0"
    ),
    "a path upwards": lambda: _build([_file("app.py"), _file("../escaped.py")]),
    "a path upwards inside": lambda: _build([_file("app.py"), _file("a/b/../../../../escaped.py")]),
    "an absolute path": lambda: _build([_file("app.py"), _file("/tmp/escaped.py")]),
    "a path with NUL": lambda: _build([_file("app.py"), _file("a\0b")]),
    "a link out": lambda: _build([_file("app.py"), _link("l", "../../../etc/passwd")]),
    "an absolute link": lambda: _build([_file("app.py"), _link("l", "/etc/passwd")]),
    "a file through a link": lambda: _build([_file("app.py"), _link("d", "/tmp"), _file("d/escaped.py")]),
    "a character device": lambda: _build([_file("app.py"), ("dev", b"", stat.S_IFCHR | 0o666)]),
    "a block device": lambda: _build([_file("app.py"), ("dev", b"", stat.S_IFBLK | 0o666)]),
    "a pipe": lambda: _build([_file("app.py"), ("pipe", b"", stat.S_IFIFO | 0o666)]),
    "a name twice": _duplicate,
    "a file that is a directory too": lambda: _build([_file("a"), _file("a/b")]),
    "a name too long": lambda: _build([_file("app.py"), _file("x" * 300)]),
    "a path too deep": lambda: _build([_file("app.py"), _file("d/" * 3000 + "x")]),
    "overlapping members": _overlapping,
    "a bomb by count": _bomb_by_count,
}


def tedious_links(deep):
    """12 kB that take long to judge: links that go far down and up again before each names the next."""
    down = 680
    entries = [_file("app.py")]
    if deep:
        entries.append(("a/" * down, b"", stat.S_IFDIR | 0o755))
    for n in range(100):
        following = "app.py" if n % 39 == 38 or n == 99 else f"l{n + 1}"
        entries.append(_link(f"l{n}", "a/" * down + "../" * down + following))
    return _build(entries)


def bomb_by_ratio():
    """300 MB of zeros, 300 kB packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("app.py", GOOD)
        for n in range(3):
            with archive.open(f"zeros{n}", "w") as member:
                for _ in range(100):
                    member.write(b"\0" * 1_000_000)
    return buffer.getvalue()
