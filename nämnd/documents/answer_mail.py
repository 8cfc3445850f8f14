"""An answer to a justering as a mail draft: a file that the mail program opens.

The program sends nothing itself.
"""

from datetime import datetime
from email.policy import SMTP

from nämnd.bilaga.names import shown_name
from nämnd.documents.mail_draft import address, mail_draft
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
    to = [address(manifest.avsändare, manifest.epost)] if reachable(manifest.epost) else []
    body = (
        f"Hej!\n\nHär är mitt svar om justeringen av {about}.\n"
        "Öppna den bifogade filen i Nämnd.\n\n"
        f"Med vänlig hälsning\n{shown_name(namn)}\n"
    )
    subject = one_line(f"Svar om justering: {about}")
    return mail_draft(subject, to, body, [(filename, data)], now=now).as_bytes(policy=SMTP)
