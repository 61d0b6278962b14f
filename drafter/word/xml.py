"""WordprocessingML as strings: escaping, runs and paragraphs. Knows nothing of a pleading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.document import BOLD, ITALIC, UNDERLINE

__all__ = [
    "DECLARATION",
    "NAMESPACES",
    "W",
    "clean",
    "escape",
    "field",
    "in_order",
    "paragraph",
    "properties",
    "run",
]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word" mc:Ignorable="w14 wp14"'
)

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HIGHLIGHTS = {"Blank": '<w:highlight w:val="yellow"/>', "Sealed": '<w:highlight w:val="lightGray"/>'}
"""A style cannot hold a highlight, and highlights are what Word can search for."""
_BREAKS = re.compile("([\n\t])")
_BREAK = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def clean(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold; every line end is a newline."""
    if text.isprintable():
        return text
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escape(text: str) -> str:
    """`text` as element content or as an attribute's value."""
    text = clean(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def _words(text: str) -> str:
    text = escape(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    pieces = (piece for piece in _BREAKS.split(text) if piece)
    return "".join(_BREAK.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)


def properties(bits: int = 0, style: str = "") -> str:
    """The `w:rPr` of a run: a character style and the document's bits; empty when there is nothing to say."""
    if not bits and not style:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    bold = "<w:b/><w:bCs/>" if bits & BOLD else ""
    italic = "<w:i/><w:iCs/>" if bits & ITALIC else ""
    underline = '<w:u w:val="single"/>' if bits & UNDERLINE else ""
    return f"<w:rPr>{named}{bold}{italic}{_HIGHLIGHTS.get(style, '')}{underline}</w:rPr>"


def run(text: str, rpr: str = "") -> str:
    """A run; newlines and tabs in `text` become breaks and tabs. Empty text makes no run."""
    return f"<w:r>{rpr}{_words(text)}</w:r>" if text else ""


def field(instruction: str, result: str, rpr: str = "") -> str:
    """A field with its cached `result`."""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{rpr}<w:instrText xml:space="preserve">'
        f" {instruction} </w:instrText></w:r><w:r>{rpr}<w:fldChar"
        f' w:fldCharType="separate"/></w:r>{run(result, rpr)}<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


_PARAGRAPH = (
    "keepNext keepLines pageBreakBefore widowControl numPr suppressLineNumbers pBdr shd tabs spacing ind jc"
    " outlineLvl sectPr"
).split()
"""The properties of a paragraph in the order of the schema: `CT_PPr` of ISO/IEC 29500-1."""
_NAME = re.compile(r"<w:(\w+)")


def in_order(elements: Iterable[str]) -> str:
    """Properties of a paragraph, one element each, in the schema's order; empty ones are left out. Raises
    ValueError for one that the table does not have.
    """
    return "".join(sorted(filter(None, elements), key=_place))


def _place(element: str) -> int:
    found = _NAME.match(element)
    return _PARAGRAPH.index(found[1] if found else element)


def paragraph(style: str, runs: str = "", *extra: str) -> str:
    """A paragraph in `style`; `extra` are the properties that were computed for it, one element each."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{in_order(extra) if extra else ""}</w:pPr>{runs}</w:p>'
