"""Makes an answer to a package: what the chair sends back."""

from collections.abc import Iterable
from dataclasses import replace

from nämnd.justeringsfil.answer_form import (
    SIGNED,
    body,
    comments_fit,
    tidy_comments,
    tidy_time,
    written,
)
from nämnd.justeringsfil.codes import key_fits, key_of, svar_mac
from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.justeringsfil.secrecy import encrypted
from nämnd.justeringsfil.times import is_before
from nämnd.justeringsfil.values import Asked, Paket, Slag, Svar, SvarKommentar
from nämnd.underskrift.values import Certificate


def answer(  # noqa: PLR0913 an answer has these parts
    paket: Paket,
    asked: Asked,
    slag: Slag,
    kommentarer: Iterable[SvarKommentar],
    *,
    tid: str,
    code: str | None,
    certificate: Certificate | None,
    signed_pdf: bytes | None,
    passphrase: str | None,
) -> bytes:
    """Return the file of an answer, bound to the package, and to the person by what they have.

    Args:
        paket: what is answered.
        asked: who answers, as the package has them.
        slag: what they answer.
        kommentarer: on §§, or on the whole; an empty text is left out.
        tid: ISO time, by the clock of this computer.
        code: their one-time code; None when they have none.
        certificate: theirs; with it the answer is signed, whatever is answered.
        signed_pdf: the package's PDF with their signature; only with «godkänt och undertecknat».
        passphrase: that of the package, when it is encrypted: then the answer is too.

    Raises:
        SvarError: NO_PROOF, WRONG_CODE, CLOCK_BEHIND, NOT_ASKED, NOT_ASKED_TO_SIGN,
            SIGNATURE_MISSING, COMMENTS_TOO_LONG, PASSPHRASE_NEEDED.
        UnsignableError: `signed_pdf` is not the package's PDF with something after it.
    """
    svar = replace(
        _empty(paket, asked, slag),
        tid=tidy_time(tid),
        kommentarer=tidy_comments(kommentarer),
        tillägg=_addition(paket, asked, slag, signed_pdf),
        certifikat=certificate.info.der if certificate else None,
    )
    _refuse(svar, paket, asked, passphrase)
    file = written(_proved(svar, paket, code, certificate))
    return encrypted(file, passphrase, "svar") if paket.krypterat and passphrase else file


def _empty(paket: Paket, asked: Asked, slag: Slag) -> Svar:
    return Svar(
        paket_id=paket.manifest.paket_id,
        manifest=paket.sha256,
        person_id=asked.person_id,
        slag=slag,
        tid="",
        kommentarer=(),
        tillägg=None,
        mac=None,
        certifikat=None,
        underskrift=None,
        sha256="",
    )


def _addition(paket: Paket, asked: Asked, slag: Slag, signed_pdf: bytes | None) -> bytes | None:
    from nämnd.underskrift.signing import increment

    if slag != SIGNED:
        return None
    if asked.fält is None:
        raise SvarError(SvarFault.NOT_ASKED_TO_SIGN, asked.namn)
    added = increment(paket.pdf, signed_pdf) if signed_pdf is not None else b""
    if not added:
        raise SvarError(SvarFault.SIGNATURE_MISSING, asked.namn)
    return added


def _refuse(svar: Svar, paket: Paket, asked: Asked, passphrase: str | None) -> None:
    skapat = paket.manifest.skapat
    if asked not in paket.manifest.tillfrågade:
        raise SvarError(SvarFault.NOT_ASKED, asked.namn)
    if is_before(svar.tid, skapat):
        raise SvarError(SvarFault.CLOCK_BEHIND, asked.namn, svar.tid, skapat)
    if not comments_fit(svar.kommentarer):
        raise SvarError(SvarFault.COMMENTS_TOO_LONG, asked.namn)
    if paket.krypterat and not passphrase:
        raise SvarError(SvarFault.PASSPHRASE_NEEDED, asked.namn)
    if svar.slag == SIGNED and svar.certifikat is None:
        raise SvarError(SvarFault.SIGNATURE_MISSING, asked.namn)


def _proved(svar: Svar, paket: Paket, code: str | None, certificate: Certificate | None) -> Svar:
    from nämnd.underskrift.certificates import sign_bytes

    if not code and certificate is None:
        raise SvarError(SvarFault.NO_PROOF)
    said = body(svar, kod=bool(code))
    if code:
        key = key_of(code, svar.paket_id)
        if not key_fits(paket, svar.person_id, key):
            raise SvarError(SvarFault.WRONG_CODE)
        svar = replace(svar, mac=svar_mac(key, said))
    if certificate is not None:
        svar = replace(svar, underskrift=sign_bytes(certificate, said))
    return svar
