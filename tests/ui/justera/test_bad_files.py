"""A file that is not a sound package is met with a sentence, and with nothing else."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QPushButton

from nämnd.justeringsfil import limits
from tests.nämnd.justeringsfil.packages import forged_package
from tests.ui.justera.packages import SECRET, package
from ui.justera.waiting import Notice, PassphrasePage


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def newer(facts: dict) -> dict:
    return facts | {"format": 99}


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    at = len(data) // 3
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


BAD = {
    "empty": lambda: b"",
    "text": "Hej på dig".encode,
    "another zip": lambda: zipped(a=b"b"),
    "cut": lambda: cut(package()),
    "one bit": lambda: flipped(package()),
    "bomb": lambda: zipped(**{"manifest.json": b"\0" * 50_000_000}),
    "out of its folder": lambda: zipped(**{"../../manifest.json": b"{}"}),
    "locked and cut": lambda: cut(package(passphrase=SECRET)),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_is_no_package_is_refused_in_a_sentence(chair, kind):
    window = chair.open(BAD[kind]())
    notice = window.stack.currentWidget()
    if isinstance(notice, PassphrasePage):  # it says that it is locked: it may be tried
        notice.field.input.setText(SECRET)
        notice.button.click()
        chair.wait(lambda: isinstance(window.stack.currentWidget(), Notice))
        notice = window.stack.currentWidget()
    assert isinstance(notice, Notice)
    assert notice.heading.text().endswith("kan inte öppnas")
    assert notice.text.text().endswith(".")
    assert window.page is None
    assert chair.messages.errors == []
    assert notice.open.hasFocus()


def test_a_package_of_a_newer_program_says_so(chair):
    data = forged_package(package(), manifest=lambda facts: facts | {"version_format": 99})
    window = chair.open(data)
    assert isinstance(window.stack.currentWidget(), Notice)


def test_a_file_larger_than_any_package_is_not_read_to_its_end(chair):
    path = chair.folder / "stor.justering"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(limits.MOST_FILE * 20)  # 4 GB that takes no room
    window = chair.window()
    window.open_file(path)
    chair.wait(lambda: not window.tools.jobs.busy)
    assert "större än en justeringsfil får vara" in window.stack.currentWidget().text.text()


@pytest.mark.parametrize("make", [Path.absolute, Path.mkdir])
def test_a_path_without_a_file_is_told(chair, make):
    path: Path = chair.folder / "borta.justering"
    make(path)
    window = chair.window()
    window.open_file(path)
    chair.wait(lambda: not window.tools.jobs.busy)
    assert isinstance(window.stack.currentWidget(), Notice)


def test_a_pdf_that_can_not_be_shown_can_not_be_answered(chair):
    page = chair.read(package(pdf=b"%PDF-1.7\nhej\n%%EOF\n"))
    assert page.banner.text().startswith("Protokollet i filen går inte att visa.")
    assert not any(one.isEnabled() for one in page.buttons.values())


def test_content_of_a_newer_program_does_not_keep_the_paper_from_being_read(chair):
    page = chair.read(forged_package(package(), innehåll=b'{"nytt": 1}'))
    assert [one.number for one in page.list.shown()[1:]] == [f"§ {n}" for n in range(59, 65)]


def test_from_a_bad_file_one_goes_on_to_a_good_one(chair):
    window = chair.open(b"hej")
    good = chair.folder / "god.justering"
    good.write_bytes(package())
    chair.messages.files = [good]
    button = window.stack.currentWidget().findChild(QPushButton)
    button.click()
    chair.wait(lambda: window.page)


def test_a_name_that_deceives_is_shown_plainly(chair):
    window = chair.open(b"hej", name="protokoll\u202egnirestuj.exe.justering")
    assert "\u202e" not in window.stack.currentWidget().heading.text()


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_no_random_damage_opens_or_crashes(chair, data):
    """Each part of the file is under a sum or a seal: no byte can be another."""
    from nämnd.core.errors import NämndError
    from nämnd.core.progress import finish
    from tests.ui.justera.packages import READ
    from ui.justera.kept import Kept
    from ui.justera.opening import read_package

    whole = package()
    at = data.draw(st.integers(0, len(whole) - 1))
    change = data.draw(st.integers(1, 255))
    path = chair.folder / "skadad.justering"
    path.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
    with pytest.raises(NämndError):
        finish(read_package(path, Kept(chair.folder), passphrase=None, now=READ))
