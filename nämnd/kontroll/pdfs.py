"""What can be seen in a PDF: who has signed it, which places are empty, which log it knows."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from nämnd.bilaga.names import shown_name
from nämnd.logg.values import LogHead, heads_in
from nämnd.underskrift.checking import check
from nämnd.underskrift.values import SignatureReport

_MOST_LABEL = 120  # characters that are shown of what a place is called in a foreign file


@dataclass(frozen=True, slots=True)
class PdfFound:
    """A PDF that was looked into. `labels`: what each place to sign is called, by its name."""

    path: str  # in a folder; «» for the file itself
    sha256: str
    report: SignatureReport
    labels: dict[str, str]
    heads: tuple[LogHead, ...]


def look_into(data: bytes, trusted: Iterable[bytes], now: datetime, path: str = "") -> PdfFound:
    """Return what a PDF holds. Any damage is a Problem of a signature, never an exception."""
    report = check(data, trusted, now=now)
    digest = hashlib.sha256(data).hexdigest()
    return PdfFound(path, digest, report, _labels(data), _heads(data))


def _labels(data: bytes) -> dict[str, str]:
    """Return what the places are called for people: «Underskrift av Anna Ek (M), ordförande»."""
    import pikepdf

    found: dict[str, str] = {}
    with suppress(Exception), pikepdf.open(BytesIO(data)) as pdf:  # damage is told by `check`
        for field in pdf.Root.AcroForm.Fields:  # pyright: ignore[reportGeneralTypeIssues]
            words = shown_name(str(field.get("/TU", "")))[:_MOST_LABEL]
            found[str(field.get("/T", ""))] = words
    return found


def _heads(data: bytes) -> tuple[LogHead, ...]:
    """Return the heads of the log in the metadata, where the program writes them in the clear."""
    return tuple(dict.fromkeys(heads_in(data.decode("latin-1"))))
