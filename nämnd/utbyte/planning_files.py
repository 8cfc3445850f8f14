"""What an import does with files: the logo, and the versions of a bilaga."""

from nämnd.bilaga.files import KeptFile
from nämnd.tables import Bilageversion
from nämnd.tables import Nämnd as NämndRow
from nämnd.utbyte.collecting import Collector, Pending
from nämnd.utbyte.names import said
from nämnd.utbyte.objects import BilagaObject, NämndObject, VersionObject
from nämnd.utbyte.preparing import kept_of

_KEYS = ("nummer", "filnamn", "sidor", "tillagd")


def plan_logo(work: Collector, nämnd: NämndObject, pending: Pending) -> None:
    """Let the nämnd have the logo of the file, when the file says which."""
    if "logotyp" not in nämnd.model_fields_set:
        return
    kept = kept_of(work.prepared, nämnd.logotyp, None)
    there = pending.row.logotyp if isinstance(pending.row, NämndRow) else None
    if pending.set("logotyp", kept and kept.sha256):
        was = "en annan bild" if there else "–"
        work.differ("nämnd.logotyp", nämnd, was, said(nämnd.logotyp))


def plan_versions(work: Collector, bilaga: BilagaObject, path: str) -> None:
    """Let the bilaga have the file, or the versions, that it has in the file."""
    known = work.known(bilaga)
    before = known.one.versioner if known and isinstance(known.one, BilagaObject) else None
    given = bilaga.model_fields_set
    if bilaga.versioner:
        _all(work, bilaga, path, before)
    elif bilaga.fil or bilaga.sha256:
        _newest(work, bilaga, path, before)
    elif before and given & {"fil", "versioner"}:
        work.removed += work.there.versioner[bilaga.id]
        work.differ(f"{path}.fil", bilaga, said(before[-1].filnamn), None)


def _newest(
    work: Collector,
    bilaga: BilagaObject,
    path: str,
    before: tuple[VersionObject, ...] | None,
) -> None:
    kept = kept_of(work.prepared, bilaga.fil, bilaga.sha256)
    if kept is None or (before and before[-1].sha256 == kept.sha256):
        return
    if before is not None:
        there = said(before[-1].filnamn) if before else "–"
        work.differ(f"{path}.fil", bilaga, there, said(kept.name))
    version = VersionObject(nummer=before[-1].nummer + 1 if before else 1)
    _add(work, bilaga, version, kept)


def _all(
    work: Collector,
    bilaga: BilagaObject,
    path: str,
    before: tuple[VersionObject, ...] | None,
) -> None:
    rows = work.there.versioner.get(bilaga.id, [])
    left = {row.id: (row, one) for row, one in zip(rows, before or (), strict=True)}
    for place, version in enumerate(bilaga.versioner):
        at = f"{path}.versioner[{place}]"
        kept = kept_of(work.prepared, version.fil, version.sha256)
        if kept is None:
            continue
        found = _match(version, left)
        if found is not None:
            row, was = left.pop(found)
            _change(work, bilaga, at, Pending(Bilageversion, row, {}), (was, version, kept))
        elif version.id in work.there.taken:
            expected = "ett id som inte används av något annat i databasen"
            work.find(f"{at}.id", f"«{version.id}», som redan används", expected)
        else:
            _add(work, bilaga, version, kept)
            if before is not None:
                work.differ(at, bilaga, None, said(version.filnamn or kept.name))
    for row, was in left.values():
        work.removed.append(row)
        work.differ(f"{path}.versioner", bilaga, said(was.filnamn), None)


def _match(
    version: VersionObject, left: dict[str, tuple[Bilageversion, VersionObject]]
) -> str | None:
    if version.id is not None:
        return version.id if version.id in left else None
    return next((key for key, (row, _) in left.items() if row.nummer == version.nummer), None)


def _change(
    work: Collector,
    bilaga: BilagaObject,
    path: str,
    pending: Pending,
    versions: tuple[VersionObject, VersionObject, KeptFile],
) -> None:
    was, now, kept = versions
    for key in _KEYS:
        there, in_file = getattr(was, key), getattr(now, key)
        if key in now.model_fields_set and there != in_file and in_file is not None:
            pending.set(key, in_file)
            work.differ(f"{path}.{key}", bilaga, said(there), said(in_file))
    if was.sha256 != kept.sha256:
        pending.values |= {"sha256": kept.sha256, "storlek": kept.size}
        work.differ(f"{path}.fil", bilaga, said(was.filnamn), said(now.filnamn or kept.name))
    work.pending.append(pending)


def _add(work: Collector, bilaga: BilagaObject, version: VersionObject, kept: KeptFile) -> None:
    values: dict[str, object] = {
        "bilaga_id": bilaga.id,
        "nummer": version.nummer,
        "sha256": kept.sha256,
        "filnamn": version.filnamn or kept.name,
        "storlek": kept.size,
        "sidor": version.sidor,
        "tillagd": version.tillagd or work.when,
    }
    if version.id is not None:
        values["id"] = version.id
    work.pending.append(Pending(Bilageversion, None, values))
