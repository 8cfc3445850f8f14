"""How far the words of files could be read, for the pages that list them."""

import sqlite3
from collections.abc import Sequence

from nämnd.core.progress import Progress, Work
from nämnd.filtext.values import TextState
from nämnd.store import Place
from nämnd.sök.catching_up import file_state
from nämnd.sök.errors import SökUnavailableError
from nämnd.sök.index import open_index


def states_of(place: Place, sha256s: Sequence[str]) -> Work[dict[str, TextState]]:
    """Return the state of each file that is read; none when there is no index that can be asked.

    It is only a remark in a list: an index that is damaged or busy is no reason to say anything.
    """
    yield Progress(0, 1)
    try:
        index = open_index(place)
    except SökUnavailableError:
        return {}
    try:
        return file_state(index, sha256s)
    except sqlite3.Error:
        return {}
    finally:
        index.close()
