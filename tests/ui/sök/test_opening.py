"""What is found leads somewhere: to its place, to the page of its file, or is said to be gone."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.delegation.commands import RegisterDelegationsbeslut
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.sök.index import open_index
from nämnd.sök.values import Hit, Kind
from nämnd.tables import Bevakning, Delprojekt, Redovisning, Ärende, Överenskommelse
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import HandlingDraft, SkrivelseDraft
from tests.builders import a_bilaga, a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.conftest import NOW
from tests.nämnd.protokoll.meeting_day import a_paragraf, add_rows
from tests.ui.sök.hits import a_hit
from ui.sök.opening import HitOpener

FOLLOWED = (Kind.BEVAKNING, Kind.DELPROJEKT, Kind.ÖVERENSKOMMELSE, Kind.REDOVISNING)


@dataclass
class Place:
    """A database with one of each kind, by their ids."""

    nämnd: str
    other: str
    keys: dict[Kind, str]
    ärende: str
    sammanträde: str
    punkt: str


@pytest.fixture
def place(store) -> Place:
    nämnd, other = a_nämnd(store, "Vårdnämnden"), a_nämnd(store, "Annan nämnd")
    sammanträde = a_sammanträde(store, nämnd)
    ärende, handling, skrivelse, beslut = new_id(), new_id(), new_id(), new_id()
    add_rows(store, Ärende(id=ärende, nämnd_id=nämnd, dnr="VN 2019/0001", rubrik="Avtal"))
    new = NewHandling(HandlingDraft(NOW.date(), "Missiv"), None, handling_id=handling)
    when = NOW.isoformat(timespec="seconds")
    store.do(RegisterHandlingar(ärende_id=ärende, new=(new,), when=when, today=NOW.date()))
    draft = SkrivelseDraft("Yttrande")
    store.do(SaveSkrivelse(skrivelse_id=skrivelse, ärende_id=ärende, draft=draft))
    delegated = DelegationsbeslutDraft(date(2019, 5, 6), "Ordföranden", "Yttrande")
    store.do(
        RegisterDelegationsbeslut(
            nämnd_id=nämnd, draft=delegated, today=NOW.date(), beslut_id=beslut
        )
    )
    punkt = a_punkt(store, sammanträde, "Budget")
    keys = {
        Kind.ÄRENDE: ärende,
        Kind.HANDLING: handling,
        Kind.SKRIVELSE: skrivelse,
        Kind.SAMMANTRÄDE: sammanträde,
        Kind.PUNKT: punkt,
        Kind.BILAGA: a_bilaga(store, punkt, "Underlag"),
        Kind.PARAGRAF: a_paragraf(store, sammanträde, "Priser"),
        Kind.DELEGATIONSBESLUT: beslut,
        Kind.PERSON: a_person(store, "Åsa Ek"),
        **{kind: new_id() for kind in FOLLOWED},
    }
    own = {"nämnd_id": nämnd, "rubrik": "En sak"}
    add_rows(
        store,
        Bevakning(id=keys[Kind.BEVAKNING], förfaller={"villkor": "sedan"}, **own),
        Delprojekt(id=keys[Kind.DELPROJEKT], nummer=8, **own),
        Överenskommelse(id=keys[Kind.ÖVERENSKOMMELSE], **own),
        Redovisning(id=keys[Kind.REDOVISNING], **own),
    )
    return Place(nämnd, other, keys, ärende, sammanträde, punkt)


@pytest.fixture
def hit_opener(qtbot, desk, go) -> HitOpener:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return HitOpener(desk, go, window, open_index(desk.store.place))


def hit_of(place: Place, kind: Kind) -> Hit:
    return a_hit(
        place.keys[kind], "En sak", kind,
        nämnd_id=None if kind is Kind.PERSON else place.nämnd,
        ärende_id=place.ärende, sammanträde_id=place.sammanträde,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        (Kind.ÄRENDE, ("ärende", "{key}", "")),
        (Kind.HANDLING, ("ärende", "{ärende}", "{key}")),
        (Kind.SKRIVELSE, ("skrivelse", "{key}")),
        (Kind.SAMMANTRÄDE, ("sammanträde", "{key}", "")),
        (Kind.PUNKT, ("sammanträde", "{sammanträde}", "{key}")),
        (Kind.BILAGA, ("sammanträde", "{sammanträde}", "{punkt}")),
        (Kind.PARAGRAF, ("protokoll", "{sammanträde}", "{key}")),
        (Kind.DELEGATIONSBESLUT, ("delegationsbeslut", "{key}")),
        *((kind, (kind.value, "{key}")) for kind in FOLLOWED),
    ],
    ids=lambda one: one.name.encode("ascii", "ignore").decode() if isinstance(one, Kind) else "",
)
def test_each_kind_is_shown_in_its_nämnd_at_its_place(hit_opener, go, place, kind, where):
    hit_opener.open(hit_of(place, kind), place.other)
    names = {"key": place.keys[kind], "ärende": place.ärende}
    names |= {"sammanträde": place.sammanträde, "punkt": place.punkt}
    assert go.went == [("i nämnd", place.nämnd), tuple(one.format(**names) for one in where)]


def test_somebody_is_shown_in_the_nämnd_on_the_screen_when_that_is_one_of_theirs(
    hit_opener, go, place, store
):
    key = place.keys[Kind.PERSON]
    an_uppdrag(store, place.nämnd, key)
    an_uppdrag(store, place.other, key)
    hit_opener.open(hit_of(place, Kind.PERSON), place.other)
    hit_opener.open(hit_of(place, Kind.PERSON), place.nämnd)
    shown = [one[1] for one in go.went if one[0] == "i nämnd"]
    assert shown == [place.other, place.nämnd]
    assert go.went[-1] == ("person", key)


def test_somebody_is_shown_in_another_nämnd_when_that_is_theirs(hit_opener, go, place, store):
    an_uppdrag(store, place.other, place.keys[Kind.PERSON])
    hit_opener.open(hit_of(place, Kind.PERSON), place.nämnd)
    assert go.went[0] == ("i nämnd", place.other)


def test_somebody_without_an_uppdrag_is_said_to_have_none(hit_opener, go, place, messages):
    hit_opener.open(hit_of(place, Kind.PERSON), place.nämnd)
    assert go.went == []
    assert messages.notices == ["En sak har inget uppdrag i någon nämnd."]


@pytest.mark.parametrize("kind", list(Kind), ids=lambda one: str(list(Kind).index(one)))
def test_what_is_gone_is_said_to_be(hit_opener, go, messages, kind):
    hit_opener.open(a_hit("borta", "En sak", kind, nämnd_id="n"), None)
    assert go.went == []
    assert messages.notices[0].startswith("«En sak» (")
    assert messages.notices[0].endswith("finns inte längre.")


def test_words_in_a_file_that_has_been_taken_away_lead_to_where_it_was(hit_opener, go, place):
    hit = a_hit(
        place.keys[Kind.HANDLING], "Missiv", Kind.HANDLING,
        nämnd_id=place.nämnd, ärende_id=place.ärende, sida=2,
    )  # fmt: skip
    hit_opener.open(hit, place.nämnd)
    assert hit_opener.reader is None
    assert go.went[-1] == ("ärende", place.ärende, place.keys[Kind.HANDLING])
