"""Pack the parts in templates/<name>/ into templates/<name>.docx: same parts, same bytes.

    python -m templates.make_templates

A part that a template lacks (styles, numbering …) is that of kallelse. A test compares the packed
files with their parts. A nämnd changes looks in a copy, in Word.
"""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
BASE = "kallelse"
NAMES = (BASE, "protokoll")
FIRST = "[Content_Types].xml"  # where readers look for it
EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(name: str) -> bytes:
    """Return the parts of the template `name` as a Word file."""
    parts = _parts(HERE / BASE) | _parts(HERE / name)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(parts, key=_order):
            archive.writestr(_entry(part), parts[part].read_bytes())
    return file.getvalue()


def _parts(folder: Path) -> dict[str, Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


def _order(name: str) -> tuple[bool, str]:
    return name != FIRST, name


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


if __name__ == "__main__":
    for each in NAMES:
        (HERE / f"{each}.docx").write_bytes(packed(each))
