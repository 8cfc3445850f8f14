from dataclasses import replace
from pathlib import Path

import pytest

from ui.toolkit.settings import RECENT, Settings, SettingsFile
from ui.toolkit.theme import Scheme

CHOSEN = Settings(
    who="Åsa Öberg",
    scheme=Scheme.DARK,
    font_scale=1.25,
    nämnd="n-1",
    geometry=bytes(range(256)),
    panes=(330, 440, 0),
    recent=("/a/b.db", "C:\\x, y;z.db"),
    unasked=frozenset({"ta-bort", "skicka"}),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "inställningar.ini"


def test_what_is_written_is_read(path):
    assert SettingsFile(path).write(CHOSEN)
    assert SettingsFile(path).read() == CHOSEN


@pytest.mark.parametrize(
    "settings",
    [Settings(), replace(CHOSEN, recent=("ett",), unasked=frozenset({"ett"}))],
    ids=["nothing", "lists-of-one"],
)
def test_short_lists_come_back_as_lists(path, settings):
    SettingsFile(path).write(settings)
    assert SettingsFile(path).read() == settings


def test_a_missing_file_gives_the_defaults(path):
    assert SettingsFile(path).read() == Settings()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe garbage [[[ = = \n\n]",
        b"[General]\nscheme=lila\nfont_scale=mycket\ngeometry=1\nrecent=@Invalid()\n",
        b"[General]\nfont_scale=900\nscheme=\n",
        b"[General]\nfont_scale=nan\n",
    ],
    ids=["empty", "binary", "nonsense", "out-of-range", "nan"],
)
def test_a_damaged_file_gives_the_defaults(path, content):
    path.write_bytes(content)
    assert SettingsFile(path).read() == Settings()


def test_one_damaged_line_spoils_only_itself(path):
    path.write_text("[General]\nwho=Eva\nfont_scale=mycket\n")
    assert SettingsFile(path).read() == Settings(who="Eva")


def test_one_setting_is_changed_and_the_others_stay(path):
    file = SettingsFile(path)
    file.write(CHOSEN)
    assert file.change(who="Bo") == replace(CHOSEN, who="Bo")
    assert file.read() == replace(CHOSEN, who="Bo")


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert not SettingsFile(blocked / "settings.ini").write(CHOSEN)


def test_the_newest_file_is_first_and_old_ones_fall_off():
    settings = Settings()
    for number in range(RECENT + 3):
        settings = settings.with_recent(Path(f"/{number}"))
    settings = settings.with_recent(Path("/7"))
    assert settings.recent[0] == str(Path("/7"))
    assert len(settings.recent) == RECENT
    assert len(set(settings.recent)) == RECENT
