"""What is followed up is found by its words, and the index follows what is inside it."""

from nämnd.core.progress import finish
from nämnd.sök.catching_up import catch_up
from nämnd.tables import (
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Fördelningsrad,
    Fördelningstabell,
    Redovisning,
    Redovisningsfråga,
    Redovisningssvar,
    Överenskommelse,
)
from tests.builders import DAY, a_nämnd
from tests.nämnd.protokoll.meeting_day import Doing, add_rows
from tests.nämnd.sök.dumps import dump
from tests.nämnd.sök.indexes import anew, keys, up_to_date


def write_others(session):
    session.get(Delprojektsats, "s").text = "Att lägga ned"
    session.get(Fördelningsrad, "f").mottagare = "Region Norrvik"
    session.get(Redovisningssvar, "a").text = "Allt är klart"


def test_what_is_inside_what_is_followed_up_is_found_and_followed(store, files, tmp_path):
    index = up_to_date(store, files)
    nämnd_id = a_nämnd(store)
    add_rows(
        store,
        Delprojekt(id="r8", nämnd_id=nämnd_id, nummer=8, rubrik="Höft"),
        Delprojektbeslut(id="b", delprojekt_id="r8", datum=DAY, ordning=1),
        Delprojektsats(id="s", beslut_id="b", text="Att inrätta en arbetsgrupp", ordning=1),
        Överenskommelse(id="c", nämnd_id=nämnd_id, rubrik="Avtal", motpartens_dnr=["19/01702"]),
        Fördelningstabell(id="t", överenskommelse_id="c", ordning=1),
        Fördelningsrad(id="f", tabell_id="t", mottagare="Region Åvik", ordning=1),
        Redovisning(id="i", nämnd_id=nämnd_id, rubrik="Delredovisning"),
        Redovisningsfråga(id="q", redovisning_id="i", text="Beskriv", ordning=1),
        Redovisningssvar(id="a", fråga_id="q", text="Allt är **bra**"),
    )
    finish(catch_up(store, files, index))
    asked = {"arbetsgrupp": "r8", "delprojekt 8": "r8", "19/01702": "c", "Åvik": "c", "bra": "i"}
    assert {word: keys(index, word) for word in asked} == {
        word: [key] for word, key in asked.items()
    }
    store.do(Doing(write_others))
    finish(catch_up(store, files, index))
    now = {"arbetsgrupp": [], "ned": ["r8"], "åvik": [], "norrvik": ["c"], "klart": ["i"]}
    assert {word: keys(index, word) for word in now} == now
    assert dump(index) == dump(anew(store, files, tmp_path))
