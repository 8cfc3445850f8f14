"""Files of the exchange format for the tests, made by hand and by the program."""

import json
from collections.abc import Callable
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.changes import Outcome
from nämnd.core.progress import finish
from nämnd.store import Store
from nämnd.utbyte.commands import ImportUtbyte, differences
from nämnd.utbyte.errors import Difference, UtbyteDiffersError
from nämnd.utbyte.export import build, write_utbyte
from nämnd.utbyte.preparing import Prepared, prepare
from tests.databases import new_database

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time, as the user's clock shows it
WHEN = NOW.isoformat(timespec="seconds")
PRISLISTA = b"%PDF-1.4 prislista"
LOGO = b"\x89PNG\r\n\x1a\n och resten"

FULL: dict[str, Any] = {
    "format": "namnd-utbyte",
    "version": 1,
    "nämnd": {
        "id": "n1",
        "namn": "Norra vårdnämnden",
        "kortnamn": "NVN",
        "adress": ["Nämndkansliet", "Storgatan 1"],
        "logotyp": "bilder/märke.png",
        "juridisk_form": "gemensam_nämnd",
        "paragrafform": "§ {nr}/{år:02d}",
        "huvudmän": [
            {
                "id": "h1",
                "namn": "Region Norrvik",
                "platser": 6,
                "ersättarplatser": 6,
                "anslagstavla": True,
            },
            {
                "id": "h2",
                "namn": "Region Åvik",
                "platser": 2,
                "ersättarplatser": 2,
                "anslagstavla": False,
            },
        ],
        "diarieserie": "NVN {år}/{löpnr:04d}",
        "kallelsetid": {"dagar": 10, "slag": "arbetsdagar"},
        "ersättarordning": "huvudman",
        "justeringssätt": ["papper", "elektronisk underskrift"],
        "rubrikordning": ["Beslut", "Sammanfattning"],
        "frasbank": [{"nyckel": "återremiss", "text": "Ärendet återremitteras."}],
        "mandatperioder": [{"från": "2019-01-01", "till": "2022-12-31"}],
        "stående_punkter": [
            {"rubrik": "Upprop", "slag": "val", "förslag": ["Att utse"], "sist": False}
        ],
        "mötesfrister": [{"vad": "Stoppdag", "dagar": -21, "slag": "kalenderdagar"}],
        "förvaring": "Nämndkansliet,\nStorgatan 1",
        "förvaltningsrätt": "Förvaltningsrätten i Norrvik\nBox 1",
    },
    "personer": [
        {"id": "p1", "namn": "Åsa Ek", "parti": "M", "titel": None, "epost": "asa@exempel.se"},
        {"id": "p30", "namn": "Örjan Berg", "parti": None, "titel": "Sekreterare", "epost": None},
    ],
    "uppdrag": [
        {
            "id": "u1",
            "person": "p1",
            "roll": "ordförande",
            "huvudman": "h1",
            "ordning": 1,
            "ersätter": None,
            "från": "2019-01-01",
            "till": None,
        },
        {
            "id": "u2",
            "person": "p30",
            "roll": "ersättare",
            "huvudman": None,
            "ordning": 2,
            "ersätter": "p1",
            "från": None,
            "till": "2022-12-31",
        },
    ],
    "sammanträden": [
        {
            "id": "s1",
            "dagar": [
                {"datum": "2019-11-22", "tider": [["08.30", "12.00"], ["13.00", None]]},
                {"datum": "2019-11-23", "tider": []},
            ],
            "ajourneringar": [],
            "plats": "Stora salen\nNorrvik",
            "nummer_i_året": 4,
            "beteckning": "NVN 10/08",
            "slag": "ordinarie",
            "inställt": None,
            "flyttningar": [{"från": "2019-11-15", "skäl": "Snöstorm"}],
            "punkter": [
                {
                    "id": "k7",
                    "nummer": 7,
                    "rubrik": "Priser nästa år",
                    "slag": "beslut",
                    "grupp": "Ekonomi",
                    "underpunkter": [{"id": "k7a", "rubrik": "Prislista"}],
                    "förslag": [
                        {"id": "a1", "text": "Att godkänna"},
                        {"id": "a2", "text": "Att skicka vidare"},
                    ],
                    "missivförslag": [{"id": "m1", "text": "Att godkänna priserna"}],
                    "sammanfattning": "Priserna **höjs**.\n\n- ett\n- två",
                    "föredragande": "Ulla Ceder",
                    "tid": "09.15",
                    "ärende": "e1",
                    "tillkom_efter_kallelsen": False,
                    "utgår": None,
                    "publicering": "maskerad",
                    "maskeringar": ["Ulla Ceder"],
                    "bilagor": [
                        {
                            "id": "b1",
                            "beteckning": "7A",
                            "rubrik": "Prislista",
                            "fil": "7A.pdf",
                            "sha256": sha256(PRISLISTA).hexdigest(),
                            "versioner": [],
                            "i_utskicket": True,
                            "sekretess": {"lagrum": "OSL 25:1", "datum": "2019-11-01"},
                            "publicering": "maskerad",
                            "maskeringar": ["Åsa Ek", "asa@exempel.se"],
                            "anmärkning": "delas ut",
                        }
                    ],
                },
                {
                    "id": "k8",
                    "nummer": 8,
                    "rubrik": "Anmälningsärenden",
                    "slag": "anmälan",
                    "utgår": "Hinner inte",
                    "bilagor": [{"id": "b2", "beteckning": "A", "rubrik": "Utan fil"}],
                },
            ],
            "utskick": [
                {
                    "id": "x1",
                    "datum": "2019-11-13",
                    "slag": "kallelse",
                    "sha256": "ab" * 32,
                    "till": ["p1"],
                }
            ],
            "närvaro": [],
            "ordförande": [{"person": "p1", "paragrafer": None}],
            "sekreterare": "p30",
            "paragrafer": [],
        }
    ],
    "ärenden": [
        {
            "id": "e1",
            "dnr": "NVN 2018/0031",
            "rubrik": "Priser",
            "öppnat": "2018-03-01",
            "handläggare": None,
            "parter": [],
            "status": "avslutat",
            "handlingar": [],
        }
    ],
    "delegationsbeslut": [
        {
            "id": "dt1",
            "datum": "2019-10-01",
            "av": "Direktören",
            "enligt": "delegationsordningen 4.2",
            "rubrik": "Avtal om tolkar",
            "beslut": "Att förlänga avtalet",
            "ärende": "e1",
            "brådskande": False,
            "anmält": None,
            "särskilt_protokoll": "dp1",
        },
        {
            "id": "dt2",
            "datum": "2019-10-02",
            "av": "Ordföranden",
            "enligt": "KL 6:39",
            "rubrik": "Yttrande som brådskade",
            "beslut": "Att yttra sig",
            "ärende": None,
            "brådskande": True,
            "anmält": "2019-11-22",
            "särskilt_protokoll": None,
        },
    ],
    "delegationsprotokoll": [
        {
            "id": "dp1",
            "datum": "2019-10-04",
            "undertecknat_av": "Direktören",
            "undertecknat": "2019-10-04",
            "anslag": [
                {
                    "id": "b8",
                    "huvudman": "h1",
                    "tavla": None,
                    "paragrafer": None,
                    "uppsatt": "2019-10-07",
                    "nedtaget": None,
                    "förvaring": "Kansliet",
                    "underskrift": "Örjan Berg",
                    "överklagas_senast": None,
                    "laga_kraft_bekräftad": None,
                }
            ],
        }
    ],
    "överenskommelser": None,
}
"""Every key that this version models, with a value of its own."""


