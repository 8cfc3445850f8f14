"""Structure trees of several files become one that holds together and is still accessible."""

import io

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from nämnd.documents.checks import reading_order, structure_problems
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.material import tagged, word_file


def changed(path, change):
    """Write a tagged file after `change`."""
    plain = tagged(path.with_suffix(".tmp"), 2)
    with Pdf.open(plain) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def elements(pdf: Pdf, role: str):
    """Return the structure elements with that role, in order of writing."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == role]


def test_an_utskick_of_accessible_parts_is_accessible(make, tmp_path):
    parts = [part(tagged(tmp_path / f"{n}.pdf", n), f"{n}A") for n in range(1, 6)]
    parts.append(part(None, "6"))
    parts.append(part(word_file(tmp_path / "brev.docx"), "7"))
    result = make(*parts)
    assert result.accessible
    report = page.validate_pdf(str(result.path), profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.is_compliant
    with pikepdf.open(result.path) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


@pytest.mark.parametrize("spoiled", ["untagged", "no-claim"])
def test_one_part_that_is_not_accessible_is_enough_to_claim_nothing(make, tmp_path, spoiled):
    path = tmp_path / "a.pdf"
    if spoiled == "untagged":
        untagged(path, 1)
    else:
        changed(path, lambda pdf: pdf.Root.__delattr__("Metadata"))
    result = make(part(tagged(tmp_path / "b.pdf", 1), "1"), part(path, "2"))
    assert not result.accessible
    with pikepdf.open(result.path) as pdf, pdf.open_metadata() as about:
        assert "pdfuaid:part" not in about


def test_a_role_that_means_two_things_gets_two_names(make, tmp_path):
    def role(target: Name):
        def change(pdf: Pdf) -> None:
            pdf.Root.StructTreeRoot.RoleMap = Dictionary(
                Rubrik=target, Under=Name.Rubrik, H1=Name.P
            )
            elements(pdf, "/H2")[0].S = Name.Rubrik
            elements(pdf, "/H2")[0].S = Name.Under

        return change

    first = part(changed(tmp_path / "a.pdf", role(Name.H2)), "1")
    second = part(changed(tmp_path / "b.pdf", role(Name.P)), "2")
    third = part(changed(tmp_path / "c.pdf", role(Name.H2)), "3")
    result = make(first, second, third)
    with pikepdf.open(result.path) as pdf:
        roles = {str(k): str(v) for k, v in pdf.Root.StructTreeRoot.RoleMap.items()}
        assert "/H1" not in roles
        _, one, two, three = pdf.Root.StructTreeRoot.K.K
        meanings = [
            [meaning(kid, roles) for kid in kids_of(element)] for element in (one, two, three)
        ]
        assert "/H2" in meanings[0]
        assert "/H2" not in meanings[1]
        assert meanings[2] == meanings[0]
    assert structure_problems(result.path) == []


def kids_of(element):
    kids = element.K
    while len(kids) == 1:
        kids = kids[0].K
    return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def meaning(element, roles):
    role = str(element.S)
    while role in roles:
        role = roles[role]
    return role


def test_ids_and_classes_that_meet_are_told_apart(make, tmp_path):
    def change(width: int):
        def named(pdf: Pdf) -> None:
            root, cell = pdf.Root.StructTreeRoot, elements(pdf, "/TH")[0]
            cell.ID, cell.C = String("kolumn"), Name.Bred
            elements(pdf, "/TD")[0].A = Dictionary(O=Name.Table, Headers=Array([String("kolumn")]))
            tree = NameTree.new(pdf)
            tree["kolumn"] = cell
            root.IDTree = tree.obj
            root.ClassMap = Dictionary(Bred=Dictionary(O=Name.Layout, Width=width))

        return named

    parts = [part(changed(tmp_path / f"{n}.pdf", change(n)), str(n)) for n in (1, 2)]
    result = make(*parts)
    with pikepdf.open(result.path) as pdf:
        root = pdf.Root.StructTreeRoot
        ids = dict(NameTree(root.IDTree).items())
        named = [one for one in elements(pdf, "/TH") if "/ID" in one]
        assert {str(one.ID): one.objgen for one in named} == {k: v.objgen for k, v in ids.items()}
        assert len(ids) == 2
        pointing = [one.A for one in elements(pdf, "/TD") if "/A" in one and "/Headers" in one.A]
        assert {str(one.Headers[0]) for one in pointing} == set(ids)
        assert sorted(int(root.ClassMap[str(one.C)].Width) for one in named) == [1, 2]


def test_a_bilaga_in_another_language_says_so(make, tmp_path):
    english = changed(tmp_path / "a.pdf", lambda pdf: setattr(pdf.Root, "Lang", String("en-GB")))
    result = make(part(english, "1"), part(tagged(tmp_path / "b.pdf", 1), "2"))
    with pikepdf.open(result.path) as pdf:
        said = [str(one.get("/Lang", "")) for one in pdf.Root.StructTreeRoot.K.K]
    assert said == ["sv-SE", "en-GB", "sv-SE"]


def test_marks_inside_forms_drawn_on_a_page_keep_their_place(make, tmp_path):
    catalog = b"/StructTreeRoot 4 0 R/MarkInfo<</Marked true>>"
    page_ = raw.PAGE.replace(
        b">>", b"/Contents 7 0 R/Resources<</XObject<</F 6 0 R>>>>/StructParents 9>>"
    )
    root = b"<</Type/StructTreeRoot/K 5 0 R/ParentTree<</Nums[4[5 0 R]9[5 0 R]]>>>>"
    element = b"<</S/P/P 4 0 R/Pg 3 0 R/K[0<</Type/MCR/Stm 6 0 R/Pg 3 0 R/MCID 0>>]>>"
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 4"
    form = raw.stream(b"/P <</MCID 0>> BDC EMC", entries)
    content = raw.stream(b"/P <</MCID 0>> BDC EMC /F Do")
    (tmp_path / "a.pdf").write_bytes(
        raw.one_page(page_, root, element, form, content, catalog=catalog)
    )
    result = make(*(part(tmp_path / "a.pdf", n) for n in ("1", "2")))
    with pikepdf.open(result.path) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for number in (1, 2):
            held = pdf.pages[number].obj
            on_page = int(held.StructParents)
            in_form = int(held.Resources.XObject.F.StructParents)
            assert on_page != in_form
            assert tree[on_page][0].objgen == tree[in_form][0].objgen


def test_a_form_that_claims_a_place_without_tags_loses_it(make, tmp_path):
    page_ = raw.PAGE.replace(
        b">>", b"/StructParents 0/Resources<</XObject<</F 4 0 R>>>>/Annots[5 0 R]>>"
    )
    form = raw.stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 1")
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/StructParent 2>>"
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page_, form, link))
    result = make(part(tmp_path / "a.pdf", "1"))
    with pikepdf.open(result.path) as pdf:
        held = pdf.pages[1].obj
        assert "/StructParents" not in held
        assert "/StructParents" not in held.Resources.XObject.F
        assert "/StructParent" not in held.Annots[0]


def test_an_utskick_can_be_a_bilaga_of_another(make, tmp_path):
    inner = make(
        part(tagged(tmp_path / "a.pdf", 2), "1"), part(untagged(tmp_path / "b.pdf", 2), "2")
    )
    data = inner.path.read_bytes()
    (tmp_path / "inre.pdf").write_bytes(data)
    outer = make(part(tmp_path / "inre.pdf", "7"))
    assert structure_problems(outer.path) == []
    with pikepdf.open(outer.path) as pdf, pikepdf.open(io.BytesIO(data)) as before:
        assert len(pdf.pages) == 1 + len(before.pages)
        fonts = pdf.pages[2].obj.Resources.Font
        assert fonts["/NamndStamp"].objgen != fonts["/NamndStampx"].objgen
    assert " ".join(reading_order(outer.path)).count("Tjänsteskrivelse Avsnitt 1 ") == 1
