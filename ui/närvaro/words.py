"""What is said on the screen of who is there. Pure functions; a note's words are printed too."""

from collections.abc import Iterable

from nämnd.core.paragrafer import ALL, NONE, Paragrafer
from nämnd.närvaro.ersättare import Note, Unusual
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.tasks import Amiss, Chair, Presiding, TaskFault
from nämnd.protokoll.values import Protokoll

WHY_TEXT = {
    Why.ABSENT: "frånvarande",
    Why.NOT_COME: "inte kommit än",
    Why.LEFT: "har gått",
    Why.JÄV: "jäv",
    Why.PREPARING: "bara beredning",
    Why.VACANT: "vakant",
}
VACANT = "Vakant plats"
RETURNED = (
    "{namn} har gått tidigare under dagen. Den som avbrutit av annat skäl än jäv tjänstgör inte "
    "igen samma dag, om reglementet har samma ordning som KL 5:17–20."
)


def set_text(found: Paragrafer) -> str:
    """Return «hela», «från § 63», «t.o.m. § 61», «§ 62», «§§ 59–61, 64–»; «inte här» for none."""
    if found == ALL:
        return "hela"
    if found == NONE:
        return "inte här"
    text = found.text or ""
    only = found.spans[0] if len(found.spans) == 1 else None
    if only and only.punkt is None and only.last is None:
        return f"från § {only.first}"
    if only and only.punkt is None and only.first == 0:
        return f"t.o.m. § {only.last}"
    one = only is not None and only.first == only.last
    return f"§ {text}" if one else f"§§ {text}"


def presiding_text(protokoll: Protokoll, found: Presiding) -> str:
    """Return who presides, or why nobody does."""
    name = protokoll.name(found.person_id) if found.person_id else ""
    match found.state:
        case Chair.THERE:
            return f"Ordförande: {name}"
        case Chair.JÄV:
            said = f"{name} har jäv och leder inte här."
        case Chair.AWAY:
            said = f"{name} leder, men är inte här."
        case Chair.NOBODY:
            said = "Ingen leder här."
    return said if found.proposed else f"{said} Nämnden utser någon."


def gap_name(protokoll: Protokoll, gap: Gap) -> str:
    """Return whose seat it is: «Anna Ek (M)», «Vakant plats, Region Norr»."""
    if gap.person_id:
        return protokoll.name(gap.person_id)
    huvudman = next((one.namn for one in protokoll.huvudmän if one.id == gap.huvudman_id), None)
    return ", ".join(filter(None, (VACANT, huvudman, gap.parti)))


def gap_text(protokoll: Protokoll, gap: Gap) -> str:
    """Return the seat and why it is empty: «Anna Ek (M): frånvarande»."""
    why = WHY_TEXT[gap.why] if gap.person_id else ""
    if gap.left:
        why = f"{protokoll.name(gap.left)} har jäv"
    punkt = f" vid punkt {gap.punkt}" if gap.punkt else ""
    return f"{gap_name(protokoll, gap)}{': ' if why else ''}{why}{punkt}"


def note_text(protokoll: Protokoll, person_id: str, notes: Iterable[Note]) -> str:
    """Return the anmärkning that is printed beside an ersättare: what is unusual."""
    return "; ".join(_remark(protokoll, person_id, note) for note in notes)


def fault_text(protokoll: Protokoll, fault: TaskFault, what: str) -> str:
    """Return what is wrong with who presides or checks; `what` is «leder» or «justerar»."""
    where = where_text(fault.paragrafer)
    name = protokoll.name(fault.person_id) if fault.person_id else ""
    match fault.kind:
        case Amiss.NOBODY:
            return f"Ingen {what} {where}."
        case Amiss.SEVERAL:
            return f"Flera {what} {where}."
        case Amiss.NOT_SERVING:
            return f"{name} {what} {where} men tjänstgör inte där."
        case Amiss.PRESIDES:
            return f"{name} justerar {where} men leder också där."


def where_text(found: Paragrafer) -> str:
    """Return «§ 62» or «§§ 59–61»."""
    only = len(found.spans) == 1 and found.spans[0].first == found.spans[0].last
    return f"{'§' if only else '§§'} {found.text}"


def _remark(protokoll: Protokoll, person_id: str, note: Note) -> str:
    other = protokoll.name(note.other) if note.other else ""
    one = protokoll.deltagare.get(person_id)
    match note.kind:
        case Unusual.OTHER_HUVUDMAN:
            return f"ersättare från {one.huvudman}" if one and one.huvudman else "annan huvudman"
        case Unusual.OTHER_PARTI:
            return "ersättare från annat parti"
        case Unusual.OUT_OF_ORDER:
            return f"före {other} i ordningen"
        case Unusual.BEGUN_PASSED_OVER:
            return f"före {other}, som redan tjänstgjort"
        case Unusual.TWO_FOR_ONE:
            return f"också {other} ersätter"
