"""Lists without numbers: punkter with times, or bare lines under a title."""

import re
from collections.abc import Sequence

from nämnd.läsning.facts import is_organ
from nämnd.läsning.headings import heading_of, is_group, is_standing
from nämnd.läsning.lines import Line, continues, text_width, usual_blanks
from nämnd.läsning.markers import time_before
from nämnd.läsning.program import program_rows

_LEAST = 3
_MAX_RUBRIK, _MAX_WORDS = 150, 20
_FACT = re.compile(
    r"(?:tid|plats|datum|lokal|när|var|kallade|ledamöter|ersättare|övriga|ordförande|sekreterare|adress|telefon|e-post"
    r"|sammanträde|kallelse|möte|nämnd|organ|diarienummer|dnr|anmäl)\b.*|.*\d{4}.*|.*@.*|.*\d[.:]\d\d.*",
    re.IGNORECASE,
)


def timed_starts(body: Sequence[Line]) -> list[int]:
    """Return the places of lines with ever later times; empty when they are a programme, or few.

    Pauses are among them: they end the punkt before.
    """
    if program_rows(body):
        return []
    starts: list[int] = []
    last = ""
    for at, line in enumerate(body):
        tid, rest = time_before(line.text)
        if tid and rest and tid >= last and not rest[0].isdigit():
            last = tid
            starts.append(at)
    return starts if len(starts) >= _LEAST else []


def bare_starts(body: Sequence[Line]) -> list[int]:
    """Return the places of lines that look like rubriker, from the first after the facts on.

    They end at the first line that is no rubrik, at a new page or a large space. Empty when they
    are few or none of them is of the kind every meeting has.
    """
    starts: list[int] = []
    in_section = False
    width, far = text_width(body), usual_blanks(body) + 2
    for at, line in enumerate(body):
        if not starts and (_FACT.fullmatch(line.text) or is_organ(line.text)):
            continue
        if len(starts) >= _LEAST and (line.new_page or line.blanks >= far):
            break
        if heading_of(line.text):
            in_section = True
        elif not in_section or line.gap or line.ruled:
            if not _looks_like_rubrik(line.text):
                break
            in_section = False
            wrapped = bool(starts) and starts[-1] == at - 1 and continues(body[at - 1], line, width)
            if line.text[0].isupper() and not wrapped and not is_group(line.text):
                starts.append(at)
    standing = any(is_standing(body[at].text) for at in starts)
    return starts if len(starts) >= _LEAST and standing else []


def _looks_like_rubrik(text: str) -> bool:
    return (
        len(text) <= _MAX_RUBRIK
        and len(text.split()) <= _MAX_WORDS
        and text[0].isalpha()
        and not text.endswith((".", ":", ";"))
    )
