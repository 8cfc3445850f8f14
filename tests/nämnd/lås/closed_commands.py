"""The commands that change what a § says, or refuse, or lead the justering."""

from dataclasses import replace
from typing import Any

from nämnd.bilaga.files import FileStore
from nämnd.core.changes import Command, Together
from nämnd.core.progress import finish
from nämnd.justering.commands import (
    NewText,
    RecordJusterat,
    RecordPaper,
    RecordSent,
    StepBack,
    TakeSvar,
)
from nämnd.närvaro.commands import CallRoll, RemoveNärvaro, SaveNärvaro
from nämnd.närvaro.drafts import NärvaroDraft
from nämnd.närvaro.movement_commands import Arrive, Leave, Serve, StandDown
from nämnd.närvaro.task_commands import (
    PlanJustering,
    RemoveJustering,
    SetJusterare,
    SetPresiding,
)
from nämnd.organisation.commands import (
    SavePerson,
)
from nämnd.organisation.rules import PersonDraft
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import (
    AddParagraf,
    Decide,
    HandlePunkt,
    Klubba,
    KlubbaPunkter,
    MoveParagraf,
    NumberFrom,
    Reopen,
    SaveParagraf,
    UndrawParagraf,
)
from nämnd.protokoll.parts_commands import (
    SaveAnteckningar,
    SaveBeslut,
    SaveJäv,
    SaveReservationer,
    SaveVoteringar,
    SaveYrkanden,
)
from nämnd.sammanträde.commands import (
    MoveSammanträde,
    RemoveSammanträde,
    SaveSammanträde,
)
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.drafts import PunktDraft, SammanträdeDraft, satser
from nämnd.sammanträde.punkt_commands import (
    RemovePunkter,
    SavePunkt,
)
from nämnd.store.restore import Restore
from nämnd.tables import Beslutspunkt
from nämnd.utbyte.commands import ImportUtbyte
from nämnd.utbyte.export import build, write_utbyte
from nämnd.utbyte.preparing import prepare
from tests.builders import WHEN
from tests.nämnd.lås.conftest import DAY, NEXT, Locked, changing
from tests.nämnd.lås.every_command import (
    SKÄL,
    Case,
    done,
    of_paragraf,
    of_person,
    of_punkt,
    of_sammanträde,
    of_set,
)


def _klubbad(locked: Locked) -> None:
    locked.store.do(Klubba(paragraf_ids=locked.paragrafer))


def _serving(locked: Locked) -> None:
    done(
        Serve(
            sammanträde_id=locked.sammanträde_id,
            person_id=locked.people["Dag"],
            för=locked.people["Cilla"],
            nummer=None,
        ),
        locked,
    )


def _undo(locked: Locked) -> Command:
    changed = changing(Beslutspunkt, locked.keys["beslutspunkt"], text="Att avslå")
    inverse = locked.store.do(changed).inverse
    assert inverse
    return inverse


def _file(locked: Locked) -> Any:
    """Export the nämnd; return the file with another rubrik, prepared to be taken in."""
    files = FileStore(locked.store.place.files)
    assert locked.store.place.path is not None
    folder = locked.store.place.path.parent / "utbyte"
    folder.mkdir()
    found = build(locked.store, files, locked.nämnd_id, locked.sammanträde_id)
    path = finish(write_utbyte(found, files, folder))
    text = path.read_text(encoding="utf-8")
    assert text.count('"Att bifalla"') > 1
    path.write_text(text.replace('"Att bifalla"', '"Att avslå"'), encoding="utf-8")
    return finish(prepare(path, files))


def _draft(locked: Locked) -> dict[str, Any]:
    days = (Dag(DAY, (("08.30", None),)), Dag(NEXT, (("08.30", None),)))
    return {"dagar": days, "plats": "Stora salen", "ordförande": locked.people["Anna"]}


