"""What belongs to the §§ of a register: att-satser, justering, anslag, answers of the huvudmän."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeAlias, TypeVar

from sqlalchemy import Select, String, cast, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from nämnd.anslag.rules import names_all
from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.justering.kept import rättelse_rows
from nämnd.justering.values import LÄGEN, RättelseRow
from nämnd.protokoll.marking import written
from nämnd.register.rules import uppföljning
from nämnd.register.values import BeslutRow
from nämnd.tables import Anslag, Beslutspunkt, Huvudman, Huvudmannabeslut, Justering

_Ids: TypeAlias = Select[str] | None
"""The §§ or sammanträden that are asked about; None: all that there are."""
_Notice: TypeAlias = tuple[Paragrafer, date | None]
"""Some §§ of a sammanträde, and when their laga kraft was confirmed on a board."""
Q = TypeVar("Q", bound=Select[*tuple[Any, ...]])
_EMPTY = "[]"  # a list as it is kept
_UTKAST, _JUSTERAT = "utkast", "justerat"


class _Sats(NamedTuple):
    """An att-sats as it is read."""

    ordning: int
    id: str
    text: str
    utfall: str | None
    riktas_till: str  # as the list is kept


class _Set(NamedTuple):
    """Some §§ of a sammanträde, where their justering stands, and what is put right in them."""

    paragrafer: Paragrafer
    läge: str
    rättelser: tuple[RättelseRow, ...]


@dataclass(frozen=True, slots=True)
class Satser:
    """The att-satser of a §."""

    texts: tuple[str, ...]
    utfall: tuple[str, ...]
    riktas_till: frozenset[str]


class Paragrafen(NamedTuple):
    """A § as it is read, with what it stands in. A tuple: there can be sixteen thousand."""

    id: str
    sammanträde_id: str
    nummer: int
    dag: date | None
    rubrik: str
    klar: bool
    sekretess_lagrum: str | None
    dnr: str  # as the list is kept
    expedieringar: str  # likewise
    datum: date  # of the sammanträde
    ärende_id: str | None
    ärende_dnr: str | None
    ärende_rubrik: str | None
    dölj_rubrik: bool | None
    nämnd_id: str
    nämnd: str
    paragrafform: str


class Parts:
    """What belongs to many §§, read once for all of them."""

    def __init__(self, session: Session, ids: _Ids, sammanträden: _Ids) -> None:
        """Read it all, of these §§ and their sammanträden."""
        self._satser = _satser(session, ids)
        self._sets = _sets(session, sammanträden)
        self._notices = _notices(session, sammanträden)
        self._answered = _answered(session, ids)
        self._huvudmän = _huvudmän(session)

    def decided(self, one: Paragrafen) -> bool:
        """Say whether a § has a beslut, and it is more than proposed."""
        satser = self._satser.get(one.id)
        if satser is None:
            return False
        return bool(one.klar or satser.utfall) or self._läge(one) != _UTKAST

    def satser(self, one: Paragrafen) -> Satser:
        """Return the att-satser of a § that has a beslut."""
        return self._satser[one.id]

    @staticmethod
    def dnr(one: Paragrafen) -> tuple[str, ...]:
        """Return the dnr of its ärende, and those that are written in it."""
        own = (one.ärende_dnr,) if one.ärende_dnr else ()
        return tuple(dict.fromkeys((*own, *_kept(one.dnr)))) if one.dnr != _EMPTY else own

    def row(self, one: Paragrafen) -> BeslutRow:
        """Return a § as the register has it."""
        satser, läge = self._satser[one.id], self._läge(one)
        huvudmän = self._counted(one.id, satser)
        day = one.dag or one.datum
        sent = [bool(each.get("datum")) for each in _kept(one.expedieringar)]
        justerat = läge == _JUSTERAT
        return BeslutRow(
            paragraf_id=one.id,
            sammanträde_id=one.sammanträde_id,
            nämnd=one.nämnd,
            datum=day,
            paragraf=written(one.paragrafform, one.nummer, day),
            rubrik=one.rubrik,
            dnr=self.dnr(one),
            ärende_id=one.ärende_id,
            utfall=satser.utfall,
            beslut=satser.texts,
            läge=läge,
            uppföljning=uppföljning(justerat=justerat, expedierat=sent, huvudmän=huvudmän),
            sekretess=one.sekretess_lagrum is not None,
            nämnd_id=one.nämnd_id,
            nummer=one.nummer,
            ärende_rubrik=one.ärende_rubrik or "",
            ärende_dolt=bool(one.dölj_rubrik),
            huvudmän=huvudmän,
            laga_kraft=self._laga_kraft(one) if justerat else None,
            rättelser=tuple(self._rättelser(one)) if justerat else (),
        )

    def _rättelser(self, one: Paragrafen) -> Iterator[RättelseRow]:
        """Yield what is put right in a §, the oldest first."""
        for mine in self._sets[one.sammanträde_id]:
            yield from (row for row in mine.rättelser if row.paragraf == one.nummer)

    def _läge(self, one: Paragrafen) -> str:
        """Return where the justering of a § stands: of several sets with it, the one behind."""
        sets = self._sets[one.sammanträde_id]
        here = [mine.läge for mine in sets if mine.paragrafer.touches(one.nummer)]
        return min(here, key=_step, default=_UTKAST)

    def _laga_kraft(self, one: Paragrafen) -> date | None:
        """Return when it was confirmed, for every set that has some of the §; None: it is not.

        One confirmed notice of a set is enough, as in `nämnd.anslag.rules.as_confirmed`.
        """
        notices = self._notices[one.sammanträde_id]
        sets = [
            mine.paragrafer
            for mine in self._sets[one.sammanträde_id]
            if mine.paragrafer.touches(one.nummer)
        ]
        days = [_confirmed(notices, mine, one.nummer) for mine in sets]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None

    def _counted(self, key: str, satser: Satser) -> tuple[int, int] | None:
        """Return how many of the huvudmän that a recommendation is for have decided."""
        if not satser.riktas_till and key not in self._answered:
            return None
        names = self._huvudmän
        answered = {
            names[one]: done for one, done in self._answered.get(key, {}).items() if one in names
        }
        asked = {names.get(one, one) for one in satser.riktas_till} & set(names.values())
        wanted = asked | set(answered)
        return (sum(answered.get(one, False) for one in wanted), len(wanted)) if wanted else None


def _step(läge: str) -> int:
    return LÄGEN.index(läge) if läge in LÄGEN else 0


def _confirmed(notices: Iterable[_Notice], mine: Paragrafer, nummer: int) -> date | None:
    there = (day for named, day in notices if day and names_all(named, mine, nummer))
    return max(there, default=None)


def _satser(session: Session, ids: _Ids) -> Mapping[str, Satser]:
    query = select(
        Beslutspunkt.paragraf_id,
        Beslutspunkt.ordning,
        Beslutspunkt.id,
        Beslutspunkt.text,
        Beslutspunkt.utfall,
        cast(Beslutspunkt.riktas_till, String),
    )
    groups: defaultdict[str, list[_Sats]] = defaultdict(list)
    for key, *sats in session.execute(_of(query, Beslutspunkt.paragraf_id, ids)):
        groups[key].append(_Sats._make(sats))
    return {key: _gathered(rows) for key, rows in groups.items()}


def _gathered(rows: list[_Sats]) -> Satser:
    rows.sort()
    return Satser(
        texts=tuple(row.text for row in rows if row.text),
        utfall=tuple(dict.fromkeys(row.utfall for row in rows if row.utfall)),
        riktas_till=frozenset(one for row in rows for one in _kept(row.riktas_till)),
    )


def _of(query: Q, column: InstrumentedAttribute[Any], ids: _Ids) -> Q:
    return query if ids is None else query.where(column.in_(ids))


def _kept(written: str) -> list[Any]:
    """Return a list as it is kept; most are empty, and reading all of those takes time."""
    return [] if written == _EMPTY else json.loads(written)


def _sets(session: Session, sammanträden: _Ids) -> Mapping[str, list[_Set]]:
    query = select(
        Justering.sammanträde_id, Justering.paragrafer, Justering.läge, Justering.rättelser
    )
    found: defaultdict[str, list[_Set]] = defaultdict(list)
    rows = session.execute(_of(query, Justering.sammanträde_id, sammanträden))
    for key, chosen, läge, rättelser in rows:
        found[key].append(_Set(paragrafer.read(chosen), läge, rättelse_rows(rättelser)))
    return found


def _notices(session: Session, sammanträden: _Ids) -> Mapping[str | None, list[_Notice]]:
    query = select(Anslag.sammanträde_id, Anslag.paragrafer, Anslag.laga_kraft_bekräftad)
    found: defaultdict[str | None, list[_Notice]] = defaultdict(list)
    for key, chosen, day in session.execute(_of(query, Anslag.sammanträde_id, sammanträden)):
        found[key].append((paragrafer.read(chosen), day))
    return found


def _answered(session: Session, ids: _Ids) -> Mapping[str, dict[str, bool]]:
    """Return the huvudmän that are noted at each §, and whether they have decided."""
    said = or_(
        Huvudmannabeslut.datum.is_not(None),
        Huvudmannabeslut.paragraf.is_not(None),
        Huvudmannabeslut.svar.is_not(None),
    )
    query = select(Huvudmannabeslut.paragraf_id, Huvudmannabeslut.huvudman_id, said)
    found: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for key, huvudman, done in session.execute(_of(query, Huvudmannabeslut.paragraf_id, ids)):
        found[key][huvudman] = bool(done)
    return found


def _huvudmän(session: Session) -> Mapping[str, str]:
    """Return what the huvudmän are called, by id: a recommendation may name them either way."""
    return dict(session.execute(select(Huvudman.id, Huvudman.namn)).all())
