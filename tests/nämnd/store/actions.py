"""Whatever a user may ask for next, given what there is: one function per command.

Each takes the open store and two small numbers, which choose among what there is, and returns a
command, or None when there is nothing to do it to.
"""

from datetime import timedelta

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.läsning.found import FoundBilaga, FoundDagordning, FoundPunkt
from nämnd.organisation import commands as organisation
from nämnd.organisation.rules import (
    HuvudmanDraft,
    NämndDraft,
    PersonDraft,
    StåendePunkt,
    UppdragDraft,
)
from nämnd.sammanträde import bilaga_commands, commands, punkt_commands
from nämnd.sammanträde.dagordning import Dag, SatsRow, UnderpunktRow
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga, PunktDraft, SammanträdeDraft
from nämnd.sammanträde.import_command import ImportDagordning
from nämnd.store import Store
from tests.nämnd.store.bevakning_actions import BEVAKNING_ACTIONS
from tests.nämnd.store.choosing import DAY, WORDS, Action, ids, needs, one_of
from tests.nämnd.store.delprojekt_actions import DELPROJEKT_ACTIONS
from tests.nämnd.store.närvaro_actions import NÄRVARO_ACTIONS
from tests.nämnd.store.protokoll_actions import PROTOKOLL_ACTIONS
from tests.nämnd.store.redovisning_actions import REDOVISNING_ACTIONS
from tests.nämnd.store.ärende_actions import ÄRENDE_ACTIONS
from tests.nämnd.store.årsplan_actions import ÅRSPLAN_ACTIONS
from tests.nämnd.store.överenskommelse_actions import ÖVERENSKOMMELSE_ACTIONS


def days(a: int, b: int) -> tuple[Dag, ...]:
    first = DAY + timedelta(days=7 * a + b)
    spans = ((), (("08.30", None),), (("09.00", "12.00"), ("13.00", "15.00")))[b % 3]
    return tuple(Dag(first + timedelta(days=n), spans) for n in range(1 + a % 2))


def sammanträde_draft(store: Store, a: int, b: int) -> SammanträdeDraft:
    person = one_of(store, "person", b)
    return SammanträdeDraft(days(a, b), WORDS[b], a or None, None, "ordinarie", person, person)


def punkt_draft(store: Store, a: int, b: int) -> PunktDraft:
    known = ids(store, "attsats")[:b]  # an att-sats of another punkt must not come along
    return PunktDraft(
        rubrik=WORDS[a],
        slag=("beslut", "information", "val")[b % 3],
        sammanfattning=WORDS[b],
        föredragande=WORDS[b] or None,
        ärende_id=one_of(store, "ärende", b),
        underpunkter=tuple(UnderpunktRow(new_id(), WORDS[n]) for n in range(b % 3)),
        förslag=tuple(SatsRow(new_id(), f"att {n} {WORDS[a]}") for n in range(a % 4)),
        missivförslag=tuple(SatsRow(new_id(), key) for key in known[:1]),
    )


def save_nämnd(store: Store, a: int, b: int) -> Command:
    key = one_of(store, "nämnd", a) if b % 2 else None
    always = (StåendePunkt("Upprop"), StåendePunkt("Nästa möte", förslag=("att x",), sist=True))
    draft = NämndDraft(
        f"Nämnd {WORDS[a]}{b}", adress=(WORDS[a], WORDS[b]), stående_punkter=always[: b % 3]
    )
    return organisation.SaveNämnd(nämnd_id=key or new_id(), draft=draft)


def save_huvudmän(store: Store, key: str, a: int, b: int) -> Command:
    there = ids(store, "huvudman")[: a % 3]
    drafts = [HuvudmanDraft(one, f"Region {one[:2]}", b) for one in reversed(there)]
    drafts += [HuvudmanDraft(new_id(), WORDS[n] or "Region") for n in range(b % 3)]
    return organisation.SaveHuvudmän(nämnd_id=key, drafts=tuple(drafts))


def save_person(store: Store, a: int, b: int) -> Command:
    key = one_of(store, "person", a) if b % 2 else None
    draft = PersonDraft(WORDS[b] or "Bo", WORDS[a] or None, None, "x@exempel.se" if a % 2 else None)
    return organisation.SavePerson(person_id=key or new_id(), draft=draft)


def save_uppdrag(store: Store, key: str, a: int, b: int) -> Command | None:
    nämnd_id = one_of(store, "nämnd", b)
    if nämnd_id is None:
        return None
    uppdrag_id = one_of(store, "uppdrag", a) if b % 2 else None
    draft = UppdragDraft(
        ("ledamot", "ordförande")[a % 2], one_of(store, "huvudman", a), b, DAY, days(a, b)[0].datum
    )
    return organisation.SaveUppdrag(
        uppdrag_id=uppdrag_id or new_id(), nämnd_id=nämnd_id, person_id=key, draft=draft
    )


def add_punkt(store: Store, key: str, a: int, b: int) -> Command:
    return punkt_commands.AddPunkt(
        punkt_id=new_id(), sammanträde_id=key, draft=punkt_draft(store, a, b), at=b or None
    )


