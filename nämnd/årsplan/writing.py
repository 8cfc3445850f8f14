"""The days counted from each sammanträde, as the nämnd keeps them."""

from collections.abc import Iterable, Mapping

from nämnd.bevakning.values import Dagslag
from nämnd.årsplan.values import Mötesfrist

_WORKDAYS = "arbetsdagar"
MOST = 366  # days; more is a mistake in a file from elsewhere


def read_mötesfrister(kept: Iterable[Mapping[str, object]]) -> tuple[Mötesfrist, ...]:
    """Return them in order; what is no such day is left out."""
    found = (_read(one) for one in kept)
    return tuple(one for one in found if one is not None)


def _read(kept: Mapping[str, object]) -> Mötesfrist | None:
    vad, dagar = str(kept.get("vad") or "").strip(), kept.get("dagar")
    if not vad or not isinstance(dagar, int) or abs(dagar) > MOST:
        return None
    return Mötesfrist(vad, dagar, dagslag(str(kept.get("slag"))))


def written(one: Mötesfrist) -> dict[str, object]:
    """Return it as it is kept."""
    return {"vad": one.vad.strip(), "dagar": one.dagar, "slag": dagslag(one.slag)}


def dagslag(text: str) -> Dagslag:
    """Return «arbetsdagar» or, for anything else, «kalenderdagar»."""
    return "arbetsdagar" if text == _WORKDAYS else "kalenderdagar"
