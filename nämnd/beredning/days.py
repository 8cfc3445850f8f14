"""When a sammanträde is, as a part of other questions."""

from datetime import date

from sqlalchemy import ScalarSelect, func, select

from nämnd.tables import Sammanträde, Sammanträdesdag


def first_day() -> ScalarSelect[date]:
    """Return the first day of the sammanträde that the question around it is about."""
    return (
        select(func.min(Sammanträdesdag.datum))
        .where(Sammanträdesdag.sammanträde_id == Sammanträde.id)
        .correlate(Sammanträde)
        .scalar_subquery()
    )
