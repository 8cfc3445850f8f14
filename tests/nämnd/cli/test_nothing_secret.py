"""Nothing secret is in anything that is for everybody, and nothing of the register in any paper."""

import io
from pathlib import Path

import pytest

from nämnd.cli import main
from nämnd.cli.lists import LIST_FORMATS
from nämnd.store import Store, place_of
from tests.nämnd.cli.planted import DNR, OPEN_BESLUT, WHEN, Words, plant
from tests.nämnd.paket.attacker import found_in, squashed

MEETING = ("--sammantrade", "2026-03-27")
LISTS = ("diarium", "beslutsregister")
FOR_EVERYBODY = (
    *((what, "--format", form) for what in LISTS for form in LIST_FORMATS),
    ("diarium", "--ar", "2026", "--publik"),
    ("beslutsregister", "--ar", "2026", "--arende", DNR),
    ("publik", *MEETING),
    ("publik", *MEETING, "--vad", "protokoll", "--format", "docx"),
    ("anslag", *MEETING),
    ("anslag", *MEETING, "--format", "docx"),
    ("anslagsbevis", *MEETING),
    ("anslag", "--delegation", "2026-03-27"),
    ("anslagsbevis", "--delegation", "2026-03-27"),
)
PAPERS = (
    *((what, *MEETING) for what in ("kallelse", "dagordning", "klubblista", "deltagarlista",
                                    "protokoll", "snabbprotokoll")),
    ("protokoll", *MEETING, "--format", "docx"),
    ("utskick", *MEETING, "--format", "zip"),
    ("utdrag", *MEETING, "--paragraf", "1–4"),
    ("delegationsprotokoll", "--delegation", "2026-03-27"),
)  # fmt: skip


class Planted:
    """A database with secrets, and what the command line makes of it."""

    def __init__(self, folder: Path) -> None:
        self.database, self.ut = folder / "namnd.db", folder / "ut"
        store = Store(place_of(str(self.database)), who="Eva Lind", clock=lambda: WHEN)
        self.words: Words = plant(store, folder)
        store.close()

    def run(self, *words: str) -> str:
        out, err = io.StringIO(), io.StringIO()
        where = ("--databas", str(self.database))
        assert main((*words, *where), now=WHEN, out=out, err=err) == 0, (words, err.getvalue())
        return f"{out.getvalue()}\n{err.getvalue()}"

    def export(self, *words: str) -> list[Path]:
        self.said = self.run("exportera", *words, "--till", str(self.ut))
        made = [Path(line) for line in self.said.splitlines() if line.startswith(str(self.ut))]
        assert made, words
        assert all(path.is_file() for path in made)
        return made


@pytest.fixture(scope="module")
def planted(tmp_path_factory) -> Planted:
    return Planted(tmp_path_factory.mktemp("planted"))


def leaks(path: Path, words: tuple[str, ...]) -> list[str]:
    """Return which words are in a file, in its name or anywhere in its parts."""
    data = path.read_bytes()
    if data.startswith((b"%PDF", b"PK")):
        return found_in(path, *words)
    said = squashed(f"{path.name} {data.decode('utf-8-sig')}")
    return [word for word in words if squashed(word) in said]


@pytest.mark.parametrize("asked", FOR_EVERYBODY, ids=" ".join)
def test_what_is_for_everybody_has_nothing_secret_in_it(planted, asked):
    found = planted.words
    withheld = found.withheld if asked[0] in LISTS else ()
    words = (*found.register, *found.papers, *found.unreviewed, *withheld)
    for path in planted.export(*asked):
        assert leaks(path, words) == [], path.name
    assert [word for word in words if squashed(word) in squashed(planted.said)] == []


@pytest.mark.parametrize("asked", PAPERS, ids=" ".join)
def test_no_paper_of_a_sammanträde_tells_what_the_register_hides(planted, asked):
    for path in planted.export(*asked):
        assert leaks(path, planted.words.register) == [], path.name


def test_the_papers_in_the_archive_have_nothing_of_what_the_register_hides(planted):
    """The exchange file there has it, as the archive has all: the folder is said to be secret."""
    said = planted.run("exportera", "arkiv", *MEETING, "--till", str(planted.ut / "arkiv"))
    assert "Mappen innehåller uppgifter under sekretess." in said
    files = [path for path in Path(said.splitlines()[0]).rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        if path.name != "utbyte.json":
            assert leaks(path, planted.words.register) == [], path.name


@pytest.mark.parametrize("what", ["diarium", "beslutsregister"])
@pytest.mark.parametrize("form", LIST_FORMATS)
def test_the_lists_for_everybody_still_tell_what_is_open(planted, what, form):
    (path,) = planted.export(what, "--format", form)
    open_ = {"diarium": (DNR, "Karin Sjö", "12391/2018-20", "Region Norr")}
    for word in open_.get(what, (OPEN_BESLUT, DNR, "[uppgift dold]")):
        assert leaks(path, (word,)), word


def test_the_secrets_are_there_to_be_found(planted):
    """The control: with everything asked for they are, and the search for them works."""
    (diarium,) = planted.export("diarium", "--format", "xlsx", "--alla")
    assert len(leaks(diarium, planted.words.register)) >= 10
    (register,) = planted.export("beslutsregister", "--format", "pdf", "--alla")
    words = planted.words
    wanted = (*words.papers, *words.unreviewed, *words.withheld)
    assert len({found.split(" in ")[0] for found in leaks(register, wanted)}) >= 5
    assert leaks(planted.export("skrivelse", "--arende", DNR)[0], planted.words.register)


def test_the_register_for_everybody_says_which_beslut_it_does_not_show(planted):
    planted.export("beslutsregister")
    assert "3 paragrafer är dolda" in planted.said
    assert "§ 4, § 2, § 5" in planted.said


def test_the_search_for_everybody_finds_and_shows_nothing_secret(planted):
    words = planted.words
    secrets = (*words.register, *words.papers, *words.unreviewed, *words.withheld)
    asked = (*secrets, "Klagomål", "Budget", "kurs", "vite", "brev", "yttrande", DNR)
    for word in asked:
        said = squashed(planted.run("sok", word, "--publik", "--format", "json"))
        assert [one for one in secrets if squashed(one) in said] == [], word
    assert "Budget för alla" in planted.run("sok", "budget", "--publik")


def test_the_search_of_the_nämnd_finds_what_it_registered(planted):
    missed = [
        word
        for word in planted.words.register[:2]
        if squashed(word) not in squashed(planted.run("sok", word))
    ]
    assert missed == []
