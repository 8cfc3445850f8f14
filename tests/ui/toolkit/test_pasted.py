"""Clipboards as Word, Outlook, Google Docs and browsers make them, shortened, with made-up text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.richtext import Paragraph, Run, TextList, TextTable, normalise, parse, write
from ui.toolkit.pasted import from_html, from_lines

WORD = (Path(__file__).parent / "word_clipboard.html").read_text(encoding="utf-8")


def test_what_word_copies_becomes_paragraphs_lists_and_a_table():
    assert from_html(WORD) == normalise(
        (
            Paragraph((Run("Bakgrund", bold=True),)),
            Paragraph(
                (
                    Run("Nämnden beslutade "),
                    Run("2018-06-07", bold=True),
                    Run(" att "),
                    Run("rekommendera", italic=True),
                    Run(" Halland\N{NO-BREAK SPACE}att läsa "),
                    Run("underlaget", href="https://exempel.se/a?b=1&c=2"),
                    Run("."),
                )
            ),
            TextList(
                ((Run("Första "), Run("punkten", bold=True)), (Run("Andra punkten"),)),
            ),
            TextList(((Run("Att godkänna"),), (Run("Att avslå"),)), ordered=True),
            TextTable(
                (
                    ((Run("Region", bold=True),), (Run("Platser"),)),
                    ((Run("Skåne inre tabell"),), (Run("12 varav 3 nya"),)),
                    ((Run("Summa"),), ()),
                )
            ),
            Paragraph((Run("Efter bilden."),)),
        )
    )


def test_what_is_cleaned_can_be_kept_and_read_again():
    cleaned = from_html(WORD)
    assert parse(write(cleaned)) == cleaned


@pytest.mark.parametrize(
    ("html", "source"),
    [
        ("<b style='font-weight:normal' id='docs-internal-guid'><p>Ett</p></b>", "Ett"),
        (
            "<span style='font-weight:700'>fet</span> <span style='font-style:italic'>k</span>",
            "**fet** *k*",
        ),
        ("<div>ett<br>två</div>", "ett\n\ntvå"),
        ("ett<div>två</div>tre", "ett\n\ntvå\n\ntre"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n- b\n- c"),
        ("<ol><li><p>a</p></li><li><p>b</p></li></ol>", "1. a\n2. b"),
        ("<ol><li>a</ol><ul><li>b</ul>", "1. a\n\n- b"),
        ("<a href='javascript:alert(1)'>klicka</a>", "klicka"),
        (
            "<a href='file:///c:/x'>fil</a> <a href='mailto:a@b.se'>post</a>",
            "fil [post](mailto:a@b.se)",
        ),
        ("<table><tr><td>bara en ram</td></tr></table>", "bara en ram"),
        ("<p class=MsoListBullet>punkt</p>", "- punkt"),
        ("<p style='mso-list:l0'>· &nbsp; utan märke</p>", "- utan märke"),
        ("<p>A</b></i></p></div></table>B", "A\n\nB"),
        ("<table><tr><th>R</th></tr><tr><td>S</td></tr>", "| R |\n| --- |\n| S |"),
        ("<p>x<style>p{}</style><!-- kommentar --><noscript>n</noscript></p>", "x"),
        ("<td>lös cell</td>", "lös cell"),
        ("", ""),
        ("<p> </p><p>&nbsp;</p>", ""),
    ],
    ids=range(18),
)
def test_small_things_from_many_programs(html, source):
    assert parse(write(from_html(html))) == parse(source)


PIECES = (
    "<p> </p> <b> </b> <i> <table> </table> <tr> </tr> <td> </td> <ul> </ul> <ol> <li> "
    "<a|href='https://a.se'> </a> <br> <![if|!supportLists]> <![endif]> <!--| |--> <del> "
    "<span|style='mso-list:Ignore'> </span> <p|style='mso-list:l0'> <td|colspan='3'> "
    "<td|colspan='x'> <script> </script> <![CDATA[| ]]> &amp; &#x0; < > hej 1. · <! <? <!x>"
)


@given(
    st.lists(
        st.sampled_from([piece.replace("|", " ") for piece in PIECES.split()]), max_size=30
    ).map("".join)
)
def test_no_html_is_too_broken(html):
    cleaned = from_html(html)
    assert cleaned == normalise(cleaned)


def test_tags_nested_ten_thousand_deep_are_read():
    assert from_html("<div>" * 10_000 + "x") == (Paragraph((Run("x"),)),)


def test_a_bracket_that_opens_no_tag_is_text():
    assert from_html("<p>a < b och <c</p> slut <") == (
        Paragraph((Run("a < b och <c"),)),
        Paragraph((Run("slut <"),)),
    )


def test_lines_become_paragraphs_and_lists():
    text = "Rubrik\n\n- ett\n• två\n1. att a\n2) att b\nSlut"
    assert from_lines(text) == parse("Rubrik\n\n- ett\n- två\n\n1. att a\n2. att b\n\nSlut")


def test_a_line_broken_by_the_width_of_a_page_is_whole_again():
    text = (
        "Nämnden beslutade att rekommendera huvudmännen att stödja\n"
        "föreslagen fördelning mellan klinikerna i hela regionen.\n"
        "Beslutet följs upp."
    )
    assert len(from_lines(text)) == 2
    assert from_lines("Kort rad\nmen ny") == parse("Kort rad\n\nmen ny")


def test_markup_in_plain_text_is_text():
    assert from_lines("**inte fet** <b>") == (Paragraph((Run("**inte fet** <b>"),)),)
