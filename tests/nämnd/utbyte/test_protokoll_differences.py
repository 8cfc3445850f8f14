"""A file whose närvaro or protokoll disagrees: it is told by name, and replaced when asked."""

from collections.abc import Callable
from typing import Any

import pytest

from nämnd.core.errors import InUseError
from nämnd.error_messages import message_for
from nämnd.utbyte.errors import UtbyteDiffersError, UtbyteError
from tests.nämnd.utbyte.making import (
    differing,
    exported,
    full,
    small,
    take_in,
    told_and_replaced,
    write,
)
from tests.nämnd.utbyte.whole import AROUND, MEETING, meeting, paragraf, whole

Tree = dict[str, Any]
PARAGRAF = f"{MEETING}.paragrafer[0]"


@pytest.fixture
def there(store, tmp_path):
    """A database in which the whole meeting is."""
    take_in(store, write(tmp_path, whole()))
    return store


def first(key: str, **values: Any) -> Callable[[Tree], object]:
    """Return a change of the first object in a list of the first §."""
    return lambda tree: paragraf(tree)[key][0].update(values)


def at(key: str, **values: Any) -> Callable[[Tree], object]:
    """Return a change of the first object in a list of the sammanträde."""
    return lambda tree: meeting(tree)[key][0].update(values)


CHANGES: list[tuple[str, Callable[[Tree], object]]] = [
    ("breaks", lambda t: meeting(t).update(ajourneringar=[])),
    ("vacant", at("vakanta_platser", parti="S")),
    ("opened", lambda t: meeting(t)["dagar"][0].update(öppnat="08.40", avslutat=None)),
    ("first-§", lambda t: meeting(t).update(första_paragraf=None)),
    ("presence", at("närvaro", roll="gäst", paragrafer=None, till_tid=None, delvis=True)),
    ("presence-for", lambda t: meeting(t)["närvaro"][1].update(för="p4", deltar_i="beredning")),
    ("presence-new", lambda t: meeting(t)["närvaro"].insert(
        0, {"id": "w9", "person": "p4", "roll": "gäst"})),
    ("presence-gone", lambda t: meeting(t)["närvaro"].pop(0)),
    ("presence-order", lambda t: meeting(t)["närvaro"].reverse()),
    ("nobody-there", lambda t: meeting(t).update(närvaro=[])),
    ("absent", at("frånvarande", anmäld=False, skäl=None, inkallade=[])),
    ("one-chair", lambda t: meeting(t).update(ordförande=[{"id": "o9", "person": "p2"}])),
    ("no-chair", lambda t: meeting(t).update(ordförande=[])),
    ("chair-set", at("ordförande", paragrafer="–61")),
    ("chairs-change-places", lambda t: meeting(t)["ordförande"].reverse()),
    ("justerare", at("justerare", person="p3", paragrafer="59")),
    ("justering", at("justeringar", läge="utskickat", version=3, underskrifter=[], rättelser=[])),
    ("justering-new", lambda t: meeting(t)["justeringar"].append({"id": "j0"})),
    ("justering-gone", lambda t: meeting(t).update(justeringar=[])),
    ("§", lambda t: paragraf(t).update(
        nummer=61, rubrik="Priser", slag="beslut", dnr=[], ingress=None, sammanfattning=None,
        beslutsunderlag=[], tidigare_behandling=[], upphäver=None, propositionsordning=None,
        beslutsgång=None, deltar_inte_i_beslutet=[], anmälningar=[], omedelbart_justerad=False,
        expedieringar=[], klar=False, tid=None, dag=None, punkt=None)),
    ("§-gone", lambda t: meeting(t)["paragrafer"].pop(0)),
    ("§§-gone", lambda t: meeting(t).update(paragrafer=[])),
    ("§-new", lambda t: meeting(t)["paragrafer"].insert(
        0, {"id": "g59", "nummer": 59, "rubrik": "Upprop"})),
    ("§-order", lambda t: meeting(t)["paragrafer"].reverse()),
    ("§-of-another-punkt", lambda t: paragraf(t).update(punkt="k8")),
    ("beslut", first("beslutspunkter", utfall=None, till="§ 9", riktas_till=[], nummer="1–2")),
    ("beslut-order", lambda t: paragraf(t)["beslutspunkter"].reverse()),
    ("beslut-moved", lambda t: meeting(t)["paragrafer"][1].update(
        beslutspunkter=[paragraf(t)["beslutspunkter"].pop()])),
    ("yrkande", first("yrkanden", av=["p2"], av_partier=[], slag=["bifall"], hand=2,
                      återtaget=True, text="Nej.")),
    ("yrkande-gone", lambda t: (paragraf(t)["yrkanden"].pop(0),
                                paragraf(t)["reservationer"][0].update(till_förmån_för=None))),
    ("votes", lambda t: paragraf(t)["voteringar"][0].update(röster={"p2": "nej"}, utfall="nej")),
    ("votes-closed", lambda t: paragraf(t)["voteringar"][0].update(röster={}, sluten=True)),
    ("count", lambda t: paragraf(t)["voteringar"][1].update(antal=None)),
    ("rounds", lambda t: paragraf(t).update(voteringar=[
        one | {"omgång": n} for n, one in enumerate(paragraf(t)["voteringar"][::-1], start=1)])),
    ("jäv", first("jäv", punkt=None, grund=None, ersätts_av=None)),
    ("reservation", first("reservationer", av=[], till_förmån_för="y2", text=None, bilaga=None)),
    ("note", first("protokollsanteckningar", text="Annat.", av=[])),
    ("note-moved", lambda t: paragraf(t)["särskilda_yttranden"].append(
        paragraf(t)["protokollsanteckningar"].pop())),
    ("opinion", first("ersättares_mening", person="p18", med=[])),
    ("huvudman", first("huvudmannabeslut", huvudman="h1", datum=None, paragraf=None, svar=None)),
    ("huvudman-new", lambda t: paragraf(t)["huvudmannabeslut"].append(
        {"id": "z0", "huvudman": "h1"})),
]  # fmt: skip


