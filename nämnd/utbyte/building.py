"""From rows to the objects of the format. Nothing is dropped but what the format has no word for.

That is: what a kallelse looked like when it went out (`utgåva`, `innehåll`), and names in `till` of
people who have been removed since.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from nämnd.core.swedish import sort_key
from nämnd.sammanträde.beteckningar import Beteckning, Numbered, beteckningar
from nämnd.tables import (
    Bilaga,
    Delegationsprotokoll,
    Nämnd,
    Person,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Utskick,
)
from nämnd.utbyte.attached import path_of
from nämnd.utbyte.building_diarium import DiariumBuilder
from nämnd.utbyte.building_follow_up import FollowUpBuilder
from nämnd.utbyte.building_protokoll import protokoll_values
from nämnd.utbyte.columns import secrecy, values_of
from nämnd.utbyte.errors import MOST, Finding, UtbyteUnwritableError
from nämnd.utbyte.objects import (
    FORMAT,
    VERSION,
    AnslagObject,
    BilagaObject,
    DagObject,
    DelegationsprotokollObject,
    HuvudmanObject,
    KallelsetidObject,
    NämndObject,
    PersonObject,
    PunktObject,
    SammanträdeObject,
    SatsObject,
    UnderpunktObject,
    UppdragObject,
    UtbyteFile,
    UtskickObject,
    VersionObject,
)
from nämnd.utbyte.objects.base import clean_line
from nämnd.utbyte.references import broken_in
from nämnd.utbyte.rows import Rows
from nämnd.utbyte.sentences import findings_of


def file_of_rows(rows: Rows, logotyp: str | None) -> UtbyteFile:
    """Return `rows` as a file. `logotyp` is the path that the logo's file gets.

    Raises:
        UtbyteUnwritableError: something in them does not fit the format.
    """
    try:
        file = _Builder(rows, logotyp).file()
    except ValidationError as error:
        raise _unwritable(findings_of(error)) from error
    refused = _unwritable(broken_in(file))
    if refused.findings:
        raise refused
    return file


def _unwritable(findings: Iterable[Finding]) -> UtbyteUnwritableError:
    told = tuple(findings)
    return UtbyteUnwritableError(told[:MOST], max(0, len(told) - MOST))


class _Builder:
    """Makes objects of rows."""

    def __init__(self, rows: Rows, logotyp: str | None) -> None:
        """Use `rows`; `logotyp` is the path of the logo's file."""
        self._rows, self._logotyp = rows, logotyp
        lists = (*rows.versioner.values(), *rows.diarium.versioner.values())
        versions = [one for found in lists for one in found]
        # the same content lies there once, under the first of its names
        named = sorted({(clean_line(one.filnamn), one.sha256) for one in versions}, reverse=True)
        self._paths = {sha256: path_of(filnamn, sha256) for filnamn, sha256 in named}
        self._diarium = DiariumBuilder(rows, self._paths)
        self._follow_up = FollowUpBuilder(rows)

    def file(self) -> UtbyteFile:
        """Return the whole file."""
        people = [person_object(one) for one in self._rows.personer.values()]
        people.sort(key=lambda one: (sort_key(one.namn), one.id))
        return UtbyteFile(
            format=FORMAT,
            version=VERSION,
            nämnd=self._nämnd(self._rows.nämnd),
            personer=tuple(people),
            uppdrag=tuple(
                UppdragObject.model_validate(values_of(UppdragObject, one))
                for one in self._rows.uppdrag
            ),
            sammanträden=tuple(self._sammanträde(one) for one in self._rows.sammanträden),
            ärenden=self._diarium.ärenden(),
            delegationsbeslut=self._diarium.delegationsbeslut(),
            delegationsprotokoll=tuple(map(self._own_protokoll, self._rows.delegated.protokoll)),
            urval=self._diarium.urval(),
            **self._follow_up.lists(),
        )

    def _nämnd(self, row: Nämnd) -> NämndObject:
        huvudmän = (
            HuvudmanObject.model_validate(values_of(HuvudmanObject, one))
            for one in self._rows.huvudmän
        )
        values: dict[str, Any] = {
            "id": row.id,
            "namn": row.namn,
            "kortnamn": row.kortnamn,
            "adress": row.adress,
            "logotyp": self._logotyp,
            "juridisk_form": row.juridisk_form,
            "paragrafform": row.paragrafform,
            "huvudmän": tuple(huvudmän),
            "diarieserie": row.diarieserie,
            "kallelsetid": KallelsetidObject.model_validate(
                {"dagar": row.kallelsetid_dagar, "slag": row.kallelsetid_slag}
            ),
            "ersättarordning": row.ersättarordning,
            "justeringssätt": row.justeringssätt,
            "rubrikordning": row.rubrikordning,
            "frasbank": row.frasbank,
            "mandatperioder": row.mandatperioder,
            "stående_punkter": row.stående_punkter,
            "mötesfrister": row.mötesfrister,
            "förvaring": row.förvaring,
            "förvaltningsrätt": row.förvaltningsrätt,
        }
        return NämndObject.model_validate(values)

    def _sammanträde(self, row: Sammanträde) -> SammanträdeObject:
        punkter = self._rows.punkter[row.id]
        numbered = [self._numbered(punkt) for punkt in punkter]
        shown = beteckningar(numbered, sista_nummer=row.sista_nummer)
        stands = row.sista_nummer is not None or any(map(_stands, numbered))
        made = (
            self._punkt(punkt, label, stands=stands)
            for punkt, label in zip(punkter, shown, strict=True)
        )
        values: dict[str, Any] = {
            **values_of(SammanträdeObject, row),
            "dagar": tuple(_dag(one) for one in self._rows.dagar[row.id]),
            "vakanta_platser": [self._vacant(one) for one in row.vakanta_platser],
            "punkter": tuple(made),
            **({"sista_nummer": row.sista_nummer} if stands else {}),
            "utskick": tuple(self._utskick(one) for one in self._rows.utskick[row.id]),
            **protokoll_values(row, self._rows.protokoll),
        }
        return SammanträdeObject.model_validate(values)

    def _own_protokoll(self, row: Delegationsprotokoll) -> DelegationsprotokollObject:
        anslag = (values_of(AnslagObject, one) for one in self._rows.delegated.anslag[row.id])
        values = values_of(DelegationsprotokollObject, row)
        values["anslag"] = tuple(map(AnslagObject.model_validate, anslag))
        return DelegationsprotokollObject.model_validate(values)

    def _vacant(self, kept: dict[str, object]) -> dict[str, object]:
        """Return a vacant seat, without a huvudman who has been removed since."""
        there = {one.id for one in self._rows.huvudmän}
        huvudman = kept.get("huvudman")
        return {"parti": kept.get("parti"), "huvudman": huvudman if huvudman in there else None}

    def _numbered(self, punkt: Punkt) -> Numbered:
        labels = tuple(bilaga.beteckning for bilaga in self._rows.bilagor[punkt.id])
        return Numbered(punkt.nummer, punkt.slag, punkt.sista_bokstav, labels)

    def _punkt(self, row: Punkt, label: Beteckning, *, stands: bool) -> PunktObject:
        bilagor = zip(self._rows.bilagor[row.id], label.bilagor, strict=True)
        values: dict[str, Any] = {
            "id": row.id,
            "nummer": label.nummer,
            **({"står": row.nummer is not None} if stands else {}),
            "rubrik": row.rubrik,
            "slag": row.slag,
            "grupp": row.grupp,
            "underpunkter": tuple(
                UnderpunktObject(id=one.id, rubrik=one.rubrik)
                for one in self._rows.underpunkter[row.id]
            ),
            "förslag": self._satser(row.id, "förslag"),
            "missivförslag": self._satser(row.id, "missivförslag"),
            "sammanfattning": row.sammanfattning,
            "föredragande": row.föredragande,
            "tid": row.tid,
            "ärende": row.ärende_id,
            "återupptar": row.återupptar,
            "tillkom_efter_kallelsen": row.tillkom_efter_kallelsen,
            "utgår": row.utgår,
            "bilagor": tuple(self._bilaga(one, text, stands=stands) for one, text in bilagor),
            **({"sista_bokstav": row.sista_bokstav} if stands else {}),
            "publicering": row.publicering,
            "maskeringar": row.maskeringar,
        }
        return PunktObject.model_validate(values)

    def _satser(self, punkt_id: str, slag: str) -> tuple[SatsObject, ...]:
        rows = (one for one in self._rows.satser[punkt_id] if one.slag == slag)
        return tuple(SatsObject(id=one.id, text=one.text) for one in rows)

    def _bilaga(self, row: Bilaga, beteckning: str, *, stands: bool) -> BilagaObject:
        versions = self._versions(row.id)
        values: dict[str, Any] = {
            "id": row.id,
            "beteckning": beteckning,
            **({"står": row.beteckning is not None} if stands else {}),
            "rubrik": row.rubrik,
            "fil": versions[-1].fil if versions else None,
            "sha256": versions[-1].sha256 if versions else None,
            "versioner": versions,
            **self._diarium.sources(row),
            "i_utskicket": row.i_utskicket,
            "sekretess": secrecy(row),
            "publicering": row.publicering,
            "maskeringar": row.maskeringar,
            "anmärkning": row.anmärkning,
        }
        return BilagaObject.model_validate(values)

    def _versions(self, bilaga_id: str) -> tuple[VersionObject, ...]:
        return tuple(
            VersionObject(
                id=one.id,
                nummer=one.nummer,
                fil=self._paths[one.sha256],
                sha256=one.sha256,
                filnamn=one.filnamn,
                sidor=one.sidor,
                tillagd=one.tillagd,
            )
            for one in self._rows.versioner[bilaga_id]
        )

    def _utskick(self, row: Utskick) -> UtskickObject:
        values: dict[str, Any] = {
            "id": row.id,
            "datum": row.datum,
            "slag": row.slag,
            "sha256": row.sha256,
            "till": tuple(key for key in row.till if key in self._rows.personer),
        }
        return UtskickObject.model_validate(values)


def person_object(row: Person) -> PersonObject:
    """Return a person as the format has them."""
    return PersonObject.model_validate(values_of(PersonObject, row))


def _dag(row: Sammanträdesdag) -> dict[str, object]:
    return {key: getattr(row, key) for key in DagObject.model_fields}


def _stands(punkt: Numbered) -> bool:
    return (
        punkt.nummer is not None
        or punkt.sista_bokstav is not None
        or any(label is not None for label in punkt.bilagor)
    )
