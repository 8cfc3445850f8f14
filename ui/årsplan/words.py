"""What the planning of a year is called on the screen."""

from collections.abc import Iterable

from nämnd.core.swedish import listed, long_date, short_date
from nämnd.årsplan.days import Dag
from nämnd.årsplan.planning import Frist, Krock, Krockar, Proposal
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import marks, short_month

WEEKDAYS: tuple[tuple[int | None, str], ...] = (
    (None, "Valfri vardag"),
    (0, "Måndag"),
    (1, "Tisdag"),
    (2, "Onsdag"),
    (3, "Torsdag"),
    (4, "Fredag"),
)
_DAY_TEXT = {
    Dag.HELG: "lördag eller söndag",
    Dag.HELGDAG: "helgdag",
    Dag.AFTON: "dagen före en helgdag",
    Dag.KLÄMDAG: "klämdag",
    Dag.SPORTLOV: "vecka 8: sportlov på många håll",
    Dag.HÖSTLOV: "vecka 44: höstlov",
    Dag.JULLOV: "jullov",
    Dag.SEMESTER: "semestertid",
}
_FRIST_TEXT = {Slag.KALLELSE: "Kallelse", Slag.JUSTERING: "Justerat"}
_OF_KALLELSE = {"kallelse": "sista dagen för kallelsen", "justering": "sista dagen för justeringen"}
_LETTERS = 3


def krock_text(one: Krock) -> str:
    """Return what a day collides with."""
    match one.slag:
        case Krockar.SPÄRRDAG:
            return one.vad
        case Krockar.SAMMANTRÄDE:
            return "nämnden har redan ett sammanträde den dagen"
        case Krockar.PASSERAD:
            return "dagen, eller en dag som räknas från den, har redan varit"
        case Krockar.FRIST_LEDIG:
            return f"{_OF_KALLELSE.get(one.vad, one.vad)} är en ledig dag"
        case _:
            return _DAY_TEXT[one.slag]


def krockar_text(krockar: Iterable[Krock]) -> str:
    """Return all that speaks against a day, in one line."""
    said = listed(map(krock_text, krockar))
    return said[:1].upper() + said[1:]


def frister_text(frister: Iterable[Frist]) -> str:
    """Return the days counted from a sammanträde: «Stoppdag 1 nov · kallelse 15 nov»."""
    return " · ".join(f"{frist_name(one)} {_short(one)}" for one in frister)


def frist_name(one: Frist) -> str:
    """Return what a counted day is called."""
    return one.vad or _FRIST_TEXT[one.slag]


def _short(one: Frist) -> str:
    return f"{long_date(one.dag)[:_LETTERS]} {one.dag.day} {short_month(one.dag.month)}"


def row_words(number: int, one: Proposal) -> str:
    """Return a planned sammanträde as it is read aloud."""
    days = ", ".join(f"{frist_name(frist)} {short_date(frist.dag)}" for frist in one.frister)
    against = f" Krock: {krockar_text(one.krockar)}." if one.krockar else ""
    return f"Sammanträde {number}, {long_date(one.dag)}. {days}.{against}"


def läge_text(post: Årspost) -> str:
    """Return how it stands with a post, in a word or two."""
    said = marks(post)
    if post.förverkande and not post.klar:
        return "försenad, rätt förlorad?" if post.sen else "rätt kan gå förlorad"
    return said[0] if said else ""
