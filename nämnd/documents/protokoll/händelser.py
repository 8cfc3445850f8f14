"""Who came, left, stepped in and took the chair between two §§, breaks, and where a day begins.

The sentences stand at the § before which it happened.
"""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import groupby, pairwise

from nämnd.core import paragrafer
from nämnd.core.swedish import long_date
from nämnd.documents.protokoll.marks import listed
from nämnd.närvaro.movements import Movement, Step, movements
from nämnd.närvaro.values import NÄRVAROROLLER, TJÄNSTGÖR
from nämnd.protokoll.ballot import ordförande_at
from nämnd.protokoll.names import people, sentence
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import Ajournering

_LEAVING = (Step.LEFT,)
_TOLD = NÄRVAROROLLER[:3]  # guests and officials come and go without a word
_WITHOUT_TIME = {
    Step.STEPPED_DOWN: "slutar tjänstgöra",
    Step.FROM_AFAR: "på distans",
    Step.TO_THE_ROOM: "på plats",
}


def events(protokoll: Protokoll) -> dict[int, tuple[str, ...]]:
    """Return the sentences by the number of the § before which it happened."""
    found: dict[int, list[str]] = {}
    for nummer, words in (
        *_breaks(protokoll),
        *_movements(protokoll, _LEAVING),
        *_days(protokoll),
        *_movements(protokoll, [step for step in Step if step not in _LEAVING]),
        *_chairs(protokoll),
    ):
        found.setdefault(nummer, []).append(words)
    return {nummer: tuple(words) for nummer, words in found.items()}


def _days(protokoll: Protokoll) -> Iterator[tuple[int, str]]:
    """Yield the day and time at the first § of each day after the first."""
    days = {one.datum: one for one in protokoll.sammanträde.dagar}
    for before, paragraf in pairwise(protokoll.paragrafer):
        dag = days.get(paragraf.dag) if paragraf.dag else None
        if dag and before.dag != dag.datum != protokoll.sammanträde.day:
            weekday, _, rest = long_date(dag.datum).partition(" ")
            words = _say(protokoll, "ny dag", dag=f"{weekday}en den {rest}", tid=dag.öppnat or "")
            yield paragraf.nummer, words


def _movements(protokoll: Protokoll, steps: Collection[Step]) -> Iterator[tuple[int, str]]:
    numbers = [one.nummer for one in protokoll.paragrafer]
    told = [
        one
        for one in movements(protokoll.närvaro, numbers)
        if one.roll in _TOLD and one.step in steps
    ]
    for inför, here in groupby(told, key=lambda one: one.inför):
        for words in _sentences(protokoll, tuple(here)):
            yield inför, words


def _sentences(protokoll: Protokoll, here: tuple[Movement, ...]) -> Iterator[str]:
    """Yield what happened before one §; those who did the same at the same time together."""
    for (step, tid, again), some in groupby(here, key=lambda one: _kind(protokoll, one)):
        rows = tuple(some)
        if step is Step.STEPPED_IN:
            yield from (_serves(protokoll, one) for one in rows)
            continue
        who = sentence(people(protokoll, (one.person_id for one in rows)))
        if step in (Step.CAME, Step.LEFT):
            key = "gick" if step is Step.LEFT else "återkom" if again else "kom"
            yield _say(protokoll, key, personer=who, tid=tid or "")
        else:
            yield _say(protokoll, _WITHOUT_TIME[step], personer=who)
        if step is Step.CAME:
            yield from _came_as(protokoll, rows)


def _came_as(protokoll: Protokoll, rows: tuple[Movement, ...]) -> Iterator[str]:
    for one in rows:
        if one.roll == TJÄNSTGÖR[1]:
            yield _serves(protokoll, one)
        if one.på_distans:
            yield _say(protokoll, "på distans", personer=sentence(protokoll.name(one.person_id)))


def _kind(protokoll: Protokoll, one: Movement) -> tuple[Step, str | None, bool]:
    again = one.step is Step.CAME and any(
        row.person_id == one.person_id and _before(protokoll, row.paragrafer, one.inför)
        for row in protokoll.närvaro
    )
    timed = one.tid if one.step in (Step.CAME, Step.LEFT) else None
    return one.step, timed, again


def _before(protokoll: Protokoll, chosen: paragrafer.Paragrafer, inför: int) -> bool:
    numbers = [one.nummer for one in protokoll.paragrafer]
    earlier = numbers[: numbers.index(inför)] if inför in numbers else []
    return any(map(chosen.touches, earlier))


def _serves(protokoll: Protokoll, one: Movement) -> str:
    who = sentence(protokoll.name(one.person_id))
    if one.för is None:
        return _say(protokoll, "tjänstgör på vakant plats", person=who)
    return _say(protokoll, "tjänstgör", person=who, ledamot=protokoll.name(one.för))


def _chairs(protokoll: Protokoll) -> Iterator[tuple[int, str]]:
    """Yield who takes the chair, and for which §§ when they leave it again."""
    runs = [
        (person, [one.nummer for one in some])
        for person, some in groupby(
            protokoll.paragrafer, key=lambda one: ordförande_at(protokoll, one)
        )
    ]
    for place, (_, (person, numbers)) in enumerate(pairwise(runs), start=1):
        if person is None:
            continue
        last = place == len(runs) - 1
        words = "" if last else listed(paragrafer.of(numbers))
        who = sentence(protokoll.name(person))
        yield numbers[0], _say(protokoll, "leder", person=who, paragrafer=words)


def _breaks(protokoll: Protokoll) -> Iterator[tuple[int, str]]:
    for one in protokoll.sammanträde.ajourneringar:
        paragraf = _first_after(protokoll, one)
        if paragraf is not None:
            yield (
                paragraf.nummer,
                _say(protokoll, "ajournering", från=one.från, till=one.till or ""),
            )


def _first_after(protokoll: Protokoll, one: Ajournering) -> ParagrafRow | None:
    """Return the first § whose handling began when the break had begun; None: nobody knows."""
    first = protokoll.sammanträde.day
    moment = _moment(one.datum or first, one.från)
    timed = (row for row in protokoll.paragrafer if row.tid)
    return next((row for row in timed if _moment(row.dag or first, row.tid) >= moment), None)


def _moment(day: date | None, tid: str | None) -> tuple[date, str]:
    return day or date.min, (tid or "").replace(":", ".").zfill(5)


def _say(protokoll: Protokoll, key: str, **values: str) -> str:
    return phrase(protokoll.nämnd.frasbank, key, **values)
