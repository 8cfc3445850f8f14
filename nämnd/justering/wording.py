"""How a set of §§ is named, and what is said of an answer, where several places say it."""

from collections.abc import Collection

from nämnd.core import paragrafer
from nämnd.core.swedish import listed


def which(text: str | None) -> str:
    """Return «§§ 59–74», «§ 62»; «» for all §§ of the sammanträde."""
    chosen = paragrafer.read(text)
    if not chosen.text:
        return ""
    (first, *more) = chosen.spans
    return f"§§ {chosen.text}" if more or first.first != first.last else f"§ {chosen.text}"


def taking(name: str, also: Collection[str]) -> str:
    """Return what the log says of an answer that is read in from the file `name`.

    `also`: others for whom the certificate is noted that proves it.
    """
    said = f"läs in svaret {name}"
    return f"{said} (certifikatet är också antecknat för {listed(also)})" if also else said


def shared_text(namn: str, also: Collection[str]) -> str:
    """Return what the secretary does about a certificate that is noted for others too."""
    return (
        f"Certifikatet är också antecknat för {listed(also)}. Ett gemensamt certifikat är i sin "
        f"ordning; är det inte gemensamt, fråga {namn} hur svaret kom till."
    )
