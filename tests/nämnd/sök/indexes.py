"""Indexes for tests: of plain texts, or of a database."""

from pathlib import Path

from nämnd.core.progress import finish
from nämnd.store import place_of
from nämnd.sök.catching_up import catch_up
from nämnd.sök.doc import Doc
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from nämnd.sök.values import Kind
from nämnd.sök.writing import Writer
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft, ÄrendeDraft
from tests.builders import WHEN, a_nämnd
from tests.conftest import TODAY


def index_of(folder: Path, *docs: Doc) -> Index:
    """Return an index with nothing but `docs`."""
    index = Index(folder / "test.sok")
    with index.writing() as link:
        link.execute("BEGIN IMMEDIATE")
        writer = Writer(link)
        for doc in docs:
            writer.put(doc)
        writer.settle()
        link.execute("COMMIT")
    return index


def a_doc(key: str, title: str = "", body: str = "", **facts) -> Doc:
    """Return a punkt that says something."""
    return Doc(**{"kind": Kind.PUNKT, "key": key, "title": title, "body": body, **facts})


def up_to_date(store, files) -> Index:
    """Return the index of a database, with all that is in it."""
    index = open_index(store.place)
    finish(catch_up(store, files, index))
    return index


def keys(index: Index, text: str, **how) -> list[str]:
    """Return the ids of what is found, in order."""
    return [hit.key for hit in search(index, text, **how).hits]


def shown(hit) -> str:
    """Return a snippet as one line: «om [vård] i syd»."""
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in hit.snippet)


def an_ärende(store, nämnd_id=None, rubrik="Ambulans i norr", dnr="VN 2026/0007", **facts) -> str:
    """Register an ärende; `facts` are those of its draft."""
    draft = ÄrendeDraft(rubrik, **facts)
    command = RegisterÄrende(nämnd_id=nämnd_id or a_nämnd(store), draft=draft, today=TODAY, dnr=dnr)
    store.do(command)
    return command.ärende_id


def a_handling(store, ärende_id, file=None, rubrik="Yttrande", **facts) -> str:
    """Register a handling; `facts` are those of its draft."""
    new = NewHandling(draft=HandlingDraft(**{"datum": TODAY, "rubrik": rubrik, **facts}), file=file)
    store.do(RegisterHandlingar(ärende_id=ärende_id, new=(new,), when=WHEN, today=TODAY))
    return new.handling_id


def anew(store, files, folder):
    """Return an index of the same database that has never been anything else."""
    index = open_index(place_of(str(folder / "annan.db")))
    finish(catch_up(store, files, index))
    return index
