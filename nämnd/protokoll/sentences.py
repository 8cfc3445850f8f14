"""Sentences about who moved, objected, had jäv or took no part, from the phrase bank. Pure.

Source: PRACTICE.md section 3, the wording bank; KL 5:67 p 1, 5 and 6.
"""

import re
from collections.abc import Iterator

from nämnd.core.swedish import listed
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.names import belongs, movers, people, sentence
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.values import (
    AnteckningRow,
    ParagrafRow,
    Protokoll,
    ReservationRow,
    YrkandeRow,
)

_FIRST = re.compile(r"(Att|Bifall|Avslag|Återremiss|Bordläggning)\b")
_WHOLE = re.compile(r"\b(yrkar|yrkade|yrkat|föreslår|föreslog)\b", re.IGNORECASE)
_SLAG_PHRASES = {
    "bifall": "bifallsyrkande",
    "avslag": "avslagsyrkande",
    "återremiss": "återremissyrkande",
    "bordläggning": "bordläggningsyrkande",
}


def proposed_text(
    protokoll: Protokoll, slag: tuple[str, ...], till: str = "", punkt: str | None = None
) -> str:
    """Return what a yrkande of `slag` says: «bifall till ordförandens förslag».

    «» for a slag whose words nobody can know (ändring, tillägg, namnförslag, annat).
    """
    frasbank = protokoll.nämnd.frasbank
    förslag = phrase(frasbank, "förslaget")
    förslag = f"{förslag} i punkt {punkt}" if punkt else förslag
    found: list[str] = []
    for key in (_SLAG_PHRASES[one] for one in slag if one in _SLAG_PHRASES):
        later = key in ("återremissyrkande", "bordläggningsyrkande")
        text = phrase(frasbank, key, **({"till": till} if later else {"förslag": förslag}))
        found.append(text.replace("ärendet", f"punkt {punkt}", 1) if later and punkt else text)
    return " och ".join(found)


def yrkande_sentences(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[str, ...]:
    """Return the yrkanden of a § as sentences; withdrawn ones are not printed (RULES.md 5).

    What the same persons move i första and i andra hand is one sentence.
    """
    live = [one for one in paragraf.yrkanden if not one.återtaget]
    found: list[str] = []
    joined: set[str] = set()
    for one in live:
        if one.id in joined:
            continue
        second = _second(live, one)
        if second:
            joined.add(second.id)
        found.append(yrkande_sentence(protokoll, one, second))
    return tuple(found)


def yrkande_sentence(
    protokoll: Protokoll, one: YrkandeRow, second: YrkandeRow | None = None
) -> str:
    """Return «Bo Alm (S) yrkar avslag på ordförandens förslag.»; with `second` i två led."""
    text = _said(protokoll, one)
    if _WHOLE.search(text):  # written out elsewhere as a whole sentence
        return f"{sentence(text)}."
    who = sentence(movers(protokoll, one.av, one.av_partier) or "någon")
    frasbank = protokoll.nämnd.frasbank
    if second:
        annars = _said(protokoll, second)
        return phrase(frasbank, "yrkande i två led", personer=who, vad=text, annars=annars)
    key = "yrkande i andra hand" if one.hand > 1 else "yrkande"
    key = "namnförslag" if "namnförslag" in one.slag else key
    return phrase(frasbank, key, personer=who, vad=text)


def _second(live: list[YrkandeRow], one: YrkandeRow) -> YrkandeRow | None:
    if one.hand != 1 or _WHOLE.search(one.text) or "namnförslag" in one.slag:
        return None
    same = [
        other
        for other in live
        if (other.hand, other.av, other.av_partier) == (2, one.av, one.av_partier)
        and not _WHOLE.search(other.text)
    ]
    return same[0] if len(same) == 1 else None


def _said(protokoll: Protokoll, one: YrkandeRow) -> str:
    lines = [" ".join(line.split()) for line in one.text.splitlines() if line.strip()]
    text = " ".join(lines).rstrip(".") or proposed_text(protokoll, one.slag, punkt=one.punkt)
    return text[:1].lower() + text[1:] if _FIRST.match(text) else text or " och ".join(one.slag)


def reservation_sentence(protokoll: Protokoll, paragraf: ParagrafRow, one: ReservationRow) -> str:
    """Return the sentence about a reservation; its text, when there is one, follows after it."""
    who = sentence(movers(protokoll, one.av, one.av_partier) or "någon")
    yrkande = next((row for row in paragraf.yrkanden if row.id == one.till_förmån_för), None)
    favour = _favour(protokoll, one, yrkande) if yrkande else ""
    frasbank = protokoll.nämnd.frasbank
    if one.text and not one.bilaga:
        return phrase(frasbank, "reservation med text", personer=who, yrkande=favour)
    return phrase(frasbank, "reservation", personer=who, yrkande=favour, bilaga=one.bilaga or "")


def _favour(protokoll: Protokoll, one: ReservationRow, yrkande: YrkandeRow) -> str:
    mine = set(one.av) <= set(yrkande.av) and set(one.av_partier) <= set(yrkande.av_partier)
    if mine and (one.av or one.av_partier):
        return "eget yrkande"
    return belongs(protokoll, yrkande.av, yrkande.av_partier, "yrkande")


def directed_sentence(protokoll: Protokoll, to: tuple[str, ...]) -> str:
    """Return what comes before the att-satser of a beslut directed to huvudmän (ids) or others.

    «Nämnden rekommenderar huvudmännen» when it is all of them, else the names; «Nämnden föreslår
    Regionfullmäktige besluta» as soon as one is another body.
    """
    names = {one.id: one.namn for one in protokoll.huvudmän}
    everybody = len(names) > 1 and set(to) == set(names)
    till = "huvudmännen" if everybody else listed(names.get(one, one) for one in to)
    known = all(one in names for one in to)
    key = "rekommendation" if known else "förslag till annat organ"
    return phrase(protokoll.nämnd.frasbank, key, till=till)


def anteckning_sentence(protokoll: Protokoll, one: AnteckningRow) -> str:
    """Return the sentence that comes before the text of an anteckning."""
    who = people(protokoll, one.av) or "någon"
    return phrase(protokoll.nämnd.frasbank, one.slag, personer=sentence(who))


def jäv_sentence(protokoll: Protokoll, one: JävRow, *, with_grund: bool = False) -> str:
    """Return the sentence about somebody who leaves for jäv, and who steps in.

    The grund is kept for the log and printed only when asked for.
    """
    values = {
        "person": sentence(protokoll.name(one.person_id)),
        "vad": f"punkt {one.punkt}" if one.punkt else "ärendet",
        "grund": (one.grund or "") if with_grund else "",
    }
    if one.ersätts_av:
        values["ersättare"] = sentence(protokoll.name(one.ersätts_av))
        return phrase(protokoll.nämnd.frasbank, "jäv med ersättare", **values)
    return phrase(protokoll.nämnd.frasbank, "jäv", **values)


def aside_sentences(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterator[str]:
    """Yield the sentences about jäv, then about those who take no part in the decision."""
    for one in paragraf.jäv:
        yield jäv_sentence(protokoll, one)
    if paragraf.deltar_inte:
        who = sentence(people(protokoll, paragraf.deltar_inte))
        yield phrase(protokoll.nämnd.frasbank, "deltar inte i beslutet", personer=who)
