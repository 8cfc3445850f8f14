"""Yrkanden and §§ with a förslag, for tests of the order of propositions."""

from tests.builders import punkt_row
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of, yrkande_row


def bifall(key, *av, **facts):
    text = facts.pop("text", "bifall till ordförandens förslag")
    return yrkande_row(key, *av, text=text, slag=("bifall",), **facts)


def avslag(key, *av, **facts):
    return yrkande_row(key, *av, text="avslag på ordförandens förslag", slag=("avslag",), **facts)


def ändring(key, *av, text="att höja summan", **facts):
    return yrkande_row(key, *av, text=text, slag=("ändring",), **facts)


def tillägg(key, *av, text="att följa upp beslutet", **facts):
    return yrkande_row(key, *av, text=text, slag=("tillägg",), **facts)


def återremiss(key, *av, text="att ärendet återremitteras", **facts):
    return yrkande_row(key, *av, text=text, slag=("återremiss",), **facts)


def bordläggning(key, *av, **facts):
    text = "att ärendet bordläggs till nästa sammanträde"
    return yrkande_row(key, *av, text=text, slag=("bordläggning",), **facts)


def namnförslag(key, *av, text="Elsa Lind (L)", **facts):
    return yrkande_row(key, *av, text=text, slag=("namnförslag",), **facts)


def matter(*yrkanden, satser=("Att godkänna rapporten",), **facts):
    """Return a protokoll with one § about a punkt with these satser, and the §."""
    slag = facts.pop("punktslag", "beslut")
    punkt = punkt_row(4, förslag=satser, slag=slag)
    rows = tuple(
        beslutspunkt_row(text, id=f"d{n}", nummer=str(n), utfall=None)
        for n, text in enumerate(satser, start=1)
    )
    values = {"punkt_id": "k4", "yrkanden": yrkanden, "beslutspunkter": rows, "klar": False}
    paragraf = paragraf_row(62, **(values | facts))
    return protokoll_of(paragraf, punkter=(punkt,)), paragraf
