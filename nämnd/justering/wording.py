"""How a set of §§ is named where something is said of it."""

from nämnd.core import paragrafer


def which(text: str | None) -> str:
    """Return «§§ 59–74», «§ 62»; «» for all §§ of the sammanträde."""
    chosen = paragrafer.read(text)
    if not chosen.text:
        return ""
    (first, *more) = chosen.spans
    return f"§§ {chosen.text}" if more or first.first != first.last else f"§ {chosen.text}"
