"""Write a Document as Word. The template owns the looks; this package only fills it.

    opening      the template: opened with care, checked
    controls     its content controls, found and filled
    paragraphs   runs, links and bookmarks
    lists        numbering that begins at 1 in each list
    body         each kind of block
    contents     lists of contents
    foot, heads  what stands on every page
    leftovers    what must not go out: names, comments, tracked changes
    packing      the finished file

python-docx is imported when a document is written, not when this package is.
"""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from nämnd.core.beside import save_beside
from nämnd.documents.content import Document


def word_bytes(
    document: Document, *, created: datetime, template: Path | None = None, draft: bool = False
) -> bytes:
    """Return `document` as a Word file. The same arguments give the same bytes every time.

    Args:
        document: what it says.
        created: when, for the metadata.
        template: a nämnd's own template; None: the one that comes with the program.
        draft: mark every page «Utkast».

    Raises:
        TemplateUnfitError: the template can't be opened, or lacks a style or a field.
        FileUnreadableError: the template can't be read.
    """
    from nämnd.documents.word.filling import filled

    return filled(document, created, template, draft=draft)


def check_template(template: Path) -> None:
    """Refuse a template that can't be filled, before it is saved in the settings.

    Raises:
        TemplateUnfitError: it can't be opened, or lacks a style or a field.
        FileUnreadableError: it can't be read.
    """
    from nämnd.documents.word.opening import opened

    opened(template)


def write_word(
    document: Document,
    target: BinaryIO | Path,
    *,
    created: datetime,
    template: Path | None = None,
    draft: bool = False,
) -> None:
    """Save `document` as a Word file in `target`; a file is there whole or not at all.

    Raises:
        TemplateUnfitError: the template can't be opened, or lacks a style or a field.
        FileUnreadableError: the template can't be read.
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    data = word_bytes(document, created=created, template=template, draft=draft)
    if isinstance(target, Path):
        save_beside(target, data)
    else:
        target.write(data)
