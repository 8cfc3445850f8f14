from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from nämnd.core.swedish import sort_key
from ui.toolkit.palette import Role
from ui.toolkit.table import ROW_ROLE, Column, RowTable, RowTableModel
from ui.toolkit.theme import Icon


@dataclass(frozen=True)
class Case:
    id: int
    name: str
    days: int


CASES = (Case(1, "Örnsköldsvik", 30), Case(2, "Ängelholm", 4), Case(3, "Åre", 100))
COLUMNS: tuple[Column[Case], ...] = (
    Column("Namn", lambda case: case.name, lambda case: sort_key(case.name), strong=True),
    Column(
        "Dagar",
        lambda case: str(case.days),
        lambda case: case.days,
        width=8,
        right=True,
        role=lambda case: Role.LATE if case.days < 10 else Role.MUTED,
        tip=lambda case: f"{case.days} dagar kvar",
    ),
    Column(
        "Läge",
        lambda case: "bråttom" if case.days < 10 else "lugnt",
        lambda case: case.days,
        width=12,
        chip=lambda case: Role.WARN if case.days < 10 else Role.GOOD,
        icon=lambda case: Icon.CLOCK if case.days < 10 else None,
    ),
)


@pytest.fixture
def table(qtbot, theme):
    table = RowTable(theme, COLUMNS, lambda case: case.id, name="Orter", empty="Inga orter än.")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    return table


def names(table) -> list[str]:
    return [case.name for case in table.rows_model.rows]


def test_the_model_is_a_good_model(qtmodeltester):
    model = RowTableModel(COLUMNS)
    model.show(CASES)
    qtmodeltester.check(model)


def test_a_row_can_be_asked_for_anything():
    model = RowTableModel(COLUMNS)
    model.show(CASES)
    cell = model.index(1, 1)
    assert cell.data() == "4"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "4 dagar kvar"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Dagar: 4"
    assert cell.data(ROW_ROLE) == CASES[1]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Örnsköldsvik"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Läge"


def test_a_click_on_a_header_sorts_as_swedes_do(qtbot, table):
    table.show_rows(CASES)
    assert names(table) == ["Örnsköldsvik", "Ängelholm", "Åre"]
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert names(table) == ["Åre", "Ängelholm", "Örnsköldsvik"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert names(table) == ["Örnsköldsvik", "Ängelholm", "Åre"]


def test_new_rows_come_in_the_order_the_user_chose(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    table.show_rows(CASES)
    assert [case.days for case in table.rows_model.rows] == [4, 30, 100]


def test_rows_are_filtered_and_come_back(table):
    table.show_rows(CASES)
    table.filter(lambda case: case.days > 10)
    assert names(table) == ["Örnsköldsvik", "Åre"]
    table.filter(None)
    assert len(names(table)) == 3


def test_the_same_rows_stay_selected_when_they_are_read_again(qtbot, table):
    table.show_rows(CASES)
    assert table.choose(2)
    with qtbot.assertNotEmitted(table.chosen):
        table.show_rows([Case(9, "Ny", 1), *reversed(CASES)])
    assert table.current() == CASES[1]
    assert table.selected() == (CASES[1],)


def test_the_page_is_told_when_the_chosen_row_is_gone(qtbot, table):
    table.show_rows(CASES)
    table.choose(2)
    with qtbot.waitSignal(table.chosen) as told:
        table.show_rows([CASES[0]])
    assert told.args == [None]


def test_the_keyboard_chooses_opens_and_removes(qtbot, table):
    table.show_rows(CASES)
    table.choose(1)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.removal_wanted) as removed:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert (chosen.args, opened.args, removed.args) == ([CASES[1]], [CASES[1]], [(CASES[1],)])


def test_a_double_click_opens_once(qtbot, table):
    table.show_rows(CASES)
    place = table.visualRect(table.rows_model.index(2, 0)).center()
    opened = []
    table.opened.connect(opened.append)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [CASES[2]]


def ink(image: QImage) -> int:
    """How many points differ from the corner."""
    paper = image.pixel(image.width() - 1, image.height() - 1)
    return sum(
        image.pixel(x, y) != paper for x in range(image.width()) for y in range(image.height())
    )


def test_an_empty_table_says_so(table):
    blank = ink(table.viewport().grab().toImage())
    table.show_rows(CASES)
    table.show_rows([])
    assert ink(table.viewport().grab().toImage()) == blank > 50


def test_text_chips_and_icons_are_painted_in_their_colours(table, theme):
    table.show_rows(CASES)
    image = table.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(140)}
    for role in (Role.SURFACE, Role.SEPARATOR, Role.WARN_FILL, Role.GOOD_FILL, Role.WARN_EDGE):
        assert theme.colour(role).name() in seen, role


def test_rows_grow_with_the_text(table, theme):
    table.show_rows(CASES)
    before = table.rowHeight(0)
    theme.set_font_scale(2.0)
    assert table.rowHeight(0) > 1.8 * before
    assert table.rowHeight(0) > table.fontMetrics().height()


def columns_shown(table) -> list[str]:
    columns = table.rows_model.columns
    return [one.header for at, one in enumerate(columns) if not table.isColumnHidden(at)]


@pytest.fixture
def yielding(qtbot, theme):
    """Returns a table whose last column goes first when there is little room, then the second."""
    columns = (COLUMNS[0], replace(COLUMNS[1], yields=1), replace(COLUMNS[2], yields=2))
    table = RowTable(theme, columns, lambda case: case.id, name="Orter")
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    return table


def test_columns_yield_one_by_one_where_there_is_no_room_and_come_back(yielding):
    seen = []
    for width in (900, 400, 200, 900):
        yielding.resize(width, 300)
        seen.append(columns_shown(yielding))
    everything = ["Namn", "Dagar", "Läge"]
    assert seen == [everything, ["Namn", "Dagar"], ["Namn"], everything]


def test_what_a_page_leaves_out_stays_out_and_makes_room(yielding):
    yielding.show_column(1, shown=False)
    for width in (900, 400, 900):
        yielding.resize(width, 300)
        assert columns_shown(yielding) == ["Namn", "Läge"]
    yielding.show_column(1, shown=True)
    assert columns_shown(yielding) == ["Namn", "Dagar", "Läge"]


def test_a_column_that_yields_is_there_again_when_text_is_made_smaller(yielding, theme):
    yielding.resize(500, 300)
    before = columns_shown(yielding)
    theme.set_font_scale(2.0)
    assert columns_shown(yielding) == ["Namn"]
    theme.set_font_scale(1.0)
    assert columns_shown(yielding) == before


def test_where_it_is_narrow_the_columns_that_yield_most_are_left_out_first(qtbot, theme):
    columns: tuple[Column[str], ...] = (
        Column("Rubrik", str, str),
        Column("Dag", str, str, width=11, yields=1),
        Column("Antal", str, str, width=11, yields=2),
        Column("Läge", str, str, width=11),
    )
    table: RowTable[str] = RowTable(theme, columns, lambda one: one, name="Ärenden")
    qtbot.addWidget(table)
    table.show()

    def hidden() -> list[bool]:
        return [table.isColumnHidden(at) for at in range(len(columns))]

    table.resize(1400, 300)
    assert hidden() == [False] * 4
    widths = []
    for width in range(1400, 200, -20):
        table.resize(width, 300)
        widths.append(tuple(hidden()))
    assert list(dict.fromkeys(widths)) == [
        (False, False, False, False),
        (False, False, True, False),
        (False, True, True, False),
    ]
    table.resize(1400, 300)
    assert hidden() == [False] * 4
