"""Tables as they are pasted and as documents give them. All amounts are made up."""

import random
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from nämnd.documents.content import Document, Heading, Letterhead, Table, text
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.word import word_bytes
from nämnd.filtext.reading import read_text
from nämnd.överenskommelse.rules import wrong_sums
from nämnd.överenskommelse.table_reading import read_tables
from nämnd.överenskommelse.values import Tabell
from tests.conftest import NOW

REGIONS = (
    "Blekinge", "Dalarna", "Gotland", "Gävleborg", "Halland", "Kalmar", "Kronoberg", "Norrbotten",
    "Skåne", "Stockholm", "Uppsala", "Värmland", "Örebro", "Östergötland",
)  # fmt: skip


FAST = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink a table takes minutes


def one(text: str | list[str]) -> Tabell:
    (table,) = read_tables(text)
    return table


def amounts(table: Tabell) -> dict[str, list[int]]:
    """Return what each gets, in the order of the posts."""
    return {rad.mottagare: [rad.belopp[post] for post in table.poster] for rad in table.rader}


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@pytest.mark.parametrize("mark", ["\t", ";", " ; ", "|", "   "], ids=ascii)
def test_a_pasted_table_with_its_columns_told_apart(mark):
    rows = (
        ("Region", "Primärvård", "It-stöd", "Summa"),
        ("Region Norr", "1 000", "20", "1 020"),
        ("Söders län", "3 000", "80", "3 080"),
        ("Summa", "4 000", "100", "4 100"),
    )
    table = one("\n".join(mark.join(row) for row in rows))
    assert table.poster == ("Primärvård", "It-stöd")
    assert amounts(table) == {"Region Norr": [1000, 20], "Söders län": [3000, 80]}
    assert [rad.summa for rad in table.rader] == [1020, 3080]
    assert (table.summor, table.totalsumma) == ({"Primärvård": 4000, "It-stöd": 100}, 4100)
    assert table.sida is None
    assert wrong_sums(table) == ()


def test_thousands_with_hard_spaces_dots_kronor_and_nothing_for_nothing():
    text = "Norr\t1\u00a0234 kr\t5.678\nSöder\t–\t9 kronor\nVäst\t12,00\t"
    table = one(text)
    assert [rad.belopp for rad in table.rader] == [
        {"Belopp": 1234, "Belopp (2)": 5678},
        {"Belopp (2)": 9},
        {"Belopp": 12},
    ]


def test_a_csv_file_with_quotes_and_percentages():
    text = '"Region";"Folkmängd";"Andel";"Medel"\n"Norr";200;"20%";"1 000"\n"Söder";800;80%;4000'
    table = one(text)
    assert table.poster == ("Medel",)
    assert amounts(table) == {"Norr": [1000], "Söder": [4000]}


def test_sums_tell_which_digits_belong_together():
    text = (
        "Norr 634 289 150 214 178 784 503 178\n"  # 634 289 | 150 … or 634 | 289 150 …
        "Söder 12 500 1 000 13 500\n"
        "Väst 7 45 000 45 007\n"
    )
    table = one(text.replace("634 289 150 214 178 784 503 178", "634 289 150 214 784 503"))
    assert amounts(table)["Norr"] == [634289, 150214]
    assert [rad.summa for rad in table.rader] == [784503, 13500, 45007]


def test_without_sums_the_other_rows_tell_which_digits_belong_together():
    text = "Norr 30 000 000 15 000 000\nSöder 300 000 000 150 000 000\nVäst 40 000 000 21 000 000"
    assert amounts(one(text))["Söder"] == [300000000, 150000000]


def test_the_head_tells_how_many_columns_there_are_when_no_sums_do():
    rows = (
        "Norr 300 111 250 112 150 113\nSöder 600 221 500 222 300 223\nVäst 900 331 750 332 450 333"
    )
    assert amounts(one(f"Region Primärvård Utbildning Digitalt\n{rows}")) == {
        "Norr": [300111, 250112, 150113],
        "Söder": [600221, 500222, 300223],
        "Väst": [900331, 750332, 450333],
    }


