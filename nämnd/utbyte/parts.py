"""The lists of objects that belong to a sammanträde or to a §: under which key, and of which kind.

Reading, writing and comparing all go by these, so that no list is forgotten by one of them.
"""

from dataclasses import dataclass

from nämnd.utbyte.objects import (
    AnslagObject,
    AnteckningObject,
    BeslutspunktObject,
    ErsättaresMeningObject,
    FrånvarandeObject,
    HuvudmannabeslutObject,
    JsonObject,
    JusterareObject,
    JusteringObject,
    JävObject,
    NärvaroObject,
    OrdförandeObject,
    ParagrafObject,
    ReservationObject,
    VoteringObject,
    YrkandeObject,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A list. `slag`: of its rows, where one table has several lists."""

    key: str
    kind: type[JsonObject]
    slag: str | None = None


OF_SAMMANTRÄDE = (
    Part("närvaro", NärvaroObject),
    Part("frånvarande", FrånvarandeObject),
    Part("ordförande", OrdförandeObject),
    Part("justerare", JusterareObject),
    Part("paragrafer", ParagrafObject),
    Part("justeringar", JusteringObject),
    Part("anslag", AnslagObject),
)
"""In the order of the format."""

OF_PARAGRAF = (
    Part("beslutspunkter", BeslutspunktObject),
    Part("yrkanden", YrkandeObject),
    Part("voteringar", VoteringObject),
    Part("jäv", JävObject),
    Part("reservationer", ReservationObject),
    Part("protokollsanteckningar", AnteckningObject, "protokollsanteckning"),
    Part("särskilda_yttranden", AnteckningObject, "särskilt yttrande"),
    Part("ersättares_mening", ErsättaresMeningObject, "ersättares mening"),
    Part("huvudmannabeslut", HuvudmannabeslutObject),
)

OF_DELEGATIONSPROTOKOLL = (Part("anslag", AnslagObject),)
"""A protokoll of delegationsbeslut is announced like a justering."""
