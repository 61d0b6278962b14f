"""Dates, places and citations as they stand inside a sentence."""

from __future__ import annotations

import re
from typing import Any

from drafter.complaint.views.elements import reference
from drafter.complaint.views.matter_sources import MatterSources
from drafter.complaint.views.phrases import are_several, division, in_number, is_described, preposition
from drafter.complaint.views.values import Value, View, joined, value_of, words
from drafter.document import Blank, Run
from drafter.facts.dates import EventDate
from drafter.facts.states import STATE_NAMES
from drafter.facts.values import Unknown, Without
from drafter.tree.paths import join
from drafter.wording import listed

__all__ = ["MatterWords"]


class MatterWords(MatterSources):
    """What a template says with a value of the matter."""

    def missing(self, asks: str, field: str, of: Any = None, *said: Any) -> Value:
        """A blank that leads to `field` of the record `of`, or of the sheet: what the sheet says of it where
        it is not known, else `asks`, with `said` in the places of its “%s”.
        """
        path = join(of._path, field) if of else field
        label = asks % tuple(getattr(one, "words", one) for one in said) if said else asks
        notes = self.tokens.notes.get(path)
        return value_of(self.tokens, Unknown(notes[0]) if notes else None, path, label)

    def agreement_name(self, own: str) -> Value:
        place = self.ids["agreements"][own]
        view = View(self.tokens, place.record, place.path)
        found: Value = view.short if view.short else view.title
        return found

    def statement_seen(self, seen: Any) -> str:
        """“the statement on the front label (¶ 44)”, and where it was seen, if that was elsewhere than where
        it stands.
        """
        place = self.ids["statements"][seen.statement]
        view = View(self.tokens, place.record, place.path)
        elsewhere = seen.place and seen.place.words not in view.medium
        return f"the statement {self.where(view.medium)} ({self.cited([f'statement.{seen.statement}'])})" + (
            f" {self.where(seen.place)}" if elsewhere else ""
        )

    def at_least(self, total: Value) -> str:
        """“at least $7,000,000”; a sum that is given as a range or a least one as it is given."""
        return str(total) if getattr(total.raw, "is_bound", False) else f"at least {total}"

    def in_number(self, said: Value) -> Value:
        """“in the millions”: to stand after “number”."""
        return words(self.tokens, in_number(said.words), said.path) if said.is_known else said

    def where(self, place: Value) -> str:
        """“on its website”, “in a press release”: as it is written where it says so itself."""
        return f"{preposition(place.words)}{place}"

    def span(self, start: Value, end: Value) -> str:
        """“From March 1, 2024, to June 30, 2025”."""
        return f"From {self.dated(start)} to {end}"

    def dated(self, date: Value) -> str:
        """A date inside a sentence: a comma follows the year of a day."""
        return f"{date}," if isinstance(date.raw, EventDate) and date.raw.day else str(date)

    def section(self, term: Any) -> str:
        """“Section 4.1”, “Page 6”: what a term’s section is called."""
        own = term.section
        called, number = division(own.words) if own.is_known else ("Section", "")
        return f"{called} {words(self.tokens, number, own.path) if number else own}"

    def promises(self, term: Any, agreement: Value | str) -> str:
        """“Section 4.1 of the Plus Terms promises”, “Sections 2 and 3 of the Contract promise”, “The help
        page on privacy of the Plus Terms promises”; “The Plus Terms promise” where the sheet says that there
        is no section.
        """
        own = term.section
        if isinstance(own.raw, Without):
            plural = re.search(r"\b(?:Terms|Conditions)\b", str(getattr(agreement, "words", agreement)))
            return f"The {agreement} {'promise' if plural else 'promises'}"
        if own.is_known and is_described(own.words):
            the = "" if re.match(r"(?:the|an?)\s", own.words, re.I) else "The "
            return f"{the}{own if the else own.opening} of the {agreement} promises"
        called = self.section(term)
        several = own.is_known and are_several(own.words)
        if several and called.startswith("Section "):
            called = called.replace("Section ", "Sections ", 1)
        return f"{called} of the {agreement} {'promise' if several else 'promises'}"

    def notice_not_given(self, notice: Any) -> Value:
        """One blank for a notice whose day is not known: whether it was given at all is not known either, so
        that nothing is said of it.
        """
        asked = notice.sent.raw.note if isinstance(notice.sent.raw, Unknown) else ""
        under = f" under {notice.statute.words}" if notice.statute.is_known else ""
        return joined(
            self.tokens,
            [
                (
                    Blank(f"notice{under}: {asked or 'whether and when it was given'}", notice.sent.path),
                    Run("."),
                )
            ],
        )

    def on(self, date: Value, word: str = "On") -> str:
        """“On March 4, 2023”, “In March 2023”: a day takes “on”, a month or a year “in”."""
        whole = not isinstance(date.raw, EventDate) or date.raw.day
        return f"{word if whole else 'In' if word[0] == 'O' else 'in'} {date}"

    def cited(self, labels: Any) -> Value:
        """“¶¶ 24, 26”: the paragraphs under these labels."""
        return joined(self.tokens, [(reference(list(labels)),)])

    def laws(self, codes: Any) -> str:
        return listed([STATE_NAMES.get(code, code) for code in codes])
