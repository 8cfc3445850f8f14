"""`namnd frister`: the deadlines that a file seems to set. Needs no database."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from nämnd.bevakning.finding import frister_in
from nämnd.bevakning.values import VidSammanträde
from nämnd.bevakning.wording import words
from nämnd.core.errors import DayMalformedError, ForeignFileError, Unreadable
from nämnd.core.progress import Progress, Work, finish
from nämnd.core.swedish import counted, short_date
from nämnd.core.worker import Worker
from nämnd.filtext.kinds import FileKind
from nämnd.filtext.values import FileText, TextState
from nämnd.filtext.values import Warning as Told
from nämnd.frister.values import Frist, Slag

_WHY = {
    TextState.WITHOUT_TEXT: Unreadable.NO_TEXT,
    TextState.UNKNOWN_KIND: Unreadable.UNKNOWN_KIND,
}


def show_frister(asked: argparse.Namespace, now: datetime, out: TextIO, err: TextIO) -> None:
    """Print what the file demands by when: a paragraph each, or as JSON.

    Raises:
        NämndError: the file is not there, or no words can be read in it; `--dag` is no day.
    """
    path = Path(asked.fil)
    dag = _day(asked.dag)
    text = _read(path)
    found = frister_in(text, dag, now.date())
    if asked.format == "json":
        print(json.dumps([_values(one) for one in found], ensure_ascii=False, indent=2), file=out)
        return
    print("\n\n".join("\n".join(_lines(one)) for one in found), file=out)
    if found:
        how_many = counted(len(found), "frist", "frister")
        print(f"{how_many} i {path.name}. Läs handlingen: alla frister syns inte här.", file=err)
    else:
        print(f"Inga frister hittades i {path.name}.", file=err)
    if text.state is TextState.PART:
        print("En del av filen gick inte att läsa.", file=err)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise DayMalformedError(written) from error


def _read(path: Path) -> FileText:
    """Return the words of a file.

    Raises:
        NämndError: there is none, or no words can be read.
    """
    worker = Worker()  # a foreign file is read in a process of its own, with limits
    try:
        text = finish(worker.run(read_words, path))
    finally:
        worker.close()
    if text.state not in {TextState.READ, TextState.PART}:
        raise ForeignFileError(path.name, _why(text))
    return text


def _why(text: FileText) -> Unreadable:
    if Told.LOCKED in text.warnings:
        return Unreadable.PASSWORD
    if Told.TOO_LARGE in text.warnings:
        return Unreadable.TOO_LARGE
    return _WHY.get(text.state, Unreadable.TRUNCATED)


def read_words(path: Path) -> Work[FileText]:
    """Return the words of a file on disk. Runs in the worker.

    A text file keeps all its lines, so that the numbers are those that an editor shows.

    Raises:
        FileMissingError, FileUnreadableError: it is not there, or the system refuses.
        ForeignFileError: it is empty or too large.
    """
    from nämnd.filtext.reading import kind_of, read_text
    from nämnd.läsning.decoding import decode
    from nämnd.läsning.text import file_bytes
    from nämnd.organisation.rules import clean_text

    yield Progress(0, 1)
    data = file_bytes(path)
    if not data:
        raise ForeignFileError(path.name, Unreadable.EMPTY)
    text = read_text(data, path.name)
    if kind_of(data, path.name) is not FileKind.TEXT or text.state is not TextState.READ:
        return text
    lines = decode(data).replace("\r\n", "\n").split("\n")
    return replace(text, pages=("\n".join(clean_text(line) for line in lines),))


def _values(frist: Frist) -> dict[str, object]:
    return {
        "slag": frist.slag,
        "datum": frist.datum and frist.datum.isoformat(),
        "från": frist.från and frist.från.isoformat(),
        "sammanträde": frist.sammanträde
        and {"nummer": frist.sammanträde[0], "år": frist.sammanträde[1]},
        "regel": _when(frist),
        "vad": frist.vad,
        "vem": frist.vem,
        "till": frist.till,
        "förverkande": frist.förverkande,
        "passerad": frist.passerad,
        "mening": frist.mening,
        "sida": frist.sida,
        "rad": frist.rad,
        "rad_till": frist.rad_till,
    }


def _lines(frist: Frist) -> Iterator[str]:
    when = _when(frist)
    yield f"{when[0].upper()}{when[1:]}: {frist.vad}"
    facts = (
        f"ansvarig: {frist.vem}" if frist.vem else "",
        f"till: {frist.till}" if frist.till else "",
        "rätten går förlorad om det blir för sent" if frist.förverkande else "",
        "dagen har varit" if frist.passerad else "",
        f"sida {frist.sida}, rad {frist.rad}",
    )
    yield f"   {'; '.join(one for one in facts if one)}"
    yield f"   «{frist.mening}»"


def _when(frist: Frist) -> str:
    """Return when in words: «senast 31 mars 2021», «fjärde sammanträdet 2019»."""
    if frist.sammanträde is not None:
        return words(VidSammanträde(*frist.sammanträde))
    day = short_date(frist.datum) if frist.datum else ""
    if frist.slag is Slag.ÅRLIGEN:
        return f"varje år, först {'före' if frist.före else 'senast'} {day}"
    if frist.från is not None:
        return f"{short_date(frist.från)} till {day}"
    return f"{'före' if frist.före else 'senast'} {day}"
