"""Bilagor: their files, their versions and their places."""

import pytest
from sqlalchemy import select

from nämnd.core.errors import Draft, GoneError, InvalidDraftError
from nämnd.sammanträde.bilaga_commands import (
    AddBilagor,
    MoveBilaga,
    RemoveBilaga,
    ReplaceFile,
    SaveBilaga,
)
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga
from nämnd.tables import Bilageversion
from tests.builders import (
    WHEN,
    a_bilaga,
    a_file,
    a_punkt,
    a_sammanträde,
    dagordning_in,
    send,
    shown,
)


@pytest.fixture
def meeting(store):
    return a_sammanträde(store)


@pytest.fixture
def punkt(store, meeting):
    """Return a punkt with the bilagor A, B and C."""
    punkt = a_punkt(store, meeting)
    for rubrik in "ABC":
        a_bilaga(store, punkt, rubrik)
    return punkt


def order(store, meeting, place=0):
    punkt = dagordning_in(store, meeting).punkter[place]
    return " ".join(f"{bilaga.beteckning}={bilaga.rubrik}" for bilaga in punkt.bilagor)


def key(store, meeting, rubrik):
    bilagor = dagordning_in(store, meeting).bilagor
    return next(bilaga.id for bilaga in bilagor if bilaga.rubrik == rubrik)


def versions(store, bilaga_id):
    query = select(Bilageversion.nummer, Bilageversion.sha256).where(
        Bilageversion.bilaga_id == bilaga_id
    )
    return store.ask(lambda s: [tuple(row) for row in s.execute(query.order_by("nummer"))])


def test_a_bilaga_is_kept_with_its_file(store, meeting, files):
    kept = a_file(files, "abc", "Priser å.pdf")
    a_bilaga(
        store,
        a_punkt(store, meeting),
        " Pris\nlista ",
        file=kept,
        anmärkning="Ny",
        i_utskicket=False,
    )
    (found,) = dagordning_in(store, meeting).bilagor
    assert (found.rubrik, found.anmärkning, found.i_utskicket) == ("Pris lista", "Ny", False)
    assert found.fil
    assert (found.fil.sha256, found.fil.filnamn) == (kept.sha256, "Priser å.pdf")
    assert (found.fil.storlek, found.fil.nummer) == (3, 1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (None, "1A=A 1B=B 1C=C 1D=x 1E=y"),
        (1, "1A=x 1B=y 1C=A 1D=B 1E=C"),
        (2, "1A=A 1B=x 1C=y 1D=B 1E=C"),
        (99, "1A=A 1B=B 1C=C 1D=x 1E=y"),
    ],
)
def test_bilagor_are_added_at_their_place(store, meeting, punkt, at, expected):
    before = dagordning_in(store, meeting)
    new = (NewBilaga(BilagaDraft("x")), NewBilaga(BilagaDraft("y")))
    outcome = store.do(AddBilagor(punkt_id=punkt, new=new, when=WHEN, at=at))
    assert order(store, meeting) == expected
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_a_bilaga_without_rubrik_is_refused(store, meeting, punkt):
    before = dagordning_in(store, meeting)
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.RUBRIK_MISSING,)):
        a_bilaga(store, punkt, " ")
    with pytest.raises(InvalidDraftError):
        store.do(SaveBilaga(bilaga_id=key(store, meeting, "A"), draft=BilagaDraft("\n")))
    assert dagordning_in(store, meeting) == before


def test_a_changed_bilaga_can_be_undone(store, meeting, punkt):
    before = dagordning_in(store, meeting)
    draft = BilagaDraft("A, ny", anmärkning="sekretess", i_utskicket=False)
    outcome = store.do(SaveBilaga(bilaga_id=key(store, meeting, "A"), draft=draft))
    (found, *_) = dagordning_in(store, meeting).bilagor
    assert (found.rubrik, found.anmärkning, found.i_utskicket) == ("A, ny", "sekretess", False)
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_a_new_version_is_used_and_the_old_ones_are_kept(store, meeting, files):
    one, two = a_file(files, "ett"), a_file(files, "två")
    bilaga = a_bilaga(store, a_punkt(store, meeting), file=one)
    before = dagordning_in(store, meeting)
    outcome = store.do(ReplaceFile(bilaga_id=bilaga, file=two, when=WHEN))
    (found,) = dagordning_in(store, meeting).bilagor
    assert found.fil
    assert (found.fil.sha256, found.fil.nummer) == (two.sha256, 2)
    assert versions(store, bilaga) == [(1, one.sha256), (2, two.sha256)]
    assert files.read(one.sha256, "") == b"ett"
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_the_same_file_again_is_no_new_version(store, meeting, files):
    bilaga = a_bilaga(store, a_punkt(store, meeting), file=a_file(files))
    again = store.do(ReplaceFile(bilaga_id=bilaga, file=a_file(files, name="b.pdf"), when=WHEN))
    assert again.inverse is None
    assert len(versions(store, bilaga)) == 1


