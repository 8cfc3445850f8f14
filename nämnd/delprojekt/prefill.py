"""The next report of a delprojekt, with what is known before anybody has written in it. Swedish."""

from collections.abc import Iterator, Sequence
from datetime import date

from nämnd.bevakning.values import (
    BevakningRow,
    Läge,
    PåDatum,
    VidSammanträde,
    Villkor,
)
from nämnd.core.richtext import Paragraph, Run, TextList, write
from nämnd.core.swedish import ordinal, short_date
from nämnd.delprojekt.values import Beslut, DelprojektView, RapportDraft

_PROPOSED = ("Att lägga informationen till handlingarna",)
_AT_A_DAGORDNING = (Läge.PÅ_DAGORDNINGEN, Läge.ÖPPEN)


def first_draft(
    view: DelprojektView, watched: Sequence[BevakningRow], nämnd: str, today: date
) -> RapportDraft:
    """Return the report: for the sammanträde where it is due, signed as the last one was."""
    last = view.rapporter[-1].draft if view.rapporter else None
    due = _due(watched)
    meeting, punkt = _where(due)
    return RapportDraft(
        datum=today,
        missiv_datum=today,
        sammanträde_id=meeting,
        punkt_id=punkt,
        avsändare=last.avsändare if last else view.draft.ansvarig,
        förslag=last.förslag if last and last.förslag else _PROPOSED,
        ingress=last.ingress if last else "",
        missiv_bakgrund=background(nämnd, view.draft.beslut, due),
        underskrifter=last.underskrifter if last else (),
    )


def background(nämnd: str, beslut: Sequence[Beslut], due: BevakningRow | None) -> str:
    """Return the background of a missiv: what was decided and when it was to be followed up.

    Source: the missiv of 7A and 8A (PRACTICE.md section 1): one att-sats in the sentence, several
    as a list.
    """
    blocks: list[Paragraph | TextList] = []
    for one in sorted(beslut, key=lambda each: each.datum):
        blocks.extend(_decided(nämnd, one))
    followed = _followed(due)
    if followed and blocks:
        last = blocks[-1]
        if isinstance(last, Paragraph):
            blocks[-1] = Paragraph((*last.runs, Run(f" {followed}")))
        else:
            blocks.append(Paragraph((Run(followed),)))
    return write(tuple(blocks))


def _decided(nämnd: str, beslut: Beslut) -> Iterator[Paragraph | TextList]:
    number = f", § {beslut.paragraf}," if beslut.paragraf is not None else ""
    start = f"{beslut.organ or nämnd} beslutade {beslut.datum}{number}"
    satser = [sats.text for sats in beslut.satser]
    match satser:
        case []:
            yield Paragraph((Run(f"{start.rstrip(',')} om delprojektet."),))
        case [one]:
            yield Paragraph((Run(f"{start} {_att(one)}."),))
        case _:
            yield Paragraph((Run(f"{start.rstrip(',')}:"),))
            yield TextList(tuple((Run(one),) for one in satser), ordered=False)


def _att(sats: str) -> str:
    """Return a sats as it stands inside a sentence: «att planera utbildning»."""
    words = sats.strip().rstrip(".")
    if words[:4].casefold() == "att ":
        words = words[4:]
    first = words[:1].lower() if words[1:2].islower() or words[1:2] == " " else words[:1]
    return f"att {first}{words[1:]}"


def _followed(due: BevakningRow | None) -> str:
    """Return when the beslut was to be followed up, as it was said then."""
    if due is None:
        return ""
    match due.draft.förfaller:
        case VidSammanträde(nummer, år):
            said = f"vid {ordinal(nummer)} sammanträdet år {år}"
        case PåDatum(day):
            said = f"senast den {short_date(day)}"
        case Villkor(text):
            said = text
        case _:
            said = f"den {short_date(due.due)}" if due.due else ""
    return f"Beslutet skulle följas upp {said}." if said else ""


def _due(watched: Sequence[BevakningRow]) -> BevakningRow | None:
    """Return what the report answers: first what is on a dagordning, then what is due first."""
    open_ones = [one for one in watched if one.läge in _AT_A_DAGORDNING]
    ranked = sorted(
        open_ones,
        key=lambda one: (_AT_A_DAGORDNING.index(one.läge), one.due or date.max),
    )
    return ranked[0] if ranked else None


def _where(due: BevakningRow | None) -> tuple[str | None, str | None]:
    """Return sammanträde and punkt of what the report answers."""
    if due is None:
        return None, None
    if due.läge is Läge.PÅ_DAGORDNINGEN and due.rapporter:
        newest = due.rapporter[-1]
        return newest.sammanträde_id, newest.punkt_id
    return due.sammanträde_id, None
