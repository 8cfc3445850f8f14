"""What is watched on the first page: which days, and in which words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nämnd.anslag.values import Lagfrist, Vad
from nämnd.core import paragrafer
from nämnd.översikt.watching import is_late, lagfrist_chip, lagfrist_text, to_watch
from tests.builders import DAY
from tests.nämnd.anslag.announced import LAST, UP, Announced

OF_MEETING = Lagfrist(
    Vad.JUSTERAS,
    date(2026, 4, 10),
    3,
    sammanträde_id="s1",
    dagar=(DAY,),
    paragrafer=paragrafer.read("59–74"),
)
DELEGATED = Lagfrist(
    Vad.UNDERTECKNAS, None, None, delegationsprotokoll_id="d1", datum=date(2026, 4, 1)
)


@pytest.mark.parametrize(
    ("one", "sentence", "chip", "late"),
    [
        (
            OF_MEETING,
            "§§ 59–74 från den 27 mars 2026 ska justeras senast den 10 april 2026.",
            "3 dagar kvar",
            False,
        ),
        (
            replace(OF_MEETING, days_left=-1),
            "§§ 59–74 från den 27 mars 2026 skulle ha justerats senast den 10 april 2026.",
            "1 dag sen",
            True,
        ),
        (
            replace(OF_MEETING, vad=Vad.ANSLÅS, days_left=0, words=("Region Skåne",)),
            "§§ 59–74 från den 27 mars 2026 ska anslås på Region Skåne senast den 10 april 2026.",
            "i dag",
            False,
        ),
        (
            replace(OF_MEETING, vad=Vad.ANSLÅS, day=None, days_left=None, words=("Region Skåne",)),
            "§§ 59–74 från den 27 mars 2026 är inte anslagna på Region Skåne.",
            "att göra",
            False,
        ),
        (
            replace(OF_MEETING, vad=Vad.SÄTTS_UPP_IGEN, days_left=0, words=("Region Skåne",)),
            (
                "Anslaget om §§ 59–74 från den 27 mars 2026 togs ned för tidigt från Region Skåne. "
                "Sätt upp det igen."
            ),
            "att göra",
            True,
        ),
        (
            replace(OF_MEETING, vad=Vad.FRÅGA_RÄTTEN, days_left=-5),
            (
                "Tiden för att överklaga §§ 59–74 från den 27 mars 2026 har gått ut. Fråga "
                "förvaltningsrätten om någon har gjort det."
            ),
            "att göra",
            False,
        ),
        (
            replace(OF_MEETING, vad=Vad.TAS_NED, words=("Region Skåne", "Region Halland")),
            (
                "Anslaget om §§ 59–74 från den 27 mars 2026 får tas ned från Region Skåne och "
                "Region Halland."
            ),
            "att göra",
            False,
        ),
        (
            DELEGATED,
            "Delegationsprotokollet från den 1 april 2026 är inte undertecknat.",
            "att göra",
            False,
        ),
        (
            replace(DELEGATED, vad=Vad.ANSLÅS, day=UP, days_left=-2, words=("Region Skåne",)),
            (
                "Delegationsprotokollet från den 1 april 2026 skulle ha anslagits på Region Skåne "
                "senast den 7 april 2026."
            ),
            "2 dagar sen",
            True,
        ),
        (
            Lagfrist(Vad.ANMÄLS, UP, 1, delegationsbeslut_id="b1", words=("Yttrande",)),
            "Det brådskande beslutet «Yttrande» ska anmälas vid sammanträdet den 7 april 2026.",
            "1 dag kvar",
            False,
        ),
        (
            Lagfrist(Vad.ANMÄLS, None, None, delegationsbeslut_id="b1", words=("Yttrande",)),
            (
                "Det brådskande beslutet «Yttrande» ska anmälas vid nästa sammanträde, och inget "
                "är planerat."
            ),
            "att göra",
            False,
        ),
    ],
)
def test_what_a_bevakning_says(one, sentence, chip, late):
    assert (lagfrist_text(one), lagfrist_chip(one), is_late(one)) == (sentence, chip, late)


def watched(one: Announced, today: date) -> list[Vad]:
    return [
        each.vad
        for each in one.store.ask(lambda session: to_watch(session, one.nämnd, today=today))
    ]


def test_what_can_not_be_done_yet_is_not_shown(store):
    one = Announced(store).justera()
    one.put_up()
    assert watched(one, LAST) == []
    assert watched(one, LAST + timedelta(days=1)) == [Vad.FRÅGA_RÄTTEN, Vad.TAS_NED]


def test_what_was_missed_more_than_a_year_ago_is_not_shown(store):
    one = Announced(store)
    assert watched(one, DAY) == [Vad.JUSTERAS]
    assert watched(one, DAY + timedelta(days=300)) == [Vad.JUSTERAS]
    assert watched(one, DAY + timedelta(days=400)) == []
