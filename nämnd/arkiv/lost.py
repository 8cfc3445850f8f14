"""Data of a sammanträde whose files are not all in the file store any more."""

from nämnd.bilaga.files import FileStore
from nämnd.utbyte.export import Export
from nämnd.utbyte.objects import BilagaObject, PunktObject, SammanträdeObject


def without_lost(export: Export, files: FileStore) -> tuple[Export, tuple[str, ...]]:
    """Return the export without the files that are gone, which are named in the second part.

    What is left can be read in: nothing in it leads to a file that does not lie beside it.
    """
    lost = {one.sha256: one.filnamn for one in export.copies if not files.has(one.sha256)}
    if not lost:
        return export, ()
    sammanträden = tuple(_sammanträde(one, lost) for one in export.file.sammanträden)
    file = export.file.model_copy(update={"sammanträden": sammanträden})
    copies = tuple(one for one in export.copies if one.sha256 not in lost)
    return Export(file, copies), tuple(lost.values())


def _sammanträde(one: SammanträdeObject, lost: dict[str, str]) -> SammanträdeObject:
    return one.model_copy(update={"punkter": tuple(_punkt(row, lost) for row in one.punkter)})


def _punkt(one: PunktObject, lost: dict[str, str]) -> PunktObject:
    return one.model_copy(update={"bilagor": tuple(_bilaga(row, lost) for row in one.bilagor)})


def _bilaga(one: BilagaObject, lost: dict[str, str]) -> BilagaObject:
    there = tuple(row for row in one.versioner if row.sha256 not in lost)
    changed: dict[str, object] = {"versioner": there}
    if one.sha256 in lost:
        changed |= {"fil": None, "sha256": None}
    return one.model_copy(update=changed)
