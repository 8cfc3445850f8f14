"""Templates of Word documents: fit ones, changed ones, and those that are refused."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from nämnd.core.errors import FileUnreadableError
from nämnd.documents.errors import TemplateUnfitError
from nämnd.documents.word import check_template
from nämnd.documents.word.nodes import node_of
from templates.make_templates import NAMES, packed
from tests.nämnd.documents.samples import ALL_BLOCKS
from tests.nämnd.documents.word_faults import faults
from tests.nämnd.documents.word_reading import (
    CANARY,
    TEMPLATES,
    changed,
    lines,
    part,
    written,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_packed_from_its_parts(name):
    assert (TEMPLATES / f"{name}.docx").read_bytes() == packed(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_fit(name):
    check_template(TEMPLATES / f"{name}.docx")


def test_changed_looks_are_kept(tmp_path):
    own = changed(tmp_path, 'w:ascii="Calibri"', 'w:ascii="Georgia"')
    assert 'w:ascii="Georgia"' in part(written(ALL_BLOCKS, own), "word/styles.xml")


@pytest.mark.parametrize(
    ("old", "new", "name", "missing"),
    [
        ('"heading 2"', '"rubrik två"', "word/styles.xml", "Heading 2"),
        ('"Nämnd notis"', '"Notis"', "word/styles.xml", "Nämnd notis"),
        ('w:val="innehall"', 'w:val="x"', "word/document.xml", "innehall"),
        ('w:val="2"/></w:numPr>', 'w:val="9"/></w:numPr>', "word/styles.xml", "List Bullet"),
    ],
    ids=["heading", "own style", "control", "numbering"],
)
def test_a_template_that_lacks_something_is_refused(tmp_path, old, new, name, missing):
    own = changed(tmp_path, old, new, name)
    with pytest.raises(TemplateUnfitError) as refusal:
        written(ALL_BLOCKS, own)
    assert refusal.value.missing == (missing,)
    assert refusal.value.name == "egen mall.docx"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"%PDF-1.7", (TEMPLATES / "kallelse.docx").read_bytes()[:3000]],
    ids=["empty", "cut zip", "pdf", "truncated"],
)
def test_what_is_no_word_file_is_refused(tmp_path, data):
    own = tmp_path / "mall.docx"
    own.write_bytes(data)
    with pytest.raises(TemplateUnfitError):
        check_template(own)


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_word_file_with_a_damaged_part_is_refused(tmp_path, name):
    own = changed(tmp_path, "<?xml", "<<?", name)
    with pytest.raises(TemplateUnfitError):
        check_template(own)


def test_a_word_file_without_its_styles_is_refused(tmp_path):
    own = changed(
        tmp_path, 'Target="styles.xml"', 'Target="borta.xml"', "word/_rels/document.xml.rels"
    )
    with pytest.raises(TemplateUnfitError):
        check_template(own)


def test_a_word_file_that_unpacks_without_end_is_refused(tmp_path):
    own = tmp_path / "bomb.docx"
    with zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 70_000_000)
    with pytest.raises(TemplateUnfitError):
        check_template(own)


def test_a_template_that_is_gone_is_refused(tmp_path):
    with pytest.raises(FileUnreadableError):
        check_template(tmp_path / "borta.docx")


def test_nothing_of_the_templates_maker_goes_out(tmp_path):
    """Every hiding place gets a canary; none may be left in the document."""
    own = tmp_path / "mall.docx"
    own.write_bytes(_with_canaries())
    data = written(ALL_BLOCKS, own)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [
            name
            for name in archive.namelist()
            if CANARY in archive.read(name).decode("utf-8", "ignore")
        ]
    assert found == []
    assert "Infogat" in "".join(words for _, words in lines(data))
    assert faults(data) == []


def _with_canaries() -> bytes:
    """Return a template with names in its properties, comments, changes and settings."""
    word = docx.Document(str(TEMPLATES / "kallelse.docx"))
    core = word.core_properties
    core.author = core.last_modified_by = core.comments = core.category = core.keywords = CANARY
    core.subject = core.content_status = core.version = core.identifier = CANARY
    body = word.element.body
    first = word.paragraphs[0]
    word.add_comment(first.add_run("Infogat "), text=CANARY, author=CANARY)
    for tag, inner in (("del", "delText"), ("ins", "t")):
        words = CANARY if tag == "del" else "Infogat"
        node_of(first).append(
            parse_xml(
                f'<w:{tag} xmlns:w="{body.nsmap["w"]}" w:id="9" w:author="{CANARY}">'
                f"<w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>"
            )
        )
    name = f'<w:docVar w:name="a" w:val="{CANARY}"/>'
    variables = f'<w:docVars xmlns:w="{body.nsmap["w"]}">{name}</w:docVars>'
    word.settings.element.append(parse_xml(variables))
    node_of(first).set(qn("w:rsidR"), CANARY)
    file = io.BytesIO()
    word.save(file)
    return _with_part(file.getvalue(), "docProps/app.xml", f"<Properties>{CANARY}</Properties>")


def _with_part(data: bytes, name: str, content: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    link = f'<Relationship Id="rIdX" Type="{kind}" Target="{name}"/></Relationships>'
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for entry in source.namelist():
            part_data = source.read(entry)
            if entry == "_rels/.rels":
                part_data = part_data.replace(b"</Relationships>", link.encode())
            target.writestr(entry, part_data)
        target.writestr(name, content)
    return file.getvalue()