def test_population_and_percentages_are_no_money():
    text = """
Region Befolkning
1/11 - 2026

Nära
vård Digitala stöd Totalt
Norr 159 748 60,5% 22 214 156 1 747 202 23 961 358
Söder 104 297 39,5% 14 500 000 1 000 000 15 500 000
Summa 264 045 1 36 714 156 2 747 202 39 461 358
"""
    table = one(text)
    assert table.poster == ("Nära vård", "Digitala stöd")
    assert amounts(table)["Norr"] == [22214156, 1747202]
    assert wrong_sums(table) == ()
    assert table.totalsumma == 39461358


@pytest.mark.parametrize(
    "text",
    [
        "Halland 5 000 62\nVästra\nGötaland 7 000 81\nÖrebro 1 000 25",
        "Halland 5 000 62\nVästra 7 000 81\nGötaland\nÖrebro 1 000 25",
        "Halland 5 000 62\nVästra\n7 000 81\nGötaland\nÖrebro 1 000 25",
        "Halland 5 000 62\n\nVästra\n\nGötaland 7 000 81\n\nÖrebro 1 000 25",
    ],
)
def test_a_name_that_is_broken_over_lines_is_one_name(text):
    assert amounts(one(text)) == {
        "Halland": [5000, 62],
        "Västra Götaland": [7000, 81],
        "Örebro": [1000, 25],
    }


def test_columns_are_called_what_the_text_says_that_tabell_1_and_tabell_2_are():
    text = """Bilaga 1

Fördelning av medel.

• Tabell 1 avser medel till primärvården
• Tabell 2 avser medel till regionerna för att utbilda sjuk-
sköterskor

Tabell 1 Tabell 2

Norr 22 664 708 10 838 798

Söder 11 865 186 8 640 543

Väst 29 634 638 3 573 117

Total 64 164 532 23 052 458
"""
    table = one([text])
    assert table.rubrik == "Fördelning av medel"
    assert table.poster == (
        "Medel till primärvården",
        "Medel till regionerna för att utbilda sjuksköterskor",
    )
    assert wrong_sums(table) == ()


def test_a_document_says_on_which_page_the_table_stands():
    page = "\n".join(f"{name} {n + 1} 000 000" for n, name in enumerate(REGIONS))
    assert one(["Inledning\n\nEn mening.", page]).sida == 2


def test_a_table_goes_on_over_the_page_with_its_head_again():
    head = "Region Medel Kvot\n"
    rows = [f"{name} {n + 1} 000 000 {n + 1} 000" for n, name in enumerate(REGIONS)]
    pages = [head + "\n".join(rows[:6]) + "\n12\n", head + "\n".join(rows[6:])]
    assert [rad.mottagare for rad in one(pages).rader] == list(REGIONS)


def test_two_tables_are_two():
    first = "Bilaga 1 Primärvård\nNorr 1 000 2 000\nSöder 3 000 4 000\nSumma 4 000 6 000\n"
    second = "Bilaga 2 It-stöd\nNorr 7 000\nVäst 8 000\n"
    found = read_tables(first + "\nEn mening om pengar.\n\n" + second)
    assert [table.rubrik for table in found] == ["Primärvård", "It-stöd"]
    assert [len(table.rader) for table in found] == [2, 2]


@pytest.mark.parametrize(
    "page",
    [
        "Inledning 3\nBakgrund 5\nUppföljning 12\nSlutsatser 20\n",
        "Stockholm den 30 januari 2026\nDnr 2026 14\nSida 1\n",
        "Enkäten besvarades av 1 204\noch av dem var 1 100\nkvinnor under 2025\n",
        "Norr 12 14\nSöder 20 31\nVäst 7 9\nSumma 39 54\n",
    ],
)
def test_what_is_no_table_of_money_in_a_document_is_left(page):
    assert read_tables([page]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "bara ord", "12 000 13 000", "a" * 100_000, "Fördelning av medel 2027",
        "Totalt överenskommelsen 976 000 000 kronor",
    ],
)  # fmt: skip
def test_nothing_comes_of_what_has_no_rows(text):
    assert read_tables(text) == ()


