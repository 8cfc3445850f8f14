"""The package as a mail draft to those who are asked. Their codes are never in it."""

from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage

from nämnd.documents.mail_draft import address, mail_draft
from nämnd.justering.values import Signer
from nämnd.organisation.rules import one_line, reachable
from nämnd.protokoll.values import Protokoll

_WHAT_NOW = (
    "Öppna den bifogade filen, läs och svara. Svaret blir en liten fil som du skickar tillbaka. "
    "Den kod som behövs får du på annat sätt."
)


def package_mail(
    protokoll: Protokoll,
    which: str,
    asked: Sequence[Signer],
    file: tuple[str, bytes],
    *,
    now: datetime,
) -> EmailMessage:
    """Return the draft; those without an address that can be used are left out.

    Args:
        protokoll: of the sammanträde.
        which: «§§ 59–74».
        asked: those who can answer it now.
        file: name and content of the package.
        now: local time.
    """
    nämnd, head = protokoll.nämnd, protokoll.sammanträde
    signed = head.sekreterare.namn if head.sekreterare else nämnd.namn
    about = f"{which}, {one_line(nämnd.namn)} {head.day_text}"
    lines = (
        "Hej!",
        "",
        f"Här är protokollet för justering: {about}.",
        "",
        _WHAT_NOW,
        "",
        "Med vänlig hälsning",
        signed,
    )
    to = [address(one.namn, one.epost) for one in asked if reachable(one.epost)]
    return mail_draft(f"Justering av {about}", to, "\n".join(lines) + "\n", [file], now=now)
