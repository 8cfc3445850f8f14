"""Room for deep files: a thread with a large stack.

The PDF library follows references by recursion, and a hostile file can chain so many objects that
the ordinary stack ends, and the process with it. With this stack the longest chain that a file of
at most `MOST_OBJECTS` objects can hold goes through (measured: 500 000 in a chain).
"""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")
MOST_OBJECTS = 500_000
_STACK = 512 << 20  # bytes of address space; memory is used only as far as the stack grows


class Call(Protocol):
    """Runs a function in the thread and returns its result."""

    def __call__(self, function: Callable[..., T], *args: object) -> T:
        """Run it."""
        ...


@contextmanager
def deep_stack() -> Generator[Call]:
    """Give a way to call functions with a large stack."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        usual = threading.stack_size(_STACK)
        try:
            pool.submit(int).result()  # the thread starts here, with the size it keeps
        finally:
            threading.stack_size(usual)

        def call(function: Callable[..., T], *args: object) -> T:
            return pool.submit(function, *args).result()

        yield call
