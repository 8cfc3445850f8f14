"""`namnd diarium ta-in`: files and mail registered without a screen."""

import io
import json
from email.message import EmailMessage

import pytest

from nämnd.cli import main
from nämnd.core.changes import Together
from nämnd.store import Store
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import ärenden
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd
from tests.conftest import NOW, TODAY


def run(*words):
    out, err = io.StringIO(), io.StringIO()
    code = main(words, now=NOW, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def place(store):
    nämnd_id = a_nämnd(store, diarieserie="SRVN {år}/{löpnr:04d}")
    draft = ÄrendeDraft(rubrik="Översyn av vården")
    store.do(Together((RegisterÄrende(nämnd_id=nämnd_id, draft=draft, today=TODAY),)), "")
    store.close()
    return store.place


@pytest.fixture
def again(place):
    """Ask the database after the command has closed it."""

    def ask(query):
        store = Store(place, who="Eva Lind", clock=lambda: NOW, read_only=True)
        try:
            return store.ask(query)
        finally:
            store.close()

    return ask


def a_mail():
    mail = EmailMessage()
    mail["Subject"] = "SV: Remissvar om översynen"
    mail["From"] = "Åsa Öberg <asa@exempel.se>"
    mail["Date"] = "Mon, 23 Feb 2026 09:12:00 +0100"
    mail.set_content("Se bilagan.")
    mail.add_attachment("Vi tillstyrker.", filename="Yttrande Region Å.txt")
    return mail.as_bytes()


def test_a_mail_becomes_handlingar_of_an_ärende(place, tmp_path, again):
    path = tmp_path / "brev.eml"
    path.write_bytes(a_mail())
    where = ("--databas", str(place.path), "--arende", "srvn2026/0001")
    code, out, err = run("diarium", "ta-in", str(path), *where, "--format", "json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["ärende"]["dnr"] == "SRVN 2026/0001"
    first, second = told["handlingar"]
    assert (first["beteckning"], first["rubrik"]) == ("SRVN 2026/0001-1", "Remissvar om översynen")
    assert (first["slag"], first["datum"]) == ("e-post", "2026-02-23")
    assert (second["beteckning"], second["rubrik"]) == ("SRVN 2026/0001-2", "Yttrande Region Å")
    assert second["från_till"] == "Åsa Öberg <asa@exempel.se>"
    rows = again(lambda session: handlingar(session, told["ärende"]["id"]))
    assert [row.fil.filnamn for row in rows] == ["brev.eml", "Yttrande Region Å.txt"]


def test_what_is_registered_already_is_left_and_told_of(place, tmp_path, again):
    path = tmp_path / "brev.eml"
    path.write_bytes(a_mail())
    where = ("--databas", str(place.path))
    run("diarium", "ta-in", str(path), *where, "--arende", "SRVN 2026/0001")
    code, out, err = run("diarium", "ta-in", str(path), *where, "--nytt", "Ett till")
    assert (code, out) == (0, "Det fanns ingenting nytt att registrera.\n")
    assert "Togs inte in: brev.eml har samma innehåll som SRVN 2026/0001-1." in err
    rubriker = again(lambda session: [row.rubrik for row in ärenden(session, _nämnd(session))])
    assert rubriker == ["Översyn av vården"]


def test_doubles_are_taken_when_asked_for(place, tmp_path):
    path = tmp_path / "anteckning.txt"
    path.write_text("Text", encoding="utf-8")
    where = ("--databas", str(place.path), "--arende", "SRVN 2026/0001")
    run("diarium", "ta-in", str(path), *where)
    code, out, _ = run("diarium", "ta-in", str(path), *where, "--dubbletter")
    assert code == 0
    assert "SRVN 2026/0001-2  anteckning" in out


def test_a_new_ärende_gets_the_next_number_and_the_rest_is_told(place, tmp_path):
    folder = tmp_path / "mapp"
    folder.mkdir()
    (folder / "Yttrande Region Norr.txt").write_text("Vi avstyrker.", encoding="utf-8")
    (folder / "faktura.pdf").write_bytes(b"MZ\x00\x01")
    (folder / "tom.txt").touch()
    where = ("--databas", str(place.path), "--nytt", "Remiss om patientavgifter")
    code, out, err = run("diarium", "ta-in", str(folder), *where)
    assert code == 0
    assert out.splitlines() == [
        "Registrerade 2 handlingar i SRVN 2026/0002 Remiss om patientavgifter.",
        "  SRVN 2026/0002-1  faktura (varning: program, annat slag)",
        "  SRVN 2026/0002-2  Yttrande Region Norr",
    ]
    assert err == "Togs inte in: mapp/tom.txt (tom).\n"


def test_a_path_that_leads_nowhere_is_refused_and_nothing_registered(place, tmp_path):
    good = tmp_path / "a.txt"
    good.write_text("a", encoding="utf-8")
    where = ("--databas", str(place.path), "--nytt", "Nytt")
    code, out, err = run("diarium", "ta-in", str(good), str(tmp_path / "saknas"), *where)
    assert (code, out) == (1, "")
    assert "saknas" in err


def test_an_ärende_must_be_said(place, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run("diarium", "ta-in", str(tmp_path), "--databas", str(place.path))
    assert ended.value.code == 2
    assert "ange ett av --arende --nytt" in capsys.readouterr().err


def _nämnd(session):
    from nämnd.organisation.queries import nämnder

    return nämnder(session)[0].id
