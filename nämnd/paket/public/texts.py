"""The text of the bilagor, read for whoever reviews them. For a helper process."""

from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.core.progress import Progress, Work
from nämnd.paket.deep import deep_stack
from nämnd.paket.look import looking
from nämnd.paket.plan import Conversions, Part, Reason, Status, UtskickPlan
from nämnd.publicering.finding import find
from nämnd.publicering.values import Found


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says. `pictures`: pages (from 1) that are pictures to us: look at them.

    `reason`: it can't be read.
    """

    text: str
    pictures: tuple[int, ...] = ()
    found: tuple[Found, ...] = ()
    reason: Reason | None = None


def read_texts(
    plan: UtskickPlan, conversions: Conversions, known: Sequence[str]
) -> Work[dict[str, FileText]]:
    """Return the text of each bilaga of `plan`, and what was found in it, by SHA-256."""
    from nämnd.paket.foreign import set_limits

    set_limits()
    parts = [one for one in plan.parts if one.i_utskicket and one.path]
    read: dict[str, FileText] = {}
    with looking(parts) as looks, deep_stack() as call:
        for number, (part, look) in enumerate(zip(parts, looks, strict=True), start=1):
            yield Progress(number - 1, len(parts), f"Läser bilaga {part.beteckning}")
            if part.sha256 not in read:
                read[part.sha256] = call(_read, part, look.result(), plan, conversions, known)
    return read


def _read(
    part: Part,
    head: bytes | Reason,
    plan: UtskickPlan,
    conversions: Conversions,
    known: Sequence[str],
) -> FileText:
    from nämnd.paket.foreign import FOREIGN
    from nämnd.paket.public.copying import page_texts
    from nämnd.paket.source import Pages, Signed, opened, source_of

    source = source_of(part, head, plan, conversions)
    if isinstance(source, Reason):
        return FileText("", reason=source)
    try:
        if isinstance(source, Signed):
            source = Pages(opened(source.path), Status.INCLUDED, source.path)
        pages = page_texts(source)
    except FOREIGN:
        return FileText("", reason=Reason.DAMAGED)
    text = "\n\n".join(_tidy(one.text) for one in pages)
    pictures = tuple(at for at, one in enumerate(pages, start=1) if not one.readable)
    return FileText(text, pictures, find(text, known))


def _tidy(text: str) -> str:
    """Return text with plain line ends and hyphens."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\x02", "-").replace("\ufffe", "-").replace("\ufffd", "").strip()
