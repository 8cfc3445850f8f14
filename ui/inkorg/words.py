"""What is said of files that come in."""

from collections import Counter
from collections.abc import Sequence

from nämnd.core.swedish import counted
from nämnd.filtext.values import Warning as FileWarning
from nämnd.inkorg.values import Gathered, Left, Refused
from ui.inkorg.lines import Line
from ui.toolkit.palette import Role

RIKTNING = (("inkommen", "Inkommen"), ("utgående", "Utgående"), ("upprättad", "Upprättad"))
_SHORT = {
    FileWarning.MACROS: "makron",
    FileWarning.PROGRAM: "program",
    FileWarning.ACTIVE_PDF: "aktivt innehåll",
    FileWarning.EXTERNAL: "hämtar utifrån",
    FileWarning.LOCKED: "lösenord",
    FileWarning.DISGUISED: "annat slag",
    FileWarning.DAMAGED: "skadad",
    FileWarning.TOO_LARGE: "för stor att läsa",
}
_LONG = {
    FileWarning.MACROS: "Filen innehåller makron. De körs aldrig här, men öppna den inte i Office "
    "om du inte väntar på den.",
    FileWarning.PROGRAM: "Filen är ett program eller en genväg, ingen handling. Den sparas, men "
    "körs aldrig härifrån.",
    FileWarning.ACTIVE_PDF: "PDF-filen innehåller skript, åtgärder eller inbäddade filer.",
    FileWarning.EXTERNAL: "Filen vill hämta något utifrån när den öppnas.",
    FileWarning.LOCKED: "Filen är låst med lösenord: orden i den går inte att söka.",
    FileWarning.DISGUISED: "Filens namn säger ett annat slag än innehållet.",
    FileWarning.DAMAGED: "Filen är skadad. Den sparas som den är.",
    FileWarning.TOO_LARGE: "Filen är för stor för att läsas. Den sparas, men orden går inte att "
    "söka.",
}
_LEFT = {
    Refused.EMPTY: "filen är tom",
    Refused.TOO_LARGE: "filen är för stor",
    Refused.UNREADABLE: "filen går inte att läsa",
    Refused.NOT_A_FILE: "det är en länk eller något annat än en fil",
    Refused.TOO_DEEP: "mappen ligger för djupt",
    Refused.TOO_MANY: "det är för många filer på en gång",
    Refused.SYSTEM: "det är en systemfil",
}


def state_text(line: Line) -> str:
    """Return what becomes of a file: one or two words."""
    if line.taken:
        return "tas in"
    return "finns redan" if line.is_double else "utelämnas"


def state_role(line: Line) -> Role:
    """Return the colour of that."""
    if line.taken:
        return Role.NOTE if line.is_double else Role.GOOD
    return Role.QUIET


def remark(line: Line) -> str:
    """Return what is worth knowing of a file, in short."""
    said = [_SHORT[FileWarning(one)] for one in line.found.warnings]
    said += [f"finns som {one.beteckning}" for one in line.found.doubles[:1]]
    if line.found.same_as is not None:
        said.append(f"samma som rad {line.found.same_as + 1}")
    return ", ".join(said)


def details(line: Line) -> str:
    """Return the same in sentences, and where the file lay."""
    said = [line.found.place]
    said += [_LONG[FileWarning(one)] for one in line.found.warnings]
    said += [
        f"Samma innehåll finns redan: {one.beteckning} {one.rubrik}." for one in line.found.doubles
    ]
    if line.found.same_as is not None:
        said.append(f"Samma innehåll som rad {line.found.same_as + 1}.")
    return "\n".join(said)


def summary(lines: Sequence[Line], left: Sequence[Left]) -> str:
    """Return how many files become handlingar, and how many do not."""
    taken = sum(one.taken for one in lines)
    said = [f"{counted(taken, 'fil', 'filer')} blir {'handling' if taken == 1 else 'handlingar'}"]
    doubles = sum(one.is_double and not one.taken for one in lines)
    others = len(lines) - taken - doubles
    if doubles:
        said.append(f"{doubles} finns redan")
    if others:
        said.append(f"{others} utelämnas")
    if left:
        said.append(f"{len(left)} kunde inte tas in")
    return ", ".join(said) + "."


def left_text(left: Sequence[Left]) -> str:
    """Return which files were not taken, by reason."""
    reasons = Counter(one.why for one in left)
    lines: list[str] = []
    for why in reasons:
        names = [one.place for one in left if one.why is why]
        shown = ", ".join(names[:_SHOWN]) + (
            f" och {len(names) - _SHOWN} till" if len(names) > _SHOWN else ""
        )
        lines.append(f"Togs inte in, {_LEFT[why]}: {shown}.")
    return "\n".join(lines)


_SHOWN = 6  # names after each other; more are counted


def proposed_rubrik(gathered: Gathered) -> str:
    """Return what a new ärende could be called: the mail's subject, or its only file's rubrik."""
    if gathered.subject:
        return gathered.subject
    return gathered.proposed[0].draft.rubrik if len(gathered.proposed) == 1 else ""