def test_an_older_file_can_come_back_as_the_newest(store, meeting, files):
    bilaga = a_bilaga(store, a_punkt(store, meeting), file=a_file(files, "ett"))
    for content in ("två", "ett"):
        store.do(ReplaceFile(bilaga_id=bilaga, file=a_file(files, content), when=WHEN))
    assert [number for number, _ in versions(store, bilaga)] == [1, 2, 3]
    (found,) = dagordning_in(store, meeting).bilagor
    assert found.fil
    assert found.fil.sha256 == a_file(files, "ett").sha256


def test_a_file_can_come_to_a_bilaga_that_was_only_named(store, meeting, punkt, files):
    store.do(ReplaceFile(bilaga_id=key(store, meeting, "B"), file=a_file(files), when=WHEN))
    assert [bilaga.fil is not None for bilaga in dagordning_in(store, meeting).bilagor] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("rubrik", "to", "expected"),
    [
        ("A", 3, "1A=B 1B=C 1C=A"),
        ("C", 1, "1A=C 1B=A 1C=B"),
        ("B", 2, "1A=A 1B=B 1C=C"),
        ("B", 99, "1A=A 1B=C 1C=B"),
    ],
)
def test_a_bilaga_moves_among_its_own(store, meeting, punkt, rubrik, to, expected):
    before = dagordning_in(store, meeting)
    outcome = store.do(MoveBilaga(bilaga_id=key(store, meeting, rubrik), punkt_id=punkt, to=to))
    assert order(store, meeting) == expected
    if outcome.inverse:
        store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_a_bilaga_moves_to_another_punkt(store, meeting, punkt):
    other = a_punkt(store, meeting, bilagor=1)
    before = dagordning_in(store, meeting)
    outcome = store.do(MoveBilaga(bilaga_id=key(store, meeting, "A"), punkt_id=other, to=1))
    assert shown(store, meeting) == ["1 1A 1B", "2 2A 2B"]
    assert order(store, meeting, 1).startswith("2A=A")
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_after_the_kallelse_a_moved_bilaga_gets_a_new_beteckning(store, meeting, punkt):
    other = a_punkt(store, meeting, bilagor=1)
    send(store, meeting)
    before = dagordning_in(store, meeting)
    assert shown(store, meeting) == ["1 1A 1B 1C", "2 2"]
    outcome = store.do(MoveBilaga(bilaga_id=key(store, meeting, "C"), punkt_id=other, to=1))
    a_bilaga(store, punkt, "x")
    assert shown(store, meeting) == ["1 1A 1B 1D", "2 2B 2"]
    store.do(RemoveBilaga(bilaga_id=key(store, meeting, "x")))
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_after_the_kallelse_an_addition_takes_the_next_letter(store, meeting):
    four = a_punkt(store, meeting, bilagor=1)
    six = a_punkt(store, meeting, bilagor=6)
    send(store, meeting)
    a_bilaga(store, four, at=1)
    a_bilaga(store, six, at=1)
    assert shown(store, meeting) == ["1 1B 1", "2 2G 2A 2B 2C 2D 2E 2F"]


def test_a_removed_bilaga_comes_back_with_every_version(store, meeting, files):
    bilaga = a_bilaga(store, a_punkt(store, meeting), file=a_file(files, "ett"))
    store.do(ReplaceFile(bilaga_id=bilaga, file=a_file(files, "två"), when=WHEN))
    before, kept = dagordning_in(store, meeting), versions(store, bilaga)
    outcome = store.do(RemoveBilaga(bilaga_id=bilaga))
    assert dagordning_in(store, meeting).bilagor == ()
    assert versions(store, bilaga) == []
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before
    assert versions(store, bilaga) == kept


def test_a_removed_bilaga_closes_the_gap(store, meeting, punkt):
    store.do(RemoveBilaga(bilaga_id=key(store, meeting, "B")))
    assert order(store, meeting) == "1A=A 1B=C"


def test_what_is_gone_cannot_be_changed(store, meeting, punkt, files):
    there = key(store, meeting, "A")
    for command in (
        AddBilagor(punkt_id="k9", new=(), when=WHEN),
        SaveBilaga(bilaga_id="b9", draft=BilagaDraft("x")),
        ReplaceFile(bilaga_id="b9", file=a_file(files), when=WHEN),
        MoveBilaga(bilaga_id="b9", punkt_id=punkt, to=1),
        MoveBilaga(bilaga_id=there, punkt_id="k9", to=1),
        RemoveBilaga(bilaga_id="b9"),
    ):
        with pytest.raises(GoneError):
            store.do(command)
