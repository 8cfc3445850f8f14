"""A folder with 200 files of every kind, good and bad: all told, nothing run, nothing lost."""

import hashlib
import os
import socket
import unicodedata
from email.message import EmailMessage
from pathlib import Path

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core.progress import finish
from nämnd.core.worker import Worker
from nämnd.filtext.reading import read_text
from nämnd.filtext.values import TextState
from nämnd.inkorg.commands import new_handling, taken_in
from nämnd.inkorg.gathering import gather
from nämnd.inkorg.queries import doubles
from nämnd.inkorg.values import Refused
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd
from tests.conftest import NOW, TODAY
from tests.nämnd.filtext import making
from tests.nämnd.post.outlook import msg

pytestmark = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="Windows allows none of these names"
)
CANARY = "sprungen"  # what a script among the files would make, were it run
WARNED = {
    "bomb.docx": ("för stor",),
    "makron.docm": ("makron",),
    "faktura.pdf": ("program", "annat slag"),
    "skript.pdf": ("aktivt innehåll",),
    "startar.pdf": ("aktivt innehåll",),
    "bär.pdf": ("aktivt innehåll",),
    "låst.pdf": ("lösenord",),
    "trasig.docx": ("skadad",),
    "trasig.zip": ("skadad",),
    "entiteter.docx": ("skadad",),
    "trasig.msg": ("skadad",),
    "hämtar.docx": ("hämtar utifrån",),
    "kör.sh": ("program",),
    "sida.html": ("program", "hämtar utifrån"),
    "genväg.lnk": ("program",),
    "fel slag.pdf": ("annat slag",),
}
LEFT = {
    "tom.txt": Refused.EMPTY,
    "tom.pdf": Refused.EMPTY,
    "stor.iso": Refused.TOO_LARGE,
    "Thumbs.db": Refused.SYSTEM,
    "~$Missiv.docx": Refused.SYSTEM,
    ".DS_Store": Refused.SYSTEM,
    "__MACOSX": Refused.SYSTEM,
    "runt": Refused.NOT_A_FILE,
    "ut": Refused.NOT_A_FILE,
    "rör": Refused.NOT_A_FILE,
}


def bad_files():
    script = f"#!/bin/sh\ntouch {CANARY}\n".encode()
    return {
        "bomb.docx": making.bomb_docx(),
        "makron.docm": making.docm(),
        "faktura.pdf": making.PROGRAM,
        "skript.pdf": making.script_pdf(),
        "startar.pdf": making.launch_pdf(),
        "bär.pdf": making.carrying_pdf(),
        "låst.pdf": making.pdf("x", locked="hemligt"),
        "trasig.docx": making.docx("trasig")[:2000],
        "trasig.zip": b"PK\x03\x04" + bytes(40),
        "entiteter.docx": making.entity_docx(),
        "trasig.msg": msg("x", "y")[:900],
        "hämtar.docx": making.fetching_docx(),
        "kör.sh": script,
        "sida.html": b"<html><script src='https://ont.example/x.js'></script>",
        "genväg.lnk": b"L\0\0\0\x01\x14\x02\0" + bytes(80),
        "fel slag.pdf": making.docx("ingen pdf"),
        "tom.txt": b"",
        "tom.pdf": b"",
        "Thumbs.db": b"x",
        "~$Missiv.docx": b"x",
        ".DS_Store": b"x",
    }


