"""Meetings made by chance go out and in; files spoilt by chance are refused or read, never half."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import NämndError
from nämnd.närvaro.values import NÄRVAROROLLER, SVAR, DeltarI
from nämnd.protokoll.values import AVGÖRANDEN, RÖSTER, UTFALL, VOTERINGSSLAG, YRKANDESLAG
from nämnd.sammanträde.rules import SLAG
from nämnd.utbyte.objects.närvaro import Läge
from tests.nämnd.utbyte.making import another_store, exported, full, take_in, write
from tests.nämnd.utbyte.test_round_trip import DAYS, TIMES, WORDS, there_and_back
from tests.nämnd.utbyte.whole import meeting, whole

Tree = dict[str, Any]
MAYBE = st.none() | WORDS
FILLED = WORDS.map(lambda text: f"T{text}")
PEOPLE = tuple(f"p{number}" for number in range(1, 6))
PERSON = st.sampled_from(PEOPLE)
SEVERAL = st.lists(PERSON, max_size=3)
PARTIES = st.lists(st.sampled_from(["M", "S"]), max_size=2)
HUVUDMAN = st.sampled_from(["h1", "h2"])
DAY = DAYS.map(lambda day: day.isoformat())
PART_OF_DAY = st.none() | DAY | DAY.map(lambda day: day[:7]) | DAY.map(lambda day: day[:4])
TIME = st.none() | TIMES
SETS = st.none() | st.sampled_from(["59–61, 63", "§ 60", "62 punkt 2", "14-", "–62", "59, 60", ""])
PUNKT = st.none() | st.sampled_from(["1", "2–12"])


def some(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    """Return objects with any of `keys`."""
    return st.fixed_dictionaries({}, optional=keys)


def one_of(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


def many(one: st.SearchStrategy[Any], *more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return lists of what `one` and `more` give together."""
    return st.lists(st.tuples(one, *more).map(together), max_size=2)


def together(parts: tuple[Tree, ...]) -> Tree:
    return {key: value for part in parts for key, value in part.items()}


ABOUT = st.fixed_dictionaries({"person": PERSON})
SAID = some(av=SEVERAL, text=WORDS)
THERE = some(
    för=st.none() | PERSON, paragrafer=SETS, från_tid=TIME, till_tid=TIME,
    deltar_i=one_of(get_args(DeltarI)), på_distans=st.booleans(), delvis=st.booleans(),
    anmärkning=MAYBE,
)  # fmt: skip
ROLE = st.fixed_dictionaries({"roll": one_of(NÄRVAROROLLER)})
ASKED = many(ABOUT, some(svar=st.none() | one_of(SVAR), tid=st.just("2019-11-20T08:00:00")))
JUSTERING = some(
    paragrafer=SETS, plats=MAYBE, planerat_datum=st.none() | DAY, datum=st.none() | DAY,
    läge=one_of(get_args(Läge)), version=st.integers(1, 9),
    underskrifter=many(ABOUT, st.just({"roll": "justerare"}), some(datum=DAY)),
    kommentarer=many(ABOUT, some(paragraf=st.none() | st.integers(1, 99), text=WORDS)),
    rättelser=st.lists(st.dictionaries(WORDS, MAYBE | st.integers(0, 9), max_size=2), max_size=1),
)  # fmt: skip
VOTES = st.one_of(
    some(röster=st.dictionaries(PERSON, one_of(RÖSTER)), sluten=st.just(value=False)),
    st.fixed_dictionaries({"sluten": st.just(value=True)}, optional={
        "antal": st.none() | some(ja=st.integers(0, 9), nej=st.integers(0, 9))}),
)  # fmt: skip
VOTERING = some(
    slag=one_of(VOTERINGSSLAG), punkt=PUNKT, ja_betyder=WORDS, nej_betyder=WORDS,
    utfall=st.sampled_from([None, "ja", "nej"]), avgjord_av=st.none() | one_of(AVGÖRANDEN),
)  # fmt: skip
PARAGRAF = some(
    slag=one_of(SLAG), dnr=st.lists(FILLED, max_size=2), dag=st.none() | DAY, tid=TIME,
    klar=st.booleans(), punkt=st.sampled_from([None, "k7", "k8"]), ingress=MAYBE,
    sammanfattning=MAYBE, upphäver=MAYBE, propositionsordning=MAYBE, beslutsgång=MAYBE,
    omedelbart_justerad=st.booleans(), deltar_inte_i_beslutet=SEVERAL,
    beslutsunderlag=st.lists(WORDS, max_size=2), anmälningar=st.lists(WORDS, max_size=2),
    tidigare_behandling=many(some(organ=MAYBE, datum=PART_OF_DAY, paragraf=st.integers(1, 9))),
    expedieringar=many(st.fixed_dictionaries({"till": FILLED}), some(datum=PART_OF_DAY)),
    beslutspunkter=many(some(nummer=WORDS, text=WORDS, till=MAYBE, utfall=one_of(UTFALL),
                             riktas_till=st.lists(HUVUDMAN | FILLED, max_size=2))),
    yrkanden=many(some(av=SEVERAL, av_partier=PARTIES, hand=st.integers(1, 3), punkt=PUNKT,
                       slag=st.lists(one_of(YRKANDESLAG), max_size=2), text=WORDS,
                       återtaget=st.booleans())),
    voteringar=many(VOTERING, VOTES),
    jäv=many(ABOUT, some(punkt=PUNKT, grund=MAYBE, ersätts_av=st.none() | PERSON)),
    reservationer=many(some(av=SEVERAL, av_partier=PARTIES, text=MAYBE, bilaga=MAYBE)),
    protokollsanteckningar=st.lists(SAID, max_size=2),
    särskilda_yttranden=st.lists(SAID, max_size=2),
    ersättares_mening=many(ABOUT, some(med=SEVERAL, text=WORDS)),
    huvudmannabeslut=many(st.fixed_dictionaries({"huvudman": HUVUDMAN}),
                          some(datum=PART_OF_DAY, paragraf=MAYBE | st.integers(1, 9), svar=MAYBE)),
)  # fmt: skip
MEETING = some(
    ajourneringar=many(st.fixed_dictionaries({"från": TIMES}), some(till=TIME, datum=DAY)),
    vakanta_platser=st.lists(some(parti=MAYBE, huvudman=HUVUDMAN), max_size=2),
    närvaro=many(ABOUT, ROLE, THERE),
    frånvarande=many(ABOUT, some(anmäld=st.booleans(), skäl=MAYBE, inkallade=ASKED)),
    ordförande=many(ABOUT, some(paragrafer=SETS)),
    justerare=many(ABOUT, some(paragrafer=SETS)),
    första_paragraf=st.none() | st.integers(1, 99),
    justeringar=st.lists(JUSTERING, max_size=2),
)  # fmt: skip
WITH_IDS = ("beslutspunkter", "yrkanden", "voteringar")


