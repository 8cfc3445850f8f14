"""Lists for the tests, written as text."""

from nämnd.core.progress import finish
from nämnd.organisation.people_import.plan import plan
from nämnd.organisation.people_import.reading import read_people
from nämnd.organisation.people_import.sentences import finding_text
from nämnd.organisation.people_import.there import There, there

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
