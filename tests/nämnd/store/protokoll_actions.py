"""What a user may ask for on the meeting day: one function per command of the protokoll."""

from dataclasses import replace

from sqlalchemy.orm import Session

from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.närvaro.values import JävRow
from nämnd.protokoll import meeting_commands, paragraf_commands, parts_commands
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.queries import paragraf_rows
from nämnd.protokoll.values import (
    UTFALL,
    AnteckningRow,
    BeslutspunktRow,
    HuvudmannabeslutRow,
    ReservationRow,
    VoteringRow,
    YrkandeRow,
)
from nämnd.sammanträde.dagordning import Ajournering
from nämnd.sammanträde.queries import dagordning
from nämnd.store import Store
from nämnd.tables import Paragraf
from tests.nämnd.store.choosing import WORDS, Action, needs, one_of

TIMES = ("08.30", "09.41", "tolv", "12.00", "16.05")


def draft(a: int, b: int) -> ParagrafDraft:
    return ParagrafDraft(
        WORDS[a],
        ("beslut", "information")[b % 2],
        dnr=(WORDS[b],),
        anmälningar=tuple(WORDS[: b % 3]),
        omedelbart_justerad=bool(a % 2),
        tid=TIMES[b % 5],
    )


def add_paragraf(store: Store, key: str, a: int, b: int) -> Command:
    return paragraf_commands.AddParagraf(
        paragraf_id=new_id(), sammanträde_id=key, draft=draft(a, b)
    )


def handle_punkt(store: Store, key: str, a: int, b: int) -> Command:
    return paragraf_commands.HandlePunkt(paragraf_id=new_id(), punkt_id=key, tid=TIMES[b % 5])


def klubba_punkter(store: Store, key: str, a: int, b: int) -> Command:
    there = store.ask(lambda session: dagordning(session, key)).punkter
    some = tuple(punkt.id for punkt in there[: 1 + b % 3])
    return paragraf_commands.KlubbaPunkter(sammanträde_id=key, punkt_ids=some)


def of_a_day(kind) -> Action:
    def act(store: Store, key: str, a: int, b: int) -> Command:
        days = store.ask(lambda session: dagordning(session, key)).sammanträde.dagar
        return kind(sammanträde_id=key, datum=days[b % len(days)].datum, tid=TIMES[a % 5])

    return needs("sammanträde", act)


def save_breaks(store: Store, key: str, a: int, b: int) -> Command:
    rows = tuple(Ajournering(TIMES[n], TIMES[a % 5] if n else None) for n in range(b % 3))
    return meeting_commands.SaveBreaks(sammanträde_id=key, rows=rows)


def save_beslut(store: Store, key: str, a: int, b: int) -> Command:
    there = store.ask(lambda session: paragraf_rows(session, key_of(session, key)))
    known = next(row for row in there if row.id == key).beslutspunkter[: b % 2]
    rows = [replace(one, text=WORDS[b], riktas_till=("h1",)) for one in known]
    rows += [BeslutspunktRow(new_id(), str(n), WORDS[n], UTFALL[b % 8]) for n in range(a % 3)]
    return parts_commands.SaveBeslut(paragraf_id=key, rows=tuple(rows))


def key_of(session: Session, paragraf_id: str) -> str:
    return session.get_one(Paragraf, paragraf_id).sammanträde_id


def save_yrkanden(store: Store, key: str, a: int, b: int) -> Command:
    rows = tuple(
        YrkandeRow(
            new_id(), (one_of(store, "person", n) or "",), (), ("bifall",), 1 + n, None, WORDS[n],
            återtaget=bool(n),
        )
        for n in range(b % 3)
    )  # fmt: skip
    return parts_commands.SaveYrkanden(paragraf_id=key, rows=rows)


def save_voteringar(store: Store, key: str, a: int, b: int) -> Command:
    rows = tuple(
        VoteringRow(
            id=new_id(),
            omgång=n + 1,
            slag="omröstning",
            punkt=None,
            sluten=bool(a % 2),
            ja_betyder=WORDS[a],
            nej_betyder=WORDS[b],
            röster={one_of(store, "person", b) or "": "ja"},
            antal={"ja": a} if a % 2 else None,
            utfall=None,
            avgjord_av=None,
        )
        for n in range(b % 3)
    )
    return parts_commands.SaveVoteringar(paragraf_id=key, rows=rows)


