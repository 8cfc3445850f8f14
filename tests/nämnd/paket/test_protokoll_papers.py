"""The papers of a protokoll: which §§, for whom, what they are called, and when an utkast."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from nämnd.core.errors import InvalidDraftError
from nämnd.core.progress import finish
from nämnd.error_messages import message_for
from nämnd.justering.errors import NotNowError
from nämnd.paket.errors import (
    NothingHandledError,
    ParagraferUnknownError,
    RecipientUnknownError,
)
from nämnd.paket.paper_kinds import (
    DELTAGARLISTA_WORD,
    KLUBBLISTA_PDF,
    OF_PARAGRAFER,
    OF_PROTOKOLL,
    PROTOKOLL_PDF,
    UTDRAG_MAIL,
    UTDRAG_PDF,
)
from nämnd.paket.papers import document, file_name, gather, is_utkast, preview
from nämnd.paket.sending import Order, cache_of, file_names, make_all, make_files, plan_utskick
from nämnd.paket.utdrag import Utdrag, asked_for, for_each, whole
from nämnd.protokoll.paragraf_commands import NumberFrom
from nämnd.protokoll.values import ExpedieringRow
from tests.builders import a_nämnd, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import a_paragraf, justera
from tests.protokoll_values import paragraf_row, protokoll_of


def going_to(nummer: int, *till: str):
    return paragraf_row(nummer, expedieringar=tuple(map(ExpedieringRow, till)))


SOME = protokoll_of(
    going_to(59),
    going_to(60, "Region Norr"),
    going_to(61, "Region Norr", "Region Syd", "Region Norr"),
    going_to(62, "Region Syd"),
)


@pytest.fixture
def key(store):
    return a_sammanträde(store, a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ"))


@pytest.fixture
def papers(store, files, key, today):
    def papers(*, protokoll: bool = True):
        return gather(store, files, key, today=today, protokoll=protokoll)

    return papers


@pytest.fixture
def handled(store, key, papers):
    """Two §§, 59 and 60."""
    a_punkt(store, key, "Senare")
    store.do(NumberFrom(sammanträde_id=key, first=59))
    for rubrik in ("Val av justerare", "Priser"):
        a_paragraf(store, key, rubrik)
    return papers


def test_the_protokoll_is_read_only_when_it_is_asked_for(handled):
    assert handled(protokoll=False).protokoll is None
    found = handled().protokoll
    assert [one.nummer for one in found.paragrafer] == [59, 60]


@pytest.mark.parametrize("what", sorted(OF_PROTOKOLL))
def test_each_is_built(handled, what):
    titles = {"utdrag": "Protokollsutdrag §§ 59–60", "protokoll": "Sammanträdesprotokoll"}
    title = titles.get(what) or what.capitalize()
    assert document(handled(), what).title.startswith(title)


@pytest.mark.parametrize("what", sorted(OF_PARAGRAFER))
def test_before_a_paragraf_is_handled_there_is_nothing_to_make(papers, what):
    with pytest.raises(NothingHandledError):
        document(papers(), what)


@pytest.mark.parametrize("what", sorted(OF_PROTOKOLL - OF_PARAGRAFER))
def test_what_is_used_in_the_room_can_be_made_before(papers, what):
    assert document(papers(), what).title.startswith(what.capitalize())


def test_names_say_which_paragrafer_and_that_it_is_an_utkast(store, key, handled):
    found = handled()
    second = found.protokoll.paragrafer[1].id
    one = Utdrag((second,), "Region Norr")
    assert file_name(found, "protokoll", ".pdf") == "Protokoll 2026-03-27 §§ 59–60 UTKAST.pdf"
    assert file_name(found, "utdrag", ".docx", one) == (
        "Protokollsutdrag 2026-03-27 § 60 Region Norr UTKAST.docx"
    )
    assert file_name(found, "klubblista", ".pdf") == "Klubblista 2026-03-27 VNÅ.pdf"
    justera(store, key, "60")
    found = handled()
    assert file_name(found, "utdrag", ".pdf", one) == (
        "Protokollsutdrag 2026-03-27 § 60 Region Norr.pdf"
    )
    assert is_utkast(found, "protokoll")
    assert not is_utkast(found, "klubblista")
    justera(store, key, "59")
    assert file_name(handled(), "snabbprotokoll", ".pdf") == (
        "Snabbprotokoll 2026-03-27 §§ 59–60.pdf"
    )


def test_a_name_holds_utkast_however_long_the_rest_is(handled):
    every_other = tuple(paragraf_row(nummer) for nummer in range(1, 99, 2))
    found = replace(handled(), protokoll=protokoll_of(*every_other))
    long = Utdrag(tuple(one.id for one in every_other), "Region " + "Nordöstra " * 30 + "../x")
    name = file_name(found, "utdrag", ".pdf", long)
    assert name.startswith("Protokollsutdrag 2026-03-27 §§ 1 … 97 Region Nordöstra")
    assert name.endswith(" UTKAST.pdf")
    assert len(name) <= 120
    assert "/" not in name


def test_an_order_of_several_utdrag_makes_a_file_for_each(store, files, handled, now, tmp_path):
    justera(store, handled().dagordning.sammanträde.id)
    found = handled()
    first, second = (one.id for one in found.protokoll.paragrafer)
    several = (Utdrag((first,), "Region/Norr"), Utdrag((first,), "Region Norr"), Utdrag((second,)))
    plan = plan_utskick(found, files, cache=cache_of(store.place), created=now)
    kinds = (UTDRAG_PDF, UTDRAG_MAIL, KLUBBLISTA_PDF, DELTAGARLISTA_WORD, PROTOKOLL_PDF)
    order = Order(found, plan, kinds, mail=False, utdrag=several)
    names = file_names(order)
    assert names == (
        "Protokollsutdrag 2026-03-27 § 59 Region Norr.pdf",
        "Protokollsutdrag 2026-03-27 § 59 Region Norr 2.pdf",
        "Protokollsutdrag 2026-03-27 § 60.pdf",
        "Protokollsutdrag 2026-03-27 § 59 Region Norr.eml",
        "Protokollsutdrag 2026-03-27 § 59 Region Norr 2.eml",
        "Protokollsutdrag 2026-03-27 § 60.eml",
        "Klubblista 2026-03-27 VNÅ.pdf",
        "Deltagarlista 2026-03-27 VNÅ.docx",
        "Protokoll 2026-03-27 §§ 59–60.pdf",
    )
    folder = tmp_path / "ut"
    made = finish(make_all(make_files, order, folder))
    assert tuple(one.path.name for one in made.files) == names
    assert {one.name for one in folder.iterdir()} == set(names)
    mail = message_from_bytes((folder / names[4]).read_bytes(), policy=policy.default)
    assert [one.get_filename() for one in mail.iter_attachments()] == [names[1]]
    assert mail["Subject"] == "Protokollsutdrag § 59, Vårdnämnden i Ådalen 2026-03-27"
    body = mail.get_body()
    assert body is not None
    assert "Till: Region Norr" in body.get_content()


def test_no_utdrag_is_made_of_what_is_not_justerat(store, files, handled, now, tmp_path):
    found = handled()
    plan = plan_utskick(found, files, cache=cache_of(store.place), created=now)
    justera(store, found.dagordning.sammanträde.id, "59")
    found = handled()
    first, second = (one.id for one in found.protokoll.paragrafer)
    folder = tmp_path / "ut"
    for chosen in ((Utdrag((first,)), Utdrag((second,))), ()):
        order = Order(found, plan, (UTDRAG_PDF,), mail=False, utdrag=chosen)
        with pytest.raises(NotNowError) as refused:
            finish(make_all(make_files, order, folder))
        assert message_for(refused.value).startswith("§ 60 är inte justerade än")
        assert not folder.exists()
    order = Order(found, plan, (UTDRAG_PDF,), mail=False, utdrag=(Utdrag((first,)),))
    assert len(finish(make_all(make_files, order, folder)).files) == 1


def test_the_preview_is_marked_utkast_too(handled, now):
    paper = document(handled(), "protokoll")
    plain = finish(preview(paper, created=now))
    assert finish(preview(paper, created=now, draft=True)) != plain


def test_each_recipient_gets_the_paragrafer_that_go_there():
    assert for_each(SOME, whole(SOME).paragraf_ids) == (
        Utdrag(("g60", "g61"), "Region Norr"),
        Utdrag(("g61", "g62"), "Region Syd"),
    )
    assert for_each(SOME, ("g59", "g62")) == (Utdrag(("g62",), "Region Syd"),)


@pytest.mark.parametrize(
    ("which", "till", "expected"),
    [
        ("59–60", None, (Utdrag(("g59", "g60")),)),
        ("§ 62", "Tingsrätten", (Utdrag(("g62",), "Tingsrätten"),)),
        ("61–", None, (Utdrag(("g61", "g62")),)),
        ("–60", None, (Utdrag(("g59", "g60")),)),
        ("60 punkt 2", None, (Utdrag(("g60",)),)),
        (None, "Region Syd", (Utdrag(("g61", "g62"), "Region Syd"),)),
        (None, None, for_each(SOME, whole(SOME).paragraf_ids)),
    ],
)
def test_utdrag_are_asked_for_in_words(which, till, expected):
    assert asked_for(SOME, which, till) == expected


@pytest.mark.parametrize("which", ["", "§", "femtionio", "61–59", "59;60", "59–x"])
def test_a_set_that_can_not_be_read_is_refused(which):
    with pytest.raises(InvalidDraftError):
        asked_for(SOME, which, None)


@pytest.mark.parametrize(
    ("which", "missing"),
    [("58", "§ 58"), ("60–64", "§§ 63–64"), ("59, 70, 72", "§§ 70, 72"), ("80–", "§§ 80–")],
)
def test_paragrafer_that_are_not_there_are_named(which, missing):
    with pytest.raises(ParagraferUnknownError) as refused:
        asked_for(SOME, which, None)
    assert (refused.value.wanted, refused.value.known) == (missing, "§§ 59–62")


def test_a_recipient_of_nothing_is_refused_with_those_there_are():
    with pytest.raises(RecipientUnknownError) as refused:
        asked_for(SOME, None, "Region Öst")
    assert refused.value.known == ("Region Norr", "Region Syd")
    with pytest.raises(RecipientUnknownError) as nobody:
        asked_for(protokoll_of(paragraf_row(59)), None, None)
    assert nobody.value.known == ()
    with pytest.raises(NothingHandledError):
        asked_for(protokoll_of(), "59", None)
