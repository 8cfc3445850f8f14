"""Saves what is written in a skrivelse, a field at a time."""

from dataclasses import replace
from datetime import date
from typing import Any

from nämnd.ärende.queries import skrivelse_row
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, Underskrift
from ui.desk import Desk
from ui.toolkit.list_input import ListItem


class SkrivelseSaver:
    """Each method takes what a field holds and saves it in the skrivelse that is shown."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk, self._key = desk, ""

    def about(self, skrivelse_id: str) -> None:
        """Save in another skrivelse."""
        self._key = skrivelse_id

    def slag(self, value: Any) -> None:  # noqa: ANN401 - what the field offers
        """Save the kind."""
        self._save("slag", slag=value)

    def datum(self, value: date | None) -> None:
        """Save the date."""
        self._save("datum", datum=value)

    def till(self, value: str) -> None:
        """Save to whom it is, one on a line."""
        self._save("mottagare", till=lines(value))

    def rubrik(self, value: str) -> None:
        """Save the rubrik."""
        self._save("rubrik", rubrik=value)

    def förslag(self, value: tuple[ListItem, ...]) -> None:
        """Save the att-satser."""
        self._save("förslag", förslag=tuple(one.text for one in value))

    def bakgrund(self, value: str) -> None:
        """Save the running text."""
        self._save("bakgrund", bakgrund=value)

    def underskrifter(self, value: str) -> None:
        """Save who signs, one on a line."""
        self._save("underskrifter", underskrifter=signers(value))

    def _save(self, what: str, **changes: Any) -> None:  # noqa: ANN401 - the fields of the draft
        key = self._key
        row = self._desk.store.ask(lambda session: skrivelse_row(session, key))
        draft: SkrivelseDraft = replace(row.draft, **changes)
        command = SaveSkrivelse(skrivelse_id=key, ärende_id=row.ärende_id, draft=draft)
        self._desk.editor.do(command, f"ändra {what} i skrivelsen", merge_key=f"{key}:{what}")


def lines(text: str) -> tuple[str, ...]:
    """Return the lines in which something is written."""
    return tuple(filter(None, (" ".join(one.split()) for one in text.splitlines())))


def signers(text: str) -> tuple[Underskrift, ...]:
    """Return who signs: «Namn» or «Namn, titel» on a line."""
    found: list[Underskrift] = []
    for one in lines(text):
        namn, _, titel = one.partition(",")
        if namn.strip():
            found.append(Underskrift(namn.strip(), titel.strip()))
    return tuple(found)


def signers_text(rows: tuple[Underskrift, ...]) -> str:
    """Return who signs as it is written."""
    return "\n".join(f"{one.namn}, {one.titel}" if one.titel else one.namn for one in rows)
