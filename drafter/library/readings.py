"""What was read of the law, where and when, with the words relied on: whether an assertion that is called
read can be shown to be so, and whether a newer text still has those words.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Iterable, Iterator, NamedTuple

from drafter.facts.dates import day as calendar_day
from drafter.facts.record import Record
from drafter.library.assertions import Law
from drafter.tree.paths import walk

__all__ = [
    "AssertionRead",
    "changed_words",
    "hash_of",
    "lacking",
    "normal",
    "numbers_in",
    "older_than",
    "readings",
    "status_of",
]

MOST_WORDS = 60
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_FIGURE = re.compile(r"\d+(?:[.:-]\d+)*")

_DECISION = re.compile(r" v\. |\bIn re |\bMatter of |\bNo\. ")


class AssertionRead(NamedTuple):
    """An assertion of law and where it stands in its file."""

    path: str
    law: Law


def readings(record: Record) -> Iterator[AssertionRead]:
    """Every assertion of law of a record of the library."""
    return (
        AssertionRead(found.path, found.record) for found in walk(record) if isinstance(found.record, Law)
    )


def normal(text: str) -> str:
    """`text` as words are compared: in lower case, one blank between words, straight quotes."""
    plain = text.translate({8217: "'", 8216: "'", 8220: '"', 8221: '"', 8211: "-", 8212: "-", 160: " "})
    return " ".join(plain.lower().split())


def hash_of(words: str) -> str:
    """The hash of words that are relied on."""
    return hashlib.sha256(normal(words).encode()).hexdigest()[:12]


def lacking(law: Law) -> str:
    """What an assertion that is called read, or quoted by a court, lacks to be shown to be so, as a sentence;
    empty where nothing is.
    """
    if law.status not in ("text_read", "quoted_by_court"):
        return ""
    if not law.words:
        return "Keep the words relied on, or write how else it is known: status: secondary."
    missing = [name for name in ("source", "read", "day") if not getattr(law, name)]
    if missing:
        return f"Say {', '.join(missing)}."
    if len(str(law.words).split()) > MOST_WORDS:
        return f"Its words are {len(str(law.words).split())}; {MOST_WORDS} are the most."
    if law.hash != hash_of(str(law.words)):
        return f"Write hash: {hash_of(str(law.words))}"
    if law.status == "quoted_by_court" and not _DECISION.search(f"{law.cite or ''} {law.read or ''}"):
        return "Name the decision that says those words, in cite or read; else it is secondary."
    if law.status == "text_read" and not _number_in(law):
        return "No pin or number of the assertion stands in its words."
    return ""


def numbers_in(text: str) -> set[str]:
    """The numbers of `text`, in figures; those up to twelve in words too."""
    plain = normal(text)
    spelled = {_NUMBERS[one] for one in _NUMBERS if re.search(rf"\b{one}\b", plain)}
    return {*_FIGURE.findall(plain), *spelled}


def _number_in(law: Law) -> bool:
    """Whether a number of the assertion, or of its section, stands in the words relied on; so it is where
    the assertion has none.
    """
    said, words = normal(f"{law.text or ''} {law.cite or ''}"), normal(str(law.words))
    wanted, there = numbers_in(said), numbers_in(words)
    pins = set(re.findall(r"\(\w+\)", said)) & set(re.findall(r"\(\w+\)", words))
    return not wanted or bool(wanted & there) or bool(pins)


def status_of(law: Law) -> str:
    """How an assertion was read, as it is shown."""
    status = law.status.replace("_", " ")
    return f"{status}, words not kept" if law.status == "text_read" and not law.words else status


def older_than(law: Law, day: date) -> bool:
    """Whether what was read was read before `day`; so is what does not say when."""
    return law.status == "text_read" and ((read := calendar_day(law.day, latest=True)) is None or read < day)


def changed_words(some: Iterable[AssertionRead], folder: Path) -> Iterator[tuple[AssertionRead, str]]:
    """Of what was read, what a folder of newer texts no longer has in those words: with the file that names
    its section, or empty where none does.
    """
    texts = {
        path.name: normal(path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".txt", ".md", ".html", ".xml", ".json")
    }
    for one in some:
        if not one.law.words:
            continue
        words = normal(str(one.law.words))
        if any(words in text for text in texts.values()):
            continue
        section = (re.findall(r"\d[\w.:-]*", str(one.law.cite)) or [""])[-1]
        yield one, next((name for name, text in texts.items() if section and section in text), "")
