"""Each rule finds the sammanträden that break it, and not those that only nearly do."""

from dataclasses import replace
from datetime import date

import pytest
from _pytest.mark import ParameterSet

from nämnd.finding_messages import SEVERITY_TEXT, finding_text, reason, where
from nämnd.protokoll.checks import Around, findings
from nämnd.protokoll.findings import Finding, Part, Place, Rule, Severity
from nämnd.protokoll.rules import justeras_senast
from nämnd.protokoll.values import Protokoll
from nämnd.protokoll.votering import SOURCES
from tests.builders import punkt_row
from tests.nämnd.protokoll.fault_making import HEAD, Case, but, one, some, stands_in, with_punkt
from tests.nämnd.protokoll.fault_people import PEOPLE
from tests.nämnd.protokoll.faults import DECISIONS
from tests.protokoll_values import (
    everybody_there,
    for_paragrafer,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    votering_row,
)

FAULTS = DECISIONS | PEOPLE


def cases(place: int) -> list[ParameterSet]:
    """Return the cases that break their rules (0) or do not (1), numbered by rule."""
    return [
        pytest.param(rule, case, id=f"{number}-{n}")
        for number, (rule, both) in enumerate(FAULTS.items())
        for n, case in enumerate(both[place])
    ]


def found_in(case: Case) -> tuple[tuple[Finding, ...], Protokoll]:
    protokoll, around = case if isinstance(case, tuple) else (case, Around())
    return findings(protokoll, around), protokoll


def only(case: Case, rule: Rule) -> Finding:
    """Return the one finding of a rule."""
    (found,) = [one for one in found_in(case)[0] if one.rule is rule]
    return found


def test_every_rule_has_its_cases():
    assert set(FAULTS) == set(Rule)


@pytest.mark.parametrize(("rule", "case"), cases(0))
def test_what_breaks_a_rule_is_found_and_told(rule, case):
    found, protokoll = found_in(case)
    mine = [one for one in found if one.rule is rule]
    assert mine, sorted(one.rule for one in found)
    for one_ in mine:
        text = finding_text(one_, protokoll)
        assert text.endswith((".", "?", "]")) or rule is Rule.DIFFERS, text
        assert "None" not in text
        assert "okänd person" not in text
        assert "  " not in text
        assert where(one_, protokoll)


@pytest.mark.parametrize(("rule", "case"), cases(1))
def test_what_nearly_breaks_a_rule_is_not_found(rule, case):
    assert rule not in [one.rule for one in found_in(case)[0]]


@pytest.mark.parametrize("rule", list(Rule), ids=lambda rule: ascii(rule.name))
def test_every_rule_says_why_how_grave_it_is_and_where_it_stands(rule):
    finding = Finding(rule, Place(Part.BESLUT))
    assert finding.källa
    assert SEVERITY_TEXT[finding.severity]
    assert reason(rule).endswith(".")


def test_what_votering_finds_is_among_the_rules_with_its_source():
    for words, source in SOURCES.items():
        assert Finding(Rule(words), Place(Part.VOTERING)).källa == source


@pytest.mark.parametrize(
    "protokoll",
    [
        protokoll_of(),
        some(59, 60, 61),
        some(59, 60, sammanträde=HEAD),
        with_punkt(),
        one(slag="information", beslutspunkter=(), rubrik="Inga övriga frågor"),
        protokoll_of(
            paragraf_row(59),
            paragraf_row(60, jäv=(jäv_row("p3", ersätts_av="p15"),)),
            närvaro=but("p12", and_=(närvaro_row("p12", "60–"), stands_in("p24", "p12", "59"))),
        ),
    ],
    ids=["nothing yet", "plain", "held", "as proposed", "nothing to decide", "jäv and late"],
)
def test_a_clean_sammanträde_gives_no_findings(protokoll):
    assert findings(protokoll) == ()


