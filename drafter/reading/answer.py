"""A Word file as the text of one answer: words are words, whatever they look like, and only what Word itself
marks (emphasis, notes, lists, line breaks) becomes a mark.
"""

from __future__ import annotations

import re

from drafter.document import FootnoteMark, Inline, Inlines, LineBreak, Run
from drafter.markup import written
from drafter.reading.file import WordFile, WordParagraph
from drafter.reading.views import accepted

__all__ = ["answer_of", "inlines_of_paragraph"]


def inlines_of_paragraph(paragraph: WordParagraph, notes: dict[str, str] | None = None) -> Inlines:
    """The words of a paragraph as nodes; `notes` are the marks of its notes by their ids, which are left out
    without it.
    """
    found: list[Inline] = []
    for run in paragraph.runs:
        if run.kind == "note":
            if notes and run.target in notes:
                found.append(FootnoteMark(notes[run.target]))
        elif run.kind == "break":
            found.append(LineBreak())
        elif run.text:
            found.append(Run(run.text.replace("\t", " "), run.style))
    return tuple(found)


def answer_of(file: WordFile) -> tuple[str, tuple[str, ...]]:
    """The text of the file, all tracked changes accepted, as it would be typed; and what was left out or
    could not be read, a line each.
    """
    there = {note.id for note in file.notes}
    paragraphs = [each for each in accepted(file) if each.text.strip()]
    used = [run.target for each in paragraphs for run in each.runs if run.kind == "note"]
    marks = {own: str(at) for at, own in enumerate(dict.fromkeys(own for own in used if own in there), 1)}
    parts = [_sign(each) + written(_trimmed(inlines_of_paragraph(each, marks))) for each in paragraphs]
    for note in file.notes:
        if note.id in marks:
            words = " ".join(each.text.strip() for each in accepted(file, note.paragraphs))
            parts.append(f"[^{marks[note.id]}]: {written((Run(words.strip()),))}")
    told = list(file.not_read)
    lost = sum(own not in there for own in used)
    told += [f"{lost} footnote marks whose notes the file does not hold"] if lost else []
    pictures = sum(run.kind == "picture" for each in paragraphs for run in each.runs)
    told += [f"{pictures} pictures"] if pictures else []
    told += ["comments"] if file.comments else []
    return "\n\n".join(parts), tuple(told)


def _sign(paragraph: WordParagraph) -> str:
    """The mark of an item of a list; another number stands as words."""
    number = paragraph.number.strip("().")
    if not number:
        return ""
    if number == "•":
        return "- "
    if re.fullmatch("[a-z]", number) and number not in "i":
        return "a. "
    if re.fullmatch("[ivx]+", number):
        return "i. "
    return written((Run(f"{paragraph.number} "),))


def _trimmed(content: Inlines) -> Inlines:
    """`content` without white space around it."""
    words = list(content)
    while words and isinstance(words[0], (Run, LineBreak)) and not _text(words[0]).strip():
        del words[0]
    while words and isinstance(words[-1], (Run, LineBreak)) and not _text(words[-1]).strip():
        del words[-1]
    if words and isinstance(words[0], Run):
        words[0] = words[0]._replace(text=words[0].text.lstrip())
    if words and isinstance(words[-1], Run):
        words[-1] = words[-1]._replace(text=words[-1].text.rstrip())
    return tuple(words)


def _text(node: Inline) -> str:
    return node.text if isinstance(node, Run) else ""
