"""A second look at a redacted copy, which knows nothing of how the first was made: does a word of anybody's
name still stand there?

It reads the names out of the whole sheet by itself, letter by letter and without accents or signs that are
not seen, and is in doubt where the first look is sure: a copy in which a word of a person's name is left is
not written.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any, Iterator, NamedTuple

from drafter.facts.states import STATE_NAMES
from drafter.reuse.name_words import EVERYDAY, ROLES, is_organization
from drafter.tree.paths import Location, leaves

__all__ = ["Leak", "leaks_in"]

_BEFORE_A_ROLE = ("a", "an", "the", "former", "current", "ex", "senior", "junior")
_STAND_IN = re.compile(r"(?:Plaintiff|Non-Party|Guardian|Decedent|Witness|Expert)[ -]\d+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FIRMS = re.compile(r"\b(?:inc|llc|ltd|corp|corporation|company|lp|llp|pc)\b\.?", re.IGNORECASE)
_ALIKE = {
    **dict(zip("АВЕКМНОРСТУХавекморстухіѕј", "ABEKMHOPCTYXabekmopctyxisj", strict=True)),
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "ı": "i",
}
_PARTS = re.compile(r"[,;:()/]|\s(?:and|&)\s")
_LETTERS = re.compile(r"(?<!\w)(?:[^\W\d_][\s._-]{1,2}){4,}[^\W\d_](?!\w)")
_BROKEN = re.compile(r"([^\W\d_]+)-\s+([^\W\d_]+)")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_](?:\.\s?|\s)){2,}(?:[^\W\d_](?!\w))?")
_OPEN = ("defendants", "defendant_groups", "counsel", "court")
"""Parts of the sheet whose names stay, as the copy says of itself."""


class Leak(NamedTuple):
    """Where in the copy something is left, and the field of the sheet whose word it is."""

    where: Location
    of: Location


def leaks_in(tree: dict[str, Any], copy: dict[str, Any]) -> Iterator[Leak]:
    """Every text of `copy`, made of the sheet `tree`, in which a word of a person's name is left, or a number
    of a client's own.
    """
    look = _Look(tree)
    for where, value in leaves(copy):
        if isinstance(value, str) and where[0] not in _OPEN and (of := look.finds(value)) is not None:
            yield Leak(where, of)


class _Look:
    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.words: dict[str, Location] = {}
        self.initials: dict[str, Location] = {}
        self.wholes: dict[str, Location] = {}
        self.numbers: dict[str, Location] = {}
        public = _public_words(tree)
        for where, value in leaves(tree):
            if isinstance(value, str):
                self._read(where, value, public)

    def _read(self, where: Location, value: str, public: frozenset[str]) -> None:
        if where[0] == "plaintiffs" and len(digits := re.sub(r"\D", "", _plain(value))) >= 7:
            self.numbers.setdefault(digits, where)
        if not _is_of_a_person(where):
            return
        words = _WORD.findall(_STAND_IN.sub(" ", _plain(value)))
        if _is_firm(self.tree, where, value):
            whole = _squeezed(_FIRMS.sub("", _plain(value)))
            if words and len(whole) > 5 and whole not in public:
                self.wholes.setdefault(whole, where)
            return
        for before, word in zip(["", *words], words, strict=False):
            role = word.islower() and before.lower() in _BEFORE_A_ROLE
            if len(word) > 1 and not role and word.casefold() not in ROLES | public:
                self.words.setdefault(word.casefold(), where)
        for word in _names_like_roles(value) if where[0] != "non_parties" else ():
            self.words.setdefault(word.casefold(), where)
        for last in (word.casefold() for word in words[1:]):
            if last in self.words:
                self.words.setdefault(words[0][0].casefold() + last, where)
                self.words.setdefault(last + words[0][0].casefold(), where)
        for name in _PARTS.split(_plain(value)):
            letters = "".join(word[0] for word in _WORD.findall(name)).casefold()
            if 2 < len(letters) < 6:
                self.initials.setdefault(letters, where)

    def finds(self, value: str) -> Location | None:
        """Whose word stands in a text; None where nobody's does."""
        text = _STAND_IN.sub(" ", _plain(value))
        for found in _WORD.finditer(text):
            if (of := self._word(found[0], text[: found.start()])) is not None:
                return of
        for word in _rejoined(text):
            if (of := self._word(word, "")) is not None:
                return of
        for letters in _apart(text):
            if letters in self.initials:
                return self.initials[letters]
        squeezed, digits = (
            (_squeezed(text), re.sub(r"\D", "", text)) if self.wholes or self.numbers else ("", "")
        )
        return next(
            (
                of
                for known, seen in ((self.wholes, squeezed), (self.numbers, digits))
                for whole, of in known.items()
                if whole in seen
            ),
            None,
        )

    def _word(self, token: str, before: str) -> Location | None:
        low = token.casefold()
        for word in (low, low.removesuffix("s"), low.removesuffix("es")):
            of = self.words.get(word)
            if of is not None and not _is_a_word_of_every_day(word, token, before):
                return of
        ends = (part for length in range(5, len(low)) for part in (low[:length], low[-length:]))
        return next(
            (self.words[part] for part in ends if part in self.words and part not in EVERYDAY | ROLES), None
        )


