"""The archive's list of itself as JSON. Imports pydantic when it is first used."""

from functools import cache
from pathlib import PurePosixPath

from nämnd.arkiv.errors import NotAnArchiveError
from nämnd.arkiv.values import FORMAT, FORMAT_VERSION, ArkivManifest


def to_json(manifest: ArkivManifest) -> bytes:
    """Return the manifest as it is kept."""
    return _adapter().dump_json(manifest, indent=2) + b"\n"


def from_json(data: bytes, name: str) -> ArkivManifest:
    """Return a manifest that somebody else may have written.

    Raises:
        NotAnArchiveError: it is none, a newer program made it, or it names files elsewhere.
    """
    try:
        found = _adapter().validate_json(data, strict=True)
    except ValueError as error:
        raise NotAnArchiveError(name) from error
    if found.format != FORMAT or found.version > FORMAT_VERSION:
        raise NotAnArchiveError(name, newer=found.format == FORMAT)
    if not all(is_inside(one.path) for one in found.filer):
        raise NotAnArchiveError(name)
    return found


def is_inside(path: str) -> bool:
    """Say whether a relative path stays in the folder: no root, no «..», no drive."""
    parts = PurePosixPath(path).parts
    odd = "\\" in path or ":" in path or "\0" in path
    return bool(parts) and not odd and not path.startswith("/") and ".." not in parts


@cache
def _adapter():  # noqa: ANN202 - the type is pydantic's, imported late for a quick start
    from pydantic import TypeAdapter

    return TypeAdapter(ArkivManifest)
