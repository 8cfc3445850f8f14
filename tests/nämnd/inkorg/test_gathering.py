"""What was dropped becomes handlingar that are proposed; all the rest is told of."""

import os
from datetime import date, datetime
from email.message import EmailMessage

import pytest

from nämnd.core.progress import Progress, finish
from nämnd.core.worker import Worker
from nämnd.inkorg.gathering import gather
from nämnd.inkorg.values import Refused
from nämnd.ärende.values import Registered
from tests.conftest import TODAY
from tests.nämnd.filtext import making
from tests.nämnd.post.outlook import msg

MAILED = "Mon, 16 Feb 2026 09:12:00 +0100"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inkommet"
    made.mkdir()
    return made


@pytest.fixture
def gathered(files):
    def do(*paths, doubles=None, **options):
        known = doubles or {}
        return finish(gather(paths, files, lambda _: known, today=TODAY, **options))

    return do


def a_mail(subject="Remissvar", *attached, sent=MAILED):
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "Åsa Öberg <asa@exempel.se>"
    if sent:
        mail["Date"] = sent
    mail.set_content("Hej")
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def left(found):
    return {one.place: one.why for one in found.left}


def test_a_file_is_kept_and_proposed(folder, gathered, files):
    path = folder / "Yttrande Region Norr 2026-02-03.pdf"
    path.write_bytes(making.pdf("Vi tillstyrker", "Sida två"))
    (one,) = gathered(path).proposed
    assert one.draft.rubrik == "Yttrande Region Norr 2026-02-03"
    assert one.draft.datum == date(2026, 2, 3)
    assert (one.draft.riktning, one.draft.slag) == ("inkommen", "yttrande")
    assert (one.place, one.file.pages) == (path.name, 2)
    assert files.read(one.file.sha256, one.file.name) == path.read_bytes()


def test_a_mail_is_followed_by_its_files_with_its_date_and_sender(folder, gathered):
    path = folder / "brev.eml"
    path.write_bytes(a_mail("SV: VB: Remissvar om vården", ("Svar.docx", making.docx("Ja"))))
    found = gathered(path)
    mail, attached = found.proposed
    assert found.subject == "Remissvar om vården"
    assert (mail.draft.rubrik, mail.draft.slag) == ("Remissvar om vården", "e-post")
    assert (attached.place, attached.draft.rubrik) == ("brev.eml, Svar.docx", "Svar")
    for one in (mail, attached):
        assert one.draft.datum == date(2026, 2, 16)
        assert one.draft.från_till == "Åsa Öberg <asa@exempel.se>"
        assert one.group == mail.group


def test_the_file_of_a_mail_is_the_mail_itself(folder, gathered, files):
    path = folder / "brev.msg"
    path.write_bytes(msg("Ämne", "Text"))
    (one,) = gathered(path).proposed
    assert files.read(one.file.sha256, one.file.name) == path.read_bytes()


def test_a_mail_in_a_mail_is_opened_too(folder, gathered):
    inner = a_mail("Den inre", ("Bilaga.txt", b"text"))
    path = folder / "yttre.eml"
    path.write_bytes(a_mail("Yttre", ("inre.eml", inner)))
    found = gathered(path)
    assert [one.place for one in found.proposed] == [
        "yttre.eml",
        "yttre.eml, inre.eml",
        "yttre.eml, inre.eml, Bilaga.txt",
    ]
    assert found.subject == "Yttre"


def test_mails_in_mails_without_end_are_opened_only_so_far(folder, gathered):
    data = a_mail("Innerst", ("Bilaga.txt", b"text"))
    for number in range(9):
        data = a_mail(f"Nummer {number}", (f"{number}.eml", data))
    path = folder / "a.eml"
    path.write_bytes(data)
    found = gathered(path)
    assert len(found.proposed) == 6
    assert set(left(found).values()) == {Refused.TOO_DEEP}


def test_two_mails_propose_no_rubrik_for_the_ärende(folder, gathered):
    for number in range(2):
        (folder / f"{number}.eml").write_bytes(a_mail(f"Ämne {number}"))
    assert gathered(folder).subject == ""


def test_a_picture_in_the_text_of_a_mail_is_no_handling_of_its_own(folder, gathered):
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Hej", "a@exempel.se"
    mail.set_content("<img src='cid:logo'>", subtype="html")
    mail.add_related(making.PNG, "image", "png", cid="<logo>", filename="logo.png")
    mail.add_attachment(b"x", maintype="application", subtype="p7s", filename="smime.p7s")
    path = folder / "a.eml"
    path.write_bytes(mail.as_bytes())
    found = gathered(path)
    assert [one.place for one in found.proposed] == ["a.eml"]
    assert left(found) == {"a.eml, logo.png": Refused.IN_MAIL, "a.eml, smime.p7s": Refused.IN_MAIL}


def test_doubles_are_recognised_by_content(folder, gathered):
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Samma", encoding="utf-8")
    (folder / "c.txt").write_text("Annat", encoding="utf-8")
    first = gathered(folder).proposed
    assert [one.same_as for one in first] == [None, 0, None]
    known = {first[2].file.sha256: Registered("h", "ä", "SRVN 2026/0001-3", "Annat")}
    again = gathered(folder, doubles=known).proposed
    assert [[one.beteckning for one in file.doubles] for file in again] == [
        [],
        [],
        ["SRVN 2026/0001-3"],
    ]


