"""Who answers a redovisning, each once, with all that they are asked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nämnd.core.swedish import sort_key
from nämnd.organisation.rules import one_line
from nämnd.redovisning.values import Fråga, RedovisningView, Svar


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who answers, and what."""

    key: str  # the huvudman's id, or the name
    vem: str
    ansvarig: str | None
    epost: str | None
    svar: tuple[tuple[Fråga, Svar], ...]  # in the sender's order

    @property
    def svar_ids(self) -> tuple[str, ...]:
        """Return the ids of all answers."""
        return tuple(svar.id for _, svar in self.svar)

    @property
    def lacking(self) -> tuple[tuple[Fråga, Svar], ...]:
        """Return what is not answered."""
        return tuple(one for one in self.svar if one[1].besvarad is None)

    @property
    def frågad(self) -> date | None:
        """Return the first day they were asked."""
        return min((svar.frågad for _, svar in self.svar if svar.frågad), default=None)

    @property
    def påmint(self) -> date | None:
        """Return the last day they were reminded."""
        return max((day for _, svar in self.svar for day, _ in svar.påmint), default=None)


def recipients(view: RedovisningView) -> tuple[Asked, ...]:
    """Return who answers, in Swedish order, the nämnd's own last."""
    by_key: dict[str, list[tuple[Fråga, Svar]]] = {}
    for fråga in view.frågor:
        for svar in fråga.svaras_av:
            by_key.setdefault(key_of(svar), []).append((fråga, svar))
    found = (_asked(key, pairs) for key, pairs in by_key.items())
    return tuple(sorted(found, key=lambda one: (_is_own(one), sort_key(one.vem), one.key)))


def key_of(svar: Svar) -> str:
    """Return what makes somebody the same in all questions."""
    return svar.huvudman_id or one_line(svar.ansvarig or "").casefold()


def _asked(key: str, pairs: Sequence[tuple[Fråga, Svar]]) -> Asked:
    first = pairs[0][1]
    ansvarig = next((svar.ansvarig for _, svar in pairs if svar.ansvarig), None)
    epost = next((svar.epost for _, svar in pairs if svar.epost), None)
    return Asked(key, first.vem, ansvarig, epost, tuple(pairs))


def _is_own(asked: Asked) -> bool:
    return asked.svar[0][1].huvudman_id is None
