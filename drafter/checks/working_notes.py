"""What a writer says to colleagues or to himself and not to the court, told by how it is built and not by its
words alone: an order, a question of one's own, who is to do what.

A pleading states: its sentences have a subject and a verb that says when. A note gives an order (“Confirm w/
client”), asks (“Q: is this right?”, “Do we have this?”) or says who is to do something (“RH to verify”). It
stands alone, in bold, or between brackets.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator, NamedTuple

from drafter.privacy.normalise import normal

__all__ = ["working_note"]

_DO = (
    r"(?:confirm|(?:double-?|re-?)?check|verify|clarify|ask|ping|call|find|get|add|insert|fix|revise|rewrite"
    r"|reword|rework|redo|update|delete|cut|move|cite|quote|expand|shorten|tighten|fill in|follow up|research"
    r"|look (?:up|into|at)|discuss|review|proofread|conform|pull|plug in|make sure|see (?:if|whether)|attach"
    r"|track down|flesh out|beef up|flag|send|supply|provide|draft|needs?|needed|missing|remember|consider)"
)
_DATUM = (
    r"(?:dates?|days?|cites?|citations?|pins?|pin ?cites?|names?|amounts?|sums?|numbers?|figures?|sources?"
    r"|spellings?|exhibits?|pages?|quotes?|quotations?|facts?|support|wording|language|docket|record|client"
    r"|counsel|paralegal|expert|file)"
)
_CUE = (
    r"(?:with|w/|w/o|again|later|here|before filing|this|these|those|re"
    rf"|(?:(?:the|an?|all|more|our|his|her|their) )*{_DATUM}\b)"
)
_CLAUSE = r"(?:whether|if|that (?:this|the|we|it)|what|who|when|which|how (?:many|much|long))"
_FINITE = (
    r"\b(?:was|were|is|are|had|has|have|did|does|said|told|made|gave|sold|took|went|shows?|showed|appears?|came"
    r"|will|would|could|may|\w{3,}ed)\b"
)
_ASIDE = r"(?:please |pls |also |still |must |then |and )?"
_ORDER = re.compile(
    rf"{_ASIDE}(?:(?:make sure|see (?:if|whether))\b|{_DO}:|(?<=\w ){_DO}\W*$|{_DO}\W+(?:{_CLAUSE}(?!\w)"
    rf"|{_CUE}(?!\w)(?P<rest>.*)))",
    re.I,
)
_BARE = re.compile(rf"(?:{_ASIDE}{_DO}|to {_DO}|source|cite|date|date and source|stet|ntd)\W*$", re.I)
_WHO = re.compile(
    r"(?:@?[A-Z][A-Za-z.]{0,20}(?: [A-Z][a-z]+)?"
    r"|(?:the )?(?:client|counsel|paralegal|associate|partner|expert|investigator|team))"
    rf" (?:to|pls|please|can you) {_DO}\b(?P<rest>.*)"
)
_FINE = (
    r"(?:right|correct|true|ok(?:ay)?|accurate|so|enough|needed|necessary|final|settled|current|the right)"
)
_ASKED = re.compile(
    r"q(?:uestion|y|uery)?\s?[:.]\s|.*\b(?:we|us|our|I|you|your)\b.*\?"
    r"|(?:is|are|was|were|isn't|does|did|do|has)\s(?:this|that|it|these|those|he|she|they)\s"
    rf"(?:still |really |even )?{_FINE}\b.*\?"
    rf"|.*, (?:right|correct|true|no|yes|ok)\s?\?|(?:which|what|whose)\s{_DATUM}\b.*\?"
    rf"|(?:\w+\s){{0,3}}(?:right|correct|true|sure|really|ok|okay|{_DATUM})\s?\?",
    re.I,
)
_SAID = re.compile(
    r"(?:I'm |am )?not sure\b|more (?:to come|here)\W*$|blah\b"
    r"|(?:see|per) (?:my|our|the|client(?:'s)?)?\s?(?:e-?mails?|notes?|call|memo)\b"
    r"(?:\W*$| (?:of|from|with)\b)"
    r"|(?:placeholder|stub|rough draft|work in progress)\W*$"
    r"|(?:NTD|FYI|NB|N\.B\.|PS|memo to self|reminder)\b\s?[:,–-]"
    rf"|(?:needs?|lacks?|wants?) (?:a |an |the |more )?{_DATUM}\W*$|(?:come|get) back to (?:this|it)\b"
    r"|(?:I|we) (?:think|believe|need|should|still|have to|don't)\b",
    re.I,
)
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*", re.DOTALL)
_ENCLOSED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\](?!\()|\{([^{}]*)\}")
_SENTENCES = re.compile(r"[;\s](?:(?<=;)\s+|(?<=[.!?…]\s)\s*|(?<=\n)\n*|(?<=\s)\s*(?:[-–—]{1,3}|//|>>)\s+)")
"""Between two sentences: space after a stop, a new line, a dash with space around it, a semicolon with space
behind it. It begins with a class of signs, by which the engine runs through the rest.
"""
_FIRST = frozenset(
    "please pls also still must then and confirm double recheck re doublecheck check verify clarify "
    "ask ping call find get add insert fix revise rewrite reword rework redo update delete cut move "
    "cite quote expand shorten tighten fill look follow up research discuss review proofread conform "
    "pull plug make see track flesh beef attach flag send supply provide draft need needs needed "
    "missing remember consider to source date stet ntd q question query i am not more per blah "
    "placeholder stub rough work fyi nb n ps memo reminder lack lacks want wants come we".split()
)
"""What an order or a remark to oneself begins with: a stretch that begins otherwise, asks nothing and stands
in the text is none.
"""
_WORD = re.compile(r"[A-Za-z]+")
_ODD = re.compile(r"[^\x00-\x7f“”‘’–—§¶…\u00a0]")
"""Signs for which a text is read again as a reader takes it."""
_AROUND = " \t\n•·→>/-–—_*"
_STANDING = re.compile(r"(?<![\w#*-])XX(?![\w-]| chromosome)")
_NUMERAL = re.compile(r"(?:[A-Z][a-z]+|No\.|Vol\.|Ex\.)\s+$")


class _Part(NamedTuple):
    """A stretch of a text: its words, and whether it stands out from the rest."""

    words: str
    apart: bool


@lru_cache(4096)
def working_note(words: str) -> str:
    """The first stretch of `words`, which its writer wrote, that speaks to whoever drafts; empty where none
    does.
    """
    if _ODD.search(words):
        words = _EMPHASIS.sub(lambda found: f" **{normal(found[0].strip('*_')).text}** ", words)
        words = "**".join(normal(part).text for part in words.split("**"))
    for part in _parts(words):
        read = part.words.strip(_AROUND)
        if read and len(read) < 200 and _may_be(read, part.apart) and _is_note(read, part.apart):
            return part.words.strip()
    standing = (found for found in _STANDING.finditer(words) if not _NUMERAL.search(words[: found.start()]))
    return next((found[0] for found in standing), "")


def _parts(words: str) -> Iterator[_Part]:
    """What stands out by emphasis or brackets, then the sentences."""
    found = [*_EMPHASIS.finditer(words)] if "*" in words or "__" in words else []
    enclosed = "(" in words or "[" in words or "{" in words
    for one in (*found, *(_ENCLOSED.finditer(words) if enclosed else ())):
        yield _Part(next(group for group in one.groups() if group is not None), True)
    for sentence in _SENTENCES.split(_ENCLOSED.sub(" ", words) if enclosed else words):
        yield _Part(sentence, sentence.isupper() and len(sentence) < 80)


def _may_be(words: str, apart: bool) -> bool:
    """Whether a stretch of text begins, or ends, as a note does."""
    if apart or words[-1] == "?" or " to " in words[:60] or words[0] == "@":
        return True
    first = _WORD.match(words)
    return first is not None and first[0].lower() in _FIRST


def _is_note(words: str, apart: bool) -> bool:
    """Whether a stretch of text gives an order, asks, or says who is to do something."""
    if apart and (_BARE.match(words) or words.endswith("?") and len(words.split()) < 9):
        return True
    if _ASKED.match(words) or _SAID.match(words):
        return True
    for form in (_ORDER, _WHO):
        found = form.match(words)
        if found and not re.search(_FINITE, _after_if(found["rest"] or "")):
            return len(words.split()) < 16
    return False


def _after_if(rest: str) -> str:
    """What follows an order, without the clause of what is to be found out, which has a verb of its own."""
    return re.split(r"\b(?:whether|if|that|who|when|what|which|how)\b", rest, maxsplit=1)[0]
