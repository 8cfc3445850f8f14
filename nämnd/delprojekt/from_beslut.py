"""A § of the protokoll made into a delprojekt to correct."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nämnd.core.ids import new_id
from nämnd.core.richtext import from_plain
from nämnd.delprojekt.values import Beslut, DelprojektDraft, Sats
from nämnd.organisation.rules import one_line
from nämnd.tables import Beslutspunkt, Paragraf

_NUMBERED = re.compile(r"\b(?:del)?projekt\s+(?:nr\.?\s*)?(\d{1,4})\b[\s:.,–-]*", re.IGNORECASE)
_ABOUT = re.compile(r"(?:^|[\s,–-]+)uppföljning(?:en)?(?:\s+av)?[\s,:–-]*", re.IGNORECASE)
_NOT_DECIDED = {"avslag", "bordläggning", "återremiss", "utgår"}
_AROUND = " ,;:.–-"
_SHORT_INGRESS = 80  # «Södra regionvårdsnämnden beslutar» says nothing of the matter


@dataclass(frozen=True, slots=True)
class FromBeslut:
    """What a § says of a delprojekt. `before`: what stands before «delprojekt 8» in its rubrik."""

    draft: DelprojektDraft
    before: str

    def within(self, programs: Sequence[str], ärende_id: str | None) -> DelprojektDraft:
        """Return the draft in its ärende and its program.

        That is a known one that the rubrik names, or what stands before the number.
        """
        named = next((one for one in programs if one.casefold() in self.before.casefold()), "")
        program = named or _ABOUT.sub(" ", self.before).strip(_AROUND)
        return replace(self.draft, program=one_line(program), ärende_id=ärende_id)


def draft_from(row: Paragraf, punkter: Sequence[Beslutspunkt], day: date | None) -> FromBeslut:
    """Return what a § says: its satser, those the nämnd said no to or sent back left out."""
    rubrik = one_line(row.rubrik)
    found = _NUMBERED.search(rubrik)
    before, after = (rubrik[: found.start()], rubrik[found.end() :]) if found else ("", rubrik)
    beslut = Beslut(
        id=new_id(),
        datum=day or date.min,
        satser=tuple(_satser(punkter)),
        paragraf=row.nummer,
        paragraf_id=row.id,
        text=from_plain(row.ingress) if len(row.ingress) > _SHORT_INGRESS else "",
    )
    draft = DelprojektDraft(
        nummer=int(found[1]) if found else 0,
        rubrik=_ABOUT.sub(" ", after).strip(_AROUND) or rubrik,
        bakgrund=row.sammanfattning,
        beslut=(beslut,) if day is not None and beslut.satser else (),
    )
    return FromBeslut(draft, before)


def _satser(punkter: Sequence[Beslutspunkt]) -> Iterator[Sats]:
    for one in punkter:
        if one.utfall not in _NOT_DECIDED and one_line(one.text):
            yield Sats(new_id(), one_line(one.text))
