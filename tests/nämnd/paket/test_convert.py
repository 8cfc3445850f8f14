"""Office bilagor through LibreOffice: one run, kept for the next time, nothing fetched."""

import http.server
import tempfile
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nämnd.core.errors import FolderNotWritableError
from nämnd.core.progress import finish
from nämnd.paket.convert import convert_office
from nämnd.paket.plan import Reason, Status
from nämnd.paket.soffice import find_soffice, usual_places
from nämnd.paket.utskick import make_utskick
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.looking import outline_of, text_on
from tests.nämnd.paket.material import word_file

RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 Ett brev p\'e5 svenska.\par}"


def open_document(path: Path, kind: str, body: str) -> Path:
    """Write an OpenDocument file."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{n}="{names}:{n}:1.0"' for n in ("office", "text", "table", "draw"))
    linked = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    content = (
        f'<office:document-content {spaces} {linked} office:version="1.2"><office:body>{body}'
        "</office:body></office:document-content>"
    )
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", media)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return path


def letter(path: Path, inside: str) -> Path:
    """Write a letter with `inside` in its one paragraph."""
    body = f"<office:text><text:p>Hej {inside}</text:p></office:text>"
    return open_document(path, "text", body)


def fake(path: Path, lines: str) -> Path:
    """Write a program that stands for LibreOffice."""
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return path


def test_word_files_of_all_kinds_become_pages_in_one_run(make, tmp_path):
    word = part(word_file(tmp_path / "a.docx"), "1", "Beslut å ä ö.docx")
    odt = letter(tmp_path / "b.odt", "")
    (tmp_path / "c.rtf").write_bytes(RTF)
    plan = make.plan(word, part(odt, "2"), part(tmp_path / "c.rtf", "3"))
    result = finish(make_utskick(plan, tmp_path / "u.pdf"))
    assert [(one.status, one.pages) for one in result.parts] == [
        (Status.CONVERTED, 2),
        (Status.CONVERTED, 1),
        (Status.CONVERTED, 1),
    ]
    assert all(one.tagged for one in result.parts)
    said = [text_on(result.path, one.first_page) for one in result.parts]
    for words, text in zip(("Avsnitt 1", "Hej", "Ett brev på svenska."), said, strict=True):
        assert words in text
    with pikepdf.open(result.path) as pdf:
        assert (3, "Avsnitt 2", 3) in outline_of(pdf)


def test_a_file_is_converted_once(make, tmp_path):
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    first = finish(convert_office(plan)).made[plan.parts[0].sha256]
    broken = replace(plan, soffice=fake(tmp_path / "soffice", "exit 1"))
    assert finish(convert_office(broken)).made[plan.parts[0].sha256] == first
    (kept,) = plan.cache.iterdir()
    assert kept == first


def test_a_file_that_brings_the_program_down_costs_only_itself(make, tmp_path):
    bad = word_file(tmp_path / "dålig.docx", 1)
    good = [word_file(tmp_path / f"{n}.docx", n) for n in (2, 3)]
    plan = make.plan(part(good[0], "1"), part(bad, "2"), part(good[1], "3"))
    crash = plan.parts[1].sha256
    real = plan.soffice
    script = f'case "$*" in *{crash}*) exit 139;; *) exec "{real}" "$@";; esac'
    made = finish(convert_office(replace(plan, soffice=fake(tmp_path / "soffice", script)))).made
    assert made[crash] is Reason.OFFICE_FAILED
    assert sum(isinstance(one, Path) for one in made.values()) == 2


def test_a_program_that_does_not_end_is_ended(make, tmp_path):
    mark = tmp_path / "lever"
    script = f'(while :; do date > "{mark}"; sleep 0.05; done) & wait'
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    plan = replace(plan, soffice=fake(tmp_path / "soffice", script), patience=0.3)
    made = finish(convert_office(plan)).made
    assert list(made.values()) == [Reason.OFFICE_SLOW]
    mark.unlink()
    assert not mark.exists()  # its child would write it again


def test_stopping_ends_the_program_and_leaves_nothing(make, tmp_path):
    script = f'echo $$ > "{tmp_path / "pid"}"; exec sleep 60'
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    plan = replace(plan, soffice=fake(tmp_path / "soffice", script))
    work = convert_office(plan)
    while not (tmp_path / "pid").exists():
        next(work)
    process = Path("/proc", (tmp_path / "pid").read_text().strip())
    work.close()
    assert not process.exists()
    assert not plan.cache.exists()


def test_a_folder_for_passing_files_that_is_gone_is_said(make, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "borta"))
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    with pytest.raises(FolderNotWritableError) as refused:
        finish(convert_office(plan))
    assert refused.value.path == tmp_path / "borta"


def test_a_program_that_cannot_start_is_a_failed_conversion(make, tmp_path):
    (tmp_path / "soffice").write_bytes(b"\x7fELF trasig")
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    made = finish(convert_office(replace(plan, soffice=tmp_path / "soffice"))).made
    assert list(made.values()) == [Reason.OFFICE_FAILED]


def test_a_program_that_makes_rubbish_is_a_failed_conversion(make, tmp_path):
    script = 'for last; do :; done; echo skräp > "${last%.docx}.pdf"'
    plan = make.plan(part(word_file(tmp_path / "a.docx"), "1"))
    made = finish(convert_office(replace(plan, soffice=fake(tmp_path / "soffice", script)))).made
    assert list(made.values()) == [Reason.OFFICE_FAILED]


@pytest.fixture
def visited():
    """Run a web server; return its address and the paths that were asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the library asks for these

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def test_nothing_is_fetched_and_no_file_of_the_computer_shown(make, tmp_path, visited):
    from PIL import Image

    address, paths = visited
    Image.new("RGB", (9, 9), "red").save(tmp_path / "privat.png")
    pictures = "".join(
        f'<draw:frame draw:name="b"><draw:image xlink:href="{href}" xlink:type="simple" '
        'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        for href in (f"{address}/a.png", (tmp_path / "privat.png").as_uri())
    )
    result = make(part(letter(tmp_path / "a.odt", pictures), "1"))
    assert result.parts[0].status is Status.CONVERTED
    assert paths == []
    with pikepdf.open(result.path) as pdf:
        images = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
    assert images == []


def test_libreoffice_is_found_where_it_usually_is(tmp_path):
    assert find_soffice() in usual_places()
    assert find_soffice([tmp_path / "a", fake(tmp_path / "b", "")]) == tmp_path / "b"
    assert find_soffice([]) is None
