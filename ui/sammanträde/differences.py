"""Which punkt to show after a change. Pure."""

from dataclasses import replace

from nämnd.sammanträde.dagordning import Dagordning, PunktRow


def shown_after(before: Dagordning | None, now: Dagordning, shown: str | None) -> str | None:
    """Return the id of the punkt to show when `before` has become `now`.

    The one that is shown stays, unless it is gone or the change was about others only: an undo in
    another punkt is shown where it happens.
    """
    ids = [one.id for one in now.punkter]
    if before is None or not ids:
        return None
    changed = _changed(before, now)
    if shown in ids:
        return changed[0] if changed and shown not in changed else None
    if changed:
        return changed[0]
    places = [one.id for one in before.punkter]
    at = places.index(shown) if shown in places else 0
    return ids[min(at, len(ids) - 1)]


def _changed(before: Dagordning, now: Dagordning) -> list[str]:
    """Return the punkter that are new or say something else; numbers only follow the order."""
    old = {one.id: _plain(one) for one in before.punkter}
    return [one.id for one in now.punkter if old.get(one.id) != _plain(one)]


def _plain(punkt: PunktRow) -> PunktRow:
    bilagor = tuple(replace(one, beteckning="") for one in punkt.bilagor)
    return replace(punkt, nummer=0, bilagor=bilagor)
