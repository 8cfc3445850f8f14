"""What a package is made from, as it is in one moment, and what keeps it from being made."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.documents.protokoll.marks import listed
from nämnd.justering import rules
from nämnd.justering.errors import (
    AskedUnfitError,
    PassphraseDemandedError,
    PassphraseWeakError,
)
from nämnd.justering.queries import has_sekretess, justering_view
from nämnd.justering.sent_commands import refuse_sending
from nämnd.justering.values import JusteringView, Signer
from nämnd.logg.queries import head
from nämnd.logg.values import LogHead
from nämnd.lås.innehåll import innehåll
from nämnd.paket.justering.orders import LEAST_PASSPHRASE, SendOrder, places
from nämnd.protokoll import frozen
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.store.rows import load
from nämnd.tables import Justering


@dataclass(frozen=True, slots=True)
class Facts:
    """What a package is made from."""

    view: JusteringView
    sent: bool  # something has been sent before
    before: str | None  # sha256 of what the §§ said then
    innehåll: str  # sha256 of what they say now
    text: Protokoll  # just the set
    signers: tuple[Signer, ...]
    sekretess: bool
    logg: LogHead

    @property
    def which(self) -> str:
        """Return «§§ 59–74»."""
        return listed(paragrafer.of(self.view.numbers))

    def is_same(self, pdf: str) -> bool:
        """Say whether it is the same text in the same file (sha256) as was sent last."""
        return (self.before, self.view.pdf) == (self.innehåll, pdf)


def gather_facts(session: Session, justering_id: str, order: SendOrder) -> Facts:
    """Return what is needed to send a set as `order` says.

    Raises:
        GoneError, NotNowError, NothingToJusteraError, NoSignersError, SetsOverlapError,
        SättNotAllowedError: it can't be sent so.
    """
    row = load(session, Justering, justering_id)
    signers = refuse_sending(session, row, order.sätt)
    chosen = paragrafer.read(row.paragrafer)
    return Facts(
        view=justering_view(session, justering_id),
        sent=row.innehåll is not None,
        before=row.innehåll,
        innehåll=innehåll(session, row.sammanträde_id, row.paragrafer),
        text=frozen.of_set(protokoll(session, row.sammanträde_id), chosen),
        signers=signers,
        sekretess=has_sekretess(session, row.sammanträde_id, chosen),
        logg=head(session),
    )


def refuse_order(facts: Facts, order: SendOrder) -> None:
    """Refuse an order that asks nobody fit, or leaves what is under sekretess open.

    Raises:
        AskedUnfitError, PassphraseDemandedError, PassphraseWeakError.
    """
    persons = [one.person_id for one in order.asked]
    known = {one.person_id for one in facts.signers}
    signing = any(one.sätt == rules.ELECTRONIC for one in order.asked)
    if (
        not set(persons) <= known
        or len(set(persons)) < len(persons)
        or (signing and order.sätt != rules.ELECTRONIC)
        or (not persons and order.sätt != rules.PAPER)
    ):
        raise AskedUnfitError(facts.which)
    if not order.asked:
        return
    if facts.sekretess and not order.passphrase:
        raise PassphraseDemandedError(facts.which)
    if order.passphrase is not None and len(order.passphrase) < LEAST_PASSPHRASE:
        raise PassphraseWeakError(LEAST_PASSPHRASE)


def to_sign(facts: Facts, order: SendOrder) -> Mapping[str, str]:
    """Return the place of each who is to sign electronically, now or later."""
    if order.sätt != rules.ELECTRONIC:
        return {}
    asked = {one.person_id for one in order.asked if one.sätt == rules.ELECTRONIC}
    asked |= {one.person_id for one in facts.signers if one.required}
    return {key: place for key, place in places(facts.signers) if key in asked}


def voided_by(facts: Facts) -> tuple[str, ...]:
    """Return the names of those whose approval does not stand on another file."""
    names = {one.person_id: one.namn for one in facts.signers}
    given = dict.fromkeys(one.person_id for one in facts.view.underskrifter)
    return tuple(names.get(key, facts.text.name(key)) for key in given)
