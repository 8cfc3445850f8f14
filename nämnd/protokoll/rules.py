"""What can be said of a § and its votes. Pure functions."""

from dataclasses import dataclass

from nämnd.protokoll.values import VoteringRow


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
