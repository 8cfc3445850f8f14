"""Opens a justeringsfil from somewhere: it is what its manifest says, or it is refused.

That the manifest is the one that was sent, only somebody with a code (`codes.fits`) or the one who
sent it can tell.
"""

import hashlib
from collections.abc import Mapping

from nämnd.justeringsfil.answer_form import is_answer, tidy_time
from nämnd.justeringsfil.canonical import canonical, format_of
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.limits import MOST_FACTS
from nämnd.justeringsfil.packing import (
    INNEHÅLL,
    MANIFEST,
    PACKAGE_FORMAT,
    PARTS,
    PDF,
    SIGILL,
    manifest_bytes,
)
from nämnd.justeringsfil.secrecy import decrypted, is_encrypted
from nämnd.justeringsfil.strict_zip import begins_as_zip, unzipped, zipped
from nämnd.justeringsfil.values import FORMAT_VERSION, Manifest, Paket

__all__ = ["is_encrypted", "open_package"]


def open_package(data: bytes, passphrase: str | None = None) -> Paket:
    """Return what is in a package.

    Args:
        data: the file.
        passphrase: needed when `is_encrypted`; else nobody looks at it.

    Raises:
        PackageError: with the reason; `part` names what was changed or does not belong.
    """
    if not begins_as_zip(data):
        what = PackageFault.IS_ANSWER if is_answer(data) else PackageFault.NOT_A_PACKAGE
        raise PackageError(what)
    krypterat = is_encrypted(data)
    if krypterat:
        data = decrypted(data, passphrase, "paket")
    parts = unzipped(data, (MANIFEST,))
    manifest = _manifest(parts)
    _refuse_changed(manifest, parts)
    if zipped({name: parts[name] for name in PARTS}) != data:
        raise PackageError(PackageFault.DAMAGED)
    return Paket(
        manifest=manifest,
        sha256=hashlib.sha256(parts[MANIFEST]).hexdigest(),
        pdf=parts[PDF],
        innehåll=_text(parts[INNEHÅLL]),
        sigill=_sigill(parts[SIGILL], manifest),
        krypterat=krypterat,
    )


def _manifest(parts: Mapping[str, bytes]) -> Manifest:
    from pydantic import TypeAdapter, ValidationError

    raw = parts[MANIFEST]
    _refuse_version(raw)
    extra = next((name for name in parts if name not in PARTS), None)
    if extra is not None:
        raise PackageError(PackageFault.EXTRA_PART, extra)
    try:
        manifest = TypeAdapter(Manifest).validate_json(raw, strict=True)
        tidy_time(manifest.skapat)
        whole = manifest_bytes(manifest) == raw and _sound(manifest) and set(PARTS) <= set(parts)
    except (ValidationError, ValueError) as error:
        raise PackageError(PackageFault.DAMAGED) from error
    if not whole:
        raise PackageError(PackageFault.DAMAGED)
    return manifest


def _refuse_version(raw: bytes) -> None:
    said = format_of(raw) if len(raw) <= MOST_FACTS else None
    if said is None:
        raise PackageError(PackageFault.DAMAGED)
    name, version = said
    if name != PACKAGE_FORMAT:
        raise PackageError(PackageFault.NOT_A_PACKAGE)
    if version > FORMAT_VERSION:
        raise PackageError(PackageFault.NEWER)


def _sound(manifest: Manifest) -> bool:
    """Say whether the manifest could have been made by the program."""
    asked = [one.person_id for one in manifest.tillfrågade]
    return (
        bool(manifest.paket_id)
        and len(asked) == len(set(asked)) > 0
        and all(one.ordning > 0 for one in manifest.tillfrågade)
        and [one.namn for one in manifest.delar] == [PDF, INNEHÅLL]
    )


def _refuse_changed(manifest: Manifest, parts: Mapping[str, bytes]) -> None:
    for one in manifest.delar:
        data = parts[one.namn]
        if len(data) != one.storlek or hashlib.sha256(data).hexdigest() != one.sha256:
            raise PackageError(PackageFault.PART_CHANGED, one.namn)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise PackageError(PackageFault.DAMAGED) from error


def _sigill(raw: bytes, manifest: Manifest) -> dict[str, str]:
    from pydantic import TypeAdapter, ValidationError

    asked = {one.person_id for one in manifest.tillfrågade}
    try:
        found = TypeAdapter(dict[str, str]).validate_json(raw, strict=True)
        changed = canonical(found) != raw or any(not one.isascii() for one in found.values())
    except (ValidationError, ValueError) as error:
        raise PackageError(PackageFault.PART_CHANGED, SIGILL) from error
    if changed or not set(found) <= asked:
        raise PackageError(PackageFault.PART_CHANGED, SIGILL)
    return found