@settings(max_examples=200)
@given(st.text(alphabet=" \n\t;|%,.-–0123456789abåÅ\u00a0", max_size=400))
def test_any_text_is_read_without_complaint(text):
    for table in read_tables(text):
        assert table.rader
        assert all(set(rad.belopp) <= set(table.poster) for rad in table.rader)
    read_tables([text])


_MONEY = st.one_of(st.integers(1, 999), st.integers(1000, 999_999), st.integers(10**6, 2 * 10**9))


@st.composite
def grids(draw):
    """Return rows of amounts, as many in each, at least two of each."""
    width = draw(st.integers(2, 7))
    return draw(
        st.lists(st.tuples(*[_MONEY] * width), min_size=2, max_size=14, unique_by=lambda row: row)
    )


@given(grids())
def test_a_pasted_table_with_tabs_is_read_back_whatever_it_holds(rows):
    text = "\n".join(
        "\t".join((name, *map(spaced, row))) for name, row in zip(REGIONS, rows, strict=False)
    )
    table = one(text)
    columns = [
        [rad.summa if post is None else rad.belopp[post] for post in (*table.poster,)]
        for rad in table.rader
    ]
    for read, row in zip(columns, rows, strict=True):
        assert list(row[: len(read)]) == read or list(row[-len(read) :]) == read


@settings(max_examples=60, phases=FAST)
@given(st.integers(2, 7), st.integers(6, 14), st.randoms(use_true_random=False))
def test_a_table_shared_out_by_population_is_read_back_from_nothing_but_spaces(width, many, chance):
    """Each row is a share of each post, as in the real annexes, with its own sum."""
    rows, text = shared_out(width, many, chance)
    table = one([text])
    assert amounts(table) == rows
    assert wrong_sums(table) == ()
    assert table.totalsumma == sum(map(sum, rows.values()))


@settings(max_examples=60, phases=FAST)
@given(st.integers(2, 6), st.integers(6, 14), st.randoms(use_true_random=False))
def test_one_digit_that_is_wrong_is_pointed_out_in_row_and_column(width, many, chance):
    rows, text = shared_out(width, many, chance)
    name = chance.choice(list(rows))
    place = chance.randrange(width)
    right = rows[name][place]
    digits = str(right)
    at = chance.randrange(len(digits))
    other = chance.choice([d for d in "123456789" if d != digits[at]])
    wrong = int(digits[:at] + other + digits[at + 1 :])
    lines = text.splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith(name))
    row = [*rows[name][:place], wrong, *rows[name][place + 1 :], sum(rows[name])]
    lines[number] = " ".join((name, *map(spaced, row)))
    table = one(["\n".join(lines)])
    assert amounts(table) == rows | {name: row[:-1]}
    (rad,) = [rad for rad in table.rader if rad.mottagare == name]
    post = table.poster[place]
    found = {(fel.rad, fel.post): (fel.skriven, fel.räknad) for fel in wrong_sums(table)}
    total = sum(row[place] for row in rows.values())
    assert found == {
        (rad.id, None): (row[-1], row[-1] - right + wrong),
        (None, post): (total, total - right + wrong),
    }


