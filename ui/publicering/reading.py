"""The text of the bilagor, read in the helper process while the review is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nämnd.core.progress import Work
from nämnd.paket.convert import convert_office
from nämnd.paket.public.texts import FileText, read_texts
from nämnd.paket.sending import cache_of, plan_utskick
from ui.toolkit.jobs import Job

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from nämnd.paket.plan import UtskickPlan
    from nämnd.paket.public.reviewing import Review, ToReview
    from ui.desk import Desk


class TextReader:
    """What the files say, as soon as they are read."""

    def __init__(
        self, desk: Desk, owner: QObject, review: Review, done: Callable[[], None]
    ) -> None:
        """Read nothing yet; `done` is called when all is read."""
        self._desk, self._owner, self._review, self._done = desk, owner, review, done
        self._read: dict[str, FileText] = {}
        self._job: Job | None = None

    def start(self) -> None:
        """Begin to read, if there is anything to read."""
        if not self._review.of("bilaga"):
            return
        plan = plan_utskick(
            self._review.papers,
            self._desk.files,
            cache=cache_of(self._desk.store.place),
            created=self._desk.clock(),
        )

        def done(read: dict[str, FileText]) -> None:
            self._read.update(read)
            self._done()

        self._job = self._desk.jobs.run(
            self._work(plan), self._owner, done, label="Läser bilagorna"
        )

    def text_of(self, item: ToReview) -> FileText | None:
        """Return what the file of a bilaga says; None while it is not read."""
        return self._read.get(item.sha256)

    def is_job(self, job: Job) -> bool:
        """Say whether this job is the reading."""
        return job is self._job

    def _work(self, plan: UtskickPlan) -> Work[dict[str, FileText]]:
        conversions = yield from convert_office(plan)
        known = self._review.known
        return (yield from self._desk.heavy.run(read_texts, plan, conversions, known))
