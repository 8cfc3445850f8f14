"""Who was there, as the cover of a protokoll says it.

Source: KL 5:66 (which ledamöter and ersättare served); PRACTICE.md section 3, the shared skeleton.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nämnd.core import paragrafer
from nämnd.core.paragrafer import NONE, Paragrafer
from nämnd.documents.protokoll.marks import listed, part, touched
from nämnd.närvaro.rules import absent
from nämnd.närvaro.values import NÄRVAROROLLER, TJÄNSTGÖR, NärvaroRow
from nämnd.organisation.rules import role_order
from nämnd.protokoll.values import Protokoll

LEDAMOT, SERVING = TJÄNSTGÖR
ERSÄTTARE = "ersättare"
OTHERS = NÄRVAROROLLER[3:]
BEREDNING = "beredning"


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody with a seat: what they are, who appointed them, and when and how they took part."""

    person_id: str
    name: str
    role: str
    huvudman: str
    notes: str


def beslutande(protokoll: Protokoll) -> tuple[Line, ...]:
    """Return those who served, by huvudman: ledamöter first, then ersättare."""
    lines = (*_ledamöter(protokoll), *_serving(protokoll))
    return tuple(sorted(lines, key=lambda line: _place(protokoll, line)))


def not_serving(protokoll: Protokoll) -> tuple[str, ...]:
    """Return the ersättare who were there without serving, with §§: «Vera Lund (L) §§ 59–61»."""
    rows = _by_person(row for row in protokoll.närvaro if row.roll == ERSÄTTARE)
    found: list[str] = []
    for key, mine in rows.items():
        left = _union(mine).minus(_stepped_in(protokoll, key))
        if touched(protokoll, left):
            found.append(_joined(protokoll.name(key), _notes(protokoll, mine, away=left)))
    return tuple(found)


def others(protokoll: Protokoll) -> tuple[str, ...]:
    """Return everybody else, one a line: «Siv Penna, nämndsekreterare», «Bo Ek, läkare, § 61»."""
    rows = _by_person(row for row in protokoll.närvaro if row.roll in OTHERS)
    prepared = _by_person(row for row in _with_seat(protokoll) if row.deltar_i == BEREDNING)
    found = [
        _joined(protokoll.name(key), f"deltar i beredningen, {_notes(protokoll, mine)}")
        for key, mine in prepared.items()
    ]
    secretary = protokoll.sammanträde.sekreterare
    if secretary and secretary.id not in rows:
        found.append(f"{secretary.namn}, sekreterare")
    found += [
        _joined(f"{protokoll.name(key)}{_title(protokoll, key, mine[0])}", _notes(protokoll, mine))
        for key, mine in rows.items()
        if touched(protokoll, _union(mine))
    ]
    return tuple(found)


def missing(protokoll: Protokoll) -> tuple[str, ...]:
    """Return those who were not there."""
    return tuple(protokoll.name(key) for key in absent(protokoll))


def _ledamöter(protokoll: Protokoll) -> Iterator[Line]:
    rows = _by_person(
        row for row in _with_seat(protokoll) if row.roll == LEDAMOT and row.deltar_i != BEREDNING
    )
    for key, mine in rows.items():
        known = protokoll.deltagare.get(key)
        role = known.roll if known and known.roll and known.roll != ERSÄTTARE else LEDAMOT
        notes = "; ".join(filter(None, (_notes(protokoll, mine), _jäv(protokoll, key, mine))))
        yield _line(protokoll, key, role, notes)


def _serving(protokoll: Protokoll) -> Iterator[Line]:
    """Yield each ersättare who served, a line for each ledamot whose seat they had."""
    rows: dict[tuple[str, str | None], list[NärvaroRow]] = {}
    for row in _with_seat(protokoll):
        if row.roll == SERVING and row.deltar_i != BEREDNING:
            rows.setdefault((row.person_id, row.för), []).append(row)
    for key, stepped in _replacements(protokoll).items():
        mine = rows.pop(key, [])
        notes = _notes(protokoll, mine, away=_union(mine).plus(stepped))
        yield _line(protokoll, key[0], _for(protokoll, key[1]), notes)
    for (person, för), mine in rows.items():
        notes = "; ".join(filter(None, (_notes(protokoll, mine), _jäv(protokoll, person, mine))))
        yield _line(protokoll, person, _for(protokoll, för), notes)


