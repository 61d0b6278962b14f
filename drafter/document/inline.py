"""What stands in a line: words in one style, terms, blanks, references, marks; and how they read as text."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, Union

__all__ = [
    "BOLD",
    "Blank",
    "FootnoteMark",
    "ITALIC",
    "Inline",
    "Inlines",
    "LineBreak",
    "NO_ORIGIN",
    "Origin",
    "Reference",
    "Run",
    "Span",
    "TermDefinition",
    "UNDERLINE",
    "mark_of",
    "plain",
]

ITALIC, BOLD, UNDERLINE = 1, 2, 4
"""Bits of a run's `style`."""


class Origin(NamedTuple):
    """Where a block came from: template file and line (1-based, 0 unknown), the sheet paths whose values it
    prints, and a digest of that line, which stays where other lines of the template come and go.
    """

    template: str = ""
    line: int = 0
    paths: tuple[str, ...] = ()
    digest: str = ""


NO_ORIGIN = Origin()


class Run(NamedTuple):
    """Text in one style; `path` is the sheet field it was typed in, empty for a template's own words."""

    text: str
    style: int = 0
    path: str = ""
    sealed: bool = False
    """To be filed under seal: the public draft prints it, highlighted, until the redaction is made."""


class TermDefinition(NamedTuple):
    """A term where it is defined: prints in quotation marks, once."""

    text: str
    style: int = 0
    path: str = ""


class Blank(NamedTuple):
    """What is missing, in words; prints highlighted in square brackets."""

    label: str
    path: str = ""
    style: int = 0


class Span(NamedTuple):
    """A resolved stretch of paragraphs: labels and the numbers a reader counts; `first == last` for one
    paragraph.
    """

    first: str
    first_number: str
    last: str
    last_number: str


class Reference(NamedTuple):
    """A cross-reference to labelled paragraphs.

    labels    pairs (first, last); the same label twice for one paragraph
    sign      print "¶"/"¶¶" in front
    spans     empty until resolved; coalesced and in order then
    missing   labels that nothing carries: printed in red, and a finding
    """

    labels: tuple[tuple[str, str], ...]
    sign: bool = False
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    style: int = 0


class FootnoteMark(NamedTuple):
    """The mark of a footnote; `number` is 0 until resolved."""

    id: str
    number: int = 0


class LineBreak(NamedTuple):
    """A line break inside a paragraph."""

    path: str = ""


Inline: TypeAlias = Union[Run, TermDefinition, Blank, Reference, FootnoteMark, LineBreak]
Inlines: TypeAlias = tuple[Inline, ...]


def plain(content: Inlines) -> str:
    """The words of `content` as a reader sees them, without styles; blanks in brackets."""
    return "".join([inline.text if type(inline) is Run else _plain(inline) for inline in content])


def _plain(inline: Inline) -> str:
    match inline:
        case Run(text=text):
            return text
        case TermDefinition(text=text):
            return f"“{text}”"
        case Blank(label=label):
            return f"[{label}]"
        case LineBreak():
            return "\n"
        case FootnoteMark(number=number, id=name):
            return f"[{number or mark_of(name)}]"
        case Reference():
            return reference_text(inline)


def mark_of(name: str) -> str:
    """The mark of a footnote as it is typed, without the field that its id begins with."""
    return name.rpartition("^")[2]


def reference_text(reference: Reference) -> str:
    """ "¶ 12", "¶¶ 12, 14–16", or the bare numbers; a missing label is spelled out."""
    parts = [
        s.first_number if s.first == s.last else f"{s.first_number}–{s.last_number}" for s in reference.spans
    ]
    parts += [f"[no paragraph {label}]" for label in reference.missing]
    if not reference.spans and not reference.missing:
        parts = [f"[{a}]" if a == b else f"[{a}–{b}]" for a, b in reference.labels]
    several = len(reference.spans) > 1 or any(s.first != s.last for s in reference.spans)
    sign = ("¶¶\u00a0" if several else "¶\u00a0") if reference.sign else ""
    return sign + ", ".join(parts)
