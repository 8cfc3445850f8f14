"""Lists of contents: a table whose lines lead to headings. Imports python-docx: import it late."""

from docx.text.paragraph import Paragraph

from nämnd.core.richtext import Run
from nämnd.documents.content import Contents, Entry, text
from nämnd.documents.word.nodes import Node, new, node_of
from nämnd.documents.word.paragraphs import Writer
from nämnd.documents.word.tables import Look, add_table


def add_contents(writer: Writer, block: Contents) -> None:
    """Add a list of contents; Word counts the pages when the file is opened."""
    head = (*block.head[:2], *block.head[2:][not block.noted :])
    rows = [tuple(map(text, head))]
    for one in block.entries:
        note = (text(one.note),) if block.noted else ()
        rows.append(((Run(one.number, href=f"#{one.anchor}"),), text(one.text), *note, ()))
    table = add_table(writer, rows, Look(named=True, wide=1))
    for entry, row in zip(block.entries, list(table.rows)[1:], strict=True):
        _add_page_number(writer, row.cells[-1].paragraphs[0], entry)


def _add_page_number(writer: Writer, paragraph: Paragraph, entry: Entry) -> None:
    name = writer.bookmarks.name(entry.anchor)
    instruction = new("w:instrText")
    instruction.text = f" PAGEREF {name} \\h "
    number = new("w:t")
    number.text = "–"  # until Word has counted
    begin = new("w:fldChar", fldCharType="begin", dirty="true")
    middle, end = (new("w:fldChar", fldCharType=kind) for kind in ("separate", "end"))
    for part in (begin, instruction, middle, number, end):
        node_of(paragraph).append(_run(part))


def _run(part: Node) -> Node:
    run = new("w:r")
    run.append(part)
    return run
