"""An answer as it is written: one JSON object, or the same under a passphrase."""

import base64
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from nämnd.justeringsfil.canonical import FORMAT, FORMAT_OF, canonical, format_of
from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.justeringsfil.limits import MOST_COMMENT, MOST_COMMENTS
from nämnd.justeringsfil.values import FORMAT_VERSION, Slag, Svar, SvarKommentar

_NAME: Literal["namnd.svar"] = "namnd.svar"
SIGNED: Slag = "godkänt och undertecknat"


@dataclass(frozen=True, slots=True)
class _Written:
    """The fields of the file in their order.

    `kod`: whether there is a mac, so that none can be taken away from beside a signature.
    `kontroll`: sha256 of the rest; tells damage from a proof that does not fit.
    """

    format: Literal["namnd.svar"]
    formatversion: int
    paket_id: str
    manifest: str
    person_id: str
    slag: Slag
    tid: str
    kommentarer: tuple[SvarKommentar, ...]
    tillägg: str | None
    certifikat: str | None
    kod: bool
    mac: str | None
    underskrift: str | None
    kontroll: str


def is_answer(data: bytes) -> bool:
    """Say whether `data` says that it is an answer, not encrypted."""
    said = format_of(data) if data.startswith(b"{") else None
    return said is not None and said[0] == _NAME


def body(svar: Svar, *, kod: bool) -> bytes:
    """Return what the proofs are over: all of the answer but the proofs themselves.

    kod: whether one of them is made with the one-time code.
    """
    return canonical(_body(svar, kod=kod))


def written(svar: Svar) -> bytes:
    """Return the file of an answer. `svar.sha256` is not in it: it is what it comes to."""
    fields = _body(svar, kod=svar.mac is not None) | {
        "mac": svar.mac,
        "underskrift": _base64(svar.underskrift),
    }
    return canonical(fields | {"kontroll": hashlib.sha256(canonical(fields)).hexdigest()})


def parsed(data: bytes) -> Svar:
    """Return the answer in `data`, whose every byte is as it was written.

    Raises:
        SvarError: NOT_AN_ANSWER, NEWER, DAMAGED.
    """
    from pydantic import TypeAdapter, ValidationError

    _refuse_version(data)
    try:
        svar = _svar(TypeAdapter(_Written).validate_json(data, strict=True))
        whole = written(svar) == data and _sound(svar)
    except (ValidationError, ValueError) as error:
        raise SvarError(SvarFault.DAMAGED) from error
    if not whole:
        raise SvarError(SvarFault.DAMAGED)
    return svar


def tidy_comments(comments: Iterable[SvarKommentar]) -> tuple[SvarKommentar, ...]:
    """Return the comments that say something, without what can't be seen."""
    tidied = (SvarKommentar(one.paragraf, _tidy(one.text)) for one in comments)
    return tuple(one for one in tidied if one.text)


def comments_fit(comments: tuple[SvarKommentar, ...]) -> bool:
    """Say whether the comments are no more and no longer than an answer may hold."""
    return len(comments) <= MOST_COMMENTS and all(len(c.text) <= MOST_COMMENT for c in comments)


def tidy_time(tid: str) -> str:
    """Return an ISO time to the second, local and without its zone.

    Raises:
        ValueError: it is no time.
    """
    moment = datetime.fromisoformat(tid)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone().replace(tzinfo=None)
        except (OverflowError, OSError) as error:  # at the ends of what can be counted
            raise ValueError(tid) from error
    return moment.isoformat(timespec="seconds")


def _refuse_version(data: bytes) -> None:
    if not data.lstrip().startswith(b"{"):
        raise SvarError(SvarFault.NOT_AN_ANSWER)
    said = format_of(data)
    if said is None:
        raise SvarError(SvarFault.DAMAGED)
    if said[0] != _NAME:
        raise SvarError(SvarFault.NOT_AN_ANSWER)
    if said[1] > FORMAT_VERSION:
        raise SvarError(SvarFault.NEWER)


def _body(svar: Svar, *, kod: bool) -> dict[str, object]:
    comments = [{"paragraf": one.paragraf, "text": one.text} for one in svar.kommentarer]
    return {
        FORMAT: _NAME,
        FORMAT_OF: FORMAT_VERSION,
        "paket_id": svar.paket_id,
        "manifest": svar.manifest,
        "person_id": svar.person_id,
        "slag": svar.slag,
        "tid": svar.tid,
        "kommentarer": comments,
        "tillägg": _base64(svar.tillägg),
        "certifikat": _base64(svar.certifikat),
        "kod": kod,
    }


def _svar(found: _Written) -> Svar:
    svar = Svar(
        paket_id=found.paket_id,
        manifest=found.manifest,
        person_id=found.person_id,
        slag=found.slag,
        tid=found.tid,
        kommentarer=found.kommentarer,
        tillägg=_bytes(found.tillägg),
        mac=found.mac,
        certifikat=_bytes(found.certifikat),
        underskrift=_bytes(found.underskrift),
        sha256="",
    )
    return replace(svar, sha256=hashlib.sha256(body(svar, kod=found.kod)).hexdigest())


def _sound(svar: Svar) -> bool:
    """Say whether the answer could have been made by the program."""
    return (
        (svar.certifikat is None) == (svar.underskrift is None)
        and (svar.tillägg is None or svar.slag == SIGNED)
        and (svar.mac is None or svar.mac.isascii())
        and tidy_time(svar.tid) == svar.tid
        and tidy_comments(svar.kommentarer) == svar.kommentarer
        and comments_fit(svar.kommentarer)
        and all(one.paragraf is None or one.paragraf > 0 for one in svar.kommentarer)
    )


def _base64(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _tidy(text: str) -> str:
    seen = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(c for c in seen if c in "\n\t" or c.isprintable()).strip()
