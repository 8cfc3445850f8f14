"""Importing a file that disagrees with what is there: it is told, and replaced when asked."""

from typing import Any

import pytest

from nämnd.core.errors import InUseError
from nämnd.error_messages import message_for
from nämnd.sammanträde.queries import utskick_rows
from nämnd.utbyte.errors import UtbyteDiffersError
from tests.builders import a_file, an_uppdrag
from tests.nämnd.utbyte.making import (
    differing,
    exported,
    files_of,
    full,
    take_in,
    told_and_replaced,
    write,
)

PUNKT = "sammanträden[0].punkter[0]"


def punkt(tree: dict[str, Any]) -> dict[str, Any]:
    return tree["sammanträden"][0]["punkter"][0]


def lines(store, path) -> list[tuple[str, str | None, str | None]]:
    return [(one.path, one.there, one.in_file) for one in differing(store, path)]


# A file that disagrees


def test_a_file_that_disagrees_is_refused_with_every_difference(there, tmp_path):
    def spoil(tree: dict[str, Any]) -> None:
        tree["nämnd"]["kallelsetid"]["dagar"] = 5
        tree["sammanträden"][0]["plats"] = "Lilla salen"
        punkt(tree).update(rubrik="Priser", utgår="Hinner inte")

    before = exported(there, tmp_path / "före")
    path = write(tmp_path, full(spoil))
    with pytest.raises(UtbyteDiffersError) as refused:
        take_in(there, path)
    assert refused.value.differences == differing(there, path)
    assert lines(there, path) == [
        ("nämnd.kallelsetid", '{"dagar": 10, "slag": "arbetsdagar"}',
         '{"dagar": 5, "slag": "arbetsdagar"}'),
        ("sammanträden[0].plats", "Stora salen Norrvik", "Lilla salen"),
        (f"{PUNKT}.rubrik", "Priser nästa år", "Priser"),
        (f"{PUNKT}.utgår", "–", "Hinner inte"),
    ]  # fmt: skip
    assert exported(there, tmp_path / "efter") == before
    said = message_for(refused.value)
    assert f"– Priser ({PUNKT}.rubrik): här Priser nästa år, i filen Priser" in said


