"""Notices are put up, taken down and confirmed, or refused with the reason."""

from datetime import date, timedelta

import pytest

from nämnd.anslag.commands import (
    ConfirmLagaKraft,
    RemoveAnslag,
    SetAnslag,
    SetÖverklagande,
    TakeBackLagaKraft,
)
from nämnd.anslag.errors import AnslagError, AnslagFault
from nämnd.anslag.lagfrister import lagfrister
from nämnd.anslag.queries import anslag_views
from nämnd.anslag.values import AnslagDraft, AnslagLäge, Vad
from nämnd.core.ids import new_id
from nämnd.error_messages import message_for
from nämnd.justering.commands import StepBack
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from tests.nämnd.anslag.announced import JUSTERAT, LAST, LATER, UP, Announced


def why(action) -> AnslagFault:
    with pytest.raises(AnslagError) as caught:
        action()
    assert message_for(caught.value)[0].isupper()
    return caught.value.why


def test_a_notice_gives_the_days_that_follow_of_it(store):
    one = Announced(store).justera()
    assert one.announced().läge(JUSTERAT) is AnslagLäge.MISSING
    assert one.announced().anslås_senast == UP
    one.put_up()
    view = one.announced()
    assert view.anslaget
    assert view.överklagas_senast == LAST
    assert view.tas_ned_tidigast == LAST + timedelta(days=1)
    assert view.läge(LAST) is AnslagLäge.RUNS


def test_the_time_runs_when_it_is_up_on_every_board_of_a_gemensam_nämnd(store):
    one = Announced(store, "Region Skåne", "Region Halland").justera()
    one.put_up("Region Skåne", JUSTERAT)
    assert [row.huvudman for row in one.announced().missing] == ["Region Halland"]
    assert one.announced().överklagas_senast is None
    one.put_up("Region Halland", UP)
    assert one.announced().tillkännagivet == UP
    assert one.announced().överklagas_senast == LAST


def test_one_notice_of_a_board_is_changed_and_not_put_beside_it(store):
    one = Announced(store).justera()
    one.put_up(uppsatt=JUSTERAT)
    one.put_up(uppsatt=UP)
    (board,) = one.announced().boards
    assert board.uppsatt == UP


def test_a_notice_says_where_the_protokoll_can_be_read_though_the_setting_changes(store):
    one = Announced(store, förvaring="Rådhus Skåne, Kristianstad").justera()
    one.put_up()
    (board,) = one.announced().boards
    assert board.förvaring == "Rådhus Skåne, Kristianstad"


def test_what_is_not_justerat_is_not_announced(store):
    one = Announced(store)
    assert why(one.put_up) is AnslagFault.NOT_JUSTERAT
    assert one.announced().läge(LATER) is AnslagLäge.NOT_JUSTERAT


@pytest.mark.parametrize("form", ["samverkan", "utskott"])
def test_a_body_without_boards_announces_nothing(store, form: str):
    one = Announced(store, juridisk_form=form).justera()
    assert one.announced().läge(LATER) is AnslagLäge.NOT_DEMANDED
    assert one.announced().anslås_senast is None
    assert why(one.put_up) is AnslagFault.NOT_DEMANDED
    assert why(one.confirm) is AnslagFault.NOT_DEMANDED


def test_days_that_can_not_be_are_refused(store):
    one = Announced(store).justera()
    before, after = JUSTERAT - timedelta(days=1), LATER + timedelta(days=1)
    assert why(lambda: one.put_up(uppsatt=None)) is AnslagFault.UPPSATT_MISSING
    assert why(lambda: one.put_up(uppsatt=before)) is AnslagFault.UPPSATT_BEFORE
    assert why(lambda: one.put_up(nedtaget=before)) is AnslagFault.NEDTAGET_BEFORE
    assert why(lambda: one.put_up(uppsatt=after)) is AnslagFault.AHEAD
    assert why(lambda: one.put_up(nedtaget=after)) is AnslagFault.AHEAD
    assert not one.announced().anslaget


def test_laga_kraft_is_confirmed_when_the_time_is_over_and_the_court_was_asked(store):
    one = Announced(store).justera()
    one.put_up()
    assert why(lambda: one.confirm(LAST, LAST)) is AnslagFault.TIME_NOT_OVER
    assert why(lambda: one.confirm(LAST)) is AnslagFault.CONFIRMED_BEFORE
    assert why(lambda: one.confirm(LATER + timedelta(days=1))) is AnslagFault.AHEAD
    one.confirm()
    assert one.announced().läge(LATER) is AnslagLäge.LAGA_KRAFT
    assert one.announced().laga_kraft == LATER


def test_laga_kraft_is_not_confirmed_while_a_board_is_missing(store):
    one = Announced(store, "Region Skåne", "Region Halland").justera()
    one.put_up("Region Skåne")
    with pytest.raises(AnslagError) as caught:
        one.confirm()
    assert caught.value.why is AnslagFault.MISSING
    assert "Region Halland" in message_for(caught.value)


