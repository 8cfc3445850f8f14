"""An archived sammanträde, made once: what is checked are copies of its files."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from nämnd.arkiv.making import ArkivMade
from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.justeringsfil import codes, secrecy
from nämnd.kontroll.checking import check_path
from nämnd.kontroll.sentences import text_of
from nämnd.kontroll.values import Report
from nämnd.store import Store, place_of
from tests.conftest import NOW
from tests.nämnd.arkiv.archiving import ARCHIVED, Archive


@dataclass(frozen=True)
class World:
    """The database, its archive folder, and the files that went out."""

    archive: Archive
    made: ArkivMade
    folder: Path

    @property
    def signed(self) -> Path:
        return self.made.folder / "protokoll/Protokoll 2026-03-27 § 1.pdf"

    def package(self, turn: str = "") -> Path:
        return self.made.folder / f"justering/VÅN 2026-03-27 § 1 v1{turn}.justering"

    def check(self, path, *, database=True, passphrase=None, now=ARCHIVED) -> Report:
        store, files = (self.archive.store, self.archive.files) if database else (None, None)

        def here(work, *args):
            return work(*args)

        return finish(check_path(here, store, files, path, passphrase, now))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("värld")
    place = place_of(str(folder / "namnd.db"))
    store = Store(place, who="Eva Lind", clock=lambda: NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "COST", 2)
        patch.setattr(secrecy, "COST", 2)
        archive = Archive(store, FileStore(place.files), folder)
        archive.enrich()
        yield World(archive, archive.make(), folder)
    store.close()


def said(report):
    """Return what was found, by name."""
    return [one.what.name for one in report.findings]


def told(report):
    return "\n".join(text_of(one) for one in report.findings)
