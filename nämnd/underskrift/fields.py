"""The places to sign in a PDF. Imports pyHanko, which is partly untyped: import it late."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Iterator
from dataclasses import dataclass

from pyhanko.pdf_utils.generic import DictionaryObject, Reference
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields


@dataclass(frozen=True, slots=True)
class Field:
    """A place to sign, by its whole name."""

    name: str
    signed: bool
    reference: Reference
    content: DictionaryObject


def fields_of(reader: PdfFileReader) -> Iterator[Field]:
    """Yield the places to sign, in the order of the form."""
    for name, value, reference in enumerate_sig_fields(reader):
        content = reference.get_object()
        if isinstance(content, DictionaryObject):
            yield Field(name, value is not None, reference.reference, content)
