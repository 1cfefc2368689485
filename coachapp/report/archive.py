"""What makes a file one to keep: it says what it is and what its colours mean (PDF/A-2a and PDF/UA-1)."""

from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from coachapp.report.colours import srgb
from coachapp.report.elements import string
from coachapp.report.structure import referred

VERSION: Final = (1, 7)  # of PDF, of which PDF/A-2 and PDF/UA-1 are kinds

_METADATA: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Info(pdfdoc.PDFInfo):
    """What older readers show about the document. It has no date: what is equal gives equal bytes."""

    def format(self, document: Any) -> bytes:
        told = {
            "Title": self.title,
            "Author": self.author,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        words = {name: pdfdoc.PDFString(text) for name, text in told.items()}
        return pdfdoc.PDFDictionary(words).format(document)


def make_archivable(document: Any, language: str) -> None:
    """Once the document knows its title."""
    catalog, info = document.Catalog, document.info
    told = {"title": info.title, "author": info.author, "creator": info.creator, "producer": info.producer}
    metadata = _METADATA.format(**{name: _in_xml(text) for name, text in told.items()}, language=language)
    about = pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
    catalog.Metadata = pdfdoc.PDFStream(about, metadata.encode(), filters=[])
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb(), filters=[pdfdoc.PDFZCompress])
    name = string("sRGB")
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = (
        f"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {name} /Info {name} "
        f"/DestOutputProfile {referred(document, profile)}>>]"
    )


def _in_xml(text: str) -> str:
    """Without signs that XML can't have: the name of a file may have any."""
    return escape("".join(character for character in text if character.isprintable()))


def _ended_by_a_line(self: Any, document: Any, write: Any = pdfdoc.PDFStream.format) -> bytes:
    """PDF/A wants a new line before the word that ends a stream, which ReportLab leaves out."""
    content, end, after = write(self, document).rpartition(b"endstream")
    return content + b"\n" + end + after


pdfdoc.PDFStream.format = _ended_by_a_line
