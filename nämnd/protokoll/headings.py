"""The headings of a § and the orders in which nämnder have them.

Source: PRACTICE.md section 3: the shared skeleton, Region Skåne (A), Region Kronoberg (B),
Göteborg (I).
"""

RUBRIKER = (
    "Beslut",
    "Sammanfattning",
    "Beslutsunderlag",
    "Tidigare behandling",
    "Yrkanden",
    "Beslutsgång",
    "Omröstning",
    "Jäv",
    "Reservation",
    "Särskilt yttrande",
    "Protokollsanteckning",
    "Anmälningar",
    "Justering",
    "Expedieras till",
)
"""Every part of a §, in the shared order. A nämnd's `rubrikordning` is these in its own order; one
that it leaves out comes last, so that nothing the law wants can get lost."""

PRESETS: dict[str, tuple[str, ...]] = {
    "Gemensam grund": RUBRIKER,
    "Region Skåne": (
        "Beslut", "Reservation", "Särskilt yttrande", "Protokollsanteckning", "Jäv",
        "Sammanfattning", "Beslutsunderlag", "Tidigare behandling", "Anmälningar", "Yrkanden",
        "Beslutsgång", "Omröstning", "Justering", "Expedieras till",
    ),
    "Region Kronoberg": (
        "Sammanfattning", "Beslutsunderlag", "Tidigare behandling", "Anmälningar", "Jäv",
        "Yrkanden", "Beslutsgång", "Omröstning", "Beslut", "Reservation", "Särskilt yttrande",
        "Protokollsanteckning", "Justering", "Expedieras till",
    ),
    "Göteborg": (
        "Beslut", "Justering", "Tidigare behandling", "Beslutsunderlag", "Sammanfattning",
        "Anmälningar", "Yrkanden", "Beslutsgång", "Omröstning", "Jäv", "Protokollsanteckning",
        "Särskilt yttrande", "Reservation", "Expedieras till",
    ),
}  # fmt: skip
"""Orders seen in the bodies, by name."""


def in_order(rubrikordning: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return every part with the name that is printed, in the nämnd's order.

    An entry is a part («Sammanfattning») or a part with a name of its own («Sammanfattning =
    Ärendebeskrivning»). Parts that are not named come last; words that are no part are left out.
    """
    names: dict[str, str] = {}
    for entry in rubrikordning:
        part, _, own = (word.strip() for word in entry.partition("="))
        if part in RUBRIKER:
            names.setdefault(part, own or part)
    return tuple((names | {part: part for part in RUBRIKER if part not in names}).items())
