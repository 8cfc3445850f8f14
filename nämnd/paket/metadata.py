"""What the file says about itself: title, language, who made it. Imports pikepdf: import it late.

Nothing of what the bilagor say about themselves and their authors comes along.
"""

import re
import zlib
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, Stream, String

from nämnd.documents.pdf.xmp import LANGUAGE, PRODUCER, clean
from nämnd.paket.plan import UtskickPlan
from nämnd.paket.sheets import created_text

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{organ}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_CLAIM = "<pdfuaid:part>1</pdfuaid:part>\n"
_CLAIMED = re.compile(rb"""pdfuaid:part\s*(?:=\s*["']|>)\s*1\s*["'<]""")
_MOST = 1 << 20  # bytes of a metadata packet that are looked at


def write_metadata(out: Pdf, plan: UtskickPlan, *, accessible: bool) -> None:
    """Write what the utskick says about itself. `accessible`: it claims to be PDF/UA-1."""
    title, organ, day = clean(plan.title), clean(plan.organ), created_text(plan.created)
    packet = _PACKET.format(
        title=escape(title),
        organ=escape(organ),
        language=LANGUAGE,
        created=plan.created.isoformat(timespec="seconds"),
        producer=PRODUCER,
        claim=_CLAIM if accessible else "",
    )
    root = out.Root
    root.Metadata = Stream(out, packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key, value in {
        "/Title": title,
        "/Author": organ,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": day,
        "/ModDate": day,
    }.items():
        out.docinfo[key] = value


def claims_accessible(pdf: Pdf) -> bool:
    """Tell whether a file says that it is PDF/UA-1."""
    held = pdf.Root.get("/Metadata")
    if not isinstance(held, Stream):
        return False
    data = held.read_raw_bytes()
    kind = held.get("/Filter")
    if kind == Name.FlateDecode:
        try:
            data = zlib.decompressobj().decompress(data, _MOST)
        except zlib.error:
            return False
    elif kind is not None:
        return False
    return _CLAIMED.search(data[:_MOST]) is not None
