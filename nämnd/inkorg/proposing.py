"""What is proposed of a file: its rubrik, date and slag. Pure functions; the user decides."""

import re
from datetime import date, datetime

from nämnd.bilaga.names import title_of
from nämnd.filtext.kinds import FileKind

_PREFIX = re.compile(r"^\s*((sv|vb|re|fw|fwd|svar|aw|wg)\s*(\[\d+\])?:\s*)+", re.IGNORECASE)
_COPY = re.compile(r"\s*(\(\d{1,3}\)|[-–]\s*kopia(\s*\(\d+\))?|[-–]\s*copy)\s*$", re.IGNORECASE)
_MADE_BY = re.compile(r"^(microsoft (word|excel|powerpoint)|openoffice.*?)\s*-\s*", re.IGNORECASE)
_FILE_END = re.compile(r"\.(docx?|xlsx?|pptx?|pdf|odt|rtf|txt|indd|dotx?)$", re.IGNORECASE)
_NOTHING = re.compile(
    r"(dokument|document|doc|presentation|powerpoint-presentation|bok|book|untitled|namnlös"
    r"|utan titel|rubrik|mall|template|skanning|scan|scanned|img|dsc|image|bild|unknown|titel|title"
    r"|ingen bildrubrik)[\W\d_]*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SHORTEST, _LONGEST = 3, 200
_DAY_LONG = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?([01]\d)[-_. ]?([0-3]\d)(?!\d)")
_DAY_SHORT = re.compile(r"(?<![\d/-])(\d\d)([01]\d)([0-3]\d)(?![\d/-])")
_EARLIEST = date(1990, 1, 1)
_CENTURY = 2000
_SLAG: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), slag)
    for pattern, slag in (
        (r"tjänsteskrivelse|tjansteskrivelse", "tjänsteskrivelse"),
        (r"\bmissiv", "missiv"),
        (r"protokollsutdrag|utdrag ur protokoll", "protokollsutdrag"),
        (r"remiss(var|svar)|svar på remiss", "remissvar"),
        (r"\byttrande", "yttrande"),
        (r"\bremiss", "remiss"),
        (r"\bprotokoll|minnesanteckning", "protokoll"),
        (r"\bkallelse", "kallelse"),
        (r"\bdagordning|föredragningslista", "dagordning"),
        (r"delegations?beslut", "delegationsbeslut"),
        (r"överenskommelse|\bavtal", "avtal"),
        (r"\b\w*faktura", "faktura"),
        (r"\b\w*rapport(en)?\b|redovisning", "rapport"),
        (r"\bmotion\b", "motion"),
        (r"\bbeslut", "beslut"),
        (r"\bskrivelse", "skrivelse"),
    )
)


def subject_of(subject: str) -> str:
    """Return a mail's subject without «Sv:», «VB:» and the like."""
    return _PREFIX.sub("", subject).strip()


def rubrik_of(name: str, heading: str = "", title: str = "") -> str:
    """Return what a file is called: the first of heading, name and title that says something.

    The title comes after the name: it is often left from the file that was copied.
    """
    seen, named, written = _cleaned(heading), _tidied(name), _cleaned(title)
    for one in (seen, named, written):
        if len(_LETTERS.findall(one)) > 1:
            return one
    return seen or written or named or title_of(name)


def day_in(name: str, today: date) -> date | None:
    """Return the date that a file's name has; none that has not come yet."""
    for pattern, century in ((_DAY_LONG, 0), (_DAY_SHORT, _CENTURY)):
        for found in pattern.finditer(name):
            day = _day(int(found[1]) + century, int(found[2]), int(found[3]))
            if day and _EARLIEST <= day <= today:
                return day
    return None


def day_of_mail(sent: datetime | None, today: date) -> date:
    """Return the local day a mail was sent; today when it doesn't say, or has not come yet."""
    try:
        day = sent.astimezone().date() if sent and sent.tzinfo else sent.date() if sent else today
    except (OverflowError, OSError, ValueError):  # near the year 1, or after what the system knows
        return today
    return day if _EARLIEST <= day <= today else today


def day_of_file(name: str, modified: float, today: date) -> date:
    """Return the date in the name, else the day it was last changed (seconds since 1970)."""
    named = day_in(name, today)
    if named:
        return named
    try:
        day = datetime.fromtimestamp(modified).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return today
    return day if _EARLIEST <= day <= today else today


def slag_of(rubrik: str, name: str, kind: FileKind) -> str | None:
    """Return what sort of handling it seems to be; None when nothing says it."""
    if kind is FileKind.MAIL:
        return "e-post"
    for text in (rubrik, title_of(name)):
        found = next((slag for pattern, slag in _SLAG if pattern.search(text)), None)
        if found:
            return found
    return None


def _cleaned(text: str) -> str:
    """Return a title or heading, «» when it says nothing."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    plain = _FILE_END.sub("", _MADE_BY.sub("", plain)).strip(" .-–_:")
    says = _SHORTEST <= len(plain) <= _LONGEST and not _NOTHING.fullmatch(plain)
    return plain if says and _LETTERS.search(plain) and "\\" not in plain else ""


def _tidied(name: str) -> str:
    """Return a name as a rubrik, «» when it says nothing («scan0001.pdf»)."""
    text = _COPY.sub("", title_of(name))
    if " " not in text and text.count("-") > 1:
        text = text.replace("-", " ")
    return "" if _NOTHING.fullmatch(text) else " ".join(text.split())[:_LONGEST]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