def test_folders_are_read_in_the_order_one_expects(folder, gathered):
    for name in ("Bilaga 10.txt", "Bilaga 2.txt", "åta.txt", "zon.txt", "under/Bilaga 1.txt"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    assert [one.place.removeprefix("inkommet/") for one in gathered(folder).proposed] == [
        "Bilaga 2.txt",
        "Bilaga 10.txt",
        "under/Bilaga 1.txt",
        "zon.txt",
        "åta.txt",
    ]


def test_links_are_never_followed(folder, gathered, tmp_path):
    secret = tmp_path / "hemligt"
    secret.mkdir()
    (secret / "hemlig.txt").write_text("hemligt", encoding="utf-8")
    (folder / "fil.txt").symlink_to(secret / "hemlig.txt")
    (folder / "mapp").symlink_to(secret)
    (folder / "runt").symlink_to(folder)
    found = gathered(folder)
    assert found.proposed == ()
    assert left(found) == dict.fromkeys(
        ("inkommet/fil.txt", "inkommet/mapp", "inkommet/runt"), Refused.NOT_A_FILE
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(folder, gathered):
    os.mkfifo(folder / "rör")
    assert left(gathered(folder)) == {"inkommet/rör": Refused.NOT_A_FILE}


def test_a_huge_file_is_left_unread(folder, gathered):
    with (folder / "stor.iso").open("wb") as file:
        file.truncate(10 << 30)
    assert left(gathered(folder)) == {"inkommet/stor.iso": Refused.TOO_LARGE}


def test_too_deep_too_many_and_missing_are_told(folder, gathered, monkeypatch):
    deep = folder
    for _ in range(25):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "djupt.txt").write_text("x", encoding="utf-8")
    assert set(left(gathered(folder)).values()) == {Refused.TOO_DEEP}
    assert left(gathered(folder / "saknas")) == {"saknas": Refused.UNREADABLE}
    monkeypatch.setattr("nämnd.inkorg.limits.MOST_FILES", 2)
    flat = folder / "flat"
    flat.mkdir()
    for number in range(4):
        (flat / f"{number}.txt").write_text(str(number), encoding="utf-8")
    found = gathered(flat)
    assert len(found.proposed) == 2
    assert left(found) == dict.fromkeys(("flat/2.txt", "flat/3.txt"), Refused.TOO_MANY)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file it may not read")
def test_a_file_that_may_not_be_read_is_told(folder, gathered):
    path = folder / "låst.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert left(gathered(folder)) == {"inkommet/låst.txt": Refused.UNREADABLE}


def test_dates_that_have_not_come_are_today(folder, gathered):
    path = folder / "a.eml"
    path.write_bytes(a_mail(sent="Mon, 16 Feb 2099 09:12:00 +0100"))
    later = folder / "b 2099-01-01.txt"
    later.write_text("x", encoding="utf-8")
    ahead = datetime(2099, 1, 1).timestamp()  # noqa: DTZ001 - local time, as files have
    os.utime(later, (ahead, ahead))
    assert [one.draft.datum for one in gathered(folder).proposed] == [TODAY, TODAY]


def test_it_tells_how_far_it_has_come_and_can_be_stopped(folder, files):
    for number in range(3):
        (folder / f"{number}.txt").write_text(str(number), encoding="utf-8")
    work = gather((folder,), files, lambda _: {}, today=TODAY)
    told = [next(work) for _ in range(3)]
    assert Progress(0, 3, "Läser inkommet/0.txt") in told
    work.close()


def test_a_file_that_ends_the_worker_is_told_as_damaged(folder, gathered, monkeypatch):
    (folder / "ont.txt").write_text("x", encoding="utf-8")
    (folder / "gott.txt").write_text("y", encoding="utf-8")
    worker = Worker()
    monkeypatch.setattr("nämnd.inkorg.examining.examine", _dies_on_evil)
    try:
        found = gathered(folder, worker=worker)
    finally:
        worker.close()
    assert {one.place: one.warnings for one in found.proposed} == {
        "inkommet/gott.txt": (),
        "inkommet/ont.txt": ("skadad",),
    }


def test_a_file_that_takes_too_long_is_told_as_damaged(folder, gathered, monkeypatch):
    (folder / "ont.txt").write_text("x", encoding="utf-8")
    worker = Worker()
    monkeypatch.setattr("nämnd.inkorg.examining.examine", _hangs)
    monkeypatch.setattr("nämnd.inkorg.examining._MOST_BEATS", 3)
    try:
        (one,) = gathered(folder, worker=worker).proposed
    finally:
        worker.close()
    assert one.warnings == ("skadad",)


def _dies_on_evil(path, name):
    from nämnd.filtext.kinds import FileKind
    from nämnd.inkorg.examining import Examined

    if name == "ont.txt":
        os._exit(1)
    yield Progress(0, 0)
    return Examined(FileKind.TEXT)


def _hangs(path, name):
    import threading

    yield Progress(0, 0)
    threading.Event().wait(60)
