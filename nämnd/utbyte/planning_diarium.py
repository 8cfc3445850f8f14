"""What an import does with the diarium. Nothing is ever removed from it (OSL 5:1)."""

from collections.abc import Sequence

from nämnd.tables import Ärende
from nämnd.utbyte.collecting import Collector, Pending
from nämnd.utbyte.objects import JsonObject, NämndObject, UtbyteFile, ÄrendeObject
from nämnd.utbyte.planning_files import plan_versions
from nämnd.ärende.series import read_dnr


def plan_diarium(work: Collector, file: UtbyteFile) -> None:
    """Put the ärenden with their handlingar and skrivelser, and the saved filters."""
    owned: dict[str, object] = {"nämnd_id": file.nämnd.id}
    pattern = _pattern(work, file.nämnd)
    taken = dict(work.there.dnr)
    for place, ärende in enumerate(file.ärenden):
        path = f"ärenden[{place}]"
        pending = work.put(ärende, path, owned)
        if pending is None:
            continue
        if _moves(work, ärende, path, pending, file):
            pending.values |= owned | {"dnr": ärende.dnr}
        _number(work, ärende, path, pending, taken)
        if "dnr" in pending.values:
            år, nummer = read_dnr(pattern, ärende.dnr) or (None, None)
            pending.values |= {"serie_år": år, "serie_nr": nummer}
        _inside(work, ärende, path, new="nämnd_id" in pending.values)
    for place, urval in enumerate(file.urval):
        work.put(urval, f"urval[{place}]", owned)


def _moves(
    work: Collector, ärende: ÄrendeObject, path: str, pending: Pending, file: UtbyteFile
) -> bool:
    """Say whether an ärende that another nämnd's file brought is this nämnd's.

    A file says what is in the ärenden of its own nämnd only. What holds handlingar or skrivelser
    where it is stays there.
    """
    row = pending.row
    if not isinstance(row, Ärende) or row.nämnd_id == file.nämnd.id:
        return False
    if ärende.id not in work.there.filled:
        return "handlingar" in ärende.model_fields_set
    if ärende.handlingar or ärende.skrivelser:
        work.find(path, f"«{ärende.dnr}»", "ett ärende som inte står i en annan nämnds diarium")
    return False


def _inside(work: Collector, ärende: ÄrendeObject, path: str, *, new: bool) -> None:
    """Put what is in an ärende. `new`: it is new in the diarium of the nämnd."""
    known = work.known(ärende)
    there = known.one if known and isinstance(known.one, ÄrendeObject) else None
    numbers = {one.löpnr: one.id for one in there.handlingar} if there else {}
    for place, handling in enumerate(ärende.handlingar):
        at = f"{path}.handlingar[{place}]"
        if numbers.get(handling.löpnr, handling.id) not in work.ids:
            expected = "ett nummer som ingen annan handling i ärendet har"
            work.find(f"{at}.löpnr", str(handling.löpnr), expected)
    made = _put(work, ärende.handlingar, f"{path}.handlingar", ärende, new=new)
    for place, (handling, pending) in enumerate(zip(ärende.handlingar, made, strict=True)):
        if pending is not None:
            plan_versions(work, handling, f"{path}.handlingar[{place}]")
    _put(work, ärende.skrivelser, f"{path}.skrivelser", ärende, new=new)


def _put(
    work: Collector,
    objects: Sequence[JsonObject],
    path: str,
    ärende: ÄrendeObject,
    *,
    new: bool,
) -> list[Pending | None]:
    """Put some of it. Of a new ärende what is in it is no difference."""
    made: list[Pending | None] = []
    for place, one in enumerate(objects):
        at = f"{path}[{place}]"
        if not new and work.known(one) is None:
            work.differ(at, one, None, work.name(one))
        made.append(work.put(one, at, {"ärende_id": ärende.id}))
    return made


def _number(
    work: Collector, ärende: ÄrendeObject, path: str, pending: Pending, taken: dict[str, str]
) -> None:
    """Refuse a dnr that another ärende of the nämnd has, there or in the file."""
    if "dnr" not in pending.values:
        return
    if taken.get(ärende.dnr, ärende.id) != ärende.id:
        expected = "ett dnr som inget annat ärende i nämnden har"
        work.find(f"{path}.dnr", f"«{ärende.dnr}»", expected)
    taken[ärende.dnr] = ärende.id


def _pattern(work: Collector, nämnd: NämndObject) -> str:
    """Return the nämnd's own series as it is after the import."""
    known = work.known(nämnd)
    there = known.one.diarieserie if known and isinstance(known.one, NämndObject) else None
    return (nämnd.diarieserie if "diarieserie" in nämnd.model_fields_set else there) or ""
