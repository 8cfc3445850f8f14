"""What is followed up goes out and in again without loss, and short forms are completed."""

import pytest

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, VidSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter
from nämnd.tables import (
    Bevakning,
    Delprojektsats,
    Fördelningsrad,
    Fördelningstabell,
    Redovisningssvar,
)
from nämnd.utbyte.errors import UtbyteError
from tests.nämnd.beredning.making import MARCH, TODAY, Beredning
from tests.nämnd.utbyte.follow_up import (
    AGREEMENT,
    DELPROJEKT,
    DUE,
    KÄLLA,
    MÖTESFRISTER,
    REDOVISNING,
    TAKEN,
    WHOLE,
    with_follow_up,
)
from tests.nämnd.utbyte.making import differing, exported, take_in, told_and_replaced, write
from tests.nämnd.utbyte.test_round_trip import there_and_back


@pytest.fixture
def there(store, tmp_path):
    """A database in which the example is."""
    take_in(store, write(tmp_path, with_follow_up()))
    return store


def rows(store, kind):
    return store.ask(lambda session: session.query(kind).count())


def refused(store, folder, change) -> list[str]:
    with pytest.raises(UtbyteError) as error:
        take_in(store, write(folder, with_follow_up(change)), replace=True)
    return [one.path for one in error.value.findings]


def test_every_key_comes_back_with_its_value(there, tmp_path):
    out = exported(there, tmp_path / "ut")
    assert out["delprojekt"] == [DELPROJEKT]
    assert out["överenskommelser"] == [AGREEMENT]
    assert out["redovisningar"] == [REDOVISNING]
    assert out["spärrdagar"] == TAKEN
    assert out["nämnd"]["mötesfrister"] == MÖTESFRISTER
    first, *short = out["bevakningar"]
    assert first == WHOLE
    assert first["källa"] == KÄLLA
    assert [one["förfaller"] for one in short] == DUE


def test_what_is_followed_up_goes_there_and_back(there, tmp_path):
    there_and_back(there, tmp_path, "n1")


def test_the_same_file_again_changes_nothing(there, tmp_path):
    assert differing(there, write(tmp_path, with_follow_up())) == ()


def test_what_differs_is_told_before_it_is_changed(there, tmp_path):
    def change(tree):
        tree["delprojekt"][0]["beslut"][0]["satser"][1]["läge"] = "gjort"
        tree["bevakningar"][1]["förfaller"] = {"datum": "2020-10-31"}
        tree["överenskommelser"][0]["fördelning"][1]["poster"]["E-hälsa"] = 2
        tree["redovisningar"][0]["frågor"][1]["läge"] = "besvarad"

    paths = [one.path for one in differing(there, write(tmp_path, with_follow_up(change)))]
    assert set(paths) == {
        "delprojekt[0].beslut[0].satser[1].läge",
        "bevakningar[1].förfaller",
        "överenskommelser[0].fördelning[1].poster",
        "redovisningar[0].frågor[1].läge",
    }
    told_and_replaced(there, tmp_path, with_follow_up(change))
    assert exported(there, tmp_path / "ut")["bevakningar"][1]["förfaller"] == {
        "datum": "2020-10-31"
    }


def test_what_a_list_lacks_goes_with_what_was_in_it(there, tmp_path):
    def change(tree):
        tree["delprojekt"][0]["beslut"] = []
        tree["överenskommelser"][0]["tabeller"].pop()
        tree["överenskommelser"][0]["fördelning"].pop()
        tree["redovisningar"][0]["frågor"].pop(0)

    told_and_replaced(there, tmp_path, with_follow_up(change))
    kinds = (Delprojektsats, Fördelningstabell, Fördelningsrad, Redovisningssvar)
    assert [rows(there, kind) for kind in kinds] == [0, 1, 2, 0]


def test_a_bevakning_that_a_file_lacks_stays(there, tmp_path):
    fewer = with_follow_up(lambda tree: tree["bevakningar"].pop())
    assert differing(there, write(tmp_path, fewer)) == ()
    take_in(there, write(tmp_path, fewer), replace=True)
    assert rows(there, Bevakning) == 1 + len(DUE)


