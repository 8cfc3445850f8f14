"""From rows of the diarium to the objects of the format.

A reference across the file, from a bilaga to its handling or from a handling to its punkt, is
written only when there is one and its target is in the file. Else the file says nothing of it, and
what is there stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from nämnd.tables import Bilaga, Delegationsbeslut, Handling, Handlingsversion, Ärende
from nämnd.utbyte.columns import values_of
from nämnd.utbyte.objects import (
    DelegationsbeslutObject,
    HandlingObject,
    HandlingsversionObject,
    SkrivelseObject,
    UrvalObject,
    ÄrendeObject,
)
from nämnd.utbyte.rows import Rows


class DiariumBuilder:
    """Makes the objects of the diarium."""

    def __init__(self, rows: Rows, paths: Mapping[str, str]) -> None:
        """Use `rows`; `paths`: where each kept file lies beside the JSON file."""
        self._rows, self._paths = rows, paths
        self._punkter = {one.id for found in rows.punkter.values() for one in found}
        self._handlingar = {one.id for found in rows.diarium.handlingar.values() for one in found}
        self._beslut = {one.id for one in rows.delegated.beslut}

    def ärenden(self) -> tuple[ÄrendeObject, ...]:
        """Return the ärenden with what belongs to them."""
        return tuple(map(self._ärende, self._rows.ärenden))

    def delegationsbeslut(self) -> tuple[DelegationsbeslutObject, ...]:
        """Return the delegationsbeslut."""
        return tuple(map(self._delegationsbeslut, self._rows.delegated.beslut))

    def urval(self) -> tuple[UrvalObject, ...]:
        """Return the saved filters."""
        return tuple(
            UrvalObject.model_validate(values_of(UrvalObject, one))
            for one in self._rows.diarium.urval
        )

    def sources(self, row: Bilaga) -> dict[str, str]:
        """Return what a bilaga comes from, as far as that is in the file."""
        found: dict[str, str] = {}
        if row.handling_id in self._handlingar:
            found["handling"] = row.handling_id
        if row.delegationsbeslut_id in self._beslut:
            found["delegationsbeslut"] = row.delegationsbeslut_id
        return found

    def _ärende(self, row: Ärende) -> ÄrendeObject:
        """Return an ärende; of one in another nämnd's diarium nothing is said of what is in it."""
        values = values_of(ÄrendeObject, row)
        if self._rows.diarium.whole and row.nämnd_id == self._rows.nämnd.id:
            values["handlingar"] = tuple(map(self._handling, self._rows.diarium.handlingar[row.id]))
            values["skrivelser"] = tuple(
                SkrivelseObject.model_validate(values_of(SkrivelseObject, one))
                for one in self._rows.diarium.skrivelser[row.id]
            )
        return ÄrendeObject.model_validate(values)

    def _handling(self, row: Handling) -> HandlingObject:
        versions = tuple(self._versions(self._rows.diarium.versioner[row.id]))
        values = values_of(HandlingObject, row) | {
            "fil": versions[-1].fil if versions else None,
            "sha256": versions[-1].sha256 if versions else None,
            "versioner": versions,
        }
        return HandlingObject.model_validate(self._here(values))

    def _versions(self, rows: Iterable[Handlingsversion]) -> Iterable[HandlingsversionObject]:
        for one in rows:
            values: dict[str, Any] = {
                "id": one.id,
                "nummer": one.nummer,
                "fil": self._paths[one.sha256],
                "sha256": one.sha256,
                "filnamn": one.filnamn,
                "sidor": one.sidor,
                "tillagd": one.tillagd,
                "varningar": one.varningar,
            }
            yield HandlingsversionObject.model_validate(values)

    def _delegationsbeslut(self, row: Delegationsbeslut) -> DelegationsbeslutObject:
        values = self._here(values_of(DelegationsbeslutObject, row))
        return DelegationsbeslutObject.model_validate(values)

    def _here(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return `values` without a punkt that is not in the file."""
        there = values["punkt"] in self._punkter
        return values if there else {key: one for key, one in values.items() if key != "punkt"}
