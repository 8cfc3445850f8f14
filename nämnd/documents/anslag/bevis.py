"""The proof that something was announced: when it was put up, taken down, and by whom.

Custom, not law, but very uniform (RULES.md 7).
"""

from collections.abc import Iterator

from nämnd.anslag import rules
from nämnd.anslag.values import AnslagRow
from nämnd.core.richtext import Paragraph, Runs
from nämnd.core.swedish import long_date
from nämnd.documents.anslag.matter import Matter, can_be_tried, head_of, known, on_board
from nämnd.documents.content import Block, Document, Facts, Heading, Note, Table, text
from nämnd.documents.parts import Sender

KIND = "Anslagsbevis"
_BOARD, _UP, _DOWN, _SIGNED = 28, 18, 18, 36  # shares of the width


def build_anslagsbevis(sender: Sender, matter: Matter) -> Document:
    """Return the proof, to sign for each board. What is not known is left to write by hand."""
    what = "delegationsbeslut" if matter.delegation else matter.which
    return Document(
        title=f"{KIND} {matter.day_text} {what}, {sender.nämnd.namn}",
        head=head_of(sender, KIND, matter),
        blocks=(
            Heading(KIND, 1),
            Paragraph(text(_said(matter))),
            Facts((*known(sender, matter), *_then(matter))),
            _boards(matter),
            *_notes(matter),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def _said(matter: Matter) -> str:
    what = "Protokollet över delegationsbeslut" if matter.delegation else "Protokollets justering"
    return f"{what} har tillkännagivits på anslagstavlan de dagar som står nedan."


def _then(matter: Matter) -> Iterator[tuple[str, str]]:
    view = matter.view
    if view.överklagas_senast and view.tas_ned_tidigast:
        if can_be_tried(matter):
            yield "Kan överklagas till och med", long_date(view.överklagas_senast)
        yield "Anslaget tas ned tidigast", long_date(view.tas_ned_tidigast)
    if view.laga_kraft:
        yield "Laga kraft", f"bekräftad {long_date(view.laga_kraft)}"


def _boards(matter: Matter) -> Block:
    head = ("Anslagstavla", "Uppsatt", "Nedtaget", "Underskrift")
    rows = [tuple(map(text, head))]
    rows += [_row(row) for row in matter.view.boards if row.demanded or row.uppsatt]
    return Table(tuple(rows), tall=True, shares=(_BOARD, _UP, _DOWN, _SIGNED))


def _row(row: AnslagRow) -> tuple[Runs, ...]:
    up = row.uppsatt.isoformat() if row.uppsatt else ""
    down = row.nedtaget.isoformat() if row.nedtaget else ""
    return tuple(map(text, (on_board(row), up, down, row.underskrift or "")))


def _notes(matter: Matter) -> Iterator[Block]:
    early = rules.taken_down_too_early(matter.view.boards)
    if early:
        yield Note(
            text(
                "Anslaget togs ned innan tiden för överklagande hade gått ut, så den tiden har "
                "inte gått ut (13 kap. 5\u00a0§ kommunallagen)."
            )
        )
