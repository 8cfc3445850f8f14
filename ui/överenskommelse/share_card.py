"""What the huvudmän of the nämnd get, of each purpose and in all."""

from collections.abc import Sequence

from nämnd.överenskommelse.values import Andel, Postandel, Rad, Tabell
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.small import Label, label
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.money_table import MoneyTable
from ui.överenskommelse.words import kr

_NONE = "Ingen av nämndens huvudmän finns bland mottagarna."
_NO_TABLE = "Nämndens del räknas fram när det finns en tabell över pengarna."


class ShareCard(Card):
    """A table of the huvudmän; what is in it follows the other tables.

    Attributes:
        table: the shares; it can't be written in.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Nämndens del", band=True)
        self.total = label("", Label.STRONG)
        self.table = MoneyTable(
            desk.theme, "Nämndens del per huvudman", editable=False, first="Huvudman"
        )
        self.empty = label("", Label.MUTED, wrap=True)
        self.empty.setContentsMargins(desk.theme.px(16), desk.theme.px(10), desk.theme.px(16), 0)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.total)
        self.add(self.empty)
        self.add(self.table)

    def show_it(self, loaded: Loaded) -> None:
        """Show the shares of an överenskommelse."""
        shares = loaded.view.andelar
        there = any(one.poster for one in shares)
        self.table.show_table(share_table(shares) if there else None)
        self.table.setVisible(there)
        self.empty.setText(_NONE if loaded.view.draft.tabeller else _NO_TABLE)
        self.empty.setVisible(not there)
        self.total.setText(kr(sum(one.summa for one in shares)) if there else "")


def share_table(shares: Sequence[Andel]) -> Tabell:
    """Return the shares as a table: huvudmän down, purposes across."""
    names = _names(shares)
    rader = tuple(
        Rad(one.huvudman_id, one.namn, {names[_key(part)]: part.belopp for part in one.poster})
        for one in shares
    )
    return Tabell("andelar", "Nämndens del", tuple(names.values()), rader)


def _names(shares: Sequence[Andel]) -> dict[tuple[str, str], str]:
    """Return what each column is called: by its post, with the table where two are alike."""
    parts = {_key(part): part for one in shares for part in one.poster}
    posts = [part.post for part in parts.values()]
    return {
        key: part.post if part.post and posts.count(part.post) == 1 else _with_table(part)
        for key, part in parts.items()
    }


def _with_table(part: Postandel) -> str:
    return ": ".join(filter(None, (part.tabell, part.post))) or "Summa i tabellen"


def _key(part: Postandel) -> tuple[str, str]:
    return part.tabell_id, part.post
