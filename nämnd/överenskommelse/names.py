"""Whether two names mean the same region: «Skåne», «Region Skåne», «Skåne län», «Hallands län».

Source: how the real överenskommelser write their recipients (bilaga 1 of 2017, bilaga 2–4 of 2020,
and Socialstyrelsens of 2018).
"""

import re

from nämnd.organisation.rules import one_line

_KIND = re.compile(
    r"\b(?:region(?:en)?|landsting(?:et)?|läns?|länets?|kommun(?:en)?|i|rss)\b|regionen\b|[^\w\s]"
)
_MARK = re.compile(r"\(?\b\d{1,2}\)|[¹²³⁴-⁹]")
_SAME = {"sörmland": "södermanland", "jämtland härjedalen": "jämtland", "vg": "västra götaland"}
_SHORTEST_GENITIVE = 5  # letters of a word whose last s may be a genitive


def recipient_key(name: str) -> str:
    """Return what is the same for each way to write a region; empty when nothing is left of it.

    Marks of footnotes are left out: «Region Skåne 1)», «Region Skåne²».
    """
    words = _KIND.sub(" ", _MARK.sub(" ", one_line(name).casefold())).split()
    key = " ".join(map(_nominative, words))
    return _SAME.get(key, key)


def _nominative(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) >= _SHORTEST_GENITIVE else word


REGIONS = frozenset(
    map(
        recipient_key,
        (
            "Stockholm", "Uppsala", "Sörmland", "Östergötland", "Jönköping", "Kronoberg", "Kalmar",
            "Gotland", "Blekinge", "Skåne", "Halland", "Västra Götaland", "Värmland", "Örebro",
            "Västmanland", "Dalarna", "Gävleborg", "Västernorrland", "Jämtland", "Västerbotten",
            "Norrbotten",
        ),
    )
)  # fmt: skip
"""The keys of the 21 regions."""
