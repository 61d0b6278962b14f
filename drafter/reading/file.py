"""What a Word file says: paragraphs of runs, with tracked changes, comments and notes. Pure."""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "Revision",
    "UnreadableFile",
    "WordComment",
    "WordFile",
    "WordNote",
    "WordParagraph",
    "WordRun",
]


class UnreadableFile(Exception):
    """The file is no Word file that can be read; the message says why, as the end of “FILE is …”."""


class Revision(NamedTuple):
    """A tracked change: inserted, deleted, moved-to, moved-from; `author` and `date` as the file has them."""

    act: str
    author: str = ""
    date: str = ""


class WordRun(NamedTuple):
    """Text in one style.

    kind      text, break, tab, reference (a field's result), note (a mark of `target`), picture, equation
    style     bits of `drafter.document`: ITALIC, BOLD, UNDERLINE
    inserted, deleted  the tracked changes it stands in; both: one inserted it, another struck it
    target    what a reference goes to, the id of a note, the part of a picture
    comments  ids of the comments on it
    was       its style before a tracked change of it; -1 for none
    """

    text: str
    kind: str = "text"
    style: int = 0
    inserted: Revision | None = None
    deleted: Revision | None = None
    target: str = ""
    comments: tuple[str, ...] = ()
    was: int = -1


class WordParagraph(NamedTuple):
    """A paragraph.

    style     name of its style, in small letters
    list_id, level  the list it counts in, 0 for none
    number    as Word would print it, once computed for a view
    anchors   names of the bookmarks that begin in it; `lost_anchors` those that begin in deleted words
    cell      table, row and cell it stands in, outermost first; empty outside
    inserted, deleted  the tracked change of its mark, or of its row
    box       whether it stands in a text box
    changes   in a view: the tracked changes that were made in it
    """

    runs: tuple[WordRun, ...]
    style: str = ""
    list_id: int = 0
    level: int = 0
    number: str = ""
    anchors: tuple[str, ...] = ()
    lost_anchors: tuple[str, ...] = ()
    cell: tuple[int, ...] = ()
    inserted: Revision | None = None
    deleted: Revision | None = None
    box: bool = False
    changes: tuple[Revision, ...] = ()

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)


class WordNote(NamedTuple):
    """A footnote, or an endnote (its id begins with “e”)."""

    id: str
    paragraphs: tuple[WordParagraph, ...]


class WordComment(NamedTuple):
    """A comment. `answers` is the id of the comment it replies to."""

    id: str
    author: str
    date: str
    text: str
    answers: str = ""
    done: bool = False


class WordFile(NamedTuple):
    """A Word file as it was read, tracked changes and all.

    properties  the file's own properties, by name
    numbering   what computes the numbers of lists: `drafter.reading.numbering.WordLists`
    not_read    what could not be read, or was left out, a line each
    """

    paragraphs: tuple[WordParagraph, ...]
    notes: tuple[WordNote, ...]
    comments: tuple[WordComment, ...]
    properties: dict[str, str]
    numbering: object
    not_read: tuple[str, ...]
