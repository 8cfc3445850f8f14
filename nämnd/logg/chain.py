"""The chain through the log: each entry carries the checksum of the one before. A pure function.

What is changed, removed or put in another order no longer fits. Whoever rewrites everything after
it too is found out by a head that has left the program (`nämnd.logg.verifying`).
"""

import hashlib
import json
from collections.abc import Sequence

HASHED = ("nummer", "tid", "vem", "kommando", "rubrik", "ändringar", "föregående")
"""The columns that an entry's hash is made of, in order."""


def entry_hash(values: Sequence[int | str]) -> str:
    """Return the SHA-256 (hex) of an entry, and through `föregående` of all before it.

    `values`: those of the columns `HASHED`. Migration 0003 counts in the same way; so must every
    later program.
    """
    said = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
