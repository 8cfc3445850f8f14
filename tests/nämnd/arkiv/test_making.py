"""What an archive folder holds, and that it is there whole or not at all."""

import csv
import hashlib
import re
import resource
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from nämnd.arkiv.checking import check_archive
from nämnd.arkiv.errors import ArkivTakenError, NotArchivableError
from nämnd.arkiv.gathering import order_of
from nämnd.arkiv.values import CHECKSUMS, INDEX_CSV, INDEX_HTML
from nämnd.core.errors import DiskFullError, FileDamagedError, FileMissingError
from nämnd.core.progress import finish
from nämnd.error_messages import message_for
from nämnd.justering.commands import StepBack
from nämnd.logg.queries import head
from nämnd.paket.soffice import find_soffice
from nämnd.publicering.commands import RecordPublished
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.tables import Utgåva
from nämnd.underskrift.checking import check
from nämnd.utbyte.preparing import prepare
from nämnd.översikt.later import later
from tests.builders import a_bilaga
from tests.nämnd.arkiv.archiving import ARCHIVED, Archive
from tests.nämnd.justering.sets import Set


def names(made):
    return {
        path.relative_to(made.folder).as_posix()
        for path in made.folder.rglob("*")
        if path.is_file()
    }


def listed(made, path):
    return next(one for one in made.manifest.filer if one.path == path)


def test_everything_of_the_sammanträde_lies_in_the_folder(archive):
    archive.enrich()
    made = archive.make()
    assert made.folder.name == "Arkiv VÅN 2026-03-27"
    assert names(made) == {
        "protokoll/Protokoll 2026-03-27 § 1.pdf",
        "protokoll/Protokoll 2026-03-27 § 1.docx",
        "protokoll/Protokoll 2026-03-27 § 2.pdf",
        "protokoll/Protokoll 2026-03-27 § 2.docx",
        "protokoll/Underskriven sida § 2.pdf",
        "protokoll/Rättelse 2026-04-20 § 2.pdf",
        "offentligt/protokoll offentligt.pdf",
        "anslag/Anslagsbevis § 1.pdf",
        "anslag/Anslagsbevis § 2.pdf",
        "utdrag/utdrag.pdf",
        "justering/VÅN 2026-03-27 § 1 v1.justering",
        "justering/VÅN 2026-03-27 § 1 v1 omgång 2.justering",
        "bilagor/1A Missiv.pdf",
        "bilagor/1B Trasig skiss & annat.pdf",
        "data/utbyte.json",
        *(one.path for one in made.manifest.filer if one.path.startswith("data/utbyte-filer/")),
        "manifest.json",
        "index.html",
        "index.csv",
        "checksummor.txt",
    }
    assert made.manifest.saknas == (
        "Laga kraft § 1: inte bekräftad än",
        "Laga kraft § 2: inte bekräftad än",
    )
    assert check_archive(made.folder).findings == ()


def test_the_signed_file_is_the_very_one_with_both_signatures(archive):
    made = archive.make()
    data = (made.folder / "protokoll/Protokoll 2026-03-27 § 1.pdf").read_bytes()
    assert hashlib.sha256(data).hexdigest() == archive.set.view(archive.electronic).pdf
    report = check(data, (), now=ARCHIVED)
    assert [one.intact for one in report.signatures] == [True, True]
    assert report.unsigned == ()
    found = listed(made, "protokoll/Protokoll 2026-03-27 § 1.pdf")
    assert found.pdfa == "PDF/A-1a"
    assert "Anna Ek (M), ordförande (elektronisk underskrift 2026-03-28)" in found.anmärkning


def test_what_is_not_pdfa_is_told_not_hidden(archive):
    made = archive.make()
    odd = "bilagor/1B Trasig skiss & annat.pdf"
    assert listed(made, odd).pdfa is None
    page = (made.folder / INDEX_HTML).read_text(encoding="utf-8")
    _, _, below = page.partition("<h2>Inte i PDF/A</h2>")
    assert "1B Trasig skiss &amp; annat.pdf" in below
    assert "1A Missiv.pdf" not in below


