"""What can be said of a § and its votes. Pure functions."""

from dataclasses import dataclass
from datetime import date

from nämnd.core.calendar import workday_after
from nämnd.protokoll.values import VoteringRow

_JUSTERING_DAYS = 14


def justeras_senast(last_day: date) -> date:
    """Return the last day for the justering of a sammanträde that ended on `last_day`.

    Source: KL 5:69 through 6:35 (14 days); lag (1930:173) 2 §; the table of RULES.md 8.
    """
    return workday_after(last_day, _JUSTERING_DAYS)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many voted what."""

    ja: int
    nej: int
    avstår: int

    @property
    def winner(self) -> str | None:
        """Return ja or nej, None for a tie (KL 5:55: simple majority of the votes cast)."""
        if self.ja == self.nej:
            return None
        return "ja" if self.ja > self.nej else "nej"


def counts(votering: VoteringRow) -> Counts:
    """Return the count: of the names, or as given in a closed val (KL 5:54)."""
    if votering.sluten:
        given = votering.antal or {}
        return Counts(given.get("ja", 0), given.get("nej", 0), given.get("avstår", 0))
    votes = list(votering.röster.values())
    return Counts(votes.count("ja"), votes.count("nej"), votes.count("avstår"))
