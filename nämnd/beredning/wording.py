"""What the life of an ärende and a dagordning made of it say. Swedish, for page and paper alike."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from nämnd.core.swedish import listed, short_date

ANMÄLAN_RUBRIK = "Anmälningsärenden"
DELEGATION_RUBRIK = "Anmälan av delegationsbeslut"
ANMÄLAN_FÖRSLAG = "Att lägga anmälningarna till handlingarna"


def day_text(day: date | str | None) -> str:
    """Return «22 november 2019»; what is known in part as it stands, «?» for nothing."""
    if isinstance(day, str):
        try:
            day = date.fromisoformat(day)
        except ValueError:
            return str(day)
    return short_date(day) if day else "?"


def utfall_text(satser: Sequence[tuple[str, str | None]]) -> str:
    """Return what was decided: «enligt förslag», «punkt 1 enligt förslag; punkt 2–12 bordläggning».

    Args:
        satser: number and outcome of each att-sats.
    """
    decided = [(nummer, utfall) for nummer, utfall in satser if utfall]
    kinds = dict.fromkeys(utfall for _, utfall in decided)
    if len(kinds) < 2:  # noqa: PLR2004 - one outcome needs no numbers
        return next(iter(kinds), "")
    parts = ((one, [nummer for nummer, utfall in decided if utfall == one]) for one in kinds)
    return "; ".join(f"{punkter_text(numbers)} {one}".strip() for one, numbers in parts)


def punkter_text(numbers: Iterable[str]) -> str:
    """Return «punkt 2–12», «punkt 1 och 3»; nothing when none has a number."""
    known = [one for one in numbers if one]
    return f"punkt {listed(known)}" if known else ""


def votes_text(votes: Iterable[str], counted_votes: dict[str, int] | None) -> str:
    """Return «omröstning 7–5», with «1 avstår» when somebody did."""
    count = counted_votes or Counter(votes)
    ja, nej, avstår = (count.get(one, 0) for one in ("ja", "nej", "avstår"))
    if not ja and not nej:
        return ""
    tail = f", {avstår} avstår" if avstår else ""
    return f"omröstning {ja}–{nej}{tail}"


def direction_text(riktning: str, från_till: str | None) -> str:
    """Return «inkommen från Socialstyrelsen», «utgående till …», «upprättad»."""
    word = {"inkommen": "från", "utgående": "till"}.get(riktning)
    if word is None or not från_till:  # of what is made here it is whom it is for, or who made it
        return riktning
    return f"{riktning} {word} {från_till}"


def line_of_beslut(rubrik: str, av: str, datum: date) -> str:
    """Return a delegationsbeslut as a line of an anmälan."""
    return f"{rubrik}, {av} {datum.isoformat()}"
