"""Drafts of mails that remind those who are responsible of what they have to do.

The program sends nothing itself: a draft is a file that the mail program opens.
"""

from collections.abc import Iterator
from datetime import date, datetime
from email.policy import SMTP

from nämnd.bevakning.reminding import Reminder
from nämnd.bevakning.values import BevakningRow
from nämnd.bevakning.wording import hinder_words
from nämnd.bilaga.names import safe_name
from nämnd.core.swedish import counted, short_date
from nämnd.documents.mail_draft import address, mail_draft
from nämnd.organisation.rules import one_line, reachable


def reminder_mail(
    reminder: Reminder, nämnd: str, avsändare: str, *, today: date, now: datetime
) -> bytes:
    """Return a draft to one responsible, with everything they are reminded of.

    Args:
        reminder: who, and what.
        nämnd: its name.
        avsändare: who writes; empty: only the nämnd.
        today: what days are counted from.
        now: local time.
    """
    to = [address(reminder.ansvarig, reminder.epost)] if reachable(reminder.epost) else []
    mail = mail_draft(
        one_line(_subject(reminder)), to, _body(reminder, nämnd, avsändare, today), [], now=now
    )
    return mail.as_bytes(policy=SMTP)


def reminder_name(reminder: Reminder, today: date) -> str:
    """Return the name of the file: «2026-03-02 Påminnelse till Anna Ek.eml»."""
    return safe_name(f"{today.isoformat()} Påminnelse till {one_line(reminder.ansvarig)}", ".eml")


def _subject(reminder: Reminder) -> str:
    first = reminder.rows[0]
    by = f" senast {short_date(first.due)}" if first.due else ""
    if len(reminder.rows) == 1:
        return f"Påminnelse: {first.draft.rubrik}{by}"
    days = [one.due for one in reminder.rows if one.due]
    by = f", den första senast {short_date(min(days))}" if days else ""
    return f"Påminnelse: {len(reminder.rows)} saker att göra{by}"


def _body(reminder: Reminder, nämnd: str, avsändare: str, today: date) -> str:
    many = len(reminder.rows) > 1
    count = f" {len(reminder.rows)} saker som du är ansvarig för" if many else ""
    asked = f"Det här är en påminnelse från {nämnd} om"
    asked += f"{count}:" if many else " det här, som du är ansvarig för:"
    listed = "\n\n".join(
        "\n".join(_told(one, number if many else None, today))
        for number, one in enumerate(reminder.rows, start=1)
    )
    signed = "\n".join(one for one in (avsändare, nämnd) if one)
    return (
        f"Hej!\n\n{asked}\n\n{listed}\n\n"
        "Svara på det här meddelandet när det är gjort, eller om det inte hinner bli klart i tid."
        f"\n\nMed vänlig hälsning\n{signed}\n"
    )


def _told(row: BevakningRow, number: int | None, today: date) -> Iterator[str]:
    head, indent = (f"{number}. ", "   ") if number else ("", "")
    yield f"{head}{one_line(row.draft.rubrik)}"
    yield f"{indent}{_when(row, today)}"
    if row.draft.förverkande:
        yield f"{indent}Viktigt: rätten går förlorad om det inte är gjort i tid."
    if row.draft.mottagare:
        yield f"{indent}Till: {one_line(row.draft.mottagare)}"
    if row.källa_text:
        yield f"{indent}Från: {one_line(row.källa_text)}"
    if row.draft.citat:
        yield f"{indent}I handlingen står: «{one_line(row.draft.citat)}»"
    if row.draft.anteckning.strip():
        yield f"{indent}Anteckning: {one_line(row.draft.anteckning)}"


def _when(row: BevakningRow, today: date) -> str:
    """Return «Senast 31 mars 2021, om 29 dagar», or since when it is late, or what it waits for."""
    if row.due is None:
        return f"När: {row.regel}. {hinder_words(row.draft.förfaller, row.hinder)}"
    left = (row.due - today).days
    if left < 0:
        return f"Skulle ha varit gjort {short_date(row.due)}, för {_days(-left)} sedan"
    how_soon = "i dag" if left == 0 else "i morgon" if left == 1 else f"om {_days(left)}"
    rule = "" if row.regel in {"", short_date(row.due)} else f" ({row.regel})"
    return f"Senast {short_date(row.due)}, {how_soon}{rule}"


def _days(number: int) -> str:
    return counted(number, "dag", "dagar")
