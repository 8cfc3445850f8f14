"""Programs to be killed, and to work at the same time. They run in processes of their own."""

import time

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.sök.catching_up import catch_up
from nämnd.sök.index import open_index
from tests.nämnd.store.programs import opened


def catch_up_slowly(path, link, slow):
    """Catch up, saying every step; wait `slow` seconds in each."""
    store = opened(path, read_only=True)
    link.send("begun")
    for _ in catch_up(store, FileStore(store.place.files), open_index(store.place)):
        link.send("step")
        time.sleep(slow)
    link.send("done")


def catch_up_until_told(path, link):
    """Catch up again and again until something comes over `link`; then say how often."""
    store, times = opened(path, read_only=True), 0
    index = open_index(store.place)
    while not link.poll():
        finish(catch_up(store, FileStore(store.place.files), index))
        times += 1
    link.send(times)
