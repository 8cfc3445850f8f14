"""What an import does with files: the logo, and the versions of a bilaga or a handling.

A version that the file does not have is removed from a bilaga; from a handling nothing is.
"""

from collections.abc import Sequence
from typing import TypeAlias

from nämnd.bilaga.files import KeptFile
from nämnd.tables import Bilageversion, Handlingsversion
from nämnd.tables import Nämnd as NämndRow
from nämnd.utbyte.collecting import Collector, Pending
from nämnd.utbyte.names import said
from nämnd.utbyte.objects import (
    BilagaObject,
    HandlingObject,
    HandlingsversionObject,
    NämndObject,
    VersionObject,
)
from nämnd.utbyte.objects.base import dumped
from nämnd.utbyte.preparing import kept_of
from nämnd.utbyte.there import Version

Paper: TypeAlias = BilagaObject | HandlingObject
_KEYS = ("nummer", "filnamn", "sidor", "tillagd")
_Before: TypeAlias = tuple[VersionObject, ...] | None


def plan_logo(work: Collector, nämnd: NämndObject, pending: Pending) -> None:
    """Let the nämnd have the logo of the file, when the file says which."""
    if "logotyp" not in nämnd.model_fields_set:
        return
    kept = kept_of(work.prepared, nämnd.logotyp, None)
    there = pending.row.logotyp if isinstance(pending.row, NämndRow) else None
    if pending.set("logotyp", kept and kept.sha256):
        was = "en annan bild" if there else "–"
        work.differ("nämnd.logotyp", nämnd, was, said(nämnd.logotyp))


def plan_versions(work: Collector, paper: Paper, path: str) -> None:
    """Let a bilaga or a handling have the file, or the versions, that it has in the file."""
    known = work.known(paper)
    before = known.one.versioner if known and isinstance(known.one, Paper) else None
    given = paper.model_fields_set
    if paper.versioner:
        _all(work, paper, path, before)
    elif paper.fil or paper.sha256:
        _newest(work, paper, path, before)
    elif before and given & {"fil", "versioner"}:
        _remove(work, paper, f"{path}.fil", work.there.versioner[paper.id], before[-1])


def _newest(
    work: Collector,
    paper: Paper,
    path: str,
    before: _Before,
) -> None:
    kept = kept_of(work.prepared, paper.fil, paper.sha256)
    if kept is None or (before and before[-1].sha256 == kept.sha256):
        return
    if before is not None:
        there = said(before[-1].filnamn) if before else "–"
        work.differ(f"{path}.fil", paper, there, said(kept.name))
    version = VersionObject(nummer=before[-1].nummer + 1 if before else 1)
    _add(work, paper, version, kept)


def _all(
    work: Collector,
    paper: Paper,
    path: str,
    before: _Before,
) -> None:
    rows = work.there.versioner.get(paper.id, [])
    left = {row.id: (row, one) for row, one in zip(rows, before or (), strict=True)}
    for place, version in enumerate(paper.versioner):
        at = f"{path}.versioner[{place}]"
        kept = kept_of(work.prepared, version.fil, version.sha256)
        if kept is None:
            continue
        found = _match(version, left)
        if found is not None:
            row, was = left.pop(found)
            _change(work, paper, at, Pending(type(row), row, {}), (was, version, kept))
        elif version.id in work.there.taken:
            expected = "ett id som inte används av något annat i databasen"
            work.find(f"{at}.id", f"«{version.id}», som redan används", expected)
        else:
            _add(work, paper, version, kept)
            if before is not None:
                work.differ(at, paper, None, said(version.filnamn or kept.name))
    for row, was in left.values():
        _remove(work, paper, f"{path}.versioner", [row], was)


def _match(version: VersionObject, left: dict[str, tuple[Version, VersionObject]]) -> str | None:
    if version.id is not None:
        return version.id if version.id in left else None
    return next((key for key, (row, _) in left.items() if row.nummer == version.nummer), None)


def _change(
    work: Collector,
    paper: Paper,
    path: str,
    pending: Pending,
    versions: tuple[VersionObject, VersionObject, KeptFile],
) -> None:
    was, now, kept = versions
    keys = (*_KEYS, "varningar") if isinstance(now, HandlingsversionObject) else _KEYS
    for key in keys:
        there, in_file = getattr(was, key), getattr(now, key)
        if key in now.model_fields_set and there != in_file and in_file is not None:
            pending.set(key, dumped(in_file))
            work.differ(f"{path}.{key}", paper, said(there), said(in_file))
    if was.sha256 != kept.sha256 and isinstance(paper, HandlingObject):
        found = f"en annan fil än den registrerade versionen {was.nummer}"
        work.find(f"{path}.fil", found, "samma fil, eller ett nytt nummer för en ny version")
    elif was.sha256 != kept.sha256:
        pending.values |= {"sha256": kept.sha256, "storlek": kept.size}
        work.differ(f"{path}.fil", paper, said(was.filnamn), said(now.filnamn or kept.name))
    work.pending.append(pending)


def _add(work: Collector, paper: Paper, version: VersionObject, kept: KeptFile) -> None:
    values: dict[str, object] = {
        "nummer": version.nummer,
        "sha256": kept.sha256,
        "filnamn": version.filnamn or kept.name,
        "storlek": kept.size,
        "sidor": version.sidor,
        "tillagd": version.tillagd or work.when,
    }
    if version.id is not None:
        values["id"] = version.id
    if isinstance(paper, BilagaObject):
        pending = Pending(Bilageversion, None, {**values, "bilaga_id": paper.id})
    else:
        told = version.varningar if isinstance(version, HandlingsversionObject) else ()
        own: dict[str, object] = {"handling_id": paper.id, "varningar": list(told)}
        pending = Pending(Handlingsversion, None, {**values, **own})
    work.pending.append(pending)


def _remove(
    work: Collector, paper: Paper, path: str, rows: Sequence[Version], was: VersionObject
) -> None:
    if isinstance(paper, BilagaObject):
        work.removed += rows
        work.differ(path, paper, said(was.filnamn), None)
