"""The annotated copy: the draft with its findings as Word comments, marked as work product on every page.
Made with python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.run import Run

from drafter.word.comments import Comment
from drafter.word.package import pack
from drafter.word.xml import clean

__all__ = ["MARK", "annotate"]

MARK = "ANNOTATED COPY - ATTORNEY WORK PRODUCT - NOT FOR FILING"
_DATE = "2000-01-01T00:00:00Z"


def annotate(data: bytes, comments: Sequence[Comment], names: Mapping[str, str]) -> bytes:
    """The draft `data`, whose bookmarks have these `names` by label, with `comments` in it and `MARK` at the
    head of each page; the same bytes for the same input.
    """
    document = docx.Document(io.BytesIO(data))
    places = _places(document)
    for comment in comments:
        _add(document, places.get(names.get(comment.label, "")), comment)
    _mark(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return _repacked(buffer)


def _repacked(data: io.BytesIO) -> bytes:
    """A package written by another hand, made deterministic: parts by name, fixed times."""
    with zipfile.ZipFile(data) as archive:
        return pack({name: archive.read(name) for name in sorted(archive.namelist())})


def _places(document: WordDocument) -> dict[str, Any]:
    """The paragraph of each bookmark."""
    starts = document.element.body.iter(qn("w:bookmarkStart"))
    return {start.get(qn("w:name")): start.getparent() for start in starts}


def _title(document: WordDocument) -> Any:
    """The caption's title, or the first paragraph with text where there is none."""
    body = document.element.body
    titled = body.xpath('.//w:p[w:pPr/w:pStyle/@w:val="CaptionTitle"][w:r]')
    return (titled or body.xpath(".//w:p[w:r]"))[0]


def _add(document: WordDocument, place: Any, comment: Comment) -> None:
    paragraph = place if place is not None and place.findall(qn("w:r")) else _title(document)
    runs = [Run(element, document._body) for element in paragraph.findall(qn("w:r"))]
    added = document.add_comment(
        [runs[0], runs[-1]], text=clean(comment.text), author="drafter", initials="D"
    )
    added._comment_elm.set(qn("w:date"), _DATE)


def _mark(document: WordDocument) -> None:
    header = document.sections[0].header
    marked = header.add_paragraph(MARK, style="Legend")
    first = header._element.find(qn("w:p"))
    first.addnext(marked._p)
