"""An answer to a justering as a mail draft: a file that the mail program opens.

The program sends nothing itself.
"""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from nämnd.bilaga.names import shown_name
from nämnd.justeringsfil.values import Manifest
from nämnd.organisation.rules import one_line, reachable


def answer_mail(
    manifest: Manifest, namn: str, filename: str, data: bytes, *, now: datetime
) -> bytes:
    """Return a draft to whoever sent the package, with the answer.

    What is answered is not told: a mail is read by others, and only the file is proof.

    Args:
        manifest: of the package.
        namn: who answers.
        filename: of the answer.
        data: the answer.
        now: local time.
    """
    about = shown_name(f"{manifest.nämnd} {manifest.dag}, {manifest.paragrafer}".rstrip(", "))
    mail = EmailMessage()
    mail["Subject"] = one_line(f"Svar om justering: {about}")
    address = _address(manifest)
    if address:
        mail["To"] = address
    mail["Date"] = format_datetime(now.astimezone())
    mail["X-Unsent"] = "1"  # Outlook opens it as a draft to send
    mail.set_content(
        f"Hej!\n\nHär är mitt svar om justeringen av {about}.\n"
        "Öppna den bifogade filen i Nämnd.\n\n"
        f"Med vänlig hälsning\n{shown_name(namn)}\n"
    )
    mail.add_attachment(
        data, maintype="application", subtype="octet-stream", filename=shown_name(filename)
    )
    return mail.as_bytes(policy=SMTP)


def _address(manifest: Manifest) -> str:
    from email.headerregistry import Address

    if not reachable(manifest.epost):
        return ""
    name = shown_name(one_line(manifest.avsändare)) if manifest.avsändare else ""
    return str(Address(display_name=name, addr_spec=manifest.epost))
