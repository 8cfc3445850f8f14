"""New names for roles, classes and ids of a structure tree. Imports pikepdf: import it late."""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Stream, String

# ISO 32000-1, 14.8.4. A file that gives one of these another meaning must not do so for others.
STANDARD = frozenset(
    {
        "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI",
        "/Index", "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6",
        "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot",
        "/Span", "/Quote", "/Note", "/Reference", "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby",
        "/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure", "/Formula", "/Form",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Renamed:
    """Old names to new ones; empty means that nothing is renamed."""

    roles: dict[str, str]
    classes: dict[str, str]
    ids: dict[str, str]

    def __bool__(self) -> bool:
        """Tell whether anything gets a new name."""
        return bool(self.roles or self.classes or self.ids)


def rename(top: Object, names: Renamed) -> None:
    """Give every element under `top` its new names."""
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        _rename_one(element, names)
        kids = element.get("/K")
        kids = list(kids) if isinstance(kids, Array) else [kids]
        waiting += [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def _rename_one(element: Object, names: Renamed) -> None:
    role = names.roles.get(str(element.get("/S")))
    if role and "/NS" not in element:
        element.S = Name(role)
    if "/C" in element and names.classes:
        element.C = _classes(element.C, names.classes)
    if "/ID" in element:
        element.ID = _id(element.ID, names.ids)
    if names.ids:
        for attributes in _attributes(element):
            if isinstance(attributes.get("/Headers"), Array):
                attributes.Headers = Array([_id(one, names.ids) for one in attributes.Headers])


def _classes(held: Object, names: dict[str, str]) -> Object:
    if isinstance(held, Array):
        return Array([_classes(one, names) if isinstance(one, Name) else one for one in held])
    return Name(names[str(held)]) if str(held) in names else held


def _id(held: Object, names: dict[str, str]) -> Object:
    return String(names[str(held)]) if str(held) in names else held


def _attributes(element: Object) -> list[Object]:
    held = element.get("/A")
    several = list(held) if isinstance(held, Array) else [held]
    return [one for one in several if isinstance(one, Dictionary | Stream)]
