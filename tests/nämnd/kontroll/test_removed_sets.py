"""What is said of files of a set of §§ that was taken back and then removed."""

import pytest

from nämnd.core.progress import finish
from nämnd.justering.commands import StepBack
from nämnd.kontroll.checking import check_path
from nämnd.närvaro.task_commands import RemoveJustering
from tests.nämnd.justering.sets import Set
from tests.nämnd.kontroll.conftest import said, told
from tests.nämnd.paket.justering.playing import NOW, Secretary, chair

WHEN = NOW.isoformat()


@pytest.fixture
def secretary(store, files):
    return Secretary(Set(store), files)


def check(secretary, path, data):
    def here(work, *args):
        return work(*args)

    path.write_bytes(data)
    return finish(check_path(here, secretary.store, secretary.files, path, None, NOW))


def remove(secretary):
    key = secretary.set.id
    secretary.store.do(StepBack(justering_id=key, skäl="Fel text", when=WHEN))
    secretary.store.do(RemoveJustering(justering_id=key))


def test_its_package_is_still_the_one_that_was_sent_and_takes_no_answers(secretary, tmp_path):
    package = secretary.send()
    remove(secretary)
    report = check(secretary, tmp_path / "a.justering", package)
    assert {"PAKET_SENT", "PAKET_VOID", "HEAD_KNOWN"} <= set(said(report))
    assert "taget tillbaka 2026-03-28: Fel text" in told(report)


def test_an_answer_to_it_does_not_hold_any_more(secretary, tmp_path):
    svar = chair(secretary, secretary.set.bo, secretary.send()).svar()
    remove(secretary)
    report = check(secretary, tmp_path / "a.svar", svar)
    assert said(report)[:2] == ["SVAR_SAYS", "SVAR_VOID"]
    assert "taget tillbaka 2026-03-28: Fel text" in told(report)
