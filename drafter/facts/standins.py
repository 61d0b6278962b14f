"""Stand-ins for the people of a sheet whose names are not to be read, and what finds those names in any text, however they are written."""

from __future__ import annotations

import re
import unicodedata
from typing import Iterable, Iterator, NamedTuple

__all__ = ["Names", "Person", "fold"]

_PLAIN = {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‐": "-", "‑": "-", "–": "-"}
_PARTICLES = frozenset("de la las los del da das do dos di du van von der den ter bin al el le and of the y e jr sr ii iii iv esq".split())
_ORGANIZATION = re.compile(
    r"(?i:\b(?:inc|llc|l\.l\.c|ltd|corp|corporation|co|company|lp|llp|pc|bank|union|university|college|school|church|center|centre|group|services|systems|partners|"
    r"analytics|labs|media|department|agency|association|foundation|trust|fund|city|county|state|district|board|quarterly|times|journal|network|international)\b)|&|\d"
)
_SUFFIX = re.compile(r",? (?:inc|llc|l\.l\.c|ltd|corp|corporation|co|company|lp|llp|pc)\.?$", re.I)
_STAND_IN = re.compile(r"(Plaintiff|Non-Party|Guardian|Decedent|Witness|Expert) \d+")
_TWICE = re.compile(rf"\b({_STAND_IN.pattern})(?:[\s-]+\1(?!\d))+")
_WORDS = frozenset(
    "will may mark grace hope faith joy page young brown black white green gray grey long short price stone rich king love bill rose dean case ward wood field fields "
    "hill lake banks bank cook baker smith miller carter mason parks park day knight bishop chance chase frank earnest art miles may june april august summer autumn dawn drew "
    "grant jack pat rob sue skip wade clay cliff dale glen heath lane reed rush sand rivers waters wells woods west north english french early best good goodman read small "
    "sharp strong wise bright light moody new newman noble power powers swift church cross marks major judge law lawyer paige pearl ruby crystal ivy violet daisy holly".split()
)
"""Names that are words of every day: without a capital letter they are left as they are, like every name of three letters or fewer."""


class Person(NamedTuple):
    """Somebody with a stand-in: the stand-in, an id made of it, the names as they are written in the sheet, and whether it is a human being."""

    stand_in: str
    own: str
    names: tuple[str, ...]
    is_human: bool


def is_organization(name: str) -> bool:
    """Whether a name reads like that of no human being."""
    words = name.split()
    return bool(_ORGANIZATION.search(name)) or len(words) > 4 or not all(word[:1].isupper() or word.lower() in _PARTICLES for word in words)


def fold(text: str) -> str:
    """`text`, which is in NFC, sign by sign without accents, with plain apostrophes, hyphens and spaces; as long as it was."""
    return text if text.isascii() else "".join(_PLAIN.get(sign) or _base(sign) for sign in text)


def _base(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign)[0]
    return plain if plain.isalpha() else sign


class Names:
    """Finds the names of people in a text, and puts their stand-ins there."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = list(people)
        self._by_name: dict[str, Person] = {}
        self.distinct: dict[str, Person] = {}
        """Single words, five letters or longer, that stand for one person even within another word."""
        patterns = sorted({pattern for person in self.people for pattern in self._patterns(person)}, key=len, reverse=True)
        title = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)?(?:[A-Z]\.\s?){0,2}"
        within = "|".join(re.escape(word) for word in self.distinct)
        glued = rf"|(?i:(?P<glued>[\w.@-]*(?:{within})[\w@-]*))" if within else ""
        names = "|".join(patterns)
        self._found = re.compile(rf"(?<![^\W_]){title}(?P<name>{names})(?![^\W_])(?P<genitive>'(?![^\W_]))?{glued}") if patterns else None

    def _patterns(self, person: Person) -> Iterator[str]:
        for name in person.names:
            if _STAND_IN.fullmatch(name):
                continue
            folded = fold(unicodedata.normalize("NFC", name)).strip()
            yield self._named(person, folded, r"(?i:{})")
            if bare := _SUFFIX.sub("", folded):
                yield self._named(person, bare, r"(?i:{})" if " " in bare or bare.lower() not in _WORDS else "{}")
            if person.is_human:
                yield from self._words(person, folded)

    def _words(self, person: Person, name: str) -> Iterator[str]:
        words = [word for word in re.split(r"[^\w']+", name) if len(word) > 1 and word.lower() not in _PARTICLES and word[:1].isupper()]
        if len(words) > 1:
            yield self._named(person, f"{words[0]} {words[-1]}", r"(?i:{})")
        for word in words:
            if word.lower() in _WORDS or len(word) < 4:
                yield self._named(person, word.capitalize(), "{}")
                yield self._named(person, word.upper(), "{}")
            else:
                yield self._named(person, word, r"(?i:{})")
                if len(word) > 4:
                    self.distinct.setdefault(word.lower(), person)

    def _named(self, person: Person, name: str, form: str) -> str:
        self._by_name.setdefault(_key(name), person)
        parts = [re.escape(part) for part in re.split(r"[\s-]+", name) if part]
        several = "(?:e?s)?" if person.is_human and len(parts[-1]) > 3 else ""
        return form.format(r"[\s-]+(?:[A-Za-z]\.?\s+)?".join(parts) + several)

    def replaced(self, text: str) -> tuple[str, int]:
        """`text`, which is in NFC, with stand-ins; and how many."""
        if self._found is None:
            return text, 0
        parts, at, count = [], 0, 0
        for found in self._found.finditer(fold(text)):
            parts += [text[at : found.start()], self._stand_in(found, text)]
            at = found.end()
            count += 1
        done = "".join([*parts, text[at:]])
        done = re.sub(r"\b(Plaintiff|PLAINTIFF) (Plaintiff|PLAINTIFF) (?=\d)", r"\2 ", done) if count else done
        return _TWICE.sub(r"\1", done) if count else done, count

    def _stand_in(self, found: re.Match[str], text: str) -> str:
        name = found["name"]
        if name is None:
            return next(person.stand_in for word, person in self.distinct.items() if word in found["glued"].lower())
        person = self.of(name)
        assert person is not None
        shown = person.stand_in.upper() if name.isupper() and len(name) > 3 and not person.names[0].isupper() else person.stand_in
        if found["genitive"]:  # “Reyes’ messages”: the stand-in does not end in s
            return f"{shown}{text[found.start('genitive')]}" + ("s" if name[-1] in "sS" else "")
        return shown

    def of(self, name: str) -> Person | None:
        """Who is called so; the middle initial does not count."""
        key = _key(fold(unicodedata.normalize("NFC", name)))
        forms = [form for each in (key, re.sub(r" \w (?=\w\w)", " ", key)) for form in (each, each.removesuffix("s"), each.removesuffix("es"))]
        return next((self._by_name[form] for form in forms if form in self._by_name), None)

    def are_in(self, text: str) -> bool:
        """Whether a name of anybody stands in `text`, alone or within another word."""
        return self.replaced(unicodedata.normalize("NFC", text))[1] > 0


def _key(name: str) -> str:
    return " ".join(re.split(r"[\s.-]+", name.lower())).strip()
