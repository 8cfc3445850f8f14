"""The day that a document says it is of."""

import re
from collections.abc import Sequence
from datetime import date

from nämnd.frister.times import When, times

_TOP = 60  # lines that are the head of a document
_SIGNED = re.compile(
    r"^(?:[A-ZÅÄÖ][\w/-]+(?:\s[A-ZÅÄÖ][\w/-]+)?,?\s+(?:den\s+|(?=20\d\d-))"
    r"|(?i:datum|beslutad|fastställd|upprättad|daterad|beslut|utfärdad)(?:\s+den)?:?\s+)"
)
_ALONE = 4  # characters beside the day on its line
_WIDE = 70


def document_day(pages: Sequence[str]) -> date | None:
    """Return the day the document itself says it is of; None: it says none.

    A day that stands alone on a line of the head («2020-01-31») or after «Datum»; else where it is
    signed («Stockholm den 20 januari 2017»), the last one.
    """
    lines = [line.strip() for page in pages for line in page.split("\n")]
    for line in lines[:_TOP]:
        found = _day_of(line)
        if found is not None:
            return found
    signed = [day for line in lines if (day := _signed(line)) is not None]
    return max(signed, default=None)


def _whole(line: str) -> list[When]:
    return [one for one in times(line, None) if one.datum and not one.is_month and not one.från]


def _day_of(line: str) -> date | None:
    if not line or len(line) > _WIDE:
        return None
    found = _whole(line)
    if not found:
        return None
    alone = len(line) - (found[0].end - found[0].start) <= _ALONE
    return found[0].datum if alone or _SIGNED.match(line) else None


def _signed(line: str) -> date | None:
    if not line or len(line) > 2 * _WIDE or not _SIGNED.match(line):
        return None
    found = _whole(line)
    start = _SIGNED.match(line)
    if not found or start is None or abs(found[0].start - start.end()) > len("den "):
        return None
    return found[0].datum
