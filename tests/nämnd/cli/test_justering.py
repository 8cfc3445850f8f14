"""Sending for justering and reading answers, without a window."""

import io
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.cli import main
from nämnd.justering.commands import RecordPaper
from nämnd.justeringsfil import codes, secrecy
from nämnd.logg.queries import latest
from nämnd.store import Store, place_of
from nämnd.tables import Paragraf
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import SECRET, Chair, a_certificate
from tests.nämnd.protokoll.meeting_day import Doing

NOW = datetime(2026, 3, 28, 10, 0)  # noqa: DTZ001 - local time, as the user's clock shows it
FILE = "Vårdnämnden i Ådalen 2026-03-27 §§ 1–2 v1.justering"


class Desk:
    """A database with a set of §§, and the words said to the program."""

    def __init__(self, folder) -> None:
        self.folder, self.database = folder, str(folder / "x.db")
        self.set = self.fill(Set)

    def fill(self, act):
        store = Store(place_of(self.database), who="Eva Lind", clock=lambda: NOW)
        try:
            return act(store)
        finally:
            store.close()

    def view(self):
        def look(store):
            self.set.store = store
            return self.set.view()

        return self.fill(look)

    def run(self, *words, days=0):
        out, err = io.StringIO(), io.StringIO()
        said = ("justering", *map(str, words), "--databas", self.database)
        code = main(said, now=NOW + timedelta(days=days), out=out, err=err)
        return code, out.getvalue(), err.getvalue()

    def send(self, *words):
        day = ("--sammantrade", "2026-03-27", "--till", self.folder / "ut")
        return self.run("skapa", *day, *words)

    def sent(self, *words):
        """Send; return the package and the codes by name."""
        code, out, err = self.send(*words)
        assert code == 0, err
        path, *lines = out.splitlines()
        found = re.findall(r"^  (.+?) \(.\), .+: (.+)$", "\n".join(lines), re.MULTILINE)
        return Path(path).read_bytes(), dict(found)

    def take(self, svar, *words):
        path = self.folder / "svar från Anna.svar"
        path.write_bytes(svar)
        return self.run("las-in", path, *words, days=1)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)
    return Desk(tmp_path)


def test_a_package_is_made_and_the_codes_are_told(desk):
    code, out, _ = desk.send()
    path, told, *lines = out.splitlines()
    assert code == 0
    assert path == str(desk.folder / "ut" / FILE)
    assert told.startswith("Engångskoder")
    assert [line.split(":")[0] for line in lines] == [
        "  Anna Ek (M), ordförande",
        "  Bo Alm (S), justerare",
    ]
    assert desk.view().läge == "utskickat"
    assert [one.name for one in (desk.folder / "ut").iterdir()] == [FILE]


def test_an_answer_is_read_and_its_comments_are_told(desk):
    package, found = desk.sent()
    anna = Chair(desk.set.anna, package, found["Anna Ek"])
    svar = anna.svar("ändring begärd", (2, "Fel belopp."), (None, "Annars bra."))
    code, out, _ = desk.take(svar)
    assert code == 0
    assert out.splitlines() == [
        "Anna Ek (M): ändring begärd.",
        "  § 2: Fel belopp.",
        "  I övrigt: Annars bra.",
        "§§ 1–2 ska ändras.",
    ]


def test_an_answer_with_another_persons_certificate_is_told_of_and_logged(desk):
    ours = a_certificate("Anna Ek")
    package, found = desk.sent()
    desk.take(Chair(desk.set.anna, package, found["Anna Ek"], certificate=ours).svar())
    svar = Chair(desk.set.bo, package, found["Bo Alm"], certificate=ours).svar()
    code, out, _ = desk.take(svar)
    assert code == 0
    assert "  Certifikatet är också antecknat för Anna Ek." in out
    entries = desk.fill(lambda store: store.ask(latest))
    assert "certifikatet är också antecknat för Anna Ek" in repr(entries[0])


def test_an_answer_that_is_refused_changes_nothing(desk):
    package, found = desk.sent()
    svar = Chair(desk.set.anna, package, found["Anna Ek"]).svar()
    assert desk.take(svar)[0] == 0
    code, out, err = desk.take(svar)
    assert (code, out) == (1, "")
    assert err == (
        "Det här svaret är redan inläst. Varje svar läses in en gång. Ingenting har ändrats.\n"
    )


def test_what_is_no_answer_is_refused(desk):
    assert desk.take(b"hej")[0] == 1


def test_the_way_is_as_it_is_said(desk):
    desk.send("--satt", "underskrift")
    view = desk.view()
    assert view.sätt == "elektronisk underskrift"
    assert [one.ordning for one in view.paket[0].tillfrågade] == [1, 2]


def test_some_paragrafer_become_a_set_of_their_own(desk):
    code, out, _ = desk.send("--paragraf", "2")
    assert code == 0
    assert "§ 2 v1" in out
    code, _, err = desk.send("--paragraf", "1–2")
    assert code == 1
    assert "§ 2" in err


def test_what_is_printed_has_no_codes(desk):
    code, out, _ = desk.send("--utskrift")
    assert (code, out) == (0, f"{desk.folder / 'ut' / FILE.replace('.justering', '.pdf')}\n")


def test_the_passphrase_is_read_from_a_file(desk):
    def mark(store):
        def secret(session):
            session.get(Paragraf, desk.set.second).sekretess_lagrum = "OSL 25:1"

        store.do(Doing(secret))

    desk.fill(mark)
    code, _, err = desk.send()
    assert code == 1
    assert "sekretess" in err
    path = desk.folder / "lösenord.txt"
    path.write_text(f"{SECRET}\n", "utf-8")
    package, found = desk.sent("--losenord-fil", path)
    anna = Chair(desk.set.anna, package, found["Anna Ek"], passphrase=SECRET)
    assert desk.take(anna.svar())[0] == 1
    assert desk.take(anna.svar(), "--losenord-fil", path)[0] == 0


def test_nothing_is_sent_when_the_folder_can_t_be_written(desk):
    (desk.folder / "ut").write_text("en fil", "utf-8")
    assert desk.send()[0] == 1
    assert desk.view().läge == "utkast"


def test_a_justerat_protokoll_leaves_by_export_as_it_was_signed(desk):
    desk.send()

    def record(store):
        desk.set.store = store
        both = (desk.set.anna, desk.set.bo)
        store.do(
            RecordPaper(
                justering_id=desk.set.id, person_ids=both, datum="2026-04-01", today="2026-04-01"
            )
        )
        view = desk.set.view()
        return FileStore(store.place.files).read(view.pdf, "x")

    kept = desk.fill(record)
    out = io.StringIO()
    words = ("exportera", "protokoll", "--databas", desk.database, "--till", str(desk.folder / "p"))
    assert main(words, now=NOW, out=out) == 0
    (path,) = (desk.folder / "p").iterdir()
    assert path.name == "Protokoll 2026-03-27 §§ 1–2.pdf"
    assert path.read_bytes() == kept
