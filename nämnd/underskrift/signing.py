"""Put a signature into a PDF: PAdES-B-B, as bytes after those that are there.

What was there is not touched, metadata included: so an earlier signature stays whole, and the file
stays PDF/UA-1 and PDF/A-1a. Left to itself, pyHanko writes the metadata anew, calls the file a PDF
2.0 and draws with fonts that PDF/A refuses. Sources: ETSI EN 319 142-1; ISO 19005-1, 6.9.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyHanko is partly untyped

import asyncio
import io
from datetime import datetime
from typing import TYPE_CHECKING

from nämnd.core.errors import NämndError
from nämnd.underskrift.certificates import passphrase_bytes, refuse_expired
from nämnd.underskrift.errors import FieldMissingError, FieldTakenError, UnsignableError
from nämnd.underskrift.logs import hush
from nämnd.underskrift.moments import universal
from nämnd.underskrift.values import Certificate

if TYPE_CHECKING:  # pyHanko is imported when it is first used
    from pyhanko.pdf_utils.generic import DictionaryObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfSigner

_UNASKED = ("_update_meta", "ensure_output_version", "register_extension")


def sign(
    pdf: bytes, certificate: Certificate, field: str, appearance: bytes, *, now: datetime
) -> bytes:
    """Return `pdf` with a signature after it, at the place called `field`.

    Args:
        pdf: the file, signed by others already or not.
        certificate: whose signature it is.
        field: the name of the place to sign.
        appearance: what is seen there: a PDF of one page in the size of the place.
        now: the time that the signature gives; local when it has no zone.

    Raises:
        FieldMissingError: there is no such place.
        FieldTakenError: it is signed already.
        CertificateExpiredError: the certificate is not valid at `now`.
        UnsignableError: the PDF is damaged or locked.
    """
    refuse_expired(certificate.info, now)
    hush()
    try:
        writer = _writer(pdf)
        place = _place(writer, field)
    except NämndError:
        raise
    except Exception as error:  # a damaged file makes pyHanko raise nearly anything
        raise UnsignableError from error
    _show(writer, place, appearance)
    return asyncio.run(write_signature(writer, _signer(certificate, field), now))


def increment(before: bytes, after: bytes) -> bytes:
    """Return what a signature put after `before` to make `after`.

    Raises:
        UnsignableError: `after` does not begin with all of `before`.
    """
    if not after.startswith(before):
        raise UnsignableError
    return after[len(before) :]


def joined(before: bytes, increment: bytes) -> bytes:
    """Return the signed file again. What it is worth, `checking.check` says."""
    return before + increment


def _writer(pdf: bytes) -> "IncrementalPdfFileWriter":
    """Return a writer that adds what it is asked to add and leaves the rest of the file alone."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(pdf))
    if reader.encrypted:
        raise UnsignableError
    known = set(reader.root)
    writer = IncrementalPdfFileWriter.from_reader(reader)
    for key in set(writer.root) - known:
        del writer.root[key]  # it would call a PDF 1.4 a later one
    for name in _UNASKED:
        setattr(writer, name, _nothing)
    return writer


def _nothing(*_given: object, **_named: object) -> None:
    """Stand in for a method of the writer that changes what nobody asked it to change."""


def _place(writer: "IncrementalPdfFileWriter", field: str) -> "DictionaryObject":
    """Return the widget to sign in."""
    from pyhanko.pdf_utils.generic import DictionaryObject

    from nämnd.underskrift.fields import fields_of

    found = {one.name: one for one in fields_of(writer.prev)}.get(field)
    if found is None:
        raise FieldMissingError(field)
    if found.signed:
        raise FieldTakenError(field)
    place = writer.get_object(found.reference)
    if not isinstance(place, DictionaryObject):
        raise UnsignableError
    return place


def _show(writer: "IncrementalPdfFileWriter", place: "DictionaryObject", appearance: bytes) -> None:
    from pyhanko.pdf_utils.generic import DictionaryObject, NameObject
    from pyhanko.pdf_utils.reader import PdfFileReader

    picture = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(appearance)))
    place[NameObject("/AP")] = DictionaryObject({NameObject("/N"): picture})
    writer.update_container(place)


def _signer(certificate: Certificate, field: str) -> "PdfSigner":
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko.stamp import NoOpStampStyle

    meta = PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    passphrase = passphrase_bytes(certificate.passphrase) or None
    signer = SimpleSigner.load_pkcs12_data(certificate.p12, other_certs=[], passphrase=passphrase)
    return PdfSigner(meta, signer=signer, stamp_style=NoOpStampStyle())


async def write_signature(
    writer: "IncrementalPdfFileWriter", signer: "PdfSigner", now: datetime
) -> bytes:
    """Do what `PdfSigner.sign_pdf` does, but with the time that was given."""
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = universal(now).astimezone()
    room = await session.estimate_signature_container_size(None)
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=room)
    out = io.BytesIO()
    digest, _ = document.digest_tbs_document(output=out)
    attributes = PdfCMSSignedAttributes(signing_time=session.system_time)
    await document.perform_signature(digest.document_digest, attributes)
    return out.getvalue()
