"""Public lists show what is reviewed, and skrivelser are files that keep their promises."""

from dataclasses import replace

import page as page_validation
import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.core.progress import finish
from nämnd.documents.checks import structure_problems
from nämnd.paket.lists import (
    FORMS,
    gather_beslut,
    gather_diarium,
    list_bytes,
    list_name,
    write_list,
)
from nämnd.paket.public.reviewing import review
from nämnd.paket.skrivelse import gather_skrivelse, make_skrivelse
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft
from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.masks import MASKED
from nämnd.register.values import BeslutFilter
from nämnd.tables import Justering
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.rules import HIDDEN
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, Underskrift, ÄrendeDraft
from tests.builders import a_nämnd, a_sammanträde
from tests.conftest import NOW, TODAY
from tests.nämnd.protokoll.meeting_day import Doing, a_paragraf, add_rows
from tests.nämnd.register.decided import decide

SKRIVELSE = SkrivelseDraft(
    "Priser för 2027: förslag/underlag",
    datum=TODAY,
    till=("Vårdnämnden i Ådalen",),
    förslag=("Att godkänna priserna",),
    bakgrund="Priserna höjs.\n\n- ett\n- två\n\nSe [sidan](https://example.se/a).",
    underskrifter=(Underskrift("Sven Ås", "Direktör"),),
)


class OfJustering(Doing):
    """What may set something of a set of §§ that is locked."""

    of_justering = True


class Decided:
    """A nämnd with one § that is decided and justerad."""

    def __init__(self, store) -> None:
        self.store, self.files = store, FileStore(store.place.files)
        self.nämnd = a_nämnd(store, kortnamn="VNÅ", diarieserie="VNÅ {år}/{löpnr:04d}")
        self.meeting = a_sammanträde(store, self.nämnd)
        self.paragraf = a_paragraf(store, self.meeting, "Priser för Halm AB")
        decide(store, self.paragraf, "att betala Halm AB")

    def justera(self) -> None:
        add_rows(self.store, Justering(id="j", sammanträde_id=self.meeting, läge="justerat"))

    def review(self, val, *words: str) -> None:
        found = review(self.store, self.files, self.meeting, today=TODAY)
        one = next(each for each in found.of("paragraf") if each.granskning.key == self.paragraf)
        self.store.do(
            SavePublicering(
                vad="paragraf", key=self.paragraf, val=val, maskeringar=words, granskat=one.sha256
            )
        )

    def rätta(self, stod: str, ska_vara: str) -> None:
        slip = {"datum": "2026-05-02", "paragraf": 1, "stod": stod, "ska_vara": ska_vara}

        def act(session):
            session.get(Justering, "j").rättelser = [slip]

        self.store.do(OfJustering(act))

    def public(self):
        return [(row.rubrik, row.beslut, row.dold) for row in self.rows()]

    def rows(self):
        wanted = BeslutFilter(nämnd_id=self.nämnd)
        found = gather_beslut(self.store, self.files, self.nämnd, wanted, today=TODAY, public=True)
        return found.rows


@pytest.fixture
def decided(store) -> Decided:
    return Decided(store)


def test_what_is_not_justerat_is_not_in_a_public_register(decided):
    decided.review("ja")
    assert decided.public() == []


def test_what_is_reviewed_is_shown_with_its_masks(decided):
    decided.justera()
    decided.review("ja")
    assert decided.public() == [("Priser för Halm AB", ("att betala Halm AB",), False)]
    decided.review("maskerad", "Halm AB")
    assert decided.public() == [(f"Priser för {MASKED}", (f"att betala {MASKED}",), False)]


def test_what_is_put_right_is_masked_too_and_gone_where_the_beslut_is(decided):
    decided.justera()
    decided.rätta("Halm AB", "Halm AB i Lund")
    decided.review("maskerad", "Halm AB")
    (slip,) = decided.rows()[0].rättelser
    assert (slip.stod, slip.ska_vara) == (MASKED, f"{MASKED} i Lund")
    decided.review("nej")
    assert decided.rows()[0].rättelser == ()


@pytest.mark.parametrize("val", [None, "nej"])
def test_what_is_not_reviewed_or_withheld_is_only_counted(decided, val):
    decided.justera()
    decided.review(val)
    assert decided.public() == [(HIDDEN, (HIDDEN,), True)]


