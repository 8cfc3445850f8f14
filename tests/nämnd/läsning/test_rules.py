"""The small rules of the reader, one by one."""

import pytest

from nämnd.läsning.headings import (
    Heading,
    Section,
    heading_of,
    is_group,
    is_minutes_title,
    minutes_signs,
    title_of,
)
from nämnd.läsning.lines import (
    Line,
    clean_lines,
    continues,
    joined_text,
    paragraphs,
    text_width,
)
from nämnd.läsning.markers import Form, marker_of, sub_marker_of, time_before
from tests.nämnd.läsning.making import lines

# Markers


@pytest.mark.parametrize(
    ("text", "form", "written", "rest"),
    [
        ("1. Upprop", Form.DOT, "1", "Upprop"),
        ("1.Upprop", Form.DOT, "1", "Upprop"),
        ("12) Ekonomi", Form.PAREN, "12", "Ekonomi"),
        ("3 Upprop", Form.PLAIN, "3", "Upprop"),
        ("3\tUpprop", Form.PLAIN, "3", "Upprop"),
        ("§ 12 Upprop", Form.PARAGRAPH, "§ 12", "Upprop"),
        ("§12. Upprop", Form.PARAGRAPH, "§12", "Upprop"),
        ("12 § Upprop", Form.PARAGRAPH, "12 §", "Upprop"),
        ("§ 12/2023 Upprop", Form.PARAGRAPH, "§ 12/2023", "Upprop"),
        ("65/18 Val av justerare", Form.PARAGRAPH, "65/18", "Val av justerare"),
        ("Ärende 4 – Budget", Form.NAMED, "Ärende 4", "Budget"),
        ("Punkt 4: Budget", Form.NAMED, "Punkt 4", "Budget"),
        ("09.30 1. Upprop", Form.DOT, "1", "Upprop"),
    ],
)
def test_a_number_is_known_in_every_form(text, form, written, rest):
    marker = marker_of(text)
    assert marker is not None
    assert (marker.form, marker.written, marker.rest) == (form, written, rest)


@pytest.mark.parametrize(
    "text",
    [
        "22. november",
        "3 maj 2019",
        "2019 års budget",
        "10.30",
        "1.2 Val",
        "3A. Missiv",
        "4 procent",
        "",
    ],
)
def test_other_numbers_are_no_marks(text):
    assert marker_of(text) is None


@pytest.mark.parametrize(
    ("text", "parent", "written", "rest", "place"),
    [
        ("6.2 Ekonomi", 6, "6.2", "Ekonomi", 2),
        ("6 b Ekonomi", 6, "6 b", "Ekonomi", 2),
        ("6c) Ekonomi", 6, "6 c", "Ekonomi", 3),
        ("a) Ekonomi", None, "a", "Ekonomi", 0),
        ("– Ekonomi", None, "", "Ekonomi", 0),
    ],
)
def test_what_stands_under_a_punkt_has_marks_too(text, parent, written, rest, place):
    sub = sub_marker_of(text)
    assert sub is not None
    assert (sub.parent, sub.written, sub.rest, sub.place) == (parent, written, rest, place)
    assert sub_marker_of("Ekonomi") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09.15 Upprop", ("09.15", "Upprop")),
        ("Kl 9:15–10.00 Upprop", ("09.15–10.00", "Upprop")),
        ("kl. 13.00 till 14.00: Upprop", ("13.00–14.00", "Upprop")),
        ("09.15", ("", "09.15")),
        ("25.15 Upprop", ("", "25.15 Upprop")),
        ("2019-11-22", ("", "2019-11-22")),
    ],
)
def test_a_time_may_stand_first(text, expected):
    assert time_before(text) == expected


# Headings and titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ordförandens förslag", Heading(Section.FÖRSLAG)),
        ("Ordförandes förslag", Heading(Section.FÖRSLAG, unusual=True)),
        ("Arbetsutskottets förslag till beslut:", Heading(Section.FÖRSLAG)),
        ("Förslag till beslut: Planen antas.", Heading(Section.FÖRSLAG, "Planen antas.")),
        ("Beslut", Heading(Section.FÖRSLAG)),
        ("Driftnämnden föreslås besluta att", Heading(Section.FÖRSLAG, leads=True)),
        ("Regionstyrelsen beslutar", Heading(Section.FÖRSLAG, leads=True)),
        ("Sammanfattning", Heading(Section.SAMMANFATTNING)),
        ("Ärendet", Heading(Section.SAMMANFATTNING)),
        ("Bakgrund: Se missiv.", Heading(Section.SAMMANFATTNING, "Se missiv.")),
        ("I ärendet finns följande dokument:", Heading(Section.BILAGOR)),
        (
            "I ärendet finns följande dokument (finns tillgängliga under mötet)",
            Heading(Section.BILAGOR, note="finns tillgängliga under mötet"),
        ),
        ("Handlingar", Heading(Section.BILAGOR)),
        ("Beslutsunderlag", Heading(Section.BILAGOR)),
        ("Föredragande: Anna Berg", Heading(Section.FÖREDRAGANDE, "Anna Berg")),
        ("Dnr RS 2019/4", Heading(Section.DNR, "RS 2019/4")),
        ("Kl. 09.15", Heading(Section.TID, "09.15")),
        ("Förslag nytt direktiv för UFo-anslag", None),
        ("Beslut om budget", None),
        ("Handlingar till mötet skickas ut", None),
        ("Informationen " * 30, None),
    ],
)
def test_headings_of_sections_are_known(text, expected):
    assert heading_of(text) == expected


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("DAGORDNING", True),
        ("Dagordning 2019-11-22", True),
        ("Preliminär föredragningslista för regionstyrelsen", True),
        ("Regionstyrelsen\tDAGORDNING", True),
        ("KALLELSE/FÖREDRAGNINGSLISTA", True),
        ("Kallelse till sammanträde", False),
        ("Ärenden", False),
        ("Dagordningen fastställs", None),
        ("Dagordning fastställs", None),
        ("Dagordning enligt utskick.", None),
        ("Ärenden " * 30, None),
    ],
)
def test_titles_of_a_dagordning_are_known(text, strong):
    title = title_of(text)
    assert (None if title is None else title.strong) == strong


