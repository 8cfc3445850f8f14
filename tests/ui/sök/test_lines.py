"""What the list shows: groups in the order of their best hit, then commands."""

import pytest

from nämnd.sök.values import Found, Kind
from tests.ui.sök.hits import a_hit, snippet
from ui.sök.commands import Command, matching
from ui.sök.lines import GROUP_OF, ICON_OF, KIND_TEXT, Group, Line, More, lines_of
from ui.sök.marking import marked
from ui.toolkit.theme import Icon

COMMANDS = (
    Command("Beslut", "", page=True),
    Command("Nytt sammanträde …", "Arkiv", keys="Ctrl+N"),
    Command("Säkerhetskopior …", "Arkiv"),
    Command("Skapa kallelse …", "Sammanträde", able=False),
)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in one.text) for one in lines]


def test_the_group_with_the_best_hit_comes_first():
    hits = (a_hit("1", "Vård", Kind.PERSON), a_hit("2", "Vård", Kind.ÄRENDE))
    assert texts(lines_of("vård", Found(hits), ())) == ["Personer", "Vård", "Ärenden", "Vård"]


def test_of_many_hits_a_few_are_shown_and_the_rest_on_demand():
    many = tuple(a_hit(str(at), f"Vård {at}") for at in range(9))
    other = a_hit("x", "Vård", Kind.PERSON)
    lines = lines_of("vård", Found((*many, other)), ())
    assert texts(lines)[:7] == ["Ärenden", *(f"Vård {at}" for at in range(5)), "Visa 4 till"]
    assert lines[6].target == More(Group.ÄRENDEN)
    whole = lines_of("vård", Found((*many, other)), (), frozenset({Group.ÄRENDEN}))
    assert "Visa 4 till" not in texts(whole)
    assert texts(whole)[9] == "Vård 8"


def test_one_group_alone_is_shown_whole_and_a_single_hit_is_never_hidden():
    many = tuple(a_hit(str(at), f"Vård {at}") for at in range(9))
    assert len(lines_of("vård", Found(many), ())) == 10
    six = (*many[:6], a_hit("x", "Vård", Kind.PERSON))
    assert not any(isinstance(one.target, More) for one in lines_of("vård", Found(six), ()))


def test_that_there_are_more_hits_is_said():
    lines = lines_of("vård", Found((a_hit("1", "Vård"),), more=True), ())
    assert "Det finns fler träffar" in texts(lines)[-1]
    assert lines[-1].target is None


def test_a_page_comes_first_and_a_command_last():
    lines = lines_of("s", Found((a_hit("1", "Säkerhet"),)), COMMANDS)
    assert texts(lines) == [
        "Ärenden", "Säkerhet", "Kommandon", "Säkerhetskopior …", "Nytt sammanträde …",
    ]  # fmt: skip
    assert texts(lines_of("besl", Found(()), COMMANDS)) == ["Gå till", "Beslut"]


def test_after_the_sign_all_commands_are_shown_and_those_that_can_not_be_chosen_say_so():
    lines = lines_of("> ", Found(()), COMMANDS)
    assert len(lines) == len(COMMANDS)
    assert texts(lines)[-1] == "Skapa kallelse …"
    assert lines[-1].target is None
    assert lines[-1].place == "Sammanträde · går inte att välja här"
    assert texts(lines_of(">arkiv kopior", Found(()), COMMANDS)) == []
    assert texts(lines_of(">arkiv säkerhets", Found(()), COMMANDS)) == ["Säkerhetskopior …"]


def test_a_command_is_found_by_the_beginning_of_each_word_and_first_by_its_own():
    found = matching(COMMANDS, "sammantr")
    assert [one.text for one in found] == ["Nytt sammanträde …"]
    found = matching(COMMANDS, "sammantr", path=True)
    assert [one.text for one in found] == ["Nytt sammanträde …", "Skapa kallelse …"]
    assert matching(COMMANDS, "§§") == ()


def test_what_is_secret_says_so_in_words_too():
    (_, line) = lines_of("vård", Found((a_hit("1", "Vård", sekretess=True),)), ())
    assert line.icon is Icon.LOCK
    assert line.place == "Vårdnämnden · sekretess"


def test_the_nämnd_on_the_screen_is_not_named_and_a_page_after_the_first_is():
    hits = (
        a_hit("1", "Vård", place="Vårdnämnden, Norr, 22 november 2019", sida=3),
        a_hit("2", "Vård", place="Vårdnämnden, Norr", sida=1),
        a_hit("3", "Vård", place="Annan nämnd, 5 maj 2019"),
    )
    shown = lines_of("vård", Found(hits), (), here="Vårdnämnden, Norr")[1:]
    assert [one.place for one in shown] == [
        "22 november 2019 · sida 3", "", "Annan nämnd, 5 maj 2019",
    ]  # fmt: skip


def test_a_line_is_said_with_its_kind_place_and_snippet():
    hit = a_hit("1", "Missiv", Kind.HANDLING, snippet=snippet("om ", "vård", " i norr"))
    (_, line) = lines_of("vård", Found((hit,)), ())
    assert line.aloud() == "Handling, Missiv, Vårdnämnden, om vård i norr"


def test_every_kind_has_a_group_an_icon_and_a_word():
    for found in (GROUP_OF, ICON_OF, KIND_TEXT):
        assert set(found) == set(Kind)


@pytest.mark.parametrize(
    ("title", "text", "hits"),
    [
        ("Avtal om vård", "vård", ["vård"]),
        ("Avtal om vården", "vård avtalen", ["Avtal", "vården"]),
        ("Högspecialiserad regionvård", "vård", ["regionvård"]),
        ("Ärendet är öppet", "en", []),
        ("SRVN 2019/0088 Budget", "2019/0088", ["2019", "0088"]),
        ("<b>&", "b", ["b"]),
        ("Vård", "", []),
    ],
)
def test_the_words_that_were_looked_for_stand_out(title, text, hits):
    pieces = marked(title, text)
    assert "".join(piece.text for piece in pieces) == title
    assert [piece.text for piece in pieces if piece.hit] == hits
