"""What can be proof: a text that says something, from a source that names something.

A blank says nothing and proves nothing, and so does a word that only says that something is not known.
Rule 11(b)(3) of the Federal Rules of Civil Procedure asks for evidentiary support of each factual
contention: whoever names no paper and no person has named none.
"""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache
from typing import Any, Iterable

from drafter.complaint.passes.number import inlines_of
from drafter.document import Blank, Figure, Inlines, Run
from drafter.facts.allegations import Allegation
from drafter.facts.sources import SECOND_HAND, Source, on_belief
from drafter.facts.values import Unknown, known
from drafter.markup import prose
from drafter.tree.unknown import notes_of

__all__ = ["at_best_believed", "names_something", "says_something", "sources_of", "spoken", "unproven"]

_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[\[\]\\\"{}<>|!_*^#]|^[ \t]*(?:-|\d|[A-Za-z]\.)", re.MULTILINE)
_BLANK = re.compile(r"\[\[.*?\]\]", re.DOTALL)
_LATER = re.compile(
    r"\bto be (?:retained|engaged|hired|identified|determined|named|found|chosen|confirmed|supplied|"
    r"provided|announced|obtained|located|disclosed)\b|\bnot (?:yet |now )?(?:known|retained|identified)\b",
    re.I,
)
"""What is said of a person or paper that is still to be found."""
_NOT_KNOWN = frozenset(
    "unknown tbd tba tbc tk todo none na nil pending known yet not n a an the some someone somebody which who"
    " whom what when".split()
)
"""Words that say that something is not known."""
_EMPTY = _NOT_KNOWN | frozenset(
    "this that these those it its he him his she her they them their we our us who whom whose which"
    " what when where why how whether if and or nor but so then than as in on at by for from with"
    " without within through during before after until since of to into onto upon over under between"
    " about around is are was were be been being am do does did has have had not no also there here"
    " such any some each every all both either plaintiff plaintiffs defendant defendants class"
    " classes member members".split()
)
"""Words that alone tell of no event."""
_ON_PAPER = ("document", "public-record", *SECOND_HAND)


def says_something(text: str | None) -> bool:
    """Whether a text tells of something: it has a word besides blanks, in a line, a quotation, a table or a
    list, that is no mere particle. Beside a blank a name or a number is not enough.
    """
    return bool(text) and _says_something(str(text))


@lru_cache(8192)
def _says_something(text: str) -> bool:
    """Several ask of the same text. Where no mark stands in it, its words are those that would print."""
    if not _MARKED.search(text):
        words = (found[0] for found in _WORD.finditer(text))
        return any(len(word) > 1 and word.lower() not in _EMPTY and not word.isdigit() for word in words)
    passage = prose(text)
    blocks = [passage.content, *_inside(passage.rest)]
    open_ = any(isinstance(inline, Blank) for content in blocks for inline in content)
    return any(isinstance(block, Figure) for block in passage.rest) or any(
        len(word) > 1
        and word.lower() not in _EMPTY
        and not word.isdigit()
        and not (open_ and word[0].isupper())
        for content in blocks
        for word in _words(content)
    )


def names_something(name: str | None) -> bool:
    """Whether a name names a paper or a person: not “?”, “TBD”, “unknown”, a blank, nor somebody who is still
    to be found.
    """
    words = _WORD.findall(_BLANK.sub(" ", name or ""))
    return not _LATER.search(name or "") and any(word.lower() not in _NOT_KNOWN for word in words)


def unproven(allegation: Allegation) -> str:
    """Why `allegation` can support nothing: its text says nothing, or no source that is given for it names
    anything; "" where it can.
    """
    if not says_something(known(allegation.text)):
        return "what it says is not known"
    sources, open_ = sources_of(allegation), {"source", "further_sources"} & notes_of(allegation).keys()
    if not (sources or open_) or any(_names(allegation, source) for source in sources):
        return ""
    asked = any(isinstance(one, Unknown) for source in sources for one in _named(source))
    return "its source is not known" if asked or open_ else "its source names nothing"


def at_best_believed(allegation: Allegation) -> bool:
    """Whether `allegation` is pleaded on belief, or nobody knows on what basis."""
    return on_belief(allegation.basis) or "basis" in notes_of(allegation)


def sources_of(allegation: Allegation) -> list[Source]:
    """All that is given as its source."""
    return [source for source in (allegation.source, *allegation.further_sources) if source]


def spoken(allegation: Allegation, plaintiffs: Iterable[Any]) -> Allegation:
    """`allegation` as it stands in a case: where a source is “the plaintiff” and names none, a sole plaintiff
    is meant, or the one whom the allegation concerns.
    """
    everyone = list(plaintiffs)
    meant = everyone if len(everyone) == 1 else [p for p in everyone if [p.id] == allegation.plaintiffs]
    if not meant or not any(
        source.kind == "plaintiff" and source.who is None for source in sources_of(allegation)
    ):
        return allegation
    filled = copy(allegation)
    filled.source = _filled(allegation.source, meant[0])
    filled.further_sources = [_filled(source, meant[0]) for source in allegation.further_sources]
    return filled


def _filled(source: Any, plaintiff: Any) -> Any:
    if source is None or source.kind != "plaintiff" or source.who is not None or "who" in notes_of(source):
        return source
    told = copy(source)
    told.who = known(plaintiff.name) or plaintiff.id
    return told


def _names(allegation: Allegation, source: Source) -> bool:
    """Whether a source of `allegation` names what can be looked at, or whom can be asked. Counsel's own
    investigation needs no name; an inference needs the facts it is drawn from, or the ground of the belief.
    """
    named = _named(source)
    if any(names_something(known(one)) for one in named):
        return True
    if source.kind == "investigation":
        return not any(one is not None for one in named)
    if source.kind == "inference":
        ground = known(allegation.basis.because) if allegation.basis else None
        return bool(source.from_) or says_something(ground)
    cited = allegation.exhibits or any(known(quote.exhibit) for quote in allegation.quotes)
    return source.kind in _ON_PAPER and bool(cited)


def _named(source: Source) -> tuple[Any, ...]:
    return (source.exhibit, source.document, source.url, source.archived, source.who)


def _inside(blocks: Iterable[Any]) -> Iterable[Inlines]:

    return map(inlines_of, blocks)


def _words(content: Inlines) -> list[str]:
    """The words of what is no blank; a word cut by a mark of style counts as its parts."""
    return [word for inline in content if isinstance(inline, Run) for word in _WORD.findall(inline.text)]
