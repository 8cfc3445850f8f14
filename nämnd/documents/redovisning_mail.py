"""Drafts of mails to those who answer a redovisning: the questions, and what is still lacking.

The program sends nothing itself: a draft is a file that the mail program opens.
"""

from datetime import datetime
from email.policy import SMTP

from nämnd.core.swedish import counted, short_date
from nämnd.documents.mail_draft import address, mail_draft
from nämnd.organisation.rules import one_line, reachable
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.values import RedovisningView

_MOST_LISTED = 10


def question_mail(
    nämnd: str, view: RedovisningView, asked: Asked, form: tuple[str, bytes], *, now: datetime
) -> bytes:
    """Return a draft with the questions.

    Args:
        nämnd: who asks.
        view: the redovisning.
        asked: who answers.
        form: the name and content of the form.
        now: local time.
    """
    subject = f"Frågor till {asked.vem}: {view.draft.rubrik}"
    count = counted(len(asked.svar), "fråga", "frågor")
    body = (
        f"Hej!\n\n{nämnd} {_purpose(view)}. Bifogat finns {count} till {asked.vem}.\n\n"
        f"Skriv svaren direkt i den bifogade filen och skicka tillbaka den{_by(view)}.\n\n"
        f"Med vänlig hälsning\n{nämnd}\n"
    )
    return _draft(subject, asked, body, form, now)


def chasing_mail(
    nämnd: str, view: RedovisningView, asked: Asked, form: tuple[str, bytes], *, now: datetime
) -> bytes:
    """Return a draft that reminds somebody of what they have not answered, with the form again."""
    subject = f"Påminnelse: {view.draft.rubrik}"
    lacking = [f"– {fråga.draft.text}" for fråga, _ in asked.lacking]
    if len(lacking) > _MOST_LISTED:
        lacking[_MOST_LISTED:] = [f"– och {len(lacking) - _MOST_LISTED} till"]
    count = counted(len(asked.lacking), "fråga", "frågor")
    body = (
        f"Hej!\n\n{nämnd} väntar på svar från {asked.vem} på {count} i redovisningen "
        f"«{view.draft.rubrik}»:\n\n" + "\n".join(lacking) + "\n\n"
        f"Skriv svaren i den bifogade filen och skicka tillbaka den{_by(view)}. "
        "Det går bra att svara på en del nu och resten senare.\n\n"
        f"Med vänlig hälsning\n{nämnd}\n"
    )
    return _draft(subject, asked, body, form, now)


def sending_mail(
    nämnd: str, view: RedovisningView, paper: tuple[str, bytes], *, now: datetime
) -> bytes:
    """Return a draft to whoever the redovisning is for, with the document."""
    draft = view.draft
    rows = [f"{nämnd} lämnar härmed redovisningen «{draft.rubrik}»."]
    if view.överenskommelse:
        rows.append(f"Den gäller överenskommelsen «{view.överenskommelse}».")
    if view.ärende:
        rows.append(f"Vårt diarienummer är {view.ärende}.")
    body = "Hej!\n\n" + " ".join(rows) + f"\n\nMed vänlig hälsning\n{nämnd}\n"
    to = [address(draft.mottagare or "", draft.epost)] if reachable(draft.epost) else []
    return mail_draft(one_line(draft.rubrik), to, body, [paper], now=now).as_bytes(policy=SMTP)


def _draft(subject: str, asked: Asked, body: str, form: tuple[str, bytes], now: datetime) -> bytes:
    name = asked.ansvarig or asked.vem
    to = [address(name, asked.epost)] if reachable(asked.epost) else []
    return mail_draft(one_line(subject), to, body, [form], now=now).as_bytes(policy=SMTP)


def _purpose(view: RedovisningView) -> str:
    words = f"ska lämna «{view.draft.rubrik}»"
    if view.draft.mottagare:
        words += f" till {view.draft.mottagare}"
    if view.draft.senast:
        words += f" senast den {short_date(view.draft.senast)}"
    return words


def _by(view: RedovisningView) -> str:
    day = view.draft.svar_senast
    return f" senast den {short_date(day)}" if day else ""
