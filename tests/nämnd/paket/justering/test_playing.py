"""Secretary and chairs exchange files: what is sent, answered and signed."""

from datetime import timedelta

import page
import pytest

from nämnd.core.errors import NämndError
from nämnd.documents.protokoll.draft import is_draft
from nämnd.justering.commands import RecordPaper, StepBack
from nämnd.justering.errors import (
    AskedUnfitError,
    PassphraseDemandedError,
    PassphraseWeakError,
)
from nämnd.justering.queries import frozen_protokoll, known_certificates
from nämnd.justeringsfil.errors import PackageError, SvarError, SvarFault
from nämnd.justeringsfil.opening import is_encrypted
from nämnd.paket.justering import AskOrder, SendOrder, justerat_pdf, usual_order
from nämnd.paket.justering.orders import in_turn
from nämnd.protokoll import frozen
from nämnd.tables import Paragraf
from nämnd.underskrift.checking import check
from tests.nämnd.paket.justering.playing import (
    ELECTRONIC,
    NOW,
    SECRET,
    Chair,
    a_certificate,
    chair,
    refusal,
    signed_by_anna,
)
from tests.nämnd.protokoll.meeting_day import Doing
from tests.nämnd.store.dumps import dump


def test_from_sending_to_locked_with_comments_and_a_change_on_the_way(secretary, set_):
    package = secretary.send()
    anna = chair(secretary, set_.anna, package)
    assert [one.namn for one in anna.paket.manifest.tillfrågade] == ["Anna Ek (M)", "Bo Alm (S)"]
    secretary.read(anna.svar("ändring begärd", (2, "Fel rubrik.")))
    view = set_.view()
    assert (view.läge, view.kommentarer[0].paragraf) == ("ändringar begärda", 2)

    set_.change(rubrik="Rätt priser")
    second = secretary.send(now=NOW + timedelta(hours=3))
    assert set_.view().version == 2
    anna = chair(secretary, set_.anna, second)
    bo = chair(secretary, set_.bo, second)
    assert anna.paket.manifest.tidigare == (set_.view().paket[0].manifest,)
    assert "Rätt priser" in anna.paket.innehåll
    secretary.read(anna.svar())
    secretary.read(bo.svar())
    assert set_.view().läge == "godkänt"
    with pytest.raises(NämndError):
        set_.change(rubrik="För sent")


def test_two_sign_in_turn_and_the_file_holds_both_signatures(secretary, set_):
    first = secretary.send(way=ELECTRONIC, turns=True)
    anna = chair(secretary, set_.anna, first, certificate=a_certificate("Anna Ek"))
    secretary.read(anna.signature())
    assert set_.view().läge == "utskickat"

    second = secretary.send(set_.bo, way=ELECTRONIC)
    bo = chair(secretary, set_.bo, second, certificate=a_certificate("Bo Alm"), hours=7)
    assert bo.paket.manifest.version == 1
    assert [one.person_id for one in bo.paket.manifest.givna] == [set_.anna]
    secretary.read(bo.signature())

    view = set_.view()
    assert (view.läge, view.datum) == ("justerat", "2026-03-28")
    whole = justerat_pdf(secretary.store, secretary.files, set_.id)
    known = [one.der for one in secretary.store.ask(known_certificates)]
    report = check(whole, known, now=NOW + timedelta(days=3))
    assert [one.problem for one in report.signatures] == [None, None]
    assert report.unsigned == ()
    assert [one.bevis for one in view.underskrifter] == [
        one.fingerprint for one in report.signatures
    ]
    for profile in ("PDF/UA-1", "PDF/A-1a"):
        assert page.validate_pdf_bytes(whole, profile=profile).is_compliant


