"""What is said of files that come in."""

from collections import Counter
from collections.abc import Sequence

from nämnd.core.swedish import counted
from nämnd.inkorg.values import Gathered, Left
from nämnd.ärende.values import Riktning
from ui.file_words import NOT_TAKEN, WARNING, WARNING_TEXT, known_warnings
from ui.inkorg.lines import Line
from ui.toolkit.palette import Role

RIKTNING: tuple[tuple[Riktning, str], ...] = (
    ("inkommen", "Inkommen"),
    ("utgående", "Utgående"),
    ("upprättad", "Upprättad"),
)


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
    said = [WARNING[one] for one in known_warnings(line.found.warnings)]
    said += [f"finns som {one.beteckning}" for one in line.found.doubles[:1]]
    if line.found.same_as is not None:
        said.append(f"samma som rad {line.found.same_as + 1}")
    return ", ".join(said)


def details(line: Line) -> str:
    """Return the same in sentences, and where the file lay."""
    said = [line.found.place]
    said += [WARNING_TEXT[one] for one in known_warnings(line.found.warnings)]
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
        lines.append(f"Togs inte in, {NOT_TAKEN[why]}: {shown}.")
    return "\n".join(lines)


_SHOWN = 6  # names after each other; more are counted


def proposed_rubrik(gathered: Gathered) -> str:
    """Return what a new ärende could be called: the mail's subject, or its only file's rubrik."""
    if gathered.subject:
        return gathered.subject
    return gathered.proposed[0].draft.rubrik if len(gathered.proposed) == 1 else ""
