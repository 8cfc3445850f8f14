"""What the list of handlingar says: pure functions of the bilagor of a punkt."""

from dataclasses import dataclass

from nämnd.bilaga.names import shown_name, suffix_of
from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, FilRow
from ui.sammanträde.punkt_rows import is_missing
from ui.toolkit.palette import Role

_KINDS = {
    ".pdf": "PDF",
    ".doc": "Word",
    ".docx": "Word",
    ".xls": "Excel",
    ".xlsx": "Excel",
    ".ppt": "PowerPoint",
    ".pptx": "PowerPoint",
    ".txt": "Text",
    ".jpg": "Bild",
    ".jpeg": "Bild",
    ".png": "Bild",
}


@dataclass(frozen=True, slots=True)
class BilagaLine:
    """One bilaga in the list. `chip` is empty when there is nothing to say about it."""

    id: str
    beteckning: str
    rubrik: str
    info: str = ""
    chip: str = ""
    role: Role = Role.QUIET
    tip: str = ""

    def aloud(self) -> str:
        """Return what a screen reader says."""
        said = (f"Bilaga {self.beteckning}", self.rubrik, self.info, self.chip)
        return ", ".join(filter(None, said))


def bilaga_lines(
    bilagor: tuple[BilagaRow, ...], last_sent: Dagordning | None
) -> tuple[BilagaLine, ...]:
    """Return a line per bilaga. `last_sent`: the dagordning as it last went out."""
    sent = {one.id: one for one in last_sent.bilagor} if last_sent else None
    return tuple(_line(one, sent) for one in bilagor)


def kind_text(fil: FilRow) -> str:
    """Return «PDF, 5 s.»; the pages only when they are known."""
    suffix = suffix_of(fil.filnamn)
    kind = _KINDS.get(suffix) or suffix.removeprefix(".").upper() or "Fil"
    return kind if fil.sidor is None else f"{kind}, {fil.sidor} s."


def _line(bilaga: BilagaRow, sent: dict[str, BilagaRow] | None) -> BilagaLine:
    chip, role = _chip(bilaga, sent)
    info = (kind_text(bilaga.fil) if bilaga.fil else "", bilaga.anmärkning or "")
    return BilagaLine(
        id=bilaga.id,
        beteckning=bilaga.beteckning,
        rubrik=bilaga.rubrik,
        info=" · ".join(filter(None, info)),
        chip=chip,
        role=role,
        tip=shown_name(bilaga.fil.filnamn) if bilaga.fil else "Ingen fil än",
    )


def _chip(bilaga: BilagaRow, sent: dict[str, BilagaRow] | None) -> tuple[str, Role]:
    if is_missing(bilaga):
        return "saknas", Role.WARN
    if not bilaga.i_utskicket:
        return "ej i utskicket", Role.QUIET
    if sent is None:
        return "", Role.QUIET
    was = sent.get(bilaga.id)
    if was is None:
        return "tillkom", Role.NOTE
    changed = (was.fil and was.fil.sha256) != (bilaga.fil and bilaga.fil.sha256)
    return ("ny version", Role.NOTE) if changed else ("", Role.QUIET)
