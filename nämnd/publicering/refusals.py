"""The Swedish sentences for `errors`."""

from nämnd.core.errors import NämndError
from nämnd.publicering.errors import (
    MaskTooShortError,
    NothingMaskedError,
    NotReviewedError,
    SekretessPublishedError,
    StillThereError,
)

PUBLICERING_REFUSALS: tuple[type[NämndError], ...] = (
    MaskTooShortError,
    NothingMaskedError,
    NotReviewedError,
    SekretessPublishedError,
    StillThereError,
)
_MOST = 12  # things that are named in one sentence


def publicering_text(error: NämndError) -> str:
    """Return what happened and what to do."""
    match error:
        case SekretessPublishedError():
            return (
                "Det som omfattas av sekretess kan inte publiceras som det är. Välj «Maskerad» "
                "eller «Nej», eller ta bort uppgiften om sekretess, i diariet också om "
                "handlingen är markerad där."
            )
        case NothingMaskedError():
            return "Ange vilka ord som ska tas bort, eller välj «Ja» eller «Nej»."
        case MaskTooShortError(words):
            return f"«{words}» är för kort att ta bort överallt. Skriv minst två tecken."
        case NotReviewedError(what):
            return _not_reviewed(what)
        case StillThereError(name, words):
            return (
                f"{name} skrevs inte, eftersom {_listed(words)} fortfarande fanns kvar i filen. "
                "Välj «Nej» för handlingen där det står, eller byt ut filen mot en där det är "
                "borttaget."
            )
        case _:
            raise TypeError(error)


def _not_reviewed(what: tuple[str, ...]) -> str:
    shown = ", ".join(what[:_MOST])
    more = f" och {len(what) - _MOST} till" if len(what) > _MOST else ""
    return (
        f"Ingenting publiceras utan granskning. Det här är inte granskat, eller har ändrats sedan "
        f"det granskades: {shown}{more}. Granska det under Sammanträde, Publicering."
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"«{one}»" for one in words)
