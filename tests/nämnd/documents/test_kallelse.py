"""The kallelse: who, when, where, to what."""

from dataclasses import replace

from nämnd.core.richtext import TextTable
from nämnd.documents.content import as_text, plain
from nämnd.documents.kallelse import build_kallelse
from nämnd.sammanträde.dagordning import PersonRef
from tests.builders import called_of, dagordning_of, head_row, punkt_row, uppdrag_row
from tests.nämnd.documents.meetings import CALLED, EVERYTHING, PLAIN, SENDER

SECRETARY = PersonRef("p-Örjan Berg", "Örjan Berg")


def with_head(**facts):
    return replace(PLAIN, sammanträde=head_row(sekreterare=SECRETARY, **facts))


def said(dagordning, called=CALLED):
    return as_text(build_kallelse(SENDER, dagordning, called))


def test_twelve_members_and_twelve_deputies(golden):
    golden("kallelse.txt", said(with_head()))


def test_a_moved_and_cancelled_meeting_is_not_called_to(golden):
    golden("kallelse_installt.txt", said(EVERYTHING, called_of()))
    text = said(EVERYTHING)
    assert "Du kallas" not in text
    assert "Kan du inte komma?" not in text


def test_deputies_are_called_whether_they_serve_or_not():
    text = said(PLAIN, called_of(uppdrag_row("Bo Ek", "ersättare")))
    assert "### Ersättare\nNamn | Uppdrag\nBo Ek | Ersättare\n" in text


def test_the_address_for_regrets_is_a_link_when_it_is_known():
    document = build_kallelse(SENDER, with_head(), CALLED)
    assert "mailto:orjan.berg@exempel.se" in repr(document.blocks)
    alone = said(with_head(), called_of(uppdrag_row("Bo Ek")))
    assert "Kan du inte komma? Meddela sekreteraren så snart som möjligt" in alone
    assert "@" not in alone


def test_when_nobody_is_called_yet_there_is_no_empty_list():
    text = said(PLAIN, called_of())
    assert "Kallade" not in text
    assert "Kan du inte komma?" not in text


def test_who_appointed_is_told_only_where_regions_appoint():
    called = called_of(uppdrag_row("Bo Ek", huvudman="Region Syd"), uppdrag_row("Cia Al"))
    document = build_kallelse(SENDER, dagordning_of(punkt_row(1)), called)
    (table,) = [block for block in document.blocks if isinstance(block, TextTable)]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Namn", "Uppdrag", "Utsedd av"],
        ["Bo Ek", "Ledamot", "Region Syd"],
        ["Cia Al", "Ledamot", ""],
    ]