def _rejoined(text: str) -> Iterator[str]:
    """The words of `text` whose letters stand apart (“D o e r i n g”), or that break at the end of a line."""
    yield from (_squeezed(found[0]) for found in _LETTERS.finditer(text))
    yield from (first + second for first, second in _BROKEN.findall(text))


def _apart(text: str) -> Iterator[str]:
    """Letters that stand as initials do: “M.A.V.”, “m a v”; not those of a code, which a number or a section
    stands beside.
    """
    for found in _INITIALS.finditer(text):
        around = text[: found.start()].rstrip()[-1:] + text[found.end() :].lstrip()[:1]
        if not re.search(r"[\d§]", around):
            yield _squeezed(found[0])


def _names_like_roles(value: str) -> Iterator[str]:
    """The words of names that also say what somebody is: the second of “Kate Driver”, “John Q. Public”, and a
    first name such as Al.
    """
    for part in re.split(r"[,;:()/]|\s(?:and|&)\s", _plain(value)):
        words = _WORD.findall(part)
        first = [word for word in words[:-1] if len(word) > 1]
        if len(first) == 1 and all(word[0].isupper() for word in words):
            yield from (word for word in (first[0], words[-1]) if word.casefold() in ROLES and len(word) > 1)


def _is_a_word_of_every_day(word: str, token: str, before: str) -> bool:
    """Whether a word that is in a name also is one of every day here: in small letters, or at the beginning
    of a sentence.
    """
    if word not in EVERYDAY | ROLES and len(word) > 2:
        return False
    return token.islower() or not before.strip() or bool(re.search(r"[.?!:]['\")\]]*\s+$", before))


def _is_of_a_person(where: Location) -> bool:
    name = where[-1]
    if name == "who":
        return where[0] != "epigraph"
    return name in ("name", "short", "decedent") and (
        where[0] in ("plaintiffs", "non_parties") or "guardian" in where
    )


def _is_firm(tree: dict[str, Any], where: Location, value: str) -> bool:
    """Whether the name at `where` is that of no human being: only the whole of it tells then."""
    if _FIRMS.search(_plain(value)) or "&" in html.unescape(value):
        return True
    if where[0] == "plaintiffs" and len(where) == 3:
        return tree["plaintiffs"][where[1]].get("kind") not in (
            None,
            "individual",
            "minor",
            "pseudonym",
            "estate",
        )
    return where[0] == "non_parties" and is_organization(value)


def _public_words(tree: dict[str, Any]) -> frozenset[str]:
    """The words of names that stay in the copy, and of States: they tell nobody hidden."""
    names = [
        value
        for where, value in leaves(tree)
        if isinstance(value, str)
        and where[0] in _OPEN
        and where[-1] in ("name", "short", "firm", "county", "city", "judge")
    ]
    return frozenset(
        word.casefold() for text in (*names, *STATE_NAMES.values()) for word in _WORD.findall(_plain(text))
    )


def _plain(text: str) -> str:
    """`text` letter by letter, as it is read: entities resolved, accents and signs that are not seen left
    out, marks of emphasis too.
    """
    text = html.unescape(text).replace("*", "").replace("\\", "")
    apart = unicodedata.normalize("NFKD", text)
    return "".join(
        _ALIKE.get(sign, sign) for sign in apart if unicodedata.category(sign) not in ("Mn", "Me", "Cf")
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
