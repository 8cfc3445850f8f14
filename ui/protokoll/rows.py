"""The list of §§ and of the punkter that are left: pure functions of the protokoll."""

from collections.abc import Iterator, Sequence

from nämnd.core.swedish import sort_key
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow
from ui.protokoll.words import (
    UTGÅR,
    is_justerad,
    paragraf_name,
    state_spoken,
    state_text,
)
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow


def unhandled(protokoll: Protokoll) -> tuple[PunktRow, ...]:
    """Return the punkter that have no §, in the order of the dagordning."""
    handled = {one.punkt_id for one in protokoll.paragrafer}
    return tuple(one for one in protokoll.punkter if one.id not in handled)


def next_punkt(protokoll: Protokoll) -> PunktRow | None:
    """Return the punkt that is to be handled next; those that utgår are passed over."""
    return next((one for one in unhandled(protokoll) if one.utgår is None), None)


def rows_of(protokoll: Protokoll) -> tuple[ListRow, ...]:
    """Return a row per §, and then one per punkt that is not handled."""
    done = (_paragraf(protokoll, one) for one in protokoll.paragrafer)
    return (*done, *(_punkt(one) for one in unhandled(protokoll)))


def found_in(rows: Sequence[ListRow], words: str) -> tuple[ListRow, ...]:
    """Return the rows that hold every one of `words`: «62», «p. 5», «nytt dir»."""
    wanted = sort_key(words).split()
    return tuple(row for row in rows if all(word in _searched(row) for word in wanted))


def _searched(row: ListRow) -> str:
    return sort_key(f"{row.number} {row.number.replace(' ', '')} {row.text}")


def _paragraf(protokoll: Protokoll, row: ParagrafRow) -> ListRow:
    number, (info, role) = paragraf_name(protokoll, row.nummer), state_text(row)
    justerad = is_justerad(protokoll, row)
    said = "justerad" if justerad else state_spoken(row)
    return ListRow(
        id=row.id,
        number=number,
        text=row.rubrik,
        info="justerad" if justerad else info,
        info_role=Role.MUTED if justerad else role,
        tip=f"{number} {row.rubrik}\n{said.capitalize()}",
        spoken=f"{number}, {row.rubrik}, {said}",
    )


def _punkt(row: PunktRow) -> ListRow:
    info = "".join(_told(row))
    said = ", ".join(filter(None, (f"Punkt {row.nummer}", row.rubrik, "inte behandlad", info)))
    return ListRow(
        id=row.id,
        number=f"p. {row.nummer}",
        text=row.rubrik,
        info=info,
        tip=f"Punkt {row.nummer}. {row.rubrik}\nInte behandlad än. Enter behandlar den.",
        spoken=said,
    )


def _told(row: PunktRow) -> Iterator[str]:
    if row.utgår is not None:
        yield UTGÅR
    elif row.tillkom_efter_kallelsen:
        yield "tillkom"
