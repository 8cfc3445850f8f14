"""The dagordning as a document."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.documents.content import Document, Heading, ItemList, Subheading, as_text
from nämnd.documents.dagordning import build_dagordning
from nämnd.documents.kallelse import build_kallelse
from nämnd.documents.parts import sentence
from nämnd.documents.tillägg import build_tillägg
from tests.builders import DAY, bilaga_row, called_of, dagordning_of, head_row, punkt_row
from tests.nämnd.documents.meetings import CALLED, EVERYTHING, PLAIN, SENDER
from tests.nämnd.sammanträde.values import dagordningar


def said(dagordning, **options):
    return as_text(build_dagordning(SENDER, dagordning, **options))


def test_a_plain_meeting(golden):
    golden("dagordning.txt", said(PLAIN))


def test_a_meeting_with_everything(golden):
    golden("dagordning_med_allt.txt", said(EVERYTHING))


def test_title_and_author_are_there_for_the_file():
    document = build_dagordning(SENDER, PLAIN)
    assert document.title == "Dagordning 2026-03-27, Vårdnämnden i Ådalen"
    assert (document.author, document.subject) == ("Vårdnämnden i Ådalen", "Dagordning")


def links(document: Document) -> list[str | None]:
    lists = [block for block in document.blocks if isinstance(block, ItemList)]
    return [run.href for block in lists for item in block.items for run in item.runs if run.href]


def test_in_front_of_an_utskick_each_bilaga_that_follows_is_a_link():
    rows = (
        bilaga_row("1A"),
        bilaga_row("1B", i_utskicket=False),
        bilaga_row("1C", anmärkning="ny"),
    )
    dagordning = dagordning_of(punkt_row(1, bilagor=rows))
    assert links(build_dagordning(SENDER, dagordning, linked=True)) == ["bilaga:1A", "bilaga:1C"]
    assert links(build_dagordning(SENDER, dagordning)) == []


def test_every_punkt_can_be_pointed_at():
    document = build_dagordning(SENDER, EVERYTHING)
    anchors = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    assert [name for name in anchors if name] == [
        "punkt-1",
        "punkt-2",
        "punkt-3",
        "punkt-17",
        "punkt-4",
        "punkt-5",
    ]


def test_who_does_not_sign_has_no_line():
    head = head_row(ordförande=None)
    text = said(dagordning_of(punkt_row(1), head=head))
    assert "Ordförande\n" not in text
    assert "[Enligt uppdrag] Örjan Berg, Sekreterare" in text


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("brist på ärenden", "Brist på ärenden."),
        ("Ordföranden är sjuk. ", "Ordföranden är sjuk."),
        ("återtaget…", "Återtaget…"),
        ("Varför?", "Varför?"),
        (" ", ""),
    ],
)
def test_a_reason_is_printed_as_a_sentence(written, printed):
    assert sentence(written) == printed


def levels(document: Document) -> list[int]:
    return [b.level for b in document.blocks if isinstance(b, Heading | Subheading)]


@settings(max_examples=25)
@given(dagordningar(4), dagordningar(4), st.sampled_from([CALLED, called_of()]))
def test_levels_of_headings_never_skip_in_any_document(old, new, called):
    for document in (
        build_dagordning(SENDER, new),
        build_kallelse(SENDER, new, called),
        build_tillägg(SENDER, old, new, sent=DAY),
    ):
        found = levels(document)
        assert found[0] == 1
        assert found.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(found))
        assert max(found) <= 6


@settings(max_examples=25)
@given(dagordningar())
def test_no_list_is_empty_and_no_small_heading_stands_alone(dagordning):
    blocks = build_dagordning(SENDER, dagordning).blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        assert not isinstance(block, ItemList) or block.items
        assert not isinstance(block, Subheading) or not isinstance(after, Heading | Subheading)
        assert not isinstance(block, Subheading) or after is not None


@settings(max_examples=25)
@given(dagordningar())
def test_a_group_is_named_where_it_begins(dagordning):
    document = build_dagordning(SENDER, dagordning)
    named = [b.text for b in document.blocks if isinstance(b, Heading) and not b.number][1:]
    groups = [punkt.grupp for punkt in dagordning.punkter]
    begins = [now for was, now in zip([None, *groups], groups, strict=False) if now and now != was]
    assert named == begins


def test_two_days_without_times_are_both_told():
    head = head_row(*(replace(dag, tider=()) for dag in EVERYTHING.sammanträde.dagar))
    text = said(dagordning_of(head=head))
    assert "Tid, dag 1: 2026-12-03\nTid, dag 2: 2026-12-04\n" in text
