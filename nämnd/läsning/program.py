"""A programme before the punkter: Tid · Ämne · Föredragande, a row for each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nämnd.läsning import doubts
from nämnd.läsning.found import Doubt, FoundPunkt
from nämnd.läsning.lines import Line
from nämnd.läsning.markers import marker_of, time_before

_HEAD = re.compile(r"tid(?:punkt)?|klockan|kl\.?", re.IGNORECASE)
_TOPIC = re.compile(r"ämne|ärende|punkt|programpunkt|innehåll|rubrik|vad|aktivitet", re.IGNORECASE)
_PAUSE = re.compile(
    r"lunch|fika|kaffe|paus|ajournering|bensträckare|rast|gruppmöten?|partigrupp|mingel|smörgås",
    re.IGNORECASE,
)
_LEAST = 4  # letters that two rubriker must share to be the same


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the programme."""

    line: Line
    tid: str
    topic: str
    föredragande: str


def program_rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of the programme among `lines`; empty when there is none."""
    for at, line in enumerate(lines):
        cells = [cell.strip() for cell in line.text.split("\t")]
        if len(cells) > 1 and _HEAD.fullmatch(cells[0]) and any(map(_TOPIC.fullmatch, cells)):
            return _rows(lines[at + 1 :])
    return ()


def _rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for line in lines:
        tid, rest = time_before(line.text)
        if not tid or not rest:
            break
        topic, _, who = rest.partition("\t")
        rows.append(Row(line, tid, topic.strip(), who.replace("\t", ", ").strip()))
    return tuple(rows)


def is_pause(text: str) -> bool:
    """Tell whether a row is a pause, not a punkt."""
    return _PAUSE.match(text) is not None


def with_program(
    punkter: Sequence[FoundPunkt], rows: Sequence[Row]
) -> tuple[tuple[FoundPunkt, ...], tuple[Doubt, ...]]:
    """Give each punkt the time and föredragande of its row; a row without punkt is a doubt."""
    out = list(punkter)
    found: list[Doubt] = []
    for row in rows:
        if is_pause(row.topic):
            continue
        at = _place_of(row.topic, out)
        if at is None:
            found.append(doubts.program_row(row.line.index, row.line.plain))
            continue
        punkt = out[at]
        out[at] = replace(
            punkt,
            tid=punkt.tid or row.tid,
            föredragande=punkt.föredragande or row.föredragande,
        )
    return tuple(out), tuple(found)


def _place_of(topic: str, punkter: Sequence[FoundPunkt]) -> int | None:
    marker = marker_of(topic)
    if marker:
        numbered = [
            n for n, p in enumerate(punkter) if re.sub(r"\D", "", p.number) == str(marker.number)
        ]
        return numbered[0] if numbered else None
    wanted = _key(topic)
    if len(wanted) < _LEAST:
        return None
    keys = [_key(punkt.rubrik) for punkt in punkter]
    same = [n for n, key in enumerate(keys) if key == wanted]
    like = [
        n for n, key in enumerate(keys) if len(key) >= _LEAST and (wanted in key or key in wanted)
    ]
    return next(iter(same or like), None)


def _key(text: str) -> str:
    return re.sub(r"[\W\d_]+", " ", text.casefold()).strip()