@pytest.mark.parametrize("change", [one[1] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_each_disagreement_is_told_and_replaced_when_asked(there, tmp_path, change):
    wanted = whole(change)
    out = meeting(told_and_replaced(there, tmp_path, wanted))
    for key in (*AROUND, "dagar", "paragrafer"):
        assert says(out[key], meeting(wanted)[key]), key


def says(out: Any, asked: Any) -> bool:
    """Say whether an exported value says all that was asked for; more may be said."""
    match asked:
        case dict():
            return all(says(out[key], value) for key, value in asked.items() if key != "id")
        case [{"huvudman": _}, *_] | [{"läge": _}, *_]:  # in an order of their own
            return len(out) == len(asked) and all(any(says(o, a) for o in out) for a in asked)
        case list():
            return len(out) == len(asked) and all(map(says, out, asked))
        case _:
            return out == asked


def test_a_replacing_import_can_be_undone(there, tmp_path):
    before = exported(there, tmp_path / "före")
    tree = whole(lambda tree: (meeting(tree)["paragrafer"].pop(0), meeting(tree)["närvaro"].pop()))
    outcome = take_in(there, write(tmp_path, tree), replace=True)
    assert outcome.inverse is not None
    there.do(outcome.inverse)
    assert exported(there, tmp_path / "efter") == before


def test_the_differences_are_told_in_the_words_of_the_field_with_peoples_names(there, tmp_path):
    def spoil(tree: Tree) -> None:
        meeting(tree)["närvaro"][0].update(paragrafer=None)
        meeting(tree)["närvaro"][1].update(för="p4")
        meeting(tree)["ordförande"].reverse()
        meeting(tree)["justerare"].clear()
        paragraf(tree).update(tid="09.50", deltar_inte_i_beslutet=["p2", "p4"])
        paragraf(tree)["yrkanden"][0].update(av=["p2"])
        paragraf(tree)["voteringar"][0].update(röster={"p2": "nej"})
        paragraf(tree)["jäv"].clear()
        paragraf(tree)["huvudmannabeslut"][0].update(svar="Avslag")

    path = write(tmp_path, whole(spoil))
    with pytest.raises(UtbyteDiffersError) as refused:
        take_in(there, path)
    assert message_for(refused.value).splitlines()[1:] == [
        (
            f"– ordningen ({MEETING}.ordförande): här ordförande: Åsa Ek, ordförande: Bo Alm, "
            "i filen ordförande: Bo Alm, ordförande: Åsa Ek"
        ),
        f"– närvaro: Åsa Ek ({MEETING}.närvaro[0].paragrafer): här 59–62, i filen alla paragrafer",
        f"– närvaro: Elsa Lind ({MEETING}.närvaro[1].för): här Åsa Ek, i filen David Åkerö",
        (
            f"– justerare: Bo Alm ({MEETING}.justerare): justerare: Bo Alm finns bara här; "
            "tas bort om filen får ersätta"
        ),
        f"– § 62 Priser nästa år ({PARAGRAF}.tid): här 09.41, i filen 09.50",
        (
            f"– § 62 Priser nästa år ({PARAGRAF}.deltar_inte_i_beslutet): här David Åkerö, i filen "
            "Bo Alm, David Åkerö"
        ),
        f"– yrkande: Bo Alm, V, MP ({PARAGRAF}.yrkanden[0].av): här Cecilia Öst, i filen Bo Alm",
        (
            f"– omröstning: bifall ({PARAGRAF}.voteringar[0].röster): här Bo Alm ja, "
            "Cecilia Öst nej, David Åkerö avstår, i filen Bo Alm nej"
        ),
        (
            f"– jäv: Åsa Ek ({PARAGRAF}.jäv): jäv: Åsa Ek finns bara här; tas bort om filen får "
            "ersätta"
        ),
        (
            f"– huvudmans beslut: Region Åvik ({PARAGRAF}.huvudmannabeslut[0].svar): här Godkänt, "
            "i filen Avslag"
        ),
    ]


@pytest.mark.parametrize(
    ("key", "change", "name"),
    [
        ("beslutspunkter", {"till": "x"}, "beslutspunkt: Att godkänna"),
        ("reservationer", {"bilaga": None}, "reservation: Cecilia Öst, V"),
        ("protokollsanteckningar", {"text": "x"}, "anteckning: David Åkerö"),
        ("ersättares_mening", {"text": "x"}, "ersättares mening: Elsa Lind"),
        ("yrkanden", {"text": "x"}, "yrkande: Cecilia Öst, V, MP"),
        ("voteringar", {"ja_betyder": ""}, "omröstning"),
    ],
)
def test_every_part_of_a_paragraf_has_a_name(there, tmp_path, key, change, name):
    [one] = differing(there, write(tmp_path, whole(first(key, **change))))
    assert one.what == name


def test_a_justering_is_named_by_its_paragrafer(there, tmp_path):
    path = write(tmp_path, whole(at("justeringar", version=3)))
    assert [one.what for one in differing(there, path)] == ["justering: 59–74"]
    path = write(tmp_path, whole(at("justeringar", paragrafer=None)))
    assert [one.what for one in differing(there, path)] == ["justering: alla paragrafer"]


# What the file does not speak of


def test_a_key_that_is_left_out_says_nothing_of_what_is_there(there, tmp_path):
    def forget(tree: Tree) -> None:
        kept = {"id", "dagar", "punkter", "paragrafer", "närvaro"}
        for key in meeting(tree).keys() - kept:
            del meeting(tree)[key]
        meeting(tree)["dagar"] = [{"datum": dag["datum"]} for dag in meeting(tree)["dagar"]]
        meeting(tree)["närvaro"] = [
            {key: one[key] for key in ("id", "person", "roll")} for one in meeting(tree)["närvaro"]
        ]
        meeting(tree)["paragrafer"] = [
            {key: one[key] for key in ("id", "nummer", "rubrik")}
            for one in meeting(tree)["paragrafer"]
        ]

    before = exported(there, tmp_path / "före")
    path = write(tmp_path, whole(forget))
    assert differing(there, path) == ()
    assert take_in(there, path, replace=True).changes == ()
    assert exported(there, tmp_path / "efter") == before


def test_a_votering_that_the_file_closes_can_not_keep_the_names_that_are_there(there, tmp_path):
    def close(tree: Tree) -> None:
        del paragraf(tree)["voteringar"][0]["röster"]
        paragraf(tree)["voteringar"][0].update(sluten=True)

    finding = refusal(there, write(tmp_path, whole(close)))
    assert finding.path == f"{PARAGRAF}.voteringar[0].röster"


def test_a_reservation_for_a_yrkande_that_goes_is_for_none(there, tmp_path):
    def forget(tree: Tree) -> None:
        paragraf(tree)["yrkanden"].clear()
        del paragraf(tree)["reservationer"]

    take_in(there, write(tmp_path, whole(forget)), replace=True)
    [left] = paragraf(exported(there, tmp_path / "ut"))["reservationer"]
    assert left["till_förmån_för"] is None


def test_a_punkt_that_is_handled_is_not_removed_without_its_paragraf(there, tmp_path):
    def forget(tree: Tree) -> None:
        del meeting(tree)["paragrafer"]
        meeting(tree)["punkter"].pop(0)

    finding = refusal(there, write(tmp_path, whole(forget)))
    assert (finding.path, finding.found) == (
        f"{MEETING}.punkter",
        "inte punkten «k7», som § 62 behandlar",
    )


def test_a_huvudman_who_has_decided_something_is_not_removed(there, tmp_path):
    def forget(tree: Tree) -> None:
        tree["nämnd"]["huvudmän"].pop(1)
        del meeting(tree)["paragrafer"]

    with pytest.raises(InUseError) as refused:
        take_in(there, write(tmp_path, whole(forget)), replace=True)
    assert refused.value.used_by == "beslut"


def test_a_vacant_seat_of_a_huvudman_who_is_gone_is_a_vacant_seat(there, tmp_path):
    def forget(tree: Tree) -> None:
        tree["nämnd"]["huvudmän"].pop(0)
        tree["uppdrag"][0]["huvudman"] = None
        paragraf(tree)["beslutspunkter"].pop(0)
        tree["delegationsprotokoll"][0]["anslag"][0]["huvudman"] = None
        meeting(tree)["anslag"][0]["huvudman"] = None
        del meeting(tree)["vakanta_platser"]

    take_in(there, write(tmp_path, whole(forget)), replace=True)
    out = meeting(exported(there, tmp_path / "ut"))
    assert out["vakanta_platser"][0] == {"parti": "M", "huvudman": None}


# Numbers and ids that are there already


def another(nummer: int, day: str = "2019-03-01") -> Tree:
    """Return a file with another meeting of the same nämnd, with one §."""
    tree = small(paragrafer=[{"id": "g1", "nummer": nummer, "rubrik": "En fråga"}])
    meeting(tree).update(id="s2", dagar=[{"datum": day}])
    return tree


def test_a_number_that_another_meeting_of_the_year_has_is_refused(there, tmp_path):
    finding = refusal(there, write(tmp_path, another(62)))
    assert finding.path == f"{MEETING}.paragrafer[0].nummer"
    assert finding.found == "62, som redan är en paragraf den 2019-11-22"
    assert finding.expected == "ett nummer som ingen annan paragraf har 2019"


def test_the_same_number_another_year_is_no_matter(there, tmp_path):
    take_in(there, write(tmp_path, another(62, "2020-03-01")))
    take_in(there, write(tmp_path, another(61, "2020-03-01")), replace=True)
    out = exported(there, tmp_path / "ut")
    numbers = [[one["nummer"] for one in s["paragrafer"]] for s in out["sammanträden"]]
    assert numbers == [[62, 63], [61]]


def test_a_meeting_can_not_be_moved_into_a_year_where_its_numbers_are_taken(there, tmp_path):
    take_in(there, write(tmp_path, another(62, "2020-03-01")))
    tree = another(62)
    del meeting(tree)["paragrafer"]
    finding = refusal(there, write(tmp_path, tree), replace=True)
    assert (finding.path, finding.found) == (
        f"{MEETING}.dagar",
        "62, som redan är en paragraf den 2019-11-22",
    )


def test_two_meetings_can_change_numbers_with_each_other(there, tmp_path):
    take_in(there, write(tmp_path, another(1)))

    def swap(tree: Tree) -> None:
        paragraf(tree)["nummer"] = 1
        tree["sammanträden"] += another(62)["sammanträden"]

    take_in(there, write(tmp_path, whole(swap)), replace=True)
    out = exported(there, tmp_path / "ut")
    numbers = [[one["nummer"] for one in s["paragrafer"]] for s in out["sammanträden"]]
    assert numbers == [[62], [1, 63]]


def test_a_paragraf_of_another_meeting_is_refused(there, tmp_path):
    tree = another(1)
    paragraf(tree)["id"] = "g62"
    assert refusal(there, write(tmp_path, tree)).path == f"{MEETING}.paragrafer[0].id"


def test_an_id_of_something_else_is_refused(there, tmp_path):
    path = write(tmp_path, whole(first("jäv", id="v9")))
    take_in(there, path, replace=True)
    tree = another(1)
    meeting(tree)["närvaro"] = [{"id": "v9", "person": "p1", "roll": "gäst"}]
    tree["personer"] = full()["personer"]
    finding = refusal(there, write(tmp_path, tree))
    assert (finding.path, finding.found) == (
        f"{MEETING}.närvaro[0].id",
        "«v9», som redan är id för: jäv",
    )


def refusal(store, path, *, replace: bool = True):
    """Return the one finding for which a file is refused, even when it may replace."""
    with pytest.raises(UtbyteError) as refused:
        take_in(store, path, replace=replace)
    [finding] = refused.value.findings
    return finding
