"""Anslag, anslagsbevis and delegationsprotokoll without a window."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest

from nämnd.cli import main
from nämnd.delegation.commands import MakeDelegationsprotokoll, SignDelegationsprotokoll
from nämnd.store import Store, place_of
from tests.nämnd.anslag.announced import Announced
from tests.nämnd.delegation.test_commands import TODAY, Register

NOW = datetime(2026, 4, 7, 9, 30)  # noqa: DTZ001 - local time, as the user's clock shows it


class Case:
    """A database, and what the program says of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = str(folder / "x.db")

    def fill(self, act) -> None:
        store = Store(place_of(self.database), who="Eva Lind", clock=lambda: NOW)
        try:
            act(store)
        finally:
            store.close()

    def export(self, *words: str) -> tuple[int, list[str], str]:
        out, err = io.StringIO(), io.StringIO()
        end = ("--till", str(self.folder / "ut"), "--databas", self.database)
        code = main(("exportera", *words, *end), now=NOW, out=out, err=err)
        files = [Path(line) for line in out.getvalue().splitlines()]
        assert all(path.is_file() for path in files)
        return code, [path.name for path in files], err.getvalue()


@pytest.fixture
def case(tmp_path) -> Case:
    return Case(tmp_path)


def _delegation(store: Store, *days: date) -> None:
    register = Register(store)
    for day in days:
        make = MakeDelegationsprotokoll(
            nämnd_id=register.nämnd, beslut_ids=(register.add(),), datum=day
        )
        store.do(make)
        store.do(
            SignDelegationsprotokoll(
                protokoll_id=make.protokoll_id, av="Anna Ek", datum=day, today=TODAY
            )
        )


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_each_set_that_is_justerad_has_its_notice_and_its_proof(case, form):
    case.fill(lambda store: Announced(store, kortnamn="VNÅ").justera())
    code, files, _ = case.export("anslag", "--format", form)
    assert (code, files) == (0, [f"Anslag 2026-03-27 §§ 1–2 VNÅ.{form}"])
    code, files, _ = case.export("anslagsbevis", "--format", form)
    assert (code, files) == (0, [f"Anslagsbevis 2026-03-27 §§ 1–2 VNÅ.{form}"])


def test_what_is_not_justerat_has_no_notice(case):
    case.fill(Announced)
    code, files, said = case.export("anslag")
    assert (code, files) == (1, [])
    assert "inte justerade" in said


def test_a_body_without_boards_has_no_notice(case):
    case.fill(lambda store: Announced(store, juridisk_form="samverkan").justera())
    code, _, said = case.export("anslag")
    assert code == 1
    assert "kräver inget anslag" in said


def test_the_only_delegationsprotokoll_needs_no_date(case):
    case.fill(lambda store: _delegation(store, date(2026, 4, 1)))
    code, files, _ = case.export("delegationsprotokoll")
    assert (code, files) == (0, ["Delegationsprotokoll 2026-04-01 Vårdnämnden i Ådalen.pdf"])


def test_one_of_several_is_chosen_by_its_date(case):
    case.fill(lambda store: _delegation(store, date(2026, 4, 1), date(2026, 4, 3)))
    code, _, said = case.export("delegationsprotokoll")
    assert code == 1
    assert "2026-04-03, 2026-04-01" in said
    code, files, _ = case.export("anslag", "--delegation", "2026-04-03")
    assert code == 0
    assert files == ["Anslag 2026-04-03 delegationsbeslut Vårdnämnden i Ådalen.pdf"]
    code, _, said = case.export("anslagsbevis", "--delegation", "2026-05-03")
    assert (code, "«2026-05-03»" in said) == (1, True)


def test_a_nämnd_without_a_delegationsprotokoll_says_so(case):
    case.fill(Register)
    code, _, said = case.export("delegationsprotokoll")
    assert (code, said) == (1, "Nämnden har inget delegationsprotokoll. Gör ett först.\n")


def test_delegation_is_refused_with_another_document(case):
    case.fill(Register)
    code, _, said = case.export("kallelse", "--delegation", "2026-04-03")
    assert code == 1
    assert "--delegation" in said
