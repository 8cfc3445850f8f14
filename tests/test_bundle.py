"""The script in the bundle that couples the file types to the program.

The bundle itself takes minutes to make (`python3 start.py bundle`) and is not made here.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[1]
LINUX = ROOT / "packaging" / "linux"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Linux couples file types like this"
)


def a_bundle(folder):
    """Lay out a bundle's folder as `start.py bundle` does, with a program that does nothing."""
    inside = folder / "_internal" / "fil"
    inside.mkdir(parents=True)
    for name in ("namnd.desktop", "namnd.xml"):
        shutil.copy(LINUX / name, inside)
    shutil.copy(ROOT / "resources" / "icons" / "namnd.svg", inside)
    shutil.copy2(LINUX / "installera.sh", folder)
    (folder / "namnd").write_text("#!/bin/sh\n")
    (folder / "namnd").chmod(0o755)
    return folder


def run(folder, home, *words):
    return subprocess.run(  # noqa: S603 - our own script
        [folder / "installera.sh", *words],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def exec_line(home):
    lines = (home / ".local/share/applications/namnd.desktop").read_text().splitlines()
    return next(line for line in lines if line.startswith("Exec="))


def test_the_file_types_lead_to_the_program_where_it_lies(tmp_path):
    folder = a_bundle(tmp_path / "Åsas program")
    done = run(folder, tmp_path)
    assert done.returncode == 0, done.stderr
    assert exec_line(tmp_path) == f'Exec="{folder}/namnd" %f'
    types = ET.parse(tmp_path / ".local/share/mime/packages/namnd.xml").getroot()  # noqa: S314 - our own
    globs = {one.get("pattern") for one in types.iter() if one.tag.endswith("glob")}
    assert globs == {"*.justering", "*.svar"}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("100 % & mer", "100 %% & mer"),
        ("a|b", "a|b"),
        ("5$ i veckan", r"5\\$ i veckan"),
    ],
    ids=["percent and ampersand", "bar", "dollar"],
)
def test_a_path_with_signs_of_its_own_is_written_as_the_desktop_reads_it(tmp_path, name, written):
    folder = a_bundle(tmp_path / name)
    assert run(folder, tmp_path).returncode == 0
    assert exec_line(tmp_path) == f'Exec="{tmp_path}/{written}/namnd" %f'


def test_the_coupling_can_be_taken_away(tmp_path):
    folder = a_bundle(tmp_path / "namnd")
    run(folder, tmp_path)
    assert run(folder, tmp_path, "--ta-bort").returncode == 0
    left = [one for one in (tmp_path / ".local").rglob("namnd.*") if one.is_file()]
    assert left == []


def test_without_the_program_nothing_is_coupled_and_it_says_why(tmp_path):
    folder = a_bundle(tmp_path / "namnd")
    (folder / "namnd").unlink()
    done = run(folder, tmp_path)
    assert done.returncode == 1
    assert "finns inte" in done.stderr
    assert not (tmp_path / ".local").exists()
