"""What is said of a file: who has signed it, whether it is intact, whether it is the one made."""

import shutil
from dataclasses import replace

import pytest

from nämnd.core.errors import FileMissingError
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.kontroll.sentences import text_of, verdict
from nämnd.kontroll.values import Grade, Kind, What
from tests.nämnd.arkiv.archiving import a_pdf
from tests.nämnd.kontroll.conftest import said, told
from tests.nämnd.paket.justering.playing import NOW, SECRET, a_certificate, chair


def test_the_justerade_protokoll_is_whole_signed_by_both_and_the_very_one(world):
    report = world.check(world.signed)
    assert said(report) == [
        "SIGNED", "SIGNED", "KEPT", "JUSTERAT", "PUBLIC_EXISTS", "HEAD_KNOWN",
    ]  # fmt: skip
    assert report.fits
    words = told(report)
    assert "Underskrift av Anna Ek (M), ordförande: undertecknad 2026-03-28 15.00 med" in words
    assert "justerade protokollet, § 1, justerat 2026-03-28" in words
    assert "Vårdnämnden i Ådalen 2026-03-27" in words
    assert [one.name for one in report.signatures] == ["Anna Ek", "Bo Alm"]


def test_without_a_database_it_is_said_what_could_not_be_known(world):
    report = world.check(world.signed, database=False)
    assert said(report) == ["SIGNED_UNPROVED", "SIGNED_UNPROVED", "NO_DATABASE"]
    assert report.fits
    assert not report.database


def test_a_protokoll_whose_second_signature_is_cut_off_has_an_unsigned_place(world, tmp_path):
    first = cut(world, tmp_path)
    for database in (True, False):
        report = world.check(first, database=database)
        assert not report.fits
        assert "UNSIGNED" in said(report)
        assert "Underskrift av Bo Alm (S), justerare saknas." in told(report)
    assert "REPLACED" in said(world.check(first))


def test_a_protokoll_with_no_signature_left_says_both_places(world, tmp_path):
    from nämnd.justeringsfil.opening import open_package

    path = tmp_path / "a.pdf"
    path.write_bytes(open_package(world.package().read_bytes()).pdf)
    report = world.check(path, database=False)
    assert said(report) == ["UNSIGNED", "UNSIGNED", "NO_DATABASE"]
    assert not report.fits


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_an_altered_pdf_is_not_believed(world, tmp_path, place):
    data = bytearray(world.signed.read_bytes())
    data[int(len(data) * place)] ^= 1
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    report = world.check(path)
    assert not report.fits
    assert {"SIGNED_BROKEN", "SIGNED_UNREADABLE"} & set(said(report))
    assert "KEPT" not in said(report)


