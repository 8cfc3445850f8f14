"""The first page must be painted before anything heavy is imported."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TOOLKIT = sorted(path.stem for path in (ROOT / "ui" / "toolkit").glob("[a-z]*.py"))
ASK = f"""
import sys
for name in {TOOLKIT}:
    __import__("ui.toolkit." + name)
heavy = ("sqlalchemy", "PySide6.QtSvg", "PySide6.QtPdf", "PySide6.QtPrintSupport", "markdown_it",
    "reportlab", "docx", "pikepdf", "lxml", "PIL")
print([name for name in heavy if name in sys.modules])
"""


def test_the_toolkit_imports_nothing_heavy():
    done = subprocess.run(  # noqa: S603 - our own Python and words
        [sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
