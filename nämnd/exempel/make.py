"""Puts the example in place through the same commands as the user's own work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from nämnd.bevakning.values import VidSammanträde
from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.exempel.day import HoldSammanträde
from nämnd.exempel.diarium import DiariumMaker
from nämnd.exempel.papers import paper
from nämnd.exempel.people import HUVUDMÄN, NÄMND, PEOPLE
from nämnd.exempel.punkter import LAST_TIME, PUNKTER, Example, Paper
from nämnd.exempel.uppföljning import FollowUpMaker
from nämnd.organisation.commands import SaveHuvudmän, SaveNämnd, SavePerson, SaveUppdrag
from nämnd.organisation.queries import nämnder
from nämnd.organisation.rules import HuvudmanDraft, PersonDraft, UppdragDraft
from nämnd.sammanträde.bilaga_commands import AddBilagor
from nämnd.sammanträde.commands import PlanSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.drafts import (
    BilagaDraft,
    NewBilaga,
    PunktDraft,
    SammanträdeDraft,
    satser,
)
from nämnd.sammanträde.punkt_commands import AddPunkt
from nämnd.store import Store
from nämnd.ärende.commands import SaveÄrende

_AHEAD = timedelta(weeks=3)
_AGO = timedelta(days=9)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class _Plan:
    """A sammanträde to be put in place."""

    nämnd_id: str
    sammanträde_id: str
    day: date
    punkter: tuple[Example, ...]
    ärenden: Mapping[str, str]  # ids by dnr


def make_example(store: Store, files: FileStore, *, now: datetime) -> str:
    """Add the example and return the id of its nämnd.

    One sammanträde is on a Friday in three weeks, another was on the Friday of last week or before
    it, at most nine days ago: that one has its protokoll, which is to be justerat.

    Done twice, it is the same nämnd.
    """
    there = next((row.id for row in store.ask(nämnder) if row.namn == NÄMND.namn), None)
    if there is not None:
        return there
    nämnd_id, people = new_id(), {name: new_id() for name, *_ in PEOPLE}
    been, to_come = _friday(now.date() - _AGO), _friday(now.date() + _AHEAD)
    last_time, ärenden = new_id(), {one.dnr: new_id() for one in (*LAST_TIME, *PUNKTER) if one.dnr}
    huvudmän = tuple(replace(one, id=new_id()) for one in HUVUDMÄN)
    follow_up = FollowUpMaker(
        nämnd_id,
        tuple((one.id, one.namn) for one in huvudmän),
        ärenden,
        VidSammanträde(2 if been.year == to_come.year else 1, to_come.year),
        now.date(),
    )
    commands = (
        *_organisation(nämnd_id, people, huvudmän),
        *_meeting(_Plan(nämnd_id, last_time, been, LAST_TIME, ärenden), people, files, now),
        HoldSammanträde(sammanträde_id=last_time, day=been, next_day=to_come, people=people),
        *_meeting(_Plan(nämnd_id, new_id(), to_come, PUNKTER, ärenden), people, files, now),
        *DiariumMaker(nämnd_id, ärenden, files, now).commands(),
        *follow_up.commands(),
    )
    store.do(Together(commands), "Lägg till exemplet")
    return nämnd_id


def _organisation(
    nämnd_id: str, people: dict[str, str], huvudmän: tuple[HuvudmanDraft, ...]
) -> list[Command]:
    commands: list[Command] = [
        SaveNämnd(nämnd_id=nämnd_id, draft=NÄMND),
        SaveHuvudmän(nämnd_id=nämnd_id, drafts=huvudmän),
    ]
    for place, (name, party, role, huvudman, title) in enumerate(PEOPLE, start=1):
        address = name.lower().translate(str.maketrans("åäö ", "aao.")) + "@exempel.se"
        draft = UppdragDraft(role, huvudmän[huvudman - 1].id if huvudman else None, place)
        commands += [
            SavePerson(person_id=people[name], draft=PersonDraft(name, party, title, address)),
            SaveUppdrag(
                uppdrag_id=new_id(), nämnd_id=nämnd_id, person_id=people[name], draft=draft
            ),
        ]
    return commands


def _meeting(plan: _Plan, people: dict[str, str], files: FileStore, now: datetime) -> list[Command]:
    draft = SammanträdeDraft(
        dagar=(Dag(plan.day, (("09.00", "12.00"), ("13.00", "15.00"))),),
        plats="Regionens hus, sal Linden, Granhamn",
        ordförande=people[PEOPLE[0][0]],
        sekreterare=people["Eva Lind"],
    )
    commands: list[Command] = [
        PlanSammanträde(sammanträde_id=plan.sammanträde_id, nämnd_id=plan.nämnd_id, draft=draft)
    ]
    first_free = 3  # after the two standing punkter that open the meeting
    for place, example in enumerate(plan.punkter, start=first_free):
        commands += _punkt(example, plan, place, files, now)
    return commands


def _punkt(
    example: Example, plan: _Plan, place: int, files: FileStore, now: datetime
) -> list[Command]:
    punkt_id, commands, ärende_id = new_id(), list[Command](), None
    if example.dnr:
        ärende_id = plan.ärenden[example.dnr]
        commands.append(
            SaveÄrende(
                ärende_id=ärende_id,
                nämnd_id=plan.nämnd_id,
                dnr=example.dnr,
                rubrik=example.rubrik,
            )
        )
    draft = PunktDraft(
        rubrik=example.rubrik,
        slag=example.slag,
        sammanfattning=example.sammanfattning,
        föredragande=example.föredragande,
        ärende_id=ärende_id,
        förslag=satser(example.förslag),
    )
    papers = tuple(
        NewBilaga(BilagaDraft(one.rubrik), _file(one, files, now)) for one in example.papers
    )
    when = now.isoformat(timespec="seconds")
    return [
        *commands,
        AddPunkt(punkt_id=punkt_id, sammanträde_id=plan.sammanträde_id, draft=draft, at=place),
        AddBilagor(punkt_id=punkt_id, new=papers, when=when),
    ]


def _file(one: Paper, files: FileStore, now: datetime) -> KeptFile | None:
    return paper(one.rubrik, one.pages, files, now) if one.pages else None


def _friday(day: date) -> date:
    return day + timedelta(days=(_FRIDAY - day.weekday()) % 7)