def test_a_notice_that_was_taken_down_too_early_is_put_up_again(store):
    one = Announced(store).justera()
    one.put_up(nedtaget=LAST)
    assert one.announced().läge(LATER) is AnslagLäge.DOWN_TOO_EARLY
    assert why(one.confirm) is AnslagFault.DOWN_TOO_EARLY
    one.put_up(uppsatt=LATER)
    assert one.announced().läge(LATER) is AnslagLäge.RUNS


def test_it_can_be_taken_down_but_not_moved_once_laga_kraft_is_confirmed(store):
    one = Announced(store).justera()
    one.put_up()
    one.confirm()
    assert why(lambda: one.put_up(uppsatt=JUSTERAT)) is AnslagFault.CONFIRMED
    one.put_up(nedtaget=LATER)
    assert one.announced().läge(LATER) is AnslagLäge.LAGA_KRAFT


def another_region(one):
    drafts = (
        *(HuvudmanDraft(key, name, anslagstavla=True) for name, key in one.huvudmän.items()),
        HuvudmanDraft(new_id(), "Region Halland", anslagstavla=True),
    )
    one.store.do(SaveHuvudmän(nämnd_id=one.nämnd, drafts=drafts))


@pytest.mark.parametrize("boards", [("Region Skåne",), ()])
def test_laga_kraft_holds_though_a_region_gets_a_board_afterwards(store, boards):
    one = Announced(store, *boards, juridisk_form="gemensam_nämnd").justera()
    one.put_up(*boards)
    one.confirm()
    another_region(one)
    view = one.announced()
    assert (view.läge(LATER), view.laga_kraft) == (AnslagLäge.LAGA_KRAFT, LATER)
    assert (view.överklagas_senast, view.missing) == (LAST, ())
    vads = {each.vad for each in store.ask(lambda s: lagfrister(s, one.nämnd, LATER))}
    assert vads == {Vad.TAS_NED}


def test_a_region_that_gets_a_board_before_laga_kraft_is_confirmed_must_have_it_up(store):
    one = Announced(store, "Region Skåne").justera()
    one.put_up("Region Skåne")
    another_region(one)
    assert one.announced().läge(LATER) is AnslagLäge.MISSING
    assert why(one.confirm) is AnslagFault.MISSING


def test_each_step_can_be_taken_back_in_order(store):
    one = Announced(store).justera()
    one.put_up()
    one.confirm()
    (board,) = one.announced().boards
    assert board.id
    remove = RemoveAnslag(key=one.id, anslag_id=board.id)
    assert why(lambda: store.do(remove)) is AnslagFault.CONFIRMED
    store.do(TakeBackLagaKraft(key=one.id))
    assert why(lambda: store.do(TakeBackLagaKraft(key=one.id))) is AnslagFault.NOT_CONFIRMED
    with pytest.raises(NotNowError) as caught:
        store.do(StepBack(justering_id=one.id, skäl="Fel", when="2026-05-04T10:00:00"))
    assert caught.value.why is NotNow.ON_A_BOARD
    store.do(remove)
    assert one.announced().läge(LATER) is AnslagLäge.MISSING


def test_a_notice_can_be_undone(store):
    one = Announced(store).justera()
    draft = AnslagDraft(UP)
    done = store.do(SetAnslag(key=one.id, huvudman_id=None, draft=draft, today=LATER))
    store.do(done.inverse)
    assert one.announced().läge(LATER) is AnslagLäge.MISSING
    one.put_up()
    confirmed = store.do(ConfirmLagaKraft(key=one.id, datum=LATER, today=LATER))
    store.do(confirmed.inverse)
    assert one.announced().laga_kraft is None


def test_two_sets_of_one_sammanträde_have_notices_of_their_own(store):
    one = Announced(store)
    one.store.do(_plan(one, "1"))
    first = one.id
    one.id = one.plan("2")
    one.justera()
    one.put_up()
    views = store.ask(lambda session: anslag_views(session, one.sammanträde))
    assert [view.justering_id for view in views] == [first, one.id]
    assert [view.anslaget for view in views] == [False, True]


def test_the_way_to_appeal_is_of_a_paragraf_and_set_though_it_is_justerad(store):
    one = Announced(store).justera()
    assert {row.slag for row in one.announced().överklaganden} == {"laglighetsprövning"}
    store.do(SetÖverklagande(paragraf_ids=(one.second,), slag="förvaltningsbesvär"))
    first, second = one.announced().överklaganden
    assert (first.slag, second.slag) == ("laglighetsprövning", "förvaltningsbesvär")
    assert (first.chosen, second.chosen) == (False, True)


def _plan(one: Announced, paragrafer: str):
    from nämnd.närvaro.task_commands import PlanJustering

    return PlanJustering(
        sammanträde_id=one.sammanträde,
        justering_id=one.id,
        paragrafer=paragrafer,
        plats=None,
        planerat_datum=None,
    )


def test_a_date_far_away_is_no_crash(store):
    one = Announced(store).justera()
    assert why(lambda: one.put_up(uppsatt=date.max)) is AnslagFault.AHEAD
