"""One-time codes: how a person without a certificate is known.

A code is handed over apart from the package, in a meeting or on the telephone. It shows that who
answered had it, and that what they answered to is what was sent. It is no signature: the one who
made the code could have written the answer too.
"""

import hashlib
import hmac
import secrets
import unicodedata

from nämnd.justeringsfil.values import Paket

LETTERS = (
    "234679ACDEFGHJKMNPQRTVWXY"  # none that is taken for another: 0 O, 1 I L, 5 S, 8 B, nor Z and U
)
_GROUPS, _GROUP = 3, 4
COST = 1 << 15  # of scrypt: 32 MB and a tenth of a second for each guess, at 25¹² codes
_MEMORY = 48 * 1024 * 1024
_SALT, _SEAL, _SVAR = b"namnd.kod\0", b"namnd.sigill\0", b"namnd.svar\0"


def new_code() -> str:
    """Return a code that nobody has had: «K7PM-3XQD-9R2T», 55 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def tidy_code(code: str) -> str:
    """Return a code as it is counted: capitals, without spaces and hyphens."""
    written = unicodedata.normalize("NFKC", code).upper()
    return "".join(c for c in written if c.isalnum())


def key_of(code: str, paket_id: str) -> bytes:
    """Return the key that the code makes for one package (scrypt). Takes a tenth of a second.

    Small letters, spaces and hyphens make no difference.
    """
    salt = _SALT + paket_id.encode()
    return hashlib.scrypt(
        tidy_code(code).encode(), salt=salt, n=COST, r=8, p=1, maxmem=_MEMORY, dklen=32
    )


def seal(key: bytes, manifest_sha256: str) -> str:
    """Return what shows, to one who has the key, that the manifest is the one that was sent."""
    return hmac.new(key, _SEAL + manifest_sha256.encode(), hashlib.sha256).hexdigest()


def svar_mac(key: bytes, body: bytes) -> str:
    """Return what shows, to one who has the key, that the answer is that person's."""
    return hmac.new(key, _SVAR + body, hashlib.sha256).hexdigest()


def fits(paket: Paket, person_id: str, code: str) -> bool:
    """Say whether the code is that person's, and the package what was sent to them.

    The two can't be told apart: after a change in the package the right code does not fit either.
    """
    return key_fits(paket, person_id, key_of(code, paket.manifest.paket_id))


def key_fits(paket: Paket, person_id: str, key: bytes) -> bool:
    """Say the same of the key made from the code."""
    there = paket.sigill.get(person_id)
    return there is not None and hmac.compare_digest(there, seal(key, paket.sha256))
