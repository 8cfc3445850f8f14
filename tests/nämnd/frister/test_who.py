"""Made-up sentences: who must do what, for whom, and what is lost."""

from datetime import date

import pytest

from nämnd.frister.reading import find_frister
from nämnd.frister.values import Frist

DAG = date(2021, 2, 1)


def one(text: str) -> Frist:
    (frist,) = find_frister([text], dag=DAG)
    return frist


VEM = {
    "Regionerna ska senast den 31 mars 2021 lämna en delredovisning.": "regionerna",
    "SKR ska lämna en rapport till regeringen senast den 31 mars 2021.": "SKR",
    "Senast den 31 mars 2021 ska huvudmännen ha svarat.": "huvudmännen",
    "Landstingens redogörelser ska ha inkommit senast den 31 mars 2021.": "landstingen",
    "Rapporten tas fram av Socialstyrelsen senast den 31 mars 2021.": "Socialstyrelsen",
    "Regionerna ska använda det underlag som tas fram av SKR senast den 31 mars 2021.": "SKR",
    "Region Blekinge ska återkomma med svar senast den 31 mars 2021.": "Region Blekinge",
    "Regionerna och RSS ska redovisa senast den 31 mars 2021.": "regionerna och RSS",
    "SKR, regionerna och RSS ska redovisa senast den 31 mars 2021.": "SKR, regionerna och RSS",
    "Kommunerna via RSS ska redovisa senast den 31 mars 2021.": "RSS",
    "Arbetsgruppen ska rapportera till nämnden senast den 31 mars 2021.": "Arbetsgruppen",
    "Delprojekt 12 ska följas upp den 31 mars 2021.": "Delprojekt 12",
    "Medlen till regionerna betalas ut en gång. Rekvisition ska ske senast den 1 maj 2021.": (
        "regionerna"
    ),
    "Medel till SKR\n\nRekvisition ska ske senast den 1 maj 2021.": "SKR",
    "Regionerna ska redovisa sitt arbete. En delredovisning ska inkomma den 1 maj 2021.": (
        "regionerna"
    ),
    "Regionerna ska:\n• införa rutinen\n• lämna en plan senast den 1 maj 2021": "regionerna",
    "Svar ska lämnas till Kammarkollegiet senast den 1 maj 2021.": None,
    "Svar senast den 1 maj 2021.": None,
}


@pytest.mark.parametrize("text", VEM)
def test_who_must_do_it_is_read(text: str):
    assert one(text).vem == VEM[text]


TILL = {
    "Regionerna ska lämna rapport till Socialstyrelsen senast den 31 mars 2021.": "Socialstyrelsen",
    "Rapport till Regeringskansliet (Socialdepartementet) lämnas senast den 1 maj 2021.": (
        "Regeringskansliet"
    ),
    "Arbetsgruppen ska rapportera till nämnden senast den 31 mars 2021.": "nämnden",
    "Anmälan skickas till moten@region.example senast den 1 maj 2021.": "moten@region.example",
    "Rekvisitionen ställs till Kammarkollegiet. Den ska ha kommit in senast den 1 maj 2021.": (
        "Kammarkollegiet"
    ),
    "Bidrag till kommunerna ska rekvireras senast den 1 maj 2021.": None,
    "Huvudmännen ska redovisa senast den 1 maj 2021.": None,
}


@pytest.mark.parametrize("text", TILL)
def test_for_whom_it_is_done_is_read(text: str):
    assert one(text).till == TILL[text]


