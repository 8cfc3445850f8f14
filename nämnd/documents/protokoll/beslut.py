"""What was decided in a §: att-satser, and sentences for what was put off, rejected or withdrawn.

Source: KL 5:67 p 4; PRACTICE.md section 3 (wording bank) and section 4, cases 2 and 12.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from nämnd.core.richtext import Paragraph, Run
from nämnd.core.swedish import listed
from nämnd.documents.content import Block, Item, ItemList, Note, text
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.propositions import numbers
from nämnd.protokoll.sentences import directed_sentence
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow, Protokoll

DECIDES = "Nämnden beslutar"
MISSING = "Beslut saknas."
_LATER = {"bordläggning": "punkt bordläggs", "återremiss": "punkt återremitteras"}
_SENTENCES = ("avslag", "bordläggning", "återremiss", "utgår")
_WITH_BESLUT = ("beslut", "val")
_OTHER_MATTERS = re.compile(r"\bövriga\s+(frågor|ärenden)\b", re.IGNORECASE)


def beslut(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[Block, ...]:
    """Return the beslut of a §, as far as it is decided; nothing when there is none."""
    rows = [one for one in paragraf.beslutspunkter if _is_decided(paragraf, one)]
    blocks = list(_decided(protokoll, paragraf, rows))
    if paragraf.upphäver:
        blocks.append(_paragraph(protokoll, "upphävande", beslut=_begun(paragraf.upphäver)))
    if not blocks and _is_empty(paragraf):
        blocks.append(_paragraph(protokoll, "inga övriga frågor"))
    return tuple(blocks)


def what_is_missing(paragraf: ParagrafRow) -> tuple[Block, ...]:
    """Return the note that something is not decided yet, for an utkast."""
    rows = paragraf.beslutspunkter
    left = [one for one in rows if not _is_decided(paragraf, one)]
    if left and len(left) < len(rows):
        words = f"Beslut saknas i punkt {_joined(left)}."
    elif left or (not rows and paragraf.slag in _WITH_BESLUT and not paragraf.upphäver):
        words = MISSING
    elif not paragraf.klar:
        words = "Paragrafen är inte färdigbehandlad."
    else:
        return ()
    return (Note((Run(words, bold=True),)),)


def _is_decided(paragraf: ParagrafRow, one: BeslutspunktRow) -> bool:
    return bool(one.utfall or (paragraf.klar and one.text.strip()))


def _is_empty(paragraf: ParagrafRow) -> bool:
    """Say whether nothing came up at a standing punkt for what might."""
    said = (
        paragraf.beslutspunkter, paragraf.sammanfattning.strip(), paragraf.anmälningar,
        paragraf.yrkanden, paragraf.anteckningar, paragraf.beslutsgång.strip(),
    )  # fmt: skip
    return paragraf.klar and not any(said) and bool(_OTHER_MATTERS.search(paragraf.rubrik))


def _decided(
    protokoll: Protokoll, paragraf: ParagrafRow, rows: list[BeslutspunktRow]
) -> Iterator[Block]:
    first = True
    for (utfall, till, addressed), some in groupby(rows, key=_kind):
        group = list(some)
        if utfall in _SENTENCES:
            whole = len(group) == len(paragraf.beslutspunkter)
            yield text_block(_sentence(protokoll, utfall, till, "" if whole else _joined(group)))
        elif utfall == "information":
            reported = paragraf.slag == "anmälan"
            yield _paragraph(protokoll, "anmälan" if reported else "information")
        else:
            yield text_block(_intro(protokoll, paragraf, addressed, first=first))
            yield ItemList(tuple(_items(group)), ordered=True)
            first = False


def _kind(one: BeslutspunktRow) -> tuple[str, str, tuple[str, ...]]:
    """Return what rows that are told together have alike."""
    if one.utfall in _SENTENCES:
        return one.utfall or "", (one.till or "").strip(), ()
    if one.utfall == "information" and not one.text.strip():
        return one.utfall, "", ()
    return "", "", one.riktas_till


def _sentence(protokoll: Protokoll, utfall: str, till: str, punkt: str) -> str:
    frasbank = protokoll.nämnd.frasbank
    if utfall == "avslag":
        förslag = phrase(frasbank, "förslaget")
        return phrase(
            frasbank, "avslag", förslag=f"{förslag} i punkt {punkt}" if punkt else förslag
        )
    name = "skäl" if utfall == "utgår" else "till"
    values = {name: till.rstrip(".")}
    if punkt:
        key = _LATER.get(utfall, "punkt utgår")
        return phrase(frasbank, key, punkt=punkt, **values)
    return phrase(frasbank, utfall, **values)


def _intro(
    protokoll: Protokoll, paragraf: ParagrafRow, addressed: tuple[str, ...], *, first: bool
) -> str:
    """Return what comes before att-satser: «Nämnden beslutar», «Nämnden rekommenderar X»."""
    if first and paragraf.ingress.strip():
        return paragraf.ingress.strip()
    if not addressed:
        return DECIDES
    return directed_sentence(protokoll, addressed)


def _items(group: list[BeslutspunktRow]) -> Iterator[Item]:
    for place, one in enumerate(group, start=1):
        label = one.nummer.strip().rstrip(".") or str(place)
        yield Item(f"{label}.", text(one.text.strip()))


def _joined(rows: list[BeslutspunktRow]) -> str:
    """Return the numbers of rows as one: 2, 3 and «4–12» are «2–12»."""
    found = [number for one in rows for number in numbers(one.nummer)]
    spans: list[list[int]] = []
    for number in sorted(set(found)):
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    return listed("–".join(map(str, span)) for span in spans) or listed(one.nummer for one in rows)


def _paragraph(protokoll: Protokoll, key: str, **values: str) -> Paragraph:
    return text_block(phrase(protokoll.nämnd.frasbank, key, **values))


def text_block(words: str) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(text(words))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".")
