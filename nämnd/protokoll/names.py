"""How those who move, vote or object are named in running text. Pure functions."""

from collections.abc import Iterable

from nämnd.core.swedish import listed
from nämnd.protokoll.values import Protokoll

_SIBILANTS = ("s", "x", "z")


def people(protokoll: Protokoll, person_ids: Iterable[str]) -> str:
    """Return «Anna Ek (M), Bo Alm (S) och Cecilia Öst (C)»."""
    return listed(map(protokoll.name, person_ids))


def movers(protokoll: Protokoll, av: Iterable[str], av_partier: Iterable[str] = ()) -> str:
    """Return persons and party groups: «Anna Ek (M) och samtliga ledamöter för V»."""
    partier = tuple(av_partier)
    groups = (f"samtliga ledamöter för {listed(partier)}",) if partier else ()
    return listed((*map(protokoll.name, av), *groups))


def belongs(protokoll: Protokoll, av: tuple[str, ...], partier: tuple[str, ...], what: str) -> str:
    """Return what they have moved, as theirs: «Bo Alms (S) yrkande» of one, «yrkandet från …»."""
    if len(av) == 1 and not partier and av[0] in protokoll.deltagare:
        known = protokoll.deltagare[av[0]]
        party = f" ({known.parti})" if known.parti else ""
        return f"{genitive(known.namn)}{party} {what}"
    return f"{what}t från {movers(protokoll, av, partier)}" if av or partier else f"{what}t"


def genitive(name: str) -> str:
    """Return «Bo Alms»; a name that ends in s, x or z stays as it is."""
    return name if name.casefold().endswith(_SIBILANTS) else f"{name}s"


def sentence(text: str) -> str:
    """Return `text` with a capital first, and nothing else changed."""
    return text[:1].upper() + text[1:]