CHANGES: list[tuple[str, Any]] = [
    ("nämnd", lambda t: t["nämnd"].update(namn="Nya nämnden", adress=[], juridisk_form="utskott")),
    ("nämnd-lists", lambda t: t["nämnd"].update(
        frasbank=[], stående_punkter=[], mandatperioder=[], justeringssätt=["papper"],
        rubrikordning=["Beslut"])),
    ("huvudman", lambda t: t["nämnd"]["huvudmän"][0].update(platser=7)),
    ("huvudman-new", lambda t: t["nämnd"]["huvudmän"].append({"id": "h3", "namn": "Region Ö"})),
    ("huvudman-gone", lambda t: t["nämnd"]["huvudmän"].pop(1)),
    ("huvudmän-order", lambda t: t["nämnd"]["huvudmän"].reverse()),
    ("no-logo", lambda t: t["nämnd"].update(logotyp=None)),
    ("another-logo", lambda t: t["nämnd"].update(logotyp="7A.pdf")),
    ("person", lambda t: t["personer"][0].update(namn="Åsa Ek-Berg", epost=None)),
    ("uppdrag", lambda t: t["uppdrag"][0].update(roll="ledamot", huvudman=None, till="2020-01-01")),
    ("uppdrag-person", lambda t: t["uppdrag"][0].update(person="p30")),
    ("ärende", lambda t: t["ärenden"][0].update(dnr="X 1", status="öppet", öppnat=None)),
    ("days", lambda t: t["sammanträden"][0].update(dagar=[{"datum": "2019-12-01"}])),
    ("more-days", lambda t: t["sammanträden"][0]["dagar"].append(
        {"datum": "2019-11-24", "tider": [["09.00", "10.00"]]})),
    ("meeting", lambda t: t["sammanträden"][0].update(
        slag="extra", inställt="Snö", flyttningar=[], nummer_i_året=None, beteckning=None)),
    ("no-chair", lambda t: t["sammanträden"][0].update(ordförande=[], sekreterare=None)),
    ("other-chair", lambda t: t["sammanträden"][0].update(ordförande=[{"person": "p30"}])),
    ("utskick", lambda t: t["sammanträden"][0]["utskick"][0].update(datum="2019-11-14", till=[])),
    ("utskick-new", lambda t: t["sammanträden"][0]["utskick"].append(
        {"id": "x2", "datum": "2019-11-18", "slag": "tillägg"})),
    ("punkt", lambda t: punkt(t).update(
        rubrik="Nytt", slag="information", sammanfattning="Kort", ärende=None,
        tillkom_efter_kallelsen=True)),
    ("punkt-gone", lambda t: t["sammanträden"][0]["punkter"].pop(1)),
    ("punkt-new", lambda t: t["sammanträden"][0]["punkter"].insert(
        0, {"id": "k9", "rubrik": "Ny", "förslag": [{"id": "a9", "text": "Att"}]})),
    ("punkter-order", lambda t: t["sammanträden"][0]["punkter"].reverse()),
    ("sats", lambda t: punkt(t)["förslag"][0].update(text="Att avslå")),
    ("sats-gone", lambda t: punkt(t)["förslag"].pop(0)),
    ("satser-order", lambda t: punkt(t)["förslag"].reverse()),
    ("sats-moved", lambda t: punkt(t)["missivförslag"].append(punkt(t)["förslag"].pop())),
    ("underpunkt", lambda t: punkt(t)["underpunkter"].append({"id": "k7b", "rubrik": "Till"})),
    ("bilaga", lambda t: punkt(t)["bilagor"][0].update(
        rubrik="Priser", i_utskicket=False, sekretess=None, publicering="nej", anmärkning=None)),
    ("bilaga-moved", lambda t: t["sammanträden"][0]["punkter"][1]["bilagor"].append(
        punkt(t)["bilagor"].pop())),
    ("bilaga-gone", lambda t: punkt(t)["bilagor"].pop()),
    ("number", lambda t: punkt(t).update(nummer=5)),
    ("label", lambda t: punkt(t)["bilagor"][0].update(beteckning="7C")),
    ("no-file", lambda t: punkt(t)["bilagor"][0].update(fil=None, sha256=None)),
]  # fmt: skip


