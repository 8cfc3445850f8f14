"""Why an ersättare is proposed and what is unusual about a choice, said alike in every room."""

from collections.abc import Iterable

from nämnd.närvaro.ersättare import Basis, Note, Proposal, Unusual
from nämnd.protokoll.values import Protokoll

BASIS_TEXT = {
    Basis.SAID_YES: "har svarat ja",
    Basis.OWN: "personlig ersättare",
    Basis.HUVUDMAN_AND_PARTI: "samma huvudman och parti",
    Basis.HUVUDMAN: "samma huvudman",
    Basis.PARTI: "samma parti",
    Basis.ORDER: "näst i ordningen",
    Basis.OTHER: "annan huvudman och annat parti",
}


def proposal_text(protokoll: Protokoll, one: Proposal) -> str:
    """Return «Karin Sjö (L) – samma huvudman och parti»."""
    return f"{protokoll.name(one.person_id)} – {reason_text(one)}"


def reason_text(one: Proposal) -> str:
    """Return why somebody is proposed."""
    return f"{BASIS_TEXT[one.basis]}, har tjänstgjort" if one.begun else BASIS_TEXT[one.basis]


def warning_text(protokoll: Protokoll, notes: Iterable[Note]) -> str:
    """Return what is unusual about a choice, in sentences; «» when nothing is."""
    return " ".join(_warning(protokoll, note) for note in notes)


def _warning(protokoll: Protokoll, note: Note) -> str:
    other = protokoll.name(note.other) if note.other else ""
    match note.kind:
        case Unusual.OTHER_HUVUDMAN:
            return "Ersättaren kommer från en annan huvudman än nämndens ordning säger."
        case Unusual.OTHER_PARTI:
            return "Ersättaren hör till ett annat parti än ledamoten."
        case Unusual.OUT_OF_ORDER:
            return f"{other} står före i ordningen."
        case Unusual.BEGUN_PASSED_OVER:
            return f"{other} har börjat tjänstgöra och har företräde."
        case Unusual.TWO_FOR_ONE:
            return f"Också {other} ersätter samma ledamot."
