"""Reads an answer, and says whose it is proved to be; what it does to the §§ is not known here.

That the signature in the PDF holds, `nämnd.underskrift.checking` says.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nämnd.justeringsfil.answer_form import SIGNED, body, parsed
from nämnd.justeringsfil.codes import svar_mac
from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault
from nämnd.justeringsfil.limits import MOST_ANSWER
from nämnd.justeringsfil.packing import MANIFEST
from nämnd.justeringsfil.secrecy import decrypted, is_encrypted
from nämnd.justeringsfil.strict_zip import first_name
from nämnd.justeringsfil.times import is_before, moment
from nämnd.justeringsfil.values import Manifest, Svar

CODE = "kod"

_AS_SVAR = {
    PackageFault.NOT_A_PACKAGE: SvarFault.IS_PACKAGE,
    PackageFault.NEWER: SvarFault.NEWER,
    PackageFault.TOO_LARGE: SvarFault.TOO_LARGE,
    PackageFault.PASSPHRASE_NEEDED: SvarFault.PASSPHRASE_NEEDED,
    PackageFault.WRONG_PASSPHRASE: SvarFault.WRONG_PASSPHRASE,
}


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows whose the answer is.

    `bevis`: «kod», or the fingerprint of the certificate it is signed with. `new_certificate`: that
    certificate (DER), when it was not known and the code vouches for it: to be remembered.
    """

    bevis: str
    new_certificate: bytes | None


def read_answer(data: bytes, passphrase: str | None = None) -> Svar:
    """Return an answer, whole as it was written. Nothing in it is proved yet.

    Raises:
        SvarError: NOT_AN_ANSWER, IS_PACKAGE, NEWER, DAMAGED, TOO_LARGE, PASSPHRASE_NEEDED,
            WRONG_PASSPHRASE.
    """
    if first_name(data) == MANIFEST:
        raise SvarError(SvarFault.IS_PACKAGE)
    if len(data) > MOST_ANSWER:
        raise SvarError(SvarFault.TOO_LARGE)
    if is_encrypted(data):
        try:
            data = decrypted(data, passphrase, "svar")
        except PackageError as error:
            raise SvarError(_AS_SVAR.get(error.why, SvarFault.DAMAGED)) from error
    return parsed(data)


def verify(
    svar: Svar,
    *,
    manifest: Manifest,
    manifest_sha256: str,
    key: bytes | None,
    known: Iterable[bytes],
    now: datetime,
) -> Proof:
    """Return what proves that the answer is that person's, to that package.

    Args:
        svar: the answer.
        manifest: of the package as it was sent.
        manifest_sha256: of that manifest.
        key: made from the person's one-time code; None when they have none.
        known: certificates (DER) that are known to be that person's.
        now: local time.

    Raises:
        SvarError: with the reason.
    """
    namn = _refuse_other(svar, manifest, manifest_sha256)
    _refuse_time(svar, manifest, namn, now)
    return _proof(svar, namn, key, frozenset(known))


def _refuse_other(svar: Svar, manifest: Manifest, manifest_sha256: str) -> str:
    """Refuse what is not an answer of one who is asked; return their name."""
    if svar.manifest != manifest_sha256:
        raise SvarError(_which_other(svar, manifest))
    if svar.paket_id != manifest.paket_id:
        raise SvarError(SvarFault.OTHER_PACKAGE)
    asked = next((one for one in manifest.tillfrågade if one.person_id == svar.person_id), None)
    if asked is None:
        raise SvarError(SvarFault.NOT_ASKED)
    if svar.slag == SIGNED and asked.fält is None:
        raise SvarError(SvarFault.NOT_ASKED_TO_SIGN, asked.namn)
    if svar.slag == SIGNED and not (svar.tillägg and svar.certifikat):
        raise SvarError(SvarFault.SIGNATURE_MISSING, asked.namn)
    return asked.namn


def _which_other(svar: Svar, manifest: Manifest) -> SvarFault:
    if svar.manifest in manifest.tidigare:
        return SvarFault.OTHER_VERSION
    if svar.paket_id == manifest.paket_id:
        return SvarFault.PACKAGE_CHANGED
    return SvarFault.OTHER_PACKAGE


def _refuse_time(svar: Svar, manifest: Manifest, namn: str, now: datetime) -> None:
    if is_before(svar.tid, manifest.skapat):
        fault = SvarFault.TIME_BEFORE_PACKAGE
    elif is_before(now.isoformat(), svar.tid):
        fault = SvarFault.TIME_AHEAD
    else:
        return
    raise SvarError(fault, namn, svar.tid, manifest.skapat)


def _proof(svar: Svar, namn: str, key: bytes | None, known: frozenset[bytes]) -> Proof:
    """Return what proves the person. A proof that is there must hold, even with another beside."""
    said = body(svar, kod=svar.mac is not None)
    if svar.mac is not None and not _fits(svar.mac, key, said):
        raise SvarError(SvarFault.WRONG_PERSON, namn, svar.tid)
    if svar.certifikat is None or svar.underskrift is None:
        if svar.mac is None:
            raise SvarError(SvarFault.NO_PROOF, namn, svar.tid)
        return Proof(CODE, None)
    fingerprint = _signed_by(svar.certifikat, said, svar.underskrift, svar, namn)
    if svar.certifikat in known:
        return Proof(fingerprint, None)
    if svar.mac is None:
        raise SvarError(SvarFault.UNKNOWN_CERTIFICATE, namn, svar.tid)
    return Proof(fingerprint, svar.certifikat)


def _fits(mac: str, key: bytes | None, said: bytes) -> bool:
    return key is not None and hmac.compare_digest(mac, svar_mac(key, said))


def _signed_by(der: bytes, said: bytes, signature: bytes, svar: Svar, namn: str) -> str:
    """Return the fingerprint of the certificate, whose key made the signature when it was valid."""
    from nämnd.underskrift.certificates import bytes_signed_by, info_of

    if not bytes_signed_by(der, said, signature):
        raise SvarError(SvarFault.WRONG_PERSON, namn, svar.tid)
    info = info_of(der)
    if not info.valid_from <= moment(svar.tid) <= info.valid_till:
        raise SvarError(SvarFault.EXPIRED_CERTIFICATE, namn, svar.tid)
    return info.fingerprint
