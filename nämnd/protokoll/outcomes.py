"""The beslut that follows from what won, att-sats by att-sats. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import replace

from nämnd.core.ids import new_id
from nämnd.protokoll.names import sentence
from nämnd.protokoll.propositions import AVSLAG, FÖRSLAG, Step, handled_punkt, numbers
from nämnd.protokoll.rounds import Decided
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow, Protokoll

_LATER = re.compile(
    r"(?:återremi\w+|bordlägg\w*)(?: av (?:ärendet|punkt [0-9–-]+))?\s+(?P<till>(?:för|till)\b.+)",
    re.IGNORECASE,
)


def proposed_beslut(
    protokoll: Protokoll, paragraf: ParagrafRow, found: Iterable[Decided]
) -> tuple[BeslutspunktRow, ...]:
    """Return the beslut of a § as it follows from what won its steps.

    The att-satser are those of the förslag; rows that are there keep their ids. The texts stay
    also when they were not decided (bordläggning, avslag): `utfall` says what became of them.
    """
    rows = list(_förslag(protokoll, paragraf))
    steps = [one for one in found if one.put and one.winner]
    for one in sorted(steps, key=_order):
        rows = _applied(paragraf, rows, one)
    return tuple(_numbered(rows))


def _order(one: Decided) -> tuple[bool, bool, bool]:
    """Let a punkt on its own come before the rest, what waits after that, tillägg last."""
    return one.step.slag == "tillägg", one.step.formal, one.step.punkt is None


def later(text: str) -> str | None:
    """Return to when or for what a yrkande wants to wait: «för ytterligare beredning»."""
    found = _LATER.search(" ".join(text.split()).rstrip("."))
    return found["till"] if found else None


def _förslag(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterable[BeslutspunktRow]:
    """Yield the rows before anything is decided: the förslag, or what the § itself says."""
    punkt = handled_punkt(protokoll, paragraf)
    there = paragraf.beslutspunkter
    if not (punkt and punkt.förslag):
        yield from (replace(one, utfall=None, till=None) for one in there)
        return
    for place, sats in enumerate(punkt.förslag):
        old = there[place] if place < len(there) else BeslutspunktRow(new_id(), "", "", None)
        yield replace(old, nummer=str(place + 1), text=sats.text, utfall=None, till=None)


def _applied(
    paragraf: ParagrafRow, rows: list[BeslutspunktRow], one: Decided
) -> list[BeslutspunktRow]:
    step, winner = one.step, one.winner
    if winner is None or winner.utfall is None:
        return rows
    texts = {row.id: row.text for row in paragraf.yrkanden}
    text = next((texts[key] for key in winner.yrkanden if texts.get(key, "").strip()), "")
    if step.slag == "tillägg":
        return [*rows, _new(_as_sats(text), winner.utfall)]
    if step.formal:
        till = later(text)
        return [
            replace(row, utfall=winner.utfall, till=till) if _in_scope(row, step) else row
            for row in rows or [_new("", None)]
        ]
    if winner.key in (FÖRSLAG, AVSLAG):
        return [_decided(row, winner.utfall) if _in_scope(row, step) else row for row in rows]
    named = step.slag == "val" and winner.meaning.startswith("val av ")
    return _changed(rows, step, f"att utse {winner.name}" if named else text)


def _changed(rows: list[BeslutspunktRow], step: Step, text: str) -> list[BeslutspunktRow]:
    """Put the words of a yrkande where those of the förslag were."""
    mine = [row for row in rows if _in_scope(row, step) and row.utfall is None]
    lines = [_as_sats(line) for line in text.splitlines() if line.strip()]
    if not lines:
        return [replace(row, utfall="enligt yrkande") if row in mine else row for row in rows]
    new = [
        replace(mine[place], text=line, utfall="enligt yrkande")
        if place < len(mine)
        else _new(line, "enligt yrkande")
        for place, line in enumerate(lines)
    ]
    at = rows.index(mine[0]) if mine else len(rows)
    kept = [row for row in rows if row not in mine]
    before = len([row for row in rows[:at] if row not in mine])
    return [*kept[:before], *new, *kept[before:]]


def _in_scope(row: BeslutspunktRow, step: Step) -> bool:
    mine = set(numbers(row.nummer))
    return step.punkt is None or bool(mine & set(numbers(step.punkt)))


def _decided(row: BeslutspunktRow, utfall: str) -> BeslutspunktRow:
    """Decide a row; what a step about that punkt alone has decided stands."""
    return row if row.utfall else replace(row, utfall=utfall)


def _new(text: str, utfall: str | None) -> BeslutspunktRow:
    return BeslutspunktRow(new_id(), "", text, utfall)


def _as_sats(text: str) -> str:
    plain = " ".join(text.split()).rstrip(".")
    start = re.sub(r"^som tillägg\s+", "", plain, flags=re.IGNORECASE)
    return sentence(start)


def _numbered(rows: list[BeslutspunktRow]) -> Iterable[BeslutspunktRow]:
    """Number the rows from 1; where one stands for several only those without a number."""
    several = any(len(numbers(row.nummer)) > 1 for row in rows)
    for place, row in enumerate(rows, start=1):
        keeps = not row.text.strip() or (several and row.nummer)
        yield row if keeps else replace(row, nummer=str(place))