def test_minutes_are_known_by_title_and_by_their_cover():
    assert is_minutes_title("SAMMANTRÄDESPROTOKOLL")
    assert is_minutes_title("Protokoll §§ 1–36")
    assert not is_minutes_title("Protokollsutdrag till alla")
    assert minutes_signs(["Beslutande", "Beslutande ledamöter", "Paragrafer §§ 1–4"]) == 2
    assert minutes_signs(["Kallade ledamöter", "Övriga"]) == 0


def test_headings_of_groups_are_known():
    assert is_group("Ärenden från nämnder")
    assert is_group("Beslutsärenden:")
    assert not is_group("Ärendet bordläggs")


# Lines


def test_furniture_of_pages_is_left_out():
    found = clean_lines(
        ["Sida 1 (3)", "- 2 -", "Region", "", "_______", "", "Text\f"[:4], "2 av 3"]
    )
    assert [line.text for line in found] == ["Region", "Text"]
    assert found[1].ruled
    assert found[1].blanks == 2


def test_a_number_alone_belongs_to_the_next_line():
    assert [line.text for line in clean_lines(["§ 3", "Budget", "4.", "5. Plan", "6"])] == [
        "§ 3 Budget", "4.", "5. Plan", "6",
    ]  # fmt: skip


def test_columns_are_parted_by_tabs():
    assert clean_lines(["  Tid      Ämne  och \tmer"])[0].text == "Tid\tÄmne och\tmer"


def test_a_running_head_is_left_out_but_not_what_it_looks_like():
    pages = ["Region Åsmark", "1. Ett", "Förslag", "\f", "Region Åsmark", "Förslag", "2. Två", "\f"]
    found = [line.text for line in clean_lines([*pages, "Region Åsmark", "3. Tre"])]
    assert found == ["Region Åsmark", "1. Ett", "Förslag", "Förslag", "2. Två", "3. Tre"]


def test_a_gap_is_more_space_than_usual():
    double = ["a", "", "b", "", "c", "", "", "", "d", "", "e"]
    assert [line.gap for line in lines(*double)] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Samarbete för bättre", "vård", True),
        ("Missiv (obs ny", "Tid kommer)", True),
        ("Region Skåne,", "Region Halland", True),
        ("x" * 60, "Långt ord", True),
        ("kort rad", "Ny mening", False),
        ("kort rad", "– strecksats", False),
    ],
)
def test_a_line_continues_when_the_one_before_was_full(before, after, expected):
    assert continues(Line(before, 0), Line(after, 1), 65) is expected


def test_a_gap_or_rule_ends_a_sentence():
    assert not continues(Line("Samarbete för", 0), Line("vård", 1, gap=True), 65)
    assert not continues(Line("Samarbete för", 0), Line("vård", 1, ruled=True), 65)


def test_words_divided_at_the_end_of_a_line_are_put_together():
    assert joined_text(lines("kommu-", "nerna, hälso-", "och sjuk-", "vården")) == (
        "kommunerna, hälso- och sjukvården"
    )
    assert joined_text(lines("delprojekt 14-", "del två")) == "delprojekt 14- del två"


def test_paragraphs_part_where_a_line_ended_early():
    text = lines("x" * 70, "slut.", "Nytt stycke som börjar", "fortsätter")
    assert [len(group) for group in paragraphs(text, 70)] == [2, 2]
    assert [len(group) for group in paragraphs(text, 0)] == [1, 1, 1, 1]
    assert paragraphs([], 70) == []


def test_short_or_endless_lines_have_no_width():
    assert text_width([]) == 0
    assert text_width(lines("kort")) == 0
    assert text_width(lines("x" * 500)) == 0
    assert text_width(lines("x" * 90)) == 90
