"""Lines, columns and pages, before anything is drawn."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import getFont

from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import Heading, Item, ItemList, Subheading, text
from nämnd.documents.pdf.blocks import add_blocks
from nämnd.documents.pdf.fonts import Face, drawable
from nämnd.documents.pdf.lines import set_lines
from nämnd.documents.pdf.pages import paginate
from nämnd.documents.pdf.slabs import Break, Piece, Slab
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import BODY, BOTTOM, FIRST_TOP, TOP
from nämnd.documents.sharing import shares
from tests.nämnd.documents.generated import RUNS
from tests.nämnd.documents.samples import document, words


def no_link(_: str | None) -> str:
    return ""


def set_text(words: str, room: float) -> list[str]:
    lines = set_lines(text(words), BODY, room, no_link)
    return ["".join(part.text for part in line) for line in lines]


@given(RUNS, st.floats(20, 500))
def test_lines_hold_all_words_in_order_and_fit(runs: tuple[Run, ...], room: float):
    lines = set_lines(runs, BODY, room, no_link)
    said = "".join(part.text for line in lines for part in line)
    assert "".join(said.split()) == "".join("".join(run.text for run in runs).split())
    for line in lines:
        shown = sum(part.width for part in line if part.text != " ")
        spaces = sum(part.width for part in line[-1:] if part.text.endswith(" "))
        assert shown - spaces <= room + 0.1


def test_hyphens_and_slashes_allow_a_break_but_not_in_dates():
    assert set_text("Nord-Syd", 30) == ["Nord-", "Syd"]
    assert set_text("och/eller", 32) == ["och/", "eller"]
    assert set_text("2019-11-22 2019-11-22", 60) == ["2019-11-22 ", "2019-11-22"]


def test_a_line_break_in_the_text_is_kept():
    assert set_text("Rad ett\nrad två\n\nrad fyra", 400) == ["Rad ett ", "rad två ", "", "rad fyra"]


def test_a_style_change_inside_a_word_does_not_break_it():
    runs = (Run("för"), Run("slag", bold=True), Run("et"))
    assert len(set_lines(runs, BODY, 60, no_link)) == 1


def test_a_no_break_space_does_not_break():
    assert set_text("1\u00a0250\u00a0kr 1\u00a0250\u00a0kr", 50) == [
        "1\u00a0250\u00a0kr ",
        "1\u00a0250\u00a0kr",
    ]


def characters_of(face: Face) -> set[int]:
    return set(vars(getFont(face.value))["face"].charToGlyph)


@given(st.text())
def test_only_what_the_font_has_is_drawn(words: str):
    known = characters_of(Face.REGULAR)
    assert all(ord(one) in known or one == "\n" for one in drawable(words))


def test_all_faces_have_the_same_characters():
    drawable("")
    known = [characters_of(face) for face in Face]
    assert all(one == known[0] for one in known)


SLABS = st.lists(
    st.one_of(
        st.builds(Slab, st.floats(1, 300), st.floats(0, 30), st.booleans()), st.just(Break())
    ),
    max_size=40,
)


@given(SLABS)
def test_every_slab_stands_once_in_order_inside_a_page(pieces: list[Piece]):
    pages = paginate(pieces)
    placed = [one.slab for page in pages for one in page.placed]
    assert placed == [piece for piece in pieces if isinstance(piece, Slab)]
    for number, page in enumerate(pages):
        below = FIRST_TOP if number == 0 else TOP
        for one in page.placed:
            assert one.top <= below + 0.01
            below = one.top - one.slab.height
            assert below >= BOTTOM - 0.01


@given(SLABS)
def test_what_belongs_together_is_on_one_page_if_a_page_can_hold_it(pieces: list[Piece]):
    page_of = {
        id(one.slab): number for number, page in enumerate(paginate(pieces)) for one in page.placed
    }
    for group in together(pieces):
        if sum(slab.before + slab.height for slab in group) <= TOP - BOTTOM:
            assert len({page_of[id(slab)] for slab in group}) == 1


def together(pieces: list[Piece]) -> list[list[Slab]]:
    groups: list[list[Slab]] = [[]]
    for piece in pieces:
        if isinstance(piece, Slab):
            groups[-1].append(piece)
        if isinstance(piece, Break) or not piece.keep:
            groups.append([])
    return [group for group in groups if group]


def test_a_heading_is_kept_with_the_first_lines_of_what_follows():
    blocks = (Heading("Rubrik", 2), Subheading("Förslag", 3), Paragraph(text(words(200))))
    stack = Stack(no_link)
    add_blocks(stack, document(*blocks))
    keeps = [piece.keep for piece in stack.pieces if isinstance(piece, Slab)]
    assert keeps[:4] == [True, True, True, False]  # rubrik, small heading, first line, second
    assert keeps[-2:] == [True, False]  # the last line is not alone either


def test_what_leads_to_a_list_is_kept_with_its_first_line():
    items = ItemList((Item("1.", text("Att godkänna")), Item("2.", text("Att lägga"))))
    stack = Stack(no_link)
    add_blocks(stack, document(Paragraph(text("Nämnden beslutar")), items))
    first = next(piece for piece in stack.pieces if isinstance(piece, Slab))
    assert first.keep


@given(
    st.lists(st.tuples(st.floats(1, 100), st.floats(0, 400)), min_size=1, max_size=8),
    st.floats(50, 600),
)
def test_columns_share_the_room(columns: list[tuple[float, float]], room: float):
    least = [low for low, _ in columns]
    wish = [low + more for low, more in columns]
    widths = shares(least, wish, room)
    assert sum(widths) <= room + 0.01
    if sum(least) <= room:
        assert all(wide >= low - 0.01 for wide, low in zip(widths, least, strict=True))
    if sum(wish) >= room:
        assert abs(sum(widths) - room) < 0.01
