"""From sending to what leaves, by the command line and files alone."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from nämnd.cli import main
from nämnd.justering.queries import known_certificates
from nämnd.justeringsfil import codes, secrecy
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft
from nämnd.protokoll.values import ExpedieringRow
from nämnd.store import Store, place_of
from nämnd.underskrift.checking import check
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import NOW, Chair, a_certificate

pytestmark = pytest.mark.flow


class Desk:
    """The secretary's computer: a database and a folder for what leaves."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.out, self.database = folder / "ut", str(folder / "namnd.db")
        self.days = 0
        self.set = self.at(self.fill)

    def at(self, act):
        store = Store(place_of(self.database), who="Eva Lind", clock=lambda: NOW)
        try:
            return act(store)
        finally:
            store.close()

    @staticmethod
    def fill(store):
        made = Set(store, kortnamn="VÅN", juridisk_form="samverkan")
        draft = store.ask(lambda session: paragraf_draft(session, made.second))
        draft = replace(draft, expedieringar=(ExpedieringRow("Region Norr"),))
        store.do(SaveParagraf(paragraf_id=made.second, draft=draft))
        return made

    def run(self, *words: object) -> tuple[int, list[str], str]:
        out, err = io.StringIO(), io.StringIO()
        said = (*map(str, words), "--databas", self.database)
        code = main(said, now=NOW + timedelta(days=self.days), out=out, err=err)
        return code, out.getvalue().splitlines(), err.getvalue()

    def send(self) -> tuple[Path, dict[str, str]]:
        """Send the set; return the package and the codes by name."""
        code, (path, *lines), err = self.run(
            "justering", "skapa", "--satt", "underskrift", "--till", self.out
        )
        assert (code, err) == (0, "")
        told = (line.strip().rpartition(": ") for line in lines[1:])
        return Path(path), {who.partition(" (")[0]: given for who, _, given in told}

    def export(self, what: str, *words: str) -> list[Path]:
        code, lines, err = self.run("exportera", what, "--till", self.out / what, *words)
        assert code == 0, err
        return [Path(line) for line in lines]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)  # what it costs to try codes is not what is tested
    monkeypatch.setattr(secrecy, "COST", 2)
    return Desk(tmp_path / "sekreteraren")


def signed_elsewhere(package: Path, person: str, name: str, code: str, hours: int) -> Path:
    """Sign on another computer, which has the package alone; return the answer."""
    chair = Chair(person, package.read_bytes(), code, certificate=a_certificate(name), hours=hours)
    svar = package.with_name(f"{name}.svar")
    svar.write_bytes(chair.signature())
    return svar


def test_a_protokoll_is_signed_by_two_and_leaves(desk):
    code, _, err = desk.run("exportera", "utdrag", "--till", desk.out)
    assert (code, "justera" in err) == (1, True)  # no utdrag before the justering

    first, told = desk.send()
    svar = signed_elsewhere(first, desk.set.anna, "Anna Ek", told["Anna Ek"], 2)
    desk.days = 1
    code, lines, err = desk.run("justering", "las-in", svar)
    assert (code, lines[-1]) == (0, "§§ 1–2 väntar på fler svar."), err

    second, told = desk.send()
    assert list(told) == ["Bo Alm"]
    svar = signed_elsewhere(second, desk.set.bo, "Bo Alm", told["Bo Alm"], 30)
    desk.days = 2
    code, lines, err = desk.run("justering", "las-in", svar)
    assert (code, lines[-1]) == (0, "§§ 1–2 har justerats."), err
    assert desk.run("justering", "las-in", svar)[0] == 1

    (kept,) = desk.export("protokoll")
    known = [one.der for one in desk.at(lambda store: store.ask(known_certificates))]
    report = check(kept.read_bytes(), known, now=NOW + timedelta(days=3))
    assert [one.problem for one in report.signatures] == [None, None]

    (utdrag,) = desk.export("utdrag")
    assert "Region Norr" in utdrag.name
    assert "UTKAST" not in utdrag.name
    (folder, *_) = desk.export("arkiv")
    names = [one.name for one in folder.rglob("*") if one.is_file()]
    assert "index.html" in names
    assert any(one.read_bytes() == kept.read_bytes() for one in folder.rglob("*.pdf"))