def good_files():
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "Inre", "b@exempel.se"
    inner.set_content("inre")
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "Yttre", "a@exempel.se"
    outer.set_content("yttre")
    outer.add_attachment(inner)
    outer.add_attachment(b"ont", maintype="a", subtype="b", filename="../../../ut.txt")
    return {
        "brev.eml": outer.as_bytes(),
        "brev.msg": msg("Från Outlook", "text", attached=(("a.txt", b"A", None),)),
        "bild.png": making.PNG,
        "skanning.pdf": making.pdf(picture=True),
        unicodedata.normalize("NFD", "Åtgärder på ön.txt"): b"delad",
        "å" * 120 + ".txt": b"en mycket lang fil",
        "rad\nbyte\x07.txt": b"styrtecken",
        "rtl\u202efdp.txt": b"vand",
        "con.txt": b"reserverat",
        "-rf.txt": b"streck",
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("mixed") / "inkommet"
    made.mkdir()
    for name, data in {**bad_files(), **good_files()}.items():
        (made / name).write_bytes(data)
    with (made / "stor.iso").open("wb") as file:
        file.truncate(1 << 40)
    (made / "kör.sh").chmod(0o755)
    (made / "runt").symlink_to(made)
    (made / "ut").symlink_to("/etc/passwd")
    os.mkfifo(made / "rör")
    (made / "__MACOSX").mkdir()
    (made / "__MACOSX" / "._a").write_bytes(b"x")
    kinds = (
        lambda n: (f"Yttrande {n}.pdf", making.pdf(f"Yttrande {n}")),
        lambda n: (f"Missiv {n}.docx", making.docx(f"Missiv {n}")),
        lambda n: (f"Tabell {n}.xlsx", making.xlsx({"Blad": [[n]]})),
        lambda n: (f"Anteckning {n}.txt", f"Anteckning {n}".encode()),
    )
    deep = made / "a" / "b"
    deep.mkdir(parents=True)
    for number in range(200 - sum(1 for _ in made.iterdir())):
        name, data = kinds[number % 4](number)
        (deep / name).write_bytes(data)
    return made


@pytest.fixture(scope="module")
def kept_files(tmp_path_factory):
    return FileStore(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def gathered(folder, kept_files, tmp_path_factory):
    """Gather without a network, in a folder where a script would leave its trace."""

    def refuse(*_):
        raise AssertionError("the network was asked")

    with pytest.MonkeyPatch.context() as patched:
        for name in ("connect", "connect_ex", "sendto"):
            patched.setattr(socket.socket, name, refuse)
        patched.setattr(socket, "getaddrinfo", refuse)
        patched.chdir(tmp_path_factory.mktemp("here"))
        before = _times(folder)
        found = finish(gather((folder,), kept_files, lambda _: {}, today=TODAY))
        assert _times(folder) == before
        assert not list(Path.cwd().iterdir())
    return found


def _times(folder):
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def find(store):
    return lambda known: store.ask(lambda session: doubles(session, known))


def by_place(found):
    return {one.place.removeprefix("inkommet/"): one for one in found.proposed}


def to_be_taken(folder):
    return [
        path
        for path in folder.rglob("*")
        if not path.is_dir() and "__MACOSX" not in path.parts and path.name not in LEFT
    ]


def test_all_of_it_is_told(gathered, folder):
    places = by_place(gathered)
    left = {one.place.removeprefix("inkommet/"): one.why for one in gathered.left}
    assert left == LEFT
    assert {name: one.warnings for name, one in places.items() if one.warnings} == WARNED
    of_mails = {one for one in places if ", " in one}
    assert of_mails == {"brev.eml, Inre.eml", "brev.eml, ut.txt", "brev.msg, a.txt"}
    assert len(places) - len(of_mails) == len(to_be_taken(folder)) > 160


def test_nothing_is_lost_or_run(gathered, folder, kept_files, tmp_path_factory):
    kept = {one.file.sha256 for one in gathered.proposed}
    for path in to_be_taken(folder):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        assert digest in kept
        assert kept_files.read(digest, path.name) == data
    assert not list(tmp_path_factory.getbasetemp().rglob(CANARY))


def test_every_name_is_fit_to_show_and_to_write(gathered, tmp_path):
    for one in gathered.proposed:
        assert one.file.name.isprintable()
        assert unicodedata.is_normalized("NFC", one.file.name)
        written = safe_name(one.file.name)
        assert (tmp_path / written).parent == tmp_path
        assert not written.startswith("-")
        assert len(written.encode()) <= 255


def test_all_of_it_is_registered_in_one_step_and_then_known(gathered, store, files, folder):
    nämnd_id = a_nämnd(store, diarieserie="SRVN {år}/{löpnr:04d}")
    new = RegisterÄrende(nämnd_id=nämnd_id, draft=ÄrendeDraft(rubrik="Allt"), today=TODAY)
    chosen = tuple(new_handling(one) for one in gathered.proposed)
    store.do(taken_in(new, chosen, when=NOW.isoformat(), today=TODAY), "ta in")
    rows = store.ask(lambda session: handlingar(session, new.ärende_id))
    assert [row.löpnr for row in rows] == list(range(1, len(chosen) + 1))
    assert [row.fil.varningar for row in rows] == [one.warnings for one in gathered.proposed]
    again = finish(gather((folder,), files, find(store), today=TODAY))
    assert all(one.doubles for one in again.proposed)


def test_the_words_of_them_are_read_or_it_is_told_why_not(gathered, kept_files):
    states = {
        name: read_text(kept_files.read(one.file.sha256, one.file.name), one.file.name).state
        for name, one in by_place(gathered).items()
    }
    unread = {name: state for name, state in states.items() if state is not TextState.READ}
    assert unread == {
        "bild.png": TextState.WITHOUT_TEXT,
        "skanning.pdf": TextState.WITHOUT_TEXT,
        "sida.html": TextState.WITHOUT_TEXT,
        "faktura.pdf": TextState.UNKNOWN_KIND,
        "kör.sh": TextState.UNKNOWN_KIND,
        "genväg.lnk": TextState.UNKNOWN_KIND,
        "trasig.zip": TextState.UNKNOWN_KIND,
        "bomb.docx": TextState.UNREADABLE,
        "entiteter.docx": TextState.UNREADABLE,
        "låst.pdf": TextState.UNREADABLE,
        "trasig.docx": TextState.UNREADABLE,
        "trasig.msg": TextState.UNREADABLE,
    }


def test_a_worker_sees_the_same(gathered, folder, kept_files):
    worker = Worker()
    try:
        work = gather((folder,), kept_files, lambda _: {}, today=TODAY, worker=worker)
        assert finish(work) == gathered
    finally:
        worker.close()
