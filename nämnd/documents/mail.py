"""The kallelse as a mail draft: a file that the mail program opens, with the papers attached.

The program sends nothing itself.
"""

import mimetypes
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import NämndDraft
from nämnd.sammanträde.dagordning import Dagordning


def without_address(called: Called) -> tuple[UppdragRow, ...]:
    """Return those called who can't be reached by mail."""
    return tuple(row for row in called.all if not row.person.epost)


def build_mail(
    nämnd: NämndDraft,
    dagordning: Dagordning,
    called: Called,
    attachments: Sequence[tuple[str, bytes]],
    *,
    now: datetime,
) -> EmailMessage:
    """Return the draft to all called. `attachments`: file name and content of each paper."""
    head = dagordning.sammanträde
    mail = EmailMessage()
    mail["Subject"] = f"Kallelse till sammanträde {head.day_text}, {nämnd.namn}"
    mail["To"] = ", ".join(_address(row) for row in called.all if row.person.epost)
    mail["Date"] = format_datetime(now.astimezone())
    mail["X-Unsent"] = "1"  # Outlook opens it as a draft to send
    mail.set_content(_body(nämnd, dagordning))
    for name, data in attachments:
        main, _, sub = (mimetypes.guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return mail


def write_mail(mail: EmailMessage, path: Path) -> None:
    """Save the draft at `path`."""
    path.write_bytes(mail.as_bytes())


def _address(row: UppdragRow) -> str:
    from email.headerregistry import Address

    return str(Address(display_name=row.person.namn, addr_spec=row.person.epost or ""))


def _body(nämnd: NämndDraft, dagordning: Dagordning) -> str:
    head = dagordning.sammanträde
    when = f"{head.long_day} klockan {head.time_text}" if head.time_text else head.long_day
    lines = [
        "Hej!",
        "",
        f"Du kallas till sammanträde med {nämnd.namn}.",
        "",
        f"Tid: {when}",
        *([f"Plats: {head.plats}"] if head.plats else []),
        "",
        "Kallelsen och handlingarna är bifogade.",
        "Kan du inte komma? Svara på det här brevet så snart som möjligt.",
        "",
        "Med vänlig hälsning",
        head.sekreterare.namn if head.sekreterare else nämnd.namn,
    ]
    return "\n".join(lines) + "\n"