CHANGES: dict[type, Case] = {
    AddParagraf: of_sammanträde(AddParagraf, paragraf_id="ny", draft=ParagrafDraft("Ny")),
    Arrive: of_person(Arrive, "Dag", nummer=2, tid="09.00"),
    CallRoll: Case(
        lambda locked, _: CallRoll(
            sammanträde_id=locked.sammanträde_id, present=(locked.people["Dag"],)
        )
    ),
    Decide: Case(lambda locked, _: Decide(paragraf_ids=locked.paragrafer, utfall="bordläggning")),
    HandlePunkt: of_punkt(HandlePunkt, 4, paragraf_id="ny"),
    ImportUtbyte: Case(
        lambda _, prepared: ImportUtbyte(prepared=prepared, when=WHEN, replace=True), _file
    ),
    Klubba: Case(lambda locked, _: Klubba(paragraf_ids=locked.paragrafer)),
    KlubbaPunkter: Case(
        lambda locked, _: KlubbaPunkter(
            sammanträde_id=locked.sammanträde_id, punkt_ids=locked.punkter[4:]
        )
    ),
    Leave: of_person(Leave, "Bo", nummer=2, tid="09.00"),
    MoveParagraf: of_paragraf(MoveParagraf, to=1),
    MoveSammanträde: of_sammanträde(MoveSammanträde, dagar=(Dag(NEXT),), skäl=SKÄL),
    NumberFrom: of_sammanträde(NumberFrom, first=59),
    PlanJustering: Case(
        lambda locked, _: PlanJustering(
            sammanträde_id=locked.sammanträde_id,
            justering_id=locked.keys["justering"],
            paragrafer="1–2",
            plats=None,
            planerat_datum=None,
        )
    ),
    RemoveJustering: of_set(RemoveJustering),
    RemoveNärvaro: Case(lambda locked, _: RemoveNärvaro(närvaro_id=locked.keys["närvaro"])),
    Reopen: replace(of_paragraf(Reopen), beforehand=_klubbad),
    Restore: Case(lambda _, inverse: inverse, _undo),
    SaveAnteckningar: of_paragraf(SaveAnteckningar, rows=()),
    SaveBeslut: of_paragraf(SaveBeslut, rows=()),
    SaveJäv: of_paragraf(SaveJäv, rows=()),
    SaveNärvaro: Case(
        lambda locked, _: SaveNärvaro(
            sammanträde_id=locked.sammanträde_id,
            närvaro_id=locked.keys["närvaro"],
            draft=NärvaroDraft(locked.people["Anna"], paragrafer="3"),
        )
    ),
    SaveParagraf: of_paragraf(SaveParagraf, draft=ParagrafDraft("Annat")),
    SavePunkt: of_punkt(SavePunkt, 1, draft=PunktDraft("En fråga", förslag=satser(("Att avslå",)))),
    SaveReservationer: of_paragraf(SaveReservationer, rows=()),
    SaveSammanträde: Case(
        lambda locked, _: SaveSammanträde(
            sammanträde_id=locked.sammanträde_id,
            draft=SammanträdeDraft(**{**_draft(locked), "plats": "Lilla salen"}),
        )
    ),
    SaveVoteringar: of_paragraf(SaveVoteringar, rows=()),
    SaveYrkanden: of_paragraf(SaveYrkanden, rows=()),
    Serve: of_person(Serve, "Dag", för=None, nummer=2),
    SetJusterare: of_sammanträde(SetJusterare, rows=()),
    SetPresiding: Case(
        lambda locked, _: SetPresiding(
            sammanträde_id=locked.sammanträde_id, rows=((locked.people["Bo"], None),)
        )
    ),
    StandDown: replace(of_person(StandDown, "Dag", nummer=2), beforehand=_serving),
    Together: Case(
        lambda locked, _: Together(
            (
                SavePerson(person_id=locked.people["Bo"], draft=PersonDraft("Bo Alm")),
                SaveBeslut(paragraf_id=locked.paragrafer[1], rows=()),
            )
        )
    ),
    UndrawParagraf: of_paragraf(UndrawParagraf),
}

REFUSED: dict[type, Case] = {
    RecordSent: of_set(
        RecordSent,
        sätt="papper",
        text=NewText(2, "0" * 64, "0" * 64, "{}"),
        paket=None,
        utgåvor=(),
        when=WHEN,
    ),
    RemovePunkter: Case(lambda locked, _: RemovePunkter(punkt_ids=locked.punkter[1:2])),
    RemoveSammanträde: of_sammanträde(RemoveSammanträde),
    TakeSvar: Case(
        lambda locked, _: TakeSvar(
            justering_id=locked.keys["justering"],
            paket_id="paket",
            person_id=locked.people["Bo"],
            slag="ändring begärd",
            kommentarer=(),
            bevis="kod",
            certificate=None,
            pdf=None,
            tid=WHEN,
            when=WHEN,
            sha256="0" * 64,
        )
    ),
}

LEADS: dict[type, Case] = {
    RecordJusterat: of_set(RecordJusterat, "godkänt", datum="2026-04-02", today="2026-04-02"),
    RecordPaper: Case(
        lambda locked, _: RecordPaper(
            justering_id=locked.keys["justering"],
            person_ids=(locked.people["Anna"], locked.people["Bo"]),
            datum="2026-04-02",
            today="2026-04-02",
        ),
        läge="godkänt",
    ),
    StepBack: of_set(StepBack, skäl=SKÄL, when=WHEN),
}
