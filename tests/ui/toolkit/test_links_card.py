"""A card of links: built anew only when there is something new, and the focus stays."""

from ui.toolkit.cut_link import CutLink
from ui.toolkit.links_card import LinkPart, LinksCard


def a_card(qtbot, theme):
    card = LinksCard(theme, "Skrivelser", new="Ny", empty="Ingen skrivelse än.")
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def show(card, theme, *names):
    card.show_parts(names, (LinkPart(theme, CutLink(name)) for name in names))


def test_when_there_is_none_it_says_so(qtbot, theme):
    card = a_card(qtbot, theme)
    show(card, theme)
    assert (card.empty.isVisible(), card.links) == (True, ())
    show(card, theme, "Missiv")
    assert not card.empty.isVisible()
    assert [link.toolTip() for link in card.links] == ["Missiv"]


def test_what_is_the_same_is_not_built_anew(qtbot, theme):
    card = a_card(qtbot, theme)
    show(card, theme, "Missiv")
    before = card.links
    show(card, theme, "Missiv")
    assert card.links is before


def test_the_focus_stays_on_the_link_it_was_on_when_one_comes(qtbot, theme):
    card = a_card(qtbot, theme)
    show(card, theme, "Missiv", "Yttrande")
    card.links[1].setFocus()
    show(card, theme, "Missiv", "Yttrande", "Tjänsteskrivelse")
    assert card.links[1].hasFocus()
