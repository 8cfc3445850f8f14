"""Those who register at the same time get numbers after each other: none twice, none left out."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from nämnd.ärende.queries import diarium as all_of

WRITERS, EACH = 2, 12


def together(work):
    """Let each writer do `work(number)` at the same moment."""
    start = Barrier(WRITERS)

    def run(number):
        start.wait()
        return [work(number) for _ in range(EACH)]

    with ThreadPoolExecutor(WRITERS) as pool:
        return [one for found in pool.map(run, range(WRITERS)) for one in found]


@pytest.mark.parametrize("closed", [0, 3], ids=["empty", "some there"])
def test_two_who_register_ärenden_get_different_dnr(diarium, closed):
    for _ in range(closed):
        diarium.register()
    together(lambda number: diarium.register(f"Från {number}"))
    rows = diarium.store.ask(lambda session: all_of(session, diarium.nämnd_id))
    wanted = [f"VN 2026/{number:04d}" for number in range(1, closed + WRITERS * EACH + 1)]
    assert sorted(row.dnr for row in rows) == wanted


def test_two_who_register_handlingar_in_an_ärende_get_different_numbers(diarium):
    key = diarium.register()
    together(lambda number: diarium.take_in(key, f"Brev {number}", f"Bilaga {number}"))
    rows = diarium.handlingar(key)
    assert [row.löpnr for row in rows] == list(range(1, 2 * WRITERS * EACH + 1))
    for first, second in zip(rows[::2], rows[1::2], strict=True):  # a mail stays together
        assert first.draft.rubrik.split()[1] == second.draft.rubrik.split()[1]
