"""What is wrong in a file about anslag and delegationsbeslut is named by its path."""

import pytest

from nämnd.utbyte.errors import UtbyteError
from tests.nämnd.utbyte.making import full, take_in, write
from tests.nämnd.utbyte.whole import MEETING, meeting


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (
            lambda t: t["delegationsbeslut"][0].update(ärende="e9"),
            "delegationsbeslut[0].ärende",
        ),
        (
            lambda t: t["delegationsbeslut"][1].update(särskilt_protokoll="dp9"),
            "delegationsbeslut[1].särskilt_protokoll",
        ),
        (
            lambda t: t["delegationsprotokoll"][0]["anslag"][0].update(huvudman="h9"),
            "delegationsprotokoll[0].anslag[0].huvudman",
        ),
        (
            lambda t: meeting(t).update(anslag=[{"huvudman": "h9"}]),
            f"{MEETING}.anslag[0].huvudman",
        ),
        (
            lambda t: t["delegationsbeslut"][0].update(datum="i går"),
            "delegationsbeslut[0].datum",
        ),
    ],
    ids=["arende", "own protokoll", "board of a delegate", "board", "day"],
)
def test_what_an_anslag_or_a_delegationsbeslut_refers_to_must_be_there(
    store, tmp_path, change, path
):
    with pytest.raises(UtbyteError) as refused:
        take_in(store, write(tmp_path, full(change)))
    assert [one.path for one in refused.value.findings] == [path]


def test_an_anslag_without_id_gets_one_and_comes_back_under_it(store, tmp_path):
    tree = full(lambda t: t["delegationsprotokoll"][0]["anslag"][0].pop("id"))
    take_in(store, write(tmp_path, tree))
    assert take_in(store, write(tmp_path, tree)).changes == ()
