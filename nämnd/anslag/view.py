"""What is announced of one set of §§, or of one delegationsprotokoll."""

from dataclasses import dataclass
from datetime import date

from nämnd.anslag import rules
from nämnd.anslag.values import AnslagLäge, AnslagRow, ParagrafÖverklagande
from nämnd.core.paragrafer import NONE, Paragrafer, normalised, of


@dataclass(frozen=True, slots=True)
class AnslagView:
    """Its notices and what follows of them."""

    nämnd_id: str
    justering_id: str | None  # one of the two
    delegationsprotokoll_id: str | None
    sammanträde_id: str | None
    paragrafer: Paragrafer | None
    justerat: date | None  # when it was justerat, or signed
    is_justerat: bool
    boards: tuple[AnslagRow, ...]  # the demanded first, in the order of the huvudmän
    boardless: tuple[str, ...]  # member regions whose board nobody has told the program of
    överklaganden: tuple[ParagrafÖverklagande, ...]
    förvaring: str | None  # the nämnd's: what a new notice says

    @property
    def key(self) -> str:
        """Return what it is asked for by."""
        return self.justering_id or self.delegationsprotokoll_id or ""

    @property
    def named(self) -> Paragrafer:
        """Return the §§ that are handled and in the set, open ends closed: «59–74»."""
        chosen = self.paragrafer or NONE
        whole = [one.nummer for one in self.överklaganden if chosen.covers(one.nummer)]
        parts = [one for one in chosen.spans if one.punkt]
        return normalised((*of(whole).spans, *parts))

    @property
    def anslås_senast(self) -> date | None:
        """Return the last day to announce it; None: nothing is to be, or nobody knows when."""
        wanted = self.is_justerat and rules.demanded(self.boards)
        return rules.anslås_senast(self.justerat) if wanted and self.justerat else None

    @property
    def missing(self) -> tuple[AnslagRow, ...]:
        """Return the boards where it must be put up, and is not."""
        return tuple(row for row in rules.demanded(self.boards) if row.uppsatt is None)

    @property
    def too_early(self) -> tuple[AnslagRow, ...]:
        """Return the boards it was taken down from before the time was over."""
        return rules.taken_down_too_early(self.boards)

    @property
    def anslaget(self) -> bool:
        """Say whether it is, or has been, up on every board that it must."""
        return bool(rules.demanded(self.boards)) and not self.missing

    @property
    def tillkännagivet(self) -> date | None:
        """Return the day from which the time counts: when the last board had it."""
        days = [row.uppsatt for row in rules.demanded(self.boards) if row.uppsatt]
        return max(days) if self.anslaget else None

    @property
    def överklagas_senast(self) -> date | None:
        """Return the last day to appeal; None: «löper inte»."""
        return rules.överklagas_senast(row.uppsatt for row in rules.demanded(self.boards))

    @property
    def tas_ned_tidigast(self) -> date | None:
        """Return the first day to take it down; None: «löper inte»."""
        return rules.tas_ned_tidigast(row.uppsatt for row in rules.demanded(self.boards))

    @property
    def laga_kraft(self) -> date | None:
        """Return when it was confirmed that what was decided has won laga kraft."""
        return rules.confirmed(self.boards)

    def läge(self, today: date) -> AnslagLäge:
        """Return where the announcing stands on `today`."""
        return rules.läge(self.boards, justerat=self.is_justerat, today=today)


def board_name(row: AnslagRow) -> str:
    """Return what a board is called: «Region Skåne», an address, «nämndens anslagstavla»."""
    return row.huvudman or row.tavla or "nämndens anslagstavla"
