"""The names of cases in a text: “Roe v. Poe”, “In re Poe”."""

from __future__ import annotations

import re
from typing import Iterator

from drafter.library.reporters import CitationNames, squeezed

__all__ = ["name_before", "names_alone"]

_VERSUS = re.compile(r"[ \u00a0](?:v|vs)\.[ \u00a0]+(?=[A-Z“‘\[])")
_JOINING = frozenset(
    "of the and for & de la le las los del van von der den di da du el ex rel. on d/b/a a/k/a al. et".split()
)
"""Small words within a party's name."""
_BEFORE = frozenset(
    "See In As Under But Cf. Accord Compare E.g. e.g. Also And The Like Per From By With Since After Before"
    " Contra Quoting Citing While Although That Both Unlike Following Applying When If Here Then Thus Or"
    " Where Because Plaintiffs Plaintiff Defendants Defendant".split()
)
"""Words with which a sentence comes to a case."""
_ENDINGS = frozenset(
    "Inc Inc. LLC L.L.C. Ltd Ltd. LP L.P. N.A. Corp. Corp Co. LLP L.L.P. P.C. S.A. PLC et".split()
)
"""What follows a party's name after a comma."""
_TO_PLACE = re.compile(
    r",[ \u00a0](?:(?:No|Case No|Nos)\.[ \u00a0][\w:.()-]+(?: \([A-Z]{2,4}\))?,[ \u00a0])?$"
)
_IN_RE = re.compile(r"(?:In re|Ex parte|Matter of|In the Matter of) [^;:“”()]{2,90}$")


def name_before(text: str, at: int, names: CitationNames) -> tuple[int, str]:
    """Where the name of the case begins that ends at the comma before `at`, and the name; nothing where none
    does.
    """
    comma = _TO_PLACE.search(text[max(0, at - 60) : at])
    if not comma:
        return at, ""
    end = max(0, at - 60) + comma.start()
    head = text[max(0, end - 160) : end]
    base = end - len(head)
    versus = list(_VERSUS.finditer(head))
    for found in reversed(versus):
        stop = _right(head, found.end(), names)
        if stop >= len(head):
            start = _left(head, found.start(), names)
            if start < found.start():
                return base + start, head[start:]
        break
    matter = _IN_RE.search(head)
    return (base + matter.start(), matter[0]) if matter else (at, "")


def names_alone(text: str, names: CitationNames) -> Iterator[tuple[int, int]]:
    """Where each name “A v. B” of `text` begins and ends."""
    if " v. " not in text and " vs. " not in text and "\u00a0v." not in text:
        return
    for found in _VERSUS.finditer(text):
        low = max(0, found.start() - 120)
        start = low + _left(text[low : found.start()], found.start() - low, names)
        end = _right(text, found.end(), names)
        if start < found.start() and end > found.end():
            yield start, end


def _left(text: str, at: int, names: CitationNames) -> int:
    """Where the first party's name begins that ends at `at`; `at` where none does."""
    start, first = at, True
    for found in reversed(list(re.finditer(r"\S+", text[:at]))):
        word = found[0]
        bare = word.lstrip("“‘(*[")
        if not first and _ends_a_sentence(word, names):
            break
        if not first and word.endswith(",") and not _follows(text, found.end()):
            break
        if word == "in" or not (bare[:1].isupper() or bare[:1].isdigit() or bare in _JOINING):
            break
        start, first = found.start() + len(word) - len(bare), False
        if bare != word:
            break
    return _without_signals(text, start, at)


def _without_signals(text: str, start: int, at: int) -> int:
    """`start` moved past the words with which the sentence comes to the name."""
    while start < at:
        word = re.match(r"\S+", text[start:at])
        if word is None:
            break
        if text.startswith(("In re ", "In the Matter "), start):
            break
        bare = word[0].rstrip(",")
        if bare not in _BEFORE and (bare[:1].isupper() or bare[:1].isdigit()):
            break
        start += len(word[0])
        while start < at and text[start].isspace():
            start += 1
    return start


def _follows(text: str, at: int) -> bool:
    """Whether what stands after a comma is the end of a company's name."""
    word = re.match(r"\s+(\S+)", text[at:])
    return bool(word) and word[1].rstrip(",;") in _ENDINGS if word else False


def _right(text: str, at: int, names: CitationNames) -> int:
    """Where the second party's name ends that begins at `at`; `at` where none does."""
    end = at
    for found in re.finditer(r"\S+", text[at : at + 120]):
        word = found[0]
        bare = word.lstrip("“‘[").rstrip("*”’)];:,.!?")
        if not (bare[:1].isupper() or bare[:1].isdigit() and end > at or (word in _JOINING and end > at)):
            break
        if bare and (bare[:1].isupper() or bare[:1].isdigit()):
            end = at + found.start() + len(word)
        if re.search(r"[;:)”]", word) or word.endswith("’s"):
            break
        if word.endswith(",") and not _follows(text, at + found.end()):
            break
        if word.endswith(".") and _ends_a_sentence(word, names):
            break
    return at + len(_trimmed(text[at:end], names))


def _trimmed(name: str, names: CitationNames) -> str:
    """A party's name without the marks and the possessive that the sentence gave it."""
    name = re.sub(r"(?:[;:,!?*)”]|’s|'s)+$", "", name)
    last = name.split()[-1] if name.split() else ""
    return name[:-1] if last.endswith(".") and _ends_a_sentence(last, names) else name


def _ends_a_sentence(word: str, names: CitationNames) -> bool:
    """Whether the point, or what else ends `word`, is the end of a sentence and no sign that it is cut
    short.
    """
    bare = word.rstrip("”)*")
    if bare[-1:] in (";", ":", "!", "?"):
        return True
    if not bare.endswith("."):
        return False
    return not (
        bare in _ENDINGS
        or squeezed(bare) in names.abbreviations
        or bare in ("Jr.", "Sr.", "Mr.", "Ms.", "Mrs.", "Dr.", "rel.", "al.", "Cf.")
        or re.fullmatch(r"(?:[A-Z]\.)+", bare)
    )
