"""A document tree as a Word file: the parts in order, zipped."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.document import Document
from drafter.word.blocks import body
from drafter.word.caption import caption, counsel_block, court_title
from drafter.word.comments import Comment
from drafter.word.contents import contents
from drafter.word.inline import Pen
from drafter.word.notes import footnotes
from drafter.word.package import pack
from drafter.word.paper import footer, header, section
from drafter.word.parts import around
from drafter.word.styles import styles
from drafter.word.xml import DECLARATION, NAMESPACES

__all__ = ["write"]


def _front(pen: Pen, document: Document) -> str:
    counsel, used = counsel_block(pen, document.counsel)
    if document.caption.is_empty:
        return counsel
    title, used = court_title(pen, document.caption.court_lines, used)
    return counsel + title + caption(pen, document.caption, used)


def _story(pen: Pen, document: Document) -> str:
    front = _front(pen, document)
    look = (document.layout, pen.page, document.meta)
    if document.contents:
        front += contents(pen, document, section(*look, numbers="lowerRoman"))
    text = body(pen, document.body)
    ending = section(*look, numbers="decimal" if document.contents else "")
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{front}{text}{ending}</w:body></w:document>"


def write(document: Document, comments: Sequence[Comment] = ()) -> bytes:
    """The .docx of `document`: the same bytes for the same tree. With `comments`, the annotated copy, marked
    as such.
    """
    pen = Pen(document)
    story = _story(pen, document)
    parts = around(document.layout, document.meta, pen.pictures.all())
    parts["word/document.xml"] = story
    parts["word/styles.xml"] = styles(document.layout, pen.page)
    parts["word/numbering.xml"] = pen.lists.xml()
    parts["word/footnotes.xml"] = footnotes(pen, document.footnotes)
    parts["word/header1.xml"] = header(document.layout, pen.page, document.meta)
    parts["word/footer1.xml"] = footer(document.layout, pen.page, document.meta)
    packed = {name: text.encode() for name, text in parts.items()}
    data = pack(packed | {f"word/{picture.part}": picture.blob for picture in pen.pictures.all()})
    if not comments:
        return data
    from drafter.word.annotated import annotate

    return annotate(data, comments, {label: target.name for label, target in pen.targets.items()})
