"""How a nämnd writes a §: «§ 62», «65/18». Pure."""

from datetime import date

_PLAIN = "§ {nr}"
_CENTURY = 100


def written(form: str, nummer: int, day: date | None) -> str:
    """Return a § in the nämnd's form, which may name {nr} and {år} (two digits).

    A form that can't be filled is passed over.
    """
    year = day.year % _CENTURY if day else 0
    try:
        return form.format(nr=nummer, år=year)
    except (ValueError, LookupError, AttributeError):
        return _PLAIN.format(nr=nummer)
