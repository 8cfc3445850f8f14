"""A package or an answer under a passphrase: AES-256-GCM with a key made by scrypt.

The file is a zip: `kryptering.json`, in the clear and guarded by the cipher, and what is encrypted.
How much work the key takes belongs to the version of the format: a file can't ask for more or less.
"""

import hashlib
import hmac
import secrets
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

from nämnd.justeringsfil.canonical import FORMAT, FORMAT_OF, canonical, format_of
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.limits import MOST_FACTS
from nämnd.justeringsfil.strict_zip import first_name, unzipped, zipped
from nämnd.justeringsfil.values import FORMAT_VERSION
from nämnd.underskrift.certificates import passphrase_bytes

Kind: TypeAlias = Literal["paket", "svar"]

COST = 1 << 17  # of scrypt: 128 MB, what OWASP asks for where a person chooses the passphrase
_MEMORY = 160 * 1024 * 1024
_SALT, _NONCE, _KEY = 16, 12, 32  # bytes
_NAME = "namnd.krypterat"
_FACTS = "kryptering.json"
_SECRET: dict[Kind, str] = {"paket": "paket.bin", "svar": "svar.bin"}


@dataclass(frozen=True, slots=True)
class _Facts:
    """What stands in `kryptering.json`, in hex. `prov` tells a wrong passphrase from damage."""

    salt: str
    nonce: str
    prov: str


def is_encrypted(data: bytes) -> bool:
    """Say whether a package or an answer needs a passphrase. Never raises."""
    return first_name(data) == _FACTS


def encrypted(data: bytes, passphrase: str, kind: Kind) -> bytes:
    """Return `data` under the passphrase; each time another file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    key, prov = _keys(passphrase, salt)
    facts = _written(_Facts(salt.hex(), nonce.hex(), prov))
    secret = AESGCM(key).encrypt(nonce, data, _guarded(facts, kind))
    return zipped({_FACTS: facts, _SECRET[kind]: secret})


def decrypted(data: bytes, passphrase: str | None, kind: Kind) -> bytes:
    """Return what is in an encrypted package or answer.

    Raises:
        PackageError: NEWER, DAMAGED, EXTRA_PART, TOO_LARGE, PASSPHRASE_NEEDED, WRONG_PASSPHRASE;
            IS_ANSWER or NOT_A_PACKAGE when it is of the other kind.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    facts, secret = _parts(data, kind)
    if not passphrase:
        raise PackageError(PackageFault.PASSPHRASE_NEEDED)
    key, prov = _keys(passphrase, bytes.fromhex(facts.salt))
    if not hmac.compare_digest(prov, facts.prov):
        raise PackageError(PackageFault.WRONG_PASSPHRASE)
    try:
        guarded = _guarded(_written(facts), kind)
        return AESGCM(key).decrypt(bytes.fromhex(facts.nonce), secret, guarded)
    except InvalidTag as error:
        raise PackageError(PackageFault.DAMAGED) from error


def _parts(data: bytes, kind: Kind) -> tuple[_Facts, bytes]:
    parts = unzipped(data, ())
    facts = _read(parts.get(_FACTS, b""))
    name = _SECRET[kind]
    if name not in parts and set(parts) & set(_SECRET.values()):
        is_answer = kind == "paket"
        raise PackageError(PackageFault.IS_ANSWER if is_answer else PackageFault.NOT_A_PACKAGE)
    extra = next((one for one in parts if one not in (_FACTS, name)), None)
    if extra is not None:
        raise PackageError(PackageFault.EXTRA_PART, extra)
    if name not in parts or zipped({_FACTS: parts[_FACTS], name: parts[name]}) != data:
        raise PackageError(PackageFault.DAMAGED)
    return facts, parts[name]


def _read(raw: bytes) -> _Facts:
    from pydantic import TypeAdapter, ValidationError

    said = format_of(raw) if len(raw) <= MOST_FACTS else None
    if said is None or said[0] != _NAME:
        raise PackageError(PackageFault.DAMAGED)
    if said[1] > FORMAT_VERSION:
        raise PackageError(PackageFault.NEWER)
    try:
        facts = TypeAdapter(_Facts).validate_json(raw, strict=True)
        lengths = [len(bytes.fromhex(one)) for one in (facts.salt, facts.nonce, facts.prov)]
    except (ValidationError, ValueError) as error:
        raise PackageError(PackageFault.DAMAGED) from error
    if lengths != [_SALT, _NONCE, _KEY] or _written(facts) != raw:
        raise PackageError(PackageFault.DAMAGED)
    return facts


def _written(facts: _Facts) -> bytes:
    return canonical({FORMAT: _NAME, FORMAT_OF: FORMAT_VERSION} | asdict(facts))


def _guarded(facts: bytes, kind: Kind) -> bytes:
    return kind.encode() + b"\0" + facts


def _keys(passphrase: str, salt: bytes) -> tuple[bytes, str]:
    """Return the key of the cipher, and what tells whether the passphrase is right."""
    secret = passphrase_bytes(passphrase)
    made = hashlib.scrypt(secret, salt=salt, n=COST, r=8, p=1, maxmem=_MEMORY, dklen=2 * _KEY)
    return made[:_KEY], hashlib.sha256(made[_KEY:]).hexdigest()
