"""A kept file is opened as a copy, and only when it is a document."""

import shutil

from tests.builders import a_file
from ui.opening import Opener


def test_a_copy_that_can_not_be_made_is_told_of(files, desktop):
    kept = a_file(files)
    opener = Opener(files)
    assert opener.open(kept.sha256, "missiv.pdf", "1 Missiv") == ""
    shutil.rmtree(desktop.opened[0].parents[1])
    said = opener.open(kept.sha256, "missiv.pdf", "2 Missiv")
    assert said == "Det gick inte att lägga en tillfällig kopia på datorn. Är disken full?"


def test_a_mail_is_opened_in_the_mail_program(files, desktop):
    for name in ("brev.eml", "brev.msg"):
        kept = a_file(files, name)
        assert Opener(files).open(kept.sha256, name, "1 Remissvar") == ""
        assert desktop.opened[-1].name == f"1 Remissvar{name[-4:]}"


def test_what_the_computer_would_run_is_not_opened(files, desktop):
    kept = a_file(files)
    said = Opener(files).open(kept.sha256, "missiv.exe", "1 Missiv")
    assert said.startswith("«missiv.exe» öppnas inte härifrån")
    assert desktop.opened == []
