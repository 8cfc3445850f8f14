"""Makes an archive folder: beside its place, then renamed. It is there whole, or not at all."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from nämnd.arkiv import manifest as manifests
from nämnd.arkiv.commands import RecordArkiv
from nämnd.arkiv.errors import ArkivTakenError
from nämnd.arkiv.index import csv_of, html_of
from nämnd.arkiv.order import ArkivOrder, Drawn, Kept
from nämnd.arkiv.values import (
    CHECKSUMS,
    DATA,
    INDEX_CSV,
    INDEX_HTML,
    MANIFEST,
    ArkivFil,
    ArkivManifest,
)
from nämnd.bilaga.files import FileStore
from nämnd.core.beside import save_beside
from nämnd.core.disk import make_folder, put_in_place, reason, write_refused
from nämnd.core.errors import FileDamagedError, FileMissingError, FileUnreadableError
from nämnd.core.progress import Progress, Work
from nämnd.paket.soffice import run_soffice
from nämnd.utbyte.export import NAME, write_utbyte

_DATA_FOLDER = "data"
_NO_OFFICE = "Original; ingen PDF/A-kopia, eftersom LibreOffice inte finns på datorn"
_FAILED = "Original; LibreOffice kunde inte göra PDF/A av den"
_BESIDE = "Original; PDF/A-kopian bredvid"
_BESIDE_PLAIN = "Original; PDF-kopian bredvid blev inte PDF/A"
_PATIENCE = 120.0  # seconds for LibreOffice to start, and as many for each ten files
_BATCH = 10


@dataclass(frozen=True, slots=True)
class Converted:
    """PDF/A files that LibreOffice made, by the path of their original; they lie in a folder."""

    made: dict[str, Path]
    tried: bool  # there is a LibreOffice


@dataclass(frozen=True, slots=True)
class ArkivMade:
    """A finished archive folder. `checksums`: sha256 of its list of checksums."""

    folder: Path
    manifest: ArkivManifest
    checksums: str


Run = Callable[[ArkivOrder, Converted, Path], Work[tuple[ArkivFil, ...]]]


def make_archive(run: Run, order: ArkivOrder, files: FileStore, parent: Path) -> Work[ArkivMade]:
    """Make the archive folder in `parent`, by way of `run` (here or in a helper process).

    Raises:
        ArkivTakenError: there is one of that name.
        FileMissingError, FileDamagedError: a kept file is not what was kept.
        DiskFullError, FolderNotWritableError: it can't be written.
        In each case nothing is left behind.
    """
    target = parent / order.name
    if target.exists():
        raise ArkivTakenError(order.name)
    make_folder(parent)
    half, office = _folder(parent), _folder(None)
    try:
        converted = yield from _convert(order, office)
        made = yield from run(order, converted, half)
        yield from write_utbyte(order.data, files, half / _DATA_FOLDER)
        return _finished(order, half, target, made)
    except OSError as error:
        raise write_refused(error, parent) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
        shutil.rmtree(office, ignore_errors=True)


def record_of(made: ArkivMade) -> RecordArkiv:
    """Return the command that records what was made."""
    manifest = made.manifest
    return RecordArkiv(
        sammanträde_id=manifest.sammanträde_id,
        name=made.folder.name,
        manifest=manifests.to_json(manifest).decode(),
        checksums=made.checksums,
        storlek=sum(one.storlek for one in manifest.filer),
        when=manifest.skapat,
    )


def make_archive_files(
    order: ArkivOrder, converted: Converted, folder: Path
) -> Work[tuple[ArkivFil, ...]]:
    """Write every file but the lists; return what was written. For a helper process."""
    made: list[ArkivFil] = []
    for done, one in enumerate(order.items):
        yield Progress(done, len(order.items), f"Skriver {PurePosixPath(one.path).name}")
        target = folder / one.path
        make_folder(target.parent)
        if isinstance(one, Drawn):
            save_beside(target, _drawn(one, order))
            made.append(_listed(target, one.path, one.grupp, one.rubrik, one.anmärkning))
        else:
            made += _kept(one, converted, folder)
    return tuple(made)


def _folder(parent: Path | None) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=".namnd-", dir=parent))
    except OSError as error:
        raise write_refused(error, parent or Path(tempfile.gettempdir())) from error


def _convert(order: ArkivOrder, folder: Path) -> Work[Converted]:
    """Let LibreOffice make PDF/A of the Office files, each under a name of our own."""
    office = order.office
    if not office or order.soffice is None:
        return Converted({}, tried=order.soffice is not None)
    sources = {
        one.path: folder / f"{number}{PurePosixPath(one.path).suffix}"
        for number, one in enumerate(office)
    }
    for one in office:
        shutil.copyfile(one.source, sources[one.path])
    seconds = _PATIENCE * (1 + len(office) // _BATCH)
    try:
        for _ in run_soffice(
            order.soffice, tuple(sources.values()), folder, seconds, archival=True
        ):
            done = sum(one.with_suffix(".pdf").exists() for one in sources.values())
            yield Progress(done, len(office), "Gör om Officedokument till PDF/A")
    except TimeoutError:
        pass  # those that were made are there; the others are told of
    made = {path: one.with_suffix(".pdf") for path, one in sources.items()}
    return Converted({path: one for path, one in made.items() if one.is_file()}, tried=True)


def _drawn(one: Drawn, order: ArkivOrder) -> bytes:
    if one.suffix == ".docx":
        from nämnd.documents.word import word_bytes

        return word_bytes(one.document, created=order.created)
    from nämnd.documents.pdf import pdf_bytes

    return pdf_bytes(one.document, created=order.created)


def _kept(one: Kept, converted: Converted, folder: Path) -> Iterator[ArkivFil]:
    target = folder / one.path
    save_beside(target, _read(one))
    pdf = converted.made.get(one.path)
    original = _listed(target, one.path, one.grupp, one.rubrik, one.anmärkning)
    if not one.office:
        yield original
    elif pdf is None:
        yield replace(original, anmärkning=_FAILED if converted.tried else _NO_OFFICE)
    else:
        path = f"{one.path}.pdf"
        save_beside(folder / path, pdf.read_bytes())
        rubrik = f"{one.rubrik} som PDF"
        copy = _listed(folder / path, path, one.grupp, rubrik, "Gjord av originalet")
        yield replace(original, anmärkning=_BESIDE if copy.pdfa else _BESIDE_PLAIN)
        yield copy


def _read(one: Kept) -> bytes:
    name = PurePosixPath(one.path).name
    try:
        data = one.source.read_bytes()
    except FileNotFoundError as error:
        raise FileMissingError(Path(name)) from error
    except OSError as error:
        raise FileUnreadableError(Path(name), reason(error)) from error
    if hashlib.sha256(data).hexdigest() != one.sha256:
        raise FileDamagedError(name)
    return data


def _listed(file: Path, path: str, grupp: str, rubrik: str, anmärkning: str) -> ArkivFil:
    from nämnd.arkiv.pdfa import conformance

    digest, size = _sum(file)
    found = conformance(file) if file.suffix.lower() == ".pdf" else None
    return ArkivFil(path, grupp, rubrik, size, digest, found, anmärkning)


def _sum(file: Path) -> tuple[str, int]:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest(), file.stat().st_size


def _finished(order: ArkivOrder, half: Path, target: Path, made: tuple[ArkivFil, ...]) -> ArkivMade:
    manifest = ArkivManifest(
        nämnd=order.nämnd,
        sammanträde_id=order.sammanträde_id,
        dag=order.dag,
        paragrafer=order.paragrafer,
        skapat=order.created.isoformat(timespec="seconds"),
        av=order.av,
        logg=order.logg,
        filer=(*made, *_data(half)),
        saknas=order.saknas,
        sekretess=order.sekretess,
    )
    lists = {
        MANIFEST: manifests.to_json(manifest),
        INDEX_HTML: html_of(manifest),
        INDEX_CSV: csv_of(manifest),
    }
    for name, data in lists.items():
        save_beside(half / name, data)
    sums = [(one.sha256, one.path) for one in manifest.filer]
    sums += [(hashlib.sha256(data).hexdigest(), name) for name, data in lists.items()]
    checksums = "".join(f"{digest}  {path}\n" for digest, path in sums).encode()
    save_beside(half / CHECKSUMS, checksums)
    half.chmod(0o755)
    put_in_place(half, target)
    return ArkivMade(target, manifest, hashlib.sha256(checksums).hexdigest())


def _data(half: Path) -> Iterator[ArkivFil]:
    for file in sorted((half / _DATA_FOLDER).rglob("*")):
        if file.is_file():
            path = file.relative_to(half).as_posix()
            whole = path == f"{_DATA_FOLDER}/{NAME}"
            rubrik = "Allt innehåll som data" if whole else file.name
            words = "JSON, i Nämnds utbytesformat" if whole else f"Hör till {NAME}"
            digest, size = _sum(file)
            yield ArkivFil(path, DATA, rubrik, size, digest, anmärkning=words)
