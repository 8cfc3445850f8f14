"""The diarium goes out and in again without loss, and nothing is ever removed from it."""

import json

import pytest

from nämnd.tables import Handling, Handlingsversion, Ärende
from nämnd.utbyte.errors import UtbyteError
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import skrivelser, ärende_view
from tests.nämnd.utbyte.diarium import (
    FIRST,
    SECOND,
    SKRIVELSER,
    URVAL,
    ÄRENDE,
    handling,
    with_diarium,
    ärende,
)
from tests.nämnd.utbyte.making import (
    another_store,
    differing,
    export,
    exported,
    take_in,
    told_and_replaced,
    write,
)
from tests.nämnd.utbyte.test_round_trip import there_and_back
from tests.nämnd.utbyte.whole import meeting

FILES = {"fil", "versioner"}  # the export names the files anew


@pytest.fixture
def there(store, tmp_path):
    """A database in which the example with a diarium is."""
    take_in(store, write(tmp_path, with_diarium()))
    return store


def differs(store, folder, change) -> list[str]:
    return [one.path for one in differing(store, write(folder, with_diarium(change)))]


def refused(store, folder, change) -> list[str]:
    with pytest.raises(UtbyteError) as error:
        take_in(store, write(folder, with_diarium(change)), replace=True)
    return [one.path for one in error.value.findings]


def test_every_key_comes_back_with_its_value(there, tmp_path):
    out = exported(there, tmp_path / "ut")
    second, first = out["ärenden"]
    assert list(first) == list(ÄRENDE)
    for key in ÄRENDE.keys() - {"handlingar"}:
        assert first[key] == ÄRENDE[key], key
    assert second.keys() == ÄRENDE.keys()
    assert {key: second[key] for key in SECOND} == SECOND
    mine = first["handlingar"][0]
    assert {key: mine[key] for key in FIRST.keys() - FILES} == {
        key: FIRST[key] for key in FIRST.keys() - FILES
    }
    for version, given in zip(mine["versioner"], FIRST["versioner"], strict=True):
        assert {**version, "fil": None} == {**given, "fil": None}
    assert [one["löpnr"] for one in first["handlingar"]] == [1, 3]
    assert out["urval"] == URVAL
    punkt = meeting(out)["punkter"][0]
    assert punkt["återupptar"] == "g12"
    assert punkt["bilagor"][0]["handling"] == "l1"
    assert punkt["bilagor"][0]["delegationsbeslut"] == "dt2"
    assert [(one["anmäls"], one.get("punkt")) for one in out["delegationsbeslut"]] == [
        (False, None),
        (True, "k8"),
    ]


def test_a_diarium_goes_there_and_back(there, tmp_path):
    there_and_back(there, tmp_path, "n1")


def test_the_same_file_again_changes_nothing(there, tmp_path):
    path = write(tmp_path, with_diarium())
    assert differing(there, path) == ()
    assert take_in(there, path, replace=True).changes == ()


def test_what_was_read_is_what_the_program_works_with(there):
    view = there.ask(lambda session: ärende_view(session, "e1"))
    assert view.draft.externa_beteckningar[0].beteckning == "12391/2018-20"
    first, annulled = there.ask(lambda session: handlingar(session, "e1"))
    assert [one.nummer for one in first.versioner] == [1, 2]
    assert first.fil is not None
    assert first.fil.varningar == ("makron", "annat slag")
    assert (annulled.makulerad, annulled.löpnr) == ("Fel ärende", 3)
    written = there.ask(lambda session: skrivelser(session, "e1"))
    assert [one.registrerad for one in written] == [one["registrerad"] for one in SKRIVELSER]
    assert written[0].draft.underskrifter[0].namn == "Örjan Berg"


def test_a_dnr_of_the_own_series_gets_its_place_in_it(there):
    rows = there.ask(
        lambda session: {row.id: (row.serie_år, row.serie_nr) for row in session.query(Ärende)}
    )
    assert rows == {"e1": (2018, 31), "e2": (None, None)}


def test_one_meeting_alone_says_nothing_of_the_handlingar_of_its_ärenden(there, tmp_path):
    path = export(there, tmp_path / "ut", "n1", "s1")
    out = json.loads(path.read_text(encoding="utf-8"))
    assert [one["id"] for one in out["ärenden"]] == ["e1"]
    assert not {"handlingar", "skrivelser"} & out["ärenden"][0].keys()
    assert "handling" not in meeting(out)["punkter"][0]["bilagor"][0]
    assert out["urval"] == []
    assert differing(there, path) == ()
    with another_store(tmp_path / "annan") as other:
        take_in(other, path)
        assert export(other, tmp_path / "igen", "n1", "s1").read_bytes() == path.read_bytes()


def test_a_change_is_told_by_its_path(there, tmp_path):
    def change(tree):
        ärende(tree)["handläggare"] = "Åsa Ek"
        handling(tree)["rubrik"] = "Nya priser"
        handling(tree)["versioner"][1]["varningar"] = []
        ärende(tree)["skrivelser"][1]["förslag"] = ["Att vänta"]
        tree["urval"][0]["namn"] = "Alla"

    assert differs(there, tmp_path, change) == [
        "ärenden[0].handläggare",
        "ärenden[0].handlingar[0].rubrik",
        "ärenden[0].handlingar[0].versioner[1].varningar",
        "ärenden[0].skrivelser[1].förslag",
        "urval[0].namn",
    ]
    out = told_and_replaced(there, tmp_path, with_diarium(change))
    assert ärende(out)["handläggare"] == "Åsa Ek"
    assert handling(out)["rubrik"] == "Nya priser"


