"""What is to be said of an answer: what it says, whether it is proved, whether it was taken."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import FileDamagedError, FileMissingError
from nämnd.justering.errors import SvarRefusedError
from nämnd.justering.refusals import refusal_text as refused_text
from nämnd.justeringsfil.errors import SvarError
from nämnd.justeringsfil.refusals import refusal_text
from nämnd.justeringsfil.values import Svar
from nämnd.kontroll.times import moment
from nämnd.kontroll.values import Finding, What, found
from nämnd.logg.queries import removed_row
from nämnd.paket.justering.answers import signed_file, theirs_alone
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
        yield _of_no_package(session, svar)
        return
    yield from _proved(svar, session, files, paket, passphrase, now, namn)
    yield from _taken(svar, session)


def _of_no_package(session: Session, svar: Svar) -> Finding:
    gone = removed_row(session, Justeringspaket.__tablename__, svar.paket_id)
    return found(What.SVAR_VOID, skäl=str(gone["kastat"])) if gone else found(What.SVAR_FOREIGN)


def _proved(  # noqa: PLR0913, PLR0917 - one call, from above
    svar: Svar,
    session: Session,
    files: FileStore,
    paket: Justeringspaket,
    passphrase: str | None,
    now: datetime,
    namn: str,
) -> Iterator[Finding]:
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
        signed = signed_file(opened, svar, namn, now)
    except SvarError as error:
        yield found(What.REFUSED, skäl=refusal_text(error))
        return
    except SvarRefusedError as error:
        yield found(What.REFUSED, skäl=refused_text(error))
        return
    except (FileMissingError, FileDamagedError):
        yield found(What.SVAR_UNPROVED)
        return
    by = "engångskoden" if proof.bevis == CODE else "certifikatet"
    yield found(What.SVAR_PROVED, namn=namn, bevis=by)
    if signed is not None:
        yield found(What.SVAR_SIGNED, namn=namn)


def _taken(svar: Svar, session: Session) -> Iterator[Finding]:
    row = session.scalar(select(Justeringssvar).where(Justeringssvar.sha256 == svar.sha256))
    if row is None:
        yield found(What.SVAR_NOT_TAKEN)
        return
    yield found(What.SVAR_TAKEN, tid=moment(row.inläst))
    if row.kastat:
        yield found(What.SVAR_VOID, skäl=row.kastat)
