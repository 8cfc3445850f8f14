"""Forms and mails of a redovisning. Runs in the helper process: nothing of Qt is imported here."""

from datetime import datetime

from nämnd.core.progress import Progress, Work
from nämnd.documents.redovisning_mail import chasing_mail, question_mail, sending_mail
from nämnd.paket.paper_file import PDF
from nämnd.paket.redovisning import RedovisningPaper, form_bytes, redovisning_bytes
from nämnd.redovisning.recipients import Asked


def made_form(paper: RedovisningPaper, asked: Asked, *, now: datetime) -> Work[bytes]:
    """Return the form of somebody who answers."""
    yield Progress(0, 1)
    return form_bytes(paper, asked, created=now)


def made_question(paper: RedovisningPaper, asked: Asked, *, now: datetime) -> Work[bytes]:
    """Return a mail with the questions and the form."""
    yield Progress(0, 1)
    form = (paper.form_name(asked), form_bytes(paper, asked, created=now))
    return question_mail(paper.sender.nämnd.namn, paper.view, asked, form, now=now)


def made_reminder(paper: RedovisningPaper, asked: Asked, *, now: datetime) -> Work[bytes]:
    """Return a mail that reminds somebody of what they have not answered, with the form."""
    yield Progress(0, 1)
    form = (paper.form_name(asked), form_bytes(paper, asked, created=now))
    return chasing_mail(paper.sender.nämnd.namn, paper.view, asked, form, now=now)


def made_sending(paper: RedovisningPaper, *, now: datetime) -> Work[bytes]:
    """Return a mail to the recipient, with the whole redovisning as PDF."""
    yield Progress(0, 1)
    whole = (paper.name(PDF), redovisning_bytes(paper, created=now))
    return sending_mail(paper.sender.nämnd.namn, paper.view, whole, now=now)
