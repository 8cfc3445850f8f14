"""Builders for every test: each makes what a test is about and hides what does not matter to it.

`a_…` saves through the real commands and returns an id. `…_row`, `…_of` make plain values, as the
queries would return them, for tests of rules and documents that need no database.
"""

from datetime import date
from typing import Any

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.core.changes import Outcome
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveNämnd, SavePerson, SaveUppdrag
from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import NämndDraft, PersonDraft, UppdragDraft
from nämnd.sammanträde.bilaga_commands import AddBilagor
from nämnd.sammanträde.commands import PlanSammanträde
from nämnd.sammanträde.dagordning import (
    BilagaRow,
    Dag,
    Dagordning,
    FilRow,
    PersonRef,
    PunktRow,
    SammanträdeRow,
    SatsRow,
    UnderpunktRow,
)
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga, PunktDraft, SammanträdeDraft
from nämnd.sammanträde.punkt_commands import AddPunkt
from nämnd.sammanträde.queries import dagordning
from nämnd.sammanträde.utskick_commands import NewUtgåva, RecordUtskick
from nämnd.store import Store

DAY = date(2026, 3, 27)  # a Friday; TODAY of the tests is the 2nd
WHEN = "2026-03-02T09:41:00"


def a_nämnd(store: Store, namn: str = "Vårdnämnden i Ådalen", **settings: Any) -> str:
    """Register a nämnd; `settings` are those of a NämndDraft."""
    nämnd_id = new_id()
    store.do(SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft(namn, **settings)))
    return nämnd_id


def a_person(store: Store, namn: str = "Anna Ek", **facts: Any) -> str:
    """Register a person; `facts` are those of a PersonDraft."""
    person_id = new_id()
    store.do(SavePerson(person_id=person_id, draft=PersonDraft(namn, **facts)))
    return person_id


def an_uppdrag(
    store: Store, nämnd_id: str, person_id: str, roll: str = "ledamot", **facts: Any
) -> str:
    """Give a person a role; `facts` are those of an UppdragDraft."""
    uppdrag_id, draft = new_id(), UppdragDraft(roll, **facts)
    store.do(
        SaveUppdrag(uppdrag_id=uppdrag_id, nämnd_id=nämnd_id, person_id=person_id, draft=draft)
    )
    return uppdrag_id


def a_sammanträde(store: Store, nämnd_id: str | None = None, *days: date, **facts: Any) -> str:
    """Plan a sammanträde on `days` (one, DAY, when none is named), in a fresh nämnd if need be."""
    sammanträde_id = new_id()
    dagar = tuple(Dag(day, (("08.30", None),)) for day in days or (DAY,))
    store.do(
        PlanSammanträde(
            sammanträde_id=sammanträde_id,
            nämnd_id=nämnd_id or a_nämnd(store, f"Nämnd {sammanträde_id}"),
            draft=SammanträdeDraft(**{"dagar": dagar, "plats": "Stora salen", **facts}),
        )
    )
    return sammanträde_id


def a_punkt(
    store: Store,
    sammanträde_id: str,
    rubrik: str = "En fråga",
    *,
    bilagor: int = 0,
    at: int | None = None,
    **facts: Any,
) -> str:
    """Add a punkt with so many bilagor; `facts` are those of a PunktDraft."""
    punkt_id, draft = new_id(), PunktDraft(rubrik, **facts)
    store.do(AddPunkt(punkt_id=punkt_id, sammanträde_id=sammanträde_id, draft=draft, at=at))
    for number in range(1, bilagor + 1):
        a_bilaga(store, punkt_id, f"{rubrik}, handling {number}")
    return punkt_id


def a_bilaga(
    store: Store,
    punkt_id: str,
    rubrik: str = "Missiv",
    *,
    file: KeptFile | None = None,
    at: int | None = None,
    **facts: Any,
) -> str:
    """Add a bilaga; `facts` are those of a BilagaDraft."""
    new = NewBilaga(BilagaDraft(rubrik, **facts), file)
    store.do(AddBilagor(punkt_id=punkt_id, new=(new,), when=WHEN, at=at))
    return new.bilaga_id


def a_file(files: FileStore, content: str = "innehåll", name: str = "missiv.pdf") -> KeptFile:
    """Keep a file. What it holds matters to no rule."""
    return files.keep_bytes(content.encode(), name)