def shared_out(width: int, many: int, chance: random.Random) -> tuple[dict[str, list[int]], str]:
    """Return rows of shares of sums of money, and the table as a document gives it."""
    people = [chance.randint(50_000, 2_500_000) for _ in range(many)]
    posts = [chance.randint(20_000_000, 2_000_000_000) for _ in range(width)]
    rows = {
        name: [post * count // sum(people) for post in posts]
        for name, count in zip(REGIONS, people, strict=False)
    }
    lines = [" ".join((name, *map(spaced, row), spaced(sum(row)))) for name, row in rows.items()]
    sums = [sum(column) for column in zip(*rows.values(), strict=True)]
    lines.append(" ".join(("Summa", *map(spaced, sums), spaced(sum(sums)))))
    names = " ".join(f"Post {'ABCDEFG'[n]}x" for n in range(width))
    return rows, "\n".join((f"Region {names} Totalt", *lines))


def test_the_same_text_gives_the_same_table_but_for_its_ids():
    _, text = shared_out(5, 14, random.Random(7))  # noqa: S311 - the same each time
    first, second = one(text), one(text)
    bare = [
        replace(table, id="", rader=tuple(replace(rad, id="") for rad in table.rader))
        for table in (first, second)
    ]
    assert bare[0] == bare[1]
    assert first.id != second.id


def a_paper(rows: list[tuple[str, ...]]) -> Document:
    """Return a paper with a table."""
    table = Table(tuple(tuple(text(cell) for cell in row) for row in rows))
    head = Letterhead("Staten", "Överenskommelse", "2026-01-01")
    return Document("Bilaga", head, (Heading("Bilaga 2 Medel till regionerna", 1), table))


PAPER = [
    ("Region", "Befolkning", "Nära vård", "Digitala stöd", "Totalt"),
    ("Halland", "333 202", "46 334 233", "107 393", "46 441 626"),
    ("Västra Götaland", "1 724 529", "239 808 672", "938 436", "240 747 108"),
    ("Örebro", "304 634", "42 361 639", "789 670", "43 151 309"),
    ("Summa", "2 362 365", "328 504 544", "1 835 499", "330 340 043"),
]


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_table_of_a_real_file_is_read_out_of_it(suffix):
    make = pdf_bytes if suffix == ".pdf" else word_bytes
    data = make(a_paper(PAPER), created=NOW.astimezone())
    table = one(list(read_text(data, f"bilaga{suffix}").pages))
    assert table.rubrik == "Medel till regionerna"
    assert table.poster == ("Nära vård", "Digitala stöd")
    assert amounts(table) == {
        "Halland": [46334233, 107393],
        "Västra Götaland": [239808672, 938436],
        "Örebro": [42361639, 789670],
    }
    assert table.totalsumma == 330340043
    assert wrong_sums(table) == ()


def test_a_line_for_each_cell_is_a_table_when_rows_are_alike():
    said = "Region\nMedel\nNorr\n1 000\nSöder\n2 000\nVäst\n3 000\nSumma\n6 000\n"
    table = one(said)
    assert amounts(table) == {"Norr": [1000], "Söder": [2000], "Väst": [3000]}
    assert (table.poster, table.summor) == (("Medel",), {"Medel": 6000})


@pytest.mark.parametrize(
    ("said", "each"),
    [
        ("Belopp i kronor", 1),
        ("Belopp i tkr", 1000),
        ("Region Medel (tkr)", 1000),
        ("Beloppen anges i miljoner kronor", 10**6),
        ("(mnkr)", 10**6),
        ("Satsningen omfattar 12 miljoner kronor", 1),
    ],
)
def test_amounts_are_in_kronor_whatever_the_table_counts_in(said, each):
    table = one(f"{said}\nNorr 1 200\nSöder 3 400\nSumma 4 600")
    assert [sum(rad.belopp.values()) for rad in table.rader] == [1200 * each, 3400 * each]
    assert list(table.summor.values()) == [4600 * each]


def test_what_is_below_zero_is_read_in_a_table_with_columns():
    (table,) = read_tables(
        "Region\tPersonal\tE-hälsa\tSumma\n"
        "Region Skåne 1)\t1 250 000\t-300 000\t950 000\n"
        "Region Halland\t–\t200 000\t200 000\n"
        "Region Blekinge\t100 000\t(50 000)\t50 000\n"
        "Summa\t1 350 000\t\N{MINUS SIGN}150 000\t1 200 000\n"
    )
    assert [rad.belopp for rad in table.rader] == [
        {"Personal": 1_250_000, "E-hälsa": -300_000},
        {"E-hälsa": 200_000},
        {"Personal": 100_000, "E-hälsa": -50_000},
    ]
    assert (table.totalsumma, wrong_sums(table)) == (1_200_000, ())
