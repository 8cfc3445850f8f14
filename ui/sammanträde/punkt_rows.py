"""What the list of punkter says: pure functions of the dagordning."""

from nämnd.core.swedish import counted
from nämnd.protokoll.differences import missiv_difference
from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow

WITHDRAWN = "utgår"


def punkt_rows(dagordning: Dagordning) -> tuple[ListRow, ...]:
    """Return a row per punkt. The first count carries its unit: «6 handlingar», then «1», «2»."""
    first = next((one.id for one in dagordning.punkter if _says_count(one)), None)
    return tuple(_row(one, unit=one.id == first) for one in dagordning.punkter)


def count_text(dagordning: Dagordning) -> str:
    """Return «16 punkter · 29 handlingar»."""
    punkter = counted(len(dagordning.punkter), "punkt", "punkter")
    return f"{punkter} · {handlingar_text(len(dagordning.bilagor))}"


def handlingar_text(number: int) -> str:
    """Return «1 handling» or «6 handlingar»."""
    return counted(number, "handling", "handlingar")


def name_of(punkter: tuple[PunktRow, ...]) -> str:
    """Return what an undo label calls them: «punkt 7» or «3 punkter»."""
    return f"punkt {punkter[0].nummer}" if len(punkter) == 1 else f"{len(punkter)} punkter"


def is_missing(bilaga: BilagaRow) -> bool:
    """Say whether a bilaga that goes out has no file yet."""
    return bilaga.i_utskicket and bilaga.fil is None


def _row(punkt: PunktRow, *, unit: bool) -> ListRow:
    missing = _missing(punkt)
    differs = missiv_difference(punkt) is not None
    warn = differs or (missing and punkt.utgår is None)
    return ListRow(
        id=punkt.id,
        number=str(punkt.nummer),
        text=punkt.rubrik,
        info=_info(punkt, missing, unit=unit, differs=differs),
        info_role=Role.WARN if warn else Role.MUTED,
        tip=_tip(punkt, differs=differs),
        spoken=", ".join(_spoken(punkt, missing, differs=differs)),
    )


def _info(punkt: PunktRow, missing: int, *, unit: bool, differs: bool) -> str:
    if punkt.utgår is not None:
        return WITHDRAWN
    late = ["tillkom"] if punkt.tillkom_efter_kallelsen else []
    other = ["ej som missivet"] if differs else []
    return " · ".join([*late, *other, *filter(None, [_count(punkt, missing, unit=unit)])])


def _count(punkt: PunktRow, missing: int, *, unit: bool) -> str:
    labels = [one.beteckning for one in punkt.bilagor]
    if missing:
        return f"saknas {missing}"
    if not labels:
        return ""
    if labels[0].isalpha():
        return labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}"
    return handlingar_text(len(labels)) if unit else str(len(labels))


def _says_count(punkt: PunktRow) -> bool:
    plain = punkt.bilagor and not punkt.bilagor[0].beteckning.isalpha()
    return bool(plain) and punkt.utgår is None and not _missing(punkt)


def _missing(punkt: PunktRow) -> int:
    return sum(1 for one in punkt.bilagor if is_missing(one))


def _tip(punkt: PunktRow, *, differs: bool) -> str:
    lines = [f"{punkt.nummer}. {punkt.rubrik}"]
    if punkt.utgår is not None:
        lines.append(f"Utgår: {punkt.utgår}")
    if punkt.tillkom_efter_kallelsen:
        lines.append("Tillkom efter kallelsen.")
    if differs:
        lines.append("Förslaget skiljer sig från missivet.")
    lines += [f"{one.beteckning}  {one.rubrik}" for one in punkt.bilagor]
    return "\n".join(lines)


def _spoken(punkt: PunktRow, missing: int, *, differs: bool) -> list[str]:
    said = [f"Punkt {punkt.nummer}", punkt.rubrik]
    if punkt.utgår is not None:
        said.append(WITHDRAWN)
    if punkt.tillkom_efter_kallelsen:
        said.append("tillkom efter kallelsen")
    if differs:
        said.append("förslaget skiljer sig från missivet")
    if punkt.bilagor:
        said.append(handlingar_text(len(punkt.bilagor)))
    if missing:
        said.append(f"{missing} saknar fil")
    return said