def test_short_forms_are_completed(store, tmp_path):
    def change(tree):
        tree["bevakningar"][0]["källa"] = {"sammanträde": "s1", "paragraf": 62}
        tree["delprojekt"][0]["behov"] = ["Fler platser", "Ett system"]
        own = tree["överenskommelser"][0]
        own["tabeller"], own["fördelning"] = (
            [],
            [
                {"mottagare": "Region Norrvik", "poster": {"A": 1, "B": 2}, "summa": 3},
                {"mottagare": "Region Åvik", "poster": {"B": 4, "C": 5}},
            ],
        )
        fråga = tree["redovisningar"][0]["frågor"][0]
        fråga["svaras_av"] = ["h1", "h2"]
        del fråga["svarande"]

    take_in(store, write(tmp_path, with_follow_up(change)))
    out = exported(store, tmp_path / "ut")
    assert out["bevakningar"][0]["källa"]["paragraf_id"] == "g62"
    assert [one["text"] for one in out["delprojekt"][0]["behov"]] == ["Fler platser", "Ett system"]
    own = out["överenskommelser"][0]
    assert [one["poster"] for one in own["tabeller"]] == [["A", "B", "C"]]
    assert {one["tabell"] for one in own["fördelning"]} == {own["tabeller"][0]["id"]}
    asked = out["redovisningar"][0]["frågor"][0]
    assert asked["svaras_av"] == ["h1", "h2"]
    assert [one["huvudman"] for one in asked["svarande"]] == ["h1", "h2"]
    there_and_back(store, tmp_path, "n1")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda t: t["bevakningar"][0]["källa"].update(delprojekt="r9"), "källa.delprojekt"),
        (lambda t: t["bevakningar"][0]["rapporter"][0].update(punkt="k99"), "rapporter[0].punkt"),
        (lambda t: t["bevakningar"][0].update(avslutad=None), "avslutad"),
        (lambda t: t["bevakningar"][0].update(avslutad_hur=None), "avslutad_hur"),
        (lambda t: t["bevakningar"][1].update(förfaller={}), "bevakningar[1].förfaller"),
        (
            lambda t: t["bevakningar"][1]["förfaller"].update(villkor="när den är klar"),
            "bevakningar[1].förfaller",
        ),
        (lambda t: t["delprojekt"][0]["åtgärder"][0].update(rapport="rr9"), "åtgärder[0].rapport"),
        (lambda t: t["delprojekt"][0]["beslut"][0].update(paragraf_id="g0"), "paragraf_id"),
        (lambda t: t["överenskommelser"][0]["fördelning"][0].update(tabell="x"), "tabell"),
        (lambda t: t["överenskommelser"][0]["fördelning"][0].update(tabell=None), "tabell"),
        (lambda t: t["överenskommelser"][0].update(rapportering=["bw99"]), "rapportering[0]"),
        (lambda t: t["överenskommelser"][0].update(period=["2020-02-01", "2020-01-01"]), "period"),
        (lambda t: t["redovisningar"][0].update(överenskommelse="c9"), "överenskommelse"),
        (lambda t: t["spärrdagar"][0].update(huvudman="h9"), "spärrdagar[0].huvudman"),
        (lambda t: t["spärrdagar"][0].update(id="bw1"), "spärrdagar[0].id"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_does_not_hold_is_refused_with_its_path(store, tmp_path, change, path):
    found = refused(store, tmp_path, change)
    assert any(path in one for one in found), found


def test_a_bare_text_is_a_behov_in_the_schema_too():
    from tests.nämnd.utbyte.test_schema import WHOLE as RULES
    from tests.nämnd.utbyte.test_schema import fits

    tree = with_follow_up(lambda t: t["delprojekt"][0].update(behov=["Fler platser"]))
    assert fits(tree, RULES)


def test_what_was_on_a_dagordning_that_it_was_taken_off_again_goes_out(store, files, tmp_path):
    file = Beredning(store, files)
    meeting = file.sammanträde(MARCH)
    draft = BevakningDraft("Följ upp", VidSammanträde(1, 2026))
    watched = AddBevakning(nämnd_id=file.nämnd, draft=draft, today=TODAY)
    store.do(watched)
    punkt = file.put(meeting, bevakning_id=watched.bevakning_id)
    store.do(RemovePunkter(punkt_ids=(punkt,)))
    there_and_back(store, tmp_path, file.nämnd)
