"""The annotated copy: the draft with its findings as Word comments, marked as work product on every page.
Made with python-docx.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.word.package import repack
from drafter.word.xml import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Comment", "MARK", "annotate"]

MARK = "ANNOTATED COPY - ATTORNEY WORK PRODUCT - NOT FOR FILING"
_DATE = "2000-01-01T00:00:00Z"


class Comment(NamedTuple):
    """A comment on the paragraph that carries `label`; on the caption's title for "" and for a label that
    nothing carries.
    """

    label: str
    text: str


def annotate(data: bytes, comments: Sequence[Comment], names: Mapping[str, str]) -> bytes:
    """The draft `data`, whose bookmarks have these `names` by label, with `comments` in it and `MARK` at the
    head of each page; the same bytes for the same input.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    places = _places(document)
    for comment in comments:
        _add(document, places.get(names.get(comment.label, "")), comment)
    _mark(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue())


def _places(document: WordDocument) -> dict[str, Any]:
    """The paragraph of each bookmark."""
    from docx.oxml.ns import qn

    starts = document.element.body.iter(qn("w:bookmarkStart"))
    return {start.get(qn("w:name")): start.getparent() for start in starts}


def _title(document: WordDocument) -> Any:
    """The caption's title, or the first paragraph with text where there is none."""
    body = document.element.body
    titled = body.xpath('.//w:p[w:pPr/w:pStyle/@w:val="CaptionTitle"][w:r]')
    return (titled or body.xpath(".//w:p[w:r]"))[0]


def _add(document: WordDocument, place: Any, comment: Comment) -> None:
    from docx.oxml.ns import qn
    from docx.text.run import Run

    paragraph = place if place is not None and place.findall(qn("w:r")) else _title(document)
    runs = [Run(element, document._body) for element in paragraph.findall(qn("w:r"))]
    added = document.add_comment(
        [runs[0], runs[-1]], text=clean(comment.text), author="drafter", initials="D"
    )
    added._comment_elm.set(qn("w:date"), _DATE)


def _mark(document: WordDocument) -> None:
    from docx.oxml.ns import qn

    header = document.sections[0].header
    marked = header.add_paragraph(MARK, style="Legend")
    first = header._element.find(qn("w:p"))
    first.addnext(marked._p)
