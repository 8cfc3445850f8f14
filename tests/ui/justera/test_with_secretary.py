"""What the secretary sends is opened, and what the chair answers is taken: only files between."""

from contextlib import suppress

import pytest

from nämnd.justering.values import JusteringView
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import ELECTRONIC, Secretary
from tests.ui.justera.answers import OWN, asked_for, dialog_of
from tests.ui.keyboard import type_text
from ui.justera.done_dialog import DoneDialog


@pytest.fixture
def secretary(store, files):
    return Secretary(Set(store), files)


def answered(chair, file, slag, code, *, comment="", name="en.justering") -> bytes:
    """Let a chair open a file, answer, and return the answer."""
    page = chair.read(file, name)
    if comment:
        page.go_to(2)
        type_text(page.side.comment, comment)
    before = set(chair.answers())
    dialog = asked_for(chair, page, slag)
    type_text(dialog.code.input, code)
    if dialog.certificate is not None:
        chair.wait(lambda: dialog.said.text().startswith("✓"))
        for one in (dialog.certificate.passphrase, dialog.certificate.repeated):
            type_text(one.input, OWN)
    dialog.keep.click()
    dialog_of(chair, DoneDialog).accept()
    (new,) = set(chair.answers()) - before
    return new.read_bytes()


def view(secretary) -> JusteringView:
    return secretary.set.view()


def test_a_change_that_is_asked_for_comes_to_its_paragraf(chair, secretary):
    package = secretary.send()
    svar = answered(
        chair,
        package,
        "ändring begärd",
        secretary.codes[secretary.set.anna],
        comment="Priserna är i kronor.",
    )
    secretary.read(svar)
    assert view(secretary).läge == "ändringar begärda"
    (kommentar,) = view(secretary).kommentarer
    assert (kommentar.paragraf, kommentar.text) == (2, "Priserna är i kronor.")


def test_both_approve(chair, secretary):
    package = secretary.send()
    for person in (secretary.set.anna, secretary.set.bo):
        secretary.read(answered(chair, package, "godkänt", secretary.codes[person]))
    assert view(secretary).läge == "godkänt"


def test_both_sign_in_turn_each_with_a_certificate_of_their_own(chair, secretary):
    first = secretary.send(way=ELECTRONIC, turns=True)
    slag, codes = "godkänt och undertecknat", secretary.codes
    secretary.read(answered(chair, first, slag, codes[secretary.set.anna]))
    second = secretary.send(secretary.set.bo, way=ELECTRONIC)
    _forget_who_was_here(chair)
    svar = answered(chair, second, slag, secretary.codes[secretary.set.bo], name="två.justering")
    secretary.read(svar)
    assert view(secretary).läge == "justerat"
    assert [one.sätt for one in view(secretary).underskrifter] == [ELECTRONIC, ELECTRONIC]


def test_the_list_of_who_answers_follows_from_package_to_package(chair, secretary):
    first = secretary.send(way=ELECTRONIC, turns=True)
    code = secretary.codes[secretary.set.anna]
    secretary.read(answered(chair, first, "godkänt och undertecknat", code))
    page = chair.read(secretary.send(secretary.set.bo, way=ELECTRONIC), "två.justering")
    names = [one.text() for one in page.side.findChildren(type(page.banner))]
    assert {"Anna Ek (M)", "Bo Alm (S) (du)", "undertecknat", "väntar på dig"} <= set(names)


def _forget_who_was_here(chair) -> None:
    """Let the next one who answers sit at another computer."""
    with suppress(FileNotFoundError):
        (chair.settings.folder / "justera" / "minne.json").unlink()
