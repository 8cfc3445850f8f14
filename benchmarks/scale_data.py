"""Years of work for one nämnd, in bulk: what `benchmarks.scale` measures on.

A year: 8 sammanträden with 20 punkter and as many §§, 150 ärenden, 600 files of 3 kB text; a third
of the files go out as bilagor too. The words are drawn as in a language: a few often, most seldom;
there are inflections, compounds and words that nobody has listed. Written past the program, so that
a century takes a minute and not a day.
"""

import hashlib
import itertools
import json
import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from nämnd.bilaga.files import FileStore
from nämnd.exempel import make_example
from nämnd.store import Store, place_of
from nämnd.sök.lexicon import WORDS
from nämnd.tables import (
    Attsats,
    Base,
    Beslutspunkt,
    Bilaga,
    Bilageversion,
    Handling,
    Handlingsversion,
    Paragraf,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Ärende,
)

LAST = 2026
SAMMANTRÄDEN, PUNKTER, ÄRENDEN, FILES = 8, 20, 150, 600  # a year
TEXT = 3_000  # letters a file
NOW = datetime(LAST, 3, 2, 9, 41)  # noqa: DTZ001 - local time
_UTFALL = (("enligt förslag", "avslag", "återremiss", "information"), (90, 5, 1, 4))  # how often
_ENDINGS = ("", "", "", "en", "et", "er", "erna", "ens", "ar", "arna", "s")
_SMALL = (
    "och i att det som en på är av för med till den har de inte om ett men var sig så vi från"
    " under kan när efter ska nu även enligt samt vid eller mot"
)
_SOUNDS = ("b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t")
_VOWELS, _ENDS = "aeiouyåäö", ("", "l", "n", "r", "s", "t", "nd", "rk", "st")


class Language:
    """Words with frequencies as in a language."""

    def __init__(self, seed: int = 1) -> None:
        """Make the words: the same in every run."""
        self.random = random.Random(seed)  # noqa: S311 - the same in every run
        known: list[str] = list(WORDS.split())
        self._all = [*_SMALL.split(), *self._inflected(known), *self._compounds(known)]
        self._all += [self._invented() for _ in range(60_000)]
        rarer = (1 / (n + 2.7) ** 1.05 for n in range(len(self._all)))
        self._weights = list(itertools.accumulate(rarer))

    def words(self, count: int) -> list[str]:
        """Return so many words."""
        return self.random.choices(self._all, cum_weights=self._weights, k=count)

    def title(self) -> str:
        """Return a rubrik."""
        return " ".join(self.words(self.random.randint(3, 8))).capitalize()

    def text(self, letters: int) -> str:
        """Return about so many letters of sentences."""
        found, size = list[str](), 0
        while size < letters:
            sentence = " ".join(self.words(self.random.randint(6, 18))).capitalize() + "."
            found.append(sentence)
            size += len(sentence) + 1
        return " ".join(found)

    def _inflected(self, known: list[str]) -> list[str]:
        found = [word + ending for word in known for ending in _ENDINGS[3:]] + known * 3
        self.random.shuffle(found)
        return found

    def _compounds(self, known: list[str]) -> list[str]:
        pick = self.random.choice
        made = ((pick(known), pick(("s", "")), pick(known), pick(_ENDINGS)) for _ in range(20_000))
        return ["".join(parts) for parts in made]

    def _invented(self) -> str:
        pick = self.random.choice
        parts = range(self.random.randint(1, 3))
        return "".join(pick(_SOUNDS) + pick(_VOWELS) + pick(_ENDS) for _ in parts)


@dataclass(frozen=True, slots=True)
class Century:
    """What was made. `texts`: the words of each file by its checksum."""

    nämnd_id: str
    texts: dict[str, str]


def make(folder: Path, years: int) -> Century:
    """Make the database `namnd.db` in an empty folder, with the program's example in it too."""
    place = place_of(str(folder / "namnd.db"))
    store = Store(place, who="mätning", clock=lambda: NOW)
    try:
        nämnd_id = make_example(store, FileStore(place.files), now=NOW)
    finally:
        store.close()
    assert place.path is not None  # noqa: S101 - it is a file
    with closing(sqlite3.connect(place.path)) as link:
        link.execute("PRAGMA synchronous=OFF")
        maker = _Maker(link, nämnd_id)
        for year in range(LAST - years, LAST):
            maker.year(year)
        link.commit()
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Century(nämnd_id, maker.texts)


