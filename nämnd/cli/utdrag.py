"""Which utdrag the words of the command line mean."""

import argparse

from nämnd.core import paragrafer
from nämnd.core.errors import OptionUnfitError
from nämnd.documents.protokoll.draft import justerade
from nämnd.documents.protokoll.marks import listed
from nämnd.paket.paper_kinds import Kind
from nämnd.paket.papers import Papers
from nämnd.paket.utdrag import Utdrag, asked_for

_UTDRAG, _PUBLIC = "utdrag", "publik"


def check_options(asked: argparse.Namespace) -> None:
    """Refuse what belongs to an utdrag or to public files when another document is asked for.

    Raises:
        OptionUnfitError: it does.
    """
    for option, given in (("--paragraf", asked.paragraf), ("--till-vem", asked.till_vem)):
        if given is not None and asked.dokument != _UTDRAG:
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


def not_justerat(papers: Papers, utdrag: tuple[Utdrag, ...]) -> tuple[str, ...]:
    """Return the sentence that some §§ of the utdrag are not justerade; none when all are."""
    if papers.protokoll is None:
        return ()
    wanted = {key for one in utdrag for key in one.paragraf_ids}
    done = justerade(papers.protokoll)
    open_ = [
        one.nummer
        for one in papers.protokoll.paragrafer
        if one.id in wanted and not done.covers(one.nummer)
    ]
    if not open_:
        return ()
    are = "är inte justerad" if len(open_) == 1 else "är inte justerade"
    which = listed(paragrafer.of(open_))
    return (f"{which} {are} än. Utdrag med dem är märkta UTKAST och bör inte skickas.",)