def _for(protokoll: Protokoll, för: str | None) -> str:
    return f"ersätter {protokoll.name(för)}" if för else "ersättare på vakant plats"


def _line(protokoll: Protokoll, key: str, role: str, notes: str) -> Line:
    known = protokoll.deltagare.get(key)
    huvudman = (known.huvudman if known else None) or ""
    return Line(key, protokoll.name(key), role[:1].upper() + role[1:], huvudman, notes)


def _place(protokoll: Protokoll, line: Line) -> tuple[int, bool, int, int]:
    known = protokoll.deltagare.get(line.person_id)
    order = [one.id for one in protokoll.huvudmän]
    huvudman = known.huvudman_id if known else None
    place = order.index(huvudman) if huvudman in order else len(order)
    role = role_order(known.roll or "") if known else 99
    return place, line.role.startswith("Ersätt"), role, known.ordning if known else 0


def _with_seat(protokoll: Protokoll) -> Iterator[NärvaroRow]:
    for row in protokoll.närvaro:
        if row.roll in TJÄNSTGÖR and touched(protokoll, row.paragrafer):
            yield row


def _by_person(rows: Iterable[NärvaroRow]) -> dict[str, list[NärvaroRow]]:
    found: dict[str, list[NärvaroRow]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row)
    return found


def _union(rows: Iterable[NärvaroRow]) -> Paragrafer:
    return paragrafer.normalised(span for row in rows for span in row.paragrafer.spans)


def _replacements(protokoll: Protokoll) -> dict[tuple[str, str | None], Paragrafer]:
    """Return who stepped in for whom because of jäv, and at which §§ or punkter."""
    found: dict[tuple[str, str | None], Paragrafer] = {}
    for paragraf in protokoll.paragrafer:
        for one in paragraf.jäv:
            if one.ersätts_av:
                key = (one.ersätts_av, one.person_id)
                found[key] = found.get(key, NONE).plus(_at(paragraf.nummer, one.punkt))
    return found


def _stepped_in(protokoll: Protokoll, person_id: str) -> Paragrafer:
    spans = (
        span
        for (key, _), chosen in _replacements(protokoll).items()
        if key == person_id
        for span in chosen.spans
    )
    return paragrafer.normalised(spans)


def _at(nummer: int, punkt: str | None) -> Paragrafer:
    try:
        return paragrafer.read(f"{nummer} punkt {punkt}" if punkt else str(nummer))
    except ValueError:  # a punkt that is no number: the § as a whole then
        return paragrafer.of((nummer,))


def _notes(
    protokoll: Protokoll, rows: Iterable[NärvaroRow], *, away: Paragrafer | None = None
) -> str:
    """Return at which §§ and how somebody took part: «§§ 59–61; på distans §§ 63–74».

    `away`: the §§ to name instead of those of the rows.
    """
    mine = list(rows)
    far = [row for row in mine if row.på_distans]
    near = [row for row in mine if not row.på_distans]
    found: list[str] = []
    if near or not far:
        found.append(part(protokoll, _union(near) if away is None else away))
    if far:
        found.append(f"på distans {part(protokoll, _union(far))}".rstrip())
    if any(row.delvis for row in mine):
        found.append("en del av tiden")
    found += [row.anmärkning.strip() for row in mine if row.anmärkning]
    return "; ".join(dict.fromkeys(filter(None, found)))


def _jäv(protokoll: Protokoll, person_id: str, rows: Iterable[NärvaroRow]) -> str:
    there = _union(rows)
    out = NONE
    for paragraf in protokoll.paragrafer:
        for one in paragraf.jäv:
            if one.person_id == person_id and there.touches(paragraf.nummer):
                out = out.plus(_at(paragraf.nummer, one.punkt))
    return f"ej {listed(out)} på grund av jäv" if out != NONE else ""


def _title(protokoll: Protokoll, key: str, row: NärvaroRow) -> str:
    known = protokoll.deltagare.get(key)
    secretary = protokoll.sammanträde.sekreterare
    if known and known.titel:
        return f", {known.titel}"
    if secretary and secretary.id == key:
        return ", sekreterare"
    said = {"personalföreträdare": ", personalföreträdare", "gäst": ", gäst"}
    return said.get(row.roll, f", {known.roll}" if known and known.roll else "")


def _joined(name: str, notes: str) -> str:
    notes = notes.removesuffix(", ")
    if not notes:
        return name
    return f"{name} {notes}" if notes.startswith("§") else f"{name}, {notes}"
