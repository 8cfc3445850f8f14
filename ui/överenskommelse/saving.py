"""Saves what is changed of an överenskommelse, a piece at a time."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from nämnd.överenskommelse.commands import ChangeÖverenskommelse
from nämnd.överenskommelse.queries import överenskommelse_view
from nämnd.överenskommelse.values import Tabell, ÖverenskommelseDraft
from ui.desk import Desk
from ui.överenskommelse.words import named


class ÖverenskommelseSaver:
    """Changes the överenskommelse that is shown, as it is in the database now."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk, self._key = desk, ""

    def about(self, överenskommelse_id: str) -> None:
        """Save in another överenskommelse."""
        self._key = överenskommelse_id

    def draft(self) -> ÖverenskommelseDraft:
        """Return it as it is now.

        Raises:
            GoneError: it is not there.
        """
        key = self._key
        return self._desk.store.ask(lambda session: överenskommelse_view(session, key)).draft

    def whole(self, what: str, **changes: Any) -> bool:  # noqa: ANN401 - the fields of the draft
        """Change fields."""
        return self._save(what, self.draft(), **changes)

    def add_tables(self, tabeller: Iterable[Tabell]) -> bool:
        """Put tables after those there are."""
        new, draft = tuple(tabeller), self.draft()
        what = "lägg till en tabell" if len(new) == 1 else f"lägg till {len(new)} tabeller"
        return self._save(what, draft, tabeller=(*draft.tabeller, *new))

    def table(self, what: str, tabell: Tabell) -> bool:
        """Put a table in place of the one with its id."""
        draft = self.draft()
        changed = tuple(tabell if one.id == tabell.id else one for one in draft.tabeller)
        return self._save(what, draft, tabeller=changed)

    def remove_table(self, tabell: Tabell) -> bool:
        """Take a table away."""
        draft = self.draft()
        left = tuple(one for one in draft.tabeller if one.id != tabell.id)
        return self._save("ta bort en tabell", draft, tabeller=left)

    def _save(self, what: str, draft: ÖverenskommelseDraft, **changes: Any) -> bool:  # noqa: ANN401
        changed = replace(draft, **changes)
        command = ChangeÖverenskommelse(överenskommelse_id=self._key, draft=changed)
        return self._desk.editor.do(command, f"{what} i {named(draft)}") is not None
