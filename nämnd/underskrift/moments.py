"""Times as a user's clock shows them, and as certificates hold them."""

from datetime import UTC, datetime


def local(moment: datetime) -> datetime:
    """Return `moment` as the clock on the wall shows it, without its zone.

    «No end» in a certificate is the last second of 9999 (RFC 5280, 4.1.2.5), which is after the
    last moment that can be counted here: that one stays as it is.
    """
    try:
        return moment.astimezone().replace(tzinfo=None)
    except OverflowError:
        return moment.replace(tzinfo=None)


def universal(moment: datetime) -> datetime:
    """Return `moment` in UTC. One without a zone is local time."""
    return moment.astimezone(UTC)
