"""How the page says what was decided and what has followed."""

from nämnd.core.swedish import counted, listed, short_date
from nämnd.register.values import BeslutRow, Uppföljning
from nämnd.register.wording import uppföljning_text
from ui.toolkit.palette import Role

FOLLOWED: tuple[tuple[str, str], ...] = (
    (Uppföljning.INTE_JUSTERAT, "Inte justerat"),
    (Uppföljning.INTE_EXPEDIERAT, "Inte expedierat"),
    (Uppföljning.VÄNTAR_PÅ_HUVUDMÄN, "Väntar på huvudmän"),
    (Uppföljning.HUVUDMÄN_HAR_BESLUTAT, "Huvudmännen har beslutat"),
    (Uppföljning.EXPEDIERAT, "Expedierat"),
)
_ROLES = {
    Uppföljning.INTE_JUSTERAT: Role.QUIET,
    Uppföljning.INTE_EXPEDIERAT: Role.WARN,
    Uppföljning.VÄNTAR_PÅ_HUVUDMÄN: Role.NOTE,
    Uppföljning.HUVUDMÄN_HAR_BESLUTAT: Role.GOOD,
    Uppföljning.EXPEDIERAT: Role.GOOD,
}


def dnr_text(row: BeslutRow) -> str:
    """Return every dnr of a §."""
    return ", ".join(row.dnr)


def utfall_text(row: BeslutRow) -> str:
    """Return how its att-satser went: «enligt förslag, avslag»."""
    return ", ".join(row.utfall)


def followed_text(row: BeslutRow) -> str:
    """Return what has followed: «inte expedierat», «2 av 4 huvudmän har beslutat»."""
    return uppföljning_text(row)


def followed_role(row: BeslutRow) -> Role:
    """Return how much it asks for attention."""
    return _ROLES.get(Uppföljning(row.uppföljning), Role.QUIET)


def facts(row: BeslutRow) -> str:
    """Return what is known of a beslut in a line or two, for beside the list."""
    utfall = f"Utfall: {listed(row.utfall)}" if row.utfall else ""
    force = f"Laga kraft {short_date(row.laga_kraft)}" if row.laga_kraft else ""
    followed = followed_text(row)
    said = filter(None, (utfall, followed, force))
    return ". ".join(f"{one[0].upper()}{one[1:]}" for one in said)


def how_many(shown: int, everything: int) -> str:
    """Return «12 av 160 beslut», or how many there are when all are shown."""
    if shown == everything:
        return counted(everything, "beslut", "beslut") if everything else ""
    return f"{shown} av {counted(everything, 'beslut', 'beslut')}"
