"""Changes to the skrivelser that are written in an ärende: missiv and tjänsteskrivelser.

A draft is changed and removed freely. Registered, it stands as a handling, and the skrivelse is
locked; a new version is written by unlocking it, and registered as the same handling's next one.
"""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.store.rows import load
from nämnd.tables import Handling, Skrivelse, Ärende
from nämnd.ärende.commands import open_ärende, refuse
from nämnd.ärende.errors import ÄrendeFault
from nämnd.ärende.handling_commands import add_version, next_löpnr
from nämnd.ärende.rules import skrivelse_problems
from nämnd.ärende.values import HandlingDraft, SkrivelseDraft
from nämnd.ärende.writing import new_version, sekretess, skrivelse_draft, write_handling
from nämnd.ärende.writing import write_skrivelse as write

_ÄRENDE = frozenset({Topic.ÄRENDE})
_REGISTERED = frozenset({Topic.ÄRENDE, Topic.HANDLING})


@dataclass(frozen=True, kw_only=True)
class SaveSkrivelse:
    """Write a skrivelse in an ärende, or change the one with that id."""

    skrivelse_id: str
    ärende_id: str
    draft: SkrivelseDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; ÄrendeError: it is registered as it stands, or the ärende is annulled.
        """
        ärende = open_ärende(session, self.ärende_id)
        refuse(*skrivelse_problems(self.draft))
        row = session.get(Skrivelse, self.skrivelse_id)
        if row is None:
            row = Skrivelse(id=self.skrivelse_id, ärende_id=ärende.id)
        else:
            _refuse_registered(row)
        if row.ärende_id != ärende.id:
            refuse(ÄrendeFault.OTHER_ÄRENDE)
        write(row, self.draft)
        session.add(row)
        return _ÄRENDE


@dataclass(frozen=True, kw_only=True)
class RemoveSkrivelse:
    """Throw away a draft that was never registered."""

    skrivelse_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; ÄrendeError: it is registered.
        """
        row = load(session, Skrivelse, self.skrivelse_id)
        if row.handling_id is not None:
            refuse(ÄrendeFault.REGISTERED)
        session.delete(row)
        return _ÄRENDE


@dataclass(frozen=True, kw_only=True)
class RegisterSkrivelse:
    """Register a skrivelse as it stands: a handling «upprättad», or the next version of one.

    `file` is the document made of it.
    """

    final = True

    skrivelse_id: str
    file: KeptFile
    when: str  # ISO time
    today: date
    handling_id: str = field(default_factory=new_id)  # what the new handling is to be called

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the handling or the version, and lock the skrivelse.

        What its ärende keeps secret, the handling does too.

        Raises:
            GoneError; ÄrendeError: it is registered already, or the ärende or the handling is
                annulled.
        """
        row = load(session, Skrivelse, self.skrivelse_id)
        ärende = open_ärende(session, row.ärende_id)
        _refuse_registered(row)
        refuse(*skrivelse_problems(skrivelse_draft(row)))
        if row.handling_id is None:
            self._new_handling(session, row, ärende)
        else:
            _refuse_annulled(load(session, Handling, row.handling_id))
            add_version(session, row.handling_id, self.file, self.when)
        row.registrerad = True
        return _REGISTERED

    def _new_handling(self, session: Session, row: Skrivelse, ärende: Ärende) -> None:
        handling = Handling(
            id=self.handling_id, ärende_id=ärende.id, löpnr=next_löpnr(session, ärende.id)
        )
        draft = HandlingDraft(
            datum=min(row.datum or self.today, self.today),
            rubrik=row.rubrik,
            riktning="upprättad",
            från_till=", ".join(row.till) or None,
            slag=row.slag,
            dölj_rubrik=ärende.dölj_rubrik,
            sekretess=sekretess(ärende.sekretess_lagrum, ärende.sekretess_datum),
        )
        write_handling(handling, draft)
        session.add_all((handling, new_version(handling.id, 1, self.file, self.when, ())))
        row.handling_id = handling.id


@dataclass(frozen=True, kw_only=True)
class UnlockSkrivelse:
    """Begin a new version of a registered skrivelse. What is registered stays as it is."""

    skrivelse_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Let it be written in.

        Raises:
            GoneError; ÄrendeError: it is not registered, or the ärende or the handling is annulled.
        """
        row = load(session, Skrivelse, self.skrivelse_id)
        open_ärende(session, row.ärende_id)
        if not row.registrerad:
            refuse(ÄrendeFault.NOT_REGISTERED)
        _refuse_annulled(load(session, Handling, row.handling_id or ""))
        row.registrerad = False
        return _ÄRENDE


def _refuse_registered(row: Skrivelse) -> None:
    if row.registrerad:
        refuse(ÄrendeFault.REGISTERED)


def _refuse_annulled(row: Handling) -> None:
    if row.makulerad is not None:
        refuse(ÄrendeFault.ANNULLED)
