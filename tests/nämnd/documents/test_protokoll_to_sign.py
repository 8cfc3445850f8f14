"""A protokoll that is to be approved and signed as it stands."""

from nämnd.documents.content import Signatures, as_text, every_block
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.appearance import field_sizes
from nämnd.documents.protokoll import build_protokoll
from nämnd.sammanträde.dagordning import PersonRef
from tests.builders import head_row, punkt_row
from tests.nämnd.documents.meetings import SENDER
from tests.protokoll_values import (
    beslutspunkt_row,
    for_paragrafer,
    paragraf_row,
    protokoll_of,
)

HEAD = head_row(sekreterare=PersonRef("p30", "Siv Penna"))
PROTOKOLL = protokoll_of(
    paragraf_row(59, punkt_id="k1"),
    paragraf_row(60, beslutspunkter=(beslutspunkt_row(utfall=None),), klar=False),
    punkter=(punkt_row(1), punkt_row(2, "Ej behandlad fråga")),
    sammanträde=HEAD,
)
PLACES = {"p1": "underskrift1", "p2": "underskrift2"}


def lines(document):
    blocks = every_block(document.blocks)
    return [
        (line.name, line.role, line.field)
        for block in blocks
        if isinstance(block, Signatures)
        for line in block.lines
    ]


def test_nothing_is_said_of_what_is_missing_or_left():
    draft = as_text(build_protokoll(SENDER, PROTOKOLL))
    final = as_text(build_protokoll(SENDER, PROTOKOLL, fields={}))
    assert "Ej behandlad fråga" in draft
    assert "Ej behandlad fråga" not in final
    assert len(final) < len(draft)


def test_who_signs_in_the_file_has_a_place_and_others_no_line():
    assert lines(build_protokoll(SENDER, PROTOKOLL, fields=PLACES)) == [
        ("Anna Ek (M)", "Ordförande", "underskrift1"),
        ("Bo Alm (S)", "Justerare", "underskrift2"),
    ]


def test_on_paper_all_have_a_line_and_every_page_is_initialled():
    paper = build_protokoll(SENDER, PROTOKOLL, fields={})
    assert [name for name, _, _ in lines(paper)] == ["Siv Penna", "Anna Ek (M)", "Bo Alm (S)"]
    assert "Justerandes sign" in paper.signs
    assert build_protokoll(SENDER, PROTOKOLL, fields=PLACES).signs == ()


def test_one_who_presided_and_checks_signs_once():
    rows = protokoll_of(
        paragraf_row(59),
        paragraf_row(60),
        ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p2", "60")),
        justerare=(for_paragrafer("p2", "59"),),
        sammanträde=HEAD,
    )
    assert lines(build_protokoll(SENDER, rows, fields=PLACES)) == [
        ("Anna Ek (M)", "Ordförande § 59", "underskrift1"),
        ("Bo Alm (S)", "Ordförande § 60, justerare § 59", "underskrift2"),
    ]


def test_the_places_are_in_the_file(now):
    paper = build_protokoll(SENDER, PROTOKOLL, fields=PLACES)
    assert set(field_sizes(pdf_bytes(paper, created=now, archival="1a"))) == set(PLACES.values())
