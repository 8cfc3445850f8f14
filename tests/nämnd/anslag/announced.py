"""A sammanträde on 27 March 2026 whose §§ are justerade, to put up on boards."""

from datetime import date
from typing import Any

from nämnd.anslag.commands import ConfirmLagaKraft, SetAnslag
from nämnd.anslag.queries import anslag_view
from nämnd.anslag.values import AnslagDraft, AnslagRow
from nämnd.anslag.view import AnslagView
from nämnd.core.ids import new_id
from nämnd.justering.commands import RecordPaper
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from tests.nämnd.justering.sets import Set

JUSTERAT = date(2026, 4, 2)  # Thursday before Easter
UP = date(2026, 4, 7)
LAST = date(2026, 4, 28)
LATER = date(2026, 5, 4)


class Announced(Set):
    """The set is justerad on JUSTERAT; `boards`: names of huvudmän with an anslagstavla."""

    def __init__(self, store: Any, *boards: str, **settings: Any) -> None:
        if boards:
            settings.setdefault("juridisk_form", "gemensam_nämnd")
        super().__init__(store, **settings)
        self.huvudmän = {name: new_id() for name in boards}
        drafts = tuple(
            HuvudmanDraft(key, name, anslagstavla=True) for name, key in self.huvudmän.items()
        )
        store.do(SaveHuvudmän(nämnd_id=self.nämnd, drafts=drafts))

    def justera(self, day: date = JUSTERAT) -> "Announced":
        self.send(self.anna, self.bo)
        signers = (self.anna, self.bo)
        self.store.do(
            RecordPaper(
                justering_id=self.id,
                person_ids=signers,
                datum=day.isoformat(),
                today=day.isoformat(),
            )
        )
        return self

    def put_up(
        self, board: str | None = None, uppsatt: date | None = UP, today: date = LATER, **facts: Any
    ) -> None:
        draft = AnslagDraft(uppsatt, **facts)
        key = self.huvudmän[board] if board else None
        self.store.do(SetAnslag(key=self.id, huvudman_id=key, draft=draft, today=today))

    def confirm(self, datum: date = LATER, today: date = LATER) -> None:
        self.store.do(ConfirmLagaKraft(key=self.id, datum=datum, today=today))

    def announced(self) -> AnslagView:
        return self.store.ask(lambda session: anslag_view(session, self.id))


def notice(uppsatt: date | None = None, nedtaget: date | None = None, **facts: Any) -> AnslagRow:
    """Return a notice on a board that is demanded."""
    known = {"id": new_id(), "huvudman_id": None, "huvudman": None, "tavla": None}
    return AnslagRow(
        **{**known, "demanded": True, "uppsatt": uppsatt, "nedtaget": nedtaget, **facts}
    )
