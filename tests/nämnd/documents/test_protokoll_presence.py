"""Who came, stepped in and took the chair, and those around the table, as a protokoll says it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from nämnd.documents.content import as_text
from nämnd.documents.protokoll import build_protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag, PersonRef
from tests.builders import DAY, head_row
from tests.nämnd.documents.days import sender
from tests.nämnd.protokoll.fault_making import but, stands_in
from tests.protokoll_values import (
    deltagare_row,
    everybody_there,
    for_paragrafer,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
)

TWO = (paragraf_row(59), paragraf_row(60))


def said(protokoll: Protokoll) -> str:
    return as_text(build_protokoll(sender(protokoll), protokoll))


def before_60(*närvaro) -> str:
    """Return what is told at § 60 when those are there."""
    told = said(protokoll_of(*TWO, närvaro=närvaro)).partition("\n## § 60")[2]
    return told.partition("### Beslut")[0]


LEFT = (närvaro_row("p12", "59", till_tid="10.42"),)


@pytest.mark.parametrize(
    ("närvaro", "told"),
    [
        (
            but("p12", and_=(*LEFT, närvaro_row("p24", "59", roll="ersättare"),
                             stands_in("p24", "p12", "60"))),
            "Lars Hed (KD) lämnar sammanträdet kl. 10.42. Åke Ro (KD) tjänstgör för Lars Hed (KD).",
        ),
        (
            but("p12", and_=(stands_in("p24", "p12", "60", från_tid="09.15"),)),
            "Åke Ro (KD) kommer till sammanträdet kl. 09.15. Åke Ro (KD) tjänstgör för",
        ),
        (
            but("p12", and_=(närvaro_row("p24", "59", roll="ersättare"),
                             stands_in("p24", None, "60"))),
            "Åke Ro (KD) tjänstgör på vakant plats.",
        ),
        (
            but("p12", and_=(stands_in("p24", "p12", "59"), närvaro_row("p12", "60"),
                             närvaro_row("p24", "60", roll="ersättare"))),
            "Åke Ro (KD) tjänstgör inte längre.",
        ),
        (
            but("p12", and_=(närvaro_row("p12", "59", på_distans=True), närvaro_row("p12", "60"))),
            "Lars Hed (KD) deltar på plats.",
        ),
        (
            but("p11", "p12", and_=(närvaro_row("p11", "59"), närvaro_row("p12", "59"))),
            "Karin Sjö (L) och Lars Hed (KD) lämnar sammanträdet.",
        ),
    ],
    ids=["left and replaced", "came to serve", "vacant", "stepped down", "to the room", "two left"],
)  # fmt: skip
def test_what_happened_between_two_paragrafer_stands_at_the_latter(närvaro, told):
    assert told in before_60(*närvaro)


def test_one_who_was_there_before_comes_back():
    rows = but("p12", and_=(närvaro_row("p12", "59"), närvaro_row("p12", "61")))
    text = said(protokoll_of(*TWO, paragraf_row(61), närvaro=rows))
    assert "Lars Hed (KD) återkommer till sammanträdet." in text.partition("\n## § 61")[2]
    assert "Lars Hed (KD) | Ledamot | Region Norr | §§ 59, 61" in text


def test_guests_and_officials_come_and_go_without_a_word_but_stand_on_the_cover():
    guest = deltagare_row("p50", "Gösta Gäst", parti=None, titel=None, roll=None)
    made = protokoll_of(*TWO, närvaro=(*everybody_there(), närvaro_row("p50", "60", roll="gäst")))
    text = said(replace(made, deltagare={**made.deltagare, "p50": guest}))
    assert "Övriga närvarande: Örjan Berg, sekreterare\nGösta Gäst, gäst § 60" in text
    assert "Gösta Gäst" not in text.partition("## Ärendelista")[2]


def test_a_secretary_who_is_written_down_as_there_stands_once():
    head = head_row(sekreterare=PersonRef("p30", "Siv Penna"))
    rows = (*everybody_there(), närvaro_row("p30", roll="tjänsteman"))
    text = said(protokoll_of(*TWO, sammanträde=head, närvaro=rows))
    assert "Övriga närvarande: Siv Penna, nämndsekreterare\n" in text
    assert text.count("Siv Penna") == 2  # there, and to sign


def test_when_nobody_presides_nobody_is_said_to():
    made = protokoll_of(*TWO, ordförande=(for_paragrafer("p1", "59"),))
    assert "leder sammanträdet" not in said(made)


def test_a_break_stands_at_the_first_paragraf_after_it():
    head = head_row(ajourneringar=(Ajournering("10.45", "11.30", DAY),))
    rows = (paragraf_row(59, tid="09.00"), paragraf_row(60, tid="11.31"))
    told = said(protokoll_of(*rows, sammanträde=head)).partition("\n## § 60")[2]
    assert "Sammanträdet ajourneras kl. 10.45–11.30." in told


def test_jäv_in_a_punkt_that_has_no_number_counts_for_the_paragraf():
    rows = (paragraf_row(59, jäv=(jäv_row("p3", punkt="a"),)), paragraf_row(60))
    assert "Cecilia Öst (C) | Ledamot | Region Ådalen | ej § 59 på grund av jäv" in said(
        protokoll_of(*rows)
    )


def test_a_new_day_stands_between_those_who_left_before_it_and_those_who_come_on_it():
    later = DAY + timedelta(days=1)
    head = head_row(Dag(DAY), Dag(later, öppnat="08.35"))
    rows = (paragraf_row(59, dag=DAY), paragraf_row(60, dag=later), paragraf_row(61, dag=later))
    närvaro = but("p11", "p12", and_=(närvaro_row("p11", "59", till_tid="15.10"),
                                      närvaro_row("p12", "60–", från_tid="08.40")))  # fmt: skip
    text = said(protokoll_of(*rows, sammanträde=head, närvaro=närvaro))
    assert (
        "Karin Sjö (L) lämnar sammanträdet kl. 15.10. Sammanträdet fortsätter lördagen den "
        "28 mars 2026 kl. 08.35. Lars Hed (KD) kommer till sammanträdet kl. 08.40."
    ) in text.partition("\n## § 60")[2].partition("\n## § 61")[0]
    assert text.count("Sammanträdet fortsätter") == 1


def test_one_day_does_not_go_on():
    rows = (paragraf_row(59), paragraf_row(60, dag=DAY))
    assert "fortsätter" not in said(protokoll_of(*rows, sammanträde=head_row(Dag(DAY))))
