"""What findings call claims and allegations: by count and paragraph, as the draft numbers them, in the place
of the ids that checks write. Paths keep the ids, for the jump.

Only where an id stands as one is it put into words: at the start of a message, before the quoted title of an
element, alone in brackets, before its paragraph's number, or where the check says so (`by_id`).
"""

from __future__ import annotations

import re
from typing import Callable, Mapping

from drafter.complaint import Draft
from drafter.facts.defendants import Defendant
from drafter.facts.parties import Plaintiff
from drafter.facts.values import known
from drafter.wording import listed, ordinal, roman

__all__ = ["Naming", "by_id"]

_ID = r"[A-Za-z0-9_][\w@-]*"
_RUN = rf"{_ID}(?:, {_ID})*(?: and {_ID})?"
_START = re.compile(rf"^(?P<claims>{_RUN})(?=:? )")
_FACTS = re.compile(
    rf"(?<=: )({_RUN})(?=\.$| name)|(?<=uses )({_RUN})(?=\.$)|(?<=confirmed )({_RUN})(?=\.$)"
    rf"|(?<=\()({_ID})(?=: )"
)
_TITLED = re.compile(rf"(?<![\w“])({_ID})(?=: “)")
_LATER = re.compile(
    rf"(?:(?<=; )|(?<=\. ))({_RUN})(?=: | ha[sv]e? )|(?<= and )({_ID})(?= has \d)"
    rf"|(?<=, and )({_RUN})(?= ha[sv]e? no )|(?<=beside )({_RUN})(?=,)"
)
_BRACKETS = re.compile(rf"\(({_RUN})\)")
_NUMBERED = re.compile(rf"(?<![\w“])({_ID}) \(¶ (\d+)\)")
_PATH = re.compile(r"^(?P<list>[a-z_]+)\.(?P<id>[\w@-]+)(?P<rest>(?:\.[\w@-]+)*)")
_SPLIT = re.compile(r", | and ")
_MARKED = re.compile("\x02([^\x03]*)\x03")


def by_id(*ids: str) -> str:
    """`ids` of claims, allegations, statements or classes for a message: they are told by their count,
    paragraph or name.
    """
    return f"\x02{listed(ids, serial=False)}\x03"


class Naming:
    """The names of one draft."""

    def __init__(self, draft: Draft) -> None:
        matter = draft.matter
        self._heads = {
            str(view.raw.id): known(view.raw.title) or view.causes[0].title for view in matter.claims
        }
        self._word = matter.claim_words
        self._claims = {str(view.raw.id): view.number for view in matter.claims}
        printed = draft.numbers.printed
        self._facts: Mapping[str, int] = {
            own: int(printed[own]) for own in matter.allegations if printed.get(own, "").isdecimal()
        }
        told = {str(one.id): printed.get(f"statement.{one.id}", "") for one in matter.raw.statements}
        self._statements = {own: int(number) for own, number in told.items() if number.isdecimal()}
        parties: list[Plaintiff | Defendant] = [*matter.raw.plaintiffs, *matter.raw.defendants]
        self._parties = {str(one.id): str(known(one.short) or known(one.name) or one.id) for one in parties}
        self._classes = {str(one.id): str(known(one.name) or one.id) for one in matter.raw.classes}

    def said(self, message: str) -> str:
        """`message` with its ids in words."""
        message = _PATH.sub(self._at, self.marked(message))
        message = _NUMBERED.sub(lambda one: f"¶ {one[2]}" if one[1] in self._facts else one[0], message)
        message = self._start(message)
        message = _FACTS.sub(lambda one: self._run(one[0], self._paragraphs) or one[0], message)
        message = _TITLED.sub(lambda one: self._run(one[1], self._counts) or one[1], message)
        message = _LATER.sub(lambda one: self._run(one[0], self._counts) or one[0], message)
        return _BRACKETS.sub(self._in_brackets, message)

    def marked(self, text: str) -> str:
        """`text` with the ids that a check marked in words, and the others as they are."""
        said = _MARKED.sub(self._marked, text) if "\x02" in text else text
        return said[:1].upper() + said[1:] if text.startswith("\x02") else said

    def _at(self, found: re.Match[str]) -> str:
        """Where a message says that something stands, for its path: the paragraph, count, class or party."""
        own, rest = found["id"], found["rest"].removesuffix(".text").strip(".")
        put: dict[str, Callable[[list[str]], str]] = {
            "allegations": self._paragraphs,
            "statements": self._paragraphs,
            "claims": self._titled,
            "classes": lambda ids: self._classes.get(ids[0], ""),
            "plaintiffs": lambda ids: self._parties.get(ids[0], ""),
            "defendants": lambda ids: self._parties.get(ids[0], ""),
        }
        said = put[found["list"]]([own]) if found["list"] in put else ""
        field = f" ({rest.replace('_', ' ').replace('.', ', ')})" if rest else ""
        return f"{said}{field}" if said else found[0]

    def _marked(self, found: re.Match[str]) -> str:
        ids = _SPLIT.split(found[1])
        if all(own in self._classes for own in ids):
            return listed((self._classes[own] for own in ids), serial=False)
        return self._counts(ids) or self._paragraphs(ids) or found[1]

    def _start(self, message: str) -> str:
        found = _START.match(message)
        if not found:
            return message
        head = self._run(found["claims"], self._titled) or self._run(found["claims"], self._paragraphs)
        return head[0].upper() + head[1:] + message[found.end("claims") :] if head else message

    def _in_brackets(self, found: re.Match[str]) -> str:
        said = self._run(found[1], self._counts) or self._run(found[1], self._paragraphs)
        return f"({said})" if said else found[0]

    def _run(self, text: str, put: Callable[[list[str]], str]) -> str:
        return put(_SPLIT.split(text))

    def _titled(self, ids: list[str]) -> str:
        """One claim with its heading; several by number."""
        counts = self._counts(ids)
        return f"{counts} ({self._heads[ids[0]]})" if counts and len(ids) == 1 else counts

    def _counts(self, ids: list[str]) -> str:
        """“Count II”, “Counts I and III”, “the First Cause of Action”; nothing where one is no claim."""
        if not ids or not all(own in self._claims for own in ids):
            return ""
        numbers = sorted(self._claims[own] for own in ids)
        word = self._word.one if len(numbers) == 1 else self._word.several
        if word.startswith("Count"):
            return f"{word} {listed(map(roman, numbers), serial=False)}"
        return f"the {listed((ordinal(one).title() for one in numbers), serial=False)} {word}"

    def _paragraphs(self, ids: list[str]) -> str:
        """“¶ 12”, “¶¶ 12–14 and 20”; nothing where one is no numbered paragraph."""
        facts = {**self._statements, **self._facts}
        if not ids or not all(own in facts for own in ids):
            return ""
        numbers = sorted({facts[own] for own in ids})
        spans: list[list[int]] = []
        for one in numbers:
            if spans and one == spans[-1][-1] + 1:
                spans[-1].append(one)
            else:
                spans.append([one])
        words = [str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans]
        return f"{'¶' if len(numbers) == 1 else '¶¶'} {listed(words, serial=False)}"