def test_the_index_leads_to_each_file_and_nowhere_else(archive):
    archive.enrich()
    made = archive.make()
    links = []

    class Links(HTMLParser):
        def handle_starttag(self, _tag, attrs):
            links.extend(value for name, value in attrs if name in ("href", "src"))

    Links().feed((made.folder / INDEX_HTML).read_text(encoding="utf-8"))
    assert [unquote(one) for one in links] == [one.path for one in made.manifest.filer]
    assert all((made.folder / unquote(one)).is_file() for one in links)


def test_the_index_as_a_table_has_a_row_for_each_file(archive):
    made = archive.make()
    text = (made.folder / INDEX_CSV).read_text(encoding="utf-8-sig")
    head_row, *rows = csv.reader(text.splitlines(), delimiter=";")
    assert head_row[0] == "Grupp"
    assert [row[1] for row in rows] == [one.path for one in made.manifest.filer]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum")
def test_the_checksums_are_checked_without_the_program(archive):
    made = archive.make()
    command = ["sha256sum", "--check", "--strict", CHECKSUMS]
    done = subprocess.run(command, cwd=made.folder, check=False, capture_output=True)  # noqa: S603
    assert done.returncode == 0, done.stdout


def test_what_is_archived_is_known_afterwards_with_the_sum_of_its_checksums(archive):
    made = archive.make()
    row = archive.store.ask(
        lambda s: s.query(Utgåva.sha256, Utgåva.filnamn).filter_by(dokument="arkiv").one()
    )
    sums = (made.folder / CHECKSUMS).read_bytes()
    assert tuple(row) == (hashlib.sha256(sums).hexdigest(), made.folder.name)
    stage = archive.store.ask(lambda s: later(s, archive.set.sammanträde, today=ARCHIVED.date()))
    assert stage.arkiverat


def test_the_head_of_the_log_is_in_the_folder(archive):
    before = archive.store.ask(head)
    assert archive.make().manifest.logg == before


def test_the_data_can_be_read_in_again(archive):
    made = archive.make()
    prepared = finish(prepare(made.folder / "data/utbyte.json", archive.files))
    (one,) = prepared.file.sammanträden
    assert len(one.punkter[0].bilagor) == 2


@pytest.mark.skipif(find_soffice() is None, reason="no LibreOffice")
def test_a_word_bilaga_lies_there_as_it_was_and_as_pdfa(store, files, tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    made = Archive(store, files, folder, office=True).make()
    assert listed(made, "bilagor/1C Från Word.docx").anmärkning == "Original; PDF/A-kopian bredvid"
    assert listed(made, "bilagor/1C Från Word.docx.pdf").pdfa == "PDF/A-2b"


def test_without_libreoffice_the_word_bilaga_is_listed_as_not_pdfa(store, files, tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    archive = Archive(store, files, folder, office=True)
    made = archive.make(replace(archive.order(), soffice=None))
    assert "LibreOffice finns inte" not in listed(made, "bilagor/1A Missiv.pdf").anmärkning
    assert "ingen PDF/A" in listed(made, "bilagor/1C Från Word.docx").anmärkning


def test_what_is_not_justerat_is_not_archived(store, files, now):
    unfinished = Set(store)
    with pytest.raises(NotArchivableError) as caught:
        order_of(store, files, unfinished.sammanträde, who="Eva Lind", now=now)
    assert caught.value.which == "§§ 1–2"
    assert "justerade" in message_for(caught.value)


def test_after_a_step_back_only_the_rest_is_justerat(archive):
    archive.store.do(
        StepBack(justering_id=archive.on_paper, skäl="Fel datum", when=ARCHIVED.isoformat())
    )
    with pytest.raises(NotArchivableError) as caught:
        archive.order()
    assert caught.value.which == "§ 2"


def test_a_folder_that_is_there_is_left_alone(archive):
    made = archive.make()
    before = names(made)
    with pytest.raises(ArkivTakenError):
        archive.make()
    assert names(made) == before
    assert list(archive.folder.iterdir()) == [made.folder]


def test_a_full_disk_leaves_nothing_behind(archive):
    order = archive.order()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, usual[1]))
    try:
        with pytest.raises(DiskFullError):
            archive.make(order)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(archive.folder.iterdir()) == []


