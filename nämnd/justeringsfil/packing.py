"""Makes a justeringsfil: what the secretary sends."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, replace

from nämnd.justeringsfil.canonical import FORMAT, FORMAT_OF, canonical
from nämnd.justeringsfil.codes import seal
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.limits import MOST_FILE
from nämnd.justeringsfil.secrecy import encrypted
from nämnd.justeringsfil.strict_zip import zipped
from nämnd.justeringsfil.values import FORMAT_VERSION, Manifest, Part

PACKAGE_FORMAT = "namnd.justering"
MANIFEST, PDF, INNEHÅLL, SIGILL = "manifest.json", "protokoll.pdf", "innehall.json", "sigill.json"
PARTS = (MANIFEST, PDF, INNEHÅLL, SIGILL)
"""The names in a package, in their order."""


def pack(
    manifest: Manifest,
    pdf: bytes,
    innehåll: str,
    keys: Mapping[str, bytes],
    passphrase: str | None,
) -> tuple[bytes, str]:
    """Return the package, and the sha256 of its manifest: what every answer is bound to.

    Args:
        manifest: without `delar`, which are filled in here.
        pdf: the text that will stand.
        innehåll: the same as JSON (`nämnd.protokoll.frozen`).
        keys: by person id, those made from the one-time codes.
        passphrase: when there is sekretess in it; None otherwise. Without one the same input
            gives the same bytes.

    Raises:
        PackageError: it would be larger than a package may be (TOO_LARGE).
    """
    text = innehåll.encode()
    delar = (_part(PDF, pdf), _part(INNEHÅLL, text))
    facts = manifest_bytes(replace(manifest, delar=delar))
    digest = hashlib.sha256(facts).hexdigest()
    sigill = canonical({key: seal(keys[key], digest) for key in sorted(keys)})
    file = zipped({MANIFEST: facts, PDF: pdf, INNEHÅLL: text, SIGILL: sigill})
    if passphrase is not None:
        file = encrypted(file, passphrase, "paket")
    if len(file) > MOST_FILE:
        raise PackageError(PackageFault.TOO_LARGE)
    return file, digest


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return `manifest.json`, which can be written in this way only."""
    return canonical({FORMAT: PACKAGE_FORMAT, FORMAT_OF: FORMAT_VERSION} | asdict(manifest))


def _part(name: str, data: bytes) -> Part:
    return Part(name, len(data), hashlib.sha256(data).hexdigest())
