"""What start.py adds to a start when everything is set up: start.py ÷ the program itself.

Run: .venv/bin/python benchmarks/second_start.py. The program is one that ends at once, so that only
the way to it is measured. Both are timed in turn, and the medians are compared.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 41
CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, os.fspath(CHECKOUT))

import start  # noqa: E402 – lies in the folder above


def ready_project(folder: Path) -> Path:
    """Make a project that is set up and whose program does nothing."""
    root = folder.resolve() / "namnd"
    (root / "ui").mkdir(parents=True)
    (root / "ui" / "__main__.py").touch()
    shutil.copy(CHECKOUT / "start.py", root)
    shutil.copy(CHECKOUT / "requirements.lock", root)
    venv.create(root / ".venv", symlinks=os.name != "nt")
    start.link_project(root)
    (root / ".venv" / "namnd-stamp").write_text(start.stamp_of(root), encoding="ascii")
    return root


def milliseconds(command: list[str | Path]) -> float:
    """Return how long `command` takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print one row of a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        root = ready_project(Path(folder))
        direct = [start.python_of(root), "-P", "-m", "ui"]
        through = [start.base_python(), root / "start.py"]
        pairs = [(milliseconds(through), milliseconds(direct)) for _ in range(ROUNDS)]
    added = statistics.median(slow - fast for slow, fast in pairs)
    ratio = statistics.median(slow / fast for slow, fast in pairs)
    print(f"| second start through start.py | + {added:.0f} ms | {ratio:.1f} |")


if __name__ == "__main__":
    main()
