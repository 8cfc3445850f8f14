"""Changes to the handlingar of ärenden. Each registering and annulment stands."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.store.rows import load, rows_where
from nämnd.tables import Handling, Handlingsversion, Ärende
from nämnd.ärende.commands import refuse
from nämnd.ärende.errors import ÄrendeFault
from nämnd.ärende.rules import handling_problems, line
from nämnd.ärende.values import HandlingDraft
from nämnd.ärende.writing import new_version, write_handling

CHANGED = frozenset({Topic.HANDLING, Topic.ÄRENDE})


@dataclass(frozen=True, slots=True)
class NewHandling:
    """A handling to register. `varningar`: `nämnd.filtext.values.Warning` values of its file."""

    draft: HandlingDraft
    file: KeptFile | None = None
    varningar: tuple[str, ...] = ()
    handling_id: str = field(default_factory=new_id)


@dataclass(frozen=True, kw_only=True)
class RegisterHandlingar:
    """Register handlingar in an ärende; they get the next numbers of it, in the order given."""

    final = True

    ärende_id: str
    new: tuple[NewHandling, ...]
    when: str  # ISO time
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them with their files as first versions.

        A closed ärende takes them too: what comes in is registered at once (OSL 5:1).

        Raises:
            GoneError; ÄrendeError: nothing to register, the ärende is annulled, or one can't be
                registered as it is written.
        """
        _open_parent(session, self.ärende_id)
        if not self.new:
            refuse(ÄrendeFault.NOTHING)
        first = next_löpnr(session, self.ärende_id)
        for löpnr, one in enumerate(self.new, start=first):
            refuse(*handling_problems(one.draft, self.today), of=line(one.draft.rubrik))
            row = Handling(id=one.handling_id, ärende_id=self.ärende_id, löpnr=löpnr)
            write_handling(row, one.draft)
            session.add(row)
            if one.file is not None:
                session.add(new_version(row.id, 1, one.file, self.when, one.varningar))
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeHandling:
    """Change what the register has of a handling."""

    handling_id: str
    draft: HandlingDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; ÄrendeError: it is annulled, or can't be as it is written.
        """
        row = _open(session, self.handling_id)
        refuse(*handling_problems(self.draft))
        write_handling(row, self.draft)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class AddVersion:
    """Give a handling a new version of its file. The older ones are kept."""

    final = True

    handling_id: str
    file: KeptFile
    when: str  # ISO time
    varningar: tuple[str, ...] = ()

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it; the same file as the newest changes nothing.

        Raises:
            GoneError; ÄrendeError: the handling or its ärende is annulled.
        """
        _open(session, self.handling_id)
        add_version(session, self.handling_id, self.file, self.when, self.varningar)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class AnnulHandling:
    """Say that a handling was registered by mistake. It stays, with its number and the reason."""

    final = True

    handling_id: str
    skäl: str
    datum: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set reason and day.

        Raises:
            GoneError; ÄrendeError: it is annulled already, or there is no reason.
        """
        row = _open(session, self.handling_id)
        if not line(self.skäl):
            refuse(ÄrendeFault.SKÄL_MISSING)
        row.makulerad, row.makulerad_datum = line(self.skäl), self.datum
        return CHANGED


def next_löpnr(session: Session, ärende_id: str) -> int:
    """Return the number that the next handling of an ärende gets. Annulled ones keep theirs."""
    session.flush()
    highest = session.scalar(
        select(func.max(Handling.löpnr)).where(Handling.ärende_id == ärende_id)
    )
    return (highest or 0) + 1


def add_version(
    session: Session, handling_id: str, file: KeptFile, when: str, varningar: tuple[str, ...] = ()
) -> None:
    """Add a version after the newest, unless that has the same content."""
    versions = rows_where(session, Handlingsversion, Handlingsversion.handling_id == handling_id)
    newest = max(versions, key=lambda row: row.nummer, default=None)
    if newest is None or newest.sha256 != file.sha256:
        nummer = newest.nummer + 1 if newest else 1
        session.add(new_version(handling_id, nummer, file, when, varningar))


def _open_parent(session: Session, ärende_id: str) -> None:
    if load(session, Ärende, ärende_id).makulerat is not None:
        refuse(ÄrendeFault.ÄRENDE_ANNULLED)


def _open(session: Session, handling_id: str) -> Handling:
    row = load(session, Handling, handling_id)
    _open_parent(session, row.ärende_id)
    if row.makulerad is not None:
        refuse(ÄrendeFault.ANNULLED)
    return row
