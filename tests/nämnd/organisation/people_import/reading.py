"""Lists for the tests, written as text."""

from nämnd.core.progress import finish
from nämnd.organisation.people_import.plan import plan
from nämnd.organisation.people_import.reading import read_people
from nämnd.organisation.people_import.saving import saving
from nämnd.organisation.people_import.sentences import finding_text
from nämnd.organisation.people_import.there import There, there
from nämnd.organisation.queries import uppdrag_rows

HEAD = "Namn;Parti;Roll;Region;Ordning;Från;Till;E-post;Titel"


def listed(folder, *lines, head=HEAD, name="ledamöter.csv"):
    """Write a CSV file and read it."""
    path = folder / name
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return finish(read_people(path))


def planned(store, nämnd_id, found, **how):
    return plan(found, now_there(store, nämnd_id), **how)


def now_there(store, nämnd_id) -> There:
    return store.ask(lambda session: there(session, nämnd_id))


def states(rows):
    return [one.state.name for one in rows]


def said(rows):
    return [finding_text(finding) for one in rows for finding in one.findings]


ANNA = "Anna Ek;M;Ledamot;Region Skåne;1;2019-01-01;2022-12-31;anna@exempel.se;"
BO = "Bo Öst;S;Ersättare;Halland;2;2019-01-01 00:00:00;;;"


def people(store, key):
    return store.ask(lambda session: uppdrag_rows(session, key))


def read_in(store, key, folder, *lines, **how):
    """Read a list in, save it, and return what it was."""
    rows = planned(store, key, listed(folder, *lines), **how)
    store.do(saving(rows, key), "läs in")
    return rows
