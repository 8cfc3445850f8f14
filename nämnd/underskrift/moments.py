"""Times as a user's clock shows them, and as certificates hold them."""

from datetime import UTC, datetime


def local(moment: datetime) -> datetime:
    """Return `moment` as the clock on the wall shows it, without its zone."""
    return moment.astimezone().replace(tzinfo=None)


def universal(moment: datetime) -> datetime:
    """Return `moment` in UTC. One without a zone is local time."""
    return moment.astimezone(UTC)
