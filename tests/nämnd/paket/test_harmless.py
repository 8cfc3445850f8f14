"""Nothing in an utskick runs, opens a program, fetches or carries files along."""

import pikepdf
import pytest

from nämnd.paket.plan import Status
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import photo
from tests.nämnd.paket.looking import (
    NOT_IN_AN_UTSKICK,
    actions_in,
    addresses_in,
    everything,
    keys_used,
    text_on,
)


@pytest.fixture
def armed(make, tmp_path):
    (tmp_path / "a.pdf").write_bytes(raw.armed())
    with pikepdf.open(tmp_path / "a.pdf") as before:
        missing = NOT_IN_AN_UTSKICK - keys_used(before)
        assert missing == set()  # the control: it is all in there
        assert actions_in(before) >= {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}
    return make(part(tmp_path / "a.pdf", "1"))


def test_what_could_start_is_gone(armed):
    assert armed.parts[0].status is Status.INCLUDED
    with pikepdf.open(armed.path) as pdf:
        assert keys_used(pdf).isdisjoint(NOT_IN_AN_UTSKICK)
        assert all("/S" not in one for one in everything(pdf) if "/Next" in one)
        assert actions_in(pdf) == {"/URI"}
        assert addresses_in(pdf) == {"https://example.se/"}


def test_annotations_keep_their_picture_at_most(armed):
    with pikepdf.open(armed.path) as pdf:
        kinds = [str(one.Subtype) for one in pdf.pages[1].obj.Annots]
    assert kinds == ["/Link"] * 6 + ["/Stamp"] * 5 + ["/Widget", "/Highlight"]


def test_no_payload_is_left_anywhere(armed):
    with pikepdf.open(armed.path) as pdf:
        streams = [one.read_bytes() for one in everything(pdf) if isinstance(one, pikepdf.Stream)]
    assert not any(data[:2] == b"MZ" or b"Berit Hemlig" in data for data in streams)
    assert b"cmd.exe" not in armed.path.read_bytes()


def test_a_form_shows_what_is_filled_in_and_can_be_filled_in_no_more(make, tmp_path):
    widget = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(namn)/V(Eva)/Rect[9 9 99 29]/P 3 0 R/DA(/F 9 Tf)"
        b"/AP<</N 5 0 R>>>>"
    )
    page = raw.PAGE.replace(b">>", b"/Annots[4 0 R]>>")
    look = raw.stream(b"0 0 9 9 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 90 20]")
    form = b"/AcroForm<</Fields[4 0 R]/DR<</Font<</F 6 0 R>>>>/NeedAppearances true>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    data = raw.one_page(page, widget, look, font, catalog=form)
    parts = []
    for name in ("1A", "1B"):
        (tmp_path / name).write_bytes(data)
        parts.append(part(tmp_path / name, name, "a.pdf"))
    result = make(*parts)
    with pikepdf.open(result.path) as pdf:
        fields = [field.fully_qualified_name for field in pdf.acroform.fields]
        assert len(set(fields)) == 2
        assert all(name.endswith(".namn") for name in fields)
        widgets = [pdf.pages[number].obj.Annots[0] for number in (1, 2)]
        assert [str(one.V) for one in widgets] == ["Eva", "Eva"]
        assert all(int(one.Ff) & 1 and one.AP.N is not None for one in widgets)
        assert "/F" in pdf.Root.AcroForm.DR.Font
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_a_field_that_its_program_would_draw_is_drawn(make, tmp_path):
    widget = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/V(Ifyllt)/Rect[9 9 99 29]/DA(/F 9 Tf 0 g)>>"
    page = raw.PAGE.replace(b">>", b"/Annots[4 0 R]>>")
    form = b"/AcroForm<</Fields[4 0 R]/DR<</Font<</F 5 0 R>>>>/NeedAppearances true>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page, widget, font, catalog=form))
    result = make(part(tmp_path / "a.pdf", "1"))
    with pikepdf.open(result.path) as pdf:
        assert b"(Ifyllt)" in pdf.pages[1].obj.Annots[0].AP.N.read_bytes()


def test_hidden_layers_stay_hidden(make, tmp_path):
    catalog = b"/OCProperties<</OCGs[4 0 R 5 0 R]/D<</OFF[4 0 R]/Order[4 0 R 5 0 R]>>>>"
    page = raw.PAGE.replace(
        b">>", b"/Contents 6 0 R/Resources<</Properties<</A 4 0 R/B 5 0 R>>>>>>"
    )
    content = raw.stream(b"/OC/A BDC 0 0 9 9 re f EMC /OC/B BDC 9 9 9 9 re f EMC")
    layers = (b"<</Type/OCG/Name(Utkast)>>", b"<</Type/OCG/Name(Karta)>>")
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page, *layers, content, catalog=catalog))
    result = make(part(tmp_path / "a.pdf", "1"))
    with pikepdf.open(result.path) as pdf:
        layers = pdf.Root.OCProperties
        assert [str(one.Name) for one in layers.OCGs] == ["Utkast", "Karta"]
        assert [str(one.Name) for one in layers.D.OFF] == ["Utkast"]
        used = pdf.pages[1].obj.Resources.Properties
        assert used.A.objgen == layers.OCGs[0].objgen


def test_a_photograph_does_not_tell_where_it_was_taken(make, tmp_path):
    from PIL import Image

    about = Image.Exif()
    about[0x010E] = "Berit Hemlig hemma"
    photo(tmp_path / "a.jpg")
    Image.open(tmp_path / "a.jpg").save(tmp_path / "b.jpg", exif=about)
    assert b"Berit" in (tmp_path / "b.jpg").read_bytes()
    result = make(part(tmp_path / "b.jpg", "1"))
    assert b"Berit" not in result.path.read_bytes()
    assert "Bilaga 1" in text_on(result.path, 2)
