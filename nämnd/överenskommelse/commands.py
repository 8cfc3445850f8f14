"""Changes to överenskommelser and their forms."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.store.rows import load, rows_where
from nämnd.tables import Blankett, Handling, Nämnd, Redovisning, Ärende, Överenskommelse
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft
from nämnd.ärende.writing import under
from nämnd.överenskommelse.errors import (
    BlankettIncompleteError,
    ÖverenskommelseError,
    ÖverenskommelseFault,
)
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.rules import blankett_problems, draft_problems, table_problems
from nämnd.överenskommelse.values import BlankettDraft, ÖverenskommelseDraft
from nämnd.överenskommelse.writing import (
    blankett_draft,
    delete_table,
    table_rows,
    write_blankett,
    write_tables,
    write_överenskommelse,
)

_CHANGED = frozenset({Topic.ÖVERENSKOMMELSE})
_REGISTERED = frozenset({Topic.ÖVERENSKOMMELSE, Topic.HANDLING, Topic.ÄRENDE})


@dataclass(frozen=True, kw_only=True)
class AddÖverenskommelse:
    """Write an överenskommelse down, with its tables."""

    nämnd_id: str
    draft: ÖverenskommelseDraft
    överenskommelse_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it. A recipient with the name of a huvudman is taken for it.

        Raises:
            GoneError; ÖverenskommelseError: it can't be as it is written.
        """
        nämnd = load(session, Nämnd, self.nämnd_id)
        row = Överenskommelse(id=self.överenskommelse_id, nämnd_id=nämnd.id)
        _write(session, row, self.draft)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeÖverenskommelse:
    """Change what is written of an överenskommelse; tables and rows are kept by their id."""

    överenskommelse_id: str
    draft: ÖverenskommelseDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; ÖverenskommelseError: it can't be as it is written.
        """
        _write(session, load(session, Överenskommelse, self.överenskommelse_id), self.draft)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveÖverenskommelse:
    """Remove an överenskommelse with its tables and forms. What is watched of it stays watched."""

    överenskommelse_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; ÖverenskommelseError: a form of it is registered, or a redovisning is made
                after it.
        """
        row = load(session, Överenskommelse, self.överenskommelse_id)
        forms = rows_where(session, Blankett, Blankett.överenskommelse_id == row.id)
        if any(one.handling_id for one in forms):
            _refuse((ÖverenskommelseFault.HAS_REGISTERED,))
        if rows_where(session, Redovisning, Redovisning.överenskommelse_id == row.id):
            _refuse((ÖverenskommelseFault.HAS_REDOVISNING,))
        for one in forms:
            session.delete(one)
        for table in table_rows(session, row.id):
            delete_table(session, table)
        session.delete(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class AddBlankett:
    """Begin a form of one recipient. It may be filled in bit by bit."""

    överenskommelse_id: str
    draft: BlankettDraft
    blankett_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it.

        Raises:
            GoneError; ÖverenskommelseError: it has no recipient, or an amount is no sum of money.
        """
        mother = load(session, Överenskommelse, self.överenskommelse_id)
        _refuse(blankett_problems(self.draft))
        row = Blankett(id=self.blankett_id, överenskommelse_id=mother.id)
        write_blankett(row, self.draft)
        session.add(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeBlankett:
    """Change what is filled in."""

    blankett_id: str
    draft: BlankettDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; ÖverenskommelseError: it is registered, or can't be as it is written.
        """
        row = _open_form(session, self.blankett_id)
        _refuse(blankett_problems(self.draft))
        write_blankett(row, self.draft)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveBlankett:
    """Throw away a form that was never registered."""

    blankett_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; ÖverenskommelseError: it is registered.
        """
        session.delete(_open_form(session, self.blankett_id))
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RegisterBlankett:
    """Register a form as it stands: a handling that goes out, in the ärende of its överenskommelse.

    `file` is the document made of it. It is then locked.
    """

    final = True

    blankett_id: str
    file: KeptFile
    when: str  # ISO time
    today: date
    handling_id: str = field(default_factory=new_id)  # what the new handling is to be called

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the handling.

        Raises:
            GoneError; BlankettIncompleteError: something it must say is missing;
            ÖverenskommelseError: it is registered already, or there is no ärende;
            ÄrendeError: that ärende is annulled.
        """
        row = _open_form(session, self.blankett_id)
        draft = blankett_draft(row)
        if lacking := missing(draft):
            raise BlankettIncompleteError(draft.slag, lacking)
        mother = load(session, Överenskommelse, row.överenskommelse_id)
        if mother.ärende_id is None:
            _refuse((ÖverenskommelseFault.NO_ÄRENDE,))
        ärende = load(session, Ärende, mother.ärende_id or "")
        handling = under(ärende, self._handling(draft, mother))
        new = NewHandling(handling, self.file, (), self.handling_id)
        RegisterHandlingar(ärende_id=ärende.id, new=(new,), when=self.when, today=self.today).run(
            session
        )
        row.handling_id = self.handling_id
        return _REGISTERED

    def _handling(self, draft: BlankettDraft, mother: Överenskommelse) -> HandlingDraft:
        return HandlingDraft(
            datum=min(draft.datum or self.today, self.today),
            rubrik=f"{draft.slag.capitalize()}, {draft.mottagare}: {mother.rubrik}",
            riktning="utgående",
            från_till=mother.utbetalas_av,
            slag=draft.slag,
        )


@dataclass(frozen=True, kw_only=True)
class MarkSent:
    """Note the day a form was sent; None: it was not."""

    blankett_id: str
    datum: date | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day.

        Raises:
            GoneError.
        """
        load(session, Blankett, self.blankett_id).sänd = self.datum
        return _CHANGED


def _write(session: Session, row: Överenskommelse, draft: ÖverenskommelseDraft) -> None:
    _refuse(draft_problems(draft))
    for tabell in draft.tabeller:
        _refuse(table_problems(tabell), of=tabell.rubrik)
    _refuse_foreign(session, row.nämnd_id, draft)
    write_överenskommelse(row, draft)
    session.add(row)
    write_tables(session, row, draft.tabeller)


def _refuse_foreign(session: Session, nämnd_id: str, draft: ÖverenskommelseDraft) -> None:
    """Refuse an ärende or a handling of another nämnd."""
    keys = [draft.ärende_id] if draft.ärende_id else []
    if draft.handling_id:
        keys.append(load(session, Handling, draft.handling_id).ärende_id)
    if any(load(session, Ärende, key).nämnd_id != nämnd_id for key in keys):
        _refuse((ÖverenskommelseFault.OTHER_NÄMND,))


def _open_form(session: Session, blankett_id: str) -> Blankett:
    row = load(session, Blankett, blankett_id)
    if row.handling_id is not None:
        _refuse((ÖverenskommelseFault.REGISTERED,))
    return row


def _refuse(problems: Iterable[ÖverenskommelseFault], of: str = "") -> None:
    found = tuple(problems)
    if found:
        raise ÖverenskommelseError(found, of)
