"""Structure trees of many files under one Document. Imports pikepdf: import it late.

Every bilaga becomes a Part with its own tree below. Keys of the parent tree become new ones; roles,
classes and ids that mean something else already get new names in the newcomer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Page, Pdf, Stream, String

from nämnd.paket.roles import STANDARD, Renamed, rename

_KEYS = ("/StructParents", "/StructParent")


@dataclass(slots=True)
class Forest:
    """The trees joined so far."""

    out: Pdf
    document: Object
    parts: list[Object] = field(default_factory=list[Object])
    nums: list[Object | int] = field(default_factory=list[Object | int])
    next_key: int = 0
    roles: dict[str, Object] = field(default_factory=dict[str, Object])
    classes: dict[str, Object] = field(default_factory=dict[str, Object])
    ids: dict[str, Object] = field(default_factory=dict[str, Object])
    namespaces: list[Object] = field(default_factory=list[Object])
    owners: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    def add(self, source: Pdf, pages: Sequence[Page], title: str) -> None:
        """Join the tree of `source`, whose pages and annotations are copied as `pages`."""
        held = source.Root.StructTreeRoot
        tree = self.out.copy_foreign(held if held.is_indirect else source.make_indirect(held))
        parents = dict(NumberTree(tree.ParentTree).items()) if "/ParentTree" in tree else {}
        fresh = {key: self.next_key + at for at, key in enumerate(sorted(parents))}
        shifted = _Shift(self, fresh)
        for page in pages:
            shifted.move(page.obj)
            for one in page.obj.get("/Annots", ()):
                shifted.move(one)
        if shifted.left:
            for page in pages:
                shifted.move_forms(page.obj.get("/Resources"), set())
        part = self._part(source, tree, title)
        self._join_names(tree, part, len(self.parts) + 1)
        self.parts.append(part)
        for key, owner in sorted(parents.items()):
            self.nums += (fresh[key], owner)
        self.next_key += len(fresh)

    def _part(self, source: Pdf, tree: Object, title: str) -> Object:
        part = Dictionary(Type=Name.StructElem, S=Name.Part, P=self.document, T=String(title))
        part = self.out.make_indirect(part)
        language = source.Root.get("/Lang")
        if isinstance(language, String) and str(language):
            part.Lang = language
        kids = [kid for kid in as_list(tree.get("/K")) if isinstance(kid, Dictionary)]
        for kid in kids:
            kid.P = part
            if kid.get("/S") == Name.Document:
                kid.S = Name.Sect
        part.K = Array(kids)
        return part

    def _join_names(self, tree: Object, part: Object, number: int) -> None:
        """Take over roles, classes and ids, under new names where the old ones are taken."""
        roles = {k: v for k, v in _entries(tree.get("/RoleMap")).items() if str(v) != k}
        classes = _entries(tree.get("/ClassMap"))
        ids = dict(NameTree(tree.IDTree).items()) if "/IDTree" in tree else {}
        renamed = Renamed(
            _new_names(_taken_roles(self.roles, roles), number, self.roles.keys() | roles),
            _new_names(
                {k for k, v in classes.items() if _differs(self.classes, k, v)},
                number,
                self.classes.keys() | classes,
            ),
            _new_names({k for k in ids if k in self.ids}, number, self.ids.keys() | ids),
        )
        if renamed:
            rename(part, renamed)
        self.roles.update((renamed.roles.get(k, k), _role(v, renamed)) for k, v in roles.items())
        self.classes.update((renamed.classes.get(k, k), v) for k, v in classes.items())
        self.ids.update((renamed.ids.get(k, k), v) for k, v in ids.items())
        self.namespaces += [
            one for one in as_list(tree.get("/Namespaces")) if isinstance(one, Dictionary)
        ]

    def write(self) -> None:
        """Write the joined tree into the file."""
        self.document.K = Array(self.parts)
        root = self.out.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=self.document))
        self.document.P = root
        root.ParentTree = self.out.make_indirect(Dictionary(Nums=Array(self.nums)))
        root.ParentTreeNextKey = self.next_key
        if self.roles:
            root.RoleMap = Dictionary(self.roles)
        if self.classes:
            root.ClassMap = Dictionary(self.classes)
        if self.ids:
            tree = NameTree.new(self.out)
            for key, element in self.ids.items():
                tree[key] = element
            root.IDTree = tree.obj
        if self.namespaces:
            root.Namespaces = Array(self.namespaces)
        self.out.Root.StructTreeRoot = root
        self.out.Root.MarkInfo = Dictionary(Marked=True)


def new_forest(out: Pdf) -> Forest:
    """Return an empty forest in `out`."""
    document = Dictionary(Type=Name.StructElem, S=Name.Document, Lang=String("sv-SE"))
    return Forest(out, out.make_indirect(document))


@dataclass(slots=True)
class _Shift:
    """Gives the pages, annotations and forms of one file keys that are free."""

    forest: Forest
    fresh: dict[int, int]
    left: set[int] = field(init=False)  # keys whose owner was not seen yet

    def __post_init__(self) -> None:
        self.left = set(self.fresh)

    def move(self, owner: Object) -> None:
        for name in _KEYS:
            key = owner.get(name)
            if isinstance(key, int):
                self.left.discard(key)
                if key in self.fresh:
                    owner[name] = self.fresh[key]
                else:  # it leads nowhere
                    del owner[name]

    def move_forms(self, resources: Object | None, seen: set[tuple[int, int]]) -> None:
        """Move the keys of forms drawn on a page, and in them."""
        for form in _forms(resources):
            if form.objgen in seen or form.objgen in self.forest.owners:
                continue
            seen.add(form.objgen)
            if any(name in form for name in _KEYS):
                self.forest.owners.add(form.objgen)
                self.move(form)
            self.move_forms(form.get("/Resources"), seen)


def _forms(resources: Object | None) -> Iterator[Object]:
    drawn = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if isinstance(drawn, Dictionary):
        yield from (one for one in drawn.values() if isinstance(one, Stream))


def as_list(kids: Object | int | None) -> list[Object | int]:
    """Return what a structure element holds, however it is written."""
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _entries(names: Object | None) -> dict[str, Object]:
    return dict(names.items()) if isinstance(names, Dictionary) else {}


def _taken_roles(known: dict[str, Object], roles: dict[str, Object]) -> set[str]:
    """Return the roles that mean something else already, by themselves or by what they stand for.

    A standard role with another meaning counts as well: it would mean that for all.
    """
    taken = {k for k, v in roles.items() if k in STANDARD or _differs(known, k, v)}
    while more := {k for k, v in roles.items() if str(v) in taken and k in known} - taken:
        taken |= more
    return taken


def _new_names(taken: set[str], number: int, known: set[str]) -> dict[str, str]:
    """Return a name that is not `known` for each that is taken."""
    names: dict[str, str] = {}
    for name in sorted(taken):
        new = f"{name}_{number}"
        while new in known:
            new += "_"
        names[name] = new
    return names


def _differs(known: dict[str, Object], name: str, value: Object) -> bool:
    return name in known and known[name] != value


def _role(target: Object, renamed: Renamed) -> Object:
    new = renamed.roles.get(str(target))
    return Name(new) if new else target