def save_jäv(store: Store, key: str, a: int, b: int) -> Command | None:
    person = one_of(store, "person", b)
    rows = tuple(JävRow(new_id(), person, WORDS[n], WORDS[a], None) for n in range(b % 3) if person)
    return parts_commands.SaveJäv(paragraf_id=key, rows=rows)


def save_reservationer(store: Store, key: str, a: int, b: int) -> Command:
    yrkande = one_of(store, "yrkande", a)
    rows = tuple(
        ReservationRow(new_id(), (), (WORDS[a],), yrkande, WORDS[b], None) for _ in range(b % 3)
    )
    return parts_commands.SaveReservationer(paragraf_id=key, rows=rows)


def save_anteckningar(store: Store, key: str, a: int, b: int) -> Command:
    rows = tuple(
        AnteckningRow(new_id(), "protokollsanteckning", (), WORDS[a]) for _ in range(b % 3)
    )
    return parts_commands.SaveAnteckningar(paragraf_id=key, rows=rows)


def save_huvudmannabeslut(store: Store, key: str, a: int, b: int) -> Command | None:
    huvudman = one_of(store, "huvudman", b)
    if huvudman is None:
        return None
    rows = (HuvudmannabeslutRow(new_id(), huvudman, WORDS[a], None, WORDS[b]),)
    return parts_commands.SaveHuvudmannabeslut(paragraf_id=key, rows=rows)


PROTOKOLL_ACTIONS: dict[str, Action] = {
    "OpenSammanträde": of_a_day(meeting_commands.OpenSammanträde),
    "CloseSammanträde": of_a_day(meeting_commands.CloseSammanträde),
    "StartBreak": of_a_day(meeting_commands.StartBreak),
    "EndBreak": needs(
        "sammanträde",
        lambda _store, key, a, _b: meeting_commands.EndBreak(sammanträde_id=key, tid=TIMES[a % 5]),
    ),
    "SaveBreaks": needs("sammanträde", save_breaks),
    "AddParagraf": needs("sammanträde", add_paragraf),
    "HandlePunkt": needs("punkt", handle_punkt),
    "KlubbaPunkter": needs("sammanträde", klubba_punkter),
    "MoveParagraf": needs(
        "paragraf",
        lambda _store, key, _a, b: paragraf_commands.MoveParagraf(paragraf_id=key, to=b),
    ),
    "UndrawParagraf": needs(
        "paragraf", lambda _store, key, _a, _b: paragraf_commands.UndrawParagraf(paragraf_id=key)
    ),
    "NumberFrom": needs(
        "sammanträde",
        lambda _store, key, a, b: paragraf_commands.NumberFrom(
            sammanträde_id=key, first=a * b or None
        ),
    ),
    "SaveParagraf": needs(
        "paragraf",
        lambda _store, key, a, b: paragraf_commands.SaveParagraf(
            paragraf_id=key, draft=draft(b, a)
        ),
    ),
    "Klubba": needs(
        "paragraf", lambda _store, key, _a, _b: paragraf_commands.Klubba(paragraf_ids=(key,))
    ),
    "Decide": needs(
        "paragraf",
        lambda _store, key, a, b: paragraf_commands.Decide(
            paragraf_ids=(key,), utfall=UTFALL[a % 8], till=WORDS[b] or None
        ),
    ),
    "Reopen": needs(
        "paragraf", lambda _store, key, _a, _b: paragraf_commands.Reopen(paragraf_id=key)
    ),
    "SaveBeslut": needs("paragraf", save_beslut),
    "SaveYrkanden": needs("paragraf", save_yrkanden),
    "SaveVoteringar": needs("paragraf", save_voteringar),
    "SaveJäv": needs("paragraf", save_jäv),
    "SaveReservationer": needs("paragraf", save_reservationer),
    "SaveAnteckningar": needs("paragraf", save_anteckningar),
    "SaveHuvudmannabeslut": needs("paragraf", save_huvudmannabeslut),
}
