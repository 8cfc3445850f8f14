"""`namnd exportera rekvisition|ekonomisk-redovisning`: the forms of an överenskommelse."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from nämnd.cli.place import chosen_nämnd, opened
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder
from nämnd.core.errors import OptionUnfitError
from nämnd.core.swedish import listed
from nämnd.paket.blankett import BlankettPaper, blankett_bytes, draft_paper
from nämnd.paket.paper_file import FORMS
from nämnd.överenskommelse.errors import MottagareUnknownError
from nämnd.överenskommelse.fields import label, missing
from nämnd.överenskommelse.names import recipient_key
from nämnd.överenskommelse.queries import (
    find_mottagare,
    find_överenskommelse,
    mottagare,
    new_blankett,
    överenskommelse_view,
)
from nämnd.överenskommelse.values import BlankettDraft, Blankettslag, ÖverenskommelseView

BLANKETTER: dict[str, Blankettslag] = {
    "rekvisition": "rekvisition",
    "ekonomisk-redovisning": "ekonomisk redovisning",
}
BLANKETT_FORMATS = dict.fromkeys(BLANKETTER, tuple(form.removeprefix(".") for form in FORMS))


def check_blankett_options(asked: argparse.Namespace) -> None:
    """Refuse what belongs to a form when another document is asked for.

    Raises:
        OptionUnfitError: it does.
    """
    options = (("--overenskommelse", asked.overenskommelse), ("--mottagare", asked.mottagare))
    for option, given in options:
        if given and asked.dokument not in BLANKETTER:
            raise OptionUnfitError(option, " och ".join(BLANKETTER), asked.dokument)


def export_blanketter(
    asked: argparse.Namespace, form: str, now: datetime, out: TextIO, err: TextIO
) -> None:
    """Write the form of one recipient, or of every recipient that the tables have.

    The newest that is kept, or one with what is known. What it lacks is told; nothing is saved.

    Raises:
        NämndError: it can't be told of which överenskommelse or recipient.
    """
    slag = BLANKETTER[asked.dokument]
    with opened(asked.databas, now=now, read_only=True) as store:
        nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
        papers = store.ask(lambda session: tuple(_papers(session, nämnd_id, slag, asked, now)))
    folder = Path(asked.till)
    make_folder(folder)
    for paper in papers:
        target = folder / paper.name(f".{form}")
        save_beside(target, blankett_bytes(paper, created=now, suffix=f".{form}"))
        print(target, file=out)
        if lacking := missing(paper.draft):
            names = listed(f"«{label(slag, one)}»" for one in lacking)
            print(f"{paper.draft.mottagare}: det saknas {names}.", file=err)


def _papers(
    session: Session, nämnd_id: str, slag: Blankettslag, asked: argparse.Namespace, now: datetime
) -> Iterator[BlankettPaper]:
    key = find_överenskommelse(session, nämnd_id, asked.overenskommelse or "")
    view = överenskommelse_view(session, key)
    for one in _recipients(session, view, asked.mottagare):
        draft = _kept(view, slag, one) or new_blankett(session, key, slag, one, now.date())
        yield draft_paper(session, view, draft)


def _recipients(session: Session, view: ÖverenskommelseView, wanted: str | None) -> tuple[str, ...]:
    if wanted is None:
        found = mottagare(session, view.id)
        if not found:
            raise MottagareUnknownError("")
        return found
    kept = {one.draft.mottagare for one in view.blanketter}
    if wanted in kept:
        return (wanted,)
    return (find_mottagare(session, view.id, wanted),)


def _kept(view: ÖverenskommelseView, slag: Blankettslag, mottagare: str) -> BlankettDraft | None:
    """Return the newest form that is kept."""
    for one in view.blanketter:
        same = recipient_key(one.draft.mottagare) == recipient_key(mottagare)
        if one.draft.slag == slag and same:
            return one.draft
    return None