def test_what_has_changed_since_it_was_reviewed_is_hidden(decided):
    decided.review("ja")
    draft = decided.store.ask(lambda session: paragraf_draft(session, decided.paragraf))
    changed = replace(draft, sammanfattning="Nytt.")
    decided.store.do(SaveParagraf(paragraf_id=decided.paragraf, draft=changed))
    decided.justera()
    assert decided.public() == [(HIDDEN, (HIDDEN,), True)]


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_a_list_is_a_file_of_its_own_name_and_the_same_every_time(decided, tmp_path, form, public):
    one = gather_diarium(
        decided.store, decided.files, decided.nämnd, today=TODAY, public=public, år=2026
    )
    tail = " offentlig version" if public else ""
    assert list_name(one, form) == f"Diarium 2026 VNÅ{tail}{form}"
    path = finish(write_list(one, form, tmp_path / f"x{form}", created=NOW.astimezone()))
    assert path.read_bytes() == list_bytes(one, form, created=NOW.astimezone())


def test_the_register_as_pdf_keeps_what_it_promises(decided, tmp_path):
    wanted = BeslutFilter(nämnd_id=decided.nämnd, år=2026)
    one = gather_beslut(
        decided.store, decided.files, decided.nämnd, wanted, today=TODAY, public=False
    )
    data = list_bytes(one, ".pdf", created=NOW.astimezone())
    _check(data, tmp_path)


def test_the_diarium_as_pdf_keeps_what_it_promises(decided, tmp_path):
    _skrivelse(decided)
    one = gather_diarium(decided.store, decided.files, decided.nämnd, today=TODAY, public=True)
    _check(list_bytes(one, ".pdf", created=NOW.astimezone()), tmp_path)


def test_a_skrivelse_is_a_pdf_that_keeps_what_it_promises(decided, tmp_path):
    key = _skrivelse(decided)
    data = make_skrivelse(decided.store, decided.files, key, created=NOW.astimezone())
    _check(data, tmp_path)


def test_a_skrivelse_has_a_safe_name_that_says_which_it_is(decided):
    paper = gather_skrivelse(decided.store, decided.files, _skrivelse(decided))
    assert paper.name(".pdf") == (
        "Tjänsteskrivelse VNÅ 2026-0001 Priser för 2027 förslag underlag.pdf"
    )


@pytest.mark.parametrize(
    ("rubrik", "kept"),
    [
        ("Svar på remiss om högspecialiserad vård vid brännskador", "Svar … vård vid"),
        ("å" * 80, "å" * 50),
        ("Svar på remiss om högspecialiserad vård för bränns kador", "Svar … för bränns"),
    ],
)
def test_a_long_rubrik_is_cut_between_words(decided, rubrik, kept):
    key = _skrivelse(decided, skrivelse=rubrik)
    name = gather_skrivelse(decided.store, decided.files, key).name(".pdf")
    begins, ends = kept.split(" … ") if " … " in kept else ("", kept)
    assert name.startswith(f"Tjänsteskrivelse VNÅ 2026-0001 {begins}")
    assert name.endswith(f"{ends}.pdf")


def test_a_rubrik_that_is_hidden_is_not_in_the_name_of_a_file(decided):
    key = _skrivelse(decided, dölj_rubrik=True)
    paper = gather_skrivelse(decided.store, decided.files, key)
    assert paper.name(".docx") == "Tjänsteskrivelse VNÅ 2026-0001.docx"


def test_a_skrivelse_that_is_gone_is_refused(decided):
    with pytest.raises(GoneError):
        make_skrivelse(decided.store, decided.files, "finns inte", created=NOW.astimezone())


def _skrivelse(decided: Decided, skrivelse: str = SKRIVELSE.rubrik, **facts) -> str:
    new = RegisterÄrende(nämnd_id=decided.nämnd, draft=ÄrendeDraft("Priser", **facts), today=TODAY)
    decided.store.do(new)
    key = new_id()
    decided.store.do(
        SaveSkrivelse(
            skrivelse_id=key, ärende_id=new.ärende_id, draft=replace(SKRIVELSE, rubrik=skrivelse)
        )
    )
    return key


def _check(data: bytes, folder) -> None:
    for profile in ("pdfua1", "pdfa2a"):
        found = page_validation.validate_pdf_bytes(data, profile=profile)
        assert found.is_compliant, profile
    (folder / "x.pdf").write_bytes(data)
    assert structure_problems(folder / "x.pdf") == []