def test_a_new_handling_in_an_ärende_that_is_there_is_told(there, tmp_path):
    new = {"id": "l9", "löpnr": 4, "datum": "2019-01-02", "rubrik": "Svar"}
    out = told_and_replaced(
        there, tmp_path, with_diarium(lambda tree: ärende(tree)["handlingar"].append(new))
    )
    assert [one["löpnr"] for one in ärende(out)["handlingar"]] == [1, 3, 4]


def test_a_handling_that_moves_to_another_ärende_is_told(there, tmp_path):
    def move(tree):
        moved = ärende(tree)["handlingar"].pop(0)
        tree["ärenden"][1]["handlingar"] = [moved]

    assert "ärenden[1].handlingar[0]" in differs(there, tmp_path, move)


def test_what_a_file_lacks_stays_in_the_diarium(there, tmp_path):
    def drop(tree):
        ärende(tree)["handlingar"] = []
        ärende(tree)["skrivelser"] = []
        meeting(tree)["punkter"][0]["bilagor"][0].pop("handling")
        tree["urval"] = []

    take_in(there, write(tmp_path, with_diarium(drop)), replace=True)
    out = exported(there, tmp_path / "ut")
    assert [one["id"] for one in ärende(out)["handlingar"]] == ["l1", "l2"]
    assert [one["id"] for one in ärende(out)["skrivelser"]] == ["sk1", "sk2"]
    assert out["urval"] == URVAL


def test_an_old_version_stays_when_the_file_has_only_the_newest(there, tmp_path):
    def cut(tree):
        handling(tree)["versioner"].pop(0)

    assert differs(there, tmp_path, cut) == []
    assert there.ask(lambda session: session.query(Handlingsversion).count()) == 2


def test_a_file_without_versions_is_the_next_version(there, tmp_path):
    def replace(tree):
        one = handling(tree)
        one |= {"versioner": [], "fil": "bilder/märke.png"}
        del one["sha256"]

    out = told_and_replaced(there, tmp_path, with_diarium(replace))
    assert [one["nummer"] for one in handling(out)["versioner"]] == [1, 2, 3]


def test_a_registered_version_can_not_get_another_content(there, tmp_path):
    def swap(tree):
        one = handling(tree)["versioner"][0]
        one |= {"fil": "7A.pdf"}
        del one["sha256"]

    assert refused(there, tmp_path, swap) == ["ärenden[0].handlingar[0].versioner[0].fil"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda t: handling(t).update(punkt="k9"), "ärenden[0].handlingar[0].punkt"),
        (lambda t: t["delegationsbeslut"][1].update(punkt="k9"), "delegationsbeslut[1].punkt"),
        (
            lambda t: meeting(t)["punkter"][0]["bilagor"][0].update(handling="l9"),
            "sammanträden[0].punkter[0].bilagor[0].handling",
        ),
        (
            lambda t: meeting(t)["punkter"][0]["bilagor"][0].update(delegationsbeslut="dt9"),
            "sammanträden[0].punkter[0].bilagor[0].delegationsbeslut",
        ),
        (
            lambda t: ärende(t)["skrivelser"][0].update(handling="l9"),
            "ärenden[0].skrivelser[0].handling",
        ),
        (
            lambda t: ärende(t)["skrivelser"][1].update(registrerad=True),
            "ärenden[0].skrivelser[1].handling",
        ),
        (lambda t: ärende(t)["handlingar"][1].update(löpnr=1), "ärenden[0].handlingar[1].löpnr"),
        (lambda t: t["ärenden"][1].update(dnr="NVN 2018/0031"), "ärenden[1].dnr"),
        (
            lambda t: handling(t)["versioner"][1].update(nummer=1),
            "ärenden[0].handlingar[0].versioner",
        ),
        (lambda t: handling(t).update(fil="bilder/märke.png"), "ärenden[0].handlingar[0].fil"),
        (lambda t: t["urval"][0].update(id="e1"), "urval[0].id"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(store, tmp_path, change, path):
    assert path in refused(store, tmp_path, change)


def test_a_number_that_another_handling_there_has_is_refused(there, tmp_path):
    def take(tree):
        ärende(tree)["handlingar"] = [{**handling(tree), "id": "l9", "versioner": [], "löpnr": 3}]
        meeting(tree)["punkter"][0]["bilagor"][0]["handling"] = "l9"
        ärende(tree)["skrivelser"] = []

    assert refused(there, tmp_path, take) == ["ärenden[0].handlingar[0].löpnr"]


def test_a_dnr_that_another_ärende_there_has_is_refused(there, tmp_path):
    def take(tree):
        tree["ärenden"].append({"id": "e3", "dnr": "1900526"})
        tree["ärenden"].pop(1)

    assert refused(there, tmp_path, take) == ["ärenden[1].dnr"]


def test_the_id_of_another_nämnds_handling_is_refused(there, tmp_path):
    def other(tree):
        tree["nämnd"] |= {"id": "n2", "namn": "Södra", "huvudmän": []}
        tree |= {"uppdrag": [], "sammanträden": [], "personer": []}
        tree |= {"delegationsbeslut": [], "delegationsprotokoll": [], "urval": []}
        tree["ärenden"] = [{"id": "e9", "dnr": "1", "handlingar": [{**FIRST, "versioner": []}]}]
        del tree["ärenden"][0]["handlingar"][0]["punkt"]

    assert refused(there, tmp_path, other) == ["ärenden[0].handlingar[0].id"]
    assert there.ask(lambda session: session.query(Handling).count()) == 2