def test_the_certificate_is_remembered_and_then_enough_by_itself(secretary, set_):
    first = secretary.send()
    mine = a_certificate("Anna Ek")
    anna = chair(secretary, set_.anna, first, certificate=mine)
    secretary.read(anna.svar("ändring begärd"))
    (row,) = secretary.store.ask(lambda session: known_certificates(session, set_.anna))
    assert (row.hur, row.namn, row.fingeravtryck) == ("kod", "Anna Ek", mine.info.fingerprint)
    again = Chair(set_.anna, secretary.send(), None, certificate=mine, hours=9)
    secretary.read(again.svar())
    assert set_.view().underskrifter[0].bevis == mine.info.fingerprint


def test_a_certificate_that_nobody_knows_is_not_enough_by_itself(secretary, set_):
    package = secretary.send()
    anna = Chair(set_.anna, package, None, certificate=a_certificate("Anna Ek"))
    assert refusal(secretary, anna.svar(), SvarError) is SvarFault.UNKNOWN_CERTIFICATE


def test_a_certificate_that_several_people_use_proves_nobody(secretary, set_):
    ours = a_certificate("Region Ådalen")
    package = secretary.send()
    for person in (set_.anna, set_.bo):
        secretary.read(chair(secretary, person, package, certificate=ours).svar("ändring begärd"))
    again = secretary.send()
    anna = Chair(set_.anna, again, None, certificate=ours, hours=9)
    assert refusal(secretary, anna.svar(), SvarError) is SvarFault.UNKNOWN_CERTIFICATE
    secretary.read(chair(secretary, set_.anna, again, certificate=ours, hours=9).svar())


def test_an_answer_with_another_persons_certificate_is_taken_and_told(secretary, set_):
    annas = a_certificate("Anna Ek")
    package = secretary.send()
    first = secretary.reading(chair(secretary, set_.anna, package, certificate=annas).svar())
    assert first.also == ()
    secretary.store.do(first, "läs in svar")
    assert set_.view().shared == ()
    second = secretary.reading(chair(secretary, set_.bo, package, certificate=annas).svar())
    assert second.also == ("Anna Ek",)
    secretary.store.do(second, "läs in svar")
    view = set_.view()
    assert {one.person_id: view.also_of(one) for one in view.underskrifter} == {
        set_.anna: ("Bo Alm",),
        set_.bo: ("Anna Ek",),
    }


def test_what_is_approved_is_then_signed_on_paper(secretary, set_):
    package = secretary.send()
    for person in (set_.anna, set_.bo):
        secretary.read(chair(secretary, person, package).svar())
    paper = RecordPaper(
        justering_id=set_.id,
        person_ids=(set_.anna, set_.bo),
        datum="2026-04-01",
        today="2026-04-01",
    )
    secretary.store.do(paper)
    assert (set_.view().läge, set_.view().datum) == ("justerat", "2026-04-01")
    pdf = justerat_pdf(secretary.store, secretary.files, set_.id)
    assert pdf == chair(secretary, set_.anna, package).paket.pdf


def test_what_is_printed_to_be_signed_has_no_package(secretary, set_):
    made = secretary.prepare(sätt="papper")
    assert made.file is not None
    from nämnd.core.progress import finish
    from nämnd.paket.justering import prepare_package

    order = SendOrder("papper", ())
    made = finish(
        prepare_package(secretary.store, secretary.files, set_.id, order, who="Eva Lind", now=NOW)
    )
    secretary.store.do(made.command)
    assert (made.file, made.codes, made.pdf_namn) == (None, {}, "VÅN 2026-03-27 §§ 1–2 v1.pdf")
    assert set_.view().läge == "utskickat"


def test_a_package_is_named_by_what_is_in_it(secretary, set_):
    assert secretary.prepare().filnamn == "VÅN 2026-03-27 §§ 1–2 v1.justering"
    secretary.send()
    assert secretary.prepare().filnamn == "VÅN 2026-03-27 §§ 1–2 v1 omgång 2.justering"


