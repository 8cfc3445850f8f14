"""Beslut as everybody may see them in the register: reviewed, and masked as in their protokoll."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nämnd.bilaga.files import FileStore
from nämnd.paket.public.reviewing import review
from nämnd.publicering.masks import Mask, mask_of
from nämnd.publicering.queries import with_published_paragrafer
from nämnd.register.rules import hidden
from nämnd.register.values import BeslutRow
from nämnd.store import Store
from nämnd.ärende.rules import HIDDEN

_JUSTERAT = "justerat"


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """What the review of a sammanträde lets through: §§ by their ids, and what is masked."""

    published: frozenset[str]
    mask: Mask


_NOTHING = _Reviewed(frozenset(), mask_of(()))


def public_beslut(
    store: Store, files: FileStore, rows: Iterable[BeslutRow], *, today: date
) -> tuple[BeslutRow, ...]:
    """Return the beslut that are justerade, hidden where they may not be published.

    A § is shown when its review says so and still holds, and it is not under sekretess; the masks
    of its sammanträde are laid on it. Of the others only that they are there: § and dnr.

    Raises:
        GoneError: a sammanträde is not there.
    """
    justerade = [row for row in rows if row.läge == _JUSTERAT]
    some = store.ask(with_published_paragrafer)
    keys = dict.fromkeys(row.sammanträde_id for row in justerade if row.sammanträde_id in some)
    reviews = {key: _reviewed(store, files, key, today) for key in keys}
    return tuple(_shown(row, reviews.get(row.sammanträde_id, _NOTHING)) for row in justerade)


def not_shown(rows: Sequence[BeslutRow]) -> Iterator[BeslutRow]:
    """Yield the beslut of which nothing is seen."""
    return (row for row in rows if row.dold)


def _reviewed(store: Store, files: FileStore, sammanträde_id: str, today: date) -> _Reviewed:
    found = review(store, files, sammanträde_id, today=today)
    shown = (one for one in found.of("paragraf") if one.val in ("ja", "maskerad"))
    masks = (word for one in found.items for word in one.granskning.maskeringar)
    return _Reviewed(frozenset(one.granskning.key for one in shown), mask_of(masks))


def _shown(row: BeslutRow, reviewed: _Reviewed) -> BeslutRow:
    if row.sekretess or row.paragraf_id not in reviewed.published:
        return hidden(row)
    say = reviewed.mask.masked
    return row._replace(
        rubrik=say(row.rubrik),
        dnr=tuple(map(say, row.dnr)),
        beslut=tuple(map(say, row.beslut)),
        rättelser=tuple(
            replace(one, stod=say(one.stod), ska_vara=say(one.ska_vara)) for one in row.rättelser
        ),
        ärende_rubrik=HIDDEN if row.ärende_dolt else say(row.ärende_rubrik),
    )
