"""The diarium, the register of beslut and the skrivelser without a window."""

import io
import json
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from nämnd.bilaga.files import FileStore
from nämnd.cli import main
from nämnd.cli.lists import LIST_FORMATS
from nämnd.core.ids import new_id
from nämnd.logg.queries import latest
from nämnd.store import Store, place_of
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import HandlingDraft, SkrivelseDraft, ÄrendeDraft
from tests.builders import a_nämnd, a_sammanträde
from tests.conftest import NOW, TODAY
from tests.nämnd.protokoll.meeting_day import justera
from tests.nämnd.register.decided import a_beslut

SERIE = "VNÅ {år}/{löpnr:04d}"


class Case:
    """A database with a nämnd, and what the program says of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.place = folder, place_of(str(folder / "namnd.db"))
        self.do(self._fill)

    def do(self, act) -> None:
        with closing(Store(self.place, who="Eva Lind", clock=lambda: NOW)) as store:
            act(store)

    def _fill(self, store: Store) -> None:
        self.nämnd = a_nämnd(store, kortnamn="VNÅ", diarieserie=SERIE)
        self.ärende = self.register(store, "Priser")
        self.other = self.register(store, "Budget", date(2025, 11, 3))
        row = NewHandling(HandlingDraft(TODAY, "Remiss", från_till="Region Norr"))
        store.do(
            RegisterHandlingar(ärende_id=self.ärende, new=(row,), when=NOW.isoformat(), today=TODAY)
        )
        meeting = a_sammanträde(store, self.nämnd)
        a_beslut(store, meeting, "Priser", "=1+1", ärende_id=self.ärende)
        justera(store, meeting)

    def register(self, store: Store, rubrik: str, öppnat: date | None = None) -> str:
        draft = ÄrendeDraft(rubrik, öppnat=öppnat)
        new = RegisterÄrende(nämnd_id=self.nämnd, draft=draft, today=TODAY)
        store.do(new)
        return new.ärende_id

    def write(self, *drafts: SkrivelseDraft) -> None:
        def act(store):
            for draft in drafts:
                store.do(SaveSkrivelse(skrivelse_id=new_id(), ärende_id=self.ärende, draft=draft))

        self.do(act)

    def export(self, *words: str) -> tuple[int, list[Path], str]:
        out, err = io.StringIO(), io.StringIO()
        end = ("--till", str(self.folder / "ut"), "--databas", self.place.shown)
        code = main(("exportera", *words, *end), now=NOW, out=out, err=err)
        files = [Path(line) for line in out.getvalue().splitlines()]
        assert all(path.is_file() for path in files)
        return code, files, err.getvalue()


@pytest.fixture
def case(tmp_path) -> Case:
    return Case(tmp_path)


@pytest.mark.parametrize("what", ["diarium", "beslutsregister"])
@pytest.mark.parametrize("form", LIST_FORMATS)
def test_a_list_is_written_for_everybody_in_each_form(case, what, form):
    code, (path,), _ = case.export(what, "--format", form)
    assert code == 0
    assert path.name == f"{what.capitalize()} VNÅ offentlig version.{form}"


def test_a_list_is_a_spreadsheet_unless_something_else_is_said(case):
    _, (path,), _ = case.export("diarium", "--ar", "2026", "--alla")
    assert path.name == "Diarium 2026 VNÅ.xlsx"
    page = openpyxl.load_workbook(path).active
    lines = [[cell.value for cell in row[:5]] for row in page.iter_rows(min_row=2)]
    assert [(line[0], line[2], line[4]) for line in lines] == [
        ("VNÅ 2026/0001", "ärende", "Priser"),
        ("VNÅ 2026/0001-1", "inkommen", "Remiss"),
    ]


def test_json_has_a_line_for_each_with_the_words_of_the_columns(case):
    _, (path,), _ = case.export("beslutsregister", "--format", "json", "--alla")
    found = json.loads(path.read_text("utf-8"))
    assert found["titel"] == "Beslutsregister"
    (line,) = found["rader"]
    assert (line["datum"], line["paragraf"], line["dnr"]) == (
        "2026-03-27",
        "§ 1",
        "VNÅ 2026/0001",
    )


def test_what_somebody_wrote_as_a_formula_does_not_run_in_csv(case):
    _, (path,), _ = case.export("beslutsregister", "--format", "csv", "--alla")
    assert ";'=1+1;" in path.read_text("utf-8-sig")


def test_what_is_not_reviewed_is_told_and_how_to_have_it_all(case):
    code, _, err = case.export("beslutsregister")
    assert code == 0
    assert err == (
        "1 paragraf är dold, eftersom den är under sekretess eller inte är granskad för "
        "publicering: § 1. Med --alla kommer allt med, för nämndens egen del.\n"
    )
    assert case.export("beslutsregister", "--alla")[2] == ""


def test_the_beslut_of_an_ärende_or_a_year_can_be_asked_for(case):
    def lines(*words: str) -> int:
        _, (path,), _ = case.export("beslutsregister", "--alla", "--format", "json", *words)
        return len(json.loads(path.read_text("utf-8"))["rader"])

    assert lines("--arende", "vnå2026/0001") == 1
    assert lines("--arende", "VNÅ 2025/0001") == 0
    assert lines("--år", "2026") == 1
    assert lines("--ar", "2025") == 0


def test_every_skrivelse_of_an_ärende_is_written_under_a_name_of_its_own(case):
    case.write(SkrivelseDraft("Priser 2027", datum=TODAY), SkrivelseDraft("Priser 2027"))
    code, files, _ = case.export("skrivelse", "--arende", "VNÅ 2026/0001", "--format", "docx")
    assert code == 0
    assert [path.name for path in files] == [
        "Tjänsteskrivelse VNÅ 2026-0001 Priser 2027.docx",
        "Tjänsteskrivelse VNÅ 2026-0001 Priser 2027 (2).docx",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("skrivelse",), "Ange det med --arende."),
        (("skrivelse", "--arende", "VNÅ 2026/0001"), "ingen skrivelse i ärendet VNÅ 2026/0001"),
        (("skrivelse", "--arende", "XX 1"), "inget ärende XX 1"),
        (("diarium", "--arende", "VNÅ 2026/0001"), "beslutsregister och skrivelse"),
        (("kallelse", "--alla"), "diarium och beslutsregister"),
        (("diarium", "--format", "zip"), "Välj xlsx eller csv eller pdf eller docx eller json"),
    ],
)
def test_what_can_not_be_meant_is_refused_with_what_to_do(case, words, said):
    code, files, err = case.export(*words)
    assert (code, files) == (1, [])
    assert said in err


def test_both_for_everybody_and_whole_can_not_be_meant(case, capsys):
    with pytest.raises(SystemExit):
        case.export("diarium", "--publik", "--alla")
    assert "går inte med" in capsys.readouterr().err


@pytest.mark.parametrize("year", ["0", "-1", "99999", "i fjol"])
def test_a_year_without_days_is_refused(case, capsys, year):
    with pytest.raises(SystemExit):
        case.export("diarium", "--ar", year)
    assert f"'{year}' passar inte för --ar" in capsys.readouterr().err


def test_a_list_that_is_exported_is_in_the_log(case):
    case.export("diarium")
    with closing(Store(case.place, who="Eva", clock=lambda: NOW, read_only=True)) as store:
        assert "exportera diarium" in store.ask(lambda session: latest(session, 1)[0].rubrik)


def test_the_logo_of_the_nämnd_is_on_what_it_sends(case):
    from tests.nämnd.documents.samples import picture

    def act(store):
        from nämnd.organisation.commands import SaveNämnd
        from nämnd.organisation.rules import NämndDraft

        logo = FileStore(store.place.files).keep_bytes(picture(), "logo.png").sha256
        draft = NämndDraft("Vårdnämnden i Ådalen", "VNÅ", diarieserie=SERIE, logotyp=logo)
        store.do(SaveNämnd(nämnd_id=case.nämnd, draft=draft))

    case.write(SkrivelseDraft("Priser"))
    before = [case.export("skrivelse", "--arende", "VNÅ 2026/0001")[1][0].stat().st_size]
    case.do(act)
    (path,) = case.export("skrivelse", "--arende", "VNÅ 2026/0001")[1]
    assert path.stat().st_size > before[0] + 500
