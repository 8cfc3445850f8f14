"""Judge each signature of a PDF. Imports pyHanko, which is partly untyped: import it late."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeStubs=false

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from asn1crypto import cms, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    QualifiedWhitelistRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    WhitelistRule,
    XrefStreamRule,
)
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from nämnd.underskrift.certificates import info_of
from nämnd.underskrift.fields import Field, fields_of
from nämnd.underskrift.moments import local, universal
from nämnd.underskrift.values import CertificateInfo, FoundSignature, Problem

_USAGE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)


_FORM = "/AcroForm"


def _policy(
    keys: set[str], *rules: WhitelistRule, new_fields: bool = True, orphans: bool = False
) -> StandardDiffPolicy:
    """Return what may be added: signatures, what `rules` let in, and `keys` of the catalog."""
    allowed: list[QualifiedWhitelistRule] = [
        CatalogModificationRule(ignored_keys={_FORM, *keys}),
        *(
            one.as_qualified(ModificationLevel.LTA_UPDATES)
            for one in (XrefStreamRule(), ObjectStreamRule(), *rules)
        ),
    ]
    fields = [SigFieldCreationRule()] if new_fields else []
    form = FormUpdatingRule(
        field_rules=[*fields, SigFieldModificationRule()],
        ignored_acroform_keys=None if new_fields else {"/SigFlags"},  # told by the first signature
    )
    return StandardDiffPolicy(allowed, form, ignore_orphaned_objects=orphans)


# A further signature may bring new metadata: other programs write when the file was changed.
_SIGNED_AGAIN = _policy(
    {"/DSS", "/Extensions", "/Version", "/Metadata"},
    *(DSSCompareRule(), DocInfoRule(), MetadataUpdateRule()),
    orphans=True,
)
# After the last one: time stamps, and what is kept to check certificates by in years to come.
_UPKEEP = _policy({"/DSS", "/Extensions", "/Version"}, DSSCompareRule())
# What this program puts into a file when somebody signs in it, and nothing else.
_SIGNED_HERE = _policy(set(), new_fields=False)


class Known:
    """The certificates that are known here: people's own, and those of issuers."""

    def __init__(self, trusted: Iterable[bytes]) -> None:
        self._people: set[str] = set()
        self.issuers: list[x509.Certificate] = []
        for der in trusted:
            self._add(der)

    def _add(self, der: bytes) -> None:
        try:
            self._people.add(hashlib.sha256(der).hexdigest())
            certificate = x509.Certificate.load(der, strict=True)
            if certificate.ca:  # a person's own certificate vouches for nobody else
                self.issuers.append(certificate)
        except (ValueError, TypeError, KeyError):
            return

    def __contains__(self, info: CertificateInfo) -> bool:
        return info.fingerprint in self._people


@dataclass(frozen=True, slots=True)
class _Case:
    """A signature that is judged. `end`: where the file that it covers ends; 0: can't be told."""

    field: str
    signature: EmbeddedPdfSignature | None  # None: it can't be read
    end: int

    @property
    def counts(self) -> bool:
        """Say whether it is somebody's signature. A time stamp is not."""
        return self.signature is None or self.signature.sig_object_type != "/DocTimeStamp"


@dataclass(frozen=True, slots=True)
class _Court:
    """What all signatures of a file are held against."""

    pdf: bytes
    known: Known
    now: datetime

    def found(self, case: _Case, *, last: bool) -> FoundSignature:
        """Return what is to be said of a signature."""
        if case.signature is None:
            return FoundSignature(case.field, "", "", None, Problem.UNREADABLE, self._file(case))
        info = info_of(case.signature.signer_cert.dump())
        when = _when(case.signature)
        return FoundSignature(
            field=case.field,
            name=info.name,
            fingerprint=info.fingerprint,
            when=when,
            problem=self._problem(case, case.signature, info, when, last=last),
            revision=self._file(case),
            self_issued=info.self_issued,
        )

    def _file(self, case: _Case) -> str:
        return hashlib.sha256(self.pdf[: case.end]).hexdigest() if case.end else ""

    def _problem(
        self,
        case: _Case,
        signature: EmbeddedPdfSignature,
        info: CertificateInfo,
        when: datetime | None,
        *,
        last: bool,
    ) -> Problem | None:
        moment = min(when or self.now, self.now)
        try:
            status = self._status(signature, moment, last=last)
        except Exception:  # noqa: BLE001 a damaged file makes pyHanko raise nearly anything
            return Problem.UNREADABLE
        if not (case.end and status.intact and status.valid):
            return Problem.BROKEN
        if not status.docmdp_ok or (last and not self._nothing_after(case, signature, status)):
            return Problem.CHANGED_AFTER
        if not all(info.valid_from <= one <= info.valid_till for one in (moment, when or moment)):
            return Problem.EXPIRED
        return None if info in self.known or status.trusted else Problem.UNKNOWN

    def _status(
        self, signature: EmbeddedPdfSignature, moment: datetime, *, last: bool
    ) -> PdfSignatureStatus:
        context = ValidationContext(
            trust_roots=self.known.issuers, allow_fetching=False, moment=universal(moment)
        )
        return validate_pdf_signature(
            signature,
            context,
            diff_policy=_UPKEEP if last else _SIGNED_AGAIN,
            key_usage_settings=_USAGE,
        )

    def _nothing_after(
        self, case: _Case, signature: EmbeddedPdfSignature, status: PdfSignatureStatus
    ) -> bool:
        """Say whether nothing but upkeep follows the last signature."""
        if case.end == len(self.pdf):
            return True
        level = status.modification_level
        return (
            level is not None
            and level <= ModificationLevel.LTA_UPDATES
            and _kept_after(signature)
            and self.pdf.rstrip().endswith(b"%%EOF")
        )


