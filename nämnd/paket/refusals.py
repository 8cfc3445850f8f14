"""Why a skrivelse can't be made, in Swedish."""

from nämnd.paket.errors import SkrivelseMissingError

PAKET_REFUSALS = (SkrivelseMissingError,)


def paket_text(error: SkrivelseMissingError) -> str:
    """Return the sentence for `error`."""
    if error.dnr is None:
        return "Det är inte sagt vilket ärende skrivelsen hör till. Ange det med --arende."
    return f"Det finns ingen skrivelse i ärendet {error.dnr}. Skriv den på ärendets sida först."
