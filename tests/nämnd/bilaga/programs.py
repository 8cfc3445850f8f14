"""A program to be killed. It runs in a process of its own, so nothing slow is imported here."""

import hashlib

from nämnd.bilaga.files import FileStore


def keep_until_killed(folder, link, in_place):
    """Keep one file after the other; say each checksum when it is kept.

    `in_place`: the way not to do it, to show what the other way is for.
    """
    keeper = FileStore(folder)
    number = 0
    while True:
        data = number.to_bytes(4) * 250_000
        number += 1
        if not in_place:
            link.send(keeper.keep_bytes(data, "x.pdf").sha256)
            continue
        name = hashlib.sha256(data).hexdigest()
        link.send(name)
        target = folder / name[:2] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
