"""What is to be said of an answer: what it says, whether it is proved, whether it was taken."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import FileDamagedError, FileMissingError
from nämnd.justeringsfil.errors import SvarError
from nämnd.justeringsfil.refusals import refusal_text
from nämnd.justeringsfil.values import Svar
from nämnd.kontroll.times import moment
from nämnd.kontroll.values import Finding, What, found
from nämnd.paket.justering.answers import theirs_alone
from nämnd.tables import Justeringspaket, Justeringssvar, Person


def svar_findings(
    svar: Svar,
    session: Session | None,
    files: FileStore | None,
    passphrase: str | None,
    now: datetime,
) -> Iterator[Finding]:
    """Yield what is to be said of an answer. Nothing is noted or taken by it."""
    person = session.get(Person, svar.person_id) if session else None
    namn = person.namn if person else "okänd person"
    yield found(What.SVAR_SAYS, namn=namn, slag=svar.slag, tid=moment(svar.tid),
                kommentarer=str(len(svar.kommentarer)))  # fmt: skip
    if session is None or files is None:
        yield found(What.SVAR_UNPROVED)
        return
    paket = session.get(Justeringspaket, svar.paket_id)
    if paket is None:
        yield found(What.SVAR_FOREIGN)
        return
    yield _proved(svar, session, files, paket, passphrase, now, namn)
    yield from _taken(svar, session)


def _proved(  # noqa: PLR0913, PLR0917 - one call, from above
    svar: Svar,
    session: Session,
    files: FileStore,
    paket: Justeringspaket,
    passphrase: str | None,
    now: datetime,
    namn: str,
) -> Finding:
    from nämnd.justeringsfil.opening import open_package
    from nämnd.justeringsfil.verifying import CODE, verify

    keys = {str(one["person"]): str(one["nyckel"]) for one in paket.tillfrågade}
    key = keys.get(svar.person_id)
    try:
        opened = open_package(files.read(paket.fil, paket.filnamn), passphrase)
        proof = verify(
            svar,
            manifest=opened.manifest,
            manifest_sha256=opened.sha256,
            key=bytes.fromhex(key) if key else None,
            known=theirs_alone(session, svar.person_id),
            now=now,
        )
    except SvarError as error:
        return found(What.REFUSED, skäl=refusal_text(error))
    except (FileMissingError, FileDamagedError):
        return found(What.SVAR_UNPROVED)
    by = "engångskoden" if proof.bevis == CODE else "certifikatet"
    return found(What.SVAR_PROVED, namn=namn, bevis=by)


def _taken(svar: Svar, session: Session) -> Iterator[Finding]:
    row = session.scalar(select(Justeringssvar).where(Justeringssvar.sha256 == svar.sha256))
    if row is None:
        yield found(What.SVAR_NOT_TAKEN)
        return
    yield found(What.SVAR_TAKEN, tid=moment(row.inläst))
    if row.kastat:
        yield found(What.SVAR_VOID, skäl=row.kastat)
