"""What the chair's window remembers on this computer: comments not sent, and how one answered.

A package can hold what is under sekretess, and so can what is written about it: comments are
locked with a key that only somebody who can open the package has.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from nämnd.core.disk import make_folder, put_in_place, write_refused
from nämnd.justeringsfil.values import Paket

_NONCE = 12  # bytes
_KEPT = timedelta(days=365)  # what is older belongs to something that is over
_FOR_ALL = 0o666  # rights of a file to hand over, before the user's own wish
_MOST = 8  # certificates and people remembered


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer that was made here."""

    slag: str  # nämnd.justeringsfil.values.Slag
    tid: str  # ISO time
    fil: str  # where it was written
    namn: str  # who answered


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been written about a package. `kommentarer`: by §; None is the whole."""

    kommentarer: Mapping[int | None, str] = field(default_factory=dict[int | None, str])
    lästa: frozenset[int] = frozenset()
    sent: Sent | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """Who has answered here, and the certificates they have: newest first."""

    people: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()  # paths


class Kept:
    """A folder beside the settings."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`; it is made when first written to."""
        self.folder = folder

    @property
    def certificates(self) -> Path:
        """Return the folder of certificates made here."""
        return self.folder / "certifikat"

    def draft(self, paket: Paket) -> Draft:
        """Return what was written about a package; nothing when there is nothing to read."""
        try:
            sealed = self._path(paket).read_bytes()
            return _draft(json.loads(_opened(_key(paket), sealed)))
        except (OSError, ValueError, TypeError, KeyError):
            return Draft()

    def keep_draft(self, paket: Paket, draft: Draft) -> None:
        """Keep what is written about a package.

        Raises:
            DiskFullError, FolderNotWritableError: it can't be kept.
        """
        raw = json.dumps(_plain(draft), ensure_ascii=False).encode()
        write_whole(self._path(paket), _sealed(_key(paket), raw))

    def memory(self) -> Memory:
        """Return who has answered here before."""
        try:
            raw = json.loads((self.folder / "minne.json").read_bytes())
            return Memory(_texts(raw["personer"]), _texts(raw["certifikat"]))
        except (OSError, ValueError, TypeError, KeyError):
            return Memory()

    def remember(self, *, person_id: str = "", certificate: Path | None = None) -> None:
        """Let a person, or a certificate, be the one that is proposed next time.

        Raises:
            DiskFullError, FolderNotWritableError: it can't be kept.
        """
        now = self.memory()
        people = _first(person_id, now.people)
        paths = _first(str(certificate) if certificate else "", now.certificates)
        raw = json.dumps({"personer": people, "certifikat": paths}, ensure_ascii=False)
        write_whole(self.folder / "minne.json", raw.encode())

    def sweep(self, now: datetime) -> None:
        """Remove comments on packages that nobody has looked at for a year."""
        with contextlib.suppress(OSError):
            for path in (self.folder / "utkast").iterdir():
                if now.timestamp() - path.stat().st_mtime > _KEPT.total_seconds():
                    path.unlink()

    def _path(self, paket: Paket) -> Path:
        name = hashlib.sha256(b"namn" + _key(paket)).hexdigest()[:32]
        return self.folder / "utkast" / name


def write_whole(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write a file that is whole or not there. `private`: nobody else may read it.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be written.
    """
    make_folder(path.parent)
    half: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".namnd-", dir=path.parent)
        half = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            half.chmod(_FOR_ALL & ~_hidden_by_the_user())
        put_in_place(half, path)
    except OSError as error:
        if half is not None:
            with contextlib.suppress(OSError):
                half.unlink()
        raise write_refused(error, path) from error


def _hidden_by_the_user() -> int:
    """Return the rights that the user gives nobody; the only way to ask is to set them."""
    hidden = os.umask(0o077)
    os.umask(hidden)
    return hidden


def _key(paket: Paket) -> bytes:
    """Return a key that stands in the package alone: made from its seals, which are secret."""
    seals = [f"{key}:{paket.sigill[key]}" for key in sorted(paket.sigill)]
    return hashlib.sha256("\n".join(["namnd utkast", paket.sha256, *seals]).encode()).digest()


def _sealed(key: bytes, data: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def _opened(key: bytes, sealed: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except InvalidTag as error:
        raise ValueError(key) from error


def _plain(draft: Draft) -> dict[str, object]:
    return {
        "kommentarer": [[key, text] for key, text in draft.kommentarer.items()],
        "lästa": sorted(draft.lästa),
        "svar": _plain_sent(draft.sent) if draft.sent else None,
    }


def _plain_sent(sent: Sent) -> list[str]:
    return [sent.slag, sent.tid, sent.fil, sent.namn]


def _draft(raw: dict[str, Any]) -> Draft:
    return Draft(
        {None if key is None else int(key): str(text) for key, text in raw["kommentarer"]},
        frozenset(map(int, raw["lästa"])),
        Sent(*map(str, raw["svar"])) if raw["svar"] else None,
    )


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError(raw)
    return tuple(map(str, cast("list[object]", raw)))


def _first(new: str, known: tuple[str, ...]) -> list[str]:
    return [one for one in dict.fromkeys((new, *known)) if one][:_MOST]
