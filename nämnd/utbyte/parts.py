"""The lists of objects that belong to a sammanträde or to a §: under which key, and of which kind.

Reading, writing and comparing all go by these, so that no list is forgotten by one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.utbyte.objects import (
    AnslagObject,
    AnteckningObject,
    BehovObject,
    BeslutspunktObject,
    BevakningObject,
    BlankettObject,
    DelprojektbeslutObject,
    DelprojektObject,
    DelprojektsatsObject,
    ErsättaresMeningObject,
    FrågaObject,
    FrånvarandeObject,
    FördelningObject,
    HuvudmannabeslutObject,
    JsonObject,
    JusterareObject,
    JusteringObject,
    JävObject,
    NärvaroObject,
    OrdförandeObject,
    ParagrafObject,
    RedovisningObject,
    ReservationObject,
    SpärrdagObject,
    SvarandeObject,
    TabellObject,
    UppföljningsrapportObject,
    UtbyteFile,
    VoteringObject,
    YrkandeObject,
    ÅterrapportObject,
    ÅtgärdObject,
    ÖverenskommelseObject,
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

OF_FOLLOW_UP: dict[type[JsonObject], tuple[Part, ...]] = {
    BevakningObject: (Part("rapporter", ÅterrapportObject),),
    DelprojektObject: (
        Part("beslut", DelprojektbeslutObject),
        Part("åtgärder", ÅtgärdObject),
        Part("behov", BehovObject),
        Part("rapporter", UppföljningsrapportObject),
    ),
    DelprojektbeslutObject: (Part("satser", DelprojektsatsObject),),
    ÖverenskommelseObject: (
        Part("tabeller", TabellObject),
        Part("fördelning", FördelningObject),
        Part("blanketter", BlankettObject),
    ),
    RedovisningObject: (Part("frågor", FrågaObject),),
    FrågaObject: (Part("svarande", SvarandeObject),),
}
"""The lists inside what is followed up, by what they are in."""

FOLLOW_UP = (
    Part("delprojekt", DelprojektObject),
    Part("bevakningar", BevakningObject),
    Part("överenskommelser", ÖverenskommelseObject),
    Part("redovisningar", RedovisningObject),
    Part("spärrdagar", SpärrdagObject),
)
"""The lists of the file itself about what is followed up."""

OWNER: dict[type[JsonObject], str] = {
    ÅterrapportObject: "bevakning_id",
    DelprojektbeslutObject: "delprojekt_id",
    ÅtgärdObject: "delprojekt_id",
    BehovObject: "delprojekt_id",
    UppföljningsrapportObject: "delprojekt_id",
    DelprojektsatsObject: "beslut_id",
    TabellObject: "överenskommelse_id",
    FördelningObject: "tabell_id",
    BlankettObject: "överenskommelse_id",
    FrågaObject: "redovisning_id",
    SvarandeObject: "fråga_id",
}
"""The column that says what an object of `OF_FOLLOW_UP` belongs to."""


def follow_up_in(file: UtbyteFile) -> Iterator[tuple[str, JsonObject]]:
    """Yield path and object of everything that is followed up, owners before what is in them."""
    for part in FOLLOW_UP:
        yield from _inside(part, file, "")


def _inside(part: Part, owner: JsonObject, path: str) -> Iterator[tuple[str, JsonObject]]:
    objects: tuple[JsonObject, ...] = getattr(owner, part.key)
    for place, one in enumerate(objects):
        at = f"{path}{part.key}[{place}]"
        yield at, one
        for inner in OF_FOLLOW_UP.get(part.kind, ()):
            yield from _inside(inner, one, f"{at}.")