VAD = {
    "Rekvirering av medel ska ske senast den 1 maj 2021.": "Rekvirera medel",
    "Medel som inte har använts ska återbetalas senast den 1 maj 2021.": "Betala tillbaka medel",
    "Regionen ska betala hela beloppet tillbaka senast den 1 maj 2021.": "Betala tillbaka medel",
    "Ekonomisk redovisning ska lämnas senast den 1 maj 2021.": "Lämna ekonomisk redovisning",
    "Regionen ska lämna en slutrapport senast den 1 maj 2021.": "Lämna slutrapport",
    "Beslutet ska följas upp den 1 maj 2021.": "Följa upp beslutet",
    "Nämnden ska lämna yttrande senast den 1 maj 2021.": "Lämna remissvar",
    "Avtalet ska sägas upp senast den 1 maj 2021.": "Säga upp avtalet",
    "Ansökan lämnas senast den 1 maj 2021.": "Ansöka",
    "Den nya lokalen ska stå klar senast den 1 maj 2021.": (
        "Den nya lokalen ska stå klar senast den 1 maj 2021."
    ),
}


@pytest.mark.parametrize("text", VAD)
def test_what_is_to_be_done_becomes_a_rubrik(text: str):
    assert one(text).vad == VAD[text]


def test_each_day_of_a_sentence_has_its_own_duty():
    text = "Arbetet ska delredovisas senast den 1 maj 2021 och slutredovisas senast 1 mars 2022."
    first, second = find_frister([text], dag=DAG)

    assert (first.vad, second.vad) == ("Lämna delredovisning", "Lämna slutredovisning")


LOST = (
    "Rekvisition ska ske senast den 1 maj 2021. Rätten till bidraget förfaller annars.",
    "Rekvisition ska ske senast den 1 maj 2021. Om rekvisition inte kommer in i tid förfaller den.",
    "Medlen ska rekvireras senast den 1 maj 2021, annars kan bidraget inte betalas ut.",
    "Den som inte ansöker senast den 1 maj 2021 förlorar sin rätt till ersättning.",
    "Redovisning lämnas senast den 1 maj 2021. Om redovisning uteblir kan staten återkräva stödet.",
    "Ansökan ska lämnas senast den 1 maj 2021. För sena ansökningar prövas inte.",
    "En förutsättning för att få ta del av medlen är att regionen svarar senast den 1 maj 2021.",
    "Bidrag som inte rekvirerats senast den 1 maj 2021 dras in.",
)
NOT_LOST = (
    "Rekvisition ska ske senast den 1 maj 2021.",
    "Fakturan förfaller till betalning den 1 maj 2021.",
    "Svar lämnas senast den 1 maj 2021. Om rekvisition inte inkommer förfaller rätten till bidrag.",
    "Medel ska återbetalas senast den 1 maj 2021. Om redovisning uteblir kan stödet återkrävas.",
)


@pytest.mark.parametrize("text", LOST)
def test_what_is_lost_when_it_is_late_is_marked(text: str):
    assert one(text).förverkande


@pytest.mark.parametrize("text", NOT_LOST)
def test_nothing_is_marked_as_lost_that_is_not_said_so(text: str):
    assert not one(text).förverkande


def test_the_same_ones_do_the_same_for_the_same_receiver_unless_said():
    text = (
        "Regionerna ska lämna delredovisning till Socialstyrelsen senast den 1 maj 2021.\n\n"
        "Övrigt\n\nRegionerna ska lämna slutredovisning senast den 1 mars 2022. "
        "SKR ska lämna slutredovisning senast den 1 april 2022."
    )
    found = find_frister([text], dag=DAG)

    assert [(one.vem, one.till) for one in found] == [
        ("regionerna", "Socialstyrelsen"),
        ("regionerna", "Socialstyrelsen"),
        ("SKR", None),
    ]


@pytest.mark.parametrize(
    ("text", "till"),
    [
        ("Rapporten ska vara Socialstyrelsen till handa senast den 1 maj 2021.", "Socialstyrelsen"),
        ("Regionen ska rekvirera medlen hos Kammarkollegiet senast den 1 maj 2021.",
         "Kammarkollegiet"),
    ],
)  # fmt: skip
def test_to_whom_it_must_come_is_no_one_who_acts(text: str, till: str):
    found = one(text)

    assert found.till == till
    assert found.vem != till
