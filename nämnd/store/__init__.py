"""The open database: the only place where a transaction begins, commits or rolls back."""

from typing import TYPE_CHECKING

from nämnd.store.place import Place, default_place, place_of

if TYPE_CHECKING:
    from nämnd.store.store import Store

__all__ = ["Place", "Store", "default_place", "place_of"]


def __getattr__(name: str) -> object:
    """Import Store when it is first asked for: it brings SQLAlchemy, which takes a while."""
    if name == "Store":
        from nämnd.store.store import Store

        return Store
    raise AttributeError(name)