def full(change: Callable[[dict[str, Any]], object] | None = None) -> dict[str, Any]:
    """Return the full example, changed."""
    tree = deepcopy(FULL)
    if change is not None:
        change(tree)
    return tree


def small(**sammanträde: Any) -> dict[str, Any]:
    """Return a nämnd with one sammanträde that has `sammanträde` and nothing more."""
    meeting = {"id": "s1", "dagar": [{"datum": "2019-11-22"}], **sammanträde}
    return {
        "format": "namnd-utbyte",
        "version": 1,
        "nämnd": {"id": "n1", "namn": "Norra vårdnämnden"},
        "sammanträden": [meeting],
    }


def write(folder: Path, tree: object, name: str = "fil.json") -> Path:
    """Write `tree` as JSON, with the two files of the full example beside it."""
    (folder / "bilder").mkdir(parents=True, exist_ok=True)
    (folder / "bilder" / "märke.png").write_bytes(LOGO)
    (folder / "7A.pdf").write_bytes(PRISLISTA)
    path = folder / name
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return path


def files_of(store: Store) -> FileStore:
    return FileStore(store.place.files)


def prepared(store: Store, path: Path) -> Prepared:
    return finish(prepare(path, files_of(store)))


def take_in(store: Store, path: Path, *, replace: bool = False) -> Outcome:
    """Import the file at `path`."""
    command = ImportUtbyte(prepared=prepared(store, path), when=WHEN, replace=replace)
    return store.do(command, f"läs in {path.name}")


def differing(store: Store, path: Path) -> tuple[Difference, ...]:
    return differences(store, prepared(store, path))


def export(
    store: Store, folder: Path, nämnd_id: str = "n1", sammanträde_id: str | None = None
) -> Path:
    """Export into `folder`; return the path of the JSON file."""
    files = files_of(store)
    return finish(write_utbyte(build(store, files, nämnd_id, sammanträde_id), files, folder))


def told_and_replaced(store: Store, folder: Path, tree: object) -> dict[str, Any]:
    """Assert that a file is refused until it may replace what is there; return what then is."""
    ready = prepared(store, write(folder, tree))
    asking = ImportUtbyte(prepared=ready, when=WHEN)
    with pytest.raises(UtbyteDiffersError):
        store.do(asking)
    store.do(ImportUtbyte(prepared=ready, when=WHEN, replace=True))
    assert store.do(asking).changes == ()
    return exported(store, folder / "efter")


def exported(store: Store, folder: Path, nämnd_id: str = "n1") -> dict[str, Any]:
    """Return the exported file as a tree."""
    return json.loads(export(store, folder, nämnd_id).read_text(encoding="utf-8"))


@contextmanager
def another_store(folder: Path):
    """Give an empty database in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(new_database(folder / "andra.db"), who="Nils Ek", clock=lambda: NOW)
    try:
        yield store
    finally:
        store.close()
