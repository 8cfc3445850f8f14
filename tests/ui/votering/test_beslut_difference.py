"""The beslut says where it is not what was proposed."""

from tests.ui.keyboard import type_text


def write(row, text):
    row.text.input.setFocus()
    row.text.input.selectAll()
    type_text(row.text.input, text)
    row.text.flush()


def test_a_beslut_as_proposed_says_nothing(holder):
    assert not holder.decision.beslut.difference.isVisible()


def test_a_beslut_in_other_words_says_so_and_shows_which(holder):
    beslut = holder.decision.beslut
    write(beslut.rows[0], "Att avslå rapporten")
    assert beslut.difference.isVisible()
    beslut.difference.link.click()
    assert beslut.difference.view.toPlainText().splitlines() == [
        "1. Att – godkänna + avslå rapporten",
        "1 att-sats är lika.",
    ]
    write(beslut.rows[0], "Att godkänna rapporten")
    assert not beslut.difference.isVisible()
