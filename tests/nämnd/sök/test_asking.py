"""What is asked for: any text at all, and how it is answered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.sök.doc import Doc
from nämnd.sök.fold import flat, fold, stem, tidy, words
from nämnd.sök.forms import beteckning_form, forms, name_form
from nämnd.sök.querying import search
from nämnd.sök.values import Found, Kind, Piece
from tests.nämnd.sök.indexes import a_doc, index_of, keys, shown

SYNTAX = ('"', "«", "AND", "OR", "NOT", "NEAR(", "*", "^", ":", "rubriker:", "-", "(", ")", "{")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    docs = (
        a_doc("p", "Budget och ambulans", "att NEAR and or not «höra» av 2019/0088 § 62"),
        Doc(Kind.PERSON, "q", "Anna Ek", precis=(name_form("Anna Ek"),)),
    )
    return index_of(tmp_path_factory.mktemp("sök"), *docs)


@given(text=st.text())
def test_any_text_can_be_asked(index, text):
    assert isinstance(search(index, text), Found)
    assert isinstance(search(index, text, public=True, nämnd_id=text, kinds=[Kind.PUNKT]), Found)


@given(
    parts=st.lists(st.sampled_from((*SYNTAX, "budget", "höra", " ", "_kpunkt", "§ 62", "2019/88")))
)
def test_what_looks_like_syntax_is_words(index, parts):
    assert isinstance(search(index, "".join(parts)), Found)
    assert isinstance(search(index, " ".join(parts)), Found)


@given(text=st.text(st.characters(codec=None)))
def test_lone_surrogates_can_be_asked(index, text):
    assert isinstance(search(index, text), Found)


@given(text=st.text())
def test_any_text_can_be_taken_in_and_out_again(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("sök")
    index = index_of(folder, a_doc("p", text, text))
    index_of(folder, a_doc("p", "Giraff", "inget annat"))
    assert keys(index, "giraff") == ["p"]
    for word in words(tidy(text)):
        if not "giraffinget annat".count(word):
            assert keys(index, word) == []


@given(text=st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(text=st.text())
def test_folding_letter_by_letter_keeps_the_length(text):
    assert len(flat(text)) == len(text)


@given(word=st.text(st.sampled_from("abdefgiklmnorstuvyåäö"), min_size=1, max_size=20))
def test_a_stem_is_no_longer_than_its_word(word):
    assert 1 <= len(stem(word)) <= len(word)


def test_nothing_asked_is_nothing_found(index):
    assert search(index, " «» ") == Found(())
    assert search(index, "budget", limit=0) == Found(())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SRVN 2019/0088", {"_dsrvn2019_88", "_d2019_88"}),
        ("19/88", {"_dn2019_88", "_d2019_88"}),
        ("87/12", {"_dn1987_12", "_d1987_12"}),
        ("dnr 2019/88", {"_dn2019_88", "_d2019_88"}),
        ("RJL2018-36", {"_drjl2018_36", "_d2018_36"}),
        ("den 2019-11-22", set()),
        ("2019-11", set()),
        ("§ 62", {"_s62"}),
        ("§§ 62/2019", {"_s62", "_s62_2019"}),
        ("62", set()),
    ],
)
def test_a_dnr_has_one_form_however_it_is_written(text, expected):
    assert {form for form in forms(text) if form.startswith(("_d", "_s6"))} >= expected
    assert bool(forms(text)) == bool(expected)


def test_a_beteckning_has_one_form_whatever_is_between():
    assert beteckning_form("19-RGK 1617") == beteckning_form("19RGK1617")


def ordered(folder, *docs):
    return keys(index_of(folder, *docs), "ambulans")


def test_titles_come_first_then_the_newest(tmp_path):
    docs = (
        a_doc("gammal", "Budget", "om ambulans", day=date(2019, 1, 1)),
        a_doc("ny", "Budget", "om ambulans", day=date(2021, 1, 1)),
        a_doc("rubrik", "Ambulans", day=date(2018, 1, 1)),
        a_doc("utan dag", "Budget", "om ambulans"),
    )
    assert ordered(tmp_path, *docs) == ["rubrik", "ny", "gammal", "utan dag"]


def test_what_goes_by_the_very_dnr_comes_before_what_mentions_it(tmp_path):
    of_it = a_doc("ä", "VN 2019/0088 Vård", day=date(2019, 1, 1), precis=tuple(forms("VN 2019/88")))
    index = index_of(tmp_path, of_it, a_doc("p", "Om VN 2019/0088", day=date(2022, 1, 1)))
    assert keys(index, "vn 19/88") == ["ä", "p"]


def test_somebody_of_that_name_comes_first(tmp_path):
    person = Doc(Kind.PERSON, "q", "Anna Ek (M)", precis=(name_form("Anna Ek"),))
    index = index_of(tmp_path, a_doc("p", "Anna Ek väljs", day=date(2022, 1, 1)), person)
    assert keys(index, "anna ek") == ["q", "p"]


def test_more_than_asked_for_is_told(tmp_path):
    index = index_of(tmp_path, *(a_doc(str(number), "Ambulans") for number in range(4)))
    assert (search(index, "ambulans", limit=3).more, search(index, "ambulans", limit=4).more) == (
        True,
        False,
    )


def test_600_things_of_one_day_are_all_found(tmp_path):
    day = date(2022, 1, 1)
    index = index_of(tmp_path, *(a_doc(str(n), "Ambulans", day=day) for n in range(600)))
    assert len(keys(index, "ambulans", limit=1000)) == 600


def test_kinds_and_nämnder_can_be_chosen(tmp_path):
    index = index_of(
        tmp_path,
        a_doc("p", "Ambulans", nämnder=("a",)),
        a_doc("b", "Ambulans", kind=Kind.BILAGA, nämnder=("b",)),
        Doc(Kind.PERSON, "q", "Ambulans", nämnder=("a", "b"), precis=(name_form("Ambulans"),)),
    )
    assert keys(index, "ambulans", nämnd_id="b") == ["q", "b"]
    assert keys(index, "ambulans", kinds=[Kind.PUNKT, Kind.BILAGA]) == ["b", "p"]
    assert keys(index, "ambulans", kinds=[Kind.PERSON], nämnd_id="c") == []
    assert keys(index, "ambulans", kinds=[]) == []


def test_the_words_are_shown_in_their_place(tmp_path):
    body = f"{'Inledning. ' * 40}Regionvårdsnämnden och nämndens vård.{' Slut.' * 40}"
    (hit,) = search(index_of(tmp_path, a_doc("p", "Titel", body)), "nämnd vår").hits
    assert "… " in shown(hit)
    assert "[Regionvårdsnämnden] och [nämndens] [vård]" in shown(hit)


def test_what_is_found_by_its_title_shows_how_it_begins(tmp_path):
    (hit,) = search(index_of(tmp_path, a_doc("p", "Ambulans", "Om\nen bil")), "ambulans").hits
    assert hit.snippet == (Piece("Om en bil"),)


def test_a_word_that_goes_on_is_finished_by_a_space(tmp_path):
    index = index_of(tmp_path, a_doc("p", "Budget"), a_doc("q", "Budgivning"))
    assert set(keys(index, "bud")) == {"p", "q"}
    assert keys(index, "bud ") == []


def test_two_letters_that_are_being_typed_do_not_hide_what_the_words_before_find(tmp_path):
    index = index_of(
        tmp_path,
        a_doc("p", "Budget", "om stolar", day=date(2020, 1, 1)),
        a_doc("q", "Budget", "st", day=date(2019, 1, 1)),
        a_doc("r", "Budget för sto", day=date(2018, 1, 1)),
    )
    assert keys(index, "budget st") == ["r", "q", "p"]
    assert keys(index, "budget sto") == ["r", "p"]
