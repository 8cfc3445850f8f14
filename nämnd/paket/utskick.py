"""Make an utskick: dagordning and bilagor as one PDF.

The PDF library is imported when an utskick is made, not when this module is.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nämnd.core.beside import beside
from nämnd.core.progress import Progress, Work
from nämnd.documents.pdf import pdf_bytes
from nämnd.paket.aims import with_links_to
from nämnd.paket.convert import convert_office
from nämnd.paket.deep import Call, deep_stack
from nämnd.paket.look import looking
from nämnd.paket.plan import (
    Conversions,
    LeftOut,
    Part,
    PartResult,
    Reason,
    Repaired,
    Status,
    UtskickPlan,
    UtskickResult,
)
from nämnd.paket.sheets import stand_in

if TYPE_CHECKING:  # heavy: imported when first used
    from nämnd.paket.packet import Packet


def make_utskick(
    plan: UtskickPlan, target: Path, conversions: Conversions | None = None
) -> Work[UtskickResult]:
    """Make the utskick as one PDF at `target`. A bilaga that can't be included gets a page instead.

    Args:
        plan: what is in it.
        target: where it goes; a file that is there is replaced when the new one is whole.
        conversions: what became of Office files; None: they are converted here.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    if conversions is None:
        conversions = yield from convert_office(plan)
    from nämnd.paket.foreign import set_limits
    from nämnd.paket.packet import new_packet

    set_limits()
    parts = [part for part in plan.parts if part.i_utskicket]
    total = len(parts) + 2
    with looking(parts) as looks, deep_stack() as call, beside(target) as file:
        packet = call(new_packet, plan)
        try:
            maker = _Maker(plan, packet, conversions, call)
            yield Progress(0, total, "Skriver dagordningen")
            maker.begin(parts)
            for number, (part, look) in enumerate(zip(parts, looks, strict=True), start=1):
                yield Progress(number, total, f"Lägger till bilaga {part.beteckning}")
                maker.add(part, look.result())
            yield Progress(total - 1, total, "Sparar utskicket")
            call(packet.finish)
            call(packet.save, file)
            result = maker.result(target)
        finally:
            call(packet.close)
    yield Progress(total, total, "Klart")
    return result


@dataclass(slots=True)
class _Maker:
    """Adds part after part, and remembers what was left out."""

    plan: UtskickPlan
    packet: "Packet"
    conversions: Conversions
    call: Call
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])

    def begin(self, parts: list[Part]) -> None:
        linked = with_links_to(self.plan.dagordning, [part.beteckning for part in parts])
        data = pdf_bytes(linked, created=self.plan.created, keep_bilaga_links=True)
        self.call(self.packet.add_dagordning, data)

    def add(self, part: Part, head: bytes | Reason) -> None:
        """Add a bilaga whose file begins with `head`, or the page that stands for it."""
        self.call(self._add, part, head)

    def _add(self, part: Part, head: bytes | Reason) -> None:
        from nämnd.paket.foreign import FOREIGN
        from nämnd.paket.source import Pages, Signed, source_of

        match source_of(part, head, self.plan, self.conversions):
            case Pages() as pages:
                try:
                    self.packet.add(part, pages)
                except FOREIGN:
                    self._stand_in(part, Reason.DAMAGED, Status.REPLACED)
            case Signed(path):
                data = path.read_bytes()
                self.packet.files[part.beteckning] = (part.filnamn, data)
                self._stand_in(part, Reason.SIGNED, Status.ATTACHED, len(data))
            case Reason() as reason:
                self._stand_in(part, reason, Status.REPLACED)

    def _stand_in(self, part: Part, reason: Reason, status: Status, size: int = 0) -> None:
        left_out = LeftOut(part.beteckning, part.rubrik, part.filnamn, reason)
        self.left_out.append(left_out)
        self.packet.add_own(part, stand_in(self.plan, left_out, size=size), status)

    def result(self, target: Path) -> UtskickResult:
        placed = {one.part.beteckning: one for one in self.packet.placed}
        parts: list[PartResult] = []
        for part in self.plan.parts:
            one = placed.get(part.beteckning)
            if one is None:
                parts.append(PartResult(part.beteckning, Status.AT_THE_MEETING))
                continue
            first = one.first + 1
            parts.append(PartResult(part.beteckning, one.status, first, one.pages, one.tagged))
        return UtskickResult(
            path=target,
            pages=len(self.packet.out.pages),
            parts=tuple(parts),
            left_out=tuple(self.left_out),
            repaired=tuple(
                Repaired(one.part.beteckning, one.part.rubrik, one.part.filnamn)
                for one in self.packet.placed
                if one.status is Status.REPAIRED
            ),
            accessible=self.packet.accessible,
        )
