"""A file that is wrong is refused with where, what was found and what was expected."""

import json
from typing import Any

import pytest

from nämnd.core.errors import FileMissingError, NotAFileError
from nämnd.error_messages import message_for
from nämnd.organisation.queries import nämnder
from nämnd.utbyte.errors import MOST, Finding, UtbyteError
from nämnd.utbyte.reading import file_of, read_utbyte
from nämnd.utbyte.tree import DEEPEST, MOST_BYTES, MOST_VALUES
from tests.nämnd.utbyte.making import full, small, take_in, write


def findings(data: bytes | str | dict[str, Any]) -> list[Finding]:
    """Return what is found wrong, however it is written."""
    if isinstance(data, dict):
        data = json.dumps(data)
    with pytest.raises(UtbyteError) as refused:
        file_of(data if isinstance(data, bytes) else data.encode(), "fil.json")
    return list(refused.value.findings)


def one(data: bytes | str | dict[str, Any]) -> Finding:
    [finding] = findings(data)
    return finding


# The file as a whole


def test_a_file_that_is_gone_or_a_folder_says_so(tmp_path):
    with pytest.raises(FileMissingError):
        read_utbyte(tmp_path / "borta.json")
    with pytest.raises(NotAFileError):
        read_utbyte(tmp_path)


@pytest.mark.parametrize(
    ("data", "found", "expected"),
    [
        (b"", "en tom fil", "JSON"),
        (b" \n\t", "en tom fil", "JSON"),
        (b"\xef\xbb\xbf", "en tom fil", "JSON"),
        (b"[]", "[]", "ett objekt inom { }"),
        (b"3", "3", "ett objekt inom { }"),
        ('{"a": "å"}'.encode("utf-16"), "text i UTF-16 eller UTF-32", "UTF-8"),
        ('{"a": "å"}'.encode("utf-16-le"), "text i UTF-16 eller UTF-32", "UTF-8"),
        ('{"a": "å"}'.encode("utf-16-be"), "text i UTF-16 eller UTF-32", "UTF-8"),
        ('{"a": "å"}'.encode("utf-32"), "text i UTF-16 eller UTF-32", "UTF-8"),
    ],
    ids=["empty", "blank", "bom", "list", "number", "utf16", "utf16le", "utf16be", "utf32"],
)
def test_what_is_no_object_in_utf_8_is_refused_as_a_whole(data, found, expected):
    finding = one(data)
    assert finding.path == ""
    assert finding.found == found
    assert expected in finding.expected


def test_text_in_another_encoding_is_found_by_its_line():
    finding = one('{\n"nämnd": 1}'.encode("cp1252"))
    assert (finding.path, finding.found) == ("rad 2", "ett tecken som inte är UTF-8 (byte E4)")


def test_a_byte_order_mark_does_no_harm():
    data = b"\xef\xbb\xbf" + json.dumps(small()).encode()
    assert file_of(data, "fil.json").nämnd.id == "n1"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('{"a": }', "rad 1, kolumn 7", "ett värde"),
        ('{"a": 1 "b": 2}', "rad 1, kolumn 9", "ett komma"),
        ('{"a" 1}', "rad 1, kolumn 6", "ett kolon efter nyckeln"),
        ("{a: 1}", "rad 1, kolumn 2", "en nyckel inom citattecken"),
        ('{"a": "b', "rad 1, kolumn 7", "ett avslutande citattecken"),
        ('{"a":\n"b\n"}', "rad 2, kolumn 3", "text utan radbrytning inom citattecknen (skriv \\n)"),
        ('{"a": "\\x"}', "rad 1, kolumn 8", "ett giltigt tecken efter \\"),
        ('{"a": "\\u00g0"}', "rad 1, kolumn 9", "fyra hexadecimala siffror efter \\u"),
        ("{} {}", "rad 1, kolumn 4", "filens slut"),
        ('{"a": 1', "rad 1, kolumn 8", "ett komma"),
        ("%PDF-1.7", "rad 1, kolumn 1", "ett värde"),
    ],
)
def test_what_is_not_json_is_found_by_line_and_column(text, path, expected):
    finding = one(text)
    assert (finding.path, finding.expected) == (path, expected)