class _Maker:
    def __init__(self, link: sqlite3.Connection, nämnd_id: str) -> None:
        self._link, self._nämnd_id = link, nämnd_id
        self._language = Language()
        self._ids = (f"m{number:012}" for number in itertools.count(1))
        self._number = 0
        self.texts: dict[str, str] = {}

    def year(self, year: int) -> None:
        """Add a year."""
        ärenden = list(self._ärenden(year))
        self._insert(Ärende, ärenden)
        handlingar = list(self._handlingar(year, ärenden))
        self._insert(Handling, handlingar)
        versions = [self._version(one) for one in handlingar]
        self._insert(Handlingsversion, [{"handling_id": key, **one} for key, one in versions])
        going = iter(versions[::3])
        for number in range(1, SAMMANTRÄDEN + 1):
            self._sammanträde(year, number, ärenden, going)

    def _ärenden(self, year: int) -> Iterator[dict[str, object]]:
        for number in range(1, ÄRENDEN + 1):
            yield {
                "id": next(self._ids),
                "nämnd_id": self._nämnd_id,
                "dnr": f"SRVN {year}/{number:04}",
                "serie_år": year,
                "serie_nr": number,
                "rubrik": self._language.title(),
                "öppnat": _day(year, number, ÄRENDEN),
                "status": "öppet" if year > LAST - 3 else "avslutat",
                "handläggare": self._language.random.choice(("Anna Ek", "Bo Alm", "Eva Lind")),
            }

    def _handlingar(
        self, year: int, ärenden: list[dict[str, object]]
    ) -> Iterator[dict[str, object]]:
        for number in range(FILES):
            yield {
                "id": next(self._ids),
                "ärende_id": ärenden[number % ÄRENDEN]["id"],
                "löpnr": number // ÄRENDEN + 1,
                "datum": _day(year, number, FILES),
                "riktning": self._language.random.choice(("inkommen", "utgående", "upprättad")),
                "från_till": "Region Halland",
                "rubrik": self._language.title(),
            }

    def _version(self, handling: dict[str, object]) -> tuple[str, dict[str, object]]:
        text = self._language.text(TEXT)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        self.texts[sha256] = text
        return str(handling["id"]), {
            "nummer": 1,
            "sha256": sha256,
            "filnamn": "handling.txt",
            "storlek": len(text.encode()),
            "tillagd": f"{handling['datum']}T10:00:00",
        }

    def _sammanträde(
        self,
        year: int,
        number: int,
        ärenden: list[dict[str, object]],
        going: Iterator[tuple[str, dict[str, object]]],
    ) -> None:
        key, day = next(self._ids), _day(year, number, SAMMANTRÄDEN + 1)
        mine = {"id": key, "nämnd_id": self._nämnd_id, "plats": "Lund", "nummer_i_året": number}
        self._insert(Sammanträde, [mine])
        tider = [["08.30", "12.00"]]
        times = {"sammanträde_id": key, "datum": day, "tider": tider, "öppnat": "08.31"}
        self._insert(Sammanträdesdag, [{**times, "avslutat": "11.58"}])
        punkter = [self._punkt(key, order, ärenden) for order in range(1, PUNKTER + 1)]
        self._insert(Punkt, punkter)
        self._insert(Attsats, [self._sats(one) for one in punkter])
        self._bilagor(punkter, going)
        paragrafer = [self._paragraf(one) for one in punkter]
        self._insert(Paragraf, paragrafer)
        beslut = [self._beslutspunkt(one, n) for one in paragrafer for n in (1, 2)]
        self._insert(Beslutspunkt, beslut)

    def _punkt(
        self, sammanträde_id: str, order: int, ärenden: list[dict[str, object]]
    ) -> dict[str, object]:
        ärende = self._language.random.choice(ärenden)
        return {
            "id": next(self._ids),
            "sammanträde_id": sammanträde_id,
            "ordning": order,
            "nummer": order,
            "rubrik": ärende["rubrik"],
            "sammanfattning": self._language.text(600),
            "ärende_id": ärende["id"],
        }

    def _sats(self, punkt: dict[str, object]) -> dict[str, object]:
        return {"punkt_id": punkt["id"], "ordning": 1, "text": self._language.text(80)}

    def _bilagor(
        self, punkter: list[dict[str, object]], going: Iterator[tuple[str, dict[str, object]]]
    ) -> None:
        for punkt, (handling_id, version) in zip(punkter, going, strict=False):
            key = next(self._ids)
            bilaga = {"id": key, "punkt_id": punkt["id"], "ordning": 1, "rubrik": "Missiv"}
            self._insert(Bilaga, [{**bilaga, "handling_id": handling_id}])
            self._insert(Bilageversion, [{"bilaga_id": key, **version}])

    def _paragraf(self, punkt: dict[str, object]) -> dict[str, object]:
        self._number += 1
        return {
            "id": next(self._ids),
            "sammanträde_id": punkt["sammanträde_id"],
            "punkt_id": punkt["id"],
            "ordning": punkt["ordning"],
            "nummer": (self._number - 1) % (SAMMANTRÄDEN * PUNKTER) + 1,
            "rubrik": punkt["rubrik"],
            "sammanfattning": punkt["sammanfattning"],
            "klar": True,
        }

    def _beslutspunkt(self, paragraf: dict[str, object], number: int) -> dict[str, object]:
        return {
            "paragraf_id": paragraf["id"],
            "ordning": number,
            "nummer": str(number),
            "text": self._language.text(80),
            "utfall": self._language.random.choices(*_UTFALL)[0],
        }

    def _insert(self, table: type[Base], rows: Iterable[dict[str, object]]) -> None:
        columns = list(table.__table__.columns)
        names, marks = (", ".join(c.name for c in columns)), ", ".join("?" for _ in columns)
        self._link.executemany(
            f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})",  # noqa: S608 - ours
            ([self._value(column, row) for column in columns] for row in rows),
        )

    def _value(self, column: object, row: dict[str, object]) -> object:
        name, default = column.name, column.default  # type: ignore[attr-defined]
        if name in row:
            found = row[name]
        elif name == "id":
            found = next(self._ids)
        elif default is None:
            found = None
        else:
            found = default.arg if default.is_scalar else []
        if isinstance(found, date):
            return found.isoformat()
        return json.dumps(found, ensure_ascii=False) if isinstance(found, list | dict) else found


def _day(year: int, number: int, of: int) -> date:
    return date(year, 1, 1) + timedelta(days=number * 364 // of)
