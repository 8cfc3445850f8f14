"""What is announced: the §§ of a sammanträde, or a protokoll of delegationsbeslut."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from nämnd.anslag import rules
from nämnd.anslag.values import AnslagRow
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core.swedish import listed, long_date
from nämnd.delegation.values import DelegationsprotokollRow
from nämnd.documents.content import Letterhead
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll.marks import listed as paragrafer_listed
from nämnd.organisation.rules import NämndDraft
from nämnd.sammanträde.dagordning import SammanträdeRow

_OF_MANY = ("gemensam_nämnd", "kommunalförbund")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a notice is of. One of `head` and `delegation` is there."""

    view: AnslagView
    huvudmän: tuple[str, ...]  # their names: whose members may appeal
    head: SammanträdeRow | None = None
    delegation: DelegationsprotokollRow | None = None
    rubriker: Mapping[str, str] = field(default_factory=dict[str, str])
    """What its beslut are called on a board, by id (`nämnd.publicering.announcing`)."""

    @property
    def day_text(self) -> str:
        """Return the day that stands at the top of every page."""
        if self.head:
            return self.head.day_text
        return self.delegation.datum.isoformat() if self.delegation else ""

    @property
    def which(self) -> str:
        """Return «§§ 59–74»; «» for a delegationsprotokoll."""
        return paragrafer_listed(self.view.named)


def can_be_tried(matter: Matter) -> bool:
    """Say whether some of it is appealed by laglighetsprövning, whose time the notice sets."""
    ways = [one.slag for one in matter.view.överklaganden]
    return not ways or "laglighetsprövning" in ways


def head_of(sender: Sender, kind: str, matter: Matter) -> Letterhead:
    """Return the top of a document about it."""
    nämnd = sender.nämnd
    return Letterhead(nämnd.namn, kind, matter.day_text, nämnd.adress, sender.logo)


def known(sender: Sender, matter: Matter) -> Iterator[tuple[str, str]]:
    """Yield what is announced, by whom and where it can be read, as labels and values."""
    yield "Nämnd", sender.nämnd.namn
    if matter.head:
        yield "Sammanträde", ", ".join(filter(None, (matter.head.long_day, matter.head.plats)))
        yield "Paragrafer", matter.which
    if matter.delegation:
        yield "Protokoll", f"Delegationsbeslut, {long_date(matter.delegation.datum)}"
    if matter.view.justerat:
        yield "Justerat" if matter.head else "Undertecknat", long_date(matter.view.justerat)
    place = förvaring(matter.view)
    if place:
        yield "Protokollet finns hos", place


def förvaring(view: AnslagView) -> str | None:
    """Return where the protokoll can be read: as the notice says, or as the settings do."""
    said = [row.förvaring for row in view.boards if row.förvaring]
    return said[0] if said else view.förvaring


def days(matter: Matter, day: date | None = None) -> tuple[tuple[str, date | None], ...]:
    """Return each board that is demanded, by name, and when it was put up there.

    `day`: when it is to be put up on the one board that there is, before that is recorded.
    """
    rows = rules.demanded(matter.view.boards)
    alone = len(rows) == 1
    return tuple((on_board(row), row.uppsatt or (day if alone else None)) for row in rows)


def on_board(row: AnslagRow) -> str:
    """Return a board as a line of a list begins: «Region Skåne», «Nämndens anslagstavla»."""
    name = board_name(row)
    return f"{name[:1].upper()}{name[1:]}"


def who_may_appeal(nämnd: NämndDraft, matter: Matter) -> str:
    """Return whose members may appeal, as the end of a sentence.

    Source: KL 13:1 (of a gemensam nämnd: the members of any of its regions).
    """
    if nämnd.juridisk_form in _OF_MANY and matter.huvudmän:
        return f"varje medlem i {listed_or(matter.huvudmän)}"
    return "varje medlem i regionen"


def listed_or(words: tuple[str, ...]) -> str:
    """Return «Region Skåne, Region Halland eller Region Blekinge»."""
    *first, last = words
    return f"{listed(first).replace(' och ', ', ')} eller {last}" if first else last
