"""Measuring by ratio: every variant in every round, in a new order each time.

Two runs on two days can't be compared; two variants in one round can. So each variant is divided
by the floor measured in the same round, and the median of these ratios is what counts.
"""

import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

Seconds = list[float]


def interleave(
    variants: Mapping[str, Callable[[], object]], *, rounds: int = 21, warm: int = 2
) -> dict[str, Seconds]:
    """Run every variant once in each round; return the seconds of each, round by round."""
    order = random.Random(1)  # noqa: S311 - the same order in every run
    measured: dict[str, Seconds] = {name: [] for name in variants}
    for number in range(-warm, rounds):
        names = list(variants)
        order.shuffle(names)
        for name in names:
            seconds = _timed(variants[name])
            if number >= 0:
                measured[name].append(seconds)
    return measured


def ratio(measured: Mapping[str, Seconds], name: str, floor: str) -> float:
    """Return the median of `name` ÷ `floor`, round by round."""
    pairs = zip(measured[name], measured[floor], strict=True)
    return statistics.median(one / other for one, other in pairs)


def table(measured: Mapping[str, Seconds], floor: str) -> str:
    """Return a Markdown table: median and quartiles in milliseconds, and the ratio to `floor`."""
    rows = ["| | median ms | quartiles ms | ÷ floor |", "|---|---:|---:|---:|"]
    for name, seconds in measured.items():
        low, high = _quartiles(seconds)
        rows.append(
            f"| {name} | {1000 * statistics.median(seconds):.1f} "
            f"| {1000 * low:.1f}–{1000 * high:.1f} | {ratio(measured, name, floor):.2f} |"
        )
    return "\n".join(rows)


def _quartiles(seconds: Sequence[float]) -> tuple[float, float]:
    low, _, high = statistics.quantiles(seconds, n=4)
    return low, high


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
