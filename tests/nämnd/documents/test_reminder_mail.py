"""The draft of a mail that reminds somebody, as a mail program reads it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from nämnd.bevakning.reminding import Reminder
from nämnd.bevakning.values import (
    BevakningDraft,
    BevakningRow,
    Hinder,
    Läge,
    PåDatum,
    VidSammanträde,
    Villkor,
)
from nämnd.documents.reminder_mail import reminder_mail, reminder_name

TODAY = date(2026, 3, 2)
NÄMND = "Gemensam nämnd för norra regionvården"
PAY = BevakningRow(
    id="a",
    nämnd_id="n",
    draft=BevakningDraft(
        rubrik="Rekvirera medel till Kammarkollegiet",
        förfaller=PåDatum(date(2026, 4, 1)),
        ansvarig="Åsa Ek",
        mottagare="Kammarkollegiet",
        förverkande=True,
        citat="Rekvirering ska ske senast den 1 april 2026.",
    ),
    due=date(2026, 4, 1),
    hinder=None,
    days_left=30,
    läge=Läge.ÖPPEN,
    källa_text="NRN 2026/0012",
    regel="1 april 2026",
)
FOLLOW = replace(
    PAY,
    id="b",
    draft=BevakningDraft("Följa upp delprojekt 8", VidSammanträde(2, 2026), ansvarig="Åsa Ek"),
    due=date(2026, 3, 20),
    källa_text="§ 62 den 7 juni 2018, att-sats 2",
    regel="andra sammanträdet 2026",
)


def mail(*rows: BevakningRow, epost: str | None = "asa.ek@region.example") -> EmailMessage:
    draft = reminder_mail(
        Reminder("Åsa Ek", epost, rows),
        NÄMND,
        "Karin Öst",
        today=TODAY,
        now=datetime(2026, 3, 2, 9, 41),  # noqa: DTZ001 - local time
    )
    return message_from_bytes(draft, policy=default)  # pyright: ignore[reportReturnType]


def body(*rows: BevakningRow) -> str:
    return str(mail(*rows).get_content()).replace("\r\n", "\n")


def test_one_thing_says_what_when_for_whom_from_where_and_what_is_lost():
    assert body(PAY) == (
        "Hej!\n\n"
        "Det här är en påminnelse från Gemensam nämnd för norra regionvården om det här, "
        "som du är ansvarig för:\n\n"
        "Rekvirera medel till Kammarkollegiet\n"
        "Senast 1 april 2026, om 30 dagar\n"
        "Viktigt: rätten går förlorad om det inte är gjort i tid.\n"
        "Till: Kammarkollegiet\n"
        "Från: NRN 2026/0012\n"
        "I handlingen står: «Rekvirering ska ske senast den 1 april 2026.»\n\n"
        "Svara på det här meddelandet när det är gjort, eller om det inte hinner bli klart i tid."
        "\n\nMed vänlig hälsning\nKarin Öst\nGemensam nämnd för norra regionvården\n"
    )


def test_several_things_come_in_one_mail_with_numbers():
    text = body(FOLLOW, PAY)

    assert "om 2 saker som du är ansvarig för:" in text
    assert "1. Följa upp delprojekt 8\n   Senast 20 mars 2026, om 18 dagar" in text
    assert "(andra sammanträdet 2026)\n   Från: § 62 den 7 juni 2018, att-sats 2" in text
    assert "2. Rekvirera medel till Kammarkollegiet\n   Senast 1 april 2026" in text


def test_it_is_a_draft_to_the_responsible():
    read = mail(FOLLOW, PAY)

    assert read["X-Unsent"] == "1"
    assert read["To"] == "Åsa Ek <asa.ek@region.example>"
    assert read["Subject"] == "Påminnelse: 2 saker att göra, den första senast 20 mars 2026"
    assert mail(PAY)["Subject"] == (
        "Påminnelse: Rekvirera medel till Kammarkollegiet senast 1 april 2026"
    )


@pytest.mark.parametrize("epost", [None, "", "inte en adress", "a@b.example\nBcc: c@d.example"])
def test_without_an_address_that_works_it_is_for_nobody(epost: str | None):
    assert mail(PAY, epost=epost)["To"] is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "Skulle ha varit gjort 27 februari 2026, för 3 dagar sedan"),
        (-1, "Skulle ha varit gjort 1 mars 2026, för 1 dag sedan"),
        (0, "Senast 2 mars 2026, i dag"),
        (1, "Senast 3 mars 2026, i morgon"),
        (7, "Senast 9 mars 2026, om 7 dagar"),
    ],
)
def test_it_says_how_soon_or_how_late(days: int, said: str):
    assert f"\n{said}\n" in body(replace(PAY, due=TODAY + timedelta(days=days), regel=""))


def test_what_has_no_day_says_what_it_waits_for():
    waiting = replace(
        PAY,
        draft=replace(PAY.draft, förfaller=Villkor("när rapporten är klar")),
        due=None,
        hinder=Hinder.VILLKOR,
        regel="när rapporten är klar",
    )

    assert "När: när rapporten är klar." in body(waiting)
    assert mail(waiting)["Subject"] == "Påminnelse: Rekvirera medel till Kammarkollegiet"


def test_what_a_document_says_can_not_add_lines_or_heads():
    bad = replace(PAY, draft=replace(PAY.draft, rubrik="Svara\nBcc: x@y.example", citat="a\n\nb"))

    read = mail(bad)

    assert read["Bcc"] is None
    assert "«a b»" in str(read.get_content())


def test_the_file_is_named_after_the_day_and_the_person():
    assert reminder_name(Reminder("Åsa Ek", None, (PAY,)), TODAY) == (
        "2026-03-02 Påminnelse till Åsa Ek.eml"
    )
    assert "/" not in reminder_name(Reminder("../a/b", None, (PAY,)), TODAY)
