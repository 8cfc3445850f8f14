"""Whether a PDF really is PDF/A. Imports the validator: import it late."""

import re
from pathlib import Path

_PART = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*([1-4])")
_LEVEL = re.compile(rb"pdfaid:conformance\s*(?:=\s*[\"']|>)\s*([ABUabu])")
_CHECKED = {"1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u"}
_LARGEST = 200 << 20  # bytes: a larger file is not looked into


def conformance(path: Path) -> str | None:
    """Return what a PDF is found to be: «PDF/A-1a». None: it is not PDF/A, whatever it says.

    The file says which part and level it follows; a validator is then asked whether that is so.
    """
    import page

    data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    claimed = _claimed(data)
    if claimed is None:
        return None
    try:
        report = page.validate_pdf_bytes(data, profile=claimed)
    except page.PageError:  # damaged, or beyond the validator's limits
        return None
    return f"PDF/A-{claimed}" if not report.failures else None


def _claimed(data: bytes) -> str | None:
    """Return «1a» of a file whose metadata say so. PDF/A has its metadata in plain text."""
    part, level = _PART.search(data), _LEVEL.search(data)
    if part is None or level is None:
        return None
    found = (part[1] + level[1].lower()).decode()
    return found if found in _CHECKED else None
