"""A § is found by everything that stands in it."""

import pytest

from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Huvudman,
    Huvudmannabeslut,
    Jäv,
    Reservation,
    Votering,
    Yrkande,
)
from tests.builders import a_nämnd, a_person, a_sammanträde
from tests.nämnd.protokoll.meeting_day import a_paragraf, add_rows
from tests.nämnd.sök.indexes import keys, up_to_date


@pytest.fixture
def paragraf_id(store):
    nämnd_id = a_nämnd(store)
    paragraf_id = a_paragraf(store, a_sammanträde(store, nämnd_id), "Klarinetter")
    anna, bo = a_person(store, "Anna Ekelund"), a_person(store, "Bo Almgren")
    mine = {"paragraf_id": paragraf_id, "ordning": 9}
    add_rows(
        store,
        Huvudman(id="h", nämnd_id=nämnd_id, namn="Region Norrvik", ordning=1),
        Beslutspunkt(**mine, text="att köpa xylofoner", utfall="avslag", till="oboist"),
        Yrkande(**mine, av=[anna], av_partier=["Fagottpartiet"], text="Bifall till piano"),
        Votering(**mine, ja_betyder="harpa", nej_betyder="luta"),
        Reservation(**mine, av=[bo], text="mot mandolin"),
        Anteckning(**mine, slag="protokollsanteckning", av=[bo], text="om triangel"),
        Jäv(**mine, person_id=bo, grund="äger en cembalo"),
        Huvudmannabeslut(paragraf_id=paragraf_id, huvudman_id="h", svar="godtar trombon"),
    )
    return paragraf_id


@pytest.mark.parametrize(
    "asked",
    [
        *("klarinett", "xylofon", "oboist", "anna ekelund", "fagottpartiet", "piano", "harpa"),
        *("luta", "mandolin", "almgren", "triangel", "cembalo", "norrvik", "trombon", "avslag"),
    ],
)
def test_every_part_of_a_paragraf_is_found(store, files, paragraf_id, asked):
    assert paragraf_id in keys(up_to_date(store, files), asked)
