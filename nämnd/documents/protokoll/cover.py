"""The first page of a protokoll: when and where, who was there, who checks it, lines to sign on.

Source: PRACTICE.md section 3, the shared skeleton 2; KL 5:66.
"""

from collections.abc import Iterator, Mapping

from nämnd.core import paragrafer
from nämnd.core.swedish import long_date
from nämnd.documents.content import (
    Block,
    Facts,
    Heading,
    Signature,
    Signatures,
    Subheading,
    Table,
    text,
)
from nämnd.documents.protokoll.draft import JUSTERAT
from nämnd.documents.protokoll.marks import listed, part, span, touched
from nämnd.documents.protokoll.närvaro import beslutande, missing, not_serving, others
from nämnd.närvaro.values import ForParagrafer, JusteringRow
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag
from nämnd.sammanträde.rules import spans_text

SECRETARY = "Sekreterare"
"""The role of who signs a protokoll and does not justera it (KL 5:69)."""


def cover(protokoll: Protokoll, fields: Mapping[str, str] | None = None) -> Iterator[Block]:
    """Yield the cover.

    `fields`: it is to be signed as it stands; person id → name of the place in the file.
    """
    yield Heading(f"Protokoll {span(protokoll)}".strip(), 1)
    yield Facts((("Plats och tid", "\n".join(when_and_where(protokoll))),))
    yield from _beslutande(protokoll)
    yield Facts(tuple(_facts(protokoll, final=fields is not None)))
    signed = tuple(_signatures(protokoll, fields or {}))
    if signed:
        yield Subheading("Underskrifter", 2)
        yield Signatures(signed)


def when_and_where(protokoll: Protokoll) -> Iterator[str]:
    """Yield the place, then each day with its times and breaks, a line each."""
    head = protokoll.sammanträde
    if head.plats:
        yield head.plats
    for dag in head.dagar:
        yield _day(dag)
        yield from (_break(one) for one in head.ajourneringar if one.datum == dag.datum)
    yield from (_break(one) for one in head.ajourneringar if one.datum is None)


def _day(dag: Dag) -> str:
    """Return «torsdag 12 mars 2026 klockan 08.31–11.52»: the real times as far as known."""
    if dag.öppnat:
        times = f"{dag.öppnat}–{dag.avslutat}" if dag.avslutat else dag.öppnat
    else:
        times = spans_text(dag.tider)
    day = long_date(dag.datum)
    return f"{day} klockan {times}" if times else day


def _break(one: Ajournering) -> str:
    return f"Ajournering {one.från}–{one.till}" if one.till else f"Ajournering från {one.från}"


def _beslutande(protokoll: Protokoll) -> Iterator[Block]:
    lines = beslutande(protokoll)
    if not lines:
        return
    yield Subheading("Beslutande", 2)
    head = ("Namn", "Uppdrag", "Utsedd av", "Närvaro")
    rows = [(one.name, one.role, one.huvudman, one.notes) for one in lines]
    used = [place for place in range(len(head)) if any(row[place] for row in rows)]
    yield Table(
        tuple(tuple(text(row[place]) for place in used) for row in (head, *rows)), tight=True
    )


def _facts(protokoll: Protokoll, *, final: bool) -> Iterator[tuple[str, str]]:
    yield from _fact("Vakanta platser", ", ".join(protokoll.vakanta_platser))
    yield from _fact("Frånvarande", ", ".join(missing(protokoll)))
    yield from _fact("Ej tjänstgörande ersättare", ", ".join(not_serving(protokoll)))
    yield from _fact("Övriga närvarande", "\n".join(others(protokoll)))
    if len(protokoll.ordförande) > 1:
        chairs = (_task(protokoll, one) for one in protokoll.ordförande)
        yield "Ordförande", "\n".join(chairs)
    yield from _fact("Utsedda att justera", "\n".join(_justerare(protokoll)))
    yield from _fact("Justeringens plats och tid", "\n".join(_justeringar(protokoll, final=final)))
    yield from _fact("Paragrafer", span(protokoll))


def _fact(label: str, words: str) -> Iterator[tuple[str, str]]:
    if words:
        yield label, words


def _task(protokoll: Protokoll, one: ForParagrafer) -> str:
    return f"{protokoll.name(one.person_id)} {part(protokoll, one.paragrafer)}".rstrip()


def _justerare(protokoll: Protokoll) -> Iterator[str]:
    for one in protokoll.justerare:
        if touched(protokoll, one.paragrafer):
            yield _task(protokoll, one)


def _justeringar(protokoll: Protokoll, *, final: bool) -> Iterator[str]:
    """Yield where and when each set of §§ is checked, and the §§ that are at once.

    `final`: what nobody has planned is not told.
    """
    for one in protokoll.justeringar:
        if final and not (one.plats or one.planerat_datum or one.datum):
            continue
        which = part(protokoll, one.paragrafer)
        words = _justering(one)
        yield f"{which}: {words}" if which else words
    known = [one.paragrafer for one in protokoll.justeringar]
    at_once = [
        row.nummer
        for row in protokoll.paragrafer
        if row.omedelbart_justerad and not any(set_.covers(row.nummer) for set_ in known)
    ]
    if at_once:
        yield f"{listed(paragrafer.of(at_once))}: omedelbart"


def _justering(one: JusteringRow) -> str:
    done = one.läge == JUSTERAT and one.datum
    when = f"justerat {one.datum}" if done else one.planerat_datum
    return ", ".join(filter(None, (one.plats, when))) or "plats och tid ej bestämda"


def _signatures(protokoll: Protokoll, fields: Mapping[str, str]) -> Iterator[Signature]:
    """Yield a line for each who signs; with places in the file only those who have one, once."""
    rows = tuple(_signing(protokoll))
    if not fields:
        yield from (Signature(name, role) for _, name, role in rows)
        return
    for key in dict.fromkeys(key for key, _, _ in rows if key in fields):
        mine = [(name, role) for one, name, role in rows if one == key]
        roles = ", ".join(role for _, role in mine)
        yield Signature(mine[0][0], f"{roles[:1]}{roles[1:].lower()}", field=fields[key])


def _signing(protokoll: Protokoll) -> Iterator[tuple[str, str, str]]:
    """Yield person id, name and role of each who signs."""
    secretary = protokoll.sammanträde.sekreterare
    if secretary:
        yield secretary.id, secretary.namn, SECRETARY
    for role, rows in (("Ordförande", protokoll.ordförande), ("Justerare", protokoll.justerare)):
        for one in rows:
            if touched(protokoll, one.paragrafer):
                which = part(protokoll, one.paragrafer)
                yield one.person_id, protokoll.name(one.person_id), f"{role} {which}".rstrip()
