"""Indexes for tests: of plain texts, or of a database."""

from pathlib import Path

from nämnd.core.progress import finish
from nämnd.sök.catching_up import catch_up
from nämnd.sök.doc import Doc
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from nämnd.sök.values import Kind
from nämnd.sök.writing import Writer


def index_of(folder: Path, *docs: Doc) -> Index:
    """Return an index with nothing but `docs`."""
    index = Index(folder / "test.sok")
    with index.writing() as link:
        link.execute("BEGIN IMMEDIATE")
        writer = Writer(link)
        for doc in docs:
            writer.put(doc)
        writer.vocabulary.settle()
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
