"""What stands in which report, whatever was written and in whatever order."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.richtext import plain_text
from nämnd.delprojekt.prefill import background
from nämnd.delprojekt.rules import grouped, in_rapport
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    DelprojektView,
    RapportDraft,
    RapportRow,
    Sats,
    ÅtgärdRow,
)
from nämnd.organisation.rules import one_line

REPORTS = st.integers(0, 5)
PLACES = st.lists(st.one_of(st.none(), st.integers(1, 5)), max_size=12)
LEVELS = st.lists(st.integers(1, 2), max_size=20)
TEXTS = st.text(min_size=1).map(one_line).filter(bool)  # as an att-sats is kept


def view(reports: int, places: list[int | None], *, registered: int = 0) -> DelprojektView:
    """Return a delprojekt with so many reports, the first ones registered, and rows in them."""
    known = {f"r{number}" for number in range(1, reports + 1)}

    def of(place: int | None) -> str | None:
        return f"r{place}" if f"r{place}" in known else None

    rows = tuple(ÅtgärdRow(f"å{at}", "x", rapport_id=of(one)) for at, one in enumerate(places))
    needs = tuple(BehovRow(f"n{at}", "x", of(one)) for at, one in enumerate(places))
    return DelprojektView(
        "d", "n", DelprojektDraft(1, "x", åtgärder=rows, behov=needs), None, None,
        tuple(
            RapportRow(f"r{number}", number, RapportDraft(),
                       rapport_handling_id="h" if number <= registered else None)
            for number in range(1, reports + 1)
        ),
    )  # fmt: skip


@given(REPORTS, PLACES)
def test_nothing_is_forgotten_from_one_report_to_the_next(reports, places):
    one = view(reports, places)
    told = [{row.id for row in in_rapport(one, row.id).åtgärder} for row in one.rapporter]
    assert all(before <= after for before, after in itertools.pairwise(told))


@given(REPORTS, PLACES)
def test_everything_is_news_in_one_report_and_never_in_the_first(reports, places):
    one = view(reports, places)
    marked = [in_rapport(one, row.id).marked for row in one.rapporter]
    assert marked[:1] in ([], [frozenset()])
    assert sum(map(len, marked)) == len(frozenset().union(*marked))


@given(st.integers(1, 5), PLACES)
def test_the_next_report_tells_all_there_is(reports, places):
    one = view(reports, places, registered=reports)
    told = in_rapport(one, "")
    assert told.åtgärder == one.draft.åtgärder
    assert told.behov == one.draft.behov
    loose = {row.id for row in (*told.åtgärder, *told.behov) if row.rapport_id is None}
    assert told.marked == loose


@given(st.integers(1, 5), PLACES)
def test_what_came_after_it_was_registered_is_in_no_report(reports, places):
    one = view(reports, places, registered=reports)
    told = in_rapport(one, f"r{reports}")
    assert all(row.rapport_id is not None for row in (*told.åtgärder, *told.behov))


@given(LEVELS)
def test_each_group_is_one_åtgärd_with_those_under_it(levels):
    rows = [ÅtgärdRow(str(at), "x", nivå=nivå) for at, nivå in enumerate(levels)]
    groups = grouped(rows)
    assert [one for group in groups for one in group] == rows
    assert all(one.nivå > 1 for group in groups for one in group[1:])
    assert sum(one.nivå == 1 for one in rows[1:]) + bool(rows) == len(groups)


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_background_has_every_att_sats_as_it_was_decided(texts):
    beslut = Beslut("b", date(2018, 6, 7), tuple(Sats(one, one) for one in texts))
    said = "".join(plain_text(background("Nämnden", [beslut], None)).split())
    assert all("".join(one.split()) in said for one in texts)
