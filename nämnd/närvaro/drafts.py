"""What can be set of somebody's presence; and what keeps it from being saved."""

from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.core import paragrafer
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.närvaro.values import NärvaroRow
from nämnd.sammanträde.rules import read_time


@dataclass(frozen=True, slots=True)
class NärvaroDraft:
    """One person in one role for a set of §§, as it is written («59–61, 63»; None: all)."""

    person_id: str
    roll: str = "ledamot"
    för: str | None = None
    paragrafer: str | None = None
    från_tid: str | None = None
    till_tid: str | None = None
    deltar_i: str = "beredning och beslut"
    på_distans: bool = False
    delvis: bool = False
    anmärkning: str | None = None


def draft_of(row: NärvaroRow) -> NärvaroDraft:
    """Return what can be set of `row`, as it is now."""
    return NärvaroDraft(
        person_id=row.person_id,
        roll=row.roll,
        för=row.för,
        paragrafer=row.paragrafer.text,
        från_tid=row.från_tid,
        till_tid=row.till_tid,
        deltar_i=row.deltar_i,
        på_distans=row.på_distans,
        delvis=row.delvis,
        anmärkning=row.anmärkning,
    )


def problems_in_närvaro(draft: NärvaroDraft) -> tuple[Draft, ...]:
    """Return what keeps presence from being saved."""
    found = [
        *problems_in_paragrafer((draft.paragrafer,)),
        *problems_in_times((draft.från_tid, draft.till_tid)),
    ]
    if draft.för == draft.person_id:
        found.append(Draft.ERSÄTTER_SELF)
    return tuple(found)


def problems_in_paragrafer(texts: Iterable[str | None]) -> tuple[Draft, ...]:
    """Return what is wrong with sets of §§ as they are written."""
    for text in texts:
        try:
            paragrafer.read(text)
        except ValueError:
            return (Draft.PARAGRAFER_MALFORMED,)
    return ()


def problems_in_times(times: Iterable[str | None]) -> tuple[Draft, ...]:
    """Return what is wrong with times; «10.42» is how they are kept."""
    wrong = any(time is not None and read_time(time) != time for time in times)
    return (Draft.TID_MALFORMED,) if wrong else ()


def refuse(problems: Iterable[Draft]) -> None:
    """Refuse what has problems.

    Raises:
        InvalidDraftError: there are some.
    """
    found = tuple(problems)
    if found:
        raise InvalidDraftError(found)


def tidy(text: str | None) -> str | None:
    """Return a set of §§ as it is kept, however it was written."""
    return paragrafer.read(text).text
