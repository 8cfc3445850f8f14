"""Compares a file with what is there: what an import would do, before anything is done."""

from collections.abc import Sequence

from nämnd.tables import Sammanträdesdag
from nämnd.utbyte.collecting import Collector, Pending, merged
from nämnd.utbyte.names import said
from nämnd.utbyte.objects import (
    BilagaObject,
    DelegationsprotokollObject,
    NämndObject,
    PunktObject,
    SammanträdeObject,
    UtbyteFile,
)
from nämnd.utbyte.objects.base import dumped
from nämnd.utbyte.planning_diarium import plan_diarium
from nämnd.utbyte.planning_files import plan_logo, plan_versions
from nämnd.utbyte.planning_follow_up import plan_follow_up
from nämnd.utbyte.planning_justerat import refuse_justerat
from nämnd.utbyte.planning_numbers import plan_numbers
from nämnd.utbyte.planning_protokoll import plan_paragraf_numbers, plan_protokoll


def plan(work: Collector) -> None:
    """Fill `work` with what its file asks for."""
    file = work.prepared.file
    if work.there.same_name is not None:
        found = f"«{file.nämnd.namn}», som en nämnd med id «{work.there.same_name}» redan heter"
        work.find("nämnd.namn", found, "samma id som den nämnden, eller ett annat namn")
    _nämnd(work, file.nämnd)
    for place, person in enumerate(file.personer):
        work.put(person, f"personer[{place}]", {})
    owned: dict[str, object] = {"nämnd_id": file.nämnd.id}
    for place, uppdrag in enumerate(file.uppdrag):
        work.put(uppdrag, f"uppdrag[{place}]", owned)
    plan_diarium(work, file)
    for place, own in enumerate(file.delegationsprotokoll):
        _own_protokoll(work, own, f"delegationsprotokoll[{place}]", owned)
    for place, beslut in enumerate(file.delegationsbeslut):
        work.put(beslut, f"delegationsbeslut[{place}]", owned)
    for place, sammanträde in enumerate(file.sammanträden):
        _sammanträde(work, sammanträde, f"sammanträden[{place}]", file)
    plan_paragraf_numbers(work, file)
    plan_follow_up(work, file)


def _nämnd(work: Collector, nämnd: NämndObject) -> None:
    known, pending = work.known(nämnd), work.put(nämnd, "nämnd", {})
    if pending is None:
        return
    plan_logo(work, nämnd, pending)
    if "huvudmän" in nämnd.model_fields_set:
        before = known.one.huvudmän if known and isinstance(known.one, NämndObject) else None
        work.put_list(nämnd.huvudmän, "nämnd.huvudmän", {"nämnd_id": nämnd.id}, before)


def _own_protokoll(
    work: Collector, one: DelegationsprotokollObject, path: str, owned: dict[str, object]
) -> None:
    known = work.known(one)
    if work.put(one, path, owned) is not None and "anslag" in one.model_fields_set:
        there = known.one if known else None
        before = there.anslag if isinstance(there, DelegationsprotokollObject) else None
        fixed: dict[str, object] = {"delegationsprotokoll_id": one.id}
        work.put_list(one.anslag, f"{path}.anslag", fixed, before)


def _sammanträde(work: Collector, one: SammanträdeObject, path: str, file: UtbyteFile) -> None:
    earlier = len(work.differences)
    known, pending = work.known(one), work.put(one, path, {"nämnd_id": file.nämnd.id})
    if pending is None:
        return
    before = known.one if known and isinstance(known.one, SammanträdeObject) else None
    _days(work, one, path, before)
    for place, utskick in enumerate(one.utskick):
        at = f"{path}.utskick[{place}]"
        if before is not None and work.known(utskick) is None:
            work.differ(at, utskick, None, said(utskick.datum))
        work.put(utskick, at, {"sammanträde_id": one.id}, one.id)
    if "punkter" in one.model_fields_set:
        _punkter(work, one, path, before, pending)
    plan_protokoll(work, one, path, before, pending)
    if before is not None:
        refuse_justerat(work, one, path, before, work.differences[earlier:])


def _days(
    work: Collector, one: SammanträdeObject, path: str, before: SammanträdeObject | None
) -> None:
    there = {dag.datum: dag for dag in before.dagar} if before is not None else {}
    dagar = tuple(merged(there[dag.datum], dag) if dag.datum in there else dag for dag in one.dagar)
    if before is not None and before.dagar == dagar:
        return
    if before is not None:
        work.differ(f"{path}.dagar", one, said(before.dagar), said(dagar))
    rows = work.there.dagar.get(one.id, [])
    for place, dag in enumerate(dagar):
        row = rows[place] if place < len(rows) else None
        values: dict[str, object] = {"sammanträde_id": one.id, "datum": dag.datum}
        values |= {"tider": dumped(dag.tider), "öppnat": dag.öppnat, "avslutat": dag.avslutat}
        work.pending.append(Pending(Sammanträdesdag, row, values))
    work.removed += rows[len(dagar) :]


def _punkter(
    work: Collector,
    one: SammanträdeObject,
    path: str,
    before: SammanträdeObject | None,
    pending: Pending,
) -> None:
    where = f"{path}.punkter"
    made = work.put_list(
        one.punkter, where, {"sammanträde_id": one.id}, before and before.punkter, one.id
    )
    bilagor: dict[str, Pending] = {}
    for place, punkt in enumerate(one.punkter):
        if made[place] is not None:
            bilagor |= _inside(work, punkt, f"{where}[{place}]", one.id)
    plan_numbers(work, one, path, pending, made, bilagor)


def _inside(work: Collector, punkt: PunktObject, path: str, owner: str) -> dict[str, Pending]:
    """Put what belongs to a punkt; return its bilagor by id."""
    known = work.known(punkt)
    before = known.one if known and isinstance(known.one, PunktObject) else None
    fixed: dict[str, object] = {"punkt_id": punkt.id}
    given = punkt.model_fields_set
    if "underpunkter" in given:
        was = before and before.underpunkter
        work.put_list(punkt.underpunkter, f"{path}.underpunkter", fixed, was, owner)
    for slag in ("förslag", "missivförslag"):
        if slag in given:
            was = before and getattr(before, slag)
            satser = getattr(punkt, slag)
            work.put_list(satser, f"{path}.{slag}", {**fixed, "slag": slag}, was, owner)
    if "bilagor" not in given:
        return {}
    was = before and before.bilagor
    made = work.put_list(punkt.bilagor, f"{path}.bilagor", fixed, was, owner)
    return _with_files(work, punkt.bilagor, f"{path}.bilagor", made)


def _with_files(
    work: Collector, bilagor: Sequence[BilagaObject], path: str, made: Sequence[Pending | None]
) -> dict[str, Pending]:
    found: dict[str, Pending] = {}
    for place, (bilaga, pending) in enumerate(zip(bilagor, made, strict=True)):
        if pending is not None:
            plan_versions(work, bilaga, f"{path}[{place}]")
            found[bilaga.id] = pending
    return found
