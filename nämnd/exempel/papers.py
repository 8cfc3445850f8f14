"""The invented files: papers of a page or two, and a saved mail."""

from dataclasses import replace
from datetime import date, datetime

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.bilaga.names import safe_name
from nämnd.core.richtext import Paragraph
from nämnd.documents.content import Document, Heading, Letterhead, text
from nämnd.exempel.people import NÄMND

_SENTENCES = (
    "Underlaget är påhittat och visar hur en bilaga ser ut i utskicket.",
    "Arbetsgruppen har träffats fyra gånger och stämt av förslaget med verksamheterna.",
    "Kostnaden ryms inom beslutad ram, och inga ytterligare medel behövs under året.",
    "Patientrådet har fått tillfälle att lämna synpunkter och är positivt till inriktningen.",
    "Frågan återkommer till nämnden när regionerna har behandlat den var för sig.",
)


def paper(rubrik: str, pages: int, files: FileStore, now: datetime) -> KeptFile:
    """Keep a PDF of so many pages of invented text."""
    from nämnd.documents.pdf import pdf_bytes

    data = pdf_bytes(_document(rubrik, pages, now.date()), created=now)
    kept = files.keep_bytes(data, safe_name(rubrik, ".pdf"))
    return replace(kept, pages=pages)


def mail(subject: str, sender: str, body: str, files: FileStore, day: date) -> KeptFile:
    """Keep a mail to the nämnd as a mail program saves it."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["Subject"], message["From"], message["To"] = subject, sender, NÄMND.adress[-1]
    message["Date"] = datetime(day.year, day.month, day.day, 9, 41)  # noqa: DTZ001 - as it was sent
    message.set_content(body)
    return files.keep_bytes(message.as_bytes(), safe_name(subject, ".eml"))


def _document(rubrik: str, pages: int, day: date) -> Document:
    from nämnd.documents.content import Block, PageBreak

    blocks: list[Block] = [Heading(rubrik, 1)]
    for page in range(pages):
        if page:
            blocks += [PageBreak(), Heading(f"Avsnitt {page + 1}", 2)]
        blocks += [
            Paragraph(text(" ".join(_SENTENCES[(page + n) % 5 :] + _SENTENCES[:n])))
            for n in range(3)
        ]
    head = Letterhead(NÄMND.namn, "Tjänsteskrivelse", day.isoformat(), NÄMND.adress)
    return Document(rubrik, head, tuple(blocks), author=NÄMND.namn)
