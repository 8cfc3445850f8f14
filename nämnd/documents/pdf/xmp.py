"""The metadata packet of PDF/A and PDF/UA."""

from datetime import datetime
from typing import Literal, TypeAlias
from xml.sax.saxutils import escape

from nämnd.documents.content import Document

Archival: TypeAlias = Literal["1a", "2a"]
"""Which PDF/A: what is signed more than once is 1a, as checks of 2a stumble on the second time."""

PRODUCER = "Nämnd"
LANGUAGE = "sv-SE"

_UA = "http://www.aiim.org/pdfua/ns/id/"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="{ua}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{optional}<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{schema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_OPTIONAL = {
    "author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
    "subject": "<dc:description><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n',
    "keywords": "<pdf:Keywords>{}</pdf:Keywords>\n",
}
# PDF/A knows only the properties of its own standard; PDF/UA's part number has to be described
# (ISO 19005-2, 6.6.2.3).
_SCHEMA = f"""<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def clean(words: str) -> str:
    """Return `words` on one line, without what XML can't hold."""
    kept = (c if c.isprintable() or c == "\u00a0" else " " for c in words)
    return " ".join("".join(kept).split())


def info_of(document: Document, created: datetime) -> dict[str, str]:
    """Return the same metadata as PDF's older dictionary holds it; the two must agree."""
    day = created.strftime("D:%Y%m%d%H%M%S") + _offset(created)
    info = {
        "/Title": clean(document.title),
        "/Author": clean(document.author),
        "/Subject": clean(document.subject),
        "/Keywords": _keywords(document),
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": day,
        "/ModDate": day,
    }
    return {key: value for key, value in info.items() if value}


def xmp_of(document: Document, created: datetime, archival: Archival) -> bytes:
    """Return the packet, in UTF-8."""
    values = {
        "author": clean(document.author),
        "subject": clean(document.subject),
        "keywords": _keywords(document),
    }
    optional = (_OPTIONAL[key].format(escape(value)) for key, value in values.items() if value)
    return _PACKET.format(
        ua=_UA,
        title=escape(clean(document.title)),
        language=LANGUAGE,
        optional="".join(optional),
        created=created.isoformat(timespec="seconds"),
        producer=PRODUCER,
        part=archival[0],
        schema=_SCHEMA,
    ).encode()


def _keywords(document: Document) -> str:
    return clean("; ".join(document.keywords))


def _offset(created: datetime) -> str:
    zone = created.strftime("%z")
    return f"{zone[:3]}'{zone[3:5]}'" if zone else ""