def test_the_text_that_is_sent_is_kept_and_is_no_utkast(secretary, set_):
    package = secretary.send()
    kept = secretary.store.ask(lambda session: frozen_protokoll(session, set_.id))
    paket = chair(secretary, set_.anna, package).paket
    assert kept == frozen.from_json(paket.innehåll)
    assert is_draft(kept)
    assert b"UTKAST" not in paket.pdf
    assert page.validate_pdf_bytes(paket.pdf, profile="PDF/A-1a").is_compliant


def test_preparing_changes_nothing(secretary, set_):
    before = dump(secretary.store.place.path)
    secretary.prepare()
    assert dump(secretary.store.place.path) == before


def test_a_package_that_is_sent_tells_whose_approval_it_voids(secretary, set_):
    secretary.read(chair(secretary, set_.anna, secretary.send()).svar())
    assert secretary.prepare(set_.bo).voided == ()
    changed = secretary.prepare(way=ELECTRONIC)  # another file: it has places to sign in
    assert changed.voided == ("Anna Ek (M)",)


def test_the_usual_order_asks_those_who_have_not_answered(secretary, set_):
    order = usual_order(set_.view(), ELECTRONIC)
    assert [(one.ordning, one.sätt) for one in order.asked] == [(1, ELECTRONIC), (2, ELECTRONIC)]
    secretary.read(chair(secretary, set_.anna, secretary.send()).svar())
    assert [one.person_id for one in usual_order(set_.view(), "papper").asked] == [set_.bo]


def test_those_who_sign_have_a_turn_of_their_own():
    asked = (
        AskOrder("a", 3),
        AskOrder("b", 1),
        AskOrder("c", 1),
        AskOrder("d", 3, ELECTRONIC),
        AskOrder("e", 3, ELECTRONIC),
    )
    assert [(one.person_id, one.ordning) for one in in_turn(asked)] == [
        ("b", 1),
        ("c", 1),
        ("a", 2),
        ("d", 3),
        ("e", 4),
    ]


def test_sekretess_demands_a_passphrase_which_encrypts(secretary, set_):
    def mark(session):
        session.get(Paragraf, set_.second).sekretess_lagrum = "OSL 25:1"

    secretary.store.do(Doing(mark))
    with pytest.raises(PassphraseDemandedError):
        secretary.prepare()
    with pytest.raises(PassphraseWeakError):
        secretary.prepare(passphrase=SECRET[:7])
    package = secretary.send(passphrase=SECRET)
    assert is_encrypted(package)
    with pytest.raises(PackageError):
        Chair(set_.anna, package, None)
    anna = chair(secretary, set_.anna, package, passphrase=SECRET)
    svar = anna.svar("godkänt", (2, "Hemligt"))
    assert b"Hemligt" not in svar
    secretary.read(svar, passphrase=SECRET)
    assert set_.view().underskrifter[0].person_id == set_.anna


@pytest.mark.parametrize(
    "order",
    [
        SendOrder("godkännande", ()),
        SendOrder("papper", (AskOrder("nobody"),)),
    ],
)
def test_an_order_that_asks_nobody_fit_is_refused(secretary, set_, order):
    from nämnd.core.progress import finish
    from nämnd.paket.justering import prepare_package

    set_.allow("godkännande", "papper")
    with pytest.raises(AskedUnfitError):
        finish(
            prepare_package(secretary.store, secretary.files, set_.id, order, who="Eva", now=NOW)
        )


def test_a_step_back_from_a_half_signed_file_makes_a_new_one(secretary, set_):
    signed_by_anna(secretary, set_)
    secretary.store.do(
        StepBack(justering_id=set_.id, skäl="Fel person", when="2026-03-29T10:00:00")
    )
    package = secretary.send(way=ELECTRONIC, turns=True, now=NOW + timedelta(days=1))
    paket = chair(secretary, set_.anna, package, hours=30).paket
    assert paket.manifest.version == 2
    assert check(paket.pdf, (), now=NOW + timedelta(days=2)).signatures == ()
