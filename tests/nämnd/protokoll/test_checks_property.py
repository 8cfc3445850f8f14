"""The checks hold for any protokoll at all."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämnd.finding_messages import finding_text, where
from nämnd.protokoll.checks import Around, findings
from nämnd.protokoll.differences import Paper, differences
from nämnd.protokoll.findings import Rule
from tests.nämnd.protokoll.fault_making import one
from tests.nämnd.protokoll.generated import protokoll
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of

AROUND = st.builds(
    Around,
    numbers=st.dictionaries(st.integers(50, 62), st.just(date(2026, 1, 30)), max_size=3),
    register=st.just(frozenset({("Karl Ny", "S"), ("Eva Ek", None)})),
    today=st.sampled_from([None, date(2026, 4, 1), date(2026, 6, 1)]),
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@SLOW
@given(protokoll(), AROUND)
def test_any_protokoll_can_be_checked_and_every_finding_told(given_, around):
    found = findings(given_, around)
    for finding in found:
        assert finding_text(finding, given_).strip()
        assert where(finding, given_)
        assert finding.källa


@SLOW
@given(protokoll(), AROUND)
def test_findings_stand_in_order_and_point_at_what_is_there(given_, around):
    found = findings(given_, around)
    places = [(-1 if one.nummer is None else one.nummer, one.severity) for one in found]
    assert places == sorted(places)
    ids = {one.id: one.nummer for one in given_.paragrafer}
    assert all(one.paragraf_id is None or one.paragraf_id in ids for one in found)


@SLOW
@given(protokoll())
def test_a_difference_is_one_and_says_between_what(given_):
    for one_ in differences(given_):
        assert any(sats.changed for sats in one_.satser)
        assert one_.was is not one_.now
        assert (one_.now is Paper.BESLUT) <= (one_.paragraf_id is not None)


@given(st.integers(1, 9), st.integers(1, 900))
def test_any_number_of_plain_paragrafer_is_clean(count, first):
    rows = [paragraf_row(first + n) for n in range(count)]
    assert findings(protokoll_of(*rows)) == ()


@given(TEXTS, TEXTS)
def test_no_text_keeps_the_checks_from_their_work(text, other):
    made = one(
        sammanfattning=text,
        beslutsgång=other,
        rubrik=text,
        beslutspunkter=(beslutspunkt_row(text), beslutspunkt_row(other, id="d2")),
    )
    assert {finding.rule for finding in findings(made)} <= {
        Rule.PLACEHOLDER,
        Rule.UNKNOWN_NAME,
        Rule.MISSPELT_NAME,
        Rule.NAME_WITH_OTHER_PARTY,
        Rule.NO_UTFALL,
        Rule.NO_ADDRESSEE,
    }