def test_another_format_or_version_is_all_that_is_said():
    assert one('{"kalender": [1, 2, 3]}') == Finding("format", "ingenting", "«namnd-utbyte»")
    assert one(small() | {"format": "ics"}).found == "«ics»"
    assert one(small() | {"version": 2, "nytt": 1}).path == "version"
    assert one(small() | {"version": True}).found == "true"
    assert one(small() | {"version": 1.0}).found == "1.0"


def test_a_file_that_is_far_too_large_is_not_read(tmp_path):
    path = tmp_path / "stor.json"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(UtbyteError) as refused:
        read_utbyte(path)
    [finding] = refused.value.findings
    assert finding.expected == f"högst {MOST_BYTES // 1_000_000} MB"


@pytest.mark.parametrize("deep", [DEEPEST + 1, 900, 100_000])
def test_endless_nesting_is_refused(deep):
    text = json.dumps(small())[:-1] + ', "x": ' + "[" * deep + "]" * deep + "}"
    assert one(text).expected == f"högst {DEEPEST} led"


def test_endless_many_values_are_refused():
    text = json.dumps(small())[:-1] + ', "x": [' + "0," * MOST_VALUES + "0]}"
    assert one(text).expected == f"högst {MOST_VALUES} värden"


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 40),
    ],
    ids=["nan", "infinity", "minus-infinity", "huge-float", "huge-integer"],
)
def test_what_is_no_ordinary_number_is_refused_where_it_stands(number, found):
    text = json.dumps(small(nummer_i_året=0)).replace('ret": 0', f'ret": {number}')
    text = text.replace("\\u00e5", "å")
    assert one(text) == Finding("sammanträden[0].nummer_i_året", found, "ett vanligt tal")


def test_a_key_that_comes_twice_is_refused_where_it_stands():
    text = json.dumps(small()).replace('"id": "s1"', '"id": "s1", "plats": "A", "plats": "B"')
    finding = one(text)
    assert finding.path == "sammanträden[0].plats"
    assert finding.found == "samma nyckel flera gånger"


def test_a_key_that_comes_both_composed_and_decomposed_comes_twice():
    text = json.dumps(small(ordförande=[]), ensure_ascii=False)
    text = text.replace('"id": "s1"', '"id": "s1", "ordfo\u0308rande": []')
    assert one(text).path == "sammanträden[0].ordförande"


def test_half_a_character_is_refused_in_a_value_and_in_a_key():
    assert one(small(plats="a\ud800")).path == "sammanträden[0].plats"
    assert one(small(**{"plats\udfff": 1})).path == "sammanträden[0].plats�"


# One thing wrong in an otherwise right file

MEETING = "sammanträden[0]"
PUNKT = "sammanträden[0].punkter[0]"
PAPER = "sammanträden[0].punkter[0].bilagor[0]"


def punkt(tree: dict[str, Any]) -> dict[str, Any]:
    return tree["sammanträden"][0]["punkter"][0]


def paper(tree: dict[str, Any]) -> dict[str, Any]:
    return punkt(tree)["bilagor"][0]


def meeting(tree: dict[str, Any]) -> dict[str, Any]:
    return tree["sammanträden"][0]


