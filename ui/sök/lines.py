"""What the list under the search box shows: groups of hits, then pages and commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from nämnd.core.swedish import counted
from nämnd.sök.values import Found, Hit, Kind, Piece
from ui.sök.commands import SIGN, Command, matching
from ui.sök.marking import marked
from ui.toolkit.theme import Icon

FEW = 5  # of a group, where there are several groups
_PAGES, _COMMANDS = 2, 4  # beside hits


class Group(Enum):
    """Things that are looked for together. The value is the heading."""

    ÄRENDEN = "Ärenden"
    BESLUT = "Beslut"
    HANDLINGAR = "Handlingar"
    SAMMANTRÄDEN = "Sammanträden"
    UPPFÖLJNING = "Uppföljning"
    PERSONER = "Personer"


GROUP_OF = {
    Kind.ÄRENDE: Group.ÄRENDEN,
    Kind.PARAGRAF: Group.BESLUT,
    Kind.DELEGATIONSBESLUT: Group.BESLUT,
    Kind.HANDLING: Group.HANDLINGAR,
    Kind.SKRIVELSE: Group.HANDLINGAR,
    Kind.BILAGA: Group.HANDLINGAR,
    Kind.SAMMANTRÄDE: Group.SAMMANTRÄDEN,
    Kind.PUNKT: Group.SAMMANTRÄDEN,
    Kind.PERSON: Group.PERSONER,
    Kind.BEVAKNING: Group.UPPFÖLJNING,
    Kind.DELPROJEKT: Group.UPPFÖLJNING,
    Kind.ÖVERENSKOMMELSE: Group.UPPFÖLJNING,
    Kind.REDOVISNING: Group.UPPFÖLJNING,
}
ICON_OF = {
    Kind.ÄRENDE: Icon.ÄRENDE,
    Kind.PARAGRAF: Icon.CHECK,
    Kind.DELEGATIONSBESLUT: Icon.FILE,
    Kind.HANDLING: Icon.DOKUMENT,
    Kind.SKRIVELSE: Icon.EDIT,
    Kind.BILAGA: Icon.ATTACH,
    Kind.SAMMANTRÄDE: Icon.SAMMANTRÄDE,
    Kind.PUNKT: Icon.PUNKT,
    Kind.PERSON: Icon.PERSON,
    Kind.BEVAKNING: Icon.CLOCK,
    Kind.DELPROJEKT: Icon.FOLDER,
    Kind.ÖVERENSKOMMELSE: Icon.DOKUMENT,
    Kind.REDOVISNING: Icon.DOKUMENT,
}
KIND_TEXT = {kind: kind.value.capitalize() for kind in Kind} | {Kind.PARAGRAF: "Beslut"}


@dataclass(frozen=True, slots=True)
class More:
    """The rest of a group."""

    group: Group


Target: TypeAlias = Hit | Command | More


@dataclass(frozen=True, slots=True)
class Line:
    """A row; one without a `target` can't be chosen."""

    text: tuple[Piece, ...]
    target: Target | None = None
    heading: bool = False
    place: str = ""
    snippet: tuple[Piece, ...] = ()
    icon: Icon | None = None
    keys: str = ""

    def aloud(self) -> str:
        """Return what a screen reader says."""
        kind = KIND_TEXT[self.target.kind] if isinstance(self.target, Hit) else ""
        parts = (kind, _plain(self.text), self.place, _plain(self.snippet), self.keys)
        return ", ".join(filter(None, parts))


def note(text: str, more: str = "") -> Line:
    """Return a line that only says something, and `more` below it."""
    return Line((Piece(text),), snippet=(Piece(more),) if more else ())


def lines_of(
    text: str,
    found: Found,
    commands: Sequence[Command],
    whole: frozenset[Group] = frozenset(),
    here: str = "",
) -> tuple[Line, ...]:
    """Return what to show for `text`.

    Args:
        text: what was typed; with `SIGN` first only commands are wanted.
        found: the hits, best first.
        commands: pages and entries of menus.
        whole: the groups that the user wants to see all of.
        here: the name of the nämnd on the screen.
    """
    if text.lstrip().startswith(SIGN):
        return _only_commands(text.lstrip().removeprefix(SIGN), commands)
    able = [one for one in matching(commands, text) if one.able]
    pages = [one for one in able if one.page][:_PAGES]
    others = [one for one in able if not one.page][:_COMMANDS]
    return (
        *_section("Gå till", [_command_line(one, text) for one in pages]),
        *_hit_sections(text, found, whole, here),
        *_section("Kommandon", [_command_line(one, text) for one in others]),
    )


def _only_commands(text: str, commands: Sequence[Command]) -> tuple[Line, ...]:
    found = sorted(matching(commands, text, path=True), key=lambda one: not one.able)
    return tuple(_command_line(one, text) for one in found)


def _hit_sections(text: str, found: Found, whole: frozenset[Group], here: str) -> tuple[Line, ...]:
    groups: dict[Group, list[Hit]] = {}
    for hit in found.hits:  # the group with the best hit comes first
        groups.setdefault(GROUP_OF[hit.kind], []).append(hit)
    lines: list[Line] = []
    for group, hits in groups.items():
        all_of_it = group in whole or len(groups) == 1 or len(hits) == FEW + 1
        shown = hits if all_of_it else hits[:FEW]
        rows = [hit_line(hit, text, here) for hit in shown]
        if len(shown) < len(hits):
            rows.append(_more(group, len(hits) - len(shown)))
        lines += _section(group.value, rows)
    if found.more:
        lines.append(note("Det finns fler träffar. Skriv fler ord för att komma närmare."))
    return tuple(lines)


def _section(title: str, rows: list[Line]) -> tuple[Line, ...]:
    return (Line((Piece(title),), heading=True), *rows) if rows else ()


def hit_line(hit: Hit, text: str, here: str) -> Line:
    """Return the line of a hit; the words of `text` stand out in its title.

    `here`: the name of the nämnd on the screen, which is left out of the place.
    """
    icon = Icon.LOCK if hit.sekretess else ICON_OF[hit.kind]
    place = "" if hit.place == here else hit.place.removeprefix(f"{here}, " if here else "")
    page = f"sida {hit.sida}" if hit.sida and hit.sida > 1 else ""
    secret = "sekretess" if hit.sekretess else ""
    place = " · ".join(filter(None, (place, page, secret)))
    title = marked(hit.title, text)
    snippet = hit.snippet if any(one.hit for one in hit.snippet) else ()
    return Line(title, hit, place=place, snippet=snippet, icon=icon)


def _command_line(one: Command, text: str) -> Line:
    place = one.path if one.able else f"{one.path} · går inte att välja här"
    return Line(
        marked(one.text, text),
        one if one.able else None,
        place="" if one.page else place,
        icon=one.icon,
        keys=one.keys,
    )


def _more(group: Group, left: int) -> Line:
    return Line((Piece(f"Visa {counted(left, 'till', 'till')}"),), More(group), icon=Icon.MORE)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(one.text for one in pieces)
