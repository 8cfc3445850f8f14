"""A mail draft: a file that the mail program opens. Light: the chair's window writes one too."""

import mimetypes
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from nämnd.bilaga.names import shown_name
from nämnd.organisation.rules import one_line


def mail_draft(
    subject: str,
    to: Sequence[str],
    body: str,
    attachments: Sequence[tuple[str, bytes]],
    *,
    now: datetime,
) -> EmailMessage:
    """Return a draft that the mail program opens to be sent, with files attached."""
    mail = EmailMessage()
    mail["Subject"] = subject
    if to:
        mail["To"] = ", ".join(to)
    mail["Date"] = format_datetime(now.astimezone())
    mail["X-Unsent"] = "1"  # Outlook opens it as a draft to send
    mail.set_content(body)
    for name, data in attachments:
        main, _, sub = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(data, maintype=main, subtype=sub, filename=shown_name(name))
    return mail


def address(name: str, epost: str | None) -> str:
    """Return «Anna Ek <anna@region.example>», fit for a head."""
    from email.headerregistry import Address

    return str(
        Address(display_name=shown_name(one_line(name)) if name else "", addr_spec=epost or "")
    )
