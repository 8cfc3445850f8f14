"""Närvaro and protokoll that are wrong are refused with where, what was found and expected."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from nämnd.utbyte.errors import Finding, UtbyteError
from nämnd.utbyte.reading import file_of
from tests.nämnd.utbyte.whole import MEETING, meeting, paragraf, whole

PARAGRAF = f"{MEETING}.paragrafer[0]"
Tree = dict[str, Any]


def findings(tree: Tree) -> list[Finding]:
    with pytest.raises(UtbyteError) as refused:
        file_of(json.dumps(tree).encode(), "fil.json")
    return list(refused.value.findings)


def first(key: str, **values: Any) -> Callable[[Tree], object]:
    """Return a change of the first object in a list of the first §."""
    return lambda tree: paragraf(tree)[key][0].update(values)


def there(key: str, **values: Any) -> Callable[[Tree], object]:
    """Return a change of the first object in a list of the sammanträde."""
    return lambda tree: meeting(tree)[key][0].update(values)


WRONG: list[tuple[str, Callable[[Tree], object], str, str, str]] = [
    # what, change, path, found, expected
    ("malformed-set", there("närvaro", paragrafer="59–x"), f"{MEETING}.närvaro[0].paragrafer",
     "«59–x»", "paragrafer som «59–64», «59–61, 63», «62 punkt 2» eller «14–»"),
    ("set-backwards", there("justerare", paragrafer="64–59"), f"{MEETING}.justerare[0].paragrafer",
     "«64–59»", "paragrafer som"),
    ("set-with-a-hole", there("ordförande", paragrafer="59,,61"),
     f"{MEETING}.ordförande[0].paragrafer", "«59,,61»", "paragrafer som"),
    ("set-as-number", there("justeringar", paragrafer=59), f"{MEETING}.justeringar[0].paragrafer",
     "59", "text inom citattecken"),
    ("role", there("närvaro", roll="åhörare"), f"{MEETING}.närvaro[0].roll", "«åhörare»",
     "tjänstgörande ersättare"),
    ("takes-part-in", there("närvaro", deltar_i="fika"), f"{MEETING}.närvaro[0].deltar_i",
     "«fika»", "beredning och beslut eller beredning"),
    ("time-came", there("närvaro", från_tid="10:42"), f"{MEETING}.närvaro[0].från_tid", "«10:42»",
     "ett klockslag"),
    ("break", there("ajourneringar", från="25.00"), f"{MEETING}.ajourneringar[0].från", "«25.00»",
     "ett klockslag"),
    ("break-unknown-key", there("ajourneringar", tills="11.30"),
     f"{MEETING}.ajourneringar[0].tills", "en nyckel som inte finns", "kanske «till»"),
    ("answer", lambda t: meeting(t)["frånvarande"][0]["inkallade"][0].update(svar="kanske"),
     f"{MEETING}.frånvarande[0].inkallade[0].svar", "«kanske»", "ja, nej eller inget svar"),
    ("asked-when", lambda t: meeting(t)["frånvarande"][0]["inkallade"][0].update(tid="nyss"),
     f"{MEETING}.frånvarande[0].inkallade[0].tid", "«nyss»", "en tidpunkt"),
    ("stage", there("justeringar", läge="klart"), f"{MEETING}.justeringar[0].läge", "«klart»",
     "utkast, utskickat, ändringar begärda, godkänt eller justerat"),
    ("planned-in-part", there("justeringar", planerat_datum="2019-12"),
     f"{MEETING}.justeringar[0].planerat_datum", "«2019-12»", "ett helt datum"),
    ("signed-when", lambda t: meeting(t)["justeringar"][0]["underskrifter"][0].update(datum="x"),
     f"{MEETING}.justeringar[0].underskrifter[0].datum", "«x»", "ett datum"),
    ("rättelse", there("justeringar", rättelser=["fel"]), f"{MEETING}.justeringar[0].rättelser[0]",
     "«fel»", "ett objekt inom { }"),
    ("first-§", lambda t: meeting(t).update(första_paragraf=0), f"{MEETING}.första_paragraf", "0",
     "minst 1"),
    ("opened", lambda t: meeting(t)["dagar"][0].update(öppnat="8.30"), f"{MEETING}.dagar[0].öppnat",
     "«8.30»", "ett klockslag"),
    # a §
    ("number-below-one", lambda t: paragraf(t).update(nummer=0), f"{PARAGRAF}.nummer", "0",
     "minst 1"),
    ("number-twice", lambda t: meeting(t)["paragrafer"][1].update(nummer=62),
     f"{MEETING}.paragrafer[1].nummer", f"62, som redan är {PARAGRAF}.nummer",
     "ett nummer som ingen annan paragraf har 2019"),
    ("unknown-key", lambda t: paragraf(t).update(rubrk="x"), f"{PARAGRAF}.rubrk",
     "en nyckel som inte finns", "kanske «rubrik»"),
    ("slag", lambda t: paragraf(t).update(slag="besluta"), f"{PARAGRAF}.slag", "«besluta»",
     "beslut, information"),
    ("outcome", first("beslutspunkter", utfall="bifall"), f"{PARAGRAF}.beslutspunkter[0].utfall",
     "«bifall»", "enligt förslag, enligt yrkande, avslag"),
    ("earlier-what", first("tidigare_behandling", vad="läst"),
     f"{PARAGRAF}.tidigare_behandling[0].vad", "«läst»", "beslut, bordlagt eller återremitterat"),
    ("earlier-when", first("tidigare_behandling", datum="2019-13"),
     f"{PARAGRAF}.tidigare_behandling[0].datum", "«2019-13»", "finns i kalendern"),
    ("earlier-day", first("tidigare_behandling", datum="2019-02-30"),
     f"{PARAGRAF}.tidigare_behandling[0].datum", "«2019-02-30»", "finns i kalendern"),
    ("earlier-words", first("tidigare_behandling", datum="i fjol"),
     f"{PARAGRAF}.tidigare_behandling[0].datum", "«i fjol»", "ett datum som"),
    ("moves", first("yrkanden", slag=["avslå"]), f"{PARAGRAF}.yrkanden[0].slag[0]", "«avslå»",
     "bifall, avslag, ändring"),
    ("hand", first("yrkanden", hand=0), f"{PARAGRAF}.yrkanden[0].hand", "0", "minst 1"),
    ("round", first("voteringar", omgång=2), f"{PARAGRAF}.voteringar[0].omgång", "2",
     "1, som är omgångens plats i listan"),
    ("round-zero", first("voteringar", omgång=0), f"{PARAGRAF}.voteringar[0].omgång", "0",
     "minst 1"),
    ("round-twice", lambda t: paragraf(t)["voteringar"][1].update(omgång=1),
     f"{PARAGRAF}.voteringar[1].omgång", "1", "2, som är"),
    ("vote", lambda t: paragraf(t)["voteringar"][0]["röster"].update(p2="blankt"),
     f"{PARAGRAF}.voteringar[0].röster.p2", "«blankt»", "ja, nej eller avstår"),
    ("voter-without-id", lambda t: paragraf(t)["voteringar"][0]["röster"].update({"": "ja"}),
     f"{PARAGRAF}.voteringar[0].röster.", "«»", "en text som inte är tom"),
    ("votes-as-list", first("voteringar", röster=["p1"]), f"{PARAGRAF}.voteringar[0].röster",
     "en lista med 1 värde", "ett objekt inom { }"),
    ("names-though-closed", first("voteringar", sluten=True), f"{PARAGRAF}.voteringar[0].röster",
     "röster med namn i en sluten omröstning (3)", "inga namn"),
    ("count-though-open", first("voteringar", antal={"ja": 2}), f"{PARAGRAF}.voteringar[0].antal",
     "ett antal i en öppen omröstning", "null"),
    ("count-of-what", lambda t: paragraf(t)["voteringar"][1]["antal"].update(blankt=1),
     f"{PARAGRAF}.voteringar[1].antal.blankt", "en nyckel som inte finns", "ja, nej, avstår"),
    ("decided-by", first("voteringar", avgjord_av="slant"), f"{PARAGRAF}.voteringar[0].avgjord_av",
     "«slant»", "röster, utslagsröst eller lottning"),
    ("same-opinion-of-nobody", first("ersättares_mening", person=None),
     f"{PARAGRAF}.ersättares_mening[0].person", "ingenting", "den första"),
    ("§-of-a-huvudman", first("huvudmannabeslut", paragraf=True),
     f"{PARAGRAF}.huvudmannabeslut[0].paragraf", "true", "text inom citattecken"),
    # references
    ("punkt-missing", lambda t: paragraf(t).update(punkt="k99"), f"{PARAGRAF}.punkt", "«k99»",
     f"lista {MEETING}.punkter"),
    ("yrkande-missing", first("reservationer", till_förmån_för="d1"),
     f"{PARAGRAF}.reservationer[0].till_förmån_för", "«d1»", f"lista {PARAGRAF}.yrkanden"),
    ("huvudman-missing", first("huvudmannabeslut", huvudman="h9"),
     f"{PARAGRAF}.huvudmannabeslut[0].huvudman", "«h9»", "nämnd.huvudmän"),
    ("vacant-missing", there("vakanta_platser", huvudman="h9"),
     f"{MEETING}.vakanta_platser[0].huvudman", "«h9»", "nämnd.huvudmän"),
    ("voter-missing", lambda t: paragraf(t)["voteringar"][0]["röster"].update(p9="ja"),
     f"{PARAGRAF}.voteringar[0].röster.p9", "«p9»", "lista personer"),
    ("mover-missing", first("yrkanden", av=["p3", "p9"]), f"{PARAGRAF}.yrkanden[0].av[1]", "«p9»",
     "lista personer"),
    ("for-missing", there("närvaro", för="p9"), f"{MEETING}.närvaro[0].för", "«p9»", "personer"),
    ("asked-missing", lambda t: meeting(t)["frånvarande"][0]["inkallade"][1].update(person="p9"),
     f"{MEETING}.frånvarande[0].inkallade[1].person", "«p9»", "lista personer"),
    ("chair-missing", lambda t: meeting(t)["ordförande"][1].update(person="p9"),
     f"{MEETING}.ordförande[1].person", "«p9»", "lista personer"),
    ("justerare-missing", there("justerare", person="p9"), f"{MEETING}.justerare[0].person",
     "«p9»", "lista personer"),
    ("jäv-missing", first("jäv", ersätts_av="p9"), f"{PARAGRAF}.jäv[0].ersätts_av", "«p9»",
     "lista personer"),
    ("apart-missing", lambda t: paragraf(t).update(deltar_inte_i_beslutet=["p9"]),
     f"{PARAGRAF}.deltar_inte_i_beslutet[0]", "«p9»", "lista personer"),
    ("signer-missing", lambda t: meeting(t)["justeringar"][0]["underskrifter"][0].update(
        person="p9"), f"{MEETING}.justeringar[0].underskrifter[0].person", "«p9»", "personer"),
    ("opinion-missing", first("ersättares_mening", med=["p9"]),
     f"{PARAGRAF}.ersättares_mening[0].med[0]", "«p9»", "lista personer"),
    ("id-twice", first("jäv", id="y1"), f"{PARAGRAF}.jäv[0].id",
     f"«y1», som redan är {PARAGRAF}.yrkanden[0].id", "ett id som ingenting annat i filen har"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "path", "found", "expected"),
    [case[1:] for case in WRONG],
    ids=[case[0] for case in WRONG],
)
def test_one_thing_wrong_is_named_by_its_path(change, path, found, expected):
    [finding] = findings(whole(change))
    assert finding.path == path
    assert finding.found.startswith(found)
    assert expected in finding.expected


def test_two_meetings_of_a_year_can_not_share_a_number_but_of_two_years_they_can():
    def another(day: str) -> Callable[[Tree], None]:
        def add(tree: Tree) -> None:
            one = {"id": "g1", "nummer": 62, "rubrik": "En fråga"}
            tree["sammanträden"].append({"id": "s2", "dagar": [{"datum": day}],
                                         "paragrafer": [one]})  # fmt: skip

        return add

    [finding] = findings(whole(another("2019-03-01")))
    assert finding.path == "sammanträden[1].paragrafer[0].nummer"
    file = file_of(json.dumps(whole(another("2020-03-01"))).encode(), "fil.json")
    assert len(file.sammanträden) == 2


@pytest.mark.parametrize("day", ["2019-08-15", "2019-08", "2019", None, ""])
def test_a_date_of_an_earlier_treatment_may_be_known_in_part(day):
    tree = whole(first("tidigare_behandling", datum=day))
    [one] = file_of(json.dumps(tree).encode(), "fil.json").sammanträden
    assert one.paragrafer[0].tidigare_behandling[0].datum == (day or None)


def test_the_paragraf_of_a_huvudman_may_be_a_bare_number():
    tree = whole(first("huvudmannabeslut", paragraf=8))
    [one] = file_of(json.dumps(tree).encode(), "fil.json").sammanträden
    assert one.paragrafer[0].huvudmannabeslut[0].paragraf == "8"
