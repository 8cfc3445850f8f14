"""Everything that one person is to be reminded of comes in one reminder."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nämnd.bevakning.reminding import by_responsible
from nämnd.bevakning.values import BevakningDraft, BevakningRow, Läge, PåDatum

DAY = date(2026, 4, 1)


def row(key: str, ansvarig: str | None, epost: str | None = None) -> BevakningRow:
    draft = BevakningDraft(key, PåDatum(DAY), ansvarig=ansvarig, ansvarig_epost=epost)
    return BevakningRow(key, "n", draft, DAY, None, 30, Läge.ÖPPEN, "")


def test_one_person_gets_one_reminder_and_they_come_by_name():
    found = by_responsible([row("a", "Åsa Ek"), row("b", "Bo Alm"), row("c", "Åsa  ek")])

    assert [(one.ansvarig, [r.id for r in one.rows]) for one in found] == [
        ("Bo Alm", ["b"]),
        ("Åsa Ek", ["a", "c"]),
    ]


def test_the_address_that_was_said_last_is_used():
    (one,) = by_responsible(
        [row("a", "Bo", "old@region.example"), row("b", "Bo", "new@region.example"), row("c", "Bo")]
    )

    assert one.epost == "new@region.example"


def test_what_nobody_is_responsible_for_is_left_out():
    assert by_responsible([row("a", None), row("b", "")]) == ()


@given(st.lists(st.none() | st.sampled_from(["Anna", "anna ", "Bo", "Öst", ""]), max_size=12))
def test_each_bevakning_with_a_responsible_is_in_exactly_one_reminder(names: list[str | None]):
    rows = [row(str(number), name) for number, name in enumerate(names)]

    told = [one.id for reminder in by_responsible(rows) for one in reminder.rows]

    assert sorted(told) == sorted(one.id for one in rows if one.draft.ansvarig)
