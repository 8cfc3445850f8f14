import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nämnd.core.richtext import (
    Paragraph,
    Run,
    TextBlock,
    TextList,
    TextTable,
    allowed_href,
    from_plain,
    normalise,
    parse,
    plain_text,
    write,
)


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


HARD = st.sampled_from([*"*_[]()|\\#>-+1.)<&;`~=!: \n\t", "å", "o\u0308", "\u00a0", "§", "&amp;"])
TEXTS = st.lists(HARD | st.characters(), max_size=12).map("".join)
HREFS = st.none() | st.sampled_from(
    ["https://exempel.se/a_(b)?c=*1*&copy;|x", "mailto:a@b.se", "javascript:x", "http://å.se/[1]"]
)
RUNS = st.lists(st.builds(Run, TEXTS, st.booleans(), st.booleans(), HREFS), max_size=5).map(tuple)
BLOCKS = (
    st.builds(Paragraph, RUNS)
    | st.builds(TextList, st.lists(RUNS, max_size=3).map(tuple), st.booleans())
    | st.builds(
        TextTable,
        st.lists(st.lists(RUNS, max_size=3).map(tuple), max_size=3).map(tuple),
    )
)
RICH = st.lists(BLOCKS, max_size=4).map(tuple)


@settings(deadline=None)
@given(RICH)
@example((paragraph("a", bold("(b)"), "c"),))
@example((paragraph(bold("a"), italic("b"), Run("c", bold=True, italic=True), bold("d")),))
@example((TextList(((Run("a"),),)), TextList(((Run("- b"),),)), TextList(((Run("1. c"),),))))
@example((TextTable((((),),)),))
def test_what_is_written_is_read_back(text):
    assert parse(write(text)) == normalise(text)


@settings(deadline=None)
@given(RICH)
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(RICH)
def test_the_normal_form_keeps_its_promises(text):
    for block in normalise(text):
        assert block != Paragraph(())
        for runs in _all_runs(block):
            whole = "".join(run.text for run in runs)
            assert whole == whole.strip()
            assert "  " not in whole
            assert all(run.text == unicodedata.normalize("NFC", run.text) for run in runs)
            assert all((a.bold, a.italic, a.href) != (b.bold, b.italic, b.href)
                       for a, b in pairwise(runs))  # fmt: skip


@settings(deadline=None)
@given(RICH)
def test_no_visible_letter_is_lost(text):
    def letters(blocks):
        joined = "".join(run.text for block in blocks for runs in _all_runs(block) for run in runs)
        composed = unicodedata.normalize("NFD", joined)
        return [c for c in composed if unicodedata.category(c)[0] in "LNPS"]

    assert letters(normalise(text)) == letters(text)


@settings(deadline=None)
@given(st.text() | st.lists(HARD, max_size=60).map("".join))
@example("- " * 400 + "djupt")
@example("\n".join(" " * 2 * n + "- x" for n in range(300)))
@example("[" * 50_000)
@example("*a " * 20_000)
@example("| a\n|-" * 5_000)
def test_any_string_can_be_read_and_written(source):
    text = parse(source)
    assert parse(write(text)) == text


@settings(deadline=None)
@given(st.text() | st.lists(HARD, max_size=60).map("".join))
def test_plain_text_is_never_markup(text):
    blocks = parse(from_plain(text))
    assert all(isinstance(block, Paragraph) for block in blocks)
    runs = [run for block in blocks for runs in _all_runs(block) for run in runs]
    assert all(run == Run(run.text) for run in runs)


def _all_runs(block: TextBlock):
    match block:
        case Paragraph(runs):
            return [runs]
        case TextList(items):
            return list(items)
        case TextTable(rows):
            return [cell for row in rows for cell in row]


def test_the_source_is_readable_as_it_stands():
    text = (
        paragraph("Nämnden ", bold("godkänner"), " ", Run("missivet", href="https://a.se/x"), "."),
        TextList(((Run("Att bifalla"),), (Run("Att avslå"),)), ordered=True),
        TextTable((((Run("Region"),), (Run("Platser"),)), ((Run("Skåne"),), (Run("6"),)))),
    )
    assert write(text) == (
        "Nämnden **godkänner** [missivet](https://a.se/x).\n\n"
        "1. Att bifalla\n2. Att avslå\n\n"
        "| Region | Platser |\n| --- | --- |\n| Skåne | 6 |"
    )


def test_marks_in_plain_text_stay_text():
    plain = "15. Att lägga *detta* till\nhandlingarna\n\n- inte en lista\n\n# inte en rubrik"
    assert plain_text(from_plain(plain)) == (
        "15. Att lägga *detta* till handlingarna\n\n- inte en lista\n\n# inte en rubrik"
    )


def test_headings_html_code_and_images_are_text():
    source = "# Rubrik\n\n<b>fet</b> `kod` ![bild](https://a.se/b.png)\n\n    indraget"
    assert parse(source) == (
        paragraph("# Rubrik"),
        paragraph("<b>fet</b> `kod` !", Run("bild", href="https://a.se/b.png")),
        paragraph("indraget"),
    )


def test_nested_lists_become_flat():
    source = "1. ett\n   - två\n     - tre\n2. fyra\n\n   mer om fyra"
    items = ("ett", "två", "tre", "fyra mer om fyra")
    assert parse(source) == (TextList(tuple((Run(item),) for item in items), ordered=True),)


def test_a_space_at_the_edge_of_bold_is_not_bold():
    assert normalise((paragraph(bold("fet "), "och"),)) == (paragraph(bold("fet"), " och"),)
    assert write((paragraph("a ", bold(" "), "b"),)) == "a b"


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://a.se", "https://a.se"),
        (" HTTP://a.se ", "HTTP://a.se"),
        ("mailto:a@b.se", "mailto:a@b.se"),
        ("https://a.se/<b> c", "https://a.se/%3Cb%3E%20c"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("//a.se", None),
        ("", None),
    ],
)
def test_only_web_and_mail_addresses_are_kept(href, kept):
    assert allowed_href(href) == kept


@pytest.mark.parametrize("href", ["https://a.se/x", "javascript:alert(1)", "../x", ""])
def test_a_link_elsewhere_is_only_text(href):
    assert parse(f"[text]({href})") == (paragraph(Run("text", href=allowed_href(href))),)


def test_letters_typed_with_loose_accents_are_composed():
    loose = unicodedata.normalize("NFD", "Hälso- och sjukvård")
    assert parse(from_plain(loose)) == (paragraph("Hälso- och sjukvård"),)


def test_control_characters_are_dropped():
    assert parse(from_plain("a\x00\x07b\u202ec\ud800d")) == (paragraph("abcd"),)


def test_blocks_read_as_plain_text():
    source = "**Ett** [två](https://a.se)\n\n- a\n- b\n\n1. c\n\n| d | e |\n|---|---|\n| f | g |"
    assert plain_text(source) == "Ett två\n\n– a\n– b\n\n1. c\n\nd\te\nf\tg"