@pytest.mark.parametrize("change", [one[1] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_each_disagreement_is_told_and_replaced_when_asked(there, tmp_path, change):
    wanted = full(change)
    out = told_and_replaced(there, tmp_path, wanted)
    for key in ("personer", "uppdrag"):
        assert out[key] == wanted[key]
    [meeting], [asked] = out["sammanträden"], wanted["sammanträden"]
    assert [one["id"] for one in meeting["punkter"]] == [one["id"] for one in asked["punkter"]]


def test_the_new_order_of_a_list_is_told_by_name(there, tmp_path):
    path = write(tmp_path, full(lambda tree: tree["nämnd"]["huvudmän"].reverse()))
    assert lines(there, path) == [
        ("nämnd.huvudmän", "Region Norrvik, Region Åvik", "Region Åvik, Region Norrvik")
    ]


def test_what_the_file_lacks_and_what_only_the_file_has_are_told_apart(there, tmp_path):
    def swap(tree: dict[str, Any]) -> None:
        punkt(tree)["underpunkter"] = [{"id": "ny", "rubrik": "Nytt"}]

    path = write(tmp_path, full(swap))
    assert lines(there, path) == [
        (f"{PUNKT}.underpunkter[0]", None, "Nytt"),
        (f"{PUNKT}.underpunkter", "Prislista", None),
    ]
    with pytest.raises(UtbyteDiffersError) as refused:
        take_in(there, path)
    said = message_for(refused.value)
    assert "Nytt (sammanträden[0].punkter[0].underpunkter[0]): finns bara i filen" in said
    assert "Prislista finns bara här; tas bort om filen får ersätta" in said


def test_whole_objects_and_what_has_gone_out_are_never_removed(there, tmp_path):
    tree = full()
    tree["uppdrag"], tree["ärenden"], tree["delegationsbeslut"] = [], [], []
    tree["sammanträden"][0]["utskick"] = []
    punkt(tree)["ärende"] = None
    take_in(there, write(tmp_path, tree), replace=True)
    out = exported(there, tmp_path / "ut")
    assert [one["id"] for one in out["uppdrag"]] == ["u1", "u2"]
    assert [one["id"] for one in out["ärenden"]] == ["e1"]
    assert [one["id"] for one in out["delegationsbeslut"]] == ["dt1", "dt2"]
    assert len(there.ask(lambda session: utskick_rows(session, "s1"))) == 1


def test_a_huvudman_with_uppdrag_is_not_removed(there, tmp_path):
    an_uppdrag(there, "n1", "p30", huvudman_id="h2")
    path = write(tmp_path, full(lambda tree: tree["nämnd"]["huvudmän"].pop(1)))
    before = exported(there, tmp_path / "före")
    with pytest.raises(InUseError) as refused:
        take_in(there, path, replace=True)
    assert refused.value.what == "huvudmannen Region Åvik"
    assert exported(there, tmp_path / "efter") == before


def test_a_long_list_of_differences_is_cut_in_the_sentence(there, tmp_path):
    path = write(tmp_path, full(lambda tree: punkt(tree).update(
        förslag=[{"id": f"ny{n}", "text": f"Att {n}"} for n in range(60)])))  # fmt: skip
    with pytest.raises(UtbyteDiffersError) as refused:
        take_in(there, path)
    assert len(refused.value.differences) == 62
    assert message_for(refused.value).endswith("… och 32 till.")


# Files


def test_another_file_becomes_the_next_version_and_the_old_one_is_kept(there, tmp_path):
    path = write(tmp_path, full(lambda tree: punkt(tree)["bilagor"][0].pop("sha256")))
    (tmp_path / "7A.pdf").write_bytes(b"%PDF-1.4 nya priser")
    assert lines(there, path) == [(f"{PUNKT}.bilagor[0].fil", "7A.pdf", "7A.pdf")]
    take_in(there, path, replace=True)
    paper = punkt(exported(there, tmp_path / "ut"))["bilagor"][0]
    assert [one["nummer"] for one in paper["versioner"]] == [1, 2]
    assert take_in(there, path).changes == ()


def test_versions_follow_the_file_when_it_lists_them(there, tmp_path):
    a_file(files_of(there), "ett", "ett.pdf")
    (tmp_path / "ny.pdf").write_bytes(b"ny")
    first = {"nummer": 1, "fil": "7A.pdf", "filnamn": "Priser.pdf", "sidor": 4}
    second = {"id": "v2", "nummer": 2, "fil": "ny.pdf", "tillagd": "2020-01-01T10:00:00"}

    def list_them(tree: dict[str, Any]) -> None:
        punkt(tree)["bilagor"][0].update(fil=None, sha256=None, versioner=[first, second])

    path = write(tmp_path, full(list_them))
    at = f"{PUNKT}.bilagor[0].versioner"
    assert lines(there, path) == [
        (f"{at}[0].filnamn", "7A.pdf", "Priser.pdf"),
        (f"{at}[0].sidor", "–", "4"),
        (f"{at}[1]", None, "ny.pdf"),
    ]
    take_in(there, path, replace=True)
    found = punkt(exported(there, tmp_path / "ut"))["bilagor"][0]["versioner"]
    assert [(one["filnamn"], one["sidor"]) for one in found] == [
        ("Priser.pdf", 4),
        ("ny.pdf", None),
    ]
    assert (found[1]["id"], found[1]["tillagd"]) == ("v2", "2020-01-01T10:00:00")
    assert take_in(there, path).changes == ()

    second["fil"], first["nummer"] = "7A.pdf", 1
    path = write(tmp_path, full(lambda tree: punkt(tree)["bilagor"][0].update(
        versioner=[second])))  # fmt: skip
    assert [line[0] for line in lines(there, path)] == [f"{at}[0].fil", at]
    take_in(there, path, replace=True)
    found = punkt(exported(there, tmp_path / "ut"))["bilagor"][0]["versioner"]
    assert [one["id"] for one in found] == ["v2"]