def judged(
    pdf: bytes, known: Known, now: datetime
) -> tuple[tuple[FoundSignature, ...], tuple[str, ...]]:
    """Return the signatures of `pdf`, in the order they were made, and the places not signed.

    Raises:
        Exception: pyHanko can't read the file; nearly anything.
    """
    reader = PdfFileReader(io.BytesIO(pdf))
    fields = list(fields_of(reader))
    cases = [_case(pdf, reader, one) for one in fields if one.signed]
    cases = sorted((one for one in cases if one.counts), key=lambda one: one.end or len(pdf))
    court = _Court(pdf, known, now)
    found = [court.found(one, last=one is cases[-1]) for one in cases]
    if found and found[-1].problem is Problem.CHANGED_AFTER:
        found = [_changed_after(one) for one in found]  # after the last is after all of them
    return tuple(found), tuple(one.name for one in fields if not one.signed)


def _kept_after(signature: EmbeddedPdfSignature) -> bool:
    """Say whether something to check certificates by was added after the signature."""
    signed = signature.reader.get_historical_resolver(signature.signed_revision)
    kept = signature.reader.root.get("/DSS")
    return kept is not None and kept != signed.root.get("/DSS")


def only_signed(before: bytes, after: bytes) -> bool:
    """Say whether nothing but signatures in places that were there was put into `before`.

    Raises:
        Exception: pyHanko can't read the file; nearly anything.
    """
    first = PdfFileReader(io.BytesIO(before)).xrefs.total_revisions - 1
    reader = PdfFileReader(io.BytesIO(after))
    added = reader.xrefs.total_revisions - 1 - first
    return added > 0 and isinstance(_SIGNED_HERE.review_file(reader, first), DiffResult)


def _changed_after(one: FoundSignature) -> FoundSignature:
    worse = one.problem in (Problem.UNREADABLE, Problem.BROKEN)
    return one if worse else replace(one, problem=Problem.CHANGED_AFTER)


def _case(pdf: bytes, reader: PdfFileReader, field: Field) -> _Case:
    try:
        signature = EmbeddedPdfSignature(reader, field.content, field.name)
        info_of(signature.signer_cert.dump())
        _when(signature)
        return _Case(field.name, signature, _end(pdf, signature))
    except Exception:  # noqa: BLE001 a damaged file makes pyHanko raise nearly anything
        return _Case(field.name, None, 0)


def _when(signature: EmbeddedPdfSignature) -> datetime | None:
    said = signature.self_reported_timestamp
    return None if said is None else local(said)


def _end(pdf: bytes, signature: EmbeddedPdfSignature) -> int:
    """Return where the file that a signature covers ends; 0 if it leaves out anything but itself.

    What is left out may hold the signature in hexadecimal digits and zeros to fill up the room.
    """
    content = signature.pkcs7_content
    start, first, second, rest = signature.sig_object["/ByteRange"]
    gap = pdf[first:second]
    padding = content[len(cms.ContentInfo.load(content).dump()) :]
    whole = (
        start == 0
        and gap[:1] + gap[-1:] == b"<>"
        and bytes.fromhex(gap[1:-1].decode("ascii")) == content
        and not padding.strip(b"\0")
        and second + rest <= len(pdf)
    )
    return second + rest if whole else 0
