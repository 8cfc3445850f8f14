"""The commands that change no § of a set that is locked, and go on as before."""

from dataclasses import replace
from datetime import date

from nämnd.anslag.commands import (
    ConfirmLagaKraft,
    RemoveAnslag,
    SetAnslag,
    SetÖverklagande,
    TakeBackLagaKraft,
)
from nämnd.anslag.values import AnslagDraft
from nämnd.arkiv.commands import RecordArkiv
from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RecordAnmält,
    RegisterDelegationsbeslut,
    RemoveDelegationsbeslut,
    RemoveDelegationsprotokoll,
    SaveDelegationsbeslut,
    SignDelegationsprotokoll,
    UnsignDelegationsprotokoll,
)
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.justering.commands import (
    AddRättelse,
    AnswerKommentar,
    RemoveCertificate,
    TrustCertificate,
)
from nämnd.justering.expediering import RecordExpediering, Sent
from nämnd.läsning.found import FoundDagordning
from nämnd.närvaro.frånvaro_commands import RecordInkallad, RemoveFrånvaro, SaveFrånvaro
from nämnd.organisation.commands import (
    RemoveUppdrag,
    SaveHuvudmän,
    SaveNämnd,
    SavePerson,
    SaveUppdrag,
)
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft, PersonDraft, UppdragDraft
from nämnd.protokoll.meeting_commands import (
    CloseSammanträde,
    EndBreak,
    OpenSammanträde,
    SaveBreaks,
    StartBreak,
)
from nämnd.protokoll.parts_commands import (
    SaveHuvudmannabeslut,
)
from nämnd.protokoll.values import HuvudmannabeslutRow
from nämnd.publicering.commands import RecordPublished, SavePublicering
from nämnd.sammanträde.bilaga_commands import (
    AddBilagor,
    MoveBilaga,
    RemoveBilaga,
    ReplaceFile,
    SaveBilaga,
)
from nämnd.sammanträde.commands import (
    CancelSammanträde,
    PlanSammanträde,
)
from nämnd.sammanträde.dagordning import Ajournering, Dag
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga, PunktDraft, SammanträdeDraft
from nämnd.sammanträde.import_command import ImportDagordning
from nämnd.sammanträde.punkt_commands import (
    AddPunkt,
    MovePunkter,
    WithdrawPunkt,
)
from nämnd.sammanträde.utskick_commands import NewUtgåva, RecordUtskick
from nämnd.tables import Certifikat, Justering, Uppdrag
from tests.builders import WHEN, a_file
from tests.conftest import NOW
from tests.nämnd.lås.beredning_commands import BEREDNING
from tests.nämnd.lås.bevakning_commands import WATCHED
from tests.nämnd.lås.conftest import DAY, Locked
from tests.nämnd.lås.delprojekt_commands import DELPROJEKT
from tests.nämnd.lås.diarium_commands import DIARIUM
from tests.nämnd.lås.every_command import (
    LATER,
    SKÄL,
    TODAY,
    Case,
    done,
    of_bilaga,
    of_person,
    of_punkt,
    of_sammanträde,
    of_set,
)
from tests.nämnd.lås.redovisning_commands import REPORTED
from tests.nämnd.lås.årsplan_commands import ÅRSPLAN
from tests.nämnd.lås.överenskommelse_commands import AGREED
from tests.nämnd.protokoll.meeting_day import add_rows


def _up(locked: Locked) -> SetAnslag:
    return SetAnslag(
        key=locked.keys["justering"],
        huvudman_id=None,
        draft=AnslagDraft(uppsatt=LATER, nedtaget=date(2026, 5, 1)),
        today=TODAY,
        anslag_id="anslag",
    )


def _confirmed(locked: Locked) -> ConfirmLagaKraft:
    locked.store.do(_up(locked))
    return ConfirmLagaKraft(key=locked.keys["justering"], datum=TODAY, today=TODAY)


def _delegated(locked: Locked) -> str:
    made = RegisterDelegationsbeslut(
        nämnd_id=locked.nämnd_id,
        draft=DelegationsbeslutDraft(DAY, "Direktören", "Avtal"),
        today=TODAY,
    )
    return done(made, locked).beslut_id


def _delegationsprotokoll(locked: Locked) -> str:
    made = MakeDelegationsprotokoll(
        nämnd_id=locked.nämnd_id, beslut_ids=(_delegated(locked),), datum=LATER
    )
    return done(made, locked).protokoll_id


def _signed(locked: Locked) -> str:
    key = _delegationsprotokoll(locked)
    locked.store.do(
        SignDelegationsprotokoll(protokoll_id=key, av="Direktören", datum=LATER, today=TODAY)
    )
    return key


