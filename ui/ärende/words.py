"""What the diarium says."""

from collections.abc import Sequence

from nämnd.bilaga.names import shown_name
from nämnd.core.swedish import counted
from nämnd.filtext.values import TextState
from nämnd.ärende.values import (
    DiariumRow,
    HandlingRow,
    Riktning,
    SkrivelseRow,
    VersionRow,
    ÄrendeView,
)
from ui.file_words import TEXT_STATE, WARNING, known_warnings
from ui.toolkit.palette import Role

RIKTNING: tuple[tuple[Riktning, str], ...] = (
    ("inkommen", "Inkommen"),
    ("utgående", "Utgående"),
    ("upprättad", "Upprättad"),
)
RIKTNING_TEXT = dict(RIKTNING)
_KB, _MB = 1 << 10, 1 << 20


def state_text(row: DiariumRow) -> str:
    """Return where an ärende of the diarium stands, in a word."""
    if row.makulerat:
        return "makulerat"
    if row.status == "avslutat":
        return "avslutat"
    return "väntar" if row.väntar else "öppet"


_STATE_ROLE = {
    "makulerat": Role.LATE,
    "avslutat": Role.QUIET,
    "väntar": Role.WARN,
    "öppet": Role.GOOD,
}


def state_role(row: DiariumRow) -> Role:
    """Return how that looks."""
    return _STATE_ROLE[state_text(row)]


def chips(view: ÄrendeView) -> tuple[tuple[str, Role], ...]:
    """Return what is said in pills beside the rubrik of an ärende."""
    found: list[tuple[str, Role]] = []
    if view.makulerat is not None:
        found.append(("makulerat", Role.LATE))
    elif view.status == "avslutat":
        found.append(("avslutat", Role.QUIET))
    else:
        found.append(("öppet", Role.GOOD))
    if view.draft.väntar is not None and view.makulerat is None:
        found.append(("väntar på dagordning", Role.WARN))
    if view.draft.sekretess is not None:
        found.append(("sekretess", Role.LATE))
    if view.draft.dölj_rubrik:
        found.append(("rubriken döljs", Role.QUIET))
    return tuple(found)


def named(view: ÄrendeView) -> str:
    """Return an ärende by its number and what it is about, as a log tells of it."""
    return f"ärende {view.dnr}"


def handling_rubrik(row: HandlingRow) -> str:
    """Return what a handling is, and that it is annulled when it is."""
    return f"Makulerad: {row.draft.rubrik}" if row.makulerad is not None else row.draft.rubrik


def file_text(row: HandlingRow) -> str:
    """Return the kind of a handling's file with its pages: «PDF, 5 s.»."""
    return "ingen fil" if row.fil is None else kind_text(row.fil)


def kind_text(version: VersionRow) -> str:
    """Return the kind of a file, with its pages when they are known."""
    name = shown_name(version.filnamn)
    ending = name.rpartition(".")[2].upper() if "." in name else "fil"
    kind = {"DOCX": "Word", "DOC": "Word", "XLSX": "Excel", "EML": "e-post", "MSG": "e-post"}
    shown = kind.get(ending, ending)
    return f"{shown}, {version.sidor} s." if version.sidor else shown


def remark(row: HandlingRow, state: TextState | None) -> str:
    """Return what is worth knowing of a handling, in a few words."""
    if row.makulerad is not None:
        return ""
    said: list[str] = []
    if row.draft.sekretess is not None:
        said.append("sekretess")
    if row.fil is not None:
        said += [WARNING[one] for one in known_warnings(row.fil.varningar)]
        if len(row.versioner) > 1:
            said.append(f"version {row.fil.nummer}")
    if state is not None and TEXT_STATE[state]:
        said.append(TEXT_STATE[state])
    if row.draft.anmäls and row.punkt_id is None:
        said.append("ska anmälas")
    return ", ".join(said)


def size_text(size: int) -> str:
    """Return a size in bytes as it is read: «340 kB», «1,2 MB»."""
    if size < _MB:
        return f"{max(1, round(size / _KB))} kB"
    return f"{size / _MB:.1f} MB".replace(".", ",")


def version_text(version: VersionRow) -> str:
    """Return a version in a line."""
    day = version.tillagd[:10]
    said = [f"Version {version.nummer}", day, shown_name(version.filnamn)]
    said += [kind_text(version), size_text(version.storlek)]
    return " · ".join(said)


def skrivelse_state(row: SkrivelseRow, handlingar: Sequence[HandlingRow]) -> str:
    """Return where a skrivelse stands: an utkast, or the number it is registered as."""
    if row.handling_id is None:
        return "utkast"
    known = next((one for one in handlingar if one.id == row.handling_id), None)
    number = f"handling {known.löpnr}" if known else "handling"
    return f"registrerad som {number}" if row.registrerad else f"ny version av {number}"


def how_many(shown: int, there: int) -> str:
    """Return how many ärenden the list shows."""
    if shown == there:
        return counted(there, "ärende", "ärenden")
    return f"{shown} av {counted(there, 'ärende', 'ärenden')}"