def test_findings_come_by_paragraf_and_the_gravest_first():
    protokoll = protokoll_of(
        paragraf_row(62, rubrik="Ny punkt", beslutspunkter=()),
        paragraf_row(59, rubrik="[namn]"),
        närvaro=(*everybody_there(), närvaro_row("p13", roll="ersättare", anmärkning="xxx")),
    )
    found = findings(protokoll)
    assert [(one.nummer, one.severity) for one in found] == [
        (None, Severity.CHECK),
        (59, Severity.CHECK),
        (59, Severity.CHECK),
        (62, Severity.WRONG),
        (62, Severity.CHECK),
        (62, Severity.NOTE),
    ]


def test_a_finding_names_the_row_it_is_about():
    protokoll = one(voteringar=(votering_row("p1 p2", id="v9"),), beslutsgång="Omröstning.")
    finding = only(protokoll, Rule.VOTES_MISSING)
    assert (finding.paragraf_id, finding.place) == ("g59", Place(Part.VOTERING, "v9"))
    assert set(finding.persons) == {f"p{n}" for n in range(3, 13)}


def test_one_contradiction_at_many_paragrafer_is_told_once():
    protokoll = some(59, 60, 61, 63, närvaro=(*everybody_there(), stands_in("p24", "p12", "60–")))
    finding = only(protokoll, Rule.REPLACED)
    assert (finding.nummer, finding.numbers) == (60, (60, 61, 63))
    assert finding_text(finding, protokoll) == (
        "Lars Hed (KD) tjänstgör, men ersätts samtidigt av Åke Ro (KD). Det gäller även §§ 61, 63."
    )


def test_jäv_about_a_punkt_counts_for_that_punkt_only():
    protokoll = protokoll_of(
        paragraf_row(59, jäv=(jäv_row("p7", punkt="2"),)),
        närvaro=but("p8", "p9", "p10", "p11", "p12"),
    )
    finding = only(protokoll, Rule.QUORUM)
    assert finding.words == ("2",)
    assert finding_text(finding, protokoll) == (
        "Nämnden är inte beslutsför vid punkt 2: 6 av 12 tjänstgör, 7 behövs."
    )


def test_somebody_is_not_absent_from_a_sammanträde_without_paragrafer():
    assert findings(some(frånvaro=())) == ()


def test_the_difference_from_the_förslag_is_shown_word_by_word():
    protokoll = with_punkt("Att godkänna planen")
    finding = only(protokoll, Rule.DIFFERS)
    assert finding_text(finding, protokoll).endswith("Att godkänna [– planen] [+ förslaget]")


@pytest.mark.parametrize(
    ("held", "last"),
    [
        (date(2019, 11, 22), date(2019, 12, 6)),
        (date(2018, 6, 12), date(2018, 6, 26)),
        (date(2024, 12, 10), date(2024, 12, 27)),
        (date(2020, 5, 20), date(2020, 6, 3)),
        (date(2026, 3, 27), date(2026, 4, 10)),
    ],
)
def test_the_last_day_for_justering_is_as_in_the_table_of_rules(held, last):
    assert justeras_senast(held) == last


def test_the_days_count_from_the_last_day_of_a_sammanträde_of_two():
    first = some(59).sammanträde
    later = replace(first, dagar=(*first.dagar, replace(first.dagar[0], datum=date(2026, 3, 31))))
    assert not findings(some(59, sammanträde=later), Around(today=date(2026, 4, 14)))
    assert findings(some(59, sammanträde=later), Around(today=date(2026, 4, 15)))


def test_a_justerare_who_left_is_told_for_all_they_were_not_at():
    protokoll = some(
        59, 60, 61, justerare=(for_paragrafer("p3"),),
        närvaro=but("p3", and_=(närvaro_row("p3", "59"),)),
    )  # fmt: skip
    assert only(protokoll, Rule.JUSTERARE_NOT_SERVING).numbers == (60, 61)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((4,), "Punkt 4 «En fråga» är varken behandlad eller struken ur dagordningen."),
        (
            (4, 5, 6, 8),
            "Punkterna 4–6, 8 är varken behandlade eller strukna ur dagordningen.",
        ),
    ],
    ids=["one", "several"],
)
def test_punkter_that_were_not_handled_are_told_together(numbers, text):
    protokoll = protokoll_of(paragraf_row(59), punkter=tuple(map(punkt_row, numbers)))
    assert finding_text(only(protokoll, Rule.UNHANDLED), protokoll) == text
