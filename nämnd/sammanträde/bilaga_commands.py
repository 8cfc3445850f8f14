"""Changes to the bilagor of a punkt, their files and their order."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.organisation.rules import one_line
from nämnd.sammanträde import waiting_again
from nämnd.sammanträde.drafts import BilagaDraft, NewBilaga
from nämnd.sammanträde.punkt_commands import remove_bilaga
from nämnd.store.rows import load, renumber, rows_where
from nämnd.tables import Bilaga, Bilageversion, Punkt

_DAGORDNING = frozenset({Topic.DAGORDNING})


@dataclass(frozen=True, kw_only=True)
class AddBilagor:
    """Add bilagor to a punkt at a place in its order (1 is first), or last."""

    punkt_id: str
    new: tuple[NewBilaga, ...]
    when: str  # ISO time
    at: int | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them with their files as first versions."""
        load(session, Punkt, self.punkt_id)
        others = bilagor_of(session, self.punkt_id)
        place = len(others) if self.at is None else max(0, min(self.at - 1, len(others)))
        added = [self._add(session, one) for one in self.new]
        renumber([*others[:place], *added, *others[place:]])
        return _DAGORDNING

    def _add(self, session: Session, new: NewBilaga) -> Bilaga:
        bilaga = Bilaga(id=new.bilaga_id, punkt_id=self.punkt_id, ordning=0)
        session.add(bilaga)
        _set(bilaga, new.draft)
        if new.file is not None:
            session.add(_version(new.bilaga_id, 1, new.file, self.when))
        return bilaga


@dataclass(frozen=True, kw_only=True)
class SaveBilaga:
    """Change rubrik, note, or whether the file goes out."""

    bilaga_id: str
    draft: BilagaDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft."""
        _set(load(session, Bilaga, self.bilaga_id), self.draft)
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class ReplaceFile:
    """Give a bilaga a new version of its file. The older ones are kept."""

    bilaga_id: str
    file: KeptFile
    when: str  # ISO time

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the version; the same file again changes nothing."""
        load(session, Bilaga, self.bilaga_id)
        versions = rows_where(session, Bilageversion, Bilageversion.bilaga_id == self.bilaga_id)
        newest = max(versions, key=lambda row: row.nummer, default=None)
        if newest is None or newest.sha256 != self.file.sha256:
            number = newest.nummer + 1 if newest else 1
            session.add(_version(self.bilaga_id, number, self.file, self.when))
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class MoveBilaga:
    """Move a bilaga to place `to` (1 is first) under the same punkt or another."""

    bilaga_id: str
    punkt_id: str
    to: int

    def run(self, session: Session) -> frozenset[Topic]:
        """Move it. Under another punkt it gets a new beteckning; the old one is not used again."""
        bilaga = load(session, Bilaga, self.bilaga_id)
        load(session, Punkt, self.punkt_id)
        old = bilaga.punkt_id
        others = [row for row in bilagor_of(session, self.punkt_id) if row.id != bilaga.id]
        topics = _DAGORDNING
        if old != self.punkt_id:
            topics |= waiting_again.of_bilaga(session, bilaga, to=self.punkt_id)
            bilaga.punkt_id, bilaga.beteckning = self.punkt_id, None
        place = max(0, min(self.to - 1, len(others)))
        renumber([*others[:place], bilaga, *others[place:]])
        session.flush()
        renumber(bilagor_of(session, old))
        return topics


@dataclass(frozen=True, kw_only=True)
class RemoveBilaga:
    """Take a bilaga off the dagordning. Its file stays in the store."""

    bilaga_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it and close the gap."""
        bilaga = load(session, Bilaga, self.bilaga_id)
        punkt_id = bilaga.punkt_id
        topics = remove_bilaga(session, bilaga)
        session.flush()
        renumber(bilagor_of(session, punkt_id))
        return _DAGORDNING | topics


def bilagor_of(session: Session, punkt_id: str) -> list[Bilaga]:
    """Return the bilagor of a punkt in order."""
    return rows_where(session, Bilaga, Bilaga.punkt_id == punkt_id)


def _version(bilaga_id: str, number: int, file: KeptFile, when: str) -> Bilageversion:
    return Bilageversion(
        bilaga_id=bilaga_id,
        nummer=number,
        sha256=file.sha256,
        filnamn=file.name,
        storlek=file.size,
        sidor=file.pages,
        tillagd=when,
    )


def _set(bilaga: Bilaga, draft: BilagaDraft) -> None:
    if not one_line(draft.rubrik):
        raise InvalidDraftError((Draft.RUBRIK_MISSING,))
    bilaga.rubrik = one_line(draft.rubrik)
    bilaga.anmärkning = one_line(draft.anmärkning or "") or None
    bilaga.i_utskicket = draft.i_utskicket