def send(
    store: Store, sammanträde_id: str, *till: str, utgåvor: tuple[NewUtgåva, ...] = ()
) -> Outcome:
    """Let the kallelse (the second time: an addition to it) go out to the persons `till`."""
    return store.do(
        RecordUtskick(sammanträde_id=sammanträde_id, when=WHEN, till=till, utgåvor=utgåvor)
    )


def dagordning_in(store: Store, sammanträde_id: str) -> Dagordning:
    """Return the dagordning as it is now."""
    return store.ask(lambda session: dagordning(session, sammanträde_id))


def shown(store: Store, sammanträde_id: str) -> list[str]:
    """Return number and beteckningar of every punkt: «4 4A 4B»."""
    return [
        " ".join([str(punkt.nummer), *(bilaga.beteckning for bilaga in punkt.bilagor)])
        for punkt in dagordning_in(store, sammanträde_id).punkter
    ]


# Plain values


def head_row(*days: Dag, **facts: Any) -> SammanträdeRow:
    """Return a sammanträde that lacks nothing but what `facts` take away."""
    return SammanträdeRow(
        **{
            "id": "s1",
            "nämnd_id": "n1",
            "dagar": days or (Dag(DAY, (("08.30", "12.00"),)),),
            "plats": "Stora salen, Ådala",
            "nummer_i_året": 1,
            "beteckning": None,
            "slag": "ordinarie",
            "inställt": None,
            "flyttningar": (),
            "ordförande": PersonRef("p1", "Åsa Lindqvist Ek"),
            "sekreterare": PersonRef("p2", "Örjan Berg"),
            "sista_nummer": None,
            **facts,
        }
    )


def bilaga_row(beteckning: str, rubrik: str = "Missiv", **facts: Any) -> BilagaRow:
    """Return a bilaga with a file of its own, unless `facts` say otherwise."""
    values = {
        "id": f"b{beteckning}",
        "anmärkning": None,
        "i_utskicket": True,
        "fil": FilRow(f"sha{beteckning}", "missiv.pdf", 1000, 2, 1),
    }
    return BilagaRow(beteckning=beteckning, rubrik=rubrik, **{**values, **facts})


def punkt_row(nummer: int, rubrik: str = "En fråga", **facts: Any) -> PunktRow:
    """Return a punkt; `förslag` and `underpunkter` may be given as plain strings."""
    facts = {
        **facts,
        "förslag": tuple(
            SatsRow(f"k{nummer}a{place}", words)
            for place, words in enumerate(facts.get("förslag", ("Att godkänna",)))
        ),
        "underpunkter": tuple(
            UnderpunktRow(f"k{nummer}u{place}", words)
            for place, words in enumerate(facts.get("underpunkter", ()))
        ),
    }
    return PunktRow(
        **{
            "id": f"k{nummer}",
            "nummer": nummer,
            "rubrik": rubrik,
            "slag": "beslut",
            "grupp": None,
            "sammanfattning": "",
            "föredragande": None,
            "tid": None,
            "ärende_id": None,
            "dnr": None,
            "ärende_rubrik": None,
            "tillkom_efter_kallelsen": False,
            "utgår": None,
            "missivförslag": (),
            "bilagor": (),
            **facts,
        }
    )


def dagordning_of(*punkter: PunktRow, head: SammanträdeRow | None = None) -> Dagordning:
    """Return a dagordning of `punkter`."""
    return Dagordning(head or head_row(), punkter)


def uppdrag_row(
    namn: str,
    roll: str = "ledamot",
    *,
    parti: str | None = None,
    titel: str | None = None,
    epost: str | None = None,
    huvudman: str | None = None,
) -> UppdragRow:
    """Return somebody's role; the ids come from the name."""
    return UppdragRow(
        f"u-{namn}-{roll}",
        f"p-{namn}",
        PersonDraft(namn, parti, titel, epost),
        UppdragDraft(roll, huvudman and f"h-{huvudman}"),
        huvudman,
    )


def called_of(*rows: UppdragRow) -> Called:
    """Return those called, each in the group of their role, in the order given."""
    ersättare = tuple(row for row in rows if row.uppdrag.roll == "ersättare")
    ledamöter = tuple(
        row for row in rows if "ordförande" in row.uppdrag.roll or row.uppdrag.roll == "ledamot"
    )
    övriga = tuple(row for row in rows if row not in (*ersättare, *ledamöter))
    return Called(ledamöter, ersättare, övriga)
