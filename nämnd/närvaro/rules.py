"""Who sits on which seat at a §, and how many it takes. Pure functions."""

from collections.abc import Iterable

from nämnd.närvaro.values import TJÄNSTGÖR, JävRow, NärvaroRow, Seat


def seats(
    närvaro: Iterable[NärvaroRow],
    jäv: Iterable[JävRow],
    nummer: int,
    punkt: str | None = None,
) -> tuple[Seat, ...]:
    """Return who serves at § `nummer`, or at a punkt of it, each person once.

    Ledamöter and tjänstgörande ersättare who are there, but those who left for jäv; and those who
    stepped in for them. Without `punkt` a jäv about a single punkt takes nobody away.

    Source: KL 6:27 (who counts), 6:30 (one with jäv must not even be there).
    """
    out = [one for one in jäv if one.punkt is None or one.punkt == punkt]
    gone = {one.person_id for one in out}
    found: dict[str, Seat] = {}
    for row in närvaro:
        if row.roll not in TJÄNSTGÖR or row.deltar_i == "beredning" or row.person_id in gone:
            continue
        there = row.paragrafer.covers(nummer, punkt) if punkt else row.paragrafer.touches(nummer)
        if there:
            vacant = row.roll == TJÄNSTGÖR[1] and row.för is None
            found.setdefault(row.person_id, Seat(row.person_id, row.för, vakant=vacant))
    for one in out:
        if one.ersätts_av:
            found.setdefault(one.ersätts_av, Seat(one.ersätts_av, one.person_id))
    return tuple(found.values())


def quorum(platser: int) -> int:
    """Return how many must serve for a nämnd of `platser` seats to be beslutsför: 7 of 12.

    Source: KL 6:27, more than half of ledamöterna. Vacant seats count among the seats (RULES.md 2,
    general knowledge).
    """
    return platser // 2 + 1
