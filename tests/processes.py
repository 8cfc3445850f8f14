"""Other processes for tests: to be killed, to be short of room, to have fewer rights.

They come from a server that has imported the program already, so that each takes some milliseconds
and carries no threads of the test's.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

_PRELOADED = ["alembic.command", "tests.nämnd.store.programs", "tests.nämnd.bilaga.programs"]
if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(_PRELOADED)
_NOBODY = 65534


def in_child(function: Callable[..., Any], *args: object) -> Any:
    """Run `function` in another process; return what it returns, raise what it raises."""
    with ProcessPoolExecutor(1, mp_context=CONTEXT) as pool:
        return pool.submit(function, *args).result()


@contextmanager
def room_for(size: int) -> Generator[None]:
    """Let no file of this process grow past `size` bytes: to a program this is a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def without_privilege() -> Generator[None]:
    """Be nobody for a while: to root no folder is read-only."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
