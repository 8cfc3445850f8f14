"""`namnd diarium vantar` and `lagg-pa`: the pool without a screen."""

import io
import json

import pytest

from nämnd.cli import main
from nämnd.store import Store
from tests.builders import dagordning_in
from tests.conftest import NOW
from tests.nämnd.beredning.making import MAY, Beredning


def run(*words):
    out, err = io.StringIO(), io.StringIO()
    code = main(words, now=NOW, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def pool(store, files):
    """A nämnd where an ärende and two beslut wait, and its coming sammanträde."""
    made = Beredning(store, files)
    ärende = made.ärende("Avtal om ambulansflyg")
    made.wait(ärende, "efter remissen")
    beslut = made.beslut("Inköp", brådskande=True)
    made.beslut("Yttrande", anmäls=True)
    at = made.sammanträde(MAY)
    place = ("--databas", str(store.place.path))
    store.close()
    return place, ärende, beslut, at


def test_what_waits_is_told_what_the_law_demands_first(pool):
    place, ärende, beslut, _ = pool
    code, out, err = run("diarium", "vantar", *place)
    assert (code, err) == (0, "")
    first, second, third = out.splitlines()
    assert first == (
        f"brådskande beslut ska anmälas: Inköp, Direktören, senast den 29 maj 2026 [{beslut}]"
    )
    assert second.startswith("delegationsbeslut ska anmälas: Yttrande, Direktören [")
    assert third == (
        f"väntar på en dagordning: Avtal om ambulansflyg (VN 2026/0001), efter remissen [{ärende}]"
    )


def test_it_can_be_read_by_another_program(pool):
    place, ärende, _, _ = pool
    _, out, _ = run("diarium", "vantar", *place, "--format", "json")
    first, *_, last = json.loads(out)
    assert (first["måste"], first["senast"]) == (True, "2026-05-29")
    assert (last["id"], last["dnr"], last["måste"]) == (ärende, "VN 2026/0001", False)


def test_it_is_put_on_a_dagordning_by_dnr_or_id(pool, store):
    place, _, beslut, at = pool
    code, out, err = run("diarium", "lagg-pa", "vn 2026/0001", beslut, *place)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "På dagordningen den 29 maj 2026:",
        "1. Avtal om ambulansflyg",
        "2. Anmälan av delegationsbeslut",
    ]
    again = Store(store.place, who="Eva Lind", clock=lambda: NOW, read_only=True)
    rubriker = [one.rubrik for one in dagordning_in(again, at).punkter]
    again.close()
    assert rubriker == ["Avtal om ambulansflyg", "Anmälan av delegationsbeslut"]
    _, left, _ = run("diarium", "vantar", *place)
    assert len(left.splitlines()) == 1


def test_what_is_not_known_is_told_and_nothing_is_put_there(pool):
    place, _, beslut, _ = pool
    code, out, err = run("diarium", "lagg-pa", beslut, "VN 1999/1", *place)
    assert (code, out) == (1, "")
    assert "VN 1999/1" in err
    _, left, _ = run("diarium", "vantar", *place)
    assert len(left.splitlines()) == 3


def test_when_nothing_waits_that_is_said(store, files):
    Beredning(store, files)
    place = str(store.place.path)
    store.close()
    assert run("diarium", "vantar", "--databas", place)[1] == "Inget väntar på en dagordning.\n"