def test_work_that_is_stopped_leaves_nothing_behind(archive):
    from nämnd.arkiv.making import make_archive, make_archive_files

    order = archive.order()
    for steps in (1, 4, len(order.items) + 1):
        work = make_archive(make_archive_files, order, archive.files, archive.folder)
        for _ in range(steps):
            next(work)
        assert len(list(archive.folder.iterdir())) == 1
        work.close()
        assert list(archive.folder.iterdir()) == []


def test_a_file_that_is_gone_from_the_store_is_listed_as_missing(archive):
    kept = archive.files.keep_bytes(b"borta snart", "borta.pdf")
    a_bilaga(archive.store, archive.punkt, "Borta", file=kept)
    archive.files.path_of(kept.sha256).unlink()
    made = archive.make()
    assert [one for one in made.manifest.saknas if "Borta" in one]
    assert "Data: filen borta.pdf finns inte längre" in made.manifest.saknas
    page = (made.folder / INDEX_HTML).read_text(encoding="utf-8")
    assert re.search(r"<h2>Saknas</h2>.*1C Borta", page, re.DOTALL)
    assert check_archive(made.folder).findings == ()
    prepared = finish(prepare(made.folder / "data/utbyte.json", archive.files))
    assert len(prepared.file.sammanträden[0].punkter[0].bilagor) == 3


def test_a_file_that_goes_while_it_is_archived_stops_it(archive):
    order = archive.order()
    archive.files.path_of(archive.set.view(archive.on_paper).pdf or "").unlink()
    with pytest.raises(FileMissingError):
        archive.make(order)
    assert list(archive.folder.iterdir()) == []


def test_a_signed_file_that_is_gone_is_drawn_anew_and_that_is_said(archive):
    archive.files.path_of(archive.set.view(archive.electronic).pdf or "").unlink()
    made = archive.make()
    found = listed(made, "protokoll/Protokoll 2026-03-27 § 1.pdf")
    assert "undertecknade originalet finns inte" in found.anmärkning


def test_a_file_that_is_damaged_in_the_store_stops_it(archive):
    key = archive.set.view(archive.electronic).pdf or ""
    archive.files.path_of(key).write_bytes(b"skadad")
    with pytest.raises(FileDamagedError):
        archive.make()
    assert list(archive.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("begins", "suffix"),
    [(b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff\xe0", ".jpg"), (b"MM\x00*", ".tif")],
)
def test_a_scanned_page_that_is_a_picture_is_called_so(store, files, tmp_path, begins, suffix):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    order = Archive(store, files, folder, scan=begins + b"resten").order()
    assert f"protokoll/Underskriven sida § 2{suffix}" in [one.path for one in order.items]


def test_only_the_newest_public_version_lies_there_with_all_its_files(archive):
    def published(when, *names):
        utgåvor = []
        for name in names:
            kept = archive.files.keep_bytes(name.encode() + when.isoformat().encode(), name)
            form = name.rpartition(".")[2]
            utgåvor.append(
                NewUtgåva("protokoll offentligt", form, kept.sha256, kept.size, name, "1")
            )
        command = RecordPublished(
            sammanträde_id=archive.set.sammanträde, utgåvor=tuple(utgåvor), when=when
        )
        archive.store.do(command)

    published(ARCHIVED - timedelta(days=9), "gammal.pdf")
    published(ARCHIVED - timedelta(days=2), "ny.pdf", "ny.docx")
    paths = [one.path for one in archive.order().items if one.path.startswith("offentligt/")]
    assert sorted(paths) == ["offentligt/ny.docx", "offentligt/ny.pdf"]
