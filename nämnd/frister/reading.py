"""Finding deadlines in the words of a document: «Hitta frister»."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from nämnd.frister.day import document_day
from nämnd.frister.demands import comes_every_year, forfeits, is_before, is_deadline
from nämnd.frister.duties import DUTIES, Duty, duty_of
from nämnd.frister.lines import Sentence, sentences
from nämnd.frister.times import When, month_end, times
from nämnd.frister.values import Frist, Slag
from nämnd.frister.who import heading_actor, is_delprojekt, who, whom

__all__ = ["document_day", "find_frister"]

_BACK = 6  # sentences before that may say who and to whom
_FAR = 60  # sentences back that a heading may stand
_ON = 6  # sentences after that may say what is lost
_MOST_DAYS = 60  # of a sentence; what has more is a table
_RUBRIK = 80
_STEMS = {duty.rubrik: duty.stem for duty in DUTIES}


def find_frister(
    pages: Sequence[str], *, dag: date | None = None, today: date | None = None
) -> tuple[Frist, ...]:
    """Return the deadlines a document seems to set, in the order they stand.

    Args:
        pages: the text of each page; what has no pages comes as one.
        dag: the document's own day: what is before it is not proposed. None: the day the document
            says itself; when it says none, nothing is left out.
        today: a deadline before it is marked `passerad`.
    """
    day = dag or _own_day(pages, today)
    read = sentences(pages)
    named: dict[int, int] = {}
    found = (
        one
        for index in range(len(read))
        for one in _in_sentence(read, index, day or today, named)
        if not _is_past(one, day)
    )
    return tuple(replace(one, passerad=_is_past(one, today)) for one in _with_same_receiver(found))


def _own_day(pages: Sequence[str], today: date | None) -> date | None:
    """Return the day the document says itself, unless that is still to come: then it is no such."""
    day = document_day(pages)
    return None if day and today and day > today else day


def _with_same_receiver(found: Iterable[Frist]) -> Iterator[Frist]:
    """Give what names no receiver that of the same duty of the same ones before, if it is one."""
    known: dict[tuple[str, str], set[str]] = {}
    for one in found:
        stem = _STEMS.get(one.vad)
        before = known.setdefault((stem, one.vem), set()) if stem and one.vem else set[str]()
        if one.till is not None:
            before.add(one.till)
            yield one
        elif len(before) == 1:
            yield replace(one, till=next(iter(before)))
        else:
            yield one


def _is_past(frist: Frist, day: date | None) -> bool:
    if day is None or frist.slag is Slag.ÅRLIGEN:
        return False
    if frist.sammanträde is not None:
        return frist.sammanträde[1] < day.year
    return frist.datum is not None and frist.datum < day


def _in_sentence(
    read: Sequence[Sentence], index: int, near: date | None, named: dict[int, int]
) -> Iterator[Frist]:
    """Return the deadlines of a sentence.

    `named`: the year in which a month was the deadline last; what it says now is put there.
    """
    text, shift = _whole(read[index])
    before: When | None = None
    duty: Duty | None = None
    for told in times(text, near)[:_MOST_DAYS]:
        when = _as_named(told, named)
        if when.start < shift:
            continue
        if not is_deadline(text, when, after_one=before):
            before = None
            continue
        floor = before.end if before is not None else 0
        duty = duty_of(text, when.start, when.end, floor) or duty
        if when.has_year and when.datum is not None:
            named[when.datum.month] = when.datum.year
        yield _frist(read, index, when, duty, floor)
        before = when


def _as_named(when: When, named: dict[int, int]) -> When:
    """Put «i september» in the year of «den 30 september 2021» that was said before."""
    if when.has_year or not when.is_month or when.datum is None or when.datum.month not in named:
        return when
    month = when.datum.month
    return replace(when, datum=month_end(named[month], month))


def _whole(sentence: Sentence) -> tuple[str, int]:
    """Return the sentence after the lead of its list («Regionerna ska:»), and where it begins."""
    lead = f"{sentence.lead} " if sentence.lead else ""
    return lead + sentence.text, len(lead)


def _frist(
    read: Sequence[Sentence], index: int, when: When, duty: Duty | None, floor: int
) -> Frist:
    sentence = read[index]
    text, _ = _whole(sentence)
    around = _around(read, index)
    vem = who(text, when.start, around, floor) or _heading_actor(read, index)
    return Frist(
        slag=_slag(text, when),
        mening=sentence.text.strip(),
        rad=sentence.line,
        rad_till=sentence.last_line,
        sida=sentence.page,
        datum=when.datum,
        från=when.från,
        sammanträde=when.sammanträde,
        vem=vem,
        till=whom(text, when.start, around, _after(read, index), vem),
        vad=_short(sentence.text) if duty is None or duty.is_vague else duty.rubrik,
        förverkande=forfeits(text) or _lost_later(read, index, duty),
        före=is_before(text, when),
    )


def _slag(text: str, when: When) -> Slag:
    if when.sammanträde is not None:
        return Slag.SAMMANTRÄDE
    if comes_every_year(text, when):
        return Slag.ÅRLIGEN
    return Slag.PERIOD if when.från is not None else Slag.DATUM


def _around(read: Sequence[Sentence], index: int) -> tuple[str, ...]:
    """Return what stands before a sentence under the same heading, nearest first."""
    here = read[index]
    near = read[max(index - _BACK, 0) : index]
    same = [one.text for one in reversed(near) if one.heading == here.heading]
    return tuple(same)


def _after(read: Sequence[Sentence], index: int) -> tuple[str, ...]:
    """Return the sentence that follows under the same heading."""
    return tuple(
        one.text for one in read[index + 1 : index + 2] if one.heading == read[index].heading
    )


def _heading_actor(read: Sequence[Sentence], index: int) -> str | None:
    """Return who the nearest heading that names somebody is about: a delprojekt first."""
    near = read[max(index - _FAR, 0) : index + 1]
    headings = dict.fromkeys(one.heading for one in reversed(near))
    named = [name for name in map(heading_actor, headings) if name]
    return next((name for name in named if is_delprojekt(name)), named[0] if named else None)


def _lost_later(read: Sequence[Sentence], index: int, duty: Duty | None) -> bool:
    """Say whether a sentence that follows tells what is lost when this isn't done.

    It speaks of the same thing («om rekvisition inte inkommit»), or of nothing of its own
    («Annars förfaller rätten») right after.
    """
    here = read[index]
    if duty is None:
        return False
    for steps, one in enumerate(read[index + 1 : index + 1 + _ON], start=1):
        if one.heading != here.heading:
            return False
        if forfeits(one.text):
            said = _says(one.text, duty)
            return said or (steps == 1 and not _says_other(one.text, duty))
    return False


def _says(text: str, duty: Duty) -> bool:
    return bool(duty.stem) and duty.stem in text.lower()


def _says_other(text: str, duty: Duty) -> bool:
    return any(one.stem and one.stem != duty.stem and one.stem in text.lower() for one in DUTIES)


def _short(text: str) -> str:
    """Return the beginning of a sentence as a rubrik."""
    words = text.strip(" •–-").split()
    kept = ""
    for word in words:
        if len(kept) + len(word) + 1 > _RUBRIK:
            return f"{kept} …"
        kept = f"{kept} {word}".strip()
    return kept
