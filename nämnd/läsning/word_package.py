"""The parts of a Word file (.docx): a zip of XML, opened with care.

XML can define words that stand for a million others, so XML that defines anything is refused (Word
never writes such XML). Sizes are looked at before anything is unpacked: `zip_limits`.
"""

import zipfile
import zlib
from typing import NoReturn
from xml.etree import ElementTree as ET

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.läsning.zip_limits import opened_zip

_MAIN = "word/document.xml"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


class WordPackage:
    """An opened Word file. `document` is its main part; `part` gives others, or None."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file and read its main part.

        Raises:
            ForeignFileError: cut off, too large, locked, or not a Word file.
        """
        self._name = name
        self._zip = opened_zip(data, name, too_large=Unreadable.TOO_LARGE)
        document = self.part(_MAIN)
        if document is None:
            raise ForeignFileError(name, self._what_else())
        self.document = document

    def part(self, path: str) -> ET.Element | None:
        """Return the root of an XML part; None when the file has no such part.

        Raises:
            ForeignFileError: the part is damaged or defines entities.
        """
        try:
            return _parsed(self._zip.read(path))
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ForeignFileError(self._name, Unreadable.TRUNCATED) from error
        except RuntimeError as error:  # zipfile: the part is encrypted
            raise ForeignFileError(self._name, Unreadable.PASSWORD) from error
        except (ET.ParseError, _DefinesEntitiesError, ValueError, LookupError) as error:
            raise ForeignFileError(self._name, Unreadable.NOT_WORD) from error

    def _what_else(self) -> Unreadable:
        return (
            Unreadable.NOT_WORD
            if self._name.lower().endswith((".docx", ".docm"))
            else Unreadable.UNKNOWN_KIND
        )


class _DefinesEntitiesError(Exception):
    """The XML begins with a DOCTYPE."""


class _Builder(ET.TreeBuilder):
    def doctype(self, *_: str | None) -> NoReturn:
        raise _DefinesEntitiesError


def _parsed(xml: bytes) -> ET.Element:
    """Parse XML without DOCTYPE; names of the strict variant become the usual ones."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 - a DOCTYPE, and so every bomb, is refused
    parser.feed(xml)
    root = parser.close()
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, W)
            element.attrib = {
                key.replace(_STRICT, W): value for key, value in element.attrib.items()
            }
    return root
