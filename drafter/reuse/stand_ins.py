"""Stand-ins for the people of a sheet whose names are not to be read, and what finds those names in any text,
however they are written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Iterable, Iterator, NamedTuple

from drafter.privacy.normalise import Normal, normal
from drafter.reuse.name_words import EVERYDAY, ORGANIZATION, PARTICLES, ROLES
from drafter.wording import SPELT_OUT, plain_letters, without_company_ending

__all__ = ["Names", "Person", "identifying_words", "people_in"]

_STAND_IN = re.compile(r"(Plaintiff|Non-Party|Guardian|Decedent|Witness|Expert) \d+")
_TWICE = re.compile(rf"\b({_STAND_IN.pattern})(?:[\s-]+\1(?!\d))+")
_WORDS = EVERYDAY | ROLES
"""Names that are words of every day, or say what somebody is: without a capital letter they are left as they
are, like every name of two letters.
"""


_NO_INITIALS = frozenset(("US", "USA", "USC", "CFR", "NY", "DC", "JD", "MD", "PC"))
"""Letters that stand for something else more often than for a person."""


class Person(NamedTuple):
    """Somebody with a stand-in: the stand-in, an id made of it, the names as they are written in the sheet,
    and whether it is a human being.
    """

    stand_in: str
    own: str
    names: tuple[str, ...]
    is_human: bool


_PARTED = re.compile(r"[,;:()/]|\s+(?:and|&)\s+")
_PLACED = re.compile(r"\b(?:of|at|from|for|by|with|formerly)\b", re.IGNORECASE)


def people_in(who: str) -> list[str]:
    """The names of human beings in what a sheet says of a witness: “Jane Doering, a former engineer”, “jane
    doering and Tom Ash”; none in “a former engineer”.
    """
    found: list[str] = []
    for part in _PARTED.split(normal(who).text):
        for login in re.findall(r"@([a-z]{5,})", part.lower()):
            found += [login, login[1:]]
        part = re.sub(r"@\S+(?: on [A-Z]\w+)?", "", part)
        if not ORGANIZATION.search(part):
            found += _runs(_PLACED.split(part)[0].split() or part.split(), part.islower())
        elif _PLACED.search(part):
            found += _runs(_PLACED.split(part)[0].split(), part.islower())
    return list(dict.fromkeys(found))


def _runs(words: list[str], small: bool) -> Iterator[str]:
    """The stretches of `words` that may be names; in small letters, none that stands right behind an
    article.
    """
    run: list[str] = []
    before = ""
    for word in [*words, ""]:
        low = word.strip(".'\"").lower()
        behind = before in ("a", "an", "the", "former", "current", "ex", "senior", "junior")
        before = low
        surname = sum(len(part) > 2 for part in run) == 1 and low in ROLES and word[:1].isupper()
        if (
            surname
            or not run
            and low == "al"
            and word[:1].isupper()
            or low in PARTICLES
            and run
            or low
            and low not in ROLES
            and (word[:1].isupper() or small and not behind)
            and not any(map(str.isdigit, word))
        ):
            run.append(word.strip('"'))
            continue
        while run and run[-1].lower() in PARTICLES:
            run.pop()
        if any(len(part.strip(".")) > 1 for part in run) or len(run) > 1:
            yield " ".join(run)
        run = []


def _titled(name: str) -> str:
    """A name that was typed in small letters, with capitals."""
    return (
        " ".join(word if word in PARTICLES else _capital(word) for word in name.split())
        if name.islower()
        else name
    )


def identifying_words(names: Iterable[str]) -> Iterator[str]:
    """What of the names of one person or company tells who it is: each whole, and its words that are none of
    every day.
    """
    for name in names:
        yield name
        for word in re.split(r"[^\w'’-]+", without_company_ending(name)):
            plain = plain_letters(word).lower()
            if (
                len(plain) > 3
                and plain not in PARTICLES | _WORDS
                and not ORGANIZATION.search(plain)
                and word[:1].isupper()
            ):
                yield word


class Names:
    """Finds the names of people in a text, and puts their stand-ins there."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = list(people)
        self._by_name: dict[str, Person] = {}
        self._by_pattern: dict[str, Person] = {}
        self.distinct: dict[str, Person] = {}
        """Single words, five letters or longer, that stand for one person even within another word."""
        patterns = sorted(
            {pattern for person in self.people for pattern in self._patterns(person)}, key=len, reverse=True
        )
        title = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)?(?:[A-Z]\.\s?){0,2}"
        within = "|".join(re.escape(word) for word in self.distinct)
        glued = rf"|(?i:(?P<glued>[\w.@-]*(?:{within})[\w@-]*))" if within else ""
        names = "|".join(patterns)
        self._found = (
            re.compile(rf"(?<![^\W_]){title}(?P<name>{names})(?![^\W_])(?P<genitive>'(?![^\W_]))?{glued}")
            if patterns
            else None
        )

    def _patterns(self, person: Person) -> Iterator[str]:
        for name in person.names:
            if _STAND_IN.fullmatch(name):
                continue
            whole = unicodedata.normalize("NFC", _titled(name.strip()) if person.is_human else name).strip()
            for spelt in dict.fromkeys((normal(whole).text, normal(whole.translate(SPELT_OUT)).text)):
                yield from self._name(person, spelt)
                if bare := without_company_ending(spelt):
                    yield from self._name(person, bare)
                if person.is_human:
                    yield from self._words(person, spelt)
                    yield from self._together(person, spelt)

    def _name(self, person: Person, name: str) -> Iterator[str]:
        """A name, or one word of it, as it is written; with a capital letter only, where every word of it is
        one of every day.
        """
        words = name.lower().split()
        if set(words) <= _WORDS or len(words) == 1 and len(name) < 3:
            yield self._named(person, " ".join(map(_capital, words)), "{}")
            yield self._named(person, name.upper(), "{}")
            if not name.islower():
                yield self._named(person, name, "{}")
        else:
            yield self._named(person, name, r"(?i:{})")

    def _words(self, person: Person, name: str) -> Iterator[str]:
        words = [
            word
            for word in re.split(r"[^\w']+", name)
            if len(word) > 1 and word.lower() not in PARTICLES and word[:1].isupper()
        ]
        if len(words) > 1:
            yield from self._name(person, f"{words[0]} {words[-1]}")
        first = re.match(r"[A-Z]\w+(?= )", name)
        if first and first[0].lower() in PARTICLES:
            yield self._named(person, first[0], "{}")
        for scot in re.findall(r"\bMa?c([A-Z]\w{2,})", name):
            for one in (f"Mac{scot}", f"Mc{scot}", f"Mac {scot}", f"Mc {scot}"):
                yield self._named(person, one, r"(?i:{})")
        for word in words:
            yield from self._name(person, word)
            if len(word) > 4 and word.lower() not in _WORDS:
                self.distinct.setdefault(word.lower(), person)

    def _together(self, person: Person, name: str) -> Iterator[str]:
        """Names of several parts as one word, as in an address or an account: Oneil, delacruz, smithjones;
        and initials in place of a first name: J.R.
        """
        words = name.split()
        last = len(words) - 1
        while last > 1 and words[last - 1].lower() in PARTICLES:
            last -= 1
        for part in ["".join(words[last:]), *words]:
            one = re.sub(r"[^\w]", "", part)
            if one != part or part not in words:
                if len(one) > 3:
                    yield self._named(person, one, r"(?i:{})")
                if len(one) > 4:
                    self.distinct.setdefault(one.lower(), person)
        for part in dict.fromkeys(["".join(words[last:]), *words[1:]] if last else []):
            yield from self._as_login(person, words[0], part)
        yield from self._initials(person, words)
        initials = re.match(r"(?:[A-Z]\.\s?){2,3}(?=\s|$)", f"{name} ")
        if initials and (letters := re.sub(r"[^A-Z]", "", initials[0])) not in _NO_INITIALS:
            yield self._named(person, f"{letters} {words[-1]}", "{}")
            yield self._named(person, ". ".join(letters) + ".", r"{}(?!\s?[A-Z]\.)")

    def _initials(self, person: Person, words: list[str]) -> Iterator[str]:
        """The letters a name begins with, with and without full stops: A.F.O.; J.D. of who is called no more
        than that.
        """
        letters = "".join(word[0] for word in words if word[:1].isupper())
        only = all(len(word.strip(".")) == 1 for word in words)
        if 2 <= len(letters) <= 4 and (only or letters not in _NO_INITIALS):
            yield self._named(person, ". ".join(letters) + ".", r"{}(?!\s?[A-Z]\.)")
            if only or len(letters) > 2:
                yield self._named(person, letters, "{}")

    def _as_login(self, person: Person, first: str, last: str) -> Iterator[str]:
        """The first letter and the last name, in either order: mcruz, cruzm."""
        first, last = (re.sub(r"[^\w]", "", part).lower() for part in (first, last))
        if len(last) > 3 and first and first != last and last not in PARTICLES:
            for login in (f"{first[0]}{last}", f"{last}{first[0]}", f"{first}{last}"):
                self.distinct.setdefault(login, person)
                yield self._named(person, login, r"(?i:{})")

    def _named(self, person: Person, name: str, form: str) -> str:
        self._by_name.setdefault(_key(name), person)
        parts = [
            re.sub(r"\\\.(?=\w)", r"\\.\\s?", re.escape(part).replace("'", "['\\s]?"))
            for part in re.split(r"[\s-]+", name)
            if part
        ]
        several = "(?:e?s)?" if person.is_human and len(parts[-1]) > 3 and parts[-1][-1] != "." else ""
        whole = parts[0]
        for before, part in zip(parts, parts[1:], strict=False):
            whole += r"[\s-]" + ("*" if before.endswith(".") else "+") + r"(?:[A-Za-z]\.?\s+)?" + part
        pattern = form.format(whole + several)
        self._by_pattern.setdefault(pattern, person)
        return pattern

    def replaced(self, text: str) -> tuple[str, int]:
        """`text` with stand-ins; and how many."""
        if self._found is None:
            return text, 0
        parts, at, count = [], 0, 0
        read = normal(text)
        for found in self._found.finditer(read.text):
            start, end = read.span(*found.span())
            parts += [text[at:start], self._stand_in(found, text, read)]
            at = end
            count += 1
        done = "".join([*parts, text[at:]])
        done = (
            re.sub(r"\b(Plaintiff|PLAINTIFF) (Plaintiff|PLAINTIFF) (?=\d)", r"\2 ", done) if count else done
        )
        return _TWICE.sub(r"\1", done) if count else done, count

    def _stand_in(self, found: re.Match[str], text: str, read: Normal) -> str:
        name = found["name"]
        if name is None:
            return next(
                person.stand_in for word, person in self.distinct.items() if word in found["glued"].lower()
            )
        person = self.of(name) or next(
            person for pattern, person in self._by_pattern.items() if re.fullmatch(pattern, name)
        )
        shown = (
            person.stand_in.upper()
            if name.isupper() and len(re.sub(r"\W", "", name)) > 3 and not person.names[0].isupper()
            else person.stand_in
        )
        if found["genitive"]:  # “Reyes’ messages”: the stand-in does not end in s
            return f"{shown}{text[read.span(*found.span('genitive'))[0]]}" + ("s" if name[-1] in "sS" else "")
        return shown

    def of(self, name: str) -> Person | None:
        """Who is called so; the middle initial does not count."""
        key = _key(normal(name).text)
        forms = [
            form
            for each in (key, re.sub(r" \w (?=\w\S)", " ", key))
            for form in (each, each.removesuffix("s"), each.removesuffix("es"))
        ]
        return next((self._by_name[form] for form in forms if form in self._by_name), None)

    def are_in(self, text: str) -> bool:
        """Whether a name of anybody stands in `text`, alone or within another word."""
        return self.replaced(text)[1] > 0


def _key(name: str) -> str:
    return " ".join(re.split(r"[\s.-]+", name.lower())).strip()


def _capital(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))
