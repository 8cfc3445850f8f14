"""`namnd exportera uppfoljning` and `delprojekt`: reports without a screen."""

import io

import pytest

from nämnd.cli import main
from tests.conftest import NOW
from tests.nämnd.delprojekt.making import a_program

SEVERAL = (
    "Flera program har ett delprojekt 3: «Nära vård» och «Vård utan gränser». Ange "
    "programmet också."
)


@pytest.fixture
def run(store, tmp_path):
    """Return what runs `exportera` on a nämnd with two delprojekt, one of them with a report."""
    made = a_program(store)
    made.rapport(made.delprojekt())
    made.delprojekt(nummer=4)
    made.delprojekt(program="Nära vård")
    place = str(store.place.path)
    store.close()

    def export(*words):
        out, err = io.StringIO(), io.StringIO()
        asked = ("exportera", *words, "--databas", place, "--till", str(tmp_path / "ut"))
        code = main(asked, now=NOW, out=out, err=err)
        names = [line.rsplit("/", 1)[-1] for line in out.getvalue().splitlines()]
        return code, names, err.getvalue()

    return export


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_a_program_is_written_as_what_is_asked_for(run, tmp_path, form):
    asked = ("uppfoljning", "--program", "vård utan gränser", "--format", form)
    assert run(*asked) == (0, [f"Uppföljning Vård utan gränser.{form}"], "")
    assert (tmp_path / "ut" / f"Uppföljning Vård utan gränser.{form}").stat().st_size > 2_000


def test_all_delprojekt_are_followed_up_when_no_program_is_named(run):
    assert run("uppfoljning") == (0, ["Uppföljning delprojekt.pdf"], "")


def test_a_delprojekt_has_a_missiv_and_a_report(run):
    asked = ("delprojekt", "--nummer", "3", "--program", "Vård utan gränser", "--format", "docx")
    names = [
        "Missiv delprojekt 3 Planerad höftkirurgi.docx",
        "Uppföljning delprojekt 3 Planerad höftkirurgi.docx",
    ]
    assert run(*asked) == (0, names, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("delprojekt",), "Ange delprojektets nummer med --nummer, till exempel --nummer 8."),
        (("delprojekt", "--nummer", "9"),
         "Nämnden har inget delprojekt 9. Kontrollera numret."),
        (("delprojekt", "--nummer", "3"),
         SEVERAL),
        (("delprojekt", "--nummer", "4"),
         "Delprojekt 4 har ingen rapport till nämnden än. Gör en rapport först."),
        (("uppfoljning", "--program", "Hud"),
         "Det finns inget program «Hud». Nämnden har «Nära vård» och «Vård utan gränser»."),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_and_nothing_is_written(run, tmp_path, words, said):
    assert run(*words) == (1, [], f"{said}\n")
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("delprojekt", "--nummer", "4", "--format", "xlsx"),
        ("uppfoljning", "--nummer", "4"),
        ("kallelse", "--program", "Hud"),
    ],
)
def test_what_does_not_fit_is_refused(run, words):
    code, names, err = run(*words)
    assert (code, names) == (1, [])
    assert err.endswith(".\n")
    assert "--" in err or "xlsx" in err
