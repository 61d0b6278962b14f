"""A Word file, ours or anybody's, and what it says. The file is read straight from its XML; nothing in it is
followed, run or fetched.
"""

from drafter.reading.answer import answer_of, inlines_of_paragraph
from drafter.reading.file import (
    Revision,
    UnreadableFile,
    WordComment,
    WordFile,
    WordNote,
    WordParagraph,
    WordRun,
)
from drafter.reading.reader import read_word
from drafter.reading.views import accepted, drafted_text, rejected, said

__all__ = [
    "Revision",
    "UnreadableFile",
    "WordComment",
    "WordFile",
    "WordNote",
    "WordParagraph",
    "WordRun",
    "accepted",
    "answer_of",
    "drafted_text",
    "inlines_of_paragraph",
    "read_word",
    "rejected",
    "said",
]
