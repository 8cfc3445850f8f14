"""What the missiv among the papers after a dagordning propose, each for the punkt it is about.

A missiv says who decides («Södra regionvårdsnämnden beslutar att», then numbered att-satser) under
a title of its own. Which punkt it belongs to, only the title tells: it is compared with the rubrik
and the bilagor of every punkt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nämnd.läsning import doubts
from nämnd.läsning.entries import read_förslag
from nämnd.läsning.found import FoundPunkt
from nämnd.läsning.headings import Section, heading_of
from nämnd.läsning.lines import Line, continues, joined_text, text_width, with_gaps
from nämnd.läsning.markers import marker_of, sub_marker_of

_LEAD = re.compile(
    r"(?P<who>\S+(?:\s\S+){0,7}?)\s(?:föreslås\s(?:att\s)?besluta|beslutar)(?:\sföljande)?"
    r"(?:\s?,?\s?att)?\s?[:,.…]?",
    re.IGNORECASE,
)
_IN_ONE = re.compile(
    r"(?P<who>\S+(?:\s\S+){0,7}?)\s(?:föreslås\s(?:att\s)?besluta|beslutar)\s(?P<rest>att\s.+)",
    re.IGNORECASE,
)
_ABOVE = 25  # lines above the lead among which the title stands
_BELOW = 60  # lines that the att-satser may take
_TITLE_LINES = 3
_LIKE = 0.6  # how much a title must have in common with a rubrik
_SURE = 0.99
_APART = 0.1  # by how much the best punkt must be better than the next
_EMPTY_WORDS = frozenset(
    (
        "och", "i", "av", "för", "om", "till", "med", "på", "samt", "den", "det", "de", "en", "ett",
        "angående", "avseende", "gällande", "missiv", "tjänsteskrivelse", "ärende", "förslag",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """Att-satser that a paper proposes, and the lines above them that may be its title."""

    satser: tuple[str, ...]
    above: tuple[Line, ...]
    line: int  # index into the source


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    near: int  # how far down among the lines above: of two as good the nearest
    title: str
    line: int


def with_missiv(
    punkter: Sequence[FoundPunkt], lines: Sequence[Line], organ: str
) -> tuple[FoundPunkt, ...]:
    """Return the punkter with what their missiv propose.

    Args:
        punkter: as the dagordning has them.
        lines: the cleaned lines after the dagordning.
        organ: the nämnd; what others decide is no missiv to it. «»: any nämnd.
    """
    best: dict[int, tuple[_Match, Proposal]] = {}
    words = [_texts_of(punkt) for punkt in punkter]
    for proposal in proposals(lines, organ):
        found = _punkt_of(proposal, words)
        if found and (found[0] not in best or found[1].score > best[found[0]][0].score):
            best[found[0]] = found[1], proposal
    return tuple(
        _with(punkt, *best[at]) if at in best else punkt for at, punkt in enumerate(punkter)
    )


def proposals(lines: Sequence[Line], organ: str) -> Iterator[Proposal]:
    """Yield what papers propose that `organ` decides."""
    for at, line in enumerate(lines):
        if "beslut" not in line.text.casefold():
            continue
        satser = _satser(_proposed(lines, at, organ))
        if satser:
            yield Proposal(satser, tuple(lines[max(0, at - _ABOVE) : at]), line.index)


def _proposed(lines: Sequence[Line], at: int, organ: str) -> Sequence[Line]:
    """Return the lines that follow on «Nämnden beslutar att», if that is what stands at `at`.

    One who goes on after «att» on the same line does so only under the heading of a förslag: in
    running text it may be about anything.
    """
    line, below = lines[at], lines[at + 1 : at + 1 + _BELOW]
    lead = _LEAD.fullmatch(line.plain)
    if lead is not None:
        return below if _is(organ, lead["who"]) else ()
    headed = at > 0 and getattr(heading_of(lines[at - 1].text), "section", None) is Section.FÖRSLAG
    found = _IN_ONE.fullmatch(line.plain) if headed else None
    if found is None or not _is(organ, found["who"]):
        return ()
    return (replace(line, text=found["rest"], new_page=False, ruled=False), *below)


def _is(organ: str, who: str) -> bool:
    """Say whether `who` is the nämnd, by its name, the end of it, or as «nämnden»."""
    wanted, named = organ.casefold().strip(), who.casefold()
    if not wanted:
        return named.endswith(("nämnden", "styrelsen"))
    return named == "nämnden" or wanted.endswith(named)


def _satser(lines: Sequence[Line]) -> tuple[str, ...]:
    inside = with_gaps(list(_until_next_part(lines)))
    if not inside:
        return ()
    if not (marker_of(inside[0].text) or sub_marker_of(inside[0].text)):
        ends = (at for at, pair in enumerate(pairwise(inside), 1) if _ends_satser(*pair))
        inside = inside[: next(ends, len(inside))]
    return tuple(read_förslag(inside, text_width(inside)).förslag)


def _ends_satser(before: Line, line: Line) -> bool:
    apart = line.gap or (line.blanks > 0 and not continues(before, line, 0))
    return apart and not line.text.casefold().startswith("att ")


def _until_next_part(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        if heading_of(line.text) or line.new_page or line.ruled:
            return
        yield line


def _texts_of(punkt: FoundPunkt) -> tuple[frozenset[str], ...]:
    texts = (punkt.rubrik, *(bilaga.rubrik for bilaga in punkt.bilagor))
    return tuple(filter(None, map(_words, texts)))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _EMPTY_WORDS


def _punkt_of(
    proposal: Proposal, words: Sequence[tuple[frozenset[str], ...]]
) -> tuple[int, _Match] | None:
    """Return the place of the punkt that the title is about, unless two are much alike."""
    titles = list(_titles(proposal.above))
    found = [(_best(titles, texts), at) for at, texts in enumerate(words) if texts]
    ranked = sorted(found, key=lambda one: (-one[0].score, one[1]))
    if not ranked or ranked[0][0].score < _LIKE:
        return None
    if len(ranked) > 1 and ranked[0][0].score - ranked[1][0].score < _APART:
        return None
    return ranked[0][1], ranked[0][0]


def _titles(above: Sequence[Line]) -> Iterator[tuple[frozenset[str], _Match]]:
    """Yield what may be the title: every line, and lines in a row that a title was broken over."""
    for start in range(len(above)):
        for count in range(1, min(_TITLE_LINES, len(above) - start) + 1):
            group = above[start : start + count]
            words = _words(text := joined_text(group))
            if words:
                yield words, _Match(0.0, start, text, group[0].index)


def _best(
    titles: Sequence[tuple[frozenset[str], _Match]], texts: Sequence[frozenset[str]]
) -> _Match:
    scored = (
        replace(match, score=max(2 * len(words & one) / (len(words) + len(one)) for one in texts))
        for words, match in titles
    )
    return max(scored, key=lambda one: (one.score, one.near), default=_Match(0.0, 0, "", 0))


def _with(punkt: FoundPunkt, match: _Match, proposal: Proposal) -> FoundPunkt:
    unsure = () if match.score >= _SURE else (doubts.missiv_guessed(match.line, match.title),)
    return replace(punkt, missivförslag=proposal.satser, doubts=(*punkt.doubts, *unsure))
