"""Protokoll, utdrag and the rest of the meeting day, without a window."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from nämnd.cli import main
from nämnd.core.ids import new_id
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import NumberFrom, SaveParagraf
from nämnd.protokoll.values import ExpedieringRow
from nämnd.sammanträde.dagordning import SatsRow
from nämnd.store import Store, place_of
from tests.builders import a_nämnd, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import handle, justera

NOW = datetime(2026, 3, 28, 9, 30)  # noqa: DTZ001 - local time, as the user's clock shows it
DAY = "2026-03-27"


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def files(self) -> list[str]:
        return [Path(line).name for line in self.out.splitlines()]


@dataclass
class Case:
    """A database with a sammanträde of three punkter, none of them handled."""

    folder: Path
    key: str = ""
    punkter: tuple[str, ...] = ()

    @property
    def database(self) -> str:
        return str(self.folder / "x.db")

    def fill(self, act) -> None:
        store = Store(place_of(self.database), who="Eva Lind", clock=lambda: NOW)
        try:
            act(store)
        finally:
            store.close()

    def run(self, *words: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        words = (*words, "--databas", self.database, "--sammantrade", DAY)
        code = main(words, now=NOW, out=out, err=err)
        return Said(code, out.getvalue(), err.getvalue())

    def export(self, *words: str) -> Said:
        return self.run("exportera", *words, "--till", str(self.folder / "ut"))


@pytest.fixture
def case(tmp_path):
    made = Case(tmp_path)

    def punkter(store):
        made.key = a_sammanträde(store, a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ"))
        made.punkter = tuple(
            a_punkt(store, made.key, rubrik, förslag=(SatsRow(new_id(), "Att godkänna"),))
            for rubrik in ("Val av justerare", "Priser", "Nytt avtal")
        )

    made.fill(punkter)
    return made


@pytest.fixture
def handled(case):
    """§§ 59–61, the second going to two regions."""

    def handled(store):
        store.do(NumberFrom(sammanträde_id=case.key, first=59))
        ids = [handle(store, punkt) for punkt in case.punkter]
        draft = ParagrafDraft(
            "Priser", expedieringar=(ExpedieringRow("Region Norr"), ExpedieringRow("Region Syd"))
        )
        store.do(SaveParagraf(paragraf_id=ids[1], draft=draft))

    case.fill(handled)
    return case


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("protokoll", "Protokoll 2026-03-27 §§ 59–61 UTKAST"),
        ("snabbprotokoll", "Snabbprotokoll 2026-03-27 §§ 59–61 UTKAST"),
        ("klubblista", "Klubblista 2026-03-27 VNÅ"),
        ("deltagarlista", "Deltagarlista 2026-03-27 VNÅ"),
    ],
)
def test_each_paper_is_written_under_a_telling_name(handled, what, name, form):
    said = handled.export(what, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.files == [f"{name}.{form}"]
    assert Path(said.out.strip()).stat().st_size > 5000


def test_every_page_says_utkast_until_it_is_justerat(handled):
    path = Path(handled.export("protokoll").out.strip())
    assert all("UTKAST" in text for text in pages(path))
    handled.fill(lambda store: justera(store, handled.key))
    said = handled.export("protokoll")
    assert said.files == ["Protokoll 2026-03-27 §§ 59–61.pdf"]
    assert not any("UTKAST" in text for text in pages(Path(said.out.strip())))


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_an_utdrag_has_the_paragrafer_that_are_asked_for(handled):
    handled.fill(lambda store: justera(store, handled.key))
    said = handled.export("utdrag", "--paragraf", "59, 61", "--till-vem", "Tingsrätten")
    assert (said.code, said.err) == (0, "")
    assert said.files == ["Protokollsutdrag 2026-03-27 §§ 59, 61 Tingsrätten.pdf"]
    text = "\n".join(pages(Path(said.out.strip())))
    assert "§ 59 Val av justerare" in text
    assert "§ 60 Priser" not in text


def test_without_paragrafer_each_recipient_gets_a_file(handled):
    handled.fill(lambda store: justera(store, handled.key))
    said = handled.export("utdrag", "--format", "docx")
    assert said.files == [
        "Protokollsutdrag 2026-03-27 § 60 Region Norr.docx",
        "Protokollsutdrag 2026-03-27 § 60 Region Syd.docx",
    ]
    one = handled.export("utdrag", "--till-vem", "Region Syd")
    assert one.files == ["Protokollsutdrag 2026-03-27 § 60 Region Syd.pdf"]


def test_a_mail_draft_with_each_utdrag_is_made_when_asked_for(handled):
    handled.fill(lambda store: justera(store, handled.key))
    assert handled.export("utdrag", "--brev").files == [
        "Protokollsutdrag 2026-03-27 § 60 Region Norr.pdf",
        "Protokollsutdrag 2026-03-27 § 60 Region Syd.pdf",
        "Protokollsutdrag 2026-03-27 § 60 Region Norr.eml",
        "Protokollsutdrag 2026-03-27 § 60 Region Syd.eml",
    ]


def test_an_utdrag_is_of_what_is_justerat_and_nothing_else(handled):
    handled.fill(lambda store: justera(store, handled.key, "60"))
    assert handled.export("utdrag", "--paragraf", "60").code == 0
    said = handled.export("utdrag", "--paragraf", "60–61")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("§ 61 är inte justerade än, och utdrag görs bara av det")


@pytest.mark.parametrize("what", ["protokoll", "snabbprotokoll", "utdrag"])
def test_before_a_paragraf_is_handled_it_says_what_to_do(case, what):
    said = case.export(what)
    assert (said.code, said.out) == (1, "")
    assert "eftersom ingen paragraf har behandlats än. Behandla den första punkten" in said.err
    assert not (case.folder / "ut").exists() or not list((case.folder / "ut").iterdir())


def test_klubblista_and_deltagarlista_are_for_before_the_day(case):
    assert case.export("klubblista").code == case.export("deltagarlista").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("utdrag", "--paragraf", "75–80"), "§§ 75–80 finns inte. Sammanträdet har §§ 59–61."),
        (("utdrag", "--paragraf", "nittio"), "Skriv paragraferna som 59–64, eller 59–61, 63."),
        (("utdrag", "--till-vem", "Region Öst"), "Ingen paragraf expedieras till Region Öst. "),
        (("protokoll", "--format", "zip"), "«protokoll» finns inte som zip. Välj pdf eller docx."),
        (
            ("kallelse", "--paragraf", "59"),
            "--paragraf går bara att använda med utdrag, inte med kallelse.",
        ),
        (("protokoll", "--brev"), "--brev går bara att använda med utdrag, inte med protokoll."),
        (("protokoll", "--till-vem", "X"), "--till-vem går bara att använda med utdrag, inte med"),
    ],
)
def test_what_can_t_be_done_is_told_in_a_sentence(handled, words, sentence):
    said = handled.export(*words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_nobody_to_send_to_says_how_to_choose_paragrafer(case):
    case.fill(lambda store: handle(store, case.punkter[0]))
    said = case.export("utdrag")
    assert said.err.startswith("Ingen paragraf expedieras till någon. Lägg till mottagare")


def test_what_there_is_to_look_at_comes_as_text_and_as_json(handled):
    text = handled.run("granska")
    assert (text.code, text.err) == (0, "")
    assert text.out.startswith("Protokollet 2026-03-27: ")
    assert "\n§ 59 Val av justerare\n  " in text.out
    found = json.loads(handled.run("granska", "--format", "json").out)
    assert {tuple(one) for one in found} == {("regel", "paragraf", "text", "källa")}
    assert {
        "regel": "paragraf inte avslutad",
        "paragraf": 59,
        "text": "Paragrafen är inte avslutad.",
        "källa": "KL 5:53, 5:65",
    } in found
    assert any(one["paragraf"] is None for one in found)


def test_a_sammanträde_that_is_not_there_can_not_be_looked_at(handled):
    out, err = io.StringIO(), io.StringIO()
    words = ["granska", "--databas", handled.database, "--sammantrade", "2026-04-01"]
    assert main(words, now=NOW, out=out, err=err) == 1
    assert err.getvalue().startswith("Det finns inget sammanträde 2026-04-01.")


def test_wrong_words_of_granska_are_told_in_swedish(handled, capsys):
    with pytest.raises(SystemExit):
        main(["granska", "--format", "pdf"], now=NOW)
    assert "går inte att välja här" in capsys.readouterr().err
