"""The kallelse as a mail draft."""

import email
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.documents.mail import build_mail, without_address, write_mail
from nämnd.organisation.rules import NämndDraft
from tests.builders import called_of, dagordning_of, head_row, punkt_row, uppdrag_row
from tests.conftest import NOW
from tests.nämnd.documents.meetings import CALLED, EVERYTHING, PLAIN, SENDER

PAPERS = (("Kallelse 2026-03-27.pdf", b"%PDF-1.7 a"), ("Bilagor å ä ö – «1».zip", b"PK\x03\x04"))


@pytest.fixture
def read(tmp_path):
    """Write the draft and read it back as a mail program would."""

    def round_trip(dagordning=PLAIN, called=CALLED, papers=PAPERS, nämnd=SENDER.nämnd, **options):
        path = tmp_path / "kallelse.eml"
        write_mail(build_mail(nämnd, dagordning, called, papers, now=NOW, **options), path)
        message = email.message_from_bytes(path.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        return message

    return round_trip


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")


def addresses(message: EmailMessage) -> list[tuple[str, str]]:
    return [(one.display_name, one.addr_spec) for one in message["To"].addresses]


def test_the_whole_draft(read, golden):
    message = read()
    head = [f"{name}: {message[name]}" for name in ("Subject", "To", "X-Unsent")]
    golden("kallelse.eml.txt", "\n".join(head) + "\n\n" + body(message))


def test_everybody_with_an_address_is_written_to_once(read):
    found = addresses(read())
    assert len(found) == len(set(found)) == 24
    assert ("Åsa Ahl", "ledamot0@exempel.se") in found
    twice = called_of(
        uppdrag_row("Bo Ek", "ordförande", epost="bo@exempel.se"),
        uppdrag_row("Bo Ek", "tjänsteman", epost="bo@exempel.se"),
    )
    assert addresses(read(called=twice)) == [("Bo Ek", "bo@exempel.se")]


def test_those_that_cannot_be_written_to_are_listed():
    assert [row.person.namn for row in without_address(CALLED)] == [
        "Åsa Grahn",
        "Maria Sten",  # maria@exempel is no address
        "Nils Modig",
        "Vera Ask",
    ]


def test_without_any_address_it_is_a_draft_to_nobody(read):
    message = read(called=called_of(uppdrag_row("Bo Ek")))
    assert message["To"] is None
    assert "Du kallas" in body(message)


def test_the_date_is_that_of_the_clock(read):
    assert parsedate_to_datetime(read()["Date"]) == NOW.astimezone()


def test_outlook_opens_it_as_a_draft(read):
    assert read()["X-Unsent"] == "1"


def test_the_papers_come_whole_and_with_their_names(read):
    parts = list(read().iter_attachments())
    assert [(part.get_filename(), part.get_content()) for part in parts] == list(PAPERS)
    assert [part.get_content_type() for part in parts] == ["application/pdf", "application/zip"]


def test_a_paper_of_unknown_kind_is_just_bytes(read):
    (part,) = read(papers=(("handling.okänd", b"\x00\xff"),)).iter_attachments()
    assert part.get_content_type() == "application/octet-stream"
    assert part.get_content() == b"\x00\xff"


def test_lines_end_as_mail_programs_expect(tmp_path):
    path = tmp_path / "kallelse.eml"
    write_mail(build_mail(SENDER.nämnd, PLAIN, CALLED, (), now=NOW), path)
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_two_days_have_a_line_each(read):
    text = body(
        read(replace(EVERYTHING, sammanträde=replace(EVERYTHING.sammanträde, inställt=None)))
    )
    assert "Tid, dag 1: torsdag 3 december 2026 klockan 09.00–12.00, 13.00–16.30\n" in text
    assert "Tid, dag 2: fredag 4 december 2026 klockan 08.30\n" in text


def test_a_cancelled_meeting_is_not_called_to(read):
    message = read(EVERYTHING)
    assert message["Subject"] == "Inställt sammanträde 2026-12-03–04, Vårdnämnden i Ådalen"
    text = body(message)
    assert "är inställt. Lokalen kan inte användas.\n" in text
    assert "kallas" not in text
    assert "Kan du inte komma" not in text


def test_an_addition_says_that_it_is_one(read):
    message = read(tillägg=True)
    assert message["Subject"] == "Tillägg till sammanträde 2026-03-27, Vårdnämnden i Ådalen"
    assert "Tilläggslistan och handlingarna är bifogade." in body(message)


def test_without_papers_none_are_promised(read):
    assert "bifogade" not in body(read(papers=()))


def test_without_a_secretary_the_body_signs(read):
    text = body(read(dagordning_of(punkt_row(1), head=head_row(sekreterare=None))))
    assert text.endswith("Med vänlig hälsning\nVårdnämnden i Ådalen\n")


EVIL = "Bo\r\nBcc: spion@exempel.se\n\nHej <script>"


def test_no_name_can_add_a_header(read):
    message = read(
        called=called_of(
            uppdrag_row(EVIL, epost="bo@exempel.se"),
            uppdrag_row('"Cia, <cia@fel.se>', epost="cia@exempel.se"),
            uppdrag_row("Dan", epost="dan@exempel.se\nBcc: spion@exempel.se"),
        ),
        nämnd=NämndDraft(f"Nämnden {EVIL}"),
        papers=((f"a{EVIL}.pdf", b"x"),),
    )
    assert message["Bcc"] is None
    assert set(message.keys()) <= {
        "Subject", "To", "Date", "X-Unsent", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert [spec for _, spec in addresses(message)] == ["bo@exempel.se", "cia@exempel.se"]
    (part,) = message.iter_attachments()
    assert set(part.keys()) <= {
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version",
    }  # fmt: skip


_NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@settings(max_examples=60)
@given(_NAMES, _NAMES)
def test_any_name_at_all_makes_a_mail_with_one_receiver(name, body_name):
    called = called_of(uppdrag_row(name, epost="bo@exempel.se"))
    mail = build_mail(
        NämndDraft(body_name),
        PLAIN,
        called,
        (),
        now=datetime(2026, 3, 2, 9, 41),  # noqa: DTZ001 - local
    )
    message = email.message_from_bytes(mail.as_bytes(), policy=default)
    assert [one.addr_spec for one in message["To"].addresses] == ["bo@exempel.se"]
    assert sorted(message.keys()) == sorted(mail.keys())
