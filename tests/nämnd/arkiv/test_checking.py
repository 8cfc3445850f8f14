"""What is found when an archive folder is not what it was."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.arkiv.checking import ArkivFault, check_archive, is_archive
from nämnd.arkiv.errors import NotAnArchiveError
from nämnd.arkiv.manifest import from_json, is_inside
from nämnd.arkiv.values import CHECKSUMS, MANIFEST
from nämnd.error_messages import message_for

ONE = "protokoll/Protokoll 2026-03-27 § 1.pdf"


@pytest.fixture
def folder(made_once, tmp_path):
    """Return a copy of a folder that was made once: making it takes seconds."""
    return Path(shutil.copytree(made_once.folder, tmp_path / made_once.folder.name))


def found(folder):
    return [(one.kind, one.path) for one in check_archive(folder).findings]


def test_a_folder_as_it_was_made_is_in_order(folder):
    assert is_archive(folder)
    assert found(folder) == []


def test_an_altered_file_is_named(folder):
    path = folder / ONE
    path.write_bytes(path.read_bytes() + b" ")
    assert found(folder) == [(ArkivFault.CHANGED, ONE)]


def test_a_file_that_is_gone_is_named(folder):
    (folder / ONE).unlink()
    assert found(folder) == [(ArkivFault.MISSING, ONE)]


def test_a_file_that_has_come_is_named(folder):
    (folder / "protokoll" / "nytt.pdf").write_bytes(b"x")
    (folder / "egna").mkdir()
    (folder / "egna" / "anteckning.txt").write_bytes(b"x")
    assert found(folder) == [
        (ArkivFault.EXTRA, "egna/anteckning.txt"),
        (ArkivFault.EXTRA, "protokoll/nytt.pdf"),
    ]


def test_a_link_in_place_of_a_file_is_not_followed(folder, tmp_path):
    path = folder / ONE
    path.rename(tmp_path / "undan.pdf")
    path.symlink_to(tmp_path / "undan.pdf")
    assert found(folder) == [(ArkivFault.LINK, ONE)]


def test_a_link_in_place_of_a_folder_is_not_followed(folder, tmp_path):
    (folder / "anslag").rename(tmp_path / "undan")
    (folder / "anslag").symlink_to(tmp_path / "undan")
    kinds = {kind for kind, _ in found(folder)}
    assert kinds == {ArkivFault.LINK, ArkivFault.EXTRA}


def test_a_linked_folder_that_has_come_is_named_and_not_looked_into(folder, tmp_path):
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "fil.txt").write_bytes(b"x")
    (folder / "länk").symlink_to(tmp_path / "annat")
    assert found(folder) == [(ArkivFault.EXTRA, "länk")]


def test_a_file_renamed_is_missing_and_extra(folder):
    (folder / ONE).rename(folder / "protokoll" / "annat.pdf")
    assert found(folder) == [
        (ArkivFault.MISSING, ONE),
        (ArkivFault.EXTRA, "protokoll/annat.pdf"),
    ]


def test_a_rewritten_line_of_the_checksums_disagrees_with_the_manifest(folder):
    path = folder / ONE
    path.write_bytes(b"ett annat")
    import hashlib

    sums = folder / CHECKSUMS
    lines = sums.read_text(encoding="utf-8").splitlines()
    new = hashlib.sha256(b"ett annat").hexdigest()
    lines = [f"{new}  {ONE}" if line.endswith(f"  {ONE}") else line for line in lines]
    sums.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert found(folder) == [(ArkivFault.LISTS_DISAGREE, ONE)]


def test_all_lists_rewritten_give_another_sum_than_was_recorded(folder, made_once):
    assert check_archive(folder).checksums == made_once.checksums
    rewritten(folder, ONE, b"ett annat")
    report = check_archive(folder)
    assert report.findings == ()
    assert report.checksums != made_once.checksums


def test_a_line_taken_out_of_the_checksums_is_noticed(folder):
    sums = folder / CHECKSUMS
    lines = sums.read_text(encoding="utf-8").splitlines()
    left = [one for one in lines if not one.endswith(f"  {ONE}")]
    sums.write_text("\n".join(left) + "\n", encoding="utf-8")
    kinds = {kind for kind, path in found(folder) if path == ONE}
    assert kinds == {ArkivFault.LISTS_DISAGREE, ArkivFault.EXTRA}


def test_a_name_that_no_system_takes_is_of_a_file_that_is_missing(folder):
    name = "x" * 5000
    sums = folder / CHECKSUMS
    sums.write_text(f"{sums.read_text(encoding='utf-8')}{'0' * 64}  {name}\n", encoding="utf-8")
    assert (ArkivFault.MISSING, name) in found(folder)


@pytest.mark.skipif(os.getuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_named(folder):
    (folder / ONE).chmod(0)
    assert found(folder) == [(ArkivFault.UNREADABLE, ONE)]


@pytest.mark.parametrize("name", [MANIFEST, CHECKSUMS])
@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b"x" * 70 + b"  ../ut\n", b"[" * 9999])
def test_lists_that_are_none_are_refused(folder, name, data):
    (folder / name).write_bytes(data)
    with pytest.raises(NotAnArchiveError) as caught:
        check_archive(folder)
    assert message_for(caught.value)


def test_a_folder_of_something_else_is_none(tmp_path):
    assert not is_archive(tmp_path)
    with pytest.raises(NotAnArchiveError):
        check_archive(tmp_path)


def test_a_list_that_is_a_link_is_not_read(folder, tmp_path):
    (folder / MANIFEST).rename(tmp_path / "m.json")
    (folder / MANIFEST).symlink_to(tmp_path / "m.json")
    with pytest.raises(NotAnArchiveError):
        check_archive(folder)


def test_a_folder_of_a_newer_program_says_so(folder):
    path = folder / MANIFEST
    said = json.loads(path.read_bytes())
    path.write_text(json.dumps({**said, "version": 2}), encoding="utf-8")
    with pytest.raises(NotAnArchiveError) as caught:
        check_archive(folder)
    assert caught.value.newer
    assert "nyare version" in message_for(caught.value)


@pytest.mark.parametrize("path", ["../ut", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "", "a\0b"])
def test_a_path_that_leads_out_of_the_folder_is_none(path):
    assert not is_inside(path)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_no_manifest_from_elsewhere_is_a_fault_of_ours(data):
    with pytest.raises(NotAnArchiveError):
        from_json(data, "mapp")


def rewritten(folder, path, data):
    """Change a file and write every list anew, as somebody who knows the format would."""
    import hashlib
    from dataclasses import replace

    from nämnd.arkiv import manifest as manifests
    from nämnd.arkiv.index import csv_of, html_of

    (folder / path).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    old = from_json((folder / MANIFEST).read_bytes(), "")
    files = tuple(replace(one, sha256=digest) if one.path == path else one for one in old.filer)
    new = replace(old, filer=files)
    lists = {
        MANIFEST: manifests.to_json(new), "index.html": html_of(new), "index.csv": csv_of(new),
    }  # fmt: skip
    for name, content in lists.items():
        (folder / name).write_bytes(content)
    sums = [(one.sha256, one.path) for one in files]
    sums += [(hashlib.sha256(content).hexdigest(), name) for name, content in lists.items()]
    text = "".join(f"{digest}  {name}\n" for digest, name in sums)
    (folder / CHECKSUMS).write_text(text, encoding="utf-8")
