"""What is justerat stands: a file that would change it is refused, whoever asks."""

from collections.abc import Callable
from typing import Any

import pytest

from nämnd.error_messages import message_for
from nämnd.utbyte.errors import UtbyteError
from tests.nämnd.utbyte.making import differing, exported, take_in, write
from tests.nämnd.utbyte.whole import MEETING, meeting, paragraf, whole

Tree = dict[str, Any]
Change = Callable[[Tree], object]
PARAGRAF = f"{MEETING}.paragrafer[0]"


def justerad(paragrafer: str | None, change: Change | None = None) -> Tree:
    """Return the whole meeting with a set of §§ justerade, then changed."""
    tree = whole()
    meeting(tree)["justeringar"][0].update(läge="justerat", paragrafer=paragrafer)
    if change is not None:
        change(tree)
    return tree


def refusals(store, folder, tree: Tree) -> list[str]:
    before = exported(store, folder / "före")
    with pytest.raises(UtbyteError) as refused:
        take_in(store, write(folder, tree), replace=True)
    assert exported(store, folder / "efter") == before
    return [finding.path for finding in refused.value.findings]


ONE: list[tuple[str, Change, list[str]]] = [
    ("§", lambda t: paragraf(t).update(rubrik="Annan"), [f"{PARAGRAF}.rubrik"]),
    ("number", lambda t: paragraf(t).update(nummer=60),
     [f"{PARAGRAF}.nummer"]),
    ("beslut", lambda t: paragraf(t)["beslutspunkter"][0].update(text="Att avslå"),
     [f"{PARAGRAF}.beslutspunkter[0].text"]),
    ("beslut-gone", lambda t: paragraf(t)["beslutspunkter"].pop(),
     [f"{PARAGRAF}.beslutspunkter"]),
    ("vote", lambda t: paragraf(t)["voteringar"][0]["röster"].update(p2="nej"),
     [f"{PARAGRAF}.voteringar[0].röster"]),
    ("reservation-new", lambda t: paragraf(t)["reservationer"].append({"id": "r2", "av": ["p2"]}),
     [f"{PARAGRAF}.reservationer[1]"]),
    ("gone", lambda t: meeting(t)["paragrafer"].pop(0), [f"{MEETING}.paragrafer"]),
    ("order", lambda t: meeting(t)["paragrafer"].reverse(), [f"{MEETING}.paragrafer"]),
    ("another-takes-its-place", lambda t: (meeting(t)["paragrafer"].pop(0),
     meeting(t)["paragrafer"].insert(0, {"id": "g9", "nummer": 62, "rubrik": "Ny"})),
     [f"{MEETING}.paragrafer[0]", f"{MEETING}.paragrafer"]),
    ("somebody-less-there", lambda t: meeting(t)["närvaro"].pop(0), [f"{MEETING}.närvaro"]),
    ("somebody-gone-before", lambda t: meeting(t)["närvaro"][0].update(paragrafer="59–61"),
     [f"{MEETING}.närvaro"]),
    ("there-for-a-part-of-it", lambda t: meeting(t)["närvaro"][1].update(
        paragrafer="62 punkt 1–2, 63–"), [f"{MEETING}.närvaro"]),
    ("another-chair", lambda t: meeting(t)["ordförande"][0].update(person="p3"),
     [f"{MEETING}.ordförande"]),
    ("no-chair", lambda t: meeting(t).update(ordförande=[]), [f"{MEETING}.ordförande"]),
    ("justerad-by-another", lambda t: meeting(t)["justerare"].append(
        {"id": "q9", "person": "p3", "paragrafer": "62"}), [f"{MEETING}.justerare"]),
    ("the-place", lambda t: meeting(t).update(plats="Lilla salen"), [f"{MEETING}.plats"]),
    ("reopened", lambda t: meeting(t)["justeringar"][0].update(läge="utskickat"),
     [f"{MEETING}.justeringar[0].läge"]),
    ("other-§§", lambda t: meeting(t)["justeringar"][0].update(paragrafer="63"),
     [f"{MEETING}.justeringar[0].paragrafer"]),
    ("justering-gone", lambda t: meeting(t).update(justeringar=[]), [f"{MEETING}.justeringar"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "paths"), [one[1:] for one in ONE], ids=[one[0] for one in ONE])
def test_a_justerad_paragraf_and_who_was_there_for_it_stand(store, tmp_path, change, paths):
    take_in(store, write(tmp_path, justerad("62")))
    assert refusals(store, tmp_path, justerad("62", change)) == paths


FREE: list[tuple[str, Change]] = [
    ("another-§", lambda t: meeting(t)["paragrafer"][1].update(rubrik="Annan", klar=True)),
    ("another-§-gone", lambda t: meeting(t)["paragrafer"].pop(1)),
    ("one-more-§", lambda t: meeting(t)["paragrafer"].append(
        {"id": "g64", "nummer": 64, "rubrik": "Ny"})),
    ("who-is-there-afterwards", lambda t: meeting(t)["närvaro"][1].update(
        paragrafer="62 punkt 2, 63–64")),
    ("somebody-leaves-later", lambda t: meeting(t)["närvaro"][1].update(
        paragrafer="62 punkt 2, 63", till_tid="11.10")),
    ("divided-otherwise", lambda t: meeting(t).update(ordförande=[
        {"id": "o1", "person": "p1", "paragrafer": "59–60"},
        {"id": "o3", "person": "p1", "paragrafer": "61–62"},
        {"id": "o2", "person": "p2", "paragrafer": "63–"}])),
    ("what-a-huvudman-decided", lambda t: paragraf(t)["huvudmannabeslut"][0].update(svar="Nej")),
    ("who-gets-an-utdrag", lambda t: paragraf(t).update(expedieringar=[])),
    ("a-rättelse", lambda t: meeting(t)["justeringar"][0]["rättelser"].append({"vad": "datum"})),
    ("another-justering", lambda t: meeting(t)["justeringar"].append(
        {"id": "j2", "paragrafer": "63"})),
]  # fmt: skip


@pytest.mark.parametrize("change", [one[1] for one in FREE], ids=[one[0] for one in FREE])
def test_all_else_can_still_change(store, tmp_path, change):
    take_in(store, write(tmp_path, justerad("62")))
    path = write(tmp_path, justerad("62", change))
    assert differing(store, path)
    take_in(store, path, replace=True)
    assert take_in(store, path).changes == ()


ALL: list[tuple[str, Change, str]] = [
    ("day", lambda t: meeting(t)["dagar"].pop(), "dagar"),
    ("place", lambda t: meeting(t).update(plats="Lilla salen"), "plats"),
    ("breaks", lambda t: meeting(t).update(ajourneringar=[]), "ajourneringar"),
    ("secretary", lambda t: meeting(t).update(sekreterare=None), "sekreterare"),
    ("absent", lambda t: meeting(t)["frånvarande"][0].update(skäl=None), "frånvarande[0].skäl"),
    ("vacant", lambda t: meeting(t).update(vakanta_platser=[]), "vakanta_platser"),
]


@pytest.mark.parametrize("paragrafer", [None, "59–63"])
@pytest.mark.parametrize(("change", "key"), [one[1:] for one in ALL], ids=[one[0] for one in ALL])
def test_when_all_is_justerat_the_first_page_stands_too(store, tmp_path, change, key, paragrafer):
    take_in(store, write(tmp_path, justerad(paragrafer)))
    assert refusals(store, tmp_path, justerad(paragrafer, change)) == [f"{MEETING}.{key}"]


def test_the_refusal_says_what_stands(store, tmp_path):
    take_in(store, write(tmp_path, justerad("62")))
    tree = justerad("62", lambda t: paragraf(t).update(tid="09.50"))
    with pytest.raises(UtbyteError) as refused:
        take_in(store, write(tmp_path, tree))
    assert (
        f"{PARAGRAF}.tid: hittade 09.50, väntade 09.41, som här, eftersom det är justerat"
        in message_for(refused.value)
    )


def test_a_justerat_protokoll_comes_in_and_goes_out_and_the_same_file_does_no_harm(store, tmp_path):
    path = write(tmp_path, justerad(None))
    take_in(store, path)
    assert take_in(store, path, replace=True).changes == ()


def test_what_becomes_justerat_in_the_file_may_change_until_then(store, tmp_path):
    take_in(store, write(tmp_path, whole()))
    tree = justerad("62", lambda t: paragraf(t).update(rubrik="Annan"))
    take_in(store, write(tmp_path, tree), replace=True)
    assert paragraf(exported(store, tmp_path / "ut"))["rubrik"] == "Annan"
