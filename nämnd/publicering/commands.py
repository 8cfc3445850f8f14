"""What is decided about publishing. What is justerat can be reviewed too: it changes no § of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.organisation.rules import one_line
from nämnd.publicering.errors import (
    MaskTooShortError,
    NothingMaskedError,
    SekretessPublishedError,
)
from nämnd.publicering.masks import letters_of
from nämnd.publicering.queries import is_of_secret
from nämnd.publicering.values import Sekretess, Vad, Val
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store.rows import load
from nämnd.tables import Bilaga, Paragraf, Punkt, Sammanträde, Utgåva

_TOPICS = frozenset({Topic.PUBLICERING})
_KINDS: dict[Vad, type[Punkt] | type[Bilaga] | type[Paragraf]] = {
    "punkt": Punkt,
    "bilaga": Bilaga,
    "paragraf": Paragraf,
}
_LEAST = 2  # letters or figures of what is masked
PROTOKOLL, UTSKICK = "protokoll offentligt", "utskick offentligt"
"""The public papers, as an Utgåva calls them."""


@dataclass(frozen=True, kw_only=True)
class SavePublicering:
    """Save the review of a punkt, a bilaga or a §. `val` None: it is not reviewed any more.

    `granskat`: SHA-256 of what the reviewer saw; a later change of it makes the review void. A
    punkt has no sekretess of its own.
    """

    vad: Vad
    key: str
    val: Val | None
    maskeringar: tuple[str, ...] = ()
    sekretess: Sekretess | None = None
    granskat: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Save it.

        Raises:
            SekretessPublishedError, NothingMaskedError, MaskTooShortError: it can't be meant so.
        """
        words = _cleaned(self.maskeringar)
        if self.val == "maskerad" and not words:
            raise NothingMaskedError
        if self.val == "ja" and self.sekretess is not None:
            raise SekretessPublishedError
        row = load(session, _KINDS[self.vad], self.key)
        if self.val == "ja" and isinstance(row, Bilaga) and is_of_secret(session, row):
            raise SekretessPublishedError
        row.publicering, row.maskeringar = self.val, list(words)
        row.granskat = self.granskat if self.val else None
        if not isinstance(row, Punkt):
            row.sekretess_lagrum = self.sekretess.lagrum if self.sekretess else None
            row.sekretess_datum = self.sekretess.datum if self.sekretess else None
        return _TOPICS


@dataclass(frozen=True, kw_only=True)
class RecordPublished:
    """Keep the public files that were made. There is no way back: they may be out already."""

    sammanträde_id: str
    utgåvor: tuple[NewUtgåva, ...]
    when: datetime

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep them as utgåvor."""
        load(session, Sammanträde, self.sammanträde_id)
        for new in self.utgåvor:
            session.add(
                Utgåva(
                    sammanträde_id=self.sammanträde_id,
                    dokument=new.dokument,
                    format=new.format,
                    sha256=new.sha256,
                    storlek=new.storlek,
                    filnamn=new.filnamn,
                    innehåll="{}",
                    mallversion=new.mallversion,
                    skapad=self.when.isoformat(timespec="seconds"),
                )
            )
        return _TOPICS


def _cleaned(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(one for one in map(one_line, words) if one))
    for one in kept:
        if len(letters_of(one)) < _LEAST:
            raise MaskTooShortError(one)
    return kept
