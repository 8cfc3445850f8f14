"""Papers as a mail draft: a file that the mail program opens, with the papers attached.

The program sends nothing itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from nämnd.core import paragrafer
from nämnd.documents.mail_draft import address, mail_draft
from nämnd.documents.parts import sentence, time_and_place
from nämnd.documents.protokoll.marks import listed, title
from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import NämndDraft, one_line, reachable
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import Dagordning, SammanträdeRow


def without_address(called: Called) -> tuple[UppdragRow, ...]:
    """Return those called who can't be reached by mail: no address, or none that can be used."""
    return tuple(row for row in called.all if not reachable(row.person.epost))


def build_mail(
    nämnd: NämndDraft,
    dagordning: Dagordning,
    called: Called,
    attachments: Sequence[tuple[str, bytes]],
    *,
    now: datetime,
    tillägg: bool = False,
) -> EmailMessage:
    """Return the draft to all called who have an address.

    Args:
        nämnd: who calls.
        dagordning: what to.
        called: all who are called.
        attachments: file name and content of each paper.
        now: local time.
        tillägg: the kallelse has gone out before; this is what is new since.
    """
    said = _words(nämnd, dagordning.sammanträde, tillägg=tillägg)
    to = [
        address(row.person.namn, row.person.epost)
        for row in called.all
        if reachable(row.person.epost)
    ]
    body = _body(nämnd, dagordning.sammanträde, said, papers=bool(attachments))
    return mail_draft(said.subject, to, body, attachments, now=now)


def build_utdrag_mail(
    nämnd: NämndDraft,
    protokoll: Protokoll,
    paragraf_ids: Sequence[str],
    till: str | None,
    attachments: Sequence[tuple[str, bytes]],
    *,
    now: datetime,
) -> EmailMessage:
    """Return the draft of a letter with an utdrag. Whom it goes to is known by name only.

    Args:
        nämnd: who sends.
        protokoll: what the utdrag is made from.
        paragraf_ids: of the §§ in it.
        till: the recipient, as the §§ name it; None: nobody in particular.
        attachments: file name and content of the utdrag.
        now: local time.
    """
    rows = [one for one in protokoll.paragrafer if one.id in paragraf_ids]
    which = listed(paragrafer.of(one.nummer for one in rows))
    head = protokoll.sammanträde
    lines = ["Hej!", ""]
    lines += [f"Till: {one_line(till)}", ""] if till else []
    lines += [
        f"Här är ett protokollsutdrag från {nämnd.namn}, sammanträdet {head.long_day}:",
        "",
        *(f"{title(protokoll, one)}{_dnr(one)}" for one in rows),
        "",
        "Med vänlig hälsning",
        head.sekreterare.namn if head.sekreterare else nämnd.namn,
    ]
    subject = f"Protokollsutdrag {which}, {one_line(nämnd.namn)} {head.day_text}"
    return mail_draft(subject, (), "\n".join(lines) + "\n", attachments, now=now)


def write_mail(mail: EmailMessage, path: Path) -> None:
    """Save the draft at `path`."""
    path.write_bytes(mail.as_bytes(policy=SMTP))


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    opening: str
    papers: str


def _words(nämnd: NämndDraft, head: SammanträdeRow, *, tillägg: bool) -> _Words:
    about = f"sammanträde {head.day_text}, {one_line(nämnd.namn)}"
    if head.inställt is not None:
        return _Words(
            f"Inställt {about}",
            f"Sammanträdet med {nämnd.namn} är inställt. {sentence(head.inställt)}",
            "Mer finns i det som är bifogat.",
        )
    if tillägg:
        return _Words(
            f"Tillägg till {about}",
            f"Det finns ändringar och tillägg till sammanträdet med {nämnd.namn}.",
            "Tilläggslistan och handlingarna är bifogade.",
        )
    return _Words(
        f"Kallelse till {about}",
        f"Du kallas till sammanträde med {nämnd.namn}.",
        "Kallelsen och handlingarna är bifogade.",
    )


def _dnr(paragraf: ParagrafRow) -> str:
    return f" (dnr {', '.join(paragraf.dnr)})" if paragraf.dnr else ""


def _body(nämnd: NämndDraft, head: SammanträdeRow, said: _Words, *, papers: bool) -> str:
    lines = ["Hej!", "", said.opening, "", *_time_and_place(head), ""]
    if papers:
        lines.append(said.papers)
    if head.inställt is None:
        lines.append("Kan du inte komma? Svara på det här brevet så snart som möjligt.")
    signed = head.sekreterare.namn if head.sekreterare else nämnd.namn
    return "\n".join([*lines, "", "Med vänlig hälsning", signed]) + "\n"


def _time_and_place(head: SammanträdeRow) -> list[str]:
    return [f"{label}: {value}" for label, value in time_and_place(head, weekdays=True).rows]
