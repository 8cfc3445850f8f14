"""What the rules need to know: a sammanträde, and a place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from nämnd.core.paragrafer import punkter
from nämnd.närvaro.values import DeltagareRow, ForParagrafer, FrånvaroRow, JävRow, NärvaroRow
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft


class Meeting(Protocol):
    """A sammanträde and who is at it. `nämnd.protokoll.values.Protokoll` is one.

    `deltagare` are in the order of roles and of service.
    """

    @property
    def nämnd(self) -> NämndDraft:
        """The settings of the nämnd; `ersättarordning` among them."""
        ...

    @property
    def huvudmän(self) -> tuple[HuvudmanDraft, ...]:
        """Who appoints, and to how many seats."""
        ...

    @property
    def deltagare(self) -> Mapping[str, DeltagareRow]:
        """Everybody who has to do with it, by person id."""
        ...

    @property
    def närvaro(self) -> tuple[NärvaroRow, ...]:
        """Who is there, from § to §."""
        ...

    @property
    def frånvaro(self) -> tuple[FrånvaroRow, ...]:
        """Who is not, and who was asked to come instead."""
        ...

    @property
    def ordförande(self) -> tuple[ForParagrafer, ...]:
        """Who presides over what."""
        ...

    @property
    def vakanta_platser(self) -> tuple[str, ...]:
        """Seats that nobody holds, as a list says it."""
        ...


@dataclass(frozen=True, slots=True)
class At:
    """A § (or a punkt of it) with its jäv. § 0 is before the first: who is there from the start."""

    nummer: int
    jäv: tuple[JävRow, ...] = ()
    punkt: str | None = None

    def with_punkt(self, punkt: str | None) -> "At":
        """Return that punkt of the same §."""
        return replace(self, punkt=punkt)

    def has_jäv(self, person_id: str) -> bool:
        """Say whether somebody must be out of the room here (KL 6:30)."""
        return any(one.person_id == person_id for one in self.out)

    @property
    def out(self) -> tuple[JävRow, ...]:
        """Return the jäv that counts here: about all of the §, or about this very punkt."""
        here = punkter(self.punkt)
        return tuple(
            one for one in self.jäv if one.punkt is None or not here.isdisjoint(punkter(one.punkt))
        )


def parts(meeting: Meeting, at: At) -> tuple[At, ...]:
    """Return the § as a whole, and every punkt of it at which others serve than at the whole."""
    if at.punkt is not None:
        return (at,)
    named = [one.punkt for one in at.jäv if one.punkt]
    named += [key for row in meeting.närvaro for key in row.paragrafer.parts(at.nummer)]
    return (at, *(at.with_punkt(key) for key in dict.fromkeys(named)))