def move_punkter(store: Store, key: str, a: int, b: int) -> Command:
    return punkt_commands.MovePunkter(punkt_ids=(key,), to=b)


def remove_punkter(store: Store, key: str, a: int, b: int) -> Command:
    both = dict.fromkeys((key, one_of(store, "punkt", b) or key))
    return punkt_commands.RemovePunkter(punkt_ids=tuple(both))


def file(a: int, b: int) -> KeptFile:
    return KeptFile(f"{a}{b}" * 32, f"{WORDS[a]}.pdf", 1000 * b, b or None)


def add_bilagor(store: Store, key: str, a: int, b: int) -> Command:
    new = tuple(
        NewBilaga(BilagaDraft(WORDS[n] or "Missiv", WORDS[a]), file(a, b) if n % 2 else None)
        for n in range(b % 4)
    )
    return bilaga_commands.AddBilagor(punkt_id=key, new=new, when="2026-03-02T09:41:00", at=a)


def move_bilaga(store: Store, key: str, a: int, b: int) -> Command:
    punkt_id = one_of(store, "punkt", b) or ""
    return bilaga_commands.MoveBilaga(bilaga_id=key, punkt_id=punkt_id, to=a)


def import_dagordning(store: Store, a: int, b: int) -> Command:
    punkter = tuple(
        FoundPunkt(
            str(n),
            f"Punkt {n}",
            "beslut",
            dnr=WORDS[a].strip(),
            förslag=("att",),
            underpunkter=("under",),
            bilagor=(FoundBilaga("A", "Missiv"),),
        )
        for n in range(b % 4)
    )
    day = days(a, b)[0].datum
    found = FoundDagordning(
        WORDS[a], day, "08.30", "", "Salen", WORDS[b].strip(), "Eva Lind", punkter, (), 0, 0
    )
    return ImportDagordning(found=found, nämnd_id=None, when="2026-03-02T09:41:00")


ACTIONS: dict[str, Action] = {
    "SaveNämnd": save_nämnd,
    "SaveHuvudmän": needs("nämnd", save_huvudmän),
    "SavePerson": save_person,
    "SaveUppdrag": needs("person", save_uppdrag),
    "RemoveUppdrag": needs(
        "uppdrag", lambda _store, key, _a, _b: organisation.RemoveUppdrag(uppdrag_id=key)
    ),
    "PlanSammanträde": needs(
        "nämnd",
        lambda store, key, a, b: commands.PlanSammanträde(
            sammanträde_id=new_id(), nämnd_id=key, draft=sammanträde_draft(store, a, b)
        ),
    ),
    "SaveSammanträde": needs(
        "sammanträde",
        lambda store, key, a, b: commands.SaveSammanträde(
            sammanträde_id=key, draft=sammanträde_draft(store, b, a)
        ),
    ),
    "MoveSammanträde": needs(
        "sammanträde",
        lambda _store, key, a, b: commands.MoveSammanträde(
            sammanträde_id=key, dagar=days(b, a), skäl=WORDS[b]
        ),
    ),
    "CancelSammanträde": needs(
        "sammanträde",
        lambda _store, key, a, b: commands.CancelSammanträde(
            sammanträde_id=key, skäl=WORDS[b] if a % 2 else None
        ),
    ),
    "RemoveSammanträde": needs(
        "sammanträde", lambda _store, key, _a, _b: commands.RemoveSammanträde(sammanträde_id=key)
    ),
    "AddPunkt": needs("sammanträde", add_punkt),
    "SavePunkt": needs(
        "punkt",
        lambda store, key, a, b: punkt_commands.SavePunkt(
            punkt_id=key, draft=punkt_draft(store, b, a)
        ),
    ),
    "MovePunkter": needs("punkt", move_punkter),
    "WithdrawPunkt": needs(
        "punkt",
        lambda _store, key, a, b: punkt_commands.WithdrawPunkt(
            punkt_id=key, skäl=WORDS[b] if a % 2 else None
        ),
    ),
    "RemovePunkter": needs("punkt", remove_punkter),
    "AddBilagor": needs("punkt", add_bilagor),
    "SaveBilaga": needs(
        "bilaga",
        lambda _store, key, a, b: bilaga_commands.SaveBilaga(
            bilaga_id=key, draft=BilagaDraft(WORDS[a], WORDS[b] or None, bool(b % 2))
        ),
    ),
    "ReplaceFile": needs(
        "bilaga",
        lambda _store, key, a, b: bilaga_commands.ReplaceFile(
            bilaga_id=key, file=file(a, b), when="2026-03-02T09:41:00"
        ),
    ),
    "MoveBilaga": needs("bilaga", move_bilaga),
    "RemoveBilaga": needs(
        "bilaga", lambda _store, key, _a, _b: bilaga_commands.RemoveBilaga(bilaga_id=key)
    ),
    "ImportDagordning": import_dagordning,
    **ÄRENDE_ACTIONS,
    **DELPROJEKT_ACTIONS,
    **ÅRSPLAN_ACTIONS,
    **NÄRVARO_ACTIONS,
    **PROTOKOLL_ACTIONS,
    **REDOVISNING_ACTIONS,
    **ÖVERENSKOMMELSE_ACTIONS,
    **BEVAKNING_ACTIONS,
}
