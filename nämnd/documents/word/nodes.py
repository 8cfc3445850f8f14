"""The XML under python-docx, with types: what it has no functions for is written here.

python-docx and lxml carry no types for this; the rest of the package sees only `Node`.
"""
# ruff: noqa: D102  lxml documents these

from collections.abc import Iterator, MutableMapping
from typing import Protocol, cast

from docx.oxml import OxmlElement  # pyright: ignore[reportUnknownVariableType]  untyped
from docx.oxml.ns import qn

_OWN = "_element"  # where every object of python-docx keeps its XML; there is no public way

__all__ = ["Node", "drop", "new", "node_of", "qn"]


class Node(Protocol):
    """An element of lxml, as far as this package uses it."""

    tag: str
    text: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]: ...

    def get(self, key: str, default: str = "") -> str: ...

    def set(self, key: str, value: str) -> None: ...

    def find(self, path: str) -> "Node | None": ...

    def findall(self, path: str) -> "list[Node]": ...

    def iter(self, tag: str | None = None) -> "Iterator[Node]": ...

    def append(self, child: "Node") -> None: ...

    def insert(self, index: int, child: "Node") -> None: ...

    def remove(self, child: "Node") -> None: ...

    def addnext(self, other: "Node") -> None: ...

    def addprevious(self, other: "Node") -> None: ...

    def getparent(self) -> "Node | None": ...

    def __iter__(self) -> "Iterator[Node]": ...

    def __len__(self) -> int: ...


def new(tag: str, **attributes: str) -> Node:
    """Return a new element: `new("w:numId", val="7")`."""
    node = cast("Node", OxmlElement(tag))
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    return node


def node_of(thing: object) -> Node:
    """Return the XML of a paragraph, run, table, row, style, header or part of python-docx."""
    return cast("Node", getattr(thing, _OWN))


def drop(node: Node) -> None:
    """Take `node` out of its document."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
