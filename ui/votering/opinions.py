"""The lines of a §: yrkanden, and those who object, take no part or want something noted."""

from collections.abc import Iterator

from nämnd.core.swedish import counted, listed
from nämnd.protokoll.names import movers, people, sentence
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.propositions import FORMAL
from nämnd.protokoll.sentences import (
    anteckning_sentence,
    jäv_sentence,
    reservation_sentence,
    yrkande_sentence,
)
from nämnd.protokoll.values import YrkandeRow
from ui.toolkit.palette import Role
from ui.votering.lines import Line
from ui.votering.saving import Shown

JÄV, DELTAR_INTE, RESERVATION, ANTECKNING, RIKTAS, OMEDELBART = (
    "jäv", "deltar inte", "reservation", "anteckning", "riktas", "omedelbart",
)  # fmt: skip
_NOTE_CHIPS = {"protokollsanteckning": "anteckning", "ersättares mening": "mening"}
_LONGEST = 160  # characters of a text that is shown in a line


def yrkande_lines(shown: Shown) -> tuple[Line, ...]:
    """Return a line for each yrkande, the withdrawn ones struck out."""
    return tuple(_yrkande(shown, one) for one in shown.paragraf.yrkanden)


def _yrkande(shown: Shown, one: YrkandeRow) -> Line:
    chips: list[tuple[str, Role]] = []
    formal = [slag for slag in FORMAL if slag in one.slag]
    if one.återtaget:
        chips.append(("återtaget", Role.QUIET))
    elif formal:
        chips.append((f"{listed(formal)} prövas först", Role.WARN))
    elif "tillägg" in one.slag:
        chips.append(("prövas sist", Role.NOTE))
    if one.punkt:
        chips.append((f"punkt {one.punkt}", Role.QUIET))
    who = sentence(movers(shown.protokoll, one.av, one.av_partier) or "någon")
    return Line(
        one.id, yrkande_sentence(shown.protokoll, one), who, tuple(chips[:2]), one.återtaget
    )


def aside_lines(shown: Shown) -> tuple[Line, ...]:
    """Return a line for everything else that is noted; the key is what it is, and its id."""
    return tuple(_aside(shown))


def _aside(shown: Shown) -> Iterator[Line]:
    protokoll, paragraf = shown.protokoll, shown.paragraf
    for jäv in paragraf.jäv:
        who = sentence(protokoll.name(jäv.person_id))
        text = jäv_sentence(protokoll, jäv, with_grund=True)
        where = f"jäv punkt {jäv.punkt}" if jäv.punkt else "jäv"
        yield Line(f"{JÄV}:{jäv.id}", text, who, ((where, Role.LATE),))
    if paragraf.deltar_inte:
        who = sentence(people(protokoll, paragraf.deltar_inte))
        text = phrase(protokoll.nämnd.frasbank, "deltar inte i beslutet", personer=who)
        yield Line(DELTAR_INTE, text, who)
    for one in paragraf.reservationer:
        who = sentence(movers(protokoll, one.av, one.av_partier) or "någon")
        text = _with(reservation_sentence(protokoll, paragraf, one), one.text)
        yield Line(f"{RESERVATION}:{one.id}", text, who, (("reservation", Role.NOTE),))
    for one in paragraf.anteckningar:
        who = sentence(people(protokoll, one.av) or "någon")
        chip = _NOTE_CHIPS.get(one.slag, one.slag)
        text = _with(anteckning_sentence(protokoll, one), one.text)
        yield Line(f"{ANTECKNING}:{one.id}", text, who, ((chip, Role.NOTE),))
    yield from _directed(shown)
    if paragraf.omedelbart_justerad:
        text = phrase(protokoll.nämnd.frasbank, "omedelbar justering")
        yield Line(OMEDELBART, text, chips=(("omedelbart justerad", Role.GOOD),))


def _directed(shown: Shown) -> Iterator[Line]:
    keys = dict.fromkeys(key for one in shown.paragraf.beslutspunkter for key in one.riktas_till)
    if not keys:
        return
    names = {one.id: one.namn for one in shown.protokoll.huvudmän}
    said = listed(names.get(key, key) for key in keys)
    answers = [one for one in shown.paragraf.huvudmannabeslut if one.svar or one.datum]
    asked = [key for key in keys if key in names]
    chip = (counted(len(answers), "svar", "svar") + f" av {len(asked)}", Role.QUIET)
    yield Line(RIKTAS, f"Beslutet riktas till {said}.", chips=(chip,) if asked else ())


def _with(text: str, more: str | None) -> str:
    if not more:
        return text
    cut = " ".join(more.split())
    return f"{text} {cut if len(cut) <= _LONGEST else f'{cut[: _LONGEST - 1]}…'}"
