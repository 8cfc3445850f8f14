"""Years to draw, and what must hold of every drawing."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import strategies as st

from nämnd.årsplan.picture import Paper, Picture, Words
from nämnd.årsplan.values import Slag, Årspost

ÅR = 2024  # a leap year


def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - as `Measure` is
    """Every character is as wide: good enough to lay out by."""
    return len(text) * size * (0.55 if bold else 0.5)


def paper(width: float = 900, unit: float = 1, height: float = 640) -> Paper:
    return Paper(width, unit, measure, height)


POSTER = st.lists(
    st.builds(
        Årspost,
        slag=st.sampled_from(list(Slag)),
        dag=st.dates(date(ÅR, 1, 1), date(ÅR, 12, 31)),
        text=st.text(alphabet="abcåäö MNW", min_size=1, max_size=60),
        key=st.just("k"),
        sen=st.booleans(),
        klar=st.booleans(),
        förverkande=st.booleans(),
        sammanträde_id=st.sampled_from((None, "a", "b")),
    ),
    max_size=45,
)


def real_year(år: int = 2019) -> list[Årspost]:
    """Return the year of the design, with four sammanträden and what belongs to them."""
    found: list[Årspost] = []
    for n, (month, day) in enumerate(((2, 8), (5, 24), (9, 20), (11, 22)), start=1):
        first = date(år, month, day)
        key = f"s{n}"
        found += [
            Årspost(Slag.SAMMANTRÄDE, first, f"Sammanträde {n}", key, sammanträde_id=key),
            Årspost(
                Slag.MÖTESFRIST,
                first - timedelta(21),
                f"Stoppdag, sammanträde {n}",
                key,
                sammanträde_id=key,
            ),
            Årspost(
                Slag.KALLELSE,
                first - timedelta(7),
                f"Kallelse ut senast, sammanträde {n}",
                key,
                sammanträde_id=key,
            ),
        ]
    found += [
        Årspost(Slag.BEVAKNING, date(år, 12, 1), "Rekvisition", "b1", förverkande=True),
        Årspost(Slag.BEVAKNING, date(år, 5, 31), "Handlingsplan", "b2", sen=True),
        Årspost(Slag.ÅTERKOMMANDE, date(år, 9, 30), "Delredovisning", "b3"),
        Årspost(Slag.SPÄRRDAG, date(år, 2, 20), "Region Skåne, fullmäktige", "x"),
    ]
    return found


def check(drawn: Picture, given_: int) -> None:
    """Hold every drawing to what it promises."""
    assert [one.number for one in drawn.spots] == sorted({one.number for one in drawn.spots})
    assert len(drawn.spots) == given_, "every post can be found, clicked and walked to"
    labels = [one.label for one in drawn.spots if one.label is not None]
    for one, other in combinations(labels, 2):
        assert not one.meets(other), "no two labels overlap"
    for one in labels:
        assert one.x >= -1
        assert one.x + one.width <= drawn.width + 1, "no label is cut off"
        assert one.y >= -1
        assert one.y + one.height <= drawn.height + 1
    for shape in drawn.shapes:
        if isinstance(shape, Words):
            assert shape.x + measure(shape.text, shape.size, shape.bold) <= drawn.width + 1
