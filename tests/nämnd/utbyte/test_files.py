"""The files that go along: taken in only from beside the JSON file, and only what was meant."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from nämnd.core.errors import FileDamagedError, FileMissingError, FolderNotWritableError
from nämnd.core.progress import Progress
from nämnd.error_messages import message_for
from nämnd.utbyte.errors import Finding, UtbyteError, UtbyteUnwritableError
from nämnd.utbyte.export import build, write_utbyte
from nämnd.utbyte.preparing import prepare
from tests.builders import a_bilaga, a_file, a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.nämnd.utbyte.making import (
    LOGO,
    PRISLISTA,
    another_store,
    export,
    exported,
    files_of,
    full,
    prepared,
    small,
    take_in,
    write,
)

PAPER = "sammanträden[0].punkter[0].bilagor[0].fil"


def with_file(fil: str | None, checksum: str | None = None, **paper: Any) -> dict[str, Any]:
    """Return a meeting with one bilaga that has this file."""
    bilaga = {"id": "b1", "rubrik": "Missiv", "fil": fil, "sha256": checksum, **paper}
    return small(punkter=[{"id": "k1", "rubrik": "En fråga", "bilagor": [bilaga]}])


def refusal(store, path: Path) -> Finding:
    with pytest.raises(UtbyteError) as refused:
        prepared(store, path)
    [finding] = refused.value.findings
    return finding


def test_the_files_are_copied_in_and_keep_their_names_and_content(store, tmp_path):
    ready = prepared(store, write(tmp_path, full()))
    files = files_of(store)
    assert files.read(sha256(PRISLISTA).hexdigest(), "") == PRISLISTA
    assert files.read(sha256(LOGO).hexdigest(), "") == LOGO
    assert {kept.name for kept in ready.kept.values()} == {"7A.pdf", "märke.png"}


def test_a_missing_file_is_named_and_nothing_is_copied(store, tmp_path):
    path = write(tmp_path, full())
    (tmp_path / "7A.pdf").unlink()
    finding = refusal(store, path)
    assert (finding.path, finding.found) == (PAPER, "«7A.pdf», som saknas")
    assert not store.place.files.exists()


@pytest.mark.parametrize(
    "fil",
    [
        "/etc/passwd",
        "../hemlig.txt",
        "bilder/../../hemlig.txt",
        "..\\hemlig.txt",
        "bilder\\märke.png",
        "C:\\hemlig.txt",
        "C:hemlig.txt",
        "\\\\server\\hemlig.txt",
        "//server/hemlig.txt",
        "7A.pdf\0",
    ],
    ids=ascii,
)
def test_a_path_that_could_lead_out_of_the_folder_is_refused(store, tmp_path, fil):
    (tmp_path / "hemlig.txt").write_text("hemligt", encoding="utf-8")
    finding = refusal(store, write(tmp_path / "mapp", with_file(fil)))
    assert finding.path == PAPER
    assert "samma mapp" in finding.expected
    assert not store.place.files.exists()


@pytest.mark.skipif(os.name == "nt", reason="making a link takes rights on Windows")
def test_a_link_that_leads_out_of_the_folder_is_refused_and_one_inside_is_not(store, tmp_path):
    (tmp_path / "hemlig.txt").write_text("hemligt", encoding="utf-8")
    path = write(tmp_path / "mapp", with_file("länk.txt"))
    (path.parent / "länk.txt").symlink_to(tmp_path / "hemlig.txt")
    assert "länk som leder ut" in refusal(store, path).found
    (path.parent / "länk.txt").unlink()
    (path.parent / "länk.txt").symlink_to("7A.pdf")
    assert prepared(store, path).kept["länk.txt", None].size == len(PRISLISTA)


@pytest.mark.skipif(os.name == "nt", reason="making a link takes rights on Windows")
def test_a_folder_that_is_a_link_out_is_refused(store, tmp_path):
    (tmp_path / "ute").mkdir()
    (tmp_path / "ute" / "hemlig.txt").write_text("hemligt", encoding="utf-8")
    path = write(tmp_path / "mapp", with_file("inne/hemlig.txt"))
    (path.parent / "inne").symlink_to(tmp_path / "ute", target_is_directory=True)
    assert "länk som leder ut" in refusal(store, path).found


@pytest.mark.skipif(os.name == "nt", reason="making a link takes rights on Windows")
def test_a_link_to_itself_is_refused(store, tmp_path):
    path = write(tmp_path, with_file("runt"))
    (tmp_path / "runt").symlink_to("runt")
    assert refusal(store, path).path == PAPER


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_is_refused_and_not_waited_for(store, tmp_path):
    path = write(tmp_path, with_file("rör"))
    os.mkfifo(tmp_path / "rör")
    assert refusal(store, path).found == "«rör», som inte är en fil"


def test_a_folder_or_a_name_too_long_for_the_system_is_refused(store, tmp_path):
    assert "inte är en fil" in refusal(store, write(tmp_path, with_file("bilder"))).found
    assert refusal(store, write(tmp_path, with_file("x" * 900))).path == PAPER


def test_a_file_with_other_content_than_the_checksum_says_is_refused(store, tmp_path):
    path = write(tmp_path, full())
    (tmp_path / "7A.pdf").write_bytes(b"utbytt")
    finding = refusal(store, path)
    assert finding.path == PAPER
    assert finding.found.startswith("«7A.pdf», med kontrollsumman ")
    assert finding.expected.startswith(
        f"filen med kontrollsumman {sha256(PRISLISTA).hexdigest()[:12]}"
    )
    assert not store.place.files.exists()


def test_a_checksum_alone_will_do_for_a_file_that_is_there_since_before(store, tmp_path):
    path = write(tmp_path, with_file(None, sha256(PRISLISTA).hexdigest()))
    assert refusal(store, path).found == "bara en kontrollsumma"
    files_of(store).keep_bytes(PRISLISTA, "x.pdf")
    take_in(store, path)
    paper = exported(store, tmp_path / "ut")["sammanträden"][0]["punkter"][0]["bilagor"][0]
    assert paper["sha256"] == sha256(PRISLISTA).hexdigest()


def test_a_checksum_can_name_a_file_that_comes_along_elsewhere(store, tmp_path):
    checksum = sha256(PRISLISTA).hexdigest()
    path = write(tmp_path, with_file(None, checksum, versioner=[{"nummer": 1, "fil": "7A.pdf"}]))
    assert prepared(store, path).kept[None, checksum].sha256 == checksum


def test_a_path_that_looks_like_a_checksum_is_a_path(store, tmp_path):
    name = sha256(PRISLISTA).hexdigest()
    path = write(tmp_path, with_file(name))
    (tmp_path / name).write_bytes(b"annat")
    assert prepared(store, path).kept[name, None].sha256 == sha256(b"annat").hexdigest()


def test_reading_says_how_far_it_has_come(store, tmp_path):
    work = prepare(write(tmp_path, full()), files_of(store))
    said = [step for step in work if isinstance(step, Progress)]
    assert [(step.done, step.total) for step in said] == [(0, 1), (0, 4), (1, 4), (2, 4), (3, 4)]
    assert said[-1].what == "Kopierar 7A.pdf"


# Writing


def test_names_in_the_folder_are_safe_unique_and_told_apart_by_content(store, tmp_path):
    nämnd_id = a_nämnd(store)
    punkt_id = a_punkt(store, a_sammanträde(store, nämnd_id))
    for content in ("ett", "två"):
        for name in ("../../x.pdf", "con.txt", "", "A" * 300 + ".PDF", "lika.pdf"):
            a_bilaga(store, punkt_id, file=a_file(files_of(store), content + name, name))
    path = export(store, tmp_path / "ut", nämnd_id)
    folder = path.parent / "utbyte-filer"
    assert sorted(p.name for p in path.parent.iterdir()) == ["utbyte-filer", "utbyte.json"]
    assert len(list(folder.iterdir())) == 10
    assert all(len(p.name.encode()) <= 255 for p in folder.iterdir())


def test_an_export_takes_away_what_an_older_one_left_but_nothing_of_the_users_own(store, tmp_path):
    nämnd_id = a_nämnd(store)
    punkt_id = a_punkt(store, a_sammanträde(store, nämnd_id))
    a_bilaga(store, punkt_id, file=a_file(files_of(store), "hemligt", "hemlig.pdf"))
    folder = export(store, tmp_path, nämnd_id).parent / "utbyte-filer"
    assert [p.name.startswith("hemlig-") for p in folder.iterdir()] == [True]
    (folder / "min egen.txt").write_text("kvar", encoding="utf-8")
    export(store, tmp_path, a_nämnd(store, "En annan"))
    assert [p.name for p in folder.iterdir()] == ["min egen.txt"]


def test_a_kept_file_that_is_gone_or_damaged_stops_the_export_and_leaves_the_old_one(
    store, tmp_path
):
    nämnd_id = a_nämnd(store)
    punkt_id = a_punkt(store, a_sammanträde(store, nämnd_id))
    first = a_file(files_of(store), "ett", "ett.pdf")
    a_bilaga(store, punkt_id, file=first)
    before = export(store, tmp_path, nämnd_id).read_bytes()
    names = sorted(p.name for p in (tmp_path / "utbyte-filer").iterdir())
    second = a_file(files_of(store), "två", "två.pdf")
    third = a_file(files_of(store), "tre", "tre.pdf")
    for kept in (second, third):
        a_bilaga(store, punkt_id, file=kept)
    files_of(store).path_of(third.sha256).write_bytes(b"trasig")
    with pytest.raises(FileDamagedError):
        export(store, tmp_path, nämnd_id)
    files_of(store).path_of(third.sha256).unlink()
    with pytest.raises(FileMissingError):
        export(store, tmp_path, nämnd_id)
    assert (tmp_path / "utbyte.json").read_bytes() == before
    assert sorted(p.name for p in (tmp_path / "utbyte-filer").iterdir()) == names


def test_a_stopped_export_leaves_nothing_behind(store, tmp_path):
    nämnd_id = a_nämnd(store)
    punkt_id = a_punkt(store, a_sammanträde(store, nämnd_id))
    for content in ("ett", "två"):
        a_bilaga(store, punkt_id, file=a_file(files_of(store), content, f"{content}.pdf"))
    work = write_utbyte(build(store, files_of(store), nämnd_id), files_of(store), tmp_path / "ut")
    assert [next(work).done, next(work).done] == [0, 1]
    work.close()
    assert [p for p in (tmp_path / "ut").rglob("*") if p.is_file()] == []


def test_a_place_where_nothing_can_be_written_is_named(store, tmp_path):
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(FolderNotWritableError) as refused:
        export(store, tmp_path / "fil" / "mapp", a_nämnd(store))
    assert refused.value.path == tmp_path / "fil" / "mapp"


def test_what_does_not_fit_the_format_is_not_written(store, tmp_path):
    nämnd_id = a_nämnd(store)
    an_uppdrag(store, nämnd_id, a_person(store), roll="hedersledamot")
    with pytest.raises(UtbyteUnwritableError) as refused:
        export(store, tmp_path / "ut", nämnd_id)
    said = message_for(refused.value)
    assert "roll: hittade «hedersledamot», väntade ordförande, vice ordförande" in said
    assert not (tmp_path / "ut").exists()


def test_the_logo_goes_along_under_a_name_that_says_what_it_is(store, tmp_path):
    for content, suffix in ((LOGO, ".png"), (b"\xff\xd8\xff\xe0 jpeg", ".jpg"), (b"<svg/>", "")):
        kept = files_of(store).keep_bytes(content, "x")
        nämnd_id = a_nämnd(store, f"Nämnd {suffix}", logotyp=kept.sha256)
        out = exported(store, tmp_path, nämnd_id)
        assert out["nämnd"]["logotyp"] == f"utbyte-filer/logotyp-{kept.sha256[:16]}{suffix}"
        assert (tmp_path / out["nämnd"]["logotyp"]).read_bytes() == content
        with another_store(tmp_path / f"annan{suffix}") as other:
            take_in(other, tmp_path / "utbyte.json")
            assert exported(other, tmp_path / f"ut{suffix}", nämnd_id) == out