def test_something_added_after_the_signatures_is_told(world, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(world.signed.read_bytes() + b"\n% mer\n")
    report = world.check(path)
    assert "SIGNED_CHANGED_AFTER" in said(report)
    assert not report.fits


def test_a_forged_signature_is_of_an_unknown_certificate(world, tmp_path):
    forged = a_certificate("Anna Ek")  # anybody can make one with that name
    bo = chair(world.archive.secretary, world.archive.set.bo,
                 world.package(" omgång 2").read_bytes(), certificate=forged)  # fmt: skip
    path = tmp_path / "a.pdf"
    path.write_bytes(bo.signed())
    report = world.check(path)
    assert not report.fits
    assert "SIGNED_UNKNOWN" in said(report)
    assert "Vem som helst kan ha gjort det" in told(report)


def test_a_pdf_of_anything_else_says_that_there_is_nothing_signed(world, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_pdf("Något annat"))
    report = world.check(path)
    assert said(report) == ["NO_SIGNATURE", "NOT_KEPT"]
    assert report.fits
    assert verdict(report) == "PDF-filen: inget fel, men inget som styrker något heller"


def test_what_was_sent_or_published_is_known_again(world):
    for name in ("utdrag/utdrag.pdf", "offentligt/protokoll offentligt.pdf"):
        report = world.check(world.made.folder / name)
        assert "KEPT" in said(report)
        assert "PUBLIC_EXISTS" not in said(report)
        assert report.fits
    assert "det offentliga protokollet, Vårdnämnden" in told(report)


def test_a_cut_pdf_is_not_readable_and_nothing_worse(world, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(world.signed.read_bytes()[:3000])
    report = world.check(path)
    assert said(report)[0] == "SIGNED_UNREADABLE"
    assert not report.fits


def test_a_package_that_was_sent_is_known(world):
    report = world.check(world.package(" omgång 2"))
    assert said(report) == ["PAKET_WHOLE", "PAKET_SENT", "SIGNED", "UNSIGNED_YET", "HEAD_KNOWN",
                            "HEAD_KNOWN"]  # fmt: skip
    assert report.fits
    assert "§ 1, version 1" in told(report)


def test_an_entry_of_the_log_is_named_once_for_a_package_and_the_pdf_in_it(world):
    heads = [one for one in world.check(world.package()).findings if one.what is What.HEAD_KNOWN]
    assert [text_of(one) for one in heads] == [
        "Post 16 i loggen, som den hänvisar till, finns kvar oförändrad."
    ]


def test_a_package_without_a_database_says_what_proves_it(world):
    report = world.check(world.package(), database=False)
    assert said(report)[:2] == ["PAKET_WHOLE", "PAKET_UNPROVED"]
    assert report.fits


def test_an_altered_package_is_refused_with_the_reason(world, tmp_path):
    data = bytearray(world.package().read_bytes())
    data[len(data) // 2] ^= 1
    path = tmp_path / "a.justering"
    path.write_bytes(data)
    report = world.check(path)
    assert said(report) == ["REFUSED"]
    assert not report.fits
    assert report.kind is Kind.PAKET


def test_a_package_made_anew_with_all_checksums_is_not_the_one_that_was_sent(world, tmp_path):
    from nämnd.justeringsfil.opening import open_package
    from nämnd.justeringsfil.packing import pack

    old = open_package(world.package().read_bytes())
    bare = replace(old.manifest, delar=(), meddelande="Skynda")
    data, _ = pack(bare, old.pdf, old.innehåll, {}, None)
    path = tmp_path / "a.justering"
    path.write_bytes(data)
    report = world.check(path)
    assert "PAKET_CHANGED" in said(report)
    assert not report.fits


def test_a_locked_package_asks_for_its_passphrase(world, tmp_path):
    from nämnd.justeringsfil.opening import open_package
    from nämnd.justeringsfil.packing import pack

    old = open_package(world.package().read_bytes())
    data, _ = pack(replace(old.manifest, delar=()), old.pdf, old.innehåll, {}, SECRET)
    path = tmp_path / "a.justering"
    path.write_bytes(data)
    for passphrase, why in (
        (None, PackageFault.PASSPHRASE_NEEDED),
        ("fel lösenord här", PackageFault.WRONG_PASSPHRASE),
    ):
        with pytest.raises(PackageError) as caught:
            world.check(path, passphrase=passphrase)
        assert caught.value.why is why
    assert said(world.check(path, passphrase=SECRET))[0] == "PAKET_WHOLE"


def an_answer(world, tmp_path, package=None, slag="godkänt", **facts):
    bo = chair(world.archive.secretary, world.archive.set.bo,
               package or world.package(" omgång 2").read_bytes(), hours=8)  # fmt: skip
    path = tmp_path / "a.svar"
    path.write_bytes(bo.svar(slag, **facts))
    return path


def test_an_answer_is_proved_by_its_code(world, tmp_path):
    report = world.check(an_answer(world, tmp_path))
    assert said(report) == ["SVAR_SAYS", "SVAR_PROVED", "SVAR_NOT_TAKEN"]
    assert "Bo Alm svarar «godkänt» 2026-03-28 18.00" in told(report)
    assert "engångskoden" in told(report)


def test_a_signed_answer_has_a_signature_that_holds(world, tmp_path):
    bo = signing_bo(world)
    path = tmp_path / "a.svar"
    path.write_bytes(bo.signature())
    report = world.check(path)
    assert said(report)[:3] == ["SVAR_SAYS", "SVAR_PROVED", "SVAR_SIGNED"]


def test_a_text_that_was_changed_before_it_was_signed_is_told(world, tmp_path):
    bo = signing_bo(world)
    bo.rewritten()
    path = tmp_path / "a.svar"
    bo.paket, changed = replace(bo.paket, pdf=as_sent(world)), bo.signed()
    path.write_bytes(bo.signature(changed))
    report = world.check(path)
    assert "REFUSED" in said(report)
    assert not report.fits


def test_an_answer_without_a_database_says_that_nobody_can_know_whose_it_is(world, tmp_path):
    report = world.check(an_answer(world, tmp_path), database=False)
    assert said(report) == ["SVAR_SAYS", "SVAR_UNPROVED", "NO_DATABASE"]


def test_an_altered_answer_is_refused_with_the_reason(world, tmp_path):
    path = an_answer(world, tmp_path)
    data = path.read_bytes()
    path.write_bytes(data.replace("godkänt".encode(), b"godkunt"))
    report = world.check(path)
    assert not report.fits
    assert said(report) == ["REFUSED"]


def test_an_answer_with_somebody_elses_name_is_not_proved(world, tmp_path):
    path = an_answer(world, tmp_path)
    anna, bo = world.archive.set.anna.encode(), world.archive.set.bo.encode()
    path.write_bytes(path.read_bytes().replace(bo, anna))
    report = world.check(path)
    assert not report.fits


def test_an_answer_to_another_database_is_called_so(world, tmp_path, store, files):
    from tests.nämnd.justering.sets import Set
    from tests.nämnd.paket.justering.playing import Secretary

    other = Secretary(Set(store), files)
    package = other.send()
    bo = chair(other, other.set.bo, package)
    path = tmp_path / "a.svar"
    path.write_bytes(bo.svar())
    assert "SVAR_FOREIGN" in said(world.check(path))
    path = tmp_path / "a.justering"
    path.write_bytes(package)
    assert "PAKET_FOREIGN" in said(world.check(path))


def test_a_file_that_is_nothing_of_ours_says_so(world, tmp_path):
    for data in (b"", b"hej", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04" + b"x" * 99):
        path = tmp_path / "a.txt"
        path.write_bytes(data)
        report = world.check(path)
        assert not report.fits
        assert verdict(report).endswith("något stämmer inte")


def test_a_word_file_that_was_made_is_known_again(world, tmp_path):
    kept = world.archive.files.keep_bytes(b"ett utdrag som Word", "utdrag.docx")
    from nämnd.publicering.commands import RecordPublished
    from nämnd.sammanträde.utskick_commands import NewUtgåva

    new = NewUtgåva("protokoll offentligt", "docx", kept.sha256, kept.size, "p.docx", "1")
    sammanträde = world.archive.set.sammanträde
    world.archive.store.do(RecordPublished(sammanträde_id=sammanträde, utgåvor=(new,), when=NOW))
    path = tmp_path / "a.docx"
    path.write_bytes(b"ett utdrag som Word")
    report = world.check(path)
    assert said(report) == ["KEPT"]
    assert report.fits


def test_a_file_that_is_gone_is_refused(world, tmp_path):
    with pytest.raises(FileMissingError):
        world.check(tmp_path / "borta.pdf")


def test_an_archive_folder_is_whole_and_recorded(world):
    report = world.check(world.made.folder)
    assert said(report)[:2] == ["ARKIV_WHOLE", "ARKIV_RECORDED"]
    assert report.fits
    assert {one.what for one in report.findings if one.fil} >= {What.SIGNED, What.HEAD_KNOWN}


def test_an_archive_folder_without_a_database(world):
    report = world.check(world.made.folder, database=False)
    assert said(report)[:2] == ["ARKIV_WHOLE", "ARKIV_UNPROVED"]
    assert report.fits


def test_a_changed_file_of_an_archive_is_named(world, tmp_path):
    folder = shutil.copytree(world.made.folder, tmp_path / "arkiv")
    name = "anslag/Anslagsbevis § 1.pdf"
    (folder / name).write_bytes(b"x")
    report = world.check(folder)
    assert [one.fil for one in report.findings if one.grade is Grade.BAD] == [name]
    assert "Filen har ändrats sedan mappen gjordes." in told(report)


def test_an_archive_whose_lists_are_rewritten_is_noticed_with_the_database(world, tmp_path):
    from tests.nämnd.arkiv.test_checking import rewritten

    folder = shutil.copytree(world.made.folder, tmp_path / "arkiv")
    rewritten(folder, "anslag/Anslagsbevis § 1.pdf", a_pdf("Ett annat"))
    assert world.check(folder, database=False).fits
    report = world.check(folder)
    assert "ARKIV_REWRITTEN" in said(report)
    assert not report.fits


def test_a_folder_of_something_else_is_refused(world, tmp_path):
    report = world.check(tmp_path)
    assert said(report) == ["REFUSED"]
    assert not report.fits


def test_every_sentence_can_be_said():
    from nämnd.kontroll.values import found

    names = [
        *("plats", "tid", "namn", "vems", "vad", "nämnd", "dag", "paragrafer", "datum", "post"),
        *("version", "vem", "skäl", "slag", "kommentarer", "bevis", "antal", "sista"),
    ]
    for what in What:
        text = text_of(found(what, **dict.fromkeys(names, "x")))
        assert text
        assert "{" not in text


def cut(world, tmp_path):
    """Return the protokoll as it was when Anna had signed: Bo's signature is cut off."""
    report = world.check(world.signed)
    data = world.signed.read_bytes()
    import hashlib

    end = next(
        at
        for at in range(len(data))
        if data[at - 6 : at] == b"%%EOF\n"
        and hashlib.sha256(data[:at]).hexdigest() == report.signatures[0].revision
    )
    path = tmp_path / "anna.pdf"
    path.write_bytes(data[:end])
    return path


def as_sent(world):
    from nämnd.justeringsfil.opening import open_package

    return open_package(world.package(" omgång 2").read_bytes()).pdf


def signing_bo(world):
    package = world.package(" omgång 2").read_bytes()
    secretary = world.archive.secretary
    mine = a_certificate("Bo Alm")
    return chair(secretary, world.archive.set.bo, package, certificate=mine, hours=9)
