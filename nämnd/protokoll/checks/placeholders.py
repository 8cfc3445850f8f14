"""Words of a template that nobody has replaced.

Source: PRACTICE.md section 6 («Klicka eller tryck här för att ange text.» in justerade minutes) and
section 2 («xxx och yyy utses …»).
"""

import re
from collections.abc import Iterator

from nämnd.protokoll.checks.texts import texts
from nämnd.protokoll.findings import Finding, Part, Place, Rule
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.rules import NEW_RUBRIK

_PLACEHOLDER = re.compile(
    r"""(?<!\w)(?:[xX]{3,}|[yY]{3,}|[zZ]{3,}|20[xX]{2}|N\.?\s?N\.?(?![\w]))(?!\w)
    |(?i:klicka\s(?:eller\stryck\s)?här(?:\sför\satt\s\w+(?:\s\w+)?)?)
    |(?i:skriv\s(?:in\s)?(?:text|namn|datum)\shär)
    |\[\s*(?i:…|\.{2,}|x+|_+|namn\w*|datum\w*|text\w*|tid|plats|fyll\si[^\]\n]{0,40})?\s*\]
    |(?i:\blorem\sipsum\b)|\bTO"""
    r"""DO\b|(?i:\båååå(?:-mm(?:-dd)?)?\b)|_{3,}|\?{3,}""",
    re.VERBOSE,
)


def placeholder_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield the texts in which something is still to be filled in."""
    for paragraf in protokoll.paragrafer:
        for one in texts(paragraf):
            found = placeholders(one.text)
            if one.place.part is Part.RUBRIK and one.text.strip() == NEW_RUBRIK:
                found = (NEW_RUBRIK,)
            if found:
                yield Finding(
                    Rule.PLACEHOLDER, one.place, paragraf.id, paragraf.nummer, words=found
                )
    outside = [(Place(Part.PLATS), protokoll.sammanträde.plats)]
    outside += [(Place(Part.NÄRVARO, row.id), row.anmärkning or "") for row in protokoll.närvaro]
    outside += [(Place(Part.JUSTERING, row.id), row.plats or "") for row in protokoll.justeringar]
    for place, text in outside:
        if found := placeholders(text):
            yield Finding(Rule.PLACEHOLDER, place, words=found)


def placeholders(text: str) -> tuple[str, ...]:
    """Return what in a text is still to be filled in, each once."""
    found = (" ".join(match[0].split()) for match in _PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(found))
