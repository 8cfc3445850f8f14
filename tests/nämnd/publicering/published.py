"""A sammanträde to publish: bilagor and §§ with secrets in them, reviewed through the commands."""

from dataclasses import dataclass
from dataclasses import replace as with_values
from pathlib import Path
from typing import Any

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.paket.public.making import PublicMade, make_public, make_public_files
from nämnd.paket.public.planning import PDF, WORD, PublicOrder, What, plan_public
from nämnd.paket.public.reviewing import Review, ToReview, review
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft
from nämnd.publicering.commands import SavePublicering
from nämnd.sammanträde.dagordning import SatsRow
from nämnd.store import Store
from tests.builders import a_bilaga, a_nämnd, a_punkt, a_sammanträde
from tests.conftest import NOW
from tests.nämnd.paket import hostile_silent as _silent  # noqa: F401 - adds its places
from tests.nämnd.paket.hostile import ADDRESS, NAME, NUMBER, PLACES
from tests.nämnd.protokoll.meeting_day import handle

SECRET = "Omplacering av Birger Hemlighetsson"  # noqa: S105 - a name
WORDS = (NAME, ADDRESS, NUMBER)


@dataclass
class Published:
    """A sammanträde with a course list, a personal matter, and something that all may read."""

    store: Store
    files: FileStore
    folder: Path

    def __post_init__(self) -> None:
        self.nämnd = a_nämnd(self.store)
        self.key = a_sammanträde(self.store, self.nämnd)
        self.course = a_punkt(
            self.store, self.key, f"Kurs i Halmstad för {NAME}",
            sammanfattning=f"Anmäld är **Sharon** Isbergsson, [brev](mailto:{ADDRESS}).",
            förslag=(SatsRow("s1", f"Att bevilja {NAME} ({NUMBER}) kursen"),),
        )  # fmt: skip
        self.personal = a_punkt(self.store, self.key, SECRET)
        self.open = a_punkt(self.store, self.key, "Budget för alla")
        self.list = self.bilaga(self.course, f"Anmälan {NAME}", "among_other_words")
        self.secret = self.bilaga(self.personal, SECRET, "plain")
        self.plan = self.bilaga(self.open, "Plan", "in_its_properties")
        self.paragrafer = [
            handle(self.store, one) for one in (self.course, self.personal, self.open)
        ]

    def bilaga(self, punkt: str, rubrik: str, place: str) -> str:
        path = self.folder / f"{NAME} {rubrik}.pdf"
        PLACES[place](path)
        return a_bilaga(self.store, punkt, rubrik, file=self.files.keep(path))

    def say(self, paragraf_id: str, **facts: Any) -> None:
        draft = self.store.ask(lambda session: paragraf_draft(session, paragraf_id))
        self.store.do(SaveParagraf(paragraf_id=paragraf_id, draft=with_values(draft, **facts)))

    def review(self) -> Review:
        return review(self.store, self.files, self.key, today=NOW.date())

    def item(self, key: str) -> ToReview:
        return next(one for one in self.review().items if one.granskning.key == key)

    def decide(self, key: str, val: Any, *words: str, **facts: Any) -> None:
        one = self.item(key)
        self.store.do(
            SavePublicering(
                vad=one.granskning.vad, key=key, val=val, maskeringar=words,
                granskat=one.sha256, **facts,
            )
        )  # fmt: skip

    def decide_all(self) -> None:
        """Mask the course, withhold the personal matter, publish the rest."""
        for one in self.review().items:
            key = one.granskning.key
            if key in (self.course, self.list, self.paragrafer[0]):
                self.decide(key, "maskerad", *WORDS)
            elif key in (self.personal, self.secret, self.paragrafer[1]):
                self.decide(key, "nej")
            else:
                self.decide(key, "ja")

    def order(self, *what: What, forms: tuple[str, ...] = (PDF, WORD)) -> PublicOrder:
        return plan_public(
            self.review(), self.files, frozenset(what or What), forms=forms,
            cache=self.folder / "cache", created=NOW.astimezone(),
        )  # fmt: skip

    def make(self, *what: What, forms: tuple[str, ...] = (PDF, WORD)) -> PublicMade:
        return finish(
            make_public(make_public_files, self.order(*what, forms=forms), self.folder / "ut")
        )
