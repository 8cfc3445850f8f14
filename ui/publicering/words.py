"""What a review is called on the screen."""

from nämnd.core.swedish import listed
from nämnd.paket.plan import Reason
from nämnd.paket.public.reviewing import Review, ToReview
from nämnd.paket.public.texts import FileText
from nämnd.paket.reasons import REASON_TEXT
from nämnd.publicering.values import Found, Fynd, Val
from ui.toolkit.palette import Role

VAL_TEXT: dict[Val, str] = {"ja": "Ja", "maskerad": "Maskerad", "nej": "Nej"}
VAL_ROLE: dict[Val, Role] = {"ja": Role.GOOD, "maskerad": Role.NOTE, "nej": Role.LATE}
NOT_REVIEWED, OUTDATED, FOLLOWS = "Ej granskad", "Ändrad sedan", "Som punkten"
FYND_TEXT = {
    Fynd.PERSONNUMMER: "personnummer",
    Fynd.LIKNAR: "liknar ett personnummer",
    Fynd.EPOST: "e-postadress",
    Fynd.TELEFON: "telefonnummer",
    Fynd.NAMN: "namn",
}
READING = "Bilagorna läses. Fynden i dem visas när det är klart."


def val_text(review: Review, item: ToReview) -> str:
    """Return what was decided: «Ja», «Ej granskad»."""
    if item.val is not None:
        return VAL_TEXT[item.val]
    if review.follows(item):
        return FOLLOWS
    return OUTDATED if item.outdated else NOT_REVIEWED


def val_role(review: Review, item: ToReview) -> Role:
    """Return the colour that goes with it."""
    if item.val is None and review.follows(item):
        return Role.QUIET
    return VAL_ROLE[item.val] if item.val else Role.WARN


def is_open(review: Review, item: ToReview) -> bool:
    """Say whether a thing still has to be reviewed."""
    return item.val is None and not review.follows(item)


def found_text(found: Found) -> str:
    """Return «Anna Ek – namn, 2 gånger»."""
    times = f", {found.times} gånger" if found.times > 1 else ""
    return f"{found.words} – {FYND_TEXT[found.kind]}{times}"


def counted_found(found: tuple[Found, ...] | None) -> str:
    """Return how many there are; None: not read yet."""
    if found is None:
        return "läses …"
    return str(len(found)) if found else "–"


def notes(text: FileText | None) -> str:
    """Return what the reviewer must know about a file: what can't be read of it."""
    if text is None:
        return ""
    if text.reason is not None:
        return _unread(text.reason)
    if text.pictures:
        pages = listed(map(str, text.pictures))
        many = len(text.pictures) > 1
        return (
            f"{'Sidorna' if many else 'Sidan'} {pages} är {'bilder' if many else 'en bild'} som "
            "programmet inte kan läsa. Titta på originalet. I en maskerad fil följer de inte med."
        )
    return "" if text.text.strip() else "Filen har ingen text."


def _unread(reason: Reason) -> str:
    return f"Filen {REASON_TEXT[reason].what}. Titta på originalet, eller välj «Nej»."


def progress_text(review: Review) -> str:
    """Return «12 av 61 granskade»."""
    left = sum(is_open(review, one) for one in review.items)
    done = f"{len(review.items) - left} av {len(review.items)} granskade."
    return f"{done} Allt granskas innan det publiceras." if left else done
