"""Mails as Outlook saves them (.msg), written on the spot. Source: [MS-CFB], [MS-OXMSG]."""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_FILETIME_0 = 116_444_736_000_000_000  # 1970 in steps of 100 ns from 1601


@dataclass
class Storage:
    """A folder of a compound file."""

    name: str = "Root Entry"
    streams: dict[str, bytes] = field(default_factory=dict)
    storages: list["Storage"] = field(default_factory=list)


def compound_file(root: Storage) -> bytes:
    """Return the bytes of a compound file (OLE)."""
    entries, contents = _entries(root)
    mini, minifat, starts = _mini_stream(contents)
    sectors: list[bytes] = []
    fat: list[int] = []

    def put(data: bytes) -> int:
        if not data:
            return _END
        first = len(sectors)
        count = -(-len(data) // _SECTOR)
        for number in range(count):
            sectors.append(data[number * _SECTOR :][:_SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(first + number + 1 if number + 1 < count else _END)
        return first

    large = {at: put(data) for at, data in contents.items() if len(data) >= _CUTOFF}
    mini_at = put(mini)
    minifat_at = put(struct.pack(f"<{len(minifat)}I", *minifat)) if minifat else _END
    rows = []
    for at, (name, kind, left, right, child) in enumerate(entries):
        start = mini_at if at == 0 else large.get(at, starts.get(at, _END))
        size = len(mini) if at == 0 else len(contents.get(at, b""))
        if kind == _STORAGE:
            start = 0
        rows.append(_entry((name, kind, left, right), child, start, size))
    directory_at = put(b"".join(rows))
    fat_count = -(-(len(sectors) + 8) // (_SECTOR // 4)) or 1
    fat_at = len(sectors)
    fat += [_FAT] * fat_count
    fat += [_FREE] * (fat_count * _SECTOR // 4 - len(fat))
    sectors.append(struct.pack(f"<{len(fat)}I", *fat))
    difat = [fat_at + number for number in range(fat_count)] + [_FREE] * (109 - fat_count)
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count, directory_at,
        0, _CUTOFF, minifat_at, -(-len(minifat) * 4 // _SECTOR), _END, 0, *difat,
    )  # fmt: skip
    return header + b"".join(sectors)


def msg(subject, body, **parts):
    """Return a mail as a file; `parts` as for `message`."""
    return compound_file(message(subject, body, **parts))


def message(  # noqa: PLR0913 - the parts of a mail
    subject,
    body,
    *,
    sender=("Åsa Öberg", "asa@exempel.se"),
    sent=None,
    html=None,
    attached=(),
    to=(),
    inner=None,
):
    """Return the folder of a mail. `inner`: the folder of a mail that is attached to it.

    `attached`: (name, bytes, content id or None); `sent`: seconds since 1970.
    """
    root = Storage()
    texts = {
        0x001A: "IPM.Note",
        0x0037: subject,
        0x1000: body,
        0x0C1A: sender[0],
        0x0C1F: sender[1],
    }
    fixed = {} if sent is None else {(0x0039, 0x0040): sent * 10_000_000 + _FILETIME_0}
    binaries = {} if html is None else {0x1013: html}
    many = len(attached) + (inner is not None)
    head = struct.pack("<8x4I8x", len(to), many, len(to), many)
    _properties(root, head, texts, fixed, binaries)
    for number, (name, address) in enumerate(to):
        one = Storage(f"__recip_version1.0_#{number:08X}")
        _properties(one, bytes(8), {0x3001: name, 0x3003: address}, {}, {})
        root.storages.append(one)
    for number, (name, data, cid) in enumerate(attached):
        one = Storage(f"__attach_version1.0_#{number:08X}")
        texts = {0x3707: name, 0x370E: "image/png" if cid else "application/octet-stream"}
        if cid:
            texts[0x3712] = cid
        _properties(one, bytes(8), texts, {(0x3705, 0x0003): 1}, {0x3701: data})
        root.storages.append(one)
    if inner is not None:
        one = Storage(f"__attach_version1.0_#{len(attached):08X}")
        _properties(one, bytes(8), {0x3001: "ett brev"}, {(0x3705, 0x0003): 5}, {})
        inner.name = "__substg1.0_3701000D"
        rows = inner.streams["__properties_version1.0"]
        inner.streams["__properties_version1.0"] = rows[:24] + rows[32:]  # [MS-OXMSG] 2.4.1.2
        one.storages.append(inner)
        root.storages.append(one)
    return root


def _properties(storage, head, texts, fixed, binaries):
    rows = [head]
    for pid, text in texts.items():
        data = text.encode("utf-16-le")
        storage.streams[f"__substg1.0_{pid:04X}001F"] = data
        rows.append(struct.pack("<HHIII", 0x001F, pid, 6, len(data) + 2, 0))
    for pid, data in binaries.items():
        storage.streams[f"__substg1.0_{pid:04X}0102"] = data
        rows.append(struct.pack("<HHIII", 0x0102, pid, 6, len(data), 0))
    for (pid, kind), value in fixed.items():
        rows.append(struct.pack("<HHIQ", kind, pid, 6, value))
    storage.streams["__properties_version1.0"] = b"".join(rows)


def _entries(root):
    """Return (name, kind, left, right, child) for each, and the contents by number."""
    entries: list[tuple] = [(root.name, _ROOT, _NONE, _NONE, _NONE)]
    contents: dict[int, bytes] = {}

    def add(storage, at):
        previous = None
        for name, what in (*storage.streams.items(), *((s.name, s) for s in storage.storages)):
            number = len(entries)
            kind = _STORAGE if isinstance(what, Storage) else _STREAM
            entries.append((name, kind, _NONE, _NONE, _NONE))
            if previous is None:
                entries[at] = (*entries[at][:4], number)
            else:
                entries[previous] = (*entries[previous][:3], number, entries[previous][4])
            previous = number
            if isinstance(what, Storage):
                add(what, number)
            else:
                contents[number] = what

    add(root, 0)
    return entries, contents


def _mini_stream(contents):
    mini, minifat, starts = b"", [], {}
    for at, data in contents.items():
        if not data or len(data) >= _CUTOFF:
            continue
        starts[at] = len(minifat)
        count = -(-len(data) // _MINI)
        minifat += [len(minifat) + number + 1 for number in range(count - 1)] + [_END]
        mini += data.ljust(count * _MINI, b"\0")
    return mini, minifat, starts


def _entry(shape, child, start, size):
    name, kind, left, right = shape
    raw = (name + "\0").encode("utf-16-le")
    head = struct.pack("<64sHBBIII", raw, len(raw), kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
