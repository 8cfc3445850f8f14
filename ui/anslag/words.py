"""What the announcing says to the secretary."""

from datetime import date

from nämnd.anslag.values import AnslagLäge, AnslagRow, Överklagande
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core import paragrafer
from nämnd.core.swedish import counted, listed, long_date, short_date
from nämnd.justering.wording import which
from ui.toolkit.palette import Role

CHIP = {
    AnslagLäge.NOT_DEMANDED: ("anslås inte", Role.QUIET),
    AnslagLäge.NOT_JUSTERAT: ("inte justerat", Role.QUIET),
    AnslagLäge.MISSING: ("löper inte", Role.WARN),
    AnslagLäge.RUNS: ("anslaget", Role.NOTE),
    AnslagLäge.DOWN_TOO_EARLY: ("nedtaget för tidigt", Role.LATE),
    AnslagLäge.TIME_OVER: ("tiden har gått ut", Role.WARN),
    AnslagLäge.LAGA_KRAFT: ("laga kraft", Role.GOOD),
}
"""Each läge in a word or two, and how it looks."""

SLAG_TEXT: dict[Överklagande, str] = {
    "laglighetsprövning": "Laglighetsprövning",
    "förvaltningsbesvär": "Förvaltningsbesvär",
    "inte": "Kan inte överklagas",
}
"""How a beslut is appealed."""


def state_text(view: AnslagView, today: date) -> str:
    """Return where it stands and what comes next."""
    match view.läge(today):
        case AnslagLäge.NOT_DEMANDED:
            return "Nämndens juridiska form kräver inget anslag, och besluten överklagas inte."
        case AnslagLäge.NOT_JUSTERAT:
            return _not_yet(view)
        case AnslagLäge.MISSING:
            return _missing(view, today)
        case AnslagLäge.RUNS:
            return _runs(view, today)
        case AnslagLäge.DOWN_TOO_EARLY:
            names = listed(map(board_name, view.too_early))
            return (
                f"Anslaget togs ned från {names} innan tiden för överklagande hade gått ut, så den "
                "har inte gått ut. Sätt upp det igen; tiden räknas då från den dagen."
            )
        case AnslagLäge.TIME_OVER:
            return (
                f"Tiden för överklagande gick ut den {_day(view.överklagas_senast)}. "
                "Fråga förvaltningsrätten om någon har överklagat, och bekräfta sedan laga kraft."
            )
        case AnslagLäge.LAGA_KRAFT:
            return f"Laga kraft, bekräftad den {_day(view.laga_kraft)}. {_down(view)}".rstrip()


def board_text(row: AnslagRow) -> str:
    """Return when it was put up on a board and taken down."""
    if row.uppsatt is None:
        return "inte uppsatt"
    down = f", nedtaget {short_date(row.nedtaget)}" if row.nedtaget else ""
    return f"uppsatt {short_date(row.uppsatt)}{down}"


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def överklagande_text(view: AnslagView) -> str:
    """Return how the beslut are appealed: «§§ 59–74: laglighetsprövning»."""
    parts: list[str] = []
    for slag, words in SLAG_TEXT.items():
        mine = [one.nummer for one in view.överklaganden if one.slag == slag]
        if mine:
            parts.append(f"{which(paragrafer.of(mine).text)}: {words[:1].lower()}{words[1:]}")
    return ". ".join(parts)


def lacking_text(view: AnslagView, *, court: bool) -> str:
    """Return what the settings lack for a notice that is whole; «» when nothing is lacking.

    `court`: the settings say which förvaltningsrätt.
    """
    lacking = [] if view.förvaring else ["var protokollet förvaras"]
    lacking += [] if court else ["vilken förvaltningsrätt man överklagar till"]
    said: list[str] = []
    if lacking:
        said.append(f"Nämndens uppgifter säger inte {' eller '.join(lacking)}.")
    if view.boardless:
        names = listed(view.boardless)
        said.append(
            f"{names} har ingen anslagstavla i nämndens uppgifter. En gemensam nämnd ska anslå hos "
            "varje region."
        )
    return " ".join(said)


def _not_yet(view: AnslagView) -> str:
    if view.delegationsprotokoll_id:
        return "Anslås när protokollet är undertecknat."
    return "Anslås när paragraferna är justerade."


def _missing(view: AnslagView, today: date) -> str:
    last = view.anslås_senast
    names = listed(map(board_name, view.missing))
    first = ""
    if last is not None and last >= today:
        first = f"Ska anslås senast {long_date(last)}. "
    elif last is not None:
        first = f"Skulle ha anslagits senast {long_date(last)}. "
    return f"{first}Tiden för överklagande löper inte: anslaget saknas på {names}."


def _runs(view: AnslagView, today: date) -> str:
    last, first = view.överklagas_senast, view.tas_ned_tidigast
    if last is None or first is None:
        return ""
    days = (last - today).days
    left = f"{counted(days, 'dag', 'dagar')} kvar" if days else "i dag är sista dagen"
    return (
        f"Kan överklagas till och med {long_date(last)} ({left}). Anslaget tas ned tidigast "
        f"{long_date(first)}."
    )


def _down(view: AnslagView) -> str:
    if any(row.up for row in view.boards):
        return "Anslaget kan tas ned."
    return ""


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
