"""Which utdrag the words of the command line mean."""

import argparse

from nämnd.core.errors import OptionUnfitError
from nämnd.paket.paper_kinds import Kind
from nämnd.paket.papers import Papers
from nämnd.paket.utdrag import Utdrag, asked_for

_UTDRAG, _PUBLIC = "utdrag", "publik"


def check_options(asked: argparse.Namespace) -> None:
    """Refuse what belongs to an utdrag or to public files when another document is asked for.

    Raises:
        OptionUnfitError: it does.
    """
    options = (
        ("--paragraf", asked.paragraf), ("--till-vem", asked.till_vem), ("--brev", asked.brev)
    )  # fmt: skip
    for option, given in options:
        if given and asked.dokument != _UTDRAG:
            raise OptionUnfitError(option, _UTDRAG, asked.dokument)
    if asked.vad is not None and asked.dokument != _PUBLIC:
        raise OptionUnfitError("--vad", _PUBLIC, asked.dokument)


def chosen_utdrag(papers: Papers, kind: Kind, asked: argparse.Namespace) -> tuple[Utdrag, ...]:
    """Return what goes into each utdrag; none for other documents.

    Raises:
        NämndError: as `asked_for` does.
    """
    if kind.what != _UTDRAG or papers.protokoll is None:
        return ()
    return asked_for(papers.protokoll, asked.paragraf, asked.till_vem)
