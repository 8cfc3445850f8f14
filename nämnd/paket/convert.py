"""Office bilagor made into PDF, all in one run of LibreOffice, and kept by checksum.

Runs in the program's own process, not in the helper: when the helper is ended, LibreOffice and its
folder would be left behind.
"""

import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nämnd.core.beside import beside
from nämnd.core.disk import write_refused
from nämnd.core.progress import Progress, Work
from nämnd.paket.kinds import HEAD, office_suffix
from nämnd.paket.plan import Conversions, Part, Reason, UtskickPlan
from nämnd.paket.soffice import run_soffice

_WAY = "1"  # raise it when files are converted in another way: then kept ones no longer count
_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_BATCH = 10  # files for which one portion of patience is enough


@dataclass(frozen=True, slots=True)
class _Job:
    """A file for LibreOffice, under a name of our own."""

    sha256: str
    source: Path
    name: str


def convert_office(plan: UtskickPlan) -> Work[Conversions]:
    """Make PDF of every Office bilaga that is not kept already.

    Raises:
        DiskFullError, FolderNotWritableError: the folder that keeps them can't be written.
    """
    made: dict[str, Path | Reason] = {}
    jobs: dict[str, _Job] = {}
    for part in plan.parts:
        job = _job(part)
        if job is not None:
            kept = plan.cache / f"{job.sha256}-{_WAY}.pdf"
            made[job.sha256] = kept if kept.is_file() else Reason.NO_OFFICE
            if not kept.is_file():
                jobs[job.sha256] = job
    if jobs and plan.soffice is not None and plan.soffice.is_file():
        fresh = yield from _convert(tuple(jobs.values()), plan, plan.soffice)
        made.update(fresh)
    return Conversions(made)


def _job(part: Part) -> _Job | None:
    if part.path is None or not part.i_utskicket or not part.path.is_file():
        return None
    try:
        with part.path.open("rb") as file:
            if not file.read(HEAD).startswith(_STARTS):
                return None
        suffix = office_suffix(part.path.read_bytes(), part.filnamn)
    except OSError:
        return None  # `open_part` says so on its page
    if not isinstance(suffix, str):
        return None
    return _Job(part.sha256, part.path, f"{part.sha256}{suffix}")


def _convert(
    jobs: Sequence[_Job], plan: UtskickPlan, soffice: Path
) -> Work[dict[str, Path | Reason]]:
    """Convert all in one run; those that are missing after it one by one.

    One file can bring the program down, and the rest with it.
    """
    with _folder() as folder:
        made, late = yield from _run(jobs, plan, soffice, folder)
        left = [job for job in jobs if job.sha256 not in made]
        if len(jobs) == 1 and left:
            return {left[0].sha256: Reason.OFFICE_SLOW if late else Reason.OFFICE_FAILED}
    result: dict[str, Path | Reason] = dict(made)
    for job in left:
        result.update((yield from _convert([job], plan, soffice)))
    return result


def _run(
    jobs: Sequence[_Job], plan: UtskickPlan, soffice: Path, folder: Path
) -> Work[tuple[dict[str, Path], bool]]:
    sources = [Path(shutil.copyfile(job.source, folder / job.name)) for job in jobs]
    total, late = len(jobs), False
    try:
        seconds = plan.patience * (1 + total // _BATCH)
        for _ in run_soffice(soffice, sources, folder, seconds):
            done = sum(source.with_suffix(".pdf").exists() for source in sources)
            yield Progress(done, total, f"Gör om Officedokument till PDF ({done} av {total})")
    except TimeoutError:
        late = True
    except OSError:  # the program can't be started
        return {}, False
    return {job.sha256: kept for job in jobs if (kept := _keep(job, folder, plan.cache))}, late


def _keep(job: _Job, folder: Path, cache: Path) -> Path | None:
    """Move what became of `job` to the folder that keeps it."""
    import pikepdf

    found = (folder / job.name).with_suffix(".pdf")
    try:
        with pikepdf.open(found) as pdf:
            if not len(pdf.pages):
                return None
    except (FileNotFoundError, pikepdf.PdfError):
        return None
    kept = cache / f"{job.sha256}-{_WAY}.pdf"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refused(error, cache) from error
    with beside(kept) as file, found.open("rb") as source:
        shutil.copyfileobj(source, file)
    return kept


@contextmanager
def _folder() -> Generator[Path]:
    try:
        with tempfile.TemporaryDirectory(prefix="namnd-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise write_refused(error, Path(tempfile.gettempdir())) from error