WRONG: list[tuple[str, Any, str, str, str]] = [
    # what, change, path, found, expected
    ("unknown-key", lambda t: punkt(t).update(rubrk="x"), f"{PUNKT}.rubrk",
     "en nyckel som inte finns i formatet", "en nyckel ur formatet, kanske «rubrik»"),
    ("unlike-any-key", lambda t: t["ärenden"][0].update(zzzzz=1), "ärenden[0].zzzzz",
     "en nyckel som inte finns i formatet", "någon av id, dnr, rubrik, öppnat"),
    ("key-missing", lambda t: punkt(t).pop("rubrik"), f"{PUNKT}.rubrik", "ingenting", "ett värde"),
    ("nämnd-missing", lambda t: t.pop("nämnd"), "nämnd", "ingenting", "ett värde"),
    ("null-name", lambda t: t["nämnd"].update(namn=None), "nämnd.namn", "null", "text inom"),
    ("blank-rubrik", lambda t: punkt(t).update(rubrik=" \n"), f"{PUNKT}.rubrik", "«",
     "en text som inte är tom"),
    ("number-as-text", lambda t: punkt(t).update(nummer="7"), f"{PUNKT}.nummer", "«7»",
     "ett heltal"),
    ("number-with-decimals", lambda t: punkt(t).update(nummer=7.0), f"{PUNKT}.nummer", "7.0",
     "ett heltal"),
    ("true-as-number", lambda t: punkt(t).update(nummer=True), f"{PUNKT}.nummer", "true",
     "ett heltal"),
    ("negative", lambda t: punkt(t).update(nummer=-1), f"{PUNKT}.nummer", "-1", "minst 0"),
    ("too-high", lambda t: punkt(t).update(nummer=10**12), f"{PUNKT}.nummer", "1000000000000",
     "högst 1000000"),
    ("text-as-true", lambda t: paper(t).update(i_utskicket="ja"), f"{PAPER}.i_utskicket", "«ja»",
     "true eller false"),
    ("list-as-text", lambda t: punkt(t).update(sammanfattning=["a"]), f"{PUNKT}.sammanfattning",
     "en lista med 1 värde", "text inom citattecken"),
    ("text-as-list", lambda t: punkt(t).update(bilagor="7A"), f"{PUNKT}.bilagor", "«7A»",
     "en lista inom [ ]"),
    ("object-as-list", lambda t: t.update(personer={"id": "p1"}), "personer", "ett objekt",
     "en lista inom [ ]"),
    ("text-as-object", lambda t: t["personer"].append("p2"), "personer[2]", "«p2»",
     "ett objekt inom { }"),
    ("unknown-slag", lambda t: punkt(t).update(slag="besluta"), f"{PUNKT}.slag", "«besluta»",
     "beslut, information, anmälan, val eller formalia"),
    ("unknown-roll", lambda t: t["uppdrag"][0].update(roll="chef"), "uppdrag[0].roll", "«chef»",
     "1:e vice ordförande"),
    ("no-date", lambda t: paper(t)["sekretess"].update(datum="igår"), f"{PAPER}.sekretess.datum",
     "«igår»", "ett datum som «2019-11-22»"),
    ("date-as-number", lambda t: meeting(t)["dagar"][0].update(datum=20191122),
     f"{MEETING}.dagar[0].datum", "20191122", "ett datum"),
    ("month-only", lambda t: meeting(t)["dagar"][0].update(datum="2019-08"),
     f"{MEETING}.dagar[0].datum", "«2019-08»", "ett helt datum"),
    ("year-only", lambda t: t["ärenden"][0].update(öppnat="2018"), "ärenden[0].öppnat", "«2018»",
     "ett helt datum"),
    ("no-such-day", lambda t: meeting(t)["dagar"][0].update(datum="2019-02-29"),
     f"{MEETING}.dagar[0].datum", "«2019-02-29»", "finns i kalendern"),
    ("basic-date", lambda t: meeting(t)["dagar"][0].update(datum="20191122"),
     f"{MEETING}.dagar[0].datum", "«20191122»", "ett datum som"),
    ("other-digits", lambda t: meeting(t)["dagar"][0].update(datum="२०१९-११-२२"),
     f"{MEETING}.dagar[0].datum", "«२०१९-११-२२»", "ett datum som"),
    ("no-days", lambda t: meeting(t).update(dagar=[]), f"{MEETING}.dagar", "[]", "minst en dag"),
    ("days-backwards", lambda t: meeting(t)["dagar"].reverse(), f"{MEETING}.dagar",
     "en lista med 2 värden", "dagarna i ordning"),
    ("colon-in-time", lambda t: meeting(t)["dagar"][0]["tider"].append(["08:30", None]),
     f"{MEETING}.dagar[0].tider[2][0]", "«08:30»", "ett klockslag som «08.30»"),
    ("no-such-time", lambda t: meeting(t)["dagar"][0]["tider"].append(["24.00", None]),
     f"{MEETING}.dagar[0].tider[2][0]", "«24.00»", "ett klockslag"),
    ("half-a-span", lambda t: meeting(t)["dagar"][0]["tider"].append(["08.30"]),
     f"{MEETING}.dagar[0].tider[2][1]", "ingenting", "ett värde"),
    ("three-times", lambda t: meeting(t)["dagar"][0]["tider"].append(["08.30", "09.00", "10.00"]),
     f"{MEETING}.dagar[0].tider[2]", "en lista med 3 värden", "högst 2 värden"),
    ("bad-checksum", lambda t: meeting(t)["utskick"][0].update(sha256="AB"),
     f"{MEETING}.utskick[0].sha256", "«AB»", "en kontrollsumma"),
    ("bad-moment", lambda t: paper(t).update(versioner=[{"nummer": 1, "fil": "7A.pdf",
     "tillagd": "nyss"}]), f"{PAPER}.versioner[0].tillagd", "«nyss»", "en tidpunkt"),
    ("empty-id", lambda t: punkt(t).update(id=""), f"{PUNKT}.id", "«»", "en text som inte är tom"),
    ("blank-in-id", lambda t: punkt(t).update(id=" k"), f"{PUNKT}.id", "« k»", "utan blanksteg"),
    ("long-id", lambda t: punkt(t).update(id="k" * 65), f"{PUNKT}.id", "«kkk", "högst 64 tecken"),
    # what must hold between objects
    ("same-id-twice", lambda t: punkt(t).update(id="p1"), f"{PUNKT}.id",
     "«p1», som redan är personer[0].id", "ingenting annat"),
    ("person-missing", lambda t: t["uppdrag"][0].update(person="p9"), "uppdrag[0].person", "«p9»",
     "lista personer"),
    ("ersatt-missing", lambda t: t["uppdrag"][1].update(ersätter="h1"), "uppdrag[1].ersätter",
     "«h1»", "lista personer"),
    ("huvudman-missing", lambda t: t["uppdrag"][0].update(huvudman="h9"), "uppdrag[0].huvudman",
     "«h9»", "nämnd.huvudmän"),
    ("chair-missing", lambda t: meeting(t)["ordförande"][0].update(person="p9"),
     f"{MEETING}.ordförande[0].person", "«p9»", "lista personer"),
    ("secretary-missing", lambda t: meeting(t).update(sekreterare="p9"), f"{MEETING}.sekreterare",
     "«p9»", "lista personer"),
    ("called-missing", lambda t: meeting(t)["utskick"][0]["till"].append("p9"),
     f"{MEETING}.utskick[0].till[1]", "«p9»", "lista personer"),
    ("case-missing", lambda t: punkt(t).update(ärende="e9"), f"{PUNKT}.ärende", "«e9»",
     "lista ärenden"),
    ("period-backwards", lambda t: t["uppdrag"][0].update(till="2018-01-01"), "uppdrag[0].till",
     "2018-01-01", "inte ligger före"),
    ("term-backwards", lambda t: t["nämnd"]["mandatperioder"][0].update(till="2018-01-01"),
     "nämnd.mandatperioder[0].till", "2018-01-01", "inte ligger före"),
    ("number-twice", lambda t: meeting(t)["punkter"][1].update(nummer=7),
     f"{MEETING}.punkter[1].nummer", "7", "ingen annan punkt"),
    ("stands-without-number", lambda t: (punkt(t).pop("nummer"), punkt(t).update(står=True)),
     f"{PUNKT}.nummer", "ingenting", "har gått ut"),
    ("stands-without-label", lambda t: (paper(t).pop("beteckning"), paper(t).update(står=True)),
     f"{PAPER}.beteckning", "ingenting", "har gått ut"),
    ("last-too-low", lambda t: (punkt(t).update(står=True), meeting(t).update(sista_nummer=3)),
     f"{MEETING}.sista_nummer", "3", "det högsta"),
    ("versions-out-of-order", lambda t: paper(t).update(versioner=[
        {"nummer": 2, "fil": "7A.pdf"}, {"nummer": 1, "fil": "7A.pdf"}]),
     f"{PAPER}.versioner", "2, 1", "i ordning"),
    ("another-file-in-use", lambda t: paper(t).update(versioner=[
        {"nummer": 1, "fil": "7B.pdf"}]), f"{PAPER}.fil", "«7A.pdf»", "«7B.pdf»"),
    ("version-without-file", lambda t: paper(t).update(versioner=[
        {"nummer": 1}, {"nummer": 2, "fil": "7A.pdf"}]), f"{PAPER}.versioner[0].fil", "ingen fil",
     "fil eller sha256"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "path", "found", "expected"),
    [case[1:] for case in WRONG],
    ids=[case[0] for case in WRONG],
)
def test_one_thing_wrong_is_named_by_its_path(change, path, found, expected):
    finding = one(full(change))
    assert finding.path == path
    assert finding.found.startswith(found)
    assert expected in finding.expected


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("remisser", lambda t, v: t.update(remisser=v)),
    ],
    ids=lambda value: ascii(value) if isinstance(value, str) else "",
)  # fmt: skip
def test_what_this_version_does_not_know_is_refused_unless_it_is_empty(path, change):
    key = path.rpartition(".")[2]
    for something in ([{"id": "g1"}], "59–74", {"a": 1}, 0, False):
        finding = one(full(lambda tree, value=something: change(tree, value)))
        assert finding.path == path
        assert finding.expected == (
            f"ingenting: den här versionen av Nämnd kan inte läsa {key} ännu; "
            "ingenting har importerats"
        )
    for nothing in (None, [], {}, ""):
        tree = full(lambda tree, value=nothing: change(tree, value))
        assert file_of(json.dumps(tree).encode(), "fil.json").nämnd.id == "n1"


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file():
    def spoil(tree: dict[str, Any]) -> None:
        tree["nämnd"]["juridisk_form"] = "förening"
        tree["personer"][1]["parti"] = 3
        punkt(tree)["nummer"] = "sju"

    assert [finding.path for finding in findings(full(spoil))] == [
        "nämnd.juridisk_form",
        "personer[1].parti",
        f"{PUNKT}.nummer",
    ]


def test_only_the_first_fifty_are_told_and_the_rest_counted():
    tree = small() | {"personer": [{"id": f"p{n}", "namn": ""} for n in range(70)]}
    with pytest.raises(UtbyteError) as refused:
        file_of(json.dumps(tree).encode(), "fil.json")
    assert len(refused.value.findings) == MOST
    assert refused.value.more == 20
    said = message_for(refused.value)
    assert "personer[49].namn: hittade «», väntade en text som inte är tom" in said
    assert said.endswith("… och 20 till.")


def test_a_long_or_invisible_value_is_shown_short_and_harmless():
    finding = one(full(lambda tree: punkt(tree).update(slag="\u202egnp\x1b" + "x" * 500)))
    assert finding.found.startswith("«�gnp�xxx")
    assert len(finding.found) < 70


def test_a_refused_file_changes_nothing(store, tmp_path):
    path = write(tmp_path, full(lambda tree: punkt(tree).update(nummer="7")))
    with pytest.raises(UtbyteError):
        take_in(store, path)
    assert store.ask(nämnder) == ()
    assert not store.place.files.exists()
