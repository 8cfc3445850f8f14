"""The invented sammanträde that has been: a whole day of it, through the commands of the window.

Tor Lindahl is ill and Gun Päärson serves for him; Ulla Ceder comes late, and Nadja Brink serves
until then; Johan Wallgren has jäv about the avtal; the avgift is voted on, with a reservation;
the journal is put off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from nämnd.core.changes import Command, Topic
from nämnd.core.ids import new_id
from nämnd.core.swedish import short_date
from nämnd.exempel.punkter import ANMÄLT, AVTAL, INFORMATION, JOURNAL, RESOR
from nämnd.närvaro.commands import CallRoll
from nämnd.närvaro.frånvaro_commands import RecordInkallad, SaveFrånvaro
from nämnd.närvaro.movement_commands import Arrive, Serve
from nämnd.närvaro.queries import frånvaro_rows
from nämnd.närvaro.task_commands import PlanJustering, SetJusterare
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.beslutsgång import beslutsgång, propositionsordning
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.meeting_commands import (
    CloseSammanträde,
    EndBreak,
    OpenSammanträde,
    StartBreak,
)
from nämnd.protokoll.outcomes import proposed_beslut
from nämnd.protokoll.paragraf_commands import (
    Decide,
    HandlePunkt,
    Klubba,
    KlubbaPunkter,
    SaveParagraf,
)
from nämnd.protokoll.parts_commands import (
    SaveBeslut,
    SaveJäv,
    SaveReservationer,
    SaveVoteringar,
    SaveYrkanden,
)
from nämnd.protokoll.propositions import steps
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.rounds import decided, next_round
from nämnd.protokoll.values import BeslutspunktRow, ReservationRow, VoteringRow, YrkandeRow
from nämnd.sammanträde.queries import dagordning
from nämnd.sammanträde.utskick_commands import RecordUtskick

_KALLELSE = timedelta(days=9)
_JUSTERING = timedelta(days=14)
_STANDING = 2  # punkter that open the meeting: upprop, dagordning
_THERE = (
    "Karin Åbrink", "Mats Öhlin", "Leila Sandqvist", "Britta Ekstam", "Johan Wallgren",
    "Gun Päärson", "Nadja Brink", "Per Ängfors", "Eva Lind", "Henrik Astrand",
)  # fmt: skip
_JA = ("Karin Åbrink", "Mats Öhlin", "Leila Sandqvist", "Ulla Ceder", "Gun Päärson")
_NEJ = ("Britta Ekstam", "Johan Wallgren")


@dataclass(frozen=True, kw_only=True)
class HoldSammanträde:
    """Let the sammanträde take place: from the kallelse to the plan of the justering."""

    sammanträde_id: str
    day: date
    next_day: date  # of the sammanträde after
    people: dict[str, str]  # ids by name

    def run(self, session: Session) -> frozenset[Topic]:
        """Run what a secretary does that day, one command after the other."""
        topics: set[Topic] = set()
        for command in self._commands(session):
            topics |= command.run(session)
            session.flush()
        return frozenset(topics)

    def _commands(self, session: Session) -> Iterator[Command]:
        yield from self._beforehand(session)
        yield from self._roll_call()
        punkter = [one.id for one in dagordning(session, self.sammanträde_id).punkter]
        (roll, *opening), given = punkter[:_STANDING], punkter[_STANDING:]
        yield from self._justerare(roll)
        yield self._klubba((*opening, given[INFORMATION]), "09.06")
        yield from self._late_arrival(numbered=_STANDING + AVTAL + 1)
        yield from self._with_jäv(given[AVTAL])
        yield StartBreak(sammanträde_id=self.sammanträde_id, datum=self.day, tid="10.40")
        yield EndBreak(sammanträde_id=self.sammanträde_id, tid="11.00")
        yield from self._with_votering(session, given[RESOR])
        yield from self._put_off(given[JOURNAL])
        *reported, last = given[ANMÄLT:]
        yield self._klubba(tuple(reported), "11.45")
        yield from self._next_time(session, last)
        yield from self._afterwards()

    def _beforehand(self, session: Session) -> Iterator[Command]:
        sent = (self.day - _KALLELSE).isoformat()
        yield RecordUtskick(
            sammanträde_id=self.sammanträde_id,
            when=f"{sent}T14:05:00",
            till=tuple(self.people.values()),
            utgåvor=(),
        )
        told = (self.day - timedelta(days=1)).isoformat()
        yield SaveFrånvaro(
            sammanträde_id=self.sammanträde_id,
            person_id=self.people["Tor Lindahl"],
            anmäld=True,
            skäl="Sjuk",
            tid=f"{told}T08:12:00",
        )
        [absent] = frånvaro_rows(session, self.sammanträde_id)
        for name, svar, when in (
            ("Amir Hallström", "nej", "08:30"),
            ("Gun Päärson", "ja", "08:41"),
        ):
            yield RecordInkallad(
                frånvaro_id=absent.id,
                person_id=self.people[name],
                svar=svar,
                tid=f"{told}T{when}:00",
            )

    def _roll_call(self) -> Iterator[Command]:
        yield OpenSammanträde(sammanträde_id=self.sammanträde_id, datum=self.day, tid="09.02")
        yield CallRoll(sammanträde_id=self.sammanträde_id, present=self._ids(_THERE))
        for name, away in (("Gun Päärson", "Tor Lindahl"), ("Nadja Brink", "Ulla Ceder")):
            yield Serve(
                sammanträde_id=self.sammanträde_id,
                person_id=self.people[name],
                för=self.people[away],
                nummer=None,
            )

    def _justerare(self, punkt_id: str) -> Iterator[Command]:
        paragraf_id, name = new_id(), "Mats Öhlin"
        yield HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid="09.04")
        chosen = BeslutspunktRow(new_id(), "1", f"Att utse {name} att justera protokollet", None)
        yield SaveBeslut(paragraf_id=paragraf_id, rows=(chosen,))
        yield Klubba(paragraf_ids=(paragraf_id,))
        rows = ((self.people[name], None),)
        yield SetJusterare(sammanträde_id=self.sammanträde_id, rows=rows)

    def _late_arrival(self, *, numbered: int) -> Iterator[Command]:
        yield Arrive(
            sammanträde_id=self.sammanträde_id,
            person_id=self.people["Ulla Ceder"],
            nummer=numbered,
            tid="09.50",
            relieves=self.people["Nadja Brink"],
        )

    def _with_jäv(self, punkt_id: str) -> Iterator[Command]:
        paragraf_id = new_id()
        yield HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid="09.55")
        leaves = JävRow(
            new_id(),
            self.people["Johan Wallgren"],
            None,
            "anställd i bolaget som äger helikoptern",
            self.people["Per Ängfors"],
        )
        yield SaveJäv(paragraf_id=paragraf_id, rows=(leaves,))
        yield Klubba(paragraf_ids=(paragraf_id,))

    def _with_votering(self, session: Session, punkt_id: str) -> Iterator[Command]:
        paragraf_id, avslag = new_id(), new_id()
        yield HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid="11.00")
        yield SaveYrkanden(
            paragraf_id=paragraf_id,
            rows=(
                self._yrkande(avslag, "Britta Ekstam", "avslag"),
                self._yrkande(new_id(), "Leila Sandqvist", "bifall"),
            ),
        )
        yield SaveVoteringar(paragraf_id=paragraf_id, rows=(self._votering(session, paragraf_id),))
        yield from self._written(session, paragraf_id)
        yield Klubba(paragraf_ids=(paragraf_id,))
        against = ReservationRow(
            new_id(),
            self._ids(("Britta Ekstam",)),
            (),
            avslag,
            "Resorna ska vara avgiftsfria.",
            None,
        )
        yield SaveReservationer(paragraf_id=paragraf_id, rows=(against,))

    def _votering(self, session: Session, paragraf_id: str) -> VoteringRow:
        """Return the votes on what the rules say is to be voted on."""
        known = protokoll(session, self.sammanträde_id)
        paragraf = next(one for one in known.paragrafer if one.id == paragraf_id)
        asked = next(filter(None, (next_round(step, ()) for step in steps(known, paragraf))))
        votes = dict.fromkeys(self._ids(_JA), "ja") | dict.fromkeys(self._ids(_NEJ), "nej")
        return VoteringRow(
            id=new_id(),
            omgång=1,
            slag=asked.slag,
            punkt=asked.punkt,
            sluten=False,
            ja_betyder=asked.ja_betyder,
            nej_betyder=asked.nej_betyder,
            röster=votes,
            antal=None,
            utfall="ja",
            avgjord_av="röster",
        )

    def _written(self, session: Session, paragraf_id: str) -> Iterator[Command]:
        """Write beslut and beslutsgång as the program proposes them."""
        known = protokoll(session, self.sammanträde_id)
        paragraf = next(one for one in known.paragrafer if one.id == paragraf_id)
        found = decided(known, paragraf)
        yield SaveParagraf(
            paragraf_id=paragraf_id,
            draft=replace(
                draft_of(paragraf),
                propositionsordning=propositionsordning(known, tuple(one.step for one in found)),
                beslutsgång=beslutsgång(known, paragraf, found),
            ),
        )
        yield SaveBeslut(paragraf_id=paragraf_id, rows=proposed_beslut(known, paragraf, found))

    def _put_off(self, punkt_id: str) -> Iterator[Command]:
        paragraf_id = new_id()
        yield HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid="11.32")
        yield Decide(
            paragraf_ids=(paragraf_id,), utfall="bordläggning", till="till nästa sammanträde"
        )

    def _next_time(self, session: Session, punkt_id: str) -> Iterator[Command]:
        paragraf_id = new_id()
        yield HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt_id, tid="11.50")
        found = protokoll(session, self.sammanträde_id).paragraf(paragraf_id)
        if found is not None:
            told = f"Nästa sammanträde hålls den {short_date(self.next_day)}."
            draft = replace(draft_of(found), sammanfattning=told)
            yield SaveParagraf(paragraf_id=paragraf_id, draft=draft)
        yield Klubba(paragraf_ids=(paragraf_id,))

    def _afterwards(self) -> Iterator[Command]:
        yield CloseSammanträde(sammanträde_id=self.sammanträde_id, datum=self.day, tid="11.52")
        yield PlanJustering(
            sammanträde_id=self.sammanträde_id,
            justering_id=new_id(),
            paragrafer=None,
            plats="Nämndkansliet, Storgatan 1, Granhamn",
            planerat_datum=(self.day + _JUSTERING).isoformat(),
        )

    def _klubba(self, punkt_ids: tuple[str, ...], tid: str) -> Command:
        return KlubbaPunkter(sammanträde_id=self.sammanträde_id, punkt_ids=punkt_ids, tid=tid)

    def _yrkande(self, key: str, name: str, slag: str) -> YrkandeRow:
        return YrkandeRow(key, self._ids((name,)), (), (slag,), 1, None, slag, återtaget=False)

    def _ids(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.people[name] for name in names)
