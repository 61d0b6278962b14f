"""A complaint of anybody's, read into a fact sheet: its caption, headings, numbered paragraphs, counts,
classes and prayer. Every word of it is placed, or listed with the reason.
"""

from drafter.pleadings.lines import PleadingLine, lines_of_pdf, lines_of_word
from drafter.pleadings.making import ImportedSheet, as_goby, sheet_of
from drafter.pleadings.parts import PleadingParts, parts_of

__all__ = [
    "ImportedSheet",
    "PleadingLine",
    "PleadingParts",
    "as_goby",
    "lines_of_pdf",
    "lines_of_word",
    "parts_of",
    "sheet_of",
]
