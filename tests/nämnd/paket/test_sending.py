"""Making the papers that go out: all of them or none, with names that are known beforehand."""

from dataclasses import replace

import pytest

from nämnd.core.errors import FileMissingError, FolderNotWritableError
from nämnd.core.progress import Progress, finish
from nämnd.paket.paper_kinds import KALLELSE_PDF, KALLELSE_WORD, UTSKICK_PDF, UTSKICK_ZIP
from nämnd.paket.papers import gather
from nämnd.paket.plan import LeftOut, Reason
from nämnd.paket.sending import (
    Order,
    cache_of,
    file_names,
    make_all,
    make_files,
    plan_utskick,
    utgåvor,
)
from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from tests.builders import a_bilaga, a_file, a_nämnd, a_punkt, a_sammanträde, dagordning_in, send
from tests.nämnd.paket.material import truncated


@pytest.fixture
def key(store):
    return a_sammanträde(store, a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ"))


@pytest.fixture
def order(store, files, key, now, today):
    """Return a function that orders kinds of papers of the sammanträde as it is."""

    def order(*kinds, mail: bool = True) -> Order:
        papers = gather(store, files, key, today=today)
        plan = plan_utskick(papers, files, cache=cache_of(store.place), created=now)
        return Order(papers, plan, kinds, mail)

    return order


def make(order: Order, folder):
    return finish(make_all(make_files, order, folder))


def test_the_names_are_known_before_anything_is_made(order, tmp_path):
    every = order(KALLELSE_PDF, KALLELSE_WORD, UTSKICK_PDF, UTSKICK_ZIP)
    folder = tmp_path / "ny" / "mapp"
    made = make(every, folder)
    assert made.mail is not None
    assert file_names(every) == (*(one.path.name for one in made.files), made.mail.name)
    assert sorted(file_names(every)) == sorted(one.name for one in folder.iterdir())
    without = order(KALLELSE_PDF, mail=False)
    assert file_names(without) == ("Kallelse 2026-03-27 VNÅ.pdf",)


@pytest.mark.parametrize("steps", range(1, 6))
def test_stopped_at_any_step_nothing_is_left(store, key, order, tmp_path, steps):
    a_punkt(store, key, "Budget", bilagor=2)
    work = make_all(make_files, order(KALLELSE_PDF, KALLELSE_WORD, UTSKICK_PDF), tmp_path / "ut")
    for _ in range(steps):
        assert isinstance(next(work), Progress)
    work.close()
    assert list((tmp_path / "ut").iterdir()) == []


def test_when_a_file_can_not_take_its_place_it_is_told(order, tmp_path):
    (tmp_path / "Kallelse 2026-03-27 VNÅ.pdf").mkdir()  # a folder of that name
    with pytest.raises(FolderNotWritableError):
        make(order(KALLELSE_PDF), tmp_path)
    assert [one.name for one in tmp_path.glob(".namnd-*")] == []


def test_what_is_wrong_in_one_form_is_told_also_when_the_other_is_right(
    store, files, key, order, tmp_path
):
    punkt = a_punkt(store, key, "Budget")
    a_bilaga(store, punkt, "Skadad", file=a_file(files))
    a_bilaga(store, punkt, "Utan fil")
    made = make(order(UTSKICK_PDF, UTSKICK_ZIP), tmp_path)
    assert made.to_tell == (
        LeftOut("1A", "Skadad", "missiv.pdf", Reason.DAMAGED),
        LeftOut("1B", "Utan fil", "", Reason.NO_FILE),
    )
    assert made.pages >= 3


def test_a_file_that_was_repaired_is_told_too(store, files, key, order, tmp_path):
    punkt = a_punkt(store, key, "Budget")
    cut = files.keep(truncated(tmp_path / "kapad.pdf"))
    a_bilaga(store, punkt, "Kapad", file=cut)
    made = make(order(UTSKICK_PDF), tmp_path)
    assert [type(one).__name__ for one in made.to_tell] == ["Repaired"]


def test_a_punkt_that_was_withdrawn_has_no_bilagor_in_the_utskick(store, key, order):
    punkt = a_punkt(store, key, "Budget", bilagor=2)
    a_punkt(store, key, "Taxor", bilagor=1)
    send(store, key)
    store.do(WithdrawPunkt(punkt_id=punkt, skäl="Dras tillbaka"))
    assert dagordning_in(store, key).punkter[0].utgår is not None
    assert [part.beteckning for part in order(UTSKICK_PDF).plan.parts] == ["2"]


def test_what_was_made_is_kept_as_it_went_out(store, files, order, tmp_path):
    made = make(order(KALLELSE_PDF, UTSKICK_PDF), tmp_path)
    kept = utgåvor(made, files)
    assert [(one.dokument, one.format) for one in kept] == [("kallelse", "pdf"), ("utskick", "pdf")]
    for one, file in zip(kept, made.files, strict=True):
        assert files.read(one.sha256, one.filnamn) == file.path.read_bytes()
        assert (one.sha256, one.storlek) == (file.sha256, file.size)


def test_what_is_gone_can_not_be_kept(files, order, tmp_path):
    made = make(order(KALLELSE_PDF), tmp_path)
    gone = replace(made, files=(replace(made.files[0], path=tmp_path / "borta.pdf"),))
    with pytest.raises(FileMissingError):
        utgåvor(gone, files)
