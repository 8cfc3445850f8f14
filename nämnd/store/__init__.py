"""The open database: the only place where a transaction begins, commits or rolls back."""

from nämnd.store.place import Place, default_place, place_of
from nämnd.store.store import Store

__all__ = ["Place", "Store", "default_place", "place_of"]
