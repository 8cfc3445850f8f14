"""A long sammanträde: 72 §§, 62 members with sets of §§, 40 voteringar. Invented."""

import random
from datetime import date

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän, SaveNämnd, SavePerson, SaveUppdrag
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft, PersonDraft, UppdragDraft
from nämnd.protokoll.paragraf_commands import KlubbaPunkter
from nämnd.protokoll.parts_commands import SaveReservationer, SaveVoteringar, SaveYrkanden
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ReservationRow, VoteringRow, YrkandeRow
from nämnd.sammanträde.bilaga_commands import AddBilagor
from nämnd.sammanträde.commands import PlanSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga, PunktDraft, SammanträdeDraft, satser
from nämnd.sammanträde.punkt_commands import AddPunkt
from nämnd.store import Store
from nämnd.tables import Närvaro

PARAGRAFER, MEMBERS, SEATS, VOTERINGAR = 72, 62, 31, 40
DAY = date(2026, 3, 27)
_REGIONS = ("Region Ådalen", "Region Öster", "Region Väster", "Region Norr")
_PARTIES = ("M", "S", "C", "V", "L", "KD", "SD", "MP")
_SUMMARY = (
    "Ledningsgruppen har på uppdrag av nämnden sett över hur **resurserna** fördelas mellan "
    "regionerna. Översynen visar att väntetiderna skiljer sig åt.\n\n"
    "- Samordnad remissgång införs från årsskiftet.\n- En gemensam uppföljning görs i november."
)


class _Add:
    """Put rows into the database as they are."""

    def __init__(self, rows: list[Närvaro]) -> None:
        self._rows = rows

    def run(self, session) -> frozenset[Topic]:  # noqa: ANN001 - a Session
        session.add_all(self._rows)
        return frozenset({Topic.NÄRVARO})


def a_long_meeting(store: Store) -> str:
    """Write the sammanträde into `store`, through the real commands; return its id."""
    choose = random.Random(1)  # noqa: S311 - the same sammanträde every time
    nämnd_id, sammanträde_id = new_id(), new_id()
    store.do(SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft("Nämnden för mätningar")))
    people = _people(store, nämnd_id)
    dagar = (Dag(DAY, (("08.30", None),)),)
    draft = SammanträdeDraft(dagar=dagar, plats="Stora salen", ordförande=people[0])
    store.do(
        PlanSammanträde(
            sammanträde_id=sammanträde_id, nämnd_id=nämnd_id, draft=draft, stående=False
        )
    )
    punkter = tuple(_punkt(store, sammanträde_id, number) for number in range(1, PARAGRAFER + 1))
    store.do(KlubbaPunkter(sammanträde_id=sammanträde_id, punkt_ids=punkter, tid="09.00"))
    _presence(store, sammanträde_id, people, choose)
    _votes(store, sammanträde_id, people, choose)
    return sammanträde_id


def _people(store: Store, nämnd_id: str) -> list[str]:
    huvudmän = [HuvudmanDraft(new_id(), namn, 8, 8) for namn in _REGIONS]
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=tuple(huvudmän)))
    people: list[str] = []
    for number in range(MEMBERS):
        key, seat = new_id(), number % SEATS
        namn = f"Förnamn{number} Efternamn{number}"
        draft = PersonDraft(namn, _PARTIES[seat % len(_PARTIES)])
        store.do(SavePerson(person_id=key, draft=draft))
        roll = "ordförande" if number == 0 else "ledamot" if number < SEATS else "ersättare"
        uppdrag = UppdragDraft(roll, huvudmän[seat % 4].id, seat + 1)
        store.do(SaveUppdrag(uppdrag_id=new_id(), nämnd_id=nämnd_id, person_id=key, draft=uppdrag))
        people.append(key)
    return people


def _punkt(store: Store, sammanträde_id: str, number: int) -> str:
    key = new_id()
    draft = PunktDraft(
        f"Uppföljning av delprojekt {number}, benign kolorektal kirurgi i södra regionen",
        sammanfattning=_SUMMARY,
        förslag=satser(
            (
                f"Att godkänna rapporten om delprojekt {number}",
                "Att följa upp delprojektet vid fjärde sammanträdet nästa år",
            )
        ),
    )
    store.do(AddPunkt(punkt_id=key, sammanträde_id=sammanträde_id, draft=draft))
    papers = tuple(NewBilaga(BilagaDraft(f"Missiv {number}, del {n}")) for n in range(1, 4))
    store.do(AddBilagor(punkt_id=key, new=papers, when="2026-03-02T09:41:00"))
    return key


def _presence(store: Store, sammanträde_id: str, people: list[str], choose: random.Random) -> None:
    rows: list[Närvaro] = []
    for place, key in enumerate(people, start=1):
        first = choose.randrange(1, PARAGRAFER)
        whole = place > 10  # noqa: PLR2004 - the first ten come late
        rows.append(
            Närvaro(
                sammanträde_id=sammanträde_id,
                person_id=key,
                roll="ledamot" if place <= SEATS else "ersättare",
                paragrafer=None if whole else f"{first}–",
                ordning=place,
            )
        )
    store.do(_Add(rows))


def _votes(store: Store, sammanträde_id: str, people: list[str], choose: random.Random) -> None:
    now = store.ask(lambda session: protokoll(session, sammanträde_id))
    for paragraf in now.paragrafer[:VOTERINGAR]:
        yrkande = YrkandeRow(
            new_id(), tuple(people[1:4]), ("S",), ("avslag",), 1, None, "", återtaget=False
        )
        store.do(SaveYrkanden(paragraf_id=paragraf.id, rows=(yrkande,)))
        röster = {key: choose.choice(("ja", "ja", "nej", "avstår")) for key in people[:SEATS]}
        votering = VoteringRow(
            id=new_id(),
            omgång=1,
            slag="omröstning",
            punkt=None,
            sluten=False,
            ja_betyder="bifall till ordförandens förslag",
            nej_betyder="bifall till avslagsyrkandet",
            röster=röster,
            antal=None,
            utfall="ja",
            avgjord_av="röster",
        )
        store.do(SaveVoteringar(paragraf_id=paragraf.id, rows=(votering,)))
        reservation = ReservationRow(new_id(), (people[1],), ("S",), yrkande.id, None, None)
        store.do(SaveReservationer(paragraf_id=paragraf.id, rows=(reservation,)))