def _certificate(locked: Locked) -> str:
    row = Certifikat(
        id=new_id(),
        namn="Anna Ek",
        fingeravtryck="0",
        der="",
        giltigt_till=WHEN,
        godkänt=WHEN,
        hur="kod",
    )
    key = row.id
    add_rows(locked.store, row)
    return key


def _der(_locked: Locked) -> bytes:
    from tests.nämnd.underskrift.signers import chair

    return chair().info.der


def _uppdrag(locked: Locked) -> str:
    key = new_id()
    row = Uppdrag(id=key, nämnd_id=locked.nämnd_id, person_id=locked.people["Dag"], roll="gäst")
    row.ordning = 9
    add_rows(locked.store, row)
    return key


def _kommentar(locked: Locked) -> None:
    said = {"id": "k1", "person": locked.people["Bo"], "paragraf": 2, "text": "Stavfel"}
    said |= {"svar": None, "svarstext": "", "version": 1, "datum": "2026-03-29"}
    locked.change(Justering, locked.keys["justering"], kommentarer=[said])


def _utgåva(dokument: str) -> NewUtgåva:
    return NewUtgåva(dokument, "pdf", "0" * 64, 1, "fil.pdf", "1")


FREE: dict[type, Case] = {
    **AGREED,
    **WATCHED,
    **REPORTED,
    **DELPROJEKT,
    **ÅRSPLAN,
    **BEREDNING,
    **DIARIUM,
    AddBilagor: of_punkt(AddBilagor, 1, new=(NewBilaga(BilagaDraft("Missiv")),), when=WHEN),
    AddPunkt: of_sammanträde(AddPunkt, punkt_id="ny", draft=PunktDraft("Ny")),
    AddRättelse: of_set(
        AddRättelse,
        paragraf=2,
        stod="bifalla",
        ska_vara="avslå",
        av="Eva Lind",
        skäl=SKÄL,
        datum="2026-04-02",
        today="2026-04-02",
    ),
    AnswerKommentar: replace(
        of_set(AnswerKommentar, kommentar_id="k1", svar="antagen"), beforehand=_kommentar
    ),
    CancelSammanträde: of_sammanträde(CancelSammanträde, skäl=SKÄL),
    CloseSammanträde: of_sammanträde(CloseSammanträde, datum=DAY, tid="12.00"),
    ConfirmLagaKraft: Case(lambda locked, _: _confirmed(locked)),
    EndBreak: replace(
        of_sammanträde(EndBreak, tid="10.00"),
        beforehand=lambda locked: done(
            StartBreak(sammanträde_id=locked.sammanträde_id, datum=DAY, tid="09.50"), locked
        ),
    ),
    ImportDagordning: Case(
        lambda locked, _: ImportDagordning(
            found=FoundDagordning("", date(2026, 9, 4), "", "", "", "", "", (), (), 0, 0),
            nämnd_id=locked.nämnd_id,
            when=WHEN,
        )
    ),
    MakeDelegationsprotokoll: Case(
        lambda locked, key: MakeDelegationsprotokoll(
            nämnd_id=locked.nämnd_id, beslut_ids=(key,), datum=LATER
        ),
        _delegated,
    ),
    MoveBilaga: Case(
        lambda locked, _: MoveBilaga(
            bilaga_id=locked.keys["bilaga"], punkt_id=locked.punkter[0], to=1
        )
    ),
    MovePunkter: Case(lambda locked, _: MovePunkter(punkt_ids=locked.punkter[1:2], to=1)),
    OpenSammanträde: of_sammanträde(OpenSammanträde, datum=DAY, tid="08.31"),
    PlanSammanträde: Case(
        lambda locked, _: PlanSammanträde(
            sammanträde_id="nytt",
            nämnd_id=locked.nämnd_id,
            draft=SammanträdeDraft((Dag(TODAY),)),
        )
    ),
    RecordAnmält: Case(lambda _, key: RecordAnmält(beslut_ids=(key,), datum=LATER), _delegated),
    RecordArkiv: of_sammanträde(
        RecordArkiv, name="Arkiv", manifest="{}", checksums="0" * 64, storlek=1, when=WHEN
    ),
    RecordExpediering: Case(
        lambda locked, _: RecordExpediering(
            sammanträde_id=locked.sammanträde_id,
            sent=(Sent("Region Norr", locked.paragrafer[1:2], (_utgåva("utdrag"),)),),
            when=WHEN,
        )
    ),
    RecordInkallad: Case(
        lambda locked, _: RecordInkallad(
            frånvaro_id=locked.keys["frånvaro"],
            person_id=locked.people["Dag"],
            svar="ja",
            tid=WHEN,
        )
    ),
    RecordPublished: of_sammanträde(
        RecordPublished, utgåvor=(_utgåva("protokoll offentligt"),), when=NOW
    ),
    RecordUtskick: of_sammanträde(RecordUtskick, when=WHEN, till=(), utgåvor=(_utgåva("utskick"),)),
    RegisterDelegationsbeslut: Case(
        lambda locked, _: RegisterDelegationsbeslut(
            nämnd_id=locked.nämnd_id,
            draft=DelegationsbeslutDraft(DAY, "Direktören", "Avtal"),
            today=TODAY,
        )
    ),
    RemoveAnslag: Case(
        lambda locked, _: RemoveAnslag(
            key=locked.keys["justering"], anslag_id=done(_up(locked), locked).anslag_id
        )
    ),
    RemoveBilaga: of_bilaga(RemoveBilaga),
    RemoveCertificate: Case(lambda _, key: RemoveCertificate(certifikat_id=key), _certificate),
    RemoveDelegationsbeslut: Case(
        lambda _, key: RemoveDelegationsbeslut(beslut_id=key), _delegated
    ),
    RemoveDelegationsprotokoll: Case(
        lambda _, key: RemoveDelegationsprotokoll(protokoll_id=key), _delegationsprotokoll
    ),
    RemoveFrånvaro: Case(lambda locked, _: RemoveFrånvaro(frånvaro_id=locked.keys["frånvaro"])),
    RemoveUppdrag: Case(lambda _, key: RemoveUppdrag(uppdrag_id=key), _uppdrag),
    ReplaceFile: Case(
        lambda locked, file: ReplaceFile(bilaga_id=locked.keys["bilaga"], file=file, when=WHEN),
        lambda locked: a_file(FileStore(locked.store.place.files)),
    ),
    SaveBilaga: of_bilaga(SaveBilaga, draft=BilagaDraft("Annat")),
    SaveBreaks: of_sammanträde(SaveBreaks, rows=(Ajournering("10.00", "10.15", None),)),
    SaveDelegationsbeslut: Case(
        lambda _, key: SaveDelegationsbeslut(
            beslut_id=key, draft=DelegationsbeslutDraft(DAY, "Direktören", "Nytt"), today=TODAY
        ),
        _delegated,
    ),
    SaveFrånvaro: of_person(SaveFrånvaro, "Cilla", anmäld=True, skäl="Sjuk"),
    SaveHuvudmannabeslut: Case(
        lambda locked, _: SaveHuvudmannabeslut(
            paragraf_id=locked.paragrafer[1],
            rows=(HuvudmannabeslutRow("ny", locked.keys["huvudman"], None, None, "nej"),),
        )
    ),
    SaveHuvudmän: Case(
        lambda locked, _: SaveHuvudmän(
            nämnd_id=locked.nämnd_id, drafts=(HuvudmanDraft(locked.keys["huvudman"], "Norr"),)
        )
    ),
    SaveNämnd: Case(
        lambda locked, _: SaveNämnd(nämnd_id=locked.nämnd_id, draft=NämndDraft("Ny nämnd"))
    ),
    SavePerson: Case(
        lambda locked, _: SavePerson(person_id=locked.people["Bo"], draft=PersonDraft("Bo Alm"))
    ),
    SavePublicering: Case(
        lambda locked, _: SavePublicering(
            vad="paragraf",
            key=locked.paragrafer[1],
            val="maskerad",
            maskeringar=("Anna Ek",),
        )
    ),
    SaveUppdrag: Case(
        lambda locked, key: SaveUppdrag(
            uppdrag_id=key,
            nämnd_id=locked.nämnd_id,
            person_id=locked.people["Dag"],
            draft=UppdragDraft("ersättare"),
        ),
        _uppdrag,
    ),
    SetAnslag: Case(lambda locked, _: _up(locked)),
    SetÖverklagande: Case(
        lambda locked, _: SetÖverklagande(paragraf_ids=locked.paragrafer, slag="inte")
    ),
    SignDelegationsprotokoll: Case(
        lambda _, key: SignDelegationsprotokoll(
            protokoll_id=key, av="Direktören", datum=LATER, today=TODAY
        ),
        _delegationsprotokoll,
    ),
    StartBreak: of_sammanträde(StartBreak, datum=DAY, tid="10.00"),
    TakeBackLagaKraft: Case(
        lambda locked, _: TakeBackLagaKraft(key=done(_confirmed(locked), locked).key)
    ),
    TrustCertificate: Case(
        lambda locked, der: TrustCertificate(person_id=locked.people["Bo"], der=der, when=WHEN),
        _der,
    ),
    UnsignDelegationsprotokoll: Case(
        lambda _, key: UnsignDelegationsprotokoll(protokoll_id=key), _signed
    ),
    WithdrawPunkt: of_punkt(WithdrawPunkt, 1, skäl=SKÄL),
}
