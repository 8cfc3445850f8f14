"""Saves what the user writes about a punkt, each field a step of undo of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nämnd.beredning.following import FollowÄrende
from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.sammanträde.dagordning import Dagordning, PunktRow, SatsRow, UnderpunktRow
from nämnd.sammanträde.drafts import draft_of, satser
from nämnd.sammanträde.punkt_commands import SavePunkt
from nämnd.sammanträde.queries import dagordning
from nämnd.sammanträde.rules import read_time
from nämnd.ärende.commands import SaveÄrende
from nämnd.ärende.errors import ÄrendeUnknownError
from nämnd.ärende.queries import find_ärende
from ui.desk import Desk
from ui.toolkit.list_input import ListItem


class PunktSaver:
    """Writes to one punkt. It reads the punkt anew each time: the screen may be a moment behind."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk = desk
        self._sammanträde_id = self._punkt_id = ""

    def about(self, sammanträde_id: str, punkt_id: str) -> None:
        """Save to another punkt from now on."""
        self._sammanträde_id, self._punkt_id = sammanträde_id, punkt_id

    def rubrik(self, text: str) -> None:
        """Save the rubrik."""
        self._save("rubrik", rubrik=text)

    def slag(self, slag: str) -> None:
        """Save what kind of punkt it is."""
        self._save("typ", slag=slag)

    def föredragande(self, text: str) -> None:
        """Save who presents it."""
        self._save("föredragande", föredragande=text.strip() or None)

    def tid(self, text: str) -> None:
        """Save when; a time of day is written as 09.30, anything else as it stands."""
        self._save("tid", tid=read_time(text) or text.strip() or None)

    def grupp(self, text: str) -> None:
        """Save the group it stands in."""
        self._save("grupp", grupp=text.strip() or None)

    def sammanfattning(self, source: str) -> None:
        """Save the running text."""
        self._save("sammanfattning", sammanfattning=source)

    def förslag(self, items: Sequence[ListItem]) -> None:
        """Save the att-satser."""
        punkt = self._punkt()
        if punkt is not None:
            self._save("förslaget", förslag=_satser(items, punkt.förslag))

    def missivförslag(self, items: Sequence[ListItem]) -> None:
        """Save what the missiv proposes."""
        punkt = self._punkt()
        if punkt is not None:
            self._save("missivets förslag", missivförslag=_satser(items, punkt.missivförslag))

    def take_missiv(self) -> None:
        """Let the förslag say what the missiv proposes."""
        punkt = self._punkt()
        if punkt is not None:
            texts = tuple(one.text for one in punkt.missivförslag)
            self._save("förslaget", förslag=satser(texts))

    def follow_ärende(self) -> None:
        """Let the punkt have the förslag and files that its ärende has now."""
        punkt = self._punkt()
        if punkt is not None:
            command = FollowÄrende(punkt_id=punkt.id, when=self._desk.when)
            self._desk.editor.do(command, f"hämta ärendets nya till punkt {punkt.nummer}")

    def underpunkter(self, items: Sequence[ListItem]) -> None:
        """Save the numbered lines under the rubrik."""
        punkt = self._punkt()
        if punkt is not None:
            keys = keys_for(items, [one.id for one in punkt.underpunkter])
            rows = (UnderpunktRow(key, one.text) for key, one in zip(keys, items, strict=True))
            self._save("underpunkter", underpunkter=tuple(rows))

    def ärende(self, dnr: str) -> None:
        """Let the punkt belong to the ärende with that dnr, which is registered if it is new."""
        punkt, dnr = self._punkt(), dnr.strip()
        if punkt is None or dnr == (punkt.dnr or ""):
            return
        nämnd_id = self._dagordning().sammanträde.nämnd_id
        found = self._known(nämnd_id, dnr) if dnr else None
        if found or not dnr:
            self._save("ärende", ärende_id=found)
            return
        fresh = new_id()
        register = SaveÄrende(ärende_id=fresh, nämnd_id=nämnd_id, dnr=dnr, rubrik=punkt.rubrik)
        self._save("ärende", before=(register,), ärende_id=fresh)

    def _known(self, nämnd_id: str, dnr: str) -> str | None:
        try:
            return self._desk.store.ask(lambda session: find_ärende(session, nämnd_id, dnr))
        except ÄrendeUnknownError:
            return None

    def _save(self, what: str, *, before: tuple[Command, ...] = (), **changes: Any) -> None:  # noqa: ANN401 - the fields of PunktDraft
        punkt = self._punkt()
        if punkt is None:
            return
        draft = replace(draft_of(punkt), **changes)
        save = SavePunkt(punkt_id=punkt.id, draft=draft)
        self._desk.editor.do(
            Together((*before, save)) if before else save,
            f"ändra {what} i punkt {punkt.nummer}",
            merge_key=f"{punkt.id}:{what}",
        )

    def _dagordning(self) -> Dagordning:
        return self._desk.store.ask(lambda session: dagordning(session, self._sammanträde_id))

    def _punkt(self) -> PunktRow | None:
        return next((one for one in self._dagordning().punkter if one.id == self._punkt_id), None)


def keys_for(items: Sequence[ListItem], old: Sequence[str]) -> list[str]:
    """Return an id for each of `items`; `old` are the ids there now, in order.

    A row written a moment ago has no key on the screen yet. It keeps the id it was saved with: the
    one at its place that no other row has.
    """
    taken = {one.key for one in items if one.key}
    keys: list[str] = []
    for place, one in enumerate(items):
        there = old[place] if place < len(old) else ""
        key = one.key or (there if there not in taken else "") or new_id()
        taken.add(key)
        keys.append(key)
    return keys


def _satser(items: Sequence[ListItem], old: Sequence[SatsRow]) -> tuple[SatsRow, ...]:
    keys = keys_for(items, [one.id for one in old])
    return tuple(SatsRow(key, one.text) for key, one in zip(keys, items, strict=True))
