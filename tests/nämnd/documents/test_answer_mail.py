"""The answer to a justering as a mail draft."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from nämnd.documents.answer_mail import answer_mail
from tests.nämnd.justeringsfil.packages import MANIFEST_OF_ANNA_AND_BO

NOW = datetime(2026, 3, 28, 10, 12)  # noqa: DTZ001 - local time
SENT = replace(MANIFEST_OF_ANNA_AND_BO, epost="eva.lind@region.example")


def mail(manifest=SENT, filename="svar.svar") -> EmailMessage:
    raw = answer_mail(manifest, "Anna Ek (M)", filename, b"\0svar", now=NOW)
    made = message_from_bytes(raw, policy=default)
    assert isinstance(made, EmailMessage)
    return made


def test_it_goes_to_whoever_sent_the_package():
    assert mail()["To"] == "Eva Lind <eva.lind@region.example>"


def test_without_an_address_that_can_be_used_the_user_fills_it_in():
    for address in ("", "eva", "eva@x.example, mallory@x.example", "a@b.example\nBcc: c@d.example"):
        made = mail(replace(SENT, epost=address))
        assert made["To"] is None
        assert made["Bcc"] is None


def test_it_is_a_draft_with_the_answer():
    made = mail()
    assert made["X-Unsent"] == "1"
    (attached,) = made.iter_attachments()
    assert attached.get_filename() == "svar.svar"
    assert attached.get_content() == b"\0svar"


def test_it_says_what_it_is_about_but_not_what_is_answered():
    made = mail()
    assert made["Subject"] == (
        "Svar om justering: Sydöstra regionvårdsnämnden 2026-03-27, §§ 59–74"
    )
    body = made.get_body()
    assert body is not None
    assert "godkän" not in body.get_content().casefold()


def test_lines_in_foreign_words_make_no_header_of_their_own():
    made = mail(replace(SENT, nämnd="Nämnden\r\nBcc: mallory@x.example", avsändare="Eva\r\nX: y"))
    assert made["Bcc"] is None
    assert made["X"] is None
