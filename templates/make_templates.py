"""Pack the parts in templates/kallelse/ into templates/kallelse.docx: same parts, same bytes.

    python -m templates.make_templates

A test compares the packed file with its parts. A nämnd changes looks in a copy, in Word.
"""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
FIRST = "[Content_Types].xml"  # where readers look for it
EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(folder: Path) -> bytes:
    """Return the files under `folder` as a Word file."""
    parts = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    names = sorted((name for name, path in parts.items() if path.is_file()), key=_order)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(_entry(name), parts[name].read_bytes())
    return file.getvalue()


def _order(name: str) -> tuple[bool, str]:
    return name != FIRST, name


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


if __name__ == "__main__":
    (HERE / "kallelse.docx").write_bytes(packed(HERE / "kallelse"))