@st.composite
def files(draw: st.DrawFn) -> Tree:
    """Draw a file with one meeting, its §§ numbered and with ids where the format wants them."""
    tree = full()
    tree["personer"] += [{"id": key, "namn": f"Person {key}"} for key in PEOPLE[1:]]
    one = meeting(tree)
    one["paragrafer"] = draw(st.lists(PARAGRAF, max_size=3))
    one |= draw(MEETING)
    for place, paragraf in enumerate(one["paragrafer"]):
        paragraf |= {"id": f"g{place}", "nummer": 59 + place, "rubrik": draw(WORDS)}
        for key in WITH_IDS:
            for part, each in enumerate(paragraf.get(key, ())):
                each["id"] = f"{key[:1]}{place}-{part}"
        if paragraf.get("yrkanden") and paragraf.get("reservationer"):
            paragraf["reservationer"][0]["till_förmån_för"] = paragraf["yrkanden"][0]["id"]
    for place, justering in enumerate(one.get("justeringar", ())):
        justering["id"] = f"j{place}"
    return tree


@settings(max_examples=12)
@given(files())
def test_whatever_a_meeting_was_like_it_goes_there_and_back(tree):
    with TemporaryDirectory() as name, another_store(Path(name) / "här") as store:
        path = write(Path(name), tree)
        take_in(store, path)
        assert take_in(store, path, replace=True).changes == ()
        there_and_back(store, Path(name), "n1")


# Files that somebody has spoilt

JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 70), st.floats(), WORDS, st.just([]), st.just({}),
    st.just([{}]), st.sampled_from(["59–x", "p1", "g62", "y1", "j1", "9", "2019-13", "ja"]),
    st.dictionaries(WORDS, WORDS, max_size=1),
)  # fmt: skip


def places(value: Any, *steps: str | int) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every value in a tree."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in inside:
        yield (*steps, step)
        if isinstance(inner, dict | list):
            yield from places(inner, *steps, step)


WAYS: list[tuple[Any, ...]] = [way for way in places(whole()) if way[0] == "sammanträden"]


@settings(max_examples=25)
@given(way=st.sampled_from(WAYS), junk=JUNK, act=st.sampled_from(["set", "drop", "twice", "add"]))
def test_a_spoilt_file_is_refused_whole_or_read_whole(way, junk, act):
    tree = whole()
    owner: Any = tree
    for step in way[:-1]:
        owner = owner[step]
    spoil(owner, way[-1], junk, act)
    with TemporaryDirectory() as name, another_store(Path(name) / "här") as store:
        take_in(store, write(Path(name), whole()))
        before = exported(store, Path(name) / "före")
        path = Path(name) / "fil.json"
        path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        try:
            take_in(store, path, replace=True)
        except NämndError:
            assert exported(store, Path(name) / "efter") == before
        else:
            assert take_in(store, path, replace=True).changes == ()
            there_and_back(store, Path(name), "n1")


def spoil(owner: Any, step: Any, junk: Any, act: str) -> None:
    match act, owner:
        case "drop", _:
            del owner[step]
        case "twice", list():
            owner.append(owner[step])
        case "add", dict():
            owner[str(junk)] = junk
        case _:
            owner[step] = junk
